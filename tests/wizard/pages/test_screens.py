"""The screens of a walk, on a synthetic decision that has every kind of field."""

import pytest

from tests.rules.synthetic import library_of

HERE = "/schermen"
CARD = f"{HERE}/vraag/kaart"
BEGUN = {"fase": "besluit", "waarvoor": ["rust"], "wie": "gemeente"}


@pytest.fixture
def law():
    return library_of("schermen")


@pytest.fixture
def walk(begin):
    """Begin this decision, and answer questions."""

    def go(answers=(), **kwargs):
        return begin(answers, decision="schermen", **kwargs)

    return go


@pytest.fixture
def at_the_card(walk):
    """A plan that is decided, as far as its card."""
    return walk(BEGUN)


def row(page, question):
    return page.one(f"#rij-{question}")


def chosen(page, question):
    """What is chosen, ticked or typed in a row."""
    found = page.all(f"[name={question}-antwoord]")
    return [
        one.get("value")
        for one in found
        if one.get("checked") is not None or one.get("type") == "text"
    ]


# --- a card ---------------------------------------------------------------------------


def test_a_card_asks_its_rows_on_one_page_with_one_button(at_the_card):
    assert at_the_card.heading == "Wat staat er in het besluit?"
    assert len(at_the_card.all(".rw-vraagrij")) == 6
    assert len(at_the_card.all("main button")) == 1
    legends = [one.text for one in at_the_card.all("legend")]
    assert legends[0] == "Blijft het bankje staan?"


def test_no_row_is_filled_in_beforehand_and_the_order_is_fixed(at_the_card):
    options = row(at_the_card, "einddatum").all("input")

    assert [one.get("value") for one in options] == ["ja", "nee", "onbekend"]
    assert not at_the_card.all(".rw-vraagrij [checked]")


def test_a_row_left_empty_stays_unanswered(at_the_card, send, visit):
    send(CARD, {"einddatum-antwoord": "ja"})

    page = visit(CARD)
    assert chosen(page, "einddatum") == ["ja"]
    assert chosen(page, "filmt") == []
    overview = visit(f"{HERE}/overzicht")
    assert "Nog niet ingevuld" in row_of(overview, "Komt er een camera bij?").text


def row_of(page, text):
    (found,) = (one for one in page.all(".rw-rij") if text in one.text)
    return found


def test_the_answers_of_a_card_are_kept_together(at_the_card, send, app):
    data = {
        "blijft-antwoord": "nee",
        "einddatum-antwoord": "ja",
        "prijs-antwoord": "12",
    }
    send(CARD, data)

    rows = asked(app, "SELECT version, key, new FROM revision")
    kept = {key: (version, new) for version, key, new in rows}
    assert kept["prijs"][1] == "12,00"
    assert len({kept[one][0] for one in ("blijft", "einddatum", "prijs")}) == 1


def asked(app, sql):
    engine = app.extensions["raadwijzer"].dossiers.engine
    with engine.begin() as connection:
        return connection.exec_driver_sql(sql).all()


def test_a_card_saved_without_an_answer_is_passed_over_and_comes_back(
    at_the_card, send, visit
):
    page = send(CARD, {})

    assert page.heading == "Uw eerste beeld"
    onward = visit(f"{HERE}/overzicht").all(".rw-knoppen a")[0]
    assert onward.get("href") == CARD


def test_a_row_that_hangs_on_another_stays_in_view_and_says_when_it_counts(
    at_the_card, send, visit
):
    assert "Dit telt alleen bij ‘ja’ hierboven." in row(at_the_card, "bord").text

    send(CARD, {"filmt-antwoord": "nee", "bord-antwoord": "ja"})

    found = row_of(visit(f"{HERE}/overzicht"), "Zo ja: komt er een bord bij?")
    assert "Telt nu niet mee" in found.text
    assert "Dat komt door het antwoord op ‘Komt er een camera bij?’" in found.text


# --- what an answer means, before it is kept --------------------------------------------


def test_what_each_answer_means_is_linked_to_its_radio(at_the_card):
    for value, says in (
        ("ja", "Voldaan. Er staat een einddatum in."),
        ("nee", "Niet voldaan. Er staat geen einddatum in. Te herstellen: zet er een "),
        ("onbekend", "Onbekend. Wij zetten een vraag klaar voor het college."),
    ):
        (option,) = (
            one
            for one in row(at_the_card, "einddatum").all("input")
            if one.get("value") == value
        )
        told = at_the_card.one(f"#{option.get('aria-describedby')}")
        assert told.text.startswith(says)


