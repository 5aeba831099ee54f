"""What the pages of the weighing share: the ways between them, money, pictures."""

from collections.abc import Iterable

from reports.composing.amounts import price_notes, tornado_lines
from reports.composing.pictures import costs_over_time, tornado_picture
from reports.document import Figure
from reports.dutch import capital, say_number
from rules.money.casefile_costs import reckon
from rules.money.comparison import tornado
from rules.money.estimates import CostPicture, MeasureCosts
from rules.money.inputs import (
    EXAMPLE,
    PREFIX,
    PRICES,
    TERM,
    WHOLE,
    YEAR,
    keys,
    lump_by_key,
)
from wizard.counter import Work
from wizard.screen_parts import SourcedSentence

Drawing = tuple[str, Figure]  # with what tells it apart on the page


TERM_LABEL = "Over hoeveel jaar telt u op?"
PRICES_LABEL = "Bedragen omrekenen naar prijzen van één jaar?"
PARTS = {
    "": "uw bedrag",
    WHOLE: "uw bedrag voor alles samen",
    EXAMPLE: "voorbeeld van elders",
    YEAR: "prijzen van welk jaar",
}


def picture_of(work: Work) -> CostPicture:
    """Reckon what every measure costs, as far as this dossier tells."""
    return reckon(work.advice, work.library.municipalities)


def money_notes(work: Work, picture: CostPicture) -> tuple[SourcedSentence, ...]:
    """Say of which years the prices are, and where the figures come from."""
    said = [
        SourcedSentence(each) for each in price_notes(work.library.sentences, picture)
    ]
    prices = picture.costs.prices
    if picture.choices.price_year is not None and prices is not None:
        said[0] = SourcedSentence(said[0].text, prices.sources)
    listed, town = work.library.municipalities, work.town
    people = picture.choices.inhabitants
    if town and people and listed and listed.inhabitants:
        text = (
            f"Gerekend met {say_number(people.people)} inwoners van {town.name} "
            f"op 1 januari {people.year}."
        )
        said.append(SourcedSentence(text, listed.inhabitants.sources))
    return tuple(said)


def cost_kept_under(work: Work, key: str) -> str | None:
    """Name what the costs keep under this key, for who reads what changed."""
    costs = work.decision.costs
    if key not in keys(costs):
        return None
    if lump := lump_by_key(costs).get(key):
        return lump.title
    name, _, part = key.removeprefix(PREFIX).partition(".")
    choices = {TERM: TERM_LABEL, PRICES: PRICES_LABEL}
    if name in choices:
        return choices[name]
    if name in costs.quantity_by_id:
        return capital(costs.quantity_by_id[name].title)
    return f"{costs.item_by_id[name].title}: {PARTS[part]}"


def cost_said(work: Work, text: str) -> str:
    """Say what the costs keep: an example by its place and year, all else as typed."""
    found = work.decision.costs.examples.get(text)
    if found is None:
        return text
    return f"{found.place}, {found.price_year or 'jaar onbekend'}"


def drawings(
    work: Work, picture: CostPicture, ordered: Iterable[MeasureCosts]
) -> tuple[Drawing, ...]:
    """Draw the costs over time, and for each measure that is begun what weighs most."""
    sentences = work.library.sentences
    begun = tuple(each for each in ordered if each.is_begun)
    found = [("in-de-tijd", costs_over_time(sentences, picture, begun))]
    for each in begun:
        weighed = tornado(picture, each)
        drawing = tornado_picture(sentences, weighed, each.measure.title)
        found.append((f"weegt-{each.measure.id}", drawing))
    return drawn(*found)


def weighs(
    work: Work, picture: CostPicture, measures: Iterable[MeasureCosts]
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Say for each measure that is begun which unknown adds the most."""
    return tuple(
        (each.measure.title, tuple(tornado_lines(work.library.sentences, found)))
        for each in measures
        if each.is_begun and ((found := tornado(picture, each)).swings or found.levers)
    )


def drawn(*found: tuple[str, Figure | None]) -> tuple[Drawing, ...]:
    """Keep the pictures that there are."""
    return tuple((name, figure) for name, figure in found if figure is not None)


def unique(lines: Iterable[str]) -> tuple[str, ...]:
    """Say each thing once."""
    return tuple(dict.fromkeys(lines))
