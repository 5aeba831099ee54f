"""The pages of costs: what a measure costs, and the form to fill its amounts in."""

from collections.abc import Iterator

from reports.composing.amounts import say_example, say_range
from reports.composing.cost_tables import items_table, questions_to_ask, totals_table
from reports.document import Table
from reports.dutch import counted
from rules.content.costs import Example, Measure, Rhythm
from rules.money.comparison import compare
from rules.money.elsewhere import ElsewhereRange, ranges_elsewhere
from rules.money.estimates import CostPicture, CostQuestion, MeasureCosts
from rules.money.inputs import (
    COUNCIL_PERIOD,
    LONGEST,
    PREFIX,
    PRICES,
    SHORTEST,
    TERM,
    of_these,
)
from wizard.counter import Work
from wizard.screen_parts import Asked, AskedOf, Link, Shown, SourcedSentence, TextField
from wizard.showing.amounts_form import Plain
from wizard.showing.navigation import bar
from wizard.showing.own_amounts import TERM_HERE, idle_lines, own_amounts, total_lines
from wizard.showing.source_cards import SourceCards
from wizard.showing.weighing_parts import (
    PRICES_LABEL,
    TERM_LABEL,
    drawings,
    money_notes,
    picture_of,
    unique,
    weighs,
)

MUNICIPALITY = "gemeente"
TERM_FIELD = TextField(
    TERM,
    PREFIX + TERM,
    TERM_LABEL,
    f"Van {SHORTEST} tot en met {LONGEST} jaar. Een raadsperiode is {COUNCIL_PERIOD} jaar.",
    "jaar",
)
TOWN_FIELD = TextField(
    MUNICIPALITY,
    MUNICIPALITY,
    "Voor welke gemeente?",
    "Dan ziet u ook het bedrag per inwoner. Leeg laten mag.",
)
PRICES_FIELD = TextField(PRICES, PREFIX + PRICES, PRICES_LABEL)
MOST_ASKED = 4
# What things cost elsewhere: rounded, with the thing and the places; and each exactly.
Elsewhere = tuple[list[tuple[str, str, str]], list[SourcedSentence]]
# A measure, how far it was filled in, and its items and sums where anything is known.
MeasureCard = tuple[Measure, str, Table | None, tuple[str, ...]]


def costs_screen(
    work: Work,
    *,
    sent: Plain | None = None,
    wrong: Plain | None = None,
    clash: str = "",
) -> Shown:
    """Show what every measure costs; `sent` and `wrong` are of a form with a fault.

    The `term` stands with the own amounts, where there are any.
    """
    picture, sentences = picture_of(work), work.library.sentences
    comparison, wrong = compare(picture), wrong or {}
    costs, register = work.decision.costs, work.library.municipalities
    values = {**work.casefile.costs, **_chosen(work), **(sent or {})}
    own = own_amounts(work, picture, values, wrong)
    term = TERM_HERE if own else TERM_FIELD
    writer, measures = work.writer(), costs.measures
    told = tuple(writer.passages(work.advice, "kort_geld", most=1))
    own_fields = (field for each in own for field in each.fields)
    fields = {each.name: each for each in (*own_fields, term, TOWN_FIELD, PRICES_FIELD)}
    return Shown(
        "screens/kosten.html",
        title="Wat kost het?",
        told=told,
        told_notes=writer.notes.all(),
        values=values,
        wrong=wrong,
        term=term,
        municipality=TOWN_FIELD,
        towns=register.municipalities if register else (),
        prices=costs.prices,
        prices_field=PRICES_FIELD,
        elsewhere=_elsewhere(work, [each for each in measures if each.own]),
        own=own,
        own_faulty=not wrong.keys() <= {MUNICIPALITY, PREFIX + PRICES},
        faults=tuple(
            Link(f"{field.label}: {wrong[name]}", f"#{field.id}")
            for name, field in fields.items()
            if name in wrong
        ),
        clash=clash,
        may_change=work.may_change,
        is_begun=bool(picture.begun),
        totals=totals_table(sentences, comparison),
        notes=money_notes(work, picture),
        others=tuple(
            (each.title, part)
            for each in sorted(measures, key=lambda each: each.title.casefold())
            if not each.own and (part := _elsewhere(work, [each]))[0]
        ),
        decision=work.decision.id,
        measures=tuple(_card(work, picture, each) for each in comparison.measures),
        has_items=any(
            key not in fields for key in of_these(work.casefile.costs, costs)
        ),
        drawings=drawings(work, picture, comparison.measures),
        weighs=weighs(work, picture, picture.begun),
        asks=_asks(work, picture),
        version=work.version,
        cards=SourceCards(work.library.sources),
        bar=bar(work, "costs"),
    )


def _chosen(work: Work) -> dict[str, str]:
    return {
        PREFIX + TERM: work.casefile.costs.get(PREFIX + TERM, str(COUNCIL_PERIOD)),
        MUNICIPALITY: work.town.name if work.town else "",
    }


def _elsewhere(work: Work, measures: list[Measure]) -> Elsewhere:
    """Say what these cost elsewhere, main items first.

    Each thing stands apart, for no place bought them all.
    """
    costs, sentences = work.decision.costs, work.library.sentences
    examples = dict.fromkeys(
        example
        for measure in measures
        for item in costs.items_of(measure)
        for example in costs.examples_of(item)
    )
    mains = {each.main for each in measures}
    ranges = [each for one in measures for each in ranges_elsewhere(costs, one)]
    ranges.sort(key=lambda each: each.item.id not in mains)
    return (
        [_elsewhere_line(work, each) for each in ranges],
        [SourcedSentence(say_example(sentences, e), e.sources) for e in examples],
    )


def _elsewhere_line(work: Work, found: ElsewhereRange) -> tuple[str, str, str]:
    per, item = found.item.per, found.item
    if item.rhythm is Rhythm.ONCE and "eenmalig" not in per:
        per = f"{per}, eenmalig"
    amount = f"{say_range(work.library.sentences, found.cents)} {per}"
    return amount, item.title, ", ".join(unique(map(_place, found.examples)))


def _place(example: Example) -> str:
    return f"{example.place} ({example.price_year or 'jaar onbekend'})"


def _card(work: Work, picture: CostPicture, costs: MeasureCosts) -> MeasureCard:
    given = any(line.given is not None for line in (*costs.lines, *costs.idle))
    if not given:
        state = "Nog niets ingevuld."
    elif costs.over_term.is_whole:
        state = "Alles is ingevuld."
    else:
        number = len(costs.over_term.missing)
        verb = "ontbreekt" if number == 1 else "ontbreken"
        state = f"Er {verb} nog {counted(number, 'gegeven', 'gegevens')}."
    items = items_table(work.library.sentences, costs) if given else None
    lines = (*total_lines(work, picture, costs), *idle_lines(costs))
    return costs.measure, state, items, lines


def _asks(work: Work, picture: CostPicture) -> tuple[AskedOf, ...]:
    bodies = work.library.bodies
    return tuple(
        AskedOf.at_most(MOST_ASKED, bodies[name], tuple(_asked(missing)))
        for name, missing in questions_to_ask(picture.begun or picture.own)
    )


def _asked(missing: tuple[CostQuestion, ...]) -> Iterator[Asked]:
    """Put each question once, with all that it is needed for."""
    about: dict[str, list[str]] = {}
    for each in missing:
        about.setdefault(each.ask, []).append(f"‘{each.title}’")
    for ask, titles in about.items():
        yield Asked(ask, f"Nodig voor {' en '.join(unique(titles))}.")
