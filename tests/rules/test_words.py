"""Every word of the language: what it does, and how a fault in it is told.

Each word has a decision of a few lines in `tests/synthetisch`.
"""

from datetime import date

import pytest

from rules.content.acceptable_answers import good_answers, in_order, is_in_order
from rules.content.casefile import CaseFile
from rules.content.deadlines import Duration
from rules.content.decision_table import Title
from rules.content.demands import Basis, Effect, Standing
from rules.grammar.answers import Ticks, parse
from rules.grammar.errors import InputError
from rules.judging.advice import AnswerStatus, advise
from rules.judging.answer_meaning import answer_sources, meaning
from rules.judging.headline import headline
from rules.judging.journey import journey, journey_to_the_end
from rules.judging.what_to_ask import worded
from tests.rules.synthetic import chart_of, faults_after

TODAY = date(2026, 11, 21)


def told(folder, on=TODAY, **given):
    """The advice on answers that are written as in a dossier."""
    chart = chart_of(folder)
    by_id = chart.decision.question_by_id
    answers = {name: parse(by_id[name].answer, text) for name, text in given.items()}
    return advise(chart, CaseFile(folder, on, answers))


def standings(advice):
    return {each.demand.id: each.standing for each in advice.judged}


def ids(some):
    return [each.id for each in some]


# --- phase ------------------------------------------------------------------


def test_the_phase_is_asked_first_and_then_its_own_first_picture():
    chart = chart_of("fase")
    first = journey(chart, {})
    building = journey(chart, told("fase", stap="bouw").answers)

    assert ids(first.todo) == ["stap", "plek_is_vrij", "plan_ligt_er"]
    assert building.first_picture == ("stap", "plan_ligt_er")
    assert ids(building.todo) == ["plan_ligt_er", "plek_is_vrij"]


def test_a_demand_counts_from_the_phase_in_which_it_is_due():
    idea, plan = (told("fase", stap=s, plek_is_vrij="ja") for s in ("idee", "plan"))

    assert standings(idea)["plan"] is Standing.STRAKS
    assert standings(plan)["plan"] is Standing.ONBEKEND
    assert (idea.outcome.id, idea.headline.title) == (
        "mag",
        "Aan 1 eisen is voldaan; 1 komen later.",
    )
    assert plan.outcome.id == "open"


def test_without_the_phase_nothing_is_firm_and_each_demand_is_told_as_due():
    unknown = told("fase", plek_is_vrij="ja", plan_ligt_er="ja")

    assert (unknown.outcome.id, unknown.firm, unknown.phase) == ("open", False, None)
    assert set(standings(unknown).values()) == {Standing.VOLDAAN}


# --- how a question is put to a body --------------------------------------------


@pytest.mark.parametrize(
    ("answers", "put"),
    [
        ({}, "Als er een leuning is: wie keurde die?"),
        (
            {"bankje_heeft_leuning": "onbekend"},
            "Als er een leuning is: wie keurde die?",
        ),
        ({"bankje_heeft_leuning": "ja"}, "Wie keurde de leuning?"),
        (
            {"bankje_heeft_leuning": "ja", "leuning_is_veilig": "onbekend"},
            "Wie keurde de leuning?",
        ),
        (
            {"bankje_heeft_leuning": "ja", "leuning_is_veilig": "ja"},
            "Wie keurde de leuning?",
        ),
        (
            {"bankje_heeft_leuning": "ja", "leuning_is_veilig": "nee"},
            "Wanneer wordt de leuning hersteld?",
        ),
    ],
)
def test_a_question_is_worded_by_what_is_known_of_it(answers, put):
    advice = told("niet_van_toepassing", **answers)
    question = advice.decision.question_by_id["leuning_is_veilig"]

    assert worded(advice.decision, question, advice.answers) == put


# --- terms that run ------------------------------------------------------------


def ends(advice):
    return [(each.deadline.id, each.day) for each in advice.running]


def test_a_term_runs_from_the_day_that_was_answered_the_first_day_first():
    advice = told("termijn", plaatsing_op="2023-03-03")

    assert ends(advice) == [
        ("aankondiging", date(2022, 12, 9)),
        ("keuring", date(2027, 3, 3)),
    ]
    assert {each.since for each in advice.running} == {date(2023, 3, 3)}


def test_four_years_after_a_leap_day_is_a_leap_day_and_one_year_after_is_not():
    chart = chart_of("termijn")
    (keuring, _) = chart.decision.question_by_id["plaatsing_op"].deadlines
    leap, four = date(2024, 2, 29), date(2028, 2, 29)
    one = keuring.model_copy(update={"after": Duration(years=1)})

    assert (keuring.falls_on(leap), one.falls_on(leap)) == (four, date(2025, 2, 28))


@pytest.mark.parametrize("answer", [{}, {"plaatsing_op": "onbekend"}])
def test_no_term_runs_from_a_day_that_nobody_knows(answer):
    assert ends(told("termijn", **answer)) == []


def test_a_term_changes_no_outcome():
    without, with_day = told("termijn"), told("termijn", plaatsing_op="2023-03-03")

    assert without.outcome == with_day.outcome
    assert standings(without) == standings(with_day)


PAST, STILL = date(2027, 3, 4), date(2027, 3, 3)


def test_what_a_passed_term_denies_counts_as_unknown_and_clashes_with_its_day():
    given = {"plaatsing_op": "2023-03-03", "pas_gekeurd": "ja", "plan_ligt_er": "ja"}
    late, still = told("termijn", PAST, **given), told("termijn", STILL, **given)

    assert (still.outcome.id, still.firm, still.notices) == ("mag", True, ())
    assert (late.outcome.id, late.firm) == ("open", False)
    assert standings(late)["gekeurd"] is Standing.ONBEKEND
    assert [each.questions for each in late.clashes] == [
        ("pas_gekeurd", "plaatsing_op")
    ]
    assert ids(late.ask_first)[0] == "pas_gekeurd"


