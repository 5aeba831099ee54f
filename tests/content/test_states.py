"""What is said of ordinary states between the golden ones: of little, of all, of a no.

Each test is a kind of sentence that stood in a memo or a paper and was not so, or silly.
"""

import re
from datetime import date
from itertools import permutations
from random import Random

import pytest

from reports.composing.certainty import LawGround, law_of
from reports.composing.demands import demands
from reports.composing.memo import Cover, compose
from reports.composing.privacy_part import balance_of
from reports.composing.reasons import reasons
from reports.composing.receipt import Edition
from reports.composing.source_notes import Notes
from reports.composing.writer import Writer
from reports.council.draft import (
    fact_lines,
    offered_facts,
    offered_requests,
    ready_requests,
    request_lines,
)
from reports.council.paper import Draft
from reports.council.written_questions import offered_questions
from reports.document import PaperKind
from reports.formats.text import render
from rules.content.casefile import CaseFile
from rules.content.demands import Standing
from rules.grammar.answers import NO, DontKnow, parse
from rules.grammar.truth import Truth
from rules.judging.advice import advise
from rules.judging.evaluation import judge_of
from rules.judging.what_to_ask import ask_about, worded
from rules.proof.examination import drawn
from tests.content.dossiers import in_order
from tests.law import LIBRARY

DAY = date(2026, 11, 21)
SMALL_WORDS = frozenset(
    re.findall(
        r"\w+",
        "de het een van voor in op aan en of is zijn wordt u uw er die dat te met naar bij "
        "over om hoe wat welke wie wanneer waar dan als ook per elk elke onze deze wij dit "
        "kan kunnen daar hier nog niet geen kom komt komen ons",
    )
)
DRAWN, SEED = 40, 20261201
NAMES = sorted(LIBRARY.decisions)
# A count that nobody says aloud: ‘3 van de 3’, ‘0 onbekend’, ‘zijn er 1’.
SILLY_COUNT = re.compile(
    r"\b([2-9]|\d\d) van de \1\b|\b0 (onbekend|voldaan|niet|op orde)\b"
    r"|\ben 1 zijn\b|\bzijn er (nog )?1\b|\b1 (eisen|punten|vragen)\b"
)
# A question that takes for granted what a ‘nee’ denies.
TAKES_FOR_GRANTED = re.compile(
    r"^(Waar staat (uw|het|de)|Wanneer (stelde de raad (de|het)|is de)|Waar op het"
    r"|Welke overeenkomst|Wat zeiden)\b(?!.*\b(laatst|papier|verordening)\b)"
    r"|^Hoe (vraagt u|voldoen|zorgt|blij(ven|kt)|houdt u bij|krijgt|wordt vastgelegd"
    r"|deden|meet)\b|^(Hoeveel getrainde|Welke hulp (is|krijgt)|Wat spraken)\b"
)
# A question that can only get the answer that is there: ‘Is de verlichting nagekeken?’
ASKS_ONCE_MORE = re.compile(
    r"^(Is|Zijn|Was|Waren|Heeft|Had|Sta(at|an)|Krijg(t|en)|Geldt|Noemt|Regelt|Kreeg"
    r"|Gebruikt|Werken|Zoekt|Kijkt|Weegt|Overlegde|Ligt|Liggen|Betalen|Horen|Kloppen"
    r"|Kwam|Verandert)\b(?!.*\b(alsnog|waar blijkt dat|wanneer komt)\b)"
)
# What a request cannot lean on: the line above it may be left out, and it stays true.
LEANS_ON_ANOTHER = re.compile(
    r"\bhet bedrag\b|\bdit jaar\b|\bde functie\b|\bdeze (functie|maatregel|problemen)\b"
    r"|^(mee te wegen|een tekst voor te leggen (die|met)\b(?!.*(hinder|last|verbod|plan)))"
    r"|^(in het beleid|het beleid) (?!over|voor)|\bhet systeem\b|^te vragen\b"
)


def judge(name, **given):
    chart = LIBRARY.chart(name)
    kinds = chart.decision.question_by_id
    answers = {each: parse(kinds[each].answer, text) for each, text in given.items()}
    return advise(chart, CaseFile(name, DAY, answers))


def states(name):
    """Draw dossiers of which little, half or all is known."""
    chart, chance = LIBRARY.chart(name), Random(SEED)
    for _ in range(DRAWN):
        known = chance.random()
        whole = drawn(chart, chance)
        yield {each: one for each, one in whole.items() if chance.random() < known}


