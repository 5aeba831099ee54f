"""What one answer does, as written from the statute, against what the rules do."""

import pytest

from rules.loading import load
from tests.content.verdicts import broken, written

LIBRARY = load()


@pytest.mark.parametrize("name", sorted(LIBRARY.decisions))
def test_every_answer_does_what_is_written_of_it(name):
    assert list(broken(LIBRARY.chart(name))) == []


def test_every_question_that_decides_is_written_of():
    for name in LIBRARY.decisions:
        chart = LIBRARY.chart(name)
        deciding = {
            question.ref
            for question in chart.decision.questions
            if question.id in chart.open_questions({}) and question.own_choice is None
        }
        said = written(name)
        known = {each["ref"] for each in said.questions} | set(said.base)
        known |= {ref for case in said.cases for ref in case["set"]}

        assert deciding - known == set(), name
