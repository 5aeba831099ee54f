"""Measures and dossiers side by side: the same yardsticks, no total score, no winner."""

import pytest

COMPARE = "/cameratoezicht/vergelijken"
BESIDE = f"{COMPARE}/dossiers"
GUARDS = "/cameratoezicht/geld/toezicht-door-boas"
VERDICTS = ("winnaar is", "beste keuze", "effectief", "bewezen", "goedkoopst", "score:")


def test_every_measure_has_the_same_yardsticks_in_the_same_order(begin, visit):
    begin({"waarvoor": ["orde"]})
    page = visit(COMPARE)

    heads = [one.text for one in page.all(".rw-naast thead th")][1:]
    rows = page.all(".rw-naast tbody tr")
    titles = [row.one("th").text for row in rows]
    assert len(heads) == 3
    assert [title.split()[0] for title in titles] == [
        *("Waar", "Eenmalig", "Elk", "Over", "Wat", "Privacy", "Wie")
    ]
    for row in rows:
        assert [one.text for one in row.all(".rw-naast__kop")] == heads
        assert all(cell.text for cell in row.all("td"))


def test_the_order_is_the_alphabet_and_the_same_in_every_dossier(begin, visit, app):
    orders = set()
    for browser in (app.test_client(), app.test_client()):
        begin({"waarvoor": ["orde"]}, browser=browser)
        page = visit(COMPARE, browser=browser)
        names = [one.get("value") for one in page.all("main input[name=naast]")]
        orders.add(tuple(names))

    assert len(orders) == 1
    assert "staan op alfabet" in page.text
    assert "geen totaalscore en geen winnaar" in page.text


def test_what_is_unknown_stays_a_question(begin, visit):
    begin({"waarvoor": ["orde"]})
    page = visit(f"{COMPARE}?naast=vaste_cameras&naast=jongerenwerk")

    yearly = page.all(".rw-naast tbody tr")[2]
    assert all("Nog vragen" in cell.text for cell in yearly.all("td"))
    assert "€ 0" not in yearly.text
    assert "Dit is nog niet te zeggen" in page.text


def test_each_finding_says_how_strong_it_is_and_of_which_year(begin, visit):
    begin({"waarvoor": ["orde"]})
    chosen = "naast=vaste_cameras&naast=jongerenwerk&naast=toezicht_door_boas"
    page = visit(f"{COMPARE}?{chosen}")

    cells = page.all(".rw-naast tbody tr")[4].all("td")
    told = {cell.one(".rw-naast__kop").text: cell.text for cell in cells}
    assert "Geweld: geen verschil gezien, onzeker." in told["Vaste camera’s"]
    assert "een extra meekijker en eigen politieauto’s" in told["Vaste camera’s"]
    assert "Geweld: geen verschil gezien, heel onzeker." in told["Jongerenwerk"]
    assert "Het omgekeerde is bekeken: een jongerencentrum" in told["Jongerenwerk"]
    assert "Geweld: niet gevonden." in told["Toezicht door boa’s"]
    assert "particuliere beveiligers op stations" in told["Toezicht door boa’s"]


def test_what_research_saw_is_told_for_every_measure_by_one_register(
    begin, visit, library
):
    begin({"waarvoor": ["orde"]})
    page = visit(f"{COMPARE}?naast=vaste_cameras&naast=niets_nieuws")

    told = [
        " ".join(each.text for each in cell.all("li"))
        for cell in page.all(".rw-naast tbody tr")[4].all("td")
    ]
    cameras = set(library.evidence.topics("vaste_cameras"))
    shared = [t.title for t in library.evidence.topics("niets_nieuws") if t in cameras]
    assert len(told) == 2
    assert all(f"{title}: " in text for title in shared for text in told)


def test_no_word_says_which_measure_to_choose(begin, visit):
    begin({"waarvoor": ["orde"]})
    main = visit(COMPARE).one("main")
    text = main.text.lower()

    assert not [word for word in VERDICTS if word in text]


