"""What every table is built of: ids, moments in UTC, and the names of constraints."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import (
    BigInteger,
    Column,
    Dialect,
    ForeignKey,
    Integer,
    MetaData,
    TypeDecorator,
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


def own_id() -> Column[int]:
    """Make the primary key every table has."""
    return Column("id", Id, primary_key=True, autoincrement=True)


def to(name: str, table: str, *, null: bool = False) -> Column[int]:
    """Make a column that points at a row of another table and falls with it."""
    return Column(name, Id, ForeignKey(f"{table}.id", ondelete="CASCADE"), nullable=null)
