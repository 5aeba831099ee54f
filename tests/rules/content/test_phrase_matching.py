"""Words of the content are found in a text, also when a letter is wrong."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.content.phrase_matching import (
    Lexicon,
    Spelling,
    first_words,
    has_words,
    spans_of,
    typed_place,
)

SPELLING = Spelling(frozenset(["burgemeester", "verzoekt", "college"]))


def names(lexicon, text):
    return [(text[hit.start : hit.end], hit.name) for hit in lexicon.find(text)]


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("camera*", "de CAMERA’S hier", "CAMERA’S"),
        ("camera", "deurbelcamera", None),
        ("*verbod", "een gebiedsverbod", "gebiedsverbod"),
        ("draagt … op", "draagt de burgemeester op", "draagt de burgemeester op"),
        ("draagt … op", "draagt iets. Op maandag", None),
        ("€ *", "kost € 20.000 nu", "€ 20"),
        ("stelt … vast", "stelt € 20.000 vast", "stelt € 20.000 vast"),
        ("boa’s", "de boa's", "boa's"),
    ],
)
def test_a_phrase_is_plain_words(phrase, text, found):
    assert first_words((phrase,), text) == found
    assert has_words((phrase,), text) is (found is not None)
    assert len(spans_of((phrase,), text)) == (found is not None)
    assert [one for one, _ in names(Lexicon({"x": (phrase,)}), text)][:1] == (
        [] if found is None else [found]
    )


WORDS = ("te", "de", "raad", "Té", "op", "camera", "camera’s", "24", "uur", "e-mail")
PHRASES = (*WORDS, "te de", "te raad", "de *", "*raad", "ca*", "op … te", "’s", "o*")


@given(st.lists(st.sampled_from(WORDS)), st.sets(st.sampled_from(PHRASES)))
def test_a_phrase_is_tried_wherever_it_could_begin(words, phrases):
    """The index by first letters finds what trying every phrase everywhere finds."""
    text = "  ".join(words)
    found = {
        (hit.start, hit.name) for hit in Lexicon({p: (p,) for p in phrases}).find(text)
    }

    begins = {found.start() for found in re.finditer(r"(?<![\w’-])[\w]", text)}
    everywhere = {
        (span[0], phrase)
        for phrase in phrases
        for span in spans_of((phrase,), text)
        if span[0] in begins
    }
    assert everywhere <= found


def test_of_two_that_overlap_the_longer_one_counts():
    lexicon = Lexicon({"kort": ("camera*",), "lang": ("camera’s van bewoners",)})
    (hit,) = lexicon.longest("camera’s van bewoners")

    assert hit.name == "lang"


@pytest.mark.parametrize(
    "typed",
    [
        "verzoket",
        "vezoekt",
        "verzoektt",
        "verzaekt",
        "burgermeester",
        "collge",
        "colege",
    ],
)
def test_one_wrong_letter_is_mended(typed):
    mended, _ = SPELLING.mended(f"hij {typed} hier")

    assert mended.split()[1] in SPELLING.words


@pytest.mark.parametrize("typed", ["verzocht", "burgers", "meester"])
def test_another_word_is_left_alone(typed):
    assert SPELLING.mended(typed)[0] == typed


@given(st.lists(st.sampled_from(["collge", "college", "burgemester", "en", "x, "])))
def test_a_place_in_what_was_mended_leads_back(words):
    text = " ".join(words)
    mended, moved = SPELLING.mended(text)

    assert typed_place(0, moved) == 0
    assert typed_place(len(mended), moved) == len(text)
    ends = [at + len(word) for at, word in _places(mended)]
    assert [typed_place(end, moved) for end in ends] == [
        at + len(word) for at, word in _places(text)
    ]


def _places(text):
    found, at = [], 0
    for word in text.split(" "):
        found.append((at, word))
        at += len(word) + 1
    return [(place, word) for place, word in found if word.isalpha()]
