"""simmer poster says which designs fit an article, and writes the sheet."""

from pathlib import Path

import pytest

from server.cli import main
from server.commands import poster
from server.printing.designs import DESIGNS


def test_a_name_that_says_no_format_is_refused_before_anything_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SIMMER_DATA_DIR", str(tmp_path))
    assert main(["poster", "--community", "x", "--out", str(tmp_path / "poster.doc")]) == 2
    assert "poster.doc" in capsys.readouterr().err
    assert poster.FORMS == ("pdf", "png")
    assert "sides" in DESIGNS
