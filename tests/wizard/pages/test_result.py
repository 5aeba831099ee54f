"""What the pages of the result tell, and how."""

import re
from dataclasses import replace
from datetime import date

import pytest

from rules.content.costs import Costs
from rules.grammar.sources import SeenExtent
from wizard.keeping.keys import Access
from wizard.session import OWN

HERE = "/cameratoezicht"
SHORT, TEST, SIDES, PAPERS = (
    f"{HERE}/{tab}" for tab in ("kort", "toets", "voor-en-tegen", "stukken")
)
GOAL = {"waarvoor": ["orde"]}
PROPOSAL = {"fase": "voorstel", **GOAL, "einddatum_in_besluit": "nee"}


@pytest.fixture
def short(begin, visit):
    begin(PROPOSAL)
    return visit(SHORT)


@pytest.fixture
def demands(begin, visit):
    begin(PROPOSAL)
    return visit(TEST)


@pytest.fixture
def sides(begin, visit):
    begin(PROPOSAL)
    return visit(SIDES)


# --- in het kort -------------------------------------------------------------


def test_the_headline_is_the_heading_and_its_tally_stands_below_in_words(short):
    told = short.one(".rw-kort__uitkomst").text

    assert short.one("h1").text in told
    assert "1 niet voldaan" in told
    assert "straks" in told


def test_one_demand_alone_is_told_and_not_drawn_as_well(send, visit):
    send("/voorbeelden/dalfsen-veiligheidsplan", {})
    page = visit("/integraal-veiligheidsplan/kort")

    assert page.one(".rw-telling").text.strip() == "1 voldaan"
    assert not page.all(".rw-vakjes")


def test_the_squares_are_as_many_as_the_demands_that_count(short):
    told = short.one(".rw-telling").text
    numbers = {word: int(number) for number, word in re.findall(r"(\d+) (\w+)", told)}
    numbers.pop("straks")

    assert len(short.all(".rw-vakjes svg")) == sum(numbers.values())
    assert short.one(".rw-vakjes").get("aria-hidden") == "true"


def test_the_repair_stands_below_the_tally_with_who_can_do_it(short, library):
    demand = library.decision("cameratoezicht").demand_by_id["einddatum"]
    told = short.one(".rw-kort__uitkomst").text

    assert demand.repair[0].text in told
    assert "Dat kan de burgemeester." in told


def test_where_nothing_is_unmet_there_is_nothing_to_repair(begin, visit):
    begin({"fase": "idee", **GOAL})

    assert "Dit kan beter" not in visit(SHORT).one(".rw-kort__uitkomst").text


def test_three_questions_for_tonight_each_say_to_whom(short):
    questions = short.all(".rw-vanavond li")
    text = short.one("[data-deel]").get("data-deel")

    assert len(questions) == 3
    for one in questions:
        asked, _, to = one.text.partition("(")
        assert to.endswith(")")
        assert asked.strip() in text


def test_all_of_it_is_there_as_text_to_copy(begin, visit, client):
    begin(PROPOSAL)
    told = client.get(f"{SHORT}.txt")

    assert told.mimetype == "text/plain"
    assert len(told.text) <= 1_500
    for words in (visit(SHORT).one("h1").text, "Vraag dit vanavond:", "2026"):
        assert words in told.text


def test_who_shares_a_link_copies_it_along(begin, client, send):
    begin(PROPOSAL)
    assert "/l/" not in client.get(f"{SHORT}.txt").text
    send("/delen/leeslink", {}, ask="/delen")
    told = client.get(f"{SHORT}.txt").text

    assert "Meelezen: http" in told.splitlines()[-1]
    assert len(told) <= 1_500


def test_a_line_says_who_decides_what_it_costs_and_what_privacy_asks(short):
    named = [one.text for one in short.all("dt")]

    assert named == ["Burgemeester", "Raad", "Werkt het?", "Geld", "Privacy"]
    assert short.one("dt a[href$='/geld']")
    assert short.one("dt a[href$='/privacy']")


def test_another_rule_has_no_tally_and_says_nothing_of_this_one(begin, visit):
    begin({"fase": "idee", "wie": "bedrijf"})
    page = visit(SHORT)

    assert not page.all(".rw-telling, .rw-vakjes, dt, .rw-kanten")
    assert "onder de AVG" in page.one(".rw-kort__uitkomst").text


