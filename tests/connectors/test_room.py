from datetime import timedelta
from pathlib import Path

from community.store import messages
from connectors.base import Outgoing, Refused, Sent
from connectors.room import Room
from tests.builders import MONDAY
from tests.stores import a_group


async def test_the_same_key_posts_once_and_names_the_same_message(tmp_path: Path) -> None:
    async with a_group(tmp_path) as group:
        room = Room(group.store, lambda: MONDAY)
        outgoing = Outgoing(
            idempotency_key="s1", zone=str(group.zone.id), text="欢迎！", member=str(group.ann.id)
        )
        first, second = await room.send(outgoing), await room.send(outgoing)
        async with group.store.read() as tx:
            (posted,) = await messages.messages_in(tx, group.zone.id)
    assert first == second == Sent(message=str(posted.id))
    assert (posted.text, posted.at, posted.by_simmer) == ("欢迎！", MONDAY, False)


async def test_without_a_member_simmer_speaks_from_its_own_account(tmp_path: Path) -> None:
    async with a_group(tmp_path) as group:
        room = Room(group.store, lambda: MONDAY + timedelta(hours=1))
        await room.send(Outgoing(idempotency_key="s", zone=str(group.zone.id), text="hi"))
        async with group.store.read() as tx:
            (posted,) = await messages.messages_in(tx, group.zone.id)
    assert (posted.author_id, posted.by_simmer) == (None, True)


async def test_an_unknown_zone_is_refused(tmp_path: Path) -> None:
    async with a_group(tmp_path) as group:
        room = Room(group.store, lambda: MONDAY)
        outgoing = Outgoing(idempotency_key="s", zone="99", text="hi")
        assert await room.send(outgoing) == Refused(reason="zone_not_found")
        assert [event async for event in room.events(None)] == []
