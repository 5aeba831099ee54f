"""Case law beside our rules: every case is judged, and every difference is explained."""

import json
from datetime import date

import pytest

from rules.caselaw import (
    TOO_EARLY,
    Agreement,
    Case,
    Ruling,
    as_text,
    judge,
    judged_cases,
)
from rules.grammar.errors import ContentError
from rules.loading import CONTENT
from tests.law import LIBRARY
from wizard.cli import main

CASES = judged_cases(LIBRARY)


def case(**changes):
    return Case.model_validate(
        {
            "id": "proef",
            "kind": "rechtspraak",
            "title": "Een rechter, 2024",
            "date": "2024-01-01",
            "url": "https://voorbeeld.nl/",
            "seen": "tekst",
            "about": "Een camera op een plein.",
            "facts": {},
            "held": "Het mocht.",
            "ruling": "in_stand",
            "expected": "voldoet",
            **changes,
        }
    )


@pytest.fixture
def write(tmp_path):
    """Write cases of camera surveillance in a folder of their own."""

    def writing(text):
        folder = tmp_path / "rechtspraak"
        folder.mkdir(exist_ok=True)
        (folder / "cameratoezicht.yaml").write_text(text, encoding="utf-8")
        return tmp_path

    return writing


ONE = """
- id: proef
  kind: rechtspraak
  title: "Een rechter, 2024"
  date: "2024-01-01"
  url: "https://voorbeeld.nl/"
  seen: tekst
  about: "Een camera op een plein."
  facts: {FACTS}
  held: "Het mocht."
  ruling: RULING
  expected: EXPECTED
"""


def one(facts, ruling, expected):
    text = ONE.replace("{FACTS}", facts).replace("RULING", ruling)
    return text.replace("EXPECTED", expected)


@pytest.mark.parametrize("judged", CASES, ids=lambda each: each.case.id)
def test_our_rules_say_what_is_written_beside_the_case(judged):
    assert judged.outcome == judged.case.expected
    assert judged.says


@pytest.mark.parametrize("judged", CASES, ids=lambda each: each.case.id)
def test_a_difference_is_explained(judged):
    differs = judged.agreement in (Agreement.ANDERS, Agreement.OPEN)

    assert not differs or judged.case.verklaring


def test_there_are_cases_of_both_kinds_of_law():
    decisions = [judged.decision for judged in CASES]

    # Two rulings went of which only a machine-made summary was read.
    assert decisions.count("cameratoezicht") == 14
    # Only those about article 151d; the ones about 13b went to the decision on closing,
    # and 174a and 172a are no outcome of these rules.
    assert decisions.count("woonoverlastverordening") == 6
    assert decisions.count("damocles") == 5
    assert {judged.case.ruling for judged in CASES} == set(Ruling)


@pytest.mark.parametrize(
    ("facts", "ruling", "agreement"),
    [
        ({"D12": "nee"}, "niet_in_stand", Agreement.GELIJK),
        ({"D12": "nee"}, "in_stand", Agreement.ANDERS),
        ({"D12": "ja"}, "in_stand", Agreement.OPEN),
        ({"D12": "ja"}, "niet_in_stand", Agreement.OPEN),
        ({"T01": "nee"}, "in_stand", Agreement.OPEN),
        ({"D12": "nee"}, "niet_getoetst", Agreement.NIET_GETOETST),
    ],
)
def test_what_was_decided_is_laid_beside_our_outcome(facts, ruling, agreement):
    judged = judge(LIBRARY, "cameratoezicht", case(facts=facts, ruling=ruling))

    assert judged.agreement is agreement


def test_a_case_before_the_law_is_told_so():
    judged = judge(LIBRARY, "cameratoezicht", case(date="2015"))

    assert judged.outcome == TOO_EARLY
    assert "1 juli 2016" in judged.says
    assert judged.agreement is Agreement.OPEN


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2021-03-25", date(2021, 3, 25)),
        ("2016-11", date(2016, 11, 1)),
        ("2022", date(2022, 1, 1)),
        (None, date(2026, 11, 21)),
    ],
)
def test_a_date_can_be_a_day_a_month_or_a_year(written, day):
    assert case(date=written).on(date(2026, 11, 21)) == day


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (one("{D12: nee}", "in_stand", "voldoet_niet"), "verklaring"),
        (one("{D12: nee}", "niet_in_stand", "voldoet"), "Lees de zaak opnieuw"),
        (one("{D99: nee}", "niet_in_stand", "voldoet_niet"), "D99"),
        (one("{D20: veel}", "niet_in_stand", "voldoet_niet"), "geen heel getal"),
        (one("{}", "misschien", "voldoet_niet"), "ruling"),
        (
            one("{D12: nee}", "niet_in_stand", "voldoet_niet") * 2,
            "staat twee keer",
        ),
    ],
)
def test_a_case_that_does_not_fit_is_refused(write, text, says):
    with pytest.raises(ContentError, match=says):
        judged_cases(LIBRARY, write(text))


def test_no_case_speaks_of_a_person():
    cases = list((CONTENT / "rechtspraak").glob("*.yaml"))

    assert cases
    for path in cases:
        text = path.read_text(encoding="utf-8").lower()

        assert not any(word in text for word in ("autis", "zwanger", "zoon", "dochter"))


def test_the_table_says_facts_ruling_rules_and_difference():
    text = as_text(CASES)

    for word in ("feiten", "beslist", "regels", "verschil", "laat open"):
        assert word in text


def test_the_command_shows_the_cases_of_a_decision(capsys):
    with pytest.raises(SystemExit) as leaving:
        main(["rulings", "cameratoezicht", "--json"])
    shown = json.loads(capsys.readouterr().out)

    assert leaving.value.code == 0
    assert len(shown) == 14
    assert {"facts", "held", "outcome", "agreement", "verklaring"} <= set(shown[0])


def test_no_case_or_source_rests_on_a_machine_made_summary():
    """What only such a summary told was taken out; it comes back when it is read."""
    unread = (
        *("RBMNE:2021:5624", "RBDHA:2024:16908", "RBOBR:2024:6455", "RBGEL:2024:8417"),
        *("RBROT:2021:7888", "RBZWB:2020:4808", "RBGRO:2011:BU8334"),
        *("RBDHA:2022:1828", "RBMNE:2025:2721", "RBLIM:2022:1285"),
        *("RBZWB:2021:6702", "RBZWB:2024:8101", "RBROT:2025:7983", "RBMNE:2024:2531"),
    )
    texts = [path.read_text(encoding="utf-8") for path in CONTENT.rglob("*.yaml")]
    texts += [path.read_text(encoding="utf-8") for path in CONTENT.rglob("*.md")]

    assert not [ecli for ecli in unread if any(ecli in text for text in texts)]
