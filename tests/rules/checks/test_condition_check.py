import pytest

from rules.checks.condition_check import misfit
from tests.rules.build import condition, question

DAYS = {"kind": "number", "unit": "dagen", "min": 1, "max": 100}
MONEY = {"kind": "amount", "max_cents": 5000}
YES_NO = {"kind": "yes_no"}
DATE = {"kind": "date"}
COLOURS = {
    "kind": "choice",
    "options": [{"id": "rood", "label": "Rood"}, {"id": "wit", "label": "Wit"}],
}


def fit(answer, test):
    order = "ja" if answer["kind"] in ("yes_no", "weighing") else "geen"
    asked = question("v", answer=answer, in_order=order)
    return misfit(asked, condition({"question": "v", **test}))


@pytest.mark.parametrize(
    ("answer", "test"),
    [
        (YES_NO, {"is": "ja"}),
        ({"kind": "weighing"}, {"is": "nee"}),
        (DATE, {"before": "2019-01-01"}),
        (COLOURS, {"one_of": ["wit"]}),
        (DAYS, {"at_most": 99}),
        (DAYS, {"at_least": 2}),
        (MONEY, {"at_least": 1}),
    ],
)
def test_a_test_of_the_right_kind_fits(answer, test):
    assert fit(answer, test) is None


@pytest.mark.parametrize(
    ("answer", "test", "message"),
    [
        (
            YES_NO,
            {"at_most": 3},
            "vraag 'v' is yes_no: toets haar met is: ja of is: nee.",
        ),
        (COLOURS, {"is": "ja"}, "vraag 'v' is choice: toets haar met one_of."),
        (
            DATE,
            {"at_least": 3},
            "vraag 'v' is date: toets haar met before, of in een titel met passed.",
        ),
        (
            DAYS,
            {"is": "ja"},
            "vraag 'v' is number: toets haar met at_most of at_least.",
        ),
        (
            COLOURS,
            {"one_of": ["wit", "rod"]},
            "vraag 'v' heeft geen optie 'rod'. Bedoelde u 'rood'?",
        ),
        (
            COLOURS,
            {"one_of": ["wit", "rood"]},
            "one_of noemt alle opties van vraag 'v': altijd waar.",
        ),
        (
            DAYS,
            {"at_most": 100},
            "de grens 100 verandert niets: vraag 'v' loopt van 1 tot en met 100.",
        ),
        (DAYS, {"at_least": 1}, "de grens 1 verandert niets"),
        (MONEY, {"at_least": 5001}, "de grens 5001 verandert niets"),
        (MONEY, {"at_most": -1}, "de grens -1 verandert niets"),
    ],
)
def test_a_test_that_cannot_differ_or_fit_is_told(answer, test, message):
    assert fit(answer, test).startswith(message)
