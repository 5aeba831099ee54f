"""The signpost as an engine: three values, light to heavy, and faults told at load."""

import shutil
from functools import cache

import pytest

from rules.content.signpost import InstrumentWeight
from rules.grammar import strict_yaml
from rules.grammar.answers import DONT_KNOW, NO, YES
from rules.grammar.errors import ContentError
from rules.grammar.truth import Truth
from rules.loading import CONTENT, load

ORDER = list(InstrumentWeight)
READ = cache(strict_yaml.read)


@pytest.fixture(scope="module")
def signpost(library):
    return library.signpost


@pytest.fixture(scope="module")
def explosion(signpost):
    return signpost.problem_by_id["explosie"]


def names(options):
    return [one.means.id for one in options]


def asked(signpost):
    return [
        (problem, question)
        for problem in signpost.problems
        for question in problem.narrowing
    ]


def test_the_order_is_light_to_heavy_and_otherwise_as_written(signpost, explosion):
    found = signpost.options(explosion, {})

    assert names(found) == [one.means for one in explosion.means]
    assert {one.fits for one in found} == {Truth.UNKNOWN}


def test_an_answer_orders_what_weighs_the_same_and_nothing_else(signpost):
    answered = [
        (problem, {question.id: answer})
        for problem, question in asked(signpost)
        for answer in (YES, NO)
    ]

    assert answered
    for problem, answers in answered:
        after = signpost.options(problem, answers)
        weights = [ORDER.index(one.means.weight) for one in after]

        assert sorted(names(after)) == sorted(names(signpost.options(problem, {})))
        assert weights == sorted(weights), problem.id


def test_every_question_brings_something_forward(signpost):
    forward = {
        (problem.id, question.id): {
            one.fits
            for answer in (YES, NO)
            for one in signpost.options(problem, {question.id: answer})
        }
        for problem, question in asked(signpost)
    }

    assert forward
    assert [one for one, fits in forward.items() if Truth.YES not in fits] == []


def test_what_fits_comes_first_and_what_does_not_comes_last(signpost):
    cameras = signpost.problem_by_id["cameras"]
    heavy = {
        answer: [
            one.means.id
            for one in signpost.options(cameras, {"daders": answer})
            if one.means.weight is InstrumentWeight.ZWAAR
        ]
        for answer in (YES, NO)
    }

    assert heavy[YES] == ["strafrecht", "cameratoezicht_151c"]
    assert heavy[NO] == ["cameratoezicht_151c", "strafrecht"]


def test_not_knowing_leaves_the_order_as_it_was(signpost, explosion):
    unknown = {question.id: DONT_KNOW for question in explosion.narrowing}

    assert signpost.options(explosion, unknown) == signpost.options(explosion, {})


def test_a_word_names_a_problem_or_nothing(signpost, explosion):
    assert explosion.word == "probleem:explosie"
    assert signpost.named("probleem:explosie") is explosion
    for word in ("explosie", "probleem:", "probleem:onbekend", "", "Jan Jansen"):
        assert signpost.named(word) is None


def test_an_instrument_knows_where_it_stands(signpost):
    found = signpost.where(signpost.means_by_id["mosquito"])

    assert [problem.id for problem in found] == ["rondhangende_jongeren"]


@pytest.fixture
def copy(tmp_path, monkeypatch):
    """The content, to break without harm; what stays whole is read once."""
    monkeypatch.setattr(strict_yaml, "read", READ)
    for folder in CONTENT.iterdir():
        if folder.is_dir() and not folder.name.startswith("__"):
            shutil.copytree(folder, tmp_path / folder.name)
    return tmp_path


