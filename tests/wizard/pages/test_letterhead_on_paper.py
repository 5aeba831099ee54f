"""A site with a letterhead prints it on its memos, and knows it again."""

from io import BytesIO

import pytest

NAME, SHORT = "Gemeente Voorbeeld", "/cameratoezicht/memo"


@pytest.fixture
def app(build, clock, tmp_path):
    (tmp_path / "briefhoofd.yaml").write_text(f"name: {NAME}\n", "utf-8")
    return build(clock, letterhead=tmp_path / "briefhoofd.yaml")


def test_a_memo_has_it(client, begin):
    begin({"fase": "besluit"})

    assert NAME in client.get(f"{SHORT}.html").get_data(as_text=True)


def test_a_memo_of_this_site_is_sound_here(client, begin, visit):
    begin({"fase": "besluit"})
    pdf = client.get(f"{SHORT}.pdf").data
    form = {
        "csrf_token": visit("/controleren").token,
        "bestand": (BytesIO(pdf), "memo.pdf"),
    }
    told = client.post("/controleren", data=form).get_data(as_text=True)

    assert told.count("<strong>gelijk</strong>") == 3
