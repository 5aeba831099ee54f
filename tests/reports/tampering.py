"""Ways to tamper with a memo; each takes a PDF and gives another.

`OTHER` is a second memo, from other answers: pages and attachments are taken from it.
"""

import json
import re
import zlib
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Operator, Stream, String

from reports.composing.receipt import NAME, Receipt, read_receipt

TAMPERINGS = {}
SHOW = Operator("Tj"), Operator("TJ")


def tampering(change):
    """Register a way that changes an opened PDF in place."""

    def tamper(pdf, other):
        with (
            pikepdf.open(BytesIO(pdf)) as paper,
            pikepdf.open(BytesIO(other)) as second,
        ):
            change(paper, second)
            return saved(paper)

    TAMPERINGS[change.__name__] = tamper
    return change


def on_bytes(change):
    """Register a way that changes the bytes."""
    TAMPERINGS[change.__name__] = lambda pdf, _: change(pdf)
    return change


def saved(paper):
    target = BytesIO()
    paper.save(target)
    return target.getvalue()


# --- the attachment -----------------------------------------------------------


def receipt_in(paper):
    return paper.attachments[NAME].get_file().read_bytes()


def file_of(paper, data, **told):
    return pikepdf.AttachedFileSpec(paper, data, **told)


def attach(paper, data, name=NAME, relation=Name.Data):
    del paper.attachments[NAME]
    told = {"filename": name, "mime_type": "application/json", "relationship": relation}
    paper.attachments[name] = file_of(paper, data, **told)


def rewrite(paper, change, *, sealed=False):
    """Change the plain data of the receipt, with a new seal or with the old one."""
    whole = json.loads(receipt_in(paper))
    change(whole)
    del whole["format"]
    receipt = Receipt(**whole)
    attach(paper, receipt.sealed().data if sealed else receipt.data)


def first_answer(whole):
    return next(k for k, v in whole["dossier"]["answers"].items() if v == "ja")


@tampering
def byte_in_the_answers(paper, _):
    attach(paper, receipt_in(paper).replace(b'"ja"', b'"je"', 1))


@tampering
def yes_becomes_no(paper, _):
    rewrite(paper, lambda w: w["dossier"]["answers"].update({first_answer(w): "nee"}))


@tampering
def yes_becomes_no_with_a_new_seal(paper, _):
    rewrite(
        paper,
        lambda w: w["dossier"]["answers"].update({first_answer(w): "nee"}),
        sealed=True,
    )


@tampering
def answer_removed(paper, _):
    rewrite(paper, lambda w: w["dossier"]["answers"].pop(first_answer(w)), sealed=True)


@tampering
def answer_to_no_question(paper, _):
    rewrite(
        paper, lambda w: w["dossier"]["answers"].update(bestaat_niet="ja"), sealed=True
    )


@tampering
def date_in_the_attachment(paper, _):
    rewrite(
        paper, lambda w: w["dossier"].update(reference_date="2025-01-02"), sealed=True
    )


@tampering
def code_in_the_attachment(paper, _):
    rewrite(paper, lambda w: w.update(code="zzz-zzz"), sealed=True)


@tampering
def version_in_the_attachment(paper, _):
    rewrite(paper, lambda w: w.update(version="9.9.9"), sealed=True)


@tampering
def outcome_in_the_attachment(paper, _):
    rewrite(
        paper,
        lambda w: w["outcomes"].update(dict.fromkeys(w["outcomes"], "voldoet")),
        sealed=True,
    )


@tampering
def rules_in_the_attachment(paper, _):
    rewrite(
        paper,
        lambda w: w["rules"].update(dict.fromkeys(w["rules"], "sha256:" + "0" * 64)),
        sealed=True,
    )


@tampering
def program_in_the_attachment(paper, _):
    rewrite(paper, lambda w: w.update(engine="sha256:" + "0" * 64))


@tampering
def seal_in_the_attachment(paper, _):
    rewrite(paper, lambda w: w.update(seal="sha256:" + "0" * 64))


@tampering
def hash_of_the_text(paper, _):
    rewrite(paper, lambda w: w.update(text="sha256:" + "0" * 64), sealed=True)


@tampering
def space_in_the_attachment(paper, _):
    attach(paper, receipt_in(paper) + b" ")


@tampering
def key_more_in_the_attachment(paper, _):
    whole = json.loads(receipt_in(paper))
    attach(paper, json.dumps({**whole, "extra": 1}, indent=1).encode())


@tampering
def attachment_is_no_json(paper, _):
    attach(paper, b"\xff\xfe")


@tampering
def attachment_removed(paper, _):
    del paper.attachments[NAME]


@tampering
def attachment_renamed(paper, _):
    attach(paper, receipt_in(paper), name="antwoorden.json")


@tampering
def attachment_no_longer_data(paper, _):
    attach(paper, receipt_in(paper), relation=Name.Alternative)


@tampering
def attachment_of_another_memo(paper, other):
    attach(paper, receipt_in(other))


@tampering
def second_attachment(paper, _):
    paper.attachments["meer.txt"] = file_of(paper, b"meer")


