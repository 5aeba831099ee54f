"""The form for the amounts of one measure, and what is wrong in it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from flask import url_for

from reports.composing.amounts import say_example, say_interval
from reports.dutch import capital
from rules.content.costs import CostItem, Example, Measure, Payer, Quantity, Rhythm
from rules.grammar.answers import Number
from rules.money.inputs import EXAMPLE, PREFIX, WHOLE, YEAR, faults, lump_key
from rules.money.ranges import between
from wizard.counter import Work, slug_of
from wizard.forms import typographic
from wizard.screen_parts import FieldFault, NotedSentence, OptionField, Shown, TextField
from wizard.showing.navigation import bar
from wizard.showing.source_cards import SourceCards
from wizard.showing.weighing_parts import sentences_of

Plain = Mapping[str, str]
KIND = "soort"
PIECE = "stuk"
RHYTHMS = {Rhythm.ONCE: "Eenmalig", Rhythm.YEARLY: "Per jaar"}


@dataclass(frozen=True)
class Filled:
    """What the fields of a form hold, and what is wrong with it, by the name of each."""

    values: Plain
    wrong: Plain

    def field(
        self, place: str, name: str, label: str, hint: str, unit: str = ""
    ) -> TextField:
        """Show one field as it is filled; `place` is where it stands on the page."""
        value, error = self.values.get(name, ""), self.wrong.get(name, "")
        return TextField(place, name, label, hint, value, error, unit)


@dataclass(frozen=True)
class ItemForm:
    """One cost item: an own amount, for one piece or for all, or an example.

    `beside` are amounts of elsewhere that count something else, and cannot be picked.
    """

    id: str
    title: str
    help: str
    ask: str
    rhythm: str
    amount: TextField
    kinds: tuple[OptionField, ...]
    year: TextField
    examples: tuple[OptionField, ...]
    beside: tuple[NotedSentence, ...]
    example_error: str


def measure_screen(
    work: Work,
    measure: Measure,
    *,
    sent: Plain | None = None,
    wrong: Plain | None = None,
    clash: str = "",
) -> Shown:
    """Show the fields of one measure, filled with what was sent or is known."""
    costs = work.decision.costs
    notes = SourceCards(work.counter.library.sources)
    filled = Filled(_form_of(work, measure) if sent is None else sent, wrong or {})
    purpose = notes.statement(measure.purpose)
    quantities = tuple(
        _quantity(work, each, filled) for each in quantities_of(work, measure)
    )
    items = tuple(_item(work, notes, each, filled) for each in costs.items_of(measure))
    return Shown(
        "screens/maatregel.html",
        title=f"Kosten van ‘{measure.title}’",
        is_wrong=bool(wrong),
        decision=work.decision,
        purpose=purpose,
        lumps=tuple(_lump_lines(work, measure)),
        quantities=quantities,
        items=items,
        faults=tuple(_faults_of(quantities, items)),
        clash=clash,
        version=work.version,
        bar=bar(work, "costs"),
    )


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


def _faults_of(
    quantities: Iterable[TextField], items: Iterable[ItemForm]
) -> Iterator[FieldFault]:
    for each in quantities:
        if each.error:
            yield FieldFault(f"{capital(each.label)}: {each.error}", f"#{each.id}")
    for item in items:
        for entry in (item.amount, item.year):
            if entry.error:
                yield FieldFault(f"{item.title}: {entry.error}", f"#{entry.id}")
        if item.example_error:
            yield FieldFault(
                f"{item.title}: {item.example_error}", f"#{item.examples[0].id}"
            )


def measure_address(work: Work, measure: Measure) -> str:
    """Say where the amounts of one measure are filled in."""
    slug = slug_of(measure.id)
    return url_for("costs.amounts", name=work.decision.id, slug=slug)


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


def _quantity(work: Work, quantity: Quantity, filled: Filled) -> TextField:
    answer = work.advice.answers.get(quantity.question or "")
    hint = f"{quantity.help} {_asked(work, quantity)}"
    if isinstance(answer, Number):
        said = say_interval(sentences_of(work), between(answer.value))
        hint = f"{hint} Uw antwoord was: {said}."
    place, name = slug_of(quantity.id), PREFIX + quantity.id
    return filled.field(place, name, capital(quantity.title), hint, quantity.more)


def _asked(work: Work, entry: Quantity | CostItem) -> str:
    """Say whom to ask, for who does not know it."""
    return (
        f"Niet bekend? Vraag {work.counter.library.addressee(entry.who)}: ‘{entry.ask}’"
    )


def _item(work: Work, notes: SourceCards, item: CostItem, filled: Filled) -> ItemForm:
    key, place = PREFIX + item.id, slug_of(item.id)
    values, wrong = filled.values, filled.wrong
    costs = work.decision.costs
    all_pieces = values.get(f"{key}.{KIND}") == WHOLE
    kinds = (
        ()
        if item.quantity is None
        else (
            OptionField(f"{place}-stuk", PIECE, capital(item.per), (), not all_pieces),
            OptionField(f"{place}-totaal", WHOLE, _together(item), (), all_pieces),
        )
    )
    picked = values.get(f"{key}.{EXAMPLE}", "")
    suiting = [each for each in costs.examples_of(item) if each.suits(item)]
    others = [each for each in costs.examples_of(item) if not each.suits(item)]
    none = OptionField(f"{place}-geen", "", "Geen voorbeeld", (), not picked)
    label = f"Uw eigen bedrag {item.per}" if not kinds else "Uw eigen bedrag"
    amount = filled.field(
        f"{place}-bedrag", key, label, "Bijvoorbeeld 5.000, of 5.000 tot 8.000."
    )
    year = filled.field(
        f"{place}-jaar",
        f"{key}.{YEAR}",
        "Prijzen van welk jaar?",
        "Vier cijfers. Leeg laten mag.",
    )
    help_text = item.help
    if item.payer is Payer.PARTNERS and "partners" not in help_text.lower():
        help_text += " Dit betalen partners; het telt niet mee in het totaal."
    told = tuple(
        OptionField(
            f"{place}-{each.id}",
            each.id,
            say_example(sentences_of(work), each),
            tuple(_about(notes, each)),
            each.id == picked,
        )
        for each in suiting
    )
    beside = tuple(
        notes.sentence(say_example(sentences_of(work), each), each.sources)
        for each in others
    )
    return ItemForm(
        id=place,
        title=item.title,
        help=help_text,
        ask=_asked(work, item),
        rhythm=RHYTHMS[item.rhythm],
        amount=replace(amount, error=amount.error or wrong.get(f"{key}.{WHOLE}", "")),
        kinds=kinds,
        year=year,
        examples=(none, *told) if told else (),
        beside=beside,
        example_error=wrong.get(f"{key}.{EXAMPLE}", "") if told else "",
    )


def _together(item: CostItem) -> str:
    rhythm = "" if item.rhythm is Rhythm.ONCE else ", per jaar"
    return f"Voor alles samen{rhythm}"


def _about(notes: SourceCards, example: Example) -> Iterator[NotedSentence]:
    """Say where an example comes from and what to mind."""
    words = "Door ons berekend uit cijfers van" if example.computed else "Genoemd in"
    yield notes.sentence(f"{words} de bron.", example.sources)
    if example.caution:
        yield NotedSentence(example.caution)


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
