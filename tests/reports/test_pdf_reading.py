"""A hostile PDF is refused quickly, safely, and with a sentence."""

import resource
import zlib
from functools import cache
from io import BytesIO

import pikepdf
import pytest

from reports.checking import pdf_reading
from reports.checking.pdf_reading import (
    LARGEST,
    LookingBusyError,
    UnreadablePdfError,
    look,
)

START = b"%PDF-1.7\n"
CPU_SECONDS = 2.0


def pdf_of(*objects, root=1):
    """Write objects as a PDF with a proper table."""
    whole, places = START, []
    for number, body in enumerate(objects, 1):
        places.append(len(whole))
        whole += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = len(whole)
    whole += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
    whole += b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer\n<< /Size %d /Root %d 0 R >>\n" % (len(places) + 1, root)
    return whole + trailer + b"startxref\n%d\n%%%%EOF\n" % table


def stream(data, extra=b""):
    return b"<< /Length %d %b >>\nstream\n%b\nendstream" % (len(data), extra, data)


CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"
PAGES = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"


def page(extra=b""):
    box = b"/MediaBox [0 0 595 842]"
    return b"<< /Type /Page /Parent 2 0 R %b /Contents 4 0 R %b >>" % (box, extra)


def bomb(times=1):
    """A page whose instructions unpack to hundreds of megabytes."""
    data, filters = b"0 0 m\n" * (60_000_000 // times), b""
    for _ in range(times):
        data, filters = zlib.compress(data, 9), filters + b" /FlateDecode"
    return pdf_of(CATALOG, PAGES, page(), stream(data, b"/Filter [%b ]" % filters))


def many_pages():
    kids = b"3 0 R " * 100_000
    pages = b"<< /Type /Pages /Kids [%b] /Count 100000 >>" % kids
    return pdf_of(CATALOG, pages, page(), stream(b""))


def many_pages_that_say_one():
    kids = b"3 0 R " * 100_000
    pages = b"<< /Type /Pages /Kids [%b] /Count 1 >>" % kids
    return pdf_of(CATALOG, pages, page(), stream(b""))


def pages_in_a_ring():
    return pdf_of(CATALOG, b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>")


def deep_array():
    return pdf_of(CATALOG, PAGES, page(), stream(b""), b"[" * 200_000 + b"]" * 200_000)


def deep_array_on_the_page():
    depth = 100_000
    deep = b"/Annots " + b"[" * depth + b"]" * depth
    return pdf_of(CATALOG, PAGES, page(deep), stream(b""))


def form_in_itself():
    resources = b"/Resources << /XObject << /A 5 0 R >> >>"
    form = stream(
        b"/A Do " * 2_000,
        b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] " + resources,
    )
    return pdf_of(CATALOG, PAGES, page(resources), stream(b"/A Do"), form)


def forms_that_double():
    """Thirty forms, each of which draws the next one ten times."""
    forms = []
    for number in range(30):
        inner = b"/Resources << /XObject << /A %d 0 R >> >>" % (number + 6)
        body = b"/A Do " * 10 if number < 29 else b"0 0 100 100 re f"
        forms.append(
            stream(body, b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] " + inner)
        )
    resources = b"/Resources << /XObject << /A 5 0 R >> >>"
    return pdf_of(CATALOG, PAGES, page(resources), stream(b"/A Do"), *forms)


def huge_page():
    big = page().replace(b"595 842", b"9000000 9000000")
    return pdf_of(CATALOG, PAGES, big, stream(b""))


def huge_picture():
    data = zlib.compress(b"\0" * 100_000_000, 9)
    image = stream(
        data,
        b"/Type /XObject /Subtype /Image /Width 100000 /Height 1000 "
        b"/ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode",
    )
    resources = b"/Resources << /XObject << /A 5 0 R >> >>"
    return pdf_of(
        CATALOG, PAGES, page(resources), stream(b"500 0 0 500 0 0 cm /A Do"), image
    )


def big_attachment():
    data = zlib.compress(b" " * 300_000_000, 9)
    names = (
        b"/Names << /EmbeddedFiles << /Names [(raadwijzer-antwoorden.json) 5 0 R] >> >>"
    )
    spec = b"<< /Type /Filespec /F (a) /UF (a) /EF << /F 6 0 R >> >>"
    file = stream(data, b"/Type /EmbeddedFile /Filter /FlateDecode")
    catalog = CATALOG.replace(b"/Pages", names + b" /Pages")
    return pdf_of(catalog, PAGES, page(), stream(b""), spec, file)


def encrypted(user=""):
    target = BytesIO()
    paper = pikepdf.Pdf.new()
    paper.add_blank_page()
    paper.save(target, encryption=pikepdf.Encryption(owner="a", user=user))
    return target.getvalue()


def table_that_points_at_itself():
    whole = pdf_of(CATALOG, PAGES, page(), stream(b""))
    at = whole.index(b"xref\n0")
    return whole.replace(b"trailer\n<< ", b"trailer\n<< /Prev %d " % at)


# Made when a test asks: a bomb takes a second, and most runs want one or none.
HOSTILE = {
    "nothing": lambda: b"",
    "text": lambda: b"hallo",
    "start only": lambda: START,
    "a web page": lambda: b"<html>%%EOF",
    "start and end": lambda: START + b"%%EOF",
    "too large": lambda: START + b"0" * LARGEST,
    "half a file": lambda: pdf_of(CATALOG, PAGES, page(), stream(b""))[:150],
    "no pages": lambda: pdf_of(CATALOG, b"<< /Type /Pages /Kids [] /Count 0 >>"),
    "no catalogue": lambda: pdf_of(b"<< >>"),
    "catalogue is a number": lambda: pdf_of(b"7"),
    "negative count": lambda: pdf_of(
        CATALOG, b"<< /Type /Pages /Kids [3 0 R] /Count -4 >>"
    ),
    "bomb": bomb,
    "bomb in a bomb": lambda: bomb(3),
    "100 000 pages": many_pages,
    "100 000 pages that say one": many_pages_that_say_one,
    "pages in a ring": pages_in_a_ring,
    "deep array": deep_array,
    "deep array on the page": deep_array_on_the_page,
    "form in itself": form_in_itself,
    "forms that double": forms_that_double,
    "huge page": huge_page,
    "huge picture": huge_picture,
    "big attachment": big_attachment,
    "encrypted": encrypted,
    "with a password": lambda: encrypted("geheim"),
    "table in a ring": table_that_points_at_itself,
}


@cache
def hostile(kind):
    """The bytes of one hostile file."""
    return HOSTILE[kind]()


def refusal_of(pdf):
    """The sentence by which a file is refused, or nothing with what was seen."""
    try:
        return "", look(pdf)
    except UnreadablePdfError as refusal:
        return str(refusal), None


def processor_time():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_pdf_is_refused_or_seen_quickly_and_harms_nothing(kind):
    before = processor_time()
    refusal, seen = refusal_of(hostile(kind))

    assert processor_time() - before < CPU_SECONDS
    if seen is None:
        assert refusal.endswith(".")
    else:  # it was not harmful after all; then it holds no receipt
        assert len(seen.pages) == 1
        assert not seen.files


@pytest.mark.parametrize(
    ("kind", "word"),
    [
        ("text", "geen PDF"),
        ("too large", "groter dan 1 MB"),
        ("encrypted", "op slot gezet tegen wijzigen"),
        ("with a password", "versleuteld"),
        ("100 000 pages", "meer bladzijden"),
        ("huge page", "groter dan een memo"),
        ("half a file", "beschadigd"),
        ("bomb", "te ingewikkeld"),
        ("big attachment", "groter dan een memo"),
    ],
)
def test_the_refusal_says_why(kind, word):
    with pytest.raises(UnreadablePdfError, match=word):
        look(hostile(kind))


def test_a_broken_byte_is_refused_or_seen(memo_pdf):
    for at in range(0, len(memo_pdf), len(memo_pdf) // 6):
        broken = memo_pdf[:at] + bytes([memo_pdf[at] ^ 0x55]) + memo_pdf[at + 1 :]
        refusal, seen = refusal_of(broken)
        assert refusal or seen


def blank_pages(count, side):
    target = BytesIO()
    paper = pikepdf.Pdf.new()
    for _ in range(count):
        paper.add_blank_page(page_size=(side, side))
    paper.save(target)
    return target.getvalue()


def test_pages_are_drawn_only_when_that_is_asked_and_no_more_than_was_asked():
    paper = blank_pages(3, 200)

    assert not any(page.picture for page in look(paper).pages)
    assert all(page.pixels for page in look(paper, 3 * 302 * 302).pages)
    with pytest.raises(UnreadablePdfError, match="groter dan een memo"):
        look(paper, 2 * 302 * 302)


def test_a_hostile_upload_leaves_little_behind():
    """Sixty large pages in 14 kB once left 200 MB of pictures in the server."""
    seen = look(blank_pages(60, 1_199))

    assert len(seen.pages) == 60
    assert sum(len(page.picture) for page in seen.pages) == 0


def test_who_finds_every_seat_taken_is_told_to_wait(monkeypatch):
    monkeypatch.setattr(pdf_reading, "WAIT", 0.01)
    paper = blank_pages(1, 200)
    assert pdf_reading.SEATS.acquire(timeout=60)
    try:
        with pytest.raises(LookingBusyError, match="over een minuut"):
            look(paper)
    finally:
        pdf_reading.SEATS.release()
    assert look(paper).pages
