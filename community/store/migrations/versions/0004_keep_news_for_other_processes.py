"""Keep news for other processes."""

import sqlalchemy as sa
from alembic import op

from community.store.tables import columns

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "news",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("origin", sa.String(length=16), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_news")),
    )
    with op.batch_alter_table("question", schema=None) as batch_op:
        batch_op.add_column(sa.Column("passed_at", columns.Moment(), nullable=True))
        batch_op.add_column(
            sa.Column("unnamed", sa.Boolean(), server_default=sa.false(), nullable=False)
        )
        batch_op.add_column(sa.Column("told_at", columns.Moment(), nullable=True))
        batch_op.add_column(sa.Column("proposed", sa.JSON(), nullable=True))
        batch_op.add_column(sa.Column("declined", sa.JSON(), nullable=True))
    # Who passed an earlier one on is not known: nobody is named who may not have chosen it.
    op.execute(
        sa.table("question", sa.column("unnamed", sa.Boolean())).update().values(unnamed=True)
    )


def downgrade() -> None:
    with op.batch_alter_table("question", schema=None) as batch_op:
        for name in ("declined", "proposed", "told_at", "unnamed", "passed_at"):
            batch_op.drop_column(name)
    op.drop_table("news")
