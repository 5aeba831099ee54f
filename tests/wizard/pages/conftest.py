"""The whole counter on the real law, and `visit`: every page is looked over."""

import re
import shutil
from dataclasses import replace
from datetime import date, timedelta
from functools import cache, cached_property
from urllib.parse import urlsplit

import pytest
from jinja2 import BytecodeCache
from lxml.cssselect import CSSSelector
from lxml.html import document_fromstring
from tinyhtml5 import inputstream
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
SAID = re.compile(r'(?<==")[^"&]+(?=")|(?<=>)[^<&]+(?=<)')


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


def said_in(element):
    """What is read aloud: where a word may break says nothing."""
    return " ".join("".join(element.itertext()).replace("\u00ad", "").split())


@cache
def selector(css):
    return CSSSelector(css, translator="html")


class Node:
    """One element of a page."""

    def __init__(self, element):
        self.element = element
        self.tag = element.tag

    def get(self, name):
        return self.element.get(name)

    def inside(self, tag):
        return next(self.element.iterancestors(tag), None) is not None

    def all(self, css):
        return [Node(one) for one in selector(css)(self.element)]

    def one(self, css):
        (found,) = self.all(css)
        return found

    @property
    def text(self):
        return said_in(self.element)


class Page(Node):
    """One page as a visitor gets it."""

    tag = "html"

    def __init__(self, response):
        self.status = response.status_code
        self.html = response.get_data(as_text=True)

    @cached_property
    def element(self):
        """Read the page once somebody looks: many are only passed by."""
        return document_fromstring(self.html)

    @property
    def faults(self):
        """Read it as strictly as the standard does, which takes ten times as long.

        What is said between tags and in attributes can break no rule of it, but for an
        ampersand; so pages with the same tags are read once.
        """
        return faults_in(SAID.sub(lambda said: said[0].strip()[:1], self.html))

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


class Patterns(dict):
    """Keeps each pattern: tinyhtml5 2.1 files it amiss, and makes it anew at every word."""

    def __missing__(self, wanted):
        signs, opposite = wanted
        listed = "".join(f"\\x{ord(sign):02x}" for sign in signs)
        return self.setdefault(
            wanted, re.compile(f"[{'' if opposite else '^'}{listed}]+")
        )


inputstream.characters_until_regex = Patterns()


@cache
def faults_in(html):
    parser = HTMLParser(namespace_html_elements=False)
    parser.parse(html)
    return parser.errors


def look_over(page):
    """Check what holds for every page that we make."""
    tree = page.element
    assert not page.faults
    assert tree.get("lang") == "nl"
    (title,), (heading,) = tree.xpath("//head/title"), tree.xpath("//h1")
    assert said_in(heading) in said_in(title)
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert not tree.xpath("//*[@style] | //style | //script[not(@src)]")
    assert not STRAIGHT.search("".join(tree.find("body").itertext()))
    assert {*tree.xpath("//a/@href[starts-with(., '#')]")} <= {f"#{one}" for one in ids}
    for name in ("aria-describedby", "aria-labelledby"):
        assert set(" ".join(tree.xpath(f"//@{name}")).split()) <= set(ids)
    labels = set(tree.xpath("//label/@for"))
    fields = "//input[not(@type = 'hidden')] | //textarea | //select"
    for field in tree.xpath(fields):
        assert field.get("id") in labels or field.xpath("ancestor::label")
    assert not tree.xpath("//input[@type = 'radio'][not(ancestor::fieldset)]")


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
    """Send a form as the page would have it, with its token.

    `ask` is the page that was seen, or its address where that is not where it goes.
    """

    def post(path, data, *, browser=client, status=303, ask=None):
        page = ask if isinstance(ask, Page) else Page(browser.get(ask or path))
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
            now = Page(kwargs.get("browser", client).get(path))
            data = now.filled | said(asked, value)
            page = send(path, data, status=status, ask=now, **kwargs)
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
