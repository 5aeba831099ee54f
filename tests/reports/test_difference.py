"""The comparison with another dossier, as a part of a memo that still proves itself."""

from reports.checking.verify_memo import FileVerdict, verify
from reports.composing.difference_part import TITLE, with_difference
from reports.composing.memo import Cover, compose
from reports.composing.receipt import joined, receipt_of
from reports.formats import press, text
from rules.judging.advice import advise

FIELD = "verordening_verleent_bevoegdheid"


def compared(library, case):
    chart = library.chart("cameratoezicht")
    one = case(chart.decision, **{FIELD: None})
    other = case(chart.decision, **{FIELD: False})
    advices = [advise(chart, one)]
    paper = compose(advices, library, Cover("ABC-123", None, "0.1.0"))
    return paper, with_difference(paper, library, advices, joined([other]))


def test_the_comparison_is_the_last_part(library, case):
    before, after = compared(library, case)

    assert after.sections[:-1] == before.sections
    assert after.sections[-1].title == TITLE
    told = text.render(after)
    assert "kleinste verschil" in told
    assert "Ander dossier: nee." in told


def test_the_receipt_holds_both(library, case):
    before, after = compared(library, case)

    assert receipt_of(before).beside is None
    assert receipt_of(after).beside["answers"] == {FIELD: "nee"}
    assert receipt_of(after) == receipt_of(after).sealed()


def test_a_memo_with_a_comparison_is_sound(library, case):
    _, after = compared(library, case)

    assert (
        verify(press.render(after), library, press.render).verdict is FileVerdict.SOUND
    )
