import ast

from importlinter.cli import lint_imports

from tests.architecture.source import ROOT, modules, name_of, tree_of

HOMES = {
    "langgraph": ("agent.graphs", "agent.nodes"),
    "openai": ("agent.models.openai", "knowledge_base.embedders.openai"),
    "tenacity": ("agent.models.openai", "knowledge_base.embedders.openai"),
    "chromadb": ("knowledge_base.library",),
    "tiktoken": ("agent.tokens",),
    "sqlalchemy": ("community.store", "server.jobqueue"),
    "alembic": ("community.store",),
    "fastapi": ("server",),
    "uvicorn": ("server",),
    "onnxruntime": ("agent.listening", "knowledge_base.embedders"),
    "numpy": ("agent.listening", "knowledge_base", "evals"),
    "pydantic": ("server", "agent.completions", "agent.models"),
}
LAZY = ("server.cli", "server.wiring", "server.deps", "server.commands")


def _imports(tree: ast.AST) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found += [(node.col_offset, alias.name) for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.append((node.col_offset, node.module))
    return found


def test_values_flow_one_way() -> None:
    """The contracts of pyproject.toml hold (import-linter)."""
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True) == 0


def test_each_framework_has_one_home() -> None:
    strays = {
        (name_of(path), module)
        for path in modules()
        if not name_of(path).startswith("tests")
        for _, module in _imports(tree_of(path))
        if (homes := HOMES.get(module.split(".")[0])) and not name_of(path).startswith(homes)
    }
    assert strays == set()


def test_imports_stand_at_the_top() -> None:
    hidden = {
        (name_of(path), module)
        for path in modules()
        if not name_of(path).startswith((*LAZY, "tests"))
        for column, module in _imports(tree_of(path))
        if column > 0
    }
    assert hidden == set()


def test_nothing_is_patched() -> None:
    patched = {
        name_of(path)
        for path in modules()
        for _, module in _imports(tree_of(path))
        if module.startswith(("unittest.mock", "pytest_mock"))
    }
    assert patched == set()
