"""What a condition of a move is shown: the talk, what was heard in it, and the clock."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property

from agent.breaches import asks_for_what_is_kept_out
from agent.gate_settings import GateSettings
from agent.hours import is_open, local, open_minutes, workdays
from agent.listening.scene import Scene
from agent.listening.signal import Signal, SignalKind
from community.conversation import Message, Talk, Thread
from community.people import Member, Role

DEFAULTS = GateSettings()
GRAVER = (
    SignalKind.ADVERT,
    SignalKind.CONFLICT,
    SignalKind.DISTRESS,
    SignalKind.PERSONAL_DATA,
    SignalKind.INJECTION,
    SignalKind.GRIEF,
    SignalKind.OFFENCE,
    SignalKind.JEST,
)
"""What is heard in a thread before anything of it is owed an answer."""
WAITING = (SignalKind.QUESTION, SignalKind.SHARE, SignalKind.FIRST_MESSAGE)
"""What is heard where a message is owed something."""
BY_DAY = range(7, 23)
ON_SHIFT = 90.0
"""Minutes since the last word within which somebody is taken to be at work."""
SHIFTS_FROM, SHIFT_SHARE = 60, 0.04
"""So many lines, and so large a part of them at one hour, make it an hour of work [D]."""
SEEN_TO = frozenset({"ad_removal", "mediate", "escalate", "rule_notice"})
"""Moves after which a thread is in somebody's hands."""
HOSTS = frozenset({Role.FACILITATOR, Role.OWNER, Role.ASSISTANT, Role.LEADER})
"""Who keeps the room: their announcements and pushes are theirs to follow up."""


