"""What the user types in about costs: read as a Dutch reader writes it, kept as text.

A dossier keeps plain strings under these keys:

- `kosten.<post>`: the amount for one piece, or from low to high;
- `kosten.<post>.totaal`: the amount for all pieces together;
- `kosten.<post>.voorbeeld`: the id of an example that the user picks instead;
- `kosten.<post>.jaar`: the price year of what was typed;
- `kosten.<maatregel>.eenmalig` and `.jaarlijks`: all that the municipality pays for a
  measure in one amount; it counts instead of the items, which stay kept;
- `kosten.<aantal>`: a quantity;
- `kosten.looptijd` and `kosten.prijspeil`: the term in years, the year of the prices.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import partial

from rules.content.costs import CostItem, Costs, Example, Measure, Quantity, Rhythm
from rules.content.municipalities import Municipality, PopulationCount
from rules.grammar import numerals
from rules.grammar.answers import parse_cents
from rules.grammar.errors import InputError, did_you_mean
from rules.money.ranges import Interval, Range

PREFIX = "kosten."
TERM, PRICES = "looptijd", "prijspeil"
RESERVED = frozenset({TERM, PRICES})
WHOLE, EXAMPLE, YEAR = "totaal", "voorbeeld", "jaar"
LUMP_PARTS = {Rhythm.ONCE: "eenmalig", Rhythm.YEARLY: "jaarlijks"}

SHORTEST, LONGEST = 1, 30  # years
COUNCIL_PERIOD = 4  # years, from one election to the next
MOST_CENTS = 10_000_000_000  # a hundred million euros
FIRST_YEAR, LAST_YEAR = 1990, 2100
DECIMALS = 100
LONGEST_TEXT = 100  # characters

_MONEY = (
    r"(?:(?:€|eur|euro)\s*)?\d[\d.,]*?(?:,(?:--?|=))?"
    r"(?:\s*(?:duizend|miljoen|mln\.?))?(?:\s*(?:€|euro|eur))?"
)
_TO = r"(?:-|t/m|tot\s+en\s+met|tot|en|à)"
_LARGE = re.compile(r"(?i)(.*?\d)\s*(duizend|miljoen|mln\.?)((?:\s*(?:€|euro|eur))?)")
_TIMES = {"duizend": 1_000, "miljoen": 1_000_000, "mln": 1_000_000}
_NEGATIVE = re.compile(r"(?i)(?:€|eur|euro)?\s*(?:-|min\s)\s*(?:€|eur|euro)?\s*\d.*")
_ENGLISH = re.compile(r"\d{1,3}(?:,\d{3})+")
_COUNT = re.compile(r"([0-9]{1,3}(?:\.[0-9]{3})+|[0-9]{1,9})(?:[,.]([0-9]{1,2}))?")
_THOUSANDS = re.compile(r"\b\d{1,3}(?: \d{3})+\b")  # 35 000, as some write 35.000


@dataclass(frozen=True, slots=True)
class TypedAmount:
    """An amount as the user knows it, in eurocents; `whole`: for all pieces together.

    `price_year` is None while the user did not say of which year it is.
    """

    cents: Range
    whole: bool
    price_year: int | None


@dataclass(frozen=True, slots=True)
class Picked:
    """The user reckons with an example of elsewhere."""

    example: str


@dataclass(frozen=True)
class CostInputs:
    """What was typed in: amounts by item, quantities by id."""

    amounts: Mapping[str, TypedAmount | Picked] = field(default_factory=dict)
    quantities: Mapping[str, Interval] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CostChoices:
    """What the user chooses beside amounts.

    `term` in years; `price_year` converts amounts to the prices of one year, None
    leaves them as they are; the `inhabitants` of the `municipality` give the figures per
    inhabitant.
    """

    term: int = COUNCIL_PERIOD
    price_year: int | None = None
    municipality: Municipality | None = None
    inhabitants: PopulationCount | None = None


def keys(costs: Costs) -> tuple[str, ...]:
    """Give every key that these costs know, in order."""
    return tuple(_readers(costs))


def lump_key(measure: Measure, rhythm: Rhythm) -> str:
    """Name under which a dossier keeps the lump sum of a measure."""
    return f"{PREFIX}{measure.id}.{LUMP_PARTS[rhythm]}"


def lump_by_key(costs: Costs) -> Mapping[str, CostItem]:
    """Find the lump sums by the name under which a dossier keeps them."""
    return {
        lump_key(costs.measure_by_id[name], rhythm): lump
        for (name, rhythm), lump in costs.lumps.items()
    }


def of_these(plain: Mapping[str, str], costs: Costs) -> dict[str, str]:
    """Give what these costs know of a dossier that is about more decisions."""
    known = set(keys(costs))
    return {key: text for key, text in plain.items() if key in known}


def faults(plain: Mapping[str, str], costs: Costs) -> dict[str, str]:
    """Say per key what is wrong with it; an empty text is no input and no fault."""
    found, readers = {}, _readers(costs)
    for key, text in plain.items():
        if key not in readers:
            guess = did_you_mean(key, readers)
            found[key] = f"'{key[:60]}' kennen wij niet.{guess}"
        elif text.strip():
            try:
                readers[key](text)
            except InputError as error:
                found[key] = str(error)
    return found | _contradictions(plain, costs)


def read_inputs(plain: Mapping[str, str], costs: Costs) -> CostInputs:
    """Read all amounts and quantities.

    Raises:
        InputError: for the first that cannot be used; the message names it.
    """
    for key, message in faults(plain, costs).items():
        raise InputError(f"{_title(key, costs)}: {message}")
    given = {key: text.strip() for key, text in plain.items() if text.strip()}
    amounts = {item.id: _amount(item, given) for item in costs.items}
    lumps = {
        lump.id: TypedAmount(read_money(given[key]), whole=True, price_year=None)
        for key, lump in lump_by_key(costs).items()
        if key in given
    }
    return CostInputs(
        amounts={name: each for name, each in amounts.items() if each is not None}
        | lumps,
        quantities={
            each.id: read_quantity(given[PREFIX + each.id], each)
            for each in costs.quantities
            if PREFIX + each.id in given
        },
    )


def read_choices(
    plain: Mapping[str, str],
    costs: Costs,
    municipality: Municipality | None,
    inhabitants: PopulationCount | None = None,
) -> CostChoices:
    """Read the term and the year of the prices; what is absent keeps its start value.

    Raises:
        InputError: when one of them cannot be used.
    """
    term = plain.get(PREFIX + TERM, "").strip()
    prices = plain.get(PREFIX + PRICES, "").strip()
    return CostChoices(
        term=read_term(term) if term else COUNCIL_PERIOD,
        price_year=_price_index_year(prices, costs) if prices else None,
        municipality=municipality,
        inhabitants=inhabitants,
    )


def read_money(text: str) -> Range:
    """Read an amount, or one from low to high, into eurocents.

    >>> read_money("€ 5.000,-"), read_money("tussen 5.000 en 8.000")
    (Range(low=500000, high=500000), Range(low=500000, high=800000))

    Raises:
        InputError: when it is no amount, below 0, upside down or too large to be meant.
    """
    low, high = map(_cents, _ends(text, _MONEY, "bedrag"))
    _refuse_upside_down(low, high, "bedrag")
    if high > MOST_CENTS:
        raise InputError(
            "Dit is meer dan € 100.000.000. Controleer het bedrag: vul hele euro’s in."
        )
    return Range(low, high)


def read_quantity(text: str, quantity: Quantity) -> Interval:
    """Read how many, or from how many to how many; at most two decimals.

    Raises:
        InputError: when it is no number, below 0, upside down or above its limit.
    """
    low, high = map(_count, _ends(text, _COUNT.pattern, "aantal"))
    _refuse_upside_down(low, high, "aantal")
    if high > quantity.max:
        raise InputError(
            f"Dit is meer dan {quantity.max:,} {quantity.more}. "
            "Controleer het aantal.".replace(",", ".")
        )
    return Interval(low, high)


def read_term(text: str) -> int:
    """Read over how many years the costs are added up.

    Raises:
        InputError: when it is no whole number of 1 to 30 years.
    """
    word = re.sub(r"(?i)\s*(jaar|jaren)$", "", _tidy(text))
    spoken = _spoken(word, "jaren")
    word = word if spoken is None else str(spoken)
    if word.isascii() and word.isdigit() and len(word) <= len(str(LONGEST)) + 3:
        years = int(word)
        if SHORTEST <= years <= LONGEST:
            return years
    raise InputError(
        f"'{text.strip()[:20]}' kan niet als looptijd. "
        f"Vul een heel aantal jaren in, van {SHORTEST} tot en met {LONGEST}."
    )


def read_price_year(text: str) -> int:
    """Read of which year an amount is.

    Raises:
        InputError: when it is no year.
    """
    found = numerals.year(_tidy(text), FIRST_YEAR, LAST_YEAR)
    if found is not None:
        return found
    raise InputError(
        f"'{text.strip()[:20]}' is geen jaar. Vul vier cijfers in, bijvoorbeeld 2025."
    )


# --- one key ----------------------------------------------------------------


def _readers(costs: Costs) -> dict[str, Callable[[str], object]]:
    """Give for every key that these costs know how its text is read, in order."""
    readers: dict[str, Callable[[str], object]] = {}
    for item in costs.items:
        key = PREFIX + item.id
        readers[key] = read_money
        if item.quantity is not None:
            readers[f"{key}.{WHOLE}"] = read_money
        readers[f"{key}.{EXAMPLE}"] = partial(_example, item=item, costs=costs)
        readers[f"{key}.{YEAR}"] = read_price_year
    readers |= dict.fromkeys(lump_by_key(costs), read_money)
    for each in costs.quantities:
        readers[PREFIX + each.id] = partial(read_quantity, quantity=each)
    readers[PREFIX + TERM] = read_term
    readers[PREFIX + PRICES] = partial(_price_index_year, costs=costs)
    return readers


def _example(text: str, item: CostItem, costs: Costs) -> Example:
    name = text.strip()
    suiting = [each for each in costs.examples_of(item) if each.suits(item)]
    for each in suiting:
        if each.id == name:
            return each
    guess = did_you_mean(name, [each.id for each in suiting])
    raise InputError(f"Voorbeeld '{name[:60]}' hoort niet bij deze post.{guess}")


def _price_index_year(text: str, costs: Costs) -> int:
    if costs.prices is None:
        raise InputError("Omrekenen kan niet: er is geen prijsindex.")
    return costs.prices.parse_year(text)


def _contradictions(plain: Mapping[str, str], costs: Costs) -> dict[str, str]:
    """Find items whose amount was given in more than one way."""
    found = {}
    for item in costs.items:
        ways = [
            key
            for end in ("", f".{WHOLE}", f".{EXAMPLE}")
            if plain.get(key := PREFIX + item.id + end, "").strip()
        ]
        # The first stays: a form shows the fault at the field that was added.
        for key in ways[1:]:
            found[key] = "Hier staat al een bedrag. Laat één van de twee staan."
    return found


def _title(key: str, costs: Costs) -> str:
    if lump := lump_by_key(costs).get(key):
        return lump.title
    name = key.removeprefix(PREFIX).partition(".")[0]
    known = costs.item_by_id.get(name) or costs.quantity_by_id.get(name)
    return known.title if known else "Kosten"


def _amount(item: CostItem, given: Mapping[str, str]) -> TypedAmount | Picked | None:
    key = PREFIX + item.id
    if example := given.get(f"{key}.{EXAMPLE}"):
        return Picked(example)
    year = given.get(f"{key}.{YEAR}")
    for end, whole in (("", False), (f".{WHOLE}", True)):
        if text := given.get(key + end):
            price_year = read_price_year(year) if year else None
            return TypedAmount(read_money(text), whole, price_year)
    return None


# --- one text ---------------------------------------------------------------


def _tidy(text: str) -> str:
    if len(text) > LONGEST_TEXT:
        raise InputError("Dit is te lang voor een getal. Vul alleen cijfers in.")
    word = numerals.written_plainly(text)
    word = _THOUSANDS.sub(lambda found: found[0].replace(" ", "."), word)
    return re.sub(r"(?i)^(?:ca\.?|circa|ongeveer|±)\s*", "", word)


def _ends(text: str, pattern: str, what: str) -> tuple[str, str]:
    """Give the low and the high end of what was typed: of one number twice that."""
    word = _tidy(text)
    if _NEGATIVE.fullmatch(word):
        raise InputError(f"Een {what} is niet lager dan 0. Laat het minteken weg.")
    span = rf"(?i)(?:tussen|van)?\s*(?P<low>{pattern})\s*{_TO}\s*(?P<high>{pattern})"
    found = re.fullmatch(span, word)
    return (found["low"], found["high"]) if found else (word, word)


def _refuse_upside_down(low: int | Fraction, high: int | Fraction, what: str) -> None:
    if low > high:
        raise InputError(
            f"Het eerste {what} is hoger dan het tweede. Zet het laagste {what} voorop."
        )


def _cents(text: str) -> int:
    word = text.strip()
    if large := _LARGE.fullmatch(word):
        times = _TIMES[large[2].lower().rstrip(".")]
        return parse_cents(large[1] + large[3]) * times
    # ‘1,234’ is over one euro in Dutch, over a thousand in English: asked.
    if _ENGLISH.fullmatch(word):
        meant = word.replace(",", ".")
        raise InputError(f"'{word[:40]}' is geen bedrag. Bedoelde u {meant}?")
    spoken = _spoken(word, "euro")
    return parse_cents(word) if spoken is None else spoken * 100


def _spoken(text: str, unit: str) -> int | None:
    """Read a number that is written as a word: 'vijf', 'vijf euro'."""
    if any(letter.isdigit() for letter in text):
        return None
    try:
        return numerals.whole(text, unit)
    except InputError:
        return None  # the caller has a better sentence for this field


def _count(text: str) -> Fraction:
    spoken = _spoken(text, "stuks")
    if spoken is not None:
        return Fraction(spoken)
    found = _COUNT.fullmatch(text.strip())
    if not found:
        raise InputError(
            f"'{text.strip()[:40]}' is geen aantal. Schrijf bijvoorbeeld 200 of 1,5."
        )
    decimals = (found[2] or "").ljust(2, "0")
    return Fraction(int(found[1].replace(".", "")) * DECIMALS + int(decimals), DECIMALS)
