"""The pages of costs: what a measure costs, and the form to fill its amounts in."""

from collections.abc import Iterable, Iterator, Mapping

from flask import url_for

from reports.amounts import say_estimate, say_example, say_interval, tornado_lines
from reports.cost_tables import items_table, questions_to_ask, totals_table
from reports.dutch import capital
from reports.money import elsewhere
from rules.content.costs import CostItem, Example, Measure, Payer, Quantity, Rhythm
from rules.grammar.answers import Number
from rules.money.comparison import compare, tornado
from rules.money.estimates import CostPicture, MeasureCosts, Missing
from rules.money.inputs import (
    COUNCIL_PERIOD,
    EXAMPLE,
    LONGEST,
    PREFIX,
    PRICES,
    SHORTEST,
    TERM,
    WHOLE,
    YEAR,
    faults,
)
from rules.money.ranges import between
from wizard.forms import typographic
from wizard.screens.parts import Asked, AskedOf, Fault, Link, Sentence
from wizard.screens.weighing import (
    ChoicesForm,
    CostsScreen,
    Entry,
    ItemForm,
    MeasureCard,
    MeasureScreen,
    Option,
)
from wizard.showing.citing import Notes
from wizard.showing.standing import bar, counted
from wizard.showing.summing_up import papers_desk
from wizard.showing.weighing import (
    ORDER,
    PRICES_LABEL,
    TERM_LABEL,
    drawings,
    money_notes,
    picture_of,
    place_of,
    sentences_of,
    unique,
)
from wizard.work import Work

Plain = Mapping[str, str]
KIND = "soort"
PIECE = "stuk"
MUNICIPALITY = "gemeente"
MOST_ASKED = 4
RHYTHMS = {Rhythm.ONCE: "Eenmalig", Rhythm.YEARLY: "Per jaar"}


# --- everything together ------------------------------------------------------


def costs_screen(
    work: Work,
    *,
    sent: Plain | None = None,
    wrong: Plain | None = None,
    clash: str = "",
) -> CostsScreen:
    """Show what every measure costs; `sent` and `wrong` are of a form with a fault."""
    picture, sentences = picture_of(work), sentences_of(work)
    comparison = compare(picture)
    notes, wrong = Notes(work.desk.library.sources), wrong or {}
    form = _choices(work, notes, _chosen(work) if sent is None else sent, wrong)
    asks = _asks(work, picture)
    heading = "Wat kost het?"
    desk = papers_desk(work)
    told = (
        *desk.passages(work.advice, "kort_geld", most=1),
        *(() if picture.begun else elsewhere(desk, picture)),
    )
    fields = {each.name: each for each in (form.term, form.municipality, form.prices)}
    return CostsScreen(
        title=f"Fout: {heading}" if wrong else heading,
        heading=heading,
        told=told,
        told_notes=desk.notes.all(),
        form=form,
        faults=tuple(
            Fault(text, f"#{fields[name].id}") for name, text in wrong.items()
        ),
        clash=clash,
        may_change=work.may_change,
        is_begun=bool(picture.begun),
        totals=totals_table(sentences, comparison),
        notes=money_notes(work, notes, picture),
        order=ORDER,
        measures=tuple(_card(work, picture, each) for each in comparison.measures),
        drawings=drawings(work, picture, comparison.measures),
        weighs=_weighs(work, picture),
        asks=asks,
        asks_text=asks_as_text(asks),
        version=0 if work.dossier is None else work.dossier.version,
        bar=bar(work, "costs"),
    )


def _chosen(work: Work) -> dict[str, str]:
    place = place_of(work)
    return {
        PREFIX + TERM: work.casefile.costs.get(PREFIX + TERM, str(COUNCIL_PERIOD)),
        PREFIX + PRICES: work.casefile.costs.get(PREFIX + PRICES, ""),
        MUNICIPALITY: place.name if place else "",
    }