def requests(advice):
    writer = Writer(LIBRARY, Notes(LIBRARY.sources), "0")
    return [each.text for each in offered_requests(writer, advice)]


def repairs(advice):
    writer = Writer(LIBRARY, Notes(LIBRARY.sources), "0")
    return [each.text for each in ready_requests(writer, advice)]


def memo(advice):
    document = compose([advice], LIBRARY, Cover("proef", None, "0"))
    return " ".join(render(document).split())


def offered(advice):
    writer = Writer(LIBRARY, Notes(LIBRARY.sources), "0")
    return [(each.to, each.text) for each in offered_requests(writer, advice)]


@pytest.mark.parametrize("name", NAMES)
def test_a_headline_counts_as_people_do(name):
    chart = LIBRARY.chart(name)
    told = [
        advise(chart, CaseFile(name, DAY, answers)).headline
        for answers in ({}, *states(name))
    ]

    silly = [each.title for each in told if SILLY_COUNT.search(each.title)]
    assert silly == []


@pytest.mark.parametrize(
    ("name", "given", "said"),
    [
        (
            "damocles",
            {"ook_bij_eigen_gebruik": "ja", "gevolgen_bekeken": "nee"},
            "Aan geen van de 2 eisen",
        ),
        (
            "cameratoezicht",
            {"verordening_verleent_bevoegdheid": "ja", "einddatum_in_besluit": "nee"},
            "(van de 23 eisen: 1 voldaan, 1 niet, 21 onbekend)",
        ),
        ("cameratoezicht", {"einddatum_in_besluit": "nee"}, "1 niet voldaan, 22"),
        ("apv_verbod", {"stand_verbod": "idee"}, "(beantwoord: 0 van de"),
        (
            "veiligheidsregio",
            {"onderwerp_veiligheidsregio": "begroting"},
            "(onbekende eisen: alle 3)",
        ),
    ],
)
def test_a_title_says_how_many_and_no_more(name, given, said):
    if name == "damocles":
        given = {"sluitingsbeleid": "nee", **given}

    assert said in judge(name, **given).headline.title


@pytest.mark.parametrize("name", NAMES)
def test_what_is_not_so_is_not_asked_as_if_it_were(name):
    """‘Wanneer stelde de raad de code vast?’ is no question after ‘er is geen code’."""
    chart = LIBRARY.chart(name)
    asked = {
        ask_about(advice.decision, each, advice.answers).text
        for answers in states(name)
        for advice in [advise(chart, CaseFile(name, DAY, answers))]
        for each in advice.judged
        if each.standing is Standing.NIET_VOLDAAN and each.carried_by
    }

    assert [each for each in asked if TAKES_FOR_GRANTED.search(each)] == []
    assert [each for each in asked if ASKS_ONCE_MORE.search(each)] == []


@pytest.mark.parametrize("name", NAMES)
def test_what_surely_applies_is_asked_without_als(name):
    """‘Als er beleid is: wie stelde het vast?’ stood under an answer that there is policy."""
    decision = LIBRARY.chart(name).decision
    asked = set()
    for answers in states(name):
        for question in decision.questions:
            gate = decision.applies(question)
            if gate is None or judge_of(gate)(answers, {}).truth is Truth.YES:
                asked.add(worded(decision, question, answers))
    asked |= {
        each.text for outcome in decision.header.outcomes for each in fixed(outcome)
    }

    assert [each for each in asked if each.startswith("Als ")] == []


@pytest.mark.parametrize("name", NAMES)
def test_no_paper_asks_a_thing_twice_in_other_words(name):
    """‘Welke drie redenen noemen mensen het vaakst?’ stood beside ‘Welke redenen …’."""
    chart, writer = LIBRARY.chart(name), Writer(LIBRARY, Notes(LIBRARY.sources), "0")
    twice = set()
    for answers in ({}, *states(name)):
        found = advise(chart, CaseFile(name, DAY, answers))
        offered = offered_questions(writer, found).values()
        asked = {text for texts in offered for text in texts}
        asked |= {each.text for each in found.tonight}
        twice |= {pair for pair in permutations(asked, 2) if said_in(*pair)}

    assert twice == set()


def said_in(one, other):
    """Whether all that one question asks about is in the other."""
    about, all_of_it = (
        set(re.findall(r"[\wé’]+", text.lower())) - SMALL_WORDS for text in (one, other)
    )
    return about <= all_of_it


def fixed(outcome):
    return [*outcome.tonight, *(q for title in outcome.titles for q in title.tonight)]