def test_the_outcome_is_no_verdict(short):
    forbidden = ("gerechtvaardigd", "mag niet", "effectief", "bewezen", "slechts", "%")

    assert not any(word in short.one(".rw-kort__uitkomst").text for word in forbidden)


def test_the_memo_is_one_tap_away_and_so_are_the_papers(short):
    memo, questions, motion = short.all(".rw-kort__zij .utrecht-button[href]")[:3]

    assert memo.get("href") == f"{HERE}/memo.pdf"
    assert (questions.text, motion.text) == ("Raadsvragen", "Motie")


def test_who_reads_along_gets_the_whole_dossier_and_no_papers(
    app, begin, visit, follow, client
):
    begin(PROPOSAL)
    with client.session_transaction() as kept:
        _, key = kept[OWN]
    dossiers = app.extensions["raadwijzer"].dossiers
    reader = app.test_client()
    mine = dossiers.open_by_edit_key(key)
    follow(reader, f"/l/{dossiers.renew_key(mine, Access.READ)}")
    buttons = [one.text for one in visit(SHORT, browser=reader).all(".utrecht-button")]

    assert buttons == ["Memo van één bladzijde", "Volledig dossier"]


def test_changed_rules_are_told(begin, visit, app):
    begin(GOAL)
    with app.extensions["raadwijzer"].dossiers.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE dossier SET fingerprint = 'sha256:oud'")

    assert "De regels zijn gewijzigd" in visit(SHORT).text


def test_that_the_law_was_checked_before_today_waits_below_the_questions(
    app, client, library, follow, visit
):
    """Of nearly every dossier that is so: it may not stand before what she asks tonight."""
    made = app.extensions["raadwijzer"].dossiers.create(
        ("cameratoezicht",),
        reference_date=date(2026, 12, 1),
        fingerprint=library.fingerprint,
        municipality=None,
    )
    follow(client, f"/d/{made.edit_key}")
    told = visit(SHORT).text

    assert told.index("Vraag dit vanavond") < told.index("waarop wij de wet nakeken")


def test_an_old_answer_that_counts_no_more_is_named_in_its_old_words(
    app, client, library, begin, visit
):
    begin(GOAL)
    dropped = library.decision("cameratoezicht").header.dropped[0]
    old = next(one for one in library.old if dropped.ref in one.refs)
    with client.session_transaction() as kept:
        _, key = kept[OWN]
    dossiers = app.extensions["raadwijzer"].dossiers
    mine = dossiers.open_by_edit_key(key)
    dossiers.save_answers(mine, {old.id: "ja"}, expected_version=mine.version)

    told = visit(SHORT).text
    assert old.text in told
    assert dropped.told in told


# --- the tabs ----------------------------------------------------------------


def test_the_tabs_stand_above_each_page_and_wiping_is_none_of_them(begin, visit):
    begin(PROPOSAL)
    tabs = visit(SHORT).all(".rw-balk__tabs a")

    assert [one.text for one in tabs] == [
        *("In het kort", "Toets", "Voor en tegen", "Geld", "Privacy", "Stukken")
    ]
    for one in tabs:
        page = visit(one.get("href"))
        assert page.one(".rw-balk__tabs [aria-current]").text == one.text


def test_a_decision_without_measures_or_a_text_has_no_tab_for_money(
    build, clock, library, begin, visit
):
    name = "damocles"
    bare = replace(library.decision(name), costs=Costs(), passages=())
    law = replace(library, decisions={**library.decisions, name: bare})
    browser = build(clock, law=law).test_client()
    begin({"sluitingsbeleid": "ja"}, decision=name, browser=browser)

    tabs = visit(f"/{name}/kort", browser=browser).all(".rw-balk__tabs a")
    assert tabs
    assert "Geld" not in [one.text for one in tabs]


@pytest.mark.parametrize(
    ("old", "now"),
    [
        ("advies", "kort"),
        ("advies/memo.pdf", "dossier.pdf"),
        ("kosten", "geld"),
        ("kosten/vaste-cameras", "geld/vaste-cameras"),
    ],
)
def test_an_address_of_earlier_leads_to_the_page_of_now(client, old, now):
    answer = client.get(f"{HERE}/{old}")

    assert answer.status_code == 301
    assert answer.location == f"{HERE}/{now}"


# --- de toets ----------------------------------------------------------------


