"""What alembic runs: the steps go over the connection that community.store.schema opened."""

from typing import cast

from alembic import context
from sqlalchemy import Connection

from community.store.tables import metadata

connection = cast("Connection", context.config.attributes["connection"])
context.configure(
    connection=connection,
    target_metadata=metadata,
    render_as_batch=True,
    compare_type=True,
    user_module_prefix="columns.",
)
with context.begin_transaction():
    context.run_migrations()
