"""The scenarios that councils met, and the ways in which they could have gone."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import yaml

from rules.content.casefile import CaseFile
from rules.content.fulfilment import fulfilment_of
from rules.content.questions import Weight
from rules.dossier import read_answers, read_dossier

CASES = Path(__file__).parent.parent / "casussen"
TODAY = date(2026, 11, 21)


@dataclass(frozen=True)
class Scenario:
    """A dossier as a council could have filled it in, and what must come of it."""

    id: str
    casefile: CaseFile
    outcome: str
    ask: tuple[str, ...] = ()
    expected: tuple[tuple[str, str], ...] = ()


def scenarios(library):
    """Every scenario that has an expectation beside it, each with its variants."""
    for path in sorted(CASES.glob("*/*/verwacht.yaml")):
        said = yaml.safe_load(path.read_text(encoding="utf-8"))
        text = (path.parent / "dossier.yaml").read_text(encoding="utf-8")
        (casefile,) = read_dossier(text, library, today=TODAY)
        name = path.parent.name
        yield Scenario(
            name,
            casefile,
            said["outcome"],
            tuple(said["ask"]),
            tuple(said["expected"].items()),
        )
        for variant in said["variants"]:
            changed = "_".join(
                f"{ref}_{value}" for ref, value in variant["set"].items()
            )
            yield Scenario(
                f"{name}-{changed}",
                with_variant(library, casefile, variant),
                variant["outcome"],
            )


def with_variant(library, casefile, variant):
    """The same dossier with other answers; `rest` puts what else is hard in order."""
    decision = library.decision(casefile.decision)
    rest = hard_in_order(library, decision) if variant.get("rest") else {}
    changes = read_answers(variant["set"], decision)
    return replace(casefile, answers={**casefile.answers, **rest, **changes})


def hard_in_order(library, decision):
    """Every triage and hard question, in order."""
    chart = library.chart(decision.id)
    hard = (Weight.TRIAGE, Weight.DWINGEND)
    return {
        question.id: next(
            example
            for example in chart.domains[chart.levels[question.id]].examples
            if test.holds(example)
        )
        for question in decision.questions
        if question.kind in hard and (test := fulfilment_of(question)) is not None
    }
