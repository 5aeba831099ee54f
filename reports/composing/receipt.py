"""What travels inside a memo, so that anyone can make it again and lay it beside.

The answers, the date, the rules by their fingerprint, a hash of what the memo says, and a
seal over all of it. The seal is no signature: anyone can make a new one.
"""

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter

from reports.document import Attachment, Document, PaperKind
from reports.formats import text
from rules.content.casefile import CaseFile
from rules.grammar.errors import InputError
from rules.judging.advice import Advice, Refused
from rules.reading_casefile import write_dossier

Kept = TypeVar("Kept")
NAME = "raadwijzer-antwoorden.json"
MEDIA_TYPE = "application/json"
DESCRIPTION = "De antwoorden waarop dit memo rust, en met welke regels het is gemaakt"
FORM = 1
LONGEST = 200_000  # bytes
HOUSE = Path(__file__).resolve().parents[2]
MAKERS = (
    *("rules/**/*.py", "reports/**/*.py", "rules/registers/zinnen.yaml"),
    *("templates/memo/**/*.html", "static/css/memo.css", "static/css/tokens.css"),
)
TYPESETTERS = ("weasyprint", "pydyf", "fontpkg-fira-sans")


class Edition(StrEnum):
    """How much of a dossier a memo tells; the value travels in the receipt."""

    BRIEF = "kort"
    WHOLE = "volledig"

    @property
    def kind(self) -> PaperKind:
        """Give the word above the title."""
        return PaperKind.BRIEF if self is Edition.BRIEF else PaperKind.MEMO


@dataclass(frozen=True, slots=True)
class Receipt:
    """On what a memo rests.

    `rules` gives the fingerprint of each decision, in the order of the memo; `engine`
    that of the program. `dossier` is a dossier file as plain data. `place` is the
    municipality as the cover names it. `beside` is the dossier that the memo is compared
    with, if it is. `refused` gives the fingerprint of each decision that the memo says it
    cannot judge on its date. `edition` tells a memo of one page from the whole dossier.
    `letterhead` is the fingerprint of whose paper it is: the picture itself does not
    travel, for nothing that came in with a file may be printed.
    """

    code: str
    place: str | None
    version: str
    engine: str
    rules: Mapping[str, str]
    outcomes: Mapping[str, str]
    dossier: Mapping[str, Any]
    text: str
    beside: Mapping[str, Any] | None = None
    edition: str = Edition.WHOLE.value
    letterhead: str = ""
    refused: Mapping[str, str] = field(default_factory=dict)
    seal: str = ""

    @property
    def data(self) -> bytes:
        """Write it down: the same receipt always gives the same bytes."""
        said = ((name, getattr(self, name)) for name in Receipt.__slots__)
        whole = {"format": FORM} | {
            name: value
            for name, value in said
            if name not in UNSAID or value != UNSAID[name]
        }
        return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()

    def sealed(self) -> "Receipt":
        """Give this receipt with the seal that belongs to it."""
        bare = replace(self, seal="")
        return replace(bare, seal=_hash(bare.data))


# What goes without saying: the whole dossier, on plain paper, was the only memo once.
UNSAID: Mapping[str, Any] = {"edition": "volledig", "letterhead": "", "refused": {}}
# Every part is of its kind; what the answers mean is for the law.
_SOUND = TypeAdapter(Receipt)


def with_receipt(
    document: Document,
    judged: Iterable[Advice | Refused],
    code: str,
    place: str | None,
    release: str,
) -> Document:
    """Give the paper with its receipt inside."""
    whole = tuple(judged)
    found = [each for each in whole if isinstance(each, Advice)]
    refused = [each for each in whole if isinstance(each, Refused)]
    receipt = Receipt(
        code=code,
        place=place,
        version=release,
        engine=engine(),
        rules={advice.decision.id: advice.decision.fingerprint for advice in found},
        outcomes={advice.decision.id: advice.outcome.id for advice in found},
        dossier=joined([_printed(advice, document) for advice in found]),
        text=text_hash(document),
        edition=_edition_of(document).value,
        letterhead=document.letterhead.fingerprint if document.letterhead else "",
        refused={each.decision.id: each.decision.fingerprint for each in refused},
    )
    attached = Attachment(NAME, MEDIA_TYPE, DESCRIPTION, receipt.sealed().data)
    return replace(document, attachments=(*document.attachments, attached))


