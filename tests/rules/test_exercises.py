"""The exercise dossiers are the scenarios of the papers, and fit our questions."""

from pathlib import Path

import pytest
import yaml

from rules.content.casefile import CaseFile
from rules.exercises import exercises
from rules.grammar.errors import ContentError
from rules.judging.advice import advise
from rules.reading_casefile import read_answers

CASES = Path(__file__).parent.parent / "casussen"
SCENARIOS = {
    "steenbergen-camera": "cameratoezicht/a1_steenbergen_2017",
    "enschede-buurtbemiddeling": "buurtbemiddeling/b1_enschede_2017",
    "woerden-woonoverlast": "woonoverlastverordening/c1_woerden_2017",
    "voorst-damocles": "damocles/d1_voorst_2023",
    "woensdrecht-lachgas": "apv_verbod/woensdrecht_2020",
    "deventer-bedrijfsinbraak": "bedrijfsinbraak/deventer_2016",
    "duiven-bibob": "bibob/duiven_2025",
    "roermond-coffeeshops": "coffeeshop/roermond_2020",
    "borsele-gebiedsverboden": "gebiedsverbod_controle/borsele_2025",
    "dalfsen-veiligheidsplan": "integraal_veiligheidsplan/dalfsen_2020",
    "bergen-op-zoom-meldpunt": "onbegrepen_gedrag/bergen_op_zoom_2020",
    "medemblik-wijkagenten": "politie_in_de_gemeente/medemblik_2023",
    "alkmaar-fietstunnels": "veiligheidsbeleving/alkmaar_2008",
    "het-hogeland-veiligheidsregio": "veiligheidsregio/het_hogeland_2019",
    "gouda-woninginbraak": "woninginbraak/gouda_2019",
}
GOOD = """\
id: proef
decision: cameratoezicht
title: "Een proef"
municipality: gm0851
year: 2017
about: "Een proef."
note: "Een proef."
sources: [nu-steenbergen-2017]
facts: {T01: ja}
"""


def test_each_is_a_known_scenario(library):
    assert {one.file.id for one in exercises(library)} == set(SCENARIOS)


@pytest.mark.parametrize(("name", "folder"), SCENARIOS.items())
def test_the_facts_are_those_of_the_scenario_and_give_its_outcome(
    library, name, folder
):
    found = next(one for one in exercises(library) if one.file.id == name)
    dossier = yaml.safe_load((CASES / folder / "dossier.yaml").read_text())
    expected = yaml.safe_load((CASES / folder / "verwacht.yaml").read_text())
    decision = library.decision(found.file.decision)
    casefile = CaseFile(decision.id, decision.header.checked_on, found.answers)

    answers = read_answers(dossier["answers"], decision)
    both = answers.keys() & found.answers.keys()

    assert len(both) >= 5
    assert {name: found.answers[name] for name in both} == {
        name: answers[name] for name in both
    }
    assert found.file.municipality == dossier["municipality"]
    advice = advise(library.chart(decision.id), casefile)
    assert advice.outcome.id == expected["outcome"]


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("nu-steenbergen-2017", "geen-bron", "bron 'geen-bron'"),
        ("gm0851", "gm9999", "gemeente 'gm9999'"),
        ("T01: ja", "X99: ja", "X99"),
        ("decision: cameratoezicht", "decision: vliegveld", "vliegveld"),
        ("about:", "abuot:", "abuot"),
    ],
)
def test_what_does_not_fit_is_told(library, tmp_path, old, new, says):
    folder = tmp_path / "voorbeelden"
    folder.mkdir()
    (folder / "proef.yaml").write_text(GOOD.replace(old, new))

    with pytest.raises(ContentError, match=says):
        exercises(library, tmp_path)
