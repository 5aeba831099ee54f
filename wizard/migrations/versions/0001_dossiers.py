"""Dossiers, their entries and their revisions."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the three tables."""
    op.create_table(
        "dossier",
        sa.Column("code", sa.String(12), primary_key=True),
        sa.Column("edit_key_hash", sa.String(64), nullable=False, unique=True),
        sa.Column("read_key_hash", sa.String(64), nullable=True, unique=True),
        sa.Column("decisions", sa.JSON(), nullable=False),
        sa.Column("fingerprint", sa.String(100), nullable=False),
        sa.Column("reference_date", sa.Date(), nullable=False),
        sa.Column("municipality", sa.String(10), nullable=True),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
    )
    op.create_index("ix_dossier_expires", "dossier", ["expires"])
    op.create_table(
        "entry",
        _dossier_column(primary_key=True),
        sa.Column("key", sa.String(120), primary_key=True),
        sa.Column("value", sa.Text(), nullable=False),
    )
    op.create_table(
        "revision",
        sa.Column("number", sa.Integer(), primary_key=True),
        _dossier_column(primary_key=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(120), nullable=False),
        sa.Column("old", sa.Text(), nullable=True),
        sa.Column("new", sa.Text(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("undoes", sa.Integer(), nullable=True),
    )
    op.create_index("ix_revision_dossier_version", "revision", ["dossier", "version"])


def _dossier_column(*, primary_key: bool) -> sa.Column[str]:
    """Refer to a dossier, and go when it goes."""
    return sa.Column(
        "dossier",
        sa.String(12),
        sa.ForeignKey("dossier.code", ondelete="CASCADE"),
        primary_key=primary_key,
        nullable=False,
    )


def downgrade() -> None:
    """Remove the three tables, and every dossier with them."""
    op.drop_table("revision")
    op.drop_table("entry")
    op.drop_table("dossier")