def _choices(work: Work, notes: Notes, values: Plain, wrong: Plain) -> ChoicesForm:
    listed, prices = work.desk.library.municipalities, work.decision.costs.prices
    municipalities = listed.municipalities if listed else ()
    chosen = values.get(PREFIX + PRICES, "")
    years = sorted(prices.by_year, reverse=True) if prices else ()

    def entry(name: str, label: str, hint: str, unit: str = "") -> Entry:
        place = name.removeprefix(PREFIX)
        error = wrong.get(name, "")
        return Entry(place, name, label, hint, values.get(name, ""), error, unit)

    return ChoicesForm(
        term=entry(
            PREFIX + TERM,
            TERM_LABEL,
            f"Van {SHORTEST} tot en met {LONGEST} jaar. Een raadsperiode is "
            f"{COUNCIL_PERIOD} jaar.",
            "jaar",
        ),
        municipality=entry(
            MUNICIPALITY,
            "Voor welke gemeente?",
            "Dan ziet u ook het bedrag per inwoner. Leeg laten mag.",
        ),
        names=tuple(each.name for each in municipalities),
        prices=entry(
            PREFIX + PRICES,
            PRICES_LABEL,
            prices.note if prices else "",
        ),
        index=notes.sentence(f"Dit gaat met: {prices.title}.", prices.sources)
        if prices
        else None,
        years=tuple(
            Option(f"prijspeil-{year}", str(year), str(year), (), str(year) == chosen)
            for year in years
        ),
    )


def _card(work: Work, picture: CostPicture, costs: MeasureCosts) -> MeasureCard:
    known = any(line.estimate.known is not None for line in costs.lines)
    given = any(line.given is not None for line in costs.lines)
    if not given:
        state = "Nog niets ingevuld."
    elif costs.over_term.is_whole:
        state = "Alles is ingevuld."
    else:
        number = len(costs.over_term.missing)
        verb = "ontbreekt" if number == 1 else "ontbreken"
        state = f"Er {verb} nog {counted(number, 'gegeven', 'gegevens')}."
    word = "Wijzig de bedragen" if given else "Vul bedragen in"
    href = _address(work, costs.measure)
    return MeasureCard(
        id=costs.measure.id.replace("_", "-"),
        title=costs.measure.title,
        state=state,
        items=items_table(sentences_of(work), costs) if given else None,
        lines=tuple(_card_lines(work, picture, costs)) if known else (),
        link=Link(word, href) if work.may_change else None,
    )


def _card_lines(work: Work, picture: CostPicture, costs: MeasureCosts) -> Iterator[str]:
    sentences, term = sentences_of(work), picture.choices.term
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


