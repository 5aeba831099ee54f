"""The signpost as an engine: three values, light to heavy, and faults told at load."""

import shutil

import pytest

from rules.grammar.answers import DONT_KNOW, NO, YES, Choice
from rules.grammar.errors import ContentError
from rules.grammar.truth import Truth
from rules.judging.signpost import Heaviness
from rules.loading import CONTENT, load

CAMERAS = {"gaat_over_beleid": YES, "probleem": Choice("cameras")}


@pytest.fixture(scope="module")
def signpost(library):
    return library.signpost


def of(signpost, answers):
    return {each.means.id: each for each in signpost.candidates(answers)}


def test_the_order_is_light_to_heavy_and_otherwise_as_written(signpost):
    found = signpost.candidates({"gaat_over_beleid": YES})
    order = [tier.id for tier in signpost.header.tiers]
    tiers = [order.index(each.means.tier) for each in found]
    written = [means.id for means in signpost.means]
    light = [each.means.id for each in found if each.means.tier is Heaviness.LICHT]

    assert len(found) == len(signpost.means)
    assert tiers == sorted(tiers)
    assert light == [name for name in written if name in light]


def test_an_unknown_problem_keeps_every_candidate_possible(signpost):
    found = of(signpost, {"gaat_over_beleid": YES, "probleem": DONT_KNOW})

    assert {each.suits for each in found.values()} == {Truth.UNKNOWN}
    assert len(signpost.limits({"probleem": DONT_KNOW})) == len(signpost.boundaries)


def test_what_does_not_suit_is_left_out(signpost):
    assert list(of(signpost, CAMERAS)) == [
        "licht_toezicht_en_hulp",
        "tijdelijk_toezicht_op_straat",
        "cameratoezicht_151c",
    ]


@pytest.mark.parametrize(
    ("said", "turn"), [(YES, Truth.YES), (NO, Truth.NO), (DONT_KNOW, Truth.UNKNOWN)]
)
def test_what_is_heavier_waits_for_what_is_lighter(signpost, said, turn):
    found = of(signpost, {**CAMERAS, "lichtere_maatregelen_afgewogen": said})

    assert found["licht_toezicht_en_hulp"].turn is Truth.YES
    assert found["tijdelijk_toezicht_op_straat"].turn is turn
    assert found["cameratoezicht_151c"].turn is turn


def test_a_question_is_asked_once_it_is_known_to_apply(signpost):
    def asked(problem):
        answers = {"gaat_over_beleid": YES, "probleem": problem}
        return [question.id for question in signpost.asked(answers)][2:]

    lighter = "lichtere_maatregelen_afgewogen"
    assert asked(Choice("woonoverlast")) == [lighter, "buurtbemiddeling_aanwezig"]
    assert asked(Choice("cameras")) == [lighter]
    assert asked(Choice("ramp_of_crisis")) == []
    assert asked(DONT_KNOW) == []


def test_a_question_that_does_not_apply_holds_nothing_back(signpost):
    answers = {"gaat_over_beleid": YES, "probleem": Choice("tekort_wijkagenten")}

    assert {each.turn for each in signpost.candidates(answers)} == {Truth.YES}


def test_a_shared_question_has_the_words_of_its_decision(signpost, library):
    decision = library.decision("woonoverlastverordening")
    for name in ("gaat_over_beleid", "buurtbemiddeling_aanwezig"):
        question = decision.question_by_id[name]

        assert signpost.question_by_id[name].text == question.text
        assert signpost.question_by_id[name].answer == question.answer


