from pathlib import Path

import pytest

from community.conversation import MessageKind
from connectors.base import (
    Event,
    MemberSeen,
    MessageEdited,
    MessagePosted,
    MessageRecalled,
    Reacted,
    Skipped,
)
from tests.connectors.exports import files


def _said(ts: str, text: str, **more: object) -> dict[str, object]:
    return {"type": "message", "user": "U1", "text": text, "ts": ts, **more}


def _read(folder: Path, *messages: object) -> list[Event]:
    return files.read(folder, files.slack({"general/2026-03-02": messages}))


def _posted(events: list[Event]) -> list[MessagePosted]:
    return [event for event in events if isinstance(event, MessagePosted)]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("<@U1>: hi", "@Ann: hi", id="a member"),
        pytest.param("<@U9|bob> hi", "@bob hi", id="a stranger with a label"),
        pytest.param("see <#C2> and <#C9|old>", "see #random and #old", id="channels"),
        pytest.param("<!here> now", "@here now", id="everybody"),
        pytest.param("<https://a.example/x>", "https://a.example/x", id="an address"),
        pytest.param("<https://a.example|site>", "site (https://a.example)", id="with a label"),
        pytest.param("<http://a.example|a.example>", "http://a.example", id="labelled by itself"),
        pytest.param("1 &lt; 2 &amp;&amp; 3 &gt; 2", "1 < 2 && 3 > 2", id="escapes"),
        pytest.param("你好：שלום 🙂", "你好：שלום 🙂", id="plain words"),
        pytest.param("好:+1::skin-tone-3::tada:", "好👍🎉", id="emoji by their short names"),
        pytest.param("at 10:100:20 :our_own:", "at 10:100:20 :our_own:", id="other colons"),
    ],
)
def test_words_are_those_that_were_shown(tmp_path: Path, text: str, shown: str) -> None:
    (said,) = _posted(_read(tmp_path, _said("1772406000.000100", text)))
    assert said.text == shown


def test_a_thread_answers_its_root(tmp_path: Path) -> None:
    root, reply = _posted(
        _read(
            tmp_path,
            _said("1772406000.000100", "q", thread_ts="1772406000.000100"),
            _said("1772406005.000100", "a", thread_ts="1772406000.000100"),
        )
    )
    assert (root.reply_to, reply.reply_to) == (None, root.message)
    assert root.zone == "C1"


def test_edits_recalls_and_reactions_come_after_their_message(tmp_path: Path) -> None:
    events = _read(
        tmp_path,
        _said(
            "1772406000.000100",
            "new words",
            edited={"user": "U1", "ts": "1772406060.000000"},
            reactions=[{"name": "+1::skin-tone-2", "users": ["U1", "U7"], "count": 2}],
        ),
        _said("1772406001.000100", "", subtype="tombstone"),
    )
    (edited,) = [one for one in events if isinstance(one, MessageEdited)]
    (recalled,) = [one for one in events if isinstance(one, MessageRecalled)]
    given = [one for one in events if isinstance(one, Reacted)]
    first, second = _posted(events)
    assert (edited.message, edited.text) == (first.message, "new words")
    assert edited.at > first.at
    assert recalled.message == second.message
    assert [(one.emoji, one.member) for one in given] == [("👍", "U1"), ("👍", "U7")]


def test_machines_are_no_members(tmp_path: Path) -> None:
    events = _read(
        tmp_path,
        {"type": "message", "subtype": "bot_message", "bot_id": "B1", "text": "",
         "attachments": [{"fallback": "1 commit by <@U1>"}], "ts": "1772406000.000100"},
        _said("1772406001.000100", "beep", user="U2"),
    )  # fmt: skip
    assert [one.member for one in events if isinstance(one, MemberSeen)] == ["U1"]
    said = _posted(events)
    assert [(one.member, one.kind) for one in said] == [(None, MessageKind.SYSTEM)] * 2
    assert said[0].text == "1 commit by @Ann"


def test_who_joins_a_channel_joins(tmp_path: Path) -> None:
    events = _read(tmp_path, _said("1772406000.000100", "<@U1> joined", subtype="channel_join"))
    joined = [one for one in events if isinstance(one, MemberSeen) and one.joined_at]
    assert [one.member for one in joined] == ["U1"]
    assert _posted(events)[0].kind is MessageKind.SYSTEM


def test_private_talk_is_not_taken(tmp_path: Path) -> None:
    day = files.as_json([_said("1772406000.000100", "a secret")])
    content = files.slack(
        {"general/2026-03-02": []},
        **{"dms.json": files.as_json([{"id": "D1"}]), "D1/2026-03-02.json": day},
    )
    events = files.read(tmp_path, content)
    assert _posted(events) == []
    assert [one for one in events if isinstance(one, Skipped)] == [
        Skipped(place="D1/2026-03-02.json", code="private_talk")
    ]


def test_a_damaged_day_is_left_out_and_named(tmp_path: Path) -> None:
    good = files.as_json([_said("1772406000.000100", "good")])
    content = files.slack({}, **{"general/1.json": b"", "general/2026-03-02.json": good})
    broken = files.slack(
        {}, **{"general/2026-03-01.json": b'[{"ts": ', "general/2026-03-02.json": good}
    )
    assert [one.text for one in _posted(files.read(tmp_path, content))] == ["good"]
    events = files.read(tmp_path, broken)
    assert [one.text for one in _posted(events)] == ["good"]
    assert [one.code for one in events if isinstance(one, Skipped)] == ["file_broken"]


def test_everything_may_stand_in_one_folder(tmp_path: Path) -> None:
    inside = {
        "export/users.json": files.as_json(files.USERS),
        "export/channels.json": files.as_json(files.CHANNELS),
        "export/general/2026-03-02.json": files.as_json([_said("1772406000.000100", "hi")]),
    }
    (said,) = _posted(files.read(tmp_path, files.zipped(inside)))
    assert (said.zone, said.member) == ("C1", "U1")
