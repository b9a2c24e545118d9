"""Marks lead to messages inside the product, and do not leave it; a card says whose name it is."""

from typing import Any

from community.people import Role
from community.store import outbox
from community.suggestion import Speaker, Suggestion
from server.working import work_off
from tests.server.house import House


async def _say(house: House, role: Role, text: str) -> int:
    client = await house.as_role(role)
    body = {"text": text, "key": f"key-of-{text}"}
    posted = await client.post(f"/api/zones/{house.zone.id}/messages", json=body)
    return posted.json()["id"]


async def _summary(house: House) -> tuple[Suggestion, int, int]:
    first = await _say(house, Role.MEMBER, "我把第一节拆成两页了")
    second = await _say(house, Role.EXPERT, "第二页可以只放一道题")
    text = f"先拆两页[{second}]，再删[{first}][{second}]，见第[9999]条"
    return await house.offer(text=text, anchor_ids=(first, second)), first, second


async def _card(house: House, role: Role) -> dict[str, Any]:
    client = await house.as_role(role)
    answer = await client.get(f"/api/communities/{house.community.id}/suggestions")
    return answer.json()["suggestions"][0]


async def test_a_draft_names_what_it_cites_in_the_order_of_its_marks(house: House) -> None:
    _, first, second = await _summary(house)
    cited = (await _card(house, Role.FACILITATOR))["cited"]
    assert [each["id"] for each in cited] == [second, first]
    assert cited[1]["author"] == house.people[Role.MEMBER].name
    assert cited[1]["text"] == "我把第一节拆成两页了"


async def test_a_posted_draft_still_leads_to_its_messages_but_not_to_recalled_ones(
    house: House,
) -> None:
    draft, first, second = await _summary(house)
    host, member = await house.as_role(Role.FACILITATOR), await house.as_role(Role.MEMBER)
    await host.post(f"/api/suggestions/{draft.id}/review", json={"decision": "accept"})
    house.clock.turn(seconds=11)
    await work_off(house.deps)
    path = f"/api/zones/{house.zone.id}/messages"
    said = (await member.get(path)).json()["messages"]
    assert [each["id"] for each in said[-1]["cited"]] == [second, first]
    assert [each["cited"] for each in said[:-1]] == [[], []]
    await member.delete(f"/api/messages/{first}")
    said = (await member.get(path)).json()["messages"]
    assert [each["id"] for each in said[-1]["cited"]] == [second]


async def test_a_number_a_member_wrote_in_brackets_cites_nothing(house: House) -> None:
    first = await _say(house, Role.MEMBER, "第一条")
    await _say(house, Role.MEMBER, f"见[{first}]")
    client = await house.as_role(Role.MEMBER)
    said = (await client.get(f"/api/zones/{house.zone.id}/messages")).json()["messages"]
    assert [each["cited"] for each in said] == [[], []]


async def test_what_is_copied_out_has_no_ids_of_ours(house: House) -> None:
    draft, _, _ = await _summary(house)
    host = await house.as_role(Role.FACILITATOR)
    await host.post(f"/api/suggestions/{draft.id}/posted")
    async with house.deps.store.read() as tx:
        kept = (await outbox.deliveries_of(tx, [draft.id]))[draft.id]
    assert kept.text == "先拆两页，再删，见第[9999]条"


async def test_a_draft_for_the_host_is_in_the_name_of_whoever_may_accept_it(house: House) -> None:
    host = house.people[Role.FACILITATOR]
    await house.offer(speaker=Speaker.FACILITATOR, speaker_id=host.id)
    for role in (Role.OWNER, Role.FACILITATOR):
        card = await _card(house, role)
        assert (card["speaker_name"], card["may_accept"]) == (house.people[role].name, True)


async def test_an_experts_draft_stays_in_the_experts_name(house: House) -> None:
    expert = house.people[Role.EXPERT]
    await house.offer(speaker=Speaker.EXPERT, speaker_id=expert.id)
    card = await _card(house, Role.OWNER)
    assert (card["speaker_name"], card["may_accept"]) == (expert.name, False)
