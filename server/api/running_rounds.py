"""A round as it goes, the same on every screen: the claim in front, the time, votes, the end."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Annotated

from fastapi import APIRouter, Depends

from agent.distilling.support import checked
from community.actions import rounds as actions
from community.actions.rounds import Settling, Undoing
from community.actions.withholding import withheld_from
from community.agenda import MINUTES
from community.credit import Withheld
from community.distillation import Distillation
from community.round import ReviewRound, TakenBack
from community.store import Tx, members
from community.store.rounds import latest_round
from server.api.drafted_articles import shown
from server.api.round_shapes import (
    BackIn,
    BeginIn,
    ClockIn,
    InFrontOut,
    LatestOut,
    RunningOut,
    SettledOut,
    SettleIn,
    TakenBackOut,
    TallyOut,
    VoteIn,
)
from server.api.rounds import round_agenda
from server.auth import Inside
from server.broadcast import Change
from server.deps import Deps, Given
from server.tongue import Tongue

router = APIRouter(tags=["review"])
KEPT = timedelta(hours=12)
"""For so long the minutes of the last round stand where the next one is begun."""


@dataclass(frozen=True, slots=True)
class Seat:
    """One screen of a round: who sits at it and what it is shown."""

    here: Inside
    deps: Deps
    language: str

    async def out(self, tx: Tx, one: ReviewRound) -> RunningOut:
        """The round as it is now."""
        homes = await actions.articles_in(tx, one)
        people = await members.members(tx, one.community_id)
        names = {each.id: each.name for each in people}
        now = self.deps.clock()
        over = one.is_over(now)
        every = {home.id: home for home in homes.values()}
        withheld = {id_: await withheld_from(tx, home) for id_, home in every.items()}
        asked = [
            text
            for home in every.values()
            for text in home.open_questions
            if not withheld[home.id].hides(text)
        ]
        return RunningOut(
            id=one.id,
            by=names.get(one.member_id, ""),
            began_at=one.began_at,
            present=list(one.present),
            minutes=MINUTES,
            seconds_left=round(one.left(now).total_seconds()),
            paused=one.paused_at is not None,
            total=len(one.points),
            settled=self._settled(one, names, _hidden(one, homes, withheld)),
            point=None if over else await self._in_front(tx, one, homes, names),
            tally=_tally(one, names, self.here.me.id),
            open_questions=list(dict.fromkeys(asked)),
            over=over,
        )

    async def _in_front(
        self,
        tx: Tx,
        one: ReviewRound,
        homes: Mapping[int, Distillation],
        names: Mapping[int, str],
    ) -> InFrontOut | None:
        if one.point is None:
            return None
        home = homes.get(one.point.claim_id)
        drawn = () if home is None else (await shown(tx, home, self.language)).claims
        found = next((claim for claim in drawn if claim.id == one.point.claim_id), None)
        return InFrontOut(
            claim_id=one.point.claim_id,
            because=one.point.because,
            article_id=home.id if home else None,
            title=home.title if home else "",
            kind=home.kind if home else None,
            claim=found,
            back=_taken_back(one.point.back, names),
        )

    def _settled(
        self, one: ReviewRound, names: Mapping[int, str], hidden: Collection[int]
    ) -> list[SettledOut]:
        """What became of each claim; its words then are empty where they may not be told."""
        found: list[SettledOut] = []
        for each in one.settled:
            votes = list(one.votes_on(each.claim_id).values())
            found.append(
                SettledOut(
                    claim_id=each.claim_id,
                    text="" if each.claim_id in hidden else each.text,
                    outcome=each.outcome,
                    agree=sum(votes),
                    against=len(votes) - sum(votes),
                    by=names.get(each.by or 0, ""),
                    mine=each.by in (None, self.here.me.id),
                )
            )
        return found

    async def told(
        self, change: Change, one: ReviewRound, home: Distillation | None = None
    ) -> RunningOut:
        """The round after a change, and the other screens hear of it."""
        change.tell("round", one.community_id, one.id)
        if home is not None:
            change.tell("distillation", home.community_id, home.id, home.zone_id)
        return await self.out(change.tx, one)


def _hidden(
    one: ReviewRound, homes: Mapping[int, Distillation], withheld: Mapping[int, Withheld]
) -> frozenset[int]:
    """The settled claims whose words then may not be told any more; of one gone, by any article."""
    every = list(withheld.values())
    return frozenset(
        each.claim_id
        for each in one.settled
        if any(
            out.hides(each.text)
            for out in ([withheld[homes[each.claim_id].id]] if each.claim_id in homes else every)
        )
    )


def _taken_back(back: TakenBack | None, names: Mapping[int, str]) -> TakenBackOut | None:
    if back is None:
        return None
    own = back.whose in (None, back.by)
    return TakenBackOut(by=names.get(back.by, ""), whose=names.get(back.whose or 0, ""), own=own)


def _tally(one: ReviewRound, names: Mapping[int, str], me: int) -> TallyOut:
    said = one.votes_on(one.point.claim_id if one.point else 0)
    return TallyOut(
        agree=[names.get(who, "") for who, agrees in said.items() if agrees],
        against=[names.get(who, "") for who, agrees in said.items() if not agrees],
        mine=said.get(me),
    )


def _seat(here: Inside, deps: Given, language: Tongue) -> Seat:
    return Seat(here, deps, language)


Seated = Annotated[Seat, Depends(_seat)]


@router.get("/communities/{community_id}/round/running")
async def read_running_round(community_id: int, seat: Seated) -> LatestOut:
    """The round that goes on, whoever began it and wherever."""
    async with seat.deps.store.read() as tx:
        found = await latest_round(tx, community_id)
        if found is None or seat.deps.clock() >= (found.ended_at or found.began_at) + KEPT:
            return LatestOut(round=None)
        return LatestOut(round=await seat.out(tx, found))


@router.post("/communities/{community_id}/round", status_code=201)
async def begin_round(community_id: int, body: BeginIn, seat: Seated) -> RunningOut:
    """Begin a round with what is open now."""
    assert community_id == seat.here.community.id
    async with seat.deps.changing() as change:
        now = seat.deps.clock()
        points, _ = await round_agenda(change.tx, seat.here.me, now)
        begun = await actions.begin_round(
            change.tx, by=seat.here.me, points=points, present=body.present, at=now
        )
        return await seat.told(change, begun)


@router.post("/rounds/{round_id}/join")
async def join_round(round_id: int, seat: Seated) -> RunningOut:
    """Sit down at the round: who opens it on their screen is present."""
    async with seat.deps.changing() as change:
        changed = await actions.join_round(
            change.tx, round_id=round_id, by=seat.here.me, at=seat.deps.clock()
        )
        return await seat.told(change, changed)


@router.post("/rounds/{round_id}/settle")
async def settle_point(round_id: int, body: SettleIn, seat: Seated) -> RunningOut:
    """Decide on the claim in front, in one's own name, and go on to the next."""
    settling = Settling(
        claim_id=body.claim_id,
        outcome=body.outcome,
        seen=body.seen,
        text=body.text,
        own=body.own,
    )
    async with seat.deps.changing() as change:
        changed, home = await actions.settle_point(
            change.tx,
            seat.deps.queue,
            round_id=round_id,
            by=seat.here.me,
            settling=settling,
            at=seat.deps.clock(),
            check=checked,
        )
        return await seat.told(change, changed, home)


