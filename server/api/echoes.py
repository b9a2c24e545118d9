"""What comes back to one member alone: where their words helped, and what they are asked to try."""

from datetime import date, datetime
from typing import Annotated

from fastapi import APIRouter, Path
from pydantic import BaseModel, Field

from agent.listening.personal_data import personal_kinds
from community.actions import echoes, trials
from community.actions.trials import CONDITION_MOST
from community.errors import Invalid, NotFound
from community.store import Tx
from community.store import trials as trial_rows
from community.store.claims import claim
from community.store.distillations import distillation_of_claim
from community.trials import Trial, TrialOutcome
from server.auth import Inside
from server.deps import Given

router = APIRouter(tags=["people"])


class EchoOut(BaseModel):
    """Last week's echo in counts: people answered with one's words, other uses; `seen` before."""

    monday: date
    people: int
    uses: int
    on: bool
    seen: bool


class EchoIn(BaseModel):
    """Whether one wants an echo at all; `seen` puts this week's away."""

    on: bool | None = None
    seen: bool = False


class TrialOut(BaseModel):
    """试了吗: one sentence the reader was answered with, and what they said of it."""

    id: int
    article_id: int
    title: str
    text: str
    asked_at: datetime
    outcome: TrialOutcome | None
    condition: str | None


class TrialDueOut(BaseModel):
    """What is asked now, or null."""

    trial: TrialOut | None


class OwnTrialsOut(BaseModel):
    """Everything the reader was asked, the newest first."""

    trials: list[TrialOut]


class TrialIn(BaseModel):
    """An answer; null takes it back."""

    outcome: TrialOutcome | None
    condition: str | None = Field(default=None, max_length=CONDITION_MOST * 2)


@router.get("/communities/{community_id}/me/echo")
async def read_echo(
    _home: Annotated[int, Path(alias="community_id")],
    here: Inside,
    deps: Given,
) -> EchoOut:
    """Whom one's own sentences helped last week, in counts."""
    async with deps.store.read() as tx:
        found = await echoes.week_echo(tx, here.me, here.community, deps.clock())
    return EchoOut(
        monday=found.monday,
        people=found.echo.people,
        uses=found.echo.uses,
        on=found.is_on,
        seen=found.seen,
    )


@router.put("/communities/{community_id}/me/echo", status_code=204)
async def set_echo(
    _home: Annotated[int, Path(alias="community_id")],
    body: EchoIn,
    here: Inside,
    deps: Given,
) -> None:
    """Switch the echo off or on, or put this week's away."""
    async with deps.store.write() as tx:
        if body.on is not None:
            await echoes.switch_echo(tx, here.me, is_on=body.on)
        elif body.seen:
            await echoes.see_echo(tx, here.me, here.community, deps.clock())


@router.get("/communities/{community_id}/trial")
async def read_trial(
    _home: Annotated[int, Path(alias="community_id")],
    here: Inside,
    deps: Given,
) -> TrialDueOut:
    """What this member is asked now; that they were shown it is kept, so that it is asked once."""
    now = deps.clock()
    async with deps.store.read() as tx:
        due = await trials.due_trial(tx, here.me, now=now)
    if due is None:
        return TrialDueOut(trial=None)
    async with deps.store.write() as tx:
        again = await trials.due_trial(tx, here.me, now=now)
        kept = None if again is None else await trials.ask_trial(tx, again)
        return TrialDueOut(trial=None if kept is None else await _out(tx, kept))


@router.get("/communities/{community_id}/me/trials")
async def list_own_trials(
    _home: Annotated[int, Path(alias="community_id")],
    here: Inside,
    deps: Given,
) -> OwnTrialsOut:
    """What the reader was asked and said; nobody else sees it with their name."""
    async with deps.store.read() as tx:
        asked = await trial_rows.trials_of(tx, here.me.id)
        shown = [await _out(tx, each) for each in asked]
    return OwnTrialsOut(trials=[each for each in shown if each is not None])


@router.put("/trials/{trial_id}")
async def answer_trial(trial_id: int, body: TrialIn, here: Inside, deps: Given) -> TrialOut:
    """Say how it went, say it otherwise, or take it back."""
    if personal_kinds(body.condition or ""):
        raise Invalid("condition_names_somebody")
    async with deps.changing() as change:
        kept = await trials.answer_trial(
            change.tx,
            trial_id=trial_id,
            by=here.me,
            outcome=body.outcome,
            condition=body.condition,
            at=deps.clock(),
        )
        shown = await _out(change.tx, kept)
    if shown is None:
        raise NotFound("not_found")
    return shown


async def _out(tx: Tx, one: Trial) -> TrialOut | None:
    found = await claim(tx, one.claim_id)
    home = await distillation_of_claim(tx, one.claim_id)
    if found is None or home is None:
        return None
    return TrialOut(
        id=one.id,
        article_id=home.id,
        title=home.title,
        text=found.text,
        asked_at=one.asked_at,
        outcome=one.outcome,
        condition=one.condition,
    )
