"""Accepting a removal or a warning does what its card said, once, after the time to undo."""

from dataclasses import replace
from typing import Any

import httpx
import pytest

from community.actions.consequences import WARNED
from community.actions.messages import record_message
from community.conversation import Message
from community.people import Role
from community.store import members, messages, outbox, revisions
from community.store.audits import audits_of
from community.suggestion import Audience, Lane, Suggestion, Why
from server.working import work_off
from tests.server.house import House

ADVERT = "限时特价！押题班原价1999现在199，加V：kaoyan_999"
INSULT = "你们这种人也配讲课"


async def _drafted(
    house: House, text: str = ADVERT, move: str = "ad_removal", place: str = "room:said"
) -> tuple[Message, Suggestion]:
    """A message of the member and the proposal about it."""
    author = house.people[Role.MEMBER]
    async with house.deps.store.write() as tx:
        said = await record_message(
            tx,
            house.deps.queue,
            zone=house.zone,
            author=author,
            text=text,
            at=house.clock.now,
            key="k",
        )
        if not place.startswith("room:"):
            moved = await messages.insert_message(tx, replace(said, id=0), place)
            assert moved is not None
            said = moved
    draft = await house.offer(
        move=move,
        lane=Lane.SAFETY,
        audience=Audience.FACILITATOR,
        anchor_ids=(said.id,),
        text=f"像推广：“{text[:8]}”，建议移除。",
        why=Why(code=move, facts={"words": "加V"}),
    )
    return said, draft


async def _decide(house: House, draft: Suggestion, role: Role, **body: object) -> httpx.Response:
    client = await house.as_role(role)
    asked = {"decision": "accept"} | body
    return await client.post(f"/api/suggestions/{draft.id}/review", json=asked)


async def _later(house: House) -> None:
    house.clock.turn(seconds=11)
    await work_off(house.deps)


async def _seen(house: House, role: Role = Role.MEMBER) -> list[dict[str, Any]]:
    client = await house.as_role(role)
    return (await client.get(f"/api/zones/{house.zone.id}/messages")).json()["messages"]


async def _queue(house: House, role: Role) -> dict[str, Any]:
    client = await house.as_role(role)
    return (await client.get(f"/api/communities/{house.community.id}/suggestions")).json()


async def test_an_accepted_removal_takes_the_message_down_tells_its_author_and_can_be_undone_later(
    house: House,
) -> None:
    said, draft = await _drafted(house)
    (card,) = (await _queue(house, Role.FACILITATOR))["suggestions"]
    assert card["effect"]["says"].startswith("接受后撤下这条，并发同一则通知")
    assert (card["effect"]["editable"], card["effect"]["notice_down"]) == (False, None)
    edited = await _decide(house, draft, Role.FACILITATOR, decision="edit", text="你别发了")
    assert edited.json()["code"] == "same_for_everybody"

    assert (await _decide(house, draft, Role.FACILITATOR)).status_code == 200
    house.clock.turn(seconds=9)
    await work_off(house.deps)
    assert [each["removed"] for each in await _seen(house)] == [False]
    await _later(house)

    gone, told = await _seen(house)
    assert (gone["removed"], gone["text"]) == (True, "")
    assert (told["private"], told["by_simmer"], told["text"]) == (
        True,
        True,
        card["effect"]["notice"],
    )
    assert len(await _seen(house, Role.ACTIVE_MEMBER)) == 1

    keeper = await house.as_role(Role.FACILITATOR)
    listed = (await keeper.get(f"/api/communities/{house.community.id}/removals")).json()
    (row,) = listed["removals"]
    assert (row["text"], row["by"], row["words"]) == (ADVERT, "林满", "加V")
    back = await keeper.post(f"/api/messages/{said.id}/restore")
    assert back.json()["text"] == ADVERT


async def test_undone_in_time_nothing_is_removed_and_accepting_again_removes_once(
    house: House,
) -> None:
    _, draft = await _drafted(house)
    keeper = await house.as_role(Role.FACILITATOR)
    await _decide(house, draft, Role.FACILITATOR)
    assert (await keeper.post(f"/api/suggestions/{draft.id}/undo")).status_code == 200
    await _later(house)
    assert [each["removed"] for each in await _seen(house)] == [False]
    await _decide(house, draft, Role.FACILITATOR)
    await _later(house)
    await _later(house)
    assert [each["removed"] for each in await _seen(house)] == [True, False]
    assert (await keeper.post(f"/api/suggestions/{draft.id}/undo")).status_code == 409


@pytest.mark.slow
@pytest.mark.parametrize("how", ["edited", "recalled"])
async def test_what_changed_after_it_was_read_is_not_taken_down_and_nobody_is_told(
    house: House, how: str
) -> None:
    said, draft = await _drafted(house)
    await _decide(house, draft, Role.FACILITATOR)
    house.clock.turn(seconds=3)
    async with house.deps.store.write() as tx:
        text = "自己的笔记，免费发大家" if how == "edited" else None
        await revisions.revise(tx, said, at=house.clock.now, source_key="own", text=text)
    await _later(house)
    seen = await _seen(house, Role.FACILITATOR)
    assert [(each["removed"], each["private"]) for each in seen] == [(False, False)]
    client = await house.as_role(Role.FACILITATOR)
    path = f"/api/communities/{house.community.id}/suggestions?state=accepted"
    (card,) = (await client.get(path)).json()["suggestions"]
    assert card["delivery"] == "refused"
    assert card["not_done"].startswith("没有撤下，也没有发通知")


