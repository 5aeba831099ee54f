"""The check on a paper: L1 to L12, over what was composed and over what was edited.

Each finding says what is the matter and what to write instead; the words stand in the
register `papiercontrole.yaml`. A blocking finding keeps a paper from being ready.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from reports.document import Kind, Note
from reports.draft import ASKABLE, MOST_REQUESTS, Line, Paper, Part
from reports.dutch import enumerate_words
from rules.content.competence import (
    Competence,
    Forbidden,
    PaperRule,
    Severity,
    first_words,
    has_words,
    spans_of,
)

MOST_WORDS = 350
People = Callable[[str], Iterable[tuple[str, str]]]

_FACTS = (Part.FACT, Part.WEIGHING, Part.CAUSE, Part.REASON)
_ASKED = (Part.REQUEST, Part.QUESTION)
_MONTHS = (
    r"(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober"
    r"|november|december)"
)
_YEAR = re.compile(r"(?<![\d.,€])(?:19|20)\d\d(?![\d.,]*\d)")
_DATE = re.compile(
    rf"(?i)\b\d{{1,2}} {_MONTHS}(?: \d{{4}})?|\b\d{{1,2}}-\d{{1,2}}-\d{{4}}\b"
)
_NUMBER = re.compile(r"€?\s?\d[\d.]*(?:,\d+)?(?:\s?%)?")
# A number that names a thing, and counts nothing.
_NAMES = re.compile(
    r"(?ix) \b(?:artikel|artikelen|art\.|lid|leden|nummer|nr\.|nrs\.|vraag|vragen|noot|bijlage"
    r"|beslispunt|besluitpunt|punt|agendapunt|dossier|kamerstuk|kenmerk|onderdeel)\s"
    r"[\w:./-]+(?:,?\s(?:en|tot\sen\smet|lid)\s[\w:./-]+)*"
    r"| \b\d+:\d+\w? | \b[A-Z]{1,3}(?:-[A-Z]+)?\d{1,2}[a-z]?\b | \b\d+[a-z]\b"
    r"| \b[A-Z0-9]{2,}-[A-Z0-9]{2,}\b | ECLI\S+"
)
_TERM = re.compile(
    r"(?i)\b\d+ (?:dag|dagen|week|weken|maand|maanden|jaar|jaren|uur|keer)\b"
)
_TIMES = {"dag": 1, "dagen": 1, "week": 7, "weken": 7, "maand": 30, "maanden": 30}
_TIMES |= {"jaar": 365, "jaren": 365}
_COUNTS = {
    word: number
    for number, word in enumerate(
        [
            "een",
            "twee",
            "drie",
            "vier",
            "vijf",
            "zes",
            "zeven",
            "acht",
            "negen",
            "tien",
            "elf",
            "twaalf",
            "dertien",
            "veertien",
            "vijftien",
            "zestien",
            "zeventien",
            "achttien",
            "negentien",
            "twintig",
        ],
        start=1,
    )
} | {"één": 1, "dertig": 30, "veertig": 40, "zestig": 60, "negentig": 90}
_LASTING = re.compile(
    rf"(?i)\b(?P<count>\d+|{'|'.join(_COUNTS)}) (?P<unit>{'|'.join(_TIMES)})\b"
)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at: which rule, where, what is the matter, what to write."""

    rule: str
    severity: Severity
    title: str
    place: str
    message: str
    suggestion: str


def blocks(findings: Iterable[Finding]) -> bool:
    """Tell whether one of these keeps the paper from being ready."""
    return any(one.severity is Severity.BLOKKEERT for one in findings)


def is_ready(paper: Paper, findings: Iterable[Finding]) -> bool:
    """Tell whether a paper is ready: weighed, with something in it, nothing blocking."""
    asked = paper.of(Part.REQUEST, Part.QUESTION, Part.NEW)
    return paper.weighed and bool(asked) and not blocks(findings)


def lint(
    paper: Paper,
    competence: Competence,
    *,
    bodies: dict[str, str],
    people: People,
    trusted: frozenset[str] = frozenset(),
) -> tuple[Finding, ...]:
    """Check a paper; the heaviest findings come first.

    `bodies` gives the name of a body by id. `people` finds persons and addresses in a
    text. `trusted` are sentences of our own content, in which nobody need be looked for.
    """
    check = _Check(paper, competence, bodies, people, trusted)
    order = list(Severity)
    found = dict.fromkeys(check.all())
    return tuple(sorted(found, key=lambda one: order.index(one.severity)))


