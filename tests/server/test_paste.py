"""A group no program may listen to: paste, get a draft, copy it out, paste again, confirmed."""

from typing import Any

from community.people import Role
from community.store import members
from community.store.suggestions import suggestion
from community.suggestion import SuggestionState
from server.working import work_off
from tests.server.house import House

ASKED = "请问大家，家长群里有人半夜发长语音，你们第二天怎么回？"
SCREEN = f"许冉 2026/3/2 09:10\n{ASKED}\n\n许冉 2026/3/2 09:12\n第一次遇到，有点慌\n"


async def _paste(house: House, text: str, role: Role = Role.FACILITATOR) -> dict[str, Any]:
    client = await house.as_role(role)
    path = f"/api/communities/{house.community.id}/paste"
    answer = await client.post(path, json={"zone": house.zone.id, "text": text})
    return {"status": answer.status_code, **answer.json()}


async def _card(house: House) -> dict[str, Any]:
    client = await house.as_role(Role.FACILITATOR)
    answer = await client.get(f"/api/communities/{house.community.id}/suggestions")
    return answer.json()["suggestions"][0]


async def test_a_pasted_question_brings_a_draft_and_the_next_paste_confirms_it(
    house: House,
) -> None:
    house.clock.turn(hours=5)
    first = await _paste(house, SCREEN)
    assert (first["status"], first["report"]["messages"]) == (200, 2)
    house.clock.turn(minutes=5)
    await work_off(house.deps)
    card = await _card(house)
    host = await house.as_role(Role.FACILITATOR)
    copied = await host.post(f"/api/suggestions/{card['id']}/posted")
    assert copied.json()["delivery"] == "copied"
    house.clock.turn(minutes=10)
    posted = f"{SCREEN}\n林满 2026/3/2 14:12\n{card['text']}\n"
    second = await _paste(house, posted)
    assert second["confirmed"] == [card["id"]]
    assert second["report"]["known"] == 2
    third = await _paste(house, posted)
    assert (third["report"]["messages"], third["confirmed"]) == (0, [])


async def test_a_draft_copied_without_its_marks_is_recognised(house: House) -> None:
    await _paste(house, SCREEN)
    client = await house.as_role(Role.MEMBER)
    said = (await client.get(f"/api/zones/{house.zone.id}/messages")).json()["messages"]
    draft = await house.offer(
        text=f"今天两件事：半夜的语音怎么回[{said[0]['id']}]，第一次遇到别慌[{said[1]['id']}]。",
        anchor_ids=tuple(each["id"] for each in said),
    )
    host = await house.as_role(Role.FACILITATOR)
    await host.post(f"/api/suggestions/{draft.id}/posted")
    house.clock.turn(hours=5)
    plain = "今天两件事：半夜的语音怎么回，第一次遇到别慌。"
    told = await _paste(house, f"{SCREEN}\n林满 2026/3/2 13:40\n{plain}\n")
    assert told["confirmed"] == [draft.id]


async def test_what_is_no_chat_is_one_sentence_and_members_do_not_paste(house: House) -> None:
    empty = await _paste(house, "   \n")
    assert empty["status"] == 422
    assert "_" not in empty["message"]
    assert (await _paste(house, SCREEN, Role.MEMBER))["status"] == 403


async def test_a_paste_is_seen_before_it_is_kept_and_taken_back_as_one(house: House) -> None:
    client = await house.as_role(Role.FACILITATOR)
    path = f"/api/communities/{house.community.id}/paste"
    body = {"zone": house.zone.id, "text": SCREEN}
    seen = (await client.post(f"{path}/preview", json=body)).json()
    assert [(each["author"], each["text"]) for each in seen["lines"]] == [
        ("许冉", ASKED),
        ("许冉", "第一次遇到，有点慌"),
    ]
    talk = f"/api/zones/{house.zone.id}/messages"
    assert (await client.get(talk)).json()["messages"] == []
    kept = (await client.post(path, json=body)).json()
    draft = await house.offer(anchor_ids=(kept["message_ids"][0],))
    undo = {"message_ids": kept["message_ids"]}
    assert (await client.post(f"{path}/undo", json=undo)).json() == {"recalled": 2, "members": 0}
    said = (await client.get(talk)).json()["messages"]
    assert [(each["recalled"], each["text"]) for each in said] == [(True, "")] * 2
    async with house.deps.store.read() as tx:
        gone = await suggestion(tx, draft.id)
    assert gone is not None
    assert gone.state is SuggestionState.EXPIRED


async def test_nobody_takes_back_what_is_not_there_or_was_not_theirs_to_take(house: House) -> None:
    client = await house.as_role(Role.FACILITATOR)
    path = f"/api/communities/{house.community.id}/paste/undo"
    kept = await _paste(house, SCREEN)
    half = {"message_ids": [*kept["message_ids"], 999_999]}
    assert (await client.post(path, json=half)).status_code == 404
    member = await house.as_role(Role.MEMBER)
    mine = {"message_ids": kept["message_ids"]}
    assert (await member.post(path, json=mine)).status_code == 403
    said = (await client.get(f"/api/zones/{house.zone.id}/messages")).json()["messages"]
    assert not [each for each in said if each["recalled"]]


NEWCOMER = "\n王小明(新来的) 2026/3/2 09:14\n大家好，我刚进来，请多关照\n"


async def _names(house: House) -> set[str]:
    async with house.deps.store.read() as tx:
        return {each.name for each in await members.members(tx, house.community.id)}


async def test_who_came_with_a_paste_leaves_with_it_and_it_may_be_pasted_again(
    house: House,
) -> None:
    client = await house.as_role(Role.FACILITATOR)
    path = f"/api/communities/{house.community.id}/paste/undo"
    for _ in range(2):
        kept = await _paste(house, SCREEN + NEWCOMER)
        assert (kept["report"]["messages"], len(kept["member_ids"])) == (3, 1)
        assert "王小明(新来的)" in await _names(house)
        await house.offer(
            state=SuggestionState.OFFERED,
            key=f"welcome:{kept['message_ids'][-1]}",
            anchor_ids=(kept["message_ids"][-1],),
            to_id=kept["member_ids"][0],
        )
        undo = {name: kept[name] for name in ("message_ids", "member_ids")}
        assert (await client.post(path, json=undo)).json() == {"recalled": 3, "members": 1}
        assert "王小明(新来的)" not in await _names(house)
    talk = await client.get(f"/api/zones/{house.zone.id}/messages")
    assert all(each["recalled"] for each in talk.json()["messages"])


async def test_who_has_anything_else_here_stays(house: House) -> None:
    client = await house.as_role(Role.FACILITATOR)
    kept = await _paste(house, SCREEN + NEWCOMER)
    later = "\n王小明(新来的) 2026/3/2 09:20\n我是教历史的\n"
    await _paste(house, SCREEN + NEWCOMER + later)
    undo = {name: kept[name] for name in ("message_ids", "member_ids")}
    path = f"/api/communities/{house.community.id}/paste/undo"
    assert (await client.post(path, json=undo)).json() == {"recalled": 3, "members": 0}
    assert {"王小明(新来的)", "许冉"} <= await _names(house)
