"""Pages that are the same for everybody: how it works, who makes it, on what it rests."""

from flask import Blueprint

from reports.dutch import say_date
from rules.sources import Kind
from wizard.about_screens import (
    AccessibilityScreen,
    MakersScreen,
    MethodDecision,
    MethodScreen,
    PrivacyScreen,
    SourceGroup,
    SourcesScreen,
)
from wizard.citing import note
from wizard.pages import show
from wizard.security import show_to_search_engines
from wizard.work import desk

about = Blueprint("about", __name__)

HEADINGS = {
    Kind.WET: "Wetten",
    Kind.VERORDENING: "Verordeningen",
    Kind.RECHTSPRAAK: "Rechtspraak",
    Kind.TOEZICHT: "Toezichthouders",
    Kind.BELEID: "Beleid",
    Kind.BESLUIT: "Besluiten",
    Kind.KAMERSTUK: "Stukken uit het parlement",
    Kind.ONDERZOEK: "Onderzoek",
    Kind.RAADSSTUK: "Raadsstukken",
    Kind.PERS: "Nieuwsberichten",
    Kind.HANDREIKING: "Handreikingen",
    Kind.CIJFERS: "Cijfers",
}


@about.get("/bronnen")
def sources() -> str:
    """Show every source with the date on which it was checked."""
    show_to_search_engines()
    register = desk().library.sources.values()
    groups = tuple(
        SourceGroup(
            heading,
            tuple(note(one, 0) for one in register if one.kind is kind),
        )
        for kind, heading in HEADINGS.items()
        if any(one.kind is kind for one in register)
    )
    return show(SourcesScreen("Bronnen", groups))


@about.get("/werkwijze")
def method() -> str:
    """Tell how an outcome comes about."""
    show_to_search_engines()
    decisions = tuple(
        MethodDecision(
            decision.header.title,
            len(decision.questions),
            len(decision.rules),
            say_date(decision.header.checked_on),
            tuple(outcome.title for outcome in decision.header.outcomes),
        )
        for decision in desk().library.decisions.values()
    )
    return show(MethodScreen("Hoe komt een uitkomst tot stand?", decisions))


@about.get("/makers")
def makers() -> str:
    """Tell who makes this and with what money."""
    show_to_search_engines()
    return show(MakersScreen("Wie maakt dit?"))


@about.get("/privacy")
def privacy() -> str:
    """Tell what is kept, how long, and what is not."""
    show_to_search_engines()
    days = desk().dossiers.retention.days
    return show(PrivacyScreen("Privacy", days))


@about.get("/toegankelijkheid")
def accessibility() -> str:
    """Tell for whom it works and what was tested."""
    show_to_search_engines()
    return show(AccessibilityScreen("Toegankelijkheid"))
