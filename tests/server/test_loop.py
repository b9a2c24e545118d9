"""A message comes in, a draft comes out, is accepted and posted once: the whole loop."""

from community.people import Role
from server.working import work_off
from tests.server.house import House


async def test_an_unanswered_beginner_becomes_a_draft_and_then_a_message(house: House) -> None:
    member = await house.as_role(Role.MEMBER)
    host = await house.as_role(Role.FACILITATOR)
    posted = await member.post(
        f"/api/zones/{house.zone.id}/messages",
        json={"text": "请问大家，家长群里有人半夜发长语音，你们第二天怎么回？", "key": "first-one"},
    )
    assert posted.status_code == 201
    house.clock.turn(hours=5)
    await work_off(house.deps)
    queue = (await host.get(f"/api/communities/{house.community.id}/suggestions")).json()
    assert queue["counts"]["offered"] == 1
    draft = queue["suggestions"][0]
    assert draft["anchors"][0]["id"] == posted.json()["id"]
    review = await host.post(f"/api/suggestions/{draft['id']}/review", json={"decision": "accept"})
    assert review.status_code == 200, review.text
    house.clock.turn(seconds=11)
    await work_off(house.deps)
    said = (await member.get(f"/api/zones/{house.zone.id}/messages")).json()["messages"]
    assert [each["text"] for each in said][-1] == draft["text"]
    await work_off(house.deps)
    again = (await member.get(f"/api/zones/{house.zone.id}/messages")).json()["messages"]
    assert len(again) == len(said) == 2
