"""Whether a body may be asked something: by act, addressee and power.

What each thing is that it is asked to do, `clause_powers` judges. L1, L2, L10 and L12.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import takewhile

from reports.council.budget_cover import is_only_cover
from reports.council.clause_powers import ClauseJudge
from reports.council.clauses import Clause, ObjectRole, clauses_of
from reports.council.draft import ASKABLE
from reports.council.finding_texts import lightly
from reports.council.findings import Finding
from reports.council.paper import PaperPart
from reports.council.speech_acts import Act, inner_acts_of
from rules.content.competence import Subject
from rules.content.council_speech import Acting, Addressee, Doing
from rules.content.phrase_matching import first_words, has_words

SAID, NEAR, MANY = 60, 60, 20
RULING = (*ASKABLE, "politie", "korpschef", "officier_van_justitie", "rechter")


@dataclass(frozen=True)
class PowerJudge(ClauseJudge):
    """Judges what a line asks, decides or would say as new text."""

    def found(self) -> Iterator[Finding]:
        """Give what is the matter with who is asked what, and in which form."""
        match self.line.part:
            case PaperPart.REQUEST if self.changes_text:
                yield self.wrong_form("amendement")
            case PaperPart.DECISION if self.changes_text:
                yield from self._new_text(self.sentence)
            case PaperPart.REQUEST | PaperPart.DECISION | PaperPart.DECLARATION:
                yield from self._acts_of(self.sentence, self.acts)
            case PaperPart.NEW:
                yield from self._new_text(self.line.text)
            case PaperPart.UNREAD:
                yield self.unjudged("geen_handeling")
            case _:
                return

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
            # Before `_asks`: to tell where the money comes from asks nobody anything.
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
                yield self._declared(subject)
        elif self._obliges(said):
            for subject in self.named(said):
                if not subject.broad:
                    yield self._declared(subject)
        if self.forces(said):
            yield self.unjudged("onbekend")

    def _declared(self, subject: Subject) -> Finding:
        """Say that the council may find so, and that it binds nobody.

        On what a judge or a prosecutor decides it is for the griffie to look.
        """
        if not {*ASKABLE, "raad"} & {*subject.who}:
            return self.half(subject)
        told = self.rule("L1").texts["uitspraak"].format(orgaan=self.names(subject))
        return replace(lightly(self.misdirected(subject)), message=told)

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
            yield lightly(self.said(texts["wethouder"], example, "college"))
        # Over the whole request: a second deed is often about what the first one named.
        known = any(clause.powers for clause in clauses)
        for clause in clauses if able else ():
            yield from self.of_clause(clause, able, known=known)

    def _decides(self, act: Act, asked: str) -> Iterator[Finding]:
        """L2 and L12: what the council decides itself in a motie."""
        inner = inner_acts_of(asked, self.speech)
        objects = self._objects(clauses_of(asked, self.competence))
        if has_words(self.speech.proposal, asked):
            yield self.wrong_form("motie")
        elif inner:
            yield from self._acts_of(asked, inner)
        # The budget is the council’s (Gemeentewet 189), but not all that it is for.
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
            told = bool(clauses) and all(each.deed is Doing.TALK for each in clauses)
            return self.through(one, texts["via_voorbeeld"], tells=told)
        if objects:
            return self.misdirected(objects[0])
        found = self.said(texts["raad_zelf"], texts["raad_voorbeeld"], "college")
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

    # --- the text of a proposal ---------------------------------------------------

    def _new_text(self, text: str) -> Iterator[Finding]:
        """Judge what a proposal would say: who gets which power, and what is asked."""
        inner = inner_acts_of(text, self.speech)
        if inner:
            yield from self._acts_of(text, inner)
        yield from self._granted(text)
        if has_words(self.speech.norms, text):
            yield lightly(self._as_law(text))
        for subject in self.named(text):
            if subject.who == ("burgemeester",):
                yield lightly(self.misdirected(subject))
        if is_only_cover(self.line.text, self.speech):
            return
        if self.line.part is PaperPart.NEW:
            yield from self._only_to_read()
        else:
            yield from self._decided(text, inner=bool(inner))

    def _decided(self, text: str, *, inner: bool) -> Iterator[Finding]:
        """Look at whose rules a decision changes, and whether it changes anything."""
        if not inner:
            yield from self._foreign_rules(text)
        if not has_words(self.speech.changes, text):
            yield self.unjudged("onbekend")

    def _only_to_read(self) -> Iterator[Finding]:
        """L2: nor does it change such rules in a paper that it only gets to read."""
        above = (PaperPart.FRAME, PaperPart.WEIGHING, PaperPart.CAUSE)
        rows = takewhile(lambda line: line.part in above, self.paper.lines[:6])
        heads = " ".join((self.paper.title, *(row.text for row in rows)))[: SAID * 10]
        own = first_words(self.speech.own_rules, heads)
        told = has_words(self.speech.to_read, heads)
        if own is None or (has_words(self.speech.of_the_council, heads) and not told):
            return
        if any(one.who == ("burgemeester",) for one in self.named(own)):
            why = self.rule("L2").texts["beleid"]
            yield self.told("L2", gevonden=own, uitleg=why)

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
        powers = (one for one in self.named(about) if not one.broad)
        foreign = [one for one in powers if "raad" not in one.who]
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
        for subject in self.named(grant["what"]) if grant else ():
            if grant and subject.who == ("burgemeester",):
                own = grant["who"].casefold().endswith("raad")
                yield self.half(subject) if own else self.misdirected(subject)
        passive = self.speech.granted_by.search(text)
        about = f"{passive['what']} {passive['can'] or ''}" if passive else ""
        for subject in self.named(about):
            if subject.who == ("burgemeester",):
                yield self.half(subject)
