"""Every route stands in this table, with what a stranger gets there."""

import re
from pathlib import Path

import pytest

import wizard

ROUTES = {
    "GET /": 200,
    "GET /<decision:name>": 303,
    "GET /<decision:name>/advies": 301,
    "GET /<decision:name>/advies/memo.<form>": 301,
    "GET /<decision:name>/beeld": 303,
    "GET /<decision:name>/doorverwijzing": 200,
    "GET /<decision:name>/controleblad": 404,
    "GET /<decision:name>/controleblad.pdf": 404,
    "GET /<decision:name>/dossier.<form>": 303,
    "GET /<decision:name>/geld": 303,
    "POST /<decision:name>/geld": 400,
    "GET /<decision:name>/geld/<slug>": 303,
    "POST /<decision:name>/geld/<slug>": 400,
    "GET /<decision:name>/kort": 303,
    "GET /<decision:name>/kort.txt": 303,
    "GET /<decision:name>/kosten": 301,
    "GET /<decision:name>/kosten/<slug>": 301,
    "GET /<decision:name>/memo.<form>": 303,
    "GET /<decision:name>/overzicht": 303,
    "GET /<decision:name>/hoofdstuk/<slug>": 303,
    "GET /<decision:name>/zekerder": 303,
    "GET /<decision:name>/poort": 200,
    "POST /<decision:name>/poort": 400,
    "GET /<decision:name>/privacy": 303,
    "GET /<decision:name>/stukken": 303,
    "GET /<decision:name>/termijnen.ics": 303,
    "GET /<decision:name>/toets": 303,
    "GET /<decision:name>/voor-en-tegen": 303,
    "GET /<decision:name>/stukken/overwegingen": 303,
    "GET /<decision:name>/stukken/<slug>": 303,
    "POST /<decision:name>/stukken/<slug>": 400,
    "GET /<decision:name>/stukken/<slug>/controle": 303,
    "POST /<decision:name>/stukken/<slug>/controle": 400,
    "GET /<decision:name>/stukken/<slug>/griffie.json": 303,
    "GET /<decision:name>/vergelijken": 303,
    "GET /<decision:name>/vergelijken/dossiers": 303,
    "POST /<decision:name>/vergelijken/dossiers": 400,
    "POST /<decision:name>/vergelijken/dossiers/weg": 400,
    "GET /<decision:name>/vraag/<slug>": 303,
    "POST /<decision:name>/vraag/<slug>": 400,
    "POST /<decision:name>/botsing": 400,
    "GET /bron/<name>": 404,
    "GET /bronnen": 200,
    "GET /controleer-tekst": 200,
    "POST /controleer-tekst": 400,
    "GET /controleren": 200,
    "POST /controleren": 400,
    "POST /controleren/openen": 400,
    "GET /d/<key>": 404,
    "GET /delen": 404,
    "POST /delen/intrekken": 400,
    "POST /delen/leeslink": 400,
    "GET /gereed": 200,
    "GET /metrics": 404,
    "GET /.well-known/security.txt": 404,
    "GET /gewist": 200,
    "GET /gezond": 200,
    "GET /klaar/<slip>": 404,
    "GET /l/<key>": 404,
    "GET /l/<key>/dossier": 404,
    "POST /l/<key>/dossier": 400,
    "POST /d/<key>": 400,
    "POST /delen/bewerklink": 400,
    "POST /delen/eerdere-versies": 400,
    "POST /delen/terug": 400,
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
    "GET /wat-de-raad-kan": 200,
    "GET /wegwijzer": 200,
    "GET /wegwijzer/<name>": 404,
    "POST /wegwijzer/<name>": 404,
    "GET /wegwijzer/<name>.<form>": 404,
    "GET /wegwijzer/<problem>/begin/<decision:name>": 303,
    "GET /wegwijzer/doorverwijzing": 301,
    "GET /wegwijzer/uitkomst": 301,
    "GET /onderwerpen": 301,
    "GET /wegwijzer/vraag/<path:rest>": 301,
    "POST /wegwijzer/vraag/<path:rest>": 400,
    "GET /middel": 200,
    "GET /middel/<name>": 404,
    "GET /zoeken": 303,
    "POST /zoeken": 200,
    "POST /aanleiding": 400,
    "GET /werkwijze": 200,
    "GET /wissen": 404,
    "POST /wissen": 400,
    "GET /<decision:name>/twijfel": 303,
    "POST /<decision:name>/twijfel": 400,
    "POST /<decision:name>/vraag/<slug>/stand": 400,
    "GET /wijzigingen": 404,
    "POST /wijzigingen/ongedaan": 400,
    "GET /gemeente": 404,
    "GET /waarover": 404,
    "POST /waarover": 400,
    "POST /<decision:name>/opmerking/<slug>": 400,
    "GET /regels": 200,
    "GET /regels/<decision:decision>": 200,
    "GET /rechtspraak": 200,
    "GET /begrippen": 200,
    "GET /wat-werkt": 200,
    "GET /wat-werkt/<measure>": 200,
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
    "<decision:name>": "cameratoezicht",
    "<decision:decision>": "cameratoezicht",
    "<name>": "cameratoezicht",
    "<slug>": "raad-en-plek",
    "<form>": "pdf",
    "<key>": "geensleutel",
    "<slip>": "geenbewijs",
    "<measure>": "vaste-cameras",
    "<path:name>": "css/tokens.css",
    "<path:rest>": "probleem",
    "<problem>": "explosie",
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
    (address,) = re.findall(
        r'rel="stylesheet" href="([^"]+)"', client.get("/makers").text
    )
    sheet = client.get(address).text
    parts = [client.get(f"/static/css/{name}.css").text for name in PARTS_OF_SHEET]

    assert sheet.split() == " ".join(parts).split()


def test_what_is_for_makers_is_not_sent_and_a_licence_is(client):
    sheet, script = client.get(SHEET).text, client.get("/static/js/zoeken.js").text
    own = (FLOOR.parent / "static/css/screen.css").read_text()

    assert "/*" in own
    assert "EUPL" in sheet
    assert re.findall(r"/\*(?!!)", sheet) == []
    assert "\n" not in sheet
    assert re.findall(r"^ *//", script, re.MULTILINE) == []


def test_who_refuses_packed_sheets_gets_them_plain(client):
    refused = {"Accept-Encoding": "gzip;q=0"}

    assert "Content-Encoding" not in client.get(SHEET, headers=refused).headers


def test_a_sheet_of_another_version_is_never_kept_as_ours(client):
    (address,) = re.findall(
        r'rel="stylesheet" href="([^"]+)"', client.get("/makers").text
    )
    other = address.partition("?")[0] + "?v=eenandere"

    assert "immutable" in client.get(address).headers["Cache-Control"]
    assert client.get(other).headers["Cache-Control"] == "no-store"


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
        *("/wat-werkt", "/wat-werkt/buurtbemiddeling", "/wat-werkt/bibob"),
        *("/voorbeelden", "/voorbeelden/steenbergen-camera"),
        *(
            "/voorbeelden/enschede-buurtbemiddeling",
            "/voorbeelden/woerden-woonoverlast",
        ),
    ],
)
def test_the_pages_about_us_are_sound(visit, path):
    assert visit(path).one("h1").text


def test_an_address_spells_a_decision_with_hyphens(client):
    """One address for each page: with an underscore it is none of ours."""
    assert client.get("/weerbare-raad/poort").status_code == 200
    assert client.get("/weerbare_raad/poort").status_code == 404
    assert client.get("/weerbare-raad").headers["Location"] == "/weerbare-raad/poort"
