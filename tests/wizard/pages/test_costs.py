"""Costs through the pages: the figures are those of the engine, and input is forgiving."""

from datetime import date

import pytest

from reports.composing.memo import Cover, compose
from reports.formats.text import render
from rules.content.casefile import CaseFile
from rules.judging.advice import advise
from wizard.keeping.dossier_file import dossier_as_file, dossier_from_file

TODAY = date(2026, 11, 21)
COSTS = "/cameratoezicht/geld"
MOBILE, FIXED = f"{COSTS}/mobiele-cameras", f"{COSTS}/vaste-cameras"
GUARDS = f"{COSTS}/toezicht-door-boas"
SUBSIDY = "subsidie-sloten-huizen-2019"
STEENBERGEN = {
    MOBILE: {
        "aantal_mobiele_cameras": "3",
        "mobiele_camera_aanschaf.voorbeeld": "camera-mobiel-eenmalig-steenbergen-2017",
        "mobiele_camera_jaarkosten.voorbeeld": "camera-mobiel-jaar-steenbergen-2017",
    },
    GUARDS: {"boa_uren": "200", "boa_uur.voorbeeld": "boa-uur-steenbergen-2018"},
}


@pytest.fixture
def fill(begin, send):
    """Begin a dossier, choose term and municipality, and fill in amounts."""

    def filled(amounts, place="", term="4", prices="", decision="cameratoezicht"):
        begin(FIRST[decision], decision=decision)
        chosen = {
            "kosten.looptijd": term,
            "gemeente": place,
            "kosten.prijspeil": prices,
        }
        page = send(f"/{decision}/geld", chosen)
        for path, fields in amounts.items():
            data = {f"kosten.{name}": text for name, text in fields.items()}
            page = send(path, data)
        return page

    return filled


FIRST = {
    "cameratoezicht": {"fase": "idee"},
    "buurtbemiddeling": {"stand": "loopt"},
}


@pytest.fixture
def refused(fill, send):
    """Send something that cannot be read, and give the page that says so."""

    def sent(field, text):
        fill({})
        data = {"kosten.boa_uur": "50", f"kosten.{field}": text}
        if field.endswith("voorbeeld"):
            data.pop("kosten.boa_uur")
        return send(GUARDS, data, status=422)

    return sent


def row(page, title, css=".rw-tabel--cijfers"):
    """Give the cells of a measure in the table of totals."""
    table = page.all(css)[0]
    found = next(one for one in table.all("tbody tr") if one.one("th").text == title)
    heads = [one.text for one in table.all("thead th")]
    cells = [cell.text.partition(": ")[2] for cell in found.all("td")]
    return dict(zip(heads[1:], cells, strict=True))


def card(page, name):
    return page.one(f"#maatregel-{name}").text


def test_steenbergen_through_the_pages(fill):
    page = fill(STEENBERGEN, "Steenbergen", "2 jaar")

    cameras, guards = row(page, "Mobiele camera’s"), row(page, "Toezicht door boa’s")
    assert cameras["Eenmalig"] == "Ten minste € 5.000"
    assert cameras["Per jaar"] == "Ten minste € 5.400"
    assert cameras["Over 2 jaar"] == "Ten minste € 15.800"
    assert cameras["Per inwoner per jaar"] == "Ten minste € 0,32"
    assert guards["Per jaar"] == "Ten minste € 10.000"
    assert guards["Over 2 jaar"] == "Ten minste € 20.000"
    assert row(page, "Vaste camera’s")["Over 2 jaar"] == "Onbekend"
    assert "2017 en 2018. Zij zijn niet omgerekend" in page.text


def test_steenbergen_side_by_side(fill, visit):
    fill(STEENBERGEN, "Steenbergen", "2")
    chosen = "naast=mobiele_cameras&naast=toezicht_door_boas"
    page = visit(f"/cameratoezicht/vergelijken?{chosen}")

    assert "Bij 158 uur per jaar kost ‘Toezicht door boa’s’ evenveel" in page.text
    assert "Over 1 jaar kost ‘Toezicht door boa’s’ minder" in page.text
    assert "Over 2 tot en met 30 jaar kost ‘Mobiele camera’s’ minder" in page.text


