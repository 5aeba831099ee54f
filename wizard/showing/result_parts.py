"""Parts of the result: the test per condition, who is asked, both sides, what to take."""

from collections import Counter
from collections.abc import Iterable

from flask import url_for

from reports.asking import questions_by_body
from reports.dutch import capital, enumerate_words, say_answer
from rules.content.briefing import Argument, Statement
from rules.content.decision import Chapter
from rules.grammar.terms import Body
from rules.judging.advice import Assessed, Status
from rules.judging.dating import why_idle
from rules.judging.journey import Standing
from rules.judging.two_sides import Point, two_sides
from wizard.screens.parts import Asked, AskedOf, Label, Sentence
from wizard.screens.result import (
    ConditionRow,
    ConditionTable,
    Download,
    Powers,
    Side,
    Skipped,
)
from wizard.showing.citing import Notes
from wizard.showing.standing import counted
from wizard.showing.together import checklist
from wizard.work import Work

MOST_ASKED = 5
STATUS = {
    Status.VOLDAAN: "voldaan",
    Status.NIET_VOLDAAN: "niet voldaan",
    Status.ONBEKEND: "onbekend",
    Status.NIET_VAN_TOEPASSING: "niet van toepassing",
    Status.ROUTE: "andere weg",
    Status.INFO: "ter informatie",
}
SETTLED = "Verandert de uitkomst nu niet meer."
IDLE = "Telt niet mee door een ander antwoord."


def statements(notes: Notes, found: Iterable[Statement]) -> tuple[Sentence, ...]:
    """Give sentences with their notes."""
    return tuple(notes.sentence(one.text, one.sources) for one in found)


def strongest_case(work: Work, notes: Notes) -> tuple[Side, ...]:
    """Show the strongest case for and against; the dossier decides which is first."""
    code = "" if work.dossier is None else work.dossier.code
    both = two_sides(work.advice, code)
    sides = (
        _case(notes, "sterkst-voor", "Het sterkste vóór", both.for_),
        _case(notes, "sterkst-tegen", "Het sterkste tegen", both.against),
    )
    return sides if both.first == "voor" else sides[::-1]


def _case(notes: Notes, name: str, title: str, points: Iterable[Point]) -> Side:
    return Side(
        name, title, tuple(notes.sentence(one.text, one.sources) for one in points)
    )


def all_arguments(work: Work, notes: Notes) -> tuple[Side, ...]:
    """Show every argument that the decision knows, as many on each side."""
    bank = work.decision.arguments
    return (
        _side(notes, "alle-voor", "Voor", bank.for_),
        _side(notes, "alle-tegen", "Tegen", bank.against),
    )


def _side(notes: Notes, name: str, title: str, found: tuple[Argument, ...]) -> Side:
    return Side(name, title, statements(notes, found))


def powers(work: Work, notes: Notes) -> tuple[Powers, ...]:
    """Show what each body can and cannot do."""
    bodies = work.desk.library.bodies
    return tuple(
        Powers(
            capital(bodies[role.body].name),
            statements(notes, role.can),
            statements(notes, role.cannot),
        )
        for role in work.decision.roles
    )


def asks(work: Work) -> tuple[AskedOf, ...]:
    """Group what is open by who knows it, in the words that the memo uses."""
    bodies = work.desk.library.bodies
    return tuple(
        _asked_of(bodies[name], questions)
        for name, questions in questions_by_body(work.advice).items()
    )


def _asked_of(body: Body, questions: tuple[str, ...]) -> AskedOf:
    texts = tuple(map(Asked, questions))
    rest = counted(len(texts) - MOST_ASKED, "vraag", "vragen")
    return AskedOf(
        body=capital(body.name),
        how=body.how,
        questions=texts[:MOST_ASKED],
        more=texts[MOST_ASKED:],
        more_title=f"Nog {rest} over wat {body.name} weet",
    )


def as_text(found: tuple[AskedOf, ...]) -> str:
    """Write the questions out, to copy."""
    blocks = []
    for ask in found:
        lines = [f"– {one.text}" for one in (*ask.questions, *ask.more)]
        blocks.append("\n".join([f"{ask.body}:", *lines]))
    return "\n\n".join(blocks)


def skipped(work: Work) -> tuple[Skipped, ...]:
    """Tell what was not asked, by the reason why."""
    grouped: dict[str, list[str]] = {}
    for stop in work.journey.stops:
        question = stop.question
        if stop.standing is Standing.IDLE:
            why = why_idle(work.decision, question) or IDLE
        elif stop.standing is Standing.SETTLED:
            why = SETTLED
        else:
            continue
        grouped.setdefault(why, []).append(question.text)
    return tuple(Skipped(why, tuple(texts)) for why, texts in grouped.items())


def tables(work: Work, notes: Notes) -> tuple[ConditionTable, ...]:
    """Show the test, a table for each chapter."""
    return tuple(
        _table(work, notes, chapter) for chapter in work.decision.header.chapters
    )


def _table(work: Work, notes: Notes, chapter: Chapter) -> ConditionTable:
    found = [e for e in work.advice.assessed if e.question.chapter == chapter.id]
    counts = Counter(each.status for each in found)
    state = enumerate_words(
        f"{counts[status]} {word}" for status, word in STATUS.items() if counts[status]
    )
    return ConditionTable(
        title=chapter.title,
        state=state,
        is_open=bool(counts[Status.NIET_VOLDAAN] + counts[Status.ROUTE]),
        rows=tuple(_row(work, notes, each) for each in found),
    )


def _row(work: Work, notes: Notes, each: Assessed) -> ConditionRow:
    question = each.question
    said = (
        "" if each.answer is None else f"Antwoord: {say_answer(question, each.answer)}."
    )
    reading = question.other_reading or ""
    return ConditionRow(
        text=question.text,
        note=" ".join(filter(None, (said, reading))),
        status=Label(each.status.value, STATUS[each.status]),
        who=work.desk.library.bodies[question.who].short,
        notes=notes.cite(question.sources),
    )


def downloads(work: Work) -> tuple[Download, ...]:
    """List the forms in which the memo can be taken along."""
    forms = (
        ("pdf", "Memo als PDF", "Toegankelijk, om te delen of te printen"),
        ("docx", "Memo voor Word", "Om zelf te bewerken"),
        ("odt", "Memo voor LibreOffice", "Om zelf te bewerken"),
        ("html", "Memo als webpagina", "Een bestand om te publiceren"),
        ("txt", "Memo als tekst", "Om te kopiëren"),
    )
    found = [
        Download(text, about, url_for("papers.memo", name=work.decision.id, form=form))
        for form, text, about in forms
    ]
    if work.may_change:
        about = "Motie, amendement of schriftelijke vragen"
        papers = url_for("drafts.papers", name=work.decision.id)
        found.append(Download("Een raadsstuk opstellen", about, papers))
    sheet = checklist(work)
    if sheet is not None:
        about = "Leeg, om af te drukken en te bespreken"
        found.append(Download(f"Het {sheet.text}", about, sheet.href))
    return tuple(found)
