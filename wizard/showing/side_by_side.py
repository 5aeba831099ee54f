"""The pages that lay things side by side: measures by one yardstick, two dossiers."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from reports.composing.amounts import (
    pairing_lines,
    same_money_lines,
    say_estimate,
    say_missing,
)
from reports.composing.research_part import remarks, say_seen
from reports.dutch import capital, counted, say_answer
from rules.content.briefing import Statement
from rules.content.costs import Decider, Measure, Rhythm
from rules.content.questions import Question
from rules.judging.research_summary import cells_of
from rules.money.comparison import Comparison, compare
from rules.money.estimates import Estimate, MeasureCosts
from wizard.counter import Work
from wizard.screen_parts import Link, Shown, SourcedSentence, TextField
from wizard.showing.navigation import bar, firmness
from wizard.showing.source_cards import SourceCards
from wizard.showing.weighing_parts import (
    drawings,
    money_notes,
    picture_of,
    unique,
    weighs,
)


@dataclass(frozen=True)
class Yardstick:
    """One thing to compare by, with what each measure is by it, in the same order."""

    title: str
    unit: str
    cells: tuple[tuple[SourcedSentence, ...], ...]


FEWEST, MOST, AT_FIRST = 2, 4, 3
CHOICE = "naast"
LINK = TextField(
    "leeslink",
    "leeslink",
    "De leeslink van het andere dossier",
    "Plak de hele link. De maker vindt hem bij ‘Bewaren’. "
    "Wij onthouden hem alleen in uw browser.",
)
UNKNOWN = "Nog vragen."

Take = Callable[[MeasureCosts], Estimate | None]


# --- measures -----------------------------------------------------------------


def comparison_screen(work: Work, chosen: tuple[str, ...] | None) -> Shown:
    """Lay the chosen measures side by side; None for the first view."""
    picture = picture_of(work)
    comparison, wrong = compare(picture), _wrong(chosen)
    picked = _at_first(comparison) if chosen is None or wrong else set(chosen)
    ticked = picked if chosen is None else set(chosen)
    shown = tuple(each for each in comparison.measures if each.measure.id in picked)
    return Shown(
        "screens/vergelijken.html",
        title="Maatregelen naast elkaar",
        decision=work.decision,
        choices=tuple(each.measure for each in comparison.measures),
        ticked=ticked,
        faults=wrong,
        measures=tuple(each.measure.title for each in shown),
        yardsticks=tuple(_yardsticks(work, picture.choices.term, shown)),
        same_money=unique(_same_money(work, comparison, shown)),
        turns=unique(_turns(work, comparison, shown)),
        weighs=weighs(work, picture, shown),
        drawings=drawings(work, comparison.picture, shown),
        notes=money_notes(work, picture),
        cards=SourceCards(work.library.sources),
        bar=bar(work, "costs"),
    )


def _wrong(chosen: tuple[str, ...] | None) -> tuple[Link, ...]:
    if chosen is None or FEWEST <= len(set(chosen)) <= MOST:
        return ()
    text = f"Kies er ten minste {FEWEST} en ten hoogste {MOST}."
    return (Link(text, f"#{CHOICE}"),)


def _at_first(comparison: Comparison) -> set[str]:
    """Choose what to lay side by side when nobody chose: first what is known."""
    picture = comparison.picture
    known = [each for each in comparison.measures if each.is_begun]
    asked = [each for each in comparison.measures if each in picture.own]
    rest = comparison.measures
    order = dict.fromkeys(each.measure.id for each in (*known, *asked, *rest))
    return set(tuple(order)[: max(AT_FIRST, min(len(known), MOST))])


def _yardsticks(
    work: Work, term: int, shown: tuple[MeasureCosts, ...]
) -> Iterator[Yardstick]:
    def stick(
        title: str, unit: str, cells: Iterable[Iterable[SourcedSentence]]
    ) -> Yardstick:
        return Yardstick(title, unit, tuple(tuple(said) for said in cells))

    def money(title: str, unit: str, take: Take) -> Yardstick:
        return stick(title, unit, (_money(work, take(one)) for one in shown))

    def stated(found: Iterable[Statement]) -> Iterator[SourcedSentence]:
        return (SourcedSentence(one.text, one.sources) for one in found)

    measures = [one.measure for one in shown]
    yield stick("Waar het voor is", "", (stated([one.purpose]) for one in measures))
    yield stick("Eenmalig", "euro", (_once(work, one) for one in shown))
    yield money("Elk jaar", "euro per jaar", lambda one: one.yearly)
    yield money(f"Over {term} jaar", "euro samen", lambda one: one.over_term)
    if any(one.per_inhabitant is not None for one in shown):
        yield money("Per inwoner", "euro per jaar", lambda one: one.per_inhabitant)
    yield stick(
        "Wat onderzoek zag",
        "met hoe zeker het is",
        (_studied(work, one) for one in measures),
    )
    yield stick("Privacy", "", (stated(one.privacy) for one in measures))
    deciders = ((_decider(work, each) for each in one.decides) for one in measures)
    yield stick("Wie beslist", "", deciders)


def _once(work: Work, costs: MeasureCosts) -> tuple[SourcedSentence, ...]:
    """Say what is paid once, or that nothing is."""
    if any(line.item.rhythm is Rhythm.ONCE for line in costs.lines):
        return _money(work, costs.once)
    return (SourcedSentence("Geen post."),)


def _money(work: Work, estimate: Estimate | None) -> tuple[SourcedSentence, ...]:
    """Say an amount; what is unknown is never nought, but a question to put."""
    if estimate is None:
        return (SourcedSentence("Kies eerst een gemeente."),)
    missing = estimate.missing
    told = say_missing(work.library.sentences, missing) if missing else ""
    if estimate.known is None:
        return (SourcedSentence(UNKNOWN, about=f"Wat onbekend is: {told}."),)
    said = capital(say_estimate(work.library.sentences, estimate))
    about = f"Nog vragen: {told}." if told else ""
    return (SourcedSentence(f"{said}.", about=about),)


def _studied(work: Work, measure: Measure) -> Iterator[SourcedSentence]:
    """Say what studies saw, one outcome a line; then what practice tells."""
    library = work.library
    of_all = cells_of(library.evidence, work.decision)
    for found in of_all[measure.studied_as].values():
        seen = say_seen(found.direction, found.certainty)
        told = " ".join(remarks(library.sentences, found))
        sources = tuple(name for entry in found.entries for name in entry.cited)
        yield SourcedSentence(f"{found.topic.title}: {seen}.", sources, told)
    for one in measure.practice:
        yield SourcedSentence(one.text, one.sources)


def _decider(work: Work, one: Decider) -> SourcedSentence:
    """Say what a body decides; it is named in front where the text does not."""
    body = work.library.bodies[one.body]
    named = body.short in one.text or body.name in one.text.lower()
    text = one.text if named else f"{capital(body.name)}: {one.text}"
    return SourcedSentence(text, one.sources)


def _same_money(
    work: Work, comparison: Comparison, shown: tuple[MeasureCosts, ...]
) -> Iterator[str]:
    names = {each.measure.id for each in shown if each.is_begun}
    for same in comparison.same_money:
        if {same.money_of, same.buys_of} <= names:
            yield from same_money_lines(work.library.sentences, comparison, same)


def _turns(
    work: Work, comparison: Comparison, shown: tuple[MeasureCosts, ...]
) -> Iterator[str]:
    begun = [each.measure.id for each in shown if each.is_begun]
    for one, other in combinations(begun, 2):
        pair = comparison.pairing(one, other)
        if pair is not None:
            yield from pairing_lines(work.library.sentences, comparison, pair)


# --- two dossiers -------------------------------------------------------------


def beside_screen(
    work: Work, other: Work | None, *, sent: str = "", wrong: str = ""
) -> Shown:
    """Lay a second dossier beside this one, or ask for its link."""
    both = () if other is None else (work, other)
    differences = tuple(_differences(both)) if both else ()
    told = "De antwoorden zijn gelijk." if both and not differences else ""
    return Shown(
        "screens/naast.html",
        title="Twee dossiers naast elkaar",
        decision=work.decision,
        link=LINK,
        values={LINK.name: sent},
        wrong={LINK.name: wrong} if wrong else {},
        faults=(Link(wrong, f"#{LINK.id}"),) if wrong else (),
        names=_names(both) if both else (),
        outcomes=tuple(_outcomes(both)) if both else (),
        differences=differences,
        amounts=tuple(_amounts(both)) if both else (),
        same=told,
        cards=SourceCards(work.library.sources),
        bar=bar(work, "costs"),
    )


def _names(both: tuple[Work, ...]) -> tuple[str, ...]:
    """Name this dossier and the other, each with its code."""
    codes = [work.dossier.code for work in both if work.dossier is not None]
    words = ("Dit dossier", "Ander dossier")
    return tuple(f"{word} {code}" for word, code in zip(words, codes, strict=True))


def _row(title: str, unit: str, *said: str) -> Yardstick:
    return Yardstick(title, unit, tuple((SourcedSentence(text),) for text in said))


def _outcomes(both: tuple[Work, ...]) -> Iterator[Yardstick]:
    yield _row("Uitkomst", "", *(work.advice.headline.title for work in both))
    yield _row("Hoe vast", "", *(firmness(work).text for work in both))
    answered = (counted(work.answered, "vraag", "vragen") for work in both)
    yield _row("Beantwoord", "", *answered)


def _differences(both: tuple[Work, ...]) -> Iterator[Yardstick]:
    """Show each question that the two answer otherwise, or only one answers."""
    first, _ = both
    for question in first.decision.questions:
        said = tuple(_said(work, question) for work in both)
        if len(set(said)) > 1:
            yield _row(question.text, "", *said)


def _said(work: Work, question: Question) -> str:
    answer = work.said(question)
    if answer is None:
        return "Niet beantwoord"
    return capital(say_answer(question, answer))


def _amounts(both: tuple[Work, ...]) -> Iterator[Yardstick]:
    """Show the totals of each measure that one of the two filled in."""
    pictures = [picture_of(work) for work in both]
    for each in compare(pictures[0]).measures:
        title, name = each.measure.title, each.measure.id
        found = [
            (work, picture.by_id[name])
            for work, picture in zip(both, pictures, strict=True)
        ]
        if not any(one.is_begun for _, one in found):
            continue
        once = (_of(*pair, Rhythm.ONCE) for pair in found)
        yearly = (_of(*pair, Rhythm.YEARLY) for pair in found)
        together = (
            f"{_amount(w, one.over_term)} ({one.term} jaar)" for w, one in found
        )
        yield _row(title, "eenmalig", *once)
        yield _row(title, "per jaar", *yearly)
        yield _row(title, "over de looptijd", *together)


def _of(work: Work, costs: MeasureCosts, rhythm: Rhythm) -> str:
    """Say what is paid once or each year, or that there is nothing of the kind."""
    if all(line.item.rhythm is not rhythm for line in costs.lines):
        return "Geen post"
    once = rhythm is Rhythm.ONCE
    return _amount(work, costs.once if once else costs.yearly)


def _amount(work: Work, estimate: Estimate) -> str:
    if estimate.known is None:
        return "Nog vragen"
    return capital(say_estimate(work.library.sentences, estimate))
