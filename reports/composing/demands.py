"""The table of demands, once for page and paper: how each stands, on what ground, what to do.

What is not met comes first, then what is open, then what is met. What is due later is a
list of its own, because later is no yes.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reports.composing.reasons import IN_ORDER, reason_for, reasons
from reports.document import StatusWord
from reports.dutch import enumerate_words
from rules.content.demands import Demand, Standing
from rules.grammar.sources import Source
from rules.grammar.truth import Truth
from rules.judging.advice import Advice
from rules.judging.demands import JudgedDemand, in_asking_order
from rules.judging.what_to_ask import ask_about, sources_of
from rules.library import Library

STATUS = {
    Standing.NIET_VOLDAAN: StatusWord.NOT_FULFILLED,
    Standing.ONBEKEND: StatusWord.UNKNOWN,
    Standing.VOLDAAN: StatusWord.FULFILLED,
    Standing.STRAKS: StatusWord.LATER,
    Standing.NVT: StatusWord.NOT_APPLICABLE,
}
# What a tally counts, in its order; what comes later stands behind it.
COUNTED = (Standing.VOLDAAN, Standing.NIET_VOLDAAN, Standing.ONBEKEND)
ALREADY = "volgens de antwoorden al zo"
NOT_YET = "volgens de antwoorden nog niet zo"
# Of what is due later, what the plan lacks comes first.
LATER = (NOT_YET, "", ALREADY)


@dataclass(frozen=True, slots=True)
class NextStep:
    """What a body can do about a demand, or what to ask it."""

    who: str
    text: str


@dataclass(frozen=True, slots=True)
class ToldDemand:
    """One demand as it is told.

    `said` is what the answers say where it is not met. `ground` is whose demand it is,
    `articles` where it stands. `plan` says of a demand for later whether the plan already
    has it.
    """

    demand: Demand
    standing: Standing
    said: str
    ground: str
    articles: str
    sources: tuple[str, ...]
    steps: tuple[NextStep, ...]
    plan: str = ""

    @property
    def status(self) -> StatusWord:
        """Give the word for paper."""
        return STATUS[self.standing]

    @property
    def weight(self) -> str:
        """Say how heavy it weighs; nothing of what decides."""
        return "" if self.demand.decides else self.demand.weight.dutch


@dataclass(frozen=True, slots=True)
class DemandChapter:
    """The demands of one chapter that are due."""

    id: str
    title: str
    rows: tuple[ToldDemand, ...]


@dataclass(frozen=True, slots=True)
class Demands:
    """All demands of a decision: what decides and what weighs, what is later, what is not.

    `idle` are the titles of what does not apply here; `hanging` of what may apply, and
    is not counted by itself as long as that is open.
    """

    deciding: tuple[DemandChapter, ...]
    weighing: tuple[DemandChapter, ...]
    later: tuple[ToldDemand, ...]
    idle: tuple[str, ...]
    hanging: tuple[str, ...]


def demands(advice: Advice, library: Library) -> Demands:
    """Lay out the demands of one decision.

    Of a road that is not taken only what says so, without a step: nothing needs repair there.
    """
    table = advice.table
    if advice.outcome.ends:
        carrying = {each.demand for each in reasons(advice)}
        some = [each for each in table.deciding if each.demand.id in carrying]
        return Demands(_by_chapter(advice, library, some), (), (), (), ())
    later = [each for each in advice.judged if each.standing is Standing.STRAKS]
    ordered = in_asking_order(advice.decision, later)
    rows = [
        _row(advice, library, each)
        for each in sorted(ordered, key=lambda one: not one.demand.decides)
    ]
    return Demands(
        deciding=_by_chapter(advice, library, table.deciding),
        weighing=_by_chapter(advice, library, table.weighing),
        later=tuple(sorted(rows, key=lambda row: LATER.index(row.plan))),
        idle=_left_out(advice, Truth.NO),
        hanging=_left_out(advice, Truth.UNKNOWN),
    )


def _left_out(advice: Advice, applies: Truth) -> tuple[str, ...]:
    """Give the titles of what is not counted, by whether it may yet apply."""
    return tuple(
        each.demand.title
        for each in advice.judged
        if each.standing is Standing.NVT and each.applies is applies
    )


def _by_chapter(
    advice: Advice, library: Library, some: Iterable[JudgedDemand]
) -> tuple[DemandChapter, ...]:
    decision, rows = advice.decision, dict[str, list[ToldDemand]]()
    due = (each for each in some if each.is_due)
    for each in sorted(due, key=lambda judged: IN_ORDER.index(judged.standing)):
        told = rows.setdefault(decision.chapter_of(each.demand), [])
        told.append(_row(advice, library, each))
    return tuple(
        DemandChapter(chapter.id, chapter.title, tuple(rows[chapter.id]))
        for chapter in decision.header.chapters
        if chapter.id in rows
    )


def _row(advice: Advice, library: Library, judged: JudgedDemand) -> ToldDemand:
    demand, plan = judged.demand, in_plan(advice, judged)
    sources = sources_of(advice.decision, demand)
    lacks = judged.standing is Standing.NIET_VOLDAAN or plan == NOT_YET
    steps = _repairs(judged) if lacks else _to_ask(advice, judged)
    return ToldDemand(
        demand=demand,
        standing=judged.standing,
        said=reason_for(advice, judged).text if lacks else "",
        ground=ground(demand),
        articles=articles(library, sources),
        sources=sources,
        steps=() if advice.outcome.ends else tuple(steps),
        plan=plan,
    )


def _repairs(judged: JudgedDemand) -> Iterator[NextStep]:
    """Give what can be done about it, once for each body that can."""
    for who in dict.fromkeys(one.who for one in judged.repair):
        texts = (one.text for one in judged.repair if one.who == who)
        yield NextStep(who, " ".join(texts))


def in_plan(advice: Advice, judged: JudgedDemand) -> str:
    """Say of a demand for later how the plan stands, as far as somebody answered that.

    A question that is not asked yet counts as in order, and says nothing of the plan.
    """
    if judged.standing is not Standing.STRAKS or not judged.carried_by:
        return ""
    if not advice.answered.issuperset(judged.carried_by):
        return ""
    words = {Standing.VOLDAAN: ALREADY, Standing.NIET_VOLDAAN: NOT_YET}
    return words.get(judged.stands, "")


def _to_ask(advice: Advice, judged: JudgedDemand) -> Iterator[NextStep]:
    """Give the question about what is open."""
    if judged.standing is Standing.ONBEKEND and judged.carried_by:
        asked = ask_about(advice.decision, judged, advice.answers)
        yield NextStep(asked.to, asked.text)


def ground(demand: Demand) -> str:
    """Say whose demand it is, with the second ground where there is one."""
    also = "" if demand.also is None else f", ook {demand.also.dutch}"
    return f"{demand.basis.dutch}{also}"


def articles(library: Library, sources: Iterable[str]) -> str:
    """Name the statutes under a demand, the leden of one article together."""
    found: dict[str, list[str]] = {}
    for each in sources:
        source = library.sources[each]
        if source.is_law:
            leden = found.setdefault(short(source), [])
            leden += [source.paragraph] if source.paragraph else []
    return ", ".join(
        f"{name} lid {enumerate_words(leden)}" if leden else name
        for name, leden in found.items()
    )


def short(source: Source) -> str:
    """Name an article as briefly as a table allows: “Gemeentewet 151c”."""
    return f"{source.short_law or source.law} {source.article}"


def quoted(titles: Iterable[str]) -> str:
    """Name demands one after the other in a sentence."""
    return enumerate_words(f"‘{title}’" for title in titles)