def test_no_answer_is_judged_by_itself_where_a_demand_asks_more(walk):
    """What stands first decides nothing without the goals that were named."""
    told = [one.text for one in row(walk({"fase": "idee"}), "voorop").all(".rw-gevolg")]

    assert told[0] == "Rusten staat voorop."


def test_what_is_not_due_yet_is_no_fault(walk, visit):
    walk({"fase": "idee", "waarvoor": ["rust"]})

    told = [one.text for one in row(visit(CARD), "einddatum").all(".rw-gevolg")]

    assert told[1] == "Hoeft nu nog niet. Er staat geen einddatum in."


def test_the_tally_counts_what_decides_and_is_due(at_the_card, send, visit):
    assert at_the_card.one("#telling").text == "1 voldaan 0 niet voldaan 1 onbekend"

    send(CARD, {"einddatum-antwoord": "nee"})

    assert visit(CARD).one("#telling").text == "1 voldaan 1 niet voldaan 0 onbekend"


def test_the_live_tally_equals_the_one_after_saving_and_keeps_nothing(
    at_the_card, client, visit, send
):
    data = at_the_card.proof | {"einddatum-antwoord": "nee", "aantal-antwoord": "veel"}

    seen = client.post(f"{CARD}/stand", data=data)

    assert seen.status_code == 200
    text = " ".join(seen.text.split())
    assert "Als u dit bewaart:" in text
    assert "<strong>1</strong> niet voldaan" in text
    assert "<html" not in text
    assert chosen(visit(CARD), "einddatum") == []


# --- ticks ------------------------------------------------------------------------------


def test_ticks_and_the_choice_that_hangs_on_them_stand_on_one_page(walk):
    page = walk({"fase": "idee"})

    assert page.heading == "Waarvoor is het bankje?"
    assert "Kies alles wat wordt genoemd." in row(page, "waarvoor").text
    assert len(row(page, "waarvoor").all("input[type=checkbox]")) == 4
    assert len(row(page, "voorop").all("input[type=radio]")) == 3
    assert "past bij wat u hierboven kiest" in row(page, "voorop").text


def test_several_ticks_are_kept_in_the_order_of_the_options(walk, send, visit):
    walk({"fase": "idee"})
    path = f"{HERE}/vraag/doel"

    send(path, {"waarvoor-antwoord": ["geld", "rust"], "voorop-antwoord": "rust"})

    assert chosen(visit(path), "waarvoor") == ["rust", "geld"]
    overview = row_of(visit(f"{HERE}/overzicht"), "Waarvoor is het bankje?")
    assert overview.one(".rw-rij__antwoord").text == "Rusten; reclame"


def test_a_tick_that_stands_alone_is_refused_beside_another_and_nothing_is_lost(
    walk, send
):
    walk({"fase": "idee"})
    data = {"waarvoor-antwoord": ["rust", "niets"], "voorop-antwoord": "rust"}

    page = send(f"{HERE}/vraag/doel", data, status=422)

    assert page.title.startswith("Fout:")
    assert "Dat past niet bij elkaar" in page.one("#waarvoor-antwoord-fout").text
    assert chosen(page, "waarvoor") == ["rust", "niets"]
    assert chosen(page, "voorop") == ["rust"]


def test_a_tick_and_not_knowing_are_not_both(walk, send):
    walk({"fase": "idee"})
    data = {"waarvoor-antwoord": ["rust"], "waarvoor-onbekend": "ja"}

    page = send(f"{HERE}/vraag/doel", data, status=422)

    assert "Niet allebei." in page.one("#waarvoor-antwoord-fout").text


# --- one choice alone ---------------------------------------------------------------------


def test_one_choice_alone_is_answered_with_one_tap(walk, visit):
    walk()
    page = visit(f"{HERE}/vraag/fase")

    buttons = page.all(".rw-tik")
    assert [one.get("value") for one in buttons] == ["idee", "besluit", "onbekend"]
    assert all(one.get("type") == "submit" for one in buttons)
    assert not page.all("main input[type=radio]")
    assert "Het is nog een idee Vraag of wens." in buttons[0].text


def test_not_knowing_is_an_ordinary_answer_that_says_what_happens(walk, visit):
    walk({"fase": "onbekend"})

    phase = visit(f"{HERE}/vraag/fase").all(".rw-tik")[-1].text
    who = visit(f"{HERE}/vraag/wie").all(".rw-tik")[-1].text

    assert "Dan beginnen wij met de vragen voor ‘nog een idee’." in phase
    assert "Wij zetten een vraag klaar voor het college." in who