def test_a_passed_term_judges_as_the_dossier_in_which_nobody_knows():
    """So all that is proved of partial dossiers holds of a day that has passed."""
    day = {"plaatsing_op": "2023-03-03", "plan_ligt_er": "ja"}
    late = told("termijn", PAST, pas_gekeurd="ja", **day)
    open_ = told("termijn", PAST, pas_gekeurd="onbekend", **day)

    assert standings(late) == standings(open_)
    assert (late.outcome, late.possible) == (open_.outcome, open_.possible)
    assert late.answers == open_.answers


def test_a_term_that_runs_can_deny_the_other_answer_up_to_its_last_day():
    given = {"plaatsing_op": "2023-03-03", "pas_gekeurd": "nee", "plan_ligt_er": "ja"}
    running, late = told("termijn", STILL, **given), told("termijn", PAST, **given)

    assert running.outcome.id == "open"
    assert [each.questions for each in running.clashes] == [
        ("pas_gekeurd", "plaatsing_op")
    ]
    assert (late.outcome.id, late.notices) == ("mag_niet", ())


def test_a_term_denies_nothing_before_the_day_from_which_it_runs():
    before = told(
        "termijn", date(2023, 3, 2), plaatsing_op="2023-03-03", pas_gekeurd="nee"
    )

    assert before.notices == ()


@pytest.mark.parametrize("said", [{}, {"pas_gekeurd": "nee"}])
def test_a_passed_term_denies_nothing_that_was_not_said(said):
    late = told("termijn", PAST, plaatsing_op="2023-03-03", **said)

    assert late.notices == ()


def test_a_denied_answer_is_shown_as_it_was_given_and_as_not_certain():
    late = told("termijn", PAST, plaatsing_op="2023-03-03", pas_gekeurd="ja")
    (shown,) = [each for each in late.assessed if each.question.id == "pas_gekeurd"]

    assert shown.answer == parse(shown.question.answer, "ja")
    assert shown.status is AnswerStatus.ONBEKEND


@pytest.mark.parametrize(
    ("today", "title"),
    [
        (date(2023, 3, 3), "Het bankje past in de verordening."),
        (date(2023, 3, 4), "Het bankje staat er, en past."),
    ],
)
def test_a_title_can_look_at_whether_a_day_has_passed(today, title):
    given = {"plaatsing_op": "2023-03-03", "pas_gekeurd": "ja", "plan_ligt_er": "ja"}

    assert told("termijn", today, **given).headline.title == title


@pytest.mark.parametrize("day", [{}, {"plaatsing_op": "onbekend"}])
def test_a_day_that_nobody_knows_has_not_passed(day):
    advice = told("termijn", pas_gekeurd="ja", plan_ligt_er="ja", **day)

    assert advice.headline.title == "Het bankje past in de verordening."


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_a_day_that_the_calendar_does_not_have_is_left_out(day):
    by_id = chart_of("termijn").decision.question_by_id
    given = date.fromisoformat(day)
    found = [each.falls_on(given) for each in by_id["plaatsing_op"].deadlines]

    assert found.count(None) == 1


# --- demand -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "breadth", "market"),
    [
        ({"breedte_cm": "200"}, Standing.VOLDAAN, Standing.ONBEKEND),
        ({"breedte_cm": "301"}, Standing.NIET_VOLDAAN, Standing.ONBEKEND),
        ({"breedte_cm": "250"}, Standing.ONBEKEND, Standing.ONBEKEND),
        ({"plek_is_markt": "nee"}, Standing.ONBEKEND, Standing.NVT),
        (
            {"plek_is_markt": "ja", "marktmeester_is_akkoord": "nee"},
            Standing.ONBEKEND,
            Standing.NIET_VOLDAAN,
        ),
        ({"stap": "idee"}, Standing.ONBEKEND, Standing.STRAKS),
    ],
)
def test_a_demand_stands_in_one_of_five_ways(given, breadth, market):
    advice = told("standen", **{"stap": "bouw", **given})

    assert standings(advice) == {"breedte": breadth, "markt": market}


def test_what_is_not_due_yet_tells_how_it_would_stand():
    early = told(
        "standen", stap="idee", plek_is_markt="ja", marktmeester_is_akkoord="nee"
    )

    assert early.demand("markt").standing is Standing.STRAKS
    assert early.demand("markt").stands is Standing.NIET_VOLDAAN
    assert early.tally.niet_voldaan == 0


def test_from_a_day_on_a_demand_has_another_ground_and_effect():
    before = told(
        "op_datum", date(2026, 12, 31), hout_is_gekeurd="nee", plan_ligt_er="ja"
    )
    since = told("op_datum", date(2027, 1, 1), hout_is_gekeurd="nee", plan_ligt_er="ja")

    assert before.demand("keuring").demand.basis is Basis.GOED_BESTUUR
    assert since.demand("keuring").demand.basis is Basis.WET
    assert since.demand("keuring").demand.effect is Effect.BESLIST
    assert (before.outcome.id, since.outcome.id) == ("mag", "mag_niet")


def test_what_is_not_met_is_told_with_its_repair_and_who_can():
    (unmet,) = told("fase", stap="bouw", plan_ligt_er="nee").improve
    (repair,) = unmet.demand.repair

    assert (repair.who, repair.text) == ("college", "Maak een plan.")
    assert repair.request == "een plan te maken"


