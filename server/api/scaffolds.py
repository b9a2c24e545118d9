"""Help to say it: frames with slots that make speaking easy; nothing here ever posts."""

from typing import Literal

from fastapi import APIRouter
from pydantic import BaseModel, Field

from agent.wording import scaffolding
from agent.wording.domains import domains_in
from agent.wording.ladder import level_of
from community.errors import Invalid
from community.store import messages
from prompts.scaffolding import Scaffold, scaffolds
from server.api.spoken_messages import visible
from server.auth import Asking, Inside
from server.deps import Given

router = APIRouter(tags=["room"])
HEARD = 400
"""Last messages of a room that tell its work, and how much help somebody needs."""


class SlotOut(BaseModel):
    """One blank of a scaffold."""

    key: str
    label: str
    hint: str


class ScaffoldOut(BaseModel):
    """A frame that makes speaking easy; the lower `level`, the easier.

    `title` says what it is for, `acronym` what trainers call it.
    """

    id: str
    title: str
    acronym: str
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
async def list_scaffolds(_: Asking, language: Literal["zh", "en"] = "zh") -> list[ScaffoldOut]:
    """Every scaffold in one language, easiest first."""
    return [_out(each) for each in scaffolds(language)]


@router.post("/zones/{zone_id}/help")
async def help_say(zone_id: int, body: HelpIn, here: Inside, deps: Given) -> HelpOut:
    """Put somebody's own words into a frame of the rung they are on; posts nothing."""
    around: list[str] = []
    language = here.community.language
    async with deps.store.read() as tx:
        said = await messages.message(tx, body.reply_to) if body.reply_to is not None else None
        talk = await messages.messages_in(tx, zone_id, limit=HEARD)
    if said is not None and said.zone_id == zone_id and visible(said, here.me):
        around.append(said.text)
    try:
        made = scaffolding.compose(
            body.text,
            body.scaffold,
            language,
            around,
            domains=domains_in((here.community.name, *(each.text for each in talk)), language),
            level=level_of((each.text for each in talk if each.author_id == here.me.id), language),
        )
    except LookupError as error:
        raise Invalid("scaffold_unknown", scaffold=body.scaffold) from error
    return HelpOut(
        scaffold=made.scaffold,
        draft=made.draft,
        slots=[
            FilledSlotOut(key=each.key, label=each.label, value=each.value) for each in made.slots
        ],
        example=made.example,
    )


def _out(each: Scaffold) -> ScaffoldOut:
    return ScaffoldOut(
        id=each.id,
        title=each.title,
        acronym=each.acronym,
        slots=[SlotOut(key=slot.key, label=slot.label, hint=slot.hint) for slot in each.slots],
        example=each.example_text(),
        level=each.level,
        suits=list(each.suits),
    )
