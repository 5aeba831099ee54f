"""The result: outcome, reasons, what is open and for whom, both sides, sources."""

from collections.abc import Iterable

from flask import url_for

from reports.dutch import capital, enumerate_words, say_answer, say_date
from reports.reasons import Reason, reasons
from rules.advice import Assessed, Status
from rules.briefing import Statement
from rules.questions import Question
from rules.terms import Body
from rules.truth import Truth
from rules.turning import Turn
from wizard.citing import Notes
from wizard.overviews import asked
from wizard.screens import (
    AdviceScreen,
    Asked,
    AskedOf,
    Change,
    ConditionRow,
    ConditionTable,
    Download,
    Label,
    Link,
    Misreading,
    Powers,
    Sentence,
)
from wizard.standing import bar, firmness
from wizard.work import Work

MOST_REASONS = 6
MOST_ASKED = 5
MOST_TURNS = 2
OLD_AFTER_DAYS = 365
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
        basis=_basis(work),
        warnings=_warnings(work),
        parts=tuple(
            Link(text, f"#{name}") for name, text in PARTS if not absent.get(name)
        ),
        reasons=tuple(told[:MOST_REASONS]),
        more_reasons=tuple(told[MOST_REASONS:]),
        ask_first=asked(work, advice.ask_first[0]) if advice.ask_first else None,
        asks=asks,
        asks_text=_as_text(asks),
        changes=changes,
        tables=_tables(work, notes),
        arguments_for=_statements(notes, decision.arguments.for_),
        arguments_against=_statements(notes, decision.arguments.against),
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
    told = counted_answers(work.answered)
    return f"Dit rust op {told} van u, en op regels met stand {checked}."


def counted_answers(number: int) -> str:
    """Say how many answers there are.

    >>> counted_answers(1), counted_answers(4)
    ('1 antwoord', '4 antwoorden')
    """
    return f"{number} {'antwoord' if number == 1 else 'antwoorden'}"


def _warnings(work: Work) -> tuple[str, ...]:
    found = []
    dossier = work.dossier
    if dossier is not None and dossier.fingerprint != work.desk.library.fingerprint:
        found.append(
            "De regels zijn gewijzigd sinds u met dit dossier begon. "
            "Deze uitkomst volgt de regels van nu."
        )
    checked = work.decision.header.checked_on
    if (work.desk.today() - checked).days > OLD_AFTER_DAYS:
        found.append(
            f"De regels zijn het laatst nagekeken op {say_date(checked)}. "
            "Controleer of de wet sindsdien is gewijzigd."
        )
    return tuple(found)


def _reason(notes: Notes, reason: Reason) -> Sentence:
    is_open = reason.truth is Truth.UNKNOWN
    return notes.sentence(reason.text, reason.sources, is_open=is_open)


def _statements(notes: Notes, found: Iterable[Statement]) -> tuple[Sentence, ...]:
    return tuple(notes.sentence(one.text, one.sources) for one in found)


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
    """Group what is open by who knows it; what decides the most comes first."""
    order = {question.id: place for place, question in enumerate(work.advice.ask_first)}
    unknown = sorted(
        (each.question for each in work.advice.open),
        key=lambda question: order.get(question.id, len(order)),
    )
    groups: dict[str, list[Question]] = {}
    for question in unknown:
        groups.setdefault(question.who, []).append(question)
    bodies = work.desk.library.bodies
    return tuple(_asked_of(work, bodies[who], found) for who, found in groups.items())


def _asked_of(work: Work, body: Body, unknown: list[Question]) -> AskedOf:
    names = {name for question in unknown for name in (question.id, *question.refs)}
    ready = [
        one
        for one in work.decision.body_questions
        if one.to == body.id and names & set(one.about)
    ]
    covered = {name for one in ready for name in one.about}
    own = [
        question.ask
        for question in unknown
        if not covered & {question.id, *question.refs}
    ]
    texts = tuple(map(Asked, dict.fromkeys([*(one.text for one in ready), *own])))
    rest = len(texts) - MOST_ASKED
    return AskedOf(
        body=capital(body.name),
        how=body.how,
        questions=texts[:MOST_ASKED],
        more=texts[MOST_ASKED:],
        more_title=f"Nog {rest} {'vraag' if rest == 1 else 'vragen'} aan {body.name}",
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
    assessed = work.advice.assessed
    return tuple(
        ConditionTable(
            chapter.title,
            tuple(
                _row(work, notes, each)
                for each in assessed
                if each.question.chapter == chapter.id
            ),
        )
        for chapter in work.decision.header.chapters
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
        ("html", "Memo als webpagina", "Om te lezen of te publiceren"),
        ("txt", "Memo als tekst", "Om te kopiëren"),
    )
    return tuple(
        Download(text, about, url_for("papers.memo", name=work.decision.id, form=form))
        for form, text, about in forms
    )
