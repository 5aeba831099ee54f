"""How fast is the law, beside a plain tree and another engine, and what does it ask?

Contenders take turns on the same dossiers and are timed in processor time, the best
round counts: so noise favours nobody. Run by `make bench`, or by hand:
`python -m tests.bench.bench_engine`.
"""

import json
import os
import random
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from statistics import mean, median, quantiles
from time import process_time
from typing import Any

import zen

from rules.content.decision import Decision
from rules.grammar.answers import DONT_KNOW, YES, Answer
from rules.grammar.condition import AllOf, AnyOf, Condition, Is, Not, RuleRef
from rules.judging.chart import Chart
from rules.judging.evaluation import evaluate
from rules.judging.journey import journey
from rules.judging.turning import MOST, turns
from rules.library import Library
from rules.loading import load
from tests.rules.build import decision, no, question, rule, yes

ROUNDS = int(os.environ.get("BENCH_ROUNDS", "12"))
DOSSIERS = 200
TURNED = 1_000
WALKED = 10_000
IN_ORDER = (0.5, 0.9, 1.0)
SEED = 20261121

Answers = Mapping[str, Answer]
Tree = tuple[Any, ...]
Verdict = tuple[int, Tree, tuple[Any, ...]]


# --- one law of 17 conditions, or ten times that -----------------------------


def law(groups: int) -> Decision:
    """A decision of seventeen conditions a group, in five named rules."""
    asked, rules = [], []
    for group in (f"g{index}" for index in range(groups)):
        v = [f"{group}v{index}" for index in range(17)]
        asked += [question(name) for name in v]
        rules += [
            rule(
                f"{group}a",
                all_of(yes(v[0]), yes(v[1]), any_of(yes(v[2]), yes(v[3])), yes(v[4])),
            ),
            rule(
                f"{group}b",
                any_of(all_of(yes(v[5]), yes(v[6])), yes(v[7]), {"not": yes(v[8])}),
            ),
            rule(f"{group}c", all_of(*(yes(name) for name in v[9:14]))),
            rule(f"{group}d", any_of(yes(v[14]), all_of(yes(v[15]), no(v[16])))),
            rule(group, all_of(*({"rule": f"{group}{part}"} for part in "abcd"))),
        ]
    whole = all_of(*({"rule": f"g{index}"} for index in range(groups)))
    return decision(asked, [*rules, rule("goed", whole)])


def all_of(*parts: Any) -> dict[str, Any]:
    return {"all_of": list(parts)}


def any_of(*parts: Any) -> dict[str, Any]:
    return {"any_of": list(parts)}


def dossier(chart: Chart, chance: random.Random) -> dict[str, Answer]:
    """Mixed: of four facts three are known, most of them in order."""
    answers: dict[str, Answer] = {}
    for domain in chart.domains:
        kind = chance.random()
        if kind < 0.60:
            answers[domain.question] = domain.examples[0]
        elif kind < 0.75:
            answers[domain.question] = chance.choice(domain.examples)
        elif kind < 0.85:
            answers[domain.question] = DONT_KNOW
    return answers


# --- the contenders ----------------------------------------------------------


def ours(chart: Chart) -> Callable[[Answers], str]:
    """Every rule with all its reasons, and the outcome."""

    def assess(answers: Answers) -> str:
        evaluate(chart.steps, answers)
        return chart.outcome_of(answers)

    return assess


OUTCOMES = ("nee", "open", "ja")


def plain(law: Decision) -> Callable[[Mapping[str, bool]], str]:
    """A three-valued tree of tuples with its reasons; no classes of ours."""
    tree = as_tuples(law, law.rule_by_id["goed"].when)

    def assess(facts: Mapping[str, bool]) -> str:
        return OUTCOMES[walk(tree, facts)[0]]

    return assess


def as_tuples(law: Decision, condition: Condition) -> Tree:
    match condition:
        case AllOf(all_of=parts):
            return "all", tuple(as_tuples(law, part) for part in parts)
        case AnyOf(any_of=parts):
            return "any", tuple(as_tuples(law, part) for part in parts)
        case Not(not_=part):
            return "not", as_tuples(law, part)
        case RuleRef(rule=name):
            return as_tuples(law, law.rule_by_id[name].when)
        case Is(question=name, is_=word):
            return "is", name, word == "ja"
        case _:
            raise NotImplementedError


