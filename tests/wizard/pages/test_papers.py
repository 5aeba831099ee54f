"""The memo as a visitor gets it: each format, at once, or a clear page instead."""

import io
import time
import zipfile

import pytest

from reports.formats.by_file_name import FORMATS
from reports.formats.print_pool import (
    PrinterBusyError,
    PrinterError,
    PrinterMemoryError,
    PrinterTimeoutError,
)
from wizard.finished_papers import FinishedPapers
from wizard.pages.downloads import KINDS
from wizard.printing_ahead import StillPrintingError, fingerprint

RESULT = "/cameratoezicht/kort"
MEMO, PAPERS = "/cameratoezicht/memo", "/cameratoezicht/stukken"
STARTS = {
    "pdf": b"%PDF-",
    "html": b"<!DOCTYPE html>",
    "docx": b"PK",
    "odt": b"PK",
    "txt": "Memo van één bladzijde".encode(),
}


@pytest.fixture
def app(build, clock):
    """One that prints ahead; what still waits when the test is done is dropped."""
    app = build(clock, pdf_ahead=4)
    yield app
    room_of(app)._ahead.clear()  # noqa: SLF001 — the printer is not ours to close


def room_of(app):
    return app.extensions["raadwijzer"].print_ahead


@pytest.fixture
def orders(app, monkeypatch):
    """Count what the printer really prints."""
    printer, found = room_of(app).printer, []
    submit = printer.submit
    monkeypatch.setattr(printer, "submit", lambda d: (found.append(d), submit(d))[1])
    return found


@pytest.fixture
def refuse(app, monkeypatch):
    """Let the printer refuse from now on."""

    def with_error(error):
        def submit(_):
            raise error

        monkeypatch.setattr(room_of(app).printer, "submit", submit)

    return with_error


def until(condition):
    deadline = time.monotonic() + 60
    while not condition() and time.monotonic() < deadline:
        time.sleep(0.02)
    assert condition()


def lies_ready(app):
    room = room_of(app)
    return not room._working and not room._under_way  # noqa: SLF001


def test_the_memo_lies_ready_once_the_result_was_shown(app, begin, client, orders):
    begin({"waarvoor": ["orde"]})
    assert orders == []

    client.get(RESULT).close()
    until(lambda: orders and lies_ready(app))
    first, again = client.get(f"{MEMO}.pdf"), client.get(f"{MEMO}.pdf")

    assert first.data.startswith(b"%PDF-")
    assert first.data == again.data
    assert len(orders) == 1


def test_another_answer_gives_another_memo(app, begin, send, client, orders):
    begin({"waarvoor": ["orde"]})
    first = client.get(f"{MEMO}.pdf").data
    begin({"waarvoor": ["opsporing"]})

    assert client.get(f"{MEMO}.pdf").data != first
    assert len(orders) == 2


def test_every_format_of_the_press_is_offered(begin, client, visit):
    begin({"waarvoor": ["orde"]})
    links = {one.get("href") for one in visit(PAPERS).all("a[href*='/memo.']")}

    assert {f".{form}" for form in KINDS} == set(FORMATS)
    bare = f"{MEMO}.pdf?antwoorden=nee"
    assert links == {bare, *(f"{MEMO}.{form}" for form in KINDS)}


@pytest.mark.parametrize("form", KINDS)
def test_each_format_comes_with_its_own_kind_and_name(begin, client, form):
    begin({"waarvoor": ["orde"]})
    response = client.get(f"{MEMO}.{form}")

    assert response.status_code == 200
    assert response.content_type == KINDS[form]
    assert response.data.lstrip().startswith(STARTS[form])
    assert "no-store" in response.headers["Cache-Control"]
    if form == "txt":
        assert "Content-Disposition" not in response.headers
    else:
        name = f'attachment; filename="memo-cameratoezicht-2026-11-21.{form}"'
        assert response.headers["Content-Disposition"] == name


@pytest.mark.parametrize("form", ["docx", "odt"])
def test_the_office_formats_say_what_they_are(begin, client, form):
    begin({"waarvoor": ["orde"]})
    with zipfile.ZipFile(io.BytesIO(client.get(f"{MEMO}.{form}").data)) as packed:
        assert packed.testzip() is None
        names = packed.namelist()

    assert ("word/document.xml" if form == "docx" else "content.xml") in names


@pytest.mark.parametrize("form", ["exe", "pdf.exe", "%2e%2e", "txt%00"])
def test_no_other_format_is_offered(begin, client, form):
    begin({"waarvoor": ["orde"]})

    assert client.get(f"{MEMO}.{form}").status_code in (400, 404)


def test_a_format_in_capitals_leads_to_the_format(begin, client):
    begin({"waarvoor": ["orde"]})
    answer = client.get(f"{MEMO}.PDF")

    assert (answer.status_code, answer.location) == (303, f"{MEMO}.pdf")
    assert client.get(f"{MEMO}.EXE", follow_redirects=True).status_code == 404


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (PrinterBusyError, "over een minuut"),
        (PrinterTimeoutError, "duurt te lang"),
        (PrinterMemoryError, "te groot"),
        (PrinterError, "niet worden gemaakt"),
    ],
)
def test_a_memo_that_does_not_come_is_explained(begin, visit, refuse, error, said):
    begin({"waarvoor": ["orde"]})
    refuse(error)
    page = visit(f"{MEMO}.pdf", status=503)

    assert said in page.text
    assert "wat u invulde, is er nog" in page.text
    assert visit(RESULT).status == 200


