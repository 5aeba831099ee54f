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
from datetime import date
from difflib import get_close_matches
from itertools import pairwise
from pathlib import Path
from shutil import copytree
from statistics import mean, median, quantiles
from tempfile import TemporaryDirectory
from time import process_time
from typing import Any

import zen

from rules.content.casefile import CaseFile
from rules.content.decision import Decision
from rules.grammar.answers import DONT_KNOW, NO, YES, Answer
from rules.grammar.condition import AllOf, AnyOf, Condition, Is, Not, RuleRef
from rules.judging.advice import advise
from rules.judging.demands import judge_demands
from rules.judging.evaluation import evaluate
from rules.judging.folded_decision import Chart
from rules.judging.journey import journey
from rules.judging.word_search import MOST as MOST_FOUND
from rules.judging.word_search import Lookup
from rules.library import Library
from rules.loading import CONTENT, load
from rules.proof.examination import drawn, examine
from rules.scaffold import begin
from tests.rules.build import all_of, any_of, decision, demand, no, question, rule, yes

ROUNDS = int(os.environ.get("BENCH_ROUNDS", "12"))
DOSSIERS = 200
ASKED = 1_000
WALKED = 200
IN_ORDER = (0.5, 0.9, 1.0)
SEED = 20261121
TODAY = date(2026, 11, 29)

Answers = Mapping[str, Answer]
Tree = tuple[Any, ...]
Verdict = tuple[int, Tree, tuple[Any, ...]]


# --- one law of 17 conditions, or ten times that -----------------------------


def law(groups: int) -> Decision:
    """A decision of seventeen conditions a group, in four named rules and a demand."""
    asked, rules, demands = [], [], []
    for group in (f"g{index}" for index in range(groups)):
        v = [f"{group}v{index}" for index in range(17)]
        asked += [question(name) for name in v]
        parts = {
            "a": all_of(yes(v[0]), yes(v[1]), any_of(yes(v[2]), yes(v[3])), yes(v[4])),
            "b": any_of(all_of(yes(v[5]), yes(v[6])), yes(v[7]), {"not": yes(v[8])}),
            "c": all_of(*(yes(name) for name in v[9:14])),
            "d": any_of(yes(v[14]), all_of(yes(v[15]), no(v[16]))),
        }
        rules += [rule(f"{group}{part}", when) for part, when in parts.items()]
        whole = all_of(*({"rule": f"{group}{part}"} for part in parts))
        demands.append(demand(group, whole))
    return decision(asked, demands, rules=rules)


def dossier(chart: Chart, chance: random.Random) -> dict[str, Answer]:
    """Mixed: of four facts three are known, most of them in order."""
    answers = dict(drawn(chart, chance))
    for asked in chart.decision.questions:
        kind = chance.random()
        if kind < 0.60 and asked.is_yes_no:
            answers[asked.id] = NO if asked.in_order == "nee" else YES
        elif 0.75 <= kind < 0.85:
            answers[asked.id] = DONT_KNOW
        elif kind >= 0.85:
            answers.pop(asked.id, None)
    return answers


# --- the contenders ----------------------------------------------------------


def ours(chart: Chart) -> Callable[[Answers], str]:
    """Every demand with how it stands and all its reasons, and the outcome."""

    _ = chart.given  # folded once, before the first dossier

    def assess(answers: Answers) -> str:
        judge_demands(chart, answers, evaluate(chart.steps, answers))
        return chart.outcome_of(answers)

    return assess


OUTCOMES = ("nee", "open", "ja")


def plain(law: Decision) -> Callable[[Mapping[str, bool]], str]:
    """A three-valued tree of tuples with its reasons; no classes of ours."""
    tree = "all", tuple(as_tuples(law, each.when) for each in law.demands)

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
    named: list[Any] = [*law.rules_in_order, *law.demands]
    expressions = [
        {"id": each.id, "key": each.id, "value": as_expression(each.when)}
        for each in named
    ]
    goed = f"min([{', '.join(f'$.{each.id}' for each in law.demands)}])"
    expressions.append({"id": "goed", "key": "goed", "value": goed})
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
            "raadwijzer: every demand with reasons, and the outcome",
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
LOAD = """
from time import process_time
from rules.loading import load
start = process_time()
load()
print(process_time() - start)
"""


def alone(program: str) -> float:
    """Give the median of what a fresh process says, for nothing is read yet there."""
    told = (subprocess.check_output([sys.executable, "-c", program]) for _ in range(5))
    return median(map(float, told))


