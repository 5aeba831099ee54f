"""The paper as plain data: what it says and in which order, before any format.

Every printer walks this one tree, so that the formats cannot drift apart.
"""

from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from hashlib import sha256
from itertools import chain
from typing import Self, TypeAlias

WHOLE, STEP = 100, 5
BOX = "☐"  # to tick with a pen; papers with type of their own draw it


class SpoiledError(Exception):
    """Raised when a paper asks for something outside itself, or cannot be set."""


class PaperKind(StrEnum):
    """The papers that we print; the value is the word above the title."""

    BRIEF = "Memo van één bladzijde"
    MEMO = "Adviesmemo"
    MOTION = "Motie"
    AMENDMENT = "Amendement"
    QUESTIONS = "Schriftelijke vragen"
    CHECKLIST = "Controleblad"
    SIGNPOST = "Wegwijzer"
    CHECK = "Controle van een stuk"

    @property
    def of_council(self) -> bool:
        """Whether a council deals with it: such a paper has a form of its own."""
        return self in (PaperKind.MOTION, PaperKind.AMENDMENT, PaperKind.QUESTIONS)

    @property
    def is_brief(self) -> bool:
        """Whether it is one page, set so that it fits on it."""
        return self in (PaperKind.BRIEF, PaperKind.SIGNPOST)


class Tone(StrEnum):
    """How loud a paragraph speaks."""

    PLAIN = "plain"
    LEAD = "lead"
    SMALL = "small"


