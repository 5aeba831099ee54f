"""Mend the tags of WeasyPrint 70: one file that is both PDF/UA-1 and PDF/A-3a.

WeasyPrint calls `mend` on its objects just before it writes them. What it repairs
passes a validator as it is, or nearly, but reads badly or says less than we know.
"""

from collections.abc import Container, Iterator
from typing import Any, TypeAlias

import pydyf

Element: TypeAlias = Any  # pydyf and WeasyPrint ship no types
PIXEL = 0.75  # CSS pixels, in points
NUMBERING = {"ol": "/Decimal", "ul": "/Disc"}
BLURRED = (b"\r\nendstream", b"\n\nendstream")
CONTENTS = "memo-contents-list"
HEAD = "/THead"
INSIDE = ("LineBox", "TextBox", "TableBox")  # of an element that is tagged around it
# What can run on over pages, by its tag: the HTML elements of which it is made.
RUNNING = {
    "/Part": ("main",),
    "/Art": ("article",),
    "/Sect": ("section",),
    "/Div": ("div",),
    "/Table": ("table",),
    HEAD: ("thead",),
    "/TBody": ("tbody",),
    "/L": tuple(NUMBERING),
    "/P": ("p",),
}

# PDF/A asks that a schema which it does not know, PDF/UA’s, be described in the file.
PDFUA = b"""
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description rdf:about=""
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>PDF/UA part</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
</rdf:RDF>"""


class Tree:
    """The structure tree of a PDF that is still in the making."""

    def __init__(self, pdf: Element) -> None:
        self._objects = pdf.objects
        self.root = self.at(pdf.catalog["StructTreeRoot"])
        self.elements = list(self.below(self.root))

    def at(self, reference: bytes) -> Element:
        """Find the object that a reference such as `12 0 R` points at."""
        return self._objects[int(reference.split()[0])]

    def kids(self, element: Element) -> list[Element]:
        """List the elements right below one element."""
        references = [kid for kid in element.get("K", ()) if isinstance(kid, bytes)]
        kids = map(self.at, references)
        return [kid for kid in kids if kid.get("Type") == "/StructElem"]

    def below(self, element: Element) -> Iterator[Element]:
        """Walk every element below one element, in reading order."""
        for kid in self.kids(element):
            yield kid
            yield from self.below(kid)

    def tagged(self, tag: str) -> list[Element]:
        """List every element with this tag, in reading order."""
        return [element for element in self.elements if element["S"] == tag]


def mend(document: Element, pdf: Element, *, spare: int = 0) -> None:
    """Repair tags, running heads, attachments and identification of a finished PDF.

    `spare` objects that nobody refers to change the bytes of the tables at the end.
    """
    # First of all: what follows walks tags beside HTML, one for one, and a table in two
    # pieces would be one too many.
    _join(Tree(pdf), document)
    tree = Tree(pdf)
    _artifacts(tree, document, pdf)
    _tables(tree)
    _lists(tree, document)
    _figures(tree, document)
    _identifiers(tree, pdf)
    _attachments(pdf)
    _identification(tree, pdf)
    _ends(pdf)
    for _ in range(spare):
        pdf.add_object(pydyf.String(""))


def _join(tree: Tree, document: Element) -> None:
    """Make one element of what became several because it runs over pages.

    A head that a table repeats on each page is no content the second time: left out
    here, it becomes an artifact. See docs/adr/0039-split-tables.md.
    """
    heads: dict[bytes, Element] = {}
    for tag, names in RUNNING.items():
        wholes: dict[Element, Element] = {}
        # Strict: should boxes and tags ever differ in number, no paper comes out, for
        # one with another’s tags would read aloud what is not there.
        pieces = zip(tree.tagged(tag), _sources(document, names), strict=True)
        for piece, source in pieces:
            whole = wholes.setdefault(source, piece)
            if whole is not piece:
                tree.at(piece["P"])["K"].remove(piece.reference)
                if tag == HEAD:
                    heads.update(_same_heads(tree, piece, whole))
                else:
                    _move(tree, piece, whole)
    # The head that came again falls away, so its names must not be pointed at any more.
    for cell in tree.tagged("/TD"):
        named = cell["A"].get("Headers", ())
        cell["A"]["Headers"] = pydyf.Array(heads.get(one.data, one) for one in named)


def _move(tree: Tree, piece: Element, whole: Element) -> None:
    """Hang what is below a piece below the whole."""
    for kid in tree.kids(piece):
        kid["P"] = whole.reference
    whole["K"].extend(piece["K"])


def _same_heads(
    tree: Tree, again: Element, whole: Element
) -> Iterator[tuple[bytes, Element]]:
    """Pair the name of each head cell that came again with that of the first."""
    for one, first in zip(tree.below(again), tree.below(whole), strict=True):
        if one["S"] == "/TH":
            yield one["ID"].data, first["ID"]


def _ends(pdf: Element) -> None:
    """Leave a stream as it is when squeezing would end it in what ends a line.

    A reader may take that byte for the line before `endstream`, and count one too few
    (ISO 19005-3, 6.1.7.1). A receipt ends in a line itself, and may not change a byte:
    where squeezing does not help either, it goes out in hexadecimals.
    """
    for stream in pdf.objects:
        if isinstance(stream, pydyf.Stream) and stream.compress:
            stream.compress = not stream.data.endswith(BLURRED)
            if stream.data.endswith(BLURRED):
                plain = stream.data.partition(b"\nstream\n")[2]
                digits = plain.removesuffix(b"\nendstream").hex().encode()
                stream.stream = [digits + b">"]
                stream.extra["Filter"] = "/ASCIIHexDecode"


