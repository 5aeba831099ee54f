"""Whether a body may be asked something: by act, addressee, power and kind of deed.

To talk of a power, to look into it and to ask for a proposal is free; to do it is for
who has it, within limits that are told. What is not known is never taken as proper.
L1, L2, L8, L10, L12 and L13.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reports.council.clauses import Clause, ObjectRole, clauses_of
from reports.council.cover import is_only_cover
from reports.council.draft import ASKABLE
from reports.council.finding_texts import Telling, lightly
from reports.council.findings import Finding
from reports.council.paper import PaperPart
from reports.council.speech_acts import Act, inner_acts_of
from rules.content.competence import Subject
from rules.content.council_speech import Acting, Addressee, Doing
from rules.content.phrase_matching import first_words, has_words

SAID, NEAR, MANY = 60, 60, 20
POLICE = "politie_inzet"
_SPOKEN_TO = re.compile(r"(?i)\b(?:met|bij|aan|tot)\s(?:de\s|een\s)?$")
RULING = (*ASKABLE, "politie", "korpschef", "officier_van_justitie", "rechter")
_NAMED = (
    ObjectRole.CONTENT,
    ObjectRole.MEANS,
    ObjectRole.BESIDE,
    ObjectRole.ABOUT,
)
_AROUND = (*_NAMED, ObjectRole.WHICH)
_DONE_WITH = (ObjectRole.OBJECT, *_NAMED)


@dataclass(frozen=True)
class PowerJudge(Telling):
    """Judges what a line asks, decides or would say as new text."""

    def found(self) -> Iterator[Finding]:
        """Give what is the matter with who is asked what, and in which form."""
        match self.line.part:
            case PaperPart.REQUEST if self.changes_text:
                yield self._form("amendement")
            case PaperPart.REQUEST:
                yield from self._acts_of(self.sentence, self.acts)
            case PaperPart.DECISION if self.changes_text:
                yield from self._new_text(self.sentence)
            case PaperPart.DECISION:
                yield from self._acts_of(self.sentence, self.acts)
            case PaperPart.NEW:
                yield from self._new_text(self.line.text)
            case PaperPart.UNREAD:
                yield self.unjudged("geen_handeling")
            case PaperPart.DECLARATION:
                yield from self._acts_of(self.sentence, self.acts)
            case _:
                return

    def _form(self, kind: str) -> Finding:
        """L12: a change of text is an amendement, a request is a motie."""
        texts = self.rule("L12").texts
        example = texts[f"{kind}_voorbeeld"]
        return self.told("L12", uitleg=texts[kind], voorbeeld=example)

    # --- what a sentence does ---------------------------------------------------

    def _acts_of(self, text: str, acts: list[Act]) -> Iterator[Finding]:
        for act in acts:
            yield from self._act(act, text[act.asks : act.end])
        if not acts:
            yield self.unjudged("geen_handeling")

    def _act(self, act: Act, asked: str) -> Iterator[Finding]:
        match act.kind:
            case Acting.CHANGE:
                return
            case Acting.DECLARE:
                if not has_words(self.speech.courtesy, act.verb):
                    yield from self._declares(asked)
            case Acting.DECIDE:
                yield from self._decides(act, asked)
            # Before `_asks`: what only tells where the money comes from asks nobody
            # anything.
            case _ if is_only_cover(asked, self.speech):
                return
            case _:
                yield from self._asks(act, clauses_of(asked, self.competence))

    def _declares(self, said: str) -> Iterator[Finding]:
        """Ask for a look where the council declares what another would have to do.

        What its own goals and plans are to hold is for the council to say.
        """
        # ‘Spreekt uit dat het doel is …’ is the council’s own; ‘dat jongeren moeten
        # worden opgepakt’ is not, whatever plan it stands in.
        own = has_words(self.speech.own_plans, said) and not self.forces(said)
        if own or has_words(self.speech.rejected, said):
            return
        if not has_words(self.speech.told, said):
            for subject in self._objects(clauses_of(said, self.competence)):
                yield self.half(subject)
        elif self._obliges(said):
            for hit in self.competence.mentions(said):
                subject = self.subject(hit.name)
                if not subject.broad:
                    yield self.half(subject)
        if self.forces(said):
            yield self.unjudged("onbekend")

    def _obliges(self, said: str) -> bool:
        """Tell whether a declaration says what a body would have to do."""
        bodies = [
            hit
            for hit in self.speech.names.longest(said)
            if self.speech.addressees[int(hit.name)].body in RULING
        ]
        return any(
            0 <= verb.start - body.end <= NEAR
            for verb in self.speech.passives.find(said)
            for body in bodies[:MANY]
        )

    def _asks(self, act: Act, clauses: list[Clause]) -> Iterator[Finding]:
        yield from self._ordered(act, clauses)
        # Its own organs the council may ask, and of the others those that owe it an
        # account (Gemeentewet 169 and 180).
        able = [one for one in act.to if one.own or one.body in ASKABLE]
        if not act.to:
            yield from self._to_nobody(act, clauses)
        elif not able:
            yield self._unaskable(act.to[0], clauses)
        elif not clauses:
            yield self.unjudged("onbekend")
        elif all(one.alderman for one in able):
            texts = self.rule("L1").texts
            example = texts["college_voorbeeld"]
            yield lightly(self.said("L1", texts["wethouder"], example, "college"))
        # Over the whole request: a second deed is often about what the first one named.
        known = any(clause.powers for clause in clauses)
        for clause in clauses if able else ():
            yield from self._clause(clause, able, known=known)

    def _decides(self, act: Act, asked: str) -> Iterator[Finding]:
        """L2 and L12: what the council decides itself in a motie."""
        inner = inner_acts_of(asked, self.speech)
        objects = self._objects(clauses_of(asked, self.competence))
        if has_words(self.speech.proposal, asked):
            yield self._form("motie")
        elif inner:
            yield from self._acts_of(asked, inner)
        # The budget is the council’s (Gemeentewet 189), but what a sentence spends it
        # on we cannot tell.
        elif not objects or any(one.id == "geld" for one in objects):
            yield self.unjudged("onbekend")
        elif not any("raad" in one.who for one in objects):
            said = f"{act.verb} {asked.strip()}"[:SAID]
            yield self.told(
                "L2", gevonden=said, uitleg=self.rule("L2").texts["besluit"]
            )

    def _objects(self, clauses: list[Clause]) -> list[Subject]:
        """Give the powers that something is done with, but not what is broad."""
        named = [
            one for each in clauses for one in self.subjects(each, ObjectRole.OBJECT)
        ]
        return [subject for subject in named if not subject.broad]

    # --- to whom ----------------------------------------------------------------

    def _to_nobody(self, act: Act, clauses: list[Clause]) -> Iterator[Finding]:
        """Tell that no body stands in a request; who is able, where that is known.

        A wish of the council is told, like a declaration.
        """
        objects = self._objects(clauses)
        if objects:
            yield self.misdirected(objects[0])
        elif not has_words(self.speech.wishes, act.verb) or any(
            self.forces(clause.text) for clause in clauses
        ):
            yield self.unjudged("onbekend")

    def _unaskable(self, one: Addressee, clauses: list[Clause]) -> Finding:
        """L1: some are not asked by the council, but through another."""
        texts, objects = self.rule("L1").texts, self._objects(clauses)
        if one.body != "raad":
            return self.through(one.body, texts["via_voorbeeld"])
        if objects:
            return self.misdirected(objects[0])
        found = self.said("L1", texts["raad_zelf"], texts["raad_voorbeeld"], "college")
        return found if self._uses_power(clauses) else lightly(found)

    def _uses_power(self, clauses: list[Clause]) -> bool:
        """Tell whether more is asked than to talk, or what does good."""
        mild = (Doing.TALK, Doing.PREPARE, Doing.PLEAD, Doing.PROVIDE, Doing.RUN)
        return not clauses or any(
            one.deed not in mild or self.forces(one.text) for one in clauses
        )

    def _ordered(self, act: Act, clauses: list[Clause]) -> Iterator[Finding]:
        """L2: the council asks the burgemeester, and does not order him."""
        # He owes the council an account (Gemeentewet 180 lid 1), and carries out no
        # orders of it where the law gives the power to him.
        if act.kind is Acting.ASK or "burgemeester" not in act.bodies:
            return
        texts, said = self.rule("L2").texts, self.sentence[act.start : act.asks]
        talk = bool(clauses) and all(one.deed is Doing.TALK for one in clauses)
        light = talk and act.kind is Acting.ASSIGN
        told = texts["inlichtingen" if light else "opdracht"]
        found = self.told("L2", gevonden=said.strip(" :,"), uitleg=told)
        yield lightly(found) if light else found

    # --- one thing to be done -----------------------------------------------------

    def _clause(
        self, clause: Clause, able: list[Addressee], *, known: bool
    ) -> Iterator[Finding]:
        bodies = {one.body for one in able}
        yield from self._elsewhere(clause, bodies)
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
                yield self._form("motie")
            case Doing.PROVIDE | Doing.RUN if self._is_daily(clause, able, known=known):
                yield from self.may_point(clause.text)
                own = any(one.own for one in able)
                yield from self._within(clause, bodies, own=own)
                yield from self._forced(clause, bodies)
            case _:
                own = any(one.own for one in able)
                yield from self._done(clause, bodies, own=own)

    def _elsewhere(self, clause: Clause, bodies: set[str]) -> Iterator[Finding]:
        """Ask for a look where the deed is done at a place that another governs."""
        if clause.deed in (Doing.TALK, Doing.PREPARE, Doing.PLEAD):
            return
        for subject in self.subjects(clause, *_AROUND):
            if subject.place and not bodies & {*subject.who}:
                yield self.half(subject)

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
        named = [
            hit
            for hit in self.speech.names.longest(clause.text)
            if self.speech.addressees[int(hit.name)].body == "rechter"
            and _SPOKEN_TO.search(clause.text[max(0, hit.start - 20) : hit.start])
        ]
        for hit in self.competence.mentions(clause.text) if named else ():
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
        for hit in self.speech.names.longest(clause.text):
            spoken_to = _SPOKEN_TO.search(
                clause.text[max(0, hit.start - 20) : hit.start]
            )
            body = self.speech.addressees[int(hit.name)].body
            if spoken_to and body in ("politie", "officier_van_justitie"):
                yield lightly(self.misdirected(self.subject(POLICE)))
                return

    def _prepared(self, clause: Clause, bodies: set[str]) -> Iterator[Finding]:
        """Let a plan be made of powers; whom it is done to by force is looked at."""
        if clause.over_people and self.forces(clause.text):
            yield self.unjudged("onbekend")
        for subject in self.subjects(clause, ObjectRole.OBJECT, ObjectRole.CONTENT):
            if subject.broad:
                continue
            if subject.remark:
                yield self.remark(subject)
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
                yield self.remark(subject)
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
        told = (
            self.rule("L1")
            .texts["pleiten"]
            .format(onderwerp=subject.title, orgaan=self.names(subject))
        )
        return self.said("L1", told, subject.routes[0].example, "burgemeester")

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
        # A broad word, such as ‘veiligheid’, says little where beside it stands a power
        # that the body does have.
        at_home = any(bodies & {*one.who} for one in self.subjects(clause, *_AROUND))
        for subject in self._used(clause, narrow or direct):
            if not bodies & {*subject.who}:
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
        if subject.remark:
            yield self.remark(subject)
        elif subject.limits:
            yield self.limited(subject)

    def _by_what_is_beside(self, clause: Clause, bodies: set[str]) -> Iterator[Finding]:
        """Judge a deed whose object is not known by the powers beside it."""
        beside = self.subjects(clause, *_AROUND)
        ends = clause.deed is Doing.REFRAIN and "college" in bodies
        if ends and not self.forces(clause.text):
            return
        if not any(bodies & {*one.who} for one in beside if not one.broad):
            foreign = [one for one in beside if not one.broad]
            yield self.half(foreign[0]) if foreign else self.unjudged("onbekend")

    # --- the text of a proposal ---------------------------------------------------

    def _new_text(self, text: str) -> Iterator[Finding]:
        """Judge what a proposal would say: who gets which power, and what is asked."""
        inner = inner_acts_of(text, self.speech)
        if inner:
            yield from self._acts_of(text, inner)
        yield from self._granted(text)
        if has_words(self.speech.norms, text):
            yield lightly(self._as_law(text))
        for hit in self.competence.mentions(text):
            subject = self.subject(hit.name)
            if subject.who == ("burgemeester",):
                yield lightly(self.misdirected(subject))
        if is_only_cover(self.line.text, self.speech):
            return
        if not inner and self.line.part is PaperPart.DECISION:
            yield from self._foreign_rules(text)
        if self.line.part is PaperPart.DECISION and not has_words(
            self.speech.changes, text
        ):
            yield self.unjudged("onbekend")

    def _foreign_rules(self, text: str) -> Iterator[Finding]:
        """L2: the council does not change rules that another body made for itself."""
        own = first_words(self.speech.own_rules, text)
        if own is None or has_words(self.speech.of_the_council, text):
            return
        title = " ".join(
            one.text for one in self.paper.lines[:2] if one.part is PaperPart.FRAME
        )
        about = f"{title[: SAID * 4]} {text}"
        bodies = {one.body for one in self.speech.bodies_in(about)}
        powers = [self.subject(hit.name) for hit in self.competence.mentions(about)]
        foreign = [one for one in powers if not one.broad and "raad" not in one.who]
        if bodies & {*ASKABLE} or any("burgemeester" in one.who for one in foreign):
            told = self.rule("L2").texts["besluit"]
            yield self.told("L2", gevonden=own, uitleg=told)
        else:
            yield self.half(foreign[0]) if foreign else self.unjudged("onbekend")

    def _as_law(self, text: str) -> Finding:
        """L10: a new rule must fit the law above it; we do not know every law."""
        rule = self.rule("L10")
        found = first_words(self.speech.norms, text) or ""
        told, instead = rule.texts["nieuwe_regel"], rule.texts["nieuwe_regel_beter"]
        return self.told("L10", gevonden=found, uitleg=told, voorbeeld=instead)

    def _granted(self, text: str) -> Iterator[Finding]:
        """L1: a text that gives a power to a body that the law does not give it to."""
        # A by-law cannot move a power that the Gemeentewet gives to the burgemeester.
        grant = self.speech.grant.search(text)
        for hit in self.competence.mentions(grant["what"]) if grant else ():
            subject = self.subject(hit.name)
            if grant and subject.who == ("burgemeester",):
                own = grant["who"].casefold().endswith("raad")
                yield self.half(subject) if own else self.misdirected(subject)
        passive = self.speech.granted_by.search(text)
        about = f"{passive['what']} {passive['can'] or ''}" if passive else ""
        for hit in self.competence.mentions(about):
            subject = self.subject(hit.name)
            if subject.who == ("burgemeester",):
                yield self.half(subject)
