"""What a writer of papers has at hand: fixed sentences, bodies, and notes to number."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from reports.composing.source_notes import Notes
from reports.document import Cell, Listing, Paragraph, Span, Tone
from reports.dutch import capital
from rules.content.briefing import Statement
from rules.grammar.condition import Condition
from rules.grammar.truth import Truth
from rules.judging.advice import Advice
from rules.judging.evaluation import judge_of
from rules.library import Library


@dataclass(frozen=True, slots=True)
class Writer:
    """The library, the notes of this paper, and the version of the product."""

    library: Library
    notes: Notes
    version: str

    def say(self, sentence: str, **values: str) -> str:
        """Fill a fixed sentence."""
        return self.library.say(sentence, **values)

    def sides_title(self, advice: Advice) -> str:
        """Say what the two sides are about, where the decision says so."""
        title, about = self.say("kort_voor_en_tegen"), advice.decision.arguments.about
        return title if about is None else f"{title}: {about}"

    def say_left(self, number: int, *, one: str, more: str) -> str:
        """Say how many are left, with the sentence for one or for more."""
        if number == 1:
            return self.say(one)
        return self.say(more, aantal=str(number))

    def body(self, name: str) -> str:
        """Give a body with its article: “de burgemeester”."""
        return self.library.bodies[name].name

    def in_a_word(self, name: str) -> str:
        """Give a body as it stands beside a question: “politie, via burgemeester”."""
        bodies = self.library.bodies
        via = bodies[name].via
        through = "" if via is None else f", via {bodies[via].short}"
        return f"{bodies[name].short}{through}"

    def laws(self, sources: Iterable[str]) -> tuple[str, ...]:
        """Keep the sources that are law."""
        register = self.library.sources
        return tuple(name for name in sources if register[name].is_law)

    def cited(self, text: str, sources: Iterable[str]) -> Span:
        """Give a run of text with the notes of its sources."""
        return Span(text, self.notes.cite(sources))

    def statements(self, statements: Iterable[Statement]) -> Iterator[Span]:
        """Give statements one after the other, each with its notes."""
        for index, each in enumerate(statements):
            space = " " if index else ""
            yield self.cited(f"{space}{each.text}", each.sources)

    def per_body(self, told: Iterable[tuple[str, Iterable[str]]]) -> Listing:
        """List what is said to each body, behind whom the council asks."""
        lines = (
            (self.library.addressee(name), " ".join(texts)) for name, texts in told
        )
        return Listing(
            tuple(
                (Span(f"{capital(to)}: ", strong=True), Span(text))
                for to, text in lines
            )
        )

    def passages(
        self, advice: Advice, section: str, *, most: int | None = None
    ) -> Iterator[Paragraph]:
        """Give the fixed paragraphs of a section that hold for this advice."""
        held = (
            passage
            for passage in advice.decision.passages
            if passage.section == section
            and (passage.when is None or _holds(advice, passage.when))
        )
        for passage in islice(held, most):
            yield Paragraph((self.cited(passage.text, passage.sources),))


def cause_of(word: str, library: Library) -> tuple[tuple[str, str], ...]:
    """Name the problem that a dossier came from, where its word is one of the signpost."""
    signpost = library.signpost
    problem = signpost.named(word) if signpost is not None else None
    return () if problem is None else (("Aanleiding", problem.title),)


def _holds(advice: Advice, condition: Condition) -> bool:
    written_out = advice.decision.in_force(condition)
    found = judge_of(written_out)(advice.answers, dict(advice.findings))
    return found.truth is Truth.YES


def paragraph(text: str, *, tone: Tone = Tone.PLAIN) -> Paragraph:
    """Give a paragraph of plain text."""
    return Paragraph((Span(text),), tone)


def cell(text: str) -> Cell:
    """Give a cell of plain text."""
    return Cell((Span(text),))
