import asyncio
from collections.abc import AsyncGenerator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from community.conversation import Message
from community.errors import Invalid
from community.intake import ImportReport
from community.people import Role
from community.store import Store, communities, imports, members, messages, reactions
from connectors.exports import open_export
from connectors.intake import Intake, import_export
from tests.connectors.exports import files
from tests.stores import Group, PutJobs, a_group

NOW = datetime(2026, 6, 1, tzinfo=UTC)
WORDS = st.text(st.characters(codec="utf-8"), max_size=12)


@pytest.fixture
async def group(tmp_path: Path) -> AsyncGenerator[Group]:
    async with a_group(tmp_path) as made:
        yield made


async def _take_in(
    group: Group, content: bytes, intake: Intake | None = None, queue: PutJobs | None = None
) -> ImportReport:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "export"
        path.write_bytes(content)
        return await import_export(
            group.store,
            queue or PutJobs(),
            await asyncio.to_thread(open_export, path),
            intake or Intake(community_id=group.community.id),
            now=NOW,
        )


async def _said(store: Store, zone_id: int) -> tuple[Message, ...]:
    async with store.read() as tx:
        return await messages.messages_in(tx, zone_id)


async def test_history_comes_in_as_it_was_said(group: Group) -> None:
    said = [
        files.message(2, "答：这样 🙂", type=25, replyToMessageId="m1", sender="u2"),
        files.message(1, "问：怎么办"),
        files.message(3, "شكرا"),
    ]
    report = await _take_in(group, files.as_json(files.chatlab(said)))
    first, second, third = await _said(group.store, group.zone.id)
    assert (report.messages, report.replies, report.known) == (3, 1, 0)
    assert [one.text for one in (first, second, third)] == ["问：怎么办", "答：这样 🙂", "شكرا"]
    assert second.reply_to_id == first.id
    assert (first.external_id, first.from_history) == ("m1", True)
    assert report.first_at == first.at
    assert report.last_at == third.at


_facts = st.fixed_dictionaries(
    {
        "sender": st.sampled_from(["u1", "u2", "许冉"]),
        "accountName": st.sampled_from(["许冉", "Bo عبد 🙂"]),
        "timestamp": st.integers(1772406000, 1772406090),
        "type": st.sampled_from([0, 1, 25, 80, 81]),
        "content": WORDS,
    },
    optional={
        "platformMessageId": st.sampled_from([f"m{n}" for n in range(9)]),
        "replyToMessageId": st.sampled_from([f"m{n}" for n in range(9)]),
    },
)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(said=st.lists(_facts, min_size=1, max_size=12))
def test_importing_again_adds_nothing(said: list[dict[str, object]]) -> None:
    """Whatever a file holds, its second import leaves every row as it is."""

    async def twice() -> None:
        with TemporaryDirectory() as folder:
            async with a_group(Path(folder)) as group:
                content = files.as_json(files.chatlab(said))
                first = await _take_in(group, content)
                before = await _state(group)
                queue = PutJobs()
                again = await _take_in(group, content, queue=queue)
                assert await _state(group) == before
                assert (again.messages, again.members, again.edits, again.recalls) == (0, 0, 0, 0)
                assert (again.replies, again.joins, again.reactions) == (0, 0, 0)
                assert again.known == first.messages + first.known
                assert queue.jobs == {}

    asyncio.run(twice())


async def _state(group: Group) -> list[object]:
    async with group.store.read() as tx:
        talk = await messages.talk(tx, group.zone.id, now=NOW, days=9999)
        return [talk.messages, talk.members, talk.reactions]


async def test_json_then_lines_of_the_same_group_adds_nothing(group: Group) -> None:
    said = [files.message(n, f"第{n}条") for n in range(5)]
    await _take_in(group, files.as_json(files.chatlab(said)))
    lines = files.as_lines(
        {"_type": "header", **files.chatlab([])}, *({"_type": "message", **one} for one in said)
    )
    report = await _take_in(group, lines)
    assert (report.messages, report.known) == (0, 5)


async def test_a_longer_export_adds_only_what_came_later(group: Group) -> None:
    said = [files.message(n, f"第{n}条") for n in range(5)]
    await _take_in(group, files.as_json(files.chatlab(said[:3])))
    report = await _take_in(group, files.as_json(files.chatlab(said)))
    assert (report.messages, report.known) == (2, 3)


async def test_a_file_that_breaks_off_imports_nothing(group: Group) -> None:
    async with group.store.write() as tx:
        number = await imports.insert_import(tx, group.community.id, "x", "0" * 64, NOW)
    intake = Intake(community_id=group.community.id, import_id=number)
    queue = PutJobs()
    content = files.as_json(files.chatlab([files.message(n, "x" * 900) for n in range(900)]))
    with pytest.raises(Invalid) as caught:
        await _take_in(group, content[:-30], intake, queue)
    assert caught.value.code == "import_truncated"
    assert await _said(group.store, group.zone.id) == ()
    assert queue.jobs == {}
    async with group.store.read() as tx:
        row = await imports.import_row(tx, number)
    assert row is not None
    assert (row.state, row.report["code"]) == ("failed", "import_truncated")


