"""The signpost says what the statute says: each problem from light to heavy."""

import re
from pathlib import Path

import pytest
import yaml

from reports.composing.signpost_paper import row, rows
from rules.content.signpost import InstrumentWeight, LawMark
from rules.grammar.sources import SeenExtent

PROBLEMS, GROUPS, INSTRUMENTS = 42, 8, 100
MOST_WORDS = 90
READ = yaml.safe_load(Path(__file__).with_name("bevoegd.yaml").read_text())
# who needs no power from a statute: it is theirs, or meeting them is free
FREE = {"ondernemers", "eigenaar", "voetbalclub", "coa", "corporatie", "griffie"}
BY_REGULATION = {"preventie_met_gezag": {"minister"}}
NAMED_AS = {"minister_aanwijzing": "minister"}
DECIDING = {
    *(
        "raad",
        "burgemeester",
        "college",
        "officier_van_justitie",
        "bestuur_veiligheidsregio",
    ),
}

CAMERAS = {
    *("cameras", "explosie", "rondhangende_jongeren", "jaarwisseling", "evenement"),
    *("voetbal", "uitgaan_horeca", "opvang_omgeving", "haven_en_terrein"),
    *("straatdealen", "auto_inbraak", "afvaldump", "onveilig_gevoel"),
}
# from which problems, and which cards, a decision is entered at the least
ENTRANCES = {
    "buurtbemiddeling": {"woonoverlast"},
    "woonoverlastverordening": {"woonoverlast", "toeristische_verhuur"},
    "integraal_veiligheidsplan": {"veiligheidsplan"},
    "politie_in_de_gemeente": {"tekort_wijkagenten", "woninginbraak", "auto_inbraak"},
    "veiligheidsregio": {"ramp_of_crisis"},
    "zorg_en_veiligheid": {
        *("zorg_plannen", "dakloos_op_straat", "oplichting_ouderen"),
        "mensenhandel_prostitutie",
    },
    "onbegrepen_gedrag": {"onbegrepen_gedrag", "dakloos_op_straat"},
    "veiligheidsbeleving": {"onveilig_gevoel", "straatintimidatie", "opvang_omgeving"},
    "huiselijk_geweld": {"huiselijk_geweld"},
    "apv_verbod": {
        *("rondhangende_jongeren", "messen", "straatdealen", "jaarwisseling"),
        *("evenement", "voetbal", "uitgaan_horeca", "fatbikes", "verkeersoverlast"),
        *("afvaldump", "dakloos_op_straat"),
    },
    "gebiedsverbod_controle": {
        *("groep_met_delicten", "rondhangende_jongeren", "online_oproep", "voetbal"),
        *("uitgaan_horeca", "straatintimidatie", "verkeersoverlast"),
        *("opvang_omgeving", "jaarwisseling"),
    },
    "bibob": {
        *("misbruik_bedrijf", "haven_en_terrein", "mensenhandel_prostitutie"),
        *("uitgaan_horeca", "vakantiepark", "verloedering_leegstand"),
    },
    "weerbare_raad": {"bedreiging_raadslid"},
    "woninginbraak": {"woninginbraak", "oplichting_ouderen"},
    "bedrijfsinbraak": {"bedrijfsinbraak", "haven_en_terrein"},
    "damocles": {"drugspand", "straatdealen", "vakantiepark"},
    "coffeeshop": {"coffeeshop"},
    "cameratoezicht": CAMERAS,
}
CARDS = {"apv_regel": "apv_verbod", "pand_sluiten": "damocles"}
# an instrument and the decision that judges something else
NOT_JUDGED = {"groepsaanpak"}
# what the statute gives to one body, and to no other
GIVEN_TO = {
    "gebiedsverbod": ("burgemeester", "gemeentewet-172a-1"),
    "bevel_aan_ouders": ("burgemeester", "gemeentewet-172b-1"),
    "noodmaatregel": ("burgemeester", "gemeentewet-175-1"),
    "regels_van_de_voorzitter": ("bestuur_veiligheidsregio", "wvr-39-1"),
    "veiligheidsrisicogebied": ("burgemeester", "gemeentewet-151b-1"),
    "sluiting_drugspand": ("burgemeester", "opiumwet-13b-1"),
    "sluiting_niet_openbaar": ("burgemeester", "gemeentewet-174a-1"),
    "ontheffing_vuurwerk": ("burgemeester", "wet-milieubeheer-9-2-2-1a-4"),
    "verbod_demonstratie": ("burgemeester", "wom-5-2"),
    "kennisgeving_demonstratie": ("raad", "wom-4-1"),
    "alcoholplan": ("raad", "alcoholwet-43a-1"),
    "verkeersbesluit": ("college", "wvw-18-1"),
    "meldpunt_verhuur": ("college", "wgv-4-1"),
    "verhuurverordening_en_boete": ("raad", "wgv-5-1"),
    "gedragsaanwijzing": ("burgemeester", "gemeentewet-151d-2"),
    "huisverbod_bij_woonoverlast": ("burgemeester", "gemeentewet-151d-3"),
    "verplichte_zorg": ("burgemeester", "wvggz-7-1-1"),
    "tijdelijk_huisverbod": ("burgemeester", "huisverbod-2-1"),
    "hulp_en_veilig_thuis": ("college", "wmo-2015-4-1-1-1"),
    "oefenen_en_crisisplan": ("bestuur_veiligheidsregio", "wvr-16-1"),
    "beroep_bij_minister": ("burgemeester", "politiewet-2012-39-5"),
    "cameratoezicht_151c": ("burgemeester", "gemeentewet-151c-2"),
    "kentekencamera": ("officier_van_justitie", "sv-126jj-3"),
}
# the later lid that goes with a rule, and the exception to it
TOGETHER = {
    "gebiedsverbod": {"gemeentewet-172a-2", "gemeentewet-172a-5", "gemeentewet-172a-6"},
    "noodmaatregel": {
        *("gemeentewet-176-3", "gemeentewet-176-4", "gemeentewet-176-6", "sr-443"),
    },
    "bestuurlijke_boete": {
        *("gemeentewet-154b-6", "gemeentewet-154b-7", "gemeentewet-154c-2"),
    },
    "veiligheidsrisicogebied": {"gemeentewet-174b-1", "gemeentewet-174b-4"},
    "sluiting_niet_openbaar": {"gemeentewet-174a-2", "gemeentewet-174a-4"},
    "horeca_sanctie": {"alcoholwet-31-1", "alcoholwet-31-2", "alcoholwet-32-1"},
    "verplichte_zorg": {"wvggz-7-1-2"},
    "rotterdamwet": {"wbmgp-6-1", "wbmgp-6-2"},
    "kamerverhuur_regels": {"huisvestingswet-2-1", "huisvestingswet-4"},
    "bodycams": {"avg-6-1", "avg-35-1"},
    "ontheffing_vuurwerk": {
        *("wet-milieubeheer-9-2-2-1a-6", "vuurwerkbesluit-2-3-3-2"),
        *("vuurwerkbesluit-2-3-2", "vuurwerkbesluit-2-3-2a-2"),
    },
}
# what was said before, and is not so
UNTRUE = {
    "sluiting_drugspand": r"gevonden",
    "noodmaatregel": r"alleen de burgemeester",
    "pand_sluiten": r"ernstig geweld",
    "strafrecht_en_beveiliging": r"de raad geeft",
    # Alcoholwet 25d lid 1 is about offers of at most a day, in the place itself
    "alcoholregels": r"^(?!.*in de zaak: hooguit 24 uur).*60 procent",
    # Gemeentewet 174a lid 2 asks for serious fear too
    "sluiting_niet_openbaar": r"Ook na een eerdere sluiting",
}
STATES = {
    LawMark.NIEUW: {"jaarwisseling"},
    LawMark.NOG_GEEN_WET: {
        *("online_oproep", "demonstratie", "mensenhandel_prostitutie", "discriminatie"),
    },
    LawMark.NIET_NAGEGAAN: {
        *("vakantiepark", "opvang_omgeving", "fatbikes", "agressie_hulpverleners"),
    },
}


