"""Who sees a draft and who may accept it."""

from collections.abc import Sequence

from community.consequence import WARNS
from community.conversation import Message
from community.people import HOSTS, Member, Role
from community.store import members, messages
from community.store.engine import Tx
from community.suggestion import Speaker, Suggestion

OWN_NAME = frozenset({Speaker.EXPERT, Speaker.LEADER})


def may_see(suggestion: Suggestion, member: Member) -> bool:
    """Hosts see every draft, others only what would be posted in their own name."""
    return member.role in HOSTS or suggestion.speaker_id == member.id


def may_accept(suggestion: Suggestion, member: Member) -> bool:
    """Nobody is spoken for: an expert's or leader's words are accepted by themselves alone."""
    if suggestion.speaker in OWN_NAME and suggestion.speaker_id is not None:
        return suggestion.speaker_id == member.id
    return member.role in HOSTS


async def seen_by(tx: Tx, drafts: Sequence[Suggestion], me: Member) -> tuple[Suggestion, ...]:
    """The drafts that somebody may see: a warning goes to the owners, where there is one.

    Nobody decides on a warning to themselves, as long as there is somebody else who may.
    """
    grave = [each for each in drafts if each.move == WARNS and each.anchor_ids]
    if not grave or me.role not in HOSTS:
        return tuple(each for each in drafts if may_see(each, me))
    said = await messages.messages_by_id(tx, tuple(each.anchor_ids[0] for each in grave))
    everyone = await members.members(tx, me.community_id)
    hosts = [each for each in everyone if each.role in HOSTS and each.left_at is None]
    kept_from = {each.id for each in grave if not _decides(me, hosts, said.get(each.anchor_ids[0]))}
    return tuple(each for each in drafts if each.id not in kept_from and may_see(each, me))


def _decides(me: Member, hosts: Sequence[Member], said: Message | None) -> bool:
    author = None if said is None else said.author_id
    others = [each for each in hosts if each.id != author]
    owners = [each for each in others if each.role is Role.OWNER]
    return me.id in {each.id for each in owners or others or hosts}
