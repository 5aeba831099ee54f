"""Toets: how each demand stands, what is open first, and why the outcome is what it is."""

from collections import Counter
from collections.abc import Iterable

from reports.asking import questions_by_body
from reports.brief import counts
from reports.certainty import answers_half, law_half
from reports.core import improvements, standing_word
from reports.demands import STATUS, Chapter, Row, demands, quoted
from reports.dutch import capital, enumerate_words
from reports.reasons import Reason, reasons
from rules.content.demands import Standing
from rules.grammar.glossary import Body
from rules.judging.dating import why_idle
from rules.judging.journey import Standing as Stands
from wizard.screens.parts import Asked, AskedOf, Label, Link
from wizard.screens.result import (
    DemandGroup,
    DemandRow,
    DemandsScreen,
    Improvement,
    ResultReason,
    Skipped,
    Standings,
    ToDo,
)
from wizard.showing.citing import Notes
from wizard.showing.doubts import firmness_in_doubt
from wizard.showing.standing import address, as_checked, bar, counted, tally
from wizard.work import Work

MOST_ASKED, MOST_SHOWN = 5, 8
FIRM = "Deze antwoorden veranderen de uitkomst niet meer. Zij vullen het memo aan."
OPEN = "Wat de uitkomst nog kan veranderen, staat vooraan."
SETTLED = "Hier leunt geen open eis meer op."
IDLE = "Telt niet mee door een ander antwoord."
ENDED = "Valt weg bij deze uitkomst."
URGENT = (Standing.NIET_VOLDAAN, Standing.ONBEKEND)


def demands_screen(work: Work) -> DemandsScreen:
    """Show the test, with all that belongs to how sure it is."""
    advice, library = work.advice, work.desk.library
    notes, questions = Notes(library.sources), asks(work)
    others = (one for one in advice.possible if one.id != advice.outcome.id)
    return DemandsScreen(
        title="De toets",
        outcome=advice.headline.title,
        tally=tally(advice, later=True) if counts(advice) else None,
        standings=_standings(work, notes),
        most=MOST_SHOWN,
        reasons=tuple(_reason(notes, each) for each in reasons(advice)),
        improve=_improve(work),
        certainty=(
            ("De antwoorden", answers_half(library, advice)),
            ("Het recht", law_half(library, advice)),
            ("Nagekeken", as_checked(work)),
        ),
        possible=() if advice.firm else tuple(capital(one.label) for one in others),
        robust=firmness_in_doubt(work),
        asks=questions,
        asks_intro=FIRM if advice.firm else OPEN,
        asks_text=_as_text(questions),
        skipped=_skipped(work),
        bar=bar(work, "demands"),
    )


def _standings(work: Work, notes: Notes) -> Standings:
    """Lay out the demands: what lies open by how it stands, the rest by chapter."""
    library = work.desk.library
    found = demands(work.advice, library)
    rows = [row for chapter in found.deciding for row in chapter.rows]
    later = [(row, _row(work, notes, row)) for row in found.later]
    left_out = (("hangt_af", found.hanging), ("niet_van_toepassing", found.idle))
    return Standings(
        urgent=tuple(
            DemandGroup(capital(STATUS[standing]), str(len(some)), some)
            for standing in URGENT
            if (some := _standing(work, notes, rows, standing))
        ),
        met=tuple(
            DemandGroup(chapter.title, f"{len(some)} {STATUS[Standing.VOLDAAN]}", some)
            for chapter in found.deciding
            if (some := _standing(work, notes, chapter.rows, Standing.VOLDAAN))
        ),
        weighing=tuple(_chapter(work, notes, chapter) for chapter in found.weighing),
        later=tuple(shown for row, shown in later if row.demand.decides),
        later_weighing=tuple(shown for row, shown in later if not row.demand.decides),
        left_out=tuple(
            library.say(sentence, punten=quoted(titles))
            for sentence, titles in left_out
            if titles
        ),
    )


def _standing(
    work: Work, notes: Notes, rows: Iterable[Row], standing: Standing
) -> tuple[DemandRow, ...]:
    return tuple(_row(work, notes, row) for row in rows if row.standing is standing)


def _chapter(work: Work, notes: Notes, chapter: Chapter) -> DemandGroup:
    number = Counter(row.standing for row in chapter.rows)
    state = enumerate_words(
        f"{number[standing]} {word}"
        for standing, word in STATUS.items()
        if number[standing]
    )
    rows = tuple(_row(work, notes, row) for row in chapter.rows)
    return DemandGroup(chapter.title, state, rows)


def _row(work: Work, notes: Notes, row: Row) -> DemandRow:
    bodies, demand = work.desk.library.bodies, row.demand
    parts = filter(None, (row.ground, row.articles, row.weight))
    is_later = row.standing is Standing.STRAKS
    why = f", want {demand.why}" if is_later else ""
    return DemandRow(
        title=demand.title,
        said=row.said,
        why=why,
        status=Label(row.standing.value, STATUS[row.standing]),
        ground=", ".join(parts),
        notes=notes.marks(row.sources),
        todo=tuple(ToDo(capital(bodies[one.who].name), one.text) for one in row.steps),
        told=notes.beside(row.demand),
        plan=row.plan,
        change=_change(work, row),
    )


def _change(work: Work, row: Row) -> Link | None:
    """Lead to the answer under a demand; what is answered can be looked at again."""
    names = work.decision.named_by(row.demand)
    if not work.may_change or not names:
        return None
    answered = any(name in work.casefile.answers for name in names)
    where = address(work, work.decision.question_by_id[names[0]])
    return Link("Wijzig" if answered else "Vul in", where)


def _improve(work: Work) -> tuple[Improvement, ...]:
    bodies = work.desk.library.bodies
    return tuple(
        Improvement(
            capital(bodies[name].short), tuple(repair.text for repair in repairs)
        )
        for name, repairs in improvements(work.advice).items()
    )


def _reason(notes: Notes, reason: Reason) -> ResultReason:
    is_open = reason.standing is Standing.ONBEKEND
    return ResultReason(
        standing_word(reason),
        notes.sentence(reason.text, reason.sources, is_open=is_open),
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


def _as_text(found: tuple[AskedOf, ...]) -> str:
    """Write the questions out, to copy."""
    blocks = []
    for ask in found:
        told = [f"– {one.text}" for one in (*ask.questions, *ask.more)]
        blocks.append("\n".join([f"{ask.body}:", *told]))
    return "\n\n".join(blocks)


def _skipped(work: Work) -> tuple[Skipped, ...]:
    """Tell what was not asked, by the reason why."""
    grouped: dict[str, list[str]] = {}
    for stop in work.journey.stops:
        question = stop.question
        if stop.standing is Stands.IDLE:
            why = why_idle(work.decision, question) or IDLE
        elif stop.standing is Stands.SETTLED:
            why = SETTLED
        elif stop.standing is Stands.ENDED:
            why = ENDED
        else:
            continue
        grouped.setdefault(why, []).append(question.text)
    return tuple(Skipped(why, tuple(texts)) for why, texts in grouped.items())
