"""A day that follows from a day: a term of the law that runs from what somebody answered."""

from datetime import date, timedelta
from typing import Annotated

from pydantic import Field, model_validator

from rules.content.briefing import Statement
from rules.grammar.condition import Leaf
from rules.grammar.content_model import Content, Name, Prose

Count = Annotated[int, Field(strict=True, gt=0, le=1000)]


class Duration(Content):
    """How long it runs: a number of years, weeks or days, and just one of the three."""

    years: Count | None = None
    weeks: Count | None = None
    days: Count | None = None

    @model_validator(mode="after")
    def _is_one_length(self) -> "Duration":
        if sum(each is not None for each in (self.years, self.weeks, self.days)) != 1:
            raise ValueError("kies één lengte: years, weeks of days")
        return self

    def from_day(self, day: date, direction: int) -> date:
        """Count from a day: on with 1, back with -1; of 29 February, the 28th.

        Raises:
            OverflowError, ValueError: past the last or before the first year there is.
        """
        if self.years is None:
            days = (self.weeks or 0) * 7 + (self.days or 0)
            return day + direction * timedelta(days=days)
        year = day.year + direction * self.years
        try:
            return day.replace(year=year)
        except ValueError:  # 29 February, in a year that has none
            return day.replace(year=year, day=day.day - 1)


class Denial(Content):
    """An answer that cannot be true beside the day from which a term runs.

    The two answers clash, as `text` tells, and what `denies` looks at counts as unknown
    until that is settled.
    """

    denies: Leaf
    text: Prose


class Deadline(Statement):
    """What falls so long `after` or `before` the day that a question asks for.

    `title` stands before the day, as in “Laatste dag voor nieuwe doelen: 3 maart 2027”; the
    text says what the article asks. `once_past` says which answer the term denies when
    its day lies before the reference date, `while_running` which one until then: on the
    day itself it still runs.
    """

    id: Name
    title: Prose
    after: Duration | None = None
    before: Duration | None = None
    once_past: Denial | None = None
    while_running: Denial | None = None

    @model_validator(mode="after")
    def _runs_one_way(self) -> "Deadline":
        if (self.after is None) is (self.before is None):
            raise ValueError("kies één richting: after of before")
        if self.denials and self.after is None:
            raise ValueError(
                "once_past en while_running horen bij een termijn met after"
            )
        return self

    @property
    def denials(self) -> tuple[Denial, ...]:
        """Give what the term denies, on one day or another."""
        both = (self.once_past, self.while_running)
        return tuple(each for each in both if each is not None)

    def falls_on(self, day: date) -> date | None:
        """Give the day, or None where the calendar has none."""
        try:
            if self.after is not None:
                return self.after.from_day(day, 1)
            return self.before.from_day(day, -1) if self.before is not None else None
        except (OverflowError, ValueError):
            return None
