"""How a question is shown, with everything that helps to answer it."""

import re

from flask import url_for

from reports.dutch import capital, say_answer
from rules.content.questions import Certainty, Effect, Question
from rules.grammar.answers import AmountKind, Answer, DateKind, NumberKind, TextKind
from rules.judging.journey import Standing
from wizard.forms import QuestionForm
from wizard.guarding.security import typed_fields
from wizard.screens.dossier import ConfirmScreen
from wizard.screens.parts import (
    Explanation,
    Fault,
    GateScreen,
    Link,
    QuestionScreen,
    ReferScreen,
)
from wizard.showing.citing import note
from wizard.showing.deciding import what_it_can_do
from wizard.showing.standing import address, back, bar, progress, skip, stand
from wizard.showing.together import checklist, told
from wizard.work import Work

WRONG = "Fout: "
MOST_TERMS = 3
CERTAINTY = {
    Certainty.VAST: "Dit staat vast: het staat letterlijk in de wet.",
    Certainty.WAARSCHIJNLIJK: "Dit is waarschijnlijk: rechtspraak of beleid wijst "
    "die kant op.",
    Certainty.OMSTREDEN: "Dit is omstreden: er zijn meer lezingen.",
}
EFFECT = {
    Effect.ROUTE: "Is het antwoord nee, dan past een andere weg misschien beter.",
    Effect.STOP: "Is het antwoord nee, dan is aan een eis niet voldaan.",
    Effect.HERSTEL: "Is het antwoord nee, dan moet dit eerst worden hersteld.",
    Effect.WEEG: "Is het antwoord nee, dan weegt dat mee in de afweging.",
}
IDLE = "Door uw andere antwoorden telt deze vraag nu niet mee."
JUDGEMENT = (
    "Dit is een open norm: de wet laat het oordeel aan u. "
    "In het memo staat dit als uw oordeel."
)


def question_screen(
    work: Work, question: Question, form: QuestionForm, *, clash: str = ""
) -> QuestionScreen:
    """Show one question; with what is wrong, if something is."""
    kind, unit, hint = _field(question)
    wrong = tuple(map(str, form.antwoord.errors))
    first = "#antwoord-0" if kind == "keuze" else "#antwoord"
    return QuestionScreen(
        title=(WRONG if wrong else "") + question.text,
        heading=question.text,
        meaning=_meaning(work, question),
        judgement=JUDGEMENT if question.is_judgement else "",
        given=told(work, question),
        kind=kind,
        unit=unit,
        hint=hint,
        form=form,
        faults=tuple(Fault(text, first) for text in wrong),
        clash=clash,
        explanations=(
            _article(work, question),
            _who(work, question),
            _why(work, question),
        ),
        progress=progress(work, question),
        stand=stand(work),
        live=f"{address(work, question)}/stand",
        back=back(work, question),
        skips=(skip(work, question),),
        version=0 if work.dossier is None else work.dossier.version,
        bar=bar(work),
    )


def gate_screen(work: Work, form: QuestionForm) -> GateScreen:
    """Show the question that comes before anything is stored."""
    header = work.decision.header
    wrong = tuple(map(str, form.antwoord.errors))
    return GateScreen(
        title=(WRONG if wrong else "") + header.gate.text,
        heading=header.gate.text,
        decision=header.title,
        question=header.question,
        help=header.gate.help,
        form=form,
        faults=tuple(Fault(text, "#antwoord-0") for text in wrong),
    )


def confirm_screen(
    work: Work, asked: Question, said: Answer, idle: tuple[Question, ...]
) -> ConfirmScreen:
    """Name the answers that a change would set aside, before it is made."""
    return ConfirmScreen(
        title="Hierdoor vervalt een ander antwoord"
        if len(idle) == 1
        else "Hierdoor vervallen andere antwoorden",
        question=asked.text,
        answer=capital(say_answer(asked, said)),
        idle=tuple(
            (one.text, capital(say_answer(one, work.said(one)))) for one in idle
        ),
        fields=typed_fields(),
        keep=Link("Nee, laat het zoals het was", address(work, asked)),
        bar=bar(work),
    )


def refer_screen(work: Work) -> ReferScreen:
    """Show where a question about one household can go."""
    return ReferScreen(
        "Hiermee kan Raadwijzer niet helpen",
        work.decision.header.gate.refer,
        Link("Terug naar het begin", url_for("pages.start")),
        checklist(work),
    )


def _field(question: Question) -> tuple[str, str, str]:
    """Choose the field: its kind, the unit behind it and an example."""
    match question.answer:
        case NumberKind(unit=unit, min=low, max=high):
            return "getal", unit, f"Vul een heel getal in, van {low} tot en met {high}."
        case AmountKind():
            return "bedrag", "", "Schrijf een bedrag, bijvoorbeeld 5.000 of 5.000,50."
        case DateKind():
            return "datum", "", "Schrijf een datum, zoals 1-7-2026."
        case TextKind(max=most):
            return (
                "tekst",
                "",
                f"Ten hoogste {most} tekens. Noem geen namen of adressen.",
            )
        case _:
            return "keuze", "", ""


def _meaning(work: Work, question: Question) -> Explanation:
    asked = f"{question.text} {question.help}".lower()
    terms = tuple(
        (capital(term.term), term.meaning)
        for term in work.desk.library.terms
        if re.search(rf"\b{re.escape(term.term.lower())}\b", asked)
    )
    return Explanation("Wat is dit?", (question.help,), terms=terms[:MOST_TERMS])


def _article(work: Work, question: Question) -> Explanation:
    register = work.desk.library.sources
    reading = (question.other_reading,) if question.other_reading else ()
    return Explanation(
        "Welk artikel?",
        (CERTAINTY[question.certainty], *reading),
        tuple(note(register[name], 0) for name in question.sources),
    )


def _who(work: Work, question: Question) -> Explanation:
    body = work.desk.library.bodies[question.who]
    return Explanation(
        "Wie weet dit?",
        (
            f"Dit weet waarschijnlijk {body.name}.",
            body.how,
            f"U kunt het zo vragen: “{question.ask}”",
        ),
    )


def _why(work: Work, question: Question) -> Explanation:
    stop = next(s for s in work.journey.stops if s.question.id == question.id)
    effect = (EFFECT[question.if_no.effect],) if question.is_yes_no else ()
    idle = stop.standing is Standing.IDLE
    decides = (IDLE,) if idle else what_it_can_do(work, question)
    lines = [*effect, question.if_no.text, *decides]
    lines.append("Weet u het niet? Dan wordt het een vraag aan wie het wel weet.")
    return Explanation("Waarom vragen we dit?", tuple(lines))
