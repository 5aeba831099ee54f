"""All content as it was read and checked: what pages and papers ask for law."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from rules.content.checklist import Checklist
from rules.content.competence import Competence
from rules.content.decision import Decision, GateBeside
from rules.content.earlier_release import OldQuestion
from rules.content.municipalities import Municipalities, Municipality
from rules.content.research import EvidenceRegister
from rules.grammar.errors import InputError, did_you_mean
from rules.grammar.glossary import Body, Term
from rules.grammar.sentence_template import FixedSentence
from rules.grammar.sources import Source
from rules.judging.folded_decision import Chart
from rules.judging.law_by_date import cited_sources
from rules.judging.signpost import Signpost
from rules.proof.certificate import Certificate
from rules.proof.examination import examine


@dataclass(frozen=True)
class Library:
    """All decisions and registers, checked."""

    decisions: Mapping[str, Decision]
    sources: Mapping[str, Source]
    terms: tuple[Term, ...]
    bodies: Mapping[str, Body]
    sentences: Mapping[str, FixedSentence]
    municipalities: Municipalities | None = None
    signpost: Signpost | None = None
    checklists: Mapping[str, Checklist] = field(default_factory=dict)
    competence: Competence = field(default_factory=Competence, repr=False)
    old: tuple[OldQuestion, ...] = field(default=(), repr=False)
    kept: Mapping[str, Certificate] = field(default_factory=dict, repr=False)
    evidence: EvidenceRegister = field(default_factory=EvidenceRegister, repr=False)
    beside_gate: GateBeside | None = None
    # Made on demand, and of this law alone: a library that replaces it begins empty.
    _charts: dict[str, Chart] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    _proved: dict[str, Certificate] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def decision(self, name: str) -> Decision:
        """Find a decision by id.

        Raises:
            InputError: when there is none; the message guesses what was meant.
        """
        if name not in self.decisions:
            known = ", ".join(self.decisions)
            guess = did_you_mean(name, self.decisions)
            raise InputError(
                f"Besluit '{name[:60]}' bestaat niet. Er is: {known}.{guess}"
            )
        return self.decisions[name]

    def say(self, sentence: str, **values: str) -> str:
        """Fill a fixed sentence of the papers."""
        return self.sentences[sentence].fill(**values)

    def addressee(self, name: str) -> str:
        """Give a body as the council asks it: “de politie, via de burgemeester”."""
        body = self.bodies[name]
        through = "" if body.via is None else f", via {self.bodies[body.via].name}"
        return f"{body.name}{through}"

    def town(self, code: str | None) -> Municipality | None:
        """Find a municipality by its code; `None` where the list has it not."""
        listed = self.municipalities
        return listed.by_code.get(code) if listed and code else None

    @cached_property
    def unnamed_measures(self) -> frozenset[str]:
        """Give the measures of the register of evidence that no decision names."""
        named = {
            measure.studied_as
            for decision in self.decisions.values()
            for measure in decision.costs.measures
        }
        return frozenset(self.evidence.measure_by_id) - named

    @cached_property
    def cited(self) -> Mapping[str, frozenset[str]]:
        """Name the sources that each decision cites."""
        return {
            name: frozenset(each.id for each in cited_sources(decision))
            for name, decision in self.decisions.items()
        }

    @cached_property
    def stale_proofs(self) -> frozenset[str]:
        """Name the decisions that changed since their proof was kept, or have none."""
        prints = {name: kept.fingerprint for name, kept in self.kept.items()}
        return frozenset(
            name
            for name, decision in self.decisions.items()
            if prints.get(name) != decision.fingerprint
        )

    def chart(self, name: str) -> Chart:
        """Give the folded form of a decision; it is made once."""
        if name not in self._charts:
            self._charts[name] = Chart(self.decision(name))
        return self._charts[name]

    def certificate(self, name: str) -> Certificate:
        """Give what was proved of a decision: as it is kept, when the content is still that.

        A decision that was changed since is examined anew; that takes seconds, once.
        """
        if name not in self.stale_proofs:
            return self.kept[name]
        if name not in self._proved:
            self._proved[name] = examine(self.chart(name)).certificate
        return self._proved[name]

    @cached_property
    def fingerprint(self) -> str:
        """Give the hash of all decisions together."""
        prints = "".join(decision.fingerprint for decision in self.decisions.values())
        return f"sha256:{hashlib.sha256(prints.encode()).hexdigest()}"