SHARED, DRUGS = "middelen/0-gedeeld.yaml", "problemen/4-drugs.yaml"
STREET, HEAD, LIMITS = "problemen/3-straat.yaml", "wegwijzer.yaml", "grenzen.yaml"


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        (SHARED, "gemeentewet-151c-3]", "gemeentewet-151c-33]", "bron 'gemeentewet-151c-33' staat niet in registers/bronnen. Bedoelde u 'gemeentewet-151c-3'?"),
        (SHARED, "bodies: [burgemeester]", "bodies: [burgemester]", "orgaan 'burgemester' staat niet in registers/organen.yaml. Bedoelde u 'burgemeester'?"),
        (SHARED, "decision: cameratoezicht", "decision: cameratoezich", "besluit 'cameratoezich' staat niet in besluiten. Bedoelde u 'cameratoezicht'?"),
        (SHARED, "bodies: [college, raad]", "bodies: [college, raad, politie]", "who noemt 'politie' niet, maar bodies wel."),
        (SHARED, "- id: toezichthouders", "- id: vragen_stellen", "middel 'vragen_stellen' staat twee keer in de wegwijzer."),
        (SHARED, "weight: licht", "weight: lichter", "Bedoelde u 'licht'?"),
        (DRUGS, "means: nazorg_explosie,", "means: nazorg_explosi,", "middel 'nazorg_explosi' staat niet in wegwijzer/middelen. Bedoelde u 'nazorg_explosie'?"),
        (DRUGS, "limits: [sluiten_en_heropenen, vervolging]", "limits: [sluiten]", "grens 'sluiten' staat niet in wegwijzer/grenzen.yaml."),
        (DRUGS, "group: drugs", "group: drug", "groep 'drug' staat niet bij groups in wegwijzer.yaml. Bedoelde u 'drugs'?"),
        (DRUGS, "{question: herhaling, is: ja}", "{question: herhalin, is: ja}", "vraag 'herhalin' staat niet bij narrowing van dit probleem. Bedoelde u 'herhaling'?"),
        (DRUGS, "{question: slachtoffer, is: ja}", "{question: herhaling, is: ja}", "vraag 'slachtoffer' ordent niets"),
        (DRUGS, "{question: slachtoffer, is: ja}", "{question: slachtoffer}", "schrijf het antwoord erbij"),
        (DRUGS, "{question: slachtoffer, is: ja}", "{question: slachtoffer, at_most: 2}", "toets haar met is: ja of is: nee"),
        (DRUGS, "{question: slachtoffer, is: ja}", "{rule: x}", "die kent geen regels, schrijf het uit"),
        (DRUGS, "    - {means: tijdelijk_toezicht}\n", "    - {means: strafrecht}\n    - {means: tijdelijk_toezicht}\n", "probleem 'explosie' noemt een middel twee keer."),
        (STREET, "    - {means: vragen_stellen}\n    - {means: licht_en_inrichting}\n    - {means: toezichthouders}\n", "", "probleem 'cameras' heeft geen middel dat licht is."),
        (STREET, "    - {means: onderzoek_straatintimidatie}\n", "", "middel 'onderzoek_straatintimidatie' staat bij geen probleem."),
        (STREET, "    - {means: verlichting_bedrijventerrein}\n    - {means: keurmerk_veilig_ondernemen}\n", "    - {means: keurmerk_veilig_ondernemen}\n    - {means: verlichting_bedrijventerrein}\n", "zet de middelen van licht naar zwaar"),
        (STREET, "limits: [een_afvalzaak]", "limits: [vervolging]", "grens 'een_afvalzaak' staat bij geen probleem."),
        (HEAD, "problem: cameras,", "problem: camera,", "probleem 'camera' staat niet in wegwijzer/problemen. Bedoelde u 'cameras'?"),
        (HEAD, "{id: raad, title", '{id: leeg, title: "Leeg"}\n  - {id: raad, title', "groep 'leeg' heeft geen problemen."),
        (HEAD, '  licht: "vraagt weinig van mensen"\n', "", "weights legt licht, middel en zwaar uit"),
        ("problemen/2-feest.yaml", '    since: "2026-08-01"\n', "", "since hoort bij wat nieuw is"),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_its_line(copy, file, old, new, said):
    path = copy / "wegwijzer" / file
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))

    with pytest.raises(ContentError) as error:
        load(copy)

    (first, *_) = [fault for fault in error.value.faults if said in fault.message]
    assert first.file.startswith("wegwijzer/")
    assert first.line > 0


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
