"""What the doctor finds on this machine."""

from typing import Literal

from fastapi import APIRouter
from pydantic import BaseModel

from server.auth import Asking
from server.deps import Given

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
async def read_doctor(_: Asking, deps: Given) -> FindingsOut:
    """Look at this machine."""
    raise NotImplementedError
