"""Who opts out, or takes a quotation back, is in no former words of a review, nor in the queue."""

import json

import pytest

from community.people import Role
from community.suggestion import Audience, Lane
from tests.server.drafted import SAID, Drafted, drafted
from tests.server.house import House

THEIRS = SAID[0]
FRESH = "家长晚上发的消息，统一第二天早上回。"


async def _reworded(house: House) -> Drafted:
    """A draft whose two claims were edited, remarked on and asked about."""
    draft = await drafted(house)
    first, second = (await draft.now())["claims"]
    done = await draft.decide(first, "edit", text=FRESH, own=True)
    assert done.status_code == 200, done.text
    done = await draft.decide(second, "edit", text="孩子发烧，班主任当晚打电话。", own=True)
    assert done.status_code == 200, done.text
    expert = await draft.expert()
    for text in (f"阿敏原话：{THEIRS}", "标题再短一点。"):
        said = await expert.post(f"/api/distillations/{draft.id}/comments", json={"text": text})
        assert said.status_code == 200
    return draft


async def _opt_out(house: House) -> None:
    author = await house.as_role(Role.ACTIVE_MEMBER)
    path = f"/api/communities/{house.community.id}/me/opt-out"
    assert (await author.put(path, json={"opted_out": True})).status_code == 204


async def test_the_words_a_claim_was_drafted_in_go_with_who_opted_out(house: House) -> None:
    draft = await _reworded(house)
    before = await draft.now()
    assert [each["original_text"] for each in before["claims"]] == list(SAID[:2])
    assert len(before["beside"]["comments"]) == 2
    await _opt_out(house)
    after = await draft.now()
    first, second = after["claims"]
    assert (first["original_text"], first["rewording"]) == (None, None)
    assert (second["original_text"], second["rewording"] is not None) == (SAID[1], True)
    assert [each["text"] for each in after["beside"]["comments"]] == ["标题再短一点。"]
    told = json.dumps(after, ensure_ascii=False)
    assert THEIRS not in told
    assert "阿敏" not in told


async def test_a_round_forgets_the_words_it_settled(house: House) -> None:
    await drafted(house, 3)
    expert = await house.as_role(Role.EXPERT)
    home = f"/api/communities/{house.community.id}/round"
    one = (await expert.post(home, json={"present": []})).json()
    for _ in range(2):
        claim = one["point"]["claim"]
        body = {"claim_id": claim["id"], "seen": claim["digest"], "outcome": "agreed"}
        one = (await expert.post(f"/api/rounds/{one['id']}/settle", json=body)).json()
    assert [each["text"] for each in one["settled"]] == list(SAID[:2])
    await _opt_out(house)
    now = (await expert.get(f"{home}/running")).json()["round"]
    assert [each["text"] for each in now["settled"]] == ["", SAID[1]]


async def test_drafts_that_quote_or_are_about_them_leave_the_queue(house: House) -> None:
    await drafted(house)
    author = await house.as_role(Role.ACTIVE_MEMBER)
    room = f"/api/zones/{house.zone.id}/messages"
    await author.post(room, json={"text": "低价押题班，加我领资料", "key": "an-advert"})
    heard = (await author.get(room)).json()["messages"]
    (said,) = (each for each in heard if each["text"].startswith("低价押题班"))
    advert = await house.offer(
        move="ad_removal",
        lane=Lane.SAFETY,
        audience=Audience.FACILITATOR,
        text="这条像广告。",
        anchor_ids=(said["id"],),
    )
    quoting = await house.offer(move="review_round", text=f"说定了：\n- {THEIRS}")
    danger = await house.offer(
        move="escalate", lane=Lane.SAFETY, audience=Audience.FACILITATOR, text="阿敏像是撑不住了"
    )
    others = await house.offer(move="review_round", text=f"说定了：\n- {SAID[1]}")
    host = await house.as_role(Role.FACILITATOR)
    queue = f"/api/communities/{house.community.id}/suggestions"
    waiting = {each["id"] for each in (await host.get(queue)).json()["suggestions"]}
    assert waiting == {advert.id, quoting.id, danger.id, others.id}
    await _opt_out(house)
    waiting = {each["id"] for each in (await host.get(queue)).json()["suggestions"]}
    assert waiting == {danger.id, others.id}


@pytest.mark.slow
async def test_a_quotation_taken_back_goes_from_the_words_before_an_edit(house: House) -> None:
    draft = await drafted(house)
    first = (await draft.now())["claims"][0]
    fewer = THEIRS.replace("我们", "")
    assert (await draft.decide(first, "edit", text=fewer)).status_code == 200
    assert (await draft.now())["claims"][0]["original_text"] == THEIRS
    await draft.sign()
    author = await house.as_role(Role.ACTIVE_MEMBER)
    asked = await author.get(f"/api/communities/{house.community.id}/me/asked")
    word = f"/api/quote-consents/{asked.json()['quotes'][0]['id']}"
    assert (await author.put(word, json={"shape": "withheld"})).status_code == 200
    claim = (await draft.now())["claims"][0]
    assert (claim["original_text"], claim["rewording"]) == (None, None)
    assert (await author.put(word, json={"shape": "anonymous"})).status_code == 200
    assert (await draft.now())["claims"][0]["original_text"] == THEIRS


@pytest.mark.slow
async def test_versions_beside_each_other_leave_out_a_sentence_that_names_them(
    house: House,
) -> None:
    draft = await drafted(house)
    first = (await draft.now())["claims"][0]
    named = "阿敏说晚上九点以后的消息早上回。"
    assert (await draft.decide(first, "edit", text=named, own=True)).status_code == 200
    await draft.sign()
    expert = await draft.expert()
    later = Drafted(house, (await expert.post(f"/api/articles/{draft.id}/revise")).json()["id"])
    await later.sign()
    path = f"/api/articles/{later.id}/comparison"
    told = (await expert.get(path, params={"against": draft.id})).text
    assert named in told
    await _opt_out(house)
    told = (await expert.get(path, params={"against": draft.id})).text
    assert "阿敏" not in told
    assert SAID[1] in told
    old = (await expert.get(f"/api/articles/{draft.id}/version")).json()
    assert [each["text"] for each in old["sentences"]] == [SAID[1]]
