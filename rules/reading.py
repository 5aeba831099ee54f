"""Read YAML strictly, and remember on which line everything stood.

YAML 1.1 reads a bare `no` as false, `12:30` as 750 and `1_000` as 1000. This reader
knows only strings, whole numbers, true and false; dates are quoted.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from rules.condition import Path as Loc
from rules.errors import ContentError, Fault

try:
    from yaml import CSafeLoader as _Loader
except ImportError:  # a PyYAML without its C reader
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]

LONGEST = 1_000_000
DEEPEST = 40

_WHOLE = re.compile(r"-?(?:0|[1-9]\d{0,17})")
_MISREAD = re.compile(
    r"(?i)y|yes|n|no|on|off|true|false|null|~|"
    r"\d{4}-\d{1,2}-\d{1,2}(?:[ tT].*)?|[-+]?\d[\d_]*(?::[0-5]?\d)+|"
    r"[-+]?(?:\d[\d_]*)?\.?[\d_]+(?:e[-+]?\d+)?|[-+]?\.(?:inf|nan)|0[xob][\da-f_]+"
)


@dataclass(frozen=True)
class Reading:
    """What one file says, and where.

    `lines` maps the path of a value, such as `(3, "when", "all_of", 0)`, to its line.
    """

    file: str
    value: Any
    lines: Mapping[Loc, int]

    def line(self, loc: Loc) -> int:
        """Give the line of a value, or of the nearest thing around it."""
        while loc and loc not in self.lines:
            loc = loc[:-1]
        return self.lines.get(loc, 1)

    def fault(self, loc: Loc, message: str) -> Fault:
        """Tell what is wrong at a place."""
        return Fault(self.file, self.line(loc), message)


def read_file(path: Path, root: Path) -> Reading:
    """Read a file; `root` is left out of the name that faults show.

    Raises:
        ContentError: when it is not the YAML that we know.
    """
    file = path.relative_to(root).as_posix()
    try:
        text = path.read_bytes().decode("utf-8")
    except OSError as error:
        reason = error.strerror or "onbekende fout"
        raise ContentError([Fault(file, 0, f"niet te lezen: {reason}.")]) from error
    except UnicodeDecodeError:
        message = "dit is geen UTF-8. Bewaar het bestand opnieuw als UTF-8."
        raise ContentError([Fault(file, 0, message)]) from None
    return read(text, file)


def read(text: str, file: str) -> Reading:
    """Read a text, and say `file` in faults.

    Raises:
        ContentError: when it is not the YAML that we know.
    """
    if len(text) > LONGEST:
        message = f"het bestand is groter dan {LONGEST // 1000} kB."
        raise ContentError([Fault(file, 0, message)])
    try:
        _refuse_aliases(text, file)
        node = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 0
        message = f"dit is geen leesbare YAML: {error.problem or error.context}."
        raise ContentError([Fault(file, line, message)]) from None
    except yaml.YAMLError as error:
        message = f"dit is geen leesbare YAML: {str(error).splitlines()[0]}."
        raise ContentError([Fault(file, 0, message)]) from None
    builder = _Builder(file)
    value = None if node is None else builder.build(node, ())
    if builder.faults:
        raise ContentError(builder.faults)
    return Reading(file, value, builder.lines)


def _refuse_aliases(text: str, file: str) -> None:
    """Stop before nodes are built: deep or shared nodes could grow without end."""
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.AliasEvent):
            message = "verwijzingen met & en * kennen wij niet: schrijf het uit."
            raise ContentError([Fault(file, event.start_mark.line + 1, message)])
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > DEEPEST:
            message = f"dit is dieper genest dan {DEEPEST} lagen."
            raise ContentError([Fault(file, event.start_mark.line + 1, message)])


class _Builder:
    """Turns YAML nodes into plain values and notes their lines."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.lines: dict[Loc, int] = {}
        self.faults: list[Fault] = []

    def build(self, node: yaml.Node, loc: Loc) -> Any:
        self.lines[loc] = node.start_mark.line + 1
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, loc)
        if isinstance(node, yaml.SequenceNode):
            return [
                self.build(item, (*loc, index)) for index, item in enumerate(node.value)
            ]
        return self._scalar(node, plain=node.style is None)

    def _mapping(self, node: yaml.MappingNode, loc: Loc) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = str(key_node.value)
            if key in values:
                self._fault(key_node, f"'{key}' staat hier twee keer.")
            values[key] = self.build(value_node, (*loc, key))
            self.lines[*loc, key] = key_node.start_mark.line + 1
        return values

    def _scalar(self, node: yaml.Node, *, plain: bool) -> str | int | bool:
        text = str(node.value)
        if not plain:
            return text
        if text in ("true", "false"):
            return text == "true"
        if _WHOLE.fullmatch(text):
            return int(text)
        if text == "" or _MISREAD.fullmatch(text):
            self._fault(
                node,
                f"'{text}' leest YAML niet zoals het er staat. "
                f'Zet het tussen aanhalingstekens: "{text}".',
            )
        return text

    def _fault(self, node: yaml.Node, message: str) -> None:
        self.faults.append(Fault(self.file, node.start_mark.line + 1, message))