def test_of_several_repairs_those_are_told_that_mend_what_lacks():
    def mended(**given):
        return [one.text for one in told("eisen", **given).demand("gemeten").repair]

    both = {"nulmeting": "nee", "cijfers": "nee"}
    assert mended(**both) == ["Meet vooraf.", "Meet achteraf."]
    assert mended(nulmeting="ja", evaluatie="nee", cijfers="nee") == ["Meet achteraf."]


# --- cards ------------------------------------------------------------------


def test_a_card_is_one_screen_whose_rows_take_what_it_says():
    screen = chart_of("kaart").decision.screens[0]
    first, second = screen.rows

    assert (screen.id, screen.is_card) == ("leuning", True)
    assert (screen.title, screen.intro) == (
        "Hoe zit het met de leuning?",
        "Kijk op de tekening.",
    )
    assert [row.number for row in screen.rows] == ["1.1", "1.2"]
    assert (first.who, second.who) == ("college", "raad")
    assert (first.changes, first.look_up, first.sources) == (
        "raad",
        "griffie",
        ("bankjesverordening-1",),
    )


def test_a_row_that_hangs_on_a_row_above_stays_shown_and_counts_for_nothing():
    advice = told("kaart", bankje_heeft_leuning="nee", leuning_is_veilig="nee")
    halt = journey(advice.chart, advice.answers).halt("leuning")

    assert ids(halt.shown) == ["bankje_heeft_leuning", "leuning_is_veilig"]
    assert standings(advice)["veilig"] is Standing.VOLDAAN
    statuses = {each.question.id: each.status for each in advice.assessed}
    assert statuses["leuning_is_veilig"] is AnswerStatus.NIET_VAN_TOEPASSING


def test_a_card_that_was_saved_is_done_and_its_empty_row_is_asked_again():
    advice = told("kaart", bankje_heeft_leuning="ja")
    here = journey(advice.chart, advice.answers)

    assert here.halt("leuning").is_done
    assert ids(here.todo) == ["plan_ligt_er"]
    assert ids(advice.ask_first) == ["leuning_is_veilig", "plan_ligt_er"]


# --- ticks ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("ticked", "standing"),
    [
        ("zitten", Standing.VOLDAAN),
        ("zitten, praten", Standing.VOLDAAN),
        ("zitten, verkopen", Standing.NIET_VOLDAAN),
        ("nergens", Standing.NIET_VOLDAAN),
        ("onbekend", Standing.ONBEKEND),
    ],
)
def test_ticks_are_in_order_when_each_of_them_is(ticked, standing):
    assert standings(told("vinkjes", waarvoor=ticked))["doel"] is standing


def test_ticks_say_what_each_of_them_means_in_the_order_of_the_options():
    asked = chart_of("vinkjes").decision.find("waarvoor")
    answer = parse(asked.answer, "praten, verkopen, zitten")

    assert answer == Ticks(("zitten", "praten", "verkopen"))
    assert meaning(asked, answer) == (
        "Het bankje is om te zitten en praten. Het bankje is om te verkopen."
    )
    assert meaning(asked, Ticks(("verkopen",))) == "Het bankje is om te verkopen."


@pytest.mark.parametrize(
    ("kleur", "sources"), [("groen", ("bankjesverordening-1",)), ("rood", ())]
)
def test_an_option_is_about_its_own_sources_where_an_option_names_them(kleur, sources):
    found = told("keuze", kleur_bankje=kleur)
    (question,) = found.decision.questions

    assert answer_sources(question, found.answers[question.id]) == sources


def test_of_an_answer_without_options_the_whole_question_is_the_source():
    found = told("keuze")
    (question,) = found.decision.questions

    assert answer_sources(question, None) == question.sources


def test_a_source_of_an_option_that_is_not_there_is_told_with_its_place(tmp_path):
    wrong = "sources: [bankjesverordening-9]}"
    given = ("keuze", "vragen.yaml", "sources: [bankjesverordening-1]}", wrong)

    assert "bankjesverordening-9" in " ".join(faults_after(*given, tmp_path))


def test_one_of_some_ticks_is_enough():
    assert standings(told("vinkjes", waarvoor="zitten"))["ontmoeten"] is (
        Standing.NIET_VOLDAAN
    )
    assert standings(told("vinkjes", waarvoor="praten, verkopen"))["ontmoeten"] is (
        Standing.VOLDAAN
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "Kies ten minste één antwoord."),
        (", ,", "Kies ten minste één antwoord."),
        ("ziten", "'ziten' staat niet in de lijst: kies uit zitten, praten"),
        ("zitten, nergens", "U koos ‘Nergens voor’ en ook ‘Om te zitten’."),
    ],
)
def test_ticks_that_cannot_be_are_refused(text, message):
    asked = chart_of("vinkjes").decision.find("waarvoor")
    with pytest.raises(InputError, match=message):
        parse(asked.answer, text)


# --- in_order ---------------------------------------------------------------

GOOD = {
    "plan_ligt_er": ("ja", "nee"),
    "verf_is_giftig": ("nee", "ja"),
    "kleur": ("bruin", "paars"),
    "gebruik": ("zitten", "zitten, skaten"),
    "breedte_cm": ("200", "201"),
    "budget": ("100,00", "99,99"),
}


@pytest.mark.parametrize("name", GOOD)
def test_each_kind_of_answer_says_what_is_in_order(name):
    asked = chart_of("in_orde").decision.find(name)
    good, bad = (parse(asked.answer, text) for text in GOOD[name])

    assert is_in_order(asked, good)
    assert not is_in_order(asked, bad)
    assert standings(told("in_orde", **{name: GOOD[name][1]})) == {
        "alles": Standing.NIET_VOLDAAN
    }