async def test_a_file_without_one_good_line_says_so(group: Group) -> None:
    content = files.as_lines({"_type": "header", "meta": {"name": "x"}}, b"{", b"}")
    with pytest.raises(Invalid) as caught:
        await _take_in(group, content)
    assert caught.value.code == "import_nothing_readable"
    assert caught.value.facts["skipped"] == 2


async def test_the_report_is_kept_and_history_gets_one_look(group: Group) -> None:
    async with group.store.write() as tx:
        number = await imports.insert_import(tx, group.community.id, "x", "0" * 64, NOW)
    queue = PutJobs()
    intake = Intake(community_id=group.community.id, import_id=number)
    report = await _take_in(
        group, files.as_json(files.chatlab([files.message(1, "x")])), intake, queue
    )
    async with group.store.read() as tx:
        row = await imports.import_row(tx, number)
    assert row is not None
    assert (row.state, row.report) == ("done", report.as_json())
    assert [(job.name, job.room) for job in queue.jobs.values()] == [
        ("history", f"zone:{group.zone.id}")
    ]


async def test_edits_recalls_and_reactions_are_revisions_of_their_time(group: Group) -> None:
    day = [
        {"user": "U1", "text": "new", "ts": "1772406000.0001", "type": "message",
         "edited": {"ts": "1772409600.0"}, "reactions": [{"name": "tada", "users": ["U1"]}]},
        {"user": "U1", "text": "", "ts": "1772406001.0001", "subtype": "tombstone"},
    ]  # fmt: skip
    content = files.slack({"general/2026-03-02": day})
    report = await _take_in(group, content, Intake(community_id=group.community.id, zone="main"))
    assert (report.edits, report.recalls, report.reactions) == (1, 1, 1)
    first, second = await _said(group.store, group.zone.id)
    assert first.edited_at == datetime(2026, 3, 2, 0, 0, tzinfo=UTC)
    assert second.recalled_at == second.at
    async with group.store.read() as tx:
        early = await messages.talk(tx, group.zone.id, now=first.at + timedelta(minutes=5))
        given = await reactions.reactions_of(tx, [first.id])
    assert early.messages[0].edited_at is None
    assert [one.emoji for one in given] == ["🎉"]


async def test_channels_become_zones_with_a_purpose(group: Group) -> None:
    said = {"user": "U1", "text": "hi", "ts": "1772406000.0001"}
    days = {"general/2026-03-02": [said], "random/2026-03-02": [said]}
    report = await _take_in(group, files.slack(days))
    async with group.store.read() as tx:
        zones = await communities.zones(tx, group.community.id)
    assert [(zone.key, zone.name, zone.purpose.value) for zone in zones[1:]] == [
        ("C1", "general", "work"),
        ("C2", "random", "social"),
    ]
    assert report.zone_ids == tuple(zone.id for zone in zones[1:])


async def test_somebody_known_by_name_is_not_met_twice(group: Group) -> None:
    """许冉 and the owner are members already; the export brings their platform ids."""
    people = [
        {"platformId": "wx1", "accountName": "小太阳", "groupNickname": "许冉"},
        {"platformId": "wx2", "accountName": "周砚秋", "roles": [{"id": "admin"}]},
        {"platformId": "wx3", "accountName": "新人", "roles": [{"id": "expert"}]},
    ]
    said = files.message(1, "x", sender="wx1", accountName="小太阳", groupNickname="许冉")
    report = await _take_in(group, files.as_json(files.chatlab([said], people)))
    async with group.store.read() as tx:
        known = await members.members(tx, group.community.id)
    assert report.members == 1
    assert [(one.name, one.external_id, one.role) for one in known] == [
        ("周砚秋", "wx2", Role.OWNER),
        ("许冉", "wx1", Role.MEMBER),
        ("Bo عبد 🙂", None, Role.MEMBER),
        ("新人", "wx3", Role.EXPERT),
    ]
    assert "小太阳" in known[1].aliases
    (only,) = await _said(group.store, group.zone.id)
    assert only.author_id == group.ann.id


async def test_who_leaves_and_comes_back_is_here(group: Group) -> None:
    def system(number: int, text: str) -> dict[str, object]:
        return files.message(number, text, type=80, sender="s")

    said = [
        files.message(1, "x"),
        system(2, '"许冉"退出了群聊'),
        system(3, '"周砚秋"邀请"许冉"加入了群聊'),
        system(4, '"Bo عبد 🙂"退出了群聊'),
    ]
    await _take_in(group, files.as_json(files.chatlab(said)))
    async with group.store.read() as tx:
        _, ann, bo = await members.members(tx, group.community.id)
    assert ann.left_at is None
    assert bo.left_at == datetime.fromtimestamp(1772406004, tz=UTC)
