import re
from dataclasses import fields

from agent.gate_settings import GateSettings
from server.cli import COMMANDS
from server.settings import Settings
from tests.architecture.source import ROOT

MACHINE = re.compile(r"/work/|/root/|/opt/pypi|file:///|127\.0\.0\.1:\d+/simple|pypi\.org/simple")
TEXTS = ("*.md", "*.py", "*.toml", "*.lock", "*.json", "*.ts", "*.tsx", "Makefile", "scripts/*")
HOMES = ("agent", "community", "connectors", "evals", "knowledge_base", "prompts", "server")
OTHERS = {"node_modules", "dist", ".venv", "data", ".git"}


def test_every_setting_is_documented() -> None:
    text = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    missing = {name for name in Settings.model_fields if f"SIMMER_{name.upper()}" not in text}
    assert missing == set()


def test_every_number_of_the_gate_is_documented() -> None:
    text = (ROOT / "docs" / "gate.md").read_text(encoding="utf-8")
    assert {each.name for each in fields(GateSettings) if f"`{each.name}`" not in text} == set()


def test_every_command_is_documented() -> None:
    text = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    assert {name for name in COMMANDS if f"simmer {name}" not in text} == set()


def test_the_page_on_architecture_names_every_package_and_no_file_that_is_gone() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    named = set(re.findall(r"[a-z_]+", text))
    packages = [path.parent for home in HOMES for path in (ROOT / home).glob("*/__init__.py")]
    assert packages
    assert {each.name for each in packages if each.name not in named} == set()
    paths = set(re.findall(rf"`((?:{'|'.join(HOMES)})/[\w/]+\.py)`", text))
    assert {path for path in paths if not (ROOT / path).exists()} == set()


def test_the_pictures_of_the_readme_exist() -> None:
    for name in ("README.md", "README.zh.md"):
        links = re.findall(r"\]\(([^)#]+)[^)]*\)", (ROOT / name).read_text(encoding="utf-8"))
        ours = [link for link in links if not link.startswith("http")]
        assert ours
        assert [link for link in ours if not (ROOT / link).exists()] == []


def test_nothing_names_a_machine() -> None:
    named = {
        path.relative_to(ROOT).as_posix()
        for pattern in TEXTS
        for path in ROOT.rglob(pattern)
        if path.is_file()
        and not OTHERS & set(path.relative_to(ROOT).parts)
        and path.name != "test_docs.py"
        and MACHINE.search(path.read_text(encoding="utf-8"))
    }
    assert named == set()