def _printed(advice: Advice, document: Document) -> CaseFile:
    """Leave out what one page does not print: remarks, and the maker’s own opinions.

    One in doubt stays, for the page counts it.
    """
    casefile = advice.casefile
    if _edition_of(document) is not Edition.BRIEF:
        return casefile
    own = {
        question.id for question in advice.decision.questions if question.is_judgement
    } - casefile.doubtful
    return replace(
        casefile,
        remarks={},
        answers=_without(own, casefile.answers),
        given=_without(own, casefile.given),
    )


def _without(names: Collection[str], found: Mapping[str, Kept]) -> dict[str, Kept]:
    return {name: kept for name, kept in found.items() if name not in names}


def _edition_of(document: Document) -> Edition:
    return next(each for each in Edition if each.kind is document.kind)


def text_hash(document: Document) -> str:
    """Hash what a paper says, without regard to spaces and lines."""
    # Of plain text and without spaces: another type or width changes no word.
    return _hash("".join(text.render(document).split()).encode())


def receipt_of(document: Document) -> Receipt:
    """Give the receipt of a paper that was just composed."""
    (data,) = (file.data for file in document.attachments if file.name == NAME)
    return read_receipt(data)


def read_receipt(data: bytes) -> Receipt:
    """Read a receipt that came in with a file.

    Raises:
        InputError: when it is not one that we could have written, to the byte.
    """
    try:
        # One byte too many: what is cut off is not what we wrote, and refused.
        found = {**UNSAID, **json.loads(data[: LONGEST + 1].decode("utf-8"))}
        receipt = _SOUND.validate_python({key: found[key] for key in Receipt.__slots__})
        rewritten = receipt.data
        Edition(receipt.edition)
    except (ValueError, TypeError, KeyError, RecursionError):
        raise InputError("De bijlage met antwoorden is niet te lezen.") from None
    # Else the answers of one decision could be judged, and another’s rules be named.
    if receipt.dossier.get("decisions") != list(receipt.rules):
        raise InputError("De bijlage met antwoorden is niet te lezen.")
    # To the byte: what our reading leaves out could otherwise say something to others.
    if rewritten != data:
        raise InputError(
            "De bijlage met antwoorden is niet meer zoals wij die schrijven."
        )
    return receipt


@cache
def engine(house: Path = HOUSE) -> str:
    """Give the fingerprint of the program: what judges, what writes, what sets type.

    It is over names and contents of files under `house`, never over where `house` is.
    """
    whole = hashlib.sha256()
    for path in sorted(path for pattern in MAKERS for path in house.glob(pattern)):
        # The nought keeps a name apart from what stands in it: no file passes for two.
        whole.update(path.relative_to(house).as_posix().encode() + b"\0")
        whole.update(path.read_bytes() + b"\0")
    for name in TYPESETTERS:
        whole.update(f"{name} {version(name)}\0".encode())
    return f"sha256:{whole.hexdigest()}"


def joined(casefiles: Iterable[CaseFile]) -> dict[str, Any]:
    """Write the case files of one memo as one dossier file."""
    # Of one dossier all case files share the rest, such as date and municipality.
    first, *others = map(write_dossier, casefiles)
    whole = {**first, "decisions": [first.pop("decision")]}
    whole.pop("decision")
    for other in others:
        whole["decisions"].append(other["decision"])
        for part in ("answers", "costs", "remarks"):
            joined = {**whole.get(part, {}), **other.get(part, {})}
            if joined:
                whole[part] = dict(sorted(joined.items()))
        doubts = {*whole.get("doubtful", ()), *other.get("doubtful", ())}
        if doubts:
            whole["doubtful"] = sorted(doubts)
    return dict(sorted(whole.items()))


def _hash(data: bytes) -> str:
    return f"sha256:{hashlib.sha256(data).hexdigest()}"