@tampering
def second_receipt(paper, other):
    tree = paper.Root.Names.EmbeddedFiles
    spec = file_of(paper, receipt_in(other), filename=NAME)
    names = [*tree.Names, String(NAME + "2"), spec.obj]
    paper.Root.Names.EmbeddedFiles = Dictionary(Names=Array(names))


@tampering
def file_behind_a_paperclip(paper, other):
    spec = file_of(paper, receipt_in(other), filename=NAME)
    annotate(paper, Subtype=Name.FileAttachment, FS=spec.obj)


# --- the pages ----------------------------------------------------------------


@tampering
def pages_swapped(paper, _):
    page = paper.pages[1]
    del paper.pages[1]
    paper.pages.insert(2, page)


@tampering
def last_page_removed(paper, _):
    del paper.pages[-1]


@tampering
def blank_page_added(paper, _):
    paper.add_blank_page(page_size=(595, 842))


@tampering
def page_twice(paper, _):
    paper.pages.append(paper.pages[0])


@tampering
def page_of_another_memo(paper, other):
    paper.pages[0] = other.pages[0]


@tampering
def page_turned(paper, _):
    paper.pages[0].rotate(180, relative=True)


@tampering
def page_cropped(paper, _):
    paper.pages[0].cropbox = (0, 200, 595, 842)


@tampering
def page_of_another_size(paper, _):
    paper.pages[0].mediabox = (0, 0, 595, 1000)


def shown(paper, number, change):
    """Rewrite the instructions of a page that show text; None leaves one out."""
    kept, count = [], 0
    page = paper.pages[number]
    for found, operator in pikepdf.parse_content_stream(page):
        operands = found
        if operator in SHOW:
            count += 1
            operands = change(count, found)
        if operands is not None:
            kept.append((operands, operator))
    page.Contents = paper.make_stream(pikepdf.unparse_content_stream(kept))


def reversed_codes(operands):
    """Turn the order of the letters in one instruction."""
    (found,) = operands
    parts = found if isinstance(found, Array) else [found]
    codes = b"".join(bytes(one) for one in parts if isinstance(one, String))
    pairs = [codes[at : at + 2] for at in range(0, len(codes), 2)]
    return [Array([String(b"".join(reversed(pairs)))])]


@tampering
def sentence_edited(paper, _):
    shown(paper, 0, lambda n, o: reversed_codes(o) if n == 12 else o)


@tampering
def sentence_deleted(paper, _):
    shown(paper, 1, lambda n, o: None if n == 5 else o)


@tampering
def one_letter_deleted(paper, _):
    def shorter(number, operands):
        if number != 12:
            return operands
        (found,) = operands
        parts = list(found) if isinstance(found, Array) else [found]
        for at, one in enumerate(parts):
            if isinstance(one, String) and len(bytes(one)) >= 2:
                parts[at] = String(bytes(one)[2:])
                break
        return [Array(parts)]

    shown(paper, 0, shorter)


def drawn(paper, instructions, page=0):
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    target = paper.pages[page]
    target.Resources.Font["/Z1"] = paper.make_indirect(font)
    before = target.Contents.read_bytes()
    target.Contents = paper.make_stream(b"q\n" + before + b"\nQ\n" + instructions)


@tampering
def sentence_added(paper, _):
    drawn(paper, b"BT /Z1 10 Tf 60 30 Td (De raad is akkoord.) Tj ET")


@tampering
def hidden_text(paper, _):
    drawn(paper, b"BT 3 Tr /Z1 10 Tf 60 30 Td (De raad is akkoord.) Tj ET")


@tampering
def white_text(paper, _):
    drawn(paper, b"1 g BT /Z1 10 Tf 60 30 Td (De raad is akkoord.) Tj ET")


@tampering
def white_patch(paper, _):
    drawn(paper, b"1 g 60 600 200 12 re f")


@tampering
def black_line_through_text(paper, _):
    drawn(paper, b"0 g 60 605 200 1 re f")


@tampering
def picture_over_text(paper, _):
    image = Stream(
        paper,
        b"\xff" * 100,
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=10,
        Height=10,
        ColorSpace=Name.DeviceGray,
        BitsPerComponent=8,
    )
    paper.pages[0].Resources["/XObject"] = Dictionary(Z2=paper.make_indirect(image))
    drawn(paper, b"q 200 0 0 20 60 600 cm /Z2 Do Q")


def fonts(paper):
    return list(paper.pages[0].Resources.Font.values())


@tampering
def letters_mean_something_else(paper, _):
    """Another ToUnicode: the page shows one thing, a search finds another."""
    for font in fonts(paper):
        table = font.ToUnicode.read_bytes()
        table = re.sub(rb"<0065>", b"<@>", table, flags=re.IGNORECASE)
        table = re.sub(rb"<0061>", b"<0065>", table, flags=re.IGNORECASE)
        font.ToUnicode = paper.make_stream(table.replace(b"<@>", b"<0061>"))


