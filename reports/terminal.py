"""An advice and a catalogue of questions as plain lines for a terminal."""

from reports.dutch import say_answer
from reports.reasons import reasons
from rules.content.decision import Decision
from rules.judging.advice import Advice


def assessment_text(advice: Advice) -> str:
    """Say an advice in a screenful."""
    firm = "vast" if advice.firm else "voorlopig"
    lines = [
        advice.decision.header.title,
        f"Uitkomst ({firm}): {advice.outcome.title}",
        "",
        "Waarom",
        *(f"- {reason.text}" for reason in reasons(advice)),
        "",
        "Eerst vragen",
        *(f"- {question.ref}: {question.ask}" for question in advice.ask_first[:5]),
        "",
        "Antwoorden",
        *(
            f"- {each.question.ref}: {say_answer(each.question, each.answer)}"
            f" ({each.status.value})"
            for each in advice.assessed
            if each.answer is not None
        ),
    ]
    return "\n".join(lines)


def catalogue_text(decision: Decision) -> str:
    """Say all questions of a decision, chapter by chapter."""
    lines = [decision.header.title]
    for chapter in decision.header.chapters:
        lines += ["", chapter.title]
        lines += [
            f"  {question.ref:<6} {question.id}: {question.text}"
            for question in decision.questions
            if question.chapter == chapter.id
        ]
    return "\n".join(lines)
