"""Put the counter together: wiring only."""

from collections.abc import Callable
from datetime import date
from importlib.metadata import version
from pathlib import Path

from flask import Flask

from reports.formats.print_pool import Bounds, Printer
from rules.library import Library
from wizard.assets import serve_assets
from wizard.clock import now, today
from wizard.compression import pack_pages
from wizard.counter import EXTENSION, Counter
from wizard.finished_papers import FinishedPapers
from wizard.guarding.limits import RateLimit
from wizard.guarding.security import protect
from wizard.keeping.database import open_engine, upgrade
from wizard.keeping.storage import Dossiers
from wizard.logs import log_requests
from wizard.metrics import Metrics, count_requests
from wizard.pages.about import about
from wizard.pages.calendar import reminders
from wizard.pages.check_text import checking
from wizard.pages.checklist import checklists
from wizard.pages.compare import compare
from wizard.pages.compare_memos import differing
from wizard.pages.cost import costs
from wizard.pages.doubt import doubts
from wizard.pages.downloads import papers
from wizard.pages.draft import drafts
from wizard.pages.error import explain_errors
from wizard.pages.exercise import examples
from wizard.pages.health import health
from wizard.pages.history import history
from wizard.pages.law import law
from wizard.pages.memo import memos
from wizard.pages.page_access import DecisionAddress
from wizard.pages.remarks import noting
from wizard.pages.sharing import sharing
from wizard.pages.signpost import signpost
from wizard.pages.verify import verifying
from wizard.pages.walk import pages
from wizard.pages.what_works import evidence
from wizard.printing_ahead import PrintAhead
from wizard.settings import Settings
from wizard.templating import set_templates

HOUSE = Path(__file__).resolve().parent.parent


def create_app(
    settings: Settings,
    library: Library,
    finished: FinishedPapers | None = None,
    metrics: Metrics | None = None,
) -> Flask:
    """Make the web application, with the database that the settings name.

    Web processes that were given the same finished papers and metrics share papers and counts.
    """
    engine = open_engine(settings.database)
    upgrade(engine)
    dossiers = Dossiers(engine, settings.retention, now)
    return assemble(settings, library, dossiers, today, finished, metrics)


def assemble(  # noqa: PLR0913, PLR0917 — everything that is wired here
    settings: Settings,
    library: Library,
    dossiers: Dossiers,
    today: Callable[[], date],
    finished: FinishedPapers | None = None,
    metrics: Metrics | None = None,
) -> Flask:
    """Make the web application on this law, this storage and this calendar."""
    app = Flask(
        "raadwijzer",
        root_path=str(HOUSE),
        template_folder=str(HOUSE / "templates"),
        static_folder=None,
    )
    app.url_map.converters["decision"] = DecisionAddress
    set_templates(app)
    app.extensions[EXTENSION] = counter = Counter(
        library=library,
        dossiers=dossiers,
        today=today,
        new_dossiers=RateLimit(settings.dossiers_per_hour),
        papers=RateLimit(settings.pdfs_per_hour),
        print_ahead=print_ahead(settings, finished or FinishedPapers()),
        municipality=settings.municipality,
        version=version("raadwijzer"),
        security_contact=settings.security_contact,
        letterhead=settings.whose_paper,
        metrics=(metrics or Metrics()) if settings.metrics else None,
    )
    if counter.metrics is not None:
        count_requests(app, counter.metrics, counter.print_ahead.waiting)
    pack_pages(app)
    log_requests(app)
    protect(app, settings.protection)
    serve_assets(app, HOUSE / "static")
    explain_errors(app)
    beside = (signpost, checklists, memos, drafts)
    brought = (verifying, differing, checking)
    weighing = (costs, compare)
    dossier = (doubts, history, noting, reminders, sharing)
    open_law = (about, law, evidence, examples)
    around = (*open_law, *dossier, papers, *weighing, *beside, *brought)
    for blueprint in (health, *around, pages):
        app.register_blueprint(blueprint)
    for view in ("signpost.search", "signpost.problem"):  # these change nothing
        app.extensions["csrf"].exempt(app.view_functions[view])
    return app


def print_ahead(settings: Settings, finished: FinishedPapers) -> PrintAhead:
    """Make what prints ahead; half of the threads stay free for pages."""
    bounds = Bounds(queue=settings.pdf_queue, seconds=float(settings.pdf_seconds))
    seats = max(1, settings.threads // 2)
    return PrintAhead(Printer(bounds), finished, seats, settings.pdf_ahead)