def test_the_way_back_shows_the_choice_that_was_made(walk, visit):
    page = walk({"fase": "besluit"})

    before = visit(page.one(".rw-terug").get("href"))

    now = before.one(".rw-tik--nu")
    assert now.get("value") == "besluit"
    assert now.get("aria-current") == "true"
    assert "uw antwoord nu" in now.text


def test_an_unknown_choice_is_told_and_nothing_is_kept(walk, send, app):
    walk()

    page = send(f"{HERE}/vraag/fase", {"fase-antwoord": "morgen"}, status=422)

    assert page.title.startswith("Fout:")
    assert app.extensions["raadwijzer"].dossiers.count() == 0


# --- what is typed ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("question", "typed", "says"),
    [
        ("aantal", "veel", "‘veel’ is geen heel getal"),
        ("aantal", "ongeveer tien", "‘ongeveer tien’ is geen precies getal"),
        ("aantal", "tien dagen", "Hier gaat het om bankjes. Bedoelde u 10?"),
        ("aantal", "1000", "1000 valt buiten de grenzen"),
        ("prijs", "veel", "‘veel’ is geen bedrag. Schrijf bijvoorbeeld 5.000"),
    ],
)
def test_what_cannot_be_read_is_told_at_its_field_and_the_card_is_kept(
    at_the_card, send, question, typed, says
):
    data = {"einddatum-antwoord": "nee", f"{question}-antwoord": typed}

    page = send(CARD, data, status=422)

    assert page.title.startswith("Fout: Wat staat er in het besluit?")
    link = page.one("#fouten a")
    assert link.get("href") == f"#{question}-antwoord"
    assert says in link.text
    assert says in page.one(f"#{question}-antwoord-fout").text
    field = page.one(f"#{question}-antwoord")
    assert field.get("value") == typed
    assert f"{question}-antwoord-fout" in field.get("aria-describedby")
    assert chosen(page, "einddatum") == ["nee"]
    assert "Uw andere antwoorden staan er nog." in page.text


def test_a_number_has_its_unit_and_an_example(at_the_card):
    found = row(at_the_card, "aantal").text

    assert "Een heel getal van 1 tot en met 100, zoals 20." in found
    assert "bankjes" in found


def test_not_knowing_stays_possible_for_what_is_typed(at_the_card, send, visit):
    send(CARD, {"aantal-onbekend": "ja"})

    assert visit(CARD).one("#aantal-onbekend").get("checked") is not None


def test_a_date_alone_needs_an_answer(walk, send, visit):
    walk(BEGUN)
    path = f"{HERE}/vraag/sinds"

    page = send(path, {}, status=422)
    assert "Vul een datum in, of kies ‘Weet ik niet’." in page.one("#fouten").text
    send(path, {"sinds-antwoord": "1-7-2026"})

    assert chosen(visit(path), "sinds") == ["2026-07-01"]


# --- what clashes ---------------------------------------------------------------------------


@pytest.fixture
def clashing(at_the_card, send):
    send(CARD, {"blijft-antwoord": "ja", "einddatum-antwoord": "ja"})


@pytest.mark.parametrize("where", [CARD, f"{HERE}/overzicht", f"{HERE}/beeld"])
def test_a_clash_is_told_in_place_with_both_answers_to_choose_from(
    clashing, visit, where
):
    page = visit(where)

    told = page.one(".rw-melding")
    assert (
        "een einddatum is. Dat past niet bij elkaar. Welk antwoord klopt?" in told.text
    )
    assert [one.text for one in told.all("button")] == [
        "Blijft het bankje staan? Ja",
        "Staat er een einddatum in? Ja",
    ]
    assert not told.all(".utrecht-alert--error")


def test_a_clash_stands_only_on_screens_that_have_part_in_it(clashing, visit):
    assert not visit(f"{HERE}/vraag/doel").all(".rw-melding")


def test_nothing_is_firm_while_answers_clash(clashing, visit):
    page = visit(f"{HERE}/beeld")

    assert "Niets staat vast, want twee antwoorden passen niet bij elkaar." in page.text


def test_choosing_the_right_answer_settles_the_clash(clashing, visit, client):
    page = visit(f"{HERE}/overzicht")
    form = page.all(".rw-melding form")[0]
    fields = {one.get("name"): one.get("value") for one in form.all("input")}

    response = client.post(form.get("action"), data=fields)

    assert response.status_code == 303
    after = visit(CARD)
    assert chosen(after, "blijft") == ["ja"]
    assert chosen(after, "einddatum") == ["nee"]
    assert not after.all(".rw-melding")


def test_a_hint_is_told_more_quietly_and_changes_nothing(at_the_card, send, visit):
    send(CARD, {"blijft-antwoord": "nee", "aantal-antwoord": "12"})

    told = visit(CARD).one(".rw-melding--stil")

    assert "Tien bankjes of meer" in told.text
    assert not told.all("button")
    assert "Niets staat vast" not in visit(f"{HERE}/beeld").text


