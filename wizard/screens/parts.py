"""What each page shows, as plain frozen data; a template adds order and nothing else."""

from dataclasses import dataclass
from typing import ClassVar, NamedTuple, Protocol

from wtforms import Field, Form


class Screen(Protocol):
    """What every screen has: the template that shows it."""

    template: ClassVar[str]


@dataclass(frozen=True)
class Link:
    """Somewhere to go; `current` when the reader is there already."""

    text: str
    href: str
    current: bool = False


@dataclass(frozen=True)
class Bar:
    """What stands above each page of an open dossier: what it is about, and its tabs.

    `about` is the code of the dossier, or that somebody else’s is read.
    """

    name: str
    about: str
    read_only: bool
    links: tuple[Link, ...]


@dataclass(frozen=True)
class Member:
    """One decision of the dossier: where it stands, and the ways to it."""

    title: str
    outcome: str
    links: tuple[Link, ...]
    here: bool


@dataclass(frozen=True)
class Addition:
    """A decision that could be added; `about` tells what is known already."""

    link: Link
    about: str


@dataclass(frozen=True)
class Bundle:
    """All decisions of a dossier, and those that could be added."""

    members: tuple[Member, ...]
    additions: tuple[Addition, ...]
    memo: Link | None


@dataclass(frozen=True)
class Label:
    """The state of one condition: its id chooses the icon, its text tells it."""

    id: str
    text: str


@dataclass(frozen=True)
class SourceNote:
    """One source with the number by which this page refers to it."""

    number: int
    title: str
    url: str
    about: str


class Mark(NamedTuple):
    """The number of a source on this page, and its name, which leads to its card."""

    number: int
    source: str


@dataclass(frozen=True)
class Sentence:
    """A sentence with the numbers of the sources it rests on."""

    text: str
    notes: tuple[Mark, ...] = ()
    open: bool = False


@dataclass(frozen=True)
class Progress:
    """How far the reader is: the bar says the same as the words."""

    text: str
    chapter: str
    done: int
    total: int


@dataclass(frozen=True)
class Count:
    """How many demands stand in one way; `id` chooses the sign, `word` says it."""

    id: str
    number: int
    word: str


@dataclass(frozen=True)
class Tally:
    """How the demands that count now stand; `before` says so where it is not kept yet."""

    counts: tuple[Count, ...]
    before: str = ""


@dataclass(frozen=True)
class Way:
    """A small form: one button that sends these fields to an address."""

    text: str
    action: str
    fields: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Cause:
    """From which problem the dossier came, and whether papers name it."""

    problem: Link
    told: str
    way: Way | None


@dataclass(frozen=True)
class Notice:
    """Answers that do not fit, or an answer that was read from an older one.

    `ways` settle it at once; `links` lead to where it is asked. A `quiet` one is a hint.
    """

    title: str
    text: str
    ways: tuple[Way, ...] = ()
    links: tuple[Link, ...] = ()
    quiet: bool = False


@dataclass(frozen=True)
class Fault:
    """One thing wrong in a form, with the field to mend it in."""

    text: str
    href: str


@dataclass(frozen=True)
class Entry:
    """One line to type, that may stay empty; `towns` where a name of a list is typed."""

    id: str
    label: str
    help: str
    value: str
    most: int
    fault: str = ""
    towns: bool = False


@dataclass(frozen=True)
class Asked:
    """A ready question for one body."""

    text: str
    about: str = ""


@dataclass(frozen=True)
class OpenQuestion:
    """One open question, and where to fill it in."""

    text: str
    way: Link | None


@dataclass(frozen=True)
class OpenGroup:
    """Open questions whose answer is found in one place, or known by one body."""

    title: str
    about: str
    place: Link | None
    rows: tuple[OpenQuestion, ...]


@dataclass(frozen=True)
class SurerPart:
    """One way to find answers, with its groups."""

    title: str
    groups: tuple[OpenGroup, ...]


@dataclass(frozen=True)
class SurerScreen:
    """What is still open, by where the answer can be found; first what decides.

    `more` is what only weighs, behind a fold.
    """

    template: ClassVar[str] = "screens/zekerder.html"
    title: str
    decision: str
    intro: str
    parts: tuple[SurerPart, ...]
    more: tuple[SurerPart, ...]
    more_title: str
    stop: Link
    bar: Bar | None


@dataclass(frozen=True)
class AskedOf:
    """The ready questions for one body, and how the council reaches it."""

    body: str
    how: str
    questions: tuple[Asked, ...]
    more: tuple[Asked, ...] = ()
    more_title: str = ""


@dataclass(frozen=True)
class Effect:
    """What one answer means, told before it is kept; `id` chooses the sign, if any."""

    id: str
    text: str


@dataclass(frozen=True)
class Tap:
    """One answer that is a button: choosing it is going on."""

    value: str
    label: str
    about: str
    chosen: bool = False


@dataclass(frozen=True)
class GateScreen:
    """The question that comes before anything is stored."""

    template: ClassVar[str] = "screens/poort.html"
    title: str
    heading: str
    decision: str
    question: str
    help: str
    field: Field
    taps: tuple[Tap, ...]
    faults: tuple[Fault, ...]


