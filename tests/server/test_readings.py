"""What is read of members: who sees it, how it is contested, and where it never goes."""

from datetime import timedelta
from typing import Any

import pytest

from community.actions.messages import record_message
from community.contest import HELP
from community.pains import Tap
from community.people import Member, Role
from community.store import communities, members
from community.store.pains import insert_tap
from community.store.suggestions import suggestion
from community.suggestion import Audience, Lane, SuggestionState, Why
from server.access import ACCESS
from server.commands.export import KINDS
from server.working import work_off
from tests.server.house import House
from tests.stores import PutJobs

DOUBTS = (
    "可能说得不对,我是先让他们站着读五分钟再坐下",
    "不知道对不对,我把晚到的名单贴在门后面",
    "班门弄斧一下,卷子我是分三摞改的",
    "说错了别笑,我那次是先打电话再家访的",
)
TELLING = ("barrier", "segment", "not_daring", "self_driven", "不敢讲", "safety", HELP + '"')


@pytest.fixture
async def doubting(house: House) -> Member:
    """A member who takes her words back in six weeks of talk."""
    her, host = house.people[Role.MEMBER], house.people[Role.ACTIVE_MEMBER]
    told = [(host, f"第{day}天的作业本收齐了", day) for day in range(0, 40, 8)]
    told += [(her, text, 5 + 9 * number) for number, text in enumerate(DOUBTS)]
    async with house.deps.store.write() as tx:
        zone = await communities.zone(tx, house.zone.id)
        assert zone is not None
        for author, text, day in told:
            await record_message(
                tx,
                PutJobs(),
                zone=zone,
                author=author,
                text=text,
                at=house.clock.now + timedelta(days=day),
                key=f"{author.id}-at-{day}",
            )
    house.clock.turn(days=41)
    return her


async def _readings(house: House, role: Role = Role.FACILITATOR) -> dict[int, dict[str, Any]]:
    client = await house.as_role(role)
    answer = await client.get(f"/api/communities/{house.community.id}/readings")
    assert answer.status_code == 200, answer.text
    return {each["member_id"]: each for each in answer.json()["readings"]}


async def _contest(house: House, about: str = "barrier") -> dict[str, Any]:
    client = await house.as_role(Role.MEMBER)
    body = {"about": about, "text": "我只是说话客气。"}
    answer = await client.post(f"/api/communities/{house.community.id}/contests", json=body)
    assert answer.status_code == 201, answer.text
    return answer.json()


async def test_a_facilitator_sees_a_guess_its_messages_and_what_helps(
    house: House, doubting: Member
) -> None:
    read = (await _readings(house))[doubting.id]
    assert read["barrier"]["code"] == "not_daring"
    assert read["barrier"]["confidence"] >= 0.5
    (hedged,) = [each for each in read["barrier"]["evidence"] if each["code"] == "hedged"]
    assert {each["text"] for each in hedged["messages"]} == set(DOUBTS)
    assert read["helps"]
    silent = (await _readings(house))[house.people[Role.LEADER].id]
    assert (silent["barrier"]["code"], silent["helps"]) == ("unknown", None)


async def test_nobody_else_may_open_the_readings(house: House, doubting: Member) -> None:
    path = f"/api/communities/{doubting.community_id}/readings"
    for role in set(Role) - {Role.OWNER, Role.FACILITATOR}:
        client = await house.as_role(role)
        assert (await client.get(path)).status_code == 403


async def test_a_contested_reading_is_used_by_nothing_until_it_is_withdrawn(
    house: House, doubting: Member
) -> None:
    kept = await _contest(house)
    thinking = await house.deps.thinking()
    context = thinking.context(house.community)
    assert context.reading is not None
    assert not (await context.reading(doubting.id, house.clock.now)).usable
    read = (await _readings(house))[doubting.id]
    assert (read["barrier"]["code"], read["barrier"]["evidence"]) == ("contested", [])
    assert (read["barrier"]["contest"]["text"], read["helps"]) == ("我只是说话客气。", None)
    client = await house.as_role(Role.MEMBER)
    assert (await client.delete(f"/api/contests/{kept['id']}")).status_code == 200
    assert (await context.reading(doubting.id, house.clock.now)).usable
    assert (await _readings(house))[doubting.id]["barrier"]["code"] == "not_daring"


