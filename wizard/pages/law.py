"""The law itself, for who wants to check it: rules, proofs, cases and terms."""

from collections import Counter

from flask import Blueprint, abort, url_for

from reports.dutch import capital, say_answer, say_date
from rules.caselaw import Agreement, Judged, Ruling
from rules.content.decision import Decision
from rules.content.questions import Question
from rules.grammar.answers import DontKnow, parse
from rules.grammar.condition import Rule
from wizard.guarding.security import show_to_search_engines
from wizard.pages.walk import show
from wizard.screens.law import (
    CaseGroup,
    CaseRow,
    CasesScreen,
    ProofRow,
    RuleRow,
    RulesCard,
    RulesIndexScreen,
    RulesScreen,
    TableRow,
    TermRow,
    TermsScreen,
)
from wizard.screens.parts import Link
from wizard.showing.citing import SEEN, Notes, note
from wizard.showing.rule_words import lines, row
from wizard.work import desk

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
NOBODY = "niemand, dit ligt vast"
COUNTED = {
    Agreement.GELIJK: "komen onze regels hetzelfde uit",
    Agreement.OPEN: "laten zij het open",
    Agreement.ANDERS: "komen zij anders uit",
    Agreement.NIET_GETOETST: "is er geen oordeel om naast te leggen",
}


@law.get("/regels")
def index() -> str:
    """Lead to the rules of each decision."""
    show_to_search_engines()
    cards = tuple(
        RulesCard(
            one.header.title,
            f"{len(one.rules)} regels, {len(one.questions)} vragen, "
            f"nagekeken op {say_date(one.header.checked_on)}.",
            url_for("law.rules", decision=name),
        )
        for name, one in desk().library.decisions.items()
    )
    return show(RulesIndexScreen("Regels", cards))


@law.get("/regels/<decision>")
def rules(decision: str) -> str:
    """Show every rule of a decision, and what was proved about them."""
    show_to_search_engines()
    library = desk().library
    if decision not in library.decisions:
        abort(404)
    found, notes = library.decisions[decision], Notes(library.sources)
    proved = library.certificate(decision)
    return show(
        RulesScreen(
            title=f"Regels van {found.header.title.lower()}",
            intro=found.header.question,
            rows=tuple(
                TableRow(row(found, one), found.outcome_by_id[one.outcome].title)
                for one in found.header.table
            ),
            rules=tuple(_rule(found, notes, one) for one in found.rules),
            proofs=tuple(ProofRow(one.verdict, one.says) for one in proved.proofs),
            fingerprint=found.fingerprint,
            sources=notes.listed(),
            back=Link("Alle besluiten", url_for("law.index")),
        )
    )


def _rule(decision: Decision, notes: Notes, rule: Rule) -> RuleRow:
    body = desk().library.bodies.get(rule.who)
    return RuleRow(
        id=rule.id.replace("_", "-"),
        title=rule.title,
        when=tuple(lines(decision, rule.when)),
        because=rule.because,
        otherwise=rule.otherwise,
        who=body.name if body else NOBODY,
        notes=notes.cite(rule.sources),
    )


@law.get("/rechtspraak")
def cases() -> str:
    """Show every case beside our rules."""
    show_to_search_engines()
    library, found = desk().library, desk().cases
    count = Counter(one.agreement for one in found)
    groups = tuple(
        CaseGroup(
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
    return show(CasesScreen("Rechtspraak naast onze regels", counted, groups))


def _said(question: Question, answer: str | int) -> str:
    """Say a fact of a case; who read the case does not know what is not in it."""
    known = parse(question.answer, answer)
    return "onbekend" if known == DontKnow() else say_answer(question, known)


def _case(decision: Decision, judged: Judged) -> CaseRow:
    case = judged.case
    facts = tuple(
        f"{question.text} {capital(_said(question, answer))}."
        for name, answer in case.facts.items()
        for question in decision.find(name)
    )
    return CaseRow(
        id=f"zaak-{judged.decision}-{case.id}",
        title=case.title,
        url=case.url,
        seen=SEEN[case.seen],
        about=case.about,
        facts=(*facts, *case.told),
        held=case.held,
        ruling=RULING[case.ruling],
        says=judged.says,
        agreement=AGREEMENT[judged.agreement],
        why=case.verklaring or "",
    )


@law.get("/begrippen")
def terms() -> str:
    """Show the glossary."""
    show_to_search_engines()
    library = desk().library
    rows = tuple(
        TermRow(
            f"begrip-{number}",
            one.term,
            one.meaning,
            tuple(note(library.sources[name], 0) for name in one.sources),
        )
        for number, one in enumerate(library.terms, 1)
    )
    return show(TermsScreen("Begrippen", rows))
