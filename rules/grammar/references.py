"""A name is a reference, and its type says to what: one walker gives them all.

`SourceId` or `QuestionName` is a plain name that carries a `Ref`. So no check has to
know in which field a name stands, and what a decision refers to can be asked of itself.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from pydantic import Field

from rules.grammar.content_model import Content, Name

Loc = tuple[str | int, ...]
# Marks a field that holds a register: what may be named, and not what is.
REGISTER = "register"


@dataclass(frozen=True, slots=True)
class Ref:
    """What a name points at, in the word that a fault uses: bron, vraag, orgaan."""

    kind: str


Key = Annotated[str, Field(pattern=r"^[a-z0-9]+([-:.][a-z0-9]+)*$", strict=True)]
SourceId = Annotated[Key, Ref("bron")]
ExampleId = Annotated[Key, Ref("voorbeeld")]
BodyName = Annotated[Name, Ref("orgaan")]
QuestionName = Annotated[Name, Ref("vraag")]
ScreenName = Annotated[Name, Ref("scherm")]
ChapterName = Annotated[Name, Ref("hoofdstuk")]
RuleName = Annotated[Name, Ref("regel")]
DemandName = Annotated[Name, Ref("eis")]
PhaseName = Annotated[Name, Ref("fase")]
OutcomeName = Annotated[Name, Ref("uitkomst")]
SafeguardName = Annotated[Name, Ref("waarborg")]
CostItemName = Annotated[Name, Ref("kostenpost")]
QuantityName = Annotated[Name, Ref("aantal")]


@dataclass(frozen=True, slots=True)
class Reference:
    """One name that a piece of content uses, and where in it."""

    loc: Loc
    kind: str
    name: str


def references(content: object) -> Iterator[Reference]:
    """Give every name that content uses: a model, a dataclass of models, or a tuple."""
    yield from _walk(content, _plan(type(content)), ())


def within(content: object, loc: Loc = ()) -> Iterator[tuple[Loc, Content]]:
    """Give a piece of content with all content that stands in it, and where."""
    if isinstance(content, Content):
        yield loc, content
        for name, info in type(content).model_fields.items():
            yield from within(getattr(content, name), (*loc, info.alias or name))
    elif isinstance(content, tuple):
        for index, each in enumerate(content):
            yield from within(each, (*loc, index))


@dataclass(frozen=True, slots=True)
class _Plan:
    """How to walk what stands at a place: a name that refers, or what is inside.

    `keys` and `values` are for a mapping, `values` alone for a tuple.
    """

    ref: Ref | None = None
    keys: "_Plan | None" = None
    values: "_Plan | None" = None


def _walk(value: object, plan: _Plan | None, loc: Loc) -> Iterator[Reference]:
    """Walk a value beside the plan of the place where it stands."""
    if plan is not None and plan.ref is not None and isinstance(value, str):
        yield Reference(loc, plan.ref.kind, value)
    elif isinstance(value, tuple):
        for index, one in enumerate(value):
            yield from _walk(one, plan and plan.values, (*loc, index))
    elif isinstance(value, Mapping) and plan is not None:
        for key, one in value.items():
            yield from _walk(key, plan.keys, (*loc, key))
            yield from _walk(one, plan.values, (*loc, key))
    elif isinstance(value, Content) or is_dataclass(value):
        for name, key, inner in _fields(type(value)):  # type: ignore[arg-type]
            yield from _walk(getattr(value, name), inner, (*loc, key))


@cache
def _fields(kind: type[Any]) -> tuple[tuple[str, str, _Plan], ...]:
    """List the fields that can hold a name: attribute, key in the file, how to walk."""
    said = get_type_hints(kind, include_extras=True)
    if issubclass(kind, Content):
        found = [(name, each.alias or name) for name, each in kind.model_fields.items()]
    else:
        found = [
            (each.name, each.name)
            for each in fields(kind)
            if not each.metadata.get(REGISTER)
        ]
    return tuple(
        (name, key, _plan(said[name])) for name, key in found if _can_refer(said[name])
    )


def _plan(said: Any) -> _Plan:
    """Make a plan of an annotation, once: it is walked for thousands of values."""
    ref, bare = _ref(said), _bare(said)
    parts = get_args(bare)
    origin = get_origin(bare)
    if origin is tuple and parts:
        return _Plan(ref, values=_plan(parts[0]))
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return _Plan(ref, *map(_plan, parts))
    return _Plan(ref)


def _can_refer(said: Any) -> bool:
    """Tell whether a name that refers can stand at a place, or under it."""
    if _ref(said) is not None:
        return True
    parts = get_args(said)
    if get_origin(said) is Annotated:
        parts = parts[:1]
    if parts:
        return any(map(_can_refer, parts))
    return not isinstance(said, type) or issubclass(said, Content) or is_dataclass(said)


def _ref(said: Any) -> Ref | None:
    """Find what a name points at; in a union, the member that says it."""
    if get_origin(said) is Annotated:
        inner, *notes = get_args(said)
        found = next((note for note in notes if isinstance(note, Ref)), None)
        return found or _ref(inner)
    if get_origin(said) in (Union, UnionType):
        return next(filter(None, map(_ref, get_args(said))), None)
    return None


def _bare(said: Any) -> Any:
    """Take notes and alternatives off an annotation until the container is left."""
    if get_origin(said) is Annotated:
        return _bare(get_args(said)[0])
    if get_origin(said) in (Union, UnionType):
        return next(
            (_bare(one) for one in get_args(said) if get_args(_bare(one))), said
        )
    return said
