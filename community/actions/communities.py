"""Communities are made by somebody, who owns them, with one zone to begin in."""

import re
from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from community.errors import Invalid
from community.people import Account, Community, Member, Role, Zone
from community.store import communities, members
from community.store.engine import Tx

FIRST_ZONE = {"zh": "主群", "en": "Main room"}


def slug_of(name: str) -> str:
    """A short name for addresses; empty where no Latin letter or digit is in it."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:60]


async def free_slug(tx: Tx, name: str) -> str:
    """A short name no community has yet."""
    wanted, number = slug_of(name) or "group", 1
    slug = wanted
    while await communities.community_by_slug(tx, slug) is not None:
        number += 1
        slug = f"{wanted}-{number}"
    return slug


async def found_community(
    tx: Tx, *, name: str, language: str, timezone: str, at: datetime
) -> Community:
    """Make a community without zones or members, to be filled by an import."""
    clean = " ".join(name.split())
    if not clean:
        raise Invalid("community_name_empty")
    try:
        ZoneInfo(timezone)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise Invalid("timezone_unknown", timezone=timezone) from error
    new = Community(
        id=0,
        slug=await free_slug(tx, clean),
        name=clean,
        language=language,
        timezone=timezone,
        created_at=at,
    )
    return await communities.insert_community(tx, new)


async def create_community(
    tx: Tx, *, name: str, language: str, timezone: str, owner: Account, at: datetime
) -> tuple[Community, Member]:
    """Make a community with one zone; who makes it is its owner."""
    made = await found_community(tx, name=name, language=language, timezone=timezone, at=at)
    zone = Zone(id=0, community_id=made.id, key="main", name=FIRST_ZONE[language])
    await communities.insert_zone(tx, zone)
    first = Member(
        id=0,
        community_id=made.id,
        name=owner.name,
        role=Role.OWNER,
        account_id=owner.id,
        joined_at=at,
    )
    return made, await members.insert_member(tx, first)
