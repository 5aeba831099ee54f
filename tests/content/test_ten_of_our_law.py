"""Of the ten things, those that our own law must show: 4, 5, 6, 7 and 10.

What the law says is said here a second time, apart from the content.
"""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from itertools import islice
from random import Random
from typing import Any

import pytest
from flask import Flask
from markupsafe import escape
from pydantic import BaseModel

from reports.composing import certainty
from reports.composing.demand_tables import demand_tables
from reports.composing.reasons import reasons
from reports.composing.source_notes import Notes
from reports.composing.writer import Writer
from reports.document import Span
from rules.caselaw import Agreement, Ruling, judged_cases
from rules.content.acceptable_answers import is_in_order
from rules.content.demands import Basis, Standing
from rules.earlier_answers import read_stored
from rules.grammar.answers import DONT_KNOW, DontKnow
from rules.grammar.truth import Truth
from rules.judging.demands import judge_demands
from rules.judging.evaluation import evaluate
from rules.judging.journey import applicability
from rules.proof.examination import drawn
from rules.reading_casefile import stored_answers
from tests.content import test_gevallen
from tests.content.dossiers import advice_of, in_order
from tests.law import LIBRARY
from wizard.app import HOUSE
from wizard.pages.about import about
from wizard.showing.source_cards import SourceCards
from wizard.templating import set_templates

NAMES = sorted(LIBRARY.decisions)
TRIES = 4000

# --- 4: a question is as wide as its effect -----------------------------------------

# Questions that decide and have no case, each with the reason; at most ten.
WITHOUT_A_CASE: dict[str, str] = {}


def deciding_questions(law):
    """By question: the demands that can decide and rest on it; of the table, none."""
    found = {}
    for demand in law.demands:
        if demand.can_decide:
            for name in law.named_by(demand):
                found.setdefault(name, set()).add(demand.id)
    for row in law.header.table:
        for test in row.when:
            if hasattr(test, "question"):
                found.setdefault(test.question, set())
    return found


def told_by(case, law, good, deciding):
    """The questions of which a case says what comes of an answer that looks bad.

    That answer is not in order, or where nothing is to judge, another than the file has
    where all is in order. The case says how a demand that rests on it then stands.
    """
    stored = stored_answers(case["answers"], (law,))
    answers = read_stored(law, stored).answers
    pinned = {*case.get("demands", {}), *case.get("demands_absent", ())}
    for name, demands in deciding.items():
        question, answer = law.question_by_id[name], answers.get(name, DONT_KNOW)
        if question.judges:
            looks_bad = not is_in_order(question, answer)
        else:
            looks_bad = case["answers"].get(name) != good.get(name)
        known = not isinstance(answer, DontKnow)
        if known and looks_bad and (not demands or pinned & demands):
            yield name


@cache
def spoken_of(name):
    """By case of a decision: the questions of which it speaks."""
    path = test_gevallen.CASES / f"{name}.yaml"
    good = test_gevallen.read(path).get("goed", {})
    law = LIBRARY.decision(name)
    deciding = deciding_questions(law)
    found = (param.values for param in test_gevallen.cases())
    return {
        case["name"]: frozenset(told_by(case, law, good, deciding))
        for decision, case in found
        if decision == name
    }


def without_a_case(name, *, but=()):
    """The questions that decide and of which no case shows the answer that looks bad."""
    told = (names for case, names in spoken_of(name).items() if case not in but)
    law = LIBRARY.decision(name)
    return deciding_questions(law).keys() - {each for names in told for each in names}


@pytest.mark.parametrize("name", NAMES)
def test_4_a_question_that_decides_has_a_case_of_the_answer_that_looks_bad(name):
    assert without_a_case(name) - WITHOUT_A_CASE.keys() == set()
    assert len(WITHOUT_A_CASE) <= 10


def test_4_the_questions_come_from_the_content_and_the_exceptions_are_in_use():
    asked = {name: deciding_questions(LIBRARY.decision(name)) for name in NAMES}
    missing = {each for name in NAMES for each in without_a_case(name)}

    assert len(asked["cameratoezicht"]) > 40
    deciding = [name for name in NAMES if test_gevallen.law_of(name)["decides"]]
    assert len(deciding) > 10
    assert all(asked[name] for name in deciding)
    assert missing == WITHOUT_A_CASE.keys()


