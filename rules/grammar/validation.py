"""Hold what a file says against a model, and tell in Dutch where it does not fit."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from rules.grammar.condition import Path as Loc
from rules.grammar.errors import ContentError, Fault, did_you_mean
from rules.grammar.reading import Reading

Model = TypeVar("Model", bound=BaseModel)

_WORDS = {
    "missing": "'{key}' ontbreekt",
    "string_type": "'{key}' hoort tekst te zijn: zet het tussen aanhalingstekens",
    "string_too_short": "'{key}' is leeg",
    "string_too_long": "'{key}' is langer dan {max_length} tekens",
    "string_pattern_mismatch": "'{key}' is '{input}', maar hoort te lijken op {pattern}",
    "int_type": "'{key}' hoort een heel getal te zijn, zonder aanhalingstekens",
    "bool_type": "'{key}' hoort true of false te zijn",
    "date_type": "'{key}' hoort een datum te zijn tussen aanhalingstekens",
    "tuple_type": "bij '{key}' hoort een lijst",
    "too_short": "bij '{key}' horen er ten minste {min_length} te staan",
    "too_long": "bij '{key}' mogen er ten hoogste {max_length} staan",
    "greater_than": "'{key}' hoort meer dan {gt} te zijn",
    "greater_than_equal": "'{key}' hoort ten minste {ge} te zijn",
    "less_than_equal": "'{key}' hoort ten hoogste {le} te zijn",
    "model_type": "bij '{key}' horen regels als 'naam: waarde' te staan",
    "model_attributes_type": "bij '{key}' horen regels als 'naam: waarde' te staan",
    "union_tag_not_found": "bij '{key}' ontbreekt {discriminator}",
    "value_error": "{error}",
    "condition": "{message}",
}


def validated(model: type[Model], value: Any, reading: Reading, loc: Loc) -> Model:
    """Make a model of what stands at a place in a file.

    Raises:
        ContentError: with all that does not fit.
    """
    try:
        return model.model_validate(value)
    except ValidationError as error:
        found = error.errors(include_url=False)
        raise ContentError(
            _fault(model, value, each, reading, loc)
            for each in found
            if not _follows(each, found)
        ) from None


def _follows(error: Mapping[str, Any], found: Sequence[Mapping[str, Any]]) -> bool:
    """Tell whether a list is only short because of what is wrong inside it."""
    here = error["loc"]
    inside = (each["loc"][: len(here)] == here for each in found if each is not error)
    return error["type"] == "too_short" and any(inside)


def _fault(
    model: type[BaseModel],
    value: Any,
    error: Mapping[str, Any],
    reading: Reading,
    loc: Loc,
) -> Fault:
    name = value.get("id") if isinstance(value, dict) else None
    title = f"'{name}': " if isinstance(name, str) else ""
    message = f"{title}{_in_dutch(model, error)}"
    return reading.fault(_place(reading, loc, error["loc"]), message)


def _place(reading: Reading, start: Loc, loc: Sequence[str | int]) -> Loc:
    """Leave out the names of union members, which do not stand in the file."""
    place = start
    for key in loc:
        if (*place, key) in reading.lines:
            place = (*place, key)
    return place


def _in_dutch(model: type[BaseModel], error: Mapping[str, Any]) -> str:
    names = [key for key in error["loc"] if isinstance(key, str)]
    key = names[-1] if names else "dit onderdeel"
    kind, given, context = error["type"], error["input"], error.get("ctx", {})
    match kind:
        case "extra_forbidden":
            guess = did_you_mean(key, _fields(model, error["loc"]))
            return f"'{key}' kennen wij hier niet.{guess}"
        case "enum" | "literal_error":
            return _one_of(key, str(given), context["expected"])
        case "union_tag_invalid":
            tag = context["discriminator"].strip("'")
            return _one_of(tag, context["tag"], context["expected_tags"])
        case _:
            pass
    words = _WORDS.get(kind, "'{key}' klopt niet: {message}")
    told = {"key": key, "input": given, "message": error["msg"], **context}
    return f"{words.format(**told)}."


def _one_of(key: str, given: str, expected: str) -> str:
    names = expected.replace("'", "").replace(" or ", ", ").split(", ")
    listed = f"{', '.join(names[:-1])} of {names[-1]}" if names[1:] else names[0]
    guess = did_you_mean(given, names)
    return f"'{key}' is '{given[:60]}', maar moet {listed} zijn.{guess}"


def _fields(model: type[BaseModel], loc: Sequence[str | int]) -> set[str]:
    """List the keys that are known at a place inside a model."""
    here = {model}
    for key in loc[:-1]:
        inside = {
            found
            for outer in here
            for name, field in outer.model_fields.items()
            if key in (name, field.alias)
            for found in _models(field.annotation)
        }
        here = inside or here
    return {
        field.alias or name
        for found in here
        for name, field in found.model_fields.items()
    }


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    """Give the models in an annotation, such as those of a union in a tuple."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models(part)
