"""What a measure costs and what could be done instead: the content, before any sum.

Amounts are whole eurocents. An item has no amount of its own: what counts is what the
user types in or answers. Examples are amounts of one place in one year; they stand
beside the field, and count only when the user picks one.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field, model_validator

from rules.content.briefing import Cited, Sources, Statement
from rules.content.prices import PriceIndex, Year
from rules.grammar.content_model import Content, Flag, Name, Prose, Worded
from rules.grammar.references import (
    REGISTER,
    BodyName,
    CostItemName,
    ExampleId,
    Key,
    QuantityName,
    QuestionName,
)

Cents = Annotated[int, Field(ge=0, strict=True)]
PROJECT = "project"


class Rhythm(Worded):
    """How often an item is paid."""

    ONCE = "eenmalig", "eenmalig"
    YEARLY = "per_jaar", "per jaar"


class Payer(StrEnum):
    """Whose money it is; totals count the municipality’s only."""

    GEMEENTE = "gemeente"
    PARTNERS = "partners"


class Quantity(Content):
    """How many: from an answer (`question`), or typed in under its own id.

    `weekly`: counted per year, and easier to picture per week.
    """

    id: Name
    title: Prose
    one: Prose
    more: Prose
    help: Prose
    max: Annotated[int, Field(gt=0, strict=True)]
    question: QuestionName | None = None
    weekly: Flag = False
    ask: Prose
    who: BodyName


class CostItem(Content):
    """One thing to pay for.

    The amount is for one `piece` (a camera, an hour) and counts `quantity` times; an
    item without quantity has the piece `project` and counts once. `question` names the
    answer that gives the amount. `ask` is put to `who` while it is unknown.
    """

    id: Name
    title: Prose
    help: Prose
    rhythm: Rhythm
    piece: Name
    per: Prose
    quantity: QuantityName | None = None
    question: QuestionName | None = None
    payer: Payer = Payer.GEMEENTE
    examples: tuple[ExampleId, ...] = ()
    ask: Prose
    who: BodyName

    @model_validator(mode="after")
    def _counts_its_pieces(self) -> "CostItem":
        if (self.quantity is None) != (self.piece == PROJECT):
            raise ValueError(
                "een post per stuk heeft quantity nodig; een post zonder quantity "
                "heeft piece: project"
            )
        return self


class Example(Content):
    """An amount of one place in one year, low to high in eurocents; never a norm.

    `pieces`: how many pieces the amount covers, where the source says so. Without
    `price_year` the year was not found, and the amount is never converted. `computed`:
    reckoned by us from figures of the source. `caution`: what to mind when reading it.
    """

    id: Key
    low_cents: Cents
    high_cents: Cents
    rhythm: Literal["eenmalig", "per_jaar", "per_uur", "per_periode"]
    piece: Name
    unit: Prose
    pieces: Annotated[int, Field(gt=0, strict=True)] | None = None
    price_year: Year | None = None
    vat: Literal["onbekend", "excl", "incl"]
    place: Prose
    includes: Prose
    computed: Flag
    caution: Prose | None = None
    sources: Sources

    @model_validator(mode="after")
    def _is_a_range(self) -> "Example":
        if self.low_cents > self.high_cents:
            raise ValueError("low_cents is hoger dan high_cents")
        return self

    def suits(self, item: CostItem) -> bool:
        """Tell whether it can stand in for the amount of an item as it is."""
        per_year = item.rhythm is Rhythm.YEARLY
        rhythm = self.rhythm == item.rhythm or (self.rhythm == "per_uur" and per_year)
        return rhythm and self.piece in (item.piece, PROJECT)


class Decider(Statement):
    """What one body decides about a measure."""

    body: BodyName


class Measure(Content):
    """One of the things that can be done, the measure of the decision among them.

    `own`: the decision is about this one. `baseline`: nothing new, which no sum can
    compare. `main` is the item without which no cost is worth comparing: the first,
    unless another is named. `lever` is the quantity that can be bought more or less of;
    `scale` the one to share the costs over (per camera, per case). `studied_as` is its
    name in the register of evidence; `practice` tells what is known of it beside that,
    and cites a study from there.
    """

    id: Name
    title: Prose
    purpose: Statement
    own: Flag = False
    baseline: Flag = False
    items: Annotated[tuple[CostItemName, ...], Field(min_length=1)]
    named_main: Annotated[CostItemName | None, Field(alias="main")] = None
    lever: QuantityName | None = None
    scale: QuantityName | None = None
    studied_as: Name
    practice: tuple[Cited, ...] = ()
    privacy: Annotated[tuple[Statement, ...], Field(min_length=1)]
    decides: Annotated[tuple[Decider, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _has_its_main_item(self) -> "Measure":
        if self.main not in self.items:
            raise ValueError(f"main '{self.main}' staat niet bij items")
        return self

    @property
    def main(self) -> str:
        """Name the item that counts most: the first, unless another is named."""
        return self.named_main or self.items[0]


def _lump(measure: Measure, rhythm: Rhythm, items: tuple[CostItem, ...]) -> CostItem:
    """Make the item that stands for all these together."""
    first = items[0]
    return CostItem(
        id=f"{measure.id}__{rhythm}",
        title=f"{measure.title}: alles {rhythm.dutch}",
        help=first.help,
        rhythm=rhythm,
        piece=PROJECT,
        per="voor alles samen",
        ask=first.ask,
        who=first.who,
    )


@dataclass(frozen=True)
class Costs:
    """The cost side of one decision, with the registers it rests on."""

    quantities: tuple[Quantity, ...] = ()
    items: tuple[CostItem, ...] = ()
    measures: tuple[Measure, ...] = ()
    examples: Mapping[str, Example] = field(
        default_factory=dict, metadata={REGISTER: True}
    )
    prices: PriceIndex | None = field(default=None, metadata={REGISTER: True})

    @cached_property
    def item_by_id(self) -> Mapping[str, CostItem]:
        """Find a cost item by id."""
        return {item.id: item for item in self.items}

    @cached_property
    def quantity_by_id(self) -> Mapping[str, Quantity]:
        """Find a quantity by id."""
        return {quantity.id: quantity for quantity in self.quantities}

    @cached_property
    def measure_by_id(self) -> Mapping[str, Measure]:
        """Find a measure by id."""
        return {measure.id: measure for measure in self.measures}

    def items_of(self, measure: Measure) -> tuple[CostItem, ...]:
        """Give the cost items of a measure."""
        return tuple(self.item_by_id[name] for name in measure.items)

    def paid(self, measure: Measure, rhythm: Rhythm) -> tuple[CostItem, ...]:
        """Give what the municipality itself pays for a measure, once or each year."""
        return tuple(
            each
            for each in self.items_of(measure)
            if each.rhythm is rhythm and each.payer is Payer.GEMEENTE
        )

    def number_of(self, measure: Measure) -> Quantity | None:
        """Give the one number to ask for a measure, when its amounts are told at once.

        That is what a lone item counts, for its amount is per piece; otherwise what the
        costs are shared over. None when no number would change anything.
        """
        lone = [
            items[0] for each in Rhythm if len(items := self.paid(measure, each)) == 1
        ]
        counted = (each.quantity for each in lone if each.quantity is not None)
        name = next(counted, measure.scale)
        return None if name is None else self.quantity_by_id[name]

    @cached_property
    def lumps(self) -> Mapping[tuple[str, Rhythm], CostItem]:
        """Find the lump sum of a measure by its id and a rhythm: all its items in one.

        An item that stands alone needs none, for its own amount says as much; unless it
        counts something else than the number of its measure. Partners stay apart.
        """
        return {
            (measure.id, rhythm): _lump(measure, rhythm, items)
            for measure in self.measures
            for rhythm in Rhythm
            if (items := self.paid(measure, rhythm))
            and (len(items) > 1 or not self._counts_with(measure, items[0]))
        }

    def _counts_with(self, measure: Measure, item: CostItem) -> bool:
        number = self.number_of(measure)
        return item.quantity is None or (
            number is not None and item.quantity == number.id
        )

    def examples_of(self, item: CostItem) -> tuple[Example, ...]:
        """Give the examples that stand beside the field of an item."""
        return tuple(self.examples[name] for name in item.examples)
