"""Programs outside read what is signed, by token, and are told what was signed, by webhook."""

import asyncio
import json
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from community.people import Role
from connectors.webhook import signature
from server.jobs.tell import PAUSES
from server.working import work_off
from tests.server.house import House, a_house
from tests.server.test_knowledge import draft_of, sign

ASKED = "家长半夜发微信怎么回？"


async def a_token(house: House, *rights: str, **more: object) -> dict[str, Any]:
    owner = await house.as_role(Role.OWNER)
    body = {"name": "wiki", "rights": list(rights), **more}
    made = await owner.post(f"/api/communities/{house.community.id}/tokens", json=body)
    assert made.status_code == 201, made.text
    return made.json()


@asynccontextmanager
async def a_program(house: House, words: str) -> AsyncGenerator[httpx.AsyncClient]:
    async with house.stranger() as client:
        client.headers["Authorization"] = f"Bearer {words}"
        yield client


async def test_a_program_asks_searches_and_reads_what_is_signed(house: House) -> None:
    id_ = await draft_of(house)
    made = await a_token(house, "ask", "read")
    async with a_program(house, made["words"]) as program:
        refused = (await program.post("/api/ask", json={"question": ASKED})).json()
        assert (refused["answered"], refused["sources"]) == (False, [])
        asked = [await program.post("/api/ask", json={"question": q}) for q in ("", "？" * 2001)]
        assert [each.json()["code"] for each in asked] == ["question_empty", "question_too_long"]
        typed = {"Content-Type": "application/json"}
        garbled = (await program.post("/api/ask", content="{nope", headers=typed)).json()
        assert (garbled["code"], garbled["facts"]) == ("request_no_json", {})
        assert (await program.get("/api/library/articles")).json() == {"articles": []}
        assert (await program.get(f"/api/library/articles/{id_}")).status_code == 404
        await sign(house, id_)
        answer = (await program.post("/api/ask", json={"question": ASKED})).json()
        assert answer["answered"]
        assert answer["text"].endswith("[1]")
        assert answer["sources"][0]["url"].endswith(f"/library/{id_}")
        found = (await program.get("/api/library/search", params={"q": "半夜微信"})).json()
        assert [each["id"] for each in found["articles"]] == [id_]
        nothing = (await program.get("/api/library/search", params={"q": "火锅底料"})).json()
        assert nothing == {"articles": []}
        article = (await program.get(f"/api/library/articles/{id_}")).json()
        assert "第二天早上八点" in article["claims"][0]["text"]
    owner = await house.as_role(Role.OWNER)
    listed = (await owner.get(f"/api/communities/{house.community.id}/tokens")).json()["tokens"]
    assert listed[0]["last_used_at"] is not None
    assert made["words"] not in json.dumps(listed)


async def test_nobody_is_named_or_quoted_to_a_program_who_did_not_agree(house: House) -> None:
    id_ = await draft_of(house, "阿敏：晚上九点以后的消息第二天早上八点统一回。")
    await sign(house, id_)
    made = await a_token(house, "ask", "read")
    member = await house.as_role(Role.ACTIVE_MEMBER)
    async with a_program(house, made["words"]) as program:

        async def heard() -> list[str]:
            article = await program.get(f"/api/library/articles/{id_}")
            listed = await program.get("/api/library/articles")
            found = await program.get("/api/library/search", params={"q": "半夜微信"})
            asked = await program.post("/api/ask", json={"question": ASKED})
            return [each.text for each in (article, listed, found, asked)]

        assert ["阿敏" in each for each in await heard()] == [False] * 4
        assert all("第二天早上八点统一回" in each for each in await heard())
        home = f"/api/communities/{house.community.id}/me"
        await member.put(f"{home}/consents/credit", json={"shape": "name"})
        assert all("阿敏：晚上九点" in each for each in await heard())
        (quote,) = (await member.get(f"{home}/asked")).json()["quotes"]
        told = {"shape": "withheld", "nickname": None, "always": False}
        await member.put(f"/api/quote-consents/{quote['id']}", json=told)
        assert ["第二天早上八点" in each for each in await heard()] == [False] * 4
        assert (await program.get(f"/api/library/articles/{id_}")).status_code == 404
        assert (await program.get("/api/library/articles")).json() == {"articles": []}


