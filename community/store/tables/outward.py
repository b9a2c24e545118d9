"""What leaves a community on purpose: tokens, webhooks and their deliveries, the resource shelf."""

from sqlalchemy import JSON, Column, Index, Integer, String, Table, Text

from community.store.tables.columns import Id, Moment, metadata, own_id, to

tokens = Table(
    "token",
    metadata,
    own_id(),
    to("community_id", "community"),
    Column("name", String(80), nullable=False),
    Column("digest", String(64), nullable=False, unique=True),
    Column("hint", String(16), nullable=False),
    Column("rights", JSON, nullable=False),
    Column("created_by_id", Id),
    Column("created_at", Moment, nullable=False),
    Column("expires_at", Moment),
    Column("last_used_at", Moment),
    Column("revoked_at", Moment),
)

webhooks = Table(
    "webhook",
    metadata,
    own_id(),
    to("community_id", "community"),
    Column("url", String(600), nullable=False),
    Column("secret", String(80), nullable=False),
    Column("occasions", JSON, nullable=False),
    Column("created_by_id", Id),
    Column("created_at", Moment, nullable=False),
    Column("paused_at", Moment),
    Column("removed_at", Moment),
)

webhook_deliveries = Table(
    "webhook_delivery",
    metadata,
    own_id(),
    to("webhook_id", "webhook"),
    Column("idempotency_key", String(120), nullable=False, unique=True),
    Column("occasion", String(40), nullable=False),
    Column("body", Text, nullable=False),
    Column("state", String(16), nullable=False),
    Column("attempts", Integer, nullable=False, default=0),
    Column("not_before", Moment, nullable=False),
    Column("status", Integer),
    Column("error", String(300)),
    Column("created_at", Moment, nullable=False),
    Column("delivered_at", Moment),
    Index(None, "state", "not_before"),
    Index(None, "webhook_id", "created_at"),
)

resources = Table(
    "resource",
    metadata,
    own_id(),
    to("community_id", "community"),
    Column("title", String(300), nullable=False),
    Column("url", String(600)),
    Column("note", Text),
    Column("topic", String(120)),
    Column("week", Integer),
    Column("audience", String(16), nullable=False),
    Column("rights", String(200), nullable=False),
    Column("added_by_id", Id),
    Column("added_at", Moment, nullable=False),
    Column("removed_at", Moment),
    Index(None, "community_id", "removed_at"),
)
