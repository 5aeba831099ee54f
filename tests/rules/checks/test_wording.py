"""The words of the content: what steers, what is long, what asks two things."""

import pytest

from rules.checks.wording import check_wording, withheld_figures, wording_faults
from rules.grammar.errors import ContentError
from rules.loading import CONTENT

WORDS = """
- {word: effectief, forms: [effectieve], kind: stuurt, instead: "in 2019 daalde …"}
- {word: ernstig, forms: [ernstige], kind: stuurt, instead: "wat er gebeurde", allowed: [ernstige overlast]}
- {word: teneinde, kind: moeilijk, instead: "om"}
- {word: in het groen, kind: kleur, instead: "het woord voldaan"}
"""
LONG = " ".join(["woord"] * 21)


@pytest.fixture
def content(tmp_path):
    """A small content folder; give it files by name."""
    (tmp_path / "registers").mkdir()
    (tmp_path / "besluiten").mkdir()
    (tmp_path / "registers/woorden.yaml").write_text(WORDS)
    (tmp_path / "registers/begrippen.yaml").write_text(
        '- {term: APV, meaning: "De regels van de gemeente."}\n'
    )

    def write(name, text):
        path = tmp_path / "besluiten" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        return [fault.message for fault in wording_faults(tmp_path)]

    return write


def test_our_own_content_is_worded_well():
    assert wording_faults(CONTENT) == []


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Dit is een effectieve maatregel.", "in 2019 daalde"),
        ("Er was een ernstige zaak.", "wat er gebeurde"),
        ("Wij doen dit teneinde te leren.", "geen gewoon woord"),
        ("Het antwoord staat in het groen.", "het woord voldaan"),
        ("De plek heet ’t plein en 'hoek'.", "rechte aanhalingstekens"),
    ],
)
def test_a_word_that_we_avoid_comes_with_another(content, text, says):
    faults = content("x/teksten.yaml", f'- text: "{text}"\n')

    assert len(faults) == 1
    assert says in faults[0]


@pytest.mark.parametrize(
    "line",
    [
        'text: "Dit gaat over ernstige overlast."',
        'heard: "Dit is bewezen effectief."',
        'url: "https://x.nl/effectief beleid"',
    ],
)
def test_a_term_of_the_law_and_a_quotation_are_left_alone(content, line):
    assert content("x/teksten.yaml", f"- {line}\n") == []


@pytest.mark.parametrize(
    ("name", "key", "faults"),
    [
        ("x/vragen.yaml", "text", 1),
        ("x/vragen.yaml", "help", 1),
        ("x/vragen.yaml", "if_yes", 0),
        ("x/teksten.yaml", "text", 0),
    ],
)
def test_what_is_asked_is_shorter_than_what_is_told(content, name, key, faults):
    short = "Kort. " * 10
    found = content(name, f'- {key}: "{short}{LONG}."\n')

    assert len(found) == faults


def test_a_file_of_long_sentences_is_told_its_average(content):
    sentence = " ".join(["woord"] * 15)

    assert (
        "gemiddeld 15,0 woorden"
        in content("x/teksten.yaml", f'- text: "{sentence}."\n')[0]
    )


@pytest.mark.parametrize(
    ("text", "asks_two"),
    [
        ("Is er een DPIA?", False),
        ("Is er een plan, en is het af?", True),
        ("Is er een plan? En wie schreef het?", True),
        ("Is vastgelegd wie wat deelt, en hoe lang?", False),
    ],
)
def test_one_question_asks_one_thing(content, text, asks_two):
    faults = content(
        "x/vragen.yaml",
        f'- {{id: q, text: "{text}", help: "Een DPIA is een onderzoek.", ask: "Is er een plan?"}}\n',
    )

    assert any("twee dingen" in fault for fault in faults) is asks_two


@pytest.mark.parametrize(
    ("text", "explained"),
    [
        ("Staat het in de APV?", True),
        ("Staat het in de WKB?", False),
        ("Staat het in de BRP?", True),
    ],
)
def test_an_abbreviation_is_explained_somewhere(content, text, explained):
    faults = content(
        "x/vragen.yaml",
        f'- {{id: q, text: "{text}", help: "De BRP is een lijst.", ask: "Is er een plan?"}}\n',
    )

    assert (faults == []) is explained


def test_all_faults_are_told_at_once_with_their_lines(tmp_path):
    (tmp_path / "registers").mkdir()
    (tmp_path / "besluiten").mkdir()
    (tmp_path / "registers/woorden.yaml").write_text(WORDS)
    (tmp_path / "registers/begrippen.yaml").write_text("[]\n")
    (tmp_path / "besluiten/a.yaml").write_text(
        '- text: "Het is effectief."\n- text: "Wij doen dit teneinde te leren."\n'
    )

    with pytest.raises(ContentError) as error:
        check_wording(tmp_path)

    assert [fault.line for fault in error.value.faults] == [1, 2]


WITHHELD = """
- id: keurmerk
  words: [keurmerk_veilig, Keurmerk Veilig]
  figures: ["90%"]
  unless: [een ander zegt]
  because: "het onderzoek is niet gevonden"
"""


@pytest.mark.parametrize(
    ("item", "found"),
    [
        ('{id: a, text: "Met het Keurmerk Veilig is er 90% minder inbraak."}', 1),
        (
            '{id: a, text: "Met het Keurmerk Veilig is er 90 procent minder inbraak."}',
            1,
        ),
        ('{maatregel: keurmerk_veilig, omvang: "wel 90% minder inbraak"}', 1),
        ('{maatregel: keurmerk_veilig, zekerheid: {waarom: "Het is 90% minder."}}', 1),
        ('{maatregel: keurmerk_veilig, omvang: "90% minder, een ander zegt nee"}', 0),
        ('{maatregel: keurmerk_veilig, omvang: "wel 190% of 0,90% meer inbraak"}', 0),
        ('{maatregel: betere_sloten, omvang: "wel 90% minder inbraak"}', 0),
    ],
)
def test_a_figure_that_goes_round_is_not_shown(content, tmp_path, item, found):
    (tmp_path / "registers/niet_tonen.yaml").write_text(WITHHELD)
    faults = content("x/teksten.yaml", f"- {item}\n")

    told = "90% tonen wij hier niet: het onderzoek is niet gevonden."
    assert faults.count(told) == found
    assert len(faults) == found


def test_our_own_list_of_figures_is_not_empty():
    assert len(withheld_figures(CONTENT)) >= 7


@pytest.mark.parametrize("words", ["die dag", "daar", "dat bestuur", "die stukken"])
def test_a_question_that_points_at_another_row_says_what_it_means_on_its_own(
    content, words
):
    asks = f'- {{id: v, text: "Kwam {words} aan bod?", if_yes: "Ja.", if_no: "Nee."'
    alone = content("x/vragen.yaml", f"{asks}}}\n")
    told = content("x/vragen.yaml", f'{asks}, if_unknown: "De griffie weet dit."}}\n')

    assert ["wijst naar een andere rij" in fault for fault in alone] == [True]
    assert told == []


@pytest.mark.parametrize("words", ["deze stukken", "beide meldingen"])
def test_what_a_paper_asks_stands_on_its_own(content, words):
    text = (
        f'- {{id: e, repair: [{{text: "Doe iets.", request: "{words} te sturen"}}]}}\n'
    )
    faults = content("x/eisen.yaml", text)

    assert ["een motie staat op zichzelf" in fault for fault in faults] == [True]
