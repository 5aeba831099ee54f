"""What the pages with the law itself show: rules, cases, terms, exercises."""

from dataclasses import dataclass
from typing import ClassVar

from wizard.screens.parts import AskedOf, Link, Mark, Sentence, SourceNote


@dataclass(frozen=True)
class RulesCard:
    """One decision on the page that leads to its rules."""

    title: str
    about: str
    href: str


@dataclass(frozen=True)
class RulesIndexScreen:
    """All decisions, each with the way to its rules."""

    template: ClassVar[str] = "screens/regels.html"
    title: str
    decisions: tuple[RulesCard, ...]


@dataclass(frozen=True)
class DemandWords:
    """One demand: whose it is, when it is met and not, and what belongs beside it."""

    id: str
    title: str
    about: str
    met: tuple[str, ...]
    unmet: tuple[str, ...]
    applies: tuple[str, ...]
    told: tuple[Sentence, ...]
    notes: tuple[Mark, ...]


@dataclass(frozen=True)
class TableRow:
    """One row of the decision table in words."""

    when: str
    outcome: str


@dataclass(frozen=True)
class ProofRow:
    """One thing that was proved, or tested."""

    verdict: str
    says: str


@dataclass(frozen=True)
class Power:
    """One subject: who decides where that is not the heading, and how to put it to them."""

    title: str
    who: str
    ways: tuple[Sentence, ...]
    remark: Sentence


@dataclass(frozen=True)
class PowerGroup:
    """The subjects on which the same body decides; `how` tells how to reach that body."""

    id: str
    title: str
    how: Sentence | None
    powers: tuple[Power, ...]


@dataclass(frozen=True)
class PowersScreen:
    """On what the council decides, on what another does, and how it asks them.

    `rules` are the rules of thumb of the signpost.
    """

    template: ClassVar[str] = "screens/wat_de_raad_kan.html"
    title: str
    rules: tuple[Sentence, ...]
    groups: tuple[PowerGroup, ...]
    sources: tuple[SourceNote, ...]


@dataclass(frozen=True)
class RulesScreen:
    """Every demand of a decision with its article, its table, and what was proved."""

    template: ClassVar[str] = "screens/regels_besluit.html"
    title: str
    intro: str
    rows: tuple[TableRow, ...]
    demands: tuple[DemandWords, ...]
    proofs: tuple[ProofRow, ...]
    fingerprint: str
    sources: tuple[SourceNote, ...]
    back: Link


@dataclass(frozen=True)
class CaseRow:
    """One case beside our rules."""

    id: str
    title: str
    url: str
    seen: str
    about: str
    facts: tuple[str, ...]
    held: str
    ruling: str
    says: str
    agreement: str
    why: str


@dataclass(frozen=True)
class CaseGroup:
    """The cases of one decision."""

    title: str
    cases: tuple[CaseRow, ...]


@dataclass(frozen=True)
class CasesScreen:
    """Every case: facts, what was held, what our rules say, where they differ."""

    template: ClassVar[str] = "screens/rechtspraak.html"
    title: str
    counted: str
    groups: tuple[CaseGroup, ...]


@dataclass(frozen=True)
class TermRow:
    """One word and its meaning."""

    id: str
    term: str
    meaning: str
    sources: tuple[SourceNote, ...]


@dataclass(frozen=True)
class TermsScreen:
    """The glossary."""

    template: ClassVar[str] = "screens/begrippen.html"
    title: str
    terms: tuple[TermRow, ...]


@dataclass(frozen=True)
class ExerciseCard:
    """One exercise on the page of exercises."""

    title: str
    about: str
    decision: str
    href: str


@dataclass(frozen=True)
class ExercisesScreen:
    """All exercises."""

    template: ClassVar[str] = "screens/voorbeelden.html"
    title: str
    cards: tuple[ExerciseCard, ...]


@dataclass(frozen=True)
class ExerciseFact:
    """One fact of an exercise, and how we know it."""

    question: str
    answer: str
    told: str


@dataclass(frozen=True)
class ExerciseScreen:
    """One exercise to look around in, with what follows from it."""

    template: ClassVar[str] = "screens/voorbeeld.html"
    title: str
    decision: str
    warning: str
    about: str
    note: str
    outcome: str
    meaning: str
    firmness: str
    reasons: tuple[Sentence, ...]
    facts: tuple[ExerciseFact, ...]
    asks: tuple[AskedOf, ...]
    papers: tuple[SourceNote, ...]
    sources: tuple[SourceNote, ...]
    copy: str
    back: Link
