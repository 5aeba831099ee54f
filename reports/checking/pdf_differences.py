"""Lay what was seen in a PDF beside what the memo should be, and say where they differ."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from PIL import Image, ImageChops, ImageFilter

from reports.checking.pdf_reading import Look, Page
from reports.composing.receipt import NAME, Edition, Receipt
from reports.document import Document, outline

MOST = 20
LONGEST = 240
MOST_LINES = 6_000
DARKER = 64  # of 255
SPECKS = 24  # pixels that drawing anew may move: about half a character
ASCII, BYTE = range(0x20, 0x7F), 0x100
NOT_INSIDE = (
    "De bijlage met antwoorden ontbreekt. "
    "Dit is geen memo van Raadwijzer, of de bijlage is weggehaald."
)
AROUND = {
    "voor": "Vóór het begin van de PDF staat iets dat er niet hoort.",
    "achter": "Achter het einde van de PDF staat iets dat er niet hoort.",
}
WHOLE, INSIDE, COVER = "het bestand", "de bijlage", "de eigenschappen"


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is not as it should be: where, what, and both readings."""

    where: str
    what: str
    ours: str = ""
    theirs: str = ""


@dataclass(frozen=True, slots=True)
class PdfLine:
    """One line, with its page and the heading that it stands under."""

    text: str
    page: int
    section: str = ""

    @property
    def letters(self) -> str:
        """Give it without spaces: programs put those differently."""
        return "".join(self.text.split())


# --- what needs no rules ------------------------------------------------------


def oddities(seen: Look) -> Iterator[Change]:
    """Name what no memo has, whatever the rules."""
    for side in seen.around:
        yield Change(WHOLE, AROUND[side])
    if seen.updates:
        yield Change(WHOLE, "Achter het einde van het bestand is iets toegevoegd.")
    for part in seen.odd:
        yield Change(WHOLE, f"Er zit een onderdeel in dat een memo niet heeft: {part}.")
    yield from _files(seen)
    for number, links in enumerate(seen.links, 1):
        for kind, action, _ in links:
            if kind != "/Link" or action not in ("", "/URI"):
                told = f"Over de tekst ligt iets dat er niet hoort: {kind}{action}."
                yield Change(f"bladzijde {number}", told)


def _files(seen: Look) -> Iterator[Change]:
    names = [file.name for file in seen.files]
    if not names:
        yield Change(INSIDE, NOT_INSIDE)
        return
    if len(names) > 1 or seen.file_objects > 1:
        yield Change(INSIDE, "Er zit meer dan één bijlage in het bestand.")
    if NAME not in names:
        yield Change(INSIDE, "De bijlage heeft een andere naam.", NAME, names[0])
    elif any(file.relation != "Data" for file in seen.files):
        yield Change(INSIDE, "De bijlage staat niet meer als gegevens bij het memo.")


def unsaid(receipt: Receipt, says: Iterable[str], seen: Look) -> Iterator[Change]:
    """Name what the receipt says and the pages do not.

    One page has no room for whole fingerprints; the name of the rules is in `says`.
    """
    whole = "".join(_letters(page) for page in seen.pages)
    is_brief = receipt.edition == Edition.BRIEF.value
    prints = () if is_brief else receipt.rules.values()
    for value in (receipt.code, *prints, *says):
        if "".join(value.split()) not in whole:
            told = "In de bijlage staat iets dat niet op de bladzijden staat."
            yield Change(INSIDE, told, value)


# --- against the memo made again ----------------------------------------------


def alterations(document: Document, ours: Look, theirs: Look) -> Iterator[Change]:
    """Name every difference with the memo as it is made from the receipt."""
    right, found = len(ours.pages), len(theirs.pages)
    if right != found:
        told = "Het aantal bladzijden klopt niet."
        yield Change(WHOLE, told, str(right), str(found))
    yield from _words(document, ours, theirs)
    yield from _pictures(ours, theirs)
    yield from _links(ours, theirs)
    yield from _cover(ours, theirs)


def is_only_added(ours: Look, theirs: Look) -> bool:
    """Tell whether nothing of the text is missing: something was only put on it."""
    steps = _steps(_lines(ours), _lines(theirs)[:MOST_LINES])
    return {kind for kind, *_ in steps} == {"equal", "insert"}


def is_redrawn(ours: Look, theirs: Look) -> bool:
    """Tell whether another program drew the pages anew, with nothing to see of it."""
    pairs = zip(ours.pages, theirs.pages, strict=False)
    return any(one.picture != other.picture for one, other in pairs)


def _words(document: Document, ours: Look, theirs: Look) -> Iterator[Change]:
    if list(map(_letters, ours.pages)) == list(map(_letters, theirs.pages)):
        return
    right = _under_headings(document, _lines(ours))
    found = _lines(theirs)[:MOST_LINES]
    told = 0
    for kind, a, b, c, d in _steps(found, right):
        # The same letters in lines that break elsewhere: nothing was changed.
        if kind == "equal" or _joined(found[a:b]) == _joined(right[c:d]):
            continue
        section = right[min(c, len(right) - 1)].section if right else ""
        added = kind == "delete"
        yield Change(
            f"bladzijde {found[a].page}" if added else section or "de kop",
            WHAT[kind],
            _short(line.text for line in right[c:d]),
            _short(line.text for line in found[a:b]),
        )
        told += 1
        if told == MOST:
            yield Change(WHOLE, "Er zijn nog meer verschillen in de tekst.")
            return
    if not told:
        yield Change(WHOLE, "De tekst is anders over de bladzijden verdeeld.")


