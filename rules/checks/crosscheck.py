"""Check one decision as a whole: every name that is used exists, every name is used."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property

from pydantic import BaseModel

from rules.checks.fitting import misfit
from rules.checks.guarding import privacy_faults
from rules.checks.mentions import inner_names, mentions, tests
from rules.checks.pricing import cost_faults
from rules.content.briefing import Arguments
from rules.content.decision import Decision, Header, named_rules
from rules.content.questions import Question
from rules.grammar.condition import Condition, Leaf, Rule, RuleRef, parts
from rules.grammar.condition import Path as Loc
from rules.grammar.errors import Fault, did_you_mean
from rules.grammar.reading import Reading

Part = tuple[BaseModel, Reading, Loc]


def cross_check(
    decision: Decision, found: Iterable[Part], sources: set[str], bodies: set[str]
) -> list[Fault]:
    """List everything that does not fit together in a decision."""
    check = _Check(decision, tuple(found), sources, bodies | {"niemand"})
    faults = [*check.names(), *check.doubles(), *check.table(), *check.balance()]
    faults += [*privacy_faults(decision, check.found)]
    faults += [*cost_faults(decision, check.found)]
    return faults or [*check.fits(), *check.cycles()] or [*check.unused()]


@dataclass(frozen=True)
class _Check:
    decision: Decision
    found: tuple[Part, ...]
    sources: set[str]
    bodies: set[str]

    def names(self) -> Iterator[Fault]:
        """Check every name that an item uses."""
        for item, reading, loc in self.found:
            for where, kind, name in mentions(item):
                known = self._known[kind]
                if name not in known:
                    yield reading.fault(
                        (*loc, *where), self._missing(item, kind, name, known)
                    )
            if _asks_a_rule(item):
                message = f"{_title(item)}: applies_when mag geen regel noemen."
                yield reading.fault((*loc, "applies_when"), message)

    @cached_property
    def _known(self) -> Mapping[str, AbstractSet[str]]:
        decision = self.decision
        return {
            "vraag": decision.question_by_id.keys(),
            "vraag of nummer": decision.question_by_id.keys()
            | decision.questions_by_ref.keys(),
            "regel": decision.rule_by_id.keys(),
            "hoofdstuk": {chapter.id for chapter in decision.header.chapters},
            "uitkomst": decision.outcome_by_id.keys(),
            "bron": self.sources,
            "orgaan": self.bodies,
            "waarborg": decision.privacy.safeguard_by_id.keys(),
            "inbreuk": decision.privacy.intrusion_by_id.keys(),
            "kostenpost": decision.costs.item_by_id.keys(),
            "aantal": decision.costs.quantity_by_id.keys(),
            "voorbeeld": decision.costs.examples.keys(),
        }

    def _missing(
        self, item: BaseModel, kind: str, name: str, known: AbstractSet[str]
    ) -> str:
        where = {
            "vraag": "in vragen.yaml",
            "vraag of nummer": "in vragen.yaml",
            "regel": "in regels.yaml",
            "hoofdstuk": "bij chapters in besluit.yaml",
            "uitkomst": "bij outcomes in besluit.yaml",
            "bron": "in registers/bronnen",
            "orgaan": "in registers/organen.yaml",
            "waarborg": "bij safeguards in privacy",
            "inbreuk": "bij intrusions in privacy",
            "kostenpost": "in kosten.yaml",
            "aantal": "in aantallen.yaml",
            "voorbeeld": "in registers/bedragen",
        }[kind]
        return (
            f"{_title(item)} verwijst naar {kind} '{name}', "
            f"maar {_THAT.get(kind, 'die')} staat niet {where}."
            f"{did_you_mean(name, known)}"
        )

    def doubles(self) -> Iterator[Fault]:
        """Find ids that stand twice."""
        seen: set[tuple[str, str]] = set()
        for item, reading, loc in self.found:
            name = getattr(item, "id", None)
            key = (type(item).__name__, str(name))
            if name is not None and key in seen:
                yield reading.fault(loc, f"{_title(item)} staat twee keer.")
            seen.add(key)
            for where, names in inner_names(item):
                for twice in (name for name, n in Counter(names).items() if n > 1):
                    message = f"{_title(item)}: '{twice}' staat twee keer bij {where}."
                    yield reading.fault((*loc, where), message)

    def fits(self) -> Iterator[Fault]:
        """Check that every test fits the kind of answer that it looks at."""
        for item, reading, loc in self.found:
            for where, test in tests(item):
                wrong = misfit(self.decision.question_by_id[test.question], test)
                if wrong is not None:
                    yield reading.fault((*loc, *where), f"{_title(item)}: {wrong}")

    def table(self) -> Iterator[Fault]:
        """Check that every outcome has a row and that the last row takes the rest."""
        reading, loc = next(
            (reading, loc)
            for item, reading, loc in self.found
            if isinstance(item, Header)
        )
        table = self.decision.header.table
        reached = {row.outcome for row in table}
        for index, outcome in enumerate(self.decision.header.outcomes):
            if outcome.id not in reached:
                message = f"geen rij van de tabel leidt tot uitkomst '{outcome.id}'."
                yield reading.fault((*loc, "outcomes", index), message)
        if table[-1].when:
            message = "de laatste rij van de tabel moet de rest opvangen: when: []."
            yield reading.fault((*loc, "table", len(table) - 1), message)
        for index, row in enumerate(table[:-1]):
            if not row.when:
                message = "na deze rij wordt geen rij meer bereikt: geef haar een when."
                yield reading.fault((*loc, "table", index), message)

    def balance(self) -> Iterator[Fault]:
        """Check that there are as many arguments for as against."""
        for item, reading, loc in self.found:
            if isinstance(item, Arguments) and len(item.for_) != len(item.against):
                message = (
                    f"er zijn {len(item.for_)} argumenten voor en "
                    f"{len(item.against)} tegen: geef er evenveel."
                )
                yield reading.fault(loc, message)

    def cycles(self) -> Iterator[Fault]:
        """Find rules and questions that lean on themselves."""
        leans: dict[str, set[str]] = {}
        for question in self.decision.questions:
            leans[f"vraag '{question.id}'"] = set(_leans_on(question.applies_when))
        for rule in self.decision.rules:
            on = set(_leans_on(rule.when)) | set(_leans_on(rule.applies_when))
            leans[f"regel '{rule.id}'"] = on
        for item, reading, loc in self.found:
            name = _title(item)
            if name in leans and _reaches(leans, name, name):
                yield reading.fault(loc, f"{name} leunt via een omweg op zichzelf.")

    def unused(self) -> Iterator[Fault]:
        """Find questions and rules that nothing looks at.

        What the table leans on decides; the rest informs, and says so.
        """
        deciding = self._reached(
            test.rule for row in self.decision.header.table for test in row.when
        )
        telling = self._reached(
            name
            for passage in self.decision.passages
            if passage.when is not None
            for name in named_rules(passage.when)
        )
        asked = self._asked(*deciding)
        for item, reading, loc in self.found:
            if isinstance(item, Rule) and item.id not in deciding | telling:
                by_id = self.decision.question_by_id
                if not any(by_id[name].informs for name in self._asked(item.id)):
                    message = f"geen rij of regel gebruikt {_title(item)}."
                    yield reading.fault(loc, message)
            if isinstance(item, Question) and item.informs == (item.id in asked):
                message = (
                    f"{_title(item)} beslist mee: informs: true klopt niet."
                    if item.informs
                    else f"geen regel gebruikt {_title(item)}; zet anders informs: true."
                )
                yield reading.fault(loc, message)

    def _reached(self, names: Iterable[str]) -> set[str]:
        """Give these rules with all rules under them."""
        reached: set[str] = set()
        todo = list(names)
        for name in todo:
            if name not in reached:
                reached.add(name)
                rule = self.decision.rule_by_id[name]
                todo += named_rules(self.decision.rule_in_force(rule))
        return reached

    def _asked(self, *rules: str) -> set[str]:
        """Give the questions that these rules and the rules under them look at."""
        conditions = (
            self.decision.rule_in_force(self.decision.rule_by_id[name])
            for name in self._reached(rules)
        )
        return {
            part.question
            for condition in conditions
            for _, part in parts(condition)
            if isinstance(part, Leaf)
        }


_THAT = {"orgaan": "dat", "hoofdstuk": "dat"}


def _asks_a_rule(item: BaseModel) -> bool:
    if not isinstance(item, Question) or item.applies_when is None:
        return False
    return any(True for _ in named_rules(item.applies_when))


def _title(item: BaseModel) -> str:
    kind = {
        "Question": "vraag",
        "Rule": "regel",
        "Header": "besluit",
        "Argument": "argument",
        "BodyQuestion": "orgaanvraag",
        "Correction": "misverstand",
        "Instrument": "instrument",
        "Regime": "regime",
        "Safeguard": "waarborg",
        "Intrusion": "inbreuk",
        "Lighter": "lichtere variant",
        "Duty": "plicht",
        "Guide": "handreiking",
        "Gap": "leemte",
        "CostItem": "kostenpost",
        "Quantity": "aantal",
        "Measure": "alternatief",
    }.get(type(item).__name__, "")
    name = getattr(item, "id", None)
    if kind and name:
        return f"{kind} '{name}'"
    return "dit onderdeel"


def _leans_on(condition: Condition | None) -> Iterator[str]:
    for _, part in parts(condition) if condition is not None else ():
        if isinstance(part, RuleRef):
            yield f"regel '{part.rule}'"
        elif isinstance(part, Leaf):
            yield f"vraag '{part.question}'"


def _reaches(leans: dict[str, set[str]], start: str, goal: str) -> bool:
    seen: set[str] = set()
    todo = list(leans[start])
    for name in todo:
        if name == goal:
            return True
        if name not in seen:
            seen.add(name)
            todo += leans.get(name, ())
    return False