def test_steenbergen_in_prices_of_2025(fill):
    page = fill(STEENBERGEN, "Steenbergen", "2", "2025")

    assert row(page, "Toezicht door boa’s")["Per jaar"] == "Ten minste € 13.009"
    assert row(page, "Mobiele camera’s")["Eenmalig"] == "Ten minste € 6.616"
    assert "om te rekenen naar prijzen van 2025" in page.text
    assert page.all(".rw-noot a[href^='/bron/cbs']")


def test_mijdrecht_through_the_pages(fill):
    amounts = {
        "aantal_vaste_cameras": "6",
        "vaste_camera_aanschaf.voorbeeld": "camera-raming-de-ronde-venen-2006",
        "vaste_camera_uitkijken.voorbeeld": "uitkijken-de-ronde-venen-2006",
    }
    page = fill({FIXED: amounts}, "De Ronde Venen")

    cameras = row(page, "Vaste camera’s")
    assert cameras["Eenmalig"] == "Ten minste € 160.000 tot € 200.000"
    assert cameras["Per jaar"] == "Ten minste € 50.000"
    assert cameras["Over 4 jaar"] == "Ten minste € 360.000 tot € 400.000"


def test_amstelveen_comes_out_of_its_items(fill):
    amounts = {
        "aantal_vaste_cameras": "6",
        "vaste_camera_aanschaf.voorbeeld": "camera-aanschaf-amstelveen-2017",
        "vaste_camera_onderhoud.voorbeeld": "camera-beheer-amstelveen-2017",
    }
    page = fill({FIXED: amounts}, "Amstelveen", "3")

    assert row(page, "Vaste camera’s")["Over 3 jaar"] == "Ten minste € 104.000"
    assert "Per camera per jaar, gerekend over 3 jaar: ten minste € 5.778" in card(
        page, "vaste-cameras"
    )


def test_borger_odoorn_about_one_euro_per_inhabitant(fill):
    path = "/buurtbemiddeling/geld/eigen-project"
    page = fill(
        {path: {"bemiddeling_gemeente": "26.000"}},
        "borger-odoorn",
        "1",
        decision="buurtbemiddeling",
    )

    own = row(page, "Een eigen project buurtbemiddeling")
    assert own["Per jaar"].endswith("€ 26.000")
    assert own["Per inwoner per jaar"].endswith("€ 0,99")


def test_the_costs_of_a_corporation_stand_apart(fill):
    path = "/buurtbemiddeling/geld/eigen-project"
    amounts = {
        "bemiddeling_gemeente.voorbeeld": "buurtbemiddeling-rucphen-2019",
        "bemiddeling_partners.voorbeeld": "buurtbemiddeling-corporatie-rucphen-2019",
        "bemiddeling_opzetten": "0",
        "aantal_burenzaken": "20",
    }
    page = fill({path: amounts}, "Rucphen", "1", decision="buurtbemiddeling")

    assert row(page, "Een eigen project buurtbemiddeling")["Over 1 jaar"] == "€ 20.000"
    told = card(page, "eigen-project")
    assert "Van partners: € 20.000 per jaar. Dat telt hier niet mee." in told
    assert "Per zaak per jaar, gerekend over 1 jaar: € 2.000." in told


def test_an_own_amount_wins_from_an_example(fill):
    both = {"boa_uur": "60", "boa_uur.voorbeeld": "boa-uur-steenbergen-2018"}
    page = fill({GUARDS: {"boa_uren": "200", **both}})

    assert row(page, "Toezicht door boa’s")["Per jaar"] == "Ten minste € 12.000"
    assert "Door u ingevuld" in card(page, "toezicht-door-boas")


def test_an_amount_for_all_pieces_needs_no_number(fill):
    page = fill(
        {
            FIXED: {
                "vaste_camera_aanschaf": "800.000",
                "vaste_camera_aanschaf.soort": "totaal",
            }
        }
    )

    assert row(page, "Vaste camera’s")["Eenmalig"] == "Ten minste € 800.000"


