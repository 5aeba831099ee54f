"""What the counter remembers of one visitor's work, as plain frozen data."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from wizard.keeping.keys import Access

TEXT_PREFIX = "tekst:"


class StorageUnavailableError(Exception):
    """The database cannot be used now; nothing of this request was kept."""


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
class Difference:
    """What a series of revisions did to one value in the end."""

    key: str
    before: str | None
    after: str | None


@dataclass(frozen=True)
class Clash:
    """One value that two people changed at once; `None` is not answered."""

    key: str
    mine: str | None
    theirs: str | None


class ConflictError(Exception):
    """Someone else changed the same values since this page was opened.

    Nothing was stored. Show both values, and save again with `version`.
    """

    def __init__(self, clashes: tuple[Clash, ...], version: int) -> None:
        """Keep the clashes and the version that the dossier has by now."""
        super().__init__(f"{len(clashes)} value(s) changed since; now at {version}")
        self.clashes = clashes
        self.version = version


DOUBT = "twijfel_"  # a text of the dossier: this answer is in doubt


def text_key(field: str) -> str:
    """Name the place of a free text among the answers."""
    return TEXT_PREFIX + field


def net_changes(revisions: tuple[Revision, ...]) -> tuple[Difference, ...]:
    """Sum up what changed over all these revisions, in order of first change."""
    before: dict[str, str | None] = {}
    after: dict[str, str | None] = {}
    for revision in sorted(revisions, key=lambda one: one.version):
        before.setdefault(revision.key, revision.old)
        after[revision.key] = revision.new
    return tuple(
        Difference(key=key, before=old, after=after[key])
        for key, old in before.items()
        if after[key] != old
    )
