"""What the result page tells, and how."""

import pytest

ADVICE = "/cameratoezicht/advies"
PICTURE = "/cameratoezicht/beeld"


@pytest.fixture
def result(begin, visit):
    begin({"doel_openbare_orde": "ja", "opsporing_is_bijzaak": "onbekend"})
    return visit(ADVICE)


def test_it_says_how_firm_the_outcome_is_in_words(result):
    assert result.one(".rw-zekerheid").text.startswith("Voorwaardelijk:")
    assert "%" not in result.one("#uitkomst").text


def test_every_reason_carries_a_source(result):
    reasons = result.all(".rw-redenen li")

    assert reasons
    for reason in result.one("#waarom").wrapper.parent.query_all(
        ".rw-redenen .rw-noot"
    ):
        assert reason.etree_element is not None


def test_every_status_has_words_beside_its_picture(result):
    labels = result.all(".rw-status")

    assert labels
    assert all(label.text and label.all("svg[aria-hidden=true]") for label in labels)


def test_both_sides_get_as_many_points(result):
    voor, tegen = (
        section.all("li") for section in result.all(".rw-alle-punten section")
    )

    assert len(voor) == len(tegen) > 0


def test_what_is_unknown_becomes_a_question_for_a_body_and_can_be_copied(result):
    groups = result.all(".rw-orgaan")
    text = result.one("#vragen-tekst").text

    assert groups
    for group in groups:
        assert group.one("h3").text in text
        for item in group.all("ul > li"):
            assert item.text in text


def test_every_source_note_leads_to_a_dated_source(result):
    notes = {link.get("href") for link in result.all(".rw-noot a")}
    sources = result.all(".rw-bronnen li")

    assert notes == {f"#{source.get('id')}" for source in sources}
    assert all("2026" in source.text for source in sources)


def test_the_outcome_is_no_colour_alone_and_no_verdict(result):
    forbidden = ("gerechtvaardigd", "mag niet", "effectief", "bewezen", "slechts")

    assert not any(word in result.one("#uitkomst").text for word in forbidden)


def test_a_fixed_outcome_says_that_open_questions_do_not_change_it(begin, visit):
    begin({"doel_openbare_orde": "nee", "opsporing_is_bijzaak": "nee"})
    page = visit(ADVICE)

    assert "veranderen deze uitkomst niet meer" in page.one(".rw-zekerheid").text


def test_the_first_picture_names_three_things_to_ask(begin, visit):
    begin({"doel_openbare_orde": "onbekend"})
    page = visit(PICTURE)

    assert len(page.all(".rw-eersten li")) == 3


def test_changed_rules_are_told(begin, visit, app):
    begin({"doel_openbare_orde": "ja"})
    with app.extensions["raadwijzer"].dossiers.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE dossier SET fingerprint = 'sha256:oud'")

    assert "De regels zijn gewijzigd" in visit(ADVICE).text