def test_it_says_how_sure_the_outcome_is_in_two_halves(demands):
    told = demands.one("#zeker + dl").text

    assert "De antwoorden" in told
    assert "Het recht" in told
    assert "%" not in told


@pytest.mark.parametrize(
    "answers",
    [
        PROPOSAL | {"gebied_aangegeven": "nee", "waarom_in_besluit": "nee"},
        {"fase": "besluit", **GOAL},
    ],
    ids=["niet voldaan", "onbekend"],
)
def test_every_reason_carries_a_source(begin, visit, answers):
    begin(answers)
    reasons = visit(TEST).all("ol.rw-redenen > li")

    assert len(reasons) > 2
    assert [one.text for one in reasons if not one.all(".rw-noot a[href]")] == []


def test_the_first_reason_is_what_is_not_met_in_the_words_of_the_answer(
    demands, library
):
    first, *_ = demands.all("ol.rw-redenen li")
    question = library.decision("cameratoezicht").find("einddatum_in_besluit")

    assert first.text.startswith("Niet voldaan.")
    assert question.if_no in first.text
    assert first.all(".rw-noot")


def test_what_can_be_better_stands_by_the_body_that_can_do_it(demands, library):
    demand = library.decision("cameratoezicht").demand_by_id["einddatum"]
    told = demands.one("#anders + dl").text

    assert "Burgemeester" in told
    assert demand.repair[0].text in told


def test_nothing_can_be_better_where_nothing_is_unmet(begin, visit):
    begin({"fase": "idee", **GOAL})

    assert not visit(TEST).all("#anders")


def test_the_folds_of_what_comes_later_count_in_words(demands):
    folds = demands.all("#straks ~ details .rw-vouw__stand")

    assert re.fullmatch(r"\d+ (eis|eisen)", folds[0].text)


def test_what_is_not_met_comes_before_what_is_open(demands):
    heads = [one.text for one in demands.all("h2")]

    assert heads[:2] == ["Niet voldaan: 1", heads[1]]
    assert heads[1].startswith("Onbekend: ")


def test_what_comes_later_is_a_list_of_its_own(demands):
    assert demands.all("#straks")
    signs = [one.get("class") for one in demands.all(".rw-eis > svg")]
    assert not any("straks" in sign for sign in signs)


def test_every_demand_that_is_due_shows_its_ground_and_says_how_it_stands(demands):
    rows = demands.all(".rw-eis")

    assert rows
    for one in rows:
        assert one.one(".rw-eis__grond").text
        assert one.all("p .rw-verborgen")[0].text
        assert one.all("svg[aria-hidden=true]")


def test_what_is_unknown_becomes_a_question_for_a_body_and_can_be_copied(demands):
    groups = demands.all(".rw-orgaan")
    text = demands.one("#vragen-tekst").text

    assert groups
    for group in groups:
        assert group.one("h3").text in text
        for item in group.all("ul > li"):
            assert item.text in text


def test_a_fixed_outcome_says_that_open_questions_do_not_change_it(begin, visit):
    begin({"fase": "idee", "wie": "bedrijf"})
    told = visit(TEST).one("#zeker + dl").text

    assert "wat nog open is, verandert deze uitkomst niet meer" in told


def test_while_the_phase_is_unknown_nothing_is_firm(begin, visit):
    begin(GOAL)

    assert "Nog niet vast" in visit(TEST).one("#zeker + dl").text


# --- voor en tegen, stukken, bronnen ------------------------------------------


def test_both_sides_get_as_many_points(sides):
    for lists in (".rw-alle-punten section", ".rw-voortegen:not(.rw-alle-punten *)"):
        found = [section.all("li") for section in sides.all(lists)]
        assert found
    voor, tegen = (one.all("li") for one in sides.all(".rw-alle-punten section"))
    assert len(voor) == len(tegen) > 0


def test_what_research_saw_stands_per_outcome_and_measure(sides, library):
    table = sides.one("#werkt-het ~ details table")
    heads = [one.text for one in table.all("thead th")]

    assert heads[:2] == ["Uitkomst", "Vaste camera’s"]
    assert "wisselend, heel onzeker" in table.text
    assert sides.all("a[href='/wat-werkt/vaste-cameras']")


