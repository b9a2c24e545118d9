"""Members of communities, the accounts they sign in with and their one-time links."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import cast

from sqlalchemy import RowMapping, insert, select, update

from community.errors import Conflict
from community.people import Account, Member, Role
from community.store.engine import Tx
from community.store.once import insert_once
from community.store.tables import accounts, signin_links
from community.store.tables import members as member_table


def _member(row: RowMapping) -> Member:
    fields = dict(row)
    fields["role"] = Role(row["role"])
    fields["aliases"] = tuple(row["aliases"])
    return Member(**fields)


def member_values(new: Member) -> dict[str, object]:
    """The row of a member, without its id."""
    return {
        "community_id": new.community_id,
        "account_id": new.account_id,
        "external_id": new.external_id,
        "name": new.name,
        "aliases": list(new.aliases),
        "role": new.role.value,
        "joined_at": new.joined_at,
        "left_at": new.left_at,
        "opted_out": new.opted_out,
        "profile": dict(new.profile),
    }


async def member(tx: Tx, member_id: int) -> Member | None:
    """The member with this id."""
    found = await tx.execute(select(member_table).where(member_table.c.id == member_id))
    row = found.mappings().one_or_none()
    return None if row is None else _member(row)


async def members(tx: Tx, community_id: int) -> tuple[Member, ...]:
    """The members of a community, in the order they were first seen."""
    statement = select(member_table).where(member_table.c.community_id == community_id)
    rows = await tx.execute(statement.order_by(member_table.c.id))
    return tuple(_member(row) for row in rows.mappings())


async def member_by_external_id(tx: Tx, community_id: int, external_id: str) -> Member | None:
    """The member a platform or an export knows by this id."""
    statement = select(member_table).where(
        member_table.c.community_id == community_id, member_table.c.external_id == external_id
    )
    row = (await tx.execute(statement)).mappings().one_or_none()
    return None if row is None else _member(row)


async def member_of_account(tx: Tx, community_id: int, account_id: int) -> Member | None:
    """Who this account is in the community; None where it is nobody."""
    statement = select(member_table).where(
        member_table.c.community_id == community_id, member_table.c.account_id == account_id
    )
    row = (await tx.execute(statement)).mappings().one_or_none()
    return None if row is None else _member(row)


async def members_of_account(tx: Tx, account_id: int) -> tuple[Member, ...]:
    """Every membership of an account, one per community."""
    statement = select(member_table).where(member_table.c.account_id == account_id)
    rows = await tx.execute(statement.order_by(member_table.c.community_id))
    return tuple(_member(row) for row in rows.mappings())


async def insert_member(tx: Tx, new: Member) -> Member:
    """Keep a member; the id is given here. An external id is used once in a community."""
    kept = await insert_once(tx, member_table, member_values(new))
    if kept is None:
        raise Conflict("member_already_there", name=new.name)
    return replace(new, id=kept)


async def update_member(tx: Tx, changed: Member) -> None:
    """Keep every field of a member as it is now."""
    await tx.execute(
        update(member_table).where(member_table.c.id == changed.id).values(member_values(changed))
    )


async def set_role(tx: Tx, member_id: int, role: Role) -> None:
    """Give a member another role."""
    await tx.execute(
        update(member_table).where(member_table.c.id == member_id).values(role=role.value)
    )


async def set_account(tx: Tx, member_id: int, account_id: int) -> None:
    """Say who signs in as this member."""
    await tx.execute(
        update(member_table).where(member_table.c.id == member_id).values(account_id=account_id)
    )


async def set_profile(tx: Tx, member_id: int, profile: Mapping[str, object]) -> None:
    """Replace what is known about a member as a whole."""
    await tx.execute(
        update(member_table).where(member_table.c.id == member_id).values(profile=dict(profile))
    )


async def account(tx: Tx, account_id: int) -> Account | None:
    """The account with this id."""
    columns = (accounts.c.id, accounts.c.name, accounts.c.language)
    found = await tx.execute(select(*columns).where(accounts.c.id == account_id))
    row = found.mappings().one_or_none()
    return None if row is None else Account(**dict(row))


async def insert_account(tx: Tx, new: Account, created_at: datetime) -> Account:
    """Keep an account; its id is given here."""
    statement = insert(accounts).values(name=new.name, language=new.language, created_at=created_at)
    kept = cast("int", await tx.scalar(statement.returning(accounts.c.id)))
    return replace(new, id=kept)


async def set_language(tx: Tx, account_id: int, language: str | None) -> None:
    """Keep the language an account wants its pages in; None follows the browser."""
    await tx.execute(update(accounts).where(accounts.c.id == account_id).values(language=language))


async def insert_signin_link(
    tx: Tx, digest: str, account_id: int, created_at: datetime, expires_at: datetime
) -> None:
    """Keep a one-time link by the digest of its token; the token itself is never kept."""
    await tx.execute(
        insert(signin_links).values(
            digest=digest, account_id=account_id, created_at=created_at, expires_at=expires_at
        )
    )


async def use_signin_link(tx: Tx, digest: str, now: datetime) -> int | None:
    """The account a link opens, once and before it expires; None afterwards."""
    statement = (
        update(signin_links)
        .where(
            signin_links.c.digest == digest,
            signin_links.c.used_at.is_(None),
            signin_links.c.expires_at > now,
        )
        .values(used_at=now)
        .returning(signin_links.c.account_id)
    )
    return cast("int | None", await tx.scalar(statement))
