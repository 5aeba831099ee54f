"""Judge conditions by answers, and keep the reasons.

Conditions are compiled once into functions; a finding of a single answer is one of
three ready-made ones, and a condition on a few yes-or-no questions has few findings,
which are kept: so a judgement with all its reasons stays quick.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from rules.grammar.answers import Answers, DontKnow, YesNo
from rules.grammar.condition import (
    AllOf,
    AnyOf,
    Condition,
    InOrder,
    Is,
    Leaf,
    Not,
    RuleRef,
    SomeOf,
    asked,
    parts,
)
from rules.grammar.truth import Truth, all_of, any_of


class Evaluated(NamedTuple):
    """A verdict with the findings that it rests on.

    `settled`: Kleene left it open and every completion agrees. Its grounds are then
    the few answers that make them agree.
    """

    condition: Condition
    truth: Truth
    grounds: "tuple[Evaluated, ...]"
    settled: bool = False


FEW = 6  # questions: at most 729 findings are kept of one condition
Findings = dict[str, Evaluated]
Judge = Callable[[Answers, Findings], Evaluated]
Settle = Callable[[Evaluated, Answers], Evaluated]


class RuleStep(NamedTuple):
    """One rule of a program.

    `settle` gives the exact finding where Kleene’s can stay unknown although every
    completion agrees.
    """

    rule: str
    judge: Judge
    settle: Settle | None


def evaluate(steps: Iterable[RuleStep], answers: Answers) -> Findings:
    """Judge all rules, each once, in the order of the steps.

    Kleene first; what stays unknown is then settled exactly.
    """
    findings: Findings = {}
    for rule, judge, settle in steps:
        finding = judge(answers, findings)
        if settle is not None and finding.truth is Truth.UNKNOWN:
            finding = settle(finding, answers)
        findings[rule] = finding
    return findings


def judge_of(condition: Condition) -> Judge:
    """Compile a condition into a function that judges it.

    Rules that it names must have been judged before; what was found there is a ground
    as it is.
    """
    judge = _judge_anew(condition)
    # A single test has its three findings ready (`_leaf`): nothing to remember.
    questions = () if isinstance(condition, Leaf) else _asked_alone(condition)
    return _remembered(judge, questions) if 0 < len(questions) <= FEW else judge


def _judge_anew(condition: Condition) -> Judge:
    match condition:
        case RuleRef(rule=rule):
            return lambda _answers, findings: findings[rule]
        case AllOf(all_of=inner):
            return _together(condition, inner, all_of)
        case AnyOf(any_of=inner):
            return _together(condition, inner, any_of)
        case SomeOf(at_least=count, of=inner):
            # No < unknown < yes. So it is yes when `count` are, unknown when the unknown
            # could still make up the number, and else no.
            return _together(condition, inner, lambda found: sorted(found)[-count])
        case Not(not_=part):
            return _together(condition, (part,), lambda found: ~found[0])
        case InOrder():
            raise TypeError(f"{condition!r} is not written out: see Decision.in_force")
        case _:
            return _leaf(condition)


def _asked_alone(condition: Condition) -> tuple[str, ...]:
    """Give the questions of a condition that asks only yes or no; else none."""
    tests = [part for _, part in parts(condition) if isinstance(part, RuleRef | Leaf)]
    # A rule has its finding from elsewhere, and a number more than three answers: what
    # has one of these is not remembered.
    return asked(condition) if all(isinstance(one, Is) for one in tests) else ()


def _remembered(judge: Judge, questions: tuple[str, ...]) -> Judge:
    """Judge each set of answers once: of n questions there are 3ⁿ, told by a number.

    What is kept is bound to no dossier: it says yes, no or unknown of each question.
    """
    weights = tuple((name, 3**place) for place, name in enumerate(questions))
    made: dict[int, Evaluated] = {}

    def look_up(answers: Answers, findings: Findings) -> Evaluated:
        code = 0
        for question, weight in weights:
            answer = answers.get(question)
            if answer.__class__ is YesNo:
                # One digit in base three for each question: 0 unknown, 1 no, 2 yes.
                code += 2 * weight if answer.value else weight
        found = made.get(code)
        if found is None:
            found = made[code] = judge(answers, findings)
        return found

    return look_up


def _leaf(test: Leaf) -> Judge:
    question = test.question
    # Ready-made: whoever gives the same answer gets the same finding.
    no, unknown, yes = (Evaluated(test, truth, ()) for truth in Truth)

    def judge(answers: Answers, _findings: Findings) -> Evaluated:
        answer = answers.get(question)
        if answer is None or isinstance(answer, DontKnow):
            return unknown
        return yes if test.holds(answer) else no

    return judge


def _together(
    condition: Condition,
    inner: Iterable[Condition],
    verdict: Callable[[list[Truth]], Truth],
) -> Judge:
    """Judge every part, and from those the whole by Kleene’s tables."""
    judges = tuple(map(judge_of, inner))

    def judge(answers: Answers, findings: Findings) -> Evaluated:
        grounds = tuple([one(answers, findings) for one in judges])
        return Evaluated(condition, verdict([each.truth for each in grounds]), grounds)

    return judge


def may_hold(condition: Condition | None, answers: Answers) -> bool:
    """Tell whether nothing denies a condition that names no rules, or there is none."""
    return condition is None or judge_of(condition)(answers, {}).truth is not Truth.NO


def decisive(finding: Evaluated) -> tuple[Evaluated, ...]:
    """Give the grounds that carry the verdict.

    A yes of *any of* rests on its yeses, a no of *all of* on its noes, *at least n of*
    on either, an unknown on what is unknown; any other verdict rests on all its grounds.
    """
    condition, truth, grounds, settled = finding
    by_own_kind = not settled and (
        truth is Truth.UNKNOWN
        or isinstance(condition, SomeOf)
        or (truth is Truth.YES and isinstance(condition, AnyOf))
        or (truth is Truth.NO and isinstance(condition, AllOf))
    )
    if not by_own_kind:
        return grounds
    return tuple(ground for ground in grounds if ground.truth is truth)


def decisive_tests(finding: Evaluated) -> Iterator[Evaluated]:
    """Give the findings on single answers that carry the verdict, in order."""
    if isinstance(finding.condition, Leaf):
        yield finding
    for ground in decisive(finding):
        yield from decisive_tests(ground)
