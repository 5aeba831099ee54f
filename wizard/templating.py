"""How the templates are set: strictly, and with source marks that are made once."""

from collections.abc import Hashable, Iterable
from functools import lru_cache

from flask import Flask
from jinja2 import StrictUndefined
from markupsafe import Markup

from reports.composing.source_notes import Notes
from reports.dutch import (
    capital,
    counted,
    in_sentence,
    say_answer,
    say_date,
    say_number,
)
from reports.formats.templates import kind_of
from wizard import session
from wizard.counter import slug_of
from wizard.screen_parts import StateLabel

NOTES, ICONS = "parts/noten.html", "parts/iconen.html"
SEARCH, FOOT = "parts/zoeken.html", "parts/voet.html"
WAYS_IN = "parts/ingangen.html"
ROOTS = 4  # where the site may hang
MARKS = 2048
STATES = 64  # far more than there are words for a state


def set_templates(app: Flask) -> None:
    """Teach the templates of this application to be strict, and to set source marks."""
    environment = app.jinja_env
    environment.undefined = StrictUndefined
    environment.trim_blocks = environment.lstrip_blocks = True

    environment.filters |= {
        "aantal": counted,
        "antwoord": say_answer,
        "in_zin": in_sentence,
        "kind": kind_of,
        "hoofdletter": capital,
        "datum": say_date,
        "getal": say_number,
        "slug": slug_of,
    }
    environment.globals["shown_for"] = session.shown_for

    @app.template_global("voet")
    @lru_cache(maxsize=ROOTS)
    def foot(_root: str) -> Markup:
        """Set the foot of every page; its links start where the site hangs."""
        return Markup(environment.get_template(FOOT).render())  # noqa: S704

    @lru_cache(maxsize=MARKS)
    def mark(number: int, source: str) -> Markup:
        """Set the mark of one source; the template says how it looks."""
        return Markup(environment.get_template(NOTES).module.noot(number, source))  # type: ignore[attr-defined] # noqa: S704

    @app.template_filter("status")
    @lru_cache(maxsize=STATES)
    def status(label: StateLabel) -> Markup:
        """Set the word and the picture of a state; a hundred conditions share six."""
        return Markup(environment.get_template(ICONS).module.status(label))  # type: ignore[attr-defined] # noqa: S704

    @app.template_filter("zoeklijst")
    @lru_cache(maxsize=ROOTS)
    def search_list(found: Hashable) -> Markup:
        """Set what the page itself can find; it is the same for everybody."""
        return Markup(environment.get_template(SEARCH).module.zoeklijst(found))  # type: ignore[attr-defined] # noqa: S704

    @app.template_filter("ingangen")
    @lru_cache(maxsize=ROOTS)
    def ways_in(found: tuple[Hashable, Hashable]) -> Markup:
        """Set the groups and the decisions of the first page; idem."""
        return Markup(environment.get_template(WAYS_IN).module.ingangen(*found))  # type: ignore[attr-defined] # noqa: S704

    @app.template_filter("bron")
    def marks(sources: Iterable[str], notes: Notes) -> Markup:
        """Set the marks of these sources, numbered where the page first names them."""
        found = (mark(n, notes.source_of(n)) for n in notes.cite(sources))
        return Markup("".join(found))  # noqa: S704 — made by the template
