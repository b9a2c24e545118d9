"""simmer doctor: check this machine and say what to do."""

import argparse
import json
from dataclasses import asdict

from server.examination import Finding, examine
from server.locales import sentence, terminal_language

SIGNS = {"ok": "✓", "warning": "!", "fault": "✗"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare how the findings are told."""
    parser.add_argument("--json", action="store_true", help="one JSON object as the last line")


def run(arguments: argparse.Namespace) -> int:
    """Look, tell, and fail where something does not work."""
    found: list[Finding] = []
    for finding in examine():
        found.append(finding)
        if not arguments.json:
            tell(finding)
    if arguments.json:
        print(json.dumps({"findings": [asdict(each) for each in found]}, ensure_ascii=False))
    return 1 if any(each.level == "fault" for each in found) else 0


def tell(finding: Finding) -> None:
    """One line for what was found, and one for what to do."""
    language = terminal_language()
    print(f"{SIGNS[finding.level]} {sentence(language, f'doctor.{finding.code}', finding.facts)}")
    if finding.level != "ok":
        print(f"    → {sentence(language, f'advice.{finding.code}', finding.facts)}", flush=True)
