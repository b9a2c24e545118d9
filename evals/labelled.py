"""A labelled community folder (chat.json, moments.jsonl …) as one talk."""

import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType
from typing import cast

from community.conversation import Message, MessageKind, Talk
from community.errors import Invalid
from community.people import Community, Role, Zone
from evals.chats import read_labelled

ROLES: Mapping[str, Role] = MappingProxyType(
    {"host": Role.FACILITATOR, "expert": Role.EXPERT, "assistant": Role.ASSISTANT}
)
QUIET_SHARE = 0.25
"""Share of the messages at night in a zone that cannot be the right one."""
SILENCE = frozenset({"stay_silent"})
HAN = re.compile(r"[\u3400-\u9fff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One labelled instant: what would be right and what would do harm."""

    at: datetime
    after_id: str
    acceptable: frozenset[str]
    unacceptable: frozenset[str]
    why: str = ""

    @property
    def only_silence(self) -> bool:
        """Whether nothing but silence is acceptable."""
        return self.acceptable == SILENCE

    @property
    def due(self) -> bool:
        """Whether silence is not acceptable."""
        return "stay_silent" not in self.acceptable


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A labelled community; `ids` are the export's message ids by ours."""

    talk: Talk
    moments: tuple[Judged, ...]
    ids: Mapping[int, str]


def read_sample(folder: Path) -> Sample:
    """The talk and the labelled moments of one folder."""
    if not (folder / "chat.json").exists():
        raise Invalid("eval_needs_chat", path=str(folder))
    chat = cast(
        "dict[str, list[dict[str, object]]]", json.loads((folder / "chat.json").read_text())
    )
    labelled = read_labelled(folder)
    language = _language(labelled.messages)
    members = {
        member.id: replace(member, role=_role(raw))
        for member, raw in zip(labelled.members, chat["members"], strict=True)
    }
    community = Community(
        id=1,
        slug=folder.name,
        name=folder.name,
        language=language,
        timezone=_timezone(labelled.messages, language),
        created_at=labelled.messages[0].at,
    )
    zone = Zone(id=1, community_id=1, key="main", name=community.name)
    talk = Talk(community=community, zone=zone, members=members, messages=labelled.messages)
    ids = {at: str(raw["platformMessageId"]) for at, raw in enumerate(chat["messages"], 1)}
    return Sample(talk=talk, moments=_moments(folder / "moments.jsonl"), ids=ids)


def _moments(path: Path) -> tuple[Judged, ...]:
    rows = [json.loads(line) for line in path.read_text().splitlines() if line.strip()]
    return tuple(
        Judged(
            at=datetime.fromtimestamp(row["at"], UTC),
            after_id=row["after_id"],
            acceptable=frozenset(row["acceptable"]),
            unacceptable=frozenset(row["unacceptable"]),
            why=row.get("why", ""),
        )
        for row in rows
    )


def _role(raw: Mapping[str, object]) -> Role:
    """The strongest role that the export's own words stand for."""
    roles = cast("Sequence[Mapping[str, str]]", raw.get("roles") or ())
    words = " ".join(f"{role.get('id', '')} {role.get('name', '')}" for role in roles).lower()
    if re.search(r"expert|director|专家|导师|顾问|mentor", words):
        return Role.EXPERT
    if re.search(r"owner|host|主持|群主|facilitator", words):
        return Role.FACILITATOR
    if re.search(r"assistant|助理|助教|admin|管理员", words):
        return Role.ASSISTANT
    return Role.MEMBER


def _language(messages: Sequence[Message]) -> str:
    han = sum(bool(HAN.search(message.text)) for message in messages)
    return "zh" if 2 * han > len(messages) else "en"


def _timezone(messages: Sequence[Message], language: str) -> str:
    """Shanghai for Chinese; else UTC, unless much of the talk then falls into the night."""
    if language == "zh":
        return "Asia/Shanghai"
    hours = Counter(m.at.hour for m in messages if m.kind is not MessageKind.SYSTEM)
    total = sum(hours.values())
    night = {
        shift: sum(hours[(h - shift) % 24] for h in (23, *range(7))) for shift in range(-11, 13)
    }
    if night[0] <= QUIET_SHARE * total:
        return "Etc/UTC"
    best = min(night, key=lambda shift: (night[shift], abs(shift)))
    return f"Etc/GMT{-best:+d}"
