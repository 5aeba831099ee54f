"""What the pages show that check a memo or lay two beside each other."""

from dataclasses import dataclass
from typing import ClassVar

from wizard.screens.parts import Fault, Link


@dataclass(frozen=True)
class Found:
    """One difference: where, what, and how it should read and reads."""

    where: str
    what: str
    ours: str
    theirs: str


@dataclass(frozen=True)
class Made:
    """One thing that was made with other rules, and the outcome then and now."""

    what: str
    outcome_then: str
    outcome_now: str


@dataclass(frozen=True)
class Checked:
    """What can be said of a file, also in three lines; `kind` chooses the colour."""

    kind: str
    verdict: str
    told: str
    lines: tuple[tuple[str, str], ...]
    found: tuple[Found, ...]
    made: tuple[Made, ...]
    remarks: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    dossier: str


@dataclass(frozen=True)
class VerifyScreen:
    """Send in a memo, and read what can be said of it."""

    template: ClassVar[str] = "screens/controleren.html"
    title: str
    faults: tuple[Fault, ...]
    checked: Checked | None
    difference: Link


@dataclass(frozen=True)
class Row:
    """One thing that differs, in words."""

    kind: str
    what: str
    first: str
    second: str


@dataclass(frozen=True)
class Between:
    """Two memos on one decision: the outcomes, what explains them, and all the rest."""

    decision: str
    first: str
    second: str
    told: str
    explanations: tuple[tuple[Row, ...], ...]
    rows: tuple[Row, ...]
    rules: tuple[str, ...]


@dataclass(frozen=True)
class DifferenceScreen:
    """Send in two memos, and read why their outcomes differ."""

    template: ClassVar[str] = "screens/verschil.html"
    title: str
    faults: tuple[Fault, ...]
    has_dossier: bool
    between: tuple[Between, ...]
    verify: Link
