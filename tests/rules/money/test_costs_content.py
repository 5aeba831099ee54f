"""What the cost side of every decision must satisfy."""

import re
from shutil import copytree

import pytest

from rules.checks.undated_numbers import undated_figures
from rules.content.briefing import Fact
from rules.grammar.errors import ContentError
from rules.loading import CONTENT, load
from tests.rules.synthetic import lay_out

# Where there are lighter ways, they stand beside each other with what they cost.
DECISIONS = sorted(
    path.parent.name for path in CONTENT.glob("besluiten/*/alternatieven*")
)
LONGEST_SENTENCE = 25
COLOURED = (
    "effectief|bewezen|doelmatig|slechts|maar liefst|fors|helaas|gerechtvaardigd|"
    "dit mag niet|gelukkig|natuurlijk"
)
# never to be shown: unread, misleading or no price at all
BANNED = ("130.000", "€ 864", "51%", "supersalaris")


@pytest.fixture(params=DECISIONS)
def costs(request, library):
    return library.decision(request.param).costs


def texts(costs):
    for item in costs.items:
        yield from (item.title, item.help, item.ask)
    for quantity in costs.quantities:
        yield from (quantity.title, quantity.help, quantity.ask)
    for measure in costs.measures:
        yield from (measure.title, measure.purpose.text)
        for group in (measure.practice, measure.privacy, measure.decides):
            yield from (one.text for one in group)


def sentences(text):
    return [each for each in re.split(r"(?<=[.!?])\s+", text) if each]


def test_every_decision_has_measures_and_one_that_changes_nothing(costs) -> None:
    assert sum(measure.baseline for measure in costs.measures) == 1
    assert any(measure.own for measure in costs.measures)


def test_cameras_stand_beside_what_the_council_asked_for(library) -> None:
    found = library.decision("cameratoezicht").costs.measure_by_id
    assert set(found) == {
        "vaste_cameras",
        "mobiele_cameras",
        "toezicht_door_boas",
        "jongerenwerk",
        "straatverlichting",
        "niets_nieuws",
    }


def test_sentences_are_short(costs) -> None:
    long = [
        one
        for text in texts(costs)
        for one in sentences(text)
        if len(one.split()) > LONGEST_SENTENCE
    ]
    assert long == []


def test_words_take_no_side(costs) -> None:
    found = [t for t in texts(costs) if re.search(rf"(?i)\b(?:{COLOURED})\b", t)]
    assert found == []


def test_no_straight_quotes_in_dutch(costs) -> None:
    assert [text for text in texts(costs) if '"' in text or "'" in text] == []


def test_figures_that_should_not_be_used_are_not_used(costs) -> None:
    assert [t for t in texts(costs) if any(word in t for word in BANNED)] == []


def test_sixty_per_cent_in_the_hague_never_stands_alone(library) -> None:
    told = [each.size or "" for each in library.evidence.entries.values()]
    sixty = [size for size in told if "60% minder met camera" in size]

    assert sixty
    assert all("37%" in size for size in sixty)


def test_practice_says_its_year_in_the_text(library) -> None:
    practice = [
        found
        for decision in library.decisions.values()
        for measure in decision.costs.measures
        for found in measure.practice
    ]

    assert practice
    for found in practice:
        assert re.search(r"\b(?:19|20)\d\d\b", found.text), found.text


def test_questions_end_with_a_question_mark(library) -> None:
    asked = [
        each.ask
        for decision in library.decisions.values()
        for each in (*decision.costs.items, *decision.costs.quantities)
    ]

    assert len(asked) > 40
    assert [text for text in asked if text.count("?") != 1 or text[-1] != "?"] == []


def test_every_example_is_shown_somewhere(library) -> None:
    shown = {
        name
        for decision in library.decisions.values()
        for item in decision.costs.items
        for name in item.examples
    }
    (any_costs, *_) = (each.costs for each in library.decisions.values())
    assert set(any_costs.examples) == shown


def test_an_example_of_unknown_year_says_so(library) -> None:
    examples = library.decision("cameratoezicht").costs.examples
    undated = [each for each in examples.values() if each.price_year is None]

    assert undated
    for example in undated:
        assert "jaar is niet" in (example.caution or ""), example.id


