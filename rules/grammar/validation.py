"""Hold what a file says against a model, and tell in Dutch where it does not fit."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from rules.grammar.errors import ContentError, Fault, did_you_mean
from rules.grammar.references import Loc, references
from rules.grammar.strict_yaml import ReadFile, read_file

Model = TypeVar("Model", bound=BaseModel)
Found = tuple[Model, ReadFile, Loc]
Part = tuple[BaseModel, ReadFile, Loc]
# What is wrong with an item: where in it, and in which words.
Told = Iterator[tuple[Loc, str]]
Words = Mapping[str, Sequence[str]]
_NO_WORDS: Words = {}
REGISTERS = {"bron": "in registers/bronnen", "orgaan": "in registers/organen.yaml"}

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


def validated(
    model: type[Model],
    value: Any,
    reading: ReadFile,
    loc: Loc,
    words: Words = _NO_WORDS,
) -> Model:
    """Make a model of what stands at a place in a file.

    `words` gives the keys that a Dutch word can stand for, so that one can be guessed.

    Raises:
        ContentError: with all that does not fit.
    """
    try:
        return model.model_validate(value)
    except ValidationError as error:
        found = error.errors(include_url=False)
        name = value.get("id") if isinstance(value, dict) else None
        title = f"'{name}': " if isinstance(name, str) else ""
        raise ContentError(
            reading.fault(
                _place(reading, loc, each["loc"]),
                f"{title}{_in_dutch(model, each, words)}",
            )
            for each in found
            if not _follows(each, found)
        ) from None


def read_items(path: Path, root: Path, model: type[Model]) -> list[Found[Model]]:
    """Read a file that holds a list of things of one kind, with where each stands.

    Raises:
        ContentError: when it cannot be read, or for the first that does not fit.
    """
    reading = read_file(path, root)
    return [
        (validated(model, value, reading, (index,)), reading, (index,))
        for index, value in enumerate(reading.value)
    ]


def faults_of(found: Iterable[Part], check: Callable[[Any], Told]) -> Iterator[Fault]:
    """Tell what a check says of each item, at the place in its file."""
    for item, reading, loc in found:
        for where, message in check(item):
            yield reading.fault((*loc, *where), message)


def unknown_names(
    found: Iterable[Part],
    known: Mapping[str, Collection[str]],
    where: Mapping[str, str] = REGISTERS,
) -> Iterator[Fault]:
    """Find the names that items use and that are not there.

    `known` gives the names of each kind, `where` the place in which they belong. Kinds
    that it lacks are for somebody else to look at.
    """
    for item, reading, loc in found:
        for each in references(item):
            names = known.get(each.kind)
            if names is not None and each.name not in names:
                guess = did_you_mean(each.name, names)
                place = where[each.kind]
                message = f"{each.kind} '{each.name}' staat niet {place}.{guess}"
                yield reading.fault((*loc, *each.loc), message)


def _follows(error: Mapping[str, Any], found: Sequence[Mapping[str, Any]]) -> bool:
    """Tell whether a list is only short because of what is wrong inside it."""
    here = error["loc"]
    inside = (each["loc"][: len(here)] == here for each in found if each is not error)
    # Pydantic leaves out what does not fit, and then counts: one slip is told once.
    return error["type"] == "too_short" and any(inside)


def _place(reading: ReadFile, start: Loc, loc: Sequence[str | int]) -> Loc:
    """Leave out the names of union members, which do not stand in the file."""
    place = start
    for key in loc:
        if (*place, key) in reading.lines:
            place = (*place, key)
    return place


def _in_dutch(model: type[BaseModel], error: Mapping[str, Any], dutch: Words) -> str:
    names = [key for key in error["loc"] if isinstance(key, str)]
    key = names[-1] if names else "dit onderdeel"
    kind, given, context = error["type"], error["input"], error.get("ctx", {})
    match kind:
        case "extra_forbidden":
            return f"'{key}' kennen wij hier niet.{_meant(model, error, key, dutch)}"
        case "enum" | "literal_error":
            return _one_of(key, str(given), context["expected"])
        case "union_tag_invalid":
            tag = context["discriminator"].strip("'")
            return _one_of(tag, context["tag"], context["expected_tags"])
        case "condition" | "union_tag_not_found":
            known = _fields(model, (*error["loc"], key))
            meant = "".join(_keys_meant(given, known, dutch))
        case _:
            meant = ""
    words = _WORDS.get(kind, "'{key}' klopt niet: {message}")
    told = {"key": key, "input": given, "message": error["msg"], **context}
    return f"{words.format(**told)}.{meant}"


def _meant(
    model: type[BaseModel], error: Mapping[str, Any], key: str, dutch: Words
) -> str:
    """Guess a key: the one that a Dutch word stands for, or the nearest."""
    known, meant = _fields(model, error["loc"]), dutch.get(_word(key), ())
    here = next((each for each in meant if each in known), None)
    if here is None and not meant:
        return did_you_mean(key, known)
    return f" Bedoelde u '{here or meant[0]}'?"


def _keys_meant(given: Any, known: set[str], dutch: Words) -> Iterator[str]:
    """Guess the keys of what could not be told apart, for they are in Dutch."""
    for key in given if isinstance(given, dict) else ():
        here = next((e for e in dutch.get(_word(key), ()) if e in known), None)
        if here is not None:
            yield f" Bedoelde u '{here}' in plaats van '{key}'?"


def _word(key: object) -> str:
    return str(key).strip().replace(" ", "_").lower()


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
