"""What the counter remembers of one visitor's work, as plain frozen data."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from wizard.keeping.keys import Access

TEXT_PREFIX = "tekst:"


class StorageUnavailableError(Exception):
    """The database cannot be used now; nothing of this request was kept."""


class ClockJumpedError(Exception):
    """The clock ran further ahead than it should; nothing was removed."""

    def __init__(self, ahead: timedelta) -> None:
        """Keep how far."""
        super().__init__(f"the clock ran {ahead} ahead")
        self.ahead = ahead


class MostWouldGoError(Exception):
    """No earlier run says that the clock is right, and most would go; nothing did."""

    def __init__(self, going: int, there: int) -> None:
        """Keep how many dossiers would go, and how many there are."""
        super().__init__(f"{going} of {there} dossiers would go")
        self.going, self.there = going, there


class DossierNotFoundError(Exception):
    """No dossier answers to this key: never made, deleted or expired alike."""


class ReadOnlyError(Exception):
    """Somebody who may only read tried to change the dossier."""


@dataclass(frozen=True)
class StoredDossier:
    """One dossier as it stood at one version.

    Answers, texts and what was typed in about costs are in their stored form; `rules`
    gives them meaning.
    """

    code: str
    access: Access
    decisions: tuple[str, ...]
    answers: Mapping[str, str]
    texts: Mapping[str, str]
    costs: Mapping[str, str]
    fingerprint: str
    reference_date: date
    municipality: str | None
    created: datetime
    changed: datetime
    expires: datetime
    version: int
    can_be_read_by_link: bool


@dataclass(frozen=True)
class NewDossier:
    """A dossier that was just made, with the only copy of its edit key."""

    dossier: StoredDossier
    edit_key: str


@dataclass(frozen=True)
class Revision:
    """One value that changed: which, from what, to what, and when.

    `undoes` names the version that this change took back.
    """

    version: int
    key: str
    old: str | None
    new: str | None
    at: datetime
    undoes: int | None


@dataclass(frozen=True)
class EditClash:
    """One value that two people changed at once; of `theirs` None is not answered."""

    key: str
    theirs: str | None


class ConflictError(Exception):
    """Someone else changed the same values since this page was opened.

    Nothing was stored. Show both values, and save again with `version`.
    """

    def __init__(self, clashes: tuple[EditClash, ...], version: int) -> None:
        """Keep the clashes and the version that the dossier has by now."""
        super().__init__(f"{len(clashes)} value(s) changed since; now at {version}")
        self.clashes = clashes
        self.version = version


DOUBT = "twijfel_"  # a text of the dossier: this answer is in doubt
CAUSE = "aanleiding"  # a text of the dossier: the word of the problem it came from
UNTOLD = "aanleiding_niet_op_papier"  # a text of the dossier: no paper names it


def text_key(field: str) -> str:
    """Name the place of a free text among the answers."""
    return TEXT_PREFIX + field


def before_since(revisions: tuple[Revision, ...]) -> dict[str, str | None]:
    """Give what each value was before these revisions changed it."""
    before: dict[str, str | None] = {}
    for revision in sorted(revisions, key=lambda one: one.version):
        before.setdefault(revision.key, revision.old)
    return before
