"""The law itself, for who wants to check it: rules, proofs, cases and terms."""

from collections import Counter
from dataclasses import dataclass
from itertools import groupby

from flask import Blueprint, url_for

from reports.composing.demands import articles, ground
from reports.dutch import (
    capital,
    enumerate_words,
    in_sentence,
    say_answer,
    say_date,
)
from rules.caselaw import Agreement, JudgedCase, Ruling
from rules.content.competence import Form, Subject
from rules.content.decision import Decision
from rules.content.demands import Demand
from rules.content.questions import Question
from rules.grammar.answers import DontKnow, parse
from rules.grammar.condition import Condition
from rules.judging.what_to_ask import sources_of
from wizard.counter import counter
from wizard.pages.page_access import findable, or_404
from wizard.pages.walk import show
from wizard.screen_parts import Link, Part, Shown, ToldLink
from wizard.showing.law_in_words import lines, row
from wizard.showing.source_cards import SEEN, SourceCards


@dataclass(frozen=True)
class DemandWords:
    """One demand: whose it is, on what it rests, when it is met and when it is not."""

    demand: Demand
    sources: tuple[str, ...]
    about: str
    met: tuple[str, ...]
    unmet: tuple[str, ...]
    applies: tuple[str, ...]


@dataclass(frozen=True)
class CaseRow:
    """One case beside our rules, with its facts in words."""

    judged: JudgedCase
    facts: tuple[str, ...]
    seen: str
    ruling: str
    agreement: str


law = Blueprint("law", __name__)

RULING = {
    Ruling.IN_STAND: "De maatregel bleef in stand.",
    Ruling.NIET_IN_STAND: "De maatregel bleef niet in stand.",
    Ruling.NIET_GETOETST: "Niemand toetste dit aan de wet.",
}
AGREEMENT = {
    Agreement.GELIJK: "Onze regels komen hetzelfde uit.",
    Agreement.OPEN: "Onze regels laten dit open.",
    Agreement.ANDERS: "Onze regels komen anders uit.",
    Agreement.NIET_GETOETST: "Er is geen oordeel om naast te leggen.",
}
COUNTED = {
    Agreement.GELIJK: "komen onze regels hetzelfde uit",
    Agreement.OPEN: "laten zij het open",
    Agreement.ANDERS: "komen zij anders uit",
    Agreement.NIET_GETOETST: "is er geen oordeel om naast te leggen",
}

DECIDES = {
    "raad": "De raad beslist zelf",
    "burgemeester": "De burgemeester beslist",
    "college": "Het college beslist",
    "samen": "De burgemeester of het college beslist",
    "anderen": "Een ander beslist",
}
WAYS = {
    Form.MOTIE: "Met een motie",
    Form.AMENDEMENT: "Met een amendement",
    Form.VRAGEN: "Met vragen",
}


@law.get("/regels")
@findable
def index() -> str:
    """Lead to the rules of each decision."""
    cards = tuple(
        ToldLink(
            Link(one.header.title, url_for("law.rules", decision=name)),
            f"{len(one.demands)} eisen, {len(one.questions)} vragen, "
            f"nagekeken op {say_date(one.header.checked_on)}.",
        )
        for name, one in counter().library.decisions.items()
    )
    return show(Shown("screens/regels.html", title="Regels", decisions=cards))


@law.get("/regels/<decision:decision>")
@findable
def rules(decision: str) -> str:
    """Show every rule of a decision, and what was proved about them.

    Each of the `rows` of the table says when, and what then comes out.
    """
    library = counter().library
    found = or_404(library.decisions.get(decision))
    return show(
        Shown(
            "screens/regels_besluit.html",
            title=f"Regels van {in_sentence(found.header.title)}",
            intro=found.header.question,
            rows=tuple(
                (row(found, one), found.outcome_by_id[one.outcome].label)
                for one in found.header.table
            ),
            demands=tuple(_demand(found, one) for one in found.demands),
            proofs=library.certificate(decision).proofs,
            fingerprint=found.fingerprint,
            cards=SourceCards(library.sources),
        )
    )


