"""Whether a body may do one thing that it is asked: by deed, power and what is beside it.

To talk of a power, to look into it and to ask for a proposal is free; to do it is for
who has it, within limits that are told. What is not known is never taken as proper.
L1, L8, L12 and L13.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reports.council.clauses import Clause, ObjectRole
from reports.council.finding_texts import Telling, lightly
from reports.council.findings import Finding
from rules.content.competence import Subject
from rules.content.council_speech import Addressee, Doing
from rules.content.phrase_matching import first_words, has_words

POLICE = "politie_inzet"
_INSIDE = re.compile(
    r"(?i)\b(?:in|aan|uit)\s(?:het|de|zijn|haar|hun|dit|dat)\s(?P<rule>(?:[\w’'-]{1,30}e\s){0,2}[\w’'-]{1,40})"
)
_SPOKEN_TO = re.compile(r"(?i)\b(?:met|bij|aan|tot)\s(?:de\s|een\s)?$")
_NAMED = (ObjectRole.CONTENT, ObjectRole.MEANS, ObjectRole.BESIDE, ObjectRole.ABOUT)
_AROUND = (*_NAMED, ObjectRole.WHICH)
_DONE_WITH = (ObjectRole.OBJECT, *_NAMED)


@dataclass(frozen=True)
class ClauseJudge(Telling):
    """Judges one thing that somebody is asked to do."""

    def of_clause(
        self, clause: Clause, able: list[Addressee], *, known: bool
    ) -> Iterator[Finding]:
        """Give what is the matter with one thing, asked of who may be asked.

        `known`: a power that we know stands somewhere in the same request.
        """
        bodies, own = {one.body for one in able}, any(one.own for one in able)
        yield from self._elsewhere(clause, bodies)
        written = list(self._written_in(clause, bodies))
        if written:
            yield from written
            return
        match clause.deed:
            case Doing.TALK:
                yield from self.may_point(clause.text)
                yield from self._told_a_judge(clause)
                yield from self._told_the_police(clause, bodies)
            case Doing.PREPARE:
                yield from self._prepared(clause, bodies)
            case Doing.PLEAD:
                yield from self._pleaded(clause, bodies)
            case _ if has_words(self.speech.proposal, clause.text):
                yield self.wrong_form("motie")
            case Doing.PROVIDE | Doing.RUN if self._is_daily(clause, able, known=known):
                yield from self.may_point(clause.text)
                yield from self._within(clause, bodies, own=own)
                yield from self._forced(clause, bodies)
            case _:
                yield from self._done(clause, bodies, own=own)

    def _elsewhere(self, clause: Clause, bodies: set[str]) -> Iterator[Finding]:
        """Ask for a look where the deed is done at a place that another governs."""
        if clause.deed in (Doing.TALK, Doing.PREPARE, Doing.PLEAD):
            return
        for subject in self.subjects(clause, *_AROUND):
            if subject.place and not bodies & {*subject.who}:
                yield self.half(subject)

    def _written_in(self, clause: Clause, bodies: set[str]) -> Iterator[Finding]:
        """L1: who writes something in a rule makes that rule: ‘in het coffeeshopbeleid’."""
        if clause.deed in (Doing.TALK, Doing.PLEAD, Doing.REFRAIN):
            return
        inside = " ; ".join(one["rule"] for one in _INSIDE.finditer(clause.text))
        rule = first_words(self.speech.own_rules, inside)
        if rule is None or not has_words(self.speech.writing, clause.text):
            return
        for subject in self.named(rule):
            if not subject.broad and not bodies & {*subject.who}:
                found = self.misdirected if clause.is_sure else self.half
                yield found(subject)

    def _is_daily(self, clause: Clause, able: list[Addressee], *, known: bool) -> bool:
        """Tell whether a deed needs no power: it does good, or runs what is known."""
        # Daily government is the college’s (Gemeentewet 160 lid 1 onder a), so that
        # what is known and no power of another may be asked of it.
        runs = any(one.own or (one.body == "college" and known) for one in able)
        free = runs or clause.deed is Doing.PROVIDE
        return free and not self._names_a_power(clause)

    def _names_a_power(self, clause: Clause) -> bool:
        """Tell whether a power is named, as object, content or means."""
        named = self.subjects(
            clause, ObjectRole.OBJECT, ObjectRole.CONTENT, ObjectRole.MEANS
        )
        return any(not one.broad for one in named)

    def _told_a_judge(self, clause: Clause) -> Iterator[Finding]:
        """Ask for a look where a judge is spoken to about a sentence."""
        judge = "rechter" in self._spoken_to(clause.text)
        for hit in self.competence.mentions(clause.text) if judge else ():
            subject = self.subject(hit.name)
            is_body = self.speech.is_body(clause.text[hit.start : hit.end])
            if subject.who == ("rechter",) and not is_body:
                yield self.half(subject)

    def _told_the_police(self, clause: Clause, bodies: set[str]) -> Iterator[Finding]:
        """Tell who speaks for the council where the college is to speak to the police.

        Anybody may ask the police a question; over its work the burgemeester has a say.
        """
        if "burgemeester" in bodies or not has_words(self.speech.urging, clause.text):
            return
        if self._spoken_to(clause.text) & {"politie", "officier_van_justitie"}:
            yield lightly(self.misdirected(self.subject(POLICE)))

    def _spoken_to(self, text: str) -> set[str]:
        """Name the bodies that a text speaks to: ‘in gesprek te gaan met de politie’."""
        return {
            self.speech.addressees[int(hit.name)].body
            for hit in self.speech.names.longest(text)
            if _SPOKEN_TO.search(text[max(0, hit.start - 20) : hit.start])
        }

    def _prepared(self, clause: Clause, bodies: set[str]) -> Iterator[Finding]:
        """Let a plan be made of powers; whom it is done to by force is looked at."""
        if clause.over_people and self.forces(clause.text):
            yield self.unjudged("onbekend")
        for subject in self.subjects(clause, ObjectRole.OBJECT, ObjectRole.CONTENT):
            if subject.broad:
                continue
            if subject.remark:
                yield self.remark(subject, subject.remark)
            elif not bodies & {*subject.who} and "raad" not in subject.who:
                yield self.half(subject)
        for subject in self.subjects(clause, *_DONE_WITH):
            if bodies & {*subject.who}:
                yield from self._told_of(subject)

    def _pleaded(self, clause: Clause, bodies: set[str]) -> Iterator[Finding]:
        """Let the burgemeester speak for the council about his own powers.

        A judge is not spoken to by anybody; what is national anybody may plead for.
        """
        yield from self._asked_a_judge(clause)
        # What the state decides anybody may plead for; the burgemeester’s own powers he
        # pleads about with himself.
        national = has_words(self.speech.national, clause.text)
        for subject in self.subjects(clause, ObjectRole.OBJECT, *_NAMED):
            if bodies & {*subject.who} or subject.broad:
                continue
            if "rechter" in subject.who and not national:
                yield self.half(subject)
            elif "burgemeester" in bodies:
                continue
            elif national:
                yield self.remark(subject, subject.remark)
            elif subject.who == ("burgemeester",):
                asked = bool(clause.of(ObjectRole.ASKED))
                sure = clause.is_sure and not asked
                yield self._for_the_burgemeester(subject, sure=sure)
            elif "raad" not in subject.who:
                yield self.half(subject)

    def _asked_a_judge(self, clause: Clause) -> Iterator[Finding]:
        for subject in self.subjects(clause, ObjectRole.ASKED):
            if "rechter" in subject.who:
                yield self.half(subject)

    def _for_the_burgemeester(self, subject: Subject, *, sure: bool) -> Finding:
        if not sure:
            return self.half(subject)
        text, body = self.rule("L1").texts["pleiten"], self.names(subject)
        told = text.format(onderwerp=subject.title, orgaan=body)
        return self.said(told, subject.routes[0].example, "burgemeester")

    def _done(
        self, clause: Clause, bodies: set[str], *, own: bool
    ) -> Iterator[Finding]:
        """L1 and L13: who has the power may be asked to do it."""
        # Not to do it needs the power too, in whatever role it is named.
        beside = _AROUND if clause.deed is Doing.REFRAIN else ()
        direct = self.subjects(clause, ObjectRole.OBJECT, *beside)
        narrow = [one for one in direct if not one.broad]
        if own and direct and not narrow:
            return
        # ‘Veiligheid’ is broad: it says little beside a power that the body has.
        at_home = any(bodies & {*one.who} for one in self.subjects(clause, *_AROUND))
        for subject in self._used(clause, narrow or direct):
            if subject.broad and not bodies & {*subject.who} and self._titled(bodies):
                yield self.unjudged("onbekend")
            elif not bodies & {*subject.who}:
                # Nor does it with a verb that we do not know.
                vague = subject.broad and (at_home or clause.deed is Doing.DO)
                unsure = subject.place or vague
                sure = clause.is_sure and not unsure
                yield self.misdirected(subject) if sure else self.half(subject)
            elif clause.deed is not Doing.REFRAIN or subject.remark:
                yield from self._told_of(subject)
        yield from self._within(clause, bodies, own=own)
        if not direct:
            yield from self._by_what_is_beside(clause, bodies)
        elif all(one.id == "geld" for one in narrow):
            yield from self._forced(clause, bodies)

    def _titled(self, bodies: set[str]) -> bool:
        """Tell whether the paper itself is about a power of who is asked: signs at cameras."""
        return any(
            bodies & {*one.who} and not one.broad for one in self.named(self.title)
        )

    def _used(self, clause: Clause, subjects: list[Subject]) -> list[Subject]:
        """Give the powers that are used: a rule of the council may be carried out."""
        carried_out = has_words(self.speech.carrying_out, clause.text)
        return [one for one in subjects if not (carried_out and one.who == ("raad",))]

    def _forced(self, clause: Clause, bodies: set[str]) -> Iterator[Finding]:
        """Ask for a look where power is used over somebody, or the deed is not known.

        What the college does with its own things needs no verb that we know, as long as
        nobody is sent out to do it or has it done to him.
        """
        over_people = clause.over_people and clause.deed in (Doing.RUN, Doing.DO)
        things = "college" in bodies and not has_words(
            self.speech.sent_out, clause.text
        )
        known = clause.deed is not Doing.DO or things
        if over_people or not known or self.forces(clause.text):
            yield self.unjudged("onbekend")

    def _within(
        self, clause: Clause, bodies: set[str], *, own: bool
    ) -> Iterator[Finding]:
        """Say what is to be known of what is used, held inside or named beside it.

        What is broad says nothing where a power of who is asked stands beside it, nor
        of what the council’s own organs arrange for it.
        """
        around = self.subjects(clause, *_AROUND)
        theirs = [one for one in around if bodies & {*one.who}]
        used = (*theirs, *self.subjects(clause, ObjectRole.OBJECT))
        at_home = own or any(bodies & {*one.who} and not one.broad for one in used)
        for subject in self.subjects(clause, *_AROUND[:2]):
            if subject not in theirs and not (subject.broad and at_home):
                yield self.half(subject)
        for subject in theirs:
            if clause.deed is not Doing.REFRAIN or subject.remark:
                yield from self._told_of(subject)

    def _told_of(self, subject: Subject) -> Iterator[Finding]:
        """Say what is to be known of a power that who is asked has."""
        told = subject.remark or subject.limits
        if told:
            yield self.remark(subject, told)

    def _by_what_is_beside(self, clause: Clause, bodies: set[str]) -> Iterator[Finding]:
        """Judge a deed whose object is not known by the powers beside it."""
        beside = self.subjects(clause, *_AROUND)
        ends = clause.deed is Doing.REFRAIN and "college" in bodies
        if ends and not self.forces(clause.text):
            return
        if not any(bodies & {*one.who} for one in beside if not one.broad):
            foreign = [one for one in beside if not one.broad]
            yield self.half(foreign[0]) if foreign else self.unjudged("onbekend")

    def wrong_form(self, kind: str) -> Finding:
        """L12: a change of text is an amendement, a request is a motie."""
        texts = self.rule("L12").texts
        example = texts[f"{kind}_voorbeeld"]
        return self.told("L12", uitleg=texts[kind], voorbeeld=example)
