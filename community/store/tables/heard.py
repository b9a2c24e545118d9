"""What was heard and what people said of it: marks, corrections, pain points, taps, contests."""

from sqlalchemy import JSON, Boolean, Column, Float, Index, String, Table, Text, UniqueConstraint

from community.store.tables.columns import Id, Moment, metadata, own_id, to

marks = Table(
    "mark",
    metadata,
    own_id(),
    to("community_id", "community"),
    to("zone_id", "zone"),
    to("message_id", "message"),
    Column("kind", String(40), nullable=False),
    Column("member_ids", JSON, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("facts", JSON, nullable=False),
    Column("noticed_at", Moment, nullable=False),
    Column("over_at", Moment),
    UniqueConstraint("message_id", "kind"),
    Index(None, "zone_id", "noticed_at"),
)

corrections = Table(
    "correction",
    metadata,
    own_id(),
    to("community_id", "community"),
    to("zone_id", "zone"),
    to("message_id", "message"),
    Column("about", String(16), nullable=False),
    Column("kind", String(40)),
    Column("before", JSON, nullable=False),
    Column("after", JSON, nullable=False),
    to("member_id", "member"),
    Column("at", Moment, nullable=False),
    Column("undone_at", Moment),
    Index(None, "zone_id", "message_id"),
)

pain_points = Table(
    "pain_point",
    metadata,
    own_id(),
    to("community_id", "community"),
    Column("words", Text, nullable=False),
    Column("own_words", Text),
    Column("message_ids", JSON, nullable=False),
    Column("tap_ids", JSON, nullable=False),
    Column("people_ids", JSON, nullable=False),
    Column("silent_ids", JSON, nullable=False),
    Column("strength", Float, nullable=False),
    Column("state", String(16), nullable=False),
    Column("merged_into_id", Id),
    Column("first_at", Moment, nullable=False),
    Column("last_at", Moment, nullable=False),
    to("decided_by_id", "member", null=True),
    Column("decided_at", Moment),
    Index(None, "community_id", "state"),
)

taps = Table(
    "tap",
    metadata,
    own_id(),
    to("community_id", "community"),
    to("member_id", "member"),
    Column("asked_at", Moment, nullable=False),
    Column("answered_at", Moment),
    Column("declined_at", Moment),
    Column("for_good", Boolean, nullable=False),
    Column("pain_id", Id),
    Column("text", Text),
    Column("may_quote", Boolean, nullable=False),
    Index(None, "community_id", "member_id", "asked_at"),
)

contests = Table(
    "contest",
    metadata,
    own_id(),
    to("community_id", "community"),
    to("member_id", "member"),
    Column("about", String(16), nullable=False),
    Column("text", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("withdrawn_at", Moment),
    Index(None, "community_id", "member_id"),
)
