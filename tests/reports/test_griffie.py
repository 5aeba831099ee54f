"""What the griffie gets: fields, a record, file names, and a check on publication."""

import json
from datetime import date

import pytest

from reports.council.findings import Finding
from reports.council.griffie import (
    FILE_NAME,
    IBABS,
    NOTUBIZ,
    TYPES,
    Filing,
    as_json,
    as_text,
    publication,
    shortened,
)
from reports.document import Document, Note, PaperKind
from rules.content.competence import FindingSeverity
from tests.law import LIBRARY

PLACES = LIBRARY.municipalities.by_code
OURS = (
    "nummer",
    "agendapunt",
    "uitslag",
    "archiefwaardering",
    "openbaarheid",
    "ondertekening",
)


def document(kind=PaperKind.MOTION, title="Eerst meten", **more):
    base = {
        "subject": "Concept, opgesteld met een beslishulp.",
        "language": "nl-NL",
        "date": date(2026, 11, 21),
        "header_line": "Beslishulp",
        "footer_line": "Dossier",
        "identifiers": (),
        "sections": (),
        "notes": (Note(1, "Bron", "https://example.nl"),),
    }
    return Document(kind, title, **(base | more))


def filing(kind=PaperKind.MOTION, title="Eerst meten", place="gm0363", **more):
    return Filing(
        document(kind, title),
        more.pop("topic", "Cameratoezicht op straat"),
        more.pop("code", "bcd-fgh"),
        PLACES[place] if place else None,
        date(2027, 2, 1),
        ("Fractie A",),
    )


@pytest.mark.parametrize("kind", TYPES)
@pytest.mark.parametrize("place", ["gm0363", "gm1900", "gm1709", None])
@pytest.mark.parametrize("ending", ["pdf", "docx", "odt", "html"])
def test_every_file_name_has_the_agreed_form(kind, place, ending):
    name = filing(kind, place=place).file_name(ending)

    assert FILE_NAME.match(name), name
    assert len(name) <= 80


def test_a_long_topic_is_cut_to_fit():
    long = filing(topic="a" * 90, place="gm0484", code="bcdfgh-klm")

    name = long.file_name("html")

    assert "a" * 30 not in name
    assert FILE_NAME.match(name)
    assert len(name) <= 80


def test_the_title_fits_ori():
    assert len(filing(title="woord " * 80).title) <= 200
    assert shortened("kort", 200) == "kort"


def test_the_record_has_type_code_and_language():
    record = json.loads(as_json(filing()))

    assert record["type"] == "motie"
    assert record["gemeente"] == {"code": "gm0363", "naam": "Amsterdam"}
    assert record["taal"] == "dut"
    assert record["woo_categorie"] == "c_db4862c3"
    assert len(record["versie"]) <= 5


@pytest.mark.parametrize("field", OURS)
def test_what_is_the_griffies_stays_empty(field):
    assert json.loads(as_json(filing()))[field] is None


def test_a_memo_has_no_type_of_its_own():
    record = json.loads(as_json(filing(PaperKind.MEMO)))

    assert record["type"] is None
    assert record["typekeuze"] == [
        "besluitvormingsstuk",
        "ingekomen_stuk",
        "mededeling",
    ]


def test_a_paper_has_a_type_that_ori_knows():
    ori = (
        *("vraag", "antwoord", "motie", "besluitvormingsstuk", "ingekomen_stuk"),
        *("toezegging", "mededeling", "amendement", "voorstel"),
    )

    assert {kind for kinds in TYPES.values() for kind in kinds} <= set(ori)


def test_the_fields_of_both_systems_are_all_there():
    text = as_text(filing())

    for field in (*NOTUBIZ, *IBABS):
        assert f"{field}:" in text
    assert "uitslag:\n" in text
    assert "kenmerk:\n" in text


def test_publication_looks_at_persons_and_sources():
    person = Finding("L8", FindingSeverity.BLOKKEERT, "", "", "")
    states = [one.met for one in publication(document(), [person], ("Fractie A",))]
    clean = [one.met for one in publication(document(), [], ("Fractie A",))]

    assert states[0] is False
    assert False not in clean
    assert None in clean
    hidden = document(notes=(Note(1, "Geheim"),))
    assert publication(hidden, [], ())[2].met is False
