from datetime import UTC, datetime
from pathlib import Path

import pytest

from community.conversation import MessageKind
from connectors.base import MemberSeen, MessagePosted
from connectors.exports import Wish
from tests.connectors.exports import files

WISH = Wish(timezone="Asia/Shanghai", now=datetime(2026, 4, 1, tzinfo=UTC))
WHATSAPP = """\u200e[15/01/2026, 2:22:56\u202fPM] Mary: first: line
second line
[15/01/2026, 2:23:00 PM] ~ Li 李: \u200eimage omitted
[15/01/2026, 2:23:10 PM] Mary added Tom
[16/01/2026, 9:00:00 AM] Mary: مرحبا 🙂
"""
DASHED = """12/31/25, 23:55 - Messages and calls are end-to-end encrypted.
12/31/25, 23:55 - Bob: hello
1/13/26, 00:02 - Ann: <Media omitted>
"""
QQ = """消息记录（此消息记录为文本格式）

消息对象:教研群

2026-01-16 18:15:05 名字(12345)
第一行
第二行

2026-01-16 18:16:05 Ann<ann@example.com>
[图片]
"""
WECHAT = """七4许冉 2026/3/4 20:15
大家好：第一次发言

教科室小方 2026年3月4日 20:16
[文件] 表.xlsx
"""


def _said(folder: Path, text: str) -> list[MessagePosted]:
    events = files.read(folder, text.encode(), WISH)
    return [one for one in events if isinstance(one, MessagePosted)]


def test_whatsapp_with_brackets(tmp_path: Path) -> None:
    said = _said(tmp_path, WHATSAPP)
    assert [(one.member, one.text, one.kind.value) for one in said] == [
        ("name:Mary", "first: line\nsecond line", "text"),
        ("name:Li 李", "image omitted", "media"),
        (None, "Mary added Tom", "system"),
        ("name:Mary", "مرحبا 🙂", "text"),
    ]
    assert said[0].at == datetime(2026, 1, 15, 6, 22, 56, tzinfo=UTC)
    joined = files.read(tmp_path, WHATSAPP.encode(), WISH)
    assert [one.name for one in joined if isinstance(one, MemberSeen) and one.joined_at] == ["Tom"]


def test_whatsapp_with_dashes_and_the_month_first(tmp_path: Path) -> None:
    said = _said(tmp_path, DASHED)
    assert [(one.member, one.kind) for one in said] == [
        (None, MessageKind.SYSTEM),
        ("name:Bob", MessageKind.TEXT),
        ("name:Ann", MessageKind.MEDIA),
    ]
    assert said[2].at == datetime(2026, 1, 12, 16, 2, tzinfo=UTC)


def test_qq_with_numbers_and_addresses(tmp_path: Path) -> None:
    said = _said(tmp_path, QQ)
    assert [(one.member, one.text) for one in said] == [
        ("name:名字", "第一行\n第二行"),
        ("name:Ann", "[图片]"),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-8-sig", "utf-16"])
def test_copied_wechat_in_any_encoding(tmp_path: Path, encoding: str) -> None:
    events = files.read(tmp_path, WECHAT.encode(encoding), WISH)
    said = [one for one in events if isinstance(one, MessagePosted)]
    assert [(one.member, one.text, one.kind.value) for one in said] == [
        ("name:七4许冉", "大家好：第一次发言", "text"),
        ("name:教科室小方", "[文件] 表.xlsx", "file"),
    ]
    assert said[0].at == datetime(2026, 3, 4, 12, 15, tzinfo=UTC)


def test_windows_line_ends_leave_no_trace(tmp_path: Path) -> None:
    said = _said(tmp_path, WECHAT.replace("\n", "\r\n"))
    assert [one.text for one in said] == ["大家好：第一次发言", "[文件] 表.xlsx"]
