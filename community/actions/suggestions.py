"""Suggestions: offered by Simmer, decided once by a person, posted once or not at all."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from community.actions.posting import (
    UNDO_WINDOW,
    Posting,
    acts,
    leaves,
    note_copied,
    post_accepted,
)
from community.actions.seeing import may_accept, seen_by
from community.calling import called_in
from community.consequence import TAKE_DOWN, WARNS, Notice
from community.delivery import Delivery, DeliveryState
from community.errors import Conflict, Invalid, NotAllowed, NotFound
from community.jobs import Job, JobQueue
from community.people import Member
from community.review import Decision, Review, Subject
from community.store import members, outbox, reviews
from community.store import suggestions as rows
from community.store.engine import Tx
from community.suggestion import Audience, Speaker, Suggestion, SuggestionState

OPEN = frozenset({SuggestionState.OFFERED, SuggestionState.SNOOZED})
BLANK = "____"
OWN_LINE = frozenset({"host_first", "bonding"})
"""Moves whose blanks are for a line of the host's own: with one left nothing is posted."""
POSTING = frozenset({Decision.ACCEPT, Decision.EDIT})
_STATE_AFTER = {
    Decision.ACCEPT: SuggestionState.ACCEPTED,
    Decision.EDIT: SuggestionState.ACCEPTED,
    Decision.DISMISS: SuggestionState.DISMISSED,
    Decision.SNOOZE: SuggestionState.SNOOZED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a person says about a suggestion.

    `text` is their own wording where they edited, or one of the other wordings where they accept.
    `take_down` has a warned message taken down too.
    """

    decision: Decision
    text: str | None = None
    reason: str | None = None
    until: datetime | None = None
    take_down: bool = False


async def offer_suggestion(
    tx: Tx, queue: JobQueue[Tx], suggestion: Suggestion
) -> Suggestion | None:
    """Put a draft before people; None where it was offered before."""
    kept = await rows.insert_suggestion(tx, suggestion)
    if kept is not None and kept.expires_at is not None:
        await queue.put(tx, _turn_job(kept.id, kept.expires_at))
    return kept


def _turn_job(suggestion_id: int, due: datetime) -> Job:
    key = f"expire:{suggestion_id}:{due.timestamp():.0f}"
    return Job(name="expire", key=key, room=key, due=due, payload={"suggestion": suggestion_id})


def _check(suggestion: Suggestion, by: Member, verdict: Verdict, at: datetime) -> None:
    if verdict.decision in POSTING and not may_accept(suggestion, by):
        raise NotAllowed("not_your_name")
    if suggestion.state not in OPEN:
        raise Conflict("suggestion_already_decided", state=suggestion.state.value)
    if verdict.decision is Decision.EDIT and not (verdict.text or "").strip():
        raise Invalid("edit_needs_text")
    if verdict.decision is Decision.ACCEPT and not _is_offered(suggestion, verdict.text):
        raise Invalid("wording_not_offered")
    if verdict.decision is Decision.SNOOZE and (verdict.until is None or verdict.until <= at):
        raise Invalid("snooze_needs_later_moment")


async def _check_called(tx: Tx, suggestion: Suggestion, by: Member, verdict: Verdict) -> None:
    """Nobody calls themselves with an @: what one of several hosts accepts may name another."""
    note = suggestion.audience is Audience.FACILITATOR
    text = _worded(suggestion, verdict)
    if note or suggestion.speaker is Speaker.SIMMER or "@" not in text:
        return
    people = await members.members(tx, suggestion.community_id)
    called = called_in(text, (name for each in people for name in (each.name, *each.aliases)))
    own = next((name for name in called if name in (by.name, *by.aliases)), None)
    if own is not None:
        raise Invalid("calls_yourself", name=own)


def _is_offered(suggestion: Suggestion, text: str | None) -> bool:
    """Whether these words were put before people: what is accepted unread is never others'."""
    return text is None or text in {suggestion.text, *(each.text for each in suggestion.sound)}


async def _found(tx: Tx, suggestion_id: int, by: Member) -> Suggestion:
    found = await rows.suggestion(tx, suggestion_id)
    if found is None or found.community_id != by.community_id or not await seen_by(tx, [found], by):
        raise NotFound("not_found")
    return found


async def _decide(
    tx: Tx, suggestion: Suggestion, by: Member, verdict: Verdict, at: datetime
) -> Review:
    _check(suggestion, by, verdict, at)
    if verdict.decision in POSTING:
        await _check_called(tx, suggestion, by, verdict)
    state = _STATE_AFTER[verdict.decision]
    until = verdict.until if state is SuggestionState.SNOOZED else None
    if not await rows.set_state(
        tx, suggestion.id, was=suggestion.state, to=state, snoozed_until=until
    ):
        raise Conflict("suggestion_already_decided", state=suggestion.state.value)
    review = Review(
        id=0,
        community_id=suggestion.community_id,
        subject=Subject.SUGGESTION,
        subject_id=suggestion.id,
        member_id=by.id,
        decision=verdict.decision,
        at=at,
        text=verdict.text if verdict.decision in POSTING else None,
        reason=TAKE_DOWN if verdict.take_down else verdict.reason,
    )
    return await reviews.insert_review(tx, review)


async def review_suggestion(
    tx: Tx,
    queue: JobQueue[Tx],
    *,
    suggestion_id: int,
    by: Member,
    verdict: Verdict,
    at: datetime,
    posting: Posting,
) -> Review:
    """Decide on a draft, once; an accepted one is posted when it can no longer be undone.

    What the platform does not take is not accepted.
    """
    notice = posting.notice
    found = await _found(tx, suggestion_id, by)
    if verdict.decision in POSTING and found.move in OWN_LINE and BLANK in _worded(found, verdict):
        raise Invalid("blanks_left")
    _check_notice(verdict, notice)
    review = await _decide(tx, found, by, verdict, at)
    if verdict.decision is Decision.SNOOZE and verdict.until is not None:
        await queue.put(tx, _turn_job(found.id, verdict.until))
    if verdict.decision in POSTING and (leaves(found) or acts(notice)):
        await post_accepted(tx, queue, found, review, posting)
    return review


def _check_notice(verdict: Verdict, notice: Notice | None) -> None:
    warns = notice is not None and notice.consequence.move == WARNS and acts(notice)
    if verdict.take_down and not (warns and verdict.decision in POSTING):
        raise Invalid("nothing_to_take_down")
    same = notice is not None and notice.consequence.same_for_all
    if verdict.decision is Decision.EDIT and same:
        raise Invalid("same_for_everybody")


def _worded(suggestion: Suggestion, verdict: Verdict) -> str:
    return verdict.text or suggestion.text


async def undo_suggestion(
    tx: Tx, *, suggestion_id: int, by: Member, at: datetime, undo_window: timedelta = UNDO_WINDOW
) -> Suggestion:
    """Take one's own decision back while there is time; nothing has been posted then."""
    found = await _found(tx, suggestion_id, by)
    review = await reviews.last_review(tx, Subject.SUGGESTION, suggestion_id)
    if review is None or found.state in (SuggestionState.OFFERED, SuggestionState.EXPIRED):
        raise Conflict("nothing_to_undo")
    if review.member_id != by.id:
        raise NotAllowed("not_your_decision")
    sent = (await outbox.deliveries_of(tx, [suggestion_id])).get(suggestion_id)
    if at > review.at + undo_window or not await _held_back(tx, sent, at):
        raise Conflict("too_late_to_undo")
    await reviews.set_undone(tx, review.id, at)
    await rows.set_state(tx, found.id, was=found.state, to=SuggestionState.OFFERED)
    return replace(found, state=SuggestionState.OFFERED, snoozed_until=None)


async def _held_back(tx: Tx, sent: Delivery | None, at: datetime) -> bool:
    if sent is None:
        return True
    still = sent.state if sent.state is DeliveryState.COPIED else DeliveryState.PENDING
    return await outbox.move_delivery(tx, sent.id, was=still, to=DeliveryState.TAKEN_BACK, at=at)


async def mark_posted(
    tx: Tx,
    *,
    suggestion_id: int,
    by: Member,
    at: datetime,
    text: str | None = None,
    notice: Notice | None = None,
) -> Review:
    """Note that a person copied a draft and posts it by hand; the next paste confirms it.

    `text` is the one of its wordings that was copied, None for the first. Of what is done by hand
    only its `notice` is for others to read; what is meant for the host alone is never posted.
    """
    found = await _found(tx, suggestion_id, by)
    by_hand = notice is not None and notice.consequence.by_hand
    if not by_hand and (notice is not None or not leaves(found)):
        raise Invalid("nothing_to_post")
    verdict = Verdict(decision=Decision.ACCEPT, text=text)
    review = await _decide(tx, found, by, verdict, at)
    await note_copied(tx, found, review, notice)
    return review
