"""What the griffie needs beside a paper: the fields of its system, a name, a check.

The tool fills in what it knows. A number, a decision on publication, an archive value,
a result and a signature are the griffie’s: those fields stay empty.
"""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from reports.council.findings import Finding
from reports.council.lint_results import KINDS
from reports.document import Document, PaperKind
from rules.content.municipalities import Municipality, plain

LONGEST_TITLE = 200
LONGEST_NAME = 80
FILE_NAME = re.compile(
    r"^\d{6}_(memo|motie|amendement|vragen)_[a-z0-9-]{1,30}_[a-z0-9-]{1,25}"
    r"_[a-z0-9]{6,10}_v\d+\.(pdf|docx|odt|html|txt)$"
)
WOO_CATEGORY = "c_db4862c3"  # vergaderstukken decentrale overheden


# The types of ORI 2.0 that a paper can have; “memo” is none of them.
TYPES = {
    PaperKind.MOTION: ("motie",),
    PaperKind.AMENDMENT: ("amendement",),
    PaperKind.QUESTIONS: ("vraag",),
    # Beside a proposal it is the first, sent on its own one of the others.
    PaperKind.MEMO: ("besluitvormingsstuk", "ingekomen_stuk", "mededeling"),
}
SHORT = {PaperKind.MEMO: "memo", **KINDS}
# The fields of the two systems that most councils use; empty is the griffie’s.
NOTUBIZ = (
    "titel",
    "datum",
    "type",
    "hoofddocument",
    "fractie(s)",
    "indiener(s)",
    "medeondertekenaars",
    "uitslag",
    "portefeuillehouder",
    "termijn afdoening",
    "afdoeningsdocument",
)
IBABS = (
    "ID",
    "kenmerk",
    "agendapunt",
    "datum",
    "onderwerp",
    "status",
    "indieners",
    "portefeuillehouder",
    "deadline",
    "beleidsveld",
    "einddatum",
    "afgedaan",
    "relatie met",
)


@dataclass(frozen=True, slots=True)
class Filing:
    """What is known for the files of the griffie."""

    document: Document
    topic: str
    code: str
    municipality: Municipality | None
    meeting: date | None
    parties: tuple[str, ...]
    deadline: date | None = None
    number: str = ""
    item: str = ""

    @property
    def title(self) -> str:
        """Give the title of the paper, no longer than ORI takes."""
        return shortened(f"{self.document.kind} {self.document.title}", LONGEST_TITLE)

    def file_name(self, ending: str) -> str:
        """Name the file as in `261121_motie_camera-s_gemeente_bcdfgh_v1.pdf`."""
        place = self.municipality.name if self.municipality else "gemeente"
        parts = (
            f"{self.document.date:%y%m%d}",
            SHORT[self.document.kind],
            slug(self.topic, 30),
            slug(place, 25),
            slug(self.code, 10).replace("-", ""),
            "v1",
        )
        spare = LONGEST_NAME - len("_".join(parts)) - len(ending) - 1
        # The topic gives way: the rest tells papers apart.
        if spare < 0:
            topic = slug(self.topic, 30 + spare)
            parts = (*parts[:2], topic, *parts[3:])
        return f"{'_'.join(parts)}.{ending}"

    def fields(self) -> dict[str, str]:
        """Give the value of each field that we know, by its name in either system."""
        day = self.meeting.isoformat() if self.meeting else ""
        deadline = self.deadline.isoformat() if self.deadline else ""
        parties = ", ".join(self.parties)
        types = TYPES[self.document.kind]
        return {
            "titel": self.title,
            "onderwerp": self.title,
            "kenmerk": self.number,
            "agendapunt": self.item,
            "datum": day,
            "type": types[0] if len(types) == 1 else "",
            "hoofddocument": self.file_name("pdf"),
            "fractie(s)": parties,
            "indieners": parties,
            "termijn afdoening": deadline,
            "deadline": deadline,
        }


def as_text(filing: Filing) -> str:
    """Write out the fields, those of Notubiz and those of iBabs."""
    known = filing.fields()
    blocks = []
    for system, names in (("Notubiz", NOTUBIZ), ("iBabs", IBABS)):
        rows = [f"{name}: {known.get(name, '')}".rstrip() for name in names]
        blocks.append("\n".join([f"[{system}]", *rows]))
    return "\n\n".join(blocks) + "\n"


def as_json(filing: Filing) -> str:
    """Write out what ORI, TOOI and the Woo ask; null is what the griffie fills in."""
    types = TYPES[filing.document.kind]
    place = filing.municipality
    record = {
        "titel": filing.title,
        "type": types[0] if len(types) == 1 else None,
        "typekeuze": list(types),
        "taal": "dut",
        "versie": "1",
        "datum": filing.meeting.isoformat() if filing.meeting else None,
        "gemeente": None if place is None else {"code": place.code, "naam": place.name},
        "woo_categorie": WOO_CATEGORY,
        "fracties": list(filing.parties),
        "bestand": filing.file_name("pdf"),
        "dossier": filing.code,
        "nummer": filing.number or None,
        "agendapunt": filing.item or None,
        "portefeuillehouder": None,
        "uitslag": None,
        "archiefwaardering": None,
        "openbaarheid": None,
        "ondertekening": None,
    }
    return json.dumps(record, ensure_ascii=False, indent=2) + "\n"


@dataclass(frozen=True, slots=True)
class PublicationCheck:
    """One condition for publication; `met` is nothing where a person must look."""

    text: str
    met: bool | None


def publication(
    document: Document, findings: Iterable[Finding], parties: tuple[str, ...]
) -> tuple[PublicationCheck, ...]:
    """Go through what a paper needs before it can be made public."""
    personal = any(one.rule == "L8" for one in findings)
    sources = all(note.href or "zie noot" in note.text for note in document.notes)
    dated, draft = bool(document.header_line), document.subject.startswith("Concept")
    conditions = {
        "Er zijn geen persoonsgegevens of adressen gevonden.": not personal,
        "Het stuk gaat over beleid en niet over één geval.": not personal,
        "Elke bron is openbaar en heeft een adres.": sources,
        "De datum van de regels staat op elke bladzijde.": dated,
        "Bovenaan staat dat dit een concept is en geen besluit.": draft,
        "De PDF is toegankelijk volgens PDF/UA.": True,
        "De fractie staat als maker op het stuk.": bool(parties),
        "Er staat geen overgenomen tekst van anderen in.": None,
        "De griffie besluit of het stuk openbaar wordt.": None,
    }
    return tuple(PublicationCheck(text, met) for text, met in conditions.items())


def slug(text: str, longest: int) -> str:
    """Write a text as part of a file name.

    >>> slug("Rust op ’t Plein", 30)
    'rust-op-t-plein'
    """
    return re.sub(r"[^a-z0-9]+", "-", plain(text))[:longest].strip("-") or "stuk"


def shortened(text: str, longest: int) -> str:
    """Cut a text at a word, with an ellipsis.

    >>> shortened("een twee drie", 9)
    'een…'
    """
    if len(text) <= longest:
        return text
    return text[: longest - 1].rpartition(" ")[0].rstrip(" ,;") + "…"
