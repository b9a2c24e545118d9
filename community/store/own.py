"""What is kept of one member: their own words, reactions, drafts in their name and questions."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import RowMapping, func, select

from community.store.engine import Tx
from community.store.tables import messages, questions, reactions, suggestions, zones

_DRAFTED = (
    suggestions.c.id,
    suggestions.c.move,
    suggestions.c.text,
    suggestions.c.state,
    suggestions.c.created_at,
)
_SAID = (
    messages.c.id,
    zones.c.name.label("zone"),
    messages.c.at,
    messages.c.text,
    messages.c.kind,
    messages.c.reply_to_id,
    messages.c.edited_at,
    messages.c.recalled_at,
)
_GAVE = (reactions.c.message_id, reactions.c.emoji, reactions.c.at)
_ASKED = (questions.c.id, questions.c.text, questions.c.at, questions.c.state)


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """How much somebody said, and from when to when."""

    messages: int
    reactions: int
    questions: int
    first_at: datetime | None
    last_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnRows:
    """The rows of one member, oldest first; nobody else's words are among them."""

    messages: tuple[RowMapping, ...]
    reactions: tuple[RowMapping, ...]
    drafts: tuple[RowMapping, ...]
    questions: tuple[RowMapping, ...]


async def amount_of(tx: Tx, member_id: int) -> Amount:
    """How much of a member is kept; what they recalled counts as a message without words."""
    said = select(
        func.count().label("many"),
        func.min(messages.c.at).label("first_at"),
        func.max(messages.c.at).label("last_at"),
    ).where(messages.c.author_id == member_id)
    row = (await tx.execute(said)).one()
    gave = select(func.count()).where(reactions.c.member_id == member_id)
    asked = select(func.count()).where(questions.c.member_id == member_id)
    return Amount(
        messages=row.many,
        reactions=await tx.scalar(gave) or 0,
        questions=await tx.scalar(asked) or 0,
        first_at=row.first_at,
        last_at=row.last_at,
    )


async def own_rows(tx: Tx, member_id: int) -> OwnRows:
    """Everything a member said, gave, asked, and what was drafted in their name."""
    said = (
        select(*_SAID)
        .join(zones, zones.c.id == messages.c.zone_id)
        .where(messages.c.author_id == member_id)
        .order_by(messages.c.at, messages.c.id)
    )
    gave = select(*_GAVE).where(reactions.c.member_id == member_id).order_by(reactions.c.at)
    drafted = (
        select(*_DRAFTED).where(suggestions.c.speaker_id == member_id).order_by(suggestions.c.id)
    )
    asked = select(*_ASKED).where(questions.c.member_id == member_id).order_by(questions.c.id)
    found = [(await tx.execute(each)).mappings().all() for each in (said, gave, drafted, asked)]
    return OwnRows(
        messages=tuple(found[0]),
        reactions=tuple(found[1]),
        drafts=tuple(found[2]),
        questions=tuple(found[3]),
    )