def test_no_unknown_is_left_where_all_is_answered():
    """‘De rest is onbekend’ stood under a dossier of which every point was answered."""
    chart, chance = LIBRARY.chart("cameratoezicht"), Random(SEED)
    for _ in range(DRAWN):
        answers = dict(drawn(chart, chance))
        assert not any(isinstance(each, DontKnow) for each in answers.values())
        found = advise(chart, CaseFile("cameratoezicht", DAY, answers))

        assert "de rest is onbekend" not in found.headline.meaning


@pytest.mark.parametrize("wie", ["lichaam", "bewoners", "bedrijf", "politie_kort"])
def test_on_another_road_nothing_of_this_one_is_asked_or_requested(wie):
    found = judge("cameratoezicht", fase="besluit", wie=wie, waarvoor="orde")
    writer = Writer(LIBRARY, Notes(LIBRARY.sources), "0")
    tonight = {each.text for each in found.tonight}
    offered = offered_questions(writer, found).values()

    assert found.outcome.ends
    assert requests(found) == []
    kept = {each.question.ask for each in found.open}
    assert {text for several in offered for text in several} <= tonight | kept
    assert len(found.open) < 5
    assert balance_of(found).weighed == ()
    assert demands(found, LIBRARY).deciding == ()


def test_on_another_road_the_demand_that_says_so_has_no_step():
    """‘Leg vast dat de openbare orde vooropstaat’ stood under cameras against litter."""
    found = judge(
        "cameratoezicht", fase="besluit", waarvoor="afval", wie="burgemeester"
    )
    rows = [row for each in demands(found, LIBRARY).deciding for row in each.rows]

    assert found.outcome.ends
    assert [row.demand.id for row in rows] == ["doel_openbare_orde"]
    assert [row.steps for row in rows] == [()]


def test_what_nobody_answered_is_offered_and_never_filled_in():
    """‘De livestream weg te halen’ supposes one, and nobody said that there is."""
    found = judge("cameratoezicht", fase="idee", waarvoor="orde", wie="burgemeester")
    writer = Writer(LIBRARY, Notes(LIBRARY.sources), "0")
    offered = requests(found)

    assert ready_requests(writer, found) == ()
    assert "een einddatum in het besluit op te nemen" in offered
    assert [each for each in offered if "weg te halen" in each] == []


def test_a_fact_of_what_may_not_apply_is_not_told():
    """Who answered whether there is a DPIA, and not whether one was due."""
    found = judge("cameratoezicht", fase="besluit", dpia_gedaan="nee")
    sure = judge(
        "cameratoezicht", fase="besluit", hingen_voor_2019="nee", dpia_gedaan="nee"
    )

    assert "dpia_gedaan" not in [each.question.id for each in offered_facts(found)]
    assert "dpia_gedaan" in [each.question.id for each in offered_facts(sure)]


def test_what_clashes_is_no_fact_and_no_request():
    found = judge(
        "cameratoezicht",
        fase="besluit",
        einddatum_in_besluit="ja",
        hoe_lang="geen_einde",
    )
    facts = {each.question.id for each in offered_facts(found)}

    assert found.clashes
    assert facts.isdisjoint({"einddatum_in_besluit", "hoe_lang"})
    assert [each for each in requests(found) if "termijn te kiezen" in each] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_ready_request_asks_for_nothing_that_is_met(name):
    done = (Standing.VOLDAAN, Standing.NVT)
    table = LIBRARY.competence.ready_for(name)
    chart, left_out = LIBRARY.chart(name), set()
    for answers in (*states(name), in_order(chart)):
        found = advise(chart, CaseFile(name, DAY, answers))
        offered = requests(found)
        standing = {each.demand.id: each.standing for each in found.judged}
        for ready in table:
            if ready.about and all(standing[one] in done for one in ready.about):
                left_out.add(ready.id)
                assert ready.text not in offered
        assert len(offered) == len(set(offered))
    assert left_out == {each.id for each in table if each.about}


def test_where_another_body_decides_the_memo_says_so():
    found = judge("veiligheidsbeleving", soort_maatregel="camera")

    assert found.decision.header.body == "college"
    assert "Wie beslist: de burgemeester" in memo(found)


def test_the_law_is_not_called_silent_where_its_demands_are_met():
    given = {"ook_bij_eigen_gebruik": "nee", "gevolgen_bekeken": "ja"}
    found = judge("damocles", sluitingsbeleid="nee", **given)

    assert found.tally.voldaan == len(given)
    assert law_of(LIBRARY, found) is LawGround.WEIGHED


