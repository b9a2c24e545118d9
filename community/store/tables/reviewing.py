"""How experts review together: comments, hand-overs, author questions, phone passes, rounds."""

from sqlalchemy import JSON, Column, Float, Index, String, Table, Text

from community.store.tables.columns import Id, Moment, metadata, own_id, to

comments = Table(
    "comment",
    metadata,
    own_id(),
    to("community_id", "community"),
    to("distillation_id", "distillation"),
    to("claim_id", "claim", null=True),
    to("author_id", "member"),
    Column("text", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("settled_at", Moment),
    Column("settled_by_id", Id),
    Index(None, "distillation_id", "at"),
)

hand_overs = Table(
    "hand_over",
    metadata,
    own_id(),
    to("community_id", "community"),
    to("distillation_id", "distillation"),
    to("from_id", "member"),
    to("to_id", "member"),
    Column("note", String(300)),
    Column("at", Moment, nullable=False),
    Column("ended_at", Moment),
    Index(None, "distillation_id", "at"),
    Index(None, "to_id", "ended_at"),
)

author_questions = Table(
    "author_question",
    metadata,
    own_id(),
    to("community_id", "community"),
    to("claim_id", "claim"),
    to("asker_id", "member"),
    to("author_id", "member"),
    Column("suggestion_id", Id),
    Column("text", Text, nullable=False),
    Column("asked_at", Moment, nullable=False),
    Column("answer", Text),
    Column("answered_at", Moment),
    Index(None, "claim_id"),
    Index(None, "author_id", "answered_at"),
)

review_passes = Table(
    "review_pass",
    metadata,
    own_id(),
    to("community_id", "community"),
    to("member_id", "member"),
    Column("digest", String(64), nullable=False, unique=True),
    Column("claim_ids", JSON, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False),
    Column("used_at", Moment),
    Column("finished_at", Moment),
)

review_rounds = Table(
    "review_round",
    metadata,
    own_id(),
    to("community_id", "community"),
    to("member_id", "member"),
    Column("points", JSON, nullable=False),
    Column("present", JSON, nullable=False),
    Column("settled", JSON, nullable=False),
    Column("votes", JSON, nullable=False),
    Column("began_at", Moment, nullable=False),
    Column("stood_seconds", Float, nullable=False),
    Column("paused_at", Moment),
    Column("ended_at", Moment),
    Index(None, "community_id", "began_at"),
)
