from collections.abc import AsyncGenerator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from community.conversation import Message
from community.errors import Invalid
from community.store import communities, members, messages
from connectors.paste import PasteReport, import_pasted
from tests.stores import Group, PutJobs, a_group

NOW = datetime(2026, 3, 4, 12, 30, tzinfo=UTC)
"""20:30 in the group's own time."""

FIRST = """许冉 2026/3/4 20:15
大家好：第一次发言
第二行 🙂

七6罗一鸣 2026/3/4 20:16
[捂脸]

许冉 2026/3/4 20:16
[捂脸]
"""
SECOND = """七6罗一鸣 2026/3/4 20:16
[捂脸]

许冉 2026/3/4 20:16
[捂脸]

七6罗一鸣 2026/3/4 20:20
会议时间 2026/3/5 20:15

许冉 2026/3/4 20:21
شكرا، سأكون هناك
"""


@pytest.fixture
async def group(tmp_path: Path) -> AsyncGenerator[Group]:
    async with a_group(tmp_path) as made:
        yield made


async def _paste(
    group: Group, text: str, now: datetime = NOW, awaiting: dict[int, str] | None = None
) -> PasteReport:
    return await import_pasted(group.store, PutJobs(), group.zone, text, now=now, awaiting=awaiting)


async def _said(group: Group) -> list[Message]:
    async with group.store.read() as tx:
        return list(await messages.messages_in(tx, group.zone.id))


async def test_a_second_paste_adds_only_what_is_new(group: Group) -> None:
    first = await _paste(group, FIRST)
    second = await _paste(group, SECOND)
    assert (first.report.messages, first.report.known) == (3, 0)
    assert (second.report.messages, second.report.known) == (2, 2)
    assert [said.text for said in await _said(group)] == [
        "大家好：第一次发言\n第二行 🙂",
        "[捂脸]",
        "[捂脸]",
        "会议时间 2026/3/5 20:15",
        "شكرا، سأكون هناك",
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(FIRST, id="name, date, time"),
        pytest.param("许冉:\n大家好\n\n罗一鸣:\n早\n\n许冉:\n早\n", id="blocks"),
        pytest.param("许冉: 大家好\n罗一鸣：早：上好\n许冉: 早\n罗一鸣：嗯", id="one line each"),
        pytest.param(
            "许冉 19:01\n怎么记笔记？\n\n罗一鸣 19:02\n写在文档里\n\n许冉 19:05\n谢谢",
            id="name, time",
        ),
        pytest.param("Anna: how do you keep notes?\nBob: in a page\nAnna: thanks", id="plain"),
        pytest.param("[15-01-20 02:22:56] Mary: hi\n[15-01-20 02:23:01] Bo: yes", id="brackets"),
        pytest.param("12/9/20, 23:55 - Bob: hello\n12/9/20, 23:56 - Mary: hi: you", id="dashes"),
    ],
)
async def test_the_same_paste_again_adds_nothing(group: Group, text: str) -> None:
    first = await _paste(group, text)
    before = await _said(group)
    again = await _paste(group, text, NOW + timedelta(minutes=3))
    assert first.report.messages == len(before) > 1
    assert (again.report.messages, again.report.known) == (0, len(before))
    assert await _said(group) == before


async def test_known_members_are_met_again_by_any_of_their_names(group: Group) -> None:
    await _paste(group, "许冉: 你好你好\nBo عبد 🙂: 早上好呀")
    async with group.store.read() as tx:
        people = await members.members(tx, group.community.id)
    assert [one.id for one in people] == [group.owner.id, group.ann.id, group.bo.id]
    assert [said.author_id for said in await _said(group)] == [group.ann.id, group.bo.id]


async def test_words_without_times_come_just_before_now_in_their_order(group: Group) -> None:
    await _paste(group, "许冉: 一二三\n周砚秋: 四五六")
    await _paste(group, "周砚秋: 四五六\n许冉: 七八九", NOW + timedelta(hours=1))
    said = await _said(group)
    assert [one.text for one in said] == ["一二三", "四五六", "七八九"]
    assert [NOW - one.at < timedelta(minutes=1) for one in said] == [True, True, True]
    assert said[1].at < said[2].at <= NOW + timedelta(hours=1)
    assert not any(one.from_history for one in said)


async def test_the_same_ok_an_hour_later_is_a_new_message(group: Group) -> None:
    await _paste(group, "许冉 2026/3/4 19:00\n好的\n\n周砚秋 2026/3/4 19:01\n那就这么定了吧\n")
    later = await _paste(
        group, "周砚秋 2026/3/4 19:01\n那就这么定了吧\n\n许冉 2026/3/4 20:10\n好的\n"
    )
    assert (later.report.messages, later.report.known) == (1, 1)


async def test_an_awaited_draft_seen_in_the_room_is_confirmed_once(group: Group) -> None:
    draft = "欢迎新朋友！可以先说说\n你带几年级？"
    text = f"周砚秋 2026/3/4 20:25\n{draft}\n\n许冉 2026/3/4 20:26\n欢迎\n"
    result = await _paste(group, text, awaiting={7: draft, 9: "别的话"})
    again = await _paste(group, text, awaiting={9: "别的话"})
    said = await _said(group)
    assert (result.confirmed, again.confirmed) == ((7,), ())
    assert [one.suggestion_id for one in said] == [7, None]


async def test_new_talk_asks_for_a_look_and_old_talk_for_a_history_look(group: Group) -> None:
    queue = PutJobs()
    await import_pasted(group.store, queue, group.zone, FIRST, now=NOW)
    assert [job.name for job in queue.jobs.values()] == ["facilitate"]
    old = "许冉 2026/2/4 20:15\n很久以前\n\n周砚秋 2026/2/4 20:16\n是啊\n"
    async with group.store.write() as tx:
        zone = await communities.insert_zone(tx, replace(group.zone, key="other"))
    queue = PutJobs()
    await import_pasted(group.store, queue, zone, old, now=NOW)
    assert [job.name for job in queue.jobs.values()] == ["history"]


async def test_a_text_in_which_nobody_speaks_is_refused(group: Group) -> None:
    with pytest.raises(Invalid) as caught:
        await _paste(group, "今天天气不错\n我们去公园吧")
    assert caught.value.code == "paste_no_speakers"
