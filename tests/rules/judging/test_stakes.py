"""What each answer to one question leaves possible: equal to filling it in."""

import random

import pytest

from rules.grammar.answers import DONT_KNOW
from rules.judging.stakes import stakes


@pytest.mark.parametrize(
    "name", ["buurtbemiddeling", "cameratoezicht", "woonoverlastverordening"]
)
def test_each_stake_equals_what_the_chart_leaves(library, name):
    chart, draw = library.chart(name), random.Random(7)
    for _ in range(20):
        answers = {
            domain.question: draw.choice([*domain.examples, DONT_KNOW])
            for domain in chart.domains
            if draw.random() < 0.6
        }
        domain = draw.choice(chart.domains)
        others = {k: v for k, v in answers.items() if k != domain.question}

        found = stakes(chart, others, domain.question)

        assert sum(len(one.answers) for one in found) == len(domain.examples)
        for one in found:
            for first, last in one.answers:
                for value in (first, last):
                    left = chart.outcomes_left({**others, domain.question: value})
                    assert set(one.outcomes) == left


def test_a_question_that_cannot_decide_has_one_stake(library):
    chart = library.chart("cameratoezicht")
    stopped = {"doel_openbare_orde": chart.domains[0].examples[1]}

    for question in chart.decision.question_by_id.keys() & chart.levels.keys():
        if question not in chart.open_questions(stopped) and question not in stopped:
            assert len(stakes(chart, stopped, question)) == 1