def walk(tree: Tree, facts: Mapping[str, bool]) -> Verdict:
    """Judge: 0 no, 1 unknown, 2 yes; with the node and the verdicts under it."""
    kind = tree[0]
    if kind == "is":
        fact = facts.get(tree[1])
        return (1 if fact is None else 2 if fact is tree[2] else 0), tree, ()
    if kind == "not":
        inner = walk(tree[1], facts)
        return 2 - inner[0], tree, (inner,)
    parts = tuple([walk(part, facts) for part in tree[1]])
    values = [part[0] for part in parts]
    return (min(values) if kind == "all" else max(values)), tree, parts


def gorules(law: Decision) -> Callable[[Mapping[str, int]], str]:
    """The same law as a decision graph of GoRules ZEN: expressions, then a table."""
    graph = zen.ZenEngine().create_decision(json.dumps(as_graph(law)))

    def assess(facts: Mapping[str, int]) -> str:
        return str(graph.evaluate(facts)["result"]["outcome"])

    return assess


def as_graph(law: Decision) -> dict[str, Any]:
    expressions = [
        {"id": each.id, "key": each.id, "value": as_expression(each.when)}
        for each in law.rules_in_order
    ]
    rows = [
        {"_id": word, "field": str(value), "out": f'"{word}"'}
        for value, word in enumerate(OUTCOMES)
    ]
    table = {
        "hitPolicy": "first",
        "inputs": [{"id": "field", "name": "goed", "field": "goed"}],
        "outputs": [{"id": "out", "name": "outcome", "field": "outcome"}],
        "rules": rows,
    }
    nodes = [
        {"id": "in", "type": "inputNode", "name": "in"},
        {
            "id": "rules",
            "type": "expressionNode",
            "name": "rules",
            "content": {"expressions": expressions, "passThrough": True},
        },
        {
            "id": "table",
            "type": "decisionTableNode",
            "name": "table",
            "content": {**table, "passThrough": True},
        },
        {"id": "out", "type": "outputNode", "name": "out"},
    ]
    ids = [node["id"] for node in nodes]
    edges = [
        {"id": f"{one}-{two}", "type": "edge", "sourceId": one, "targetId": two}
        for one, two in pairwise(ids)
    ]
    return {"nodes": nodes, "edges": edges}


def as_expression(condition: Condition) -> str:
    match condition:
        case AllOf(all_of=parts):
            return f"min([{', '.join(map(as_expression, parts))}])"
        case AnyOf(any_of=parts):
            return f"max([{', '.join(map(as_expression, parts))}])"
        case Not(not_=part):
            return f"(2 - {as_expression(part)})"
        case RuleRef(rule=name):
            return f"$.{name}"
        case Is(question=name, is_=word):
            return name if word == "ja" else f"(2 - {name})"
        case _:
            raise NotImplementedError


# --- measuring ---------------------------------------------------------------


@dataclass
class Race:
    """One contender with its dossiers; `best` is its best time for one of them."""

    name: str
    assess: Callable[[Any], str]
    dossiers: list[Any]
    best: float = float("inf")

    def round(self) -> None:
        start = process_time()
        for one in self.dossiers:
            self.assess(one)
        self.best = min(self.best, (process_time() - start) / len(self.dossiers))


def race(groups: int) -> list[Race]:
    whole = law(groups)
    chart, chance = Chart(whole), random.Random(SEED)
    dossiers = [dossier(chart, chance) for _ in range(DOSSIERS)]
    known = [
        {name: answer == YES for name, answer in each.items() if answer != DONT_KNOW}
        for each in dossiers
    ]
    numbers = [
        {
            asked.id: {None: 1, True: 2, False: 0}[facts.get(asked.id)]
            for asked in whole.questions
        }
        for facts in known
    ]
    races = [
        Race(
            "raadwijzer: every rule with reasons, and the outcome",
            ours(chart),
            dossiers,
        ),
        Race("plain three-valued tree of tuples, with reasons", plain(whole), known),
        Race("GoRules ZEN: expressions and a decision table", gorules(whole), numbers),
    ]
    told = {tuple(each.assess(one) for one in each.dossiers) for each in races}
    if len(told) > 1:
        raise AssertionError("the contenders do not agree")
    for _ in range(ROUNDS):
        for each in races:
            each.round()
    return races


