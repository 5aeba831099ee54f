"""The prover: it accepts our law, refuses faulty law, and others reach the same."""

from dataclasses import replace
from functools import cache
from itertools import product
from shutil import copytree

import pytest
from hypothesis import given, settings

from rules.grammar.answers import DONT_KNOW, NO, YES, Number
from rules.grammar.errors import InputError
from rules.grammar.sources import Source
from rules.judging.chart import Chart
from rules.loading import CONTENT, keep_certificate, load
from rules.proof.certificate import Verdict
from rules.proof.expectations import (
    effects_come_true,
    kinds_fit,
    numbers_are_the_law,
    sources_hold,
)
from rules.proof.proving import CLAIMS, as_data, as_text, examine
from rules.proof.verification import (
    dossier_of,
    examples,
    outcomes_come_out,
    polarity_holds,
    questions_apply,
    questions_matter,
    rows_are_hit,
    rules_decide,
    shown_is_possible,
    table_is_closed,
    unknown_never_flatters,
)
from tests.rules.build import TABLE, decision, no, question, row, rule, yes
from tests.rules.solver import Solver
from tests.rules.worlds import Brute, decisions

LIBRARY = load()
NAMES = sorted(LIBRARY.decisions)


@cache
def examined(name):
    """The real law, with every claim looked at."""
    return examine(LIBRARY.chart(name))


def law(*questions, when, table=TABLE, favourable=("ja",), rules=(), **changes):
    """A decision on the rule `goed`; some outcomes are favourable."""
    made = decision(list(questions), [*rules, rule("goed", when)], table, **changes)
    outcomes = tuple(
        outcome.model_copy(update={"favourable": outcome.id in favourable})
        for outcome in made.header.outcomes
    )
    header = made.header.model_copy(update={"outcomes": outcomes})
    sources = {"wet-1": statute()}
    return replace(made, header=header, sources=sources)


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


def found(claim, made):
    return list(claim(Chart(made)))


def whats(claim, made):
    return [failure.what for failure in found(claim, made)]


# --- our own law ------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim.id)
def test_every_claim_holds_of_our_law(name, claim):
    assert examined(name).failures[claim.id] == ()


@pytest.mark.parametrize("name", NAMES)
def test_the_examples_bring_their_outcome(name):
    chart = LIBRARY.chart(name)
    found_examples = examples(chart)

    assert set(found_examples) == {o.id for o in chart.decision.header.outcomes}
    for outcome, dossier in found_examples.items():
        assert chart.outcome_of(dossier) == outcome


def test_sound_law_has_no_failure():
    made = law(question("a"), question("b"), when={"all_of": [yes("a"), yes("b")]})

    assert examine(Chart(made)).certificate.holds


# --- each claim refuses what it is about ------------------------------------


def test_an_outcome_that_never_comes_is_told():
    made = law(
        question("a"),
        when=yes("a"),
        table=(row("nee", goed=["nee", "onbekend"]), row("ja"), row("nooit")),
    )

    assert "'nooit'" in whats(outcomes_come_out, made)[0]


def test_a_question_that_never_matters_is_told():
    made = law(
        question("a"), question("b"), when={"any_of": [yes("a"), no("a"), yes("b")]}
    )

    assert len(whats(questions_matter, made)) == 2


def test_a_question_that_only_informs_may_be_silent():
    made = law(question("a"), question("b", informs=True), when=yes("a"))

    assert whats(questions_matter, made) == []


def test_a_question_that_informs_and_decides_is_told():
    made = law(question("a", informs=True), when=yes("a"))

    assert "informeert" in whats(questions_matter, made)[0]


def test_a_hole_in_the_table_is_told_with_a_dossier():
    made = law(
        question("a"),
        when=yes("a"),
        table=(row("nee", goed="nee"), row("ja", goed="ja")),
    )

    assert found(table_is_closed, made)[0].dossier == {"a": DONT_KNOW}


def test_a_row_that_no_dossier_hits_is_told():
    made = law(
        question("a"),
        when=yes("a"),
        table=(
            row("nee", goed=["nee", "onbekend"]),
            row("open", goed="onbekend"),
            row("ja"),
        ),
    )

    assert any(
        "rij 2" in what and "nooit" in what for what in whats(rows_are_hit, made)
    )


def test_a_row_that_changes_nothing_is_told():
    made = law(
        question("a"),
        when=yes("a"),
        table=(row("open", goed="onbekend"), row("ja", goed="ja"), row("ja")),
        favourable=(),
    )

    assert any(
        "rij 2" in what and "kan weg" in what for what in whats(rows_are_hit, made)
    )


