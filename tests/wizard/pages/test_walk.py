"""From the start page to the result, one answer at a time."""

import pytest

from rules.grammar.answers import ChoiceKind

CAMERAS = "/cameratoezicht"
FIRST = "/cameratoezicht/vraag/doel-openbare-orde"


def stored(app):
    return app.extensions["raadwijzer"].dossiers.count()


def test_the_start_page_shows_every_decision(visit, library):
    page = visit("/")

    titles = {link.text for link in page.all(".rw-kaart__link")}
    assert titles == {one.header.title for one in library.decisions.values()}


def test_a_question_before_the_gate_leads_to_the_gate(client):
    response = client.get(FIRST)

    assert response.status_code == 303
    assert response.headers["Location"] == f"{CAMERAS}/poort"


def test_who_asks_about_one_household_is_referred_on_and_nothing_is_stored(send, app):
    page = send(f"{CAMERAS}/poort", {"antwoord": "nee"})

    assert page.heading == "Hiermee kan Raadwijzer niet helpen"
    assert "niets opgeslagen" in page.text
    assert stored(app) == 0


def test_passing_the_gate_stores_nothing_yet(begin, app):
    page = begin()

    assert page.all("input[type=radio]")
    assert stored(app) == 0


def test_an_unanswered_gate_says_what_to_do(send):
    page = send(f"{CAMERAS}/poort", {}, status=422)

    assert page.title.startswith("Fout:")
    assert "Kies ja of nee." in page.text


def test_no_answer_is_chosen_beforehand_and_the_order_is_fixed(begin, visit):
    begin()
    page = visit(FIRST)

    options = page.all("input[type=radio]")
    assert [option.get("value") for option in options] == ["ja", "nee", "onbekend"]
    assert not page.all("[checked]")


def test_the_first_picture_comes_within_six_questions(begin, library):
    for name, decision in library.decisions.items():
        asked = 0
        page = begin(decision=name)
        while page.all("input[name=versie]"):
            asked += 1
            question = decision.question_by_id[asked_on(page, decision)]
            page = begin({question.id: known(question)}, decision=name)
        assert page.heading == "Uw eerste beeld"
        assert asked <= 6


def asked_on(page, decision):
    return next(one.id for one in decision.questions if one.text == page.heading)


def known(question):
    """Say that it is not known: by a radio, or by the tick box beside a text field."""
    is_chosen = question.is_yes_no or isinstance(question.answer, ChoiceKind)
    return "onbekend" if is_chosen else None


def test_an_answer_leads_to_the_next_question_and_back_shows_it_again(begin, visit):
    page = begin({"doel_openbare_orde": "ja"})
    back = page.one(".rw-terug").get("href")

    earlier = visit(back)

    assert back == FIRST
    assert earlier.one("input[checked]").get("value") == "ja"


def test_reloading_a_page_changes_nothing(begin, visit, app):
    begin({"doel_openbare_orde": "ja"})
    before = visit(f"{CAMERAS}/overzicht").text

    assert visit(f"{CAMERAS}/overzicht").text == before
    assert stored(app) == 1


def test_changing_an_answer_from_the_overview_returns_to_it(begin, visit, send):
    begin({"doel_openbare_orde": "ja"})
    overview = visit(f"{CAMERAS}/overzicht")
    change = overview.all("dl a")[0].get("href")

    page = send(change, {"antwoord": "onbekend"})

    assert change == f"{FIRST}?terug=overzicht"
    assert page.heading == "Uw antwoorden"
    assert "Weet ik niet" in page.all("dd")[0].text


def test_the_result_follows_a_changed_answer(begin, visit):
    begin({"doel_openbare_orde": "ja"})
    before = visit(f"{CAMERAS}/advies").heading

    begin({"doel_openbare_orde": "nee"})

    assert visit(f"{CAMERAS}/advies").heading != before


def test_an_answer_that_fell_off_the_path_is_kept_and_does_not_count(
    begin, visit, library
):
    child = "plek_aangewezen_in_verordening"
    text = library.decision("cameratoezicht").question_by_id[child].text
    begin({"plek_vrij_toegankelijk": "nee", child: "ja"})
    begin({"plek_vrij_toegankelijk": "ja", "plek_open_terrein": "ja"})

    resting = row_of(text, visit(f"{CAMERAS}/overzicht"))
    begin({"plek_vrij_toegankelijk": "nee"})
    counting = row_of(text, visit(f"{CAMERAS}/overzicht"))

    assert "Telt nu niet mee" in resting.text
    assert resting.one(".rw-rij__antwoord").text == "Ja"
    assert "Telt nu niet mee" not in counting.text
    assert counting.one(".rw-rij__antwoord").text == "Ja"


def row_of(text, page):
    (found,) = (row for row in page.all(".rw-rij") if text in row.text)
    return found


def test_a_dossier_of_only_unknowns_gives_a_result(begin, visit, library):
    decision = library.decision("cameratoezicht")
    begin({one.id: known(one) for one in decision.questions})

    page = visit(f"{CAMERAS}/advies")

    assert page.status == 200
    assert page.all("#vragen")
    assert not page.all(".rw-status--voldaan")


@pytest.mark.parametrize("part", ["beeld", "overzicht", "advies"])
def test_without_a_dossier_the_inner_pages_lead_to_the_gate(client, part):
    response = client.get(f"{CAMERAS}/{part}")

    assert response.status_code == 303
    assert response.headers["Location"].endswith("/poort")


def test_a_second_decision_joins_the_same_dossier(begin, visit, app):
    begin({"doel_openbare_orde": "ja"})
    begin({"buurtbemiddeling_aanwezig": "ja"}, decision="buurtbemiddeling")

    assert stored(app) == 1
    assert visit(f"{CAMERAS}/overzicht").all("dd.rw-rij__antwoord")
    assert visit("/buurtbemiddeling/overzicht").status == 200


def test_a_gate_that_asks_a_question_of_the_decision_answers_it(begin, visit, library):
    decision = library.decision("woonoverlastverordening")
    begin({decision.header.first_picture[0]: "ja"}, decision=decision.id)

    page = visit(f"/{decision.id}/overzicht")

    gate = decision.header.gate.text
    row = next(row for row in page.all(".rw-rij") if gate in row.text)
    assert "Ja" in row.text


def test_progress_never_goes_down_while_answering(begin, library):
    decision = library.decision("buurtbemiddeling")
    page, seen = begin(decision=decision.id), []
    while page.all("progress"):
        seen.append(float(page.one("progress").get("value")))
        question = decision.question_by_id[asked_on(page, decision)]
        page = begin({question.id: known(question)}, decision=decision.id)
        if page.heading == "Uw eerste beeld":
            page = begin(decision=decision.id)

    assert len(seen) > 10
    assert seen == sorted(seen)
