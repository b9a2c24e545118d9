import re
from dataclasses import replace
from pathlib import Path
from typing import cast

import httpx
import pytest
from fastapi import FastAPI
from fastapi.routing import APIRoute

from community.people import Role
from community.store import members
from server import pages
from server.access import ACCESS
from server.app import ROUTERS, operations
from tests.server.house import House


def test_no_route_is_missing_from_the_table_of_access() -> None:
    assert operations() == frozenset(ACCESS)


async def test_a_sign_in_link_is_used_once(house: House) -> None:
    token = await house.token(house.people[Role.MEMBER])
    async with house.stranger() as first, house.stranger() as second:
        assert (await first.post("/api/session", json={"token": token})).status_code == 204
        again = await second.post("/api/session", json={"token": token})
    assert again.status_code == 422
    assert again.json()["code"] == "link_used_or_expired"


async def test_an_old_sign_in_link_is_refused(house: House) -> None:
    token = await house.token(house.people[Role.MEMBER])
    house.clock.turn(days=30)
    async with house.stranger() as late:
        assert (await late.post("/api/session", json={"token": token})).status_code == 422


async def test_a_link_cut_short_is_refused_like_any_other_that_opens_nothing(house: House) -> None:
    async with house.stranger() as client:
        answer = await client.post("/api/session", json={"token": "cut"})
    assert (answer.status_code, answer.json()["code"]) == (422, "link_used_or_expired")


async def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(house: House) -> None:
    token = await house.token(house.people[Role.MEMBER])
    async with house.stranger() as client:
        cookie = (await client.post("/api/session", json={"token": token})).headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "samesite=lax" in cookie.lower()


async def test_a_forged_cookie_is_nobody(house: House) -> None:
    async with house.stranger() as client:
        client.cookies.set("simmer_session", "eyJhY2NvdW50IjoxfQ.aaaa.bbbb")
        answer = await client.get("/api/me")
    assert (answer.status_code, answer.json()["code"]) == (401, "sign_in_first")


async def test_a_change_without_the_csrf_token_is_refused(house: House) -> None:
    client = await house.as_role(Role.MEMBER)
    answer = await client.put(
        "/api/me/language", json={"language": "en"}, headers={"X-CSRF-Token": "wrong"}
    )
    assert (answer.status_code, answer.json()["code"]) == (403, "csrf_missing")


async def test_errors_are_said_in_the_language_kept_for_the_person(house: House) -> None:
    client = await house.as_role(Role.MEMBER)
    await client.put("/api/me/language", json={"language": "en"})
    english = (await client.get("/api/communities/999/zones")).json()["message"]
    await client.put("/api/me/language", json={"language": "zh"})
    chinese = (await client.get("/api/communities/999/zones")).json()["message"]
    assert english == "There is nothing here, or nothing you may see."
    assert chinese == "这里没有这个内容，或者你看不到它。"


async def test_a_language_chosen_in_one_community_is_kept_for_that_one_alone(house: House) -> None:
    client = await house.as_role(Role.OWNER)
    home = f"/api/communities/{house.community.id}"
    await client.put(f"{home}/language", json={"language": "en"})
    (kept,) = (await client.get("/api/me")).json()["communities"]
    assert (kept["language"], kept["pages_in"]) == ("zh", "en")
    headers = {"Accept-Language": "zh"}
    inside = await client.post(f"{home}/questions", json={"text": ""}, headers=headers)
    elsewhere = await client.get("/api/communities/999/zones", headers=headers)
    assert inside.json()["message"].isascii()
    assert not elsewhere.json()["message"].isascii()


@pytest.mark.parametrize(
    "path",
    [
        pytest.param("/api/communities/1/suggestions", id="drafts"),
        pytest.param("/api/communities/1/observations", id="looks"),
        pytest.param("/api/communities/1/distillations", id="distillations"),
        pytest.param("/api/communities/1/members", id="members"),
        pytest.param("/api/communities/1/questions", id="questions of others"),
        pytest.param("/api/doctor", id="the machine"),
    ],
)
async def test_a_member_is_kept_out(house: House, path: str) -> None:
    client = await house.as_role(Role.MEMBER)
    assert (await client.get(path)).status_code == 403


@pytest.mark.parametrize(
    "given", ["0", "2", "999999999999999999999", "abc", "-1", "1e3", "%31%2e", "١"]
)
async def test_another_community_does_not_exist(house: House, given: str) -> None:
    client = await house.as_role(Role.OWNER)
    assert (await client.get(f"/api/communities/{given}/zones")).status_code == 404


async def test_who_left_is_a_stranger(house: House) -> None:
    client = await house.as_role(Role.MEMBER)
    async with house.deps.store.write() as tx:
        found = await members.member(tx, house.people[Role.MEMBER].id)
        assert found is not None
        await members.update_member(tx, replace(found, left_at=house.clock.now))
    assert (await client.get(f"/api/communities/{house.community.id}/zones")).status_code == 404


async def test_nobody_gets_in_without_signing_in(house: House) -> None:
    routes = [cast("APIRoute", route) for router in ROUTERS for route in router.routes]
    closed = [route for route in routes if ACCESS[route.name].scope != "anyone"]
    answers: dict[str, tuple[int, str]] = {}
    async with house.stranger() as client:
        for route in closed:
            path = "/api" + re.sub(r"\{\w+\}", "1", route.path)
            for method in route.methods or ():
                answer = await client.request(method, path)
                answers[f"{method} {path}"] = (answer.status_code, answer.json()["code"])
    assert len(answers) >= 38
    assert set(answers.values()) == {(401, "sign_in_first"), (401, "token_missing")}


async def test_files_outside_the_pages_are_not_served(tmp_path: Path) -> None:
    (tmp_path / "dist" / "assets").mkdir(parents=True)
    (tmp_path / "dist" / "index.html").write_text("<p>the page</p>")
    (tmp_path / "dist" / "assets" / "a.js").write_text("1")
    (tmp_path / "private.txt").write_text("private")
    app = FastAPI()
    pages.install(app, tmp_path / "dist")
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://simmer.test") as client:
        inside = await client.get("/assets/a.js")
        texts = [
            (await client.get(path)).text
            for path in (
                "/%2e%2e/private.txt",
                "/..%2fprivate.txt",
                "/queue",
                "/assets/../../private.txt",
            )
        ]
    assert inside.text == "1"
    assert "immutable" in inside.headers["cache-control"]
    assert set(texts) == {"<p>the page</p>"}
    assert "default-src 'none'" in inside.headers["content-security-policy"]