def test_what_is_unknown_is_never_nought_and_becomes_a_question(fill):
    page = fill(STEENBERGEN)

    assert "Onbekend" in row(page, "Jongerenwerk").values()
    asked = page.one("#vragen-tekst").text
    assert "uitrusting en scholing" in asked


def test_what_changed_in_the_costs_is_told_in_the_words_of_the_form(fill, visit):
    fill(STEENBERGEN, "Steenbergen", "2")
    told = visit("/wijzigingen").one("main").text

    assert "Over hoeveel jaar telt u op?" in told
    assert "Toezicht door boa’s: voorbeeld van elders" in told
    assert "Nu: Steenbergen, 2018" in told
    assert "steenbergen-2018" not in told


def test_what_is_missing_is_counted_in_good_dutch(fill):
    page = fill(STEENBERGEN, "Steenbergen", "2")

    assert "Er ontbreken nog 4 gegevens." in card(page, "mobiele-cameras")
    assert "Er ontbreekt nog 1 gegeven." in card(page, "toezicht-door-boas")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("5000", "€ 5.000"),
        ("€ 5.000,-", "€ 5.000"),
        ("5.000,50", "€ 5.000,50"),
        ("tussen 5.000 en 8.000", "€ 5.000 tot € 8.000"),
        ("5 duizend", "€ 5.000"),
    ],
)
def test_amounts_as_a_dutch_reader_writes_them(fill, text, shown):
    page = fill({GUARDS: {"boa_uitrusting": text}})

    assert f"{shown} voor het extra toezicht, per jaar" in card(
        page, "toezicht-door-boas"
    )


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [
        ("boa_uitrusting", "-5", "Laat het minteken weg"),
        ("boa_uitrusting", "8.000 tot 5.000", "Zet het laagste bedrag voorop"),
        ("boa_uitrusting", "999.999.999.999", "Controleer het bedrag"),
        ("boa_uitrusting", "5,000", "Bedoelde u 5.000?"),
        ("boa_uitrusting", "veel", "bedrag"),
        ("boa_uitrusting", "9" * 1000, "te lang"),
        ("boa_uren", "-200", "Laat het minteken weg"),
        ("boa_uren", "300 tot 200", "Zet het laagste aantal voorop"),
        ("boa_uren", "9999999", "Controleer het aantal"),
        ("boa_uur.jaar", "17", "geen jaar"),
        ("boa_uur.voorbeeld", "boa-uur-nergens", "hoort niet bij deze post"),
    ],
)
def test_what_cannot_be_read_is_told_and_stays(refused, visit, field, text, said):
    page = refused(field, text)

    assert page.title.startswith("Fout: ")
    fault = page.one(".rw-foutenlijst a")
    assert said in fault.text
    mended = page.one(f"[id='{fault.get('href')[1:]}']")
    if not field.endswith("voorbeeld"):
        assert mended.get("value") == text
        assert mended.get("aria-invalid") == "true"
    assert "Nog niets ingevuld" in card(visit(COSTS), "toezicht-door-boas")


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [
        ("kosten.looptijd", "0", "van 1 tot en met 30"),
        ("kosten.looptijd", "1000", "van 1 tot en met 30"),
        ("kosten.looptijd", "2,5", "van 1 tot en met 30"),
        ("kosten.prijspeil", "1700", "prijsindex"),
        ("gemeente", "Stenbergen", "Bedoelde u ‘Steenbergen’?"),
    ],
)
def test_a_choice_that_cannot_be_read_is_told_and_stays(fill, send, field, text, said):
    fill({})
    page = send(COSTS, {"kosten.looptijd": "4", field: text}, status=422)

    assert page.title.startswith("Fout: ")
    assert said in page.one(".rw-foutenlijst a").text
    if field != "kosten.prijspeil":
        assert page.one(f"[name='{field}']").get("value") == text


def test_the_municipality_comes_from_a_list_and_can_be_left_out(fill, send):
    page = fill(STEENBERGEN, "Steenbergen")

    assert len(page.all("datalist option")) == 342
    assert "24.596 inwoners van Steenbergen op 1 januari 2026" in page.text
    page = send(COSTS, {"kosten.looptijd": "4", "gemeente": ""})
    assert "Geen gemeente" in row(page, "Vaste camera’s").values()


