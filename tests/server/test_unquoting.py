"""Who opts out is quoted nowhere from that moment: answers, shelf, handbook, old versions."""

from typing import Any

import pytest

from community.distillation import Citation
from community.people import Role
from community.store import claims as claim_rows
from community.store import distillations as rows
from tests.server.drafted import SAID, Drafted, drafted, live_texts
from tests.server.house import House

THEIRS, OTHERS = SAID[0], SAID[1]


async def _opt(house: House, *, out: bool) -> None:
    author = await house.as_role(Role.ACTIVE_MEMBER)
    path = f"/api/communities/{house.community.id}/me/opt-out"
    assert (await author.put(path, json={"opted_out": out})).status_code == 204


async def _claim(draft: Drafted) -> dict[str, Any]:
    return (await draft.now())["claims"][0]


async def test_opting_out_reopens_what_rests_on_ones_words_and_lifting_it_lets_an_expert_decide(
    house: House,
) -> None:
    draft = await drafted(house)
    await draft.sign()
    await _opt(house, out=True)
    assert await live_texts(house) == [OTHERS]
    member = await house.as_role(Role.MEMBER)
    shown = (await member.get(f"/api/articles/{draft.id}")).json()
    assert [each["text"] for each in shown["sentences"]] == [OTHERS]
    expert = await draft.expert()
    desk = await expert.get(f"/api/communities/{house.community.id}/distillations")
    assert [each["id"] for each in desk.json()["distillations"]] == [draft.id]
    claim = await _claim(draft)
    assert (claim["state"], claim["citations"]) == ("open", [])
    assert claim["problems"][0]["text"] == "说这句话的人不想被引用，原话不再显示"
    assert (await draft.decide(claim)).json()["code"] == "claim_unsupported"
    copied = await draft.decide(claim, "edit", text=THEIRS, own=True)
    assert copied.json()["code"] == "own_words_withheld"
    await _opt(house, out=False)
    claim = await _claim(draft)
    assert (claim["state"], claim["problems"], len(claim["citations"])) == ("open", [], 1)
    assert (await draft.decide(claim)).status_code == 200
    assert await live_texts(house) == [THEIRS, OTHERS]


@pytest.mark.slow
async def test_a_handbook_an_old_version_and_a_kept_answer_lose_the_words(house: House) -> None:
    draft = await drafted(house)
    await draft.sign()
    member, expert = await house.as_role(Role.MEMBER), await draft.expert()
    home = f"/api/communities/{house.community.id}"
    asked = (await member.post(f"{home}/questions", json={"text": THEIRS})).json()
    assert THEIRS[:10] in str(asked["sentences"])
    revised = (await expert.post(f"/api/articles/{draft.id}/revise")).json()
    later = Drafted(house, revised["id"])
    await later.sign()
    await _opt(house, out=True)
    old = (await member.get(f"/api/articles/{draft.id}/version")).json()
    assert [each["text"] for each in old["sentences"]] == [OTHERS]
    book = (await member.get(f"{home}/handbook", params={"form": "md"})).text
    assert OTHERS[:10] in book
    assert THEIRS[:10] not in book
    (kept,) = (await member.get(f"{home}/my-questions")).json()["questions"]
    assert THEIRS[:10] not in str(kept["sentences"]) + str(kept["citations"])
    await _opt(house, out=False)
    old = (await member.get(f"/api/articles/{draft.id}/version")).json()
    assert [each["text"] for each in old["sentences"]] == [THEIRS, OTHERS]


@pytest.mark.slow
async def test_a_claim_that_others_carry_in_other_words_stands_without_the_quotation(
    house: House,
) -> None:
    draft = await drafted(house)
    first, second = (await draft.now())["claims"]
    async with house.deps.store.write() as tx:
        both = [
            Citation(
                message_id=one["message_id"], start=0, end=len(one["quote"]), quote=one["quote"]
            )
            for one in (first["citations"][0], second["citations"][0])
        ]
        await claim_rows.set_citations(tx, second["id"], both)
    second = (await draft.now())["claims"][1]
    assert (await draft.decide(second, "edit", text=OTHERS)).status_code == 200
    await draft.decide(first, "reject")
    await draft.sign()
    await _opt(house, out=True)
    assert await live_texts(house) == [OTHERS]
    member = await house.as_role(Role.MEMBER)
    shown = (await member.get(f"/api/articles/{draft.id}")).json()
    assert [each["quote"] for each in shown["sentences"][0]["sources"]] == [OTHERS]


@pytest.mark.slow
async def test_what_they_asked_and_nobody_answered_is_no_open_question_any_more(
    house: House,
) -> None:
    draft = await drafted(house)
    async with house.deps.store.write() as tx:
        await rows.set_open_questions(tx, draft.id, [THEIRS[:9], OTHERS[:9]])
    await draft.sign()
    await _opt(house, out=True)
    assert (await draft.now())["open_questions"] == [OTHERS[:9]]
