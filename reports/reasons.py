"""From the tree of findings to numbered reasons: only what carries the outcome."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reports.dutch import say_answer
from rules.content.decision import Row
from rules.content.fulfilment import fulfilment_of
from rules.content.questions import Question
from rules.grammar.answers import Answer, DontKnow
from rules.grammar.condition import AllOf, AnyOf, Not, RuleRef
from rules.grammar.truth import Truth
from rules.judging.advice import Advice
from rules.judging.evaluation import Finding, decisive


@dataclass(frozen=True, slots=True)
class Reason:
    """One step of the reasoning.

    `text` says the verdict on a rule; `grounds` are the answers that carry it.
    """

    rule: str
    title: str
    truth: Truth
    text: str
    grounds: tuple["Ground", ...]
    sources: tuple[str, ...]
    who: str
    duiding: str | None


@dataclass(frozen=True, slots=True)
class Ground:
    """One answer that a reason rests on."""

    question: str
    ref: str
    text: str
    sources: tuple[str, ...]


def hit_row(advice: Advice) -> Row:
    """Give the row of the table that brings the outcome."""
    table = advice.decision.header.table
    hits = (row for row in table if _hits(advice, row))
    first = next(hits, table[-1])
    if first.outcome == advice.outcome.id:
        return first
    return next(row for row in table if row.outcome == advice.outcome.id)


def _hits(advice: Advice, row: Row) -> bool:
    return all(advice.truth(test.rule) in test.truths for test in row.when)


def reasons(advice: Advice) -> tuple[Reason, ...]:
    """Give the reasons for the outcome, each rule once, what to ask first up front.

    A row that takes the rest is explained by the rules of the rows above it.
    """
    row = hit_row(advice)
    tests = row.when or tuple(
        test for above in advice.decision.header.table for test in above.when
    )
    found = dict.fromkeys(
        rule
        for test in tests
        for rule in _telling(advice, test.rule, advice.findings[test.rule])
    )
    order = {question.id: place for place, question in enumerate(advice.ask_first)}

    def place(reason: Reason) -> int:
        return min(
            (order.get(g.question, len(order)) for g in reason.grounds), default=0
        )

    return tuple(sorted((reason_for(advice, rule) for rule in found), key=place))


def _telling(advice: Advice, rule: str, finding: Finding) -> Iterator[str]:
    """Go down to the rules that rest on answers themselves."""
    deeper = [inner for inner in _named(finding) if inner[0] != rule]
    if not deeper:
        yield rule
    for name, inner in deeper:
        yield from _telling(advice, name, inner)


def _named(finding: Finding) -> Iterator[tuple[str, Finding]]:
    for ground in decisive(finding):
        match ground.condition:
            case RuleRef(rule=name):
                yield name, ground.grounds[0]
            case AllOf() | AnyOf() | Not():
                yield from _named(ground)
            case _:
                continue


def reason_for(advice: Advice, rule_id: str) -> Reason:
    """Word the verdict on one rule."""
    rule = advice.decision.rule_by_id[rule_id]
    finding = advice.findings[rule_id]
    words = {
        Truth.YES: rule.because,
        Truth.NO: rule.otherwise,
        Truth.UNKNOWN: rule.open,
    }
    return Reason(
        rule=rule.id,
        title=rule.title,
        truth=finding.truth,
        text=words[finding.truth],
        grounds=tuple(_grounds(advice, finding)),
        sources=rule.sources,
        who=rule.who,
        duiding=rule.duiding,
    )


def _grounds(advice: Advice, finding: Finding) -> Iterator[Ground]:
    seen: set[str] = set()
    for question in _tested(advice, finding):
        if question.id not in seen:
            seen.add(question.id)
            answer = advice.answers.get(question.id)
            yield Ground(
                question.id, question.ref, sentence(question, answer), question.sources
            )


def _tested(advice: Advice, finding: Finding) -> Iterator[Question]:
    by_id: Mapping[str, Question] = advice.decision.question_by_id
    if not finding.grounds and hasattr(finding.condition, "question"):
        yield by_id[finding.condition.question]
    for ground in decisive(finding):
        if not isinstance(ground.condition, RuleRef):
            yield from _tested(advice, ground)


def sentence(question: Question, answer: Answer | None) -> str:
    """Say what an answer means, as the content words it."""
    if answer is None or isinstance(answer, DontKnow):
        return question.if_unknown.text
    test = fulfilment_of(question)
    said = "" if question.is_yes_no else f" ({say_answer(question, answer)})"
    if test is None or test.holds(answer):
        return _with(question.if_yes, said)
    return _with(question.if_no.text, said)


def _with(text: str, said: str) -> str:
    """Put a value in the first sentence, before its full stop."""
    first, dot, rest = text.partition(".")
    return f"{first}{said}{dot}{rest}"
