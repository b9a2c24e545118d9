from datetime import timedelta
from typing import Any

import pytest

from community.people import Role
from community.store import outbox
from community.suggestion import Audience, Speaker
from server.working import work_off
from tests.server.house import House


async def _queue(house: House, role: Role) -> list[dict[str, Any]]:
    client = await house.as_role(role)
    answer = await client.get(f"/api/communities/{house.community.id}/suggestions")
    return answer.json()["suggestions"]


async def _decide(house: House, role: Role, id_: int, **body: object) -> tuple[int, dict[str, Any]]:
    client = await house.as_role(role)
    answer = await client.post(f"/api/suggestions/{id_}/review", json=body)
    return answer.status_code, answer.json()


async def _said(house: House) -> list[dict[str, Any]]:
    client = await house.as_role(Role.OWNER)
    return (await client.get(f"/api/zones/{house.zone.id}/messages")).json()["messages"]


async def test_a_suggestion_is_decided_once(house: House) -> None:
    draft = await house.offer()
    first = await _decide(house, Role.FACILITATOR, draft.id, decision="accept")
    second = await _decide(house, Role.OWNER, draft.id, decision="dismiss")
    assert first[0] == 200
    assert (second[0], second[1]["code"]) == (409, "suggestion_already_decided")


async def test_nobody_calls_themselves_with_an_at(house: House) -> None:
    """Whoever is named in it edits it first, or leaves it to somebody else."""
    draft = await house.offer(text=f"有人问退费。@{house.people[Role.OWNER].name} 帮忙看一眼？")
    code, told = await _decide(house, Role.OWNER, draft.id, decision="accept")
    assert (code, told["code"]) == (422, "calls_yourself")
    code, _ = await _decide(house, Role.FACILITATOR, draft.id, decision="accept")
    assert code == 200


async def test_an_accepted_draft_is_posted_by_who_accepted_it(house: House) -> None:
    draft = await house.offer()
    await _decide(house, Role.FACILITATOR, draft.id, decision="accept")
    house.clock.turn(seconds=11)
    await work_off(house.deps)
    (said,) = await _said(house)
    assert said["author"]["id"] == house.people[Role.FACILITATOR].id
    assert not said["by_simmer"]


async def test_everybody_sees_which_words_a_machine_drafted(house: House) -> None:
    draft = await house.offer()
    await _decide(house, Role.FACILITATOR, draft.id, decision="accept")
    house.clock.turn(seconds=11)
    await work_off(house.deps)
    host = await house.as_role(Role.FACILITATOR)
    own = {"text": "我自己说一句。", "key": "in-own-words"}
    assert (await host.post(f"/api/zones/{house.zone.id}/messages", json=own)).is_success
    member = await house.as_role(Role.MEMBER)
    said = (await member.get(f"/api/zones/{house.zone.id}/messages")).json()["messages"]
    assert {each["text"]: each["drafted"] for each in said} == {
        draft.text: True,
        own["text"]: False,
    }


async def test_what_simmer_says_comes_from_its_own_account_with_who_approved_it(
    house: House,
) -> None:
    draft = await house.offer(speaker=Speaker.SIMMER)
    await _decide(house, Role.FACILITATOR, draft.id, decision="accept")
    house.clock.turn(seconds=11)
    await work_off(house.deps)
    (said,) = await _said(house)
    assert said["author"] is None
    assert said["by_simmer"]
    assert said["approved_by"] == house.people[Role.FACILITATOR].name


async def test_an_edited_draft_is_posted_in_the_new_words(house: House) -> None:
    draft = await house.offer()
    await _decide(house, Role.FACILITATOR, draft.id, decision="edit", text="第二页放了什么？")
    house.clock.turn(seconds=11)
    await work_off(house.deps)
    assert [each["text"] for each in await _said(house)] == ["第二页放了什么？"]


async def test_private_words_to_nobody_in_particular_are_posted_nowhere(house: House) -> None:
    draft = await house.offer(audience=Audience.PRIVATE, to_id=None)
    assert (await _decide(house, Role.FACILITATOR, draft.id, decision="accept"))[0] == 200
    house.clock.turn(seconds=11)
    await work_off(house.deps)
    assert await _said(house) == []


async def test_nothing_is_posted_while_it_can_be_undone(house: House) -> None:
    draft = await house.offer()
    await _decide(house, Role.FACILITATOR, draft.id, decision="accept")
    house.clock.turn(seconds=9)
    await work_off(house.deps)
    assert await _said(house) == []
    client = await house.as_role(Role.FACILITATOR)
    assert (await client.post(f"/api/suggestions/{draft.id}/undo")).json()["state"] == "offered"
    house.clock.turn(seconds=60)
    await work_off(house.deps)
    assert await _said(house) == []
    assert [each["id"] for each in await _queue(house, Role.FACILITATOR)] == [draft.id]


