from pathlib import Path

from tests.architecture.source import functions_of, modules, name_of

MODULE_LINES = 300
FUNCTION_LINES = 40
NODE_LINES = 20


def _written() -> list[Path]:
    """Every module but the migration steps, which alembic drafts as long lists."""
    return [path for path in modules() if path.parent.name != "versions"]


def test_no_module_is_longer_than_a_reader_can_hold() -> None:
    long = {
        name_of(path): lines
        for path in _written()
        if (lines := path.read_text(encoding="utf-8").count("\n")) > MODULE_LINES
    }
    assert long == {}


def _longer(limit: int, packages: tuple[str, ...]) -> dict[str, int]:
    return {
        f"{name_of(path)}.{function.name}": lines
        for path in _written()
        if name_of(path).startswith(packages)
        for function in functions_of(path)
        if (lines := (function.end_lineno or 0) - function.lineno + 1) > limit
    }


def test_no_function_is_longer_than_a_screen() -> None:
    assert _longer(FUNCTION_LINES, ("",)) == {}


def test_a_node_is_one_step() -> None:
    assert _longer(NODE_LINES, ("agent.nodes", "agent.graphs")) == {}
