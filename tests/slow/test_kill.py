"""kill -9 while messages come in and suggestions go out: nothing is lost, nothing said twice."""

import asyncio
import random
from collections import Counter
from pathlib import Path

import httpx
import pytest

from community.store import messages, open_store
from community.store.schema import migrate
from community.store.suggestions import insert_suggestion
from community.suggestion import Audience, Lane, Speaker, Suggestion, Why
from server.wiring import utc_now
from tests.slow.serving import HOST, Served, a_group, free_port, signed_in
from tests.stores import Group

KILLS = 20
MANY = 200
PAUSE = 5.0
"""Seconds it lives at most after it answers: some die while they load, some while they post."""
REST = 0.25
"""Seconds between two requests."""
SETTINGS = {"SIMMER_UNDO_WINDOW": "0.2", "SIMMER_DEBOUNCE": "0.5"}


async def suggestions(group: Group) -> list[int]:
    """Drafts put in directly."""
    ids: list[int] = []
    async with group.store.write() as tx:
        for number in range(MANY):
            draft = Suggestion(
                id=0,
                community_id=group.community.id,
                zone_id=group.zone.id,
                key=f"say_more:{number}",
                move="say_more",
                lane=Lane.OBLIGATION,
                audience=Audience.PUBLIC,
                speaker=Speaker.SIMMER,
                text=f"draft {number}",
                language="zh",
                anchor_ids=(),
                why=Why(code="unanswered"),
                confidence=0.9,
                created_at=utc_now(),
            )
            kept = await insert_suggestion(tx, draft)
            assert kept is not None
            ids.append(kept.id)
    return ids


async def insist(client: httpx.AsyncClient, path: str, body: dict[str, str]) -> int:
    """Ask again until there is an answer."""
    while True:
        try:
            answer = await client.post(path, json=body, timeout=5)
        except httpx.HTTPError:
            await asyncio.sleep(0.1)
            continue
        if answer.status_code < 500:
            return answer.status_code


async def speak(client: httpx.AsyncClient, zone_id: int) -> Counter[int]:
    answers: Counter[int] = Counter()
    for number in range(MANY):
        body = {"text": f"said {number}", "key": f"said-{number:04}"}
        answers[await insist(client, f"/api/zones/{zone_id}/messages", body)] += 1
        await asyncio.sleep(REST)
    return answers


async def accept(client: httpx.AsyncClient, ids: list[int]) -> Counter[int]:
    answers: Counter[int] = Counter()
    for id_ in ids:
        path = f"/api/suggestions/{id_}/review"
        answers[await insist(client, path, {"decision": "accept"})] += 1
        await asyncio.sleep(REST)
    return answers


async def torment(victim: Served, chance: random.Random) -> None:
    for _ in range(KILLS):
        await asyncio.sleep(chance.uniform(0.1, PAUSE))
        await victim.kill()
        await victim.start()


async def texts(group: Group) -> Counter[str]:
    async with group.store.read() as tx:
        return Counter(said.text for said in await messages.messages_in(tx, group.zone.id))


async def drive(victim: Served, group: Group, ids: list[int]) -> tuple[Counter[int], Counter[int]]:
    """Speak, accept and kill, all at once; then let what is left be done."""
    await victim.start()
    async with httpx.AsyncClient(base_url=f"http://{HOST}:{victim.port}") as client:
        await signed_in(client)
        said, accepted, _ = await asyncio.gather(
            speak(client, group.zone.id),
            accept(client, ids),
            torment(victim, random.Random(20)),  # noqa: S311 - a seed, not a secret
        )
    for _ in range(600):
        if sum((await texts(group)).values()) >= 2 * MANY:
            break
        await asyncio.sleep(0.2)
    await asyncio.sleep(2)
    return said, accepted


@pytest.mark.slow
@pytest.mark.timeout(1800)
async def test_nothing_is_lost_and_nothing_is_posted_twice(tmp_path: Path) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path / 'simmer.db'}"
    migrate(url)
    group = await a_group(open_store(url))
    victim = Served(tmp_path, free_port(), settings=SETTINGS)
    try:
        said, accepted = await drive(victim, group, await suggestions(group))
        found = await texts(group)
    finally:
        await victim.kill()
        await group.store.close()
    wanted = {f"said {number}" for number in range(MANY)}
    wanted |= {f"draft {number}" for number in range(MANY)}
    assert set(said) == {201}
    assert set(accepted) <= {200, 409}
    assert victim.kills == KILLS + 1
    assert wanted - set(found) == set()
    assert {text: count for text, count in found.items() if count > 1} == {}