def test_4_a_question_of_which_no_case_speaks_is_found():
    about = {
        case
        for case, names in spoken_of("damocles").items()
        if "ook_bij_eigen_gebruik" in names
    }

    assert len(about) == 1
    assert without_a_case("damocles", but=about) == {"ook_bij_eigen_gebruik"}


# --- 5: cumulative stays cumulative, and an exception is told with the rule ------------

# A question that is only asked where the demand is not met.
NEVER_MET = {("dpia_vooraf", "over_het_risico")}


def stands_in(chart, answers):
    """How each demand stands by itself, whatever the phase is."""
    judged = judge_demands(chart, answers, evaluate(chart.steps, answers))
    return {each.demand.id: each.stands for each in judged}


def dossiers(chart):
    """Dossiers from which a demand can be turned: all in order, then by chance."""
    draw, base = Random(chart.decision.id), in_order(chart)
    yield base
    for _ in range(TRIES):
        whole = drawn(chart, draw)
        yield {**base, **{n: a for n, a in whole.items() if draw.random() < 0.3}}


def met_in(chart):
    """By demand and question of its own: a dossier in which both count, and it is met."""
    law, found = chart.decision, {}
    wanted = {
        (demand.id, own)
        for demand in law.demands
        for own in law.own_questions(demand)
        if law.question_by_id[own].judges and (demand.id, own) not in NEVER_MET
    }
    for answers in dossiers(chart):
        if wanted <= found.keys():
            break
        stands, applies = stands_in(chart, answers), applicability(chart, answers)
        for demand, own in wanted - found.keys():
            if stands[demand] is Standing.VOLDAAN and applies[own] is Truth.YES:
                found[demand, own] = answers
    assert found.keys() == wanted
    return found


def amiss_at(chart, question):
    """Every kind of answer to a question that is not in order; a tick is no answer."""
    return [
        each
        for domain in chart.domains
        if domain.question == question.id and domain.option is None
        for each in domain.examples
        if not isinstance(each, DontKnow) and not is_in_order(question, each)
    ]


def met_while_amiss(chart):
    """The demands that are met while an answer to a question of their own is amiss."""
    law = chart.decision
    for (demand, own), answers in met_in(chart).items():
        for bad in amiss_at(chart, law.question_by_id[own]):
            if stands_in(chart, {**answers, own: bad})[demand] is Standing.VOLDAAN:
                yield demand


@pytest.mark.parametrize("name", NAMES)
def test_5_of_what_is_cumulative_every_part_counts(name):
    chart = LIBRARY.chart(name)

    more_ways = test_gevallen.law_of(name).get("more_ways", {})
    assert set(met_while_amiss(chart)) == more_ways.keys()


def test_5_a_place_that_the_council_designates_is_open_to_everyone_too():
    chart = LIBRARY.chart("cameratoezicht")
    good = in_order(chart)
    yes = good["plek_vrij_toegankelijk"]
    no = type(yes)(value=False)
    place = {**good, "plek_open_terrein": no, "plek_aangewezen": yes}
    shut = advice_of(chart, {**place, "plek_vrij_toegankelijk": no})

    assert advice_of(chart, place).outcome.met
    assert not shut.outcome.met
    assert shut.demand("openbare_plaats").standing is Standing.VOLDAAN
    assert shut.demand("iedereen_kan_er_komen").standing is Standing.NIET_VOLDAAN


@pytest.mark.parametrize("name", NAMES)
def test_5_a_demand_has_the_later_lid_beside_it(name):
    law = LIBRARY.decision(name)
    beside = {
        demand.id: {source for each in demand.exceptions for source in each.sources}
        for demand in law.demands
    }
    wanted = test_gevallen.law_of(name).get("later_paragraphs", {})

    assert {demand: {*leden} - beside[demand] for demand, leden in wanted.items()} == {
        demand: set() for demand in wanted
    }


def told_on(advice):
    """The demands that a paper tells as unmet: on another road only what says so."""
    unmet = {e.demand.id for e in advice.judged if e.standing in TOLD_WITH}
    carrying = {each.demand for each in reasons(advice)}
    return unmet & carrying if advice.outcome.ends else unmet