def test_conversion_is_off_until_it_is_chosen(fill):
    page = fill(STEENBERGEN)

    assert not page.all("option[selected]")
    assert "Niet omrekenen" in page.one("select").text
    assert "Dit gaat met: CBS, consumentenprijsindex" in page.text


def test_a_measure_shows_examples_with_place_and_year_and_no_norm(fill, visit):
    fill({})
    page = visit(MOBILE)

    assert "Voorbeelden komen van elders en zijn geen norm" in page.text
    checked = page.all("input[checked]")
    assert {one.get("value") for one in checked} <= {"", "stuk"}
    labels = [one.text for one in page.all(".rw-voorbeeld label")]
    assert any("Steenbergen, 2017" in text for text in labels)


def test_an_answer_gives_the_number_unless_one_is_typed(fill, begin, send, visit):
    fill({FIXED: {"vaste_camera_aanschaf": "1.000"}})
    begin({"aantal_cameras": "6"})

    assert row(visit(COSTS), "Vaste camera’s")["Eenmalig"] == "Ten minste € 6.000"
    assert "Uw antwoord was: 6." in visit(FIXED).text
    send(
        FIXED,
        {"kosten.vaste_camera_aanschaf": "1.000", "kosten.aantal_vaste_cameras": "2"},
    )
    assert row(visit(COSTS), "Vaste camera’s")["Eenmalig"] == "Ten minste € 2.000"


# --- the four fields ------------------------------------------------------------


@pytest.fixture
def at_once(begin, send):
    """Fill in the few fields of the tab itself."""

    def sent(decision="cameratoezicht", status=303, **fields):
        data = {f"kosten.{name}": text for name, text in fields.items()}
        path = f"/{decision}/geld"
        return send(path, {"eigen": "ja", **data}, status=status)

    return sent


def total(page, name):
    return page.one(f"#som-{name}").text


def first_question(law, decision):
    return law.decision(decision).questions[0].id


def lumps(once="", yearly=""):
    found = {"vaste_cameras.eenmalig": once, "vaste_cameras.jaarlijks": yearly}
    return {name: text for name, text in found.items() if text}


def test_four_numbers_give_a_sum(fill, at_once):
    fill({})
    page = at_once(
        aantal_vaste_cameras="6", looptijd="2", **lumps("62.000", "€ 14.000,-")
    )

    told = total(page, "vaste-cameras")
    assert "Over 2 jaar: € 90.000." in told
    assert "Per camera per jaar, gerekend over 2 jaar: € 7.500." in told
    assert row(page, "Vaste camera’s")["Over 2 jaar"] == "€ 90.000"


def test_an_empty_field_is_unknown_and_becomes_a_question(fill, at_once):
    fill({})
    told = total(at_once(**lumps(yearly="6.000")), "vaste-cameras")

    assert "Over 4 jaar: ten minste € 24.000." in told
    assert "Nog onbekend: ‘aantal vaste camera’s’, ‘Aanschaf van vaste" in told
    assert "U kunt het vragen aan" in told


def test_a_lump_sum_counts_instead_of_items_and_says_so(fill, at_once, visit):
    fill({FIXED: {"aantal_vaste_cameras": "6", "vaste_camera_aanschaf": "10.000"}})
    page = at_once(**lumps("62.000"))

    assert row(page, "Vaste camera’s")["Eenmalig"] == "€ 62.000"
    waits = "Wat u invulde bij ‘Aanschaf van vaste camera’s’, telt nu niet mee"
    assert waits in total(page, "vaste-cameras")
    form = visit(FIXED)
    assert "Voor alles eenmalig samen vulde u 62.000 in. Dat bedrag telt" in form.text
    assert form.one("[name='kosten.vaste_camera_aanschaf']").get("value") == "10.000"
    page = at_once(**{"vaste_cameras.eenmalig": ""})
    assert row(page, "Vaste camera’s")["Eenmalig"] == "Ten minste € 60.000"


