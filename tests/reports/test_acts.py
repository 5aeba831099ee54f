"""A sentence is read as what it does: act, addressee, and each thing to be done."""

import pytest

from reports.council.clauses import ObjectRole, clauses_of
from reports.council.single_cases import CaseReader
from reports.council.speech_acts import acts_of, inner_acts_of
from tests.law import LIBRARY

COMPETENCE = LIBRARY.competence
SPEECH = COMPETENCE.speech


def read(text):
    return [
        (act.kind.value, act.bodies, text[act.asks : act.end].strip(" .;,:"))
        for act in acts_of(text, SPEECH)
    ]


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Verzoekt het college te meten.", [("vragen", ("college",), "te meten")]),
        (
            "Draagt het college van B&W op te meten",
            [("opdragen", ("college",), "te meten")],
        ),
        (
            "Gelast de burgemeester te komen",
            [("bevelen", ("burgemeester",), "te komen")],
        ),
        (
            "De burgemeester wordt verzocht te komen",
            [("vragen", ("burgemeester",), "te komen")],
        ),
        ("Het college dient te meten", [("opdragen", ("college",), "te meten")]),
        (
            "Verzoekt de burgemeester en het college te meten",
            [("vragen", ("burgemeester", "college"), "te meten")],
        ),
        (
            "Verzoekt het college te meten en verzoekt de burgemeester te komen",
            [
                ("vragen", ("college",), "te meten en"),
                ("vragen", ("burgemeester",), "te komen"),
            ],
        ),
        ("De gemeente vraagt om rust en wil niets.", []),
        (
            "Besluit artikel 2 te schrappen",
            [("besluiten", (), "artikel 2 te schrappen")],
        ),
    ],
)
def test_an_act_has_a_kind_and_an_addressee(text, acts):
    assert read(text) == acts


def test_a_decision_can_hold_a_request():
    (act,) = inner_acts_of("de rekenkamer te verzoeken onderzoek te doen", SPEECH)

    assert (act.kind, act.to[0].own) == ("vragen", True)


@pytest.mark.parametrize(
    ("asked", "deeds"),
    [
        ("te onderzoeken of camera’s nodig zijn", ["praten"]),
        ("camera’s te plaatsen", ["uitvoeren"]),
        ("de straat af te sluiten", ["doen"]),
        ("te laten onderzoeken wat werkt", ["praten"]),
        ("een plan te maken", ["voorbereiden"]),
        ("bij de minister te pleiten voor meer agenten", ["pleiten"]),
        ("af te zien van geluid", ["nalaten"]),
        ("de verlichting te verbeteren", ["voorzien"]),
        (
            "licht aan te brengen, camera’s op te hangen en het effect te meten",
            ["doen", "doen", "praten"],
        ),
    ],
)
def test_each_infinitive_is_one_thing_to_be_done(asked, deeds):
    assert [one.deed for one in clauses_of(asked, COMPETENCE)] == deeds


@pytest.mark.parametrize(
    ("asked", "role"),
    [
        ("camera’s te plaatsen", ObjectRole.OBJECT),
        ("over te gaan tot plaatsing van vijf camera’s", ObjectRole.OBJECT),
        ("de straat met camera’s te beveiligen", ObjectRole.MEANS),
        ("geld te zoeken voor camera’s", ObjectRole.BESIDE),
        ("een plan te maken waarin camera’s staan", ObjectRole.CONTENT),
    ],
)
def test_a_power_stands_in_a_role(asked, role):
    (clause,) = clauses_of(asked, COMPETENCE)

    assert "camera_openbare_orde" in clause.of(role)


@pytest.mark.parametrize(
    "text",
    [
        "het drugspand aan de Kerkstraat te sluiten",
        "de woning boven de winkel te ontruimen",
        "de vrouw die al weken schreeuwt te helpen",
        "de jongen die het raam vernielde te straffen",
        "coffeeshop De Kruik te sluiten",
        "die ene kapper te controleren",
        "de twee broers aan te pakken",
        "het huurcontract van de huurder te laten ontbinden",
    ],
)
def test_one_case_is_seen_without_a_number_or_a_name(text):
    assert CaseReader(SPEECH.cases).find(text).is_sure


@pytest.mark.parametrize(
    "text",
    [
        "drugspanden te sluiten",
        "de woningen in de wijk te verbeteren",
        "bewoners van de Kerkstraat te informeren",
        "een woning veilig te maken",
        "het huisverbod te evalueren",
    ],
)
def test_policy_is_no_case(text):
    assert CaseReader(SPEECH.cases).find(text) is None
