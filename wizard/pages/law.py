"""The law itself, for who wants to check it: rules, proofs, cases and terms."""

from collections import Counter

from flask import Blueprint

from reports.composing.demands import articles, ground
from reports.dutch import capital, enumerate_words, in_sentence, say_answer
from rules.caselaw import Agreement, JudgedCase
from rules.content.competence import Subject
from rules.content.decision import Decision
from rules.content.demands import Demand
from rules.content.questions import Question
from rules.grammar.answers import DontKnow, parse
from rules.judging.what_to_ask import sources_of
from wizard.counter import counter
from wizard.pages.page_access import findable, or_404
from wizard.screen_parts import Shown
from wizard.showing.law_in_words import lines, row
from wizard.showing.source_cards import SEEN, SourceCards

law = Blueprint("law", __name__)

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


@law.get("/regels")
@findable
def index() -> Shown:
    """Lead to the rules of each decision."""
    decisions = counter().library.decisions
    return Shown("screens/regels.html", title="Regels", decisions=decisions)


@law.get("/regels/<decision:decision>")
@findable
def rules(decision: str) -> Shown:
    """Show every rule of a decision, and what was proved about them.

    Each of the `rows` of the table says when, and what then comes out; of each of the
    `demands` is told whose it is, and on what it rests. `lines` reads a condition aloud.
    """
    library = counter().library
    found = or_404(library.decisions.get(decision))
    return Shown(
        "screens/regels_besluit.html",
        title=f"Regels van {in_sentence(found.header.title)}",
        intro=found.header.question,
        rows=tuple(
            (row(found, one), found.outcome_by_id[one.outcome].label)
            for one in found.header.table
        ),
        demands=tuple(
            (one, _about(found, one), sources_of(found, one)) for one in found.demands
        ),
        lines=lambda condition: tuple(lines(found, condition)),
        proofs=library.certificate(decision).proofs,
        fingerprint=found.fingerprint,
        cards=SourceCards(library.sources),
    )


def _about(decision: Decision, demand: Demand) -> str:
    phases = {phase.id: phase.label for phase in decision.phases}
    parts = (
        "Beslist" if demand.decides else f"Beslist niet, {demand.weight.dutch}",
        ground(demand),
        articles(counter().library, sources_of(decision, demand)),
        f"telt vanaf ‘{phases[demand.due]}’" if demand.due is not None else "",
    )
    return f"{', '.join(filter(None, parts))}."


@law.get("/wat-de-raad-kan")
@findable
def powers() -> Shown:
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
    return Shown(
        "screens/wat_de_raad_kan.html",
        title="Wat de raad wel en niet kan",
        rules=signpost.header.thumb_rules if signpost else (),
        groups=groups,
        cards=SourceCards(library.sources),
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
def cases() -> Shown:
    """Show every case beside our rules."""
    library, found = counter().library, counter().cases
    count = Counter(one.agreement for one in found)
    groups = tuple(
        (
            decision.header.title,
            tuple((e, _facts(decision, e)) for e in found if e.decision == name),
        )
        for name, decision in library.decisions.items()
        if any(one.decision == name for one in found)
    )
    told = " ".join(
        f"Bij {count[each]} {words}." for each, words in COUNTED.items() if count[each]
    )
    counted = f"Het zijn {len(found)} zaken. {told}"
    return Shown(
        "screens/rechtspraak.html",
        title="Rechtspraak naast onze regels",
        counted=counted,
        groups=groups,
        seen=SEEN,
    )


def _said(question: Question, answer: str | int | tuple[str, ...]) -> str:
    """Say a fact of a case; who read the case does not know what is not in it."""
    text = ", ".join(answer) if isinstance(answer, tuple) else answer
    known = parse(question.answer, text)
    return "onbekend" if known == DontKnow() else say_answer(question, known)


def _facts(decision: Decision, judged: JudgedCase) -> tuple[str, ...]:
    """Say the facts of a case: by question, and then what has no question."""
    given = ((decision.find(name), said) for name, said in judged.case.facts.items())
    facts = (f"{asked.text} {capital(_said(asked, said))}." for asked, said in given)
    return (*facts, *judged.case.beside)


@law.get("/begrippen")
@findable
def terms() -> Shown:
    """Show the glossary."""
    library = counter().library
    return Shown(
        "screens/begrippen.html",
        title="Begrippen",
        terms=library.terms,
        sources=library.sources,
    )
