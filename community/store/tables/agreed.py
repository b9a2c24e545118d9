"""What members agreed to: roles taken on, talks they begin, how they are named."""

from sqlalchemy import JSON, Column, Index, String, Table, Text, UniqueConstraint

from community.store.tables.columns import Id, Moment, metadata, own_id, to

consents = Table(
    "consent",
    metadata,
    own_id(),
    to("community_id", "community"),
    to("member_id", "member"),
    Column("kind", String(24), nullable=False),
    Column("value", JSON, nullable=False, default=dict),
    Column("given_at", Moment, nullable=False),
    Column("revoked_at", Moment),
    Index(None, "community_id", "kind"),
    Index(None, "member_id", "kind"),
)

seeds = Table(
    "seed",
    metadata,
    own_id(),
    to("community_id", "community"),
    to("zone_id", "zone"),
    to("member_id", "member"),
    Column("topic", Text, nullable=False),
    Column("brief", Text, nullable=False),
    Column("for_at", Moment, nullable=False),
    Column("state", String(16), nullable=False),
    Column("suggestion_id", Id),
    Column("message_id", Id),
    Column("asked_at", Moment, nullable=False),
    Column("answered_at", Moment),
    Index(None, "community_id", "state", "for_at"),
    Index(None, "member_id", "asked_at"),
)

quote_consents = Table(
    "quote_consent",
    metadata,
    own_id(),
    to("community_id", "community"),
    to("distillation_id", "distillation"),
    to("member_id", "member"),
    Column("shape", String(16), nullable=False),
    Column("nickname", String(80)),
    Column("asked_at", Moment, nullable=False),
    Column("answered_at", Moment),
    UniqueConstraint("distillation_id", "member_id"),
)