@dataclass(frozen=True)
class GateFirstScreen:
    """The gate, for an answer that was sent before it; `fields` is what was typed."""

    template: ClassVar[str] = "screens/poort_eerst.html"
    title: str
    question: str
    help: str
    fields: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class ReferScreen:
    """Where somebody with a question about one household can go."""

    template: ClassVar[str] = "screens/doorverwijzing.html"
    title: str
    lines: tuple[str, ...]
    back: Link
    checklist: Link | None = None


@dataclass(frozen=True)
class Row:
    """One question of a screen: its field, what helps, and what each answer means.

    `kind` chooses the field: janee, keuze, vinkjes, getal, bedrag, datum or tekst.
    `effects` stand in the order of the options. `notes` tell when it counts, and where
    an answer came from; `clash` what somebody else answered meanwhile.
    """

    id: str
    kind: str
    text: str
    help: str
    unit: str
    hint: str
    form: Form
    effects: tuple[Effect, ...]
    notes: tuple[str, ...]
    clash: str


@dataclass(frozen=True)
class Why:
    """Why one question is asked, who knows, and on what it rests."""

    question: str
    lines: tuple[str, ...]
    links: tuple[SourceNote, ...]


@dataclass(frozen=True)
class QuestionScreen:
    """One screen of the walk: a question alone, or a card with up to six rows.

    `taps` are the answers as buttons, where one choice stands alone; then there is
    nothing else to keep. `alone`: the heading is the question itself.
    """

    template: ClassVar[str] = "screens/vraag.html"
    title: str
    heading: str
    intro: str
    alone: bool
    rows: tuple[Row, ...]
    taps: tuple[Tap, ...]
    faults: tuple[Fault, ...]
    notices: tuple[Notice, ...]
    why: tuple[Why, ...]
    terms: tuple[tuple[str, str], ...]
    progress: Progress
    tally: Tally
    live: str
    back: Link
    skip: Link
    version: int
    bar: Bar | None


@dataclass(frozen=True)
class ChapterRow:
    """One chapter: how its demands stand or what there is to ask, and where to enter it."""

    title: str
    state: str
    squares: tuple[str, ...]
    link: Link | None


@dataclass(frozen=True)
class PictureScreen:
    """The first picture: the outcome so far, and what to ask first."""

    template: ClassVar[str] = "screens/beeld.html"
    title: str
    outcome: str
    meaning: str
    reading: str
    tally: Tally
    squares: tuple[str, ...]
    firmness: Label
    lines: tuple[str, ...]
    notices: tuple[Notice, ...]
    ask_first: tuple[Asked, ...]
    entries: tuple[Entry, ...]
    towns: tuple[str, ...]
    decision: str
    version: int
    chapters: tuple[ChapterRow, ...]
    next: Link
    links: tuple[Link, ...]
    bar: Bar | None


@dataclass(frozen=True)
class Repair:
    """What to do about what is not met, and who can."""

    text: str
    who: str


@dataclass(frozen=True)
class ChapterScreen:
    """What a chapter brought: the picture now, one repair, one question, two ways on."""

    template: ClassVar[str] = "screens/hoofdstuk.html"
    title: str
    over: str
    beside: str
    tally: Tally
    squares: tuple[str, ...]
    repair: Repair | None
    question: Asked | None
    next: Link | None
    stop: Link
    chapters: tuple[ChapterRow, ...]
    progress: Progress
    back: Link
    skip: Link
    bar: Bar | None


@dataclass(frozen=True)
class Remark:
    """What stands beside an answer; `action` where it is being written."""

    text: str
    way: Link | None = None
    action: str = ""
    help: str = ""
    fault: str = ""
    most: int = 0


@dataclass(frozen=True)
class AnswerRow:
    """One answer on the overview; `state` is gegeven, leeg or rust."""

    question: str
    answer: str
    state: str
    note: str
    change: Link | None
    id: str = ""
    remark: Remark | None = None


@dataclass(frozen=True)
class ScreenAnswers:
    """The answers of one screen; a card has a title above its rows."""

    title: str
    rows: tuple[AnswerRow, ...]


@dataclass(frozen=True)
class ChapterAnswers:
    """One chapter on the overview."""

    id: str
    title: str
    state: str
    enter: Link | None
    screens: tuple[ScreenAnswers, ...]
    aside: str


@dataclass(frozen=True)
class OldAnswer:
    """An answer of an earlier release that counts no more, in its old words."""

    question: str
    answer: str
    why: str


@dataclass(frozen=True)
class OverviewScreen:
    """All answers, each with *wijzig*."""

    template: ClassVar[str] = "screens/overzicht.html"
    title: str
    decision: str
    intro: str
    notices: tuple[Notice, ...]
    old_title: str
    old: tuple[OldAnswer, ...]
    chapters: tuple[ChapterAnswers, ...]
    next: Link | None
    advice: Link
    place: str
    law: str
    links: tuple[Link, ...]
    version: int
    bundle: Bundle | None
    bar: Bar | None


@dataclass(frozen=True)
class WaitingScreen:
    """A paper is being made; while `goes_on` the page asks for it again by itself."""

    template: ClassVar[str] = "screens/wachten.html"
    title: str
    before: str
    goes_on: bool
    again: str
    back: str


@dataclass(frozen=True)
class ErrorScreen:
    """Something went wrong: what, whether anything is lost, and what to do."""

    template: ClassVar[str] = "screens/fout.html"
    title: str
    lines: tuple[str, ...]
    number: str
    again: tuple[tuple[str, str], ...]
    links: tuple[Link, ...]
