"""What is owed in a room: opened, passed on, met, excused and handed over, over HTTP."""

from typing import cast

from community.people import Role
from community.store import messages
from server.working import work_off
from tests.server.house import House

ASKS = "请问大家，家长群里有人半夜发长语音，你们第二天怎么回？"
Row = dict[str, object]


async def _say(
    house: House, text: str = ASKS, role: Role = Role.ACTIVE_MEMBER, reply_to: int | None = None
) -> int:
    client = await house.as_role(role)
    said = await client.post(
        f"/api/zones/{house.zone.id}/messages",
        json={"text": text, "key": f"{role}-{house.clock.now.timestamp()}", "reply_to": reply_to},
    )
    assert said.status_code == 201, said.text
    house.clock.turn(seconds=5)
    await work_off(house.deps)
    return int(said.json()["id"])


async def _answer(house: House, path: str = "obligations", **asked: str) -> Row:
    client = await house.as_role(Role.FACILITATOR)
    found = await client.get(f"/api/communities/{house.community.id}/{path}", params=asked)
    assert found.status_code == 200, found.text
    return cast("Row", found.json())


async def _debts(house: House, **asked: str) -> list[Row]:
    return cast("list[Row]", (await _answer(house, **asked))["obligations"])


async def _act(house: House, path: str, **body: object) -> Row:
    client = await house.as_role(Role.FACILITATOR)
    done = await client.post(f"/api/{path}", json=body)
    assert done.status_code in (200, 201), done.text
    return cast("Row", done.json())


async def test_a_question_is_owed_until_somebody_answers_it(house: House) -> None:
    asked = await _say(house)
    (debt,) = await _debts(house)
    assert (debt["message_id"], debt["kind"], debt["state"]) == (asked, "question", "open")
    assert debt["text"] == ASKS
    assert cast("Row", debt["owner"])["name"] == "林满"
    house.clock.turn(minutes=10)
    await _say(house, "我一般第二天早读后再回家长", Role.MEMBER, reply_to=asked)
    assert await _debts(house) == []
    (met,) = await _debts(house, state="met")
    assert (met["message_id"], met["met_by"]) == (asked, "许冉")


async def test_it_is_passed_on_and_missed_without_a_new_word(house: House) -> None:
    await _say(house)
    house.clock.turn(hours=2)
    await work_off(house.deps)
    (debt,) = await _debts(house)
    assert cast("Row", debt["owner"])["name"] == "周砚秋"
    assert debt["escalated_at"] is not None
    house.clock.turn(hours=80)
    await work_off(house.deps)
    assert await _debts(house) == []
    (missed,) = await _debts(house, state="missed")
    assert missed["closed_at"] == missed["lapses_at"]


async def test_who_is_on_duty_has_it_and_can_hand_all_of_it_over_and_back(house: House) -> None:
    assistant, owner = (house.people[role] for role in (Role.ASSISTANT, Role.OWNER))
    assert (await _answer(house))["on_duty"] == []
    base = f"communities/{house.community.id}"
    day = {"first_day": "2026-03-02", "last_day": "2026-03-02"}
    await _act(house, f"{base}/duties", member_id=assistant.id, kind="duty", **day)
    assert cast("list[Row]", (await _answer(house))["on_duty"])[0]["name"] == "助教小唐"
    await _say(house)
    (debt,) = await _debts(house)
    assert cast("Row", debt["owner"])["id"] == assistant.id
    given = await _act(house, f"{base}/obligations/hand-over", from_id=assistant.id, to_id=owner.id)
    assert given["ids"] == [debt["id"]]
    back = {"from_id": owner.id, "to_id": assistant.id, "ids": given["ids"]}
    await _act(house, f"{base}/obligations/hand-over", **back)
    assert cast("Row", (await _debts(house))[0]["owner"])["id"] == assistant.id
    await _act(house, f"{base}/duties", member_id=assistant.id, kind="leave", **day)
    assert (await _answer(house))["on_duty"] == []


