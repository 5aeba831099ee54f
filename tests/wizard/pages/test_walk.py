"""From the start page to the result on the real law, one screen at a time."""

import pytest

CAMERAS = "/cameratoezicht"
FIRST = "/cameratoezicht/vraag/raad-en-plek"
ANSWER = "plek_vrij_toegankelijk-antwoord"
DECISIONS = ("buurtbemiddeling", "cameratoezicht", "woonoverlastverordening")


def stored(app):
    return app.extensions["raadwijzer"].dossiers.count()


def row_of(text, page):
    (found,) = (row for row in page.all(".rw-rij") if text in row.text)
    return found


@pytest.fixture
def go_on(send):
    """Say that nobody knows to everything on the screen that lies open."""

    def step(page, path):
        taps = page.all(".rw-tik")
        if taps:
            return send(path, {taps[-1].get("name"): "onbekend"})
        radios = page.all("input[type=radio][value=onbekend]")
        ticks = page.all("input[name$=-onbekend]")
        data = {one.get("name"): "onbekend" for one in radios}
        return send(path, data | {one.get("name"): "ja" for one in ticks})

    return step


def path_of(page, law, name):
    """The address of the screen that lies open, by its heading."""
    for screen in law.decision(name).screens:
        if page.heading == (screen.title if screen.is_card else screen.rows[0].text):
            return f"/{name}/vraag/{screen.id.replace('_', '-')}"
    return None


def test_the_start_page_shows_every_decision(visit, library):
    page = visit("/")

    titles = {link.text for link in page.all(".rw-besluiten li a")}
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


@pytest.mark.parametrize(
    ("decision", "ways"),
    [
        ("cameratoezicht", ["/buurtbemiddeling", "/woonoverlastverordening"]),
        ("woonoverlastverordening", ["/buurtbemiddeling"]),
        ("buurtbemiddeling", ["/woonoverlastverordening"]),
    ],
)
def test_who_has_a_quarrel_between_neighbours_is_shown_what_may_fit(
    send, decision, ways
):
    """A camera at one house after a mediation that failed: there is a rule for that."""
    page = send(f"/{decision}/poort", {"antwoord": "nee"})
    found = [each.get("href") for each in page.all("main a")]
    found = [href for href in found if href in WAYS]

    assert page.text.count("Speelt er een burenruzie?") == 1
    assert found == ways


WAYS = {"/buurtbemiddeling", "/woonoverlastverordening"}


def test_passing_the_gate_stores_nothing_yet(begin, app):
    page = begin()

    assert page.all(".rw-tik")
    assert stored(app) == 0


def test_an_unanswered_gate_says_what_to_do(send):
    page = send(f"{CAMERAS}/poort", {}, status=422)

    assert page.title.startswith("Fout:")
    assert "Kies ja of nee." in page.text


@pytest.mark.parametrize("name", DECISIONS)
def test_how_far_the_plan_is_comes_first(begin, library, name):
    decision = library.decision(name)
    phase = decision.question_by_id[decision.header.phase]

    assert begin(decision=name).heading == phase.text


@pytest.mark.parametrize("name", DECISIONS)
def test_weet_ik_niet_everywhere_leads_to_a_picture_and_to_a_result(
    begin, go_on, visit, law, name
):
    page, seen = begin(decision=name), []
    while (path := path_of(page, law, name)) is not None:
        assert path not in seen
        seen.append(path)
        page = go_on(page, path)

    assert page.heading == "Uw eerste beeld"
    assert len(seen) <= 12
    told = " ".join(one.text for one in page.all(".rw-telling"))
    assert "voldaan" not in told  # nothing is met, and nothing is not
    assert visit(f"/{name}/kort").status == 200


@pytest.mark.parametrize("name", DECISIONS)
def test_progress_never_goes_down_while_answering(begin, go_on, visit, law, name):
    page, seen = begin(decision=name), []
    while page.all("progress"):
        if path_of(page, law, name) is None:  # a stop after a chapter counts chapters
            page = visit(page.all(".rw-knoppen a")[0].get("href"))
            continue
        seen.append(int(page.one("progress").get("value")))
        page = go_on(page, path_of(page, law, name))
        if page.heading == "Uw eerste beeld":
            page = begin(decision=name)

    assert len(seen) > 7
    assert seen == sorted(set(seen))


def test_the_result_follows_an_answer_changed_from_the_overview(
    begin, visit, send, library
):
    question = library.decision("cameratoezicht").find("einddatum_in_besluit")
    begin({"fase": "voorstel", "waarvoor": ["orde"], question.id: "ja"})
    before = visit(f"{CAMERAS}/kort")
    way = row_of(question.text, visit(f"{CAMERAS}/overzicht")).all("a")[0].get("href")

    page = send(way.split("#")[0], {f"{question.id}-antwoord": "nee"})
    after = visit(f"{CAMERAS}/kort")

    assert page.heading == "Uw antwoorden"
    assert after.heading != before.heading
    assert "niet voldaan" not in before.one(".rw-kort__uitkomst").text
    assert "1 niet voldaan" in after.one(".rw-kort__uitkomst").text


def test_reloading_a_page_changes_nothing(begin, visit, app):
    begin({"plek_vrij_toegankelijk": "ja"})
    before = visit(f"{CAMERAS}/overzicht").text

    assert visit(f"{CAMERAS}/overzicht").text == before
    assert stored(app) == 1


