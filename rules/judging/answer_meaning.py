"""What one answer means, as the content words it: the sentences that reasons are made of."""

import re
from collections.abc import Iterable

from rules.content.acceptable_answers import is_in_order
from rules.content.questions import Question
from rules.grammar.answers import (
    Answer,
    Choice,
    ChoiceKind,
    DontKnow,
    Option,
    Ticks,
    TicksKind,
    YesNo,
)

UNKNOWN = "Nog onbekend: "
# A point before a small letter or a figure ends no sentence: ‘art. 151c’, ‘bijv. een’.
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÀ-Ý‘“])")


def sentences(text: str) -> list[str]:
    """Cut a text of the content into its sentences.

    >>> sentences("Er is geen plan. Het college kan dat maken (art. 151c).")
    ['Er is geen plan.', 'Het college kan dat maken (art. 151c).']
    """
    return _SENTENCE_END.split(text)


def first_sentence(text: str) -> str:
    """Keep the fact, and leave what explains it or could be done about it."""
    return sentences(text)[0]


def meaning(question: Question, answer: Answer | None) -> str:
    """Say what an answer means; of what is unknown, what is still to be asked.

    Of ticks every option that is ticked speaks, and those without a sentence of their
    own together; of a number, whether it is in order.
    """
    if answer is None or isinstance(answer, DontKnow):
        return question.if_unknown or f"{UNKNOWN}‘{question.alone}’"
    kind = question.answer
    match answer:
        case YesNo(value):
            return (question.if_yes if value else question.if_no) or ""
        case Choice(value) if isinstance(kind, ChoiceKind):
            option = kind.option(value)
            return option.says or f"{option.label}."
        case Ticks(value) if isinstance(kind, TicksKind):
            return _ticked(question, tuple(map(kind.option, value)))
        case _:
            good = is_in_order(question, answer)
            return (question.if_yes if good else question.if_no) or ""


def answer_sources(question: Question, answer: Answer | None) -> tuple[str, ...]:
    """Give what an answer is about: what the chosen options name, if any option does."""
    kind = question.answer
    options = kind.options if isinstance(kind, ChoiceKind | TicksKind) else ()
    if not any(option.sources for option in options):
        return question.sources
    match answer:
        case Choice(value):
            chosen: tuple[str, ...] = (value,)
        case Ticks(value):
            chosen = tuple(value)
        case _:
            return question.sources
    own = (option.sources for option in options if option.id in chosen)
    return tuple(dict.fromkeys(name for sources in own for name in sources))


def _ticked(question: Question, options: tuple[Option, ...]) -> str:
    together = [option.name for option in options if not option.says]
    if question.if_yes is None or not together:
        return " ".join(option.says or f"{option.label}." for option in options)
    first = question.if_yes.format(waarde=listed(together))
    return " ".join((first, *(option.says for option in options if option.says)))


def listed(words: Iterable[str], last: str = "en") -> str:
    """Join words as a Dutch sentence does; of no words there is nothing to say.

    >>> listed(["een gebied", "een einddatum", "een DPIA"])
    'een gebied, een einddatum en een DPIA'
    """
    *first, end = tuple(words) or ("",)
    return f"{', '.join(first)} {last} {end}" if first else end