def test_what_we_reckoned_says_how(costs) -> None:
    reckoned = [each for each in costs.examples.values() if each.computed]

    assert reckoned
    assert all(each.caution for each in reckoned)


FIGURES = [
    ("In 2022 daalde het met 37%.", False),
    ("Het daalde met 37%.", True),
    ("Het verbruik was 183 kWh (jaar onbekend).", False),
    ("Artikel 151c, lid 3, geeft de bevoegdheid.", False),
    ("Artikel 151c en 172 gelden. Het kost 5 euro.", True),
    ("Bel bij direct gevaar 112.", False),
    ("Er is geen bedrag gevonden.", False),
    ("In de jaren 2011–2015 waren er 251.195 misdrijven.", False),
]


@pytest.mark.parametrize(("text", "undated"), FIGURES)
def test_a_number_needs_a_year(text, undated) -> None:
    fact = Fact(id="a", text=text, sources=("wet-1",))
    assert bool(list(undated_figures(fact))) is undated


FAULTS = {
    "kosten.yaml": [
        (", quantity: aantal_vaste_cameras", "", "heeft quantity nodig"),
        ("quantity: boa_uren", "quantity: boa_urne", "Bedoelde u 'boa_uren'"),
        ("examples: [lantaarnpaal-beheer-tiel]", "examples: [beheer-tiel]", "staat niet in registers/bedragen"),
        ("id: boa_uitrusting", "id: looptijd", "is al de naam van iets anders"),
        ("who: college", "who: collega", "Bedoelde u 'college'"),
        ("Kopen en plaatsen, met", "Vaak 5 stuks. Met", "getal zonder jaar"),
    ],
    "aantallen.yaml": [
        ("question: aantal_cameras", "question: bodycam", "verwijst naar vraag"),
        ("question: aantal_cameras", "question: lichter_geprobeerd", "is niet een getal"),
        ("id: aantal_lantaarnpalen", "id: lantaarnpaal_beheer", "naam van iets anders"),
    ],
    "alternatieven/20-zonder-cameras.yaml": [
        ("main: jongerenwerk_uur", "main: boa_uur", "staat niet bij items"),
        ("lever: jongerenwerk_uren", "lever: boa_uren", "telt met 'boa_uren'"),
        ("sources: [rekenkamer-", "sources: [rekenkammer-", "bron 'rekenkammer-"),
        ("Laarbeek zag in 2017 alleen", "Laarbeek zag in 17 dorpen alleen", "getal zonder jaar"),
        ("studied_as: boa_toezicht", "studied_as: boa_toezigt", "Bedoelde u 'boa_toezicht'"),
        ("sources: [nji-2016]\n  items", "sources: []\n  items", "ten minste 1"),
        ("body: college", "body: collega", "Bedoelde u 'college'"),
    ],
}  # fmt: skip
CASES = [(file, *each) for file, faults in FAULTS.items() for each in faults]


@pytest.mark.parametrize(("file", "right", "wrong", "says"), CASES)
def test_a_fault_in_the_content_is_told(tmp_path, file, right, wrong, says) -> None:
    root = tmp_path / "content"
    copytree(CONTENT / "registers", root / "registers")
    decisions = root / "besluiten"
    copytree(CONTENT / "besluiten" / "cameratoezicht", decisions / "cameratoezicht")
    path = decisions / "cameratoezicht" / file
    text = path.read_text()
    assert right in text
    path.write_text(text.replace(right, wrong, 1))
    with pytest.raises(ContentError) as told:
        load(root)
    assert says in str(told.value)
    assert f"cameratoezicht/{file}:" in str(told.value)


def test_a_decision_without_costs_can_be_loaded(tmp_path) -> None:
    (found,) = load(lay_out("keuze", tmp_path)).decisions.values()
    assert found.costs.measures == ()


def test_two_decisions_never_share_a_cost_id(library) -> None:
    ids = [
        each.id
        for decision in library.decisions.values()
        for each in (*decision.costs.items, *decision.costs.quantities)
    ]
    assert len(ids) == len(set(ids))
