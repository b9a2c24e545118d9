import json
from pathlib import Path

import pytest

from server.cli import main
from tests.connectors.exports import files


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SIMMER_DATA_DIR", str(tmp_path / "kept"))
    monkeypatch.delenv("SIMMER_DATABASE_URL", raising=False)
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    return tmp_path


def _file(folder: Path, name: str, content: bytes) -> str:
    path = folder / name
    path.write_bytes(content)
    return str(path)


def _run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, list[str]]:
    code = main(["import", *words])
    return code, capsys.readouterr().out.strip().splitlines()


def test_a_community_is_made_in_the_language_of_its_talk(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = [files.message(n, f"第{n}条：大家好") for n in range(3)]
    path = _file(folder, "群聊.dat", files.as_json(files.chatlab(said)))
    code, lines = _run(capsys, path, "--community", "教研组", "--json")
    assert code == 0
    assert lines[0] == "新建社群“教研组”（group），时区 Asia/Shanghai。"
    assert "新增 3 条发言" in lines[1]
    outcome = json.loads(lines[-1])
    assert (outcome["community"], outcome["failed"]) == ("group", [])
    assert outcome["files"][0]["messages"] == 3
    _, again = _run(capsys, path, "--community", "教研组", "--json")
    assert json.loads(again[-1])["files"][0]["known"] == 3


def test_one_bad_file_does_not_keep_the_others_out(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good = _file(folder, "a", files.as_json(files.chatlab([files.message(1, "hello")])))
    bad = _file(folder, "b", b"")
    code, lines = _run(capsys, bad, good, "--community", "Circle", "--json")
    outcome = json.loads(lines[-1])
    assert code == 2
    assert lines[0] == "b：“b”是空的，里面没有内容。"
    assert [one["file"] for one in outcome["files"]] == ["a"]
    assert [(one["file"], one["code"]) for one in outcome["failed"]] == [("b", "import_empty")]


def test_the_mapping_is_shown_and_may_be_given(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = _file(folder, "t.csv", "甲,乙,丙\n许冉,2026/3/4 20:15,你好\n".encode())
    words = (path, "--community", "x", "--mapping", "time=乙,sender=甲,text=丙")
    code, lines = _run(capsys, *words)
    assert code == 0
    assert "time = 乙" in lines[0]


def test_what_was_skipped_is_said_with_its_place(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = files.as_lines(
        {"_type": "header", "meta": {"name": "x"}},
        {"_type": "message", **files.message(1, "x")},
        b"{",
    )
    code, lines = _run(capsys, _file(folder, "x", content), "--community", "x")
    assert code == 0
    assert "  #3：这一行不是合法的 JSON" in lines
    assert any("simmer link --community x --name 名字 --role owner" in line for line in lines)
