"""The health of a community: its figures, plots with what to do next, and both as a table."""

import csv
import io
from collections.abc import Iterator
from datetime import timedelta

from fastapi import APIRouter, Response

from agent.figures.counting import moment
from agent.figures.replying import orphans
from agent.figures.report import figures_of
from agent.figures.view import View
from agent.hours import workdays_of
from community.obligation import DebtState
from community.people import Community
from community.store import Tx, messages, obligations, tallies
from server.api.health_plots import Wording
from server.api.health_shapes import HealthOut, WaitingOneOut, WaitingOut
from server.auth import Inside
from server.counting import count, tally_job, view, waits_for_count
from server.deps import Deps, Given
from server.tongue import Tongue

router = APIRouter(tags=["health"])
SHOWN = 8
"""Waiting messages a page shows."""
QUOTED = 80
"""Characters of them."""
ANSWERED_IN = timedelta(days=1)
"""What nobody keeps as an obligation should be taken up in (thresholds §2: SLA 24 h)."""


@router.get("/communities/{community_id}/health")
async def read_health(community_id: int, here: Inside, deps: Given, language: Tongue) -> HealthOut:
    """The figures as of now; what is new is counted first, much of it as a job."""
    home = here.community
    if not await _counted(deps, home):
        return _nothing(deps, "counting")
    async with deps.store.read() as tx:
        seen = await view(tx, home, deps.clock())
        words = Wording(seen, figures_of(seen), language)
        waiting = await _waiting(tx, seen, words, community_id)
    if not seen.tallies:
        return _nothing(deps, "empty").model_copy(update={"members": len(seen.present)})
    return HealthOut(
        state="ready",
        at=seen.now,
        members=len(seen.present),
        days=(seen.today - seen.tallies[0].day).days + 1,
        figures=words.figures(),
        trends=words.trends(),
        cohorts=words.cohorts(),
        talkers=words.talkers(),
        network=words.network(),
        waiting=waiting,
        anomalies=words.anomalies(workdays_of(home).off_between(seen.tallies[0].day, seen.today)),
        contents=words.contents(),
        drivers=words.drivers(),
    )


@router.get("/communities/{community_id}/health.csv", response_class=Response)
async def download_health(
    community_id: int, here: Inside, deps: Given, language: Tongue
) -> Response:
    """Figures and series as one table: kind, code, name, start, value, low, high, unit, note."""
    await _counted(deps, here.community)
    async with deps.store.read() as tx:
        seen = await view(tx, here.community, deps.clock())
    words = Wording(seen, figures_of(seen), language)
    written = io.StringIO()
    table = csv.writer(written)
    table.writerow(("kind", "code", "name", "start", "value", "low", "high", "unit", "note"))
    table.writerows(_rows(words))
    name = f"health-{community_id}-{seen.today.isoformat()}.csv"
    return Response(
        "\ufeff" + written.getvalue(),
        media_type="text/csv; charset=utf-8",
        headers={"content-disposition": f'attachment; filename="{name}"'},
    )


def _rows(words: Wording) -> Iterator[tuple[object, ...]]:
    for one in words.figures():
        note = one.unseen.text if one.unseen else ""
        yield "figure", one.code, one.name, "", _number(one.value), "", "", one.unit, note
    for series in words.trends():
        for point in series.points:
            values = (_number(each) for each in (point.value, point.low, point.high))
            start = point.start.isoformat()
            yield (series.grain, series.code, series.name, start, *values, "", "")


def _number(value: float | None) -> str:
    """A number for a table; what cannot be seen is an empty field, never 0."""
    return "" if value is None else f"{value:.6g}"


async def _counted(deps: Deps, home: Community) -> bool:
    """Count what is new; False where that is put down as a job."""
    now = deps.clock()
    async with deps.store.read() as tx:
        before = await tallies.kept_counts(tx, home.id)
        much = await waits_for_count(tx, home, before, now)
    if much:
        async with deps.store.write() as tx:
            await deps.queue.put(tx, tally_job(home, now))
    elif much is not None:
        await count(deps, home)
    return not much


def _nothing(deps: Deps, state: str) -> HealthOut:
    return HealthOut.model_validate(
        {
            "state": state,
            "at": deps.clock(),
            "members": 0,
            "days": 0,
            "figures": [],
            "trends": [],
            "cohorts": None,
            "talkers": None,
            "network": None,
            "waiting": None,
            "anomalies": [],
            "contents": [],
            "drivers": [],
        }
    )


async def _waiting(tx: Tx, seen: View, words: Wording, community_id: int) -> WaitingOut:
    """Open obligations; where none are kept, what met neither answer nor reaction in a week."""
    debts = await obligations.debts_of(tx, community_id, (DebtState.OPEN,))
    due = {debt.message_id: debt.due_at for debt in reversed(debts) if debt.opened_at <= seen.now}
    if not debts:
        due = {one.id: moment(one.at) + ANSWERED_IN for one in orphans(seen, days=7)}
    wanted = sorted(due, key=lambda one: due[one])
    said = await messages.messages_by_id(tx, tuple(wanted[:SHOWN]))
    shown = [said[one] for one in wanted[:SHOWN] if one in said]
    oldest = max((seen.now - one.at for one in shown), default=timedelta())
    return WaitingOut(
        messages=[
            WaitingOneOut(
                message_id=one.id,
                zone_id=one.zone_id,
                name=words.name(one.author_id or 0),
                text=one.text[:QUOTED] if words.name(one.author_id or 0) else None,
                at=one.at,
                due_at=due[one.id],
            )
            for one in shown
        ],
        more=max(0, len(wanted) - len(shown)),
        says=words.say(
            "says.waiting" if wanted else "says.waiting_none",
            count=len(wanted),
            minutes=oldest.total_seconds() / 60,
        ),
        next=words.next("answer_first" if wanted else "fine"),
    )
