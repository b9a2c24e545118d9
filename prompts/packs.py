"""Question packs by domain: a scene, a tension and the answers people really give."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import cast

HOME = Path(__file__).parent / "offline" / "packs"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tension:
    """One question worth disagreeing about: each option is defensible, none is the right one.

    An option has at most 12 Chinese characters or 6 English words; `keywords` are the words in
    talk that make the tension fit.
    """

    id: str
    domain: str
    scene: str
    tension: str
    options: tuple[str, ...]
    keywords: tuple[str, ...]


def domains(language: str) -> tuple[str, ...]:
    """The domains that have a pack in a language."""
    return tuple(sorted(file.name.split(".")[0] for file in HOME.glob(f"*.{language}.json")))


@cache
def pack(domain: str, language: str) -> tuple[Tension, ...]:
    """The tensions of one domain; LookupError when there is no such pack."""
    file = HOME / f"{domain}.{language}.json"
    if not file.is_file():
        raise LookupError(domain, language)
    raw = cast("list[dict[str, object]]", json.loads(file.read_text(encoding="utf-8")))
    return tuple(
        Tension(
            id=f"{domain}.{number}",
            domain=domain,
            scene=cast("str", entry["scene"]),
            tension=cast("str", entry["tension"]),
            options=tuple(cast("list[str]", entry["options"])),
            keywords=tuple(cast("list[str]", entry["keywords"])),
        )
        for number, entry in enumerate(raw, 1)
    )


def tensions(language: str) -> tuple[Tension, ...]:
    """The tensions of every domain in a language."""
    return tuple(tension for domain in domains(language) for tension in pack(domain, language))


@cache
def domain_words(language: str) -> Mapping[str, tuple[str, ...]]:
    """By domain, the words that people of that line of work use among themselves."""
    text = (HOME.parent / f"domains.{language}.json").read_text(encoding="utf-8")
    raw = cast("dict[str, list[str]]", json.loads(text))
    return {domain: tuple(words) for domain, words in raw.items()}


@cache
def frames(language: str) -> tuple[Tension, ...]:
    """Questions that fit any topic named in members' words; the topic itself is the scene."""
    text = (HOME.parent / f"frames.{language}.json").read_text(encoding="utf-8")
    return tuple(
        Tension(
            id=f"frame.{number}",
            domain="",
            scene="",
            tension=cast("str", entry["tension"]),
            options=tuple(cast("list[str]", entry["options"])),
            keywords=(),
        )
        for number, entry in enumerate(cast("list[dict[str, object]]", json.loads(text)), 1)
    )
