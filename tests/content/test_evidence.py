"""The register of evidence itself: complete, neutral, and what it says cell by cell."""

from shutil import copytree

import pytest

from rules.content.research import Direction, Fit, ReadExtent, Search
from rules.grammar.errors import ContentError
from rules.judging.research_summary import cells
from rules.loading import CONTENT, load

# How the table of the researchers reads, by the rule of judging.cells: who changes a
# study changes a row, and reads the difference aloud. + a study saw something else;
# ~ only what resembles the measure was studied.
TABLE = """
vaste_cameras | overlast: wisselend, heel onzeker ~ | geweld: geen verschil gezien, onzeker + | vermogen: minder, redelijk zeker | gevoel: niet te zeggen, onzeker + | opsporing: meer, onzeker | afval: minder, heel onzeker ~ | alle misdrijven: minder, redelijk zeker +
mobiele_cameras | overlast: niet te zeggen, heel onzeker | geweld: niet te zeggen, heel onzeker | vermogen: niet te zeggen, heel onzeker | gevoel: geen verschil gezien, heel onzeker | opsporing: niet gevonden | afval: minder, onzeker | alle misdrijven: geen verschil gezien, heel onzeker
straatverlichting | overlast: niet gevonden | geweld: geen verschil gezien, onzeker + | vermogen: minder, redelijk zeker | gevoel: niet te zeggen, onzeker + | opsporing: niet gevonden | afval: niet gevonden | alle misdrijven: minder, redelijk zeker + | contact tussen buren: niet gevonden
politie_hotspots | overlast: wisselend, heel onzeker | geweld: wisselend, heel onzeker | vermogen: minder, onzeker | gevoel: geen verschil gezien, onzeker | opsporing: niet gevonden | alle misdrijven: minder, redelijk zeker
boa_toezicht | overlast: niet onderzocht ~ | geweld: niet gevonden | vermogen: niet gevonden | gevoel: niet gevonden | opsporing: meer, onzeker ~ | afval: niet gevonden | alle misdrijven: minder, onzeker + ~ | drugstoerisme: niet gevonden | illegale verkoop: niet gevonden
jongerenwerk | overlast: niet te zeggen, onzeker + | geweld: geen verschil gezien, heel onzeker ~ | vermogen: niet gevonden | gevoel: niet gevonden | recidive: niet gevonden | alle misdrijven: geen verschil gezien, onzeker ~
straatcoaches | overlast: geen verschil gezien, heel onzeker | vermogen: geen verschil gezien, heel onzeker | gevoel: niet gevonden
groepsaanpak | overlast: niet te zeggen, heel onzeker ~ | geweld: minder, heel onzeker ~ | vermogen: niet gevonden | gevoel: niet gevonden | recidive: niet gevonden | alle misdrijven: minder, onzeker ~
buurtbemiddeling | overlast: minder, heel onzeker ~ | geweld: niet gevonden | gevoel: meer, heel onzeker | conflict opgelost: meer, heel onzeker
beroepsmediation | overlast: niet gevonden | geweld: niet gevonden | gevoel: niet gevonden | conflict opgelost: niet gevonden
gedragsaanwijzing_151d | overlast: minder, heel onzeker | geweld: niet gevonden | gevoel: niet gevonden | conflict opgelost: niet gevonden | gevolgen voor bewoners: niet gevonden
gebiedsverbod | overlast: minder, heel onzeker | geweld: niet gevonden | vermogen: niet gevonden | gevoel: niet gevonden | recidive: niet gevonden | alle misdrijven: niet gevonden
sluiting_13b | overlast: niet onderzocht | gevoel: niet gevonden | recidive: niet gevonden | gevolgen voor bewoners: niet onderzocht | misdrijven in en om het pand: niet te zeggen, heel onzeker
lichtere_stap_13b | overlast: niet gevonden | gevoel: niet gevonden | recidive: niet gevonden | gevolgen voor bewoners: niet gevonden | misdrijven in en om het pand: niet onderzocht
eigenaar_aanspreken | overlast: niet gevonden | gevoel: niet gevonden | recidive: niet gevonden | gevolgen voor bewoners: meer, onzeker | misdrijven in en om het pand: minder, onzeker
bibob | overlast: niet gevonden | gevoel: niet gevonden | alle misdrijven: niet gevonden | misbruik van vergunningen: niet onderzocht
afspraken_tegen_misbruik | overlast: niet gevonden | misbruik van vergunningen: niet gevonden
strengere_toegang_coffeeshops | overlast: wisselend, onzeker | gevoel: niet gevonden | opsporing: niet gevonden | alle misdrijven: niet gevonden | drugstoerisme: minder, onzeker | illegale verkoop: meer, onzeker
verbod_op_straat | overlast: niet te zeggen, heel onzeker ~ | geweld: niet gevonden | vermogen: niet gevonden | gevoel: meer, heel onzeker ~ | alle misdrijven: niet te zeggen, heel onzeker ~
messenverbod | geweld: niet te zeggen, heel onzeker | gevoel: niet gevonden | alle misdrijven: niet gevonden | wapens dragen: niet gevonden
keurmerk_veilig_ondernemen | overlast: minder, heel onzeker | geweld: niet gevonden | vermogen: minder, heel onzeker | gevoel: meer, heel onzeker | alle misdrijven: niet gevonden
bedrijveninvesteringszone | overlast: niet gevonden | geweld: geen verschil gezien, heel onzeker + ~ | vermogen: niet gevonden | gevoel: meer, heel onzeker | alle misdrijven: minder, heel onzeker ~
inbraakwerend_maken | overlast: niet gevonden | geweld: niet gevonden | vermogen: minder, redelijk zeker | gevoel: meer, onzeker | alle misdrijven: niet gevonden
keurmerk_veilig_wonen | overlast: niet gevonden | vermogen: niet gevonden | gevoel: niet gevonden
buurtapps | overlast: niet gevonden | geweld: niet gevonden | vermogen: minder, onzeker | gevoel: wisselend, heel onzeker | opsporing: geen verschil gezien, heel onzeker | alle misdrijven: niet te zeggen, heel onzeker | contact tussen buren: meer, heel onzeker
sluitingstijden_en_uitgaan | overlast: minder, onzeker + ~ | geweld: minder, redelijk zeker | gevoel: niet gevonden | letsel: niet gevonden
maatregelen_bij_evenementen | overlast: niet gevonden | geweld: niet gevonden | gevoel: niet gevonden | letsel: niet te zeggen, onzeker
huisverbod | geweld: minder, heel onzeker | gevoel: niet gevonden | recidive: minder, onzeker
veilig_thuis | geweld: minder, onzeker | gevoel: niet gevonden | recidive: niet gevonden
persoonsgerichte_aanpak | overlast: niet gevonden | geweld: niet gevonden | gevoel: niet gevonden | recidive: geen verschil gezien, onzeker + | toekomst en familie: niet onderzocht
niets_nieuws | overlast: niet gevonden | geweld: niet gevonden | vermogen: niet gevonden | gevoel: niet gevonden | opsporing: niet gevonden | conflict opgelost: niet gevonden | recidive: niet gevonden | afval: minder, heel onzeker ~ | alle misdrijven: minder, onzeker | contact tussen buren: niet gevonden | drugstoerisme: niet gevonden | illegale verkoop: meer, heel onzeker | misbruik van vergunningen: niet gevonden | misdrijven in en om het pand: niet gevonden
"""


