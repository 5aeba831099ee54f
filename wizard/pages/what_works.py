"""What works: what studies saw of each measure, and how sure that is."""

from flask import Blueprint

from wizard.counter import counter, id_of
from wizard.pages.page_access import findable, or_404
from wizard.screen_parts import Shown
from wizard.showing.what_works import measure_screen, works_screen

evidence = Blueprint("evidence", __name__)


@evidence.get("/wat-werkt")
@findable
def index() -> Shown:
    """Show all measures beside each other, without a ranking."""
    return works_screen(counter().library)


@evidence.get("/wat-werkt/<measure>")
@findable
def measure(measure: str) -> Shown:
    """Show one measure with a card for each study."""
    library = counter().library
    found = or_404(library.evidence.measure_by_id.get(id_of(measure)))
    return measure_screen(library, found)
