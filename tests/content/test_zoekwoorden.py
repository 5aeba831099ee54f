"""A newcomer types a word from a council paper and finds what it is about."""

from pathlib import Path
from unittest.mock import patch

import pytest
import yaml

from rules.judging.word_search import LONGEST, MOST, MOST_WORDS, Lookup, plain

FIRST = 3
WORDS = yaml.safe_load(Path(__file__).with_name("zoekwoorden.yaml").read_text())


@pytest.fixture(scope="module")
def lookup(library):
    found = Lookup(library.signpost)
    found.find("eerst")  # the list is made once
    return found


@pytest.mark.parametrize(("word", "meant"), WORDS["among_three"].items())
def test_a_word_finds_what_is_meant_among_the_first_three(lookup, word, meant):
    assert meant in [each.id for each in lookup.find(word)[:FIRST]]


@pytest.mark.parametrize(("sentence", "meant"), WORDS["first"].items())
def test_small_words_do_not_win_from_what_a_sentence_is_about(lookup, sentence, meant):
    assert lookup.find(sentence)[0].id == meant


@pytest.mark.parametrize("word", WORDS["nothing"])
def test_what_only_looks_like_a_word_of_ours_finds_nothing(lookup, word):
    assert lookup.find(word) == ()


def test_a_small_word_counts_when_nothing_else_was_typed(lookup):
    assert lookup.find("drugs in het") == lookup.find("drugs")
    assert lookup.find("in") != ()
    assert "in" in lookup.small_words


def test_every_word_in_the_content_finds_its_own(lookup):
    lost = [
        (entry.found.id, term)
        for entry in lookup.entries
        for term in entry.terms
        if len([e for e in lookup.entries if term in e.terms]) <= MOST
        and entry.found not in lookup.find(term)
    ]

    assert lost == []


def test_a_word_is_spelled_plainly(lookup):
    for term in (term for entry in lookup.entries for term in entry.terms):
        assert term == plain(term)
    for word in ("DRUGSPAND", " drugspand ", "drúgspand", "Drugs’pand"):
        assert lookup.find(word)[0].id == "drugspand"


@pytest.mark.parametrize(
    "word", ["", "   ", "!?", "xyzzy", "👍", "北京", "<script>", "0"]
)
def test_what_is_no_word_of_ours_finds_nothing(lookup, word):
    assert lookup.find(word) == ()


def test_never_more_than_four(lookup):
    for word in ("camera", "overlast", "de", "a", "politie en jongeren en drugs"):
        assert len(lookup.find(word)) <= MOST


def test_only_the_beginning_of_a_long_text_is_looked_at(lookup):
    assert lookup.find("x" * LONGEST + " camera") == ()
    assert lookup.find("camera" + " " * LONGEST + "vuurwerk") == lookup.find("camera")


def test_one_slip_is_forgiven_and_two_are_not(lookup):
    for slip in ("explosi", "explopsie", "exploxie", "eexplosie"):
        assert lookup.find(slip)[0].id == "explosie", slip
    assert lookup.find("exxploxie") == ()


@pytest.mark.parametrize("text", ["a b c " * 2000, "x" * 200_000, "overlast " * 5000])
def test_a_long_text_is_no_more_work_than_its_first_words(lookup, text):
    """What is looked up is counted; what it takes is measured by `make bench`."""
    with patch.object(Lookup, "_scores", autospec=True, return_value={}) as scores:
        lookup.find(text)

    typed = [call.args[1] for call in scores.call_args_list]
    assert 1 <= len(typed) <= 1 + MOST_WORDS
    assert max(map(len, typed)) <= LONGEST