@pytest.fixture(scope="module")
def signpost(library):
    return library.signpost


def cited_by(signpost):
    """Every source of the signpost, with where it stands."""
    for means in signpost.means:
        yield from ((means.id, name) for name in (*means.ground, *means.sources))
    for problem in signpost.problems:
        for told in filter(None, (problem.state, problem.mind, *problem.means)):
            yield from ((problem.id, name) for name in told.sources)
    header = signpost.header
    for told in (*signpost.boundaries, header.order, *header.thumb_rules):
        yield from (("grens", name) for name in told.sources)


def laws_of(library, means):
    cited = (*means.ground, *means.sources)
    return [name for name in cited if library.sources[name].is_law]


def test_there_are_all_problems_in_all_groups(signpost):
    assert len(signpost.problems) == PROBLEMS
    assert len(signpost.header.groups) == GROUPS


def test_every_problem_goes_from_light_to_heavy(signpost):
    weights = {
        problem.id: [one.means.weight for one in signpost.options(problem, {})]
        for problem in signpost.problems
    }

    assert len(weights) == PROBLEMS
    for name, found in weights.items():
        assert {InstrumentWeight.LICHT, InstrumentWeight.ZWAAR} <= set(found), name
        assert found == sorted(found, key=list(InstrumentWeight).index), name