def row(register, measure):
    """Write the cells of a measure as the table has them."""
    told = [measure]
    for cell in cells(register, measure):
        speaks = any(each.fit is not None and each.fit.counts for each in cell.entries)
        sure = f", {cell.certainty.dutch}" if cell.certainty else ""
        marks = (" +" if cell.differs else "") + (
            " ~" if cell.similar and speaks else ""
        )
        told.append(f"{cell.topic.name}: {cell.direction.dutch}{sure}{marks}")
    return " | ".join(told)


@pytest.fixture(scope="module")
def register(library):
    return library.evidence


def test_every_cell_says_what_the_studies_say_together(register) -> None:
    found = [row(register, measure.id) for measure in register.measures]
    assert found == TABLE.strip().splitlines()


def test_the_register_is_as_large_as_it_was_handed_over(register) -> None:
    topics = [register.topics(each.id) for each in register.measures]
    assert len(register.entries) >= 147
    assert sum(map(len, topics)) >= 109
    silent = [e for e in register.entries.values() if isinstance(e.source, Search)]
    assert len(silent) >= 42


def test_nothing_is_called_sure_that_was_not_read_whole(register) -> None:
    sure = [e.id for e in register.entries.values() if e.certainty == "hoog"]
    assert sure == []


def test_what_is_not_the_measure_itself_says_what_was_looked_at(register) -> None:
    others = [e for e in register.entries.values() if e.fit not in (None, Fit.SAME)]
    assert others
    assert [entry.id for entry in others if not entry.looked_at] == []


def test_a_fragment_with_a_size_says_that_it_comes_from_a_report(register) -> None:
    sizes = {
        entry.id: entry.size
        for entry in register.entries.values()
        if entry.read is ReadExtent.FRAGMENT and entry.size
    }
    assert sizes
    assert [n for n, size in sizes.items() if "volgens een bericht" not in size] == []


def test_every_measure_of_a_decision_is_looked_up_for_each_outcome(library) -> None:
    named = {
        measure.studied_as
        for decision in library.decisions.values()
        for measure in decision.costs.measures
    }
    assert len(named) > 5
    for name in named:
        found = {topic.name for topic in library.evidence.topics(name)}
        assert found == set(library.evidence.measure_by_id[name].outcomes)


