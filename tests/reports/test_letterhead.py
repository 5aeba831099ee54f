"""Whose paper it is: seen, heard, no longer than before, and still to be verified."""

from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pikepdf
import pytest
from PIL import Image

from reports.checking import verify_memo
from reports.checking.verify_memo import OTHER_LETTERHEAD, FileVerdict, verify
from reports.composing import receipt
from reports.composing.memo import Cover, compose
from reports.composing.receipt import Edition, receipt_of
from reports.document import Letterhead, Logo, SpoiledError
from reports.formats import docx, html, odt, press, text
from rules.judging.advice import advise
from tests.reports.sample import memo
from tests.reports.test_pdf_tags import tagged, walk
from tests.reports.test_press import failures

NAME, ALT, COLOUR = "Gemeente Voorbeeld", "Wapen van Voorbeeld", "#7a1f3d"
SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10">'
    b'<path fill="#7a1f3d" d="M0 0h40v10z"/></svg>'
)


def dotted(mode: str) -> Letterhead:
    target = BytesIO()
    Image.new("RGB", (400, 100), COLOUR).convert(mode).save(target, "PNG")
    return Letterhead(NAME, Logo(target.getvalue(), "image/png", ALT), COLOUR)


DRAWN = Letterhead(NAME, Logo(SVG, "image/svg+xml", ALT), COLOUR)
DOTTED = dotted("RGB")


def opened(document):
    return pikepdf.open(BytesIO(press.render(document)))


@pytest.fixture
def paper(library, case):
    law = library.decision("buurtbemiddeling")
    advice = advise(library.chart(law.id), case(law))

    def composed(letterhead, edition=Edition.BRIEF):
        cover = Cover("ABC-123", "gm0851", "0.1.0", letterhead)
        return compose([advice], library, cover, edition)

    return composed


@pytest.mark.parametrize("letterhead", [DRAWN, DOTTED])
def test_a_logo_is_a_figure_with_words_on_the_first_page(letterhead, press_is_silent):
    with opened(replace(memo(), letterhead=letterhead)) as pdf:
        figures = tagged(walk(pdf.Root.StructTreeRoot.K[0]), "Figure")
        (logo,) = (each for each in figures if str(each.Alt) == ALT)
        left, bottom, right, top = map(float, logo.A.BBox)

    assert 300 < left < right < 560
    assert 795 < bottom < top < 842 - 12  # points: a printer reaches no higher


@pytest.mark.parametrize("profile", ["ua1", "3a"])
@pytest.mark.parametrize("mode", ["SVG", "RGB", "L", "P", "1"])
def test_an_independent_judge_finds_nothing(mode, profile):
    letterhead = DRAWN if mode == "SVG" else dotted(mode)
    data = press.render(replace(memo(), letterhead=letterhead))

    assert failures(data, profile) == []


def test_a_logo_is_printed_as_an_archive_asks():
    with opened(replace(memo(), letterhead=DOTTED)) as pdf:
        (image,) = (
            each
            for each in pdf.objects
            if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Image"
        )
        assert not image.Interpolate
        assert "/SMask" not in image
        assert not [each for each in pdf.objects if _is_see_through(each)]


def _is_see_through(each) -> bool:
    if not isinstance(each, pikepdf.Dictionary):
        return False
    return any(float(each.get(key, 1)) < 1 for key in ("/ca", "/CA"))


@pytest.mark.parametrize("edition", Edition)
def test_a_memo_is_as_long_with_a_letterhead_as_without(paper, edition):
    with opened(paper(DRAWN, edition)) as ours, opened(paper(None, edition)) as bare:
        assert len(ours.pages) == len(bare.pages)


def test_the_same_paper_gives_the_same_bytes(paper):
    assert press.render(paper(DOTTED)) == press.render(paper(DOTTED))


def test_another_picture_than_the_logo_is_still_refused():
    other = replace(DRAWN, logo=replace(DRAWN.logo, data=SVG + b" "))
    page = html.paper(replace(memo(), letterhead=other), contents=False)

    assert other.logo.address in page
    with pytest.raises(SpoiledError, match="may not ask"):
        press._written(page, replace(memo(), letterhead=DRAWN), 0)  # noqa: SLF001


def test_a_page_to_keep_holds_the_logo_and_allows_no_other_address():
    page = html.render(replace(memo(), letterhead=DRAWN))

    assert f'<img src="{DRAWN.logo.address}" alt="{ALT}">' in page
    assert "default-src 'none'; style-src 'sha256-" in page
    assert "; img-src data:" in page
    assert page.count(COLOUR) == 2  # headings, and the line above the title


