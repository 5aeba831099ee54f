"""What cannot be asked, whoever is asked; to talk of it is free. L6 and L10."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property

from reports.council.clauses import clauses_of
from reports.council.finding_texts import WHETHER, Telling
from reports.council.findings import UNJUDGED, Finding
from reports.council.paper import ASKING, PaperPart
from rules.content.competence import FindingSeverity, Forbidden, Form
from rules.content.council_speech import Doing, Speech
from rules.content.phrase_matching import Hit, has_words
from rules.grammar.numerals import IN_WORDS

_TIMES = {"dag": 1, "dagen": 1, "week": 7, "weken": 7, "maand": 30, "maanden": 30}
_TIMES |= {"jaar": 365, "jaren": 365, "kwartaal": 91, "kwartalen": 91}
_TIMES |= {"halfjaar": 182, "kalenderjaar": 365, "seizoen": 91}
_COUNTS: dict[str, float] = {**IN_WORDS, "enkele": 2}
_COUNTS |= {"anderhalve": 1.5, "anderhalf": 1.5, "half": 0.5, "halve": 0.5}
_LASTING = re.compile(
    rf"(?i)\b(?P<count>\d{{1,4}}(?:,\d)?|{'|'.join(_COUNTS)})"
    r"(?P<half>\s(?:en\s)?een\s(?:half|halve))?(?:\s(?:vol|heel|geheel|\w{2,10}[^e\W]e))?"
    rf"\s(?P<unit>{'|'.join(_TIMES)})\b"
)
_DENIED = 60
_BAN = re.compile(r"(?i)\b(?:te verbieden|uit te sluiten)\b")
_NONE = re.compile(r"(?i)\bgeen\b")
# ‘elke drie maanden’, ‘de afgelopen zes maanden’: how often or when, not how long.
_OFTEN = ("elk*", "ieder*", "per", "afgelopen", "vorige", "laatste")


class Unlawful(Telling):
    """Looks for what the law does not allow in what a line asks."""

    def found(self) -> Iterator[Finding]:
        """L6 and L10: what cannot be asked, whoever is asked; talking of it is free."""
        if self.line.part not in ASKING:
            return
        asks = self.line.part is PaperPart.QUESTION
        if asks and not has_words(self.speech.asked_deeds, self.line.text):
            return
        declares = self.line.part is PaperPart.DECLARATION
        # To declare that something is out of the question is the council’s to do.
        if declares and has_words(self.speech.rejected, self.sentence):
            return
        for name in ("L6", "L10"):
            for item in self.rule(name).forbidden:
                yield from self._forbidden(name, item)

    def _forbidden(self, name: str, item: Forbidden) -> Iterator[Finding]:
        if item.only is Form.MOTIE and self.changes_text:
            return
        named = not item.about or f"{item.id}/about" in self._about
        where = self._stands if item.most is None else self._too_long
        found = where(item) if named else None
        if found is None:
            if self._may_be(item, named=named):
                yield self.told(UNJUDGED, uitleg=item.title)
            return
        start, end = found
        # A declaration does nothing by itself, so that it is for the griffie to read; and
        # what we read in the law is not the law.
        if self.line.part is PaperPart.DECLARATION or (
            item.reading and self._is_asked(start)
        ):
            told = f"‘{self.sentence[start:end]}’: {item.title}"
            yield replace(self.told(UNJUDGED, uitleg=told), suggestion=item.instead)
            return
        if self.line.part is PaperPart.QUESTION and not self.is_looked_into(
            self.sentence, start
        ):
            yield self.told(UNJUDGED, uitleg=item.title)
        does = self._does(start) or (item.tells and self._is_sent(start))
        weight = FindingSeverity.BLOKKEERT if does else FindingSeverity.WAARSCHUWING
        told = f"‘{self.sentence[start:end]}’: {item.title}"
        yield Finding(name, weight, self.place, told, item.instead)

    @cached_property
    def _limits(self) -> dict[str, list[Hit]]:
        return self.competence.limits(self.sentence)

    @cached_property
    def _about(self) -> dict[str, list[Hit]]:
        if self._topic == self.sentence:
            return self._limits
        return self.competence.limits(self._topic)

    def _may_be(self, item: Forbidden, *, named: bool) -> bool:
        """Tell whether a line may be about it; new text alone does not name what."""
        taken_back = self._limits.get(f"{item.id}/unless", [])
        hits = [
            hit
            for hit in self._limits.get(f"{item.id}/perhaps", [])
            if not _overlaps(hit, taken_back)
        ]
        perhaps = [hit for hit in hits if self._is_asked(hit.start)]
        if named:
            return bool(perhaps)
        starts = {hit.start for hit in self._limits.get(f"{item.id}/words", [])}
        return self.changes_text and any(hit.start in starts for hit in perhaps)

    def _stands(self, item: Forbidden) -> tuple[int, int] | None:
        """Give where what is not allowed stands, unless it is denied or taken back."""
        text = self.sentence
        taken_back = self._limits.get(f"{item.id}/unless", [])
        for hit in self._limits.get(f"{item.id}/words", ()):
            if _overlaps(hit, taken_back):
                continue
            before = text[max(0, hit.start - _DENIED) : hit.start]
            behind = text[hit.end : hit.end + _DENIED]
            # Where a ban is not allowed, ‘te verbieden’ is the deed and no denial.
            if item.bans:
                before, behind = _BAN.sub(" ", before), ""
            if item.denies:
                before = _NONE.sub(" ", before)
            if not _is_denied(before, behind, self.speech):
                return hit.start, hit.end
        return None

    def _too_long(self, item: Forbidden) -> tuple[int, int] | None:
        if f"{item.id}/words" not in self._limits or item.most is None:
            return None
        for found in _LASTING.finditer(self.sentence):
            count = found["count"].lower().replace(",", ".")
            number = _COUNTS[count] if count in _COUNTS else float(count)
            # ‘Drie en een half jaar’: the half stands apart from the count.
            number += 0.5 if found["half"] else 0
            before = self.sentence[max(0, found.start() - _DENIED) : found.start()]
            often = has_words(_OFTEN, " ".join(before.split()[-1:]))
            within = Hit(*found.span(), item.id)
            other = often or _overlaps(
                within, self._limits.get(f"{item.id}/unless", ())
            )
            if number * _TIMES[found["unit"].lower()] > item.most and not other:
                return found.span()
        return None

    @cached_property
    def _topic(self) -> str:
        """Give what a line is about; the title says so where the line does not."""
        # A line that names its own subject is not about what the title is about.
        own = any(not subject.broad for subject in self.named(self.sentence))
        return self.sentence if own else f"{self.title} {self.sentence}"

    def _is_asked(self, place: int) -> bool:
        """Tell whether what stands at a place is asked for, in a question too."""
        if self.line.part is PaperPart.QUESTION:
            return not self.is_looked_into(self.sentence, place)
        return self._does(place)

    def _does(self, place: int) -> bool:
        """Tell whether what stands at a place is done, and not only talked of."""
        if self.line.part is PaperPart.QUESTION:
            return False
        # New text holds as soon as it is adopted: it does what it says.
        if self.line.part is PaperPart.NEW or self.changes_text:
            return True
        return all(
            deed in (Doing.DO, Doing.PREPARE, Doing.PROVIDE, Doing.RUN)
            for start, end, deed in self._deeds
            if start <= place < end
        )

    def _is_sent(self, place: int) -> bool:
        """Tell whether what stands at a place is to be sent, and not only asked of."""
        if self.line.part is PaperPart.QUESTION:
            return False
        return any(
            has_words(self.speech.sent, self.sentence[start:end])
            and not WHETHER.search(self.sentence[start:place])
            for start, end, _ in self._deeds
            if start <= place < end
        )

    @cached_property
    def _deeds(self) -> list[tuple[int, int, Doing]]:
        """Give where each clause stands, with its kind of deed."""
        found = []
        for act in self.acts:
            at = act.asks
            for clause in clauses_of(
                self.sentence[act.asks : act.end], self.competence
            ):
                # From the clause before on: a sentence may hold the same words twice.
                begin = self.sentence.find(clause.text, at)
                at = begin + len(clause.text)
                found.append((begin, at, clause.deed))
        return found


def _overlaps(hit: Hit, others: Iterable[Hit]) -> bool:
    """Tell whether one of these words lies over what was found."""
    return any(one.start < hit.end and hit.start < one.end for one in others)


def _is_denied(before: str, after: str, speech: Speech) -> bool:
    """Tell whether words just before or behind say that it does not happen."""
    near, behind = " ".join(before.split()[-6:]), " ".join(after.split()[:3])
    return has_words(speech.denials, near) or has_words(speech.refusals, behind)