@pytest.mark.parametrize("name", NAMES)
def test_5_an_exception_is_told_with_the_rule_on_paper_and_page(name):
    chart, law = LIBRARY.chart(name), LIBRARY.decision(name)
    wanted = {demand.id for demand in law.demands if demand.exceptions}
    told = set()
    for answers in dossiers(chart):
        if wanted <= told:
            break
        advice = advice_of(chart, answers)
        unmet = told_on(advice) & wanted
        if unmet - told:
            paper = words_of(demand_tables(writer(), advice))
            for each in unmet:
                for one in law.demand_by_id[each].exceptions:
                    assert one.text in paper, each
            told |= unmet
    for each in wanted:
        page = beside_on_a_page(law.demand_by_id[each])
        for one in law.demand_by_id[each].exceptions:
            assert f'{escape(one.text)}<sup class="rw-noot">' in page
    assert told == wanted


@cache
def site():
    """The templates of the site, with the page to which the number of a source leads."""
    made = Flask("raadwijzer", root_path=HOUSE, template_folder="templates")
    set_templates(made)
    made.register_blueprint(about)
    return made


def beside_on_a_page(demand):
    """What every page sets beside a demand."""
    with site().test_request_context():
        part = site().jinja_env.get_template("parts/noten.html").module
        return part.erbij(demand, SourceCards(LIBRARY.sources), "p", "")


TOLD_WITH = (Standing.NIET_VOLDAAN, Standing.STRAKS)


def writer():
    return Writer(LIBRARY, Notes(LIBRARY.sources), "0")


def words_of(blocks):
    """All words of blocks, in their order."""
    return " ".join(span.text for span in inside(list(blocks), Span))


def inside(value, wanted) -> Iterator[Any]:
    """Everything of a kind inside a value; of a register, nothing."""
    if isinstance(value, wanted):
        yield value
    if isinstance(value, BaseModel):
        parts = (getattr(value, name) for name in type(value).model_fields)
    elif is_dataclass(value):
        parts = (getattr(value, f.name) for f in fields(value) if not f.metadata)
    elif isinstance(value, dict):
        parts = iter(value.values())
    else:
        parts = iter(value if isinstance(value, tuple | list) else ())
    for part in parts:
        yield from inside(part, wanted)


# --- 6 and 7: a reading where it counts, and a day after the check ------------------------


@pytest.mark.parametrize("name", NAMES)
def test_6_a_title_tells_a_reading_only_where_it_leans_on_it(name):
    """What is met is met by every reading; a title of its own may say more."""
    chart, told = LIBRARY.chart(name), 0
    rest = [each for each in chart.decision.demands if each.rests_on_reading]
    good = in_order(chart)
    without = [
        {asked: answer for asked, answer in good.items() if asked != own}
        for demand in rest
        for own in chart.decision.own_questions(demand)
    ]
    for answers in [*without, *islice(dossiers(chart), 40)]:
        advice = advice_of(chart, answers)
        reading = advice.headline.reading
        for each in advice.judged:
            rests = each.demand.rests_on_reading
            if rests and rests in reading:
                told += 1
                assert each.standing in (Standing.NIET_VOLDAAN, Standing.ONBEKEND)
    assert bool(told) is bool(rest)


@pytest.mark.parametrize("name", NAMES)
def test_7_a_day_after_the_check_is_warned_of_and_one_before_is_not(name):
    chart = LIBRARY.chart(name)
    checked = chart.decision.header.checked_on
    day, before = (
        too_late_on(chart, date.fromordinal(checked.toordinal() + days))
        for days in (1, 0)
    )

    assert str(checked.year) in day
    assert before == ""


def too_late_on(chart, day):
    return certainty.too_late(LIBRARY, advice_of(chart, {}, day))


@pytest.mark.parametrize("name", NAMES)
def test_6_where_demands_of_the_law_are_met_the_law_is_what_it_rests_on(name):
    """Not “de wet beslist hier niet”, nor a ruling on a point that only weighs."""
    chart, told = LIBRARY.chart(name), set()
    for answers in islice(dossiers(chart), 60):
        advice = advice_of(chart, answers)
        counted = advice.table.counting(advice.outcome).in_title
        of_the_law = {e.demand.basis for e in counted if e.demand.decides}
        if advice.outcome.met and of_the_law and not advice.headline.reading:
            told.add(certainty.law_of(LIBRARY, advice))
    assert told <= {certainty.LawGround.TEXT}
    # Elsewhere something decides; here no law asks a thing of this body.
    assert told or name in (
        "buurtbemiddeling",
        "bedrijfsinbraak",
        "woninginbraak",
        "veiligheidsbeleving",
    )


# --- 10: a provisional ruling is provisional, and another ground is not ours -------------