def test_an_answer_that_fell_off_the_path_is_kept_and_does_not_count(
    begin, visit, library
):
    child = "plek_aangewezen"
    text = library.decision("cameratoezicht").question_by_id[child].text
    begin({"plek_open_terrein": "nee", child: "ja"})
    begin({"plek_open_terrein": "ja"})

    resting = row_of(text, visit(f"{CAMERAS}/overzicht"))
    begin({"plek_open_terrein": "nee"})
    counting = row_of(text, visit(f"{CAMERAS}/overzicht"))

    assert "Telt nu niet mee" in resting.text
    assert resting.one(".rw-rij__antwoord").text == "Ja"
    assert "Telt nu niet mee" not in counting.text
    assert counting.one(".rw-rij__antwoord").text == "Ja"


@pytest.mark.parametrize("part", ["beeld", "overzicht", "kort"])
def test_without_a_dossier_the_inner_pages_lead_to_the_gate(client, part):
    response = client.get(f"{CAMERAS}/{part}")

    assert response.status_code == 303
    assert response.headers["Location"].endswith("/poort")


def test_a_second_decision_joins_the_same_dossier(begin, visit, app):
    begin({"plek_vrij_toegankelijk": "ja"})
    begin({"coordinator": "ja"}, decision="buurtbemiddeling")

    assert stored(app) == 1
    assert visit(f"{CAMERAS}/overzicht").all("dd.rw-rij__antwoord")
    assert visit("/buurtbemiddeling/overzicht").status == 200


def test_every_address_of_an_earlier_release_leads_to_what_became_of_it(
    begin, client, library
):
    """Only what is dropped, with why, has no page any more."""
    assert {old.decision for old in library.old} >= set(DECISIONS)
    for name in DECISIONS:
        begin(decision=name)
        decision = library.decision(name)
        gone = {one.ref for one in decision.header.dropped}
        for old in library.old:
            if old.decision != name:
                continue
            slug = old.id.replace("_", "-")
            response = client.get(f"/{name}/vraag/{slug}")
            kept = not set(old.refs) & gone or old.id in decision.question_by_id
            assert response.status_code in ((200, 303) if kept else (404,)), old.id


# --- answers of an earlier release --------------------------------------------------------


@pytest.fixture
def old(app, client, follow):
    """Open a dossier of an earlier release."""

    def lay(answers, decision="cameratoezicht"):
        dossiers, law = (
            app.extensions["raadwijzer"].dossiers,
            app.extensions["raadwijzer"],
        )
        by_ref = {
            r: q for q in law.library.old if q.decision == decision for r in q.refs
        }
        made = dossiers.create(
            (decision,),
            reference_date=law.today(),
            fingerprint="sha256:x",
            municipality=None,
        )
        kept = {by_ref[ref].id: value for ref, value in answers.items()}
        dossiers.save_answers(made.dossier, kept, expected_version=1)
        follow(client, f"/d/{made.edit_key}")
        return kept

    return lay


def test_what_was_read_from_old_answers_is_told_and_can_be_confirmed(old, visit):
    old({"D14": "ja", "D01": "ja"})

    page = visit(f"{CAMERAS}/overzicht")

    told = page.one(".rw-melding--stil")
    assert (
        "Wij lazen uit de antwoorden dat er een besluit ligt. Klopt dat?" in told.text
    )
    assert told.one("a").get("href") == f"{CAMERAS}/vraag/fase"
    assert "Wij lazen uit de antwoorden" in visit(f"{CAMERAS}/vraag/fase").text


def test_an_old_answer_is_written_anew_only_when_its_screen_is_saved(
    old, visit, send, app
):
    kept = old({"D14": "ja", "D01": "ja"})
    visit(f"{CAMERAS}/overzicht")
    assert set(answers(app)) == set(kept.keys())

    send(f"{CAMERAS}/vraag/fase", {"fase-antwoord": "besluit"})

    assert answers(app)["fase"] == "besluit"
    assert "Wij lazen uit" not in visit(f"{CAMERAS}/overzicht").text


def test_old_answers_that_count_no_more_are_named_in_their_old_words(
    old, visit, library
):
    ref = library.decision("cameratoezicht").header.dropped[0].ref
    (question,) = (
        one
        for one in library.old
        if one.decision == "cameratoezicht" and ref in one.refs
    )
    old({ref: "ja", "D01": "ja"})

    page = visit(f"{CAMERAS}/overzicht")

    section = page.one("section[aria-labelledby=oude-antwoorden]")
    assert "Dit antwoord telt niet meer mee" in section.text
    assert question.text in section.text
    assert "Ze blijven bewaard." in section.text


def answers(app):
    dossiers = app.extensions["raadwijzer"].dossiers
    with dossiers.engine.begin() as connection:
        found = connection.exec_driver_sql("SELECT key, value FROM entry").all()
    return dict(tuple(one) for one in found)


def test_the_gate_of_every_decision_stands_on_the_law_of_that_decision(visit, library):
    """And it speaks of a decree about a place only where the decision is about one."""
    about_a_place = []
    for name, law in library.decisions.items():
        page = visit(f"/{name.replace('_', '-')}/poort")
        marks = page.all("main .rw-noot a")
        assert law.gate.sources == law.header.legal_basis
        assert marks, name
        if "Een besluit van de burgemeester over een plek" in page.text:
            about_a_place.append(name)

    assert about_a_place == ["cameratoezicht"]
