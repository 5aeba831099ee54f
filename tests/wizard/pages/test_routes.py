"""Every route stands in this table, with what a stranger gets there."""

import importlib
import re
from pathlib import Path

import pytest

import wizard

ROUTES = {
    "GET /": 200,
    "GET /<name>": 303,
    "GET /<name>/advies": 303,
    "GET /<name>/advies/memo.<form>": 404,
    "GET /<name>/beeld": 303,
    "GET /<name>/doorverwijzing": 200,
    "GET /<name>/controleblad": 404,
    "GET /<name>/controleblad.pdf": 404,
    "GET /<name>/kosten": 303,
    "POST /<name>/kosten": 400,
    "GET /<name>/kosten/<slug>": 404,
    "POST /<name>/kosten/<slug>": 400,
    "GET /<name>/overzicht": 303,
    "GET /<name>/poort": 200,
    "POST /<name>/poort": 400,
    "GET /<name>/privacy": 303,
    "GET /<name>/stukken": 303,
    "GET /<name>/stukken/overwegingen": 303,
    "POST /<name>/stukken/overwegingen": 400,
    "GET /<name>/stukken/<slug>": 303,
    "POST /<name>/stukken/<slug>": 400,
    "GET /<name>/stukken/<slug>/controle": 303,
    "POST /<name>/stukken/<slug>/controle": 400,
    "GET /<name>/stukken/<slug>/griffie.json": 303,
    "GET /<name>/vergelijken": 303,
    "GET /<name>/vergelijken/dossiers": 303,
    "POST /<name>/vergelijken/dossiers": 400,
    "POST /<name>/vergelijken/dossiers/weg": 400,
    "GET /<name>/vraag/<slug>": 303,
    "POST /<name>/vraag/<slug>": 400,
    "GET /bronnen": 200,
    "GET /controleren": 200,
    "POST /controleren": 400,
    "POST /controleren/openen": 400,
    "GET /d/<key>": 404,
    "GET /delen": 404,
    "POST /delen/intrekken": 400,
    "POST /delen/leeslink": 400,
    "GET /gereed": 200,
    "GET /gewist": 200,
    "GET /gezond": 200,
    "GET /l/<key>": 404,
    "GET /makers": 200,
    "GET /memo": 404,
    "GET /memo/bestand": 404,
    "GET /privacy": 200,
    "GET /sluiten": 200,
    "POST /sluiten": 400,
    "GET /static/<path:name>": 200,
    "GET /toegankelijkheid": 200,
    "GET /verschil": 200,
    "POST /verschil": 400,
    "GET /wegwijzer": 303,
    "POST /wegwijzer/begin/<name>": 400,
    "GET /wegwijzer/doorverwijzing": 200,
    "POST /wegwijzer/opnieuw": 400,
    "GET /wegwijzer/uitkomst": 303,
    "GET /wegwijzer/vraag/<slug>": 404,
    "POST /wegwijzer/vraag/<slug>": 400,
    "GET /werkwijze": 200,
    "GET /wissen": 404,
    "POST /wissen": 400,
    "GET /<name>/twijfel": 404,
    "POST /<name>/twijfel": 400,
    "POST /<name>/vraag/<slug>/stand": 400,
    "GET /wijzigingen": 404,
    "POST /wijzigingen/ongedaan": 400,
    "GET /gemeente": 404,
    "POST /gemeente": 400,
    "GET /regels": 200,
    "GET /regels/<decision>": 200,
    "GET /rechtspraak": 200,
    "GET /begrippen": 200,
    "GET /voorbeelden": 200,
    "GET /voorbeelden/<example>": 200,
    "POST /voorbeelden/<example>": 400,
    "GET /delen/dossier.json": 404,
    "GET /delen/bewaartermijn.ics": 404,
    "GET /delen/raadsvergadering.ics": 404,
}
EXAMPLES = {
    "<decision>": "cameratoezicht",
    "<example>": "steenbergen-camera",
    "<name>": "cameratoezicht",
    "<slug>": "doel-openbare-orde",
    "<form>": "pdf",
    "<key>": "geensleutel",
    "<path:name>": "css/tokens.css",
}
FLOOR = Path(wizard.__file__).resolve().parent
TEMPLATES = FLOOR.parent / "templates"

SHEET = "/static/css/raadwijzer.css"
PARTS_OF_SHEET = ("nlds", "tokens", "screen")


def test_every_route_stands_in_the_table(app):
    found = {
        f"{method} {rule.rule}"
        for rule in app.url_map.iter_rules()
        for method in rule.methods - {"HEAD", "OPTIONS"}
    }

    assert found == set(ROUTES)


@pytest.mark.parametrize(("route", "status"), ROUTES.items())
def test_a_stranger_gets_what_the_table_says(client, route, status):
    method, path = route.split()
    for hole, example in EXAMPLES.items():
        path = path.replace(hole, example)

    response = client.open(path, method=method)

    assert response.status_code == status


def test_every_page_is_strict_about_where_it_loads_from(client):
    response = client.get("/")

    policy = response.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert not re.search(
        r"(src|href)=\"(?!/|#|https://|http://localhost)", response.text
    )


def test_every_screen_has_its_template_and_every_template_its_screen():
    named = {
        one.template
        for path in (FLOOR / "screens").glob("[a-z]*.py")
        for one in vars(importlib.import_module(f"wizard.screens.{path.stem}")).values()
        if isinstance(getattr(one, "template", None), str)
    }
    files = {f"screens/{path.name}" for path in (TEMPLATES / "screens").glob("*.html")}

    assert named == files


def test_no_macro_is_without_use():
    texts = {path: path.read_text() for path in TEMPLATES.rglob("*.html")}
    everything = "\n".join(texts.values())
    macros = {
        name
        for path, text in texts.items()
        if path.parent.name in ("parts", "screens")
        for name in re.findall(r"{% macro (\w+)", text)
    }

    assert macros
    for name in macros:
        assert len(re.findall(rf"\b{name}\b", everything)) > 1, name


def test_the_sheets_that_every_page_needs_go_out_as_one(client):
    (address,) = re.findall(r'rel="stylesheet" href="([^"]+)"', client.get("/").text)
    sheet = client.get(address).text
    parts = [client.get(f"/static/css/{name}.css").text for name in PARTS_OF_SHEET]

    assert sheet == "\n".join(parts)


def test_who_refuses_packed_sheets_gets_them_plain(client):
    refused = {"Accept-Encoding": "gzip;q=0"}

    assert "Content-Encoding" not in client.get(SHEET, headers=refused).headers


def test_stylesheets_are_packed_and_kept(client):
    plain = client.get("/static/css/screen.css")
    packed = client.get("/static/css/screen.css", headers={"Accept-Encoding": "gzip"})

    assert packed.headers["Content-Encoding"] == "gzip"
    assert len(packed.data) * 2 < len(plain.data)
    assert "immutable" in plain.headers["Cache-Control"]


@pytest.mark.parametrize(
    "path",
    [
        *("/bronnen", "/werkwijze", "/makers", "/privacy", "/toegankelijkheid"),
        *("/gewist", "/regels", "/regels/cameratoezicht", "/regels/buurtbemiddeling"),
        *("/regels/woonoverlastverordening", "/rechtspraak", "/begrippen"),
        *("/voorbeelden", "/voorbeelden/steenbergen-camera"),
        *(
            "/voorbeelden/enschede-buurtbemiddeling",
            "/voorbeelden/woerden-woonoverlast",
        ),
    ],
)
def test_the_pages_about_us_are_sound(visit, path):
    assert visit(path).one("h1").text
