"""Experts review together: comments, hand-overs, questions to authors, and who is quoted."""

from typing import Any

import httpx
import pytest

from agent.distilling.support import checked
from community.actions.contests import set_own_opt_out
from community.people import Role
from community.store import members
from server.working import work_off
from tests.server.drafted import SAID, Drafted, drafted, live_texts
from tests.server.house import House


async def _other_expert(house: House) -> int:
    """Make the assistant an expert too."""
    other = house.people[Role.ASSISTANT]
    async with house.deps.store.write() as tx:
        await members.set_role(tx, other.id, Role.EXPERT)
    return other.id


@pytest.mark.slow
async def test_a_comment_stands_beside_its_claim_until_it_is_settled(house: House) -> None:
    draft = await drafted(house)
    expert, owner = await draft.expert(), await house.as_role(Role.OWNER)
    claim = (await draft.now())["claims"][0]
    path = f"/api/distillations/{draft.id}/comments"
    written = await expert.post(path, json={"claim_id": claim["id"], "text": "“统一”是几点？"})
    (comment,) = written.json()["beside"]["comments"]
    assert (comment["claim_id"], comment["author"]) == (claim["id"], "顾老师")
    rows = (await owner.get(f"/api/communities/{house.community.id}/distillations")).json()
    assert rows["distillations"][0]["comments"] == 1
    settled = (await owner.post(f"/api/comments/{comment['id']}/settle")).json()
    assert settled["beside"]["comments"][0]["settled_by"] == "周砚秋"
    again = await expert.post(f"/api/comments/{comment['id']}/settle")
    assert (again.status_code, again.json()["code"]) == (409, "comment_settled")
    opened = (await expert.post(f"/api/comments/{comment['id']}/unsettle")).json()
    assert opened["beside"]["comments"][0]["settled_at"] is None
    member = await house.as_role(Role.MEMBER)
    assert (await member.post(path, json={"text": "我也想说"})).status_code == 403
    elsewhere = await expert.post(path, json={"claim_id": 99_999, "text": "哪一句？"})
    assert elsewhere.json()["code"] == "claim_not_found"


@pytest.mark.slow
async def test_an_article_handed_over_lies_first_until_it_is_signed_or_returned(
    house: House,
) -> None:
    other = await _other_expert(house)
    draft = await drafted(house)
    expert, second = await draft.expert(), await house.as_role(Role.ASSISTANT)
    path, listed = (
        f"/api/distillations/{draft.id}/hand-over",
        (f"/api/communities/{house.community.id}/distillations"),
    )
    mine = await expert.post(path, json={"to_id": house.people[Role.EXPERT].id})
    nobody = await expert.post(path, json={"to_id": house.people[Role.MEMBER].id})
    assert [mine.json()["code"], nobody.json()["code"]] == [
        "hand_over_to_yourself",
        "hand_over_to_nobody",
    ]
    given = (await expert.post(path, json={"to_id": other, "note": "你带过小学"})).json()
    handed = given["beside"]["handed"]
    assert (handed["by"], handed["to_id"], handed["note"]) == ("顾老师", other, "你带过小学")
    assert (await second.get(listed)).json()["distillations"][0]["handed"]["to_id"] == other
    leader = await house.as_role(Role.LEADER)
    assert (await leader.delete(f"/api/hand-overs/{handed['id']}")).status_code == 403
    back = await second.delete(f"/api/hand-overs/{handed['id']}")
    assert back.json()["beside"]["handed"] is None
    gone = await second.delete(f"/api/hand-overs/{handed['id']}")
    assert gone.json()["code"] == "hand_over_ended"
    await expert.post(path, json={"to_id": other})
    assert (await draft.sign())["beside"]["handed"] is None


async def _ask(draft: Drafted, claim: dict[str, Any], author_id: int) -> httpx.Response:
    body = {"author_id": author_id, "text": "“统一回”是谁来回？"}
    return await (await draft.expert()).post(f"/api/claims/{claim['id']}/ask-author", json=body)


@pytest.mark.slow
async def test_what_a_community_switched_off_nobody_can_ask_for(house: House) -> None:
    draft = await drafted(house)
    claim = (await draft.now())["claims"][0]
    owner = await house.as_role(Role.OWNER)
    home = f"/api/communities/{house.community.id}"
    off = {"off": ["ask_author", "review_round"]}
    assert (await owner.put(f"{home}/settings", json=off)).status_code == 200
    asked = await _ask(draft, claim, house.people[Role.ACTIVE_MEMBER].id)
    minutes = await (await draft.expert()).post(
        f"{home}/round/minutes", json={"text": "今天定了一句。"}
    )
    codes = [(each.status_code, each.json()["code"]) for each in (asked, minutes)]
    assert codes == [(409, "move_switched_off")] * 2