async def test_a_contest_is_its_members_own(house: House, doubting: Member) -> None:
    kept = await _contest(house)
    owner = await house.as_role(Role.OWNER)
    assert (await owner.delete(f"/api/contests/{kept['id']}")).status_code == 404
    client = await house.as_role(Role.MEMBER)
    path = f"/api/communities/{doubting.community_id}/contests"
    again = await client.post(path, json={"about": "barrier", "text": "真的不是"})
    assert (again.status_code, again.json()["code"]) == (409, "contested_already")
    empty = await client.post(path, json={"about": "segment", "text": "  "})
    assert (empty.status_code, empty.json()["code"]) == (422, "contest_empty")


async def test_a_contest_lets_go_of_what_was_worded_by_the_guess(
    house: House, doubting: Member
) -> None:
    why = Why(code="scaffold_private", facts={"minutes": 3, HELP: "safety"})
    draft = await house.offer(to_id=doubting.id, audience=Audience.PRIVATE, why=why)
    other = await house.offer(to_id=doubting.id, audience=Audience.PRIVATE, text="另一条")
    await _contest(house)
    async with house.deps.store.read() as tx:
        gone, stays = await suggestion(tx, draft.id), await suggestion(tx, other.id)
    assert gone is not None
    assert stays is not None
    assert (gone.state, stays.state) == (SuggestionState.EXPIRED, SuggestionState.OFFERED)
    assert HELP not in gone.why.facts


async def test_only_who_runs_the_group_reads_why_a_draft_is_worded_so(
    house: House, doubting: Member
) -> None:
    why = Why(code="scaffold_private", facts={HELP: "safety"})
    await house.offer(to_id=doubting.id, audience=Audience.PRIVATE, why=why)
    said: dict[Role, dict[str, Any]] = {}
    for role in (Role.FACILITATOR, Role.ASSISTANT):
        client = await house.as_role(role)
        found = await client.get(f"/api/communities/{house.community.id}/suggestions")
        said[role] = found.json()["suggestions"][0]["why"]
    assert said[Role.FACILITATOR]["facts"][HELP] == "safety"
    assert said[Role.FACILITATOR]["text"].startswith(said[Role.ASSISTANT]["text"])
    assert said[Role.FACILITATOR]["text"] != said[Role.ASSISTANT]["text"]
    assert HELP not in said[Role.ASSISTANT]["facts"]


async def test_a_member_sees_what_is_guessed_of_them_and_their_own_words_alone(
    house: House, doubting: Member
) -> None:
    client = await house.as_role(Role.MEMBER)
    home = f"/api/communities/{doubting.community_id}/me"
    me = (await client.get(home)).json()
    assert me["amount"]["messages"] == len(DOUBTS)
    assert [each["code"] for each in me["guesses"]] == ["self_driven", "not_daring"]
    tap = Tap(
        id=0,
        community_id=doubting.community_id,
        member_id=doubting.id,
        asked_at=house.clock.now,
        answered_at=house.clock.now,
        text="家长半夜发微信",
    )
    async with house.deps.store.write() as tx:
        await insert_tap(tx, tap)
    assert [each["text"] for each in (await client.get(home)).json()["taps"]] == [tap.text]
    await _contest(house)
    answer = await client.get(f"{home}/download")
    assert "attachment" in answer.headers["content-disposition"]
    kept = answer.json()
    assert [each["text"] for each in kept["messages"]] == list(DOUBTS)
    assert [each["text"] for each in kept["contests"]] == ["我只是说话客气。"]
    assert [each["text"] for each in kept["private_questions"]] == [tap.text]
    assert "作业本" not in answer.text
    assert "not_daring" not in answer.text


