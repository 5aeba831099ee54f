"""Keep dossiers: make, open, save, undo, delete and purge them.

Every function that changes something has committed it before it returns.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from types import MappingProxyType

from sqlalchemy import Engine, ScalarResult, delete, func, or_, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from wizard.keeping.database import erase_traces, is_current, reading, transaction
from wizard.keeping.dossier import (
    ClockJumpedError,
    DossierNotFoundError,
    MostWouldGoError,
    NewDossier,
    ReadOnlyError,
    Revision,
    StorageUnavailableError,
    StoredDossier,
)
from wizard.keeping.history import FORGOTTEN, apply, clashes_of, last_to_undo, revert
from wizard.keeping.keys import Access, key_hash, new_code, new_key, same_hash
from wizard.keeping.tables import (
    BY_KEY,
    HASH,
    DossierRow,
    MomentRow,
    RevisionRow,
    as_stored,
    values_of,
)

CODE_TRIES = 5
GRACE = timedelta(days=3)  # that an expired dossier is hidden before it is removed
JUMP = timedelta(days=2)  # further than this no clock runs between two nightly runs
HASHES = {Access.EDIT: "edit_key_hash", Access.READ: "read_key_hash"}
PURGED, WRITTEN = "opgeruimd", "geschreven"


@dataclass(frozen=True)
class Dossiers:
    """The storage: every dossier of this installation.

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
        values: Mapping[str, str] = MappingProxyType({}),
    ) -> NewDossier:
        """Make a dossier and give its edit key, which is kept nowhere.

        `values` are answers and texts (`text_key`) in stored form; with them the dossier
        is made whole, or not at all.

        Raises:
            RuntimeError: when five codes in a row were taken.
            StorageUnavailableError: when nothing can be kept now.
        """
        for _ in range(CODE_TRIES):
            code, edit_key = new_code(), new_key()
            # A code is short enough to say aloud, so two dossiers may draw the same:
            # then again.
            with suppress(DossierNotFoundError):
                dossier = self.begin(
                    decisions,
                    code=code,
                    edit_key=edit_key,
                    reference_date=reference_date,
                    fingerprint=fingerprint,
                    municipality=municipality,
                    values=values,
                )
                return NewDossier(dossier=dossier, edit_key=edit_key)
        message = "no free dossier code found; are there very many dossiers?"
        raise RuntimeError(message)

    def begin(  # noqa: PLR0913 — a dossier is about all of this
        self,
        decisions: tuple[str, ...],
        *,
        code: str,
        edit_key: str,
        reference_date: date,
        fingerprint: str,
        municipality: str | None,
        values: Mapping[str, str] = MappingProxyType({}),
    ) -> StoredDossier:
        """Make a dossier whose code and key were chosen before; or give the one made so.

        A first answer that is sent twice finds the dossier of its twin.

        Raises:
            DossierNotFoundError: when the code is that of another dossier.
        """
        moment = self.now()
        row = DossierRow(
            code=code,
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
                after = apply(session, row, {}, values, at=moment)
                return as_stored(row, after, Access.EDIT)
        except IntegrityError:
            # The twin was first, and has all that this one would have made.
            return self.open_by_edit_key(edit_key)

    def open_by_edit_key(self, key: str) -> StoredDossier:
        """Open a dossier to work on, or raise `DossierNotFoundError`."""
        return self._open(key, Access.EDIT)

    def open_by_read_key(self, key: str) -> StoredDossier:
        """Open a dossier to read, or raise `DossierNotFoundError`."""
        return self._open(key, Access.READ)

    def _open(self, key: str, access: Access) -> StoredDossier:
        """Find by hash; an expired dossier does not exist, until `purge` removes it.

        Reading removes nothing: the clock of this machine may be wrong.
        """
        wanted = key_hash(key, access)
        with reading(self.engine) as connection:
            row = connection.execute(BY_KEY[access], {HASH: wanted}).one_or_none()
            # Never made, deleted and wrong are one answer: a key that fails tells
            # nothing.
            if row is None or not same_hash(getattr(row, HASHES[access]), wanted):
                raise DossierNotFoundError
            if row.expires <= self.now():
                raise DossierNotFoundError
            return as_stored(row, values_of(connection, row.code), access)

    def save_answers(
        self,
        dossier: StoredDossier,
        changes: Mapping[str, str | None],
        *,
        expected_version: int | None,
    ) -> StoredDossier:
        """Keep answers and texts (`text_key`) in stored form; `None` removes one.

        `expected_version` is the version that the visitor's page was made from; with
        `None` the last to save wins, for what nobody builds on.
        Two people who change different answers do not hinder each other; for
        the same answer the second gets a `ConflictError`, and nothing is kept.
        Saving what is there already changes nothing, so a reload is safe.
        """
        with transaction(self.engine, writes=True) as session:
            row = self._row_to_change(session, dossier)
            values = values_of(session, row.code)
            if expected_version is not None:
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
            # Also an undoing is a change: who made another since is told, and nothing
            # is lost.
            clashes_of(session, row, values, changes, expected_version)
            after = apply(session, row, values, changes, at=self.now(), undoes=version)
            self._touch(row)
            return as_stored(row, after, dossier.access)

    def can_undo(self, dossier: StoredDossier) -> bool:
        """Tell whether there is a change to take back."""
        with transaction(self.engine, writes=False) as session:
            row = session.get(DossierRow, dossier.code)
            return row is not None and last_to_undo(session, row) is not None

    def amend(self, dossier: StoredDossier) -> StoredDossier:
        """Keep what this dossier is about: its decisions, day, rules and municipality."""
        with transaction(self.engine, writes=True) as session:
            row = self._row_to_change(session, dossier)
            row.decisions = list(dossier.decisions)
            row.reference_date = dossier.reference_date
            row.fingerprint = dossier.fingerprint
            row.municipality = dossier.municipality
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
                    # A version comes from a form: what is outside the numbers there are
                    # is brought inside.
                    RevisionRow.version > max(0, min(since_version, dossier.version))
                )
                .where(
                    or_(RevisionRow.undoes.is_(None), RevisionRow.undoes != FORGOTTEN)
                )
                .order_by(RevisionRow.version.desc(), RevisionRow.number)
            )
            return tuple(
                Revision(row.version, row.key, row.old, row.new, row.at, row.undoes)
                for row in rows
            )

    def renew_key(self, dossier: StoredDossier, access: Access) -> str:
        """Make a key to work or to read with; the former one stops working at once."""
        key = new_key()
        self._keep_hash(dossier, access, key_hash(key, access))
        return key

    def revoke_read_key(self, dossier: StoredDossier) -> None:
        """Let nobody read along any more."""
        self._keep_hash(dossier, Access.READ, None)

    def _keep_hash(
        self, dossier: StoredDossier, access: Access, hashed: str | None
    ) -> None:
        with transaction(self.engine, writes=True) as session:
            setattr(self._row_to_change(session, dossier), HASHES[access], hashed)

    def forget_history(self, dossier: StoredDossier) -> None:
        """Forget what every value said before, for good; what it says now stays.

        Which value changed when is kept, so that two who work at once are still told.
        """
        with transaction(self.engine, writes=True) as session:
            row = self._row_to_change(session, dossier)
            session.execute(
                update(RevisionRow)
                .where(RevisionRow.dossier == row.code)
                # Marked as undone: what has no value from before cannot be taken back.
                .values(old=None, new=None, undoes=FORGOTTEN)
            )
        erase_traces(self.engine)

    def delete(self, dossier: StoredDossier) -> None:
        """Remove every row of a dossier; its links are now as if never made."""
        with transaction(self.engine, writes=True) as session:
            session.delete(self._row_to_change(session, dossier))
        erase_traces(self.engine)

    def purge(self, *, certain: bool = False) -> int:
        """Remove what expired some days ago, and tell how many dossiers that were.

        A clock that stands wrong must not delete, however long it stays wrong. So a run
        that finds itself far ahead of the last good one removes nothing and does not
        count; nor does the next, until the clock is back or `certain` says that it is
        right. Where no run was noted before, most of the dossiers never go at once.

        Raises:
            ClockJumpedError: when the clock ran far ahead since the last good run.
            MostWouldGoError: when most would go, and no run before vouches for the clock.
        """
        now = self.now()
        with transaction(self.engine, writes=True) as session:
            mark = session.get(MomentRow, PURGED)
            there = session.scalar(select(func.count()).select_from(DossierRow)) or 0
            if there and not certain:
                self._doubt(session, mark, there)
            # Never back: a clock that fell behind for a night would make the next run,
            # on time again, look like a jump.
            good = now if mark is None or certain else max(now, mark.at)
            session.merge(MomentRow(name=PURGED, at=good))
            # The mark and the rows in one transaction: a run that fails vouches for
            # nothing.
            expired = delete(DossierRow).where(DossierRow.expires <= now - GRACE)
            gone = session.execute(expired.returning(DossierRow.code)).all()
        erase_traces(self.engine)
        return len(gone)

    def _doubt(self, session: Session, mark: MomentRow | None, there: int) -> None:
        """Refuse to remove when the clock of this machine may be wrong.

        Without a run before, the last change of any dossier tells how late it was; but
        that too may have been kept under a wrong clock.
        """
        now = self.now()
        before = (
            mark.at if mark else session.scalar(select(func.max(DossierRow.changed)))
        )
        if before is not None and now - before > JUMP:
            raise ClockJumpedError(now - before)
        going = select(func.count()).where(DossierRow.expires <= now - GRACE)
        most = session.scalar(going) or 0
        if mark is None and 2 * most > there:
            raise MostWouldGoError(most, there)

    def last_purge(self) -> datetime | None:
        """Tell when dossiers were cleaned up last."""
        with transaction(self.engine, writes=False) as session:
            row = session.get(MomentRow, PURGED)
            return None if row is None else row.at

    def can_write(self) -> bool:
        """Tell whether an answer could be kept now, by keeping something."""
        try:
            with transaction(self.engine, writes=True) as session:
                session.merge(MomentRow(name=WRITTEN, at=self.now()))
        except StorageUnavailableError:
            return False
        return True

    def count(self) -> int:
        """Tell how many dossiers there are, for whoever watches the server."""
        with transaction(self.engine, writes=False) as session:
            return session.scalar(select(func.count()).select_from(DossierRow)) or 0

    def is_ready(self) -> bool:
        """Tell whether the database answers and has the form we expect."""
        return is_current(self.engine)

    def _row_to_change(self, session: Session, dossier: StoredDossier) -> DossierRow:
        """Lock the row of a dossier that may be changed and still exists."""
        if dossier.access is not Access.EDIT:
            raise ReadOnlyError
        # PostgreSQL locks the row here; SQLite locked all when the transaction began.
        row = session.get(DossierRow, dossier.code, with_for_update=True)
        if row is None or row.expires <= self.now():
            raise DossierNotFoundError
        return row

    def _touch(self, row: DossierRow) -> None:
        """Start the retention period anew."""
        row.changed = self.now()
        row.expires = row.changed + self.retention
