"""A dossier goes along as a file, and comes back as a new dossier."""

import json
from io import BytesIO

import pytest


@pytest.fixture
def bring(client, visit):
    """Send a dossier file in, as a browser does."""

    def post(data):
        token = visit("/controleren").token
        files = {"bestand": (BytesIO(data), "dossier.json")}
        return client.post(
            "/controleren/openen",
            data={"csrf_token": token, **files},
            content_type="multipart/form-data",
        )

    return post


def test_a_dossier_comes_back_from_its_own_file(begin, client, bring, visit):
    begin({"plek_vrij_toegankelijk": "ja", "plek_open_terrein": "nee"})
    taken = client.get("/delen/dossier.json")
    back = bring(taken.data)

    assert taken.status_code == 200
    assert json.loads(taken.data)["answers"]["plek_open_terrein"] == "nee"
    assert "key" not in taken.get_data(as_text=True)
    assert back.status_code == 303
    assert visit(back.location).status == 200


def test_doubts_come_back_too(begin, client, bring):
    begin({"plek_vrij_toegankelijk": "ja"})
    whole = json.loads(client.get("/delen/dossier.json").data)
    whole["doubtful"] = ["plek_vrij_toegankelijk"]
    back = bring(json.dumps(whole).encode())
    again = json.loads(client.get("/delen/dossier.json").data)

    assert back.status_code == 303
    assert again["texts"] == {"twijfel_plek_vrij_toegankelijk": "ja"}


@pytest.mark.parametrize("data", [b"", b"geen dossier", b"\xff\xfe", b"{}", b"[1]"])
def test_what_is_no_dossier_is_refused_and_nothing_is_stored(bring, app, data):
    refused = bring(data)

    assert refused.status_code == 422
    assert app.extensions["raadwijzer"].dossiers.count() == 0
