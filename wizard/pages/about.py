"""Pages that are the same for everybody: how it works, who makes it, on what it rests."""

import re
from datetime import date
from functools import lru_cache

from flask import Blueprint, url_for

from reports.dutch import say_date
from rules.grammar.sources import Source, SourceKind
from rules.judging.law_by_date import YEAR
from wizard.counter import Counter, counter
from wizard.pages.page_access import findable, or_404
from wizard.screen_parts import Link, Shown
from wizard.showing.source_cards import card, is_same_work, note

about = Blueprint("about", __name__)

STATED_ON = date(2026, 11, 21)  # the accessibility statement; yearly anew
DAYS = 2  # today and, around midnight, yesterday

ORDINALS = {
    word: number
    for number, word in enumerate(
        (
            *("eerste", "tweede", "derde", "vierde", "vijfde", "zesde"),
            *("zevende", "achtste", "negende", "tiende", "elfde", "twaalfde"),
        ),
        start=1,
    )
}


@about.get("/bronnen")
@findable
def sources() -> Shown:
    """Show every source with the date on which it was checked."""
    return _register(counter(), counter().today())


@lru_cache(maxsize=DAYS)
def _register(counter: Counter, today: date) -> Shown:
    """Put the register in reading order: once a day, for its nine hundred sources.

    Of each source is told whether it was checked long ago, and of which law it is.
    """
    register = sorted(counter.library.sources.values(), key=_in_reading_order)
    old = {one.id for one in register if today - one.checked_on > YEAR}
    return Shown(
        "screens/bronnen.html",
        title="Bronnen",
        number=len(register),
        oldest=min(one.checked_on for one in register),
        old=len(old),
        by_kind={
            kind: [(note(e), e.id in old, e.law) for e in register if e.kind is kind]
            for kind in SourceKind
        },
    )


@about.get("/bron/<name>")
@findable
def source(name: str) -> Shown:
    """Show one source: all that we use of one article, how it was read, and what rests on it."""
    library = counter().library
    found = or_404(library.sources.get(name))
    parts = sorted(
        (each for each in library.sources.values() if is_same_work(each, found)),
        key=_in_reading_order,
    )
    names = {each.id for each in parts}
    rests = tuple(
        Link(decision.header.title, url_for("law.rules", decision=decision.id))
        for decision in library.decisions.values()
        if names & library.cited[decision.id]
    )
    title = f"{found.law}, artikel {found.article}" if found.is_law else found.title
    return Shown(
        "screens/bron.html", title=title, parts=tuple(map(card, parts)), rests=rests
    )


def _in_reading_order(source: Source) -> list[tuple[int, str]]:
    """Sort by title as a reader counts: artikel 5 before artikel 49, first lid first."""
    words = re.findall(r"\d+|[^\W\d]+", source.title.casefold())
    return [
        (int(word), "") if word.isdecimal() else (ORDINALS.get(word, 0), word)
        for word in words
    ]


@about.get("/werkwijze")
@findable
def method() -> Shown:
    """Tell how an outcome comes about."""
    return Shown(
        "screens/werkwijze.html",
        title="Hoe komt een uitkomst tot stand?",
        decisions=tuple(counter().library.decisions.values()),
    )


@about.get("/makers")
@findable
def makers() -> Shown:
    """Tell who makes this and with what money."""
    return Shown("screens/makers.html", title="Wie maakt dit?")


@about.get("/privacy")
@findable
def privacy() -> Shown:
    """Tell what is kept, how long, and what is not."""
    days = counter().dossiers.retention.days
    return Shown("screens/privacy.html", title="Privacy", days=days)


@about.get("/toegankelijkheid")
@findable
def accessibility() -> Shown:
    """Tell for whom it works and what was tested."""
    return Shown(
        "screens/toegankelijkheid.html",
        title="Toegankelijkheidsverklaring",
        version=counter().version,
        made=say_date(STATED_ON),
    )