@pytest.mark.slow
async def test_an_author_is_asked_by_a_draft_and_the_answer_lands_beside_the_claim(
    house: House,
) -> None:
    draft = await drafted(house)
    author, asker = house.people[Role.ACTIVE_MEMBER], await draft.expert()
    claim = (await draft.now())["claims"][0]
    asked = (await _ask(draft, claim, author.id)).json()["beside"]["asked"][0]
    assert (asked["draft"], asked["author"]) == ("waiting", author.name)
    reader = await house.as_role(Role.ACTIVE_MEMBER)
    path = f"/api/communities/{house.community.id}/me/asked"
    answer = f"/api/author-questions/{asked['id']}/answer"
    assert (await reader.get(path)).json()["questions"] == []
    assert (await reader.put(answer, json={"text": "班主任。"})).status_code == 404
    queue = (await asker.get(f"/api/communities/{house.community.id}/suggestions")).json()
    (card,) = queue["suggestions"]
    assert SAID[0][:10] in card["text"]
    assert card["may_accept"] is True
    taken = await asker.post(f"/api/suggestions/{card['id']}/review", json={"decision": "accept"})
    assert taken.status_code == 200
    (question,) = (await reader.get(path)).json()["questions"]
    assert (question["quote"], question["asker"]) == (SAID[0], "顾老师")
    assert (await reader.put(answer, json={"text": "班主任轮着回。"})).status_code == 200
    (told,) = (await draft.now())["beside"]["asked"]
    assert (told["draft"], told["answer"]) == ("sent", "班主任轮着回。")
    stranger = await house.as_role(Role.MEMBER)
    assert (await stranger.put(answer, json={"text": "是我。"})).status_code == 404
    mine = (await reader.get(f"/api/communities/{house.community.id}/me/download")).json()
    (own,) = mine["asked_about_my_words"]["questions"]
    assert (own["quote"], own["answer"], "text" in own) == (SAID[0], "班主任轮着回。", False)
    await reader.put(answer, json={"text": None})
    assert (await draft.now())["beside"]["asked"][0]["answer"] is None


@pytest.mark.slow
async def test_nobody_is_asked_who_left_opted_out_or_did_not_say_it(house: House) -> None:
    draft = await drafted(house, roles=(Role.ACTIVE_MEMBER, Role.EXPERT))
    first, own = (await draft.now())["claims"]
    author = house.people[Role.ACTIVE_MEMBER]
    refused = [
        await _ask(draft, first, house.people[Role.MEMBER].id),
        await _ask(draft, own, house.people[Role.EXPERT].id),
    ]
    assert (await _ask(draft, first, author.id)).status_code == 200
    refused.append(await _ask(draft, first, author.id))
    async with house.deps.store.write() as tx:
        await set_own_opt_out(
            tx,
            house.deps.queue,
            member=author,
            opted_out=True,
            at=house.clock.now,
            check=checked,
        )
    refused.append(await _ask(draft, first, author.id))
    assert [each.json()["code"] for each in refused] == [
        "author_not_cited",
        "author_is_you",
        "author_asked_already",
        "author_not_asked",
    ]
    assert (await draft.now())["beside"]["asked"][0]["draft"] == "turned_down"


@pytest.mark.slow
async def test_who_does_not_want_to_be_quoted_is_out_of_answers_at_once(house: House) -> None:
    draft = await drafted(house)
    assert [each["name"] for each in (await draft.sign())["beside"]["quoted"]] == ["阿敏", "许冉"]
    assert await live_texts(house) == list(SAID[:2])
    reader = await house.as_role(Role.ACTIVE_MEMBER)
    path = f"/api/communities/{house.community.id}/me/asked"
    (quote,) = (await reader.get(path)).json()["quotes"]
    assert (quote["quotes"], quote["shape"], quote["waits"]) == ([SAID[0]], "anonymous", True)
    word = f"/api/quote-consents/{quote['id']}"
    stranger = await house.as_role(Role.MEMBER)
    assert (await stranger.put(word, json={"shape": "withheld"})).status_code == 404
    empty = await reader.put(word, json={"shape": "nickname", "nickname": "  "})
    assert empty.json()["code"] == "nickname_empty"
    assert (await reader.put(word, json={"shape": "withheld"})).status_code == 200
    assert await live_texts(house) == [SAID[1]]
    desk = await (await draft.expert()).get(f"/api/communities/{house.community.id}/distillations")
    assert [each["id"] for each in desk.json()["distillations"]] == [draft.id]
    claim = (await draft.now())["claims"][0]
    assert (claim["state"], claim["citations"]) == ("open", [])
    assert [each["code"] for each in claim["problems"]] == ["quote_withheld"]
    refused = await draft.decide(claim)
    assert (refused.status_code, refused.json()["code"]) == (422, "claim_unsupported")
    assert (await reader.put(word, json={"shape": None})).json()["waits"] is True
    claim = (await draft.now())["claims"][0]
    assert (claim["problems"], len(claim["citations"])) == ([], 1)
    assert (await draft.decide(claim)).status_code == 200
    assert await live_texts(house) == list(SAID[:2])