WHAT = {
    "replace": "De tekst is anders.",
    "delete": "Deze tekst hoort er niet.",
    "insert": "Deze tekst ontbreekt.",
}


def _steps(
    one: list[PdfLine], other: list[PdfLine]
) -> Sequence[tuple[str, int, int, int, int]]:
    """Give the steps that make one text of the other: from where, to where."""
    first, second = ([line.letters for line in lines] for lines in (one, other))
    # `autojunk` would leave out lines that come often, such as a running head.
    return SequenceMatcher(None, first, second, autojunk=False).get_opcodes()


def _lines(seen: Look) -> list[PdfLine]:
    return [
        PdfLine(line, number)
        for number, page in enumerate(seen.pages, 1)
        for line in folded(page.text).splitlines()
        if line.strip()
    ]


def _under_headings(document: Document, found: Iterable[PdfLine]) -> list[PdfLine]:
    titles = {
        "".join(section.title.split()): section.title
        for section, _ in outline(document.sections)
    }
    titles["Noten"] = "Noten"
    under, section = [], ""
    for line in found:
        section = titles.get(line.letters, section)
        under.append(PdfLine(line.text, line.page, section))
    return under


def folded(text: str) -> str:
    """Mend what a program that draws pages anew does to the letters of “fi”.

    Ghostscript writes the two bytes of a letter in the other order there.
    """
    return "".join(
        chr(ord(each) // BYTE)
        if ord(each) % BYTE == 0 and ord(each) // BYTE in ASCII
        else each
        for each in text
    )


def _letters(page: Page) -> str:
    return "".join(folded(page.text).split())


def _joined(found: Iterable[PdfLine]) -> str:
    return "".join(line.letters for line in found)


def _short(texts: Iterable[str]) -> str:
    whole = " ".join(" ".join(texts).split())
    return whole if len(whole) <= LONGEST else f"{whole[:LONGEST]}…"


def _pictures(ours: Look, theirs: Look) -> Iterator[Change]:
    """Compare how pages look that say the same."""
    pairs = zip(ours.pages, theirs.pages, strict=False)
    for number, (one, other) in enumerate(pairs, 1):
        if _letters(one) == _letters(other) and not _looks_like(one, other):
            yield Change(
                f"bladzijde {number}",
                "Het beeld wijkt af, terwijl de tekst gelijk is. Er kan iets over de "
                "tekst liggen, of de letters tonen iets anders dan er staat.",
            )


def _looks_like(one: Page, other: Page) -> bool:
    if one.size != other.size:
        return False
    if one.picture == other.picture:
        return True
    first, second = (
        Image.frombytes("L", page.size, page.pixels) for page in (one, other)
    )
    # Both ways: ink that was added, and ink that was taken away.
    return _ink(first, second) <= SPECKS and _ink(second, first) <= SPECKS


def _ink(one: Image.Image, other: Image.Image) -> int:
    """Count the pixels of one that are dark where nothing near is dark in the other."""
    # The darkest of nine pixels: a glyph that moved by one is no difference (ADR 0018).
    near = other.filter(ImageFilter.MinFilter(3))
    darker = ImageChops.subtract(near, one).histogram()
    return sum(darker[DARKER:])


def _links(ours: Look, theirs: Look) -> Iterator[Change]:
    for number, (one, other) in enumerate(
        zip(ours.links, theirs.links, strict=False), 1
    ):
        # Counted, not compared in order: programs that save a file sort links anew.
        right, found = Counter(one), Counter(other)
        if right != found:
            both = _addresses(right - found), _addresses(found - right)
            yield Change(f"bladzijde {number}", "De links zijn anders.", *both)


def _addresses(links: Counter[tuple[str, ...]]) -> str:
    return _short(sorted(" ".join(filter(None, link)) for link in links))


def _cover(ours: Look, theirs: Look) -> Iterator[Change]:
    # Only what is there: a mail gateway that strips the cover changed no word.
    for name, value in theirs.metadata.items():
        right = ours.metadata.get(name, "")
        if _plain(value) != _plain(right):
            yield Change(COVER, f"{name} is anders.", _short([right]), _short([value]))
    if theirs.outline and theirs.outline != ours.outline:
        both = map(_short, (ours.outline, theirs.outline))
        yield Change(COVER, "De bladwijzers zijn anders.", *both)
    # More is told, less is not: many programs drop tags, and none adds words to them.
    for words in (Counter(theirs.tags) - Counter(ours.tags)).elements():
        yield Change(
            COVER, "Een voorleesprogramma zegt iets anders.", "", _short(words)
        )


def _plain(text: str) -> str:
    """Leave out the accents and quotes that some programs spoil in metadata."""
    return "".join(each if ord(each) in ASCII else "?" for each in text)