PROVISIONAL = {
    "rb-amsterdam-2021-1413",
    "rb-gelderland-2020-6039",
    "rb-rotterdam-2022-5391",
    "rb-limburg-2018-8273",
    "rb-limburg-2018-9320",
    "rb-midden-nederland-2018-2287",
    "rb-zeeland-west-brabant-2019-3010",
}
SPEAKS_OF_A_JUDGE = re.compile(r"\b(rechters?|rechtbank)\b")
SAYS_PROVISIONAL = re.compile(r"voorlopig|schorst|voorzieningenrechter")
# Decided on something else than the law of our decision, said a second time.
OTHER_GROUND = {"ap-boete-rotterdam-2022", "rb-rotterdam-2000-saftlevenkwartier"}
CASES = judged_cases(LIBRARY)


def test_10_the_register_knows_which_rulings_are_provisional():
    found = {
        source.id
        for source in LIBRARY.sources.values()
        if "voorzieningenrechter" in source.title
    }

    assert found == PROVISIONAL


@pytest.mark.parametrize("name", NAMES)
def test_10_a_provisional_ruling_is_told_as_provisional(name):
    """In every text of a decision that speaks of a judge and cites such a ruling."""
    assert [text for text in about_one(name) if not SAYS_PROVISIONAL.search(text)] == []


def test_10_our_law_speaks_of_provisional_rulings():
    assert len(about_one("cameratoezicht")) > 1
    assert about_one("woonoverlastverordening")


def about_one(name):
    citing = [
        each
        for each in inside(LIBRARY.decision(name), BaseModel)
        if PROVISIONAL & set(getattr(each, "sources", ()) or ())
    ]
    texts = [" ".join(own_texts(each)) for each in citing]
    return [text for text in texts if SPEAKS_OF_A_JUDGE.search(text.lower())]


def own_texts(model):
    values = (getattr(model, name) for name in type(model).model_fields)
    return [value for value in values if type(value) is str]


@pytest.mark.parametrize("name", NAMES)
def test_10_a_headline_that_a_ruling_carries_does_not_say_that_it_is_the_law(name):
    chart, carried = LIBRARY.chart(name), 0
    for answers in islice(dossiers(chart), 150):
        advice = advice_of(chart, answers)
        unmet = [
            each.demand
            for each in advice.table.counting(advice.outcome).in_title
            if each.standing is Standing.NIET_VOLDAAN
        ]
        on_ruling = [d for d in unmet if PROVISIONAL & set(d.sources)]
        title = advice.headline.title
        if on_ruling and ("de wet" in title or "eisen (" in title or len(unmet) == 1):
            carried += 1
            assert SAYS_PROVISIONAL.search(f"{title} {advice.headline.reading}"), title
    assert carried or name != "cameratoezicht"


@pytest.mark.parametrize("name", NAMES)
def test_10_a_demand_on_a_ruling_is_turned_by_the_facts_of_that_case(name):
    """What rests on a ruling fell there too, and on what the court gave as reason."""
    by_id = {e.case.id: e for e in CASES if e.decision == name}
    on_ruling = [
        demand
        for demand in LIBRARY.decision(name).demands
        if Basis.RECHTSPRAAK in (demand.basis, demand.also)
    ]

    assert on_ruling or name not in ("cameratoezicht", "damocles")
    for demand in on_ruling:
        found = [by_id[source] for source in demand.sources if source in by_id]
        assert found or not demand.can_decide, demand.id
        for judged in found:
            assert judged.case.other_ground is None
            assert judged.case.ruling is Ruling.NIET_IN_STAND
            standing = judged.advice.demand(demand.id).standing
            assert standing is Standing.NIET_VOLDAAN, judged.case.id


def test_10_a_case_that_was_decided_on_another_ground_does_not_count_as_ours():
    other = [each for each in CASES if each.case.other_ground]

    assert {each.case.id for each in other} == OTHER_GROUND
    for each in other:
        assert each.agreement in (Agreement.OPEN, Agreement.NIET_GETOETST)
        assert each.case.verklaring
        assert each.case.other_ground in each.case.beside


def test_10_a_case_that_agrees_falls_on_what_the_court_gave_as_reason():
    same = [each for each in CASES if each.agreement is Agreement.GELIJK]

    assert same
    for each in same:
        if each.case.ruling is Ruling.NIET_IN_STAND:
            unmet = {
                one.demand.id
                for one in each.advice.judged
                if one.demand.decides and one.standing is Standing.NIET_VOLDAAN
            }
            assert set(each.case.falls_on) == unmet
