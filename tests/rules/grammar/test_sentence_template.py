import pytest
from pydantic import ValidationError

from rules.grammar.sentence_template import FixedSentence


def test_a_hole_is_filled_with_what_was_computed():
    sentence = FixedSentence(id="stand", text="Stand per {datum}.", holes=("datum",))

    assert sentence.fill(datum="1 juli 2026") == "Stand per 1 juli 2026."


@pytest.mark.parametrize("holes", [(), ("datum", "naam")])
def test_every_hole_is_declared_and_nothing_else(holes):
    with pytest.raises(ValidationError, match="in de tekst staan datum"):
        FixedSentence(id="stand", text="Stand per {datum}.", holes=holes)


@pytest.mark.parametrize("values", [{}, {"datum": "nu", "naam": "x"}])
def test_what_does_not_fit_the_holes_is_refused(values):
    sentence = FixedSentence(id="stand", text="Stand per {datum}.", holes=("datum",))

    with pytest.raises(KeyError, match="stand has holes"):
        sentence.fill(**values)


def test_a_sentence_without_holes_declares_none():
    with pytest.raises(ValidationError, match="in de tekst staan geen"):
        FixedSentence(id="vast", text="Vast.", holes=("datum",))