def test_without_a_letterhead_a_page_allows_no_picture_at_all():
    page = html.render(memo())

    assert "img" not in page.partition("<style>")[0]
    assert "memo-from" not in page.partition("</style>")[2]


def test_a_name_without_a_logo_is_a_letterhead(press_is_silent):
    bare = replace(memo(), letterhead=Letterhead(NAME))

    assert "<img" not in html.render(bare)
    assert press.render(bare)


@pytest.mark.parametrize(
    ("printer", "part"), [(docx, "word/document.xml"), (odt, "content.xml")]
)
def test_editable_papers_carry_the_name(printer, part):
    with ZipFile(BytesIO(printer.render(replace(memo(), letterhead=DRAWN)))) as found:
        assert NAME in found.read(part).decode()


def test_the_receipt_names_the_letterhead_and_does_not_carry_it(paper):
    made = receipt_of(paper(DRAWN))

    assert made.letterhead == DRAWN.fingerprint
    assert DRAWN.logo.address.encode() not in made.data
    assert b"letterhead" not in receipt_of(paper(None)).data
    assert made.text == receipt_of(paper(None)).text


@pytest.mark.parametrize(
    "other",
    [
        replace(DRAWN, name="Gemeente Ander"),
        replace(DRAWN, colour=None),
        replace(DRAWN, logo=None),
        replace(DRAWN, logo=replace(DRAWN.logo, alt="Vlag")),
        DOTTED,
    ],
)
def test_another_letterhead_has_another_fingerprint(other):
    assert other.fingerprint != DRAWN.fingerprint


@pytest.mark.parametrize("edition", Edition)
def test_a_memo_on_our_paper_is_sound_here(paper, library, edition):
    found = verify(press.render(paper(DRAWN, edition)), library, press.render, DRAWN)

    assert (found.verdict, found.changes) == (FileVerdict.SOUND, ())


def test_a_memo_without_a_letterhead_is_sound_where_there_is_one(paper, library):
    found = verify(press.render(paper(None)), library, press.render, DRAWN)

    assert found.verdict is FileVerdict.SOUND


@pytest.mark.parametrize("ours", [None, DOTTED])
@pytest.mark.parametrize("edition", Edition)
def test_paper_of_another_is_told_and_is_no_reproach(paper, library, edition, ours):
    found = verify(press.render(paper(DRAWN, edition)), library, press.render, ours)

    assert (found.verdict, found.changes) == (FileVerdict.OTHER_RULES, ())
    assert [each.what for each in found.other_rules] == [verify_memo.LETTERHEAD]
    assert found.remarks == (OTHER_LETTERHEAD,)
    assert [told for _, told in found.lines] == ["gelijk", "gelijk", "niet na te gaan"]


def test_who_only_says_that_it_is_our_paper_is_found_out(paper, library):
    bare = paper(None)
    named = replace(receipt_of(bare), letterhead=DRAWN.fingerprint).sealed()
    (file,) = bare.attachments
    forged = replace(bare, attachments=(replace(file, data=named.data),))
    found = verify(press.render(forged), library, press.render, DRAWN)

    assert found.verdict is FileVerdict.CHANGED


def test_another_logo_on_our_paper_is_found_out(paper, library):
    made = paper(DRAWN)
    square = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
    other = replace(DRAWN, logo=replace(DRAWN.logo, data=square))
    found = verify(
        press.render(replace(made, letterhead=other)), library, press.render, DRAWN
    )

    assert found.verdict is FileVerdict.CHANGED


def test_one_page_that_was_made_with_other_rules_is_no_reproach_either(paper, library):
    name = "buurtbemiddeling"
    law = replace(library.decisions[name], fingerprint="sha256:" + "1" * 64)
    newer = replace(library, decisions={**library.decisions, name: law})
    found = verify(press.render(paper(None)), newer, press.render)

    assert (found.verdict, found.changes) == (FileVerdict.OTHER_RULES, ())


def test_plain_text_has_no_letterhead():
    assert text.render(replace(memo(), letterhead=DRAWN)) == text.render(memo())


def test_a_receipt_of_before_letterheads_is_still_read(paper):
    data = receipt_of(paper(None)).data

    assert receipt.read_receipt(data).letterhead == ""
