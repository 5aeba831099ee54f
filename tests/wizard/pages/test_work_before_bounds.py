"""Nothing is done with a text before its length was judged."""

import pytest

from reports.council.lint import check
from tests.wizard.pages.conftest import Page
from tests.wizard.pages.test_drafts import ANSWERS, MOTION
from wizard.pages import draft
from wizard.showing.draft_as_sent import LONGEST_TITLE, longest

MULTIPART = "multipart/form-data"


@pytest.fixture
def looked_at(monkeypatch):
    """Note the lines that the checker of a paper looks at."""
    found = []

    def noting(paper, *rest, **named):
        found.extend(line.text for line in paper.lines)
        return check(paper, *rest, **named)

    monkeypatch.setattr(draft, "check", noting)
    return found


def hostile(characters):
    return "1" * characters


@pytest.mark.parametrize("kind", [None, MULTIPART])
@pytest.mark.parametrize(("characters", "status"), [(1_900, 422), (95_000, 413)])
def test_a_paper_that_is_too_long_is_not_looked_at(  # noqa: PLR0913, PLR0917
    begin, visit, client, looked_at, kind, characters, status
):
    begin(ANSWERS)
    data = visit(MOTION).proof | {"verzoek_1": hostile(characters)}
    looked_at.clear()
    answer = client.post(MOTION, data=data, content_type=kind)

    assert answer.status_code == status
    assert hostile(400) not in "".join(looked_at)
    if status == 422:
        assert hostile(characters) in answer.text


@pytest.mark.parametrize("field", ["titel", "verzoek_1", "plaats", "toelichting"])
def test_what_is_longer_than_its_own_page_allows_is_not_looked_at(
    begin, visit, client, looked_at, field
):
    begin(ANSWERS)
    most = {"titel": LONGEST_TITLE}.get(field) or longest(field)
    fine = {"verzoek_2": "een einddatum op te nemen", "aan_2": "burgemeester"}
    data = visit(MOTION).proof | fine | {field: hostile(most + 1)}
    looked_at.clear()

    assert client.post(MOTION, data=data).status_code == 422
    assert any("een einddatum" in line for line in looked_at)
    assert hostile(LONGEST_TITLE) not in "".join(looked_at)


@pytest.mark.parametrize("asked", [{}, {"vorm": "kopie"}, {"weg": "1"}])
def test_every_paper_that_is_sent_spends_from_the_limit(build, clock, begin, asked):
    browser = build(clock, pdfs_per_hour=4).test_client()
    begin(ANSWERS, browser=browser)
    data = Page(browser.get(MOTION)).proof | asked

    codes = [browser.post(MOTION, data=data).status_code for _ in range(2)]

    assert 429 not in codes[:1]
    assert codes[1] == 429


def test_a_form_in_parts_may_hold_no_more_than_another(begin, client, visit):
    begin(ANSWERS)
    data = visit(MOTION).proof | {"verzoek_1": "x" * 400_000}

    assert client.post(MOTION, data=data, content_type=MULTIPART).status_code == 413


@pytest.mark.parametrize("kind", [None, MULTIPART])
@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("waarvoor-antwoord", "1" * 5_000),
        ("versie", "9" * 5_000),
        ("waarvoor-onbekend", "x" * 500),
        ("nooit_gehoord", "x" * 500),
    ],
)
def test_a_field_that_holds_too_much_is_told(begin, visit, client, field, value, kind):  # noqa: PLR0913, PLR0917
    begin({"waarvoor": ["orde"]})
    where = "/cameratoezicht/vraag/doel"
    data = visit(where).proof | {"waarvoor-antwoord": "orde", field: value}

    answer = client.post(where, data=data, content_type=kind)

    assert answer.status_code == 413
    assert f"U stuurde er {len(value):,}".replace(",", ".") in answer.text


@pytest.mark.parametrize("day", ["²", "9" * 40, "7", "32-1-2027"])
def test_a_day_that_is_none_is_told_at_its_field(begin, visit, client, day):
    begin(ANSWERS)
    data = visit(MOTION).proof | {"voor": day}
    answer = client.post(MOTION, data=data)

    assert answer.status_code == 422
    assert Page(answer).all(".utrecht-form-field--invalid")


@pytest.mark.parametrize("typed", ["4 weken", "vier weken", "28 dag"])
def test_the_retention_period_is_read_in_the_words_of_the_law(begin, visit, typed):
    begin({"bewaartermijn_dagen": typed})

    page = visit("/cameratoezicht/vraag/bewaartermijn-dagen")

    assert page.one("input[name=bewaartermijn_dagen-antwoord]").get("value") == "28"
