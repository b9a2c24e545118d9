"""What a community wrote before can be signed at one sitting, and answers then."""

from community.people import Role
from server.working import work_off
from tests.server.house import House

FAQ = """## 学生发烧了什么时候能返校？

退烧满24小时才能返校。返校那天先到校医室拿复课条。

## 家长半夜发微信怎么回？

晚上九点以后的消息第二天早上八点统一回。
"""


async def _bring(house: House) -> dict[str, int]:
    client = await house.as_role(Role.FACILITATOR)
    path = f"/api/communities/{house.community.id}/articles"
    answer = await client.post(path, files={"file": ("faq.md", FAQ.encode())})
    assert answer.status_code == 201, answer.text
    return answer.json()


async def test_each_entry_becomes_a_draft_with_claims_beside_their_source(house: House) -> None:
    assert await _bring(house) == {"drafts": 2, "known": 0}
    assert await _bring(house) == {"drafts": 0, "known": 2}
    expert = await house.as_role(Role.EXPERT)
    rows = (await expert.get(f"/api/communities/{house.community.id}/distillations")).json()
    assert {row["title"] for row in rows["distillations"]} == {
        "学生发烧了什么时候能返校？",
        "家长半夜发微信怎么回？",
    }
    (fever,) = [row for row in rows["distillations"] if "发烧" in row["title"]]
    sheet = (await expert.get(f"/api/distillations/{fever['id']}")).json()
    claim = sheet["claims"][0]
    assert claim["supported"]
    (cited,) = claim["citations"]
    assert cited["quote"] in FAQ
    assert (cited["author"], cited["may_ask"], sheet["brought_from"]) == (None, False, "faq.md")


async def test_an_entry_is_signed_with_three_calls_and_answers(house: House) -> None:
    await _bring(house)
    expert = await house.as_role(Role.EXPERT)
    rows = (await expert.get(f"/api/communities/{house.community.id}/distillations")).json()
    for row in rows["distillations"]:
        path = f"/api/distillations/{row['id']}"
        seen = [claim["digest"] for claim in (await expert.get(path)).json()["claims"]]
        await expert.post(f"{path}/approve-supported", json={"seen": seen})
        signed = await expert.post(f"{path}/sign", json={"seen": seen})
        assert signed.status_code == 200, signed.text
    await work_off(house.deps)
    member = await house.as_role(Role.MEMBER)
    asked = f"/api/communities/{house.community.id}/questions"
    answer = (await member.post(asked, json={"text": "发烧退了多久能回学校？"})).json()
    assert answer["answered"]
    assert "24小时" in answer["sentences"][0]["text"]
    shown = await member.get(f"/api/articles/{rows['distillations'][0]['id']}")
    (source,) = shown.json()["sentences"][0]["sources"]
    assert (source["author"], source["brought"]) == (None, True), "no member said it"
    assert source["file"] == "faq.md"


async def test_a_file_that_cannot_be_read_says_so_and_a_member_brings_nothing(house: House) -> None:
    client = await house.as_role(Role.FACILITATOR)
    path = f"/api/communities/{house.community.id}/articles"
    refused = await client.post(path, files={"file": ("faq.pdf", b"%PDF")})
    assert (refused.status_code, refused.json()["code"]) == (422, "articles_unknown")
    member = await house.as_role(Role.MEMBER)
    kept_out = await member.post(path, files={"file": ("faq.md", FAQ.encode())})
    assert kept_out.status_code == 403


async def test_what_was_brought_is_no_room_and_is_listened_to_by_nobody(house: House) -> None:
    await _bring(house)
    client = await house.as_role(Role.MEMBER)
    zones = (await client.get(f"/api/communities/{house.community.id}/zones")).json()["zones"]
    assert [zone["id"] for zone in zones] == [house.zone.id]
    await work_off(house.deps)
    host = await house.as_role(Role.FACILITATOR)
    looks = await host.get(f"/api/communities/{house.community.id}/observations")
    assert looks.json()["observations"] == []
