"""What the doctor finds on this machine."""

import asyncio
from typing import Literal

from fastapi import APIRouter
from pydantic import BaseModel

from server.auth import Asking
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
async def read_doctor(_: Asking, language: Tongue) -> FindingsOut:
    """Look at this machine."""
    found = await asyncio.to_thread(lambda: list(examine(serving=True)))
    return FindingsOut(findings=[_out(each, language) for each in found])


def _out(each: Finding, language: str) -> FindingOut:
    advice = sentence(language, f"advice.{each.code}", each.facts)
    return FindingOut(
        code=each.code,
        level=each.level,
        text=sentence(language, f"doctor.{each.code}", each.facts),
        advice=None if each.level == "ok" else advice,
    )
