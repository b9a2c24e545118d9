"""Before a signature: what it would contradict is told, and stands in upkeep when it is signed."""

from community.people import Role
from community.store import conflicts
from tests.server.drafted import drafted
from tests.server.house import House
from tests.server.shelved import article_of
from tests.server.test_knowledge import draft_of

SIGNED = "家长群晚上十点以后的消息第二天早上八点统一回，孩子发烧的除外。"


async def test_a_contradiction_is_told_before_the_signature_and_stands_in_upkeep_after_it(
    house: House,
) -> None:
    other = await article_of(house, "家长群几点回", SIGNED)
    id_, expert = await draft_of(house), await house.as_role(Role.EXPERT)
    (claim,) = (await expert.get(f"/api/distillations/{id_}")).json()["claims"]
    before = (await expert.get(f"/api/distillations/{id_}/signing")).json()
    assert (before["bar"], before["against"]) == ("claims_undecided", [])
    decided = {"decision": "approve", "seen": claim["digest"]}
    await expert.post(f"/api/claims/{claim['id']}/review", json=decided)
    shown = (await expert.get(f"/api/distillations/{id_}/signing")).json()
    (clash,) = shown["against"]
    assert shown["bar"] is None
    assert (clash["article_id"], clash["signed"]) == (other.id, SIGNED)
    body: dict[str, object] = {"seen": [claim["digest"]]}
    refused = await expert.post(f"/api/distillations/{id_}/sign", json=body)
    assert (refused.status_code, refused.json()["code"]) == (409, "contradicts_signed")
    body["against"] = [clash["seal"]]
    signed = await expert.post(f"/api/distillations/{id_}/sign", json=body)
    assert signed.status_code == 200, signed.text
    async with house.deps.store.read() as tx:
        (kept,) = await conflicts.conflicts_of(tx, house.community.id)
    assert (kept.kind, kept.digest) == ("contradiction", clash["seal"])


async def test_who_may_not_sign_alone_is_told_before_the_click(house: House) -> None:
    draft, expert = await drafted(house, 1, roles=(Role.EXPERT,)), await house.as_role(Role.EXPERT)
    for claim in (await draft.now())["claims"]:
        assert (await draft.decide(claim)).status_code == 200
    shown = (await expert.get(f"/api/distillations/{draft.id}/signing")).json()
    assert shown["bar"] == "sole_contributor"
    assert shown["bar_text"]
