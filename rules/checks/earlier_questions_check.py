"""Check that no old answer is lost: every question of an earlier release has a place.

It lives on in a question or an option (`earlier`), or is dropped with a reason. An id
that was used before still means the same, so that an answer kept under it is read as
it is.
"""

from collections.abc import Iterable, Iterator

from pydantic import BaseModel

from rules.content.decision import Header
from rules.content.earlier_release import OldQuestion
from rules.content.questions import Question
from rules.grammar.answers import parse
from rules.grammar.earlier_questions import UNKNOWN, Became, OldAnswer, Within
from rules.grammar.errors import Fault, InputError, did_you_mean
from rules.grammar.validation import Part, Told, faults_of


def succession_faults(
    found: Iterable[Part], old: Iterable[OldQuestion]
) -> Iterator[Fault]:
    """List the old questions without a place, and the places without an old question."""
    parts, known = tuple(found), tuple(old)
    refs = {ref for each in known for ref in each.refs}
    placed = {ref for item, _, _ in parts for ref in _refs(item)}

    def check(item: BaseModel) -> Told:
        for ref in (name for name in _refs(item) if name not in refs):
            guess = did_you_mean(ref, refs)
            yield (), f"earlier noemt '{ref}', maar die vraag is nooit gesteld.{guess}"
        if isinstance(item, Question):
            yield from (((), message) for message in _misread(item, known))
        if isinstance(item, Header):
            for each in known:
                if placed.isdisjoint(each.refs):
                    message = (
                        f"oude vraag {each.ref} ('{each.text[:50]}') heeft geen plaats "
                        "meer: noem haar bij earlier van een vraag, of bij dropped."
                    )
                    yield ("dropped",) if item.dropped else (), message

    return faults_of(parts, check)


def _refs(item: BaseModel) -> Iterator[str]:
    if isinstance(item, Question):
        yield from item.refs
    if isinstance(item, Header):
        yield from (each.ref for each in item.dropped)


def _misread(question: Question, known: Iterable[OldQuestion]) -> Iterator[str]:
    """Say which old answers were never given, and which new ones cannot be."""
    olds = tuple(known)
    for old in olds:
        if old.id == question.id:
            yield from _other(question, old)
    options = getattr(question.answer, "options", ())
    for one in (*question.earlier, *(e for option in options for e in option.earlier)):
        for ref, tests in (one.when or {}).items():
            for test in tests if isinstance(tests, tuple) else (tests,):
                if not any(_fits(test, old) for old in olds if ref in old.refs):
                    yield f"earlier noemt bij {ref} een antwoord dat nooit kon: '{test}'."
    for one in question.earlier:
        yield from _unlike(question, one, olds)


def _unlike(
    question: Question, one: Became, olds: tuple[OldQuestion, ...]
) -> Iterator[str]:
    """Say where an entry makes what the question of today cannot take."""
    if one.becomes is not None:
        if one.becomes != UNKNOWN:
            listed = one.becomes if isinstance(one.becomes, tuple) else (one.becomes,)
            try:
                parse(question.answer, ", ".join(map(str, listed)))
            except InputError as error:
                yield f"earlier maakt van '{question.id}' wat niet kan: {error}"
    elif one.ref is not None and not one.is_test:
        kinds = {_KIND_NOW.get(o.kind, o.kind) for o in olds if one.ref in o.refs}
        now = _KIND_NOW.get(question.answer.kind, question.answer.kind)
        if kinds and now not in kinds:
            yield (
                f"earlier neemt het antwoord op {one.ref} over, maar dat was van een "
                "andere soort: zeg met when en becomes wat het wordt."
            )


# Both are answered with ja or nee, so an answer to one reads as one to the other.
_KIND_NOW = {"weighing": "yes_no"}


def _fits(test: OldAnswer, old: OldQuestion) -> bool:
    """Tell whether an old question could be answered so."""
    if isinstance(test, Within):
        return old.kind == "number"
    try:
        old.parse(test)
    except InputError:
        return False
    return True


def _other(question: Question, old: OldQuestion) -> Iterator[str]:
    """Say that a question with an old id no longer takes the old answers as they are."""
    plain = [one for one in question.earlier if one.ref == old.ref and not one.is_test]
    if question.answer.kind != old.kind or not plain or plain[0].invert:
        yield (
            f"'{question.id}' was de naam van oude vraag {old.ref}, en betekent nu iets "
            "anders. Geef een nieuwe naam, of neem haar antwoord over zoals het is."
        )
