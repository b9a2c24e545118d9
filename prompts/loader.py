"""Prompt files: two parts (system first and stable, then the variables), strict variables."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

HOME = Path(__file__).parent
SLOT = re.compile(r"\{\{\s*([a-z_]+)\s*\}\}")
INCLUDE = re.compile(r"^\{\{>\s*([a-z_]+)\s*\}\}$", re.MULTILINE)
BORDER = "\n---\n"


class PromptBroken(ValueError):
    """A prompt file that cannot be used: it is missing, or its variables are not those given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """One prompt in one language: `system` never varies, so that a server may cache it.

    `version` is the hash of both parts; `variables` are the names `talk` must be given, exactly.
    """

    name: str
    language: str
    system: str
    talk: str

    @property
    def version(self) -> str:
        """Hash of the text, kept with every completion."""
        return hashlib.sha256(f"{self.system}{BORDER}{self.talk}".encode()).hexdigest()[:12]

    @property
    def variables(self) -> frozenset[str]:
        """The names that a rendering must be given."""
        return frozenset(SLOT.findall(self.talk))

    def render(self, values: Mapping[str, str]) -> str:
        """Fill the second part in one pass, so that a value is never read as a template."""
        missing, unknown = self.variables - values.keys(), values.keys() - self.variables
        if missing or unknown:
            found = f"missing {sorted(missing)}, unknown {sorted(unknown)}"
            raise PromptBroken(f"{self.name}.{self.language}: {found}")
        return SLOT.sub(lambda match: values[match[1]], self.talk)


@cache
def load(name: str, language: str) -> Prompt:
    """Read `prompts/<language>/<name>.md`; `{{> part}}` on its own line includes `_part.md`."""
    system, border, talk = _included(_read(name, language), language).partition(BORDER)
    if not border or SLOT.search(system):
        raise PromptBroken(f"{name}.{language}: a stable part, ---, a part with the variables")
    return Prompt(name=name, language=language, system=system.strip(), talk=talk.strip())


def names(language: str) -> tuple[str, ...]:
    """The prompts there are in a language, parts left out."""
    files = (HOME / language).glob("*.md")
    return tuple(sorted(file.stem for file in files if not file.stem.startswith("_")))


def _read(name: str, language: str) -> str:
    file = HOME / language / f"{name}.md"
    if not file.is_file():
        raise PromptBroken(f"there is no prompt {name} in {language}")
    return file.read_text(encoding="utf-8").replace("\r\n", "\n")


def _included(text: str, language: str) -> str:
    return INCLUDE.sub(lambda match: _read(f"_{match[1]}", language).strip(), text)
