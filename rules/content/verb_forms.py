"""The forms of a phrase: who lists ‘gegevens … uit te wisselen’ also means ‘uitgewisseld’.

A kind of words stands in a phrase by its name: ‘<dader>’. A register names a deed once,
with *te*. Here are the form with *laten*, the bare infinitive and the participle; which
participles are irregular stands in `handelingen.yaml`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

KIND = re.compile(r"<(\w{1,30})>")
_LOOSE = (
    "aan|achter|af|bij|dicht|door|in|klaar|los|mee|na|neer|om|op|open|over|rond|samen|stil|stop"
    "|tegen|terug|toe|uit|vast|voor|vrij|weg"
)
_DEED = re.compile(
    rf"(?P<head>(?:.{{1,60}}?\s)??)(?:(?P<loose>{_LOOSE})\s)?te\s(?!laten\b)(?P<verb>\w{{1,30}}n)"
)
_FIXED = re.compile(r"(?:be|ge|ver|ont|her|er|mis|over|onder|door)\w{4,}")
_OPEN = re.compile(r"(.*[^aeiou]|)([aeou])([^aeiouy])")
_SHARP = ("f", "k", "p", "s", "t", "ch", "x")


def with_let(phrase: str) -> str | None:
    """Write a deed as it is behind *laten*.

    >>> with_let("aan te bieden"), with_let("te dekken"), with_let("lijst te maken")
    ('te laten aanbieden', 'te laten dekken', None)
    """
    found = _DEED.fullmatch(phrase)
    if found is None or found["head"]:
        return None
    return f"te laten {found['loose'] or ''}{found['verb']}"


def of_each_kind(phrase: str, kinds: Mapping[str, Iterable[str]]) -> Iterator[str]:
    """Give a phrase with each word of the kind that it names, or itself.

    >>> list(of_each_kind("<dader> … te straffen", {"dader": ("dief", "heler")}))
    ['dief … te straffen', 'heler … te straffen']
    """
    named = KIND.search(phrase)
    if named is None:
        yield phrase
        return
    for word in kinds[named[1]]:
        yield from of_each_kind(phrase.replace(named[0], word, 1), kinds)


def forms_of(phrase: str, strong: Mapping[str, str]) -> Iterator[str]:
    """Give a phrase, and where a deed ends it the other forms of that deed.

    A verb that stands alone keeps its form: ‘te delen’ is a deed, *delen* may be parts.

    >>> list(forms_of("lijst aan te leggen", {}))[1:3]
    ['lijst te laten aanleggen', 'lijst aan te laten leggen']
    >>> list(forms_of("lijst aan te leggen", {}))[3:]
    ['lijst aanleggen', 'lijst aangelegd']
    """
    yield phrase
    found = _DEED.fullmatch(phrase)
    if found is None or not (found["head"] or found["loose"]):
        return
    head, loose = found["head"], found["loose"] or ""
    yield f"{head}te laten {loose}{found['verb']}"
    if loose:
        yield f"{head}{loose} te laten {found['verb']}"
    yield f"{head}{loose}{found['verb']}"
    for done in participles(found["verb"], strong):
        yield f"{head}{loose}{done}"


def participles(verb: str, strong: Mapping[str, str]) -> tuple[str, ...]:
    """Give what may be the participle of an infinitive; an irregular one is known.

    Whether its last syllable is stressed we do not know, so there may be two; one is no word.

    >>> participles("straffen", {}), participles("verhuizen", {})
    (('gestraft',), ('verhuisd',))
    >>> participles("weigeren", {}), participles("sluiten", {"sluiten": "gesloten"})
    (('geweigerd', 'geweigeerd'), ('gesloten',))
    """
    if verb in strong:
        return (strong[verb],)
    stem = verb[:-1] if verb.endswith(("aan", "oen")) else verb[:-2]
    ends = "t" if stem.endswith(_SHARP) else "d"
    double = stem[-1:] == stem[-2:-1]
    stem = stem[:-1] if double else stem
    opened = None if double else _OPEN.fullmatch(stem)
    stems = [stem, f"{opened[1]}{opened[2] * 2}{opened[3]}"] if opened else [stem]
    if stem.endswith(("v", "z")):
        stems = [f"{one[:-1]}{'f' if one.endswith('v') else 's'}" for one in stems]
    before = "" if _FIXED.fullmatch(verb) else "ge"
    return tuple(f"{before}{one}{'' if one.endswith(ends) else ends}" for one in stems)