def starts() -> Iterable[str]:
    """What it costs to begin."""
    yield f"{'import of the rules in a fresh process':54}{alone(IMPORT):>9.3f} s"
    yield f"{'load and check of all content':54}{alone(LOAD):>9.3f} s"
    library = load()
    for name in library.decisions:
        start = process_time()
        chart = library.chart(name)
        took = process_time() - start
        size = f"{len(chart.domains)} questions, {len(chart.partial)} nodes"
        yield f"{f'fold of {name} ({size})':54}{took:>9.3f} s"


def growth(copies: int = 18) -> Iterable[str]:
    """How loading grows with the number of decisions: one small one, copied."""
    for number in (1, copies // 2, copies):
        with TemporaryDirectory() as folder:
            root = Path(folder)
            copytree(CONTENT / "registers", root / "registers")
            for index in range(number):
                begin(f"proef_{index}", root)
            start = process_time()
            load(root)
            name = f"load and check of {number} small decisions"
            yield f"{name:54}{process_time() - start:>9.3f} s"


def proving(library: Library) -> Iterable[str]:
    """What it costs to prove all that is claimed, at every date."""
    for name in library.decisions:
        chart, start = library.chart(name), process_time()
        examine(chart)
        yield f"{f'verify of {name}':54}{process_time() - start:>9.3f} s"


def asking_first(library: Library) -> Iterable[str]:
    """What it takes to say what to ask first."""
    chart, chance = library.chart("cameratoezicht"), random.Random(SEED)
    times = []
    for _ in range(ASKED):
        given = CaseFile("cameratoezicht", TODAY, dossier(chart, chance))
        advice = advise(chart, given)
        start = process_time()
        _ = advice.ask_first
        times.append((process_time() - start) * 1000)
    cuts = quantiles(times, n=100)
    name = f"what to ask first, {ASKED:,} of cameratoezicht"
    yield f"{name:54}p50 {cuts[49]:.1f} ms, p99 {cuts[98]:.1f} ms"


def asking(library: Library) -> Iterable[str]:
    """How many screens the journey asks, by the share of answers in order."""
    heading = f"screens asked until nothing is open, {WALKED:,} dossiers"
    yield f"{heading:54}" + "".join(f"{share:>9.0%}" for share in IN_ORDER) + "   all"
    for name in library.decisions:
        chart, chance = library.chart(name), random.Random(SEED)
        means = []
        for share in IN_ORDER:
            times = 1 if share == 1 else WALKED  # all in order is one dossier
            means.append(mean(walked(chart, chance, share) for _ in range(times)))
        told = "".join(f"{each:>9.1f}" for each in means)
        yield f"{name:54}{told}{len(chart.decision.screens):>6}"


def finding(library: Library) -> Iterable[str]:
    """What one word costs on the start page, beside `difflib` over the same terms."""
    lookup, took = Lookup(library.signpost), dict.fromkeys(("ours", "difflib"), 0.0)
    terms = [term for entry in lookup.entries for term in entry.terms]
    typed = [f"{term[:3]}{term[4:]}" for term in terms]  # with a slip: the dearest
    lookup.find(typed[0])  # the list is made once
    for word in typed:
        start = process_time()
        lookup.find(word)
        between = process_time()
        get_close_matches(word, terms, n=MOST_FOUND)
        took["ours"] += between - start
        took["difflib"] += process_time() - between
    ours, peer = (each * 1000 / len(typed) for each in took.values())
    name = f"finding {len(typed)} words with a slip among {len(terms)}"
    yield f"{name:54}{ours:>6.2f} ms, difflib {peer:.2f} ms, {peer / ours:.1f}×"


def walked(chart: Chart, chance: random.Random, share: float) -> int:
    """Walk one journey; count the screens."""
    answers: dict[str, Answer] = {}
    screens = 0
    while (screen := journey(chart, answers).next) is not None:
        screens += 1
        whole = drawn(chart, chance)
        for row in screen.rows:
            fine = row.is_yes_no and chance.random() < share
            good = NO if row.in_order == "nee" else YES
            answers[row.id] = good if fine else whole.get(row.id, DONT_KNOW)
    return screens


def main() -> str:
    library = load()
    parts = (
        speeds(),
        starts(),
        growth(),
        proving(library),
        asking_first(library),
        asking(library),
        finding(library),
    )
    return "\n\n".join("\n".join(part) for part in parts)


if __name__ == "__main__":
    print(main())  # noqa: T201 — a bench is there to be read
