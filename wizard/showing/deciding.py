"""What one answer can still do, in words: generated from the rules, for any question."""

from reports.dutch import enumerate_words, say_answer
from rules.content.questions import Question
from rules.judging.stakes import Span, Stake, stakes
from wizard.work import Work

TOGETHER = "Dit antwoord beslist samen met andere antwoorden."


def what_it_can_do(work: Work, question: Question) -> tuple[str, ...]:
    """Say which outcomes each answer to a question leaves possible."""
    others = {name: a for name, a in work.judged.items() if name != question.id}
    found = stakes(work.chart, others, question.id)
    if len(found) > 1:
        return tuple(_line(work, question, one) for one in found)
    if question.id not in work.chart.open_questions(others):
        return ("Welk antwoord u ook geeft: de uitkomst verandert er niet door.",)
    left = _outcomes(work, found[0])
    return (f"{TOGETHER} Nu kan nog uitkomen: {left}.",)


def _line(work: Work, question: Question, stake: Stake) -> str:
    said = enumerate_words([_said(question, span) for span in stake.answers], "of")
    if len(stake.outcomes) == 1:
        return f"Bij {said} staat de uitkomst vast: {_outcomes(work, stake)}."
    return f"Bij {said} kan nog uitkomen: {_outcomes(work, stake)}."


def _outcomes(work: Work, stake: Stake) -> str:
    by_id = work.decision.outcome_by_id
    return enumerate_words([f"‘{by_id[one].label}’" for one in stake.outcomes], "of")


def _said(question: Question, span: Span) -> str:
    first, last = (say_answer(question, each) for each in span)
    return f"‘{first}’" if first == last else f"‘{first}’ tot en met ‘{last}’"
