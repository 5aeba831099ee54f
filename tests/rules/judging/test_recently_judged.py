"""What was found for a case is kept for whoever asks for the same case."""

from rules.grammar.answers import NO, YES, Number
from rules.judging.folded_decision import Chart
from rules.judging.recently_judged import MOST, kept
from tests.rules.build import decision, demand, question, yes


def chart():
    return Chart(decision([question("hek")], [demand("beslist", yes("hek"))]))


def counted():
    asked = []

    @kept
    def judged(law, answers):
        """Tell what was asked."""
        asked.append(answers)
        return dict(answers)

    return judged, asked


def test_the_same_case_is_judged_once():
    judged, asked = counted()
    law = chart()

    assert judged(law, {"hek": YES}) == judged(law, {"hek": YES}) == {"hek": YES}
    assert asked == [{"hek": YES}]


def test_another_answer_or_another_law_is_another_case():
    judged, asked = counted()
    law, other = chart(), chart()
    for each in (law, other):
        judged(each, {})
        for answer in (YES, NO, Number(1), Number(0)):
            judged(each, {"hek": answer})

    assert len(asked) == 10


def test_what_is_kept_is_bounded():
    judged, asked = counted()
    law = chart()
    for number in range(MOST + 1):
        judged(law, {"hek": Number(number)})
    judged(law, {"hek": Number(0)})

    assert len(asked) == MOST + 2


def test_a_function_keeps_its_name_and_words():
    judged, _ = counted()

    assert (judged.__name__, judged.__doc__) == ("judged", "Tell what was asked.")