@pytest.mark.parametrize(
    "when",
    [
        {"any_of": [yes("a"), {"all_of": [yes("a"), yes("b")]}]},
        {"all_of": [yes("a"), {"any_of": [yes("a"), yes("b")]}]},
        {"all_of": [yes("a"), {"not": {"any_of": [no("a"), no("b")]}}]},
        {"all_of": [yes("b"), yes("a"), yes("a")]},
    ],
)
def test_a_dead_branch_is_told(when):
    made = law(question("a"), question("b"), when=when)

    assert any("verandert nooit iets" in what for what in whats(rules_decide, made))


@pytest.mark.parametrize(
    ("when", "verdict"),
    [
        ({"any_of": [yes("a"), no("a")]}, "altijd ja"),
        ({"all_of": [yes("a"), no("a")]}, "altijd nee"),
    ],
)
def test_a_rule_that_always_says_the_same_is_told(when, verdict):
    made = law(question("a"), when=when)

    assert verdict in whats(rules_decide, made)[0]


def test_a_question_that_never_applies_is_told():
    never = {"all_of": [yes("a"), no("a")]}
    made = law(
        question("a"),
        question("b", applies_when=never),
        when={"all_of": [yes("a"), yes("b")]},
    )

    assert whats(questions_apply, made) == ["vraag 'b' is nooit van toepassing."]


def test_an_unknown_that_flatters_is_told_with_a_dossier():
    made = law(question("a"), when=yes("a"), table=(row("nee", goed="nee"), row("ja")))
    failure = found(unknown_never_flatters, made)[0]

    assert Chart(made).outcome_of(failure.dossier) == "ja"
    assert failure.dossier == {"a": DONT_KNOW}


def test_a_firm_row_that_misleads_is_told_with_a_dossier():
    rules = [rule("links", yes("a")), rule("rechts", no("a"))]
    firm = (row("links", links="ja"), row("rechts", rechts="ja"), row("ja", goed="ja"))
    made = law(
        question("a"),
        question("b"),
        rules=rules,
        when=yes("b"),
        table=(*firm, row("open")),
        favourable=(),
    )
    failure = found(shown_is_possible, made)[0]
    chart = Chart(made)

    assert chart.outcome_of(failure.dossier) == "ja"
    assert chart.outcomes_left(failure.dossier) == {"links", "rechts"}


def test_a_row_that_says_it_is_open_does_not_mislead():
    made = law(question("a"), question("b"), when={"all_of": [yes("a"), yes("b")]})

    assert found(shown_is_possible, made) == []


def test_a_ja_that_makes_it_worse_is_told_with_a_dossier():
    made = law(question("a"), question("b"), when={"all_of": [no("a"), yes("b")]})
    failure = found(polarity_holds, made)[0]
    chart = Chart(made)
    better = {**failure.dossier, "a": YES}

    assert failure.dossier["a"] == NO
    order = [outcome.id for outcome in made.header.outcomes]
    assert order.index(chart.outcome_of(better)) < order.index(
        chart.outcome_of(failure.dossier)
    )


def test_a_number_within_its_limit_never_makes_it_worse():
    days = {"kind": "number", "unit": "dagen", "min": 0, "max": 99}
    turned = law(
        question("n", answer=days, fulfilled={"at_most": 28}),
        when={"question": "n", "at_least": 29},
    )

    assert "vraag 'n'" in whats(polarity_holds, turned)[0]


def test_a_wish_has_no_order():
    made = law(question("a", own_choice="nee"), question("b"), when=no("a"))

    assert whats(polarity_holds, made) == []


# --- what the content says of itself ----------------------------------------

DAYS = {"kind": "number", "unit": "dagen", "min": 0, "max": 99}


@pytest.mark.parametrize(
    ("at_most", "limits", "certainty", "failures"),
    [
        (28, {"dagen": 28}, "vast", 0),
        (29, {"dagen": 28}, "vast", 1),
        (28, None, "vast", 1),
        (28, None, "waarschijnlijk", 0),
        (28, {"weken": 4}, "vast", 1),
    ],
)
def test_a_limit_is_the_number_of_the_statute(at_most, limits, certainty, failures):
    made = law(
        question("n", answer=DAYS, fulfilled={"at_most": at_most}, certainty=certainty),
        when={"question": "n", "at_most": at_most},
    )
    made = replace(made, sources={"wet-1": statute(limits=limits)})

    assert len(whats(numbers_are_the_law, made)) == failures


