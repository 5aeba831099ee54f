"""The whole counter on the real law, and `visit`: every page is looked over."""

import re
import shutil
from dataclasses import replace
from datetime import date, timedelta
from functools import cached_property
from urllib.parse import urlsplit

import pytest
from cssselect2 import ElementWrapper
from jinja2 import BytecodeCache
from lxml.html import document_fromstring
from tinyhtml5.parser import HTMLParser

from reports.formats.print_pool import Bounds, Printer
from rules.grammar.answers import ChoiceKind
from wizard.app import assemble
from wizard.counter import EXTENSION
from wizard.finished_papers import FinishedPapers
from wizard.keeping.database import open_engine, upgrade
from wizard.keeping.storage import Dossiers
from wizard.printing_ahead import PrintAhead
from wizard.settings import Settings

TODAY = date(2026, 11, 21)
SECRET = "een geheim dat alleen in de tests bestaat"
STRAIGHT = re.compile("['\"]")


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory):
    """Migrate once; every test gets a copy."""
    file = tmp_path_factory.mktemp("leeg") / "raadwijzer.sqlite"
    engine = open_engine(f"sqlite:///{file}")
    upgrade(engine)
    engine.dispose()
    return file


@pytest.fixture(scope="session")
def printer():
    """Give one printer for all pages: to start one costs more than a memo."""
    made = Printer(Bounds())
    yield made
    made.close()


class Compiled(BytecodeCache):
    """Keeps templates compiled, for every application of this run."""

    def __init__(self):
        self.kept = {}

    def load_bytecode(self, bucket):
        if bucket.key in self.kept:
            bucket.bytecode_from_string(self.kept[bucket.key])

    def dump_bytecode(self, bucket):
        self.kept[bucket.key] = bucket.bytecode_to_string()


FREE = {"dossiers_per_hour": 0, "pdfs_per_hour": 0, "pdf_ahead": 0}
MADE_ONCE = ("exercises", "lookup", "cases")  # what a counter makes of the law, once


@pytest.fixture(scope="session")
def storage(empty_database, tmp_path_factory):
    """Give an empty storage of its own, with its folder."""

    def make(now):
        folder = tmp_path_factory.mktemp("toepassing")
        shutil.copy(empty_database, folder)
        engine = open_engine(f"sqlite:///{folder / 'raadwijzer.sqlite'}")
        return folder, Dossiers(engine, timedelta(days=30), now)

    return make


@pytest.fixture(scope="session")
def build(library, storage, printer):
    """Make an application; a test may give its own settings, law and clock."""
    compiled = Compiled()

    def make(now, *, law=library, **settings):
        folder, dossiers = storage(now)
        chosen = Settings(instance=folder, secret_key=SECRET, **(FREE | settings))
        app = assemble(chosen, law, dossiers, lambda: TODAY)
        app.config["PROPAGATE_EXCEPTIONS"] = False
        app.jinja_env.bytecode_cache = compiled
        app.extensions[EXTENSION].print_ahead.printer = printer
        return app

    return make


@pytest.fixture(scope="session")
def standing(build, storage):
    """Put one application together for most tests, and empty its storage for each."""
    app = build(lambda: None)

    def emptied(now):
        before, (_, dossiers) = app.extensions[EXTENSION], storage(now)
        old = before.print_ahead
        ahead = PrintAhead(old.printer, FinishedPapers(), old.seats, old.most_ahead)
        counter = replace(before, dossiers=dossiers, print_ahead=ahead)
        known = {
            name: value for name, value in vars(before).items() if name in MADE_ONCE
        }
        vars(counter).update(known)
        app.extensions[EXTENSION] = counter
        return app

    return emptied


@pytest.fixture
def law(library):
    """The law on the counter; a test module may lay out another."""
    return library


@pytest.fixture
def app(build, clock, law, library, standing):
    """Give an application on an empty storage; who adds to it builds one."""
    return standing(clock) if law is library else build(clock, law=law)


@pytest.fixture
def client(app):
    return app.test_client()


class Node:
    """One element of a page."""

    def __init__(self, wrapper):
        self.wrapper = wrapper
        self.tag = wrapper.local_name

    def get(self, name):
        return self.wrapper.etree_element.get(name)

    def inside(self, tag):
        return any(one.local_name == tag for one in self.wrapper.ancestors)

    def all(self, css):
        return [Node(one) for one in self.wrapper.query_all(css)]

    def one(self, css):
        (found,) = self.all(css)
        return found

    @property
    def text(self):
        """What is read aloud: where a word may break says nothing."""
        said = "".join(self.wrapper.etree_element.itertext()).replace("\u00ad", "")
        return " ".join(said.split())


