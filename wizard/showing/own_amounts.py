"""The own amounts on the tab Geld: at most four numbers, and what they come to.

A measure is told by its number, what it costs once and what it costs each year; over how
many years goes for all of them. Where a measure has more items of one kind, the amount
here is a lump sum that stands for them all; it counts, and they wait behind the fold.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from reports.composing.amounts import (
    say_estimate,
    say_interval,
    say_missing,
    say_range,
)
from reports.dutch import capital, enumerate_words, say_cents
from rules.content.costs import CostItem, Measure, Payer, Rhythm
from rules.grammar.answers import Amount, Number
from rules.money.estimates import CostPicture, MeasureCosts
from rules.money.inputs import (
    COUNCIL_PERIOD,
    EXAMPLE,
    PREFIX,
    TERM,
    WHOLE,
    YEAR,
    lump_key,
)
from rules.money.ranges import Range, between
from wizard.counter import Work, slug_of
from wizard.screen_parts import TextField
from wizard.showing.amounts_form import Plain

OWN = "eigen"  # the form says with this field that it is this one
TERM_HERE = TextField(
    "aantal-jaren",
    PREFIX + TERM,
    "Aantal jaren",
    f"Een raadsperiode is {COUNCIL_PERIOD} jaar.",
)
LABELS = {Rhythm.ONCE: "Eenmalig, in euro", Rhythm.YEARLY: "Per jaar, in euro"}


@dataclass(frozen=True)
class OwnMeasure:
    """The fields of one measure of the decision, and what they come to."""

    measure: Measure
    fields: tuple[TextField, ...]
    total: str
    told: tuple[str, ...]
    is_open: bool


def own_amounts(
    work: Work, picture: CostPicture, values: Plain, wrong: Plain
) -> tuple[OwnMeasure, ...]:
    """Show the few fields; nothing where the municipality itself pays for nothing.

    What two measures share, such as a number, is asked once, with the first.
    """
    shown: list[OwnMeasure] = []
    for measure in _own(work):
        taken = {field.name for each in shown for field in each.fields}
        fields = tuple(e for e in _fields(work, measure) if e.name not in taken)
        found = picture.by_id[measure.id]
        total, *rest = (*total_lines(work, picture, found), "")
        told = tuple(filter(None, (*_told(work, found), *rest)))
        filled = any(values.get(each.name) or each.name in wrong for each in fields)
        is_open = filled or bool(total)
        shown.append(OwnMeasure(measure, fields, total, told, is_open))
    if shown and not any(each.is_open for each in shown):
        shown[0] = replace(shown[0], is_open=True)
    return tuple(shown)


def _own(work: Work) -> tuple[Measure, ...]:
    costs = work.decision.costs
    return tuple(
        each
        for each in costs.measures
        if each.own and any(costs.paid(each, rhythm) for rhythm in Rhythm)
    )


def _fields(work: Work, measure: Measure) -> Iterator[TextField]:
    costs, place = work.decision.costs, slug_of(measure.id)
    number = costs.number_of(measure)
    if number is not None:
        answer = work.advice.answers.get(number.question or "")
        hint = ""
        if isinstance(answer, Number):
            said = say_interval(work.library.sentences, between(answer.value))
            hint = f"Uw antwoord was: {said}."
        key, label = PREFIX + number.id, capital(number.title)
        yield TextField(f"{place}-aantal", key, label, hint)
    for rhythm in Rhythm:
        for key, hint in _amount(work, measure, rhythm):
            where = f"{place}-{slug_of(rhythm)}"
            yield TextField(where, key, LABELS[rhythm], hint)


def _amount(work: Work, measure: Measure, rhythm: Rhythm) -> Iterator[tuple[str, str]]:
    """Give the key of the amount and what it is for: a lump sum, or a lone item."""
    costs = work.decision.costs
    if (measure.id, rhythm) in costs.lumps:
        yield lump_key(measure, rhythm), "Alles samen."
        return
    for item in costs.paid(measure, rhythm):
        kept, key = work.casefile.costs, PREFIX + item.id
        if f"{key}.{WHOLE}" in kept:
            yield f"{key}.{WHOLE}", f"{item.title}, voor alles samen."
        else:
            yield key, " ".join(_about(work, item))


def _about(work: Work, item: CostItem) -> Iterator[str]:
    """Say for what a lone amount is, and what counts while it stands empty."""
    each = f", {item.per.removesuffix(', per jaar')}" if item.quantity else ""
    yield f"{item.title}{each}."
    key, kept = PREFIX + item.id, work.casefile.costs
    answer = work.advice.answers.get(item.question or "")
    if name := kept.get(f"{key}.{EXAMPLE}"):
        example = work.decision.costs.examples[name]
        cents = Range(example.low_cents, example.high_cents)
        amount = f"{say_range(work.library.sentences, cents)} {example.unit}"
        yield f"Leeg: dan telt het voorbeeld uit {example.place}, {amount}."
    elif isinstance(answer, Amount):
        yield f"Leeg: dan telt uw antwoord, {say_cents(answer.value)}."
    if year := kept.get(f"{key}.{YEAR}"):
        yield f"In prijzen van {year}."


def total_lines(work: Work, picture: CostPicture, costs: MeasureCosts) -> Iterator[str]:
    """Say what a measure comes to, as far as anything of it is known."""
    if all(line.estimate.known is None for line in costs.lines):
        return
    sentences, term = work.library.sentences, picture.choices.term
    total = say_estimate(sentences, costs.over_term)
    yield f"Over {term} jaar: {total}."
    if costs.per_piece is not None and costs.per_piece.known is not None:
        one = picture.costs.quantity_by_id[str(costs.measure.scale)].one
        each = say_estimate(sentences, costs.per_piece)
        yield f"Per {one} per jaar, gerekend over {term} jaar: {each}."
    shared = any(line.item.payer is Payer.PARTNERS for line in costs.lines)
    if shared and costs.partners.known is not None:
        partners = say_estimate(sentences, costs.partners)
        yield f"Van partners: {partners} per jaar. Dat telt hier niet mee."


def _told(work: Work, costs: MeasureCosts) -> Iterator[str]:
    """Say what is missing and whom to ask, and what was filled in and does not count."""
    missing = costs.over_term.missing
    if missing and costs.over_term.known is not None:
        bodies = work.library.bodies
        asked = enumerate_words(
            dict.fromkeys(bodies[each.who].name for each in missing)
        )
        yield (
            f"Nog onbekend: {say_missing(work.library.sentences, missing)}. "
            f"U kunt het vragen aan {asked}."
        )
    yield from idle_lines(costs)


def idle_lines(costs: MeasureCosts) -> Iterator[str]:
    """Say what was filled in item by item and waits behind a lump sum."""
    if costs.idle:
        names = enumerate_words(f"‘{each.item.title}’" for each in costs.idle)
        yield (
            f"Wat u invulde bij {names}, telt nu niet mee, want een bedrag voor alles "
            "samen gaat voor. Het blijft bewaard."
        )


def typed_at_once(work: Work, form: Plain) -> dict[str, str]:
    """Read the few fields as the dossier keeps them; an own amount wins from an example."""
    found = {PREFIX + TERM: form.get(PREFIX + TERM, "").strip()}
    costs = work.decision.costs
    for measure in _own(work):
        number = costs.number_of(measure)
        keys = [] if number is None else [PREFIX + number.id]
        for rhythm in Rhythm:
            if (measure.id, rhythm) in costs.lumps:
                keys.append(lump_key(measure, rhythm))
            else:
                for item in costs.paid(measure, rhythm):
                    found |= _lone(item, form)
        found |= {key: form[key].strip() for key in keys if key in form}
    return found


def _lone(item: CostItem, form: Plain) -> dict[str, str]:
    """Read a lone item; what it had in another way makes room for what was typed."""
    key = PREFIX + item.id
    ways = (key, f"{key}.{WHOLE}") if item.quantity else (key,)
    sent = {each: form[each].strip() for each in ways if each in form}
    if not any(sent.values()):
        return sent
    return dict.fromkeys((*ways, f"{key}.{EXAMPLE}"), "") | sent
