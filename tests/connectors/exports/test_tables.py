from datetime import UTC, datetime
from pathlib import Path

import pytest

from community.errors import Invalid
from connectors.base import MessagePosted, Skipped
from connectors.exports import Wish, open_export
from tests.connectors.exports import files

SHANGHAI = Wish(timezone="Asia/Shanghai", now=datetime(2026, 4, 1, tzinfo=UTC))
AT = datetime(2026, 3, 4, 12, 15, tzinfo=UTC)


def _said(folder: Path, content: bytes, wish: Wish = SHANGHAI) -> list[MessagePosted]:
    return [one for one in files.read(folder, content, wish) if isinstance(one, MessagePosted)]


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("时间,发送者,内容\n2026/3/4 20:15,许冉,你好：早\n".encode(), id="utf-8"),
        pytest.param(
            "\ufeff时间,昵称,消息\n2026-03-04 20:15:00,许冉,你好：早\n".encode(), id="bom"
        ),
        pytest.param(
            "时间,发送人,内容\n2026/3/4 20:15,许冉,你好：早\n".encode("gb18030"), id="gb18030"
        ),
        pytest.param(
            "时间,发送人,内容\n2026/3/4 20:15,许冉,你好：早\n".encode("utf-16"), id="utf-16"
        ),
        pytest.param(
            "Name;Message;Time\n许冉;你好：早;2026-03-04T12:15:00Z\n".encode(), id="semicolon"
        ),
        pytest.param(
            "date\ttime\tname\ttext\n2026-03-04\t20:15\t许冉\t你好：早\n".encode(), id="tab"
        ),
        pytest.param(
            "2026/3/4 20:15,许冉,你好：早\n2026/3/4 20:16,许冉,嗯\n".encode(), id="no header"
        ),
        pytest.param(
            "id,user,ts,content\n7,许冉,1772626500,你好：早\n".encode(), id="unix seconds"
        ),
    ],
)
def test_columns_are_guessed(tmp_path: Path, content: bytes) -> None:
    said = _said(tmp_path, content)
    assert (said[0].at, said[0].member, said[0].text) == (AT, "name:许冉", "你好：早")


def test_the_guess_can_be_seen_before_anything_is_read(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes("编号,时间,昵称,内容,回复\n1,2026/3/4 20:15,许冉,你好,\n".encode())
    assert open_export(path, SHANGHAI).mapping == {
        "id": "编号",
        "time": "时间",
        "sender": "昵称",
        "text": "内容",
        "reply_to": "回复",
    }


def test_a_person_may_say_which_column_is_which(tmp_path: Path) -> None:
    content = "a,b,c\n许冉,2026/3/4 20:15,你好\n".encode()
    wish = Wish(timezone="Asia/Shanghai", mapping={"time": "b", "sender": "a", "text": "c"})
    (said,) = _said(tmp_path, content, wish)
    assert (said.at, said.text) == (AT, "你好")
    with pytest.raises(Invalid) as caught:
        _said(tmp_path, content, Wish(mapping={"time": "z"}))
    assert caught.value.code == "import_mapping_column"


def test_ids_replies_and_zones_are_kept(tmp_path: Path) -> None:
    content = (
        "id,time,sender,text,reply_to,channel\n"
        "a1,2026-03-04 20:15,许冉,问,,早读\n"
        'a2,2026-03-04 20:16,罗一鸣,"答，\n第二行",a1,早读\n'
    )
    first, second = _said(tmp_path, content.encode())
    assert (second.reply_to, first.message) == ("a1", "a1")
    assert second.text == "答，\n第二行"
    assert {first.zone, second.zone} == {"早读"}


def test_rows_that_say_too_little_are_left_out_and_named(tmp_path: Path) -> None:
    rows = ["时间,发送者,内容", "2026/3/4 20:15,许冉,一", "改天,许冉,二", "2026/3/4 20:16,,三"]
    rows += ["2026/3/4 20:17,许冉", *(f"2026/3/4 21:{n},许冉,x" for n in range(10, 40))]
    events = files.read(tmp_path, "\n".join(rows).encode(), SHANGHAI)
    skipped = [one for one in events if isinstance(one, Skipped)]
    assert [(one.place, one.code) for one in skipped] == [
        ("#3", "no_time"),
        ("#4", "no_sender"),
        ("#5", "too_few_columns"),
    ]
    assert sum(isinstance(one, MessagePosted) for one in events) == 31


def test_day_and_month_follow_the_file_or_are_asked_for(tmp_path: Path) -> None:
    clear = b"time,sender,text\n13/03/2026 10:00,A,x\n14/03/2026 10:00,A,y\n"
    unclear = b"time,sender,text\n03/04/2026 10:00,A,x\n"
    assert [one.at.day for one in _said(tmp_path, clear, Wish())] == [13, 14]
    with pytest.raises(Invalid) as caught:
        _said(tmp_path, unclear, Wish())
    assert caught.value.code == "import_day_order"
    told = _said(tmp_path, unclear, Wish(mapping={"order": "mdy"}))
    assert (told[0].at.month, told[0].at.day) == (3, 4)


def test_a_row_with_a_stray_line_end_is_left_out_and_named(tmp_path: Path) -> None:
    content = "时间,发送者,内容\n2026/3/4 20:15,许冉,一\n2026/3/4 20:16,许冉,二\r二\n"
    events = files.read(tmp_path, content.encode() + "2026/3/4 20:17,许冉,三\n".encode(), SHANGHAI)
    assert [one.text for one in events if isinstance(one, MessagePosted)] == ["一", "三"]
    assert [one.code for one in events if isinstance(one, Skipped)] == ["row_broken"]
