"""What a platform takes: a text that is too long or too private for it is not accepted."""

from dataclasses import replace
from typing import Any, cast

import pytest

from community.delivery import Capabilities, Delivery, DeliveryState
from community.people import Role
from community.store import messages, outbox
from community.suggestion import Audience
from connectors.base import Connector
from connectors.room import EVERYTHING, Room
from server.platforms import ROOM
from server.working import work_off
from tests.builders import said
from tests.server.house import House

SHORT = replace(EVERYTHING, max_characters=20)
PUBLIC = replace(EVERYTHING, private=False)


def _live_on(house: House, takes: Capabilities) -> None:
    """Let the community live on a platform that takes no more than that."""
    connectors = cast("dict[str, Connector]", house.deps.connectors)
    connectors[ROOM] = Room(house.deps.store, house.clock, takes)


async def _decide(house: House, id_: int, **body: object) -> tuple[int, dict[str, Any]]:
    client = await house.as_role(Role.FACILITATOR)
    answer = await client.post(f"/api/suggestions/{id_}/review", json=body)
    return answer.status_code, answer.json()


async def _delivered(house: House, id_: int) -> Delivery | None:
    house.clock.turn(seconds=11)
    await work_off(house.deps)
    async with house.deps.store.read() as tx:
        return (await outbox.deliveries_of(tx, [id_])).get(id_)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("zh", "这条多了 5 个"), ("en", "This is 5 characters longer than the 20")],
)
async def test_what_is_too_long_is_refused_with_how_much_and_stays_open(
    house: House, language: str, sentence: str
) -> None:
    _live_on(house, SHORT)
    draft = await house.offer(text="字" * 25)
    client = await house.as_role(Role.FACILITATOR)
    answer = await client.post(
        f"/api/suggestions/{draft.id}/review",
        json={"decision": "accept"},
        headers={"Accept-Language": language},
    )
    told = answer.json()
    assert (answer.status_code, told["code"]) == (422, "too_long_for_platform")
    assert sentence in told["message"]
    listed = await client.get(f"/api/communities/{house.community.id}/suggestions")
    (card,) = listed.json()["suggestions"]
    assert card["platform"] == {"max_characters": 20, "private": True}
    assert await _delivered(house, draft.id) is None


async def test_shortened_it_is_accepted_and_posted(house: House) -> None:
    _live_on(house, SHORT)
    draft = await house.offer(text="字" * 25)
    code, told = await _decide(house, draft.id, decision="edit", text="字" * 21)
    assert (code, told["facts"]) == (422, {"over": 1, "limit": 20})
    code, _ = await _decide(house, draft.id, decision="edit", text=" " + "字" * 20)
    sent = await _delivered(house, draft.id)
    assert code == 200
    assert sent is not None
    assert sent.state is DeliveryState.SENT


async def test_marks_that_do_not_leave_are_not_counted(house: House) -> None:
    _live_on(house, SHORT)
    told = replace(said(0, None, "怎么排?"), community_id=house.community.id, zone_id=house.zone.id)
    async with house.deps.store.write() as tx:
        marked = await messages.insert_message(tx, told, "marked")
    assert marked is not None
    draft = await house.offer(text=f"{'字' * 20} [{marked.id}]", anchor_ids=(marked.id,))
    code, _ = await _decide(house, draft.id, decision="accept")
    assert code == 200


async def test_a_note_that_is_never_posted_may_be_of_any_length(house: House) -> None:
    _live_on(house, SHORT)
    draft = await house.offer(text="字" * 90, audience=Audience.FACILITATOR)
    code, _ = await _decide(house, draft.id, decision="accept")
    assert code == 200


async def test_private_words_are_not_sent_where_everybody_would_see_them(house: House) -> None:
    _live_on(house, PUBLIC)
    draft = await house.offer(audience=Audience.PRIVATE, to_id=house.people[Role.MEMBER].id)
    code, told = await _decide(house, draft.id, decision="accept")
    assert (code, told["code"]) == (422, "platform_not_private")


@pytest.mark.parametrize(
    ("moved_to", "error"),
    [(SHORT, "too_long_for_platform"), (PUBLIC, "platform_not_private")],
)
async def test_what_was_accepted_for_another_platform_is_refused_and_not_sent(
    house: House, moved_to: Capabilities, error: str
) -> None:
    draft = await house.offer(
        text="字" * 25, audience=Audience.PRIVATE, to_id=house.people[Role.MEMBER].id
    )
    code, _ = await _decide(house, draft.id, decision="accept")
    _live_on(house, moved_to)
    sent = await _delivered(house, draft.id)
    assert code == 200
    assert sent is not None
    assert (sent.state, sent.error) == (DeliveryState.REFUSED, error)