def test_every_source_note_leads_to_the_card_of_a_dated_source(sides, visit):
    notes = {link.get("href") for link in sides.all(".rw-noot a")}

    assert len(notes) > 5
    for href in sorted(notes):
        card = visit(href)
        assert "2026" in card.one("ul.rw-bronnen--kort").text
    article = visit("/bron/gemeentewet-151c-1")
    assert article.all("a[href='/regels/cameratoezicht']")


def test_the_register_marks_only_what_was_not_read_in_full(visit, library):
    page = visit("/bronnen")
    part = [one for one in library.sources.values() if one.seen is not SeenExtent.TEKST]

    assert page.text.count("agekeken op") == 1
    assert "Staat er niets bij, dan is de tekst gelezen" in page.text
    marks = ("Een deel van de tekst is gelezen.", "Alleen een samenvatting is gelezen.")
    assert sum(page.text.count(mark) for mark in marks) == len(part) > 0
    card = visit(f"/bron/{part[0].id}").one("ul.rw-bronnen--kort").text
    assert "Nagekeken op" in card


def test_the_register_folds_what_we_use_of_one_law_under_its_name(visit, library):
    laws = [one for one in library.sources.values() if one.is_law]
    folds = visit("/bronnen").all("details.rw-vouw")

    assert folds[0].one("summary").text.startswith("AI-verordening")
    assert len(folds) == len({one.law for one in laws})
    assert sum(len(fold.all("li")) for fold in folds) == len(laws)


def test_each_letter_of_the_terms_leads_to_its_first_term(visit, library):
    page = visit("/begrippen")
    letters = page.all(".rw-letters a")

    assert len(letters) == len({one.term[0].upper() for one in library.terms})
    for letter in letters:
        first = page.one(letter.get("href")).all("h2")[0].text
        assert first[0].upper() == letter.text


def test_a_card_holds_all_leden_of_an_article(visit):
    titles = visit("/bron/gemeentewet-151c-1").one("ul.rw-bronnen--kort").text

    assert "eerste lid" in titles
    assert "derde lid" in titles


def test_a_source_that_does_not_exist_has_no_card(client):
    assert client.get("/bron/verzonnen").status_code == 404


def test_every_paper_can_be_taken_and_wiping_comes_last(begin, visit):
    begin(PROPOSAL)
    page = visit(PAPERS)
    links = [one.get("href") for one in page.all("main a")]

    for paper in ("memo.pdf", "memo.docx", "dossier.pdf", "dossier.odt"):
        assert f"{HERE}/{paper}" in links
    assert links[-1] == "/wissen"


# --- a term that runs ---------------------------------------------------------

PLAN = "integraal_veiligheidsplan"
AT_PLAN = "/integraal-veiligheidsplan"
TERMS = f"{AT_PLAN}/termijnen.ics"


def test_a_day_that_was_answered_gives_a_term_and_a_calendar_file(begin, visit, client):
    begin({"doelen_laatst_vastgesteld_op": "14-12-2022"}, decision=PLAN)

    page = visit(f"{AT_PLAN}/kort")
    file = client.get(TERMS)

    assert "Laatste dag voor nieuwe doelen: 14 december 2026" in page.text
    assert [link.get("href") for link in page.all("a[href$='.ics']")] == [TERMS]
    assert file.status_code == 200
    assert file.mimetype == "text/calendar"
    assert file.text.count("BEGIN:VEVENT") == 1
    assert "\r\nDTSTART;VALUE=DATE:20261214\r\n" in file.text
    assert "\r\nDTEND;VALUE=DATE:20261215\r\n" in file.text


@pytest.mark.parametrize("day", [{}, {"doelen_laatst_vastgesteld_op": "onbekend"}])
def test_without_that_day_there_is_no_term_and_no_file(begin, visit, client, day):
    begin({"fase_van_het_plan": "ligt_voor", **day}, decision=PLAN)

    page = visit(f"{AT_PLAN}/kort")

    assert "Nieuwe doelen zijn er" not in page.text
    assert not page.all("a[href$='.ics']")
    assert client.get(TERMS).status_code == 404


def test_what_one_hears_stands_open_where_the_dossier_touches_it(begin, visit):
    begin({"fase": "besluit"})
    before = visit(SIDES)
    begin(GOAL)
    after = visit(SIDES)

    said = "‘Camera’s hangen er ook om daders op te sporen.’"
    assert said in before.one(".rw-gehoord").text
    assert said in [
        each.text for each in after.all("h2#u-hoort-soms ~ details summary")
    ]
    assert said not in after.one(".rw-gehoord").text