@router.post("/rounds/{round_id}/back")
async def step_back(round_id: int, body: BackIn, seat: Seated) -> RunningOut:
    """Take the last step back; another's only when it is said to be."""
    async with seat.deps.changing() as change:
        changed, home = await actions.step_back(
            change.tx,
            seat.deps.queue,
            round_id=round_id,
            by=seat.here.me,
            undoing=Undoing(claim_id=body.claim_id, anothers=body.anothers),
            at=seat.deps.clock(),
            check=checked,
        )
        return await seat.told(change, changed, home)


@router.put("/rounds/{round_id}/vote")
async def vote_in_round(round_id: int, body: VoteIn, seat: Seated) -> RunningOut:
    """Say whether one agrees with the claim in front."""
    async with seat.deps.changing() as change:
        changed = await actions.vote_in_round(
            change.tx,
            round_id=round_id,
            by=seat.here.me,
            claim_id=body.claim_id,
            agrees=body.agrees,
            at=seat.deps.clock(),
        )
        return await seat.told(change, changed)


@router.put("/rounds/{round_id}/clock")
async def set_round_clock(round_id: int, body: ClockIn, seat: Seated) -> RunningOut:
    """Stop the clock on every screen, or let it go on."""
    async with seat.deps.changing() as change:
        changed = await actions.set_round_clock(
            change.tx, round_id=round_id, running=body.running, at=seat.deps.clock()
        )
        return await seat.told(change, changed)


@router.post("/rounds/{round_id}/end")
async def end_round(round_id: int, seat: Seated) -> RunningOut:
    """End a round on every screen; its minutes can be read for half a day."""
    async with seat.deps.changing() as change:
        changed = await actions.end_round(change.tx, round_id=round_id, at=seat.deps.clock())
        return await seat.told(change, changed)