def test_all_in_order_is_met():
    advice = told("in_orde", **{name: good for name, (good, _) in GOOD.items()})

    assert (advice.outcome.id, advice.firm) == ("mag", True)


@pytest.mark.parametrize("name", ["plaatsing_op", "is_mooi"])
def test_a_date_and_an_opinion_are_told_and_never_judged(name):
    asked = chart_of("in_orde").decision.find(name)

    assert in_order(asked) is None
    assert good_answers(asked) == ()
    assert not asked.judges


# --- at least so many -------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "standing", "carried"),
    [
        (
            {"buren_zijn_voor": "ja", "winkel_is_tegen": "nee"},
            Standing.VOLDAAN,
            ("buren_zijn_voor", "winkel_is_tegen"),
        ),
        (
            {"buren_zijn_voor": "nee", "winkel_is_tegen": "ja", "school_is_voor": "ja"},
            Standing.NIET_VOLDAAN,
            ("buren_zijn_voor", "winkel_is_tegen"),
        ),
        (
            {"buren_zijn_voor": "ja"},
            Standing.ONBEKEND,
            ("winkel_is_tegen", "school_is_voor"),
        ),
    ],
)
def test_at_least_so_many_answers_are_in_order(given, standing, carried):
    judged = told("minstens", **given).demand("steun")

    assert (judged.standing, judged.carried_by) == (standing, carried)


# --- clash ------------------------------------------------------------------


def test_answers_that_clash_are_told_and_nothing_is_firm():
    advice = told("botsing", duur="altijd", einddatum="ja", plan_ligt_er="ja")
    (clash,) = advice.clashes

    assert clash.text == "Het bankje blijft voor altijd, en er is een einddatum."
    assert (advice.outcome.id, advice.firm) == ("open", False)
    assert advice.headline.title == "Twee antwoorden passen niet bij elkaar."
    assert advice.ask_first[0].id == "duur"
    assert advice.tonight[0].text == "Hoe lang staat het bankje er?"


def test_a_hint_is_told_and_changes_nothing():
    advice = told("botsing", duur="zomer", einddatum="nee", plan_ligt_er="ja")

    assert advice.clashes == ()
    assert [each.hint for each in advice.notices] == [True]
    assert (advice.outcome.id, advice.firm) == ("mag", True)


# --- titles -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "outcome", "title"),
    [
        (
            {},
            "open",
            "Van de 2 punten: 0 voldaan, 0 niet, 2 onbekend. Bekend: 0 van 4.",
        ),
        (
            {"waarvoor": "zitten", "plek_is_vrij": "ja", "is_stevig": "nee"},
            "open",
            "Van de 2 punten: 0 voldaan, 1 niet, 1 onbekend. Bekend: 3 van 4.",
        ),
        (
            {"plan_ligt_er": "nee"},
            "mag_niet",
            "Eén punt mist: een plan. Maak een plan.",
        ),
        (
            {"plan_ligt_er": "nee", "plek_is_vrij": "nee"},
            "mag_niet",
            "2 van 2 punten missen: een plan en een vrije plek.",
        ),
        ({"waarvoor": "reclame"}, "elders", "Voor reclame is er een andere wet."),
        (
            {"plan_ligt_er": "ja", "plek_is_vrij": "ja"},
            "met_punten",
            "Het past; 1 van 1 wegen mee: 0 niet, 0 wel.",
        ),
        (
            {"plan_ligt_er": "ja", "plek_is_vrij": "ja", "is_stevig": "ja"},
            "mag",
            "Aan beide eisen is voldaan.",
        ),
    ],
)
def test_a_title_counts_what_it_says(given, outcome, title):
    advice = told("titels", **given)

    assert (advice.outcome.id, advice.headline.title) == (outcome, title)


@pytest.mark.parametrize(
    ("text", "count", "said"),
    [
        ("Alle {n} eisen zijn onbekend.", (), "Beide eisen zijn onbekend."),
        ("Hier zijn alle {n} eisen open.", (), "Hier zijn beide eisen open."),
        ("Alle {n} eisen.", ("plan", "plek", "stevig"), "Alle 3 eisen."),
        ("Van alle {n}, en van {n}.", (), "Van beide, en van 2."),
    ],
)
def test_nobody_says_all_two(text, count, said):
    advice = told("titels")
    words = {"titles": (Title(text=text),), "count": count}

    outcome = advice.outcome.model_copy(update=words)
    assert headline(advice.table, outcome).title == said


@pytest.mark.parametrize(
    ("text", "count", "said"),
    [
        ("{o} van de {n} eisen zijn open.", (), "beide eisen zijn open."),
        ("Open: {o} van de {n}.", ("plan", "plek", "stevig"), "Open: alle 3."),
        ("Open: {o} van de {n}.", ("plan",), "Open: 1 van de 1."),
        ("Op orde: {v} van de {n}.", (), "Op orde: 0 van de 2."),
    ],
)
def test_nobody_says_three_of_the_three(text, count, said):
    advice = told("titels")
    words = {"titles": (Title(text=text),), "count": count}

    outcome = advice.outcome.model_copy(update=words)
    assert headline(advice.table, outcome).title == said


def test_what_an_outcome_counts_is_the_tally_beside_it_too():
    tally = told("titels").tally

    assert (tally.due, tally.onbekend) == (2, 2)


