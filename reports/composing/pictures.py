"""Pictures of our own making: inline SVG that says in shapes what a table says in words.

No style attributes and no scripts, so that a strict Content-Security-Policy can stand.
Nothing rests on colour: light and dark, full and dashed lines, and words at the place
they are about. Each picture comes as a `Figure`, with its table.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from html import escape
from math import ceil

from reports.composing.amounts import Sentences, say_about, say_estimate, say_swing
from reports.composing.writer import cell
from reports.document import Cell, Figure, StatusWord, Table
from reports.dutch import say_cents
from rules.money.comparison import Swing, Tornado
from rules.money.estimates import CostPicture, MeasureCosts
from rules.money.ranges import Range

INK, LINE, FILL, PAPER = "#12262c", "#8a999d", "#d5dcde", "#ffffff"
DARK = "#5c7078"
WIDTH, TEXT, HALFWAY = 640, 14, 5
BOLD, SMALL = ' font-weight="600"', ' font-size="13"'
EUROS = 100
MOST_YEARS_TOLD = 6
STRIP, BAR, ROW = 150, 34, 30
LONGEST_LABEL = 30


@dataclass(frozen=True, slots=True)
class Scale:
    """Maps amounts of 0 to `most` on a stretch of the picture, with round marks."""

    start: int
    length: int
    most: int

    def at(self, cents: int | Fraction) -> str:
        """Give the place of an amount."""
        return _n(self.start + Fraction(cents) * self.length / self.most)

    @property
    def marks(self) -> tuple[int, ...]:
        """Give four or five round amounts to write beside the axis."""
        step = _round_step(self.most)
        return tuple(range(0, self.most + 1, step))


def scale(start: int, length: int, most: int) -> Scale:
    """Make a scale that reaches to the first round mark at or above `most`."""
    step = _round_step(max(most, EUROS))
    return Scale(start, length, ceil(max(most, EUROS) / step) * step)


def _round_step(most: int) -> int:
    """Give 1, 2 or 5 with noughts: about a quarter of the whole."""
    rough = Fraction(most, 4)
    size = 1
    while size * 10 <= rough:
        size *= 10
    return next(n * size for n in (1, 2, 5, 10) if n * size >= rough)


# --- costs over time ---------------------------------------------------------


def costs_over_time(
    sentences: Sentences, picture: CostPicture, measures: Iterable[MeasureCosts]
) -> Figure | None:
    """Draw what measures cost together up to each year of the term; None when unknown.

    Each measure has a strip of its own, all on one scale: overlapping bands cannot be
    told apart in black and white. A dashed edge says that something is still missing.
    """
    shown = tuple(each for each in measures if each.over_term.known is not None)
    if not shown:
        return None
    term = picture.choices.term
    # The known costs from the start up to each year; the first is what is paid once.
    courses = [
        [each.over(n, picture.book).known or Range(0, 0) for n in range(term + 1)]
        for each in shown
    ]
    most = max(each.high for course in courses for each in course)
    axis = scale(0, 96, most)
    words = [
        f"{each.measure.title}: {say_estimate(sentences, each.over_term)}"
        for each in shown
    ]
    strips = [
        _strip(words[i], each, courses[i], axis, i * STRIP + 10)
        for i, each in enumerate(shown)
    ]
    dashed = any(not each.over_term.is_whole for each in shown)
    tail = " Een streepjeslijn betekent: er ontbreekt nog iets." if dashed else ""
    told = _told_years(term)
    head = ("Maatregel", *(f"na {year} jaar" for year in told))

    def up_to(each: MeasureCosts, year: int) -> Cell:
        return cell(say_estimate(sentences, each.over(year, picture.book)))

    rows = tuple(
        (cell(each.measure.title), *(up_to(each, year) for year in told))
        for each in shown
    )
    title = f"Kosten bij elkaar opgeteld, over {term} jaar"
    amounts = tuple(range(1, len(told) + 1))
    table = Table(title, head, rows, _widths(len(told)), amounts=amounts)
    description = (
        f"Na {term} jaar. {'; '.join(words)}. Het vlak loopt van laag tot hoog.{tail}"
    )
    return _figure(table, description, STRIP * len(shown) + 10, strips)


def _strip(
    words: str, measure: MeasureCosts, course: Sequence[Range], axis: Scale, top: int
) -> str:
    left, width, floor = 96, WIDTH - 96 - 24, top + 122
    step = Fraction(width, max(len(course) - 1, 1))

    def point(index: int, cents: int) -> str:
        height = Fraction(cents) * axis.length / axis.most
        return f"{_n(left + index * step)},{_n(floor - height)}"

    lows = [point(index, each.low) for index, each in enumerate(course)]
    highs = [point(index, each.high) for index, each in enumerate(course)]
    dash = "" if measure.over_term.is_whole else ' stroke-dasharray="6 4"'
    parts = [
        _text(left, top + 14, words, face=BOLD),
        *_rungs(axis, left, WIDTH - 24, floor),
        f'<polygon points="{" ".join([*lows, *reversed(highs)])}" fill="{FILL}"/>',
        "" if lows == highs else _course_line(lows, ""),
        _course_line(highs, dash),
        *_year_marks(len(course), left, step, floor),
    ]
    return "".join(parts)


def _course_line(points: Sequence[str], dash: str) -> str:
    return (
        f'<polyline points="{" ".join(points)}" fill="none" stroke="{INK}"'
        f' stroke-width="2"{dash}/>'
    )


def _rungs(axis: Scale, left: int, right: int, floor: int) -> Iterable[str]:
    for mark in axis.marks:
        height = floor - Fraction(mark) * axis.length / axis.most
        yield _line(left, _n(height), right, _n(height))
        yield _text(left - 8, _n(height + HALFWAY), say_cents(mark), anchor="end")


def _year_marks(count: int, left: int, step: Fraction, floor: int) -> Iterable[str]:
    years = range(0, count, max(1, ceil((count - 1) / 10)))
    for year in years:
        words = "start" if year == 0 else str(year)
        words += " jaar" if year == years[-1] > 0 else ""
        yield _text(
            _n(left + year * step), floor + 16, words, anchor="middle", face=SMALL
        )


def _told_years(term: int) -> tuple[int, ...]:
    """Choose the years that the table tells: all, or a few and always the last."""
    if term <= MOST_YEARS_TOLD - 2:
        return tuple(range(1, term + 1))
    step = ceil(term / (MOST_YEARS_TOLD - 2))
    return (1, *(year for year in range(step, term, step) if year > 1), term)


# --- what weighs most --------------------------------------------------------


def tornado_picture(
    sentences: Sentences, found: Tornado, measure: str
) -> Figure | None:
    """Draw what moves the total of a measure most; None when nothing is a range.

    Dark: how much it moves in any case. Light: how much more it can move.
    """
    if not found.swings:
        return None
    axis = scale(232, WIDTH - 232 - 96, max(each.most for each in found.swings))
    floor = BAR * len(found.swings) + 8
    bars = [_bar(swing, axis, top=BAR * i + 8) for i, swing in enumerate(found.swings)]
    marks = [_mark(axis, mark, floor) for mark in axis.marks]
    told = [say_swing(sentences, swing) for swing in found.swings]
    description = (
        f"Het meest weegt ‘{found.swings[0].weigher.title}’: {told[0]} verschil tussen laag en hoog."
        " Donker is wat het zeker verschilt, licht wat daar nog bij kan komen."
    )
    head = ("Onderdeel", "Soort", "Verschil tussen laag en hoog")
    rows = tuple(
        (cell(swing.weigher.title), cell(swing.weigher.part.value), cell(said))
        for swing, said in zip(found.swings, told, strict=True)
    )
    title = f"Wat weegt het meest bij ‘{measure}’, over {found.term} jaar"
    table = Table(title, head, rows, (50, 15, 35), amounts=(2,))
    return _figure(table, description, floor + 28, [*marks, *bars])


def _bar(swing: Swing, axis: Scale, *, top: int) -> str:
    start, least, most = axis.at(0), axis.at(swing.least), axis.at(swing.most)
    told = say_cents(say_about(Range(swing.most, swing.most)).low)
    return "".join(
        (
            *_wrapped(axis.start - 8, top + 12, swing.weigher.title),
            _rect(start, top, most, FILL),
            _rect(start, top, least, DARK),
            _text(_n(Fraction(most) + 6), top + 12 + HALFWAY, told),
        )
    )


def _mark(axis: Scale, mark: int, floor: int) -> str:
    place = axis.at(mark)
    words = _text(place, floor + 16, say_cents(mark), anchor="middle", face=SMALL)
    return _line(place, 4, place, floor) + words


# --- standing of points ------------------------------------------------------


def standing_picture(
    title: str,
    description: str,
    columns: tuple[str, ...],
    rows: Sequence[tuple[str, Sequence[StatusWord]]],
) -> Figure:
    """Draw a table of words as shapes: one row per point, one shape per column.

    For privacy: rows are intrusions, columns safeguards or variants. Each shape differs
    in form; the table beside it says the words.
    """
    left = 320
    step = (WIDTH - left) // max(len(columns), 1)
    heads = [
        _text(left + step * i + step // 2, 18, name, anchor="middle", face=BOLD)
        for i, name in enumerate(columns)
    ]
    drawn = [
        _standing_row(label, marks, ROW * (i + 1), left, step)
        for i, (label, marks) in enumerate(rows)
    ]
    used = dict.fromkeys(mark for _, marks in rows for mark in marks)
    key = "\u2003".join(f"{mark.shape} {mark.value}" for mark in used)
    foot = ROW * (len(rows) + 1) + 22
    cells = tuple(
        (cell(label), *(Cell((), mark) for mark in marks)) for label, marks in rows
    )
    table = Table(title, ("Punt", *columns), cells, _widths(len(columns)))
    parts = (*heads, *drawn, _text(8, foot, key, face=SMALL))
    return _figure(table, description, foot + 12, parts)


def _standing_row(
    label: str, marks: Sequence[StatusWord], top: int, left: int, step: int
) -> str:
    shapes = (
        _text(left + step * i + step // 2, top + 20, mark.shape, anchor="middle")
        for i, mark in enumerate(marks)
    )
    rule = _line(8, top, WIDTH - 8, top)
    return rule + _text(8, top + 20, label) + "".join(shapes)


# --- drawing -----------------------------------------------------------------


def _figure(
    table: Table, description: str, height: int, parts: Iterable[str]
) -> Figure:
    """Frame a drawing, titled as its table; title and description are read instead."""
    title = table.caption
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}"'
        f' width="{WIDTH}" height="{height}" role="img"'
        f' font-family="Fira Sans, sans-serif" font-size="{TEXT}" fill="{INK}">'
        f"<title>{escape(title)}</title><desc>{escape(description)}</desc>"
        f'<rect width="{WIDTH}" height="{height}" fill="{PAPER}"/>'
        f"{''.join(parts)}</svg>"
    )
    return Figure(svg, title, description, table)


def _text(
    x: int | str, y: int | str, words: str, *, anchor: str = "start", face: str = ""
) -> str:
    """Set a line of text; `face` is what differs from plain type."""
    return (
        f'<text x="{x}" y="{y}" text-anchor="{anchor}"{face}>'
        f"{escape(words, quote=False)}</text>"
    )


def _line(x1: int | str, y1: int | str, x2: int | str, y2: int | str) -> str:
    """Draw a thin line, to read along."""
    return (
        f'<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" stroke="{LINE}"'
        ' stroke-width="0.5"/>'
    )


def _wrapped(x: int, y: int, words: str) -> Iterable[str]:
    """Set a label before a bar on one line or two."""
    if len(words) <= LONGEST_LABEL:
        return (_text(x, y + HALFWAY, words, anchor="end"),)
    cut = words.rfind(" ", 0, len(words) // 2 + 6)
    halves = (words[:cut], words[cut + 1 :])
    return tuple(
        _text(x, y - 2 + 14 * i, half, anchor="end", face=SMALL)
        for i, half in enumerate(halves)
    )


def _rect(start: str, top: int, end: str, fill: str) -> str:
    width = _n(max(Fraction(end) - Fraction(start), Fraction(0)))
    return (
        f'<rect x="{start}" y="{top}" width="{width}" height="22" fill="{fill}"'
        f' stroke="{INK}" stroke-width="1"/>'
    )


def _n(value: Fraction | int) -> str:
    """Write a coordinate with at most one decimal."""
    tenths = round(Fraction(value) * 10)
    whole, tenth = divmod(tenths, 10)
    return f"{whole}.{tenth}" if tenth else str(whole)


def _widths(columns: int) -> tuple[int, ...]:
    """Share out the line in steps of 5: the first column takes what is left."""
    each = {1: 35, 2: 30, 3: 25, 4: 20, 5: 15}.get(columns, 10)
    return (100 - each * columns, *([each] * columns))
