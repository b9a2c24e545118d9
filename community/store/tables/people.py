"""Who is here: accounts, communities, zones, members."""

from sqlalchemy import JSON, BigInteger, Boolean, Column, String, Table, UniqueConstraint

from community.store.tables.columns import Id, Moment, metadata, own_id, to

accounts = Table(
    "account",
    metadata,
    own_id(),
    Column("name", String(200), nullable=False),
    Column("language", String(8)),
    Column("created_at", Moment, nullable=False),
)

signin_links = Table(
    "signin_link",
    metadata,
    own_id(),
    Column("digest", String(64), nullable=False, unique=True),
    to("account_id", "account"),
    Column("created_at", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False),
    Column("used_at", Moment),
)

communities = Table(
    "community",
    metadata,
    own_id(),
    Column("slug", String(80), nullable=False, unique=True),
    Column("name", String(200), nullable=False),
    Column("language", String(8), nullable=False),
    Column("timezone", String(64), nullable=False),
    Column("is_sample", Boolean, nullable=False, default=False),
    Column("settings", JSON, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("parent_id", Id),
    Column("began_on", String(10)),
)

zones = Table(
    "zone",
    metadata,
    own_id(),
    to("community_id", "community"),
    Column("key", String(120), nullable=False),
    Column("name", String(200), nullable=False),
    Column("purpose", String(16), nullable=False),
    Column("muted", Boolean, nullable=False, default=False),
    UniqueConstraint("community_id", "key"),
)

members = Table(
    "member",
    metadata,
    own_id(),
    to("community_id", "community"),
    to("account_id", "account", null=True),
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

reads = Table(
    "read",
    metadata,
    own_id(),
    to("member_id", "member"),
    to("zone_id", "zone"),
    Column("message_id", Id, nullable=False),
    UniqueConstraint("member_id", "zone_id"),
)

audits = Table(
    "audit",
    metadata,
    own_id(),
    Column("at", Moment, nullable=False),
    Column("account_id", Id),
    Column("community_id", Id),
    Column("action", String(60), nullable=False),
    Column("subject", String(120), nullable=False),
    Column("facts", JSON, nullable=False),
)

spends = Table(
    "spend",
    metadata,
    own_id(),
    to("community_id", "community"),
    Column("day", String(10), nullable=False),
    Column("tokens_in", BigInteger, nullable=False, default=0),
    Column("tokens_out", BigInteger, nullable=False, default=0),
    UniqueConstraint("community_id", "day"),
)