def _artifacts(tree: Tree, document: Element, pdf: Element) -> None:
    """Set running heads apart: what hangs in no tree is no content (14.8.2.2)."""
    reached = {element.number for element in tree.elements}
    numbers = tree.at(tree.root["ParentTree"])["Nums"]  # each with its owner behind it
    owners = dict(zip(numbers[::2], numbers[1::2], strict=True))
    for number, reference in enumerate(pdf.page_references[: len(document.pages)]):
        orphans = {
            mark
            for mark, owner in enumerate(owners[number])
            if int(owner.split()[0]) not in reached
        }
        _declare(tree.at(tree.at(reference)["Contents"]).stream, orphans)
        for mark in orphans:
            owners[number][mark] = "null"


def _declare(stream: list[Element], orphans: set[int]) -> None:
    """Rewrite each `/Span << /MCID n >> BDC` of an orphan as an artifact."""
    for index, operand in enumerate(stream):
        if isinstance(operand, dict) and operand.get("MCID") in orphans:
            stream[index - 1] = "/Artifact"
            stream[index] = pydyf.Dictionary({"Type": "/Pagination"})


def _tables(tree: Tree) -> None:
    """Say of each head cell whether it names its column or its row."""
    columns = {
        cell.number for head in tree.tagged("/THead") for cell in tree.below(head)
    }
    for cell in tree.tagged("/TH"):
        # ISO 14289-1, 7.5: without it a reader cannot tell which cells a head is about.
        cell["A"]["Scope"] = "/Column" if cell.number in columns else "/Row"


def _lists(tree: Tree, document: Element) -> None:
    """Say how lists are numbered, and make the list of contents a real one."""
    sources = dict.fromkeys(_sources(document, NUMBERING))
    for listing, source in zip(tree.tagged("/L"), sources, strict=True):
        if source.get("class") == CONTENTS:
            _contents(tree, listing)
        else:
            bare = not any(item["S"] == "/Lbl" for item in tree.below(listing))
            # ISO 14289-1, 7.6: a list with labels says how it is numbered.
            numbering = "/None" if bare else NUMBERING[source.tag]
            listing["A"] = pydyf.Dictionary({"O": "/List", "ListNumbering": numbering})


def _contents(tree: Tree, listing: Element) -> None:
    listing["S"] = "/TOC"
    for item in tree.kids(listing):
        item["S"] = "/TOCI"
        for body in tree.kids(item):
            body["S"] = "/Reference"


def _figures(tree: Tree, document: Element) -> None:
    """Give each figure its box in points from below, and its caption inside it."""
    for figure in tree.tagged("/Figure"):
        height = document.pages[0].height
        left, top, right, bottom = figure["A"]["BBox"]
        # CSS counts pixels from the top of the page, PDF points from its foot.
        box = (left, height - bottom, right, height - top)
        figure["A"]["BBox"] = pydyf.Array(round(side * PIXEL, 3) for side in box)
        parent = tree.at(figure["P"])
        for caption in tree.kids(parent):
            if caption["S"] == "/Caption":
                parent["K"].remove(caption.reference)
                figure["K"].append(caption.reference)
                caption["P"] = figure.reference


def _identifiers(tree: Tree, pdf: Element) -> None:
    """List the elements that have an ID, as ISO 32000 asks (14.7.2)."""
    named = [element for element in tree.elements if "ID" in element]
    # A name tree is searched by halves, so in order (ISO 32000-1, 7.9.6).
    named.sort(key=lambda element: element["ID"].data)
    names = [item for element in named for item in (element["ID"], element.reference)]
    if names:
        index = pydyf.Dictionary({"Names": pydyf.Array(names)})
        pdf.add_object(index)
        tree.root["IDTree"] = index.reference


def _attachments(pdf: Element) -> None:
    """Name each attachment once."""
    if "AF" in pdf.catalog:
        pdf.catalog["AF"] = pydyf.Array(dict.fromkeys(pdf.catalog["AF"]))


def _identification(tree: Tree, pdf: Element) -> None:
    """Say that this PDF/A is a PDF/UA too, in metadata that anyone can read."""
    metadata = tree.at(pdf.catalog["Metadata"])
    packet = b"\n".join(metadata.stream)
    metadata.stream = [packet.replace(b"</rdf:RDF>", PDFUA.strip())]
    metadata.compress = False


def _sources(document: Element, tags: Container[str]) -> Iterator[Element]:
    """Walk the HTML elements with these tags, once for each box that they fill."""
    for page in document.pages:
        yield from _filled(page._page_box, tags)  # noqa: SLF001 — there is no other way


def _filled(box: Element, tags: Container[str]) -> Iterator[Element]:
    box = getattr(box, "_box", box)  # what is set apart leaves only its place
    if box.element_tag in tags and type(box).__name__ not in INSIDE:
        yield box.element
    for child in getattr(box, "children", ()):
        yield from _filled(child, tags)