@pytest.mark.parametrize(
    "chosen",
    [
        "kies=ja",
        "kies=ja&naast=vaste_cameras",
        "kies=ja&naast=vaste_cameras&naast=vaste_cameras",
        "&".join(
            f"naast={one}"
            for one in (
                *("vaste_cameras", "mobiele_cameras", "jongerenwerk"),
                *("toezicht_door_boas", "niets_nieuws"),
            )
        ),
    ],
)
def test_too_few_or_too_many_are_told(begin, visit, chosen):
    begin({"waarvoor": ["orde"]})
    page = visit(f"{COMPARE}?{chosen}", status=422)

    assert page.title.startswith("Fout: ")
    assert "ten minste 2 en ten hoogste 4" in page.one(".rw-foutenlijst a").text
    ticked = {one.get("value") for one in page.all("input[name=naast][checked]")}
    assert ticked == set(
        chosen.replace("kies=ja", "").replace("naast=", "").split("&")
    ) - {""}


# --- two dossiers -------------------------------------------------------------


@pytest.fixture
def other(app, begin, send):
    """Let somebody else make a dossier; give their read link."""

    def make(answers, decision="cameratoezicht"):
        browser = app.test_client()
        begin(answers, decision=decision, browser=browser)
        if decision == "cameratoezicht":
            data = {"kosten.boa_uren": "100", "kosten.boa_uur": "60"}
            send(GUARDS, data, browser=browser)
        page = send("/delen/leeslink", {}, ask="/delen", browser=browser)
        return browser, page.one("input[value*='/l/']").get("value")

    return make


def test_two_dossiers_side_by_side(begin, send, visit, other):
    _, link = other({"waarvoor": ["opsporing"]})
    begin({"waarvoor": ["orde"]})
    page = send(BESIDE, {"leeslink": f"  {link} "})
    key = link.rpartition("/")[2]

    outcomes, differences, amounts = page.all(".rw-naast")
    assert len({one.text for one in outcomes.all("thead th")}) == 3
    (row,) = differences.all("tbody tr")
    assert [cell.text.split()[-1] for cell in row.all("td")] == ["tegengaan", "vinden"]
    assert "€ 6.000" in amounts.text
    assert "Nog vragen" in amounts.text
    assert key not in page.html
    assert key not in visit(BESIDE).html


def test_the_second_dossier_can_be_laid_aside(begin, send, other):
    _, link = other({"waarvoor": ["opsporing"]})
    begin({"waarvoor": ["orde"]})
    send(BESIDE, {"leeslink": link})
    page = send(f"{BESIDE}/weg", {}, ask=BESIDE)

    assert page.all("#leeslink")
    assert not page.all(".rw-naast")


def test_a_withdrawn_link_is_told(begin, send, visit, other):
    browser, link = other({"waarvoor": ["opsporing"]})
    begin({"waarvoor": ["orde"]})
    send(BESIDE, {"leeslink": link})
    send("/delen/intrekken", {}, ask="/delen", browser=browser)

    assert "werkt niet meer" in visit(BESIDE).text
    assert "werkt niet meer" not in visit(BESIDE).text


@pytest.mark.parametrize(
    ("link", "said"),
    [
        ("", "Plak de leeslink"),
        ("zomaar iets", "geen leeslink"),
        ("https://[", "geen leeslink"),
        ("http://localhost/d/abcdefghijklmnopqrst", "link om te wijzigen"),
        ("http://localhost/l/abcdefghijklmnopqrst", "hoort geen dossier"),
        ("x" * 3_000, "geen leeslink"),
    ],
)
def test_a_link_that_does_not_work_is_told(begin, send, link, said):
    begin({"waarvoor": ["orde"]})
    page = send(BESIDE, {"leeslink": link}, status=422)

    assert page.title.startswith("Fout: ")
    assert said in page.one(".rw-foutenlijst a").text
    assert "/d/" not in page.one("#leeslink").get("value")


def test_a_dossier_about_something_else_or_the_same_is_refused(begin, send, other):
    _, link = other({"stand": "loopt"}, "buurtbemiddeling")
    begin({"waarvoor": ["orde"]})
    page = send(BESIDE, {"leeslink": link}, status=422)
    assert "gaat niet over" in page.one(".rw-foutenlijst a").text

    own = send("/delen/leeslink", {}, ask="/delen")
    mine = own.one("input[value*='/l/']").get("value")
    page = send(BESIDE, {"leeslink": mine}, status=422)
    assert "hetzelfde dossier" in page.one(".rw-foutenlijst a").text
