"""How the templates are set: strictly, and with source marks that are made once."""

from collections.abc import Callable, Hashable, Iterable
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

FOOT = "parts/voet.html"
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

    def once(template: str, macro: str, most: int) -> Callable[..., Markup]:
        """Give what sets a part that many pages share, once for each that is shown."""

        @lru_cache(maxsize=most)
        def part(*shown: Hashable) -> Markup:
            module = environment.get_template(template).module
            return Markup(getattr(module, macro)(*shown))  # noqa: S704 — made by the template

        return part

    environment.filters |= {
        "ingangen": once("parts/ingangen.html", "ingangen", ROOTS),
        "status": once("parts/iconen.html", "status", STATES),
        "zoeklijst": once("parts/zoeken.html", "zoeklijst", ROOTS),
    }
    mark = once("parts/noten.html", "noot", MARKS)

    @app.template_filter("bron")
    def marks(sources: Iterable[str], notes: Notes) -> Markup:
        """Set the marks of these sources, numbered where the page first names them."""
        found = (mark(n, notes.source_of(n)) for n in notes.cite(sources))
        return Markup("".join(found))  # noqa: S704 — made by the template
