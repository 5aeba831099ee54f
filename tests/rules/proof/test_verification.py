"""The prover: it accepts our law, refuses faulty law, and others reach the same."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from rules.content.demands import Standing
from rules.grammar.answers import DONT_KNOW, NO, YES
from rules.grammar.sources import Source
from rules.judging.folded_decision import Chart
from rules.proof.certificate import ClaimVerdict
from rules.proof.examination import (
    CLAIMS,
    as_data,
    as_text,
    engines_agree,
    examine,
)
from rules.proof.expectations import numbers_are_the_law, sources_hold
from rules.proof.polarity import polarity_holds
from rules.proof.searching import dossier_of
from rules.proof.verification import (
    demands_can_turn,
    examples,
    headline_is_no_firmer,
    nothing_falls_away,
    outcomes_come_out,
    questions_apply,
    questions_matter,
    rows_are_hit,
    rules_decide,
    table_is_closed,
    unknown_never_flatters,
)
from tests.rules.build import (
    CLASH,
    OPEN,
    TABLE,
    UNMET,
    all_of,
    any_of,
    card,
    choice,
    decision,
    demand,
    good,
    no,
    outcome,
    phased,
    question,
    row,
    rule,
    stands,
    ticks,
    yes,
)
from tests.rules.solver import Solver
from tests.rules.worlds import Brute, decisions

DAYS = {"kind": "number", "unit": "dagen", "min": 0, "max": 99}


@pytest.fixture(scope="module")
def examined(library):
    """The real law, with every claim looked at."""
    return {name: examine(library.chart(name)) for name in library.decisions}


def statute(**changes):
    return Source.model_validate(
        {
            "id": "wet-1",
            "kind": "wet",
            "title": "Wet, artikel 1",
            "bwb": "BWBR0000001",
            "article": "1",
            "valid_from": "2019-01-01",
            "url": "https://wetten.overheid.nl/BWBR0000001/2019-01-01",
            "seen": "tekst",
            "checked_on": "2026-11-21",
            "traced": True,
            **changes,
        }
    )


def law(*asked, when=None, demands=(), **changes):
    """A decision on one demand, or on these."""
    found = demands or [demand("eis", when)]
    return replace(decision(asked, found, **changes), sources={"wet-1": statute()})


def found(claim, made):
    return list(claim(Chart(made)))


def whats(claim, made):
    return [failure.what for failure in found(claim, made)]


# --- our own law ------------------------------------------------------------


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim.id)
def test_every_claim_holds_of_our_law(examined, claim):
    assert examined
    for name, law in examined.items():
        assert law.failures[claim.id] == (), name


def test_the_examples_bring_their_outcome(library):
    assert library.decisions
    for name in library.decisions:
        chart = library.chart(name)
        found_examples = examples(chart)

        assert set(found_examples) == {o.id for o in chart.decision.header.outcomes}
        for brought, dossier in found_examples.items():
            assert chart.outcome_of(dossier) == brought


def test_sound_law_has_no_failure():
    made = law(question("a"), question("b"), when=all_of(yes("a"), yes("b")))

    assert examine(Chart(made)).certificate.holds


# --- a headline is never firmer than its table ---------------------------------


def test_a_title_that_says_met_while_one_is_not_is_told_with_a_dossier():
    made = law(question("a"), when=good("a"), table=(row("open", OPEN), row("ja")))
    (failure,) = found(headline_is_no_firmer, made)

    assert failure.dossier == {"a": NO}


def test_a_title_that_says_met_while_one_is_unknown_is_told():
    made = law(question("a"), when=good("a"), table=(row("nee", UNMET), row("ja")))
    (failure,) = found(headline_is_no_firmer, made)

    assert failure.dossier == {"a": DONT_KNOW}


def test_a_title_that_says_met_while_answers_clash_is_told():
    made = law(
        question("a"),
        question("b", in_order="geen"),
        when=good("a"),
        table=(row("nee", UNMET), row("open", OPEN), row("ja")),
        clashes=[{"id": "x", "pair": [yes("a"), yes("b")], "text": "Nee.", "ask": "a"}],
    )

    assert len(found(headline_is_no_firmer, made)) == 1


def test_a_demand_of_a_later_phase_does_not_make_a_title_untrue():
    made = phased([question("a")], [demand("eis", good("a"), due="besluit")])

    assert found(headline_is_no_firmer, made) == []


def test_a_demand_between_met_and_not_met_keeps_a_title_open():
    made = law(
        choice("d", "kort", "half", "lang", in_order="geen"),
        demands=[
            demand(
                "eis",
                {"question": "d", "one_of": ["kort"]},
                not_met={"question": "d", "one_of": ["lang"]},
            )
        ],
        table=(row("nee", UNMET), row("ja")),
    )

    assert len(found(headline_is_no_firmer, made)) == 1


def test_a_clash_may_be_told_while_every_way_on_ends_otherwise():
    """One of the two demands is always missed, but which is unknown; the clash is not."""
    made = law(
        *(question("a"), question("b", in_order="geen"), question("c")),
        demands=[demand("een", yes("c")), demand("ander", no("c"))],
        table=(
            row("een_niet", stands(["een"], "niet_voldaan")),
            row("ander_niet", stands(["ander"], "niet_voldaan")),
            row("botst", CLASH),
            *(row("open", OPEN), row("ja")),
        ),
        outcomes=[
            outcome(name) for name in ("een_niet", "ander_niet", "botst", "open", "ja")
        ],
        clashes=[{"id": "x", "pair": [yes("a"), yes("b")], "text": "Nee.", "ask": "a"}],
    )
    chart = Chart(made)
    clashing = {"a": YES, "b": YES}

    assert chart.outcomes_left(clashing) == {"een_niet", "ander_niet"}
    assert chart.look_up(chart.shown, clashing) == "botst"
    assert list(engines_agree(chart)) == []


# --- a repairable no switches nothing off ----------------------------------------


def test_an_outcome_that_ends_the_walk_on_a_plain_no_is_told():
    made = law(
        question("a"),
        question("b"),
        demands=[demand("een", good("a")), demand("twee", good("b"))],
        table=(row("weg", stands(["een"], "niet_voldaan")), *TABLE),
        outcomes=[
            outcome("weg", ends=True),
            *(outcome(name) for name in ("nee", "open", "ja")),
        ],
    )

    assert "laat alle andere vragen wegvallen" in whats(nothing_falls_away, made)[0]


def test_another_purpose_may_end_the_walk():
    made = law(
        choice("doel", "rust", "geld", in_order=["rust"]),
        question("b"),
        demands=[demand("een", good("doel")), demand("twee", good("b"))],
        table=(row("weg", stands(["een"], "niet_voldaan")), *TABLE),
        outcomes=[
            outcome("weg", ends=True),
            *(outcome(name) for name in ("nee", "open", "ja")),
        ],
    )

    assert whats(nothing_falls_away, made) == []


def test_a_no_that_puts_a_question_aside_unnoticed_is_told():
    made = law(
        question("a"),
        question("b", applies_when=yes("a")),
        demands=[demand("een", good("a")), demand("twee", good("b"))],
    )

    assert "eis 'twee' merkt dat niet" in whats(nothing_falls_away, made)[0]


def test_a_no_that_puts_a_demand_aside_and_shows_nowhere_is_told():
    made = law(
        question("a"),
        question("b"),
        demands=[demand("twee", good("b"), applies_when=yes("a"))],
    )

    assert whats(nothing_falls_away, made) == [
        "een nee op 'a' zet eis 'twee' uit, en geen eis laat dat nee zien."
    ]


def test_a_no_that_shows_itself_may_put_what_hangs_on_it_aside():
    made = law(
        question("a"),
        question("b"),
        demands=[
            demand("een", good("a")),
            demand("twee", good("b"), applies_when=yes("a")),
        ],
    )

    assert whats(nothing_falls_away, made) == []


def test_an_answer_that_puts_a_whole_chapter_aside_is_told():
    made = law(
        question("a", in_order="geen"),
        question("b", chapter="twee", applies_when=yes("a")),
        when=good("b"),
        chapters=[{"id": name, "title": name.title()} for name in ("een", "twee")],
    )

    assert "zet het hele hoofdstuk 'Twee' uit" in whats(nothing_falls_away, made)[-1]


def test_a_row_may_hang_on_a_row_above_it():
    rows = [
        question("film", in_order="nee"),
        question("scherm", applies_when=yes("film")),
    ]
    made = law(card("kaart", *rows), when=good("scherm"))

    assert whats(nothing_falls_away, made) == []


# --- each other claim refuses what it is about ------------------------------------


def test_an_outcome_that_never_comes_is_told():
    made = law(
        question("a"),
        when=good("a"),
        table=(
            row("nee", stands("beslist", "niet_voldaan", "onbekend")),
            row("ja"),
            row("nooit"),
        ),
    )

    assert "'nooit'" in whats(outcomes_come_out, made)[0]


def test_a_question_that_never_matters_is_told():
    made = law(question("a"), question("b"), when=any_of(yes("a"), no("a"), yes("b")))

    assert len(whats(questions_matter, made)) == 2


def test_a_question_without_judgement_may_be_silent():
    made = law(question("a"), question("b", in_order="geen"), when=good("a"))

    assert whats(questions_matter, made) == []


@pytest.mark.parametrize(
    ("when", "not_met", "what"),
    [
        (any_of(yes("a"), no("a")), None, "is nooit niet voldaan"),
        (all_of(yes("a"), no("a")), None, "is nooit voldaan"),
        (yes("a"), any_of(yes("a"), yes("b")), "tegelijk voldaan en niet voldaan"),
    ],
)
def test_a_demand_that_cannot_turn_is_told(when, not_met, what):
    changes = {} if not_met is None else {"not_met": not_met}
    made = law(question("a"), question("b"), demands=[demand("eis", when, **changes)])

    assert any(what in told for told in whats(demands_can_turn, made))


def test_a_hole_in_the_table_is_told_with_a_dossier():
    made = law(
        question("a"),
        when=good("a"),
        table=(row("nee", UNMET), row("ja", stands("beslist", "voldaan"))),
    )

    assert found(table_is_closed, made)[0].dossier == {"a": DONT_KNOW}


def test_a_row_that_no_dossier_hits_is_told():
    first = row("nee", stands("beslist", "niet_voldaan", "onbekend"))
    made = law(
        question("a"), when=good("a"), table=(first, row("open", OPEN), row("ja"))
    )

    assert any(
        "rij 2" in what and "nooit" in what for what in whats(rows_are_hit, made)
    )


def test_a_row_that_changes_nothing_is_told():
    made = law(
        question("a"),
        when=good("a"),
        table=(row("open", OPEN), row("ja", stands("beslist", "voldaan")), row("ja")),
        met=(),
    )

    assert any(
        "rij 2" in what and "kan weg" in what for what in whats(rows_are_hit, made)
    )


@pytest.mark.parametrize(
    "when",
    [
        any_of(yes("a"), all_of(yes("a"), yes("b"))),
        all_of(yes("a"), any_of(yes("a"), yes("b"))),
        all_of(yes("a"), {"not": any_of(no("a"), no("b"))}),
        all_of(yes("b"), yes("a"), yes("a")),
        {"at_least": 1, "of": [yes("a"), all_of(yes("a"), yes("b"))]},
    ],
)
def test_a_dead_branch_is_told(when):
    made = law(question("a"), question("b"), when=when)

    assert any("verandert nooit iets" in what for what in whats(rules_decide, made))


@pytest.mark.parametrize(
    ("when", "verdict"),
    [
        (any_of(yes("a"), no("a")), "altijd ja"),
        (all_of(yes("a"), no("a")), "altijd nee"),
    ],
)
def test_a_rule_that_always_says_the_same_is_told(when, verdict):
    made = law(question("a"), when=good("a"), rules=[rule("r", when)])

    assert verdict in whats(rules_decide, made)[0]


def test_a_question_that_never_applies_is_told():
    never = all_of(yes("a"), no("a"))
    made = law(
        question("a"),
        question("b", applies_when=never),
        when=all_of(yes("a"), yes("b")),
    )

    assert whats(questions_apply, made) == ["vraag 'b' is nooit van toepassing."]


def test_an_unknown_that_flatters_is_told_with_a_dossier():
    made = law(question("a"), when=good("a"), table=(row("nee", UNMET), row("ja")))
    failure = found(unknown_never_flatters, made)[0]

    assert Chart(made).outcome_of(failure.dossier) == "ja"
    assert failure.dossier == {"a": DONT_KNOW}


def test_an_answer_in_order_that_makes_a_demand_worse_is_told_with_a_dossier():
    made = law(question("a"), question("b"), when=all_of(no("a"), good("b")))
    failure = found(polarity_holds, made)[0]
    chart = Chart(made)
    better = {**failure.dossier, "a": YES}

    def standing(dossier):
        return chart.look_up(chart.demands["eis"].stands, dossier)

    assert failure.dossier["a"] == NO
    assert (standing(better), standing(failure.dossier)) in {
        (Standing.NIET_VOLDAAN, Standing.ONBEKEND),
        (Standing.NIET_VOLDAAN, Standing.VOLDAAN),
        (Standing.ONBEKEND, Standing.VOLDAAN),
    }


def test_a_number_within_its_limit_never_makes_it_worse():
    asked = question("n", answer=DAYS, in_order={"at_most": 28})
    made = law(asked, when={"question": "n", "at_least": 29})

    assert "vraag 'n'" in whats(polarity_holds, made)[0]


def test_a_tick_that_is_not_in_order_never_makes_it_better():
    asked = ticks("t", "rood", "wit", "blauw", in_order=["rood", "wit"])
    turned = law(asked, when={"question": "t", "includes": ["blauw"]})
    sound = law(asked, when=good("t"))

    assert "vraag 't'" in whats(polarity_holds, turned)[0]
    assert whats(polarity_holds, sound) == []


# --- what the content says of itself ----------------------------------------


@pytest.mark.parametrize(
    ("at_most", "limits", "basis", "failures"),
    [
        (28, {"dagen": 28}, "wet", 0),
        (29, {"dagen": 28}, "wet", 1),
        (28, None, "wet", 1),
        (28, {"weken": 4}, "wet", 1),
    ],
)
def test_a_limit_is_the_number_of_the_statute(at_most, limits, basis, failures):
    made = law(
        question("n", answer=DAYS, in_order={"at_most": at_most}),
        demands=[demand("eis", good("n"), basis=basis)],
    )
    made = replace(made, sources={"wet-1": statute(limits=limits)})

    assert len(whats(numbers_are_the_law, made)) == failures


@pytest.mark.parametrize(("day", "failures"), [("2019-01-01", 0), ("2019-01-02", 1)])
def test_a_day_is_the_day_of_the_statute(day, failures):
    made = law(
        question("d", answer={"kind": "date"}, in_order="geen"),
        when={"question": "d", "before": day},
    )

    assert len(whats(numbers_are_the_law, made)) == failures


def test_a_source_out_of_force_is_told():
    made = replace(
        law(question("a"), when=good("a")),
        sources={"wet-1": statute(valid_until="2024-12-31")},
    )
    told = whats(sources_hold, made)

    assert any("eis 'eis'" in what for what in told)


# --- the certificate --------------------------------------------------------


def test_a_failure_shows_its_dossier():
    faulty = law(question("a"), when=good("a"), table=(row("nee", UNMET), row("ja")))
    looked_at = examine(Chart(faulty))

    assert "FAALT" in as_text([looked_at])
    assert "a: onbekend" not in as_text([looked_at])
    assert not looked_at.certificate.holds
    assert looked_at.certificate.said(ClaimVerdict.FAILED)


def test_an_examination_is_plain_data():
    data = as_data(examine(Chart(law(question("a"), when=good("a")))))

    assert data["holds"] is True
    assert data["failures"] == {}
    assert data["examples"]["nee"] == {"a": "nee"}


def test_a_path_is_written_as_a_dossier_that_a_form_can_give():
    chart = Chart(law(ticks("t", "rood", "wit", in_order=["wit"]), when=good("t")))

    assert dossier_of(chart, [(0, 1), (1, 1)])["t"].value == ("rood",)
    assert dossier_of(chart, [(0, 2), (1, 2)])["t"] == DONT_KNOW
    assert dossier_of(chart, [(0, 0), (1, 0)])["t"].value == ("rood", "wit")


# --- another reading of the same law ---------------------------------------------


@settings(max_examples=40, deadline=None)
@given(decisions())
def test_a_solver_reaches_the_same_outcomes_and_standings(made):
    solver, chart = Solver(made), Chart(made)

    assert solver.reachable() == chart.plain.values(chart.outcome)
    for each in made.demands:
        node = chart.demands[each.id].whole_standing
        assert solver.standings(each) == chart.plain.values(node)


@settings(max_examples=40, deadline=None)
@given(decisions())
def test_every_example_brings_its_outcome_by_trying_every_completion(made):
    for brought, dossier in examples(Chart(made)).items():
        assert Brute(made, dossier).by_table == brought


def test_an_example_ticks_what_somebody_can_tick():
    """Found by chance: half of the ticks of a question were known in it, and half open."""
    colour = ticks("kleur", "rood", "wit", "blauw", in_order=["rood", "wit"])
    red = all_of({"question": "kleur", "includes": ["rood"]}, good("een"))
    odd = demand("eis", red, applies_when={"not": good("kleur")})
    table = [row("open", stands("beslist", "onbekend", "nvt")), row("rest")]
    made = law(question("een"), colour, demands=[odd], table=table, met=())
    chart = Chart(made)
    found = examples(chart)

    assert found.keys() == {"open", "rest"}
    for brought, dossier in found.items():
        assert chart.look_up(chart.shown, dossier) == brought
        assert Brute(made, dossier).by_table == brought


@settings(max_examples=40, deadline=None)
@given(decisions())
def test_the_reasons_and_the_diagrams_agree_on_any_law(made):
    claim = next(each for each in CLAIMS if each.sampled)
    what = [failure.what for failure in claim.prove(Chart(made))]

    assert "redenering en diagram oordelen verschillend." not in what
    assert "een antwoord geeft een uitkomst die niet meer kon." not in what
