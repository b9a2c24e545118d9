"""Communities are made by somebody, who owns them, with one zone to begin in."""

import re
import unicodedata
from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from community.errors import Conflict, Invalid
from community.people import Account, Community, Member, Role, Zone
from community.store import communities, members
from community.store.engine import Tx

FIRST_ZONE = {"zh": "主群", "en": "Main room"}

LONGEST_NAME = 60
"""Characters of the name of a community a person makes on a page."""


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


def _seen(name: str) -> str:
    """A name as the eye compares it: widths, cases, spaces and signs without a shape aside."""
    plain = unicodedata.normalize("NFKC", name).casefold()
    return "".join(letter for letter in plain if unicodedata.category(letter)[0] not in "CZ")


async def check_name(tx: Tx, name: str) -> str:
    """The name without needless spaces; refused where it is empty, too long, or in use here."""
    clean = " ".join(re.sub(r"[\x00-\x1f\x7f]", " ", name).split())
    if not _seen(clean):
        raise Invalid("community_name_empty")
    if len(clean) > LONGEST_NAME:
        over = len(clean) - LONGEST_NAME
        raise Invalid("community_name_too_long", over=over, limit=LONGEST_NAME)
    for other in await communities.all_communities(tx):
        if _seen(other.name) == _seen(clean):
            raise Conflict("community_name_taken", name=other.name)
    return clean


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
    """Make a community with one zone and a name of its own here; who makes it is its owner."""
    clean = await check_name(tx, name)
    made = await found_community(tx, name=clean, language=language, timezone=timezone, at=at)
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
