"""Words of the content, found in a text: how a jurist’s list meets what was typed.

A phrase is plain words: `*` stands for the rest of a word, `…` for a few words between
that stay in one sentence. Every search is linear: a phrase is tried only where a word
begins with its first letters, and what it can run over is bounded.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import pairwise

Span = tuple[int, int]
# What `…` may run over: at most six words of forty letters, and no end of a sentence,
# save the point or comma inside a number. Bounds keep every search linear.
GAP = r"[^\w.;:!?\n]{1,3}(?:[\w’'-]{1,40}(?:[.,]\d{1,3}){0,3}[^\w.;:!?\n]{1,3}){0,6}?"
ABBREVIATION = 2  # letters of a name that is read in capitals only
SHORTEST, LEADING = 6, 8
_WORD = re.compile(r"€|[^\W_]{1,60}(?:['’][^\W_]{1,60}){0,3}")
# “te” begins hundreds of phrases: a short word is known together with its next one
_PAIR = re.compile(r"([^\W\d_]{1,3})\s{1,3}([^\W\d_]{2})")
_LETTERS = re.compile(rf"[^\W\d_]{{1,{LEADING}}}")
# “*bedrijf” is known by its end
_ENDING = re.compile(r"\*[^\W\d_]{0,40}([^\W\d_]{3})(?![\w*’'-])")
_ANY_CASE = "(?i)"
_SENTENCE_END = re.compile(r"[.;?!](?=\s|$)|\n")
_REST = r"(?:\w|['’-](?=\w)){0,40}"


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a phrase of a list stands in a text, and of which list."""

    start: int
    end: int
    name: str


@dataclass(frozen=True)
class Lexicon:
    """Several lists of phrases, each under its name, looked for in one pass."""

    lists: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def find(self, text: str) -> list[Hit]:
        """Give every phrase that stands in a text, in the order of the text.

        >>> Lexicon({"plek": ("plein*",)}).find("Op het pleintje")
        [Hit(start=7, end=15, name='plek')]
        """
        return list(self._hits(text))

    def longest(self, text: str) -> list[Hit]:
        """Give the phrases that do not lie inside a longer one."""
        kept: list[Hit] = []
        ranked = sorted(self._hits(text), key=lambda hit: (hit.start, -hit.end))
        for hit in ranked:
            same = kept and (hit.start, hit.end) == (kept[-1].start, kept[-1].end)
            if not kept or same or hit.start >= kept[-1].end:
                kept.append(hit)
            # Two that overlap, the later one longer: the longer is the more particular.
            elif hit.end - hit.start > kept[-1].end - kept[-1].start:
                kept[-1] = hit
        return kept

    def _hits(self, text: str) -> Iterator[Hit]:
        for word in _WORD.finditer(text):
            for key in _keys(text, word):
                for pattern, name in self._index.get(key, ()):
                    found = pattern.match(text, word.start())
                    if found:
                        yield Hit(*found.span(), name)

    @cached_property
    def _index(self) -> Mapping[str, tuple[tuple[re.Pattern[str], str], ...]]:
        """Sort the phrases by the letters that any word they fit must have."""
        found: dict[str, list[tuple[re.Pattern[str], str]]] = {}
        for name, phrases in self.lists.items():
            for phrase in phrases:
                begun = _PAIR.match(phrase) or _LETTERS.match(phrase)
                ends = _ENDING.match(phrase)
                key = begun[0] if begun else f"*{ends[1]}" if ends else ""
                found.setdefault(key.casefold(), []).append((compiled(phrase), name))
        return {key: tuple(several) for key, several in found.items()}


def _keys(text: str, word: re.Match[str]) -> Iterator[str]:
    """Give each key under which a phrase may stand that begins at this word."""
    pair = _PAIR.match(text, word.start())
    if pair:
        yield f"{pair[1]} {pair[2]}".casefold()
    yield f"*{word[0][-3:].casefold()}"
    first = word[0][:LEADING].casefold()
    for letters in range(len(first), -1, -1):
        yield first[:letters]


def spans_of(phrases: Iterable[str], text: str) -> list[Span]:
    """Give where one of these phrases stands in a text.

    >>> spans_of(("camera*",), "Drie camera’s op het plein")
    [(5, 13)]
    """
    return [found.span() for one in phrases for found in compiled(one).finditer(text)]