def test_a_lone_item_is_asked_per_piece_and_wins_from_an_example(
    begin, at_once, send, law
):
    begin({first_question(law, "woninginbraak"): None}, decision="woninginbraak")
    path = "/woninginbraak/geld/sloten-met-subsidie"
    data = {
        "kosten.woningen_met_subsidie": "100",
        "kosten.subsidie_sloten.voorbeeld": SUBSIDY,
    }
    page = send(path, data)
    assert "Over 4 jaar: € 16.255." in total(page, "sloten-met-subsidie")
    assert "Leeg: dan telt het voorbeeld uit Huizen" in page.text
    left = at_once("woninginbraak", subsidie_sloten="")
    assert "Over 4 jaar: € 16.255." in total(left, "sloten-met-subsidie")
    typed = at_once("woninginbraak", subsidie_sloten="honderd")
    assert "Over 4 jaar: € 10.000." in total(typed, "sloten-met-subsidie")


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [
        ("aantal_vaste_cameras", "een paar", "geen aantal"),
        ("vaste_cameras.eenmalig", "duur", "geen bedrag"),
        ("vaste_cameras.eenmalig", "5,000", "Bedoelde u 5.000?"),
        ("vaste_cameras.jaarlijks", "-5", "Laat het minteken weg"),
        ("looptijd", "0", "van 1 tot en met 30"),
    ],
)
def test_what_the_few_fields_cannot_read_is_told_and_all_stays(
    fill, at_once, field, text, said
):
    fill({})
    typed = {"aantal_vaste_cameras": "6", **lumps("35 000", "€ 1.200,50")}
    page = at_once(status=422, **{**typed, field: text})

    assert page.title.startswith("Fout: ")
    fault = page.one(".rw-foutenlijst a")
    assert said in fault.text
    assert page.one(f"[id='{fault.get('href')[1:]}']").get("value") == text
    for name, kept in {**typed, field: text}.items():
        assert page.one(f"[name='kosten.{name}']").get("value") == kept


def test_what_the_few_fields_keep_travels_and_is_told(
    fill, at_once, visit, app, client
):
    fill({})
    at_once(**lumps("35 000", "€ 1.200,50"))

    told = visit("/wijzigingen").one("main").text
    assert "Vaste camera’s: alles eenmalig" in told
    assert "Nu: 35 000" in told
    with client.session_transaction() as cookie:
        _, key = cookie["dossier"]
    dossier = app.extensions["raadwijzer"].dossiers.open_by_edit_key(key)
    assert dict(dossier.costs) == {
        "kosten.vaste_cameras.eenmalig": "35 000",
        "kosten.vaste_cameras.jaarlijks": "€ 1.200,50",
    }
    assert dossier_from_file(dossier_as_file(dossier)).costs == dossier.costs


def test_a_memo_counts_a_lump_sum(law):
    costs = {f"kosten.{name}": text for name, text in lumps("62.000", "9.000").items()}
    casefile = CaseFile("cameratoezicht", TODAY, {}, costs=costs)
    advice = advise(law.chart("cameratoezicht"), casefile)
    text = render(compose([advice], law, Cover("VOORBEELD", None, "0.0.0")))

    for amount in ("€\xa062.000", "€\xa09.000", "€\xa098.000"):
        assert amount in text
    assert "Aanschaf van vaste camera’s" not in text.partition("Noten")[0]


def test_a_number_that_two_measures_share_is_asked_once(begin, at_once):
    begin(FIRST["buurtbemiddeling"], decision="buurtbemiddeling")
    page = at_once("buurtbemiddeling", aantal_burenzaken="20", bemiddeling_gemeente="5")

    assert len(page.all("[name='kosten.aantal_burenzaken']")) == 1
    assert page.one("#per-maatregel").get("open") is None