@pytest.mark.slow
async def test_a_choice_for_always_is_not_asked_again_and_holds_for_later_articles(
    house: House,
) -> None:
    draft = await drafted(house, 1)
    await draft.sign()
    reader = await house.as_role(Role.ACTIVE_MEMBER)
    path = f"/api/communities/{house.community.id}/me/asked"
    (quote,) = (await reader.get(path)).json()["quotes"]
    chosen = {"shape": "nickname", "nickname": "敏敏", "always": True}
    told = (await reader.put(f"/api/quote-consents/{quote['id']}", json=chosen)).json()
    assert (told["shape"], told["nickname"], told["waits"]) == ("nickname", "敏敏", False)
    await reader.put(f"/api/quote-consents/{quote['id']}", json={"shape": None})
    (later,) = (await reader.get(path)).json()["quotes"]
    assert (later["nickname"], later["answered"], later["waits"]) == ("敏敏", False, False)


@pytest.mark.slow
async def test_a_source_edited_under_review_reopens_its_claim_and_says_so(house: House) -> None:
    draft = await drafted(house)
    first, second = (await draft.now())["claims"]
    await draft.decide(first)
    await draft.decide(second)
    author = await house.as_role(Role.ACTIVE_MEMBER)
    message_id = first["citations"][0]["message_id"]
    await author.put(f"/api/messages/{message_id}", json={"text": "改了：十点以后才不回。"})
    await work_off(house.deps)
    now = await draft.now()
    assert [claim["state"] for claim in now["claims"]] == ["open", "approved"]
    assert now["claims"][0]["problems"][0]["text"] == "引文和原话对不上"
    late = await (await draft.expert()).post(
        f"/api/distillations/{draft.id}/sign", json={"seen": [second["digest"]]}
    )
    assert late.json()["message"] == "还有 1 条没定，定完才能签。"


@pytest.mark.slow
async def test_an_article_without_a_source_left_says_so_and_only_own_words_can_be_signed(
    house: House,
) -> None:
    draft = await drafted(house, roles=(Role.MEMBER,), many=1)
    (claim,) = (await draft.now())["claims"]
    author = await house.as_role(Role.MEMBER)
    await author.delete(f"/api/messages/{claim['citations'][0]['message_id']}")
    await work_off(house.deps)
    now = await draft.now()
    assert now["beside"]["sources_gone"] is True
    refused = await draft.decide(now["claims"][0])
    assert refused.json()["code"] == "claim_unsupported"
    words = "急事当晚打电话，别的第二天回。"
    edit = await draft.decide(now["claims"][0], "edit", text=words)
    assert (edit.status_code, edit.json()["code"]) == (422, "edit_unsupported")
    assert edit.json()["message"] == (
        "出处里没有这么说：大部分内容原话里没有；出处的发言不在了，或者不能引用。"
    )
    own = (await draft.decide(now["claims"][0], "edit", text=words, own=True)).json()["claims"][0]
    assert (own["state"], own["own_words"], own["own_by"]) == ("approved", True, "顾老师")
    assert own["citations"] == []


@pytest.mark.slow
async def test_a_signed_article_and_what_is_reviewed_of_it_lead_to_each_other(house: House) -> None:
    draft = await drafted(house)
    assert (await draft.now())["shelved"] is None
    await draft.sign()
    expert, member = await draft.expert(), await house.as_role(Role.MEMBER)
    path = f"/api/articles/{draft.id}"
    begun = (await expert.post(f"{path}/revise")).json()["id"]
    new = (await expert.get(f"/api/distillations/{begun}")).json()
    assert new["shelved"] == {"id": draft.id, "version": 1}
    first = (await draft.now())["claims"][0]
    assert (await draft.decide(first, "reopen")).status_code == 200
    life = (await expert.get(f"{path}/life")).json()
    assert (life["draft_id"], life["reopened"]) == (begun, 1)
    read = (await member.get(f"{path}/life")).json()
    assert (read["draft_id"], read["reopened"]) == (None, 0)
