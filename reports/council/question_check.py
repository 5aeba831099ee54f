"""Whether questions go to who can be asked; what they ask of is free. L1 and L13.

A question of fact is free for everybody; ‘bent u bereid …’ asks for a deed.
"""

from collections.abc import Iterator

from reports.council.clauses import MONEY
from reports.council.draft import ASKABLE
from reports.council.finding_texts import Telling, lightly
from reports.council.findings import Finding
from rules.content.competence import FindingSeverity
from rules.content.council_speech import Addressee
from rules.content.phrase_matching import has_words

MANY = 20


class Questions(Telling):
    """Judges one question."""

    def found(self) -> Iterator[Finding]:
        """Give what is the matter with who is asked."""
        texts, to = self.rule("L1").texts, self.line.to
        one = self._addressee
        if one is not None and one.alderman:
            told, example = texts["wethouder"], texts["college_vragen"]
            yield lightly(self.said(told, example, "college"))
        # Its own organs the council may ask as well: a presidium, a committee.
        if to and to not in ASKABLE and not (one is not None and one.own):
            named = one or next(
                each for each in self.speech.addressees if each.body == to
            )
            found = self.through(named, texts["via_vragen"], tells=True)
            yield found
            if found.severity is FindingSeverity.BLOKKEERT:
                return
        unknown = to == "" and not self.speech.bodies_in(self.line.text)
        if unknown or (
            self._asks_a_deed and (self._is_unknown or self._is_for_another)
        ):
            yield self.unjudged("onbekend")
        yield from self.may_point(self.line.text)
        if to in (None, "", "college"):
            yield from self._of_the_burgemeester()
        elif self._asks_a_deed:
            yield from self._of_another(to)

    @property
    def _addressee(self) -> Addressee | None:
        named = self.speech.bodies_in(self.line.heading)
        return next((one for one in named if one.body == self.line.to), None)

    @property
    def _asks_a_deed(self) -> bool:
        """Tell whether somebody is asked to do something; a fact may be asked freely."""
        return has_words(self.speech.asked_deeds, self.line.text)

    @property
    def _is_unknown(self) -> bool:
        """Tell whether the deed uses power that we do not know whose it is."""
        named = self.named(self.line.text)
        # What is spent or charged says nothing of the power that is used for it.
        narrow = any(not one.broad and one.id != MONEY for one in named)
        return not narrow and self._uses_force

    @property
    def _is_for_another(self) -> bool:
        """Tell whether the college is asked to use power over somebody that it lacks."""
        text, to = self.line.text, self.line.to
        bodies = {one.body for one in self.speech.bodies_in(text)}
        # Without an addressee the text may still name the one body it is put to.
        if to != "college" and (to or bodies & {*ASKABLE} != {"college"}):
            return False
        named = self.named(text)
        foreign = any(not one.broad and "college" not in one.who for one in named)
        return foreign and self._uses_force

    @property
    def _uses_force(self) -> bool:
        """Tell whether power over somebody is to be used, and not only told of."""
        text = self.line.text
        return self.forces(text) and any(
            not self.is_looked_into(text, hit.start)
            for hit in self.speech.forces.find(text)[:MANY]
        )

    def _of_another(self, to: str) -> Iterator[Finding]:
        """Say of a deed that is asked of the burgemeester whose power it is."""
        for subject in self.named(self.line.text):
            if to not in subject.who and not subject.broad:
                yield lightly(self.misdirected(subject))
            elif subject.limits:
                yield self.remark(subject, subject.limits)

    def _of_the_burgemeester(self) -> Iterator[Finding]:
        """Say of a question to the college that it is about the burgemeester’s power."""
        text = self.line.text
        for subject in self.named(text):
            if {"college", "raad"} & set(subject.who):
                if subject.remark:
                    yield self.remark(subject, subject.remark)
                continue
            found = self.misdirected(subject)
            own = subject.who == ("burgemeester",)
            done = bool(self.speech.done_by_college.search(text))
            # Without an addressee ‘u’ may be the burgemeester.
            yield found if own and done and self.line.to else lightly(found)
