"""Whoever kept an address of 0.1.0 comes to the page it was for, or to where that lives now.

Addresses of single questions are in `test_walk`: many a question became another.
"""

import pytest

# Every address of 0.1.0 that shows something, and where one comes now; “”: it is the same.
OLD = {
    "/": "",
    "/<name>": "",
    "/<name>/poort": "",
    "/<name>/doorverwijzing": "",
    "/<name>/vraag/<slug>": "",
    "/<name>/beeld": "",
    "/<name>/overzicht": "",
    "/<name>/advies": "/cameratoezicht/kort",
    "/<name>/advies/memo.<form>": "/cameratoezicht/dossier.pdf",
    "/<name>/controleblad": "",
    "/<name>/controleblad.pdf": "",
    "/<name>/kosten": "/cameratoezicht/geld",
    "/<name>/kosten/<slug>": "/cameratoezicht/geld/mobiele-cameras",
    "/<name>/privacy": "",
    "/<name>/stukken": "",
    "/<name>/stukken/overwegingen": "/cameratoezicht/stukken/motie#punt",
    "/<name>/stukken/<slug>": "",
    "/<name>/stukken/<slug>/controle": "",
    "/<name>/stukken/<slug>/griffie.json": "",
    "/<name>/twijfel": "",
    "/<name>/vergelijken": "",
    "/<name>/vergelijken/dossiers": "",
    "/begrippen": "",
    "/bronnen": "",
    "/controleren": "",
    "/d/<key>": "",
    "/delen": "",
    "/delen/bewaartermijn.ics": "",
    "/delen/dossier.json": "",
    "/delen/raadsvergadering.ics": "",
    "/gemeente": "/waarover",
    "/gereed": "",
    "/gewist": "",
    "/gezond": "",
    "/l/<key>": "",
    "/makers": "",
    "/memo": "",
    "/memo/bestand": "",
    "/privacy": "",
    "/rechtspraak": "",
    "/regels": "",
    "/regels/<decision>": "",
    "/sluiten": "",
    "/static/<path:name>": "",
    "/toegankelijkheid": "",
    "/verschil": "",
    "/voorbeelden": "",
    "/voorbeelden/<example>": "",
    "/wegwijzer": "",
    "/wegwijzer/doorverwijzing": "/wegwijzer",
    "/wegwijzer/uitkomst": "/wegwijzer",
    "/wegwijzer/vraag/<slug>": "/wegwijzer",
    "/werkwijze": "",
    "/wijzigingen": "",
    "/wissen": "",
}
MOVED = {old: new for old, new in OLD.items() if new}
# The papers for each body became one paper: questions, each with the body it is for.
PAPERS = ("vragen-burgemeester", "vragen-college")
SPELLED_NOW = {
    "/<name>": "/<decision:name>",
    "/regels/<decision>": "/regels/<decision:decision>",
    "/wegwijzer/vraag/<slug>": "/wegwijzer/vraag/<path:rest>",
}
EXAMPLES = {"<name>": "cameratoezicht", "<slug>": "mobiele-cameras", "<form>": "pdf"}


def rule_of(old):
    """Write an old address as the routes spell it now."""
    if old in SPELLED_NOW:
        return SPELLED_NOW[old]
    head, slash, rest = old.partition("/<name>/")
    return f"/<decision:name>/{rest}" if slash and not head else old


def example_of(old):
    for hole, example in EXAMPLES.items():
        old = old.replace(hole, example)
    return old


def test_every_old_address_is_still_one_of_ours(app):
    rules = {rule.rule for rule in app.url_map.iter_rules() if "GET" in rule.methods}

    assert [old for old in OLD if rule_of(old) not in rules] == []


@pytest.mark.parametrize(("old", "new"), MOVED.items())
def test_what_moved_leads_to_where_it_lives(begin, client, old, new):
    begin({"plek_vrij_toegankelijk": "ja"})
    response = client.get(example_of(old))

    assert response.status_code in (301, 303)
    assert response.headers["Location"] == new


@pytest.mark.parametrize("slug", PAPERS)
def test_questions_to_one_body_are_questions_now(begin, client, slug):
    begin({"plek_vrij_toegankelijk": "ja"})
    response = client.get(f"/cameratoezicht/stukken/{slug}")

    assert response.headers["Location"] == "/cameratoezicht/stukken/vragen"
