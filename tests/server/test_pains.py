from dataclasses import replace
from datetime import timedelta

from community.actions.members import set_opt_out
from community.actions.pains import pains_job
from community.people import Role
from community.store import messages
from community.store.pains import pains_in
from server.working import work_off
from tests.builders import said
from tests.server.house import House

LATE = "早自习迟到的越来越多,扣分也没用"
LATE_TOO = "我班早自习又有八个迟到的,谈了三次还是不改"
PAID = "老客户的账又拖了两个月,怎么催都没反应"


async def spoken(house: House, role: Role, text: str, hours: float) -> int:
    message = replace(
        said(0, house.people[role], text),
        community_id=house.community.id,
        zone_id=house.zone.id,
        at=house.clock.now - timedelta(hours=hours),
    )
    async with house.deps.store.write() as tx:
        kept = await messages.insert_message(tx, message, f"{role}:{hours}")
    assert kept is not None
    return kept.id


async def read(house: House) -> None:
    """Let a reading of the troubles come due."""
    async with house.deps.store.write() as tx:
        await house.deps.queue.put(tx, pains_job(house.community.id, house.clock.now))
    await work_off(house.deps)


async def test_a_facilitator_reads_pins_and_undoes_what_is_hard(house: House) -> None:
    await spoken(house, Role.MEMBER, LATE, 30)
    await spoken(house, Role.ACTIVE_MEMBER, PAID, 20)
    await read(house)
    host = await house.as_role(Role.FACILITATOR)
    address = f"/api/communities/{house.community.id}/pains"
    found = (await host.get(address)).json()["pains"]
    assert {one["words"] for one in found} == {LATE, PAID}
    second = found[1]
    assert (second["people"], second["state"], len(second["messages"])) == (1, "open", 1)
    assert second["messages"][0]["zone"] == house.zone.key
    for decision, state in (("pin", "pinned"), ("unpin", "open"), ("dismiss", "dismissed")):
        answer = await host.put(f"/api/pains/{second['id']}", json={"decision": decision})
        assert answer.json()["state"] == state
    assert [one["id"] for one in (await host.get(address)).json()["away"]] == [second["id"]]
    await read(house)
    assert len((await host.get(address)).json()["pains"]) == 1
    back = await host.put(f"/api/pains/{second['id']}", json={"decision": "reopen"})
    assert back.json()["state"] == "open"
    refused = await host.put(f"/api/pains/{second['id']}", json={"decision": "reopen"})
    assert (refused.status_code, refused.json()["code"]) == (409, "pain_already_decided")


async def test_only_those_who_care_for_the_room_see_pain_points(house: House) -> None:
    await spoken(house, Role.MEMBER, LATE, 30)
    await read(house)
    address = f"/api/communities/{house.community.id}/pains"
    assert (await (await house.as_role(Role.MEMBER)).get(address)).status_code == 403
    expert = await house.as_role(Role.EXPERT)
    [pain] = (await expert.get(address)).json()["pains"]
    denied = await expert.put(f"/api/pains/{pain['id']}", json={"decision": "pin"})
    assert denied.status_code == 403


async def test_who_opted_out_is_counted_and_never_shown(house: House) -> None:
    first = await spoken(house, Role.MEMBER, LATE, 30)
    await spoken(house, Role.ACTIVE_MEMBER, LATE_TOO, 20)
    async with house.deps.store.write() as tx:
        await set_opt_out(tx, member_id=house.people[Role.MEMBER].id, opted_out=True)
    await read(house)
    async with house.deps.store.read() as tx:
        kept = await pains_in(tx, house.community.id)
    assert all(LATE not in one.words for one in kept)
    host = await house.as_role(Role.FACILITATOR)
    shown = (await host.get(f"/api/communities/{house.community.id}/pains")).json()["pains"]
    assert all(told["message_id"] != first for one in shown for told in one["messages"])
    assert all(told["text"] != LATE for one in shown for told in one["messages"])


async def test_a_member_answers_privately_and_is_left_alone_for_a_month(house: House) -> None:
    await spoken(house, Role.ACTIVE_MEMBER, PAID, 20)
    await read(house)
    member = await house.as_role(Role.MEMBER)
    house.people[Role.MEMBER] = replace(house.people[Role.MEMBER])
    address = f"/api/communities/{house.community.id}/tap"
    tap = (await member.get(address)).json()["tap"]
    [choice] = tap["choices"]
    assert choice["words"] == PAID
    answer = {"choice": "answer", "pain_id": choice["pain_id"]}
    assert (await member.put(f"/api/taps/{tap['id']}", json=answer)).json()["answered"] is True
    assert (await member.get(address)).json() == {"tap": None}
    host = await house.as_role(Role.FACILITATOR)
    assert (await host.get(address)).json() == {"tap": None}
    stranger = await host.put(f"/api/taps/{tap['id']}", json={"choice": "never"})
    assert stranger.status_code == 404
    await read(house)
    [pain] = (await host.get(f"/api/communities/{house.community.id}/pains")).json()["pains"]
    assert (pain["people"], pain["silent"], pain["taps"]) == (2, 1, 1)


async def test_words_of_a_tap_are_shown_only_where_the_member_agreed(house: House) -> None:
    member = await house.as_role(Role.MEMBER)
    tap = (await member.get(f"/api/communities/{house.community.id}/tap")).json()["tap"]
    words = "备课总是来不及,周末全搭进去"
    host = await house.as_role(Role.FACILITATOR)
    address = f"/api/communities/{house.community.id}/pains"
    for may_quote, shown in ((False, []), (True, [words])):
        answer = {"choice": "answer", "text": words, "may_quote": may_quote}
        assert (await member.put(f"/api/taps/{tap['id']}", json=answer)).status_code == 200
        await read(house)
        found = (await host.get(address)).json()["pains"]
        assert [one["words"] for one in found] == shown


async def test_a_picked_pain_point_becomes_a_question_in_the_queue_once(house: House) -> None:
    await spoken(house, Role.MEMBER, LATE, 30)
    await read(house)
    host = await house.as_role(Role.FACILITATOR)
    address = f"/api/communities/{house.community.id}"
    [pain] = (await host.get(f"{address}/pains")).json()["pains"]
    asked = await host.post(f"/api/pains/{pain['id']}/ask")
    assert asked.status_code == 201, asked.text
    drafts = (await host.get(f"{address}/suggestions")).json()["suggestions"]
    [draft] = [one for one in drafts if one["id"] == asked.json()["suggestion_id"]]
    assert draft["move"] in {"provoke", "low_cost_q"}
    assert draft["why"]["code"] == "asked_about"
    assert all(check["passed"] for check in draft["checks"])
    again = await host.post(f"/api/pains/{pain['id']}/ask")
    assert (again.status_code, again.json()["code"]) == (409, "pain_asked_already")
