"""Every route has a door, and a form changes only the dossier that it was shown for."""

import re
from io import BytesIO
from zipfile import ZipFile

import pytest

from reports.checking.pdf_reading import look
from tests.wizard.pages.conftest import Page
from wizard.keeping.reading_along import NOT_SHARED, SHARED, is_shared

HERE = "/cameratoezicht"
OVERVIEW = f"{HERE}/overzicht"
FIRST = f"{HERE}/vraag/raad-en-plek"
ANSWER = "plek_vrij_toegankelijk-antwoord"
DOORS = {
    *("anyone", "findable", "known", "admitted", "begun"),
    *("own", "changing", "starting"),
}
CHANGE_NOTHING = {"anyone", "findable", "known"}
BROUGHT = (
    "decision: cameratoezicht\nanswers: {plek_vrij_toegankelijk: nee}\n"
    "texts: {motie_toelichting: Iets anders.}\n"
)
HOLES = {"<decision:name>": "cameratoezicht", "<slug>": "raad-en-plek"}
# Who sends a form here need not work on a dossier; each was looked at, one by one. What a
# label at the view says does not count: a form that changes a dossier is not on this list.
OPEN = {
    "/<decision:name>/poort": {"antwoord": "ja"},  # the answer stays in the cookie
    "/controleer-tekst": {"tekst": "De raad verzoekt het college te berichten."},
    "/controleren": {},  # looks at a file
    "/controleren/openen": {"dossier": BROUGHT},  # makes a dossier of its own
    "/d/<key>": {},  # the key is the right
    "/delen/terug": {},  # the key lies in the cookie
    "/l/<key>/dossier": {},  # the key is the right to read
    "/sluiten": {},  # lays the cookie aside, not the dossier
    "/verschil": {},  # compares two files
    "/voorbeelden/<example>": {},  # makes a dossier of its own
    "/wegwijzer/<name>": {"antwoord": "ja"},  # orders a page
    "/wegwijzer/vraag/<path:rest>": {},  # an address of before
    "/zoeken": {"woord": "camera"},  # looked up and forgotten
}
SECRET = "vertrouwelijk: de fractie wil dit laten vallen"
FORMS = ("pdf", "docx", "odt", "html", "txt")
ABOUT_FIELDS = ("onderwerp", "plek", "vergadering", "agendapunt", "nummer")
NOTED = (
    "bron: brief 12 maart",
    *("Camera’s op het plein", "Stationsplein", "10-12-2026", "7b", "RV-2026-113"),
)
PROMISED = {
    *(
        "overzicht",
        "beeld",
        "kort",
        "kort.txt",
        "zekerder",
        "toets",
        "voor-en-tegen",
        "stukken",
        "geld",
        "vergelijken",
        "privacy",
    ),
    *("vergelijken/dossiers", "/memo", "memo.<form>", "dossier.<form>"),
}


def views(app, method):
    """Give each route with its door; our files have none, for they hold no dossier."""
    return {
        rule.rule: getattr(app.view_functions[rule.endpoint], "door", None)
        for rule in app.url_map.iter_rules()
        if method in rule.methods and rule.endpoint != "static"
    }


def filled(rule):
    for hole, example in HOLES.items():
        rule = rule.replace(hole, example)
    return rule


@pytest.fixture
def two(begin, visit, app, client, follow):
    """Dossier A, of which a page lies open in one tab; another tab then opened B."""
    other = app.test_client()
    begin({"plek_vrij_toegankelijk": "nee"}, browser=other)
    theirs = visit("/delen", browser=other).all(".rw-sleutel input")[0].get("value")
    begin({"plek_vrij_toegankelijk": "ja"})

    def open_b():
        follow(client, theirs)

    return open_b


def everything(app):
    with app.extensions["raadwijzer"].dossiers.engine.connect() as connection:
        return [
            list(connection.exec_driver_sql(f"SELECT * FROM {table} ORDER BY 1, 2"))
            for table in ("dossier", "entry", "revision")
        ]


def said(visit):
    return visit(OVERVIEW).all(".rw-rij--gegeven dd")[0].text


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_no_route_lacks_a_door(app, method):
    doors = views(app, method)

    assert doors
    assert set(doors.values()) <= DOORS, doors