def test_a_title_says_what_a_single_body_knows():
    headline = told("titels", plan_ligt_er="nee").headline

    assert headline.next_step == "Vraag het college: 0 keer."
    assert headline.meaning == "Van 2: 0 voldaan, 1 niet, 1 onbekend."


def test_a_title_may_rest_on_a_reading_of_its_own_or_of_what_it_counts():
    own = told("titels", plan_ligt_er="ja", plek_is_vrij="ja", is_stevig="nee").headline
    counted = told("titels").headline

    assert own.reading == "Anderen vinden stevig genoeg wat wij wankel noemen."
    assert own.meaning == "Stevig is een oordeel."
    assert counted.reading == "Dat een schets geen plan is, is onze lezing."


@pytest.mark.parametrize(
    ("plan", "plek", "counts", "leans"),
    [
        ("ja", "ja", "{n}", False),
        ("ja", "onbekend", "{n} en {o}", False),
        ("onbekend", "ja", "{n}", True),
        ("onbekend", "ja", "{o}", True),
        ("onbekend", "nee", "{x}", False),
        ("nee", "ja", "{n}", True),
        ("nee", "ja", "{x}", True),
        ("nee", "ja", "{eis}", True),
        ("nee", "onbekend", "{o}", False),
        ("nee", "ja", "Nee.", False),
    ],
)
def test_a_title_leans_on_a_reading_only_where_it_counts_it_as_amiss(
    plan, plek, counts, leans
):
    advice = told("titels", plan_ligt_er=plan, plek_is_vrij=plek)
    title = Title(text=counts)
    outcome = advice.outcome.model_copy(update={"titles": (title,), "count": ()})

    assert bool(headline(advice.table, outcome).reading) is leans


def test_an_outcome_that_ends_the_walk_lets_the_rest_fall_away():
    advice = told("titels", waarvoor="reclame")
    here = journey(advice.chart, advice.answers)

    assert ids(here.ended) == ["bankje"]
    assert here.next is None
    assert ids(journey_to_the_end(advice.chart, advice.answers).todo) == ["bankje"]
    assert [each.to for each in advice.tonight] == ["college", "college", "raad"]


def test_a_choice_that_is_still_to_be_made_is_never_firm():
    advice = told("titels", waarvoor="allebei")

    assert (advice.outcome.id, ids(advice.possible)) == ("gemengd", ["gemengd"])
    assert not advice.firm


# --- faults -----------------------------------------------------------------

