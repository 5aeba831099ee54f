"""The form for the amounts of one measure, and what is wrong in it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from reports.composing.amounts import say_example, say_interval
from reports.dutch import capital
from rules.content.costs import CostItem, Example, Measure, Payer, Quantity, Rhythm
from rules.grammar.answers import Number
from rules.money.inputs import EXAMPLE, PREFIX, WHOLE, YEAR, faults, lump_key
from rules.money.ranges import between
from wizard.counter import Work, slug_of
from wizard.forms import typographic
from wizard.screen_parts import Link, Shown, TextField
from wizard.showing.navigation import bar
from wizard.showing.source_cards import SourceCards

Plain = Mapping[str, str]
KIND = "soort"


@dataclass(frozen=True)
class ItemForm:
    """One cost item: an own amount, for one piece or for all, or an example.

    `beside` are amounts of elsewhere that count something else, and cannot be picked.
    """

    item: CostItem
    help: str
    ask: str
    examples: tuple[tuple[Example, str], ...]
    beside: tuple[tuple[Example, str], ...]


def measure_screen(
    work: Work,
    measure: Measure,
    *,
    sent: Plain | None = None,
    wrong: Plain | None = None,
    clash: str = "",
) -> Shown:
    """Show the fields of one measure, filled with what was sent or is known."""
    items = tuple(_item(work, e) for e in work.decision.costs.items_of(measure))
    quantities = quantities_of(work, measure)
    # One field holds the amount, for a piece or for all.
    told = {k.removesuffix(f".{WHOLE}"): text for k, text in (wrong or {}).items()}
    return Shown(
        "screens/maatregel.html",
        title=f"Kosten van ‘{measure.title}’",
        decision=work.decision,
        purpose=measure.purpose,
        lumps=tuple(_lump_lines(work, measure)),
        quantities=tuple(_quantity(work, each) for each in quantities),
        items=items,
        values=_form_of(work, measure) if sent is None else sent,
        wrong=told,
        faults=tuple(
            Link(f"{title}: {told[name]}", f"#{place}")
            for name, place, title in _fields(quantities, items)
            if name in told
        ),
        clash=clash,
        version=work.version,
        cards=SourceCards(work.library.sources),
        bar=bar(work, "costs"),
    )


def _fields(
    quantities: Iterable[Quantity], items: Iterable[ItemForm]
) -> Iterator[tuple[str, str, str]]:
    """Give the name of each field, where it stands, and what it is about."""
    for each in quantities:
        yield PREFIX + each.id, slug_of(each.id), capital(each.title)
    for form in items:
        key, place, title = (
            PREFIX + form.item.id,
            slug_of(form.item.id),
            form.item.title,
        )
        yield key, f"{place}-bedrag", title
        yield f"{key}.{YEAR}", f"{place}-jaar", title
        if form.examples:
            yield f"{key}.{EXAMPLE}", f"{place}-geen", title


def _lump_lines(work: Work, measure: Measure) -> Iterator[str]:
    """Say which lump sum counts in their place."""
    for rhythm, words in (
        (Rhythm.ONCE, "eenmalig"),
        (Rhythm.YEARLY, "per jaar"),
    ):
        if typed := work.casefile.costs.get(lump_key(measure, rhythm)):
            yield (
                f"Voor alles {words} samen vulde u {typed} in. Dat bedrag telt, dus "
                f"posten die u {words} betaalt tellen nu niet mee. Maak het veld op de "
                "bladzijde Geld leeg, dan tellen ze wel."
            )


def quantities_of(work: Work, measure: Measure) -> tuple[Quantity, ...]:
    """Give the numbers that a measure counts with, each once."""
    costs = work.decision.costs
    names = [item.quantity for item in costs.items_of(measure)] + [measure.scale]
    used = dict.fromkeys(name for name in names if name is not None)
    return tuple(costs.quantity_by_id[name] for name in used)


def _form_of(work: Work, measure: Measure) -> dict[str, str]:
    """Give what is kept, by the name of its field."""
    kept = dict(work.casefile.costs)
    for item in work.decision.costs.items_of(measure):
        key = PREFIX + item.id
        if whole := kept.get(f"{key}.{WHOLE}"):
            kept |= {key: whole, f"{key}.{KIND}": WHOLE}
    return kept


def _quantity(work: Work, quantity: Quantity) -> TextField:
    answer = work.advice.answers.get(quantity.question or "")
    hint = f"{quantity.help} {_asked(work, quantity)}"
    if isinstance(answer, Number):
        said = say_interval(work.library.sentences, between(answer.value))
        hint = f"{hint} Uw antwoord was: {said}."
    place, name = slug_of(quantity.id), PREFIX + quantity.id
    return TextField(place, name, capital(quantity.title), hint, quantity.more)


def _asked(work: Work, entry: Quantity | CostItem) -> str:
    """Say whom to ask, for who does not know it."""
    return f"Niet bekend? Vraag {work.library.addressee(entry.who)}: ‘{entry.ask}’"


def _item(work: Work, item: CostItem) -> ItemForm:
    told = item.help
    if item.payer is Payer.PARTNERS and "partners" not in told.lower():
        told += " Dit betalen partners; het telt niet mee in het totaal."
    found = [
        (each, say_example(work.library.sentences, each))
        for each in work.decision.costs.examples_of(item)
    ]
    return ItemForm(
        item,
        help=told,
        ask=_asked(work, item),
        examples=tuple((each, said) for each, said in found if each.suits(item)),
        beside=tuple((each, said) for each, said in found if not each.suits(item)),
    )


def typed_in(work: Work, measure: Measure, form: Plain) -> dict[str, str]:
    """Read the fields of one measure as the dossier keeps them; an own amount wins."""
    found: dict[str, str] = {}
    for quantity in quantities_of(work, measure):
        key = PREFIX + quantity.id
        found[key] = form.get(key, "").strip()
    for item in work.decision.costs.items_of(measure):
        key = PREFIX + item.id
        amount = form.get(key, "").strip()
        whole = item.quantity is not None and form.get(f"{key}.{KIND}") == WHOLE
        example = form.get(f"{key}.{EXAMPLE}", "").strip()
        found[key] = "" if whole else amount
        if item.quantity is not None:
            found[f"{key}.{WHOLE}"] = amount if whole else ""
        found[f"{key}.{EXAMPLE}"] = "" if amount else example
        found[f"{key}.{YEAR}"] = form.get(f"{key}.{YEAR}", "").strip()
    return found


def wrong_in(work: Work, typed: Plain) -> dict[str, str]:
    """Say what is wrong with what was typed in, by key."""
    kept = {**work.casefile.costs, **typed}
    found = faults(kept, work.decision.costs)
    return {key: typographic(found[key]) for key in typed if key in found}
