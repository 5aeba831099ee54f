"""What the signpost tells of a problem: its rows for the page, and one page to print.

Both are made of the same rows, so that they cannot drift apart.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reports.composing.source_notes import Notes, order_of_leden
from reports.composing.writer import Writer
from reports.document import (
    Block,
    Cell,
    Document,
    Listing,
    PaperKind,
    Paragraph,
    Section,
    Span,
    Table,
)
from reports.dutch import enumerate_words, say_date
from rules.content.signpost import (
    Fitting,
    LawMark,
    LawState,
    Means,
    Problem,
    SignpostTonight,
)
from rules.grammar.answers import Answers
from rules.grammar.sources import Source
from rules.grammar.truth import Truth
from rules.judging.signpost import Signpost
from rules.library import Library

BETWEEN = " · "
HEAD = ("Middel, en wie beslist", "Wat het is, en wat daarbij geldt")
WIDTHS = (20, 80)
MARKS = {LawMark.NOG_GEEN_WET: "nog geen wet", LawMark.NIET_NAGEGAAN: "niet nagegaan"}


@dataclass(frozen=True, slots=True)
class Ground:
    """An article as briefly as a row allows; the law is named the first time only."""

    text: str
    href: str


@dataclass(frozen=True, slots=True)
class InstrumentRow:
    """An instrument in words; `note` is what to say of it at this problem.

    `grounds` are the statutes, each article once; `others` the sources that are no law.
    `comes_first`: it fits what was answered.
    """

    means: Means
    bodies: str
    grounds: tuple[Ground, ...]
    others: tuple[Source, ...]
    note: str = ""
    comes_first: bool = False


def rows(
    problem: Problem, library: Library, answers: Answers
) -> tuple[InstrumentRow, ...]:
    """Tell what may fit at a problem, from light to heavy."""
    return tuple(
        row(one.means, library, one.fitting, first=one.fits is Truth.YES)
        for one in _signpost(library).options(problem, answers)
    )


def row(
    means: Means, library: Library, at: Fitting | None = None, *, first: bool = False
) -> InstrumentRow:
    """Tell one instrument, at a problem or by itself."""
    here = at.sources if at is not None else ()
    cited = tuple(dict.fromkeys((*means.ground, *here, *means.sources)))
    register = library.sources
    return InstrumentRow(
        means=means,
        # Each in one word: “officier”.
        bodies=BETWEEN.join(library.bodies[n].short.split()[0] for n in means.bodies),
        grounds=tuple(_grounds(register[name] for name in cited)),
        others=tuple(register[name] for name in cited if not register[name].is_law),
        note=(at.note if at is not None else None) or "",
        comes_first=first,
    )


def _grounds(cited: Iterable[Source]) -> Iterator[Ground]:
    """Name statutes: “Gemeentewet 151c lid 1 en 2”, “180 lid 1”."""
    by_law: dict[str, dict[str, list[Source]]] = {}
    for source in cited:
        if source.is_law:
            articles = by_law.setdefault(source.short_law or source.law, {})
            articles.setdefault(source.article or "", []).append(source)
    for law, articles in by_law.items():
        name = f"{law} "
        for article, leden in articles.items():
            numbers = sorted(
                (s.paragraph for s in leden if s.paragraph), key=order_of_leden
            )
            told = f" lid {enumerate_words(numbers)}" if numbers else ""
            yield Ground(f"{name}{article}{told}", leden[0].url)
            name = ""


def state_label(state: LawState) -> str:
    """Say how the law stands, in two or three words."""
    if state.since is not None:
        day = state.since
        return f"nieuw sinds {day.day}-{day.month}-{day.year}"
    return MARKS[state.mark]


def compose_problem(problem: Problem, library: Library, version: str) -> Document:
    """Compose the page to take along; it is the same for everybody."""
    writer = Writer(library, Notes(library.sources, in_short=True), version)
    signpost = _signpost(library)
    checked = signpost.header.checked_on
    return Document(
        kind=PaperKind.SIGNPOST,
        title=problem.title,
        subject=problem.lead,
        date=checked,
        header_line=writer.say("kopregel", datum=say_date(checked)),
        footer_line=writer.say("wegwijzer_voetregel", versie=version),
        identifiers=(),
        sections=tuple(_sections(writer, signpost, problem)),
        notes=writer.notes.all(),
    )


def _sections(
    writer: Writer, signpost: Signpost, problem: Problem
) -> Iterator[Section]:
    found = tuple(map(_printed, rows(problem, writer.library, {})))
    table = Table(writer.say("wegwijzer_tabel"), HEAD, found, WIDTHS)
    yield Section("middelen", writer.say("wegwijzer_middelen"), (table,))
    limits = signpost.limits(problem)
    listed = Listing(tuple((writer.cited(one.text, one.sources),) for one in limits))
    yield Section("grenzen", writer.say("wegwijzer_grenzen"), (listed,))
    told = tuple(_told(writer, problem))
    if told:
        yield Section("stand", writer.say("wegwijzer_stand"), told)
    asked = Listing(tuple(_asked(writer, q) for q in problem.questions), ordered=True)
    yield Section("vanavond", writer.say("wegwijzer_vragen"), (asked,))
    refer = Paragraph((Span(" ".join(signpost.header.refer)),))
    yield Section("persoon", writer.say("wegwijzer_persoon"), (refer,))


def _printed(each: InstrumentRow) -> tuple[Cell, ...]:
    """Print an instrument as the page unfolds it, with its caveats."""
    means = each.means
    name = (
        Span(means.title, strong=True),
        Span(f" ({means.weight})"),
        Span(f" {each.bodies}", soft=True),
    )
    return (Cell(name), Cell(tuple(_unfolded(each))))


def _unfolded(each: InstrumentRow) -> Iterator[Span]:
    """Tell what it is and what holds of it, under the labels of the page."""
    means = each.means
    if each.note:
        yield Span(f"{each.note} ", strong=True)
    yield Span(means.what)
    for label, told in (
        ("De raad kan", means.can),
        ("Kan niet", means.cannot),
        ("Let op", means.mind),
        ("Onze lezing", means.reading),
        ("Grond", "; ".join(one.text for one in each.grounds)),
    ):
        if told:
            yield Span(f" {label}: ", strong=True)
            yield Span(told if told.endswith(".") else f"{told}.")


def _told(writer: Writer, problem: Problem) -> Iterator[Block]:
    if (state := problem.state) is not None:
        label = Span(f"{state_label(state).capitalize()}. ", strong=True)
        yield Paragraph((label, writer.cited(state.text, state.sources)))
    if problem.mind is not None:
        yield Paragraph((writer.cited(problem.mind.text, problem.mind.sources),))


def _asked(writer: Writer, question: SignpostTonight) -> tuple[Span, ...]:
    to = writer.say("aan", orgaan=writer.library.bodies[question.to].briefly)
    return (Span(f"{to}: "), Span(question.text, strong=True))


def _signpost(library: Library) -> Signpost:
    assert library.signpost is not None
    return library.signpost
