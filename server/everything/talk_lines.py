"""The talk as ChatLab JSON lines, which `simmer import` reads again, and what ties it."""

from collections.abc import Iterator, Mapping, Sequence

from community.conversation import Link, Message, MessageKind, Reaction
from community.people import Community, Member, Zone
from server.everything.veil import Veil, pseudonym
from server.platform_ids import platform_id

Line = dict[str, object]
KINDS = {
    MessageKind.TEXT: 0,
    MessageKind.MEDIA: 1,
    MessageKind.FILE: 4,
    MessageKind.STICKER: 5,
    MessageKind.LINK: 7,
    MessageKind.SYSTEM: 80,
    MessageKind.OTHER: 99,
}
RECALLED = 81
SIMMER = "simmer"
"""Who stands as the sender of what Simmer posted itself."""


def header(home: Community, zone: Zone, at: float) -> Line:
    """How a ChatLab file begins; one file is one zone."""
    return {
        "_type": "header",
        "chatlab": {"version": "0.0.2", "exportedAt": int(at), "generator": "simmer"},
        "meta": {
            "name": f"{home.name} · {zone.name}",
            "platform": "simmer",
            "type": "group",
            "groupId": f"{home.slug}/{zone.key}",
        },
    }


def sender_of(member: Member) -> str:
    """By what id a member stands in the talk: the platform's, else one of ours."""
    return pseudonym(member) if member.opted_out else (member.external_id or f"m{member.id}")


def people_lines(members: Sequence[Member]) -> Iterator[Line]:
    """Those who talk, as ChatLab lists them."""
    for member in members:
        name = pseudonym(member) if member.opted_out else member.name
        aliases = [] if member.opted_out else list(member.aliases)
        yield {
            "_type": "member",
            "platformId": sender_of(member),
            "accountName": name,
            "aliases": aliases,
            "roles": [{"id": member.role.value}],
        }


def talk_lines(said: Sequence[Message], ids: Mapping[int, str], veil: Veil) -> Iterator[Line]:
    """What was said in public, oldest first; what was private is not in it.

    A recalled message stands without words, as ChatLab has it; hidden words stand as "".
    """
    for message in said:
        if message.to_id is not None:
            continue
        author = veil.people.get(message.author_id or 0)
        text = veil.text(message.text, message.author_id)
        yield {
            "_type": "message",
            "platformMessageId": platform_id(message),
            "sender": sender_of(author) if author else (SIMMER if message.by_simmer else ""),
            "accountName": "" if author else (SIMMER if message.by_simmer else ""),
            "timestamp": int(message.at.timestamp()),
            "type": RECALLED if message.recalled_at else KINDS[message.kind],
            "content": text or "",
            "replyToMessageId": ids.get(message.reply_to_id or 0),
            "simmer": {
                "id": message.id,
                "revision": message.revision,
                "withheld": text is None,
                "by_simmer": message.by_simmer,
                "approved_by": message.approved_by_id,
                "from_history": message.from_history,
            },
        }


def link_lines(links: Mapping[int, Link], ids: Mapping[int, str]) -> Iterator[Line]:
    """Who answers whom."""
    for id_, link in links.items():
        yield {
            "message": ids.get(id_),
            "parent": ids.get(link.parent_id or 0),
            "confidence": round(link.confidence, 4),
            "by": link.by.value,
        }


def reaction_lines(given: Sequence[Reaction], ids: Mapping[int, str], veil: Veil) -> Iterator[Line]:
    """One-touch answers; those of who opted out are left out."""
    for each in given:
        if not veil.is_hidden(each.member_id):
            yield {
                "message": ids.get(each.message_id),
                "member": each.member_id,
                "emoji": each.emoji,
                "at": each.at.isoformat(),
            }
