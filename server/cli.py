"""simmer …: names of commands; each is loaded when called, so that --help never waits."""

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Protocol, cast

COMMANDS = {
    "demo": "a running product with the two sample communities",
    "serve": "serve the pages and do the work, in one process",
    "import": "import chat exports into a community",
    "bring": "take in FAQs and handbooks there are already",
    "distil": "turn ripe threads into drafts for an expert",
    "ask": "ask a community's signed library",
    "handbook": "the signed library as a handbook (PDF, HTML or Markdown)",
    "poster": "a signed article, or the best of a week, as a poster (PDF or PNG)",
    "mcp": "let other assistants ask the signed library",
    "replay": "decide at past moments as the gate would have",
    "eval": "measure how good (see simmer eval --help)",
    "bench": "measure how fast (see simmer bench --help)",
    "export": "write links, claims, observations, corrections or figures as JSON lines",
    "reindex": "rebuild the search index from the database",
    "doctor": "check this machine and say what to do",
    "link": "make a one-time sign-in link for a member",
}


class Command(Protocol):
    """What a module of server.commands (or evals.cli) offers."""

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare the command's own arguments."""
        ...

    def run(self, arguments: argparse.Namespace) -> int:
        """Do it; the result is the exit code."""
        ...


def _load(name: str) -> Command:
    home = "evals.cli_" if name in ("eval", "bench") else "server.commands."
    module = f"{home}{name}" if name != "import" else "server.commands.import_files"
    return cast("Command", import_module(module))


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the result is the exit code. Without one, list them."""
    words = list(sys.argv[1:] if argv is None else argv)
    if not words or words[0] in ("-h", "--help"):
        print("小火慢炖 · Simmer\n\nsimmer COMMAND …   (simmer COMMAND --help tells more)\n")
        print("\n".join(f"  {name:<9} {what}" for name, what in COMMANDS.items()))
        return 0
    if words[0] not in COMMANDS:
        print(f"simmer: no command '{words[0]}'; there are {', '.join(COMMANDS)}", file=sys.stderr)
        return 2
    command = _load(words[0])
    parser = argparse.ArgumentParser(
        prog=f"simmer {words[0]}", description=COMMANDS[words[0]].capitalize() + "."
    )
    command.add_arguments(parser)
    return command.run(parser.parse_args(words[1:]))


if __name__ == "__main__":
    raise SystemExit(main())
