"""Check one decision as a whole: every name that is used exists, every name is used."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property

from pydantic import BaseModel

from rules.checks.condition_check import misfit
from rules.checks.cost_check import cost_faults
from rules.checks.earlier_questions_check import succession_faults
from rules.checks.privacy_check import privacy_faults
from rules.checks.unread_words import unread_faults
from rules.content.briefing import Arguments
from rules.content.decision import Decision, Header, named_rules
from rules.content.decision_table import UNKNOWN_PHASE, PassedTest
from rules.content.demands import Demand
from rules.content.questions import OPENINGS, Question
from rules.grammar.answers import ChoiceKind, Option, TicksKind
from rules.grammar.condition import (
    Asks,
    Condition,
    InOrder,
    Is,
    Rule,
    RuleRef,
    parts,
)
from rules.grammar.errors import Fault, did_you_mean
from rules.grammar.references import Loc, references, within
from rules.grammar.strict_yaml import ReadFile
from rules.grammar.validation import REGISTERS, Part
from rules.judging.headline import COUNTED, OPEN_AT, holes

# A title that says so needs `met`, so that it is proved never to come out untruly; with
# “als” or “maar” it says something else.
_FLATTERS = re.compile(
    r"(?i)^(?!.*\b(?:als|maar|niet)\b).*\baan (?:de|al|alle|elke)\b[^.:]*\b(?:voldaan|vervuld)\b"
)
ALWAYS_PHASE = "altijd"
NOBODY = "niemand"

_WHERE = {
    "vraag": "in vragen.yaml",
    "scherm": "in vragen.yaml",
    "regel": "in regels.yaml",
    "eis": "in eisen.yaml",
    "fase": "bij de opties van de fasevraag",
    "hoofdstuk": "bij chapters in besluit.yaml",
    "uitkomst": "bij outcomes in besluit.yaml",
    **REGISTERS,
    "waarborg": "bij safeguards in privacy",
    "kostenpost": "in kosten.yaml",
    "aantal": "in aantallen.yaml",
    "voorbeeld": "in registers/bedragen",
}
_UNJUDGED = "bij vraag '{}' is niets in orde (in_order: geen): toets haar antwoord."
_THAT = {"orgaan": "dat", "hoofdstuk": "dat", "scherm": "dat", "aantal": "dat"}


def cross_check(
    decision: Decision,
    found: Iterable[Part],
    sources: AbstractSet[str],
    bodies: AbstractSet[str],
) -> list[Fault]:
    """List everything that does not fit together in a decision."""
    check = _Check(decision, tuple(found), sources, bodies | {NOBODY})
    faults = [*check.names(), *check.doubles(), *check.table(), *check.balance()]
    faults += privacy_faults(decision, check.found)
    faults += cost_faults(decision, check.found)
    faults += succession_faults(check.found, decision.old)
    # In steps: on a name that does not exist the later checks would only stumble.
    return (
        faults
        or [*check.fits(), *check.cycles(), *check.openings()]
        or [*check.unused(), *check.mended(), *unread_faults(decision, check.found)]
    )


@dataclass(frozen=True)
class _Check:
    decision: Decision
    found: tuple[Part, ...]
    sources: AbstractSet[str]
    bodies: AbstractSet[str]

    def names(self) -> Iterator[Fault]:
        """Check every name that an item uses."""
        for item, reading, loc in self.found:
            told: set[str] = set()  # `changes` follows `who`: one slip is told once
            for each in references(item):
                known = self._known[each.kind]
                if each.name not in known and each.name not in told:
                    told.add(each.name)
                    message = self._missing(item, each.kind, each.name, known)
                    yield reading.fault((*loc, *each.loc), message)
            gate = item.applies_when if isinstance(item, Question) else None
            if gate is not None and any(named_rules(gate)):
                message = f"{_title(item)}: applies_when mag geen regel noemen."
                yield reading.fault((*loc, "applies_when"), message)
            if isinstance(item, Header):
                yield from self._holes(item, reading)

    @cached_property
    def _known(self) -> Mapping[str, AbstractSet[str]]:
        decision = self.decision
        screens = decision.screen_by_id.keys()
        return {
            "vraag": decision.question_by_id.keys(),
            # a count of what is known may name a card or one question
            "scherm": screens | decision.question_by_id.keys(),
            "regel": decision.rule_by_id.keys(),
            "eis": decision.demand_by_id.keys(),
            "fase": {each.id for each in self._phases} | {UNKNOWN_PHASE, ALWAYS_PHASE},
            "hoofdstuk": {chapter.id for chapter in decision.header.chapters},
            "uitkomst": decision.outcome_by_id.keys(),
            "bron": self.sources,
            "orgaan": self.bodies,
            "waarborg": decision.privacy.safeguard_by_id.keys(),
            "kostenpost": decision.costs.item_by_id.keys(),
            "aantal": decision.costs.quantity_by_id.keys(),
            "voorbeeld": decision.costs.examples.keys(),
        }

    @property
    def _phases(self) -> Iterator[Option]:
        phase = self.decision.header.phase
        if phase in self.decision.question_by_id:
            yield from self.decision.phases

    def _missing(
        self, item: BaseModel, kind: str, name: str, known: AbstractSet[str]
    ) -> str:
        guess = did_you_mean(name, known)
        that = _THAT.get(kind, "die")
        return (
            f"{_title(item)} verwijst naar {kind} '{name}', "
            f"maar {that} staat niet {_WHERE[kind]}.{guess}"
        )

    def _holes(self, header: Header, reading: ReadFile) -> Iterator[Fault]:
        """Check what stands between braces in the titles of outcomes."""
        for place, outcome in enumerate(header.outcomes):
            own: Loc = ("outcomes", place)
            for loc, text in outcome.told():
                for message in self._misfilled(text):
                    told = f"{message} (uitkomst '{outcome.id}')"
                    yield reading.fault((*own, *loc), told)
            for index, title in enumerate(outcome.titles):
                if not outcome.met and _FLATTERS.search(title.text):
                    message = (
                        f"deze titel van uitkomst '{outcome.id}' zegt dat aan de eisen "
                        "is voldaan: zet er met: true bij."
                    )
                    yield reading.fault((*own, "titles", index, "text"), message)
            if outcome.titles[-1].when:
                message = (
                    f"de laatste titel van uitkomst '{outcome.id}' moet de rest "
                    "opvangen: laat when weg."
                )
                yield reading.fault((*own, "titles"), message)

    def _misfilled(self, text: str) -> Iterator[str]:
        """Say what cannot be filled in a title."""
        known = {*COUNTED, *self.decision.question_by_id}
        known |= {f"{OPEN_AT}{body}" for body in self.bodies}
        try:
            named = holes(text)
        except ValueError:
            yield "een accolade staat open of dicht zonder de andere."
            return
        for name in named:
            if name not in known:
                guess = did_you_mean(name, known)
                yield f"'{{{name}}}' kunnen wij niet invullen.{guess}"

    def doubles(self) -> Iterator[Fault]:
        """Find names that are given twice."""
        seen: set[tuple[str, str]] = set()
        for item, reading, loc in self.found:
            name = getattr(item, "id", None)
            key = (type(item).__name__, str(name))
            if name is not None and key in seen:
                yield reading.fault(loc, f"{_title(item)} staat er twee keer.")
            seen.add(key)
            for where, names in _inner_names(item):
                for double in (n for n, count in Counter(names).items() if count > 1):
                    message = f"'{double}' staat twee keer bij {where}."
                    yield reading.fault((*loc, where), message)
        cards = Counter(screen.id for screen in self.decision.screens)
        for name in (name for name, count in cards.items() if count > 1):
            reading, loc = next(
                (reading, loc)
                for item, reading, loc in self.found
                if isinstance(item, Question) and name in (item.id, item.card)
            )
            yield reading.fault(loc, f"scherm '{name}' staat er twee keer.")

    def table(self) -> Iterator[Fault]:
        """Check that the table leads everywhere, and its phases are there."""
        header, reading, loc = next(
            (item, reading, loc)
            for item, reading, loc in self.found
            if isinstance(item, Header)
        )
        table = header.table
        reached = {row.outcome for row in table}
        for index, outcome in enumerate(header.outcomes):
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
        yield from self._phase_question(header, reading)

    def _phase_question(  # noqa: C901 — with a phase and without
        self, header: Header, reading: ReadFile
    ) -> Iterator[Fault]:
        """Check that the phase is a choice, and that each phase has a first picture."""
        asked_at = header.phase
        given = set(header.first_picture)
        if asked_at is None:
            if given != {ALWAYS_PHASE}:
                message = "zonder phase hoort bij first_picture alleen 'altijd'."
                yield reading.fault(("first_picture",), message)
            for item, where, loc in self.found:
                if isinstance(item, Demand) and item.due is not None:
                    message = (
                        f"{_title(item)} telt vanaf '{item.due}', "
                        "maar dit besluit heeft geen phase."
                    )
                    yield where.fault((*loc, "due"), message)
            return
        question = self.decision.question_by_id.get(asked_at)
        if question is None:
            return
        if not isinstance(question.answer, ChoiceKind):
            message = f"fasevraag '{asked_at}' hoort een keuze te zijn."
            yield reading.fault(("phase",), message)
            return
        for option in question.answer.options:
            if option.id not in given:
                message = f"bij first_picture ontbreekt fase '{option.id}'."
                yield reading.fault(("first_picture",), message)

    def balance(self) -> Iterator[Fault]:
        """Check that there are as many arguments for as against."""
        for item, reading, loc in self.found:
            if isinstance(item, Arguments) and len(item.for_) != len(item.against):
                message = (
                    f"er zijn {len(item.for_)} argumenten voor en "
                    f"{len(item.against)} tegen: geef er evenveel."
                )
                yield reading.fault(loc, message)

    def fits(self) -> Iterator[Fault]:
        """Check that each test can be made on the question that it looks at."""
        by_id = self.decision.question_by_id
        for item, reading, loc in self.found:
            for where, test in within(item):
                if isinstance(test, PassedTest):
                    question = by_id[test.passed]
                elif isinstance(test, Asks):
                    question = by_id[test.question]
                else:
                    continue
                if isinstance(test, InOrder):
                    message = None if question.judges else _UNJUDGED.format(question.id)
                else:
                    message = misfit(question, test)
                if message is not None:
                    yield reading.fault((*loc, *where), message)

    def mended(self) -> Iterator[Fault]:
        """Check that repairs mend what their demand looks at, and leave nothing out."""
        by_id = self.decision.question_by_id
        for item, reading, loc in self.found:
            if not isinstance(item, Demand):
                continue
            own = self.decision.own_questions(item)
            named = {name for one in item.repair for name in one.mends}
            for name in sorted(named - own):
                message = f"{_title(item)} kijkt niet naar vraag '{name}' uit mends."
                yield reading.fault((*loc, "repair"), message)
            # A choice may open a demand; only a plain no is in want of its own repair.
            plain = {name for name in own if by_id[name].answer.kind == "yes_no"}
            if named and all(one.mends for one in item.repair):
                for name in sorted(plain - named):
                    message = (
                        f"{_title(item)} heeft geen repair voor vraag '{name}': "
                        "noem haar bij een mends, of laat mends ergens weg."
                    )
                    yield reading.fault((*loc, "repair"), message)

    def cycles(self) -> Iterator[Fault]:
        """Find rules and questions that lean on themselves."""
        leans: dict[str, set[str]] = {}
        for question in self.decision.questions:
            leans[f"vraag '{question.id}'"] = set(_leans_on(question.applies_when))
        for rule in self.decision.rules:
            leans[f"regel '{rule.id}'"] = set(_leans_on(rule.when))
        for item, reading, loc in self.found:
            name = _title(item)
            if name in leans and _reaches(leans, name, name):
                yield reading.fault(loc, f"{name} leunt via een omweg op zichzelf.")

    def openings(self) -> Iterator[Fault]:
        """Check that ‘Zo ja’ and ‘Zo nee’ speak of the row right above, and of nothing else.

        After a ‘nee’ to the row above, a reader would else skip what still counts.
        """
        for item, reading, loc in self.found:
            if not isinstance(item, Question) or item.opening is None:
                continue
            rows = self.decision.screen_of(item.id).rows
            above = [row.id for row in rows[: rows.index(item)]][-1:]
            gate = item.applies_when
            tests = (part for _, part in parts(gate)) if gate is not None else ()
            wanted = OPENINGS[item.opening]
            if not any(
                isinstance(test, Is) and [test.question] == above and test.is_ == wanted
                for test in tests
            ):
                message = (
                    f"{_title(item)} begint met ‘{item.opening.strip()}’, maar hangt niet aan "
                    f"‘{wanted}’ op de rij er direct boven: noem waar zij aan hangt."
                )
                yield reading.fault((*loc, "text"), message)

    def unused(self) -> Iterator[Fault]:
        """Find questions and rules that nothing looks at.

        What has no judgement may only be told: an opinion, a number for the money.
        """
        used = {"vraag": set[str](), "regel": set[str]()}
        for item, _, _ in self.found:
            own = getattr(item, "id", None)
            for each in references(item):
                if each.kind in used and each.name != own:
                    used[each.kind].add(each.name)
        for item, reading, loc in self.found:
            if isinstance(item, Rule) and item.id not in used["regel"]:
                yield reading.fault(loc, f"niets gebruikt {_title(item)}.")
            if (
                isinstance(item, Question)
                and item.judges
                and item.id not in self._demanded
            ):
                message = (
                    f"geen eis rust op {_title(item)}; "
                    "is er niets te oordelen, zet dan in_order: geen."
                )
                yield reading.fault(loc, message)

    @cached_property
    def _demanded(self) -> frozenset[str]:
        """Name the questions that a demand or the table rests on."""
        decision = self.decision
        named = {name for each in decision.demands for name in decision.named_by(each)}
        gates = {name for names in decision.gates.values() for name in names}
        return frozenset({*named, *decision.at_the_table, *gates})


def _inner_names(item: BaseModel) -> Iterator[tuple[str, list[str]]]:
    """Give the ids of the things inside an item, by the key that they stand under."""
    match item:
        case Header():
            yield "chapters", [each.id for each in item.chapters]
            yield "outcomes", [each.id for each in item.outcomes]
            yield "clashes", [each.id for each in item.clashes]
            yield "ask_order", list(item.ask_order)
        case Question(answer=ChoiceKind(options=options) | TicksKind(options=options)):
            yield "answer", [option.id for option in options]
        case Arguments():
            yield "for", [each.id for each in (*item.for_, *item.against)]
        case _:
            return


def _title(item: BaseModel) -> str:
    kind = {
        "Question": "vraag",
        "Demand": "eis",
        "Rule": "regel",
        "Header": "besluit",
        "Argument": "argument",
        "BodyQuestion": "orgaanvraag",
        "Correction": "misverstand",
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
        elif isinstance(part, Asks):
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
