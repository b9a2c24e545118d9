"""The rows everything is kept in; whatever is not here can be rebuilt from here."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)
from typing_extensions import override

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
Id = BigInteger().with_variant(Integer, "sqlite")


class Moment(TypeDecorator[datetime]):
    """An aware UTC datetime kept as milliseconds since 1970: the same order on every engine."""

    impl = BigInteger
    cache_ok = True

    @override
    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        return None if value is None else round((value - EPOCH).total_seconds() * 1000)

    @override
    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:
        return None if value is None else EPOCH + timedelta(milliseconds=value)


metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _id() -> Column[int]:
    return Column("id", Id, primary_key=True, autoincrement=True)


def _to(name: str, table: str, *, null: bool = False) -> Column[int]:
    return Column(name, Id, ForeignKey(f"{table}.id", ondelete="CASCADE"), nullable=null)


accounts = Table(
    "account",
    metadata,
    _id(),
    Column("name", String(200), nullable=False),
    Column("language", String(8)),
    Column("created_at", Moment, nullable=False),
)

signin_links = Table(
    "signin_link",
    metadata,
    _id(),
    Column("digest", String(64), nullable=False, unique=True),
    _to("account_id", "account"),
    Column("created_at", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False),
    Column("used_at", Moment),
)

communities = Table(
    "community",
    metadata,
    _id(),
    Column("slug", String(80), nullable=False, unique=True),
    Column("name", String(200), nullable=False),
    Column("language", String(8), nullable=False),
    Column("timezone", String(64), nullable=False),
    Column("is_sample", Boolean, nullable=False, default=False),
    Column("settings", JSON, nullable=False),
    Column("created_at", Moment, nullable=False),
)

zones = Table(
    "zone",
    metadata,
    _id(),
    _to("community_id", "community"),
    Column("key", String(120), nullable=False),
    Column("name", String(200), nullable=False),
    Column("purpose", String(16), nullable=False),
    Column("muted", Boolean, nullable=False, default=False),
    UniqueConstraint("community_id", "key"),
)

members = Table(
    "member",
    metadata,
    _id(),
    _to("community_id", "community"),
    _to("account_id", "account", null=True),
    Column("external_id", String(200)),
    Column("name", String(200), nullable=False),
    Column("aliases", JSON, nullable=False),
    Column("role", String(24), nullable=False),
    Column("joined_at", Moment),
    Column("left_at", Moment),
    Column("opted_out", Boolean, nullable=False, default=False),
    Column("profile", JSON, nullable=False),
    UniqueConstraint("community_id", "external_id"),
    UniqueConstraint("community_id", "account_id"),
)

messages = Table(
    "message",
    metadata,
    _id(),
    _to("community_id", "community"),
    _to("zone_id", "zone"),
    _to("author_id", "member", null=True),
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
    _id(),
    _to("message_id", "message"),
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
    _id(),
    _to("message_id", "message"),
    _to("member_id", "member"),
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

reads = Table(
    "read",
    metadata,
    _id(),
    _to("member_id", "member"),
    _to("zone_id", "zone"),
    Column("message_id", Id, nullable=False),
    UniqueConstraint("member_id", "zone_id"),
)

imports = Table(
    "import",
    metadata,
    _id(),
    _to("community_id", "community"),
    Column("name", String(300), nullable=False),
    Column("digest", String(64), nullable=False),
    Column("state", String(16), nullable=False),
    Column("report", JSON, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("finished_at", Moment),
)

observations = Table(
    "observation",
    metadata,
    _id(),
    _to("community_id", "community"),
    _to("zone_id", "zone"),
    Column("at", Moment, nullable=False),
    Column("move", String(40), nullable=False),
    Column("why", JSON, nullable=False),
    Column("signals", JSON, nullable=False),
    Column("candidates", JSON, nullable=False),
    Column("engine", String(40), nullable=False),
    Column("prompt_version", String(64), nullable=False),
    Column("tokens_in", Integer, nullable=False, default=0),
    Column("tokens_out", Integer, nullable=False, default=0),
    Column("failure", JSON),
    Index(None, "zone_id", "at"),
)

suggestions = Table(
    "suggestion",
    metadata,
    _id(),
    _to("community_id", "community"),
    _to("zone_id", "zone"),
    Column("key", String(200), nullable=False),
    Column("move", String(40), nullable=False),
    Column("lane", String(16), nullable=False),
    Column("audience", String(16), nullable=False),
    Column("speaker", String(16), nullable=False),
    _to("speaker_id", "member", null=True),
    _to("to_id", "member", null=True),
    Column("text", Text, nullable=False),
    Column("language", String(8), nullable=False),
    Column("anchor_ids", JSON, nullable=False),
    Column("why", JSON, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("checks", JSON, nullable=False),
    Column("state", String(16), nullable=False),
    Column("from_history", Boolean, nullable=False, default=False),
    Column("created_at", Moment, nullable=False),
    Column("due_at", Moment),
    Column("expires_at", Moment),
    Column("snoozed_until", Moment),
    Column("engine", String(40), nullable=False),
    Column("prompt_version", String(64), nullable=False),
    Column("tokens_in", Integer, nullable=False, default=0),
    Column("tokens_out", Integer, nullable=False, default=0),
    UniqueConstraint("community_id", "key"),
    Index(None, "community_id", "state", "created_at"),
)

reviews = Table(
    "review",
    metadata,
    _id(),
    _to("community_id", "community"),
    Column("subject", String(16), nullable=False),
    Column("subject_id", Id, nullable=False),
    _to("member_id", "member"),
    Column("decision", String(16), nullable=False),
    Column("text", Text),
    Column("reason", String(200)),
    Column("at", Moment, nullable=False),
    Column("undone_at", Moment),
    Index(None, "subject", "subject_id"),
)

outbox = Table(
    "outbox",
    metadata,
    _id(),
    Column("idempotency_key", String(120), nullable=False, unique=True),
    _to("community_id", "community"),
    _to("suggestion_id", "suggestion", null=True),
    _to("zone_id", "zone"),
    _to("author_id", "member", null=True),
    Column("to_id", Id),
    Column("reply_to_id", Id),
    Column("approved_by_id", Id),
    Column("text", Text, nullable=False),
    Column("state", String(16), nullable=False),
    Column("not_before", Moment, nullable=False),
    Column("attempts", Integer, nullable=False, default=0),
    Column("message_id", Id),
    Column("error", String(300)),
    Column("created_at", Moment, nullable=False),
    Column("updated_at", Moment, nullable=False),
    Index(None, "state", "not_before"),
)

distillations = Table(
    "distillation",
    metadata,
    _id(),
    _to("community_id", "community"),
    _to("zone_id", "zone"),
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
    _to("signed_by_id", "member", null=True),
    Column("signed_at", Moment),
    Column("verify_by", Moment),
    UniqueConstraint("community_id", "root_id", "version"),
    Index(None, "community_id", "state"),
)

claims = Table(
    "claim",
    metadata,
    _id(),
    _to("distillation_id", "distillation"),
    Column("position", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("state", String(16), nullable=False),
    Column("supported", Boolean, nullable=False, default=True),
    Column("problems", JSON, nullable=False),
    Column("own_words", Boolean, nullable=False, default=False),
    Column("original_text", Text),
    _to("reviewer_id", "member", null=True),
    Column("reason", String(300)),
    Index(None, "distillation_id", "position"),
)

citations = Table(
    "citation",
    metadata,
    _id(),
    _to("claim_id", "claim"),
    _to("message_id", "message"),
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
    _id(),
    _to("community_id", "community"),
    _to("member_id", "member"),
    _to("zone_id", "zone", null=True),
    Column("text", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("state", String(16), nullable=False),
    Column("answer", JSON, nullable=False),
    Column("passed_to", String(40)),
    Column("feedback", String(40)),
    Index(None, "community_id", "state", "at"),
)

jobs = Table(
    "job",
    metadata,
    _id(),
    Column("name", String(60), nullable=False),
    Column("key", String(200), nullable=False),
    Column("room", String(120), nullable=False),
    Column("due", Moment, nullable=False),
    Column("payload", JSON, nullable=False),
    Column("state", String(16), nullable=False),
    Column("fence", Integer, nullable=False, default=0),
    Column("lease_until", Moment),
    Column("attempts", Integer, nullable=False, default=0),
    Column("error", Text),
    Index(None, "state", "due"),
    Index(None, "key", "state"),
)

spends = Table(
    "spend",
    metadata,
    _id(),
    _to("community_id", "community"),
    Column("day", String(10), nullable=False),
    Column("tokens_in", BigInteger, nullable=False, default=0),
    Column("tokens_out", BigInteger, nullable=False, default=0),
    UniqueConstraint("community_id", "day"),
)

audits = Table(
    "audit",
    metadata,
    _id(),
    Column("at", Moment, nullable=False),
    Column("account_id", Id),
    Column("community_id", Id),
    Column("action", String(60), nullable=False),
    Column("subject", String(120), nullable=False),
    Column("facts", JSON, nullable=False),
)
