"""How a finding on a line is made: its words come from the register of the check."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import takewhile

from reports.council.clauses import Clause, ObjectRole
from reports.council.draft import ASKABLE
from reports.council.findings import UNJUDGED, Finding
from reports.council.paper import Paper, PaperLine, PaperPart
from reports.council.speech_acts import Act, acts_of
from reports.document import PaperKind
from reports.dutch import enumerate_words
from rules.content.competence import Competence, FindingSeverity, PaperRule, Subject
from rules.content.council_speech import Addressee, Doing, Speech
from rules.content.phrase_matching import first_words, has_words
from rules.grammar.glossary import Body

_JOINING = ("aan ", "kort ")  # ‘zich aan te sluiten’ shuts nothing

# ‘Kunt u zeggen waarom …’: what stands behind it is looked into, and not done;
# ‘bewoners bij wie …’ only says which ones, and ‘wanneer gaat u …’ takes it as given.
WHETHER = re.compile(
    r"(?i)\b(?:of|hoe|hoeveel|waarom|wat|(?<!bij )(?<!van )(?<!aan )(?<!met )(?<!voor )wie"
    r"|wanneer(?!\s\w{2,12}\s(?:u|het college|de burgemeester)\b)|welke?|waar(?! nodig))\b"
)
_REJECTED = 120
TITLE = 200
_ENDS = re.compile(r"[.?!:;](?=\s|$)")


@dataclass(frozen=True)
class Telling:
    """One line of a paper, with all that is needed to say something of it.

    `bodies` are those of the register, by id.
    """

    paper: Paper
    competence: Competence
    bodies: Mapping[str, Body]
    line: PaperLine
    place: str

    @property
    def speech(self) -> Speech:
        """Give the words by which a paper is read."""
        return self.competence.speech

    @property
    def changes_text(self) -> bool:
        """Tell whether the paper changes the text of a proposal."""
        return self.paper.kind is PaperKind.AMENDMENT

    @property
    def title(self) -> str:
        """Give the title of the paper, or the first rows of one that somebody brings."""
        above = (PaperPart.FRAME, PaperPart.CAUSE)
        rows = takewhile(lambda line: line.part in above, self.paper.lines[:3])
        return self.paper.title or " ".join(line.text for line in rows)[:TITLE]

    @cached_property
    def sentence(self) -> str:
        """Give the line as one sentence with the heading that it stands under."""
        return f"{self.line.heading.rstrip(':')} {self.line.text}".strip()

    @cached_property
    def acts(self) -> list[Act]:
        """Give the acts of that sentence."""
        return acts_of(self.sentence, self.speech)

    def subject(self, name: str) -> Subject:
        """Find a power by id."""
        return self.competence.by_id[name]

    def named(self, text: str) -> list[Subject]:
        """Give the powers that a text names, in the order of the text."""
        return [self.subject(hit.name) for hit in self.competence.mentions(text)]

    def subjects(self, clause: Clause, *roles: ObjectRole) -> list[Subject]:
        """Give the powers that a clause names in some roles."""
        names = dict.fromkeys(name for role in roles for name in clause.of(role))
        return [self.subject(name) for name in names]

    def is_looked_into(self, text: str, place: int) -> bool:
        """Tell whether what stands at a place of a question is only to be told of."""
        # Only within its own sentence: the ‘of’ of the question before says nothing here.
        ends_before = [one.end() for one in _ENDS.finditer(text, 0, place)]
        begins = ends_before[-1] if ends_before else 0
        before = text[begins:place]
        ends = _ENDS.search(text, place)
        whole = text[begins : ends.start() if ends else len(text)]
        if not has_words(self.speech.asked_deeds, whole):
            return True  # a question of fact
        mild = {Doing.TALK, Doing.PREPARE}
        told = any(hit.name in mild for hit in self.speech.doings.find(before))
        rejects = has_words(self.speech.rejected, text[place : place + _REJECTED])
        return told or rejects or bool(WHETHER.search(before))

    def forces(self, text: str) -> bool:
        """Tell whether a text says that power is used over somebody."""
        return any(
            not text[: hit.start].endswith(_JOINING)
            for hit in self.speech.forces.find(text)
        )

    def may_point(self, text: str) -> Iterator[Finding]:
        """L8: what is counted by street, or known of suspects, may point at somebody.

        A measure against one person or home may do so by neighbourhood as well.
        """
        cases = self.speech.cases
        by_case = any(subject.per_case for subject in self.named(text))
        areas = cases.areas if by_case else ()
        found = first_words((*cases.small, *cases.records, *areas), text)
        if found:
            texts = self.rule("L8").texts
            told, example = texts["misschien"], texts["beter"]
            yield lightly(
                self.told("L8", gevonden=found, uitleg=told, voorbeeld=example)
            )

    # --- what is said ---------------------------------------------------------

    def rule(self, name: str) -> PaperRule:
        """Find a rule of the check."""
        return self.competence.rules[name]

    def told(
        self, name: str, severity: FindingSeverity | None = None, **values: str
    ) -> Finding:
        """Say what a rule says, with these values filled in."""
        return finding(self.rule(name), self.place, values, severity)

    def said(self, message: str, example: str, body: str) -> Finding:
        """Say something of whom to ask that L1 has no sentence for, and who is able."""
        found = self.rule("L1")
        instead = found.instead.format_map({"voorbeeld": example})
        return Finding(found.id, found.severity, self.place, message, instead, (body,))

    def unjudged(self, why: str) -> Finding:
        """Say that we cannot tell, and why."""
        return self.told(UNJUDGED, uitleg=self.rule(UNJUDGED).texts[why])

    def misdirected(self, subject: Subject) -> Finding:
        """Say that a power belongs to another, and how to ask."""
        body, example = self.names(subject), subject.routes[0].example
        found = self.told("L1", onderwerp=subject.title, orgaan=body, voorbeeld=example)
        # What is to be known of it holds for whoever is asked next.
        told = " ".join(filter(None, (found.message, subject.remark)))
        if self.line.part is PaperPart.QUESTION:
            able = (one for one in subject.who if one in ASKABLE)
            found = self._asked_of(next(able, subject.routes[0].body), found)
        return replace(found, message=told, bodies=subject.who)

    def _asked_of(self, body: str, found: Finding) -> Finding:
        """Say to whom a question goes, unless it is put to that body already."""
        texts = self.rule("L1").texts
        told = texts["vraag_mag" if body == self.line.to else "andere_vraag"]
        return replace(found, suggestion=told.format(orgaan=self.bodies[body].name))

    def half(self, subject: Subject) -> Finding:
        """Say whose power it is, and that we cannot tell whether it can be asked so."""
        text = self.rule(UNJUDGED).texts["half"].format(orgaan=self.names(subject))
        return replace(self.told(UNJUDGED, uitleg=text), bodies=subject.who)

    def remark(self, subject: Subject, told: str | None) -> Finding:
        """Say what is to be known of a power, also where a request is in order."""
        found = lightly(self.misdirected(subject))
        if self.line.part is PaperPart.QUESTION:
            found = replace(found, suggestion=self.rule("L1").texts["vraag_mag"])
        return replace(found, message=told or found.message)

    def through(self, one: Addressee, example: str, *, tells: bool) -> Finding:
        """Say that the council reaches a body only through another.

        Where a member may ask it something all the same, and only `tells` is asked, say how.
        """
        body = self.bodies[one.body]
        via = body.via or "college"
        names = {"orgaan": one.called or body.name, "via": self.bodies[via].name}
        example = example.format_map(names)
        if body.asked and tells:
            return lightly(self.said(body.asked, example, via))
        orders = "geen_opdracht" if body.asked else "niet_aan_te_spreken"
        text = self.rule("L1").texts[orders].format_map(names)
        return self.said(text, example, via)

    def names(self, subject: Subject) -> str:
        """Name who has a power."""
        return enumerate_words([self.bodies[name].name for name in subject.who], "of")


def finding(
    rule: PaperRule,
    place: str,
    values: Mapping[str, str],
    severity: FindingSeverity | None = None,
) -> Finding:
    """Say what a rule says of a place, with these values filled in."""
    return Finding(
        rule.id,
        severity or rule.severity,
        place,
        rule.message.format_map(values),
        rule.instead.format_map(values),
    )


def lightly(found: Finding) -> Finding:
    """Say the same as a remark that stops nothing."""
    return replace(found, severity=FindingSeverity.WAARSCHUWING)
