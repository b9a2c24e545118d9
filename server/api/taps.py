"""The private question what is hardest now: for one member, seen by nobody else."""

from fastapi import APIRouter
from pydantic import BaseModel, Field

from community.actions import taps as actions
from community.actions.pains import pains_job, shown_pains
from community.actions.taps import Choice, TapAnswer
from community.pains import Tap
from server.auth import Inside
from server.deps import Given

router = APIRouter(tags=["pains"])
CHOICES = 3
"""Known problems that are offered to choose from."""


class TapChoiceOut(BaseModel):
    """A known problem to name with one touch."""

    pain_id: int
    words: str


class TapOut(BaseModel):
    """The question as it stands for this member."""

    id: int
    choices: list[TapChoiceOut]
    answered: bool
    declined: bool
    for_good: bool
    pain_id: int | None
    text: str | None
    may_quote: bool


class TapDueOut(BaseModel):
    """The question, or null where it is not asked now."""

    tap: TapOut | None


class TapAnswerIn(BaseModel):
    """An answer, 'not_now', 'never', or 'reopen' to take either back."""

    choice: Choice
    pain_id: int | None = None
    text: str | None = Field(default=None, max_length=2000)
    may_quote: bool = False


@router.get("/communities/{community_id}/tap")
async def read_tap(community_id: int, here: Inside, deps: Given) -> TapDueOut:
    """What this member is asked now; that they were shown it is kept, so that it rests a month."""
    now = deps.clock()
    async with deps.store.read() as tx:
        due = await actions.due_tap(tx, here.me, now=now)
    if due is None:
        return TapDueOut(tap=None)
    if not due.id:
        async with deps.store.write() as tx:
            again = await actions.due_tap(tx, here.me, now=now)
            due = None if again is None else await actions.ask_tap(tx, again)
    async with deps.store.read() as tx:
        known = await shown_pains(tx, community_id, limit=CHOICES)
    choices = [TapChoiceOut(pain_id=one.id, words=one.said) for one in known]
    return TapDueOut(tap=None if due is None else _out(due, choices))


@router.put("/taps/{tap_id}")
async def answer_tap(tap_id: int, body: TapAnswerIn, here: Inside, deps: Given) -> TapOut:
    """Answer, leave it, or take either back."""
    answer = TapAnswer(
        choice=body.choice, pain_id=body.pain_id, text=body.text, may_quote=body.may_quote
    )
    async with deps.changing() as change:
        kept = await actions.answer_tap(
            change.tx, tap_id=tap_id, by=here.me, answer=answer, at=deps.clock()
        )
        if kept.pain_id is not None:
            change.tell("pain", here.community.id, kept.pain_id)
        elif kept.text:
            soon = pains_job(here.community.id, deps.clock() + actions.SOON)
            await deps.queue.put(change.tx, soon)
    return _out(kept, [])


def _out(tap: Tap, choices: list[TapChoiceOut]) -> TapOut:
    return TapOut(
        id=tap.id,
        choices=choices,
        answered=tap.answered_at is not None,
        declined=tap.declined_at is not None,
        for_good=tap.for_good,
        pain_id=tap.pain_id,
        text=tap.text,
        may_quote=tap.may_quote,
    )