def test_a_form_of_another_dossier_changes_nothing_on_any_route(
    app, client, visit, two
):
    proof = visit(FIRST).proof
    two()
    before = everything(app)
    tried = 0

    for rule in views(app, "POST"):
        if rule in OPEN:
            continue
        answer = client.post(filled(rule), data=proof | {ANSWER: "nee"})
        assert answer.status_code == 409, rule
        assert everything(app) == before, rule
        tried += 1
    assert tried >= 15


def test_only_the_doors_on_the_list_stand_open_to_a_form(app):
    doors = views(app, "POST")

    assert {rule for rule, door in doors.items() if door in CHANGE_NOTHING} == set(OPEN)


@pytest.fixture
def lies_open(begin, send):
    """A dossier with both its links, and the page that shows them."""
    begin({"plek_vrij_toegankelijk": "ja"})
    return send("/delen/leeslink", {}, ask="/delen")


@pytest.mark.parametrize("rule", sorted(OPEN))
def test_a_form_for_anyone_changes_no_dossier_that_exists(app, client, lies_open, rule):
    """It may make one; what is there, opened here or by its links, stays as it is."""
    page = lies_open
    keys = {
        door: page.one(f"input[value*='/{door}/']").get("value").rpartition("/")[2]
        for door in "dl"
    }
    holes = {"<key>": keys.get(rule[1], "")}
    holes |= {
        "<example>": "steenbergen-camera",
        "<name>": "explosie",
        "<path:rest>": "x",
    }
    path = filled(rule)
    for hole, example in holes.items():
        path = path.replace(hole, example)
    proof = page.proof | {ANSWER: "nee", "versie": "2", "zo": "ja", "bevestigd": "ja"}
    proof["code"] = page.proof["hoort_bij"]
    before = everything(app)

    answer = client.post(path, data=proof | OPEN[rule])

    assert answer.status_code not in {400, 403, 405, 409}
    for old, new in zip(before, everything(app), strict=True):
        assert set(map(tuple, old)) <= set(map(tuple, new))


def test_a_form_that_says_nothing_of_a_dossier_changes_nothing(client, visit, two, app):
    token = visit(FIRST).token
    before = everything(app)

    answer = client.post(FIRST, data={"csrf_token": token, ANSWER: "nee"})

    assert answer.status_code == 409
    assert everything(app) == before


def test_to_delete_in_one_tab_never_deletes_the_dossier_of_another(
    app, client, visit, two
):
    page = visit("/wissen")
    two()

    refused = Page(client.post("/wissen", data=page.proof))

    assert refused.status == 409
    assert app.extensions["raadwijzer"].dossiers.count() == 2
    assert "ander dossier" in refused.heading
    (button,) = refused.all("main form button")
    assert button.text.startswith("Ga terug naar dossier")


def test_the_page_that_deletes_names_code_subject_and_date(begin, visit):
    begin({"plek_vrij_toegankelijk": "ja"})
    page = visit("/wissen")

    assert re.search(r"dossier [B-Z2-9]{4}-[B-Z2-9]{4} over ‘Camera", page.text)
    assert "21 november 2026" in page.text


def test_an_answer_typed_for_another_dossier_is_kept_where_the_visitor_chooses(
    client, visit, two
):
    page = visit(FIRST)
    two()
    version = page.one("input[name=versie]").get("value")
    fields = page.proof | {"versie": version, ANSWER: "onbekend"}
    refused = Page(client.post(FIRST, data=fields))
    forms = refused.all("main form")
    sent = [
        {one.get("name"): one.get("value") for one in form.all("input[type=hidden]")}
        for form in forms
    ]

    assert refused.status == 409
    assert [one[ANSWER] for one in sent] == ["onbekend", "onbekend"]
    assert client.post(FIRST, data=sent[0]).status_code == 303
    assert said(visit) == "Weet ik niet"
    assert visit("/delen").proof["hoort_bij"] == page.proof["hoort_bij"]