async def test_who_signed_is_named_to_a_program_as_they_agreed_to_be(house: House) -> None:
    id_ = await draft_of(house)
    await sign(house, id_)
    made = await a_token(house, "ask", "read")
    expert = await house.as_role(Role.EXPERT)
    consent = f"/api/communities/{house.community.id}/me/consents/credit"
    async with a_program(house, made["words"]) as program:

        async def signers() -> list[str]:
            article = (await program.get(f"/api/library/articles/{id_}")).json()
            asked = (await program.post("/api/ask", json={"question": ASKED})).json()
            return [article["signed_by"], asked["sources"][0]["signed_by"]]

        assert await signers() == ["这个群的一位专家"] * 2
        for body, name in (
            ({"shape": "name"}, "顾老师"),
            ({"shape": "nickname", "nickname": "顾"}, "顾"),
        ):
            assert (await expert.put(consent, json=body)).status_code < 300
            assert await signers() == [name] * 2


@pytest.mark.slow
async def test_a_token_opens_only_what_it_is_for_and_ends_at_once(house: House) -> None:
    made = await a_token(house, "read", days=3)
    async with a_program(house, made["words"]) as program:
        asked = await program.post("/api/ask", json={"question": ASKED})
        assert (asked.status_code, asked.json()["code"]) == (403, "token_may_not")
        assert (await program.get("/api/me")).status_code == 401
        assert (await program.get("/api/library/articles")).status_code == 200
        house.clock.turn(days=4)
        assert (await program.get("/api/library/articles")).json()["code"] == "token_unknown"
    other = await a_token(house, "read")
    owner = await house.as_role(Role.OWNER)
    gone = await owner.delete(f"/api/tokens/{other['token']['id']}")
    assert gone.status_code == 204
    async with a_program(house, other["words"]) as program:
        assert (await program.get("/api/library/articles")).status_code == 401
    async with house.stranger() as nobody:
        answer = await nobody.get("/api/library/articles")
        assert (answer.status_code, answer.json()["code"]) == (401, "token_missing")
        assert answer.headers["www-authenticate"] == "Bearer"


@pytest.mark.slow
async def test_only_an_owner_makes_tokens_and_they_are_counted(tmp_path: Path) -> None:
    async with a_house(tmp_path, token_calls=2) as house:
        host = await house.as_role(Role.FACILITATOR)
        path = f"/api/communities/{house.community.id}/tokens"
        body = {"name": "x", "rights": ["read"]}
        assert (await host.post(path, json=body)).status_code == 403
        made = await a_token(house, "read")
        async with a_program(house, made["words"]) as program:
            calls = [await program.get("/api/library/articles") for _ in range(3)]
            assert [each.status_code for each in calls] == [200, 200, 429]
            assert calls[2].headers["retry-after"] == str(calls[2].json()["facts"]["seconds"])
            house.clock.turn(seconds=61)
            assert (await program.get("/api/library/articles")).status_code == 200


