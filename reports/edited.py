"""A paper as plain text that somebody can edit, and the paper that the text is then.

The form is what a councillor would type: headings that end in a colon, numbered lines,
and `[1]` for a source. What is typed is read kindly; nothing in it is dropped.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from reports.draft import Line, Paper, Part

LONGEST = 12_000
LABELS = {Part.OLD: "Bestaande tekst:", Part.NEW: "Nieuwe tekst:"}
_ITEM = re.compile(r"^\s*(?:\d{1,2}[.)]|[-–•*])\s+")
_NOTE = re.compile(r"\s?\[(\d{1,3}(?:, ?\d{1,3})*)\]")
_VERBS = (
    r"verzoekt|vraagt|draagt|roept|nodigt|dringt|spoort|gelast|verplicht|dwingt|eist"
    r"|geeft|verlangt|beveelt"
)
_REQUEST = re.compile(rf"(?i)^(?P<verb>{_VERBS})\b(?P<rest>.*)$", re.DOTALL)
# What a heading can say before its colon; what follows without one is a line.
_BEHIND = re.compile(
    r"(?i)^(?:(?:constaterende?|overwegende?)(?: dat| het volgende)?|vragen aan.*"
    r"|bestaande tekst|nieuwe tekst|aanleiding|toelichting)"
)
_HEADINGS: tuple[tuple[re.Pattern[str], Part], ...] = (
    (re.compile(r"(?i)^constatere"), Part.FACT),
    (re.compile(r"(?i)^overwegen"), Part.WEIGHING),
    (re.compile(r"(?i)^vragen aan\b"), Part.QUESTION),
    (re.compile(r"(?i)^bestaande tekst\b"), Part.OLD),
    (re.compile(r"(?i)^nieuwe tekst\b"), Part.NEW),
    (re.compile(r"(?i)^aanleiding\b"), Part.CAUSE),
    (re.compile(r"(?i)^toelichting\b"), Part.REASON),
    (re.compile(r"(?i)^besluit\b"), Part.NEW),
)
Names = Mapping[str, str]


def as_text(paper: Paper) -> str:
    """Write out the lines under their headings."""
    blocks = []
    for heading, lines in paper.groups:
        rows = [heading]
        for number, line in enumerate(lines, start=1):
            if line.part in LABELS:
                rows += [LABELS[line.part], line.text]
            else:
                rows.append(f"{number}. {line.text}{_marks(line)}")
        blocks.append("\n".join(rows))
    return "\n\n".join(blocks) + "\n"


def _marks(line: Line) -> str:
    return f" [{', '.join(map(str, line.notes))}]" if line.notes else ""


def read_text(text: str, paper: Paper, bodies: Names) -> Paper:
    """Read edited text as the lines of this paper; `bodies` gives ids by name."""
    reading = _Reading(bodies, {note.number for note in paper.notes})
    for row in text.replace("\r\n", "\n").split("\n"):
        reading.take(row)
    return replace(paper, lines=tuple(reading.lines()))


def read_request(text: str, bodies: Names) -> Line:
    """Read one request as it is said: verb, body, what is asked.

    Where no body that we know follows the verb, `to` is empty.
    """
    found = _REQUEST.match(text.strip())
    if found is None:
        return Line(Part.REQUEST, "", text.strip(), to="")
    name, body = _body_in(found["rest"], bodies)
    before, _, after = (
        found["rest"].partition(name) if name else ("", "", found["rest"])
    )
    asked = after.strip(" :,\n")
    closing = re.match(r"(?i)(op|uit)\b(?=\s*[:,]|\s+(?:om|te)\b|$)", asked)
    heading = f"{found['verb']}{before}{name}"
    if closing:
        heading, asked = f"{heading} {closing[0]}", asked[closing.end() :].strip(" :,")
    return Line(Part.REQUEST, heading, asked, to=body)


def _body_in(text: str, bodies: Names) -> tuple[str, str]:
    """Find the body that is addressed: the one that is named before what is asked."""
    head = re.split(r"(?i)\b(?:te|om|op te|dat|of)\b|:", text, maxsplit=1)[0]
    found = [
        (place.start(), -len(name), place[0], body)
        for name, body in bodies.items()
        for place in [re.search(rf"(?i)(?<!\w){re.escape(name)}(?!\w)", head)]
        if place
    ]
    return min(found)[2:] if found else ("", "")


@dataclass
class _Reading:
    """Takes the rows one by one, and knows under which heading they stand."""

    bodies: Names
    known_notes: set[int]
    part: Part = Part.REASON
    heading: str = "Toelichting:"
    to: str | None = None
    found: list[Line] = field(default_factory=list)
    gap: bool = True

    def take(self, row: str) -> None:
        clean = row.strip()
        if not clean:
            self.gap = True
        elif _ITEM.match(row):
            self._begin(_ITEM.sub("", row, count=1).strip())
        elif self._is_heading(clean):
            self.gap = True
        elif self.gap:
            self._begin(clean)
        else:
            last = self.found[-1]
            self.found[-1] = replace(last, text=f"{last.text} {clean}")

    def _begin(self, text: str) -> None:
        self.found.append(Line(self.part, self.heading, text, to=self.to))
        self.gap = False

    def _is_heading(self, row: str) -> bool:
        for pattern, part in _HEADINGS:
            if pattern.match(row):
                return self._turn_to(part, row)
        if _REQUEST.match(row):
            line = read_request(row, self.bodies)
            self.part, self.heading, self.to = Part.REQUEST, f"{line.heading}:", line.to
            if line.text:
                self._begin(line.text)
            return True
        return False

    def _turn_to(self, part: Part, row: str) -> bool:
        """Begin a part; what stands behind its heading is its first line."""
        name, colon, rest = row.partition(":")
        if part is Part.NEW and name.lower().startswith("besluit"):
            self.part, self.heading, self.to = part, row, None
            if not colon:
                self._begin(row)
            return True
        self.part, self.to = part, None
        if part not in LABELS:
            self.heading = f"{name}:"
        if part is Part.QUESTION:
            self.to = _body_in(name.partition("aan")[2], self.bodies)[1]
        rest = rest.strip() if colon else _BEHIND.sub("", row, count=1).strip()
        if rest:
            self._begin(rest)
        return True

    def lines(self) -> Iterator[Line]:
        """Give the lines with their notes taken out of the text."""
        for line in self.found:
            numbers = {
                int(number)
                for marks in _NOTE.findall(line.text)
                for number in marks.split(",")
            }
            text = _NOTE.sub("", line.text).strip()
            notes = tuple(sorted(numbers & self.known_notes))
            yield replace(line, text=text, notes=notes)
