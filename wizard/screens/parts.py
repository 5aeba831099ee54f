"""What each page shows, as plain frozen data; a template adds order and nothing else."""

from dataclasses import dataclass
from typing import ClassVar, Protocol

from wtforms import Form


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
    """What stands above each page of an open dossier."""

    kept: str
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


@dataclass(frozen=True)
class Sentence:
    """A sentence with the numbers of the sources it rests on."""

    text: str
    notes: tuple[int, ...] = ()
    open: bool = False


@dataclass(frozen=True)
class Explanation:
    """One fold under a question: “Wat is dit?” and its like.

    `terms` are words that occur in the question, each with its meaning.
    """

    title: str
    lines: tuple[str, ...]
    links: tuple[SourceNote, ...] = ()
    terms: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Progress:
    """How far the reader is; `done` never goes down while answering."""

    text: str
    chapter: str
    done: int
    total: int


@dataclass(frozen=True)
class Stand:
    """The outcome so far, why it is not more, and where to see everything."""

    outcome: str
    firmness: str
    lines: tuple[str, ...]
    links: tuple[Link, ...]
    before: str = ""


@dataclass(frozen=True)
class Fault:
    """One thing wrong in a form, with the field to mend it in."""

    text: str
    href: str


@dataclass(frozen=True)
class Asked:
    """A ready question for one body."""

    text: str
    about: str = ""


@dataclass(frozen=True)
class AskedOf:
    """The ready questions for one body, and how the council reaches it."""

    body: str
    how: str
    questions: tuple[Asked, ...]
    more: tuple[Asked, ...] = ()
    more_title: str = ""


@dataclass(frozen=True)
class DecisionCard:
    """One decision on the start page."""

    title: str
    question: str
    summary: str
    size: str
    href: str
    action: str


@dataclass(frozen=True)
class StartScreen:
    """The first page: what this is, and which decisions there are."""

    template: ClassVar[str] = "screens/start.html"
    title: str
    decisions: tuple[DecisionCard, ...]
    signpost: Link | None
    bar: Bar | None


@dataclass(frozen=True)
class GateScreen:
    """The question that comes before anything is stored."""

    template: ClassVar[str] = "screens/poort.html"
    title: str
    heading: str
    decision: str
    question: str
    help: str
    form: Form
    faults: tuple[Fault, ...]


@dataclass(frozen=True)
class ReferScreen:
    """Where somebody with a question about one household can go."""

    template: ClassVar[str] = "screens/doorverwijzing.html"
    title: str
    lines: tuple[str, ...]
    back: Link
    checklist: Link | None = None


@dataclass(frozen=True)
class QuestionScreen:
    """One question with everything that helps to answer it."""

    template: ClassVar[str] = "screens/vraag.html"
    title: str
    heading: str
    meaning: Explanation
    judgement: str
    given: str
    kind: str
    unit: str
    hint: str
    form: Form
    faults: tuple[Fault, ...]
    clash: str
    explanations: tuple[Explanation, ...]
    progress: Progress
    stand: Stand
    live: str
    back: Link
    skips: tuple[Link, ...]
    version: int
    bar: Bar | None


@dataclass(frozen=True)
class ChapterRow:
    """One chapter: what it is about, how far it is, where to enter it."""

    title: str
    intro: str
    state: str
    link: Link | None


@dataclass(frozen=True)
class PictureScreen:
    """The first picture: the outcome so far, and what to ask first."""

    template: ClassVar[str] = "screens/beeld.html"
    title: str
    outcome: str
    meaning: str
    firmness: Label
    lines: tuple[str, ...]
    ask_first: tuple[Asked, ...]
    chapters: tuple[ChapterRow, ...]
    next: Link
    links: tuple[Link, ...]
    bar: Bar | None


@dataclass(frozen=True)
class AnswerRow:
    """One answer on the overview; `state` is gegeven, leeg or rust."""

    question: str
    answer: str
    state: str
    note: str
    change: Link | None


@dataclass(frozen=True)
class ChapterAnswers:
    """One chapter on the overview."""

    id: str
    title: str
    state: str
    enter: Link | None
    rows: tuple[AnswerRow, ...]


@dataclass(frozen=True)
class OverviewScreen:
    """All answers, each with *wijzig*."""

    template: ClassVar[str] = "screens/overzicht.html"
    title: str
    decision: str
    intro: str
    chapters: tuple[ChapterAnswers, ...]
    next: Link | None
    advice: Link
    place: str
    links: tuple[Link, ...]
    bundle: Bundle | None
    bar: Bar | None


@dataclass(frozen=True)
class ErrorScreen:
    """Something went wrong: what, whether anything is lost, and what to do."""

    template: ClassVar[str] = "screens/fout.html"
    title: str
    lines: tuple[str, ...]
    number: str
    again: tuple[tuple[str, str], ...]
    links: tuple[Link, ...]