@dataclass(slots=True)
class Receiver:
    """An address that answers with `statuses` in turn, the last one again and again."""

    statuses: list[int]
    heard: list[tuple[dict[str, str], str]] = field(
        default_factory=list[tuple[dict[str, str], str]]
    )
    url: str = ""

    async def answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One request, kept and answered."""
        await reader.readline()
        headers: dict[str, str] = {}
        while line := (await reader.readline()).decode().strip():
            name, _, words = line.partition(":")
            headers[name.lower()] = words.strip()
        body = await reader.readexactly(int(headers["content-length"]))
        self.heard.append((headers, body.decode()))
        status = self.statuses.pop(0) if len(self.statuses) > 1 else self.statuses[0]
        writer.write(
            f"HTTP/1.1 {status} x\r\ncontent-length: 0\r\nconnection: close\r\n\r\n".encode()
        )
        await writer.drain()
        writer.close()


@asynccontextmanager
async def _receiver(*statuses: int) -> AsyncGenerator[Receiver]:
    receiver = Receiver(list(statuses))
    server = await asyncio.start_server(receiver.answer, "127.0.0.1", 0)
    async with server:
        receiver.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/hook"
        yield receiver


async def _hook(house: House, url: str) -> dict[str, Any]:
    owner = await house.as_role(Role.OWNER)
    body = {"url": url, "occasions": ["article.published", "article.withdrawn"]}
    added = await owner.post(f"/api/communities/{house.community.id}/webhooks", json=body)
    assert added.status_code == 201, added.text
    return added.json()


async def _notices(house: House) -> list[dict[str, Any]]:
    owner = await house.as_role(Role.OWNER)
    listed = await owner.get(f"/api/communities/{house.community.id}/webhooks")
    return listed.json()["webhooks"][0]["notices"]


@pytest.mark.slow
async def test_a_signature_and_a_withdrawal_are_told_once_each_signed(tmp_path: Path) -> None:
    async with a_house(tmp_path, webhooks_private=True) as house, _receiver(204) as receiver:
        hook = await _hook(house, receiver.url)
        id_ = await draft_of(house, "阿敏：晚上九点以后的消息第二天早上八点统一回。")
        await sign(house, id_)
        expert = await house.as_role(Role.EXPERT)
        await expert.post(f"/api/articles/{id_}/withdraw")
        await work_off(house.deps)
        bodies = [json.loads(body) for _, body in receiver.heard]
        assert [each["type"] for each in bodies] == ["article.published", "article.withdrawn"]
        assert bodies[0]["data"]["claims"] == ["晚上九点以后的消息第二天早上八点统一回。"]
        assert bodies[0]["data"]["signed_by"] == "这个群的一位专家"
        assert "claims" not in bodies[1]["data"]
        for headers, body in receiver.heard:
            stamp = int(headers["webhook-timestamp"])
            expected = signature(hook["secret"], headers["webhook-id"], stamp, body)
            assert headers["webhook-signature"] == expected
        notices = await _notices(house)
        assert [each["state"] for each in notices] == ["delivered", "delivered"]
        assert {each["title"] for each in notices} == {ASKED}


@pytest.mark.slow
async def test_an_address_that_fails_is_told_again_later_then_left_to_a_person(
    tmp_path: Path,
) -> None:
    async with a_house(tmp_path, webhooks_private=True) as house, _receiver(500) as receiver:
        hook = await _hook(house, receiver.url)
        await sign(house, await draft_of(house))
        for pause in PAUSES:
            house.clock.now += timedelta(seconds=pause)
            await work_off(house.deps)
        (notice,) = await _notices(house)
        assert (notice["state"], notice["attempts"], notice["status"]) == ("failed", 7, 500)
        receiver.statuses[:] = [200]
        owner = await house.as_role(Role.OWNER)
        again = f"/api/webhooks/{hook['id']}/notices/{notice['id']}/again"
        assert (await owner.post(again)).status_code == 202
        await work_off(house.deps)
        assert (await _notices(house))[0]["state"] == "delivered"
        assert (await owner.post(again)).json()["code"] == "notice_not_failed"


@pytest.mark.slow
async def test_a_paused_or_removed_webhook_hears_nothing_until_it_is_back(tmp_path: Path) -> None:
    async with a_house(tmp_path, webhooks_private=True) as house, _receiver(200) as receiver:
        hook = await _hook(house, receiver.url)
        owner = await house.as_role(Role.OWNER)
        here = f"/api/webhooks/{hook['id']}"
        await owner.put(f"{here}/pause", json={"paused": True})
        await sign(house, await draft_of(house))
        assert receiver.heard == []
        await owner.put(f"{here}/pause", json={"paused": False})
        assert (await owner.delete(here)).status_code == 204
        assert (await owner.post(f"{here}/test")).status_code == 404
        assert (await owner.post(f"{here}/restore")).status_code == 200
        assert (await owner.post(f"{here}/test")).status_code == 202
        await work_off(house.deps)
        assert [json.loads(body)["type"] for _, body in receiver.heard] == ["test"]


@pytest.mark.slow
async def test_addresses_inside_the_own_network_are_not_called(house: House) -> None:
    async with _receiver(200) as receiver:
        await _hook(house, receiver.url)
        await sign(house, await draft_of(house))
        (notice,) = await _notices(house)
        assert (notice["state"], notice["error"]) == ("failed", "webhook_private")
        assert receiver.heard == []


@pytest.mark.slow
@pytest.mark.parametrize("url", ["ftp://a.example/x", "https://", "http://me:pw@a.example", "nope"])
async def test_an_address_nobody_can_post_to_is_refused(house: House, url: str) -> None:
    owner = await house.as_role(Role.OWNER)
    body = {"url": url, "occasions": ["article.published"]}
    added = await owner.post(f"/api/communities/{house.community.id}/webhooks", json=body)
    assert (added.status_code, added.json()["code"]) == (422, "webhook_url_unusable")