class Page(Node):
    """One page as a visitor gets it."""

    tag = "html"

    def __init__(self, response):
        self.status = response.status_code
        self.html = response.get_data(as_text=True)

    @cached_property
    def wrapper(self):
        """Read the page once somebody looks: many are only passed by."""
        return ElementWrapper.from_html_root(document_fromstring(self.html))

    @cached_property
    def faults(self):
        """Read it as strictly as the standard does, which takes ten times as long."""
        parser = HTMLParser(namespace_html_elements=False)
        parser.parse(self.html)
        return parser.errors

    @property
    def title(self):
        return self.one("head title").text

    @property
    def heading(self):
        return self.one("h1").text

    @property
    def proof(self):
        """What every form carries: that it is ours, and for which dossier it was shown."""
        return {"csrf_token": self.token, "hoort_bij": self.hidden("hoort_bij") or ""}

    @property
    def filled(self):
        """What a browser would send of the screen as it is: rows and version."""
        form = self.one("form[method=post]:has(input[name=versie]):not([action])")
        fields = {}
        for one in form.all("input:not([type=hidden])"):
            ticked = one.get("type") in ("radio", "checkbox")
            if one.get("checked") is not None or (not ticked and one.get("value")):
                fields.setdefault(one.get("name"), []).append(one.get("value"))
        return fields

    @property
    def token(self):
        return self.hidden("csrf_token")

    def hidden(self, name):
        """Give what a form carries along, without reading the whole page."""
        found = re.search(
            rf'name="{name}"(?: type="hidden")? value="([^"]*)"', self.html
        )
        return found and found[1]


def look_over(page):
    """Check what holds for every page that we make."""
    assert not page.faults
    assert page.get("lang") == "nl"
    assert page.heading in page.title
    ids = [element.get("id") for element in page.all("[id]")]
    assert len(ids) == len(set(ids))
    assert not page.all("[style], style, script:not([src])")
    assert not STRAIGHT.search(page.one("body").text)
    look_over_links(page, set(ids))
    for field in page.all("input:not([type=hidden]), textarea, select"):
        assert page.all(f"label[for='{field.get('id')}']") or field.inside("label")
    for option in page.all("input[type=radio]"):
        assert option.inside("fieldset")


def look_over_links(page, ids):
    for name in ("aria-describedby", "aria-labelledby"):
        for element in page.all(f"[{name}]"):
            assert set(element.get(name).split()) <= ids
    for link in page.all("a[href^='#']"):
        assert link.get("href")[1:] in ids


@pytest.fixture
def visit(client):
    """Fetch a page and look it over."""

    def fetch(path, *, status=200, browser=client, **kwargs):
        response = browser.get(path, **kwargs)
        assert response.status_code == status, response.headers.get("Location")
        page = Page(response)
        look_over(page)
        return page

    return fetch


@pytest.fixture
def send(client):
    """Send a form as the page would have it, with its token."""

    def post(path, data, *, browser=client, status=303, ask=None):
        page = Page(browser.get(ask or path))
        fields = page.proof
        if page.hidden("versie"):
            fields["versie"] = page.hidden("versie")
        response = browser.post(path, data=fields | data)
        if status == 303 and b'name="bevestigd"' in response.data:
            response = browser.post(path, data=fields | data | {"bevestigd": "ja"})
        assert response.status_code == status, Page(response).heading
        if status == 303:
            where = response.headers["Location"]
            return Page(browser.get(where, follow_redirects=True))
        page = Page(response)
        look_over(page)
        return page

    return post


@pytest.fixture
def follow():
    """Open a link to a dossier as a person does: look, and press the button."""

    def go(browser, link):
        path = urlsplit(link).path + ("/dossier" if "/l/" in link else "")
        response = browser.post(path, data=Page(browser.get(path)).proof)
        assert response.status_code == 303
        return response

    return go


@pytest.fixture
def begin(send, client, law):
    """Pass the gate and answer questions; give the last page."""

    def go(answers=(), *, decision="cameratoezicht", status=303, **kwargs):
        here = f"/{decision.replace('_', '-')}"
        page = send(f"{here}/poort", {"antwoord": "ja"}, **kwargs)
        for question, value in dict(answers).items():
            asked = law.decision(decision).question_by_id[question]
            screen = law.decision(decision).screen_of(question).id.replace("_", "-")
            path = f"{here}/vraag/{screen}"
            now = Page(kwargs.get("browser", client).get(path)).filled
            data = now | said(asked, value)
            page = send(path, data, status=status, **kwargs)
        return page

    return go


def said(question, value):
    """The fields of one row: what was chosen, ticked or typed, or that it is unknown."""
    name = f"{question.id}-antwoord"
    chosen = question.is_yes_no or isinstance(question.answer, ChoiceKind)
    if value in (None, "onbekend"):
        unknown = {name: "onbekend"} if chosen else {f"{question.id}-onbekend": "ja"}
        return unknown if chosen else {name: [], **unknown}
    return {name: value} if chosen else {name: value, f"{question.id}-onbekend": []}
