"""What was heard in the room, in people's hands: threads, moving a message, judging a mark."""

from fastapi import APIRouter
from pydantic import BaseModel

from agent.listening.signal import SignalKind
from community.actions import corrections as actions
from community.actions.corrections import Judgement
from community.errors import NotFound
from community.heard import About, Correction, MarkVerdict
from community.store import links, messages
from server.api.spoken_messages import MessagesOut, shown, visible
from server.auth import Asking, Inside
from server.broadcast import Change
from server.deps import Given
from server.queue_changes import drafts_back, drafts_gone

router = APIRouter(tags=["heard"])
LONGEST_THREAD = 200
"""Messages of a thread that are shown at most: the newest."""


class MoveIn(BaseModel):
    """The earlier message that this one answers; null says that it starts a topic."""

    parent_id: int | None


class MarkJudgeIn(BaseModel):
    """Whether a mark is right; `kind` is what it rather is, where it is wrong."""

    verdict: MarkVerdict
    kind: SignalKind | None = None


class CorrectionOut(BaseModel):
    """A correction as it is now; it can be undone by its id."""

    id: int
    message_id: int
    about: About
    undone: bool


@router.get("/signal-kinds")
async def list_signal_kinds(_: Asking) -> list[SignalKind]:
    """Everything that may be heard, for saying what a mark rather is."""
    return list(SignalKind)


@router.get("/messages/{message_id}/thread")
async def read_thread(message_id: int, here: Inside, deps: Given) -> MessagesOut:
    """The thread a message stands in, oldest first; `more` says that its beginning is left out."""
    async with deps.store.read() as tx:
        said = await messages.message(tx, message_id)
        if said is None or not visible(said, here.me):
            raise NotFound("not_found")
        root = (await links.roots_of(tx, [said.id])).get(said.id, said.id)
        found = await messages.thread_messages(tx, root)
        latest = found[-LONGEST_THREAD:]
        return MessagesOut(messages=await shown(tx, latest, here), more=len(found) > len(latest))


@router.put("/messages/{message_id}/link")
async def move_message(message_id: int, body: MoveIn, here: Inside, deps: Given) -> CorrectionOut:
    """Move a message, and what answers it, to where a person says it belongs."""
    async with deps.changing() as change:
        kept = await actions.move_message(
            change.tx,
            deps.queue,
            message_id=message_id,
            parent_id=body.parent_id,
            member=here.me,
            at=deps.clock(),
        )
        return _told(change, kept)


@router.post("/marks/{mark_id}/judge")
async def judge_mark(mark_id: int, body: MarkJudgeIn, here: Inside, deps: Given) -> CorrectionOut:
    """Say that a mark is right, wrong, or rather another."""
    async with deps.changing() as change:
        kept = await actions.judge_mark(
            change.tx,
            deps.queue,
            mark_id=mark_id,
            judgement=_judgement(body),
            member=here.me,
            at=deps.clock(),
        )
        if body.verdict is MarkVerdict.WRONG:
            await drafts_gone(change, kept.community_id, kept.message_id)
        return _told(change, kept)


@router.post("/corrections/{correction_id}/undo")
async def undo_correction(correction_id: int, here: Inside, deps: Given) -> CorrectionOut:
    """Take a correction back."""
    async with deps.changing() as change:
        kept = await actions.undo_correction(
            change.tx,
            deps.queue,
            correction_id=correction_id,
            member=here.me,
            at=deps.clock(),
        )
        if kept.about is About.SIGNAL:
            await drafts_back(change, kept.community_id, kept.message_id, deps.clock())
        return _told(change, kept)


def _judgement(body: MarkJudgeIn) -> Judgement:
    return Judgement(verdict=body.verdict, kind=body.kind.value if body.kind else None)


def _told(change: Change, kept: Correction) -> CorrectionOut:
    change.tell("heard", kept.community_id, kept.message_id, kept.zone_id)
    return CorrectionOut(
        id=kept.id,
        message_id=kept.message_id,
        about=kept.about,
        undone=kept.undone_at is not None,
    )
