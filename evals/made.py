"""Made moments: a few lines of talk in which one move should be chosen, or should not."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import cast
from zoneinfo import ZoneInfo

from agent.appointments import KEPT
from agent.decide import Decided, decide
from agent.house_rules import KEPT as RULES
from agent.moves.catalogue import MOVES
from agent.replay import placeholder, remembered
from community.agreement import Agreed
from community.conversation import Message, MessageKind, Talk
from community.people import Community, Member, Purpose, Role, Zone
from community.review import Ledger
from community.seed import Seed, SeedState
from community.suggestion import Audience, Candidate, SuggestionState, Why

HOME = Path(__file__).parent / "datasets" / "moves.jsonl"
FRESH = HOME.with_name("fresh_moments.jsonl")
"""Moments of other trades; `move` names all that would be right, parted by a stroke."""
REWORDED = HOME.with_name("reworded_moments.jsonl")
"""The same kinds of moments in other words, some of them not met yet; `move` as in FRESH."""
UNHEARD = HOME.with_name("unheard_moments.jsonl")
"""Kinds of moments a room is full of, in words no rule was made from; `move` as in FRESH."""
MONDAY = datetime(2026, 3, 2, 9)  # noqa: DTZ001  # local time of the made community
PLACES = {"zh": "Asia/Shanghai", "en": "Etc/UTC"}
CASTS: Mapping[str, Mapping[str, Role]] = {
    "zh": {"周姐": Role.FACILITATOR, "老陆": Role.EXPERT, "小方": Role.ASSISTANT},
    "en": {"Ines": Role.FACILITATOR, "Adaeze": Role.EXPERT, "Tomasz": Role.ASSISTANT},
}
MEMBERS = {
    "zh": ("小何", "阿冉", "阿敏", "大强", "楠楠", "佳佳", "磊子"),
    "en": ("Yusra", "Bram", "Mei", "Kofi", "Noor", "Lior", "Zeynep"),
}
TURNED_DOWN = frozenset({"passed", "let_go"})
"""What became of a task whose draft a host turned down."""
BEFORE = {
    "zh": "打印机在二楼|行 我下午去|顺手帮我带一份|好嘞|今天真长|是的|下周见|下周见啦|走了|路上慢点"
    "|到家了|晚安",
    "en": "printer is upstairs|going after lunch|bring me one too|will do|nice weekend all|you too|"
    "see you monday|bye|heading out|safe trip|home now|good night",
}
"""What was said on the Friday before, so that the room is no new one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """One made moment. `lines` read "minutes name>line: text"; * is the system.

    `at` is the look in minutes after Monday 09:00, `told` pairs of a move and a line (0: the
    first), `known` what the library holds on a line. `agreed` says who begins talks ("seed"), who
    has days marked ("days", by name), who is "away", and who was "asked": name, minute of the
    topic, state and minute ("passed": the host turned the draft down for somebody else, "let_go":
    for good). `appointments` are topics as community settings keep
    them, `rules` those of the house, `left` who opted out, `roles` whose role differs.
    """

    move: str
    fires: bool
    case: str
    language: str
    at: int
    lines: tuple[str, ...]
    told: tuple[tuple[str, int], ...] = ()
    known: Mapping[int, str] = field(default_factory=dict[int, str])
    joined: Mapping[str, int] = field(default_factory=dict[str, int])
    social: bool = False
    fresh: bool = False
    agreed: Mapping[str, object] = field(default_factory=dict[str, object])
    appointments: tuple[Mapping[str, object], ...] = ()
    rules: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    roles: Mapping[str, str] = field(default_factory=dict[str, str])


