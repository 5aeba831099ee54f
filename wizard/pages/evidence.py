"""What works: what studies saw of each measure, and how sure that is."""

from flask import Blueprint, abort

from wizard.guarding.security import show_to_search_engines
from wizard.pages.doors import anyone
from wizard.pages.walk import show
from wizard.showing.studies import measure_screen, works_screen
from wizard.work import desk, id_of

evidence = Blueprint("evidence", __name__)


@evidence.get("/wat-werkt")
@anyone
def index() -> str:
    """Show all measures beside each other, without a ranking."""
    show_to_search_engines()
    return show(works_screen(desk().library))


@evidence.get("/wat-werkt/<measure>")
@anyone
def measure(measure: str) -> str:
    """Show one measure with a card for each study."""
    show_to_search_engines()
    library = desk().library
    found = library.evidence.measure_by_id.get(id_of(measure))
    if found is None:
        abort(404)
    return show(measure_screen(library, found))
