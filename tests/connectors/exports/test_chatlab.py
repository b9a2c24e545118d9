import time
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest

from community.conversation import MessageKind
from connectors.base import MemberSeen, MessagePosted, MessageRecalled, Skipped
from tests.connectors.exports import files

MEMBERS = [
    {
        "platformId": "u1",
        "accountName": "许冉",
        "groupNickname": "七4许冉",
        "aliases": ["小冉"],
        "roles": [{"id": "owner"}],
    },
]
HEADER = {"_type": "header", **files.chatlab([])}


def _posted(events: list[object]) -> list[MessagePosted]:
    return [event for event in events if isinstance(event, MessagePosted)]


def _lines(*messages: Mapping[str, object] | bytes) -> bytes:
    return files.as_lines(
        b"# a remark",
        HEADER,
        *({"_type": "member", **one} for one in MEMBERS),
        *(one if isinstance(one, bytes) else {"_type": "message", **one} for one in messages),
    )


def test_both_forms_say_the_same(tmp_path: Path) -> None:
    said = [
        files.message(1, "问：怎么办 🙂"),
        files.message(2, "هكذا", replyToMessageId="m1", type=25),
        files.message(3, '"八5贺志强"撤回了一条消息', type=81),
    ]
    whole = files.read(tmp_path, files.as_json(files.chatlab(said, MEMBERS)))
    assert files.read(tmp_path, _lines(*said)) == whole
    assert whole[0] == MemberSeen(
        member="u1", name="七4许冉", aliases=("许冉", "小冉"), roles=("owner",)
    )
    assert [(one.key, one.text, one.reply_to) for one in _posted([*whole])] == [
        ("wechat:g1:m1", "问：怎么办 🙂", None),
        ("wechat:g1:m2", "هكذا", "m1"),
        ("wechat:g1:m3", "", None),
    ]
    assert whole[-1] == MessageRecalled(
        key="wechat:g1:recall:m3",
        message="m3",
        at=datetime.fromtimestamp(1772406003, tz=UTC),
    )


def test_a_recall_that_names_its_message_takes_that_one_back(tmp_path: Path) -> None:
    said = [files.message(1, "x"), files.message(2, None, type=81, replyToMessageId="m1")]
    *_, last = files.read(tmp_path, files.as_json(files.chatlab(said)))
    assert isinstance(last, MessageRecalled)
    assert last.message == "m1"


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (0, MessageKind.TEXT),
        (1, MessageKind.MEDIA),
        (4, MessageKind.FILE),
        (5, MessageKind.STICKER),
        (7, MessageKind.LINK),
        (20, MessageKind.OTHER),
        (25, MessageKind.TEXT),
        (80, MessageKind.SYSTEM),
        (12345, MessageKind.OTHER),
    ],
)
def test_types_become_kinds(tmp_path: Path, kind: int, expected: MessageKind) -> None:
    events = files.read(tmp_path, files.as_json(files.chatlab([files.message(1, "x", type=kind)])))
    (said,) = _posted([*events])
    assert said.kind is expected
    assert (said.member is None) == (expected is MessageKind.SYSTEM)


@pytest.mark.parametrize(
    ("line", "came", "left"),
    [
        ('"方圆圆"邀请"许冉"加入了群聊', ["u1"], []),
        ('"方圆圆"邀请"许冉、新人"加入了群聊', ["u1", "name:新人"], []),
        ('"许冉"通过扫描"丁卫东"分享的二维码加入群聊', ["u1"], []),
        ("许冉加入了群聊", ["u1"], []),
        ("许冉 joined #room", ["u1"], []),
        ("许冉 (guest) joined #room", ["u1"], []),
        ("Tom added 许冉", ["u1"], []),
        ('"方圆圆"将"许冉"移出了群聊', [], ["u1"]),
        ('"许冉"退出了群聊', [], ["u1"]),
        ("许冉 left #room", [], ["u1"]),
        ("许冉 was removed from #room", [], ["u1"]),
        ("Tom removed 许冉 from the group", [], ["u1"]),
        ("Inês set the channel topic: joined forces", [], []),
        ("明天开会", [], []),
    ],
)
def test_the_platform_says_who_came_and_who_left(
    tmp_path: Path, line: str, came: list[str], left: list[str]
) -> None:
    said = files.message(1, line, type=80, sender="system")
    events = files.read(tmp_path, files.as_json(files.chatlab([said], MEMBERS)))
    seen = [event for event in events if isinstance(event, MemberSeen)]
    assert [one.member for one in seen if one.joined_at] == came
    assert [one.member for one in seen if one.left_at] == left
    assert len(_posted([*events])) == 1