def test_a_link_says_which_dossier_it_opens_and_what_lies_open_now(
    begin, visit, app, client
):
    other = app.test_client()
    begin({"plek_vrij_toegankelijk": "nee"}, browser=other)
    theirs = visit("/delen", browser=other).all(".rw-sleutel input")[0].get("value")
    begin({"plek_vrij_toegankelijk": "ja"})
    mine = visit("/delen").proof["hoort_bij"]

    page = visit(theirs)

    assert f"Nu hebt u dossier {mine} open." in page.text
    assert said(visit) == "Ja"


def test_a_mail_scanner_that_looks_at_a_link_gets_no_key(begin, visit, app):
    begin({"plek_vrij_toegankelijk": "ja"})
    link = visit("/delen").all(".rw-sleutel input")[0].get("value")
    scanner = app.test_client()

    visit(link, browser=scanner)

    assert scanner.get(OVERVIEW).status_code == 303
    with scanner.session_transaction() as cookie:
        assert set(cookie) == {"csrf_token"}


def test_every_earlier_dossier_can_be_found_back(begin, visit, app, client, follow):
    codes, links = [], []
    for value in ("nee", "onbekend", "ja"):
        browser = app.test_client()
        begin({"plek_vrij_toegankelijk": value}, browser=browser)
        page = visit("/delen", browser=browser)
        codes.append(page.proof["hoort_bij"])
        links.append(page.all(".rw-sleutel input")[0].get("value"))
    for link in links:
        follow(client, link)

    shown = [one.get("value") for one in visit("/delen").all("input[name=code]")]

    assert shown == [codes[1], codes[0]]


@pytest.fixture
def shared(begin, visit, send):
    begin({"plek_vrij_toegankelijk": "ja"})
    page = send("/delen/leeslink", {}, ask="/delen")
    return page.one("input[value*='/l/']").get("value")


@pytest.fixture
def reader(shared, app, follow):
    browser = app.test_client()
    follow(browser, shared)
    return browser


def test_a_read_link_shows_the_outcome_and_leaves_no_cookie(shared, app, visit):
    reader = app.test_client()
    answer = reader.get(shared)
    page = visit(shared, browser=reader)

    assert "Set-Cookie" not in answer.headers
    assert answer.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert page.all(".rw-kort__uitkomst h3")
    assert "/d/" not in page.html
    assert reader.get(OVERVIEW).status_code == 303


def test_a_read_link_keeps_no_cookie_alive_either(shared, begin, app):
    reader = app.test_client()
    begin({"plek_vrij_toegankelijk": "nee"}, browser=reader)

    assert "Set-Cookie" not in reader.get(shared).headers


@pytest.fixture
def written(begin, send, client):
    """A dossier with a motie, a remark, what it is about, and a former answer."""
    begin({"plek_vrij_toegankelijk": "nee"})
    begin({"plek_vrij_toegankelijk": "ja"})
    send(f"{HERE}/stukken/motie", {"titel": "Een titel", "toelichting": SECRET})
    assert SECRET in client.get(f"{HERE}/stukken/motie").text
    send("/waarover", dict(zip(ABOUT_FIELDS, NOTED[1:], strict=True)))
    remark = f"{HERE}/opmerking/plek-vrij-toegankelijk"
    ask = f"{OVERVIEW}?opmerking=plek_vrij_toegankelijk"
    send(remark, {"opmerking": NOTED[0]}, ask=ask)


def opened(app, reader):
    """Give all that a reader can open, by address: pages, and papers as they read."""
    for rule, door in views(app, "GET").items():
        if door in CHANGE_NOTHING:
            continue
        for form in FORMS if "<form>" in rule else ("",):
            path = filled(rule).replace("<form>", form)
            answer = reader.get(path)
            if answer.status_code == 200:
                yield rule.removeprefix("/<decision:name>/"), as_read(answer, form)


def as_read(answer, form):
    """Take apart what a file holds, down to what is attached to it."""
    if form in ("docx", "odt"):
        with ZipFile(BytesIO(answer.data)) as parts:
            texts = (
                parts.read(one).decode(errors="ignore") for one in parts.namelist()
            )
            return "".join(texts)
    if form == "pdf":
        seen = look(answer.data)
        assert seen.files
        inside = [one.data.decode() for one in seen.files]
        return "".join([*inside, *(page.text for page in seen.pages)])
    return answer.text


