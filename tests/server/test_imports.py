import asyncio
from typing import Any

import pytest

from community.people import Role
from connectors.samples.sample import TEACHERS
from server.working import work_off
from tests.server.house import House


async def _finished(house: House, id_: int) -> dict[str, Any]:
    client = await house.as_role(Role.OWNER)
    while True:
        told = (await client.get(f"/api/imports/{id_}")).json()
        if told["state"] != "running":
            return told
        await asyncio.sleep(0.05)


async def _upload(house: House, name: str, content: bytes) -> dict[str, Any]:
    client = await house.as_role(Role.OWNER)
    path = f"/api/communities/{house.community.id}/imports"
    answer = await client.post(path, files={"file": (name, content)})
    assert answer.status_code == 202, answer.text
    return await _finished(house, answer.json()["id"])


async def test_a_dropped_export_comes_in_once_with_a_report(house: House) -> None:
    content = TEACHERS.chat.read_bytes()
    first = await _upload(house, "chat.json", content)
    second = await _upload(house, "chat.json", content)
    assert first["state"] == second["state"] == "done"
    assert (first["report"]["messages"], second["report"]["messages"]) == (391, 0)


@pytest.mark.slow
async def test_history_brings_at_most_ten_marked_drafts_and_owes_nothing(house: House) -> None:
    house.clock.turn(days=40)
    await _upload(house, "chat.json", TEACHERS.chat.read_bytes())
    await work_off(house.deps)
    client = await house.as_role(Role.FACILITATOR)
    queue = await client.get(f"/api/communities/{house.community.id}/suggestions")
    drafts = queue.json()["suggestions"]
    assert 1 <= len(drafts) <= 10
    assert all(draft["from_history"] and draft["due_at"] is None for draft in drafts)


async def test_a_file_name_does_not_lead_out_of_its_folder(house: House) -> None:
    told = await _upload(house, "../../../evil.json", b"{}")
    assert told["state"] == "failed"
    assert told["failure"]
    folder = house.deps.settings.data_dir
    assert not (folder.parent / "evil.json").exists()
    assert list((folder / "uploads").iterdir()) == []


async def test_a_file_of_rubbish_is_one_sentence(house: House) -> None:
    told = await _upload(house, "x.bin", b"\x00\xff" * 1000)
    assert told["state"] == "failed"
    assert "import_" not in told["failure"]


async def test_members_do_not_import(house: House) -> None:
    client = await house.as_role(Role.MEMBER)
    path = f"/api/communities/{house.community.id}/imports"
    answer = await client.post(path, files={"file": ("chat.json", b"{}")})
    assert answer.status_code == 403
