"""Everything in one zip: read back as a chat, and nothing in it of who opted out or in private."""

import json
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from community.people import Role
from community.store import communities, messages
from connectors.exports import open_export
from connectors.intake import Intake, import_export
from server.everything.archive import write_everything
from tests.builders import a_community
from tests.server.house import House
from tests.server.test_knowledge import draft_of, sign

FILES = {
    "community.jsonl",
    "zones.jsonl",
    "members.jsonl",
    "consents.jsonl",
    "articles.jsonl",
    "claims.jsonl",
    "citations.jsonl",
    "questions.jsonl",
    "resources.jsonl",
    "reviews.jsonl",
    "suggestions.jsonl",
    "manifest.json",
}


async def _say(house: House, role: Role, text: str) -> None:
    client = await house.as_role(role)
    path = f"/api/zones/{house.zone.id}/messages"
    said = await client.post(path, json={"text": text, "key": f"key-of-this-{text}"})
    assert said.status_code < 300, said.text


async def _written(house: House, folder: Path) -> tuple[Path, dict[str, list[dict[str, Any]]]]:
    path = folder / "all.zip"
    await write_everything(house.deps.store, house.community, path, house.clock())
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        lines = {
            name: [json.loads(line) for line in archive.read(name).decode().splitlines()]
            for name in names
            if name.endswith(".jsonl")
        }
        archive.extractall(folder)
    assert {name for name in names if not name.startswith("chat/")} == FILES
    return path, lines


async def test_who_opted_out_is_a_number_and_none_of_their_words_leave(
    house: House, tmp_path: Path
) -> None:
    await sign(house, await draft_of(house))
    await _say(house, Role.MEMBER, "阿敏说得对，就按阿敏的来。")
    author = await house.as_role(Role.ACTIVE_MEMBER)
    path = f"/api/communities/{house.community.id}/me/opt-out"
    await author.put(path, json={"opted_out": True})
    _, lines = await _written(house, tmp_path)
    everything = json.dumps(lines, ensure_ascii=False)
    hidden = house.people[Role.ACTIVE_MEMBER]
    assert hidden.name not in everything
    assert "统一回" not in everything
    assert f"member-{hidden.id}说得对，就按member-{hidden.id}的来。" in everything
    assert [claim["withheld"] for claim in lines["claims.jsonl"]] == [True]
    assert lines["citations.jsonl"] == []


@pytest.mark.slow
async def test_the_talk_in_it_can_be_imported_again(house: House, tmp_path: Path) -> None:
    await _say(house, Role.MEMBER, "第一句")
    await _say(house, Role.EXPERT, "第二句")
    _, lines = await _written(house, tmp_path)
    (chat,) = (name for name in lines if name.startswith("chat/") and name.count(".") == 1)
    async with house.deps.store.write() as tx:
        again = await communities.insert_community(tx, replace(a_community(), slug="again"))
    export = open_export(tmp_path / chat)
    intake = Intake(community_id=again.id)
    await import_export(house.deps.store, house.deps.queue, export, intake, now=house.clock())
    async with house.deps.store.read() as tx:
        (zone,) = await communities.zones(tx, again.id)
        assert [each.text for each in await messages.messages_in(tx, zone.id)] == [
            "第一句",
            "第二句",
        ]


@pytest.mark.slow
async def test_only_the_owner_takes_everything_and_private_words_stay(
    house: House, tmp_path: Path
) -> None:
    await sign(house, await draft_of(house))
    member, owner = await house.as_role(Role.MEMBER), await house.as_role(Role.OWNER)
    path = f"/api/communities/{house.community.id}/everything"
    assert (await member.get(path)).status_code == 403
    taken = await owner.get(path)
    assert taken.headers["content-type"] == "application/zip"
    assert taken.content.startswith(b"PK")
    async with house.deps.store.write() as tx:
        said = await messages.messages_in(tx, house.zone.id)
        secret = replace(said[0], id=0, text="只跟你说", to_id=house.people[Role.MEMBER].id)
        await messages.insert_message(tx, secret, "secret-1")
    _, lines = await _written(house, tmp_path)
    assert "只跟你说" not in json.dumps(lines, ensure_ascii=False)
    assert next(claim["text"] for claim in lines["claims.jsonl"]).startswith("晚上九点")