def test_what_is_not_met_is_no_reading_because_something_open_is_one():
    found = judge(
        "bibob",
        bibob_gebruikt_bij="subsidie",
        deelt_buiten_de_wet="ja",
        meldt_eigen_conclusie="nee",
        past_bij_gevaar="ja",
    )

    assert found.tally.niet_voldaan == 2
    assert law_of(LIBRARY, found) is not LawGround.READING


def test_what_is_open_beside_what_is_met_is_not_called_its_ground():
    chart = LIBRARY.chart("damocles")
    answers = {**in_order(chart), "terugkeer_bekeken": NO}
    found = advise(chart, CaseFile("damocles", DAY, answers))

    assert found.outcome.met
    assert "De uitkomst rust op deze punten" not in memo(found)
    assert "Dit is daarnaast nog open of niet op orde" in memo(found)


def test_a_term_that_has_passed_says_so_and_goes_in_no_calendar():
    given = {"onderwerp_veiligheidsregio": "begroting"}
    found = judge("veiligheidsregio", algemeen_bestuur_op="2026-12-11", **given)

    assert "Deze termijn is voorbij." in memo(found)
    assert found.running
    assert found.running_on == ()


def test_a_motion_changes_no_article_that_is_not_there():
    found = requests(judge("woonoverlastverordening", fase_verordening="geen"))

    assert any("‘ernstige en herhaaldelijke hinder’" in each for each in found)
    assert [each for each in found if "schrapt" in each or "het artikel" in each] == []


def test_what_has_its_own_day_every_year_gets_no_first_day():
    given = {"voltijds_wethouder": "ja", "inkomsten_digitaal": "nee"}
    writer = Writer(LIBRARY, Notes(LIBRARY.sources), "0")
    entries = ready_requests(writer, judge("weerbare_raad", **given))
    draft = Draft(PaperKind.MOTION, entries=entries, by=date(2027, 3, 1))
    lines = [each.text for each in request_lines(writer, draft)]

    assert [each for each in lines if "1 april" in each and "maart" in each] == []
    assert any("1 april" in each for each in lines)


def test_a_municipality_without_coffeeshops_is_not_asked_how_many_there_are():
    given = {"onderwerp": "beleid", "coffeeshopbeleid": "nul"}
    chart = LIBRARY.chart("coffeeshop")
    whole = given | {
        each.id: "nee" if each.id in ("gemeente_in_proef", "verkoop_in_apv") else "ja"
        for each in chart.decision.questions
        if each.is_yes_no
    }
    whole["wie_stelde_coffeeshopbeleid_vast"] = "burgemeester"
    for answers in (given, whole):
        asked = [each.text for each in judge("coffeeshop", **answers).tonight]
        assert [each for each in asked if "Hoeveel coffeeshops" in each] == []
        assert [each for each in asked if "mag kopen" in each] == []


def test_cameras_of_a_company_are_not_asked_of_the_municipality_as_its_own():
    given = {"fase": "voorstel", "waarvoor": "afval", "wie": "bedrijf"}
    found = judge("cameratoezicht", **given)

    assert found.outcome.ends
    assert [each for each in found.tonight if "filmt u" in each.text] == []
    assert law_of(LIBRARY, found) is LawGround.TEXT


def test_questions_that_fell_away_are_not_counted_as_left_open():
    """‘82 niet ingevuld’ stood under bodycams, which the article is not about."""
    given = {"fase": "besluit", "waarvoor": "orde", "wie": "lichaam"}
    cover = Cover("VOORBEELD", None, "0.0.0")
    memo = compose([judge("cameratoezicht", **given)], LIBRARY, cover, Edition.WHOLE)

    told = next(line for line in render(memo).splitlines() if "Ingevuld:" in line)
    assert told.split(":")[1].strip() == "3 beantwoord"


def test_of_a_proposal_no_paper_says_what_the_decision_says():
    given = {
        "fase": "voorstel",
        "einddatum_in_besluit": "nee",
        "gebied_aangegeven": "nee",
        "waarom_in_besluit": "nee",
    }
    told = reasons(judge("cameratoezicht", **given))

    assert [each.text for each in told if "Het besluit" in each.text] == []
    assert sum("Op papier staat niet" in each.text for each in told) == len(given) - 1


