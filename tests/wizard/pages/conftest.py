"""The whole counter on the real law, and `visit`: every page is looked over."""

import re
import shutil
from datetime import date, timedelta

import pytest
from cssselect2 import ElementWrapper
from tinyhtml5.parser import HTMLParser

from wizard.app import assemble
from wizard.keeping.database import open_engine, upgrade
from wizard.keeping.storage import Dossiers
from wizard.settings import Settings

TODAY = date(2026, 11, 21)
SECRET = "een geheim dat alleen in de tests bestaat"
DONT_KNOW = {"onbekend": "ja"}
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
def build(library, empty_database, tmp_path_factory):
    """Make an application; a test may give its own settings, law and clock."""

    def make(now, *, law=library, **settings):
        folder = tmp_path_factory.mktemp("toepassing")
        shutil.copy(empty_database, folder)
        engine = open_engine(f"sqlite:///{folder / 'raadwijzer.sqlite'}")
        free = {"dossiers_per_hour": 0, "pdfs_per_hour": 0, "pdf_ahead": 0}
        chosen = Settings(instance=folder, secret_key=SECRET, **(free | settings))
        dossiers = Dossiers(engine, timedelta(days=30), now)
        app = assemble(chosen, law, dossiers, lambda: TODAY)
        app.config["PROPAGATE_EXCEPTIONS"] = False
        return app

    return make


@pytest.fixture
def app(build, clock):
    return build(clock)


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
        return " ".join("".join(self.wrapper.etree_element.itertext()).split())


class Page(Node):
    """One page as a visitor gets it."""

    def __init__(self, response):
        self.status = response.status_code
        self.html = response.get_data(as_text=True)
        parser = HTMLParser(namespace_html_elements=False)
        super().__init__(ElementWrapper.from_html_root(parser.parse(self.html)))
        self.faults = parser.errors

    @property
    def title(self):
        return self.one("head title").text

    @property
    def heading(self):
        return self.one("h1").text

    @property
    def token(self):
        return self.all("input[name=csrf_token]")[0].get("value")


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
        fields = {"csrf_token": page.token}
        if page.all("input[name=versie]"):
            fields["versie"] = page.one("input[name=versie]").get("value")
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
def begin(send):
    """Pass the gate and answer questions; give the last page."""

    def go(answers=(), *, decision="cameratoezicht", status=303, **kwargs):
        page = send(f"/{decision}/poort", {"antwoord": "ja"}, **kwargs)
        for question, value in dict(answers).items():
            slug = question.replace("_", "-")
            data = {"antwoord": value} if value else DONT_KNOW
            page = send(f"/{decision}/vraag/{slug}", data, status=status, **kwargs)
        return page

    return go
