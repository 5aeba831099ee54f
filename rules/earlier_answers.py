"""Read answers of every release: those of today as they are, old ones translated.

A dossier keeps the answer under the question to which it was given. What became of that
question stands in the content (`earlier`); what cannot be translated is named with its
old words, and nothing is silently lost. Computed on reading, written only when the user
changes something.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from rules.content.acceptable_answers import is_in_order
from rules.content.casefile import (
    CaseFile,
    Clashing,
    GivenBefore,
    Translated,
    Untranslated,
)
from rules.content.decision import Decision
from rules.content.questions import Question
from rules.grammar.answers import (
    DONT_KNOW,
    Answer,
    Answers,
    DontKnow,
    Option,
    TicksKind,
    parse,
)
from rules.grammar.earlier_questions import UNKNOWN, Became
from rules.grammar.errors import InputError
from rules.judging.recently_judged import kept

Stored = Mapping[str, str]
# What was made of old answers: none where it is unknown, their numbers, what is told.
Made = tuple[Answer | None, tuple[str, ...], str]
_INVERTED = {"ja": "nee", "nee": "ja"}
LOST = "want deze vraag stellen wij niet meer"
BESIDE_CLASH = "want andere antwoorden hierover passen niet bij elkaar"
UNREADABLE = "want dit antwoord past niet bij de vraag van nu"


@dataclass(frozen=True)
class ReadAnswers:
    """What was read of one decision: answers by question id, and what is told of it.

    `given` are its answers as they were stored, where something is told of them.
    """

    answers: Answers
    translated: tuple[Translated, ...] = ()
    untranslated: tuple[Untranslated, ...] = ()
    clashes: tuple[Clashing, ...] = ()
    given: Stored = field(default_factory=dict)

    def within(self, casefile: CaseFile) -> CaseFile:
        """Give the case file with these answers, and with what is told of them."""
        return replace(casefile, **vars(self))  # a case file has these fields too


@kept
def read_stored(decision: Decision, stored: Stored) -> ReadAnswers:
    """Read stored answers, by question id of any release, as answers of today.

    An answer to a question of today goes before what an old one would make of it.
    """
    reading = _Reading(decision, stored)
    reading.read()
    told = tuple(reading.untranslated())
    given: Stored = {}
    if reading.translated or told or reading.clashes:
        known = {*decision.question_by_id, *reading.old_by_id}
        given = {name: text for name, text in stored.items() if name in known}
    return ReadAnswers(
        reading.answers, tuple(reading.translated), told, tuple(reading.clashes), given
    )


class _Reading:
    def __init__(self, decision: Decision, stored: Stored) -> None:
        self.decision = decision
        self.stored = stored
        self.old_by_id = {each.id: each for each in decision.old}
        # Several numbers stand for one old question; content may name any of them.
        self.by_ref = decision.old_by_ref
        self.old = {
            ref: stored[each.id]
            for ref, each in self.by_ref.items()
            if each.id in stored
        }
        self.answers: dict[str, Answer] = {}
        self.translated: list[Translated] = []
        self.clashes: list[Clashing] = []
        self.why: dict[str, str] = {}
        self.used: set[str] = set()

    def read(self) -> None:
        # All given answers first: what they use up is not translated a second time.
        for question in self.decision.questions:
            given = self._given(question)
            if given is not None:
                self.answers[question.id] = given
                self.used |= set(self._old_ids(question.refs))
        for question in self.decision.questions:
            open_ = question.id not in self.answers
            if open_ and not self.old.keys().isdisjoint(question.refs):
                self._translate(question)

    def _given(self, question: Question) -> Answer | None:
        """Read the answer that was given to this very question."""
        text = self.stored.get(question.id)
        if text is None:
            return None
        try:
            answer = parse(question.answer, text)
        except InputError:
            self.why[question.id] = UNREADABLE
            return None
        self.used.add(question.id)
        return answer

    def _translate(self, question: Question) -> None:
        """Make what can be made of the old answers to what became this question."""
        if self._clashes(question):
            return
        if isinstance(question.answer, TicksKind):
            # Ticks have no single value to take over: each option tells what ticks it.
            found = self._by_ticks(question.answer) or self._by_tests(question)
        else:
            found = self._by_tests(question) or self._by_value(question)
        if found is None:
            return
        answer, refs, told = found
        ids = self._old_ids(refs)
        if answer is not None:
            self.answers[question.id] = answer
            self.used |= set(ids)
            # In the first release *ja* always meant: in order. It is taken up in what
            # its question became; a *nee* that says more is named.
            self.used |= {
                name
                for name in self._old_ids(question.refs)
                if self.stored.get(name) == "ja"
            }
            self.translated.append(Translated(question.id, tuple(refs), told))
        elif told:
            self.why |= dict.fromkeys(ids, told)

    def _clashes(self, question: Question) -> bool:
        """Tell old answers that clash, and whether that leaves the new one open.

        What they become is asked again, and never our choice, unless content says it.
        """
        open_ = False
        for one in question.earlier:
            if one.clash is None or not one.hits(self.old):
                continue
            before = tuple(self._given_before(one.refs))
            clash = Clashing((question.id,), one.clash, question.id, before=before)
            self.clashes.append(clash)
            self.used |= set(self._old_ids(one.refs))
            # Content may say which of the two goes before (`becomes`); we never choose.
            open_ = open_ or one.becomes is None
        if open_:
            others = self._old_ids(question.refs)
            self.why |= dict.fromkeys(others, BESIDE_CLASH)
        return open_

    def _by_tests(self, question: Question) -> Made | None:
        """Take the first entry whose old answers are as it says."""
        for one in question.earlier:
            if one.becomes is None or not one.hits(self.old):
                continue
            # What was not known then is not known now, unless a test asks for just that.
            if not one.is_test and self.old.get(one.ref or "") == UNKNOWN:
                continue
            refs = tuple(ref for ref in one.refs if ref in self.old)
            if one.becomes == UNKNOWN:
                return None, refs, one.told or ""
            text = (
                ", ".join(one.becomes)
                if isinstance(one.becomes, tuple)
                else str(one.becomes)
            )
            return parse(question.answer, text), refs, one.told or ""
        return None

    def _by_value(self, question: Question) -> Made | None:
        """Take over the value: of several, all in order, one that is not, or unknown."""
        plain = [one for one in question.earlier if not one.is_test and not one.becomes]
        given = [
            (one, answer)
            for one in plain
            if one.ref in self.old
            and (answer := self._same(question, one, self.old[one.ref])) is not None
        ]
        refs = tuple(one.ref for one, _ in given if one.ref is not None)
        if not given:
            return None
        answers = [answer for _, answer in given]
        known = [each for each in answers if not isinstance(each, DontKnow)]
        # Several old questions became this one: a single no is enough for no, and only
        # all of them together make a yes.
        bad = [each for each in known if not is_in_order(question, each)]
        names = set(self._old_ids(one.ref for one in plain if one.ref))
        if bad:
            return bad[0], refs, ""
        if len(known) == len(names) or (known and not question.judges):
            return known[0], refs, ""
        return DONT_KNOW, refs, ""

    def _same(self, question: Question, one: Became, text: str) -> Answer | None:
        if text == UNKNOWN:
            return DONT_KNOW
        try:
            return parse(
                question.answer, _INVERTED.get(text, text) if one.invert else text
            )
        except InputError:
            return None

    def _by_ticks(self, kind: TicksKind) -> Made | None:
        """Tick what the old answers say; none ticked and none unknown is no answer."""
        ticked = [
            option.id
            for option in kind.options
            if any(map(self._ticks, option.earlier))
        ]
        if not ticked:
            return None
        looked_at = (
            ref
            for option in kind.options
            for one in option.earlier
            for ref in one.refs
            if ref in self.old
        )
        ticked = _without_alone(kind.options, ticked)
        return kind.ticked(ticked), tuple(dict.fromkeys(looked_at)), ""

    def _ticks(self, one: Became) -> bool:
        """Tell whether an old answer ticks the option."""
        if one.is_test:
            return one.becomes == "ja" and one.hits(self.old)
        said = self.old.get(one.ref or "", UNKNOWN)
        return said == ("nee" if one.invert else "ja")

    def _given_before(self, refs: Iterable[str]) -> Iterator[GivenBefore]:
        """Give known old answers in their old words, each once."""
        known = (ref for ref in refs if self.old.get(ref, UNKNOWN) != UNKNOWN)
        for name in dict.fromkeys(self._old_ids(known)):
            one = self.old_by_id[name]
            yield GivenBefore(one.ref, one.text, one.says(self.stored[name]))

    def _old_ids(self, refs: Iterable[str]) -> Iterator[str]:
        return (self.by_ref[ref].id for ref in refs if ref in self.by_ref)

    def untranslated(self) -> Iterator[Untranslated]:
        """Name the old answers that count no more, in the order of their questions.

        What was not known is not missed.
        """
        dropped = {
            self.by_ref[each.ref].id: each.told
            for each in self.decision.header.dropped
            if each.ref in self.by_ref
        }
        for name, one in self.old_by_id.items():
            text = self.stored.get(name, UNKNOWN)
            if name in self.used or text == UNKNOWN:
                continue
            why = dropped.get(name) or self.why.get(name) or self._told_of(name)
            yield Untranslated(one.ref, one.text, one.says(text), why)

    def _told_of(self, name: str) -> str:
        """Give what content tells of an old question from which nothing follows."""
        refs = self.old_by_id[name].refs
        found = (
            one.told
            for question in self.decision.questions
            for one in question.earlier
            if one.becomes == UNKNOWN and one.ref in refs and not one.is_test
        )
        return next((told for told in found if told), LOST)


def _without_alone(options: Iterable[Option], ticked: Iterable[str]) -> list[str]:
    """Leave out an option that cannot stand beside another, where there is another."""
    alone = {option.id for option in options if option.alone}
    others = [name for name in ticked if name not in alone]
    return others or list(ticked)[:1]
