"""What commands say to a person at a terminal, in their language."""

import os

from community.errors import Fact, SimmerError
from server.locales import sentence


def tongue() -> str:
    """The language of the terminal: Chinese where its locale is Chinese, else English."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "")
        if value:
            return "zh" if value.lower().startswith("zh") else "en"
    return "en"


def said(code: str, **facts: Fact) -> str:
    """A sentence of a command."""
    return sentence(tongue(), f"command.{code}", facts)


def complaint(error: SimmerError) -> str:
    """What went wrong, as one sentence."""
    return "simmer: " + sentence(tongue(), f"error.{error.code}", error.facts)
