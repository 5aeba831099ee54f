from datetime import date

import pytest

from rules.content.casefile import CaseFile
from rules.grammar.answers import NO, YES

DAY = date(2026, 11, 21)


def test_nobody_changes_the_answers_behind_our_back():
    own = {"a": YES}
    casefile = CaseFile("proef", DAY, own)
    own["a"] = NO

    assert casefile.answers == {"a": YES}
    with pytest.raises(TypeError):
        casefile.answers["a"] = NO


def test_with_another_answer_it_is_another_case_file():
    before = CaseFile("proef", DAY, {"a": YES}, "gm0851")
    after = before.with_answer("b", NO)

    assert before.answers == {"a": YES}
    assert after == CaseFile("proef", DAY, {"a": YES, "b": NO}, "gm0851")
