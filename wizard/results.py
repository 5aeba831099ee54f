"""The result: outcome, reasons, what is open and for whom, both sides, sources."""

from collections import Counter
from collections.abc import Iterable

from flask import url_for

from reports.asking import questions_by_body
from reports.dutch import capital, enumerate_words, say_answer, say_date
from reports.reasons import Reason, reasons
from rules.advice import Assessed, Status
from rules.briefing import Argument, Statement
from rules.dating import stale
from rules.decision import Chapter
from rules.terms import Body
from rules.truth import Truth
from rules.turning import Turn
from wizard.citing import Notes
from wizard.overviews import asked
from wizard.result_screens import (
    AdviceScreen,
    Change,
    ConditionRow,
    ConditionTable,
    Download,
    Misreading,
    Powers,
    Side,
)
from wizard.screens import Asked, AskedOf, Label, Link, Sentence
from wizard.standing import bar, counted, firmness
from wizard.work import Work

MOST_REASONS = 6
MOST_ASKED = 5
MOST_TURNS = 2
MOST_POINTS = 4
STATUS = {
    Status.VOLDAAN: "voldaan",
    Status.NIET_VOLDAAN: "niet voldaan",
    Status.ONBEKEND: "onbekend",
    Status.NIET_VAN_TOEPASSING: "niet van toepassing",
    Status.ROUTE: "andere weg",
    Status.INFO: "ter informatie",
}
PARTS = (
    ("waarom", "Waarom deze uitkomst"),
    ("vragen", "Nog uit te zoeken, en bij wie"),
    ("anders", "Wat zou dit anders maken?"),
    ("toets", "De toets per voorwaarde"),
    ("voor-en-tegen", "Punten voor en tegen"),
    ("wie-beslist", "Wie beslist wat"),
    ("goed-om-te-weten", "Goed om te weten"),
    ("meenemen", "Meenemen"),
    ("bronnen", "Bronnen"),
)


def advice_screen(work: Work) -> AdviceScreen:
    """Show everything that follows from what is known."""
    advice, decision = work.advice, work.decision
    notes = Notes(work.desk.library.sources)
    told = [_reason(notes, reason) for reason in reasons(advice)]
    asks = _asks(work)
    changes = _changes(work)
    screen_facts = tuple(
        notes.sentence(one.text, one.sources) for one in decision.facts
    )
    absent = {"vragen": not asks, "anders": not changes}
    return AdviceScreen(
        title=advice.outcome.title,
        decision=f"Uitkomst · {decision.header.title}",
        outcome=advice.outcome.title,
        meaning=advice.outcome.meaning,
        next_step=advice.outcome.next_step,
        firmness=firmness(work),
        possible=() if advice.firm else tuple(one.title for one in advice.possible),
        basis=_basis(work),
        warnings=_warnings(work),
        parts=tuple(
            Link(text, f"#{name}") for name, text in PARTS if not absent.get(name)
        ),
        reasons=tuple(told[:MOST_REASONS]),
        more_reasons=tuple(told[MOST_REASONS:]),
        ask_first=next(iter(asked(work, advice.ask_first[:1])), None),
        asks=asks,
        asks_text=_as_text(asks),
        changes=changes,
        tables=_tables(work, notes),
        sides=(
            _side(notes, "voor", "Voor", decision.arguments.for_),
            _side(notes, "tegen", "Tegen", decision.arguments.against),
        ),
        powers=_powers(work, notes),
        misreadings=tuple(
            Misreading(one.heard, notes.sentence(one.instead, one.sources))
            for one in decision.corrections
        ),
        facts=screen_facts,
        sources=notes.listed(),
        downloads=_downloads(work),
        bar=bar(work, "advice"),
    )


def _basis(work: Work) -> str:
    checked = say_date(work.decision.header.checked_on)
    told = counted(work.answered, "antwoord", "antwoorden")
    return f"Dit rust op {told} van u, en op regels met stand {checked}."


def _warnings(work: Work) -> tuple[str, ...]:
    found = []
    dossier = work.dossier
    if dossier is not None and dossier.fingerprint != work.desk.library.fingerprint:
        found.append(
            "De regels zijn gewijzigd sinds u met dit dossier begon. "
            "Deze uitkomst volgt de regels van nu."
        )
    old = stale(work.decision, work.desk.today())
    if old is not None:
        found.append(old.warning)
    return tuple(found)


def _reason(notes: Notes, reason: Reason) -> Sentence:
    is_open = reason.truth is Truth.UNKNOWN
    return notes.sentence(reason.text, reason.sources, is_open=is_open)


def _statements(notes: Notes, found: Iterable[Statement]) -> tuple[Sentence, ...]:
    return tuple(notes.sentence(one.text, one.sources) for one in found)


def _side(notes: Notes, name: str, title: str, found: tuple[Argument, ...]) -> Side:
    points = _statements(notes, found)
    rest = counted(len(points) - MOST_POINTS, "punt", "punten")
    return Side(
        name,
        title,
        points[:MOST_POINTS],
        points[MOST_POINTS:],
        f"Nog {rest} {title.lower()}",
    )


def _powers(work: Work, notes: Notes) -> tuple[Powers, ...]:
    bodies = work.desk.library.bodies
    return tuple(
        Powers(
            capital(bodies[role.body].name),
            _statements(notes, role.can),
            _statements(notes, role.cannot),
        )
        for role in work.decision.roles
    )


def _asks(work: Work) -> tuple[AskedOf, ...]:
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


def _as_text(asks: tuple[AskedOf, ...]) -> str:
    blocks = []
    for ask in asks:
        lines = [f"– {one.text}" for one in (*ask.questions, *ask.more)]
        blocks.append("\n".join([f"{ask.body}:", *lines]))
    return "\n\n".join(blocks)


def _changes(work: Work) -> tuple[Change, ...]:
    """Show the smallest changes, a few for each other outcome."""
    shown: dict[str, list[Turn]] = {}
    for turn in work.advice.turns:
        few = shown.setdefault(turn.outcome, [])
        if len(few) < MOST_TURNS:
            few.append(turn)
    return tuple(_change(work, turn) for few in shown.values() for turn in few)


def _change(work: Work, turn: Turn) -> Change:
    questions = work.decision.question_by_id
    bodies = work.desk.library.bodies
    facts = tuple(
        f"{questions[name].text} {capital(say_answer(questions[name], answer))}."
        for name, answer in turn.facts
    )
    who = [bodies[name].name for name in turn.who if name in bodies]
    able = f"Dit kan {enumerate_words(who)} veranderen." if who else ""
    return Change(facts, work.decision.outcome_by_id[turn.outcome].title, able)


def _tables(work: Work, notes: Notes) -> tuple[ConditionTable, ...]:
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


def _downloads(work: Work) -> tuple[Download, ...]:
    forms = (
        ("pdf", "Memo als PDF", "Toegankelijk, om te delen of te printen"),
        ("docx", "Memo voor Word", "Om zelf te bewerken"),
        ("odt", "Memo voor LibreOffice", "Om zelf te bewerken"),
        ("html", "Memo als webpagina", "Een bestand om te publiceren"),
        ("txt", "Memo als tekst", "Om te kopiëren"),
    )
    return tuple(
        Download(text, about, url_for("papers.memo", name=work.decision.id, form=form))
        for form, text, about in forms
    )