HEADER, ASKED, DEMANDS = "besluit.yaml", "vragen.yaml", "eisen.yaml"
FAULTS = {
    "phase that does not exist": (
        ("fase", DEMANDS, "due: plan", "due: pln"),
        (
            "eisen.yaml:15 — eis 'plan' verwijst naar fase 'pln', maar die staat niet "
            "bij de opties van de fasevraag. Bedoelde u 'plan'?"
        ),
    ),
    "phase in the table that does not exist": (
        ("fase", HEADER, "{phase: [plan, bouw]}", "{phase: [plan, boww]}"),
        "besluit.yaml:18 — besluit 'fase' verwijst naar fase 'boww', maar die",
    ),
    "phase that is no question": (
        ("fase", HEADER, "phase: stap", "phase: stp"),
        "besluit.yaml:11 — besluit 'fase' verwijst naar vraag 'stp', maar die",
    ),
    "phase that is no choice": (
        ("fase", HEADER, "phase: stap", "phase: plan_ligt_er"),
        "besluit.yaml:11 — fasevraag 'plan_ligt_er' hoort een keuze te zijn.",
    ),
    "phase without a first picture": (
        ("fase", HEADER, "  bouw: [plan_ligt_er]\n", ""),
        "besluit.yaml:12 — bij first_picture ontbreekt fase 'bouw'.",
    ),
    "first picture with a screen that is not there": (
        ("fase", HEADER, "idee: [plek_is_vrij]", "idee: [plek_vrij]"),
        "besluit.yaml:13 — besluit 'fase' verwijst naar scherm 'plek_vrij', maar dat",
    ),
    "due where there is no phase": (
        ("kaart", DEMANDS, "basis: wet", "basis: wet\n  due: later"),
        "eisen.yaml:5 — eis 'veilig' telt vanaf 'later', maar dit besluit heeft geen phase.",
    ),
    "demand without basis": (
        ("kaart", DEMANDS, "  basis: wet\n", ""),
        "eisen.yaml:1 — 'veilig': 'basis' ontbreekt.",
    ),
    "basis that is none": (
        ("kaart", DEMANDS, "basis: wet", "basis: wett"),
        (
            "eisen.yaml:4 — 'veilig': 'basis' is 'wett', maar moet wet, rechtspraak, "
            "toezichthouder, lezing of goed_bestuur zijn. Bedoelde u 'wet'?"
        ),
    ),
    "reading that decides": (
        ("kaart", DEMANDS, "basis: wet", "basis: lezing"),
        (
            "eisen.yaml:1 — 'veilig': basis 'lezing' kan niet beslissen: "
            "dat doen alleen wet en rechtspraak."
        ),
    ),
    "reading that decides from a day on": (
        (
            "op_datum",
            DEMANDS,
            "basis: wet, effect: beslist}]",
            "basis: lezing, effect: beslist}]",
        ),
        "eisen.yaml:10 — 'keuring': basis 'lezing' kan niet beslissen",
    ),
    "decides without repair": (
        (
            "minstens",
            DEMANDS,
            '  repair: [{who: college, text: "Zoek steun.", request: "steun te zoeken"}]\n',
            "",
        ),
        "eisen.yaml:1 — 'steun': een eis die beslist, heeft repair nodig.",
    ),
    "decides from a day on without repair": (
        (
            "op_datum",
            DEMANDS,
            '  repair: [{who: college, text: "Laat het hout keuren.", request: "het hout te laten keuren"}]\n',
            "",
        ),
        "eisen.yaml:10 — 'keuring': een eis die ooit beslist, heeft repair nodig.",
    ),
    "decides without a short name": (
        ("kaart", DEMANDS, '  short: "een veilige leuning"\n', ""),
        "eisen.yaml:1 — 'veilig': een eis die beslist, heeft short nodig voor de kop.",
    ),
    "weight of what decides": (
        ("kaart", DEMANDS, "effect: beslist", "effect: beslist\n  weight: zwaar"),
        "eisen.yaml:1 — 'veilig': weight hoort alleen bij een eis die weegt.",
    ),
    "law without a source": (
        ("kaart", DEMANDS, "  sources: [bankjesverordening-1]\n", ""),
        "eisen.yaml:1 — 'veilig': basis 'wet' heeft sources nodig.",
    ),
    "repair by a body that is not there": (
        ("kaart", DEMANDS, "who: college", "who: colege"),
        "eisen.yaml:9 — eis 'veilig' verwijst naar orgaan 'colege', maar dat",
    ),
    "card of nine rows": (
        (
            "minstens",
            ASKED,
            "  rows:\n",
            "  rows:\n"
            + "".join(f'    - {{id: r{n}, text: "Is het zo?"}}\n' for n in range(6)),
        ),
        "vragen.yaml:5 — bij 'rows' mogen er ten hoogste 6 staan.",
    ),
    "card without rows": (
        (
            "kaart",
            ASKED,
            "  rows:\n    - id: bankje_heeft_leuning",
            "  rows: []\n  x:\n    - id: bankje_heeft_leuning",
        ),
        "bij 'rows' horen er ten minste 1 te staan.",
    ),
    "row that is no question": (
        ("minstens", ASKED, "  rows:\n", "  rows:\n    - zomaar\n"),
        "vragen.yaml:6 — bij 'dit onderdeel' horen regels als 'naam: waarde' te staan.",
    ),
    "row that applies on an unknown question": (
        (
            "kaart",
            ASKED,
            "{question: bankje_heeft_leuning, is: ja}",
            "{question: bankje_heeft_leunng, is: ja}",
        ),
        "vragen.yaml:20 — vraag 'leuning_is_veilig' verwijst naar vraag 'bankje_heeft_leunng', maar die",
    ),
    "card twice": (
        ("kaart", ASKED, "- {id: plan_ligt_er,", "- {id: leuning,"),
        "scherm 'leuning' staat er twee keer.",
    ),
    "row of a question with no meaning": (
        ("minstens", ASKED, ', if_no: "De buren zijn niet voor."', ""),
        "vragen.yaml:6 — 'buren_zijn_voor': zeg met if_yes en if_no wat elk antwoord betekent.",
    ),
    "tick that is not there": (
        ("vinkjes", DEMANDS, "includes: [praten]", "includes: [prate]"),
        "eisen.yaml:13 — vraag 'waarvoor' heeft geen optie 'prate'. Bedoelde u 'praten'?",
    ),
    "ticks that stand together nowhere": (
        ("vinkjes", ASKED, "te {waarde}.", "te zitten."),
        "vragen.yaml:1 — 'waarvoor': bij ticks hoort in if_yes {waarde}: daar komen de opties.",
    ),
    "ticks tested as a choice": (
        ("vinkjes", DEMANDS, "includes: [praten]", "one_of: [praten]"),
        "eisen.yaml:13 — vraag 'waarvoor' is ticks: toets haar met includes.",
    ),
    "every tick": (
        (
            "vinkjes",
            DEMANDS,
            "includes: [praten]",
            "includes: [zitten, praten, verkopen, nergens]",
        ),
        "eisen.yaml:13 — includes noemt alle opties van vraag 'waarvoor': altijd waar.",
    ),
    "in order, an option that is not there": (
        ("in_orde", ASKED, "in_order: [groen, bruin]", "in_order: [groen, roze]"),
        "'kleur': in_order noemt 'roze', en die optie is er niet.",
    ),
    "in order, every option": (
        (
            "in_orde",
            ASKED,
            "in_order: [groen, bruin]",
            "in_order: [groen, bruin, paars]",
        ),
        "'kleur': in_order noemt alle opties: dan valt er niets te oordelen, en hoort hier geen.",
    ),
    "fact of ja or nee": (
        ("in_orde", ASKED, "in_order: nee", 'in_order: nee, fact: "is zij {waarde}"'),
        "'verf_is_giftig': fact hoort alleen bij een getal, een bedrag of een datum.",
    ),
    "fact without a place for the value": (
        (
            "in_orde",
            ASKED,
            "in_order: {at_most: 200}",
            'in_order: {at_most: 200}\n  fact: "is het breed"',
        ),
        "'breedte_cm': in fact hoort {waarde}: daar komt het antwoord.",
    ),
    "in order, ja for a choice": (
        ("in_orde", ASKED, "in_order: [groen, bruin]", "in_order: ja"),
        "'kleur': zet bij in_order de opties die in orde zijn, of geen.",
    ),
    "in order, a limit for ja or nee": (
        ("in_orde", ASKED, "in_order: nee", "in_order: {at_most: 3}"),
        "'verf_is_giftig': in_order is hier ja, nee of geen.",
    ),
    "in order, options for a number": (
        ("in_orde", ASKED, "in_order: {at_most: 200}", "in_order: [smal]"),
        "'breedte_cm': zet bij in_order een grens met at_most of at_least, of geen.",
    ),
    "in order, two limits": (
        (
            "in_orde",
            ASKED,
            "in_order: {at_most: 200}",
            "in_order: {at_most: 200, at_least: 3}",
        ),
        "'breedte_cm': kies één grens: at_most of at_least.",
    ),
    "in order, a day": (
        (
            "in_orde",
            ASKED,
            "in_order: geen, answer: {kind: date}",
            "in_order: ja, answer: {kind: date}",
        ),
        "'plaatsing_op': hier hoort in_order: geen.",
    ),
    "at least three of two": (
        ("minstens", DEMANDS, "at_least: 2", "at_least: 4"),
        "'steun': van de 3 kunnen er geen 4 gelden.",
    ),
    "at least none": (
        ("minstens", DEMANDS, "at_least: 2", "at_least: 0"),
        "'at_least' hoort ten minste 1 te zijn.",
    ),
    "condition that is none": (
        ("minstens", DEMANDS, "{at_least: 2, of: [", "{minstens: 2, van: ["),
        "eisen.yaml:6 — 'steun': dit is geen voorwaarde: gebruik question, zo nodig met",
    ),
    "unknown question where a rule may stand": (
        (
            "minstens",
            DEMANDS,
            "{question: school_is_voor}",
            "{question: school_is_vor}",
        ),
        "eisen.yaml:6 — eis 'steun' verwijst naar vraag 'school_is_vor', maar die",
    ),
    "a judgement asked of what has none": (
        ("botsing", DEMANDS, "{question: plan_ligt_er}", "{question: einddatum}"),
        "eisen.yaml:6 — bij vraag 'einddatum' is niets in orde (in_order: geen)",
    ),
    "clash of a question with itself": (
        (
            "botsing",
            HEADER,
            "{question: einddatum, is: ja}]",
            "{question: duur, one_of: [zomer]}]",
        ),
        "'botsing': een vraag botst niet met zichzelf: 'duur' staat er twee keer.",
    ),
    "clash that asks something else": (
        ("botsing", HEADER, "ask: duur", "ask: plan_ligt_er"),
        "'botsing': ask noemt een van de twee vragen: welke eerst opnieuw?",
    ),
    "clash that asks nothing": (
        ("botsing", HEADER, "    ask: duur\n", ""),
        "'botsing': ask noemt een van de twee vragen: welke eerst opnieuw?",
    ),
    "clash of three": (
        (
            "botsing",
            HEADER,
            "{question: einddatum, is: ja}]",
            "{question: einddatum, is: ja}, {question: plan_ligt_er, is: ja}]",
        ),
        "bij 'pair' mogen er ten hoogste 2 staan.",
    ),
    "clash on an option that is not there": (
        ("botsing", HEADER, "one_of: [altijd]", "one_of: [altijt]"),
        "vraag 'duur' heeft geen optie 'altijt'. Bedoelde u 'altijd'?",
    ),
    "hole that cannot be filled": (
        ("titels", HEADER, "Voor {waarvoor} is", "Voor {warvoor} is"),
        "besluit.yaml:22 — '{warvoor}' kunnen wij niet invullen. Bedoelde u 'waarvoor'? (uitkomst 'elders')",
    ),
    "hole that is not closed": (
        ("titels", HEADER, "Voor {waarvoor} is", "Voor {waarvoor is"),
        "besluit.yaml:22 — een accolade staat open of dicht zonder de andere. (uitkomst 'elders')",
    ),
    "last title with a condition": (
        ("titels", HEADER, '      - text: "{x} van {n} punten missen: {eis}."\n', ""),
        "de laatste titel van uitkomst 'mag_niet' moet de rest opvangen: laat when weg.",
    ),
    "row that counts": (
        (
            "titels",
            HEADER,
            "{demands: beslist, any: [onbekend]}",
            "{tally: onbekend, is: 1}",
        ),
        "of before. Alleen een titel kent ook tally en passed.",
    ),
    "count of a demand that is not there": (
        ("titels", HEADER, "count: [plan, stevig]", "count: [plan, stevg]"),
        "besluit.yaml:39 — besluit 'titels' verwijst naar eis 'stevg', maar die",
    ),
    "known screen that is not there": (
        ("titels", HEADER, "known: [waarvoor, bankje]", "known: [waarvoor, bankje_x]"),
        "besluit.yaml:41 — besluit 'titels' verwijst naar scherm 'bankje_x', maar dat",
    ),
    "title that says that all is met, of an outcome that does not": (
        (
            "kaart",
            HEADER,
            "Dit is nog niet te beoordelen.",
            "Aan alle eisen is voldaan.",
        ),
        "deze titel van uitkomst 'open' zegt dat aan de eisen is voldaan: zet er met: true bij.",
    ),
    "‘u’ in what another body is asked": (
        (
            "kaart",
            ASKED,
            'text: "Ligt er een plan?", who: college',
            'text: "Ligt er een plan?", who: schilder, ask: "Hebt u een plan?"',
        ),
        (
            "vragen.yaml:22 — in een stuk van de raad gaat deze vraag naar het college, "
            "dus ‘u’ is daar niet de schilder: noem die."
        ),
    ),
    "repair that lets its own body do it": (
        (
            "kaart",
            DEMANDS,
            'who: college, text: "Maak',
            'who: schilder, text: "Laat de schilder schuren. Maak',
        ),
        "eisen.yaml:9 — de schilder doet dit zelf: begin niet met ‘Laat de schilder’.",
    ),
    "request that lets its own body do it": (
        (
            "kaart",
            DEMANDS,
            'who: college, text: "Maak de leuning veilig.", request: "de leuning',
            'who: schilder, text: "Schuur.", request: "de schilder te laten schuren, en de leuning',
        ),
        "eisen.yaml:9 — de schilder doet dit zelf: laat ‘de schilder te laten’ weg.",
    ),
    "a number told without its one": (
        (
            "getal_en_grens",
            ASKED,
            "  in_order: ",
            '  fact: "is het bankje {waarde}"\n  in_order: ',
        ),
        "zeg met fact_one hoe het er bij één staat",
    ),
    "term without a date": (
        (
            "termijn",
            ASKED,
            "answer: {kind: date, past: true}",
            "answer: {kind: yes_no}",
        ),
        "een termijn (deadlines) loopt alleen vanaf een datum",
    ),
    "term of two lengths": (
        ("termijn", ASKED, "after: {years: 4}", "after: {years: 4, days: 3}"),
        "kies één lengte: years, weeks of days",
    ),
    "term in two directions": (
        (
            "termijn",
            ASKED,
            "after: {years: 4}",
            "after: {years: 4}\n      before: {days: 3}",
        ),
        "kies één richting: after of before",
    ),
    "term that denies what is not asked": (
        ("termijn", ASKED, "{question: pas_gekeurd,", "{question: pas_gekeurt,"),
        "vraag 'pas_gekeurt', maar die staat niet in vragen.yaml. Bedoelde u 'pas_gekeurd'?",
    ),
    "term that denies an answer that cannot be given": (
        ("termijn", ASKED, "pas_gekeurd, is: ja}", "pas_gekeurd, one_of: [vaak]}"),
        "toets haar met is: ja of is: nee",
    ),
    "term that denies its own day": (
        (
            "termijn",
            ASKED,
            "{question: pas_gekeurd, is: ja}",
            '{question: plaatsing_op, before: "2020-01-01"}',
        ),
        "een termijn ontkent een andere vraag dan die naar de dag (denies)",
    ),
    "term that denies and runs back": (
        ("termijn", ASKED, "after: {years: 4}", "before: {years: 4}"),
        "once_past en while_running horen bij een termijn met after",
    ),
    "title on a day that nobody asks": (
        ("termijn", HEADER, "{passed: plaatsing_op}", "{passed: plaatsing}"),
        "vraag 'plaatsing', maar die staat niet in vragen.yaml",
    ),
    "title on the day of a yes or no": (
        ("termijn", HEADER, "{passed: plaatsing_op}", "{passed: plan_ligt_er}"),
        "vraag 'plan_ligt_er' is yes_no: toets haar met is: ja of is: nee.",
    ),
    "term that rests on no source": (
        ("termijn", ASKED, "sources: [bankjesverordening-1]", "sources: [bankjeswet]"),
        "bron 'bankjeswet'",
    ),
    "careful words for a question that always applies": (
        (
            "niet_van_toepassing",
            ASKED,
            'text: "Ligt er een plan voor het bankje?"',
            'text: "Ligt er een plan voor het bankje?"\n  ask_if_open: "Als er een plan is: welk?"',
        ),
        "vraag 'plan_ligt_er' is altijd aan de orde, dus niemand leest ask_if_open: laat die weg.",
    ),
    "words for a nee where nothing is in order": (
        (
            "niet_van_toepassing",
            ASKED,
            'text: "Staat het bankje op de markt?"',
            'text: "Staat het bankje op de markt?"\n  ask_if_unmet: "Waarom niet?"',
        ),
        "ask_if_unmet hoort bij een antwoord dat te beoordelen is",
    ),
    "short name of an option that no title tells": (
        (
            "vinkjes",
            ASKED,
            'label: "Om te verkopen",',
            'label: "Om te verkopen", short: "verkopen",',
        ),
        "vragen.yaml:12 — geen titel noemt {waarvoor}, dus niemand leest short van optie 'verkopen'",
    ),
    "short name of a demand that no title counts": (
        (
            "eisen",
            DEMANDS,
            '  title: "Er wordt gemeten"',
            '  title: "Er wordt gemeten"\n  short: "meten"',
        ),
        "geen titel telt eis 'gemeten', dus niemand leest short: laat die weg",
    ),
    "meaning of an opinion": (
        (
            "eigen_oordeel",
            ASKED,
            "  answer: {kind: weighing}",
            '  answer: {kind: weighing}\n  if_yes: "Mooi."',
        ),
        "een eigen oordeel vertelt niemand na: geen if_yes, if_no",
    ),
    "Dutch key": (
        ("minstens", DEMANDS, "  title: ", "  titel: "),
        "eisen.yaml:2 — 'steun': 'titel' kennen wij hier niet. Bedoelde u 'title'?",
    ),
    "Dutch word of the glossary": (
        ("vinkjes", ASKED, "  chapter: bankje", "  hoofdstuk: bankje"),
        "vragen.yaml:2 — 'waarvoor': 'hoofdstuk' kennen wij hier niet. Bedoelde u 'chapter'?",
    ),
    "use of what is no name": (
        (
            "gedeelde_vraag",
            "besluiten/bankje_kort/vragen.yaml",
            "use: plan_ligt_er",
            "use: [plan_ligt_er]",
        ),
        "vragen.yaml:1 — gedeelde vraag '['plan_ligt_er']' staat niet in gedeeld.yaml.",
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_in_a_word_is_told_with_its_place_and_what_was_meant(name, tmp_path):
    (folder, file, old, new), fault = FAULTS[name]
    found = faults_after(folder, file, old, new, tmp_path)

    assert fault in "\n".join(found)
    assert all(line.startswith("besluiten/") for line in found)
