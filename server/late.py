"""An answer that came later, told to who asked: in private, once for what they asked twice."""

from collections.abc import Sequence
from datetime import datetime

from community.actions.let_go import let_relays_go
from community.actions.questions import answer_late
from community.conversation import Message
from community.people import Community
from community.question import Answer, Question
from community.store import communities
from server.addresses import ask_address
from server.answer_told import answer_told
from server.broadcast import Change
from server.deps import Deps
from server.differences import with_differences
from server.locales import sentence
from server.speaking import say


async def answer_and_tell(
    change: Change,
    deps: Deps,
    home: Community,
    given: Sequence[tuple[Question, Answer]],
    now: datetime,
) -> None:
    """Give questions that ask the same their answer, and tell each who asked once.

    Drafts that would still bring one of them on leave the queue.
    """
    told: set[int] = set()
    done: list[int] = []
    for asked, answer in given:
        if not await answer_late(change.tx, asked.id, answer, now):
            continue
        done.append(asked.id)
        change.tell("question", home.id, asked.id, asked.zone_id)
        change.tell("answer", home.id, asked.id)
        if asked.member_id not in told:
            told.add(asked.member_id)
            await _tell(change, deps, home, asked, answer, now)
    for draft in await let_relays_go(change.tx, community_id=home.id, question_ids=done):
        change.tell("suggestion", home.id, draft.id, draft.zone_id)


async def _tell(
    change: Change, deps: Deps, home: Community, asked: Question, given: Answer, now: datetime
) -> None:
    zones = await communities.zones(change.tx, home.id)
    zone_id = asked.zone_id or (zones[0].id if zones else None)
    if zone_id is None:
        return
    shown = await with_differences(change.tx, home, given)
    facts = {"question": asked.text, "address": ask_address(deps.settings, home)}
    opening, end = (
        sentence(home.language, code, facts) for code in ("room.now_known", "room.did_it_answer")
    )
    line = Message(
        id=0,
        community_id=home.id,
        zone_id=zone_id,
        author_id=None,
        at=now,
        text=f"{opening}\n{answer_told(shown, home.language)}\n{end}",
        to_id=asked.member_id,
        by_simmer=True,
    )
    await say(change, line, f"reask:{asked.id}:{len(asked.declined)}")
