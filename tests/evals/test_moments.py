import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from community.errors import Invalid
from evals.labelled import read_sample
from evals.scorers.moments import judge_moments

START = int(datetime(2026, 3, 2, 1, 0, tzinfo=UTC).timestamp())


def a_folder(home: Path, moments: list[dict[str, object]]) -> Path:
    """A small labelled community with one question that nobody answers."""
    lines = ["大家好,开工了", "收到", "好的", "嗯", "请问月底的报表交给谁,纸质还是电子版?"]
    people = [
        {"platformId": "a", "accountName": "周姐", "roles": [{"id": "owner"}, {"id": "host"}]},
        {"platformId": "b", "accountName": "小林"},
        {"platformId": "c", "accountName": "老陆", "roles": [{"id": "admin", "name": "专家"}]},
    ]
    chat = {
        "members": people,
        "messages": [
            {
                "platformMessageId": f"m{number}",
                "sender": "a" if number == 0 else "b",
                "timestamp": START + 60 * number,
                "type": 0,
                "content": text,
            }
            for number, text in enumerate(lines)
        ],
    }
    (home / "chat.json").write_text(json.dumps(chat))
    (home / "links.jsonl").write_text("")
    (home / "moments.jsonl").write_text("\n".join(json.dumps(each) for each in moments))
    return home


def a_moment(minutes: int, acceptable: list[str], unacceptable: list[str]) -> dict[str, object]:
    return {
        "after_id": "m4",
        "at": START + 60 * minutes,
        "acceptable": acceptable,
        "unacceptable": unacceptable,
    }


def test_due_quiet_and_blunders_are_counted_apart(tmp_path: Path) -> None:
    folder = a_folder(
        tmp_path,
        [
            a_moment(10, ["stay_silent"], ["no_orphan"]),
            a_moment(75, ["no_orphan"], ["provoke"]),
            a_moment(90, ["stay_silent"], ["no_orphan"]),
        ],
    )
    figures = judge_moments(read_sample(folder))
    assert figures["due_met"] == 1.0
    assert figures["quiet"] == 1.0
    assert figures["blunders"] == 0.0
    assert figures["spoke"] == 1


def test_what_a_label_calls_harm_is_a_blunder(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, [a_moment(75, ["stay_silent"], ["no_orphan"])])
    figures = judge_moments(read_sample(folder))
    assert figures["blunders"] == 1.0
    assert figures["quiet"] == 0.0


def test_the_folder_says_who_is_who_and_where(tmp_path: Path) -> None:
    sample = read_sample(a_folder(tmp_path, []))
    assert [str(each.role) for each in sample.talk.members.values()] == [
        "facilitator",
        "member",
        "expert",
    ]
    assert sample.talk.community.language == "zh"
    assert sample.talk.community.timezone == "Asia/Shanghai"


def test_a_folder_without_a_chat_is_one_clear_error(tmp_path: Path) -> None:
    with pytest.raises(Invalid, match="eval_needs_chat"):
        read_sample(tmp_path)
