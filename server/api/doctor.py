"""What the doctor finds on this machine."""

import asyncio
from typing import Literal

from fastapi import APIRouter
from pydantic import BaseModel

from community.store.jobs import dead_jobs
from server.auth import Asking
from server.deps import Given
from server.examination import Finding, examine
from server.locales import sentence
from server.tongue import Tongue

router = APIRouter(tags=["doctor"])


class FindingOut(BaseModel):
    """One thing that was looked at, how it is, and what to do."""

    code: str
    level: Literal["ok", "warning", "fault"]
    text: str
    advice: str | None


class FindingsOut(BaseModel):
    """Everything that was looked at."""

    findings: list[FindingOut]


@router.get("/doctor")
async def read_doctor(_: Asking, deps: Given, language: Tongue) -> FindingsOut:
    """Look at this machine, and at the work that was given up."""
    found = await asyncio.to_thread(lambda: list(examine(serving=True)))
    async with deps.store.read() as tx:
        found.append(given_up(await dead_jobs(tx)))
    return FindingsOut(findings=[_out(each, language) for each in found])


def given_up(dead: tuple[tuple[str, str], ...]) -> Finding:
    """Whether background work was given up: how much, and why the latest."""
    if not dead:
        return Finding(code="jobs", level="ok")
    name, error = dead[-1]
    reason = error.strip().splitlines()[-1] if error.strip() else "?"
    facts: dict[str, str | int] = {"count": len(dead), "name": name, "reason": reason[:200]}
    return Finding(code="jobs_given_up", level="warning", facts=facts)


def _out(each: Finding, language: str) -> FindingOut:
    advice = sentence(language, f"advice.{each.code}", each.facts)
    return FindingOut(
        code=each.code,
        level=each.level,
        text=sentence(language, f"doctor.{each.code}", each.facts),
        advice=None if each.level == "ok" else advice,
    )
