"""What jurists wrote down of single answers, and dossiers that are otherwise in order."""

from pathlib import Path
from types import SimpleNamespace

import yaml

from rules.content.fulfilment import fulfilment_of
from rules.dossier import read_answers
from rules.grammar.condition import Leaf, parts

HERE = Path(__file__).parent


def written(decision):
    """What is written of a decision, independent of its rules."""
    text = (HERE / "gevolgen" / f"{decision}.yaml").read_text(encoding="utf-8")
    return SimpleNamespace(**yaml.safe_load(text))


def in_order(chart, base):
    """A dossier in which every answer is in order."""
    answers = {}
    for domain in chart.domains:
        question = chart.decision.question_by_id[domain.question]
        test = fulfilment_of(question)
        if test is not None:
            good = next(each for each in domain.examples if test.holds(each))
            answers[question.id] = good
    return {**answers, **read_answers(base, chart.decision)}


def outcome_with(chart, base, changes):
    """The outcome of a dossier in order, with some answers by number changed."""
    answers = {**in_order(chart, base), **read_answers(changes, chart.decision)}
    return chart.outcome_of(chart.decision.with_own_choices(answers))


def broken(chart):
    """Tell everything that is written of a decision and does not come out."""
    said = written(chart.decision.id)
    if (outcome := outcome_with(chart, said.base, {})) != said.in_order:
        yield f"alles in orde geeft {outcome}"
    for each in said.questions:
        yield from broken_question(chart, said, each)
    for case in said.cases:
        outcome = outcome_with(chart, said.base, case["set"])
        if outcome != case["outcome"]:
            yield f"{case['set']} geeft {outcome}, niet {case['outcome']}"


def broken_question(chart, said, each):
    ref, effect = each["ref"], each["effect"]
    asked = chart.decision.find(ref)[0]
    if asked.if_no.effect != effect:
        yield f"{ref} heeft gevolg {asked.if_no.effect}, niet {effect}"
    for word, answer in (("nee", each.get("bad", "nee")), ("onbekend", "onbekend")):
        outcome = outcome_with(chart, said.base, {**each.get("with", {}), ref: answer})
        expected = said.outcomes[effect][word]
        if word == "onbekend":
            expected = each.get("unknown", expected)
        if outcome != expected:
            yield f"{ref} {word} geeft {outcome}, niet {expected}"
    ground = each.get("ground")
    if ground is not None:
        if ground not in asked.sources:
            yield f"{ref} rust op {ground}, maar noemt dat niet"
        if not any(ground in rule.sources for rule in rules_on(chart, asked)):
            yield f"geen regel over {ref} noemt {ground}"


def rules_on(chart, asked):
    """The rules that look at a question themselves."""
    for rule in chart.decision.rules:
        tests = (part for _, part in parts(rule.when) if isinstance(part, Leaf))
        if any(test.question == asked.id for test in tests):
            yield rule