@dataclass(frozen=True)
class _Check:
    paper: Paper
    competence: Competence
    bodies: dict[str, str]
    people: People
    trusted: frozenset[str]

    def all(self) -> Iterator[Finding]:
        for heading, lines in self.paper.groups:
            yield from self._orders(heading, lines)
            for number, line in enumerate(lines, start=1):
                place = f"{line.part} {number}"
                yield from self._line(line, place)
        yield from self._whole()

    def _line(self, line: Line, place: str) -> Iterator[Finding]:
        yield from self._body(line, place)
        yield from self._value_words(line, place)
        yield from self._figures(line, place)
        if line.part is Part.REQUEST:
            yield from self._terms(line, place)
            yield from self._money(line, place)
        yield from self._persons(line, place)
        if line.part in (Part.REQUEST, Part.NEW):
            yield from self._unlawful(line, place)
        yield from self._kind(line, place)

    def _body(self, line: Line, place: str) -> Iterator[Finding]:
        """L1: each request goes to the body that can do it."""
        if line.part not in _ASKED:
            return
        if line.to not in ASKABLE:
            mentioned = (
                self.competence.subjects_of(line.text)
                or self.competence.mentioned(line.text)
            )[:1]
            subject = mentioned[0].title if mentioned else "een verzoek van de raad"
            able = (
                [route.body for route in mentioned[0].routes]
                if mentioned
                else list(ASKABLE)
            )
            example = (
                mentioned[0].routes[0].example
                if mentioned
                else "verzoekt de burgemeester … en verzoekt het college …"
            )
            yield self._misdirected(place, subject, able, example)
        elif line.part is Part.REQUEST:
            wrong = self.competence.misdirected(line.to, line.text)
            if wrong:
                title, example = wrong.subject.title, wrong.example
                yield self._misdirected(place, title, wrong.bodies, example)

    def _misdirected(
        self, place: str, subject: str, able: Iterable[str], example: str
    ) -> Finding:
        names = [self.bodies[name] for name in dict.fromkeys(able)]
        told = enumerate_words(names, "of")
        return self._found(
            "L1", place, onderwerp=subject, orgaan=told, voorbeeld=example
        )

    def _orders(self, heading: str, lines: list[Line]) -> Iterator[Finding]:
        """L2: the council asks; it does not order, and does not decide this itself."""
        rule = self.competence.rules["L2"]
        for number, line in enumerate(lines, start=1):
            if line.part in (Part.REQUEST, Part.NEW):
                found = first_words(rule.words, f"{heading.rstrip(':')} {line.text}")
                if found:
                    yield self._found("L2", f"{line.part} {number}", gevonden=found)

    def _value_words(self, line: Line, place: str) -> Iterator[Finding]:
        """L3: a fact holds no judgement without a source."""
        if line.part in (Part.FACT, Part.CAUSE) and not line.notes:
            found = first_words(self.competence.rules["L3"].words, line.text)
            if found:
                yield self._found("L3", place, gevonden=found)

    def _figures(self, line: Line, place: str) -> Iterator[Finding]:
        """L4: each number has a source and a year."""
        if line.part not in (*_FACTS, *_ASKED):
            return
        rule = self.competence.rules["L4"]
        number = _first_figure(line)
        if number is None:
            return
        sourced = bool(line.notes) or has_words(rule.words, line.text)
        sourced = sourced or (line.part in _ASKED and "€" in number)
        dated = bool(_YEAR.search(line.text)) or self._notes_are_dated(line)
        if not (sourced and dated):
            lacking = "beide" if not sourced and not dated else "bron"
            lacking = "jaar" if sourced else lacking
            told = rule.texts[lacking]
            yield self._found("L4", place, gevonden=number, uitleg=told)

    def _notes_are_dated(self, line: Line) -> bool:
        texts = {note.number: note for note in self.paper.notes}
        return any(_is_dated(texts[number], texts) for number in line.notes)

    def _terms(self, line: Line, place: str) -> Iterator[Finding]:
        """L5: each request has a date or a term."""
        words = self.competence.rules["L5"].words
        if not (_DATE.search(line.text) or has_words(words, line.text)):
            yield self._found("L5", place)

    def _money(self, line: Line, place: str) -> Iterator[Finding]:
        """L6: who asks for money names the amount and where it comes from."""
        rule = self.competence.rules["L6"]
        if not ("€" in line.text or has_words(rule.when, line.text)):
            return
        amount, cover = "€" in line.text, has_words(rule.words, line.text)
        if has_words(("te bepalen",), line.text) and cover:
            return
        if not (amount and cover):
            lacking = "beide" if not amount and not cover else "bedrag"
            lacking = "dekking" if amount else lacking
            yield self._found("L6", place, uitleg=rule.texts[lacking])

    def _persons(self, line: Line, place: str) -> Iterator[Finding]:
        """L8: nobody is named, and no dwelling."""
        if line.text in self.trusted:
            return
        for found, told in self.people(line.text):
            yield self._found("L8", place, gevonden=found, uitleg=told)
        rule = self.competence.rules["L8"]
        word = first_words(rule.words, line.text)
        if word and line.part is not Part.OLD:
            told = rule.texts["een_geval"]
            yield self._found("L8", place, gevonden=word, uitleg=told)

    def _unlawful(self, line: Line, place: str) -> Iterator[Finding]:
        """L10: nothing is asked that the law does not allow."""
        for item in self.competence.rules["L10"].forbidden:
            found = _forbidden(item, line.text, self._topic)
            if found:
                yield self._found(
                    "L10",
                    place,
                    gevonden=found,
                    uitleg=item.title,
                    voorbeeld=item.instead,
                )

    @property
    def _topic(self) -> str:
        return self.paper.title

    def _kind(self, line: Line, place: str) -> Iterator[Finding]:
        """L12: a change of text is an amendement, a request is a motie."""
        rule = self.competence.rules["L12"]
        wrong = ""
        if self.paper.kind is Kind.MOTION and line.part is Part.REQUEST:
            wrong = "motie" if has_words(rule.words, line.text) else ""
        elif self.paper.kind is Kind.AMENDMENT and line.part is Part.REQUEST:
            wrong = "amendement"
        if wrong:
            example = rule.texts[f"{wrong}_voorbeeld"]
            yield self._found("L12", place, uitleg=rule.texts[wrong], voorbeeld=example)

    def _whole(self) -> Iterator[Finding]:
        requests = self.paper.of(Part.REQUEST)
        yield from self._length(requests)
        text = " ".join(line.text for line in requests)
        measured = self.competence.rules["L9"]
        about = any(has_words(measured.when, line.text) for line in requests)
        if about and not has_words(measured.words, text):
            yield self._found("L9", "verzoeken")
        local = self.competence.rules["L11"]
        named = any(
            has_words(local.words, line.text) and _YEAR.search(line.text)
            for line in self.paper.lines
        )
        if self.paper.local == "ja" and not named:
            yield self._found("L11", "het stuk", uitleg=local.texts["ja"])
        elif self.paper.local in (None, "onbekend"):
            yield self._found("L11", "het stuk", uitleg=local.texts["onbekend"])

    def _length(self, requests: tuple[Line, ...]) -> Iterator[Finding]:
        """L7: few requests, and short."""
        rule = self.competence.rules["L7"]
        if not self.paper.of(Part.REQUEST, Part.QUESTION, Part.NEW):
            yield self._found("L7", "het stuk", uitleg=rule.texts["geen"])
        if len(requests) > MOST_REQUESTS:
            yield self._found("L7", "verzoeken", uitleg=rule.texts["verzoeken"])
        if sum(len(line.text.split()) for line in requests) > MOST_WORDS:
            yield self._found("L7", "verzoeken", uitleg=rule.texts["woorden"])

    def _found(self, name: str, place: str, **values: str) -> Finding:
        rule: PaperRule = self.competence.rules[name]
        return Finding(
            rule.id,
            rule.severity,
            rule.title,
            place,
            rule.message.format_map(values),
            rule.instead.format_map(values),
        )


