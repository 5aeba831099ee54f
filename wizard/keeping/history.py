"""Versions of a dossier: apply changes, notice clashes, find what to undo."""

import re
from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from wizard.keeping.dossier import ConflictError, EditClash
from wizard.keeping.tables import DossierRow, EntryRow, RevisionRow

KEY = re.compile(r"(tekst:)?[a-z0-9_]{1,100}|kosten\.[a-z0-9_]{1,80}(\.[a-z]{1,20})?")
LONGEST_VALUE = 2_000  # characters
KEPT_VERSIONS = 1_000
PRUNE_EVERY = 100
FORGOTTEN = 0  # stands where the version stands that a change takes back


def clashes_of(
    session: Session,
    row: DossierRow,
    present: Mapping[str, str],
    changes: Mapping[str, str | None],
    expected_version: int,
) -> None:
    """Raise `ConflictError` for values that changed since and differ from ours."""
    # From a form, so it may be any number: a version to come would see no clash at all.
    since = max(0, min(expected_version, row.version))
    touched = set(
        session.scalars(
            select(RevisionRow.key)
            .where(RevisionRow.dossier == row.code)
            .where(RevisionRow.version > since)
        )
    )
    # Of a page that old the revisions are gone: whatever differs may be somebody’s
    # change.
    forgotten = since < row.version - KEPT_VERSIONS
    clashes = tuple(
        EditClash(key=key, theirs=present.get(key))
        for key, mine in changes.items()
        if (forgotten or key in touched) and mine != present.get(key)
    )
    if clashes:
        raise ConflictError(clashes, row.version)


def apply(  # noqa: PLR0913 — what, where, from what, when, and why
    session: Session,
    row: DossierRow,
    present: Mapping[str, str],
    changes: Mapping[str, str | None],
    *,
    at: datetime,
    undoes: int | None = None,
) -> dict[str, str]:
    """Put changes in as one new version, if any; give the values as they are now."""
    real = {key: new for key, new in changes.items() if new != present.get(key)}
    for key, new in real.items():
        _refuse_what_cannot_be_stored(key, new)
    if not real:
        return dict(present)
    row.version += 1
    for key, new in real.items():
        session.add(
            RevisionRow(
                dossier=row.code,
                version=row.version,
                key=key,
                old=present.get(key),
                new=new,
                at=at,
                undoes=undoes,
            )
        )
        _write(session, row.code, key, new, is_new=key not in present)
    # Now and then, not at each answer: a delete costs as much as the save itself.
    if row.version % PRUNE_EVERY == 0:
        _prune(session, row)
    after = {**present, **real}
    return {key: value for key, value in after.items() if value is not None}


def _write(
    session: Session, code: str, key: str, new: str | None, *, is_new: bool
) -> None:
    """Add, set or remove one entry."""
    if is_new:
        session.add(EntryRow(dossier=code, key=key, value=new))
        return
    here = (EntryRow.dossier == code, EntryRow.key == key)
    if new is None:
        session.execute(delete(EntryRow).where(*here))
    else:
        session.execute(update(EntryRow).where(*here).values(value=new))


def last_to_undo(session: Session, row: DossierRow) -> int | None:
    """Find the newest version that is no undoing and has not been undone."""
    # An undoing is never undone itself, so that undoing twice goes back two steps.
    undone = select(RevisionRow.undoes).where(
        RevisionRow.dossier == row.code, RevisionRow.undoes.is_not(None)
    )
    return session.scalar(
        select(RevisionRow.version)
        .where(RevisionRow.dossier == row.code)
        .where(RevisionRow.undoes.is_(None))
        .where(RevisionRow.version.not_in(undone))
        .order_by(RevisionRow.version.desc())
        .limit(1)
    )


def revert(session: Session, row: DossierRow, version: int) -> dict[str, str | None]:
    """Give the changes that take a version back."""
    rows = session.scalars(
        select(RevisionRow)
        .where(RevisionRow.dossier == row.code)
        .where(RevisionRow.version == version)
    )
    return {revision.key: revision.old for revision in rows}


def _refuse_what_cannot_be_stored(key: str, value: str | None) -> None:
    """Guard the storage itself; forms have said it more kindly before."""
    if not KEY.fullmatch(key):
        message = "not the key of an answer or a text"
        raise ValueError(message)
    if value is not None and (len(value) > LONGEST_VALUE or not _is_storable(value)):
        message = "not a value that can be stored"
        raise ValueError(message)


def _is_storable(value: str) -> bool:
    """PostgreSQL takes no NUL, and no database takes half a surrogate pair."""
    return "\0" not in value and not any("\ud800" <= one <= "\udfff" for one in value)


def _prune(session: Session, row: DossierRow) -> None:
    """Forget the oldest revisions, so that no dossier grows without end."""
    session.execute(
        delete(RevisionRow)
        .where(RevisionRow.dossier == row.code)
        .where(RevisionRow.version <= row.version - KEPT_VERSIONS)
    )
