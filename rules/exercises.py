"""Exercise dossiers: facts of a real municipality, as a paper of that time told them.

They ship with the product, to look around in or to go on with as a copy. Only facts:
what no source says is unknown.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import Field

from rules.content.briefing import Sources
from rules.content.municipalities import Code
from rules.grammar.answers import Answers
from rules.grammar.content_model import Content, Name, Prose, Whole
from rules.grammar.errors import ContentError, Fault, InputError
from rules.grammar.strict_yaml import ReadFile
from rules.grammar.validation import unknown_names
from rules.library import Library
from rules.loading import CONTENT
from rules.reading_casefile import read_answers
from rules.reading_content import ContentReader


class ExerciseFile(Content):
    """The content of one file of `voorbeelden`.

    `facts` are answers by question; `told` is what the source says beside an answer, and
    `derived` names the answers that follow from the source without standing in it.
    """

    id: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
    decision: Name
    title: Prose
    municipality: Code
    year: Annotated[Whole, Field(ge=1990, le=2100)]
    about: Prose
    note: Prose
    sources: Sources
    facts: Mapping[str, str | int | tuple[str, ...]]
    told: Mapping[str, Prose] = {}
    derived: tuple[str, ...] = ()


@dataclass(frozen=True)
class Exercise:
    """An exercise with its facts as answers, by question id."""

    file: ExerciseFile
    answers: Answers
    told: Mapping[str, str]
    derived: frozenset[str]


def exercises(library: Library, root: Path = CONTENT) -> tuple[Exercise, ...]:
    """Read every exercise.

    Raises:
        ContentError: for an exercise that does not fit our questions or sources.
    """
    reader = ContentReader(root)
    found: list[Exercise] = []
    for file, reading, _ in reader.each(root / "voorbeelden", ExerciseFile):
        try:
            reader.faults += _unknown(library, file, reading)
            found.append(_exercise(library, file))
        except InputError as error:
            reader.faults.append(reading.fault((), str(error)))
    if reader.faults:
        raise ContentError(reader.faults)
    return tuple(found)


def _unknown(
    library: Library, file: ExerciseFile, reading: ReadFile
) -> Iterator[Fault]:
    yield from unknown_names([(file, reading, ())], {"bron": library.sources.keys()})
    places = library.municipalities
    if places is not None and file.municipality not in places.by_code:
        text = f"gemeente '{file.municipality}' staat niet in de lijst."
        yield reading.fault(("municipality",), text)


def _exercise(library: Library, file: ExerciseFile) -> Exercise:
    decision = library.decision(file.decision)
    return Exercise(
        file,
        read_answers(file.facts, decision),
        {decision.find(name).id: text for name, text in file.told.items()},
        frozenset(decision.find(name).id for name in file.derived),
    )
