"""Look for words that nobody reads: what no title tells, and what no answer calls for."""

from collections.abc import Iterable, Iterator

from pydantic import BaseModel

from rules.content.decision import Decision
from rules.content.demands import Demand
from rules.content.questions import Question
from rules.grammar.errors import Fault
from rules.grammar.validation import Part, Told, faults_of
from rules.judging.headline import holes


def unread_faults(decision: Decision, found: Iterable[Part]) -> Iterator[Fault]:
    """Find short names that no title can tell, and careful words never called for."""
    header = decision.header
    texts = [text for outcome in header.outcomes for _, text in outcome.told()]
    told = {header.phase, *(name for text in texts for name in holes(text))}
    counted = {name for outcome in header.outcomes for name in outcome.count}

    def unread(item: BaseModel) -> Told:
        match item:
            case Question(ask_if_open=str()) if decision.applies(item) is None:
                message = (
                    f"vraag '{item.id}' is altijd aan de orde, dus niemand leest "
                    "ask_if_open: laat die weg."
                )
                yield ("ask_if_open",), message
        match item:
            case Question() if item.id not in told:
                for index, option in enumerate(getattr(item.answer, "options", ())):
                    # of ticks without a sentence the short name stands in that of all
                    if option.short is not None and option.says is not None:
                        message = (
                            f"geen titel noemt {{{item.id}}}, dus niemand leest short "
                            f"van optie '{option.id}': laat die weg."
                        )
                        yield ("answer", "options", index, "short"), message
            case Demand(short=str()) if not item.can_decide and item.id not in counted:
                message = (
                    f"geen titel telt eis '{item.id}', dus niemand leest short: "
                    "laat die weg, of noem de eis bij count."
                )
                yield ("short",), message

    return faults_of(found, unread)
