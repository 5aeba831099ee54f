"""From a question to its form: one function, one match on the kind of answer."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from werkzeug.datastructures import MultiDict
from wtforms import BooleanField, Form, RadioField, StringField
from wtforms.validators import ValidationError

from rules.grammar.answers import (
    AmountKind,
    Answer,
    Answerable,
    ChoiceKind,
    DateKind,
    DontKnow,
    NumberKind,
    TextKind,
    WeighingKind,
    YesNoKind,
    parse,
    stored,
)
from rules.grammar.errors import InputError
from wizard.guarding.personal_data import inspect_text

DONT_KNOW = ("onbekend", "Weet ik niet")
YES_OR_NO = (("ja", "Ja"), ("nee", "Nee"))
_QUOTED = re.compile(r"'([^']*)'|\"([^\"]*)\"")

Data = MultiDict[str, str] | None
Check = Callable[[Form, Any], None]


class ChosenForm(Form):
    """One choice out of a few; none of them made beforehand."""

    antwoord = RadioField(validate_choice=False)


class TypedForm(Form):
    """Something to type, or *weet ik niet*."""

    antwoord = StringField()
    onbekend = BooleanField()


QuestionForm = ChosenForm | TypedForm


def form_for(question: Answerable, data: Data, answer: Answer | None) -> QuestionForm:
    """Make the form of a question, filled with what was sent or is known."""
    match question.answer:
        case YesNoKind() | WeighingKind():
            return _chosen((*YES_OR_NO, DONT_KNOW), data, answer)
        case ChoiceKind(options=options):
            labels = tuple((option.id, option.label) for option in options)
            return _chosen((*labels, DONT_KNOW), data, answer)
        case NumberKind() | AmountKind() | DateKind() | TextKind():
            return _typed(data, answer)


def gate_form(data: Data) -> ChosenForm:
    """Make the form of the gate; here *weet ik niet* would not help anybody."""
    return _chosen(YES_OR_NO, data, None)


def is_sent(form: QuestionForm, question: Answerable) -> bool:
    """Check what was sent; what is wrong stands with the field."""
    return form.validate(extra_validators={"antwoord": [_readable_as(question)]})


def gate_is_sent(form: ChosenForm) -> bool:
    """Check that the gate was answered with ja or nee."""

    def answered(_: Form, field: Any) -> None:
        if field.data not in dict(YES_OR_NO):
            raise ValidationError("Kies ja of nee.")

    return form.validate(extra_validators={"antwoord": [answered]})


def answer_in(form: QuestionForm, question: Answerable) -> Answer:
    """Read the answer from a form that was checked.

    Raises:
        InputError: when it cannot be read; the message says what to do.
    """
    field = form.antwoord
    typed = (field.data or "").strip()
    if len(set(field.raw_data or ())) > 1:
        raise InputError("Geef één antwoord.")
    if isinstance(form, TypedForm) and form.onbekend.data:
        if typed:
            raise InputError("Vul iets in, of kies ‘Weet ik niet’. Niet allebei.")
        return DontKnow()
    if not typed:
        raise InputError(_missing(question))
    if isinstance(form, ChosenForm) and typed not in _choices(form):
        raise InputError(_missing(question))
    return parse(question.answer, typed)


def typographic(text: str) -> str:
    """Turn the straight quotes of a message into ‘curved’ ones."""
    return _QUOTED.sub(r"‘\1\2’", text).replace("'", "’").replace('"', "”")


def _readable_as(question: Answerable) -> Check:
    def readable(form: Form, _: Any) -> None:
        assert isinstance(form, ChosenForm | TypedForm)
        try:
            answer_in(form, question)
            if isinstance(question.answer, TextKind):
                _keep_people_out(form.antwoord.data or "")
        except InputError as error:
            raise ValidationError(typographic(str(error))) from error

    return readable


def _keep_people_out(text: str) -> None:
    """Refuse what may say who somebody is, before anything of it is stored.

    Raises:
        InputError: with why, and how it could be written instead.
    """
    found = inspect_text(text)
    if found.concerns:
        instead = f" Schrijf bijvoorbeeld: ‘{found.proposal}’" if found.proposal else ""
        raise InputError(f"{found.concerns[0].message}{instead}")


def _choices(form: ChosenForm) -> frozenset[str]:
    return frozenset(str(one[0]) for one in form.antwoord.choices or ())


def _chosen(
    choices: tuple[tuple[str, str], ...], data: Data, answer: Answer | None
) -> ChosenForm:
    known = None if answer is None else stored(answer)
    form = ChosenForm(data, data={"antwoord": known})
    form.antwoord.choices = choices
    return form


def _typed(data: Data, answer: Answer | None) -> TypedForm:
    known: Mapping[str, Any] = {}
    if isinstance(answer, DontKnow):
        known = {"onbekend": True}
    elif answer is not None:
        known = {"antwoord": stored(answer)}
    return TypedForm(data, data=known)


def _missing(question: Answerable) -> str:
    match question.answer:
        case YesNoKind() | WeighingKind():
            return "Kies ja, nee of weet ik niet."
        case ChoiceKind():
            return "Kies één van de antwoorden, of ‘Weet ik niet’."
        case NumberKind():
            return "Vul een getal in, of kies ‘Weet ik niet’."
        case AmountKind():
            return "Vul een bedrag in, of kies ‘Weet ik niet’."
        case DateKind():
            return "Vul een datum in, of kies ‘Weet ik niet’."
        case TextKind():
            return "Vul een paar woorden in, of kies ‘Weet ik niet’."
