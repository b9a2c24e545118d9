from pathlib import Path

import pytest

from server.cli import main
from tests.connectors.exports import files


@pytest.fixture(autouse=True)
def group(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A community brought in from a file, as a newcomer has it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SIMMER_DATA_DIR", str(tmp_path / "kept"))
    monkeypatch.delenv("SIMMER_DATABASE_URL", raising=False)
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    path = tmp_path / "chat"
    path.write_bytes(files.as_json(files.chatlab([files.message(1, "hello all")])))
    assert main(["import", str(path), "--community", "My group"]) == 0
    capsys.readouterr()


def test_whoever_owns_the_folder_gets_in_by_name_and_role(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["link", "--community", "My group", "--name", "Me", "--role", "owner"]) == 0
    sentence, address = capsys.readouterr().out.strip().splitlines()
    assert "Me" in sentence
    assert "/sign-in/" in address
    assert main(["link", "--community", "My group", "--name", "Me"]) == 0
    assert capsys.readouterr().out.strip().splitlines()[1] != address


def test_a_link_for_nobody_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["link", "--community", "My group", "--name", "Nobody"]) == 2
    assert "no such member" in capsys.readouterr().err