def test_what_clashes_is_not_asked_once_more_in_other_words():
    """The day of the goals is older than four years, and the answer says they are newer."""
    given = {
        "fase_van_het_plan": "opzet",
        "veiligheidsdoelen_vastgesteld": "ja",
        "doelen_laatst_vastgesteld_op": "2019-01-01",
        "opzet_besproken": "ja",
        "vorig_plan": "nee",
    }
    found = judge("integraal_veiligheidsplan", **given)

    assert found.clashes
    assert sum("doelen" in each.text for each in found.tonight) == 1


def test_no_question_on_a_quantity_takes_the_measure_for_granted():
    """Who chose for more police is not asked how many lamp posts are needed."""
    asked = [
        each.ask
        for decision in LIBRARY.decisions.values()
        for each in decision.costs.quantities
    ]

    assert asked
    needed = re.compile(r"extra nodig|wil de gemeente|gaat een mobiele camera")
    assert [each for each in asked if needed.search(each)] == []


def test_a_verordening_is_asked_as_a_proposal_to_the_council():
    """The college makes none itself (Gemeentewet 147 lid 1)."""
    found = requests(
        judge("woonoverlastverordening", fase_verordening="geldt", taak_in_regel="nee")
    )

    asked = [each for each in found if "verordening of plan" in each]
    assert [each[:29] for each in asked] == ["de raad een voorstel te doen "]


def test_a_power_of_two_bodies_is_not_asked_of_one_alone():
    """Of a permit the college decides, or the burgemeester (Wet Bibob 7 lid 1)."""
    given = {
        "bibob_gebruikt_bij": "vergunning",
        "bibob_beleid": "nee",
        **dict.fromkeys(
            ("past_bij_gevaar", "gevaar_nu_nagegaan", "aanvrager_reageert"), "nee"
        ),
        **dict.fromkeys(("derde_reageert", "meldt_eigen_conclusie"), "nee"),
        **dict.fromkeys(("ouder_dan_vijf_jaar", "deelt_buiten_de_wet"), "ja"),
    }
    found = repairs(judge("bibob", **given))

    assert len(found) == 8
    assert [each for each in found if "de burgemeester" not in each] == []


@pytest.mark.parametrize(
    ("name", "given", "words", "to"),
    [
        ("weerbare_raad", {"agressieprotocol": "nee"}, "protocol", "burgemeester"),
        (
            "woonoverlastverordening",
            {"ook_koopwoningen": "nee"},
            "koopwoningen",
            "burgemeester",
        ),
        ("cameratoezicht", {"aanspreekpunt_bekend": "nee"}, "webadres", "burgemeester"),
        (
            "cameratoezicht",
            {"verordening_verleent_bevoegdheid": "ja", "plan_over_grens_raad": "ja"},
            "de verordening te brengen",
            "burgemeester",
        ),
    ],
)
def test_what_mends_it_is_asked_once_and_of_who_can(name, given, words, to):
    if name == "cameratoezicht":
        given = {"fase": "besluit", "waarvoor": "orde", "wie": "burgemeester", **given}

    asked = [each for each, text in offered(judge(name, **given)) if words in text]
    assert asked == [to]


def test_a_wethouder_makes_the_own_functions_public():
    """The law asks it of each wethouder, not of the college (Gemeentewet 41b lid 3)."""
    given = {"nevenfuncties_digitaal": "nee", "nevenfuncties_meteen": "nee"}
    found = repairs(judge("weerbare_raad", **given))

    assert len(found) == len(given)
    assert all("elke wethouder" in each for each in found)


@pytest.mark.parametrize("name", NAMES)
def test_a_request_says_by_itself_what_it_is_about(name):
    """‘Het bedrag op de begroting te zetten’: which amount was said nowhere."""
    asked = [
        each.request
        for demand in LIBRARY.decision(name).demands
        for each in demand.repair
    ]

    assert [each for each in asked if LEANS_ON_ANOTHER.search(each)] == []


def test_who_has_no_hours_for_a_ban_is_not_asked_how_many_there_are():
    given = {"stand_verbod": "geldt", "uren_voor_verbod": "nee"}
    found = requests(judge("apv_verbod", **given))

    asked = [each for each in found if "op het verbod te letten" in each]
    assert len(asked) == 1
    assert "vrij te maken" in asked[0]
    assert "hoeveel uren er zijn" not in asked[0]


