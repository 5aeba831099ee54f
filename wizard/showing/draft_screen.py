"""The form of a paper under way: what lies ready, what was typed, and what to pick."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from reports.composing.memo_core import because
from reports.composing.source_notes import Notes
from reports.council.draft import ASKABLE, by_body, fact_text, offered_facts, points_of
from reports.council.findings import JudgedLine
from reports.council.lint_results import told_of
from reports.council.paper import FOREIGN, PaperPart, PutLine
from reports.council.paper_document import place_of
from reports.council.written_questions import ready_questions
from reports.document import Note, PaperKind
from rules.content.briefing import Argument
from rules.content.questions import Question
from rules.judging.advice import Assessed
from wizard.counter import Work, slug_of
from wizard.guarding.personal import FIELD_HINT, LONGEST_TEXT
from wizard.screen_parts import Link, Shown
from wizard.showing.draft_as_sent import (
    LONGEST_CHANGE,
    LONGEST_TITLE,
    TO,
    PaperSort,
    offered_entries,
    setting_of,
)
from wizard.showing.navigation import bar, page
from wizard.showing.paper_check import SHAPES, Composed, state_of

SHOWN_POINTS = 2
# By heading, what is ticked under it: a fact as the paper says it, or a point.
Facts = tuple[tuple[str, tuple[tuple[Question, str], ...]], ...]
Points = list[tuple[str, list[Argument]]]
# A question or request: its number, to whom, why it counts, its law, and the verdict.
Entry = tuple[int, str, str, tuple[Note, ...], JudgedLine | None]


def compose_screen(work: Work, sort: PaperSort, composed: Composed) -> Shown:
    """Show a paper to edit, filled with what lies ready, is kept or was sent.

    Of `facts` and `points` those in the paper come first; behind a fold is what can come
    with them. `entries` are filled in, `free` is the number of the first that is not.
    """
    values, wrong, library = composed.values, composed.wrong, work.library
    offered, chosen = offered_facts(work.advice), {*values.getlist("feit")}
    numbers = range(1, sort.most + 1)
    filled = [n for n in numbers if values.get(f"{sort.entry}_{n}")]
    used = {values.get(f"{sort.entry}_{n}", "") for n in numbers}
    rest = [one for one in offered_entries(work, sort) if one.text not in used]
    points, more_points = _points(work, {*values.getlist("punt")})
    body = work.decision.header.body
    return Shown(
        "screens/opstellen.html",
        title=sort.title,
        decision=work.decision.header,
        sort=sort,
        place=place_of(setting_of(work)),
        values=values,
        wrong=wrong,
        facts=_facts(work, composed, (e for e in offered if e.question.id in chosen)),
        more_facts=_facts(
            work, composed, (e for e in offered if e.question.id not in chosen)
        ),
        points=points,
        more_points=more_points,
        entries=tuple(_entries(work, sort, composed, filled)),
        free=next((n for n in numbers if n not in filled), None),
        ready=len(rest),
        offered=tuple(
            (library.say("aan", orgaan=library.bodies[to].name), tuple(several))
            for to, several in groupby(by_body(rest), key=lambda one: one.to)
        ),
        bodies={name: library.bodies[name].name for name in ASKABLE},
        body=body if body in ASKABLE else "college",
        foreign=FOREIGN,
        hint=FIELD_HINT,
        longest=LONGEST_TEXT,
        longest_title=LONGEST_TITLE,
        longest_change=LONGEST_CHANGE,
        shapes=SHAPES,
        told_of=told_of,
        state=state_of(composed.checked),
        faults=tuple(Link(text, f"#{slug_of(key)}") for key, text in wrong.items()),
        version=work.version,
        back=page(work, "papers"),
        bar=bar(work, "papers"),
    )


def _facts(work: Work, composed: Composed, found: Iterable[Assessed]) -> Facts:
    """Give facts by chapter, in the words of the paper."""
    writer, origins = work.writer(), composed.draft.origins
    titles = {one.id: one.title for one in work.decision.header.chapters}
    return tuple(
        (
            titles[chapter],
            tuple(
                (
                    each.question,
                    fact_text(writer, work.advice, each, origins.get(each.question.id)),
                )
                for each in several
            ),
        )
        for chapter, several in groupby(found, key=lambda one: one.question.chapter)
    )


def _points(work: Work, chosen: set[str]) -> tuple[Points, Points]:
    """Give both sides, equally long, and what is left; nothing is ticked beforehand."""
    shown, folded = [], []
    for title, side in zip(("Voor", "Tegen"), points_of(work.advice), strict=True):
        first = [p for p in side if p in side[:SHOWN_POINTS] or p.id in chosen]
        shown.append((title, first))
        folded.append((title, [point for point in side if point not in first]))
    return shown, [(title, side) for title, side in folded if side]


def _entries(
    work: Work, sort: PaperSort, composed: Composed, numbers: Iterable[int]
) -> Iterator[Entry]:
    """Show what is put to a body, each with what is known of it and what the check says."""
    known = _known(work) if sort.kind is PaperKind.QUESTIONS else {}
    judged = _judged(composed, sort)
    for number in numbers:
        text = composed.values.get(f"{sort.entry}_{number}", "")
        to = composed.values.get(f"{TO}{number}", "")
        why, laws = known.get(text, ("", ()))
        yield number, to, why, laws, judged.get(PutLine(to, " ".join(text.split())))


def _judged(composed: Composed, sort: PaperSort) -> dict[PutLine, JudgedLine]:
    """Lay what the check says beside the entry that it is about."""
    asked = [
        one
        for one in composed.checked.lines
        if one.line.part in (PaperPart.REQUEST, PaperPart.QUESTION)
    ]
    return {
        entry: one
        for entry, one in zip(by_body(composed.draft.entries), asked, strict=False)
        if one.findings or sort.kind is not PaperKind.QUESTIONS
    }


def _known(work: Work) -> dict[str, tuple[str, tuple[Note, ...]]]:
    """Give why a ready question counts, and the articles that it rests on."""
    library, found = work.library, {}
    for each in ready_questions(work.writer(), work.advice):
        notes = Notes(library.sources, in_short=True)
        notes.cite(work.writer().laws(each.sources))
        told = library.say("dit_telt", reden=because(each)) if each.because else ""
        found[each.text] = told.removeprefix("— "), notes.all()
    return found
