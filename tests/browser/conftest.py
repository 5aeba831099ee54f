"""A running counter, a real browser, and a visitor who has begun."""

import threading
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import pytest
from flask import Flask, abort
from werkzeug.serving import make_server

from tests.browser.visitor import answer, start
from wizard.app import assemble
from wizard.keeping.database import open_engine, upgrade
from wizard.keeping.dossier import StorageUnavailableError
from wizard.keeping.storage import Dossiers
from wizard.settings import Settings

PATIENCE = 90_000  # milliseconds; a busy machine is slow, not wrong


def pytest_collection_modifyitems(items):
    for item in items:
        if "tests/browser" in str(item.path):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def site(counter):
    """Give the address of the counter."""
    return counter.address


@dataclass(frozen=True)
class Counter:
    """The counter that is served, and where."""

    app: Flask
    address: str


def trouble(status):
    """Meet a kind of trouble, to look at its page."""
    if status == 503:
        raise StorageUnavailableError
    if status == 500:
        raise RuntimeError("this is meant to go wrong")
    abort(status)


@pytest.fixture(scope="session")
def counter(library, tmp_path_factory):
    """Serve the real law on a port of its own, with an address for each trouble."""
    folder = tmp_path_factory.mktemp("toonbank")
    engine = open_engine(f"sqlite:///{folder / 'raadwijzer.sqlite'}")
    upgrade(engine)
    settings = Settings(
        instance=folder,
        secret_key="een geheim dat alleen in de tests bestaat",
        dossiers_per_hour=0,
        pdfs_per_hour=0,
        pdf_ahead=0,
    )
    dossiers = Dossiers(
        engine, timedelta(days=30), lambda: datetime(2026, 11, 21, tzinfo=UTC)
    )
    app = assemble(settings, library, dossiers, lambda: date(2026, 11, 21))
    app.config["PROPAGATE_EXCEPTIONS"] = False
    app.add_url_rule("/proef/<int:status>", "trouble", trouble)
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield Counter(app, f"http://127.0.0.1:{server.port}")
    server.shutdown()
    thread.join()
    engine.dispose()


@pytest.fixture
def sheet(browser, site):
    """Open a fresh browser window; by default as a visitor without JavaScript."""
    opened = []

    def make(*, width=1280, height=800, scripts=True):
        context = browser.new_context(
            base_url=site,
            viewport={"width": width, "height": height},
            java_script_enabled=scripts,
            accept_downloads=True,
        )
        context.set_default_timeout(PATIENCE)
        opened.append(context)
        return context.new_page()

    yield make
    for context in opened:
        context.close()


@pytest.fixture
def begun(sheet):
    """Open a window on a dossier with one answer."""

    def make(decision="cameratoezicht", **kwargs):
        page = sheet(**kwargs)
        start(page, decision)
        answer(page, "onbekend")
        return page

    return make
