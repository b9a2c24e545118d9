import asyncio
from typing import Any

import pytest

from community.actions.importing import begin_import, fail_left_imports, renew_import
from community.people import Role
from community.store.imports import fail_imports, insert_import
from connectors.samples.sample import TEACHERS
from server.working import work_off
from tests.connectors.exports import files
from tests.server.house import House


async def finished(house: House, id_: int) -> dict[str, Any]:
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
    return await finished(house, answer.json()["id"])


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


async def _begun(house: House, *, beside: bool = False) -> int:
    async with house.deps.store.write() as tx:
        return await begin_import(
            tx,
            house.deps.queue,
            community_id=house.community.id,
            name="x",
            digest="0" * 64,
            at=house.clock.now,
            beside=beside,
        )


async def _told(house: House, id_: int) -> tuple[str, str | None]:
    client = await house.as_role(Role.OWNER)
    told = (await client.get(f"/api/imports/{id_}")).json()
    return told["state"], told["failure"]


async def test_an_import_has_failed_when_nobody_renews_its_lease(house: House) -> None:
    id_ = await _begun(house)
    for _ in range(5):
        house.clock.turn(seconds=50)
        async with house.deps.store.write() as tx:
            await renew_import(tx, id_, house.clock.now)
        await work_off(house.deps)
        assert await _told(house, id_) == ("running", None)
    house.clock.turn(seconds=61)
    await work_off(house.deps)
    state, failure = await _told(house, id_)
    assert state == "failed"
    assert failure
    assert "中途" in failure or "停" in failure


async def test_an_import_that_ended_is_left_as_it_is_by_its_lease(house: House) -> None:
    export = files.as_json(files.chatlab([files.message(1, "大家好")]))
    told = await _upload(house, "chat.json", export)
    async with house.deps.store.write() as tx:
        assert await fail_imports(tx, [told["id"]], house.clock.now) == ()
    assert told["state"] == (await _told(house, told["id"]))[0] == "done"


@pytest.mark.parametrize(("alone", "left"), [(True, [0, 2]), (False, [2])])
async def test_a_server_that_starts_ends_the_imports_that_are_left_for_sure(
    house: House, *, alone: bool, left: list[int]
) -> None:
    """Of three: a server's, a command's, and one under no lease."""
    begun = [await _begun(house), await _begun(house, beside=True)]
    async with house.deps.store.write() as tx:
        at = house.clock.now
        begun.append(await insert_import(tx, house.community.id, "x", "0" * 64, at))
        gone = await fail_left_imports(tx, at, alone=alone)
    assert [id_ for id_, _ in gone] == [begun[place] for place in left]
