"""simmer eval NAME …: run one eval and print its figures."""

import argparse
import json
import sys
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import cast

import evals.tasks
from community.errors import SimmerError
from evals.task import Measure, Options

PATHS = ("data", "distractors", "questions", "requests", "completions")


def add_arguments(parser: argparse.ArgumentParser, names: list[str] | None = None) -> None:
    """Declare the arguments every eval shares."""
    known = names or [module.name for module in iter_modules(evals.tasks.__path__)]
    parser.add_argument("name", choices=sorted(known))
    for path in PATHS:
        parser.add_argument(f"--{path}", type=Path)
    parser.add_argument("--community")
    parser.add_argument("--engine", default="offline")
    parser.add_argument("--size", type=int, help="how many, where a benchmark makes its own")
    parser.add_argument("--json", action="store_true", help="one JSON object as the last line")


def run(arguments: argparse.Namespace, home: str = "evals.tasks") -> int:
    """Measure and print; a missing file or folder is one sentence and exit code 2."""
    values = cast("dict[str, object]", vars(arguments))
    fields = Options.__dataclass_fields__
    options = Options(**{key: value for key, value in values.items() if key in fields})  # pyright: ignore[reportArgumentType]
    for name in PATHS:
        path = cast("Path | None", getattr(options, name))
        needed = path.parent if path is not None and name == "requests" else path
        if needed is not None and not needed.exists():
            print(f"--{name}: there is nothing at {needed}", file=sys.stderr)
            return 2
    measure = cast("Measure", import_module(f"{home}.{values['name']}").measure)
    try:
        figures = measure(options)
    except SimmerError as error:
        print(f"{error.code} {error.facts}", file=sys.stderr)
        return 2
    if values["json"]:
        print(json.dumps(figures, ensure_ascii=False))
    else:
        print("\n".join(f"{key:<24} {value}" for key, value in figures.items()))
    return 0
