"""What a sentence does: its acts, and whom they address.

One reader for motie, amendement and questions. An act begins at its verb, or at the
body that a passive verb follows. What it asks is cut into clauses, see
`reports/council/clauses.py`. The words stand in the register `handelingen.yaml`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from rules.content.council_speech import Acting, Addressee, Speech
from rules.content.phrase_matching import Hit, sentences_of, typed_place

LOOKBACK, NEAR = 60, 60
_JOINED = re.compile(r"(?i)\s{0,3}(?:,|&|\b(?:en|én|of|en/of|alsmede)\b)\s{0,3}")
_BY_COUNCIL = re.compile(r"(?i)\W{0,9}(?:de\s)?(?:gemeente)?raad\b")
_IN_PASSING = re.compile(r"(?i)\s*(?:,|\(|(?:en|of|en/of)\b)")


@dataclass(frozen=True, slots=True)
class Act:
    """One act: its kind, to whom, and where it and what is asked begin and end."""

    kind: Acting
    verb: str
    to: tuple[Addressee, ...]
    start: int
    asks: int
    end: int

    @property
    def bodies(self) -> tuple[str, ...]:
        """Give the bodies by id."""
        return tuple(dict.fromkeys(one.body for one in self.to))


def acts_of(text: str, speech: Speech) -> list[Act]:
    """Give the acts of a text in their order; each ends where the next begins."""
    # Read with its slips mended; places are led back, for a page marks what was typed.
    mended, moved = speech.spelling.mended(text)
    found = list(_begun(mended, speech))
    if not found:
        return []
    ends = [*(act.start for act in found[1:]), len(mended)]
    return [
        replace(
            act,
            start=typed_place(act.start, moved),
            asks=typed_place(act.asks, moved),
            end=typed_place(end, moved),
        )
        for act, end in zip(found, ends, strict=True)
    ]


def inner_acts_of(text: str, speech: Speech) -> list[Act]:
    """Give what a decision or a new text asks of a body: ‘het college te verzoeken’."""
    verbs = sorted(speech.inners.find(text), key=lambda hit: hit.start)
    found: list[Act] = []
    for first, last in sentences_of(text):
        inside = [hit for hit in verbs if first <= hit.start < last]
        found += _passive(text, (first, last), inside, speech)
    return found


def _begun(text: str, speech: Speech) -> Iterator[Act]:
    names = _by_start(speech.names.find(text))
    verbs = _by_start(speech.verbs.find(text))
    passives = sorted(speech.passives.find(text), key=lambda hit: hit.start)
    for first, last in sentences_of(text):
        by_council = _BY_COUNCIL.match(text, first) is not None
        active = False
        for start in sorted(place for place in verbs if first <= place < last):
            act = _active(text, verbs[start], names, speech, by_council=by_council)
            if act is not None:
                active = True
                by_council = by_council or act.kind in _ALONE
                yield act
        # A passive in a sentence with an act of its own is part of what is asked:
        # ‘verzoekt het college dat de burgemeester wordt gevraagd’.
        if not active:
            inside = [hit for hit in passives if first <= hit.start < last]
            yield from _passive(text, (first, last), inside, speech)


def _active(
    text: str, verb: Hit, names: dict[int, Hit], speech: Speech, *, by_council: bool
) -> Act | None:
    """Read an act at a verb, where a sentence can begin there.

    Behind a comma it says who acts: a body, or the council that the sentence began with.
    """
    before = text[max(0, verb.start - LOOKBACK) : verb.start]
    # In the middle of a sentence the same verb only tells: ‘wat de raad vraagt’.
    begins = speech.before_verb.search(before)
    if begins is None:
        return None
    kind = Acting(verb.name)
    end = verb.end if kind in _WHOLE else _first_word(text, verb)
    to, asks = ((), end) if kind in _ALONE else _addressed(text, end, names, speech)
    decides = by_council and kind in (Acting.DECIDE, Acting.ORDER)
    # Behind a comma and with nobody addressed it may be what somebody else does.
    if not to and not decides and _IN_PASSING.match(begins[0]):
        return None
    loose = speech.particle(text[verb.start : verb.end])
    particle = loose.match(text, asks) if loose else None
    asks = particle.end() if particle else asks
    return Act(kind, text[verb.start : verb.end], to, verb.start, asks, len(text))


_WHOLE = (Acting.DECLARE, Acting.CHANGE)
_ALONE = (Acting.DECLARE, Acting.CHANGE, Acting.DECIDE)


def _first_word(text: str, verb: Hit) -> int:
    """Give where the finite verb ends: a body may stand before its loose part."""
    found = re.compile(r"\w+").match(text, verb.start)
    return found.end() if found else verb.end


def _addressed(
    text: str, start: int, names: dict[int, Hit], speech: Speech
) -> tuple[tuple[Addressee, ...], int]:
    """Read the bodies that follow a verb, and where what is asked begins."""
    found: list[Addressee] = []
    end, at = start, start
    while True:
        filler = speech.filler.match(text, at)
        place = filler.end() if filler else at
        hit = names.get(place) or names.get(at)
        if hit is None:
            # Some pronouns are words that may also stand before a body: ‘het’.
            begin = place - len(text[at:place].lstrip())
            for first in () if found else (begin, place):
                meant, stop = speech.meant_at(text, first)
                if meant:
                    return meant, stop
            return tuple(found), end
        found.append(speech.addressees[int(hit.name)])
        end = hit.end
        joined = _JOINED.match(text, end)
        if joined is not None and joined.end() > end:
            at = joined.end()
        elif len(found) == 1 and found[0].body == "raad" and not found[0].own:
            # ‘verzoekt de raad het college’: the council is who asks.
            turned = speech.filler.match(text, end)
            at = turned.end() if turned else end
            if at not in names:
                return tuple(found), end
            found.clear()
        else:
            return tuple(found), end


def _passive(
    text: str, sentence: tuple[int, int], passives: list[Hit], speech: Speech
) -> Iterator[Act]:
    """Read an act whose body stands before its verb: ‘de burgemeester wordt verzocht’."""
    first, last = sentence
    bodies = speech.names.longest(text[first:last])
    for verb in passives:
        # The body stands just before its verb: ‘de burgemeester wordt verzocht’.
        near = [hit for hit in bodies if 0 <= verb.start - (first + hit.end) <= NEAR]
        if near:
            hit = near[0]
            to = (speech.addressees[int(hit.name)],)
            verb_text = text[verb.start : verb.end]
            yield Act(Acting(verb.name), verb_text, to, first, verb.end, last)
            return


def _by_start(hits: list[Hit]) -> dict[int, Hit]:
    """Keep the longest phrase at each place."""
    found: dict[int, Hit] = {}
    for hit in hits:
        if hit.start not in found or found[hit.start].end < hit.end:
            found[hit.start] = hit
    return found
