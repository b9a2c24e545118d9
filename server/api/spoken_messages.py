"""A message as the room page shows it to one reader."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from pydantic import BaseModel

from community.actions.removals import removed_among
from community.conversation import Link, LinkSource, Message, MessageKind, Reaction
from community.people import Member, Role
from community.store import Tx, links, members, messages, reactions
from community.store.suggestions import anchors_of
from server.api.cited_messages import CitedOut, cited_in
from server.api.heard_marks import MarkOut, marks_shown
from server.auth import Here

QUOTED = 120
"""Characters of the answered message that are shown above a reply."""


class AuthorOut(BaseModel):
    """Who said it."""

    id: int
    name: str
    role: Role


class ReplyOut(BaseModel):
    """The message that is answered, shortened."""

    id: int
    author: str | None
    text: str


class MessageLinkOut(BaseModel):
    """Which message it answers, how surely (0–1; below .5 it is a guess) and who says so.

    `parent_id` null starts a topic. `answers` is the message it answers, where no reply shows it.
    """

    parent_id: int | None
    confidence: float
    by: LinkSource
    answers: ReplyOut | None


class ReactionOut(BaseModel):
    """How many gave one emoji, and whether the person who asks did."""

    emoji: str
    count: int
    mine: bool


class MessageOut(BaseModel):
    """What one member, or Simmer from its own account, said once.

    `thread` is the id of the message its topic starts with; `private` marks one that only two
    people can see. `approved_by` names who approved what Simmer says. `drafted` says that the
    words began as a draft of Simmer's, whoever posted them. `cited` are the messages behind the
    marks in a drafted text. `removed` says that it was taken down here and can be put back.
    `link` is null until it was judged what it answers; `marks` are empty for who hosts no room.
    """

    id: int
    author: AuthorOut | None
    by_simmer: bool
    approved_by: str | None
    drafted: bool
    at: datetime
    text: str
    kind: MessageKind
    cited: list[CitedOut]
    reply_to: ReplyOut | None
    private: bool
    edited: bool
    recalled: bool
    removed: bool
    reactions: list[ReactionOut]
    thread: int | None
    link: MessageLinkOut | None
    marks: list[MarkOut]


class MessagesOut(BaseModel):
    """Messages, oldest first; `more` says that there are earlier ones."""

    messages: list[MessageOut]
    more: bool


@dataclass(frozen=True, slots=True)
class _Around:
    members: Mapping[int, Member]
    answered: Mapping[int, Message]
    evidence: Mapping[int, tuple[int, ...]]
    known: Mapping[int, Message]
    reactions: Sequence[Reaction]
    links: Mapping[int, tuple[Link, int]]
    marks: Mapping[int, list[MarkOut]]
    removed: frozenset[int]
    me: Member

    def name(self, member_id: int | None) -> str | None:
        found = self.members.get(member_id or 0)
        return found.name if found else None


def visible(said: Message, reader: Member) -> bool:
    """Private messages are for the two people they are between."""
    return said.to_id is None or reader.id in (said.to_id, said.author_id)


async def shown(tx: Tx, said: Sequence[Message], here: Here) -> list[MessageOut]:
    """Messages of one zone with their authors, replies, reactions, threads and marks."""
    ids = [each.id for each in said]
    tied = await links.links_and_roots(tx, ids)
    parents = {link.parent_id for link, _ in tied.values()}
    answered_ids = {each for each in parents | {one.reply_to_id for one in said} if each}
    drafted = {each.suggestion_id for each in said if each.suggestion_id is not None}
    evidence = await anchors_of(tx, drafted) if drafted else {}
    wanted = answered_ids.union(*evidence.values())
    known = await messages.messages_by_id(tx, tuple(wanted))
    around = _Around(
        {member.id: member for member in await members.members(tx, here.community.id)},
        {id_: each for id_, each in known.items() if visible(each, here.me)},
        evidence,
        known,
        await reactions.reactions_of(tx, ids),
        tied,
        await marks_shown(tx, said, here),
        await removed_among(tx, tuple(said)),
        here.me,
    )
    return [_out(each, around) for each in said]


def _out(said: Message, around: _Around) -> MessageOut:
    return MessageOut(
        id=said.id,
        author=_author(said, around),
        by_simmer=said.by_simmer,
        approved_by=around.name(said.approved_by_id) if said.by_simmer else None,
        drafted=said.suggestion_id is not None,
        at=said.at,
        text=said.text,
        kind=said.kind,
        cited=_cited(said, around),
        reply_to=_quote(said.reply_to_id, around),
        private=said.to_id is not None,
        edited=said.edited_at is not None,
        recalled=said.recalled_at is not None,
        removed=said.id in around.removed,
        reactions=_reactions(said, around),
        thread=around.links[said.id][1] if said.id in around.links else None,
        link=_link(said, around),
        marks=around.marks.get(said.id, []),
    )


def _cited(said: Message, around: _Around) -> list[CitedOut]:
    evidence = around.evidence.get(said.suggestion_id or 0, ())
    return cited_in(said.text, evidence, around.known, around.members)


def _author(said: Message, around: _Around) -> AuthorOut | None:
    found = around.members.get(said.author_id or 0)
    return AuthorOut(id=found.id, name=found.name, role=found.role) if found else None


def _link(said: Message, around: _Around) -> MessageLinkOut | None:
    if said.id not in around.links:
        return None
    link, _ = around.links[said.id]
    shows = link.by is LinkSource.PLATFORM and link.parent_id == said.reply_to_id
    return MessageLinkOut(
        parent_id=link.parent_id,
        confidence=link.confidence,
        by=link.by,
        answers=None if shows else _quote(link.parent_id, around),
    )


def _quote(message_id: int | None, around: _Around) -> ReplyOut | None:
    found = around.answered.get(message_id or 0)
    if found is None:
        return None
    author = "Simmer" if found.by_simmer else around.name(found.author_id)
    return ReplyOut(id=found.id, author=author, text=found.text[:QUOTED])


def _reactions(said: Message, around: _Around) -> list[ReactionOut]:
    given = [each for each in around.reactions if each.message_id == said.id]
    mine = {each.emoji for each in given if each.member_id == around.me.id}
    counts = Counter(each.emoji for each in given)
    return [
        ReactionOut(emoji=emoji, count=count, mine=emoji in mine) for emoji, count in counts.items()
    ]