def test_a_refusal_says_when_to_come_back_and_is_told_to_the_administrator(
    begin, client, refuse, caplog
):
    begin({"waarvoor": ["orde"]})
    refuse(PrinterBusyError)

    assert client.get(f"{MEMO}.pdf").headers["Retry-After"] == "60"
    assert client.get(f"{MEMO}.docx").status_code == 200
    (line,) = [one for one in caplog.records if one.message == "not printed"]
    assert line.reason == "PrinterBusyError"


@pytest.fixture
def row(app, monkeypatch):
    """Let every PDF wait in the row until `row.clear()`; `row` holds how many go before."""
    room, found = room_of(app), {}
    printed = room.pdf

    def pdf(document):
        key = fingerprint(document)
        found[key] = 3
        room.finished.put(key, printed(document))
        raise StillPrintingError(key, 3)

    def find(key):
        if key in found:
            raise StillPrintingError(key, found[key])
        paper = room.finished.get(key)
        if paper is None:
            raise PrinterError
        return paper

    monkeypatch.setattr(room, "pdf", pdf)
    monkeypatch.setattr(room, "find", find)
    return found


@pytest.fixture
def waits(begin, client, row):
    """A visitor whose memo has a place in the row: the address where one waits."""
    begin({"waarvoor": ["orde"]})
    answer = client.get(f"{MEMO}.pdf")
    assert answer.status_code == 303
    return answer.location


def test_who_comes_while_others_print_sees_how_many_go_before(waits, visit, client):
    page = visit(waits, status=202)
    seconds, again = client.get(waits).headers["Refresh"].split("; url=")

    assert "Nog 3 andere stukken gaan voor" in page.text
    assert (seconds, again) == ("2", f"{waits}?wacht=1")
    assert {one.get("href") for one in page.all("main a")} == {again, PAPERS}
    assert client.get(f"{waits}?wacht=²").headers["Refresh"].endswith("wacht=1")


def test_once_it_is_printed_the_page_becomes_the_paper(waits, client, row):
    row.clear()
    answer = client.get(waits)

    assert answer.status_code == 200
    assert answer.data.startswith(b"%PDF-")
    name = 'attachment; filename="memo-cameratoezicht-2026-11-21.pdf"'
    assert answer.headers["Content-Disposition"] == name


def test_after_five_minutes_the_page_asks_no_more_and_the_place_is_kept(
    waits, visit, client
):
    page = visit(f"{waits}?wacht=150", status=202)

    assert "Refresh" not in client.get(f"{waits}?wacht=150").headers
    assert "Refresh" in client.get(f"{waits}?wacht=149").headers
    assert "staat nog in de rij" in page.text


def test_to_wait_is_counted_once(build, clock, begin, client):
    """A town hall is one address: who waits must not use up what others may ask."""
    app = build(clock, pdfs_per_hour=4)
    browser = app.test_client()
    begin({"waarvoor": ["orde"]}, browser=browser)
    room = room_of(app)
    key = b"k" * 32
    room.finished.expect([key])
    room.pdf = lambda _: (_ for _ in ()).throw(StillPrintingError(key, 0))
    waits = browser.get(f"{MEMO}.pdf").location

    assert [browser.get(waits).status_code for _ in range(20)] == [202] * 20


def test_the_paper_that_waits_is_for_who_has_its_dossier_open(
    waits, app, row, begin, client
):
    row.clear()
    stranger, other = app.test_client(), app.test_client()
    begin({"waarvoor": ["orde"]}, browser=other)
    changed = waits[:-3] + ("abc" if waits[-3:] != "abc" else "abd")

    assert [one.get(waits).status_code for one in (stranger, other)] == [404, 404]
    assert client.get(changed).status_code == 404
    assert client.get("/klaar/geen").status_code == 404
    assert client.get(waits).status_code == 200


def test_a_cookie_is_no_slip_and_a_slip_no_cookie(waits, app, client):
    cookie = client.get_cookie("raadwijzer").value
    assert client.get(f"/klaar/{cookie}").status_code == 404

    thief = app.test_client()
    thief.set_cookie("raadwijzer", waits.rpartition("/")[2])
    assert thief.get("/delen").status_code == 404


def test_a_paper_that_got_lost_leads_back_to_where_it_was_asked(
    waits, app, row, visit, clock
):
    row.clear()
    room_of(app).finished = FinishedPapers()
    page = visit(waits, status=503)

    assert page.one("main a").get("href") == PAPERS
    assert "niets verloren" in page.text


def test_the_real_room_serves_who_waits(app, begin, client):
    begin({"waarvoor": ["orde"]})
    room = room_of(app)
    for _ in range(room.seats):
        room._seats.acquire()  # noqa: SLF001 — others wait for theirs
    waits = client.get(f"{MEMO}.pdf").location
    until(lambda: client.get(waits).status_code != 202)

    assert client.get(waits).data.startswith(b"%PDF-")