def speeds() -> Iterable[str]:
    """Assessments per second and core, beside a plain tree and another engine."""
    small, large = race(1), race(10)
    yield f"{'assessments per second, one core':54}{'17':>9}{'170':>9}"
    for one, ten in zip(small, large, strict=True):
        yield f"{one.name:54}{1 / one.best:>9,.0f}{1 / ten.best:>9,.0f}"
    for index, name in ((1, "the plain tree"), (2, "GoRules ZEN")):
        ratios = [each[index].best / each[0].best for each in (small, large)]
        yield f"{'ours against ' + name:54}{ratios[0]:>8.2f}×{ratios[1]:>8.2f}×"


IMPORT = """
from time import process_time
start = process_time()
import rules.loading
print(process_time() - start)
"""


def starts() -> Iterable[str]:
    """What it costs to begin."""
    times = [
        float(subprocess.check_output([sys.executable, "-c", IMPORT])) for _ in range(9)
    ]
    yield f"{'import of the rules in a fresh process':54}{median(times):>9.3f} s"
    start = process_time()
    library = load()
    yield f"{'load and check of all content':54}{process_time() - start:>9.3f} s"
    for name in library.decisions:
        start = process_time()
        chart = library.chart(name)
        took = process_time() - start
        size = f"{len(chart.domains)} questions, {len(chart.partial)} nodes"
        yield f"{f'fold of {name} ({size})':54}{took:>9.3f} s"


def turning(library: Library) -> Iterable[str]:
    """All smallest sets of changes that turn the outcome."""
    chart, chance = library.chart("cameratoezicht"), random.Random(SEED)
    times = []
    for _ in range(TURNED):
        answers = dossier(chart, chance)
        start = process_time()
        turns(chart, answers)
        times.append((process_time() - start) * 1000)
    cuts = quantiles(times, n=100)
    name = f"all turns of at most {MOST} facts, {TURNED:,} of cameratoezicht"
    yield f"{name:54}p50 {cuts[49]:.1f} ms, p99 {cuts[98]:.1f} ms"


def asking(library: Library) -> Iterable[str]:
    """How many questions the journey asks, against asking everything."""
    heading = f"questions asked until the outcome is fixed, {WALKED:,} dossiers"
    yield f"{heading:54}" + "".join(f"{share:>9.0%}" for share in IN_ORDER) + "   all"
    for name in library.decisions:
        chart = library.chart(name)
        deciding = sum(not each.informs for each in chart.decision.questions)
        means = [f"{asked(chart, share):>9.1f}" for share in IN_ORDER]
        yield f"{name + ', by the share of facts in order':54}{''.join(means)}{deciding:>6}"


def asked(chart: Chart, share: float) -> float:
    chance = random.Random(SEED)
    times = 1 if share == 1 else WALKED  # all in order is one dossier
    return mean(walked(chart, chance, share) for _ in range(times))


def walked(chart: Chart, chance: random.Random, share: float) -> int:
    """Walk one journey along the questions that decide; count what is asked."""
    answers: dict[str, Answer] = {}
    while True:
        deciding = (stop for stop in journey(chart, answers).stops if stop.decides)
        found = next((stop.question.id for stop in deciding), None)
        if found is None:
            return len(answers)
        examples = chart.domains[chart.levels[found]].examples
        in_order = chance.random() < share
        answers[found] = examples[0] if in_order else chance.choice(examples[1:])


def main() -> str:
    library = load()
    parts = (speeds(), starts(), turning(library), asking(library))
    return "\n\n".join("\n".join(part) for part in parts)


if __name__ == "__main__":
    print(main())  # noqa: T201 — a bench is there to be read