def has_words(phrases: Iterable[str], text: str) -> bool:
    """Tell whether one of these phrases occurs.

    >>> has_words(("draagt … op",), "draagt de burgemeester op om")
    True
    """
    return any(compiled(one).search(text) for one in phrases)


def without(phrases: Iterable[str], text: str) -> str:
    """Give a text with these phrases taken out.

    >>> without(("niet *",), "Dat kan niet altijd hier")
    'Dat kan   hier'
    """
    for one in phrases:
        text = compiled(one).sub(" ", text)
    return text


def first_words(phrases: Iterable[str], text: str) -> str | None:
    """Give the words that were found first in order of the phrases, if any."""
    for one in phrases:
        found = compiled(one).search(text)
        if found:
            return found[0]
    return None


def sentences_of(text: str) -> Iterator[Span]:
    """Give where each sentence of a text begins and ends; a row ends one as well.

    >>> list(sentences_of("Wie? Ik niet."))
    [(0, 4), (4, 13), (13, 13)]
    """
    ends = (found.end() for found in _SENTENCE_END.finditer(text))
    return pairwise([0, *ends, len(text)])


@lru_cache(maxsize=16_384)
def compiled(phrase: str) -> re.Pattern[str]:
    """Make a pattern of a phrase; both kinds of apostrophe are one."""
    parts = (r"\s{1,3}".join(map(_word, each.split())) for each in phrase.split("…"))
    return re.compile(rf"{_ANY_CASE}(?<!\w){GAP.join(parts)}(?!\w)")


def either(phrases: Iterable[str]) -> str:
    """Give the alternatives of a pattern: one of these phrases; letters of any case."""
    return "|".join(compiled(one).pattern.removeprefix(_ANY_CASE) for one in phrases)


def _word(word: str) -> str:
    if word.isupper() and len(word) == ABBREVIATION:
        # ‘het OM’ is a body, and ‘verzoekt het college om’ is not.
        return f"(?-i:{re.escape(word)})"
    return re.escape(word).replace("’", "['’]").replace(r"\*", _REST)


@dataclass(frozen=True)
class Spelling:
    """Words that may be misspelt by one letter and are still read."""

    words: frozenset[str]

    def mended(self, text: str) -> tuple[str, tuple[Span, ...]]:
        """Give the text with these words well spelt, and by how much places moved.

        >>> Spelling(frozenset(["college"])).mended("het collge ook")
        ('het college ook', ((0, 0), (11, -1)))
        """
        parts: list[str] = []
        moved: list[Span] = [(0, 0)]
        at, ahead = 0, 0
        for word in _WORD.finditer(text):
            meant = self._meant(word[0])
            if meant is not None:
                parts += [text[at : word.start()], meant]
                at = word.end()
                ahead += len(meant) - len(word[0])
                moved.append((word.end() + ahead, -ahead))
        return "".join((*parts, text[at:])), tuple(moved)

    def _meant(self, word: str) -> str | None:
        plain = word.casefold()
        if len(plain) < SHORTEST or plain in self.words:
            return None
        # Every word one letter apart shares one of its shortened forms with this one
        # (deletion neighbourhoods, as in SymSpell): a look-up in place of a comparison
        # with all.
        for near in (plain, *_shorter(plain)):
            for meant in self._near.get(near, ()):
                if _one_apart(plain, meant):
                    return meant
        return None

    @cached_property
    def _near(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for word in sorted(self.words):
            # Shorter ones stay as typed: too many words of six letters lie one apart.
            if len(word) > SHORTEST:
                for near in (word, *_shorter(word)):
                    found.setdefault(near, []).append(word)
        return {near: tuple(several) for near, several in found.items()}


def typed_place(place: int, moved: Sequence[Span]) -> int:
    """Lead a place in a mended text back to the text as it was typed."""
    last = bisect_right(moved, place, key=lambda one: one[0]) - 1
    return place + moved[last][1]


def _shorter(word: str) -> Iterator[str]:
    for at in range(min(len(word), 30)):
        yield word[:at] + word[at + 1 :]


def _one_apart(one: str, other: str) -> bool:
    """Tell whether one letter was left out, added, changed or swapped."""
    if abs(len(one) - len(other)) > 1:
        return False
    at = next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None
    )
    if at is None:
        return True
    rest, others = one[at:], other[at:]
    swapped = rest[:2] == others[1::-1] and rest[2:] == others[2:]
    return swapped or rest[1:] in (others[1:], others) or rest == others[1:]