@dataclass(frozen=True, kw_only=True)
class Moment:
    """One room at one moment, as heard. Everything here is derived from the talk and `now`."""

    heard: Scene
    signals: tuple[Signal, ...]
    settings: GateSettings = DEFAULTS
    patience: float = 60.0
    """τ: minutes of waking hours after which a question is owed an answer."""
    told: Mapping[int, tuple[str, ...]] = field(default_factory=dict[int, tuple[str, ...]])
    """Moves already offered, by the message they answered."""
    known: Mapping[int, tuple[str, ...]] = field(default_factory=dict[int, tuple[str, ...]])
    """What the library holds on a waiting question, by message id."""

    @property
    def talk(self) -> Talk:
        """The room and what was said in it."""
        return self.heard.talk

    @property
    def now(self) -> datetime:
        """The instant of the look."""
        return self.heard.now

    @cached_property
    def by_kind(self) -> Mapping[SignalKind, tuple[Signal, ...]]:
        """The signals, strongest first within a kind."""
        found: dict[SignalKind, list[Signal]] = {}
        for signal in sorted(self.signals, key=lambda each: -each.confidence):
            found.setdefault(signal.kind, []).append(signal)
        return {kind: tuple(each) for kind, each in found.items()}

    def of(self, kind: SignalKind) -> tuple[Signal, ...]:
        """What was noticed of one kind."""
        return self.by_kind.get(kind, ())

    def hears(self, *kinds: SignalKind) -> bool:
        """Whether anything of these kinds was noticed."""
        return any(self.of(kind) for kind in kinds)

    @cached_property
    def by_id(self) -> Mapping[int, Message]:
        """Messages by their id."""
        return {message.id: message for message in self.talk.messages}

    @cached_property
    def troubled(self) -> frozenset[int]:
        """Messages in which something graver is heard, or that a person was called to."""
        heard = {each for kind in GRAVER for signal in self.of(kind) for each in signal.message_ids}
        called = {each for each, moves in self.told.items() if not SEEN_TO.isdisjoint(moves)}
        return frozenset(heard | called)

    @cached_property
    def kept_out(self) -> frozenset[int]:
        """What asks for something a rule of the house keeps out: nobody is called to answer it."""
        waiting = (each for kind in WAITING for s in self.of(kind) for each in s.message_ids)
        return frozenset(
            each for each in waiting if asks_for_what_is_kept_out(self.heard, self.by_id[each])
        )

    @property
    def thread_of(self) -> Mapping[int, Thread]:
        """The thread a message stands in, by message id."""
        return self.heard.thread_of

    @cached_property
    def position(self) -> Mapping[int, int]:
        """Where a message stands in the talk, by id."""
        return {message.id: at for at, message in enumerate(self.talk.messages)}

    @property
    def language(self) -> str:
        """The community's language."""
        return self.talk.community.language

    @cached_property
    def people(self) -> tuple[Message, ...]:
        """What people wrote, oldest first."""
        return tuple(each for each in self.talk.messages if is_human(each))

    @property
    def last(self) -> Message | None:
        """The newest message of a person."""
        return self.people[-1] if self.people else None

    @cached_property
    def still_minutes(self) -> float:
        """Minutes since a person wrote; a day where nobody did."""
        return minutes(self.last.at, self.now) if self.last else 1440.0

    def member(self, message: Message | None) -> Member | None:
        """Who wrote a message, None for system lines and Simmer."""
        if message is None or message.author_id is None:
            return None
        return self.talk.members.get(message.author_id)

    def parent(self, message: Message) -> Message | None:
        """What a message answers, as far as it is known."""
        link = self.heard.links.get(message.id)
        return self.by_id.get(link.parent_id or 0) if link else None

    def names_of(self, *messages: Message) -> str:
        """Who wrote these, by name and in their order, without those who opted out."""
        found = (self.member(each) for each in messages)
        return "、".join(each.name for each in found if each and not each.opted_out)

    def is_host(self, member_id: int | None) -> bool:
        """Whether this member keeps the room."""
        member = self.talk.members.get(member_id or 0)
        return member is not None and member.role in HOSTS

    def since(self, moment: datetime) -> tuple[Message, ...]:
        """What people wrote from `moment` on, oldest first."""
        return self.people[bisect_left(self.people, moment, key=_at) :]

    def within(self, **span: float) -> tuple[Message, ...]:
        """What people wrote in the last `timedelta(**span)`."""
        return self.since(self.now - timedelta(**span))

    def after(self, message_id: int) -> tuple[Message, ...]:
        """What people wrote after a message."""
        start = self.position.get(message_id, len(self.talk.messages))
        return tuple(each for each in self.talk.messages[start + 1 :] if is_human(each))

    def waited(self, message: Message) -> float:
        """Open minutes since a message."""
        return self.open_minutes(message.at, self.now)

    def open_minutes(self, since: datetime, until: datetime) -> float:
        """Minutes in the open hours of the community."""
        settings = self.settings
        return open_minutes(
            since,
            until,
            self.talk.community.timezone,
            first=settings.open_from,
            last=settings.open_until,
        )

    @cached_property
    def here(self) -> datetime:
        """The wall clock of the community."""
        return local(self.now, self.talk.community.timezone)

    @cached_property
    def is_workday(self) -> bool:
        """Whether people are at work today, by the community's calendar."""
        return workdays(self.settings, self.talk.community.timezone).works(self.here.date())

    @cached_property
    def is_holiday(self) -> bool:
        """Whether today is a holiday of the community; a mere weekend is none."""
        return workdays(self.settings, self.talk.community.timezone).is_off(self.here.date())

    @property
    def is_open(self) -> bool:
        """Whether it is not the quiet hours of the night; a room of shifts has none at its own."""
        return self._is_shift or is_open(
            self.now,
            self.talk.community.timezone,
            first=self.settings.open_from,
            last=self.settings.open_until,
        )

    @cached_property
    def _is_shift(self) -> bool:
        """Whether people here use to talk at this hour of the day, and do so now."""
        if self.still_minutes > ON_SHIFT or self.here.hour in BY_DAY:
            return False
        zone = self.heard.zone
        at_it = sum(each.at.astimezone(zone).hour == self.here.hour for each in self.people)
        return len(self.people) >= SHIFTS_FROM and at_it >= SHIFT_SHARE * len(self.people)

    @property
    def elsewhere(self) -> dict[str, str]:
        """What the zone for light talk is called, as a fact; {} where there is no other one."""
        name = self.talk.agreed.social
        return {"social": name} if name and name != self.talk.zone.name else {}

    def authors_of(self, move: str) -> frozenset[int]:
        """Who wrote what this move was offered on before."""
        offered = (self.by_id[each] for each in self.told.keys() & self.by_id.keys())
        wrote = (each.author_id for each in offered if move in self.told[each.id])
        return frozenset(each for each in wrote if each is not None)

    def offered(self, *moves: str, anchor: int) -> bool:
        """Whether one of these moves was offered on a message before; none named: any."""
        before = self.told.get(anchor, ())
        return bool(set(before) & set(moves)) if moves else bool(before)


def _at(message: Message) -> datetime:
    return message.at


def is_human(message: Message) -> bool:
    """Whether a person wrote it: not the system, not Simmer, and not privately."""
    return message.author_id is not None and not message.by_simmer and message.to_id is None


def minutes(since: datetime, until: datetime) -> float:
    """Minutes between two instants."""
    return (until - since).total_seconds() / 60


def speakers(messages: Iterable[Message]) -> frozenset[int]:
    """Who wrote."""
    return frozenset(each.author_id for each in messages if each.author_id is not None)