def _demand(decision: Decision, demand: Demand) -> DemandWords:
    library = counter().library
    phases = {phase.id: phase.label for phase in decision.phases}
    sources = sources_of(decision, demand)
    parts = (
        "Beslist" if demand.decides else f"Beslist niet, {demand.weight.dutch}",
        ground(demand),
        articles(library, sources),
        f"telt vanaf ‘{phases[demand.due]}’" if demand.due is not None else "",
    )
    return DemandWords(
        demand,
        sources,
        about=f"{', '.join(filter(None, parts))}.",
        met=_lines(decision, demand.when),
        unmet=_lines(decision, demand.not_met),
        applies=_lines(decision, demand.applies_when),
    )


def _lines(decision: Decision, condition: Condition | None) -> tuple[str, ...]:
    return () if condition is None else tuple(lines(decision, condition))


@law.get("/wat-de-raad-kan")
@findable
def powers() -> str:
    """Tell who decides on what, and how the council puts it to them.

    `rules` are the rules of thumb of the signpost. Each of the `groups` has the subjects
    on which the same body decides, behind how to reach that body.
    """
    library = counter().library
    subjects, signpost = library.competence.subjects, library.signpost
    groups = tuple(
        (
            name,
            title,
            library.bodies.get(name),
            tuple((one, _who(one)) for one in subjects if _decides(one) == name),
        )
        for name, title in DECIDES.items()
    )
    return show(
        Shown(
            "screens/wat_de_raad_kan.html",
            title="Wat de raad wel en niet kan",
            rules=signpost.header.thumb_rules if signpost else (),
            groups=groups,
            ways=WAYS,
            cards=SourceCards(library.sources),
        )
    )


def _decides(subject: Subject) -> str:
    """Name who decides: the council, another body of the town, two of them, or others."""
    if "raad" in subject.who:
        return "raad"
    if len(subject.who) == 1 and subject.who[0] in DECIDES:
        return subject.who[0]
    return "samen" if {*subject.who} == {"burgemeester", "college"} else "anderen"


def _who(subject: Subject) -> str:
    """Say who decides, where that is not the heading."""
    bodies = counter().library.bodies
    names = enumerate_words([bodies[name].name for name in subject.who], "of")
    return f"Dat doet {names}." if _decides(subject) == "anderen" else ""


@law.get("/rechtspraak")
@findable
def cases() -> str:
    """Show every case beside our rules."""
    library, found = counter().library, counter().cases
    count = Counter(one.agreement for one in found)
    groups = tuple(
        Part(
            decision.header.title,
            tuple(_case(decision, one) for one in found if one.decision == name),
        )
        for name, decision in library.decisions.items()
        if any(one.decision == name for one in found)
    )
    told = " ".join(
        f"Bij {count[each]} {words}." for each, words in COUNTED.items() if count[each]
    )
    counted = f"Het zijn {len(found)} zaken. {told}"
    return show(
        Shown(
            "screens/rechtspraak.html",
            title="Rechtspraak naast onze regels",
            counted=counted,
            groups=groups,
        )
    )


def _said(question: Question, answer: str | int | tuple[str, ...]) -> str:
    """Say a fact of a case; who read the case does not know what is not in it."""
    text = ", ".join(answer) if isinstance(answer, tuple) else answer
    known = parse(question.answer, text)
    return "onbekend" if known == DontKnow() else say_answer(question, known)


def _case(decision: Decision, judged: JudgedCase) -> CaseRow:
    case = judged.case
    facts = tuple(
        f"{question.text} {capital(_said(question, answer))}."
        for name, answer in case.facts.items()
        for question in (decision.find(name),)
    )
    return CaseRow(
        judged,
        (*facts, *case.beside),
        SEEN[case.seen],
        RULING[case.ruling],
        AGREEMENT[judged.agreement],
    )


@law.get("/begrippen")
@findable
def terms() -> str:
    """Show the glossary."""
    library = counter().library
    return show(
        Shown(
            "screens/begrippen.html",
            title="Begrippen",
            letters=tuple(
                Part(letter, tuple(several))
                for letter, several in groupby(
                    library.terms, lambda each: each.term[0].upper()
                )
            ),
            sources=library.sources,
        )
    )
