"""The check on a paper: L1 to L14, over what was composed and over what was typed.

The verdict on each line is that of `reports/council/line_verdicts.py`; here are the rules on how a
paper is written. Each finding says what is the matter and what to write instead; the
words stand in the register `papiercontrole.yaml`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from reports.council.clauses import clauses_of
from reports.council.draft import MOST_REQUESTS
from reports.council.finding_texts import finding
from reports.council.findings import Finding, JudgedLine, LineVerdict, worst
from reports.council.line_verdicts import Judge, People
from reports.council.paper import ASKING, Paper, PaperLine, PaperPart
from reports.council.paper_text import kind_of, read_text
from reports.document import Note, PaperKind
from reports.dutch import enumerate_words
from reports.formats.glyphs import without_letter
from rules.content.competence import Competence, FindingSeverity
from rules.content.council_speech import Doing
from rules.content.phrase_matching import first_words, has_words, without
from rules.grammar.errors import MONTHS
from rules.grammar.glossary import Body

MOST_WORDS = 350

_FACTS = (PaperPart.FACT, PaperPart.WEIGHING, PaperPart.CAUSE, PaperPart.REASON)
_YEAR = re.compile(r"(?<![\d.,€])(?:19|20)\d\d(?![\d.,]{0,20}\d)")
# A date, a time of the day or a weekday: it says when, and counts nothing.
_WHEN = re.compile(
    rf"(?ix) \b\d{{1,2}}\s(?:{'|'.join(MONTHS)})(?:\s\d{{4}})? | \b\d{{1,2}}[-/]\d{{1,2}}(?:[-/]\d{{2,4}})?\b"
    rf"| \b\d{{1,2}}(?:\se?n\s\d{{1,2}})?(?:[.:]\d\d)?\s(?:en\s|tot\s)?(?:\d{{1,2}}(?:[.:]\d\d)?\s)?(?:uur|u\.)\b"
    r"| \b\d{1,2}[.:]\d\d\s?(?:-|–|tot|en)\s?\d{1,2}[.:]\d\d\b | \b\d{1,2}[:]\d\d\b"
    r"| \b\d{1,2}e\b | \b24/7\b | \b24-uurs\b"
)
# ‘(CBS, 1 januari 2026)’: a name and a year between brackets are a source.
_CITED = re.compile(r"\((?=[^()\n]{0,80}\b[A-ZÀ-Ý]\w)[^()\n]{0,80}\b(?:19|20)\d\d\b")
_NUMBER = re.compile(r"€?\s?\d[\d.]{0,15}(?:,\d{1,6})?(?:\s?%)?")
# A number that names a thing, and counts nothing.
_NAMES = re.compile(
    r"(?ix) \b(?:artikel|artikelen|art\.|lid|leden|nummer|nr\.|nrs\.|vraag|vragen|noot|bijlage"
    r"|beslispunt|besluitpunt|punt|agendapunt|dossier|kamerstuk|kenmerk|onderdeel|pagina|blz\."
    r"|bladzijde|motie|lijn|bus|tram|wijk|groep|klasse|categorie|fase|versie|zone)\s"
    r"[\w:./-]{1,40}(?:,?\s(?:en|tot\sen\smet|lid)\s\d[\w:./-]{0,39}){0,5}"
    r"| \b\d{1,4}:\d{1,4}\w? | \b[A-Z]{1,3}(?:-[A-Z]{1,4})?\d{1,3}[a-z]?\b | \b\d{1,5}[a-z]\b"
    r"| \b[A-Z0-9]{2,12}-[A-Z0-9]{2,12}\b | ECLI\S{0,60} | (?<=\d)\+"
)


@dataclass(frozen=True)
class CheckedPaper:
    """A paper that was checked: each line with its verdict, and all that was found."""

    paper: Paper
    lines: tuple[JudgedLine, ...]
    findings: tuple[Finding, ...]

    @property
    def verdict(self) -> LineVerdict:
        """Give the verdict on the whole; a paper that asks nothing cannot be judged."""
        found = worst(judged.verdict for judged in self.lines)
        if found is LineVerdict.CAN and not _asking(self.paper):
            return LineVerdict.UNJUDGED
        return found


def blocks(findings: Iterable[Finding]) -> bool:
    """Tell whether one of these keeps the paper from being ready."""
    return any(one.severity is FindingSeverity.BLOKKEERT for one in findings)


def is_ready(paper: Paper, findings: Iterable[Finding]) -> bool:
    """Tell whether a paper is ready: something is asked in it, and nothing blocks."""
    return bool(_asking(paper)) and not blocks(findings)


def check(
    paper: Paper,
    competence: Competence,
    *,
    bodies: Mapping[str, Body],
    people: People,
    trusted: frozenset[str] = frozenset(),
) -> CheckedPaper:
    """Judge each line of a paper, and check how the whole is written."""
    judge = Judge(paper, competence, bodies, people, trusted)
    style = _Style(paper, competence)
    lines = []
    for _, group in paper.groups:
        for number, line in enumerate(group, start=1):
            judged = judge.of(line, f"{line.part} {number}")
            more = tuple(style.of(line, judged.place))
            lines.append(replace(judged, findings=(*judged.findings, *more)))
    lines = list(_said_once(lines, competence))
    # The same thing can be found by a line and by the whole: it is told once.
    order = list(FindingSeverity)
    found = dict.fromkeys(
        one for judged in lines for one in judged.findings
    ) | dict.fromkeys(style.whole())
    ranked = sorted(found, key=lambda one: order.index(one.severity))
    return CheckedPaper(paper, tuple(lines), tuple(ranked))


def check_text(
    text: str,
    competence: Competence,
    *,
    bodies: Mapping[str, Body],
    people: People,
    kind: PaperKind | None = None,
) -> CheckedPaper:
    """Check a text that somebody brings; its kind is recognised where it is not told.

    Raises:
        InputError: when the text is too long; nothing was looked at then.
    """
    known = kind or kind_of(text, competence)
    empty = Paper(known, "", (), local="nee")
    paper = read_text(text, empty, competence)
    return check(paper, competence, bodies=bodies, people=people)


def _said_once(
    lines: Iterable[JudgedLine], competence: Competence
) -> Iterator[JudgedLine]:
    """Leave the remark that a rule must fit the law to the first line that needs it."""
    remark, said = competence.rules["L10"].texts["nieuwe_regel"], False
    for judged in lines:
        others = tuple(one for one in judged.findings if remark not in one.message)
        yield replace(judged, findings=others) if said else judged
        said = said or len(others) < len(judged.findings)


def _asking(paper: Paper) -> tuple[PaperLine, ...]:
    return paper.of(*ASKING)


@dataclass(frozen=True)
class _Style:
    paper: Paper
    competence: Competence

    def of(self, line: PaperLine, place: str) -> Iterator[Finding]:
        """Check how one line is written."""
        yield from self._value_words(line, place)
        yield from self._figures(line, place)
        if line.part in (PaperPart.REQUEST, PaperPart.DECISION, PaperPart.NEW):
            yield from self._money(line, place)
        if line.part is PaperPart.REQUEST:
            yield from self._measured(line, place)

    def _value_words(self, line: PaperLine, place: str) -> Iterator[Finding]:
        """L3: a fact holds no judgement without a source; what a law says is none."""
        rule = self.competence.rules["L3"]
        if line.part not in (PaperPart.FACT, PaperPart.CAUSE):
            return
        # Most lines hold none of the words: the longer lists are for the few that do.
        if has_words(rule.words, line.text) and not self._sourced(line):
            found = first_words(rule.words, without(rule.unless, line.text))
            if found:
                yield self._found("L3", place, gevonden=found)

    def _figures(self, line: PaperLine, place: str) -> Iterator[Finding]:
        """L4: each number that is told as a fact has a source and a year."""
        if line.part not in _FACTS:
            return
        rule = self.competence.rules["L4"]
        number = _first_figure(line)
        # What a law says holds today: it needs no year.
        if number is None or has_words(rule.unless, line.text):
            return
        sourced = self._sourced(line)
        dated = bool(_YEAR.search(line.text)) or self._notes_are_dated(line)
        if not (sourced and dated):
            lacking = "jaar" if sourced else "bron" if dated else "beide"
            told = rule.texts[lacking]
            yield self._found("L4", place, gevonden=number, uitleg=told)

    def _sourced(self, line: PaperLine) -> bool:
        """Tell whether a line says who says so: in a note, in words or in brackets."""
        words = self.competence.rules["L4"].words
        cited = bool(_CITED.search(line.text))
        return cited or bool(line.notes) or has_words(words, line.text)

    def _notes_are_dated(self, line: PaperLine) -> bool:
        texts = {note.number: note for note in self.paper.notes}
        return any(_is_dated(texts[number], texts) for number in line.notes)

    def _money(self, line: PaperLine, place: str) -> Iterator[Finding]:
        """L6: who asks for money names the amount and where it comes from."""
        rule = self.competence.rules["L6"]
        asked = has_words(rule.when, line.text)
        asked = asked and has_words(rule.when, without(rule.unless, line.text))
        # Who looks into it, or asks another for it, spends nothing yet.
        spends = asked and bool(self._deeds_of(line) - {Doing.TALK, Doing.PLEAD})
        if not ("€" in line.text or spends):
            return
        amount, cover = "€" in line.text, has_words(rule.words, line.text)
        # Who lets the amount be found, and says where it comes from, left nothing out.
        if has_words(("te bepalen",), line.text) and cover:
            return
        if not (amount and cover):
            lacking = "dekking" if amount else "bedrag" if cover else "beide"
            yield self._found("L6", place, uitleg=rule.texts[lacking])

    def whole(self) -> Iterator[Finding]:
        """Check the paper as a whole."""
        requests = self.paper.of(PaperPart.REQUEST)
        yield from self._length(requests)
        yield from self._terms(requests)
        yield from self._agreed()
        yield from self._unprinted()

    def _unprinted(self) -> Iterator[Finding]:
        """L14: around the lines too, each sign has a letter."""
        paper = self.paper
        around = (paper.title, paper.opening, paper.close, paper.signed)
        values = (value for _, value in paper.identifiers)
        lacking = without_letter(" ".join((*around, *values)))
        if lacking:
            found = enumerate_words(lacking)
            yield self._found("L14", "titel en ondertekening", gevonden=found)

    def _measured(self, line: PaperLine, place: str) -> Iterator[Finding]:
        """L9: who asks for cameras says how it is measured, or when it stops."""
        about = has_words(self.competence.rules["L9"].when, line.text)
        if about and not self._is_measured and self._does(line):
            yield self._found("L9", place)

    def _does(self, line: PaperLine) -> bool:
        """Tell whether a request asks for more than to be told."""
        return bool(self._deeds_of(line) - {Doing.TALK})

    def _deeds_of(self, line: PaperLine) -> set[Doing]:
        return {one.deed for one in clauses_of(line.text, self.competence)}

    @cached_property
    def _is_measured(self) -> bool:
        requests = self.paper.of(PaperPart.REQUEST)
        text = " ".join(one.text for one in requests)
        return has_words(self.competence.rules["L9"].words, text)

    def _terms(self, requests: tuple[PaperLine, ...]) -> Iterator[Finding]:
        """L5: at least one request says when; otherwise nobody knows when to answer."""
        words = self.competence.rules["L5"].words
        said = any(
            _WHEN.search(line.text) or has_words(words, line.text) for line in requests
        )
        if requests and not said:
            yield self._found("L5", "verzoeken")

    def _agreed(self) -> Iterator[Finding]:
        """L11: what the own council agreed on before is named."""
        local = self.competence.rules["L11"]
        named = any(
            has_words(local.words, line.text) and _YEAR.search(line.text)
            for line in self.paper.lines
        )
        if self.paper.local == "ja" and not named:
            yield self._found("L11", "het stuk", uitleg=local.texts["ja"])
        elif self.paper.local in (None, "onbekend"):
            yield self._found("L11", "het stuk", uitleg=local.texts["onbekend"])

    def _length(self, requests: tuple[PaperLine, ...]) -> Iterator[Finding]:
        """L7: few requests, and short."""
        rule = self.competence.rules["L7"]
        if not _asking(self.paper):
            yield self._found("L7", "het stuk", uitleg=rule.texts["geen"])
        if len(requests) > MOST_REQUESTS:
            yield self._found("L7", "verzoeken", uitleg=rule.texts["verzoeken"])
        if sum(len(line.text.split()) for line in requests) > MOST_WORDS:
            yield self._found("L7", "verzoeken", uitleg=rule.texts["woorden"])

    def _found(self, name: str, place: str, **values: str) -> Finding:
        return finding(self.competence.rules[name], place, values)


def _first_figure(line: PaperLine) -> str | None:
    """Give the first number that counts something; a date or an article does not."""
    text = _NAMES.sub(" ", _WHEN.sub(" ", line.text))
    found = _NUMBER.search(_YEAR.sub(" ", text))
    return found[0].strip() if found else None


def _is_dated(note: Note, notes: dict[int, Note]) -> bool:
    """Tell whether a note says when; one that points to another is as dated as that."""
    if re.search(r"(?:19|20)\d\d", note.text):
        return True
    pointed = re.search(r"zie noot (\d+)", note.text)
    # With no notes to look in: one points to a whole note, never to one that points on.
    return pointed is not None and _is_dated(notes[int(pointed[1])], {})
