"""From a question to its form: one function, one match on the kind of answer."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from werkzeug.datastructures import MultiDict
from wtforms import (
    BooleanField,
    Form,
    RadioField,
    SelectMultipleField,
    StringField,
)
from wtforms.validators import ValidationError

from rules.content.questions import Question
from rules.grammar.answers import (
    AmountKind,
    Answer,
    Answerable,
    ChoiceKind,
    DateKind,
    DontKnow,
    NumberKind,
    Ticks,
    TicksKind,
    WeighingKind,
    YesNoKind,
    parse,
    refuse_future,
    stored,
)
from rules.grammar.errors import InputError
from wizard.clock import today

DONT_KNOW = ("onbekend", "Weet ik niet")
YES_OR_NO = (("ja", "Ja"), ("nee", "Nee"))
MISSING = {
    "yes_no": "Kies ja, nee of weet ik niet.",
    "weighing": "Kies ja, nee of weet ik niet.",
    "choice": "Kies één van de antwoorden, of ‘Weet ik niet’.",
    "ticks": "Kies wat wordt genoemd, of ‘Weet ik niet’.",
    "number": "Vul een getal in, of kies ‘Weet ik niet’.",
    "amount": "Vul een bedrag in, of kies ‘Weet ik niet’.",
    "date": "Vul een datum in, of kies ‘Weet ik niet’.",
}
_QUOTED = re.compile(r"'([^']*)'|\"([^\"]*)\"")

Data = MultiDict[str, str] | None


class ChosenForm(Form):
    """One choice out of a few; none of them made beforehand."""

    antwoord = RadioField(validate_choice=False)


class TickedForm(Form):
    """All that fits, or *weet ik niet*."""

    antwoord = SelectMultipleField(validate_choice=False)
    onbekend = BooleanField()


class TypedForm(Form):
    """Something to type, or *weet ik niet*."""

    antwoord = StringField()
    onbekend = BooleanField()


QuestionForm = ChosenForm | TickedForm | TypedForm


@dataclass(frozen=True)
class RowForm:
    """One question of a screen with its form; the names of its fields start with its id."""

    question: Question
    form: QuestionForm


def row_forms(
    questions: tuple[Question, ...], data: Data, answers: Mapping[str, Answer]
) -> tuple[RowForm, ...]:
    """Make the forms of a screen, filled with what was sent or is known."""
    return tuple(
        RowForm(one, _form(one, data, answers.get(one.id), f"{one.id}-"))
        for one in questions
    )


def _form(
    question: Question, data: Data, answer: Answer | None, prefix: str
) -> QuestionForm:
    unknown = isinstance(answer, DontKnow)
    known = None if answer is None else stored(answer)
    ticked = list(answer.value) if isinstance(answer, Ticks) else []
    match question.answer:
        case YesNoKind() | WeighingKind() | ChoiceKind() as kind:
            chosen = ChosenForm(data, prefix=prefix, data={"antwoord": known})
            labels = _labels(kind) if isinstance(kind, ChoiceKind) else YES_OR_NO
            chosen.antwoord.choices = (*labels, DONT_KNOW)
            return chosen
        case TicksKind() as kind:
            filled = {"antwoord": ticked, "onbekend": unknown}
            several = TickedForm(data, prefix=prefix, data=filled)
            several.antwoord.choices = _labels(kind)
            return several
        case NumberKind() | AmountKind() | DateKind():
            typed = {"antwoord": None if unknown else known, "onbekend": unknown}
            return TypedForm(data, prefix=prefix, data=typed)


def _labels(kind: ChoiceKind | TicksKind) -> tuple[tuple[str, str], ...]:
    return tuple((option.id, option.label) for option in kind.options)


def is_sent(row: RowForm) -> bool:
    """Check what was sent; what is wrong stands with the field."""

    def readable(form: Form, _: Any) -> None:
        assert isinstance(form, QuestionForm)
        try:
            answer_in(form, row.question)
        except InputError as error:
            raise ValidationError(typographic(str(error))) from error

    return row.form.validate(extra_validators={"antwoord": [readable]})


def are_sent(rows: tuple[RowForm, ...]) -> bool:
    """Check the rows of a screen; one left empty on a card is no fault."""
    # A card is a form that somebody fills in as far as they know; a lone question was
    # asked, and an empty answer is a slip.
    alone = len(rows) == 1 and rows[0].question.card is None
    # Each is checked, also behind one that is wrong.
    checked = [is_sent(row) for row in rows if alone or not is_empty(row.form)]
    return all(checked)


def is_empty(form: QuestionForm) -> bool:
    """Tell whether nothing was chosen, ticked or typed."""
    typed = form.antwoord.data
    blank = not (typed.strip() if isinstance(typed, str) else typed)
    return blank and (isinstance(form, ChosenForm) or not form.onbekend.data)


def answers_in(rows: tuple[RowForm, ...]) -> Iterator[tuple[Question, Answer | None]]:
    """Read the answers of a screen that was checked; None where a row was left empty."""
    for row in rows:
        empty = is_empty(row.form)
        yield row.question, None if empty else answer_in(row.form, row.question)


def readable_in(rows: tuple[RowForm, ...]) -> Iterator[tuple[Question, Answer]]:
    """Read what can be read of a screen that is still being filled in."""
    for row in rows:
        if not is_empty(row.form) and is_sent(row):
            yield row.question, answer_in(row.form, row.question)


def answer_in(form: QuestionForm, question: Answerable) -> Answer:
    """Read the answer from a form that was checked.

    Raises:
        InputError: when it cannot be read; the message says what to do.
    """
    if isinstance(form, TickedForm):
        return _ticks_in(form, question)
    field = form.antwoord
    typed = (field.data or "").strip()
    # A field can be sent twice; which of two answers counts is not for us to choose.
    if len(set(field.raw_data or ())) > 1:
        raise InputError("Geef één antwoord.")
    if isinstance(form, TypedForm) and form.onbekend.data:
        if typed:
            raise InputError("Vul iets in, of kies ‘Weet ik niet’. Niet allebei.")
        return DontKnow()
    if not typed:
        raise InputError(MISSING[question.answer.kind])
    # WTForms’ own check is off (`validate_choice`): its message is not ours.
    if isinstance(form, ChosenForm) and typed not in _choices(form):
        raise InputError(MISSING[question.answer.kind])
    answer = parse(question.answer, typed)
    refuse_future(question.answer, answer, today())
    return answer


def typographic(text: str) -> str:
    """Turn the straight quotes of a message into ‘curved’ ones."""
    return _QUOTED.sub(r"‘\1\2’", text).replace("'", "’").replace('"', "”")


def _ticks_in(form: TickedForm, question: Answerable) -> Answer:
    ticked = form.antwoord.data or []
    if form.onbekend.data:
        if ticked:
            raise InputError("Kies wat wordt genoemd, of ‘Weet ik niet’. Niet allebei.")
        return DontKnow()
    assert isinstance(question.answer, TicksKind)
    if not set(ticked) <= _choices(form):
        raise InputError(MISSING[question.answer.kind])
    return question.answer.ticked(ticked)


def _choices(form: ChosenForm | TickedForm) -> frozenset[str]:
    return frozenset(str(one[0]) for one in form.antwoord.choices or ())
