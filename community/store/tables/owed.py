"""What a community owes its members, who is on duty, and what was counted day by day."""

from sqlalchemy import JSON, Boolean, Column, Index, String, Table, UniqueConstraint

from community.store.tables.columns import Id, Moment, metadata, own_id, to

obligations = Table(
    "obligation",
    metadata,
    own_id(),
    to("community_id", "community"),
    to("zone_id", "zone"),
    to("message_id", "message"),
    Column("kind", String(24), nullable=False),
    to("owner_id", "member", null=True),
    Column("opened_at", Moment, nullable=False),
    Column("due_at", Moment, nullable=False),
    Column("escalates_at", Moment, nullable=False),
    Column("lapses_at", Moment, nullable=False),
    Column("state", String(16), nullable=False),
    Column("closed_at", Moment),
    to("met_by_id", "member", null=True),
    Column("met_message_id", Id),
    Column("reason", String(300)),
    Column("escalated_at", Moment),
    to("closed_by_id", "member", null=True),
    Column("reopened_at", Moment),
    Column("unsure", Boolean, nullable=False, default=False),
    UniqueConstraint("message_id", "kind"),
    Index(None, "zone_id", "opened_at"),
    Index(None, "community_id", "state", "due_at"),
)

duties = Table(
    "duty",
    metadata,
    own_id(),
    to("community_id", "community"),
    to("member_id", "member"),
    Column("kind", String(16), nullable=False),
    Column("starts_at", Moment, nullable=False),
    Column("ends_at", Moment, nullable=False),
    to("handed_by_id", "member", null=True),
    Column("note", String(300)),
    Column("created_at", Moment, nullable=False),
    Index(None, "community_id", "ends_at"),
)

tallies = Table(
    "tally",
    metadata,
    own_id(),
    to("community_id", "community"),
    Column("day", String(10), nullable=False),
    Column("counts", JSON, nullable=False),
    Column("through", Moment, nullable=False),
    UniqueConstraint("community_id", "day"),
)