def test_a_rule_has_the_limit_of_its_question():
    made = law(
        question(
            "n", answer=DAYS, fulfilled={"at_most": 28}, certainty="waarschijnlijk"
        ),
        when={"question": "n", "at_most": 21},
    )

    assert any("elders" in what for what in whats(numbers_are_the_law, made))


@pytest.mark.parametrize(("day", "failures"), [("2019-01-01", 0), ("2019-01-02", 1)])
def test_a_day_is_the_day_of_the_statute(day, failures):
    made = law(
        question("d", answer={"kind": "date"}), when={"question": "d", "before": day}
    )

    assert len(whats(numbers_are_the_law, made)) == failures


def test_a_source_out_of_force_is_told():
    made = replace(
        law(question("a"), when=yes("a")),
        sources={"wet-1": statute(valid_until="2024-12-31")},
    )
    told = whats(sources_hold, made)

    assert any("vraag 'a'" in what for what in told)
    assert any("regel 'goed'" in what for what in told)
    assert any("grondslag" in what for what in told)
    assert any("dag van controle" in what for what in told)


def test_an_effect_fits_the_kind():
    made = law(
        question("a", kind="kwaliteit", if_no={"effect": "stop", "text": "Nee."}),
        when=yes("a"),
    )

    assert len(whats(kinds_fit, made)) == 1


def test_a_fact_is_no_wish():
    made = law(question("a", own_choice="ja"), when=yes("a"))

    assert "own_choice" in whats(kinds_fit, made)[0]


EFFECTS = {"stop": "nee", "weeg": "let_op"}
CAREFUL = (
    row("nee", goed="nee"),
    row("open", goed="onbekend"),
    row("let_op", netjes=["nee", "onbekend"]),
    row("ja"),
)


def careful(a="stop", b="weeg"):
    return law(
        question("a", if_no={"effect": a, "text": "Nee."}),
        question("b", if_no={"effect": b, "text": "Nee."}),
        rules=[rule("netjes", yes("b"))],
        when=yes("a"),
        table=CAREFUL,
        effects=EFFECTS,
    )


@pytest.mark.parametrize(
    ("a", "b", "failures"),
    [("stop", "weeg", 0), ("weeg", "weeg", 1), ("stop", "stop", 1)],
)
def test_a_nee_does_what_its_effect_says(a, b, failures):
    assert len(whats(effects_come_true, careful(a, b))) == failures


def test_an_answer_that_another_can_make_good_may_still_stop():
    made = law(
        question("vrij"),
        question("aangewezen", applies_when=no("vrij")),
        when={"any_of": [yes("vrij"), yes("aangewezen")]},
        effects={"stop": "nee"},
    )

    assert whats(effects_come_true, made) == []


# --- the certificate --------------------------------------------------------


def faulty():
    """A decision with a question that cannot matter."""
    made = law(question("a"), when=yes("a"), table=(row("nee", goed="nee"), row("ja")))
    loose = question("n", answer=DAYS, informs=True)
    return replace(made, questions=(made.questions[0], loose))


def test_a_failure_shows_its_dossier():
    found = examine(Chart(faulty()))

    assert "FAALT" in as_text([found])
    assert not found.certificate.holds
    assert found.certificate.said(Verdict.FAILED)


def test_an_examination_is_plain_data():
    data = as_data(examine(LIBRARY.chart("buurtbemiddeling")))

    assert data["holds"] is True
    assert data["failures"] == {}
    assert len(data["proofs"]) == len(CLAIMS)
    assert set(data["examples"]) == {
        outcome.id for outcome in LIBRARY.decision("buurtbemiddeling").header.outcomes
    }


@pytest.mark.parametrize("name", NAMES)
def test_the_certificate_that_is_kept_is_of_the_rules_as_they_are(name):
    """When this differs: `raadwijzer verify --keep`."""
    assert LIBRARY.kept[name] == examined(name).certificate
    assert LIBRARY.certificate(name) is LIBRARY.kept[name]


def test_a_changed_decision_is_examined_anew_and_once():
    decision = replace(LIBRARY.decision("buurtbemiddeling"), fingerprint="sha256:1")
    library = replace(
        LIBRARY, decisions={decision.id: decision}, _charts={}, _proved={}
    )
    found = library.certificate(decision.id)

    assert found.fingerprint == "sha256:1"
    assert found.proofs == LIBRARY.kept[decision.id].proofs
    assert library.certificate(decision.id) is found


def test_a_certificate_is_kept_as_a_file_and_read_back(tmp_path):
    found = LIBRARY.kept["woonoverlastverordening"]
    for part in ("besluiten", "registers"):
        copytree(CONTENT / part, tmp_path / part)
    keep_certificate(found, tmp_path)

    assert load(tmp_path).kept == {found.decision: found}


