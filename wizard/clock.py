"""The one place that knows what day it is; everything else is told."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

HERE = ZoneInfo("Europe/Amsterdam")


def now() -> datetime:
    """Give the present moment, in UTC."""
    return datetime.now(UTC)


def today() -> date:
    """Give the calendar day in the Netherlands."""
    return datetime.now(HERE).date()


def local_day(moment: datetime) -> date:
    """Give the Dutch calendar day on which a stored moment falls."""
    return moment.astimezone(HERE).date()
