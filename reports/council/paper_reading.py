"""The rows of a typed paper one by one: each a line of the part that it stands in.

Nothing of it is dropped: a row that begins no part and no act is told as not read.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from reports.council.paper import ASKING, PaperLine, PaperPart
from reports.council.row_openings import (
    COUNCIL,
    ITEM,
    LETTERED,
    OPENING,
    REASONED,
    heading_end,
    opening_of,
)
from reports.council.speech_acts import Act, acts_of
from reports.document import PaperKind
from rules.content.council_speech import Acting, Speech
from rules.content.phrase_matching import Hit, has_words

TITLE_WORDS = 14
LABELS = {PaperPart.OLD: "Bestaande tekst:", PaperPart.NEW: "Nieuwe tekst:"}
NOT_READ = "Overige tekst:"
TOLD_FIRST = (PaperPart.CAUSE, "Aanleiding:")
# ‘…, spreekt de raad uit’: the verb goes first where a reason went before it.
_COUNCIL_ASKS = re.compile(
    r"(?i)\w{1,20}t\s(?:hij|zij|(?:de|deze|onze)\s(?:gemeente)?(?:raad|fractie))\b"
)
_TITLED = re.compile(r"(?i)\W{0,9}amendement\b[^.:\n]{0,120}\.\s{1,3}")
_NUMBERED = re.compile(r"(?i)vra(?:ag\s\d{1,2}|gen)\s?[:.]?")
_TO = re.compile(r"(?i)\b(?:aan|t\.a\.v\.|ter attentie van)\b")
_PUT_TO = re.compile(
    r"(?i)^\W{0,9}(?:[a-z]{0,15} ?vragen )?(?:aan|t\.a\.v\.|ter attentie van):? (?:de|het) \w"
)
# What is to be done: more than an opening.
_ASKED = re.compile(r"(?i)\bte\s\w{2,20}n\b")
_EMPTY = ("om", "dat", "tot", "het volgende", "als volgt", "om het volgende", "te")
_NOTE = re.compile(r"\s?\[(\d{1,3}(?:, ?\d{1,3})*)\]")
_BROKEN = re.compile(r"[^\W\d_]-$")
_BARE = re.compile(r"^\W*$")
_MARKED = re.compile(r"^(?:\s*</?[a-zA-Z][^<>\n]{0,80}>|[\s\W\d])*$")
_TOLD = (
    PaperPart.FACT,
    PaperPart.WEIGHING,
    PaperPart.CAUSE,
    PaperPart.REASON,
    PaperPart.OLD,
    PaperPart.NEW,
)
# What stands behind a semicolon on a row of its own is a thing of its own.
_LISTED = (PaperPart.FACT, PaperPart.WEIGHING, PaperPart.REQUEST)
PART_OF = {
    Acting.ASK: PaperPart.REQUEST,
    Acting.ASSIGN: PaperPart.REQUEST,
    Acting.ORDER: PaperPart.REQUEST,
    Acting.DECLARE: PaperPart.DECLARATION,
    Acting.DECIDE: PaperPart.DECISION,
    Acting.CHANGE: PaperPart.DECISION,
}


@dataclass
class PaperReading:
    """Takes the rows one by one, and knows under which heading they stand."""

    speech: Speech
    kind: PaperKind
    known_notes: set[int]
    part: PaperPart = field(init=False)
    heading: str = field(init=False)
    to: str | None = None
    found: list[PaperLine] = field(default_factory=list)
    waiting: PaperLine | None = None
    gap: bool = True
    closed: bool = False

    def __post_init__(self) -> None:
        self.heading, self.part = self._rest()

    def take(self, row: str, at: int) -> None:
        """Take the next row, which begins `at` so many characters in the text."""
        clean = row.strip()
        if _BARE.match(clean):
            self.gap = True
            return
        item = ITEM.match(row)
        text = row[item.end() :].strip() if item else clean
        start = at + row.index(text, item.end() if item else 0)
        if self.kind is PaperKind.QUESTIONS and _NUMBERED.fullmatch(clean):
            self._flush()
            self.heading, self.part = self._rest()
            span = (start, start + len(text))
            self._add(PaperLine(PaperPart.FRAME, "", clean, span=span))
            self.gap = True
            return
        listed = bool(item) or bool(LETTERED.match(text))
        if self._continues(text, item=listed):
            self._join(text, start)
            return
        end = self._title_end(text)
        if end:
            self._new(text[:end].rstrip(), start, item=listed)
        self._new(text[end:], start + end, item=listed)

    def _title_end(self, text: str) -> int:
        """Give where the change begins behind a title on the same row."""
        titled = _TITLED.match(text) if self.kind is PaperKind.AMENDMENT else None
        if titled is None or self._changes(titled[0]):
            return 0
        return titled.end() if self._changes(text[titled.end() :]) else 0

    def _continues(self, text: str, *, item: bool) -> bool:
        """Tell whether a row goes on with the sentence of the row before it."""
        if item or self.gap or not self.found or self.waiting is not None:
            return False
        last = self.found[-1].text
        if last.endswith(";") and self.found[-1].part in _LISTED:
            return False
        asks = self.kind is PaperKind.QUESTIONS
        # ‘Aan: het college’ and then the question itself, without a row between.
        titled = self.found[-1].part is PaperPart.FRAME or (asks and _TO.match(last))
        if titled and text[:1].isupper() and (asks or self._changes(text)):
            return False
        if self._acts(text, item=False) or opening_of(text, self.speech):
            return False
        return not (
            last.endswith((".", ";", ":", "?", "!", ",")) and text[:1].isupper()
        )

    def _join(self, text: str, start: int) -> None:
        last = self.found[-1]
        broken = _BROKEN.search(last.text) and text[:1].islower()
        follows = not re.match(r"(?:en|of)\b", text)
        whole = (
            f"{last.text[:-1]}{text}" if broken and follows else f"{last.text} {text}"
        )
        acts = self._acts(whole, item=False) if self.part not in _TOLD else []
        self.found[-1] = replace(
            last, text=whole, span=(last.span[0], start + len(text))
        )
        if any(act.start > 0 for act in acts) and last.part in (
            PaperPart.UNREAD,
            PaperPart.FRAME,
        ):
            self.found.pop()
            self._new(whole, last.span[0], item=False)

    def _acts(self, text: str, *, item: bool) -> list[Act]:
        """Give the acts of a row; what is told or asked holds only those that stand out."""
        if self.part is PaperPart.QUESTION and ("?" in text or item):
            return []
        acts = acts_of(text, self.speech)
        # ‘Spreekt uit dat: de burgemeester … moet’: that is what is declared.
        if self.part is PaperPart.DECLARATION and self.heading.endswith(" dat:"):
            acts = [act for act in acts if _is_active(act, text)]
        if self.kind is PaperKind.AMENDMENT:
            first = [act for act in acts[:1] if _is_active(act, text)]
            first = [act for act in first if self._opens(act, text)]
            return _to_the_end(first, text)
        if self.part not in (*_TOLD, PaperPart.QUESTION):
            return acts
        out = [act for act in acts if self._stands_out(act, text, item=item)]
        return _to_the_end(out, text)

    def _stands_out(self, act: Act, text: str, *, item: bool) -> bool:
        if not _is_active(act, text):
            return False
        if self.part in LABELS:
            return not act.start and bool(act.to) and act.kind is not Acting.CHANGE
        if self._opens(act, text):
            verb = act.verb.casefold()
            # A reason does not begin with its verb; ‘acht’ is a number as well.
            alone = not item and act.kind in (Acting.DECIDE, Acting.DECLARE)
            plain = verb[-1:] == "t" and verb != "acht"
            reason = self.part is PaperPart.REASON
            return bool(act.to) or alone or (plain and not reason)
        before = text[: act.start].rstrip()
        turned = bool(_COUNCIL_ASKS.match(text, act.start))
        return (turned or bool(act.to)) and before.endswith((";", ".", ","))

    def _opens(self, act: Act, text: str) -> bool:
        """Tell whether nothing but a label and ‘de raad’ stands before an act."""
        if act.start > OPENING or (self.part is PaperPart.REASON and act.start):
            return False
        council = COUNCIL.match(text)
        if council and council.end() == act.start:
            return True
        label = LETTERED.match(text)
        before = text[label.end() if label else 0 : act.start]
        begins = self.speech.before_verb.search(before)
        return begins is not None and begins.start() == 0

    def _new(self, text: str, start: int, *, item: bool) -> None:
        acts = self._acts(text, item=item)
        opening = opening_of(text, self.speech)
        named = PaperPart(opening[0].name) if opening else None
        # A numbered row is seldom a heading, but ‘overwegende’ and ‘constaterende’ are.
        if item and named not in REASONED:
            named = None
        if named is PaperPart.OLD and self._changes(text[opening[0].end :]):
            named = None  # old and new text in one sentence
        told = text.partition(":")[2]
        if named is PaperPart.FRAME and self._changes(told):
            named = None  # ‘Amendement X: in artikel 2 …’
        acting = acts or (self.kind is PaperKind.QUESTIONS and "?" in text)
        if named is not None and not (named is PaperPart.FRAME and acting):
            self._turn(named, opening[0], text, start)
            return
        if not acts:
            self._plain(text, start)
            if self.kind is PaperKind.QUESTIONS and _TO.match(text):
                self.to = self._addressed(text)
            return
        self._before(text[: acts[0].start], start)
        for act in acts:
            self._act(act, text, start)

    def _before(self, text: str, start: int) -> None:
        """Keep what stands before the first act of a row."""
        if not _MARKED.match(text):
            clean = text.strip()
            opening = opening_of(clean, self.speech)
            framed = bool(opening) or not self._asks(clean)
            part = PaperPart.FRAME if framed else PaperPart.UNREAD
            if opening and opening[0].name in REASONED:
                part = PaperPart(opening[0].name)
            part = self.part if self.part in _TOLD else part
            heading = self.heading if part is self.part else ""
            self._add(PaperLine(part, heading, clean, span=(start, start + len(clean))))

    def _asks(self, text: str) -> bool:
        """Tell whether a sentence says more than a title or an opening does."""
        return (
            bool(self.speech.names.find(text)) and len(text.split()) > TITLE_WORDS // 2
        )

    def _act(self, act: Act, text: str, start: int) -> None:
        self.part = PART_OF[act.kind]
        if act.kind is Acting.ASK and not act.to and self.kind is PaperKind.AMENDMENT:
            self.part = PaperPart.DECISION  # ‘ondergetekenden stellen voor’
        self.to = act.bodies[0] if len(act.bodies) == 1 else "" if not act.to else None
        if act.to and self.to is None:
            self.to = next((one for one in act.bodies if one), "")
        said = text[act.start : act.asks].strip(" :,")
        asked = text[act.asks : act.end].strip(" :,\n")
        self._flush()
        place = (start + act.start, start + act.end)
        bare = bool(_MARKED.match(asked)) or asked.casefold() in _EMPTY
        heads = text[: act.end].rstrip().endswith(":")
        if heads and act.kind is Acting.ASK and self.kind is PaperKind.QUESTIONS:
            self.part, bare = PaperPart.QUESTION, True
        if bare or heads:
            whole = f"{said} {asked}".strip()
            part = PaperPart.FRAME if bare else self.part
            self.heading = f"{whole}:"
            self.waiting = PaperLine(part, self.heading, whole, to=self.to, span=place)
            self.gap = True
        else:
            self.heading = f"{said}:"
            self._add(PaperLine(self.part, self.heading, asked, to=self.to, span=place))

    def _turn(self, part: PaperPart, opening: Hit, text: str, start: int) -> None:
        """Begin a part; what stands behind its heading is its first line."""
        if part not in LABELS:
            self._flush()
        place = (start, start + len(text))
        if part is PaperPart.FRAME:
            asks = text.endswith(".") or _ASKED.search(text)
            opens = COUNCIL.fullmatch(f"{text}, ") and not asks
            long = self._asks(text) and len(text.split()) > TITLE_WORDS and not opens
            part = PaperPart.UNREAD if long else part
            self.closed = self.closed or has_words(self.speech.closing, text)
            if self.kind is PaperKind.QUESTIONS and _TO.search(text):
                self.to = self._addressed(text)
            self._add(PaperLine(part, "", text, span=place))
            self.heading, self.part = self._rest()
            return
        end = heading_end(text, opening, part)
        name, rest = text[:end].rstrip(" :"), text[end:].strip(" :,")
        if part in LABELS and f"{name}:".casefold() != LABELS[part].casefold():
            self.part, self.to = part, None
            self._add(PaperLine(part, self.heading, text, span=place))
            self.gap = True
            return
        self.part, self.to = part, self.to if part is PaperPart.QUESTION else None
        if part is PaperPart.QUESTION:
            self.to = self._addressed(name)
        if part not in LABELS or self.heading == NOT_READ:
            self.heading = f"{name}:"
        if rest:
            self._split(rest, start + text.index(rest, end))
        else:
            self.waiting = PaperLine(
                PaperPart.FRAME, self.heading, name, to=self.to, span=place
            )
            self.gap = True

    def _split(self, text: str, start: int) -> None:
        """Keep what stands behind a heading; an act in it begins a line of its own."""
        acts = self._acts(text, item=True)
        told = text[: acts[0].start].strip() if acts else text
        self._plain(told.rstrip(";"), start)
        for act in acts:
            self._act(act, text, start)

    def _rest(self) -> tuple[str, PaperPart]:
        """Give the part that follows a title or an opening."""
        if self.kind is PaperKind.QUESTIONS:
            return "Vragen:", PaperPart.QUESTION
        return NOT_READ, PaperPart.UNREAD

    def _addressed(self, heading: str) -> str | None:
        """Give the body, not who asks; it is empty for somebody that we do not know."""
        named = self.speech.bodies_in(heading)
        if not named and _PUT_TO.search(heading):
            return ""
        found = (one.body for one in named if one.own or one.body != "raad")
        return next(found, self.to)

    def _plain(self, text: str, start: int) -> None:
        """Take a row that begins nothing: it belongs to the part that it stands in."""
        if self.kind is PaperKind.QUESTIONS and "?" in text:
            back = self.part in (PaperPart.CAUSE, PaperPart.REASON, *REASONED)
            if back:
                self._flush()
                self.heading, self.part = self._rest()
        part, heading = self.part, self.heading
        if part is PaperPart.QUESTION and "?" not in text and self.waiting is None:
            asked = self.found and (
                self.found[-1].part is PaperPart.QUESTION
                or self.found[-1].text[-1:] == ":"
            )
            part, heading = (part, heading) if asked else TOLD_FIRST
        closes = self.closed and not self._asks(text)
        if part is PaperPart.UNREAD and (closes or COUNCIL.fullmatch(f"{text}, ")):
            part, heading = PaperPart.FRAME, ""
        if (
            part is PaperPart.DECISION
            and self.kind is PaperKind.AMENDMENT
            and (
                text[:1] in "‘“\"'"
                or LETTERED.fullmatch(f"{text} ")
                or (text[:1].isupper() and not self._changes(text))
            )
            and self.waiting is None
        ):
            part = PaperPart.NEW
        if part is PaperPart.UNREAD and self._changes(text):
            part, heading = PaperPart.DECISION, "Wijziging:"
            self.part, self.heading = part, heading
        place = (start, start + len(text))
        self._add(PaperLine(part, heading, text, to=self.to, span=place))

    def _changes(self, text: str) -> bool:
        """Tell whether a row of an amendement says what becomes of the text."""
        changes = has_words(self.speech.changes, text)
        return self.kind is PaperKind.AMENDMENT and changes

    def _add(self, line: PaperLine) -> None:
        self.waiting = None
        self.found.append(line)
        self.gap = False

    def _flush(self) -> None:
        """Keep a heading under which nothing stands as a line: it was typed."""
        if self.waiting is not None:
            self._add(self.waiting)

    def lines(self) -> Iterator[PaperLine]:
        """Give the lines with their notes taken out of the text."""
        self._flush()
        asks = any(line.part in ASKING for line in self.found)
        above = True
        for line in self.found:
            # Only the rows above the first that was understood can be its title.
            above = above and line.part in (PaperPart.UNREAD, PaperPart.FRAME)
            numbers = {
                int(number)
                for marks in _NOTE.findall(line.text)
                for number in marks.split(",")
            }
            known = tuple(sorted(numbers & self.known_notes))
            text = _NOTE.sub(_kept(self.known_notes), line.text).strip()
            part = (
                PaperPart.FRAME if asks and above and self._titles(line) else line.part
            )
            heading = "" if part is PaperPart.FRAME else line.heading
            yield replace(line, part=part, heading=heading, text=text, notes=known)

    def _titles(self, line: PaperLine) -> bool:
        """Tell whether a short row above everything else is the title of a paper."""
        short = len(line.text.split()) <= TITLE_WORDS
        return line.part is PaperPart.UNREAD and short and not self._asks(line.text)


def _to_the_end(acts: list[Act], text: str) -> list[Act]:
    """Let each act go on until the next; what lies between is its own."""
    ends = [*(act.start for act in acts[1:]), len(text)]
    return [replace(act, end=end) for act, end in zip(acts, ends, strict=False)]


def _is_active(act: Act, text: str) -> bool:
    """Tell whether an act begins with its verb, and not with its body."""
    verb = act.verb.casefold()
    return text[act.start :].casefold().startswith(verb[:4])


def _kept(known: set[int]) -> Callable[[re.Match[str]], str]:
    """Take out a note that exists; any other figure between brackets was typed."""

    def instead(found: re.Match[str]) -> str:
        numbers = {int(number) for number in found[1].split(",")}
        return "" if numbers <= known else found[0]

    return instead
