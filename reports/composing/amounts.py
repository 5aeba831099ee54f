"""How money and its comparison sound in Dutch: ranges, what is missing, what turns.

Every sentence stands in the register of sentences; here they are chosen and filled.
"""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from math import floor

from reports.dutch import enumerate_words, say_cents, say_number
from rules.content.costs import Example
from rules.grammar.sentence_template import FixedSentence
from rules.money.comparison import (
    Comparison,
    CostStanding,
    Lever,
    Pairing,
    SameMoney,
    Stretch,
    Swing,
    Tornado,
)
from rules.money.estimates import CostHalf, CostPicture, CostQuestion, Estimate
from rules.money.ranges import Interval, Range, half_up

Sentences = Mapping[str, FixedSentence]

ROUND_FROM = 100_000
MOST_NAMED = 3
VAT = {"onbekend": "btw onbekend", "excl": "zonder btw", "incl": "met btw"}
HUNDRED = 100


def say_range(sentences: Sentences, cents: Range) -> str:
    """Say an amount, or an amount from low to high."""
    if cents.is_exact:
        return say_cents(cents.low)
    low, high = say_cents(cents.low), say_cents(cents.high)
    return sentences["bedrag_van_tot"].fill(laag=low, hoog=high)


def say_about(cents: Range) -> Range:
    """Round amounts from € 1.000 to whole euros: cents say nothing there."""
    return Range(_in_euros(cents.low), _in_euros(cents.high))


def _in_euros(cents: int) -> int:
    if abs(cents) < ROUND_FROM:
        return cents
    return half_up(Fraction(cents, HUNDRED)) * HUNDRED


def say_swing(sentences: Sentences, swing: Swing) -> str:
    """Say how much a total moves with one thing, from least to most."""
    return say_range(sentences, say_about(Range(swing.least, swing.most)))


def say_estimate(sentences: Sentences, estimate: Estimate) -> str:
    """Say an estimate; what is not whole is a least amount or unknown, never nought."""
    if estimate.known is None:
        return sentences["bedrag_onbekend"].fill()
    known = say_range(sentences, say_about(estimate.known))
    if estimate.is_whole:
        return known
    return sentences["bedrag_ten_minste"].fill(bedrag=known)


def say_quantity(value: Fraction) -> str:
    """Say a number with at most one decimal, and from a hundred with none.

    >>> say_quantity(Fraction(79, 26)), say_quantity(Fraction(158))
    ('3', '158')
    """
    tenths = half_up(value * 10) if value < HUNDRED else half_up(value) * 10
    whole, tenth = divmod(tenths, 10)
    return f"{say_number(whole)},{tenth}" if tenth else say_number(whole)


def say_interval(sentences: Sentences, value: Interval) -> str:
    """Say how many, or from how many to how many."""
    low, high = say_quantity(value.low), say_quantity(value.high)
    if low == high:
        return low
    return sentences["bedrag_van_tot"].fill(laag=low, hoog=high)


def say_missing(sentences: Sentences, missing: Iterable[CostQuestion]) -> str:
    """Name the first few things that are missing, each once, and count the others."""
    names = tuple(dict.fromkeys(_quoted(each.title) for each in missing))
    left = len(names) - MOST_NAMED
    if left <= 1:
        return enumerate_words(names)
    told = ", ".join(names[:MOST_NAMED])
    return sentences["en_nog_meer"].fill(namen=told, aantal=str(left))


def say_example(sentences: Sentences, example: Example) -> str:
    """Say an example with its place, its year and what is in it."""
    year = str(example.price_year) if example.price_year else "jaar onbekend"
    amount = say_range(sentences, Range(example.low_cents, example.high_cents))
    vat = VAT[example.vat]
    told = f"{amount} {_unit_of(example)} ({example.place}, {year}; {vat})."
    return f"{told} Wat erin zit: {example.includes}."


def _unit_of(example: Example) -> str:
    """Say what an amount is for; of what returns each year, also that it does."""
    unit = example.unit
    # ‘Per stuk’ says by itself what it is for: how many there are tells the year.
    each_year = example.rhythm == "per_jaar" and not unit.startswith("per ")
    return f"per jaar {unit}" if each_year and "jaar" not in unit else unit


def price_notes(sentences: Sentences, picture: CostPicture) -> Iterator[str]:
    """Say of which years the prices are, and what was converted and what was not."""
    chosen, prices = picture.choices.price_year, picture.costs.prices
    years = sorted({year for each in picture.measures for year in each.price_years})
    if chosen is not None and prices is not None:
        yield sentences["bedragen_omgerekend"].fill(jaar=str(chosen), noot=prices.note)
        left = dict.fromkeys(
            _quoted(line.item.title)
            for each in picture.measures
            for line in each.not_converted
        )
        if left:
            told = enumerate_words(left)
            yield sentences["bedragen_niet_omgerekend"].fill(posten=told)
    elif years:
        which = "bedragen_gemengd" if len(years) > 1 else "bedragen_van_jaar"
        yield sentences[which].fill(jaren=enumerate_words(map(str, years)))