class StatusWord(StrEnum):
    """The word for how a demand stands; printers put a shape before it."""

    shape: str

    def __new__(cls, value: str, shape: str) -> Self:
        """Keep the mark, told apart by form: no meaning rests on colour."""
        member = str.__new__(cls, value)
        member._value_, member.shape = value, shape
        return member

    FULFILLED = "voldaan", "●"
    NOT_FULFILLED = "niet voldaan", "■"
    UNKNOWN = "onbekend", "○"
    LATER = "straks", "▶"
    NOT_APPLICABLE = "n.v.t.", "–"


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text within a line, with the numbers of the notes it rests on.

    What is `soft` stands beside what the line says, such as whom to ask.
    """

    text: str
    notes: tuple[int, ...] = ()
    strong: bool = False
    href: str | None = None
    soft: bool = False

    @property
    def words(self) -> str:
        """The text with its address spelled out, as it must be read in print."""
        if self.href is None or self.href == self.text:
            return self.text
        return f"{self.text} ({self.href})"


Spans: TypeAlias = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text."""

    spans: Spans
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Listing:
    """A list, with numbers or with bullets."""

    items: tuple[Spans, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table: a status word, text, or the one before the other."""

    spans: Spans = ()
    status: StatusWord | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a caption and one head row; widths are per cent of the line.

    With `row_heads` the first column names its row; `amounts` are the columns,
    counted from 0, whose figures stand to the right.
    """

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[int, ...]
    row_heads: bool = True
    amounts: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a table that no printer could set."""
        if len(self.widths) != len(self.head) or sum(self.widths) != WHOLE:
            raise ValueError(f"{self.caption}: the widths must share out 100 per cent")
        if any(width % STEP for width in self.widths):
            raise ValueError(f"{self.caption}: widths go in steps of 5 per cent")
        if any(len(row) != len(self.head) for row in self.rows):
            raise ValueError(f"{self.caption}: each row must fill the head")


@dataclass(frozen=True, slots=True)
class Counts:
    """How many demands stand in each way; printers may draw them, the words suffice."""

    counts: tuple[tuple[StatusWord, int], ...]

    @property
    def words(self) -> str:
        """Say it: “9 voldaan, 1 niet voldaan, 4 onbekend”."""
        return ", ".join(f"{number} {status}" for status, number in self.counts)


@dataclass(frozen=True, slots=True)
class KeyValues:
    """Facts by name, printed as a table of two columns without a head row."""

    caption: str
    pairs: tuple[tuple[str, Cell], ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture of our own making, and the table that says the same in words."""

    svg: str
    title: str
    description: str
    table: Table


@dataclass(frozen=True, slots=True)
class Callout:
    """A few blocks set apart because they must not be missed."""

    title: str
    blocks: "tuple[Block, ...]"


Block: TypeAlias = Paragraph | Listing | Table | Counts | KeyValues | Figure | Callout


@dataclass(frozen=True, slots=True)
class Section:
    """A part; its id is the address of its heading. Without a title there is none."""

    id: str
    title: str
    blocks: tuple[Block, ...] = ()
    sections: "tuple[Section, ...]" = ()


@dataclass(frozen=True, slots=True)
class Note:
    """What a note number stands for, with the address where it can be read.

    `source` is its name in the register, for who has a card of it.
    """

    number: int
    text: str
    href: str | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that travels inside the paper, such as the answers it rests on."""

    name: str
    media_type: str
    description: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture that stands for a municipality, and what it is in words."""

    data: bytes = field(repr=False)
    media_type: str
    alt: str

    @property
    def address(self) -> str:
        """Give the picture as an address that holds it: nothing is fetched."""
        return f"data:{self.media_type};base64,{b64encode(self.data).decode()}"


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Whose paper it is: a name, a logo, and the colour of headings as `#rrggbb`."""

    name: str
    logo: Logo | None = None
    colour: str | None = None

    @property
    def fingerprint(self) -> str:
        """Tell this letterhead from every other, in 64 letters after `sha256:`."""
        logo = self.logo
        pictured = (logo.media_type, logo.alt, logo.address) if logo else ()
        parts = (self.name, self.colour or "", *pictured)
        return f"sha256:{sha256(chr(0).join(parts).encode()).hexdigest()}"


@dataclass(frozen=True, slots=True)
class Document:
    """One paper, ready to be printed in any format.

    `title` is the heading, without the word for its kind, and `subject` the sentence
    below it. `header_line` and `footer_line` run on each page; identifiers are the
    facts of the block below the title.
    """

    kind: PaperKind
    title: str
    subject: str
    date: date
    header_line: str
    footer_line: str
    identifiers: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]
    notes: tuple[Note, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    letterhead: Letterhead | None = None
    language: str = "nl-NL"

    def __post_init__(self) -> None:
        """Refuse a paper with two headings at one address, or a note number astray."""
        ids = [section.id for section, _ in outline(self.sections)]
        if len(ids) != len(set(ids)):
            raise ValueError(f"{self.title}: two sections share an id")
        numbers = [note.number for note in self.notes]
        if numbers != list(range(1, len(numbers) + 1)):
            raise ValueError(f"{self.title}: notes must be numbered 1, 2, 3 …")
        astray = {n for span in spans(self) for n in span.notes} - set(numbers)
        if astray:
            raise ValueError(f"{self.title}: no note has number {sorted(astray)}")

    @property
    def name(self) -> str:
        """The full name of the paper: for the window, the archive and the search."""
        day = self.date
        return f"{self.kind} {self.title}, {day.day}-{day.month}-{day.year}"

    @property
    def keywords(self) -> tuple[str, ...]:
        """What a search should find the paper by."""
        return (self.kind, *(value for _, value in self.identifiers), self.footer_line)


def outline(
    sections: Iterable[Section], depth: int = 1
) -> Iterator[tuple[Section, int]]:
    """Every section in reading order, with its depth: the table of contents."""
    for section in sections:
        yield section, depth
        yield from outline(section.sections, depth + 1)


def spans(document: Document) -> Iterator[Span]:
    """Every run of text in the sections, in reading order."""
    return _spans(document.sections)


def _spans(sections: Iterable[Section]) -> Iterator[Span]:
    for section, _ in outline(sections):
        for block in section.blocks:
            yield from chain.from_iterable(lines(block))


def notes_by_section(document: Document) -> Mapping[str, tuple[Note, ...]]:
    """Give for each section at the top the notes that are first cited in it."""
    told: dict[str, tuple[Note, ...]] = {}
    left = {note.number: note for note in document.notes}
    for section in document.sections:
        cited = {number for span in _spans([section]) for number in span.notes}
        told[section.id] = tuple(left.pop(n) for n in sorted(cited & left.keys()))
    return told


def lines(block: Block) -> Iterable[Spans]:  # noqa: PLR0911 — one return a kind
    """Every line of text in one block, in reading order."""
    match block:
        case Paragraph(spans):
            return (spans,)
        case Listing(items):
            return items
        case Table(rows=rows):
            return (cell.spans for cell in chain.from_iterable(rows))
        case Counts():
            return ()
        case KeyValues(_, pairs):
            return (cell.spans for _, cell in pairs)
        case Figure(table=table):
            return lines(table)
        case Callout(_, blocks):
            return chain.from_iterable(map(lines, blocks))
