"""The register of evidence: every fault with its file, its line and a guess."""

import json

import pytest

from rules.grammar.errors import ContentError
from rules.loading import load
from tests.rules.studies import written
from tests.rules.synthetic import lay_out

MEASURES = [{"id": "bankje", "title": "Bankje", "group": "Straat"}]
SOURCES = [
    {"id": "studie-2020", "seen": "tekst"},
    {"id": "bericht-2021", "seen": "fragment", "quote": "een daling van 12,5 procent"},
]
SEARCH = {
    "id": "bankje-gevoel-niet_gevonden",
    "maatregel": "bankje",
    "uitkomst": "gevoel",
    "gemeten": "gevoel van veiligheid",
    "richting": "niet gevonden",
    "jaar": 2026,
    "bron": {"gezocht": "bankje gevoel"},
}


def graded(verdict, *steps, **changes):
    """An entry as a file has it, with the certainty that somebody wrote."""
    entry = written(**changes)
    grading = {"oordeel": verdict, "stappen": list(steps), "waarom": "Zo is het."}
    entry["zekerheid"] = {k: v for k, v in grading.items() if v is not None}
    return {key: value for key, value in entry.items() if value is not None}


def lines(entries):
    """Write one entry a line: JSON is YAML, and the line tells which entry it is."""
    return "".join(f"- {json.dumps(each, ensure_ascii=False)}\n" for each in entries)


@pytest.fixture
def register(tmp_path):
    """Lay out a register; give the faults that are told of it."""

    def read(*entries, outcomes=("overlast", "gevoel"), not_about=()):
        root = lay_out("onbekend_in_en_of", tmp_path)
        registers = root / "registers"
        sources = [
            {
                "kind": "onderzoek",
                "title": "Studie",
                "year": 2020,
                "url": "https://example.org/",
                "checked_on": "2026-11-29",
                **each,
            }
            for each in SOURCES
        ]
        with (registers / "bronnen.yaml").open("a") as file:
            file.write(lines(sources))
        lists = {"outcomes": list(outcomes), "not_about": list(not_about)}
        measures = [{**each, **lists} for each in MEASURES]
        (registers / "maatregelen.yaml").write_text(lines(measures))
        (registers / "bewijs.yaml").write_text(lines([*entries, SEARCH]))
        try:
            load(root)
        except ContentError as refusal:
            return [str(fault) for fault in refusal.faults]
        return []

    return read


def test_a_register_that_fits_has_no_faults(register) -> None:
    assert register(graded("hoog")) == []