def read_made(path: Path = HOME) -> Iterator[Made]:
    """All made moments, in the order of the file."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip():
            yield _made(cast("dict[str, object]", json.loads(line)))


def _made(row: dict[str, object]) -> Made:
    known = cast("dict[str, str]", row.pop("known", {}))
    return Made(
        **{  # pyright: ignore[reportArgumentType]
            **row,
            "lines": tuple(cast("list[str]", row["lines"])),
            "told": tuple(tuple(pair) for pair in cast("list[list[object]]", row.get("told", []))),
            "known": {int(key): value for key, value in known.items()},
            "appointments": tuple(cast("list[Mapping[str, object]]", row.get("appointments", []))),
            "rules": tuple(cast("list[str]", row.get("rules", []))),
            "left": tuple(cast("list[str]", row.get("left", []))),
        }
    )


def decided(made: Made) -> Decided:
    """What the gate decides in this moment."""
    talk = talk_of(made)
    now = _instant(made.language, made.at)
    ledger = Ledger()
    for move, line in made.told:
        anchor = Candidate(
            move=move,
            lane=MOVES[move].lane,
            anchor_ids=(line + 1,),
            value=1,
            confidence=1,
            cost=0,
            why=Why(code=move),
            to_id=_told(move, line, talk),
        )
        at = now - timedelta(minutes=30)
        ledger = remembered(ledger, placeholder(anchor, talk, at), at)
    known = {line + 1: (text,) for line, text in made.known.items()}
    return decide(talk, ledger, now, known=known)


def _told(move: str, line: int, talk: Talk) -> int | None:
    """Whom a private move went to: the author of its line."""
    private = MOVES[move].audience is Audience.PRIVATE
    return next((m.author_id for m in talk.messages if private and m.id == line + 1), None)


def chosen(made: Made) -> str | None:
    """The move the gate chose, None for silence."""
    candidate = decided(made).choice.candidate
    return candidate.move if candidate else None


def talk_of(made: Made) -> Talk:
    """The talk of a made moment, as known at its look."""
    roles = CASTS[made.language]
    names = [*roles, *MEMBERS[made.language]]
    members = {
        number: Member(
            id=number,
            community_id=1,
            name=name,
            role=_role(made, name),
            joined_at=_joined(made, name),
            opted_out=name in made.left,
        )
        for number, name in enumerate(names, 1)
    }
    ids = {member.name: member.id for member in members.values()}
    said = [_message(made, at, line, ids) for at, line in enumerate(made.lines, 1)]
    earlier = [] if made.fresh else list(_before(made, ids))
    return Talk(
        community=Community(
            id=1,
            slug="made",
            name="made",
            language=made.language,
            timezone=PLACES[made.language],
            created_at=_instant(made.language, -100_000),
            settings={KEPT: list(made.appointments), RULES: list(made.rules)},
        ),
        zone=Zone(
            id=1,
            community_id=1,
            key="main",
            name="main",
            purpose=Purpose.SOCIAL if made.social else Purpose.WORK,
        ),
        members=members,
        messages=tuple(sorted((*earlier, *said), key=lambda each: (each.at, each.id))),
        agreed=_agreed(made, ids),
    )


def _agreed(made: Made, ids: Mapping[str, int]) -> Agreed:
    seed, away = (cast("list[str]", made.agreed.get(each, [])) for each in ("seed", "away"))
    days = cast("Mapping[str, str | None]", made.agreed.get("days", {}))
    asked = cast("list[tuple[str, int, str, int]]", made.agreed.get("asked", []))
    return Agreed(
        volunteer_ids=tuple(ids[name] for name in seed),
        birthdays={ids[name]: day for name, day in days.items()},
        away_ids=frozenset(ids[name] for name in away),
        seeds=tuple(_asked(made, ids, *each) for each in asked),
    )


def _asked(  # a name, the minute of the topic, what became of it, when they were asked
    made: Made, ids: Mapping[str, int], name: str, topic: int, state: str, at: int
) -> Seed:
    asked = _instant(made.language, at)
    return Seed(
        id=1,
        community_id=1,
        zone_id=1,
        member_id=ids[name],
        topic="",
        brief="",
        for_at=_instant(made.language, topic),
        asked_at=asked,
        state=SeedState.ASKED if state in TURNED_DOWN else SeedState(state),
        answered_at=None if state in {SeedState.ASKED, "let_go"} else asked,
        offered=SuggestionState.DISMISSED if state in TURNED_DOWN else SuggestionState.ACCEPTED,
    )


def _role(made: Made, name: str) -> Role:
    given = made.roles.get(name)
    return Role(given) if given else CASTS[made.language].get(name, Role.MEMBER)


def _joined(made: Made, name: str) -> datetime | None:
    minutes = made.joined.get(name)
    return None if minutes is None else _instant(made.language, minutes)


def _instant(language: str, minutes: float) -> datetime:
    here = MONDAY.replace(tzinfo=ZoneInfo(PLACES[language]))
    return here.astimezone(UTC) + timedelta(minutes=minutes)


def _message(made: Made, number: int, line: str, ids: Mapping[str, int]) -> Message:
    head, text = line.split(": ", 1)
    minutes, who = head.split(" ", 1)
    name, _, reply = who.partition(">")
    return Message(
        id=number,
        community_id=1,
        zone_id=1,
        author_id=ids.get(name),
        at=_instant(made.language, float(minutes)),
        text=text,
        kind=MessageKind.SYSTEM if name == "*" else MessageKind.TEXT,
        reply_to_id=int(reply) + 1 if reply else None,
    )


def _before(made: Made, ids: Mapping[str, int]) -> Iterator[Message]:
    people = [ids[name] for name in CASTS[made.language]]
    for number, text in enumerate(BEFORE[made.language].split("|")):
        yield Message(
            id=9000 + number,
            community_id=1,
            zone_id=1,
            author_id=people[number % 3],
            at=_instant(made.language, -3 * 1440 + 300 + 9 * number),
            text=text,
        )