async def test_opting_out_is_in_force_at_once(house: House, doubting: Member) -> None:
    to_her = await house.offer(to_id=doubting.id, audience=Audience.PRIVATE, text="想问你一句")
    named = await house.offer(text=f"{doubting.name}说的站着读,谁试过?")
    other = await house.offer(text="谁试过站着读?")
    danger = await house.offer(
        text=f"{doubting.name}像是撑不住了", lane=Lane.SAFETY, audience=Audience.FACILITATOR
    )
    accepted = await house.offer(text=f"@{doubting.name} 你来说说?")
    host = await house.as_role(Role.FACILITATOR)
    await host.post(f"/api/suggestions/{accepted.id}/review", json={"decision": "accept"})
    client = await house.as_role(Role.MEMBER)
    home = f"/api/communities/{doubting.community_id}/me"
    assert (await client.put(f"{home}/opt-out", json={"opted_out": True})).status_code == 204
    assert doubting.id not in await _readings(house)
    me = (await client.get(home)).json()
    assert (me["opted_out"], me["guesses"]) == (True, [])
    async with house.deps.store.read() as tx:
        found = [await suggestion(tx, each.id) for each in (to_her, named, other, danger)]
        now = await members.member(tx, doubting.id)
    assert [each.state.value for each in found if each] == [
        "expired",
        "expired",
        "offered",
        "offered",
    ]
    house.clock.turn(minutes=1)
    await work_off(house.deps)
    said = (await host.get(f"/api/zones/{house.zone.id}/messages")).json()["messages"]
    assert not [each for each in said if accepted.text in each["text"]]
    assert now is not None
    assert now.opted_out
    await client.put(f"{home}/opt-out", json={"opted_out": False})
    assert doubting.id in await _readings(house)


async def test_no_export_says_what_is_read_of_a_member(house: House, doubting: Member) -> None:
    """Every kind there is, after a look that was worded by a reading."""
    why = Why(code="scaffold_private", facts={"minutes": 3, HELP: "safety"})
    await house.offer(to_id=doubting.id, audience=Audience.PRIVATE, why=why)
    await _contest(house, "segment")
    async with house.deps.store.read() as tx:
        for kind, export in KINDS.items():
            lines = [repr(line) async for line in export(tx, house.community, house.deps)]
            found = [word for line in lines for word in TELLING if word in line]
            assert not found, kind


async def test_what_members_may_open_says_nothing_read_of_others(
    house: House, doubting: Member
) -> None:
    """Every list a member, an assistant, an expert or a leader can open."""
    why = Why(code="scaffold_private", facts={"minutes": 3, HELP: "safety"})
    await house.offer(to_id=doubting.id, audience=Audience.PRIVATE, why=why)
    home = f"/api/communities/{house.community.id}"
    seen = 0
    lists = ("zones", "suggestions", "observations", "articles", "questions", "members")
    for role in set(Role) - {Role.OWNER, Role.FACILITATOR, Role.MEMBER}:
        client = await house.as_role(role)
        for path in (*(f"{home}/{each}" for each in lists), f"{home}/readings"):
            answer = await client.get(path)
            seen += answer.status_code == 200
            assert not [word for word in TELLING if word in answer.text], (role, path)
        messages = await client.get(f"/api/zones/{house.zone.id}/messages")
        assert not [word for word in TELLING if word in messages.text], role
    assert seen >= 12
    assert ACCESS["list_readings"].roles == {Role.OWNER, Role.FACILITATOR}


@pytest.mark.usefixtures("doubting")
async def test_help_to_say_it_suits_whom_it_is_for_and_the_queue_says_why(house: House) -> None:
    """From the room through a look to the queue: words and reason fit who dares not."""
    client = await house.as_role(Role.MEMBER)
    stuck = {"text": "有个客户的事,不知道怎么说", "key": "stuck-for-words"}
    await client.post(f"/api/zones/{house.zone.id}/messages", json=stuck)
    house.clock.turn(minutes=2)
    await work_off(house.deps)
    host = await house.as_role(Role.FACILITATOR)
    found = await host.get(f"/api/communities/{house.community.id}/suggestions")
    (draft,) = found.json()["suggestions"]
    assert (draft["move"], draft["audience"]) == ("scaffold_private", "private")
    assert draft["why"]["facts"][HELP] == "safety"
    looks = await host.get(f"/api/communities/{house.community.id}/observations")
    assert not [word for word in TELLING if word in looks.text]
