"""What was proved of a decision, for which content: the certificate of a page and a memo.

A certificate is data. It is made anew when the content changes and kept otherwise,
because a fingerprint stands for all content that a decision rests on.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from random import Random

from rules.answers import DONT_KNOW, Answer, stored
from rules.chart import Chart
from rules.dating import eras
from rules.evaluation import evaluate
from rules.expectations import (
    effects_come_true,
    kinds_fit,
    numbers_are_the_law,
    sources_hold,
)
from rules.library import Library
from rules.verification import (
    Dossier,
    Failure,
    Failures,
    examples,
    outcomes_come_out,
    polarity_holds,
    questions_apply,
    questions_matter,
    rows_are_hit,
    rules_decide,
    shown_is_possible,
    table_is_closed,
    unknown_never_flatters,
)

SAMPLE = 200


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing that is proved; `at_every_date` also under the law of earlier dates.

    What is `sampled` is tested on dossiers that chance picks, and not proved.
    """

    id: str
    says: str
    prove: Callable[[Chart], Failures]
    at_every_date: bool = False
    sampled: bool = False


@dataclass(frozen=True, slots=True)
class Proof:
    """A claim and what does not hold of it: nothing, when it is proved."""

    claim: str
    says: str
    failures: tuple[Failure, ...]
    sampled: bool = False

    @property
    def holds(self) -> bool:
        """Whether the claim is proved."""
        return not self.failures

    @property
    def verdict(self) -> str:
        """Say in a word how the claim stands."""
        if self.failures:
            return "FAALT"
        return "getoetst" if self.sampled else "bewezen"


@dataclass(frozen=True)
class Certificate:
    """What was proved of one decision.

    `days` are the first days of the law that was looked at; `examples` has for every
    outcome the smallest dossier that brings it.
    """

    decision: str
    title: str
    fingerprint: str
    days: tuple[date, ...]
    proofs: tuple[Proof, ...]
    examples: Mapping[str, Dossier]

    @property
    def holds(self) -> bool:
        """Whether everything is proved."""
        return all(proof.holds for proof in self.proofs)


def engines_agree(chart: Chart) -> Failures:
    """Look for a dossier on which the reasons and the diagrams differ; a sample."""
    draw = Random(chart.decision.fingerprint)  # noqa: S311 — the same dossiers each time
    exact = {rule: chart.truth_of_rule(rule) for rule in chart.rules}
    for _ in range(SAMPLE):
        whole = {d.question: draw.choice(d.examples) for d in chart.domains}
        known = draw.random()
        dossier: Dossier = chart.decision.with_own_choices(
            {name: a for name, a in whole.items() if draw.random() < known}
        )
        completed = {**whole, **dossier}
        findings = evaluate(chart.steps, dossier)
        left = chart.outcomes_left(dossier)
        if any(
            findings[rule].truth is not chart.look_up(node, dossier)
            for rule, node in exact.items()
        ):
            yield Failure("redenering en diagram oordelen verschillend.", dossier)
            return
        by_table = next(
            row.outcome
            for row in chart.decision.header.table
            if all(findings[test.rule].truth in test.truths for test in row.when)
        )
        shown = next(iter(left)) if len(left) == 1 else by_table
        if shown != chart.outcome_of(dossier):
            yield Failure("tabel en diagram geven een andere uitkomst.", dossier)
            return
        if chart.outcome_of(completed) not in left:
            yield Failure("een antwoord geeft een uitkomst die niet meer kon.", dossier)
            return


