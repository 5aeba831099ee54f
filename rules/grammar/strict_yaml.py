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

from rules.grammar.errors import ContentError, Fault
from rules.grammar.references import Loc

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # in C where it is there

LONGEST = 1_000_000  # characters
DEEPEST = 40  # lists and mappings inside each other

# Eighteen digits at the most, and no nought before them: YAML 1.1 reads 010 as eight.
_WHOLE = re.compile(r"-?(?:0|[1-9]\d{0,17})")
_MISREAD = re.compile(
    r"(?i)y|yes|n|no|on|off|true|false|null|~|"
    r"\d{4}-\d{1,2}-\d{1,2}(?:[ tT].*)?|[-+]?\d[\d_]*(?::[0-5]?\d)+|"
    r"[-+]?(?:\d[\d_]*)?\.?[\d_]+(?:e[-+]?\d+)?|[-+]?\.(?:inf|nan)|0[xob][\da-f_]+"
)
_SWITCHES = {"y": "ja", "yes": "ja", "on": "ja", "n": "nee", "no": "nee", "off": "nee"}
_PROBLEMS = {
    "mapping values are not allowed": "hier staat een dubbele punt te veel. "
    "Zet de tekst tussen aanhalingstekens",
    "could not find expected ':'": "hier ontbreekt een dubbele punt",
    "did not find expected ',' or ']'": "hier ontbreekt een , of een ]",
    "did not find expected ',' or '}'": "hier ontbreekt een , of een }",
    "did not find expected '-'": "hier hoort een streepje (-) te staan. "
    "Kijk of alles even ver inspringt",
    "did not find expected key": "hier hoort een naam met een dubbele punt te staan. "
    "Kijk of alles even ver inspringt",
    "unexpected end of stream": "een aanhalingsteken wordt niet gesloten",
    "found another document": "hier begint een tweede document. Haal --- weg",
    "control characters are not allowed": "er staat een onzichtbaar stuurteken in",
    "cannot start any token": "dit teken mag hier niet vooraan staan. "
    "Zet de tekst tussen aanhalingstekens",
    "invalid Unicode character escape": "dit teken bestaat niet. "
    "Schrijf het teken zelf",
    "unknown escape character": "na een \\ staat een teken dat YAML niet kent. "
    "Gebruik enkele aanhalingstekens",
}


@dataclass(frozen=True)
class ReadFile:
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


def read_file(path: Path, root: Path) -> ReadFile:
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


def read(text: str, file: str) -> ReadFile:
    """Read a text, and say `file` in faults.

    Raises:
        ContentError: when it is not the YAML that we know.
    """
    if len(text) > LONGEST:
        message = f"het bestand is groter dan {LONGEST // 1000} kB."
        raise ContentError([Fault(file, 0, message)])
    try:
        _refuse_what_we_do_not_know(text, file)
        node = yaml.compose(text, Loader=_Loader)
    except yaml.YAMLError as error:
        raise ContentError([_unreadable(error, text, file)]) from None
    builder = _Builder(file)
    value = None if node is None else builder.build(node, ())
    if builder.faults:
        raise ContentError(builder.faults)
    return ReadFile(file, value, builder.lines)


def _unreadable(error: yaml.YAMLError, text: str, file: str) -> Fault:
    """Say in Dutch why this is no YAML, and on which line."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line = mark.line + 1 if mark else 0
    said = str(getattr(error, "problem", None) or str(error).splitlines()[0])
    why = next((dutch for part, dutch in _PROBLEMS.items() if part in said), said)
    if mark and "\t" in "".join(text.splitlines()[mark.line : line]):
        why = "hier staat een tab. Spring in met spaties"
    return Fault(file, line, f"dit is geen leesbare YAML: {why}.")


def _refuse_what_we_do_not_know(text: str, file: str) -> None:
    """Stop before nodes are built: deep or shared nodes could grow without end."""
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            message = "verwijzingen met & en * kennen wij niet: schrijf het uit."
            raise ContentError([Fault(file, _line(event), message)])
        tag = getattr(event, "tag", None)
        if tag is not None:
            message = f"'{tag}' kennen wij niet: laat het uitroepteken weg."
            raise ContentError([Fault(file, _line(event), message)])
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > DEEPEST:
            message = f"dit is dieper genest dan {DEEPEST} lagen."
            raise ContentError([Fault(file, _line(event), message)])


def _line(placed: yaml.Event | yaml.Node) -> int:
    mark = placed.start_mark
    return mark.line + 1 if mark else 0


class _Builder:
    """Turns YAML nodes into plain values and notes their lines."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.lines: dict[Loc, int] = {}
        self.faults: list[Fault] = []

    def build(self, node: yaml.Node, loc: Loc) -> Any:
        self.lines[loc] = _line(node)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, loc)
        if isinstance(node, yaml.SequenceNode):
            return [
                self.build(item, (*loc, index)) for index, item in enumerate(node.value)
            ]
        return self._scalar(node, plain=not getattr(node, "style", None))

    def _mapping(self, node: yaml.MappingNode, loc: Loc) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self._fault(key_node, "links van de dubbele punt hoort één naam.")
                continue
            key = str(key_node.value)
            if key in values:
                self._fault(key_node, f"'{key}' staat hier twee keer.")
            values[key] = self.build(value_node, (*loc, key))
            self.lines[*loc, key] = _line(key_node)
        return values

    def _scalar(self, node: yaml.Node, *, plain: bool) -> str | int | bool:
        text = str(node.value)
        if not plain:
            return text
        if text in ("true", "false"):
            return text == "true"
        if _WHOLE.fullmatch(text):
            return int(text)
        if text == "":
            self._fault(node, "hier ontbreekt een waarde.")
        elif _MISREAD.fullmatch(text):
            meant = _SWITCHES.get(text.lower())
            guess = f" Bedoelde u '{meant}'?" if meant else ""
            message = f"'{text}' leest YAML niet zoals het er staat.{guess}"
            quoted = f'Zet het anders tussen aanhalingstekens: "{text}".'
            self._fault(node, f"{message} {quoted}")
        return text

    def _fault(self, node: yaml.Node, message: str) -> None:
        self.faults.append(Fault(self.file, _line(node), message))
