"""What an accepted removal or warning does to a message; with its notice, or not at all."""

from datetime import datetime

from community.actions.removals import REMOVED, recall_message
from community.consequence import REMOVES, TAKE_DOWN, WARNS, Consequence
from community.conversation import Message
from community.delivery import Delivery
from community.errors import Conflict
from community.review import Review, Subject
from community.store import audits, members, messages, reviews, revisions, suggestions
from community.store.engine import Tx
from community.suggestion import Suggestion

WARNED = "member_warned"
QUOTED = 400
"""Characters of the words that are kept as evidence."""
WORDS_MOST = 200
CHANGED = frozenset({"message_gone", "message_changed"})
"""Why an accepted removal was not carried out."""


async def consequence_of(tx: Tx, draft: Suggestion) -> Consequence | None:
    """What accepting a draft does; None where it is words alone, or the message is gone."""
    if draft.move not in (REMOVES, WARNS) or not draft.anchor_ids:
        return None
    said = await messages.message(tx, draft.anchor_ids[0])
    if said is None or said.author_id is None or said.to_id is not None:
        return None
    if said.recalled_at is not None or said.by_simmer:
        return None
    return Consequence(
        move=draft.move,
        message_id=said.id,
        author_id=said.author_id,
        words=said.text,
        by_hand=said.from_history or not await messages.was_said_here(tx, said.id),
    )


async def carry_out(tx: Tx, notice: Delivery, at: datetime) -> Message | None:
    """Do what was accepted, in the transaction that posts its notice; what was taken down.

    The message must stand as it did when it was accepted: what a person did not read is not
    taken down. Conflict `message_gone` or `message_changed` where it does not.
    """
    draft = await suggestions.suggestion(tx, notice.suggestion_id or 0)
    if draft is None or draft.move not in (REMOVES, WARNS) or not draft.anchor_ids:
        return None
    said = await messages.message(tx, draft.anchor_ids[0])
    review = await reviews.last_review(tx, Subject.SUGGESTION, draft.id)
    if said is None or review is None:
        raise Conflict("message_gone")
    down = draft.move == REMOVES or review.reason == TAKE_DOWN
    (then,) = await revisions.as_of(tx, (said,), review.at)
    gone = await _taken_down(tx, said, then, at) if down else None
    by = await members.member(tx, review.member_id)
    account = None if by is None else by.account_id
    if draft.move == WARNS:
        await _note(tx, WARNED, then, draft, review, account, at)
    if gone is not None:
        await _note(tx, REMOVED, then, draft, review, account, at)
    return gone


async def _taken_down(tx: Tx, said: Message, then: Message, at: datetime) -> Message:
    if said.recalled_at is not None:
        raise Conflict("message_gone")
    if said.text != then.text:
        raise Conflict("message_changed")
    gone = await recall_message(tx, said, at=at)
    if gone is None:
        raise Conflict("message_gone")
    return gone


async def _note(
    tx: Tx,
    action: str,
    said: Message,
    draft: Suggestion,
    review: Review,
    account_id: int | None,
    at: datetime,
) -> None:
    """Keep who decided it and on which words."""
    await audits.insert_audit(
        tx,
        at=at,
        action=action,
        subject=f"message:{said.id}",
        community_id=said.community_id,
        account_id=account_id,
        facts={
            "per_mille": round(1000 * draft.confidence),
            "words": str(draft.why.facts.get("words", ""))[:WORDS_MOST],
            "quote": said.text[:QUOTED],
            "suggestion": draft.id,
            "by": review.member_id,
            "move": draft.move,
        },
    )