async def test_an_undone_draft_can_be_accepted_again_and_is_posted_once(house: House) -> None:
    draft = await house.offer()
    client = await house.as_role(Role.FACILITATOR)
    await _decide(house, Role.FACILITATOR, draft.id, decision="accept")
    await client.post(f"/api/suggestions/{draft.id}/undo")
    await _decide(house, Role.FACILITATOR, draft.id, decision="accept")
    house.clock.turn(seconds=30)
    await work_off(house.deps)
    assert len(await _said(house)) == 1


async def test_it_is_too_late_to_undo_after_the_window(house: House) -> None:
    draft = await house.offer()
    await _decide(house, Role.FACILITATOR, draft.id, decision="accept")
    house.clock.turn(seconds=11)
    client = await house.as_role(Role.FACILITATOR)
    answer = await client.post(f"/api/suggestions/{draft.id}/undo")
    assert (answer.status_code, answer.json()["code"]) == (409, "too_late_to_undo")


async def test_an_expert_is_not_spoken_for(house: House) -> None:
    expert = house.people[Role.EXPERT]
    draft = await house.offer(speaker=Speaker.EXPERT, speaker_id=expert.id)
    (seen,) = await _queue(house, Role.FACILITATOR)
    refused = await _decide(house, Role.FACILITATOR, draft.id, decision="accept")
    assert seen["may_accept"] is False
    assert (refused[0], refused[1]["code"]) == (403, "not_your_name")
    assert (await _decide(house, Role.EXPERT, draft.id, decision="accept"))[0] == 200


async def test_an_expert_sees_only_what_would_be_posted_in_their_name(house: House) -> None:
    await house.offer()
    own = await house.offer(
        speaker=Speaker.EXPERT, speaker_id=house.people[Role.EXPERT].id, text="我先不站队。"
    )
    assert [each["id"] for each in await _queue(house, Role.EXPERT)] == [own.id]


async def test_a_private_note_is_seen_by_its_member_alone(house: House) -> None:
    draft = await house.offer(
        audience=Audience.PRIVATE, to_id=house.people[Role.MEMBER].id, text="不方便回“下次”。"
    )
    await _decide(house, Role.FACILITATOR, draft.id, decision="accept")
    house.clock.turn(seconds=11)
    await work_off(house.deps)
    path = f"/api/zones/{house.zone.id}/messages"
    for role, count in ((Role.MEMBER, 1), (Role.ACTIVE_MEMBER, 0), (Role.FACILITATOR, 1)):
        client = await house.as_role(role)
        assert len((await client.get(path)).json()["messages"]) == count


async def test_a_note_for_the_facilitator_is_never_posted(house: House) -> None:
    draft = await house.offer(audience=Audience.FACILITATOR)
    await _decide(house, Role.FACILITATOR, draft.id, decision="accept")
    house.clock.turn(seconds=11)
    await work_off(house.deps)
    assert await _said(house) == []


async def test_a_snoozed_draft_comes_back(house: House) -> None:
    draft = await house.offer()
    until = (house.clock.now + timedelta(hours=2)).isoformat()
    await _decide(house, Role.FACILITATOR, draft.id, decision="snooze", until=until)
    assert await _queue(house, Role.FACILITATOR) == []
    house.clock.turn(hours=2, seconds=1)
    await work_off(house.deps)
    assert [each["id"] for each in await _queue(house, Role.FACILITATOR)] == [draft.id]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        pytest.param({"decision": "edit"}, "edit_needs_text", id="an edit without words"),
        pytest.param({"decision": "edit", "text": "  "}, "edit_needs_text", id="only spaces"),
        pytest.param({"decision": "snooze"}, "snooze_needs_later_moment", id="no moment"),
        pytest.param(
            {"decision": "snooze", "until": "2020-01-01T00:00:00Z"},
            "snooze_needs_later_moment",
            id="the past",
        ),
        pytest.param({"decision": "burn"}, "request_invalid", id="no such decision"),
    ],
)
async def test_an_unusable_decision_changes_nothing(
    house: House, body: dict[str, object], code: str
) -> None:
    draft = await house.offer()
    status, answer = await _decide(house, Role.FACILITATOR, draft.id, **body)
    assert (status, answer["code"]) == (422, code)
    assert len(await _queue(house, Role.FACILITATOR)) == 1


async def test_a_draft_copied_out_is_not_posted_by_the_machine(house: House) -> None:
    draft = await house.offer()
    client = await house.as_role(Role.FACILITATOR)
    answer = await client.post(f"/api/suggestions/{draft.id}/posted")
    assert answer.json()["delivery"] == "copied"
    house.clock.turn(minutes=5)
    await work_off(house.deps)
    assert await _said(house) == []
    async with house.deps.store.read() as tx:
        assert len(await outbox.copied_in(tx, house.zone.id)) == 1
