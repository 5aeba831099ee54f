"""The sentences of content: which there are, and in what dossier somebody meets one."""

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from random import Random
from typing import Any, NamedTuple, get_type_hints

from pydantic import BaseModel

from rules.content.answer_in_order import is_in_order
from rules.content.briefing import Passage
from rules.content.decision_table import Outcome, Title
from rules.content.demands import Demand, Standing
from rules.content.questions import Question
from rules.grammar.answers import DONT_KNOW, DontKnow, Option, Ticks, stored
from rules.grammar.content_model import unbroken
from rules.grammar.earlier_questions import Became
from rules.grammar.truth import Truth
from rules.judging.clashing import clashing
from rules.judging.evaluation import judge_of
from rules.judging.headline import table_of, title_of
from rules.proof.proving import drawn
from rules.proof.verification import examples
from tests.content.dossiers import in_order

# Words by which something is recognised or named; nobody reads them as a sentence.
SILENT = {"evidence"}
HOLE = re.compile(r"\{\w+\}")
TAG = re.compile(r"<(script|style)\b.*?</\1>|<[^>]*>", re.DOTALL)
SPACE = re.compile(r"[\s\u00a0\u00ad]+")


class Sentence(NamedTuple):
    """One text of the content, with what it stands in, from the outside in."""

    text: str
    inside: tuple[Any, ...]
    field: str

    @property
    def pieces(self):
        """What lies between its holes, as it is looked for on a page."""
        found = (normal(each).strip(" .,:;") for each in HOLE.split(self.text))
        return tuple(filter(None, found))

    def of(self, kind):
        """The innermost of this kind that it stands in, if any."""
        return next((e for e in reversed(self.inside) if isinstance(e, kind)), None)

    def __str__(self):
        names = [
            f"{type(e).__name__} {getattr(e, 'id', '')}".strip() for e in self.inside
        ]
        return f"{' > '.join(names)} > {self.field}: {self.text}"


def normal(text):
    """A text as it is compared: one space between words, and no capitals."""
    return SPACE.sub(" ", text).strip().lower()


def words_of_page(source):
    """What a visitor can read of a page."""
    return normal(html.unescape(TAG.sub("", source)))


@cache
def prose_of(model):
    """The fields of a model that hold prose."""
    hints = get_type_hints(model, include_extras=True)
    return frozenset(name for name in model.model_fields if _is_prose(hints[name]))


def _is_prose(annotation):
    notes = getattr(annotation, "__metadata__", ())
    parts = (*getattr(annotation, "__args__", ()), getattr(annotation, "__origin__", 0))
    return any(getattr(note, "func", None) is unbroken for note in notes) or any(
        _is_prose(part) for part in parts if hasattr(part, "__args__")
    )


def sentences(value, inside=()) -> Iterator[Sentence]:
    """Every sentence of content, however deep."""
    if isinstance(value, BaseModel):
        prose = prose_of(type(value))
        for name in type(value).model_fields:
            part = getattr(value, name)
            if name in prose and name not in SILENT:
                yield from _strings(part, (*inside, value), name)
            yield from sentences(part, (*inside, value))
    for part in _parts(value):
        yield from sentences(part, inside)


def _parts(value):
    if is_dataclass(value):
        return [
            getattr(value, each.name) for each in fields(value) if not each.metadata
        ]
    if isinstance(value, Mapping):
        return value.values()
    return value if isinstance(value, tuple) else ()


def _strings(value, inside, field) -> Iterator[Sentence]:
    if type(value) is str:
        yield Sentence(value, inside, field)
    for part in _parts(value):
        yield from _strings(part, inside, field)


class Watch:
    """The sentences that nobody has met yet."""

    def __init__(self, found):
        self.unmet = {each.pieces: each for each in found if each.pieces}

    def __iter__(self):
        return iter(self.unmet.values())

    def look(self, text):
        """Take out every sentence that stands in what somebody reads."""
        for pieces in [*self.unmet]:
            if all(piece in text for piece in pieces):
                del self.unmet[pieces]


# --- in what dossier somebody meets a sentence ----------------------------------------


def near_order(chart):
    """Dossiers in which nearly all is in order: some choices, slips and gaps by chance.

    First the smallest dossier of each outcome, by itself and with the rest in order.
    """
    draw, good = Random(chart.decision.id), in_order_of(chart)
    asked, ends = chart.decision.questions, [*examples(chart).values()]
    yield from ends
    yield from ({**good, **end} for end in ends)
    while True:
        whole = drawn(chart, draw)
        answers = {**good, **draw.choice([{}, *ends])}
        share = draw.choice((0, 0, 0.3, 1))
        changed = [q for q in asked if not q.judges and draw.random() < share]
        changed += draw.sample(asked, draw.choice((0, 1, 2, 5)))
        answers |= {each.id: whole[each.id] for each in changed}
        for each in draw.sample(asked, draw.choice((0, 0, 1, 2, 8))):
            answers.pop(each.id, None)
        yield answers


@cache
def in_order_of(chart):
    """The dossier in which all is in order, made once."""
    return in_order(chart)


def all_amiss(chart):
    """A dossier in which no answer is in order."""
    found = dict(in_order_of(chart))
    for question in chart.decision.questions:
        wrong = (
            each
            for domain in chart.domains
            if domain.question == question.id
            for each in domain.examples
            if question.judges and not is_in_order(question, each)
        )
        found[question.id] = next(wrong, found.get(question.id, DONT_KNOW))
    return found


def told_by(chart, answers):
    """What a dossier brings about, by the keys of `key_of`."""
    law = chart.decision
    table = table_of(chart, answers, clashing(law, answers))
    outcome = law.outcome_by_id[chart.outcome_of(answers)]
    yield id(outcome)
    yield id(title_of(table, outcome))
    for each in table.judged:
        if each.is_due:
            yield each.demand.id, each.standing
        if each.is_open:
            yield from (("open", name) for name in each.carried_by[:1])
    yield from _said(answers)
    for passage in law.passages:
        if passage.when is not None and _holds(law, passage.when, answers):
            yield id(passage)


def _said(answers):
    for name, answer in answers.items():
        match answer:
            case DontKnow():
                continue
            case Ticks(value):
                yield from ((name, option) for option in value)
            case _:
                yield name, stored(answer)


def _holds(law, condition, answers):
    return judge_of(law.without_rules(condition))(answers, {}).truth is Truth.YES


def key_of(sentence):
    """What must come about before somebody can meet a sentence; None if nothing."""
    title, outcome = sentence.of(Title), sentence.of(Outcome)
    demand, question = sentence.of(Demand), sentence.of(Question)
    option, passage = sentence.of(Option), sentence.of(Passage)
    if title or outcome or passage:
        return id(title or outcome or passage)
    if demand:
        return demand.id, Standing.NIET_VOLDAAN
    if question is None or sentence.of(Became):
        return None
    words = {"if_yes": "ja", "if_no": "nee", "fact_one": "1"}
    said = option.id if option else words.get(sentence.field)
    return ("open", question.id) if said is None else (question.id, said)