# --- what falls away ----------------------------------------------------------------------


def test_an_answer_that_ends_the_walk_first_says_what_falls_away_and_why(
    walk, visit, client
):
    walk({"fase": "besluit", "waarvoor": ["rust"]})
    path = f"{HERE}/vraag/wie"
    data = visit(path).proof | {"versie": "9", "wie-antwoord": "bedrijf"}

    warned = client.post(path, data=data)

    assert warned.status_code == 200
    assert "Hierdoor vallen 3 schermen weg" in warned.text
    assert "Verder: 3 schermen" in warned.text
    assert "Voor dit bankje is deze regel niet gemaakt." in warned.text
    assert "Toch alles invullen" in warned.text
    assert not visit(path).all(".rw-tik--nu")


def test_who_confirms_ends_the_walk(walk, visit, client):
    walk({"fase": "besluit", "waarvoor": ["rust"]})
    path = f"{HERE}/vraag/wie"
    data = visit(path).proof | {"wie-antwoord": "bedrijf", "bevestigd": "ja"}

    after = client.post(path, data=data | {"versie": visit_version(visit, path)})

    assert after.headers["Location"] == f"{HERE}/beeld"
    assert "Naar In het kort" in visit(f"{HERE}/beeld").text


def visit_version(visit, path):
    return visit(path).one("input[name=versie]").get("value")


def test_who_fills_in_everything_after_all_goes_on_with_the_same_questions(
    walk, visit, client
):
    walk({"fase": "besluit", "waarvoor": ["rust"]})
    path = f"{HERE}/vraag/wie"
    data = visit(path).proof | {
        "wie-antwoord": "bedrijf",
        "versie": visit_version(visit, path),
    }
    warned = client.post(path, data=data).text
    assert f'formaction="{path}?alles=ja"' in warned

    after = client.post(f"{path}?alles=ja", data=data | {"bevestigd": "ja"})

    assert after.headers["Location"] == f"{CARD}?alles=ja"
    page = visit(f"{CARD}?alles=ja")
    assert page.heading == "Wat staat er in het besluit?"
    assert "alles=ja" in page.one(".rw-terug").get("href")


def test_a_later_change_of_phase_first_says_which_screens_go(
    at_the_card, visit, client
):
    path = f"{HERE}/vraag/fase"
    data = visit(path).proof | {
        "fase-antwoord": "idee",
        "versie": visit_version(visit, path),
    }

    warned = client.post(path, data=data)

    assert "Hierdoor valt 1 scherm weg" in warned.text
    assert "Toch alles invullen" not in warned.text


def test_answers_that_would_count_no_more_are_named_first(
    at_the_card, visit, client, send
):
    send(f"{HERE}/vraag/sinds", {"sinds-antwoord": "1-7-2026"})
    path = f"{HERE}/vraag/fase"
    data = visit(path).proof | {
        "fase-antwoord": "idee",
        "versie": visit_version(visit, path),
    }

    warned = client.post(path, data=data)

    assert "Sinds wanneer staan zij er? <strong>1 juli 2026.</strong>" in warned.text
    assert visit(path).one(".rw-tik--nu").get("value") == "besluit"
    assert client.post(path, data=data | {"bevestigd": "ja"}).status_code == 303
    overview = row_of(visit(f"{HERE}/overzicht"), "Sinds wanneer staan zij er?")
    assert "1 juli 2026" in overview.text
    assert "Telt nu niet mee" in overview.text


@pytest.mark.parametrize("before", [{}, {"fase": "onbekend"}])
def test_the_first_answer_about_the_phase_asks_nothing_more(
    walk, visit, client, before
):
    walk(before)
    path = f"{HERE}/vraag/fase"
    page = visit(path)
    version = page.one("input[name=versie]").get("value")
    data = page.proof | {"fase-antwoord": "idee", "versie": version}

    assert client.post(path, data=data).status_code == 303


# --- two people at once -----------------------------------------------------------------------


def test_who_saves_the_same_row_later_sees_whose_answer_stands_there(
    at_the_card, client, visit
):
    data = visit(CARD).proof | {"versie": visit_version(visit, CARD)}
    client.post(CARD, data=data | {"einddatum-antwoord": "ja", "filmt-antwoord": "nee"})

    clash = client.post(
        CARD, data=data | {"einddatum-antwoord": "nee", "blijft-antwoord": "nee"}
    )

    assert clash.status_code == 409
    assert "Het is nu: ‘ja’. U koos: ‘nee’." in clash.text
    assert chosen(visit(CARD), "einddatum") == ["ja"]
    assert chosen(visit(CARD), "blijft") == []