def _weighs(
    work: Work, picture: CostPicture
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Say for each measure that is begun which unknown adds the most."""
    return tuple(
        (each.measure.title, tuple(tornado_lines(sentences_of(work), found)))
        for each in picture.begun
        if (found := tornado(picture, each)).swings or found.levers
    )


def _asks(work: Work, picture: CostPicture) -> tuple[AskedOf, ...]:
    bodies = work.desk.library.bodies
    return tuple(
        _asked_of(capital(bodies[name].name), bodies[name].how, missing)
        for name, missing in questions_to_ask(picture.begun or picture.own)
    )


def _asked_of(body: str, how: str, missing: tuple[Missing, ...]) -> AskedOf:
    about: dict[str, list[str]] = {}
    for each in missing:
        about.setdefault(each.ask, []).append(f"‘{each.title}’")
    texts = tuple(
        Asked(ask, f"Nodig voor {' en '.join(unique(titles))}.")
        for ask, titles in about.items()
    )
    rest = counted(len(texts) - MOST_ASKED, "vraag", "vragen")
    return AskedOf(body, how, texts[:MOST_ASKED], texts[MOST_ASKED:], f"Nog {rest}")


def asks_as_text(asks: tuple[AskedOf, ...]) -> str:
    """Write the questions as text to copy."""
    blocks = []
    for ask in asks:
        lines = [f"– {one.text}" for one in (*ask.questions, *ask.more)]
        blocks.append("\n".join([f"{ask.body}:", *lines]))
    return "\n\n".join(blocks)


# --- one measure --------------------------------------------------------------


def measure_screen(
    work: Work,
    measure: Measure,
    *,
    sent: Plain | None = None,
    wrong: Plain | None = None,
    clash: str = "",
) -> MeasureScreen:
    """Show the fields of one measure, filled with what was sent or is known."""
    costs = work.decision.costs
    notes, wrong = Notes(work.desk.library.sources), wrong or {}
    values = _form_of(work, measure) if sent is None else sent
    purpose = notes.sentence(measure.purpose.text, measure.purpose.sources)
    quantities = tuple(
        _quantity(work, each, values, wrong) for each in quantities_of(work, measure)
    )
    items = tuple(
        _item(work, notes, each, values, wrong) for each in costs.items_of(measure)
    )
    heading = f"Kosten van ‘{measure.title}’"
    return MeasureScreen(
        title=f"Fout: {heading}" if wrong else heading,
        heading=heading,
        decision=f"Kosten · {work.decision.header.title}",
        purpose=purpose,
        quantities=quantities,
        items=items,
        faults=tuple(_faults_of(quantities, items)),
        clash=clash,
        version=0 if work.dossier is None else work.dossier.version,
        back=Link(
            "Terug naar alle kosten", url_for("costs.overview", name=work.decision.id)
        ),
        bar=bar(work, "costs"),
    )


def _faults_of(
    quantities: Iterable[Entry], items: Iterable[ItemForm]
) -> Iterator[Fault]:
    for each in quantities:
        if each.error:
            yield Fault(f"{capital(each.label)}: {each.error}", f"#{each.id}")
    for item in items:
        for entry in (item.amount, item.year):
            if entry.error:
                yield Fault(f"{item.title}: {entry.error}", f"#{entry.id}")
        if item.example_error:
            yield Fault(
                f"{item.title}: {item.example_error}", f"#{item.examples[0].id}"
            )


def _address(work: Work, measure: Measure) -> str:
    slug = measure.id.replace("_", "-")
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


def _quantity(work: Work, quantity: Quantity, values: Plain, wrong: Plain) -> Entry:
    answer = work.advice.answers.get(quantity.question or "")
    hint = quantity.help
    if isinstance(answer, Number):
        said = say_interval(sentences_of(work), between(answer.value))
        hint = f"{hint} Uw antwoord was: {said}."
    name = PREFIX + quantity.id
    return Entry(
        id=quantity.id.replace("_", "-"),
        name=name,
        label=capital(quantity.title),
        hint=hint,
        value=values.get(name, ""),
        error=wrong.get(name, ""),
        unit=quantity.more,
    )


def _item(
    work: Work, notes: Notes, item: CostItem, values: Plain, wrong: Plain
) -> ItemForm:
    key, place = PREFIX + item.id, item.id.replace("_", "-")
    costs = work.decision.costs
    all_pieces = values.get(f"{key}.{KIND}") == WHOLE
    kinds = (
        ()
        if item.quantity is None
        else (
            Option(f"{place}-stuk", PIECE, capital(item.per), (), not all_pieces),
            Option(f"{place}-totaal", WHOLE, _together(item), (), all_pieces),
        )
    )
    picked = values.get(f"{key}.{EXAMPLE}", "")
    suiting = [each for each in costs.examples_of(item) if each.suits(item)]
    others = [each for each in costs.examples_of(item) if not each.suits(item)]
    none = Option(f"{place}-geen", "", "Geen voorbeeld", (), not picked)
    label = f"Uw eigen bedrag {item.per}" if not kinds else "Uw eigen bedrag"
    year = Entry(
        f"{place}-jaar",
        f"{key}.{YEAR}",
        "Prijzen van welk jaar?",
        "Vier cijfers. Leeg laten mag.",
        values.get(f"{key}.{YEAR}", ""),
        wrong.get(f"{key}.{YEAR}", ""),
    )
    help_text = item.help
    if item.payer is Payer.PARTNERS and "partners" not in help_text.lower():
        help_text += " Dit betalen partners; het telt niet mee in het totaal."
    told = tuple(
        Option(
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
        rhythm=RHYTHMS[item.rhythm],
        amount=Entry(
            f"{place}-bedrag",
            key,
            label,
            "Bijvoorbeeld 5.000, of 5.000 tot 8.000.",
            values.get(key, ""),
            wrong.get(key, "") or wrong.get(f"{key}.{WHOLE}", ""),
        ),
        kinds=kinds,
        year=year,
        examples=(none, *told) if told else (),
        beside=beside,
        example_error=wrong.get(f"{key}.{EXAMPLE}", "") if told else "",
    )


def _together(item: CostItem) -> str:
    rhythm = "" if item.rhythm is Rhythm.ONCE else ", per jaar"
    return f"Voor alles samen{rhythm}"


def _about(notes: Notes, example: Example) -> Iterator[Sentence]:
    """Say where an example comes from and what to mind."""
    words = "Door ons berekend uit cijfers van" if example.computed else "Genoemd in"
    yield notes.sentence(f"{words} de bron.", example.sources)
    if example.caution:
        yield Sentence(example.caution)


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
