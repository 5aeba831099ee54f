"""Read the files of one part of the content into models; every fault is kept."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from rules.grammar.errors import ContentError, Fault, did_you_mean
from rules.grammar.references import Loc
from rules.grammar.strict_yaml import ReadFile, read_file
from rules.grammar.validation import Found, Model, validated


class ContentReader:
    """One reading of the content under `root`; keeps the faults that it meets.

    `words` are Dutch words with the keys that each can stand for, so that a key in
    Dutch gets a guess.
    """

    def __init__(self, root: Path) -> None:
        """Start with no faults."""
        self.root = root
        self.faults: list[Fault] = []
        self.words: dict[str, list[str]] = {}

    def files(
        self, folder: Path, part: str, *, needed: bool = True
    ) -> Iterator[ReadFile]:
        """Read `part.yaml`, or all files of the folder `part` in order of name."""
        single = folder / f"{part}.yaml"
        paths = [single] if single.exists() else sorted((folder / part).glob("*.yaml"))
        if not paths and needed:
            name = single.relative_to(self.root).as_posix()
            self.faults.append(Fault(name, 0, "dit bestand ontbreekt."))
        for path in paths:
            try:
                yield read_file(path, self.root)
            except ContentError as error:
                self.faults += error.faults

    def one(
        self, folder: Path, part: str, model: type[Model], *, needed: bool = True
    ) -> tuple[Model, ReadFile] | None:
        """Read the one thing that a file holds."""
        for reading in self.files(folder, part, needed=needed):
            item = self.validated(model, reading.value, reading, ())
            if item is not None:
                return item, reading
        return None

    def each(self, folder: Path, model: type[Model]) -> "list[Found[Model]]":
        """Read the one thing that each file of a folder holds."""
        paths = sorted(folder.glob("*.yaml"))
        found = (self.one(folder, path.stem, model) for path in paths)
        return [(*one, ()) for one in found if one is not None]

    def list(
        self, folder: Path, part: str, model: type[Model], *, needed: bool = True
    ) -> list[Found[Model]]:
        """Read the list of things that a part holds, in all its files."""
        found: list[Found[Model]] = []
        for reading, loc, value in self.values(folder, part, needed=needed):
            item = self.validated(model, value, reading, loc)
            if item is not None:
                found.append((item, reading, loc))
        return found

    def values(
        self, folder: Path, part: str, *, needed: bool = True
    ) -> Iterator[tuple[ReadFile, Loc, Any]]:
        """Give the items of a part as they stand, from all its files."""
        for reading in self.files(folder, part, needed=needed):
            if not isinstance(reading.value, list):
                self.faults.append(reading.fault((), "hier hoort een lijst te staan."))
                continue
            for index, value in enumerate(reading.value):
                yield reading, (index,), value

    def with_shared(
        self, value: Any, shared: Mapping[str, Any], reading: ReadFile, loc: Loc
    ) -> Any:
        """Fill in a question that stands in the shared register."""
        if not isinstance(value, dict) or "use" not in value:
            return value
        name = str(value["use"])
        if name not in shared:
            guess = did_you_mean(name, shared)
            message = f"gedeelde vraag '{name}' staat niet in gedeeld.yaml.{guess}"
            self.faults.append(reading.fault((*loc, "use"), message))
            return None
        own = {key: own for key, own in value.items() if key != "use"}
        return {**shared[name], **own}

    def has_key(self, value: Any, *keys: str) -> bool:
        """Tell whether somebody wrote one of these keys, or a Dutch word for it."""
        found = value if isinstance(value, dict) else ()
        return any(
            key in keys or set(self.words.get(str(key), ())) & set(keys)
            for key in found
        )

    def validated(
        self, model: type[Model], value: Any, reading: ReadFile, loc: Loc
    ) -> Model | None:
        """Make a model of what stands at a place; None when it does not fit."""
        try:
            return validated(model, value, reading, loc, self.words)
        except ContentError as error:
            self.faults += error.faults
            return None


def items(found: Iterable[Found[Model]]) -> tuple[Model, ...]:
    """Give the models that were read, without where they stood."""
    return tuple(item for item, _, _ in found)
