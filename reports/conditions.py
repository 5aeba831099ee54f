"""The test, condition by condition: how each stands, and on what ground."""

from collections.abc import Iterable, Iterator, Mapping

from reports.desk import Desk, cell, paragraph
from reports.document import (
    Block,
    Cell,
    Listing,
    Paragraph,
    Span,
    Status,
    Table,
    Tone,
)
from reports.dutch import enumerate_words
from reports.notes import law_of
from reports.reasons import Reason, reason_for
from rules.content.questions import Certainty, Weight
from rules.grammar.condition import leaves
from rules.grammar.sources import Source
from rules.grammar.truth import Truth
from rules.judging.advice import Advice
from rules.judging.advice import Status as Stand

_WORD = {
    Truth.YES: Status.FULFILLED,
    Truth.NO: Status.NOT_FULFILLED,
    Truth.UNKNOWN: Status.UNKNOWN,
}
_CAREFUL_WORD = {
    Truth.YES: Status.FOR,
    Truth.NO: Status.AGAINST,
    Truth.UNKNOWN: Status.UNKNOWN,
}


def conditions(desk: Desk, advice: Advice) -> Iterator[Block]:
    """Compose the tables: what the law demands, and what weighs beside it."""
    yield paragraph(desk.say("toets_uitleg"))
    told = [reason_for(advice, rule.id) for rule in advice.decision.rules]
    about_answers = [reason for reason in told if reason.grounds]
    idle = [reason for reason in about_answers if _is_idle(advice, reason)]
    live = [reason for reason in about_answers if reason not in idle]
    demanded = [reason for reason in live if _is_demanded(advice, reason)]
    careful = [reason for reason in live if reason not in demanded]
    unasked = [reason for reason in demanded if _is_empty(advice, reason)]
    empty = [reason for reason in careful if _is_empty(advice, reason)]
    demanded = [reason for reason in demanded if reason not in unasked]
    careful = [reason for reason in careful if reason not in empty]
    yield from _table(desk, advice, "Wat de wet vraagt", demanded, _WORD)
    if unasked:
        yield paragraph(desk.say("eis_niet_ingevuld"))
        yield Paragraph(tuple(_with_grounds(desk, unasked)), Tone.SMALL)
    yield from _table(desk, advice, "Wat verder meeweegt", careful, _CAREFUL_WORD)
    if empty:
        yield paragraph(desk.say("niet_ingevuld", punten=_titles(empty)))
    if idle:
        yield paragraph(desk.say("niet_van_toepassing", punten=_titles(idle)))
    yield from _contested(desk, advice)


def _table(
    desk: Desk,
    advice: Advice,
    caption: str,
    found: Iterable[Reason],
    words: Mapping[Truth, Status],
) -> Iterator[Block]:
    rows = tuple(
        (
            cell(reason.title),
            Cell((), words[reason.truth]),
            Cell(tuple(_explained(desk, advice, reason))),
        )
        for reason in found
    )
    if rows:
        head = ("Voorwaarde", "Stand", "Toelichting en grond")
        yield Table(caption, head, rows, (40, 15, 45))


def _explained(desk: Desk, advice: Advice, reason: Reason) -> Iterator[Span]:
    """Say what is missing or open; what is in order or empty needs its ground alone."""
    grounds = _grounds(desk, reason)
    in_short = reason.truth is Truth.YES or _is_empty(advice, reason)
    if in_short and grounds:
        yield desk.cited(grounds, reason.sources)
        return
    yield desk.cited(reason.text, reason.sources)
    if grounds:
        yield Span(f" ({grounds})")


def short(source: Source) -> str:
    """Name an article as briefly as a table allows: “Gemeentewet 151c”."""
    law = law_of(source)
    return f"{_SHORT_LAWS.get(law, law)} {source.article}"


_SHORT_LAWS = {
    "Algemene wet bestuursrecht": "Awb",
    "Algemene verordening gegevensbescherming": "AVG",
    "Wet politiegegevens": "Wpg",
    "Wet openbare manifestaties": "Wom",
    "Wetboek van Strafvordering": "Sv",
    "Wet tijdelijk huisverbod": "Wth",
}


def _with_grounds(desk: Desk, found: Iterable[Reason]) -> Iterator[Span]:
    """Name conditions one after the other, each with its ground."""
    for index, reason in enumerate(found):
        grounds = _grounds(desk, reason)
        told = f" ({grounds})" if grounds else ""
        yield Span(f"{'; ' if index else ''}{reason.title}{told}")
    yield Span(".")


def _grounds(desk: Desk, reason: Reason) -> str:
    """Name the statutes under a condition, the leden of one article together."""
    articles: dict[str, list[str]] = {}
    for each in reason.sources:
        source = desk.library.sources[each]
        if source.is_law:
            leden = articles.setdefault(short(source), [])
            leden += [source.paragraph] if source.paragraph else []
    return ", ".join(
        f"{name} lid {enumerate_words(leden)}" if leden else name
        for name, leden in articles.items()
    )


def _titles(found: Iterable[Reason]) -> str:
    return enumerate_words([f"‘{reason.title}’" for reason in found])


def _is_empty(advice: Advice, reason: Reason) -> bool:
    """Tell whether nobody answered any question of a rule."""
    return not any(
        ground.question in advice.casefile.answers for ground in reason.grounds
    )


def _is_idle(advice: Advice, reason: Reason) -> bool:
    """Tell whether none of the questions that a rule names applies.

    Such a rule counts as fulfilled; to print it as a fact would be to make one up.
    """
    asked = _asked(advice, reason)
    return bool(asked) and all(
        each.status is Stand.NIET_VAN_TOEPASSING
        for each in advice.assessed
        if each.question.id in asked
    )


def _is_demanded(advice: Advice, reason: Reason) -> bool:
    """Tell whether a rule rests on what the law demands.

    What a rule asks itself counts, not the question that makes it apply: a choice of
    the raad is no demand because there must first be a verordening.
    """
    by_id = advice.decision.question_by_id
    own = _asked(advice, reason)
    carrying = {ground.question for ground in reason.grounds}
    return any(
        by_id[name].kind in (Weight.TRIAGE, Weight.DWINGEND)
        for name in carrying & own or own
    )


def _asked(advice: Advice, reason: Reason) -> set[str]:
    """Give the questions that a rule names itself."""
    rule = advice.decision.rule_by_id[reason.rule]
    return {test.question for test in leaves(rule.when)}


def _contested(desk: Desk, advice: Advice) -> Iterator[Block]:
    contested = [
        each.question
        for each in advice.assessed
        if each.question.certainty is Certainty.OMSTREDEN
        and each.answer is not None
        and each.status is not Stand.NIET_VAN_TOEPASSING
    ]
    if contested:
        yield paragraph(desk.say("andere_lezing"))
        yield Listing(
            tuple(
                (
                    Span(f"{question.ref}. ", strong=True),
                    desk.cited(question.other_reading or "", question.sources),
                )
                for question in contested
            )
        )
