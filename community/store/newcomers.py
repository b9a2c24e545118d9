"""Members of a file beside those who are known: who is new, who is somebody already met."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime

from community.people import Member, Role
from community.store.engine import Tx
from community.store.members import insert_member, members, update_member
from community.store.staging import StagedMember, Staging

NAMED = "name:"
"""How the key of a member begins of whom only the name is known."""

ROLES = (
    (Role.OWNER, ("owner", "群主", "creator")),
    (Role.EXPERT, ("expert", "专家", "顾问", "director", "mentor", "导师")),
    (Role.ASSISTANT, ("assistant", "助理", "助教", "小助手")),
    (Role.FACILITATOR, ("admin", "host", "facilitator", "管理员", "主持", "运营", "moderator")),
    (Role.LEADER, ("leader", "负责人", "组长", "队长")),
)


@dataclass(slots=True)
class Newcomers:
    """What became of a file's members: their ids by key, how many are new, who joined."""

    ids: dict[str, int] = field(default_factory=dict[str, int])
    new: int = 0
    joins: int = 0


def role_of(words: Iterable[str]) -> Role:
    """The role that a platform's own words for somebody come to."""
    given = [word.casefold() for word in words]
    for role, signs in ROLES:
        if any(sign in word for word in given for sign in signs):
            return role
    return Role.MEMBER


async def resolve_members(tx: Tx, community_id: int, staging: Staging) -> Newcomers:
    """Keep the members of a file, each once.

    A platform's id decides; where only a name is known, the one member who bears it (as a name
    or an alias) is meant, and only if nobody does or several do somebody new is made.
    """
    known = list(await members(tx, community_id))
    by_id = {one.external_id: one for one in known if one.external_id}
    by_name: defaultdict[str, list[Member]] = defaultdict(list)
    for one in known:
        for name in (one.name, *one.aliases):
            by_name[name].append(one)
    met = Newcomers()
    staged = dict(staging.members)
    for key in staging.authors():
        staged.setdefault(key, StagedMember(name=key.removeprefix(NAMED)[:200]))
    for key, one in sorted(staged.items(), key=lambda entry: entry[0].startswith(NAMED)):
        found = by_id.get(key) or _of_this_name(key, one, by_name)
        kept = await _keep(tx, community_id, key, one, found, met)
        met.ids[key] = kept.id
        by_id[key] = kept
        for name in (kept.name, *kept.aliases):
            same = [other for other in by_name[name] if other.id != kept.id]
            by_name[name] = [*same, kept]
    return met


def _of_this_name(
    key: str, one: StagedMember, by_name: defaultdict[str, list[Member]]
) -> Member | None:
    """The one member of this name; a platform's id takes over one known by name alone."""
    bearers = {member.id: member for name in (one.name, *one.aliases) for member in by_name[name]}
    if not key.startswith(NAMED):
        bearers = {
            number: member
            for number, member in bearers.items()
            if (member.external_id or NAMED).startswith(NAMED)
        }
    return next(iter(bearers.values())) if len(bearers) == 1 else None


async def _keep(
    tx: Tx,
    community_id: int,
    key: str,
    one: StagedMember,
    found: Member | None,
    met: Newcomers,
) -> Member:
    if found is None:
        met.new += 1
        met.joins += one.joined_at is not None
        new = Member(
            id=0,
            community_id=community_id,
            name=one.name,
            role=role_of(one.roles),
            aliases=tuple(name for name in one.aliases if name != one.name),
            external_id=key,
            joined_at=one.joined_at,
            left_at=one.left_at,
        )
        return await insert_member(tx, new)
    changed = _merged(found, key, one)
    met.joins += found.joined_at is None and changed.joined_at is not None
    if changed != found:
        await update_member(tx, changed)
    return changed


def _merged(found: Member, key: str, one: StagedMember) -> Member:
    """The known member with what a file adds: other names, an earlier join, a leave."""
    names = dict.fromkeys((*found.aliases, one.name, *one.aliases))
    takes_over = not key.startswith(NAMED) and (found.external_id or NAMED).startswith(NAMED)
    return replace(
        found,
        aliases=tuple(name for name in names if name != found.name),
        external_id=key if takes_over else found.external_id,
        joined_at=earliest(found.joined_at, one.joined_at),
        left_at=_left(found.left_at, one),
    )


def earliest(first: datetime | None, second: datetime | None) -> datetime | None:
    """The earlier of two moments, of which either may be unknown."""
    known = [moment for moment in (first, second) if moment is not None]
    return min(known, default=None)


def _left(before: datetime | None, one: StagedMember) -> datetime | None:
    """When somebody left for the last time; None while they are here."""
    if one.left_at is not None:
        return one.left_at if before is None else max(before, one.left_at)
    if before is not None and one.joined_at is not None and one.joined_at > before:
        return None
    return before
