"""The pages of costs: what a measure costs, and the form to fill its amounts in."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reports.composing.amounts import say_example, say_range
from reports.composing.cost_tables import items_table, questions_to_ask, totals_table
from reports.document import Table
from reports.dutch import capital, counted
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
from wizard.counter import Work, slug_of
from wizard.screen_parts import (
    Asked,
    AskedOf,
    FieldFault,
    Link,
    NotedSentence,
    OptionField,
    Shown,
    TextField,
)
from wizard.showing.amounts_form import Filled, Plain, measure_address
from wizard.showing.navigation import bar
from wizard.showing.own_amounts import (
    OwnAmounts,
    idle_lines,
    own_amounts,
    total_lines,
)
from wizard.showing.source_cards import SourceCards
from wizard.showing.weighing_parts import (
    PRICES_LABEL,
    TERM_LABEL,
    drawings,
    money_notes,
    picture_of,
    sentences_of,
    unique,
    weighs,
)


@dataclass(frozen=True)
class MeasureCard:
    """One measure on the page of costs: its items, or that nothing is known yet."""

    id: str
    title: str
    state: str
    items: Table | None
    lines: tuple[str, ...]
    link: Link | None


@dataclass(frozen=True)
class ElsewhereLine:
    """What one thing cost elsewhere, rounded, and in which places and years."""

    amount: str
    title: str
    places: str


@dataclass(frozen=True)
class ElsewherePart:
    """Amounts of elsewhere for some measures, and the exact ones with their sources."""

    lines: tuple[ElsewhereLine, ...]
    exact: tuple[NotedSentence, ...]


@dataclass(frozen=True)
class ChoicesForm:
    """With what the user reckons: the term, the municipality, the year of the prices.

    `term` is None where it stands with the own amounts.
    """

    term: TextField | None
    municipality: TextField
    names: tuple[str, ...]
    prices: TextField
    index: NotedSentence | None
    years: tuple[OptionField, ...]


MUNICIPALITY = "gemeente"
MOST_ASKED = 4


# --- everything together ------------------------------------------------------


def costs_screen(
    work: Work,
    *,
    sent: Plain | None = None,
    wrong: Plain | None = None,
    clash: str = "",
) -> Shown:
    """Show what every measure costs; `sent` and `wrong` are of a form with a fault."""
    picture, sentences = picture_of(work), sentences_of(work)
    comparison = compare(picture)
    notes, wrong = SourceCards(work.counter.library.sources), wrong or {}
    filled = Filled({**work.casefile.costs, **_chosen(work), **(sent or {})}, wrong)
    own = own_amounts(work, picture, filled)
    form = _choices(work, notes, filled, has_term=own is None)
    writer, measures = work.writer(), work.decision.costs.measures
    told = tuple(writer.passages(work.advice, "kort_geld", most=1))
    fields = {each.name: each for each in _all_fields(own, form)}
    return Shown(
        "screens/kosten.html",
        title="Wat kost het?",
        is_wrong=bool(wrong),
        told=told,
        told_notes=writer.notes.all(),
        form=form,
        elsewhere=_elsewhere(work, notes, (each for each in measures if each.own)),
        own=own,
        own_faulty=not wrong.keys() <= {MUNICIPALITY, PREFIX + PRICES},
        faults=tuple(
            FieldFault(f"{field.label}: {field.error}", f"#{field.id}")
            for field in fields.values()
            if field.error
        ),
        clash=clash,
        may_change=work.may_change,
        is_begun=bool(picture.begun),
        totals=totals_table(sentences, comparison),
        notes=money_notes(work, notes, picture),
        others=tuple(
            (each.title, part)
            for each in sorted(measures, key=lambda each: each.title.casefold())
            if not each.own and (part := _elsewhere(work, notes, (each,))).lines
        ),
        decision=work.decision.id,
        measures=tuple(_card(work, picture, each) for each in comparison.measures),
        has_items=any(
            key not in fields
            for key in of_these(work.casefile.costs, work.decision.costs)
        ),
        drawings=drawings(work, picture, comparison.measures),
        weighs=weighs(work, picture, picture.begun),
        asks=_asks(work, picture),
        version=work.version,
        bar=bar(work, "costs"),
    )


def _chosen(work: Work) -> dict[str, str]:
    return {
        PREFIX + TERM: work.casefile.costs.get(PREFIX + TERM, str(COUNCIL_PERIOD)),
        PREFIX + PRICES: work.casefile.costs.get(PREFIX + PRICES, ""),
        MUNICIPALITY: work.town.name if work.town else "",
    }


def _all_fields(own: OwnAmounts | None, form: ChoicesForm) -> Iterator[TextField]:
    if own is not None:
        for each in own.measures:
            yield from each.fields
        yield own.term
    if form.term is not None:
        yield form.term
    yield from (form.municipality, form.prices)


def _elsewhere(
    work: Work, notes: SourceCards, measures: Iterable[Measure]
) -> ElsewherePart:
    """Say what these cost elsewhere, main items first.

    Each thing stands apart, for no place bought them all.
    """
    costs, sentences = work.decision.costs, sentences_of(work)
    shown = tuple(measures)
    examples = dict.fromkeys(
        example
        for measure in shown
        for item in costs.items_of(measure)
        for example in costs.examples_of(item)
    )
    mains = {each.main for each in shown}
    ranges = [each for one in shown for each in ranges_elsewhere(costs, one)]
    ranges.sort(key=lambda each: each.item.id not in mains)
    return ElsewherePart(
        lines=tuple(_elsewhere_line(work, each) for each in ranges),
        exact=tuple(
            notes.sentence(say_example(sentences, each), each.sources)
            for each in examples
        ),
    )


def _elsewhere_line(work: Work, found: ElsewhereRange) -> ElsewhereLine:
    per, item = found.item.per, found.item
    if item.rhythm is Rhythm.ONCE and "eenmalig" not in per:
        per = f"{per}, eenmalig"
    return ElsewhereLine(
        amount=f"{say_range(sentences_of(work), found.cents)} {per}",
        title=item.title,
        places=", ".join(unique(map(_place, found.examples))),
    )


def _place(example: Example) -> str:
    return f"{example.place} ({example.price_year or 'jaar onbekend'})"


def _choices(
    work: Work, notes: SourceCards, filled: Filled, *, has_term: bool
) -> ChoicesForm:
    listed, prices = work.counter.library.municipalities, work.decision.costs.prices
    municipalities = listed.municipalities if listed else ()
    years = sorted(prices.by_year, reverse=True) if prices else ()
    chosen = filled.field(
        PRICES, PREFIX + PRICES, PRICES_LABEL, prices.note if prices else ""
    )
    return ChoicesForm(
        term=filled.field(
            TERM,
            PREFIX + TERM,
            TERM_LABEL,
            f"Van {SHORTEST} tot en met {LONGEST} jaar. Een raadsperiode is "
            f"{COUNCIL_PERIOD} jaar.",
            "jaar",
        )
        if has_term
        else None,
        municipality=filled.field(
            MUNICIPALITY,
            MUNICIPALITY,
            "Voor welke gemeente?",
            "Dan ziet u ook het bedrag per inwoner. Leeg laten mag.",
        ),
        names=tuple(each.name for each in municipalities),
        prices=chosen,
        index=notes.sentence(f"Dit gaat met: {prices.title}.", prices.sources)
        if prices
        else None,
        years=tuple(
            OptionField(f"prijspeil-{year}", year, year, (), year == chosen.value)
            for year in map(str, years)
        ),
    )


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
    word = "Wijzig de bedragen" if given else "Vul bedragen in"
    href = measure_address(work, costs.measure)
    return MeasureCard(
        id=slug_of(costs.measure.id),
        title=costs.measure.title,
        state=state,
        items=items_table(sentences_of(work), costs) if given else None,
        lines=(*total_lines(work, picture, costs), *idle_lines(costs)),
        link=Link(word, href) if work.may_change else None,
    )


def _asks(work: Work, picture: CostPicture) -> tuple[AskedOf, ...]:
    bodies = work.counter.library.bodies
    return tuple(
        _asked_of(capital(bodies[name].name), bodies[name].how, missing)
        for name, missing in questions_to_ask(picture.begun or picture.own)
    )


def _asked_of(body: str, how: str, missing: tuple[CostQuestion, ...]) -> AskedOf:
    about: dict[str, list[str]] = {}
    for each in missing:
        about.setdefault(each.ask, []).append(f"‘{each.title}’")
    texts = tuple(
        Asked(ask, f"Nodig voor {' en '.join(unique(titles))}.")
        for ask, titles in about.items()
    )
    rest = counted(len(texts) - MOST_ASKED, "vraag", "vragen")
    return AskedOf(body, how, texts[:MOST_ASKED], texts[MOST_ASKED:], f"Nog {rest}")