@pytest.mark.parametrize(
    ("bad", "code"),
    [
        pytest.param(b"{not json", "not_json", id="no json"),
        pytest.param(b"[1, 2]", "not_json", id="an array"),
        pytest.param(b'{"_type": "weather"}', "unknown_type", id="unknown type"),
        pytest.param(files.message(1, "x", timestamp="soon"), "no_time", id="no number"),
        pytest.param(files.message(1, "x", timestamp=-5), "no_time", id="before computers"),
        pytest.param(files.message(1, "x", timestamp=True), "no_time", id="a truth"),
        pytest.param(files.message(1, "x", sender=""), "no_sender", id="nobody"),
        pytest.param(b'{"_type": "message", "content": "\xff\xfe"}', "not_text", id="no text"),
        pytest.param(b'{"_type": "message"' + b"x" * 4_100_000, "line_too_long", id="endless"),
    ],
)
def test_a_bad_line_is_left_out_and_named(
    tmp_path: Path, bad: Mapping[str, object] | bytes, code: str
) -> None:
    events = files.read(tmp_path, _lines(files.message(1, "前"), bad, files.message(2, "后")))
    assert [one for one in events if isinstance(one, Skipped)] == [Skipped(place="#5", code=code)]
    assert [one.text for one in _posted([*events])] == ["前", "后"]


def test_a_file_that_ends_in_a_line_keeps_all_lines_before(tmp_path: Path) -> None:
    content = _lines(files.message(1, "一"), files.message(2, "二"))
    events = files.read(tmp_path, content[:-20])
    assert [one.text for one in _posted([*events])] == ["一"]
    assert [one.code for one in events if isinstance(one, Skipped)] == ["not_json"]


def test_only_nuls_and_half_characters_are_taken_from_words(tmp_path: Path) -> None:
    said = b'{"content": "a\\u0000b \\ud83d c\\u200f\\t ", "timestamp": 1772406000, "sender": "u1"}'
    content = files.as_lines(HEADER, b'{"_type": "message", ' + said[1:])
    (posted,) = _posted([*files.read(tmp_path, content)])
    assert posted.text == "ab \ufffd c\u200f\t "


def test_equal_messages_without_ids_are_told_apart_by_their_order(tmp_path: Path) -> None:
    said = [
        {key: value for key, value in one.items() if key != "platformMessageId"}
        for one in (files.message(1, "好"), files.message(1, "好"), files.message(2, "好"))
    ]
    content = files.as_json(files.chatlab(said))
    keys = [one.key for one in _posted([*files.read(tmp_path, content)])]
    assert len(set(keys)) == 3
    assert [one.key for one in _posted([*files.read(tmp_path, content)])] == keys


def test_milliseconds_are_understood(tmp_path: Path) -> None:
    said = files.message(1, "x", timestamp=1772406001000)
    (posted,) = _posted([*files.read(tmp_path, files.as_json(files.chatlab([said])))])
    assert posted.at == datetime.fromtimestamp(1772406001, tz=UTC)


def test_a_hostile_line_of_the_platform_costs_no_time(tmp_path: Path) -> None:
    lines = [f'"{"a," * many}邀请"{"b、" * many}' for many in (20, 90, 5000)]
    said = [files.message(n, line, type=80, sender="s") for n, line in enumerate(lines)]
    begun = time.process_time()
    events = files.read(tmp_path, files.as_json(files.chatlab(said)))
    assert len(_posted([*events])) == 3
    assert time.process_time() - begun < 2
