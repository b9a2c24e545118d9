"""From an accepted draft to the outbox: in whose name, to whom, if its platform takes it."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from community.citing import without_marks
from community.consequence import TAKE_DOWN, WARNS, Notice
from community.delivery import Capabilities, Delivery, DeliveryState, check_fits
from community.jobs import Job, JobQueue
from community.review import Decision, Review
from community.store import messages, outbox
from community.store.engine import Tx
from community.suggestion import Audience, Speaker, Suggestion

UNDO_WINDOW = timedelta(seconds=10)
"""How long a decision can be taken back; an accepted text waits as long before it is posted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Posting:
    """How an accepted text is posted: what its platform takes, and how long it can be undone.

    `notice` is what the author of a message is told where accepting does something to it: then
    this alone is posted, and the rest is done with it (consequences.py).
    """

    platform: Capabilities
    undo_window: timedelta = UNDO_WINDOW
    notice: Notice | None = None


def leaves(suggestion: Suggestion) -> bool:
    """Whether it is posted at all: private words to nobody in particular would reach everybody."""
    to_somebody = suggestion.audience is Audience.PUBLIC or suggestion.to_id is not None
    return suggestion.audience is not Audience.FACILITATOR and to_somebody


def acts(notice: Notice | None) -> bool:
    """Whether accepting does something here; elsewhere a person does it by hand."""
    return notice is not None and not notice.consequence.by_hand


async def post_accepted(
    tx: Tx, queue: JobQueue[Tx], suggestion: Suggestion, review: Review, posting: Posting
) -> None:
    """Put an accepted text into the outbox; it leaves when it can no longer be undone."""
    due = review.at + posting.undo_window
    new = await _delivery(tx, suggestion, review, due, posting.notice)
    text = without_marks(new.text, suggestion.anchor_ids)
    check_fits(text, posting.platform, private=new.to_id is not None)
    kept = await outbox.insert_delivery(tx, new)
    if kept is not None:
        await queue.put(tx, deliver_job(kept))


async def note_copied(
    tx: Tx, suggestion: Suggestion, review: Review, notice: Notice | None
) -> None:
    """Note a text that a person carries out by hand, as it leaves."""
    new = await _delivery(tx, suggestion, review, review.at, notice)
    text = without_marks(new.text, suggestion.anchor_ids)
    await outbox.insert_delivery(tx, replace(new, state=DeliveryState.COPIED, text=text))


def deliver_job(delivery: Delivery) -> Job:
    """The job that posts it; deliveries of one zone keep their order."""
    return Job(
        name="deliver",
        key=f"deliver:{delivery.id}",
        room=f"outbox:{delivery.zone_id}",
        due=delivery.not_before,
        payload={"delivery": delivery.id},
    )


async def _delivery(
    tx: Tx,
    suggestion: Suggestion,
    review: Review,
    not_before: datetime,
    notice: Notice | None,
) -> Delivery:
    """In whose name, to whom and in answer to what an accepted text is posted."""
    by_simmer = suggestion.speaker is Speaker.SIMMER
    private = suggestion.audience is Audience.PRIVATE
    new = Delivery(
        id=0,
        idempotency_key=f"suggestion:{suggestion.id}:{review.id}",
        community_id=suggestion.community_id,
        zone_id=suggestion.zone_id,
        suggestion_id=suggestion.id,
        author_id=None if by_simmer else review.member_id,
        to_id=suggestion.to_id if private else None,
        reply_to_id=await _answered(tx, suggestion),
        approved_by_id=review.member_id,
        text=(review.text or suggestion.text).strip(),
        not_before=not_before,
        created_at=review.at,
    )
    return new if notice is None else _noticed(new, review, notice)


async def _answered(tx: Tx, suggestion: Suggestion) -> int | None:
    """The first anchor, where it is a message of the person the text is for."""
    if not suggestion.anchor_ids or suggestion.to_id is None:
        return None
    anchor = await messages.message(tx, suggestion.anchor_ids[0])
    same = anchor is not None and anchor.author_id == suggestion.to_id
    return anchor.id if anchor is not None and same and anchor.recalled_at is None else None


def _noticed(new: Delivery, review: Review, notice: Notice) -> Delivery:
    """The private line to the author: of a removal in Simmer's name, of a warning in one's own."""
    about = notice.consequence
    own = review.text if review.decision is Decision.EDIT else None
    stays = about.move == WARNS and review.reason != TAKE_DOWN
    return replace(
        new,
        author_id=review.member_id if about.move == WARNS else None,
        to_id=about.author_id,
        reply_to_id=about.message_id if stays else None,
        text=(own or notice.text).strip(),
    )
