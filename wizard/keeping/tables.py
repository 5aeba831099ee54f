"""The tables of a dossier; known to the storage rooms only."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from types import MappingProxyType
from typing import Any

from sqlalchemy import (
    JSON,
    Connection,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    Row,
    String,
    Text,
    bindparam,
    select,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column
from sqlalchemy.types import TypeDecorator

from rules.money.inputs import PREFIX as COSTS_PREFIX
from wizard.keeping.dossier import TEXT_PREFIX, StoredDossier
from wizard.keeping.keys import Access
from wizard.keeping.reading_along import readable

HASH = "wanted"  # the hash of a key, as it is asked for


class Moment(TypeDecorator[datetime]):
    """A moment in UTC; SQLite forgets the zone, so we put it back."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(
        self, value: datetime | None, dialect: Dialect
    ) -> datetime | None:
        """Store in UTC, whatever zone comes in."""
        del dialect
        return None if value is None else value.astimezone(UTC)

    def process_result_value(
        self, value: datetime | None, dialect: Dialect
    ) -> datetime | None:
        """Give a moment that knows its zone."""
        del dialect
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value


class Base(DeclarativeBase):
    """The root of the declarative tables."""


class DossierRow(Base):
    """One dossier; the database removes what hangs under it when it goes."""

    __tablename__ = "dossier"

    code: Mapped[str] = mapped_column(String(12), primary_key=True)
    edit_key_hash: Mapped[str] = mapped_column(String(64), unique=True)
    read_key_hash: Mapped[str | None] = mapped_column(String(64), unique=True)
    decisions: Mapped[list[str]] = mapped_column(JSON)
    fingerprint: Mapped[str] = mapped_column(String(100))
    reference_date: Mapped[date]
    municipality: Mapped[str | None] = mapped_column(String(10))
    created: Mapped[datetime] = mapped_column(Moment)
    changed: Mapped[datetime] = mapped_column(Moment)
    expires: Mapped[datetime] = mapped_column(Moment, index=True)
    version: Mapped[int]


class EntryRow(Base):
    """One answer or free text in its stored form."""

    __tablename__ = "entry"

    dossier: Mapped[str] = mapped_column(
        ForeignKey("dossier.code", ondelete="CASCADE"), primary_key=True
    )
    key: Mapped[str] = mapped_column(String(120), primary_key=True)
    value: Mapped[str] = mapped_column(Text)


class RevisionRow(Base):
    """One change of one entry."""

    __tablename__ = "revision"
    __table_args__ = (Index("ix_revision_dossier_version", "dossier", "version"),)

    number: Mapped[int] = mapped_column(primary_key=True)
    dossier: Mapped[str] = mapped_column(ForeignKey("dossier.code", ondelete="CASCADE"))
    version: Mapped[int]
    key: Mapped[str] = mapped_column(String(120))
    old: Mapped[str | None] = mapped_column(Text)
    new: Mapped[str | None] = mapped_column(Text)
    at: Mapped[datetime] = mapped_column(Moment)
    undoes: Mapped[int | None]


class MomentRow(Base):
    """When something of the installation itself happened last."""

    __tablename__ = "moment"

    name: Mapped[str] = mapped_column(String(20), primary_key=True)
    at: Mapped[datetime] = mapped_column(Moment)


# Every page reads these two. So they are written once, and read as columns: an object for
# each of a hundred answers would cost more than all else.
BY_KEY = {
    access: select(DossierRow.__table__).where(column == bindparam(HASH))
    for access, column in (
        (Access.EDIT, DossierRow.edit_key_hash),
        (Access.READ, DossierRow.read_key_hash),
    )
}
ENTRIES = (
    select(EntryRow.key, EntryRow.value)
    .where(EntryRow.dossier == bindparam("code"))
    .order_by(EntryRow.key)
)


def values_of(session: Session | Connection, code: str) -> dict[str, str]:
    """Read the present answers and texts of a dossier, by key."""
    return dict(iter(session.execute(ENTRIES, {"code": code})))


def as_stored(
    row: DossierRow | Row[Any], values: Mapping[str, str], access: Access
) -> StoredDossier:
    """Turn a row and its values into plain data that outlives the transaction.

    Who may only read gets the texts that were promised to readers, and no others.
    """
    texts = {key for key in values if key.startswith(TEXT_PREFIX)}
    costs = {key for key in values if key.startswith(COSTS_PREFIX)}
    said = {key.removeprefix(TEXT_PREFIX): values[key] for key in sorted(texts)}
    return StoredDossier(
        code=row.code,
        access=access,
        decisions=tuple(row.decisions),
        answers=MappingProxyType(
            {key: values[key] for key in sorted(values) if key not in texts | costs}
        ),
        texts=MappingProxyType(said if access is Access.EDIT else readable(said)),
        costs=MappingProxyType({key: values[key] for key in sorted(costs)}),
        fingerprint=row.fingerprint,
        reference_date=row.reference_date,
        municipality=row.municipality,
        created=row.created,
        changed=row.changed,
        expires=row.expires,
        version=row.version,
        can_be_read_by_link=row.read_key_hash is not None,
    )