@pytest.mark.slow
async def test_on_another_platform_the_card_says_by_hand_and_accepting_touches_nothing(
    house: House,
) -> None:
    said, draft = await _drafted(house, place="pasted:1")
    (card,) = (await _queue(house, Role.FACILITATOR))["suggestions"]
    assert card["effect"]["by_hand"] is True
    assert "手动撤下" in card["effect"]["says"]
    english = await (await house.as_role(Role.FACILITATOR)).get(
        f"/api/communities/{house.community.id}/suggestions", headers={"accept-language": "en"}
    )
    assert "by hand" in english.json()["suggestions"][0]["effect"]["says"]
    assert (await _decide(house, draft, Role.FACILITATOR)).status_code == 200
    await _later(house)
    async with house.deps.store.read() as tx:
        kept = await messages.message(tx, said.id)
    assert kept is not None
    assert kept.recalled_at is None
    assert not any(each["private"] for each in await _seen(house))


@pytest.mark.slow
async def test_a_warning_goes_to_the_owner_who_warns_in_private_and_the_words_are_kept(
    house: House,
) -> None:
    said, draft = await _drafted(house, INSULT, "warn")
    for_keeper = await _queue(house, Role.FACILITATOR)
    assert (for_keeper["suggestions"], for_keeper["with_owners"]) == ([], 1)
    assert for_keeper["counts"]["offered"] == 0
    assert (await _decide(house, draft, Role.FACILITATOR)).status_code == 404
    for_owner = await _queue(house, Role.OWNER)
    assert for_owner["with_owners"] == 0
    (card,) = for_owner["suggestions"]
    assert INSULT in card["effect"]["notice"]
    await _decide(house, draft, Role.OWNER, decision="edit", text="阿冉，这句收一收。")
    await _later(house)
    first, told = await _seen(house)
    assert (first["removed"], first["text"]) == (False, INSULT)
    assert (told["private"], told["author"]["name"]) == (True, "周砚秋")
    assert (told["text"], told["reply_to"]["id"]) == ("阿冉，这句收一收。", said.id)
    async with house.deps.store.read() as tx:
        (kept,) = await audits_of(tx, house.community.id, WARNED)
    assert (kept.subject, kept.facts["quote"]) == (f"message:{said.id}", INSULT)
    assert kept.facts["by"] == house.people[Role.OWNER].id


@pytest.mark.slow
async def test_a_warned_message_can_go_too_and_comes_back(house: House) -> None:
    said, draft = await _drafted(house, INSULT, "warn")
    (card,) = (await _queue(house, Role.OWNER))["suggestions"]
    dropped = await _decide(house, draft, Role.OWNER, decision="dismiss", take_down=True)
    assert dropped.json()["code"] == "nothing_to_take_down"
    await _decide(house, draft, Role.OWNER, take_down=True)
    await _later(house)
    gone, told = await _seen(house)
    assert (gone["removed"], told["text"]) == (True, card["effect"]["notice_down"])
    owner = await house.as_role(Role.OWNER)
    assert (await owner.post(f"/api/messages/{said.id}/restore")).json()["text"] == INSULT


@pytest.mark.slow
async def test_taking_down_is_refused_where_there_is_nothing_to_take_down(house: House) -> None:
    draft = await house.offer()
    answer = await _decide(house, draft, Role.FACILITATOR, take_down=True)
    assert (answer.status_code, answer.json()["code"]) == (422, "nothing_to_take_down")


@pytest.mark.slow
async def test_without_an_owner_the_hosts_decide(house: House) -> None:
    _, draft = await _drafted(house, INSULT, "warn")
    async with house.deps.store.write() as tx:
        gone = replace(house.people[Role.OWNER], left_at=house.clock.now)
        await members.update_member(tx, gone)
    assert len((await _queue(house, Role.FACILITATOR))["suggestions"]) == 1
    assert (await _decide(house, draft, Role.FACILITATOR)).status_code == 200


async def test_of_a_removal_by_hand_only_its_notice_is_noted_as_posted(house: House) -> None:
    _, draft = await _drafted(house, place="paste:said")
    host = await house.as_role(Role.FACILITATOR)
    (card,) = (await _queue(house, Role.FACILITATOR))["suggestions"]
    assert card["effect"]["by_hand"]
    assert "建议移除" not in card["effect"]["notice"]
    assert "恢复" not in card["effect"]["notice"], "what went elsewhere is not put back from here"
    assert "再发一次" in card["effect"]["notice"]
    posted = await host.post(f"/api/suggestions/{draft.id}/posted")
    assert (posted.status_code, posted.json()["delivery"]) == (200, "copied")
    async with house.deps.store.read() as tx:
        (copied,) = await outbox.copied_in(tx, house.zone.id)
    assert copied.text == card["effect"]["notice"]


@pytest.mark.parametrize("place", ["room:said", None])
async def test_what_is_for_the_host_alone_or_done_here_is_not_posted_by_hand(
    house: House, place: str | None
) -> None:
    if place is None:
        draft = await house.offer(audience=Audience.FACILITATOR)
    else:
        _, draft = await _drafted(house, place=place)
    host = await house.as_role(Role.FACILITATOR)
    refused = await host.post(f"/api/suggestions/{draft.id}/posted")
    assert (refused.status_code, refused.json()["code"]) == (422, "nothing_to_post")