def test_a_certificate_that_cannot_be_kept_is_told(tmp_path):
    (tmp_path / "bewijzen").write_text("in de weg")
    with pytest.raises(InputError, match="Kan niet schrijven"):
        keep_certificate(LIBRARY.kept[NAMES[0]], tmp_path)


@pytest.mark.parametrize("name", NAMES)
def test_only_the_sample_is_called_a_test(name):
    verdicts = {p.claim: p.verdict for p in LIBRARY.certificate(name).proofs}

    assert verdicts.pop("rekenwijze") is Verdict.TESTED
    assert set(verdicts.values()) == {Verdict.PROVED}


def test_a_path_is_a_dossier():
    chart = Chart(
        law(
            question("n", answer=DAYS, fulfilled={"at_most": 28}),
            when={"question": "n", "at_most": 28},
        )
    )

    assert dossier_of(chart, ((0, 1),)) == {"n": Number(29)}
    assert dossier_of(chart, ((0, 2),)) == {"n": DONT_KNOW}


# --- a second opinion -------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_a_solver_reaches_the_same_outcomes(name):
    chart = LIBRARY.chart(name)

    assert Solver(chart.decision).reachable() == chart.plain.values(chart.outcome)


@pytest.mark.parametrize("name", NAMES)
def test_a_solver_finds_the_same_questions_decisive(name):
    chart = LIBRARY.chart(name)
    solver = Solver(chart.decision)
    support = {
        chart.domains[level].question for level in chart.plain.support(chart.outcome)
    }

    assert {q.id for q in chart.decision.questions if solver.matters(q)} == support


@pytest.mark.parametrize("name", NAMES)
def test_a_solver_finds_no_ja_that_makes_it_worse(name):
    made = LIBRARY.decision(name)
    solver = Solver(made)
    facts = [q for q in made.questions if q.is_yes_no and q.own_choice is None]

    assert [q.id for q in facts if solver.can_be_worse_in_order(q)] == []


def test_the_solver_sees_a_fault_that_the_prover_sees():
    made = law(question("a"), question("b"), when={"all_of": [no("a"), yes("b")]})
    solver = Solver(made)

    assert solver.can_be_worse_in_order(made.questions[0])
    assert not solver.can_be_worse_in_order(made.questions[1])


# --- against brute force, on small law --------------------------------------


def dossiers_of(chart):
    """Every partial dossier, with one answer for each cell."""
    ways = [(*domain.examples, DONT_KNOW) for domain in chart.domains]
    names = [domain.question for domain in chart.domains]
    for way in product(*ways):
        yield dict(zip(names, way, strict=True))


@settings(max_examples=40)
@given(decisions(most=3))
def test_the_prover_says_of_unknowns_what_brute_force_says(made):
    outcomes = tuple(
        o.model_copy(update={"favourable": o.id == "a"}) for o in made.header.outcomes
    )
    made = replace(made, header=made.header.model_copy(update={"outcomes": outcomes}))
    chart = Chart(made)
    flattering = [
        dossier
        for dossier in dossiers_of(chart)
        for brute in [Brute(made, dossier)]
        if brute.shown == "a" and brute.possible != {"a"}
    ]
    failures = list(unknown_never_flatters(chart))

    assert bool(failures) is bool(flattering)
    for failure in failures:
        brute = Brute(made, failure.dossier)
        assert brute.shown == "a"
        assert brute.possible != {"a"}


@settings(max_examples=40)
@given(decisions(most=3))
def test_the_prover_says_of_order_what_brute_force_says(made):
    chart = Chart(made)
    grave = [outcome.id for outcome in made.header.outcomes]
    asked = {q.id for q in made.questions if q.is_yes_no}

    def is_worse(dossier, name):
        good, bad = ({**dossier, name: each} for each in (YES, NO))
        places = [grave.index(Brute(made, each).shown) for each in (good, bad)]
        return places[0] < places[1]

    worse = any(
        is_worse(dossier, name) for dossier in dossiers_of(chart) for name in asked
    )
    failures = [f for f in polarity_holds(chart) if f.dossier is not None]
    numbers = {q.id for q in made.questions} - asked

    assert not worse or failures
    assert not failures or worse or numbers


@settings(max_examples=60)
@given(decisions(most=4))
def test_the_prover_says_of_outcomes_what_brute_force_says(made):
    chart = Chart(made)
    brought = {Brute(made, dossier).shown for dossier in dossiers_of(chart)}

    assert set(examples(chart)) == brought
