"""${message}."""

import sqlalchemy as sa
from alembic import op
${imports if imports else ""}
revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go to the new form."""
    ${upgrades if upgrades else "pass"}


def downgrade() -> None:
    """Go back to the old form."""
    ${downgrades if downgrades else "pass"}
