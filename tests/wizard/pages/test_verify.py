"""Checking a memo and comparing two, through the pages."""

import json
import re
from datetime import date
from io import BytesIO

import pytest

from reports.composing.memo import Cover, compose
from reports.composing.receipt import Edition
from reports.formats import press
from rules.content.casefile import CaseFile
from rules.grammar.answers import NO, YES, Choice
from rules.judging.advice import advise

LAW = "buurtbemiddeling"
DAY = date(2026, 11, 21)


@pytest.fixture(scope="session")
def printed(library):
    """Print a memo in which all plain questions have one answer."""
    made = {}

    def pdf(answer, name=LAW, edition=Edition.WHOLE):
        if (answer, name, edition) not in made:
            law = library.decision(name)
            asked = [q for q in law.questions if q.answer.kind == "yes_no"]
            said = {"stand": Choice("loopt")} if name == LAW else {}
            said |= {question.id: answer for question in asked}
            casefile = CaseFile(name, DAY, said, "gm0851")
            advice = advise(library.chart(name), casefile)
            cover = Cover("ABC-123", "gm0851", "0.1.0")
            paper = compose([advice], library, cover, edition)
            made[answer, name, edition] = press.render(paper)
        return made[answer, name, edition]

    return pdf


@pytest.fixture
def send(client, visit):
    """Send files to a page, as a browser does."""

    def post(path, status=200, **files):
        token = visit(path).token
        data = {k: (BytesIO(v), f"{k}.pdf") for k, v in files.items()}
        response = client.post(
            path, data={"csrf_token": token, **data}, content_type="multipart/form-data"
        )
        assert response.status_code == status
        return response.get_data(as_text=True)

    return post


@pytest.mark.parametrize("edition", Edition)
def test_a_sound_memo_is_told_to_be_sound(send, printed, edition):
    html = send("/controleren", bestand=printed(YES, edition=edition))

    assert "Klopt" in html
    assert html.count("<strong>gelijk</strong>") == 3
    assert "geen handtekening" in html


def test_rubbish_behind_a_memo_is_told_for_what_it_is(send, printed):
    html = send("/controleren", bestand=printed(YES) + b"x")

    assert "Gewijzigd" in html
    assert "Achter het einde van de PDF staat iets dat er niet hoort." in html


@pytest.mark.parametrize("path", ["/controleren", "/verschil"])
def test_the_title_of_a_page_tells_that_something_is_wrong(send, path):
    html = send(path, status=422)

    assert "<title>Fout: " in html


def test_nothing_is_no_file(send):
    assert "Kies eerst" in send("/controleren", 422, bestand=b"")


def test_what_is_no_pdf_is_refused(send):
    assert "geen PDF" in send("/controleren", 422, bestand=b"<html>")


def test_a_memo_opens_again_as_a_dossier(send, printed, client, visit):
    html = send("/controleren", bestand=printed(YES))
    page = visit("/controleren")
    found = re.search(r'name="dossier" value="([^"]+)"', html)
    dossier = found[1].replace("&#34;", '"').replace("&quot;", '"')
    assert json.loads(dossier)["decisions"] == [LAW]
    response = client.post(
        "/controleren/openen", data={"csrf_token": page.token, "dossier": dossier}
    )

    assert response.status_code == 303
    assert (
        visit(f"/{LAW}/overzicht").html.count(">ja<")
        or "ja" in visit(f"/{LAW}/overzicht").html
    )


@pytest.mark.parametrize(
    "dossier",
    [
        "",
        "[]",
        "{}",
        "[" * 5000,
        '{"decisions": ["bestaat_niet"]}',
        '{"decisions": ["buurtbemiddeling"], "answers": {"bestaat_niet": "ja"}}',
        '{"decisions": ["buurtbemiddeling"], "texts": {"a": "bel 06 12345678"}}',
    ],
)
def test_answers_that_cannot_be_read_make_no_dossier(dossier, client, visit):
    token = visit("/controleren").token
    response = client.post(
        "/controleren/openen", data={"csrf_token": token, "dossier": dossier}
    )

    assert response.status_code == 422


def test_two_memos_are_laid_beside_each_other(send, printed):
    html = send("/verschil", eerste=printed(YES), tweede=printed(NO))

    assert "verklaart" in html
    assert "Alle verschillen (24)" in html


def test_the_same_memo_twice_has_no_difference(send, printed):
    html = send("/verschil", eerste=printed(YES), tweede=printed(YES))

    assert "dezelfde antwoorden" in html


def test_two_memos_on_other_decisions_cannot_be_compared(send, printed):
    other = printed(YES, "cameratoezicht")

    assert "niet over hetzelfde" in send(
        "/verschil", 422, eerste=printed(YES), tweede=other
    )


def test_the_second_memo_is_needed(send, printed):
    assert "Kies eerst" in send("/verschil", 422, eerste=printed(YES))