async def test_an_excuse_needs_a_reason_stays_and_can_be_taken_back(house: House) -> None:
    await _say(house)
    (debt,) = await _debts(house)
    client = await house.as_role(Role.ASSISTANT)
    refused = await client.post(f"/api/obligations/{debt['id']}/excuse", json={"reason": "  "})
    assert (refused.status_code, refused.json()["code"]) == (422, "excuse_needs_reason")
    done = await _act(house, f"obligations/{debt['id']}/excuse", reason="中午当面聊过了")
    assert (done["state"], done["reason"], done["by_hand"]) == ("excused", "中午当面聊过了", True)
    await _say(house, "今天食堂的红烧肉不错", Role.MEMBER)
    assert await _debts(house) == []
    twice = await client.post(f"/api/obligations/{debt['id']}/excuse", json={"reason": "再来"})
    assert twice.json()["code"] == "obligation_closed"
    await _act(house, f"obligations/{debt['id']}/reopen")
    assert [each["id"] for each in await _debts(house)] == [debt["id"]]


async def test_one_message_is_owed_once_beside_its_draft(house: House) -> None:
    asked = await _say(house)
    house.clock.turn(hours=1, minutes=5)
    await work_off(house.deps)
    (debt,) = await _debts(house)
    queue = await _answer(house, "suggestions")
    (draft,) = cast("list[Row]", queue["suggestions"])
    assert (debt["message_id"], debt["suggestion_id"]) == (asked, draft["id"])
    assert draft["due_at"] == debt["due_at"]
    await _act(house, f"suggestions/{draft['id']}/review", decision="accept")
    house.clock.turn(seconds=15)
    await work_off(house.deps)
    house.clock.turn(seconds=5)
    await work_off(house.deps)
    assert asked not in {each["message_id"] for each in await _debts(house)}
    (met,) = await _debts(house, state="met")
    assert met["met_by"] == "林满"


async def test_the_ledger_counts_by_week(house: House) -> None:
    asked = await _say(house)
    house.clock.turn(minutes=20)
    await _say(house, "我一般第二天早读后再回家长", Role.MEMBER, reply_to=asked)
    await _say(house, "请问月考历史开卷还是闭卷？有人知道吗")
    house.clock.turn(days=4)
    await work_off(house.deps)
    (week,) = cast("list[Row]", (await _answer(house, "obligations/weeks"))["weeks"])
    assert week["starts"] == "2026-03-02"
    assert (week["opened"], week["in_time"], week["missed"]) == (2, 1, 1)
    assert 20 <= cast("float", week["median_minutes"]) < 21


async def test_the_roster_of_a_week_is_copied_once_and_handed_over(house: House) -> None:
    owner = house.people[Role.OWNER]
    base = f"communities/{house.community.id}"
    kept = await _act(
        house,
        f"{base}/duties",
        member_id=house.people[Role.FACILITATOR].id,
        kind="duty",
        first_day="2026-03-03",
        last_day="2026-03-03",
        from_hour=8,
        until_hour=22,
    )
    for _ in range(2):
        copied = await _act(house, f"{base}/duties/copy", week="2026-03-09")
        (row,) = cast("list[Row]", copied["duties"])
        assert (row["first_day"], row["from_hour"], row["until_hour"]) == ("2026-03-10", 8, 22)
    given = await _act(house, f"duties/{kept['id']}/hand-over", to_id=owner.id)
    assert (cast("Row", given["member"])["id"], given["handed_by"]) == (owner.id, "林满")
    client = await house.as_role(Role.OWNER)
    assert (await client.delete(f"/api/duties/{kept['id']}")).status_code == 204
    assert (await _answer(house, "duties", week="2026-03-02"))["duties"] == []
    odd = await client.get(f"/api/{base}/duties", params={"week": "2026-03-04"})
    assert odd.json()["code"] == "week_begins_on_monday"


async def test_a_member_sees_nobodys_debts(house: House) -> None:
    client = await house.as_role(Role.MEMBER)
    for path in ("obligations", "obligations/weeks", "duties"):
        found = await client.get(f"/api/communities/{house.community.id}/{path}")
        assert found.status_code == 403


async def test_an_excused_debt_takes_its_draft_along_and_gives_it_back(house: House) -> None:
    asked = await _say(house)
    (debt,) = await _debts(house)
    draft = await house.offer(anchor_ids=(asked,), move="no_orphan")

    async def waiting() -> list[int]:
        found = cast("list[Row]", (await _answer(house, "suggestions"))["suggestions"])
        return [cast("int", each["id"]) for each in found]

    assert await waiting() == [draft.id]
    await _act(house, f"obligations/{debt['id']}/excuse", reason="当面说了")
    assert await waiting() == []
    async with house.deps.store.read() as tx:
        talk = await messages.talk(tx, house.zone.id, now=house.clock.now)
    assert (asked, "question") in talk.refused
    await _act(house, f"obligations/{debt['id']}/reopen")
    assert await waiting() == [draft.id]