def same_money_lines(
    sentences: Sentences, comparison: Comparison, same: SameMoney
) -> Iterator[str]:
    """Say what the same money buys, and at which quantity the order turns."""
    titles, years = _titles(comparison), str(comparison.picture.choices.term)
    shared = {
        "maatregel": titles[same.money_of],
        "jaren": years,
        "andere": titles[same.buys_of],
    }
    unit = same.quantity.one if same.most == 1 else same.quantity.more
    if same.per_week is None:
        # Rounded down: nobody buys the last part of a camera.
        whole = Interval(Fraction(floor(same.least)), Fraction(floor(same.most)))
        amount = say_interval(sentences, whole)
        which = "zelfde_geld_per_jaar" if same.yearly else "zelfde_geld"
        yield sentences[which].fill(aantal=amount, eenheid=unit, **shared)
    else:
        week = say_interval(sentences, Interval(*same.per_week))
        yield sentences["zelfde_geld_per_week"].fill(
            per_week=week, eenheid=unit, **shared
        )
        yield _turning_quantity(sentences, same, shared["andere"], unit)
    if same.missing:
        told = say_missing(sentences, same.missing)
        yield sentences["alleen_bekende_bedragen"].fill(ontbreekt=told)


def _turning_quantity(
    sentences: Sentences, same: SameMoney, other: str, unit: str
) -> str:
    low, high = say_quantity(same.least), say_quantity(same.most)
    if low == high:
        return sentences["omslag_aantal"].fill(aantal=low, eenheid=unit, andere=other)
    return sentences["omslag_aantal_hangt_af"].fill(
        van=low, tot=high, eenheid=unit, andere=other
    )


def pairing_lines(
    sentences: Sentences, comparison: Comparison, pair: Pairing
) -> Iterator[str]:
    """Say which costs less over which term, and on what that depends."""
    titles = _titles(comparison)
    firm = pair.standing is not CostStanding.UNKNOWN
    for stretch in pair.stretches if firm else pair.stretches_on_known:
        yield _stretch_line(sentences, stretch, titles[pair.first], titles[pair.second])
    if pair.depends_on:
        names = [_quoted(each.title) for each in pair.depends_on[:MOST_NAMED]]
        told = enumerate_words(names)
        yield sentences["volgorde_hangt_vooral_af"].fill(waarvan=told)
    if not pair.missing:
        return
    told = say_missing(sentences, pair.missing)
    standings = {each.standing for each in pair.stretches} if firm else {pair.on_known}
    if CostStanding.UNKNOWN in standings:
        yield sentences["nog_onbekend"].fill(ontbreekt=told)
    elif not firm:
        yield sentences["alleen_bekende_bedragen"].fill(ontbreekt=told)


_ORDER = {
    CostStanding.LESS: "volgorde_minder",
    CostStanding.MORE: "volgorde_minder",
    CostStanding.EQUAL: "volgorde_gelijk",
    CostStanding.DEPENDS: "volgorde_hangt_af",
    CostStanding.UNKNOWN: "volgorde_onbekend",
}


def _stretch_line(
    sentences: Sentences, stretch: Stretch, first: str, second: str
) -> str:
    """Say one stretch of terms; “costs more” is told as the other costing less."""
    if stretch.standing is CostStanding.MORE:
        first, second = second, first
    return sentences[_ORDER[stretch.standing]].fill(
        looptijd=say_stretch(stretch), eerste=first, tweede=second
    )


def say_stretch(stretch: Stretch) -> str:
    """Say from which to which number of years.

    >>> say_stretch(Stretch(2, 30, CostStanding.LESS))
    '2 tot en met 30 jaar'
    """
    if stretch.first == stretch.last:
        return f"{stretch.first} jaar"
    return f"{stretch.first} tot en met {stretch.last} jaar"


def tornado_lines(sentences: Sentences, found: Tornado) -> Iterator[str]:
    """Say what moves the total most, ranges first and then what is unknown."""
    years = str(found.term)
    for swing in found.swings:
        said = say_swing(sentences, swing)
        yield sentences["weegt_het_meest"].fill(
            post=swing.weigher.title, verschil=said, jaren=years
        )
    for lever in found.levers:
        yield _lever_line(sentences, lever, years)


def _lever_line(sentences: Sentences, lever: Lever, years: str) -> str:
    title = lever.missing.title
    if lever.adds is None:
        return sentences["weegt_niet_te_zeggen"].fill(post=title)
    amount = lever.missing.part is CostHalf.AMOUNT
    times = HUNDRED if amount else 1
    adds = Range(lever.adds.low * times, lever.adds.high * times)
    which = "weegt_onbekend_bedrag" if amount else "weegt_onbekend_aantal"
    return sentences[which].fill(
        post=title, jaren=years, bedrag=say_range(sentences, adds)
    )


def _titles(comparison: Comparison) -> dict[str, str]:
    return {each.measure.id: each.measure.title for each in comparison.measures}


def _quoted(title: str) -> str:
    return f"‘{title}’"
