"""What a command means by the name of a community or a member."""

from community.errors import NotFound
from community.people import Community, Member
from community.store import Tx, communities, members


async def community_called(tx: Tx, name: str) -> Community:
    """The community with this short name or name."""
    found = await communities.community_by_slug(tx, name)
    found = found or await communities.community_by_name(tx, name)
    if found is None:
        known = ", ".join(each.slug for each in await communities.all_communities(tx))
        raise NotFound("community_not_found", name=name, known=known or "–")
    return found


async def member_called(tx: Tx, community: Community, name: str) -> Member:
    """The member with this name or alias."""
    for each in await members.members(tx, community.id):
        if name in (each.name, *each.aliases):
            return each
    raise NotFound("member_not_found", name=name)