@tampering
def letters_show_something_else(paper, _):
    """Another table of shapes: a search finds one thing, the page shows another."""
    for font in fonts(paper):
        table = font.ToUnicode.read_bytes()
        pairs = dict(re.findall(rb"<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]{4})>", table))
        by_letter = {int(value, 16): int(key, 16) for key, value in pairs.items()}
        shapes = list(range(max(by_letter.values()) + 1))
        e, a = by_letter[ord("e")], by_letter[ord("a")]
        shapes[e], shapes[a] = shapes[a], shapes[e]
        data = b"".join(shape.to_bytes(2, "big") for shape in shapes)
        font.DescendantFonts[0].CIDToGIDMap = paper.make_stream(data)


# --- over the pages -----------------------------------------------------------


def annotate(paper, **what):
    note = Dictionary(Type=Name.Annot, Rect=Array([60, 600, 260, 640]), **what)
    page = paper.pages[0]
    page.Annots = Array([*page.get("/Annots", []), paper.make_indirect(note)])


@tampering
def note_over_the_text(paper, _):
    annotate(
        paper,
        Subtype=Name.FreeText,
        Contents=String("akkoord"),
        DA=String("/Helv 12 Tf 0 g"),
    )


@tampering
def hidden_note(paper, _):
    annotate(paper, Subtype=Name.Square, F=2)


@tampering
def stamp(paper, _):
    annotate(paper, Subtype=Name.Stamp, Name=Name.Approved)


@tampering
def stamp_in_words(paper, _):
    """What the registry of a griffie puts on the first page."""
    page = paper.pages[0]
    page.Resources.Font.Stempel = Dictionary(
        Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica
    )
    words = b"q BT /Stempel 10 Tf 60 810 Td (Ingekomen 29-11-2026 nr 2026-123) Tj ET Q"
    page.contents_add(words)


@tampering
def link_leads_elsewhere(paper, _):
    for page in paper.pages:
        for each in page.get("/Annots", []):
            if "/A" in each and "/URI" in each.A:
                each.A.URI = String("https://voorbeeld.invalid/")
                return


@tampering
def link_runs_a_program(paper, _):
    action = Dictionary(S=Name.Launch, F=String("reken.exe"))
    annotate(paper, Subtype=Name.Link, A=action)


@tampering
def form_field(paper, _):
    paper.Root.AcroForm = Dictionary(Fields=Array([]))


@tampering
def script_on_opening(paper, _):
    paper.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


@tampering
def script_by_name(paper, _):
    script = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
    paper.Root.Names["/JavaScript"] = Dictionary(Names=Array([String("a"), script]))


@tampering
def layers(paper, _):
    paper.Root.OCProperties = Dictionary(OCGs=Array([]), D=Dictionary())


# --- around the pages ---------------------------------------------------------


@tampering
def title_changed(paper, _):
    paper.docinfo["/Title"] = "Raadsbesluit"


@tampering
def author_added(paper, _):
    paper.docinfo["/Author"] = "De burgemeester"


@tampering
def edition_in_the_keywords(paper, _):
    paper.docinfo["/Keywords"] = str(paper.docinfo["/Keywords"]).replace("0", "1")


@tampering
def edition_in_the_metadata(paper, _):
    packet = paper.Root.Metadata.read_bytes().replace(b"Dossier", b"Besluit")
    paper.Root.Metadata = paper.make_stream(
        packet, Type=Name.Metadata, Subtype=Name.XML
    )


@tampering
def day_it_was_made(paper, _):
    paper.docinfo["/CreationDate"] = "D:20200101"


@tampering
def bookmark_changed(paper, _):
    paper.Root.Outlines.First.Title = String("Besluit van de raad")


@tampering
def screen_reader_says_more(paper, _):
    for each in paper.objects:
        if isinstance(each, Dictionary) and each.get("/S") == "/P":
            each.ActualText = String("De raad is akkoord.")
            return


@on_bytes
def written_behind_the_end(pdf):
    start = re.findall(rb"startxref\s+(\d+)", pdf)[-1]
    return pdf + (
        b"\n900000 0 obj\n<< /A 1 >>\nendobj\nxref\n0 0\ntrailer\n<< /Size 900001 /Prev "
        + start
        + b" /Root 1 0 R >>\nstartxref\n"
        + start
        + b"\n%%EOF\n"
    )


@on_bytes
def rubbish_behind_the_end(pdf):
    return pdf + b"rubbish"


def _sets_type(stream):
    try:
        return b"\nBT\n" in zlib.decompress(stream)
    except zlib.error:
        return False


@on_bytes
def byte_flipped_in_the_middle(pdf):
    """Flip a byte amid the text of a page: in a typeface it may change nothing to see."""
    streams = re.finditer(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL)
    text = next(one for one in streams if _sets_type(one[1]))
    at = (text.start(1) + text.end(1)) // 2
    return pdf[:at] + bytes([pdf[at] ^ 0xFF]) + pdf[at + 1 :]


def receipts(pdf):
    """The receipt of a memo, for a test that looks at it."""
    with pikepdf.open(BytesIO(pdf)) as paper:
        return read_receipt(receipt_in(paper))
