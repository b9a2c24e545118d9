"""What was said: messages, revisions, reactions, links, imports."""

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from community.store.tables.columns import Id, Moment, metadata, own_id, to

messages = Table(
    "message",
    metadata,
    own_id(),
    to("community_id", "community"),
    to("zone_id", "zone"),
    to("author_id", "member", null=True),
    Column("at", Moment, nullable=False),
    Column("text", Text, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("reply_to_id", Id),
    Column("to_id", Id),
    Column("external_id", String(200)),
    Column("source_key", String(300), nullable=False),
    Column("revision", Integer, nullable=False, default=0),
    Column("edited_at", Moment),
    Column("recalled_at", Moment),
    Column("by_simmer", Boolean, nullable=False, default=False),
    Column("approved_by_id", Id),
    Column("suggestion_id", Id),
    Column("from_history", Boolean, nullable=False, default=False),
    UniqueConstraint("community_id", "source_key"),
    Index(None, "zone_id", "at", "id"),
    Index(None, "community_id", "external_id"),
)

revisions = Table(
    "revision",
    metadata,
    own_id(),
    to("message_id", "message"),
    Column("number", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("recall", Boolean, nullable=False, default=False),
    Column("source_key", String(300), nullable=False),
    UniqueConstraint("message_id", "number"),
    UniqueConstraint("source_key"),
)

reactions = Table(
    "reaction",
    metadata,
    own_id(),
    to("message_id", "message"),
    to("member_id", "member"),
    Column("emoji", String(40), nullable=False),
    Column("at", Moment, nullable=False),
    UniqueConstraint("message_id", "member_id", "emoji"),
)

links = Table(
    "link",
    metadata,
    Column("message_id", Id, ForeignKey("message.id", ondelete="CASCADE"), primary_key=True),
    Column("parent_id", Id),
    Column("root_id", Id, nullable=False, index=True),
    Column("confidence", Float, nullable=False),
    Column("by", String(16), nullable=False),
)

imports = Table(
    "import",
    metadata,
    own_id(),
    to("community_id", "community"),
    Column("name", String(300), nullable=False),
    Column("digest", String(64), nullable=False),
    Column("state", String(16), nullable=False),
    Column("report", JSON, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("finished_at", Moment),
)
