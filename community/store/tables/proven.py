"""What became of signed claims: where they were used, who tried them, what contradicts them."""

from sqlalchemy import Column, Float, Index, String, Table, Text, UniqueConstraint

from community.store.tables.columns import Id, Moment, metadata, own_id, to

uses = Table(
    "use",
    metadata,
    own_id(),
    to("community_id", "community"),
    to("claim_id", "claim"),
    to("question_id", "question", null=True),
    Column("kind", String(16), nullable=False),
    Column("at", Moment, nullable=False),
    Index(None, "community_id", "at"),
    Index(None, "claim_id", "at"),
)

trials = Table(
    "trial",
    metadata,
    own_id(),
    to("community_id", "community"),
    to("claim_id", "claim"),
    to("member_id", "member"),
    Column("asked_at", Moment, nullable=False),
    Column("outcome", String(16)),
    Column("condition", Text),
    Column("answered_at", Moment),
    UniqueConstraint("claim_id", "member_id"),
    Index(None, "member_id", "answered_at"),
)

conflicts = Table(
    "conflict",
    metadata,
    own_id(),
    to("community_id", "community"),
    to("claim_id", "claim"),
    to("other_id", "claim"),
    Column("kind", String(16), nullable=False),
    Column("score", Float, nullable=False),
    Column("digest", String(32), nullable=False),
    Column("found_at", Moment, nullable=False),
    Column("settled_at", Moment),
    Column("settled_by_id", Id),
    Column("outcome", String(24)),
    Column("note", String(300)),
    UniqueConstraint("claim_id", "other_id"),
    Index(None, "community_id", "settled_at"),
)

feedbacks = Table(
    "feedback",
    metadata,
    own_id(),
    to("community_id", "community"),
    to("question_id", "question"),
    to("member_id", "member"),
    Column("kind", String(16), nullable=False),
    Column("note", Text),
    Column("at", Moment, nullable=False),
    Column("answered_by_id", Id),
    Column("answer", Text),
    Column("answered_at", Moment),
    Column("seen_at", Moment),
    UniqueConstraint("question_id", "member_id"),
    Index(None, "community_id", "answered_at"),
)
