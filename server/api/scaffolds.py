"""Help to say it: frames with slots that make speaking easy; nothing here ever posts."""

from typing import Literal

from fastapi import APIRouter
from pydantic import BaseModel, Field

from server.auth import Asking, Inside
from server.deps import Given

router = APIRouter(tags=["room"])


class SlotOut(BaseModel):
    """One blank of a scaffold."""

    key: str
    label: str
    hint: str


class ScaffoldOut(BaseModel):
    """A frame that makes speaking easy; the lower `level`, the easier."""

    id: str
    title: str
    slots: list[SlotOut]
    example: str
    level: int
    suits: list[str]


class HelpIn(BaseModel):
    """What somebody has so far, in their own words."""

    text: str = Field(max_length=4000)
    scaffold: str | None = Field(default=None, max_length=60)
    reply_to: int | None = None


class FilledSlotOut(BaseModel):
    """One blank, with the person's own words where they gave some."""

    key: str
    label: str
    value: str | None


class HelpOut(BaseModel):
    """Their words in a frame, blanks left blank; they decide whether to post it."""

    scaffold: str
    draft: str
    slots: list[FilledSlotOut]
    example: str


@router.get("/scaffolds")
async def list_scaffolds(
    _: Asking, deps: Given, language: Literal["zh", "en"] = "zh"
) -> list[ScaffoldOut]:
    """Every scaffold in one language."""
    raise NotImplementedError


@router.post("/zones/{zone_id}/help")
async def help_say(zone_id: int, body: HelpIn, here: Inside, deps: Given) -> HelpOut:
    """Put somebody's own words into a frame; posts nothing."""
    raise NotImplementedError
