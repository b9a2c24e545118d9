import ast
import re

from tests.architecture.source import functions_of, modules, name_of, tree_of

BANNED = {
    "user", "bot", "service", "manager", "helper", "utils", "handler", "processor",
    "data", "info", "item", "chunk", "doc",
}  # fmt: skip
WORD = re.compile(r"[A-Z]?[a-z]+")


def _words(name: str) -> set[str]:
    return {word.lower() for word in WORD.findall(name.replace("personal_data", ""))}


def _names(path_tree: ast.Module) -> set[str]:
    kinds = (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    return {node.name for node in ast.walk(path_tree) if isinstance(node, kinds)}


def test_one_word_per_thing() -> None:
    """No module, class or function is named with a word the glossary bans."""
    odd = {
        f"{name_of(path)}: {name}"
        for path in modules()
        for name in {name_of(path).rsplit(".", 1)[-1], *_names(tree_of(path))}
        if _words(name) & BANNED and not name.startswith("test_")
    }
    assert odd == set()


def test_every_public_function_says_its_rule() -> None:
    silent = {
        f"{name_of(path)}.{function.name}"
        for path in modules()
        if not name_of(path).startswith("tests") and "migrations" not in path.parts
        for function in functions_of(path)
        if not function.name.startswith("_")
        and not ast.get_docstring(function)
        and function.col_offset == 0
    }
    assert silent == set()
