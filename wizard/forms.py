"""From a question to its form: one function, one match on the kind of answer."""

import re
from collections.abc import Callable, Iterator, Mapping
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
Check = Callable[[Form, Any], None]


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
        RowForm(one, form_for(one, data, answers.get(one.id), prefix=f"{one.id}-"))
        for one in questions
    )


def form_for(
    question: Answerable, data: Data, answer: Answer | None, *, prefix: str = ""
) -> QuestionForm:
    """Make the form of a question, filled with what was sent or is known."""
    match question.answer:
        case YesNoKind() | WeighingKind():
            return _chosen((*YES_OR_NO, DONT_KNOW), data, answer, prefix)
        case ChoiceKind(options=options):
            labels = tuple((option.id, option.label) for option in options)
            return _chosen((*labels, DONT_KNOW), data, answer, prefix)
        case TicksKind(options=options):
            labels = tuple((option.id, option.label) for option in options)
            return _ticked(labels, data, answer, prefix)
        case NumberKind() | AmountKind() | DateKind():
            return _typed(data, answer, prefix)


def gate_form(data: Data) -> ChosenForm:
    """Make the form of the gate; here *weet ik niet* would not help anybody."""
    return _chosen(YES_OR_NO, data, None, "")


def is_sent(form: QuestionForm, question: Answerable) -> bool:
    """Check what was sent; what is wrong stands with the field."""
    return form.validate(extra_validators={"antwoord": [_readable_as(question)]})


def are_sent(rows: tuple[RowForm, ...]) -> bool:
    """Check the rows of a screen; one left empty on a card is no fault."""
    # A card is a form that somebody fills in as far as they know; a lone question was
    # asked, and an empty answer is a slip.
    alone = len(rows) == 1 and rows[0].question.card is None
    checked = [
        is_sent(row.form, row.question)
        for row in rows
        if alone or not is_empty(row.form)
    ]
    return all(checked)


def gate_is_sent(form: ChosenForm) -> bool:
    """Check that the gate was answered with ja or nee."""

    def answered(_: Form, field: Any) -> None:
        if field.data not in dict(YES_OR_NO):
            raise ValidationError("Kies ja of nee.")

    return form.validate(extra_validators={"antwoord": [answered]})


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
        if not is_empty(row.form) and is_sent(row.form, row.question):
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


def _readable_as(question: Answerable) -> Check:
    def readable(form: Form, _: Any) -> None:
        assert isinstance(form, QuestionForm)
        try:
            answer_in(form, question)
        except InputError as error:
            raise ValidationError(typographic(str(error))) from error

    return readable


def _choices(form: ChosenForm | TickedForm) -> frozenset[str]:
    return frozenset(str(one[0]) for one in form.antwoord.choices or ())


def _chosen(
    choices: tuple[tuple[str, str], ...], data: Data, answer: Answer | None, prefix: str
) -> ChosenForm:
    known = None if answer is None else stored(answer)
    form = ChosenForm(data, prefix=prefix, data={"antwoord": known})
    form.antwoord.choices = choices
    return form


def _ticked(
    choices: tuple[tuple[str, str], ...], data: Data, answer: Answer | None, prefix: str
) -> TickedForm:
    ticked = list(answer.value) if isinstance(answer, Ticks) else []
    known = {"antwoord": ticked, "onbekend": isinstance(answer, DontKnow)}
    form = TickedForm(data, prefix=prefix, data=known)
    form.antwoord.choices = choices
    return form


def _typed(data: Data, answer: Answer | None, prefix: str) -> TypedForm:
    known: Mapping[str, Any] = {}
    if isinstance(answer, DontKnow):
        known = {"onbekend": True}
    elif answer is not None:
        known = {"antwoord": stored(answer)}
    return TypedForm(data, prefix=prefix, data=known)
