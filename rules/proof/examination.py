"""Examine a decision: what is claimed of it, and whether each claim holds."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from random import Random

from rules.grammar.answers import DONT_KNOW, Answer, TicksKind, stored
from rules.judging.clashing import clashing
from rules.judging.folded_decision import Chart, same_law
from rules.judging.headline import table_of
from rules.judging.law_by_date import eras
from rules.proof.certificate import Certificate, ClaimVerdict, Proof
from rules.proof.expectations import numbers_are_the_law, sources_hold
from rules.proof.polarity import polarity_holds
from rules.proof.searching import Dossier, Failure, Failures
from rules.proof.told_texts import texts_are_told
from rules.proof.verification import (
    demands_can_turn,
    examples,
    headline_is_no_firmer,
    nothing_falls_away,
    outcomes_come_out,
    questions_apply,
    questions_matter,
    rows_are_hit,
    rules_decide,
    says_open,
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


@dataclass(frozen=True)
class Examination:
    """One decision with every claim looked at.

    `failures` has, by claim, what does not hold; `examples` has for every outcome the
    smallest dossier that brings it.
    """

    title: str
    certificate: Certificate
    failures: Mapping[str, tuple[Failure, ...]]
    examples: Mapping[str, Dossier]


def engines_agree(chart: Chart) -> Failures:
    """Look for a dossier on which the reasons and the diagrams differ; a sample."""
    draw = Random(chart.decision.fingerprint)  # noqa: S311 — the same dossiers each time
    exact = {rule: chart.truth_of_rule(rule) for rule in chart.rules}
    for _ in range(SAMPLE):
        whole = drawn(chart, draw)
        # Another share each time: dossiers with one answer, with half and nearly all.
        known = draw.random()
        dossier = {name: a for name, a in whole.items() if draw.random() < known}
        table = table_of(chart, dossier, clashing(chart, dossier))
        left = chart.outcomes_left(dossier)
        if any(
            table.findings[rule].truth is not chart.look_up(node, dossier)
            for rule, node in exact.items()
        ) or any(
            # `stood`: what is left out of a count (`demands._apart`) is no matter here.
            each.stood is not chart.look_up(chart.standings[each.demand.id], dossier)
            for each in table.judged
        ):
            yield Failure("redenering en diagram oordelen verschillend.", dossier)
            return
        row = next(row for row in chart.decision.header.table if table.hits(row))
        by_table = row.outcome
        if by_table not in left and not says_open(row) and len(left) > 1:
            yield Failure("deze uitkomst wordt getoond, maar kan niet meer.", dossier)
            return
        adrift = chart.decision.header.phase is not None and table.phase is None
        shown = next(iter(left)) if len(left) == 1 and not adrift else by_table
        if shown != chart.outcome_of(dossier):
            yield Failure("tabel en diagram geven een andere uitkomst.", dossier)
            return
        if chart.outcome_of(whole) not in left:
            yield Failure("een antwoord geeft een uitkomst die niet meer kon.", dossier)
            return


def drawn(chart: Chart, draw: Random) -> dict[str, Answer]:
    """Draw a whole set of answers by chance; of ticks at least one, as the form asks."""
    answers: dict[str, Answer] = {}
    for question in chart.decision.questions:
        if isinstance(question.answer, TicksKind):
            options = [each.id for each in question.answer.options if not each.alone]
            alone = [each.id for each in question.answer.options if each.alone]
            number = draw.randint(1, len(options))
            ticked = draw.sample(options, number)
            # As often as any one option: alone must come up too, and not half the time.
            if alone and draw.random() < 1 / len(question.answer.options):
                ticked = [draw.choice(alone)]
            answers[question.id] = question.answer.ticked(ticked)
    for domain in chart.domains:
        if domain.option is None:
            answers[domain.question] = draw.choice(domain.examples)
    return answers


# first what the reader of a memo wants to know: a memo names no more than these
CLAIMS = (
    Claim(
        "kop",
        "De kop zegt nooit dat aan de eisen is voldaan zolang een eis die nu geldt "
        "niet voldaan of onbekend is.",
        headline_is_no_firmer,
        at_every_date=True,
    ),
    Claim(
        "niets_valt_weg",
        "Een nee dat te herstellen is, zet niets anders uit.",
        nothing_falls_away,
        at_every_date=True,
    ),
    Claim(
        "onbekend",
        "Kan een antwoord een uitkomst nog slechter maken, dan heet die niet gunstig.",
        unknown_never_flatters,
        at_every_date=True,
    ),
    Claim(
        "richting",
        "Een antwoord dat in orde is, maakt nooit een eis slechter.",
        polarity_holds,
        at_every_date=True,
    ),
    Claim("gat", "De beslistabel heeft geen gat.", table_is_closed, at_every_date=True),
    Claim(
        "uitkomsten",
        "Elke uitkomst is met een dossier te bereiken.",
        outcomes_come_out,
        at_every_date=True,
    ),
    Claim(
        "eisen",
        "Elke eis kan voldaan en niet voldaan zijn, en nooit allebei.",
        demands_can_turn,
    ),
    Claim(
        "vragen", "Elke vraag met een oordeel kan een eis veranderen.", questions_matter
    ),
    Claim(
        "toepassing",
        "Elke vraag is soms wel en soms niet aan de orde.",
        questions_apply,
    ),
    Claim(
        "rijen", "Elke rij van de beslistabel wordt geraakt en is nodig.", rows_are_hit
    ),
    Claim(
        "teksten",
        "Elke tekst die van antwoorden afhangt, is in een dossier te lezen.",
        texts_are_told,
    ),
    Claim("onderdelen", "Elk onderdeel van elke eis doet ertoe.", rules_decide),
    Claim(
        "getallen", "Elke grens is het getal of de dag van de wet.", numbers_are_the_law
    ),
    Claim("bronnen", "Elke eis uit de wet heeft op elke datum een bron.", sources_hold),
    Claim(
        "rekenwijze",
        "Redenering en bewijs zijn het eens, en wat getoond wordt kan nog uitkomen of zegt "
        f"dat er iets open is: in {SAMPLE} proefdossiers per datum.",
        engines_agree,
        at_every_date=True,
        sampled=True,
    ),
)


def examine(chart: Chart) -> Examination:
    """Prove every claim about a decision, and what can differ by date at every date.

    This takes seconds for a large decision.
    """
    whole = chart.whole
    decision = whole.decision
    days = eras(decision)
    earlier: list[Chart] = []
    # A date whose law judges as one before it has the same diagrams: proved already.
    for law in map(whole.at, reversed(days)):
        known = (whole, *earlier)
        if not any(same_law(law.decision, each.decision) for each in known):
            earlier.append(law)
    failures = {
        claim.id: tuple(
            failure
            for law in (whole, *(earlier if claim.at_every_date else ()))
            for failure in claim.prove(law)
        )
        for claim in CLAIMS
    }
    proofs = tuple(
        Proof(claim=each.id, says=each.says, verdict=_verdict(each, failures[each.id]))
        for each in CLAIMS
    )
    return Examination(
        title=decision.header.title,
        certificate=Certificate(
            decision=decision.id,
            fingerprint=decision.fingerprint,
            days=days,
            proofs=proofs,
        ),
        failures=failures,
        examples=examples(whole),
    )


def _verdict(claim: Claim, failures: tuple[Failure, ...]) -> ClaimVerdict:
    if failures:
        return ClaimVerdict.FAILED
    return ClaimVerdict.TESTED if claim.sampled else ClaimVerdict.PROVED


def as_data(found: Examination) -> dict[str, object]:
    """Give an examination as plain data, for JSON."""
    return {
        **found.certificate.model_dump(mode="json"),
        "holds": found.certificate.holds,
        "failures": {
            claim: [
                {"what": failure.what, "dossier": _stored(failure.dossier)}
                for failure in failures
            ]
            for claim, failures in found.failures.items()
            if failures
        },
        "examples": {name: _stored(d) for name, d in found.examples.items()},
    }


def as_text(found: Iterable[Examination]) -> str:
    """Give examinations as lines for a terminal; a failure shows its dossier."""
    return "\n\n".join("\n".join(_lines(each)) for each in found)


def _lines(found: Examination) -> Iterable[str]:
    told = found.certificate
    yield f"{found.title} ({told.decision})"
    yield f"  inhoud {told.fingerprint[:19]}…, {len(told.days)} peildata"
    for proof in told.proofs:
        failed = proof.verdict is ClaimVerdict.FAILED
        yield f"  {proof.verdict.upper() if failed else proof.verdict:<8}  {proof.says}"
        for failure in found.failures[proof.claim]:
            yield f"            {failure.what}"
            for name, answer in (_stored(failure.dossier) or {}).items():
                yield f"              {name}: {answer}"


def _stored(dossier: Dossier | None) -> dict[str, str] | None:
    """Write the answers of a dossier as a dossier file does; what is unknown is left out."""
    if dossier is None:
        return None
    return {name: stored(a) for name, a in dossier.items() if a != DONT_KNOW}
