"""simmer bench NAME …: time one thing beside a floor from the same run."""

import argparse
from pkgutil import iter_modules

import evals.benches
from evals import cli_eval


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments every benchmark shares."""
    cli_eval.add_arguments(parser, [module.name for module in iter_modules(evals.benches.__path__)])


def run(arguments: argparse.Namespace) -> int:
    """Measure and print."""
    return cli_eval.run(arguments, home="evals.benches")
