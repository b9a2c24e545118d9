"""What was learned: distillations, claims, citations, questions."""

from sqlalchemy import JSON, Boolean, Column, Index, Integer, String, Table, Text, UniqueConstraint

from community.store.tables.columns import Id, Moment, metadata, own_id, to

distillations = Table(
    "distillation",
    metadata,
    own_id(),
    to("community_id", "community"),
    to("zone_id", "zone"),
    Column("root_id", Id, nullable=False),
    Column("title", String(300), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("language", String(8), nullable=False),
    Column("message_ids", JSON, nullable=False),
    Column("open_questions", JSON, nullable=False),
    Column("state", String(24), nullable=False),
    Column("version", Integer, nullable=False, default=1),
    Column("engine", String(40), nullable=False),
    Column("prompt_version", String(64), nullable=False),
    Column("created_at", Moment, nullable=False),
    to("signed_by_id", "member", null=True),
    Column("signed_at", Moment),
    Column("verify_by", Moment),
    Column("topic", String(120)),
    Column("superseded_by_id", Id),
    Column("reminded_at", Moment),
    Column("verifier_id", Id),
    Column("verified_at", Moment),
    Column("hold_days", Integer),
    UniqueConstraint("community_id", "root_id", "version"),
    Index(None, "community_id", "state"),
)

claims = Table(
    "claim",
    metadata,
    own_id(),
    to("distillation_id", "distillation"),
    Column("position", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("state", String(16), nullable=False),
    Column("supported", Boolean, nullable=False, default=True),
    Column("problems", JSON, nullable=False),
    Column("own_words", Boolean, nullable=False, default=False),
    Column("original_text", Text),
    to("reviewer_id", "member", null=True),
    Column("reason", String(300)),
    Column("holder_ids", JSON, nullable=False, default=list),
    Column("expansions", JSON),
    Column("side", Integer),
    Index(None, "distillation_id", "position"),
)

citations = Table(
    "citation",
    metadata,
    own_id(),
    to("claim_id", "claim"),
    to("message_id", "message"),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("quote", Text, nullable=False),
    Column("digest", String(32), nullable=False),
    Index(None, "claim_id"),
    Index(None, "message_id"),
)

questions = Table(
    "question",
    metadata,
    own_id(),
    to("community_id", "community"),
    to("member_id", "member"),
    to("zone_id", "zone", null=True),
    Column("text", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("state", String(16), nullable=False),
    Column("answer", JSON, nullable=False),
    Column("passed_to", String(40)),
    Column("feedback", String(40)),
    Column("follows_id", Id),
    Index(None, "community_id", "state", "at"),
)