def test_a_reader_sees_what_was_promised_and_no_more(reader, written, app):
    seen = {}
    for rule, text in opened(app, reader):
        assert SECRET not in text, rule
        seen[rule] = seen.get(rule, "") + text

    assert set(seen) <= PROMISED | {"/delen/bewaartermijn.ics"}
    assert {"overzicht", "kort", "memo.<form>", "dossier.<form>"} <= set(seen)
    everything_seen = "".join(seen.values())
    assert "10 december 2026" in everything_seen
    assert [one for one in NOTED if one not in everything_seen] == [NOTED[3]]


def test_what_a_reader_gets_of_a_dossier_is_the_list_on_the_page(
    shared, written, app, visit
):
    dossiers = app.extensions["raadwijzer"].dossiers
    edit_link = visit("/delen").all(".rw-sleutel input")[0].get("value")
    mine = dossiers.open_by_edit_key(edit_link.rpartition("/")[2])
    theirs = dossiers.open_by_read_key(shared.rpartition("/")[2])

    assert set(theirs.texts) == {name for name in mine.texts if is_shared(name)}
    assert set(mine.texts) - set(theirs.texts)
    promise, silence = visit("/delen").all("main ul.utrecht-unordered-list")[:2]
    assert [one.text for one in promise.all("li")] == [part.told for part in SHARED]
    assert [one.text for one in silence.all("li")] == list(NOT_SHARED)


def test_a_reader_is_shown_no_history(reader, written, visit):
    assert visit("/wijzigingen").all(".rw-rij")

    visit("/wijzigingen", browser=reader, status=403)
    for path in (OVERVIEW, f"{HERE}/stukken"):
        assert visit(path).all("a[href='/wijzigingen']")
        assert not visit(path, browser=reader).all("a[href='/wijzigingen']")


def test_earlier_versions_can_be_deleted_before_sharing(
    shared, begin, send, visit, app
):
    begin({"plek_vrij_toegankelijk": "nee"})
    send("/delen/eerdere-versies", {}, ask="/delen")

    page = visit("/wijzigingen")

    assert not page.all(".rw-rij")
    assert not page.all("form[action$='ongedaan']")
    assert said(visit) == "Nee"
    _, _, revisions = everything(app)
    assert {(one.old, one.new) for one in revisions} == {(None, None)}


def test_after_that_two_who_work_at_once_are_still_told(begin, send, visit, client):
    begin({"plek_vrij_toegankelijk": "ja"})
    old = visit(FIRST)
    begin({"plek_vrij_toegankelijk": "nee"})
    send("/delen/eerdere-versies", {}, ask="/delen")

    version = old.one("input[name=versie]").get("value")
    fields = old.proof | {"versie": version, ANSWER: "onbekend"}

    assert "Iemand anders" in client.post(FIRST, data=fields).text


def test_a_new_edit_link_shuts_the_old_one_out(begin, send, visit, app, follow):
    begin({"plek_vrij_toegankelijk": "ja"})
    old = visit("/delen").all(".rw-sleutel input")[0].get("value")
    page = send("/delen/bewerklink", {}, ask="/delen")
    new = page.all(".rw-sleutel input")[0].get("value")

    assert new != old
    visit(old, status=404, browser=app.test_client())
    assert follow(app.test_client(), new).status_code == 303
    assert said(visit) == "Ja"


def test_a_first_answer_that_is_sent_twice_makes_one_dossier(begin, visit, app, client):
    begin()
    page = visit(FIRST)
    fields = page.proof | {"versie": "0", ANSWER: "ja"}
    with client.session_transaction() as held:
        kept = dict(held)
    for browser in (app.test_client(), app.test_client()):
        with browser.session_transaction() as session:
            session.update(kept)
        assert browser.post(FIRST, data=fields).status_code == 303

    assert app.extensions["raadwijzer"].dossiers.count() == 1


def test_a_cookie_of_the_release_before_still_opens_its_dossier(begin, client, visit):
    begin({"plek_vrij_toegankelijk": "ja"})
    with client.session_transaction() as session:
        session["sleutel"] = session.pop("dossier")[1]

    assert said(visit) == "Ja"
    assert visit("/delen").proof["hoort_bij"]
