"""The memo as a visitor gets it: each format, at once, or a clear page instead."""

import io
import time
import zipfile

import pytest

from reports.printer import (
    PrinterBusyError,
    PrinterError,
    PrinterMemoryError,
    PrinterTimeoutError,
)
from reports.printing import FORMATS
from wizard.pages.paper import KINDS

RESULT = "/cameratoezicht/advies"
MEMO = f"{RESULT}/memo"
STARTS = {
    "pdf": b"%PDF-",
    "html": b"<!DOCTYPE html>",
    "docx": b"PK",
    "odt": b"PK",
    "txt": b"Adviesmemo",
}


@pytest.fixture
def app(build, clock):
    """With a printer that prints ahead, and is closed when the test is done."""
    app = build(clock, pdf_ahead=4)
    yield app
    room_of(app).close()


def room_of(app):
    return app.extensions["raadwijzer"].print_room


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
    begin({"doel_openbare_orde": "ja"})
    assert orders == []

    client.get(RESULT).close()
    until(lambda: orders and lies_ready(app))
    first, again = client.get(f"{MEMO}.pdf"), client.get(f"{MEMO}.pdf")

    assert first.data.startswith(b"%PDF-")
    assert first.data == again.data
    assert len(orders) == 1


def test_another_answer_gives_another_memo(app, begin, send, client, orders):
    begin({"doel_openbare_orde": "ja"})
    first = client.get(f"{MEMO}.pdf").data
    send("/cameratoezicht/vraag/doel-openbare-orde", {"antwoord": "nee"})

    assert client.get(f"{MEMO}.pdf").data != first
    assert len(orders) == 2


def test_every_format_of_the_press_is_offered(begin, client, visit):
    begin({"doel_openbare_orde": "ja"})
    links = {one.get("href") for one in visit(RESULT).all("a[href*='/memo.']")}

    assert {f".{form}" for form in KINDS} == set(FORMATS)
    assert links == {f"{MEMO}.{form}" for form in KINDS}


@pytest.mark.parametrize("form", KINDS)
def test_each_format_comes_with_its_own_kind_and_name(begin, client, form):
    begin({"doel_openbare_orde": "ja"})
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
    begin({"doel_openbare_orde": "ja"})
    with zipfile.ZipFile(io.BytesIO(client.get(f"{MEMO}.{form}").data)) as packed:
        assert packed.testzip() is None
        names = packed.namelist()

    assert ("word/document.xml" if form == "docx" else "content.xml") in names


@pytest.mark.parametrize("form", ["exe", "PDF", "pdf.exe", "%2e%2e", "txt%00"])
def test_no_other_format_is_offered(begin, client, form):
    begin({"doel_openbare_orde": "ja"})

    assert client.get(f"{MEMO}.{form}").status_code in (400, 404)


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
    begin({"doel_openbare_orde": "ja"})
    refuse(error)
    page = visit(f"{MEMO}.pdf", status=503)

    assert said in page.text
    assert "Uw antwoorden zijn bewaard." in page.text
    assert visit(RESULT).status == 200


def test_a_refusal_says_when_to_come_back_and_is_told_to_the_administrator(
    begin, client, refuse, caplog
):
    begin({"doel_openbare_orde": "ja"})
    refuse(PrinterBusyError)

    assert client.get(f"{MEMO}.pdf").headers["Retry-After"] == "60"
    assert client.get(f"{MEMO}.docx").status_code == 200
    (line,) = [one for one in caplog.records if one.message == "not printed"]
    assert line.reason == "PrinterBusyError"
