"""Who came and who left, read from the lines a platform writes itself."""

import re
from dataclasses import dataclass
from typing import Literal

NAME = r"[^\"“”「」:：]{1,60}?"
ONE = r"[^\"“”「」:：、,，]{1,60}?"
NAMES = rf"[\"“「]?(?P<names>{ONE}(?:[\"”」]?[、,，]\s?[\"“「]?{ONE})*)[\"”」]?"
SOMEBODY = rf"[\"“「]?{NAME}[\"”」]?"
JOINS = (
    re.compile(rf"^{SOMEBODY}邀请{NAMES}加入了?(?:本)?群聊?"),
    re.compile(rf"^{NAMES}通过.{{0,80}}加入了?(?:本)?群聊?"),
    re.compile(rf"^{NAMES}加入了?(?:本)?群(?:聊|组)?"),
    re.compile(rf"^{NAMES} (?:\(guest\) )?(?:has )?joined(?: |$)", re.IGNORECASE),
    re.compile(rf"^{NAMES} was added(?: |$|\.)", re.IGNORECASE),
    re.compile(rf"^.{{1,60}}? added {NAMES}(?: to .*)?\.?$", re.IGNORECASE),
)
LEAVES = (
    re.compile(rf"^{SOMEBODY}将{NAMES}移出了?(?:本)?群聊?"),
    re.compile(rf"^{NAMES}(?:已)?(?:退出|离开)了?(?:本)?群聊?"),
    re.compile(rf"^{NAMES} (?:\(guest\) )?(?:has )?left(?: |$|\.)", re.IGNORECASE),
    re.compile(rf"^{NAMES} was removed(?: |$|\.)", re.IGNORECASE),
    re.compile(rf"^.{{1,60}}? removed {NAMES}(?: from .*)?\.?$", re.IGNORECASE),
)
Kind = Literal["join", "leave"]
KINDS: tuple[tuple[Kind, tuple[re.Pattern[str], ...]], ...] = (("leave", LEAVES), ("join", JOINS))
BETWEEN = re.compile(r"[\"”」]?[、,，]\s?[\"“「]?")
LONGEST = 400
"""Characters of the longest line a platform writes about people."""
NOBODY = frozenset({"你", "您", "you", "You"})
RECALL = re.compile(
    r"撤回了?一条消息|(?:this message|message) was deleted|deleted this message|unsent a message",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Crossing:
    """People who came or left, by the names the line gives them."""

    kind: Kind
    names: tuple[str, ...]


def coming_or_going(line: str) -> Crossing | None:
    """Who came or left, if this line of the platform says so."""
    text = line.strip()
    if len(text) > LONGEST:
        return None
    for kind, patterns in KINDS:
        for pattern in patterns:
            if found := pattern.match(text):
                names = tuple(
                    name.strip()
                    for name in BETWEEN.split(found["names"])
                    if name.strip() and name.strip() not in NOBODY
                )
                return Crossing(kind=kind, names=names) if names else None
    return None


def is_recall(line: str) -> bool:
    """Whether the platform says that a message was taken back."""
    return bool(RECALL.search(line))