@pytest.mark.parametrize(
    "name", ["buurtbemiddeling", "cameratoezicht", "woonoverlastverordening"]
)
def test_both_sides_of_a_decision_draw_on_the_same_register(library, name) -> None:
    arguments = library.decision(name).arguments
    sides = [
        {cited for one in side for cited in one.evidence}
        for side in (arguments.for_, arguments.against)
    ]
    assert all(sides)
    assert set.union(*sides) <= library.evidence.entries.keys()


def test_no_direction_is_only_on_one_side_for_cameras(library) -> None:
    """A side that picks only what suits it would cite one direction."""
    arguments = library.decision("cameratoezicht").arguments
    sides = [
        {
            library.evidence.entries[name].direction
            for one in side
            for name in one.evidence
        }
        for side in (arguments.for_, arguments.against)
    ]
    assert all(Direction.LESS in side and len(side) > 1 for side in sides)


FAULTS = {
    "argumenten.yaml": [
        ("camera-vast-gevoel-lorenc13", "camera-vast-gevoel-lorenz13", "Bedoelde u"),
        ("[piza-2019, alexandrie-2017]", "[piza-2019]", "zet die bij sources"),
        ("weinig aanwijzingen", "in 2013 40% minder aanwijzingen", "40% staat niet"),
        ("de wet in 2013 toe.", "de wet in 2013 toe, met 40%.", "40% staat niet in woorden"),
    ],
    "feiten.yaml": [
        ("nuttig in 29% van", "nuttig in 92% van", "92% staat niet in woorden"),
        ("zette 35% van de gemeenten", "zette 53,5% van de gemeenten", "53,5% staat niet in woorden"),
        ("[camera-vast-opsporing-ashby17]", "[camera-vast-opsporing]", "staat niet in registers/bewijs"),
    ],
}  # fmt: skip
FAULTS |= {
    "misverstanden.yaml": [
        ('begrenst.",\n   sources: [stb-2016-130,', 'begrenst. Dat deed 93%.",\n   sources: [wodc-2022,', "93% staat niet in woorden"),
    ],
    "teksten.yaml": [
        ("Een overzicht uit 2019", "Een overzicht uit 2019 zag 13% minder en", "13% staat niet in woorden"),
    ],
    "alternatieven/10-cameras.yaml": [
        ('na het weghalen."\n      sources: [vlietnieuws-2023]', 'met 40%."\n      sources: [wodc-2022]', "40% staat niet in woorden"),
        ("na het weghalen.", "na het weghalen, met 40%.", "40% staat niet in woorden"),
        ("sources: [vlietnieuws-2023]", "sources: [den-haag-afval-2022]", "zet bij 'evidence' welk onderzoek dit is"),
    ],
    "besluit.yaml": [
        ("evidence: [overlast, geweld, vermogen, gevoel, opsporing, afval, alle misdrijven]\n", "", "zeg bij 'evidence' welke uitkomsten tellen"),
        ("evidence: [overlast,", "evidence: [overlats,", "Bedoelde u 'overlast'?"),
        ("opsporing, afval,", "opsporing,", "van de eigen maatregel 'mobiele_cameras' is 'afval' onderzocht"),
    ],
    "alternatieven/20-zonder-cameras.yaml": [
        ("studied_as: boa_toezicht", "studied_as: inbraakwerend_maken", "over 'afval' heeft maatregel 'inbraakwerend_maken' geen onderzoek"),
    ],
}  # fmt: skip
CASES = [(file, *each) for file, faults in FAULTS.items() for each in faults]


@pytest.fixture
def cameras(tmp_path):
    """Copy the decision on cameras; change one thing in it; give the faults."""

    def change(file, right, wrong, *, every=False):
        root = tmp_path / "content"
        copytree(CONTENT / "registers", root / "registers")
        folder = root / "besluiten" / "cameratoezicht"
        copytree(CONTENT / "besluiten" / "cameratoezicht", folder)
        text = (folder / file).read_text()
        assert right in text
        (folder / file).write_text(text.replace(right, wrong, -1 if every else 1))
        with pytest.raises(ContentError) as told:
            load(root)
        return str(told.value)

    return change


@pytest.mark.parametrize(("file", "right", "wrong", "says"), CASES)
def test_a_fault_in_what_is_cited_is_told(cameras, file, right, wrong, says) -> None:
    told = cameras(file, right, wrong)
    assert says in told
    assert f"cameratoezicht/{file}:" in told


def test_a_side_that_cites_nothing_while_the_other_does_is_told(
    cameras, library
) -> None:
    text = (CONTENT / "besluiten/cameratoezicht/argumenten.yaml").read_text()
    against = text.index("against:")
    bare = "\n".join(
        line
        for line in text[against:].splitlines()
        if not line.startswith("    evidence:")
    )
    told = cameras("argumenten.yaml", text[against:], bare + "\n")
    assert "geef ook bij 'against' een argument met evidence" in told