def facts(advice):
    """The facts of a motion, each with whether an article stands behind it."""
    writer = Writer(LIBRARY, Notes(LIBRARY.sources), "0")
    chosen = tuple(each.question.id for each in offered_facts(advice))
    lines = fact_lines(writer, advice, Draft(PaperKind.MOTION, facts=chosen))
    return {line.text: bool(line.notes) for line in lines}


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("cameratoezicht", {"wie": "lichaam"}),
        ("cameratoezicht", {"wie": "bewoners"}),
        ("cameratoezicht", {"wie": "bedrijf"}),
        ("coffeeshop", {"onderwerp": "beleid"}),
        ("bibob", {"bibob_gebruikt_bij": "nergens"}),
        ("gebiedsverbod_controle", {"grond": "er_waren_er_geen"}),
        ("veiligheidsregio", {"wat_geeft_de_raad": "instemming"}),
        ("buurtbemiddeling", {"stand": "loopt", "bemiddeling_vaste_stap": "nee"}),
        ("apv_verbod", {"apv_gedrag": "samenkomen"}),
        ("woonoverlastverordening", {"afspraken_corporaties": "nee"}),
        ("woonoverlastverordening", {"hulp_bij_zorgvraag": "nee"}),
        ("cameratoezicht", {"wie": "bewoners", "gemeente_stimuleert": "ja"}),
    ],
)
def test_no_article_stands_behind_a_fact_that_it_says_nothing_of(name, given):
    if name == "veiligheidsregio":
        given = {"onderwerp_veiligheidsregio": "kaders", **given}
    found = facts(judge(name, **given))
    last = list(found)[-1]

    assert not found[last], last


def test_the_article_of_the_cameras_stands_behind_cameras_of_the_burgemeester():
    told = facts(judge("cameratoezicht", wie="burgemeester"))

    assert told == {
        "Het gaat om camera’s die de burgemeester inzet, met de politie.": True
    }


@pytest.mark.parametrize("phase", ["idee", "voorstel"])
def test_what_is_only_planned_is_not_told_as_done(phase):
    """‘De burgemeester zet de camera’s in’ stood in a motion over an idea."""
    given = {"waarvoor": "orde", "wie": "burgemeester", "techniek": "drone,geluid"}
    done = re.compile(
        r"^(De camera’s|De burgemeester zet|Er (is|filmt))(?! zijn bedoeld)"
    )
    cameras = facts(judge("cameratoezicht", fase=phase, **given))
    ban = facts(judge("apv_verbod", stand_verbod="idee", apv_gedrag="samenkomen"))

    assert len(cameras) == len(given)
    assert [each for each in cameras if done.search(each)] == []
    assert [each for each in ban if each.startswith("Het verbod")] == []


def questions(advice):
    writer = Writer(LIBRARY, Notes(LIBRARY.sources), "0")
    return [q for some in offered_questions(writer, advice).values() for q in some]


@pytest.mark.parametrize(
    ("name", "given", "word"),
    [
        ("apv_verbod", {}, "Hoeveel meldingen"),
        ("bedrijfsinbraak", {}, "Hoeveel inbraken"),
        ("bibob", {}, "Waarvoor gebruikt u"),
        ("bibob", {}, "weigeringen"),
        ("veiligheidsregio", {}, "vijf risico’s"),
        ("gebiedsverbod_controle", {"grond": "er_waren_er_geen"}, "hulp krijgt"),
        ("gebiedsverbod_controle", {"grond": "er_waren_er_geen"}, "wie leidt"),
        ("coffeeshop", {"onderwerp": "apv", "verkoop_in_apv": "ja"}, "overlast waren"),
        ("woonoverlastverordening", {}, "ernstige zaken"),
    ],
)
def test_no_question_for_tonight_is_asked_once_more_in_other_words(name, given, word):
    found = questions(judge(name, **given))

    assert sum(word in each for each in found) <= 1


def test_no_question_takes_a_technique_or_a_disaster_for_granted():
    """Of a camera that nobody chose no paper asks how its drone flies."""
    known = {"fase": "idee", "waarvoor": "orde", "wie": "burgemeester"}
    cameras = questions(judge("cameratoezicht", **known))
    region = questions(judge("veiligheidsregio"))
    asked = [
        *(each for each in cameras if re.search(r"drone|software|verplaatst", each)),
        *(each for each in region if "ramp" in each),
    ]

    assert len(asked) >= 10
    bare = [each for each in asked if not each.startswith("Als ")]
    assert bare == [
        "Wat kunnen de camera’s en de software precies, en welke functies staan aan?"
    ]
    assert [each for each in cameras if "sinds de camera’s" in each] == []
    levy = questions(judge("bedrijfsinbraak"))
    assert [
        each for each in levy if re.search(r"\bde (heffing|stemming)\b", each)
    ] == []
