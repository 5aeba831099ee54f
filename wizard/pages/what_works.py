"""What works: what studies saw of each measure, and how sure that is."""

from flask import Blueprint, abort

from wizard.counter import counter, id_of
from wizard.guarding.security import show_to_search_engines
from wizard.pages.page_access import anyone
from wizard.pages.walk import show
from wizard.showing.what_works import measure_screen, works_screen

evidence = Blueprint("evidence", __name__)


@evidence.get("/wat-werkt")
@anyone
def index() -> str:
    """Show all measures beside each other, without a ranking."""
    show_to_search_engines()
    return show(works_screen(counter().library))


@evidence.get("/wat-werkt/<measure>")
@anyone
def measure(measure: str) -> str:
    """Show one measure with a card for each study."""
    show_to_search_engines()
    library = counter().library
    found = library.evidence.measure_by_id.get(id_of(measure))
    if found is None:
        abort(404)
    return show(measure_screen(library, found))
