"""Posters and handbooks over the API: for members, by consent, with a clear word when empty."""

from datetime import UTC, datetime

import pytest

from community.people import Role
from community.store.uses import use_counts
from server.weekly import week_of
from tests.server.house import House
from tests.server.test_knowledge import draft_of, sign


async def test_what_can_be_printed_of_an_article_is_planned_with_reasons(house: House) -> None:
    id_ = await draft_of(house)
    await sign(house, id_)
    member = await house.as_role(Role.MEMBER)
    plan = (await member.get(f"/api/articles/{id_}/poster/plan")).json()
    (sentence,) = plan["sentences"]
    refused = {each["name"]: each["refused"] for each in plan["designs"]}
    assert plan["best"] == "quiet"
    assert refused["quiet"] is None
    assert "步骤" in refused["steps"]
    assert sentence["left_out"] is None
    assert sentence["on"] == ["ember", "quiet"]
    poster = await member.get(f"/api/articles/{id_}/poster", params={"design": "steps"})
    assert (poster.status_code, poster.json()["code"]) == (409, "poster_no_steps")
    unknown = await member.get(f"/api/articles/{id_}/poster/plan", params={"claims": [99]})
    assert unknown.json()["designs"][0]["refused"] is not None


@pytest.mark.slow
async def test_a_member_takes_a_poster_and_a_handbook_along(house: House) -> None:
    id_ = await draft_of(house)
    await sign(house, id_)
    member = await house.as_role(Role.MEMBER)
    poster = await member.get(f"/api/articles/{id_}/poster", params={"form": "png"})
    assert poster.status_code == 200, poster.text
    assert poster.headers["content-type"] == "image/png"
    home = f"/api/communities/{house.community.id}"
    book = await member.get(f"{home}/handbook", params={"form": "md"})
    assert book.headers["content-disposition"].startswith("attachment")
    assert "家长半夜发微信怎么回？" in book.text
    assert house.people[Role.ACTIVE_MEMBER].name not in book.text
    async with house.deps.store.read() as tx:
        assert list((await use_counts(tx, house.community.id)).values()) == [1]


async def test_an_empty_library_prints_nothing_and_says_what_to_do(house: House) -> None:
    member = await house.as_role(Role.MEMBER)
    home = f"/api/communities/{house.community.id}"
    book = await member.get(f"{home}/handbook", params={"form": "html"})
    week = await member.get(f"{home}/poster")
    assert (book.status_code, book.json()["code"]) == (404, "library_empty")
    assert (week.status_code, week.json()["code"]) == (404, "nothing_this_week")
    assert "simmer distil" in book.json()["message"]


async def test_what_is_not_signed_is_not_printed(house: House) -> None:
    id_ = await draft_of(house)
    member = await house.as_role(Role.MEMBER)
    poster = await member.get(f"/api/articles/{id_}/poster")
    assert poster.status_code == 404


def test_a_week_begins_on_its_monday_in_the_communitys_zone() -> None:
    late = datetime(2026, 3, 8, 17, 0, tzinfo=UTC)
    assert week_of(late, "Asia/Shanghai").isoformat() == "2026-03-09"
    assert week_of(late, "Europe/Lisbon").isoformat() == "2026-03-02"
    assert week_of(late, "Asia/Shanghai", late.date()).isoformat() == "2026-03-02"
