"""A text that somebody brings is judged line by line, and nothing of it is kept."""

import pytest

from reports.council.paper_text import LONGEST

PATH = "/controleer-tekst"
MOTION = (
    "Verzoekt het college:\n"
    "1. de straatverlichting te verbeteren;\n"
    "2. camera’s op te hangen;\n"
    "3. de glimworm te frobelen.\n"
)


@pytest.fixture
def send(client, visit):
    """Send a text to the page, as a browser does."""

    def post(text, status=200, **more):
        data = {"csrf_token": visit(PATH).token, "tekst": text, **more}
        response = client.post(PATH, data=data)
        assert response.status_code == status
        return response

    return post


def test_the_page_asks_for_a_text_and_says_that_nothing_is_kept(visit):
    page = visit(PATH)

    assert page.one("textarea").get("name") == "tekst"
    assert "niets bewaard" in page.text


def test_each_line_gets_its_verdict_with_why_and_what_can_stand_there(send):
    html = send(MOTION).get_data(as_text=True)

    assert html.count("<strong>Kan</strong>") == 1
    assert html.count("<strong>Kan niet</strong>") == 1
    assert html.count("<strong>Niet beoordeeld</strong>") == 1
    assert "Daarover gaat de burgemeester." in html
    assert "Vraag de griffie" in html


def test_the_text_stays_in_its_field_and_in_no_dossier(send, app):
    html = send(MOTION).get_data(as_text=True)

    assert "de glimworm te frobelen" in html.partition("<textarea")[2]
    assert "Set-Cookie" not in {
        name for name, value in send(MOTION).headers if "tekst" in value
    }


def test_what_was_judged_can_be_printed(send):
    response = send(MOTION, vorm="pdf")

    assert response.content_type == "application/pdf"
    assert response.data.startswith(b"%PDF")
    assert "controle-2026-11-21.pdf" in response.headers["Content-Disposition"]


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("", "een motie"),
        ("amendement", "een amendement"),
        ("vragen", "een set vragen"),
        ("onzin", "een motie"),
    ],
)
def test_the_kind_is_seen_or_chosen(send, kind, told):
    assert f"als {told}" in send(MOTION, soort=kind).get_data(as_text=True)


@pytest.mark.parametrize("text", ["", "  \n "])
def test_without_a_text_it_says_what_to_do(send, text):
    html = send(text, 422).get_data(as_text=True)

    assert "Plak eerst de tekst" in html


def test_a_text_that_is_too_long_is_refused_before_it_is_read(send, monkeypatch):
    monkeypatch.setattr("wizard.pages.check_text.check_text", None)

    html = send("a" * (LONGEST + 1), 422).get_data(as_text=True)

    assert str(LONGEST) in html


def test_as_multipart_it_is_bounded_alike(client, visit):
    token = visit(PATH).token
    response = client.post(
        PATH,
        data={"csrf_token": token, "tekst": "a" * 90_000},
        content_type="multipart/form-data",
    )

    assert response.status_code == 422


def test_who_asks_too_much_waits(build, clock):
    client = build(clock, pdfs_per_hour=4).test_client()
    page = client.get(PATH).get_data(as_text=True)
    token = page.partition('name="csrf_token" value="')[2].partition('"')[0]
    data = {"csrf_token": token, "tekst": MOTION}
    codes = [client.post(PATH, data=data).status_code for _ in range(2)]

    assert codes == [200, 429]


@pytest.mark.parametrize(
    "text",
    [
        "🙂 \u05d0\u05d1",
        "<b>Verzoekt het college licht aan te brengen.</b>",
        "“Verzoekt”",
    ],
)
def test_odd_texts_are_shown_as_text(send, text):
    html = send(text).get_data(as_text=True)

    assert "<b>Verzoekt" not in html
