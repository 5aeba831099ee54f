"""Find what somebody means by a word: problems and instruments, by the words they have.

Parts of words count, accents and small words do not, and one slip of the finger is
forgiven from five letters on. `static/js/zoeken.js` does the same sum on the phone of
the reader, with the same lists of small words and look-alikes.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from rules.content.signpost import Means, Problem
from rules.judging.signpost import Signpost

MOST = 4
LONGEST, MOST_WORDS = 80, 6
_EXACT, _BEGINS, _PART, _SLIP, _ENDS, _WITHIN = 6.0, 4.0, 3.0, 3.0, 2.5, 2.0
_ALONE = 0.5  # less for a word in a longer term than for the term itself
_LATER = 0.02  # less for each next word: “fatbikes op het plein” is about fatbikes
_WHOLE_FROM, _PART_FROM, _BEGINS_FROM, _SLIP_FROM = 2, 3, 4, 5
_APOSTROPHE = re.compile("['’‘]")
_NO_LETTER = re.compile(r"[^a-z0-9]+")

Score = tuple[int, float]
Scores = Mapping[int, float]


@dataclass(frozen=True, slots=True)
class Findable:
    """What can be found, with every word by which it can, plainly spelled."""

    found: Problem | Means
    terms: tuple[str, ...]


@dataclass(frozen=True)
class Lookup:
    """The list to look in: problems first, then instruments that have words."""

    signpost: Signpost

    @cached_property
    def entries(self) -> tuple[Findable, ...]:
        """Give all that can be found."""
        return tuple(self._entries())

    def find(self, text: str) -> tuple[Problem | Means, ...]:
        """Give at most four, the best first; equals stand as they were written."""
        query = self._telling(plain(text[:LONGEST]))
        if not query:
            return ()
        found = dict(self._scores(query, whole=True))
        words = query.split()[:MOST_WORDS]
        if len(words) > 1:
            each = [self._scores(word) for word in words]
            for place in {place for scores in each for place in scores}:
                mean = sum(
                    scores.get(place, 0.0) * (1 - _LATER * n)
                    for n, scores in enumerate(each)
                ) / len(words)
                found[place] = max(found.get(place, 0.0), mean)
        # Rounded, since a sum of parts can differ in its last digit: equals must tie,
        # and then stand as they were written.
        best = sorted(found, key=lambda place: (-round(found[place], 6), place))
        return tuple(self.entries[place].found for place in best[:MOST])

    def _scores(self, typed: str, *, whole: bool = False) -> Scores:
        """Weigh every entry for one word, or for the whole of what was typed."""
        if typed in self.look_alikes:
            return {}
        found = [*self._begun(typed, whole=whole), *self._within(typed)]
        if whole and len(typed) >= _PART_FROM:
            found += self._parts(typed)
        # Only where nothing was found: a word of ours is no slip of another.
        if not found and len(typed) >= _SLIP_FROM:
            found += self._slips(typed)
        scores: dict[int, float] = {}
        for place, score in found:
            scores[place] = max(scores.get(place, 0.0), score)
        return scores

    def _begun(self, typed: str, *, whole: bool) -> Iterator[Score]:
        """Find the terms and words that are what was typed, or begin so."""
        long_enough = len(typed) >= (_WHOLE_FROM if whole else _BEGINS_FROM)
        # A tuple of one sorts before every longer one: the first that starts alike.
        start = bisect_left(self._spelled, (typed,))
        for text, place, less in self._spelled[start:]:
            if not text.startswith(typed):
                return
            if text == typed:
                yield place, _EXACT - less
            elif long_enough:
                yield place, _BEGINS - less + len(typed) / len(text)

    def _within(self, typed: str) -> Iterator[Score]:
        """Find the terms that a longer word ends or begins with: “vuurwerkexplosie”.

        What a Dutch compound ends with is what it is about. Less than half of a word
        says nothing of it: “radicalisering” is about no ring.
        """
        for size in range(max(_BEGINS_FROM, (len(typed) + 1) // 2), len(typed)):
            for place in self._by_term.get(typed[-size:], ()):
                yield place, _ENDS
            for place in self._by_term.get(typed[:size], ()):
                yield place, _WITHIN

    def _parts(self, typed: str) -> Iterator[Score]:
        for term, places in self._by_term.items():
            if typed in term:
                yield from ((place, _PART) for place in places)

    def _slips(self, typed: str) -> Iterator[Score]:
        for text, place, less in self._spelled:
            if abs(len(text) - len(typed)) <= 1 and _is_slip(typed, text):
                yield place, _SLIP - less

    @cached_property
    def small_words(self) -> frozenset[str]:
        """Give the words that count for nothing: “bij het”."""
        return frozenset(map(plain, self.signpost.header.small_words))

    @cached_property
    def look_alikes(self) -> frozenset[str]:
        """Give the words that look like one of ours and mean something else."""
        return frozenset(map(plain, self.signpost.header.look_alikes))

    def _telling(self, query: str) -> str:
        """Leave the small words out, unless there is nothing else."""
        told = (word for word in query.split() if word not in self.small_words)
        return " ".join(told) or query

    def _terms(self, spelled: tuple[str, ...]) -> tuple[str, ...]:
        told = (self._telling(plain(each)) for each in spelled)
        return tuple(dict.fromkeys(filter(None, told)))

    @cached_property
    def _spelled(self) -> list[tuple[str, int, float]]:
        """Give every term, and each word of a longer one, in the order of letters."""
        return sorted(
            (text, place, _ALONE * (text != term))
            for place, entry in enumerate(self.entries)
            for term in entry.terms
            for text in {term, *term.split()}
        )

    @cached_property
    def _by_term(self) -> Mapping[str, list[int]]:
        by_term: dict[str, list[int]] = {}
        for place, entry in enumerate(self.entries):
            for term in entry.terms:
                by_term.setdefault(term, []).append(place)
        return by_term

    def _entries(self) -> Iterator[Findable]:
        labels = {one.problem: one.label for one in self.signpost.header.begin_with}
        for problem in self.signpost.problems:
            spelled = (*problem.words, labels.get(problem.id, ""), problem.title)
            yield Findable(problem, self._terms(spelled))
        for means in sorted(self.signpost.means, key=lambda one: not one.wanted):
            if means.words:
                spelled = (*means.words, means.wanted or "", means.title)
                yield Findable(means, self._terms(spelled))


def plain(text: str) -> str:
    """Spell a text plainly.

    >>> plain("Café ’t Plein: camera’s, P+R")
    'cafe t plein cameras p r'
    """
    bare = unicodedata.normalize("NFKD", _APOSTROPHE.sub("", text.casefold()))
    letters = "".join(each for each in bare if not unicodedata.combining(each))
    return _NO_LETTER.sub(" ", letters).strip()


def _is_slip(one: str, other: str) -> bool:
    """Tell whether two words differ by one letter: another, one more or one less."""
    if len(one) > len(other):
        one, other = other, one
    place = next((n for n, each in enumerate(one) if each != other[n]), len(one))
    rest = place + (len(one) == len(other))
    return one[rest:] == other[place + 1 :]