def test_every_article_and_lid_was_read(library, signpost):
    laws = [each for each in cited_by(signpost) if library.sources[each[1]].is_law]

    assert len(laws) > 300
    assert [each for each in laws if each[1] not in READ] == []


def test_what_was_read_is_cited(library, signpost):
    cited = {name for _, name in cited_by(signpost)}

    assert set(READ) - cited == set()


def test_who_decides_is_somebody_whom_the_cited_text_names(library, signpost):
    astray = []
    for means in signpost.means:
        read = {body for name in laws_of(library, means) for body in READ[name]}
        free = FREE | BY_REGULATION.get(means.id, set())
        bodies = {NAMED_AS.get(body, body) for body in means.bodies}
        astray += [(means.id, body) for body in bodies - read - free]

    assert astray == []


def test_whom_the_ground_names_is_beside_the_title(library, signpost):
    named = {
        (means, name): DECIDING & set(READ.get(name, ()))
        for means in signpost.means
        for name in means.ground
    }
    beside = {one: bodies & set(one[0].bodies) for one, bodies in named.items()}

    assert any(beside.values())
    assert [
        (one.id, name)
        for (one, name), bodies in named.items()
        if bodies and not beside[one, name]
    ] == []


@pytest.mark.parametrize(("name", "given"), GIVEN_TO.items())
def test_a_power_is_whose_the_statute_says(signpost, name, given):
    body, source = given
    means = signpost.means_by_id[name]

    assert body in means.bodies
    assert source in means.ground


@pytest.mark.parametrize(("name", "needed"), TOGETHER.items())
def test_an_exception_stands_with_its_rule(signpost, name, needed):
    means = signpost.means_by_id[name]

    assert needed <= {*means.ground, *means.sources}


@pytest.mark.parametrize(("name", "wrong"), UNTRUE.items())
def test_what_was_wrong_is_said_no_more(signpost, name, wrong):
    means = signpost.means_by_id[name]
    told = " ".join(filter(None, (means.what, means.who, means.can, means.mind)))

    assert not re.search(wrong, told)


def test_closing_helps_no_business_that_was_robbed(signpost):
    problem = signpost.problem_by_id["bedrijfsinbraak"]

    assert not any("sluit" in one.means for one in problem.means)
    assert "sluiten_en_heropenen" not in problem.limits


def test_nobody_is_told_that_the_council_orders_a_minor_or_the_police(signpost):
    limit = signpost.boundary_by_id["bevel_geven"]

    assert {"gemeentewet-172b-1", "sv-509hh-1"} <= set(limit.sources)
    assert "alleen de burgemeester" not in limit.text


def test_how_the_law_stands_is_told_where_it_is_not_plain(signpost):
    marked = {mark: set() for mark in LawMark}
    for problem in signpost.problems:
        if problem.state is not None:
            marked[problem.state.mark].add(problem.id)

    assert marked == STATES


def test_cameras_stand_where_they_may_be_meant(signpost):
    found = {
        problem.id
        for problem in signpost.problems
        for one in signpost.options(problem, {})
        if one.means.decision == "cameratoezicht"
    }

    assert found == CAMERAS


def test_every_decision_is_reached_from_a_problem(library, signpost):
    reached = {
        one.means.decision
        for problem in signpost.problems
        for one in signpost.options(problem, {})
    }

    assert library.decisions
    assert set(library.decisions) - reached == set()