def test_every_decision_with_costs_asks_at_most_four_numbers(begin, visit, law):
    asked = {}
    for decision in law.decisions.values():
        if not decision.costs.measures:
            continue
        begin({first_question(law, decision.id): None}, decision=decision.id)
        page = visit(f"/{decision.id.replace('_', '-')}/geld")
        names = [each.get("name") for each in page.all(".rw-eigen__velden input")]
        most = [len(each.all("input")) for each in page.all(".rw-eigen__velden")]
        terms = len(page.all("[name='kosten.looptijd']"))
        asked[decision.id] = (max(most, default=0), len(names) - len(set(names)), terms)

    assert asked
    assert {most for most, _, _ in asked.values()} == {0, 1, 2, 3}
    assert {(twice, terms) for _, twice, terms in asked.values()} == {(0, 1)}
    assert [name for name, (most, _, _) in asked.items() if not most] == [
        "politie_in_de_gemeente"
    ]


def test_pictures_have_words_and_a_table(fill):
    amounts = {"boa_uren": "100 tot 200", "boa_uur": "50 tot 80"}
    page = fill({GUARDS: amounts})

    figures = page.all(".rw-figuur")
    assert len(figures) == 2
    for figure in figures:
        drawn = figure.one("svg")
        assert drawn.get("role") == "img"
        assert drawn.one("title").text
        assert drawn.one("desc").text
        assert figure.all("table tbody tr")


def test_two_people_at_once_are_told(fill, client, send, visit):
    fill({})
    page = visit(GUARDS)
    send(GUARDS, {"kosten.boa_uren": "100"})
    fields = {
        **page.proof,
        "versie": page.one("input[name=versie]").get("value"),
        "kosten.boa_uren": "300",
    }
    response = client.post(GUARDS, data=fields)

    assert response.status_code == 409
    assert "Iemand anders wijzigde dit" in response.text
    assert 'value="300"' in response.text


def test_who_reads_along_sees_the_amounts_and_changes_nothing(
    fill, send, visit, app, follow
):
    fill(STEENBERGEN, "Steenbergen", "2")
    page = send("/delen/leeslink", {}, ask="/delen")
    link = page.one("input[value*='/l/']").get("value")
    reader = app.test_client()
    follow(reader, link)
    page = visit(COSTS, browser=reader)

    assert row(page, "Mobiele camera’s")["Over 2 jaar"] == "Ten minste € 15.800"
    assert not page.all("main form")
    proof = visit("/sluiten", browser=reader).proof
    for path in (COSTS, GUARDS):
        assert reader.post(path, data=proof).status_code == 403
    assert reader.get(GUARDS).status_code == 303


def test_amounts_travel_in_the_file_and_can_be_undone(fill, app, client):
    fill({GUARDS: {"boa_uren": "200"}})
    dossiers = app.extensions["raadwijzer"].dossiers
    with client.session_transaction() as cookie:
        _, key = cookie["dossier"]
    dossier = dossiers.open_by_edit_key(key)

    assert dict(dossier.costs) == {"kosten.boa_uren": "200"}
    assert not any(name.startswith("kosten") for name in dossier.answers)
    written = dossier_as_file(dossier)
    assert written["costs"] == {"kosten.boa_uren": "200"}
    assert dossier_from_file(written).costs == written["costs"]
    undone = dossiers.undo(dossier, expected_version=dossier.version)
    assert not undone.costs


def test_before_the_gate_there_are_no_costs(client):
    for path in (COSTS, GUARDS):
        assert client.get(path).headers["Location"].endswith("/cameratoezicht/poort")
    assert client.get("/onbekend/geld").status_code == 404


def test_no_decision_lacks_its_page_on_money_or_privacy(begin, visit, library):
    """Where there is nothing to reckon the page tells what is known and what to ask."""
    told = set()
    for name, law in library.decisions.items():
        begin({law.questions[0].id: "onbekend"}, decision=name)
        for tab, reckoned in (
            ("geld", law.costs.measures),
            ("privacy", law.privacy.intrusions),
        ):
            page = visit(f"/{name.replace('_', '-')}/{tab}")
            assert page.one("h1").text
            if not reckoned:
                told.add((name, tab))
                assert page.all(".rw-noot")
                assert page.all(".rw-orgaan li")[0].text.endswith("?")

    assert len(told) >= 6
