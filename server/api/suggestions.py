"""The queue: drafted moves, why they are offered, and what a person decides."""

from datetime import datetime, timedelta
from typing import Annotated, Literal

from fastapi import APIRouter, Query
from pydantic import AwareDatetime, BaseModel, Field

from community.actions import suggestions as actions
from community.actions.posting import Posting
from community.actions.seeds import SEED, ask_after_all, pass_over
from community.actions.seeing import seen_by
from community.actions.suggestions import Verdict
from community.consequence import WARNS
from community.errors import NotFound
from community.people import HOSTS
from community.review import Decision, DismissReason
from community.store import suggestions as rows
from community.suggestion import SuggestionState
from server.api.drafts import SuggestionOut, shown
from server.auth import Inside
from server.broadcast import Change
from server.consequences import notice_of
from server.deps import Deps, Given
from server.platforms import capabilities_of
from server.tongue import Tongue

router = APIRouter(tags=["suggestions"])

LONGEST = 20_000
"""Characters that are read at all: what may be posted, the platform says."""


class SuggestionsOut(BaseModel):
    """Drafts, the most urgent and newest first, and how many there are in each state.

    `with_owners` warnings of this state wait for an owner and are not shown to this host.
    """

    suggestions: list[SuggestionOut]
    counts: dict[str, int]
    with_owners: int


class SuggestionReviewIn(BaseModel):
    """What a person decides on one draft.

    `text` is their own where they edit; where they accept, the one of the wordings they chose.
    `take_down` has the message of a warning taken down too.
    """

    decision: Literal["accept", "edit", "dismiss", "snooze"]
    text: str | None = Field(default=None, min_length=1, max_length=LONGEST)
    reason: DismissReason | None = None
    until: AwareDatetime | None = None
    take_down: bool = False


class PostedIn(BaseModel):
    """Which of the wordings was copied; the first where it is left out."""

    text: str | None = Field(default=None, min_length=1, max_length=LONGEST)


class SuggestionReviewOut(BaseModel):
    """The draft as it is now, and how long the decision can be taken back."""

    suggestion: SuggestionOut
    undo_until: datetime


@router.get("/communities/{community_id}/suggestions")
async def list_suggestions(
    community_id: int,
    here: Inside,
    deps: Given,
    language: Tongue,
    state: SuggestionState = SuggestionState.OFFERED,
    limit: Annotated[int, Query(ge=1, le=200)] = 100,
) -> SuggestionsOut:
    """The drafts of a community in one state."""
    async with deps.store.read() as tx:
        found = await rows.suggestions_in(tx, community_id, state, limit=limit)
        seen = await seen_by(tx, found, here.me)
        counts = dict(await rows.counts_by_state(tx, community_id))
        hidden = 0
        if here.me.role in HOSTS:
            hidden = sum(each.move == WARNS and each not in seen for each in found)
            counts[state.value] = counts.get(state.value, 0) - hidden
        else:
            counts = {state.value: len(seen)}
        return SuggestionsOut(
            suggestions=await shown(tx, seen, here, language, deps),
            counts=counts,
            with_owners=hidden,
        )


async def _one(
    change: Change, suggestion_id: int, here: Inside, language: str, deps: Deps
) -> SuggestionOut:
    found = await rows.suggestion(change.tx, suggestion_id)
    if found is None:
        raise NotFound("not_found")
    change.tell("suggestion", found.community_id, found.id, found.zone_id)
    if found.move == SEED:
        change.tell("seed", found.community_id, found.id, found.zone_id)
    return (await shown(change.tx, [found], here, language, deps))[0]


def _window(deps: Deps) -> timedelta:
    return timedelta(seconds=deps.settings.undo_window)


@router.post("/suggestions/{suggestion_id}/review")
async def review_suggestion(
    suggestion_id: int, body: SuggestionReviewIn, here: Inside, deps: Given, language: Tongue
) -> SuggestionReviewOut:
    """Decide on a draft; it is decided once."""
    verdict = Verdict(
        decision=Decision(body.decision),
        text=body.text,
        reason=body.reason.value if body.reason else None,
        until=body.until,
        take_down=body.take_down,
    )
    async with deps.changing() as change:
        draft = await rows.suggestion(change.tx, suggestion_id)
        notice = await notice_of(change.tx, draft, here.community, take_down=body.take_down)
        review = await actions.review_suggestion(
            change.tx,
            deps.queue,
            suggestion_id=suggestion_id,
            by=here.me,
            verdict=verdict,
            at=deps.clock(),
            posting=Posting(
                platform=capabilities_of(deps, here.community),
                undo_window=_window(deps),
                notice=notice,
            ),
        )
        if draft is not None and verdict.decision is Decision.DISMISS:
            reason, at = verdict.reason, review.at
            await pass_over(change.tx, deps.queue, draft, reason=reason, at=at)
        decided = await _one(change, suggestion_id, here, language, deps)
    return SuggestionReviewOut(suggestion=decided, undo_until=review.at + _window(deps))


@router.post("/suggestions/{suggestion_id}/undo")
async def undo_suggestion(
    suggestion_id: int, here: Inside, deps: Given, language: Tongue
) -> SuggestionOut:
    """Take a decision back while there is time."""
    async with deps.changing() as change:
        undone = await actions.undo_suggestion(
            change.tx,
            suggestion_id=suggestion_id,
            by=here.me,
            at=deps.clock(),
            undo_window=_window(deps),
        )
        await ask_after_all(change.tx, undone)
        return await _one(change, suggestion_id, here, language, deps)


@router.post("/suggestions/{suggestion_id}/posted")
async def mark_suggestion_posted(
    suggestion_id: int,
    here: Inside,
    deps: Given,
    language: Tongue,
    body: PostedIn | None = None,
) -> SuggestionOut:
    """Say that a draft was copied out and posted by hand."""
    async with deps.changing() as change:
        draft = await rows.suggestion(change.tx, suggestion_id)
        await actions.mark_posted(
            change.tx,
            suggestion_id=suggestion_id,
            by=here.me,
            at=deps.clock(),
            text=body.text if body else None,
            notice=await notice_of(change.tx, draft, here.community, take_down=False),
        )
        return await _one(change, suggestion_id, here, language, deps)
