"""Put the counter together: wiring only."""

from collections.abc import Callable
from datetime import date
from importlib.metadata import version
from pathlib import Path

from flask import Flask

from reports.printer import Bounds, Printer
from rules.library import Library
from wizard.assets import serve_assets
from wizard.clock import now, today
from wizard.guarding.limits import Limit
from wizard.guarding.security import protect
from wizard.keeping.database import open_engine, upgrade
from wizard.keeping.storage import Dossiers
from wizard.logs import log_requests
from wizard.packing import pack_pages
from wizard.pages.about import about
from wizard.pages.checking import checking
from wizard.pages.checklist import checklists
from wizard.pages.compare import compare
from wizard.pages.cost import costs
from wizard.pages.differing import differing
from wizard.pages.doors import DecisionAddress
from wizard.pages.doubt import doubts
from wizard.pages.draft import drafts
from wizard.pages.error import explain_errors
from wizard.pages.evidence import evidence
from wizard.pages.exercise import examples
from wizard.pages.health import health
from wizard.pages.history import history
from wizard.pages.law import law
from wizard.pages.live import live
from wizard.pages.memo import memos
from wizard.pages.noting import noting
from wizard.pages.paper import papers
from wizard.pages.privacy import privacy_balance
from wizard.pages.reminder import reminders
from wizard.pages.sharing import sharing
from wizard.pages.signpost import signpost
from wizard.pages.verify import verifying
from wizard.pages.walk import pages
from wizard.printing_ahead import PrintRoom
from wizard.settings import Settings
from wizard.tally import Tally, count_requests
from wizard.tray import Tray
from wizard.typesetting import set_templates
from wizard.work import SHELF, Desk

HOUSE = Path(__file__).resolve().parent.parent


def create_app(
    settings: Settings,
    library: Library,
    tray: Tray | None = None,
    tally: Tally | None = None,
) -> Flask:
    """Make the web application, with the database that the settings name.

    Web processes that were given the same tray and tally share papers and counts.
    """
    engine = open_engine(settings.database)
    upgrade(engine)
    dossiers = Dossiers(engine, settings.retention, now)
    return assemble(settings, library, dossiers, today, tray, tally)


def assemble(  # noqa: PLR0913, PLR0917 — everything that is wired here
    settings: Settings,
    library: Library,
    dossiers: Dossiers,
    today: Callable[[], date],
    tray: Tray | None = None,
    tally: Tally | None = None,
) -> Flask:
    """Make the web application on this law, this cupboard and this calendar."""
    app = Flask(
        "raadwijzer",
        root_path=str(HOUSE),
        template_folder=str(HOUSE / "templates"),
        static_folder=None,
    )
    app.url_map.converters["decision"] = DecisionAddress
    set_templates(app)
    app.extensions[SHELF] = desk = Desk(
        library=library,
        dossiers=dossiers,
        today=today,
        new_dossiers=Limit(settings.dossiers_per_hour),
        papers=Limit(settings.pdfs_per_hour),
        print_room=print_room(settings, tray or Tray()),
        municipality=settings.municipality,
        version=version("raadwijzer"),
        security_contact=settings.security_contact,
        tally=(tally or Tally()) if settings.metrics else None,
    )
    if desk.tally is not None:
        count_requests(app, desk.tally, desk.print_room.waiting)
    pack_pages(app)
    log_requests(app)
    protect(app, settings.protection)
    serve_assets(app, HOUSE / "static")
    explain_errors(app)
    beside = (signpost, checklists, memos, drafts)
    brought = (verifying, differing, checking)
    weighing = (costs, compare, privacy_balance)
    dossier = (doubts, history, live, noting, reminders, sharing)
    open_law = (about, law, evidence, examples)
    around = (*open_law, *dossier, papers, *weighing, *beside, *brought)
    for blueprint in (health, *around, pages):
        app.register_blueprint(blueprint)
    for view in ("signpost.search", "signpost.problem"):  # these change nothing
        app.extensions["csrf"].exempt(app.view_functions[view])
    return app


def print_room(settings: Settings, tray: Tray) -> PrintRoom:
    """Furnish the print room; half of the threads stay free for pages."""
    bounds = Bounds(queue=settings.pdf_queue, seconds=float(settings.pdf_seconds))
    seats = max(1, settings.threads // 2)
    return PrintRoom(Printer(bounds), tray, seats, settings.pdf_ahead)