CLAIMS = (
    Claim(
        "uitkomsten",
        "Elke uitkomst is met een dossier te bereiken.",
        outcomes_come_out,
        at_every_date=True,
    ),
    Claim(
        "vragen",
        "Elke vraag kan de uitkomst veranderen, of zegt dat zij alleen informeert.",
        questions_matter,
    ),
    Claim(
        "toepassing",
        "Elke vraag is soms wel en soms niet aan de orde.",
        questions_apply,
    ),
    Claim("gat", "De beslistabel heeft geen gat.", table_is_closed, at_every_date=True),
    Claim(
        "rijen", "Elke rij van de beslistabel wordt geraakt en is nodig.", rows_are_hit
    ),
    Claim("onderdelen", "Elk onderdeel van elke regel doet ertoe.", rules_decide),
    Claim(
        "onbekend",
        "Een onbekend feit geeft nooit een gunstige uitkomst "
        "die een antwoord nog kan wegnemen.",
        unknown_never_flatters,
        at_every_date=True,
    ),
    Claim(
        "mogelijk",
        "De getoonde uitkomst kan nog uitkomen, of zegt dat er iets open is.",
        shown_is_possible,
        at_every_date=True,
    ),
    Claim(
        "richting",
        "Een antwoord dat in orde is, maakt de uitkomst nooit slechter.",
        polarity_holds,
        at_every_date=True,
    ),
    Claim(
        "gevolgen",
        "Een nee heeft het gevolg dat bij de vraag staat.",
        effects_come_true,
    ),
    Claim("soorten", "Het gevolg past bij de soort vraag.", kinds_fit),
    Claim(
        "getallen", "Elke grens is het getal of de dag van de wet.", numbers_are_the_law
    ),
    Claim("bronnen", "Elke vraag en regel heeft op elke datum een bron.", sources_hold),
    Claim(
        "rekenwijze",
        f"Redenering en bewijs zijn het eens, in {SAMPLE} proefdossiers per datum.",
        engines_agree,
        at_every_date=True,
        sampled=True,
    ),
)


def certify(chart: Chart) -> Certificate:
    """Prove every claim about a decision, and what can differ by date at every date."""
    whole = chart.whole
    decision = whole.decision
    days = eras(decision)
    laws = {dated.decision.idle: dated for dated in map(whole.at, reversed(days))}
    earlier = [law for idle, law in laws.items() if idle != decision.idle]
    proofs = tuple(
        Proof(
            claim.id,
            claim.says,
            tuple(
                failure
                for law in (whole, *(earlier if claim.at_every_date else ()))
                for failure in claim.prove(law)
            ),
            claim.sampled,
        )
        for claim in CLAIMS
    )
    return Certificate(
        decision=decision.id,
        title=decision.header.title,
        fingerprint=decision.fingerprint,
        days=days,
        proofs=proofs,
        examples=examples(whole),
    )


_KEPT: dict[tuple[str, str], Certificate] = {}


def certificate(library: Library, decision: str) -> Certificate:
    """Give the certificate of a decision; made once for each fingerprint."""
    key = (decision, library.decision(decision).fingerprint)
    if key not in _KEPT:
        _KEPT[key] = certify(library.chart(decision))
    return _KEPT[key]


def certificates(library: Library) -> tuple[Certificate, ...]:
    """Give the certificates of all decisions."""
    return tuple(certificate(library, name) for name in library.decisions)


def as_data(found: Certificate) -> dict[str, object]:
    """Give a certificate as plain data, for JSON."""
    return {
        "decision": found.decision,
        "fingerprint": found.fingerprint,
        "holds": found.holds,
        "days": [day.isoformat() for day in found.days],
        "proofs": [
            {
                "claim": proof.claim,
                "says": proof.says,
                "holds": proof.holds,
                "sampled": proof.sampled,
                "failures": [
                    {"what": failure.what, "dossier": _stored(failure.dossier)}
                    for failure in proof.failures
                ],
            }
            for proof in found.proofs
        ],
        "examples": {name: _stored(d) for name, d in found.examples.items()},
    }


def as_text(found: Iterable[Certificate]) -> str:
    """Give certificates as lines for a terminal; a failure shows its dossier."""
    return "\n\n".join("\n".join(_lines(each)) for each in found)


def _lines(found: Certificate) -> Iterable[str]:
    yield f"{found.title} ({found.decision})"
    yield f"  inhoud {found.fingerprint[:19]}…, {len(found.days)} peildata"
    for proof in found.proofs:
        yield f"  {proof.verdict:<8}  {proof.says}"
        for failure in proof.failures:
            yield f"            {failure.what}"
            for name, answer in (_stored(failure.dossier) or {}).items():
                yield f"              {name}: {answer}"


def _stored(dossier: Dossier | None) -> dict[str, str] | None:
    """Write the answers of a dossier as a dossier file does; what is unknown is left out."""
    if dossier is None:
        return None
    return {name: stored(a) for name, a in dossier.items() if _is_known(a)}


def _is_known(answer: Answer) -> bool:
    return answer != DONT_KNOW
