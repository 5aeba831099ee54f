"""The verdict on each line of a paper: it can be, it cannot be, or we cannot tell."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile

from reports.council.act_powers import PowerJudge
from reports.council.clauses import clauses_of
from reports.council.finding_texts import Telling
from reports.council.findings import UNJUDGED, Finding, JudgedLine
from reports.council.paper import Paper, PaperLine, PaperPart
from reports.council.question_check import Questions
from reports.council.single_cases import CaseReader, refers_back
from reports.council.unlawful import Unlawful
from reports.dutch import enumerate_words
from reports.formats.glyphs import without_letter
from rules.content.competence import Competence, FindingSeverity
from rules.content.council_speech import Doing
from rules.content.phrase_matching import Hit, has_words, spans_of
from rules.grammar.glossary import Body

CONTEXT = 600  # letters before a question that tell who ‘hij’ is
People = Callable[[str], Iterable[tuple[str, str]]]

# What only tells: facts, points, and why.
TELLING = (PaperPart.FACT, PaperPart.WEIGHING, PaperPart.CAUSE, PaperPart.REASON)


@dataclass(frozen=True)
class Judge:
    """Judges the lines of one paper.

    `bodies` are those of the register, by id. `people` finds persons and addresses in a
    text. `trusted` are sentences of our own content, in which nobody need be looked for;
    with its heading one says to whom it may be put.
    """

    paper: Paper
    competence: Competence
    bodies: Mapping[str, Body]
    people: People
    trusted: frozenset[str]

    def of(self, line: PaperLine, place: str) -> JudgedLine:
        """Give the verdict on a line."""
        if line.part in TELLING and line.text in self.trusted:
            # A sentence of our own that only tells asks nobody for anything.
            return JudgedLine(line, place, ())
        about = (self.paper, self.competence, self.bodies, line, place)
        asks = Questions if line.part is PaperPart.QUESTION else PowerJudge
        telling = Telling(*about)
        found = (
            # What is public cannot be taken back, so that it is told first.
            *self._one_case(telling),
            *asks(*about).found(),
            *Unlawful(*about).found(),
            *self._unprinted(telling),
        )
        # Of a sentence of our own content nobody need say that we cannot read it; what
        # is wrong in it is told as of any other.
        ours = telling.sentence in self.trusted
        kept = (one for one in found if not (ours and one.rule == UNJUDGED))
        return JudgedLine(line, place, tuple(dict.fromkeys(kept)))

    @staticmethod
    def _unprinted(telling: Telling) -> Iterator[Finding]:
        """L14: what our letter lacks prints as a box, so it is told before printing."""
        lacking = without_letter(telling.line.text)
        if lacking:
            yield telling.told("L14", gevonden=enumerate_words(lacking))

    @cached_property
    def cases(self) -> CaseReader:
        """Find one case in a sentence."""
        return CaseReader(self.competence.speech.cases)

    def _named(self, line: PaperLine) -> list[Hit]:
        """Give the body that the lines before a question name, if they name nobody else.

        Then ‘is hij bereid’ means that body.
        """
        lines = takewhile(lambda one: one is not line, self.paper.lines)
        before = " ".join([*(one.text for one in lines), line.heading])[-CONTEXT:]
        speech = self.competence.speech
        # ‘Hij’ is never the college, which is several.
        bodies = [
            hit
            for hit in speech.names.longest(before)
            if (one := speech.addressees[int(hit.name)]).alderman
            or one.body != "college"
        ]
        nobody = bool(bodies) and self.cases.is_about_nobody(before)
        # Before the first letter, so that every pronoun of the question stands behind.
        return [Hit(-1, -1, bodies[-1].name)] if nobody else []

    def _is_general(self, telling: Telling) -> bool:
        """Tell whether ‘het gezin’ is nobody here, but any in a rule that is told of.

        So it is where a sentence says that it is general, or only asks to be told.
        """
        words, text = telling.speech.cases, telling.line.text
        if self.cases.find(text) is not None:
            return False
        asked = (telling.sentence[act.asks : act.end] for act in telling.acts)
        deeds = {c.deed for each in asked for c in clauses_of(each, self.competence)}
        talks = bool(deeds) and deeds <= {Doing.TALK, Doing.PREPARE, Doing.PLEAD}
        return talks or has_words(words.general, text)

    def _one_case(self, telling: Telling) -> Iterator[Finding]:
        """L8: nobody is named, and no home or business."""
        line = telling.line
        if {line.text, telling.sentence} & self.trusted:
            return
        rule = telling.rule("L8")
        texts = rule.texts
        # Who signs a paper does so in public; who is written about does not.
        weight = FindingSeverity.WAARSCHUWING if line.part is PaperPart.FRAME else None
        found = list(self.people(line.text))
        bare = telling.speech.cases.bare
        if any(one.casefold() in bare for one, _ in found) and self._is_general(
            telling
        ):
            found = [each for each in found if each[0].casefold() not in bare]
        if line.part not in (PaperPart.OLD, PaperPart.FRAME):
            case = self.cases.find(line.text)
            if case is None and line.part is PaperPart.QUESTION:
                bodies = telling.speech.names.longest(line.text)
                case = self.cases.find_meant(line.text, [*bodies, *self._named(line)])
            found += [
                (line.text[start:end], texts["een_geval"])
                for start, end in spans_of(rule.words, line.text)[:1]
                if not refers_back(line.text, start, end)
            ]
            if case and case.is_sure:
                found.append((case.found, texts["een_geval"]))
            elif case:
                told = f"‘{case.found}’: {texts['misschien']}"
                yield telling.told(UNJUDGED, uitleg=told)
        for one, told in found:
            yield telling.told(
                "L8", weight, gevonden=one, uitleg=told, voorbeeld=texts["beter"]
            )