def _first_figure(line: Line) -> str | None:
    """Give the first number that counts something; a date or an article does not."""
    text = _NAMES.sub(" ", _DATE.sub(" ", line.text))
    if line.part in _ASKED:
        text = _TERM.sub(" ", text)
    found = _NUMBER.search(_YEAR.sub(" ", text))
    return found[0].strip() if found else None


def _is_dated(note: Note, notes: dict[int, Note]) -> bool:
    """Tell whether a note says when; one that points to another is as dated as that."""
    if re.search(r"(?:19|20)\d\d", note.text):
        return True
    pointed = re.search(r"zie noot (\d+)", note.text)
    return pointed is not None and _is_dated(notes[int(pointed[1])], {})


def _forbidden(item: Forbidden, text: str, topic: str) -> str | None:
    if item.about and not has_words(item.about, f"{topic} {text}"):
        return None
    if item.most is not None:
        return _too_long(item, text)
    taken_back = spans_of(item.unless, text)
    for pattern in item.words:
        for start, end in spans_of((pattern,), text):
            if not any(a < end and start < b for a, b in taken_back):
                return text[start:end]
    return None


def _too_long(item: Forbidden, text: str) -> str | None:
    if not has_words(item.words, text):
        return None
    for found in _LASTING.finditer(text):
        count = found["count"].lower()
        number = int(count) if count.isdigit() else _COUNTS[count]
        if item.most is not None and number * _TIMES[found["unit"].lower()] > item.most:
            return found[0]
    return None
