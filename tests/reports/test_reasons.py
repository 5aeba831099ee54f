"""A reason is what the content says of one answer: it can deny nothing that was given."""

import pytest

from reports.composing.reasons import IN_ORDER, reasons, said
from rules.content.demands import Standing
from rules.grammar.answers import DontKnow
from rules.judging.advice import advise
from rules.loading import CONTENT
from tests.reports.dossiers import dossiers
from tests.reports.trial import DAY, NAME, advice, casefile, trial

DECISIONS = sorted(path.name for path in (CONTENT / "besluiten").iterdir())


def told(**given: str) -> list[tuple[str, Standing | None]]:
    return [(one.text, one.standing) for one in reasons(advice(casefile(**given)))]


def check(found) -> int:
    """Each sentence is that of the answer; what is open rests on no known answer.

    Tells how many reasons there were.
    """
    by_id = found.decision.question_by_id
    given = reasons(found)
    for reason in given:
        answers = [found.answers.get(name) for name in reason.questions]
        sentences = [
            said(by_id[name], answer)
            for name, answer in zip(reason.questions, answers, strict=True)
        ]
        assert reason.text == " ".join(sentences)
        if reason.demand is None:
            continue
        judged = found.demand(reason.demand)
        assert reason.standing is judged.standing
        assert set(reason.questions) <= set(judged.carried_by)
        between = judged.demand.not_met is not None
        if reason.standing is Standing.ONBEKEND and not between:
            assert all(isinstance(one, DontKnow | None) for one in answers)
    return len(given)


def test_no_reason_denies_an_answer_of_the_trial_decision():
    chart = trial().chart(NAME)
    found = dossiers(chart.decision, 300, DAY)

    assert sum(check(advise(chart, each)) for each in found) > 300


@pytest.mark.parametrize("name", DECISIONS)
def test_no_reason_denies_an_answer(name, library):
    chart = library.chart(name)
    found = dossiers(chart.decision, 40, chart.decision.header.checked_on)

    assert sum(check(advise(chart, each)) for each in found) > 40


def test_what_is_not_met_comes_first_then_what_is_open():
    found = reasons(
        advice(casefile(fase="besluit", einddatum="nee", nulmeting="ja", duur="kort"))
    )

    places = [IN_ORDER.index(one.standing) for one in found if one.standing is not None]
    assert places == sorted(places)


def test_only_what_is_not_met_carries_an_outcome_for_which_it_is_enough():
    assert told(fase="besluit", doel="rust", einddatum="nee") == [
        ("Er staat geen einddatum in.", Standing.NIET_VOLDAAN)
    ]


def test_an_open_demand_gives_the_one_thing_to_ask():
    assert told(fase="besluit", doel="rust", einddatum="ja") == [
        ("Nog onbekend: ‘Komen woningen in beeld?’", Standing.ONBEKEND)
    ]


def test_when_all_is_met_the_demands_that_decide_are_the_reasons():
    good = {"doel": "rust", "einddatum": "ja", "filmt_woningen": "nee", "duur": "kort"}
    found = told(fase="besluit", nulmeting="ja", evaluatie="ja", **good)

    assert {standing for _, standing in found} == {Standing.VOLDAAN}
    assert "Woningen komen niet in beeld." in [text for text, _ in found]


def test_a_named_demand_is_the_only_reason_for_its_outcome():
    assert told(fase="besluit", doel="geld", einddatum="nee") == [
        ("Het is om geld te verdienen.", Standing.NIET_VOLDAAN)
    ]


def test_a_clash_is_told_by_both_answers():
    found = told(
        fase="besluit", doel="rust", filmt_woningen="nee", duur="altijd", einddatum="ja"
    )

    assert ("Er is geen einde genoemd.", None) in found
    assert ("Er staat een einddatum in.", None) in found


def test_an_unknown_phase_is_a_reason_of_itself():
    assert told(doel="rust")[0] == ("Nog onbekend: ‘Hoe ver is het plan?’", None)