def test_who_saves_another_row_hinders_nobody_and_takes_nothing_away(
    at_the_card, client, visit
):
    data = visit(CARD).proof | {"versie": visit_version(visit, CARD)}
    client.post(CARD, data=data | {"einddatum-antwoord": "ja"})

    after = client.post(CARD, data=data | {"blijft-antwoord": "nee"})

    assert after.status_code == 303
    assert chosen(visit(CARD), "einddatum") == ["ja"]
    assert chosen(visit(CARD), "blijft") == ["nee"]


# --- where one is ---------------------------------------------------------------------------


def test_the_words_of_the_progress_and_its_bar_say_the_same(at_the_card):
    bar = at_the_card.one("progress")

    assert (bar.get("value"), bar.get("max")) == ("4", "4")
    assert "Scherm 4 van 4 tot uw eerste beeld" in at_the_card.text
    assert "Hoofdstuk 2 van 2: Verder" in at_the_card.text


def test_how_many_screens_there_are_is_a_guess_until_the_phase_is_known(walk):
    assert "Scherm 1 van ongeveer 2" in walk().text


def test_the_number_of_the_screen_goes_up_with_every_screen(walk):
    seen = []
    for question, value in {**BEGUN, "blijft": "ja", "sinds": "1-7-2026"}.items():
        page = walk({question: value})
        if page.all("progress"):
            seen.append(int(page.one("progress").get("value")))

    assert seen == [2, 3, 4, 6]


def test_the_dossier_is_named_by_decision_place_and_phase(walk, send, visit):
    page = walk({"fase": "idee"})

    assert "Een bankje op straat · nog een idee" in page.one(".rw-balk").text


# --- the first picture ------------------------------------------------------------------------


def test_the_first_picture_says_its_tally_in_words_and_in_squares(at_the_card, send):
    page = send(CARD, {"einddatum-antwoord": "nee"})

    assert page.heading == "Uw eerste beeld"
    assert "Van de 2 eisen: 1 niet voldaan. Het gaat om een einddatum." in page.text
    whole, *chapters = page.all(".rw-vakjes")
    assert len(whole.all("svg")) == 2
    assert {one.get("aria-hidden") for one in (whole, *chapters)} == {"true"}
    assert page.one(".rw-telling").text == "1 voldaan 1 niet voldaan"


def test_what_is_not_due_is_counted_apart(walk, visit):
    walk({"fase": "idee", "waarvoor": ["rust"]})

    assert "1 straks" in visit(f"{HERE}/beeld").one(".rw-telling").text


def test_the_first_picture_says_until_when_the_law_was_followed(walk, visit):
    walk({"fase": "idee", "waarvoor": ["rust"]})

    text = visit(f"{HERE}/beeld").text
    assert "Wet zoals nagekeken op 1 november 2026." in text
    assert "Let op: dit dossier gaat uit van 21 november 2026." in text


# --- the overview -----------------------------------------------------------------------------


def test_a_screen_that_nobody_filled_in_is_one_row_of_the_overview(walk, visit):
    walk({"fase": "besluit"})

    page = visit(f"{HERE}/overzicht")

    found = row_of(page, "Wat staat er in het besluit?")
    assert found.one("a").get("href") == CARD
    assert "Komt er een camera bij?" not in page.text


def test_each_answer_leads_to_its_own_row(at_the_card, send, visit):
    send(CARD, {"einddatum-antwoord": "ja"})

    way = row_of(visit(f"{HERE}/overzicht"), "Staat er een einddatum in?").all("a")[0]

    assert way.get("href") == f"{CARD}?terug=overzicht#rij-einddatum"


def test_who_changes_an_answer_from_the_overview_comes_back_to_it(at_the_card, send):
    page = send(f"{CARD}?terug=overzicht", {"einddatum-antwoord": "ja"})

    assert page.heading == "Uw antwoorden"


def test_a_question_on_a_card_has_no_page_of_its_own_but_its_address_works(
    at_the_card, client
):
    response = client.get(f"{HERE}/vraag/einddatum?terug=overzicht")

    assert response.status_code == 303
    assert response.headers["Location"] == f"{CARD}?terug=overzicht#rij-einddatum"


def test_the_gate_asks_what_the_decision_says_with_one_tap(visit, law):
    page = visit(f"{HERE}/poort")

    assert page.heading == law.decision("schermen").gate.text
    assert [one.text for one in page.all(".rw-tik")] == ["Ja", "Nee"]
