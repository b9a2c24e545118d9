"""One question of a member: asked of the library, told while it is answered, and kept."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass

from agent.answering.telling import Heard, Tell
from community.actions.questions import ask_question, readable
from community.errors import NotAllowed, NotFound
from community.people import Community, Member
from community.question import Answer, Question
from community.store import communities
from community.store.questions import question
from server.deps import Deps


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What a member wants to know: `follows_id` is the own question it goes on from."""

    home: Community
    me: Member
    text: str
    zone_id: int | None = None
    follows_id: int | None = None


def nobody_hears(_: Heard) -> None:
    """Tell nobody."""


async def asked(deps: Deps, wish: Wish, tell: Tell = nobody_hears) -> Question:
    """Answer and keep one question; the zone it came from is its own community's."""
    text = readable(wish.text)
    former = await _former(deps, wish)
    now = deps.clock()
    thinking = await deps.thinking()
    given = await thinking.ask(wish.home, text, now, former=former, tell=tell)
    async with deps.changing() as change:
        zone = None if wish.zone_id is None else await communities.zone(change.tx, wish.zone_id)
        if wish.zone_id is not None and (zone is None or zone.community_id != wish.home.id):
            raise NotFound("zone_not_found", zone=wish.zone_id)
        kept = await ask_question(
            change.tx,
            community_id=wish.home.id,
            member_id=wish.me.id,
            text=text,
            answer=given,
            at=now,
            zone_id=wish.zone_id,
            follows_id=wish.follows_id,
        )
        change.tell("question", wish.home.id, kept.id, kept.zone_id)
    return kept


async def _former(deps: Deps, wish: Wish) -> str:
    """The question this one goes on from, made whole itself; only the asker's own."""
    if wish.follows_id is None:
        return ""
    async with deps.store.read() as tx:
        before = await question(tx, wish.follows_id)
    if before is None or before.community_id != wish.home.id:
        raise NotFound("question_not_found", question=wish.follows_id)
    if before.member_id != wish.me.id:
        raise NotAllowed("not_your_question")
    return before.answer.understood or before.text


async def heard_while_asking(deps: Deps, wish: Wish) -> AsyncIterator[Heard | Question]:
    """The pieces of an answer as they come, and the kept question last."""
    pieces: asyncio.Queue[Heard | None] = asyncio.Queue()
    asking = asyncio.create_task(asked(deps, wish, pieces.put_nowait))
    asking.add_done_callback(lambda _: pieces.put_nowait(None))
    try:
        while (piece := await pieces.get()) is not None:
            yield piece
        yield await asking
    finally:
        asking.cancel()


def sources_only(heard: Heard) -> Answer | None:
    """An answer of these sources and no sentence yet; None for a sentence."""
    return Answer(answered=True, citations=heard) if isinstance(heard, tuple) else None
