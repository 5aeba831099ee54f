"""Run the migrations on the connection that `wizard.keeping.database` hands over."""

from alembic import context

from wizard.keeping.tables import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
    transaction_per_migration=False,
)
context.run_migrations()
