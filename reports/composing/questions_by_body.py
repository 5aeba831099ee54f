"""The questions to put, by the body that can answer them."""

from collections.abc import Collection, Iterator

from reports.composing.writer import Writer, paragraph
from reports.document import Block, Listing, Paragraph, Span
from rules.judging.advice import Advice

MOST = 2
BODIES = 3


def unknown(writer: Writer, advice: Advice) -> Iterator[Block]:
    """Compose the part on what is unknown."""
    asked = questions_by_body(advice)
    if not asked:
        yield paragraph(writer.say("niets_open"))
        return
    yield paragraph(writer.say("open_uitleg"))
    more = sum(map(len, asked.values()))
    for name, questions in tuple(asked.items())[:BODIES]:
        body = writer.library.bodies[name]
        shown = questions[:MOST]
        more -= len(shown)
        to = writer.say("aan", orgaan=writer.library.addressee(name))
        yield Paragraph((Span(to, strong=True), Span(f". {body.how}")))
        yield Listing(tuple((Span(text),) for text in shown), ordered=True)
    if more:
        yield paragraph(writer.say_left(more, one="nog_een_vraag", more="meer_vragen"))


def questions_by_body(
    advice: Advice, asked: Collection[str] = ()
) -> dict[str, tuple[str, ...]]:
    """Give the questions to put to each body, what decides the most first.

    A ready question covers the facts that it asks about; the other open facts are
    asked one by one. Facts that do not decide come after those that do. What is `asked`
    already is not asked once more, nor by a ready question that asks more beside it.
    """
    order = {question.id: place for place, question in enumerate(advice.ask_first)}
    last = len(order)
    is_open = {each.question.id for each in advice.open}.difference(asked)
    covered: set[str] = set()
    found: list[tuple[int, str, str]] = []
    for ready in advice.decision.body_questions:
        about = set(ready.about)
        if about & is_open and about.isdisjoint(asked):
            # It asks for several facts at once: they are not asked one by one after it.
            covered |= about
            place = min(order.get(name, last) for name in about & is_open)
            found.append((place, ready.to, ready.text))
    for each in advice.open:
        question = each.question
        is_asked = question.id in covered or question.id not in is_open
        if not is_asked and not question.is_judgement:
            place = order.get(question.id, last)
            text = advice.worded(question)
            found.append((place, question.who, text))
    by_body: dict[str, dict[str, None]] = {}
    for _, body, text in sorted(found, key=lambda item: item[0]):
        by_body.setdefault(body, {})[text] = None
    return {body: tuple(texts) for body, texts in by_body.items()}