def test_every_decision_is_entered_where_it_is_meant(library, signpost):
    entered = {name: set() for name in library.decisions}
    for problem in signpost.problems:
        for one in signpost.options(problem, {}):
            if one.means.decision is not None:
                entered[one.means.decision].add(problem.id)
    missing = {name: meant - entered[name] for name, meant in ENTRANCES.items()}

    assert ENTRANCES.keys() == library.decisions.keys()
    assert {name: left for name, left in missing.items() if left} == {}
    for card, decision in CARDS.items():
        assert signpost.means_by_id[card].decision == decision


def test_an_instrument_leads_to_no_decision_on_something_else(signpost):
    led = {name: signpost.means_by_id[name].decision for name in NOT_JUDGED}

    assert led == {"groepsaanpak": None}


def test_what_people_ask_for_stands_at_a_problem_or_says_which_law(signpost):
    alone = {one.id for one in signpost.wanted if not signpost.where(one)}

    assert alone <= {"pand_sluiten"}


def test_every_decision_has_a_group_of_the_signpost(library, signpost):
    groups = {decision.header.group for decision in library.decisions.values()}

    assert groups
    assert groups - set(signpost.group_title) == set()


def test_an_instrument_says_what_it_is_and_never_what_we_lack(signpost):
    told = {
        means.id: f"{means.what} {means.mind} {means.can}" for means in signpost.means
    }

    assert len(told) > INSTRUMENTS
    assert [name for name, text in told.items() if "vragenlijst" in text] == []


def words(text):
    return len(re.sub(r"[·;]", " ", text).split())


def unfolded(told):
    """All that stands in an instrument when it is open, labels included."""
    means = told.means
    parts = {
        "": f"{told.note} {means.what}",
        "Wie beslist": means.who,
        "Grond": " ".join(one.text for one in told.grounds),
        "De raad kan": means.can,
        "Kan niet": means.cannot,
        "Let op": means.mind,
        "Onze lezing": means.reading,
        "Bron": " ".join(f"soort {one.year}" for one in told.others),
    }
    return " ".join(f"{label} {text}" for label, text in parts.items() if text)


def test_an_instrument_unfolded_stays_short(library, signpost):
    here = [
        (problem.id, told)
        for problem in signpost.problems
        for told in rows(problem, library, {})
    ]
    cards = [("kaart", row(means, library)) for means in signpost.means]
    long = {
        (where, told.means.id): words(unfolded(told))
        for where, told in (*here, *cards)
        if words(unfolded(told)) > MOST_WORDS
    }

    assert len(here) > 200
    assert long == {}


def test_no_summary_alone_carries_a_power(library, signpost):
    seen = {
        means.id: {library.sources[name].seen for name in means.ground}
        for means in signpost.means
    }

    assert len(seen) > INSTRUMENTS
    assert [
        name for name, found in seen.items() if found == {SeenExtent.SAMENVATTING}
    ] == []


def test_nothing_is_ranked_but_by_weight(signpost):
    ranks = re.compile(r"(?i)\b(beste|eerste keus|aanbevolen|wij raden|winnaar)\b")
    told = [
        text
        for means in signpost.means
        for text in (means.title, means.what, means.can, means.mind or "")
    ]

    assert len(told) > INSTRUMENTS
    assert [text for text in told if ranks.search(text)] == []


def test_rows_and_limits_address_nobody(signpost):
    you = re.compile(r"\b[Uu](w)?\b")
    told = [one.text for one in signpost.boundaries]
    told += [problem.lead for problem in signpost.problems]
    for means in signpost.means:
        told += [means.what, means.who, means.can, means.cannot or "", means.mind or ""]

    assert [text for text in told if you.search(text)] == []


def test_topics_to_begin_with_come_from_different_groups(signpost):
    begin = [one.problem for one in signpost.header.begin_with]
    groups = [signpost.problem_by_id[name].group for name in begin]

    assert len(begin) == len(set(groups)) == 6


def test_checklists_ask_what_a_municipality_can_show(library):
    asked = [
        check.text
        for sheet in library.checklists.values()
        for group in sheet.groups
        for check in group.items
    ]

    assert len(asked) == 11 + 37
    assert all(text.startswith("Kan onze gemeente aantonen ") for text in asked)
