"""What a paper says of cost and cover: it is told, and asked of nobody.

‘Dekking: …’, ‘te dekken uit …’ and ‘de kosten komen ten laste van …’ say where the money
comes from. The words stand in the register `handelingen.yaml`, under `cover`.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from rules.content.council_speech import Speech
from rules.content.phrase_matching import Span, compiled, has_words, sentences_of

_DEED = re.compile(r"(?i)(?<!\w)te\s{1,3}(?:[a-z]{1,12}en\s)?([a-z]{2,30}n)(?!\w)")
_LEAD = re.compile(r"(?i)[\s\W]{0,6}(?:(?:en|ook|tevens|hierbij)\s)?")
# Up to where the sentence goes on: a comma or ‘en’ with something else to be done.
_REST = re.compile(r"(?:[^,;.\n)]|[.,](?=\d)){0,200}")
_HEADED = re.compile(r"\s?[:.]")


def cover_spans(text: str, speech: Speech) -> list[Span]:
    """Give where a text tells of cost and cover, in order and without overlap.

    A first sentence that only asks for cover stays what it is: a request.
    """
    found = sorted({*_sentences(text, speech), *_asides(text, speech)})
    kept: list[Span] = []
    for start, end in found:
        if speech.forces.find(text[start:end]):
            continue  # ‘te dekken door de uitkering te korten’ is more than cover
        if kept and start <= kept[-1][1]:
            kept[-1] = (kept[-1][0], max(end, kept[-1][1]))
        else:
            kept.append((start, end))
    return kept


def is_only_cover(text: str, speech: Speech) -> bool:
    """Tell whether a text tells of cost and cover, and of nothing else."""
    spans = cover_spans(text, speech)
    ends = [(0, 0), *spans, (len(text), len(text))]
    between = (text[one[1] : other[0]] for one, other in pairwise(ends))
    return bool(spans) and not any(re.search(r"\w", part) for part in between)


def _sentences(text: str, speech: Speech) -> Iterator[Span]:
    """Give the sentences that begin with cost or cover and ask no other deed."""
    for first, last in sentences_of(text):
        lead = _LEAD.match(text, first, last)
        start = lead.end() if lead else first
        head = _headed(text, start, speech)
        if head is None:
            continue
        said = text[head:last]
        done = list(_DEED.finditer(said))
        # One other deed, and the sentence asks something: then it must be judged.
        if any(one[1].casefold() not in speech.cover.deeds for one in done):
            continue
        apart = not done or "," in said[: done[0].start()]
        labelled = bool(_HEADED.match(text, head))
        tells = labelled or has_words(speech.cover.tells, text[start:last])
        # A first sentence with a deed and no label asks for something: ‘te dekken’.
        if tells and (first or labelled or apart):
            yield first, last


def _headed(text: str, start: int, speech: Speech) -> int | None:
    """Give where the words end with which a sentence about cost begins."""
    found = (compiled(one).match(text, start) for one in speech.cover.heads)
    return max((one.end() for one in found if one), default=None)


def _asides(text: str, speech: Speech) -> Iterator[Span]:
    """Give what is added behind a comma, behind ‘en’ or between brackets."""
    for one in speech.bracketed.finditer(text):
        # Between brackets a deed of another kind would be a request in small print.
        deeds = {deed[1].casefold() for deed in _DEED.finditer(one[0])}
        if has_words(speech.cover.aside, one[0]) and not deeds - {*speech.cover.deeds}:
            yield one.span()
    for found in speech.added_cover.finditer(text):
        rest = _REST.match(text, found.end())
        yield found.start(), rest.end() if rest else found.end()
