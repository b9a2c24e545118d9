"""The ledger forgets after a month, but for what was asked of the group."""

from dataclasses import replace
from datetime import timedelta

import pytest

from community.store.suggestions import insert_suggestion, ledger
from community.suggestion import Audience, Lane, Speaker, Suggestion, Why
from tests.builders import MONDAY
from tests.stores import Group


def offered(group: Group, move: str, days: int) -> Suggestion:
    return Suggestion(
        id=0,
        community_id=group.community.id,
        zone_id=group.zone.id,
        key=f"{move}:{days}",
        move=move,
        lane=Lane.OPPORTUNITY,
        audience=Audience.PUBLIC,
        speaker=Speaker.FACILITATOR,
        text="A 让 B 不让？",
        language="zh",
        anchor_ids=(),
        why=Why(code=move, facts={}),
        confidence=0.8,
        created_at=MONDAY - timedelta(days=days),
    )


@pytest.mark.parametrize("move", ["provoke", "low_cost_q", "revive"])
async def test_a_question_is_remembered_for_a_season(group: Group, move: str) -> None:
    kept = [offered(group, move, days) for days in (100, 80, 10)]
    others = [replace(offered(group, "praise", days), key=f"p{days}") for days in (80, 10)]
    async with group.store.write() as tx:
        for each in (*kept, *others):
            await insert_suggestion(tx, each)
    async with group.store.read() as tx:
        found = (await ledger(tx, group.community.id, now=MONDAY)).suggestions
    age = {(each.move, (MONDAY - each.created_at).days) for each in found}
    assert age == {(move, 80), (move, 10), ("praise", 10)}
