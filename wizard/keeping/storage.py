"""Keep dossiers: make, open, save, undo, delete and purge them.

Every function that changes something has committed it before it returns.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import Engine, ScalarResult, delete, func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from wizard.keeping.database import erase_traces, is_current, transaction
from wizard.keeping.dossier import (
    DossierNotFoundError,
    NewDossier,
    ReadOnlyError,
    Revision,
    StoredDossier,
)
from wizard.keeping.history import apply, clashes_of, last_to_undo, revert
from wizard.keeping.keys import Access, key_hash, new_code, new_key, same_hash
from wizard.keeping.tables import DossierRow, RevisionRow, as_stored, values_of

CODE_TRIES = 5


@dataclass(frozen=True)
class Dossiers:
    """The cupboard: every dossier of this installation.

    `now` comes from outside, so that a test can let thirty days pass.
    """

    engine: Engine
    retention: timedelta
    now: Callable[[], datetime]

    def create(
        self,
        decisions: tuple[str, ...],
        *,
        reference_date: date,
        fingerprint: str,
        municipality: str | None,
    ) -> NewDossier:
        """Make an empty dossier and give its edit key, which is kept nowhere."""
        edit_key, moment = new_key(), self.now()
        for _ in range(CODE_TRIES):
            row = DossierRow(
                code=new_code(),
                edit_key_hash=key_hash(edit_key, Access.EDIT),
                decisions=list(decisions),
                fingerprint=fingerprint,
                reference_date=reference_date,
                municipality=municipality,
                created=moment,
                changed=moment,
                expires=moment + self.retention,
                version=1,
            )
            try:
                with transaction(self.engine, writes=True) as session:
                    session.add(row)
                    session.flush()
                    dossier = as_stored(row, {}, Access.EDIT)
            except IntegrityError:
                continue
            return NewDossier(dossier=dossier, edit_key=edit_key)
        message = "no free dossier code found; are there very many dossiers?"
        raise RuntimeError(message)

    def open_by_edit_key(self, key: str) -> StoredDossier:
        """Open a dossier to work on, or raise `DossierNotFoundError`."""
        return self._open(key, Access.EDIT)

    def open_by_read_key(self, key: str) -> StoredDossier:
        """Open a dossier to read, or raise `DossierNotFoundError`."""
        return self._open(key, Access.READ)

    def _open(self, key: str, access: Access) -> StoredDossier:
        """Find by hash; an expired dossier is removed and does not exist."""
        wanted = key_hash(key, access)
        column = (
            DossierRow.edit_key_hash
            if access is Access.EDIT
            else DossierRow.read_key_hash
        )
        with transaction(self.engine, writes=False) as session:
            row = session.scalar(select(DossierRow).where(column == wanted))
            found = row and (
                row.edit_key_hash if access is Access.EDIT else row.read_key_hash
            )
            if row is None or not found or not same_hash(found, wanted):
                raise DossierNotFoundError
            code, expired = row.code, row.expires <= self.now()
            dossier = as_stored(row, values_of(session, code), access)
        if expired:
            self._remove(code)
            raise DossierNotFoundError
        return dossier

    def save_answers(
        self,
        dossier: StoredDossier,
        changes: Mapping[str, str | None],
        *,
        expected_version: int,
    ) -> StoredDossier:
        """Keep answers and texts (`text_key`) in stored form; `None` removes one.

        `expected_version` is the version that the visitor's page was made from.
        Two people who change different answers do not hinder each other; for
        the same answer the second gets a `ConflictError`, and nothing is kept.
        Saving what is there already changes nothing, so a reload is safe.
        """
        with transaction(self.engine, writes=True) as session:
            row = self._row_to_change(session, dossier)
            values = values_of(session, row.code)
            clashes_of(session, row, values, changes, expected_version)
            after = apply(session, row, values, changes, at=self.now())
            if after != values:
                self._touch(row)
            return as_stored(row, after, dossier.access)

    def undo(self, dossier: StoredDossier, *, expected_version: int) -> StoredDossier:
        """Take back the last change that still stands; nothing left: no change."""
        with transaction(self.engine, writes=True) as session:
            row = self._row_to_change(session, dossier)
            values = values_of(session, row.code)
            version = last_to_undo(session, row)
            if version is None:
                return as_stored(row, values, dossier.access)
            changes = revert(session, row, version)
            clashes_of(session, row, values, changes, expected_version)
            after = apply(session, row, values, changes, at=self.now(), undoes=version)
            self._touch(row)
            return as_stored(row, after, dossier.access)

    def can_undo(self, dossier: StoredDossier) -> bool:
        """Tell whether there is a change to take back."""
        with transaction(self.engine, writes=False) as session:
            row = session.get(DossierRow, dossier.code)
            return row is not None and last_to_undo(session, row) is not None

    def amend(
        self,
        dossier: StoredDossier,
        *,
        decisions: tuple[str, ...],
        reference_date: date,
        fingerprint: str,
        municipality: str | None,
    ) -> StoredDossier:
        """Change what the dossier is about; give each value, changed or not."""
        with transaction(self.engine, writes=True) as session:
            row = self._row_to_change(session, dossier)
            row.decisions = list(decisions)
            row.reference_date = reference_date
            row.fingerprint = fingerprint
            row.municipality = municipality
            row.version += 1
            self._touch(row)
            return as_stored(row, values_of(session, row.code), dossier.access)

    def revisions(
        self, dossier: StoredDossier, *, since_version: int
    ) -> tuple[Revision, ...]:
        """Tell what changed after a version (0 for everything), newest first."""
        with transaction(self.engine, writes=False) as session:
            rows: ScalarResult[RevisionRow] = session.scalars(
                select(RevisionRow)
                .where(RevisionRow.dossier == dossier.code)
                .where(
                    RevisionRow.version > max(0, min(since_version, dossier.version))
                )
                .order_by(RevisionRow.version.desc(), RevisionRow.number)
            )
            return tuple(
                Revision(row.version, row.key, row.old, row.new, row.at, row.undoes)
                for row in rows
            )

    def forget_text(self, dossier: StoredDossier, key: str) -> StoredDossier:
        """Remove a free text and each earlier version of it, for good."""
        with transaction(self.engine, writes=True) as session:
            row = self._row_to_change(session, dossier)
            values = values_of(session, row.code)
            after = apply(session, row, values, {key: None}, at=self.now())
            session.flush()
            session.execute(
                delete(RevisionRow)
                .where(RevisionRow.dossier == row.code)
                .where(RevisionRow.key == key)
            )
            self._touch(row)
            changed = as_stored(row, after, dossier.access)
        erase_traces(self.engine)
        return changed

    def new_read_key(self, dossier: StoredDossier) -> str:
        """Make a key to read with; the former one stops working at once."""
        key = new_key()
        with transaction(self.engine, writes=True) as session:
            row = self._row_to_change(session, dossier)
            row.read_key_hash = key_hash(key, Access.READ)
        return key

    def revoke_read_key(self, dossier: StoredDossier) -> None:
        """Let nobody read along any more."""
        with transaction(self.engine, writes=True) as session:
            self._row_to_change(session, dossier).read_key_hash = None

    def delete(self, dossier: StoredDossier) -> None:
        """Remove every row of a dossier; its links are now as if never made."""
        with transaction(self.engine, writes=True) as session:
            session.delete(self._row_to_change(session, dossier))
        erase_traces(self.engine)

    def purge(self) -> int:
        """Remove what has expired, and tell how many dossiers that were."""
        with transaction(self.engine, writes=True) as session:
            gone = session.execute(
                delete(DossierRow)
                .where(DossierRow.expires <= self.now())
                .returning(DossierRow.code)
            ).all()
        erase_traces(self.engine)
        return len(gone)

    def count(self) -> int:
        """Tell how many dossiers there are, for whoever watches the server."""
        with transaction(self.engine, writes=False) as session:
            return session.scalar(select(func.count()).select_from(DossierRow)) or 0

    def is_ready(self) -> bool:
        """Tell whether the database answers and has the form we expect."""
        return is_current(self.engine)

    def _remove(self, code: str) -> None:
        """Remove an expired dossier that somebody asked for."""
        with transaction(self.engine, writes=True) as session:
            session.execute(
                delete(DossierRow)
                .where(DossierRow.code == code)
                .where(DossierRow.expires <= self.now())
            )
        erase_traces(self.engine)

    def _row_to_change(self, session: Session, dossier: StoredDossier) -> DossierRow:
        """Lock the row of a dossier that may be changed and still exists."""
        if dossier.access is not Access.EDIT:
            raise ReadOnlyError
        row = session.get(DossierRow, dossier.code, with_for_update=True)
        if row is None or row.expires <= self.now():
            raise DossierNotFoundError
        return row

    def _touch(self, row: DossierRow) -> None:
        """Start the retention period anew."""
        row.changed = self.now()
        row.expires = row.changed + self.retention