FAULTS = {
    "no source": (
        graded("hoog", bron=None),
        "registers/bewijs.yaml:1 — 'bankje-overlast-een': 'bron' ontbreekt.",
    ),
    "a source that is not there": (
        graded("hoog", bron="studie-2002"),
        "bron 'studie-2002' staat niet in registers/bronnen. Bedoelde u 'studie-2020'?",
    ),
    "a direction that does not exist": (
        graded("hoog", richting="dalt"),
        (
            "'richting' is 'dalt', maar moet daalt, stijgt, geen verschil, gemengd, "
            "onduidelijk, niet onderzocht of niet gevonden zijn. Bedoelde u 'daalt'?"
        ),
    ),
    "a step that is unknown": (
        graded("redelijk", "ander plek"),
        "'stappen' is 'ander plek', maar moet andere plek,",
    ),
    "a measure nobody names": (
        graded("hoog", maatregel="bankjes"),
        (
            "hoort bij maatregel 'bankjes', maar die staat niet in "
            "registers/maatregelen.yaml. Bedoelde u 'bankje'?"
        ),
    ),
    "an outcome that does not count for the measure": (
        graded("hoog", uitkomst="geweld"),
        "gaat over 'geweld', maar dat staat niet bij outcomes van 'bankje'.",
    ),
    "a certainty that somebody chose": (
        graded("hoog", "andere plek", "weinig"),
        (
            "oordeel is ‘hoog’, maar opzet ‘overzichtsstudie’ en stappen (andere plek, "
            "weinig) geven ‘laag’."
        ),
    ),
    "a certainty that is not written": (
        graded(None),
        "oordeel is ‘leeg’, maar opzet ‘overzichtsstudie’ en stappen (geen) geven ‘hoog’.",
    ),
    "a certainty about what was not studied": (
        graded("laag", richting="niet onderzocht"),
        "wat niet is onderzocht, heeft geen oordeel; hier staat ‘laag’.",
    ),
    "what was looked at is not told": (
        graded("hoog", past="lijkt erop"),
        "past is ‘lijkt erop’; zeg bij 'bekeken' waar naar is gekeken.",
    ),
    "something else without a subject": (
        graded("hoog", uitkomst="anders"),
        "onderwerp hoort bij ‘anders’, en alleen daarbij.",
    ),
    "a search that found something": (
        graded("hoog", bron={"gezocht": "bankje"}),
        "een onderzoek heeft een bron; ‘gezocht’ is voor ‘niet gevonden’.",
    ),
    "nothing found, with a source": (
        written(richting="niet gevonden", opzet=None, zekerheid=None),
        "‘niet gevonden’ heeft geen bron; schrijf {gezocht: waarmee u zocht}.",
    ),
    "a percentage that was not read": (
        graded(
            "redelijk", bron="bericht-2021", gelezen="fragment", omvang="30% minder"
        ),
        "30% staat er zonder dat het onderzoek heel is gelezen.",
    ),
    "the low end of a range that was not read": (
        graded(
            "redelijk",
            bron="bericht-2021",
            gelezen="fragment",
            omvang="10 tot 12,5% minder",
        ),
        "10% staat er zonder",
    ),
    "read whole, where only a part was seen": (
        graded("hoog", bron="bericht-2021"),
        "gelezen is ‘heel’, maar van bron 'bericht-2021' is alleen een deel gezien.",
    ),
}


@pytest.mark.parametrize(("entry", "says"), FAULTS.values(), ids=FAULTS.keys())
def test_a_fault_is_told_with_file_and_line(register, entry, says) -> None:
    faults = register(entry)
    assert any(fault.startswith("registers/bewijs.yaml:1 — ") for fault in faults)
    assert any(says in fault for fault in faults), faults


def test_a_percentage_may_stand_where_the_study_was_read_or_its_words_are_quoted(
    register,
) -> None:
    quoted = graded(
        "redelijk",
        id="bankje-overlast-twee",
        bron="bericht-2021",
        gelezen="fragment",
        omvang="12,5% minder",
    )
    assert register(graded("hoog", omvang="30% minder"), quoted) == []


def test_two_entries_that_say_the_same_are_told(register) -> None:
    again = graded("hoog", id="bankje-overlast-twee", richting="stijgt")
    assert register(graded("hoog"), again) == [
        (
            "registers/bewijs.yaml:2 — onderzoek 'bankje-overlast-twee' zegt hetzelfde als "
            "'bankje-overlast-een': dezelfde maatregel, uitkomst en bron."
        )
    ]


def test_an_outcome_that_nobody_looked_at_is_told(register) -> None:
    assert register(graded("hoog"), outcomes=["overlast", "gevoel", "geweld"]) == [
        (
            "registers/maatregelen.yaml:1 — maatregel 'bankje' heeft over 'geweld' geen "
            "onderzoek. Zet er in registers/bewijs een, of schrijf ‘niet gevonden’."
        )
    ]


def test_an_outcome_that_does_not_fit_is_none_that_the_measure_lists(register) -> None:
    assert register(graded("hoog"), not_about=["gevoel"]) == [
        (
            "registers/maatregelen.yaml:1 — maatregel 'bankje' heeft 'gevoel' ook bij "
            "outcomes: kies er een."
        )
    ]


def test_an_outcome_that_does_not_fit_is_one_that_somebody_knows(register) -> None:
    (unknown,) = register(graded("hoog"), not_about=["gevoelig"])
    assert "niemand onderzocht 'gevoelig'" in unknown
    assert unknown.endswith("Bedoelde u 'gevoel'?")