@pytest.fixture
def copy(tmp_path):
    """The content, to break without harm."""
    for folder in CONTENT.iterdir():
        if folder.is_dir() and not folder.name.startswith("__"):
            shutil.copytree(folder, tmp_path / folder.name)
    return tmp_path


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("middelen/4-inbraak-en-straat.yaml", "gemeentewet-151c-5", "gemeentewet-151c-55", "Bedoelde u 'gemeentewet-151c-5'?"),
        ("middelen/4-inbraak-en-straat.yaml", "body: corporatie", "body: corporatje", "orgaan 'corporatje' staat niet in registers/organen.yaml. Bedoelde u 'corporatie'?"),
        ("middelen/4-inbraak-en-straat.yaml", "question: probleem", "question: probleempje", "vraag 'probleempje' staat niet in wegwijzer/vragen.yaml. Bedoelde u 'probleem'?"),
        ("middelen/4-inbraak-en-straat.yaml", "decision: cameratoezicht", "decision: cameratoezich", "besluit 'cameratoezich' staat niet in besluiten. Bedoelde u 'cameratoezicht'?"),
        ("middelen/4-inbraak-en-straat.yaml", "one_of: [cameras]", "one_of: [camera]", "heeft geen optie 'camera'. Bedoelde u 'cameras'?"),
        ("middelen/4-inbraak-en-straat.yaml", "suits: {question: probleem, one_of: [cameras]}", "suits: {rule: x}", "de wegwijzer kent geen regels"),
        ("middelen/4-inbraak-en-straat.yaml", "tier: middel", "tier: licht", "lighter hoort bij elk middel dat niet licht is"),
        ("middelen/4-inbraak-en-straat.yaml", "id: keurmerk_veilig_ondernemen", "id: sloten_en_subsidie", "'sloten_en_subsidie' staat twee keer in de wegwijzer."),
        ("vragen.yaml", "use: buurtbemiddeling_aanwezig", "use: buurtbemiddeling_aanwezg", "staat niet in een besluit. Bedoelde u 'buurtbemiddeling_aanwezig'?"),
        ("vragen.yaml", "options: [rondhangende_jongeren, ", "options: [", "groups hoort elke optie precies één keer te noemen"),
        ("vragen.yaml", "- use: buurtbemiddeling_aanwezig", "- use: verplaatsing_nagegaan\n- use: buurtbemiddeling_aanwezig", "vraag 'verplaatsing_nagegaan' wordt nergens gebruikt."),
        ("wegwijzer.yaml", "  - id: zwaar\n", "  - id: zwaarst\n", "maar moet licht, middel of zwaar zijn. Bedoelde u 'zwaar'?"),
        ("wegwijzer.yaml", "gate: gaat_over_beleid", "gate: gaat_over_belied", "vraag 'gaat_over_belied' staat niet"),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_its_line_and_a_guess(copy, file, old, new, said):
    path = copy / "wegwijzer" / file
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))

    with pytest.raises(ContentError) as error:
        load(copy)

    (first, *_) = [fault for fault in error.value.faults if said in fault.message]
    assert first.file == f"wegwijzer/{file}"
    assert first.line > 0


def test_a_problem_that_leads_nowhere_is_a_fault(copy):
    for path in (copy / "wegwijzer").rglob("*.yaml"):
        if path.name != "vragen.yaml":
            text = path.read_text().replace("one_of: [cameras]", "one_of: [explosie]")
            path.write_text(text.replace("[straatdealen, cameras]", "[straatdealen]"))

    with pytest.raises(
        ContentError, match="bij keuze 'cameras' past geen enkel middel"
    ):
        load(copy)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("[avg-5-2, avg-6-1]", "[avg-5-2, avg-6-11]", "Bedoelde u 'avg-6-1'?"),
        ("ref: B-C02", "ref: B-C01", "'B-C01' staat twee keer op een controleblad."),
        ("decision: woonoverlastverordening", "decision: woonoverlast", "besluit 'woonoverlast' bestaat niet."),
        ("decision: woonoverlastverordening", "decision: buurtbemiddeling", "'buurtbemiddeling' heeft al een controleblad."),
        ("text: ", "texts: ", "Bedoelde u 'text'?"),
    ],
)  # fmt: skip
def test_a_fault_on_a_checklist_is_told(copy, old, new, said):
    path = copy / "controlebladen" / "woonoverlast.yaml"
    path.write_text(path.read_text().replace(old, new, 1))

    with pytest.raises(ContentError) as error:
        load(copy)

    assert said in str(error.value)


def test_content_without_a_signpost_is_content_too(copy):
    shutil.rmtree(copy / "wegwijzer")
    shutil.rmtree(copy / "controlebladen")

    found = load(copy)

    assert found.signpost is None
    assert found.checklists == {}
