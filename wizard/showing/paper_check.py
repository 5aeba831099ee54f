"""The check of a paper as a page: each line with its verdict, and what still has to be done."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from reports.council.draft import by_body, offered_facts, points_of
from reports.council.findings import JudgedLine, LineVerdict
from reports.council.griffie import Filing, publication
from reports.council.griffie import as_text as fields_as_text
from reports.council.lint import CheckedPaper, is_ready
from reports.council.lint_results import told_of
from reports.council.paper import Draft, Paper, PaperLine, PaperPart
from reports.council.paper_reading import LABELS
from reports.council.paper_text import as_text
from reports.document import PaperKind
from reports.dutch import capital, counted, enumerate_words
from wizard.counter import Work
from wizard.screen_parts import Link, Shown
from wizard.showing.draft_as_sent import (
    PaperSort,
    Values,
    offered_entries,
    printed,
)
from wizard.showing.navigation import bar


@dataclass(frozen=True)
class Composed:
    """A paper as it was read from a form: its values, and what the check says of it."""

    values: Values
    wrong: Mapping[str, str]
    draft: Draft
    checked: CheckedPaper


# A heading with its lines, each with the verdict where it asks something.
Group = tuple[str, bool, tuple[tuple[str, JudgedLine | None], ...]]

SHAPES = {
    LineVerdict.CAN: "voldaan",
    LineVerdict.CANNOT: "niet_voldaan",
    LineVerdict.UNJUDGED: "onbekend",
}


ASKING = (PaperPart.REQUEST, PaperPart.QUESTION, PaperPart.NEW)
READY = "Dit stuk kan mee."
NOT_READY = "Dit stuk kan zo nog niet mee."
NOTHING_ASKED = "Er staat nog geen verzoek, vraag of wijziging in het stuk."


def state_of(checked: CheckedPaper) -> str:
    """Say what still stands in the way, in a sentence; the worst first."""
    for verdict, told in (
        (LineVerdict.CANNOT, "{what} kan zo niet. Pas dat aan of maak het veld leeg."),
        (LineVerdict.UNJUDGED, "{what}: dit konden wij niet beoordelen."),
    ):
        places = places_of(checked, verdict)
        if places:
            return told.format(what=capital(enumerate_words(places)))
    return (
        READY
        if any(one.line.part in ASKING for one in checked.lines)
        else NOTHING_ASKED
    )


def places_of(checked: CheckedPaper, verdict: LineVerdict) -> tuple[str, ...]:
    """Name the lines that got a verdict, each as it is counted in the form."""
    count: dict[PaperPart, int] = {}
    found = []
    for one in checked.lines:
        count[one.line.part] = count.get(one.line.part, 0) + 1
        if one.verdict is verdict:
            alone = one.line.part not in (PaperPart.REQUEST, PaperPart.QUESTION)
            number = "" if alone else f" {count[one.line.part]}"
            found.append(f"{one.line.part}{number}")
    return tuple(dict.fromkeys(found))


def check_screen(
    work: Work, sort: PaperSort, composed: Composed, filing: Filing, *, fault: str = ""
) -> Shown:
    """Show the whole paper with what the check says; files when it can be taken along.

    `behind` is what explains the paper, below its close; `conditions` are those for
    publication.
    """
    checked, draft = composed.checked, composed.draft
    paper = checked.paper
    ready = is_ready(paper, checked.findings)
    unjudged = places_of(checked, LineVerdict.UNJUDGED)
    left = _left_out(work, sort, draft)
    within = [one for one in checked.lines if one.line.part is not PaperPart.REASON]
    behind = [one for one in checked.lines if one.line.part is PaperPart.REASON]
    return Shown(
        "screens/controle.html",
        title=f"{sort.title} nakijken",
        decision=work.decision.header.title,
        state=READY if ready else NOT_READY,
        asks=bool(paper.of(*ASKING)),
        ready=ready,
        told=tuple(filter(READY.__ne__, (state_of(checked), *left))),
        opening=paper.opening,
        groups=tuple(_groups(within)),
        close=paper.close,
        behind=tuple(_groups(behind)),
        notes=tuple(f"{one.number}. {one.text}" for one in paper.notes),
        remarks=tuple(_remarks(checked)),
        unjudged=enumerate_words(unjudged) if ready and unjudged else "",
        text=whole_text(paper),
        fields=fields_as_text(filing),
        name=work.decision.id,
        slug=sort.slug,
        conditions=publication(printed(work, paper), checked.findings, draft.parties),
        shapes=SHAPES,
        told_of=told_of,
        faults=(Link(fault, "#griffie"),) if fault else (),
        bar=bar(work, "papers"),
    )


def whole_text(paper: Paper) -> str:
    """Write a paper out as text, to copy into a message or a file."""
    parts = (
        f"{paper.kind}: {paper.title}",
        paper.opening,
        as_text(paper).strip(),
        paper.close,
        "\n".join(f"[{note.number}] {note.text}" for note in paper.notes),
    )
    return "\n\n".join(filter(None, parts)) + "\n"


def _left_out(work: Work, sort: PaperSort, draft: Draft) -> Iterator[str]:
    """Tell what was written by oneself, and what lay ready and was left out."""
    ready = {entry.text for entry in offered_entries(work, sort)}
    own = [
        f"{sort.entry} {number}"
        for number, entry in enumerate(by_body(draft.entries), start=1)
        if entry.text not in ready
    ]
    named = (("de plaats", draft.place), ("de toelichting", draft.reason))
    own += [name for name, text in named if text]
    if own:
        yield f"Zelf geschreven of aangepast: {enumerate_words(own)}."
    sides = points_of(work.advice)
    taken = {entry.text for entry in draft.entries}
    left = [
        counted(number, one, more)
        for number, one, more in (
            (len(offered_facts(work.advice)) - len(draft.facts), "feit", "feiten"),
            (
                sum(map(len, sides)) - len(draft.points),
                "overweging",
                "overwegingen",
            ),
            (len(ready - taken), sort.entry, sort.part),
        )
        if number
        and one
        and (one != "overweging" or sort.kind is not PaperKind.QUESTIONS)
    ]
    if left:
        yield f"Dit ligt ook klaar, maar staat niet in het stuk: {enumerate_words(left)}."


def _groups(lines: Iterable[JudgedLine]) -> Iterator[Group]:
    """Show lines as the paper has them: points by number, running text without."""
    running = (*LABELS, PaperPart.REASON, PaperPart.CAUSE)
    for heading, found in groupby(lines, key=lambda one: one.line.heading):
        several = tuple(found)
        told = ((_marked(one.line), one if _is_told(one) else None) for one in several)
        numbered = not any(one.line.part in running for one in several)
        yield heading, numbered, tuple(told)


def _is_told(one: JudgedLine) -> bool:
    """Tell whether a verdict stands with a line: where it asks, or cannot be as it is."""
    return one.line.part in ASKING or one.verdict is not LineVerdict.CAN


def _marked(line: PaperLine) -> str:
    notes = f"[{', '.join(map(str, line.notes))}]" if line.notes else ""
    return " ".join(filter(None, (LABELS.get(line.part), line.text, notes)))


def _remarks(checked: CheckedPaper) -> Iterator[str]:
    """Give what was found in the whole, or in a line that asks nothing."""
    told = filter(_is_told, checked.lines)
    shown = {found for one in told for found in one.findings}
    for one in checked.findings:
        if one not in shown:
            yield f"{capital(one.place)}: {one.message} {one.suggestion}"
