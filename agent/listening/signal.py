"""Something noticed in a talk: the value every signal function gives."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from community.conversation import Message
from community.errors import Fact


class SignalKind(StrEnum):
    """What may be noticed; agent/listening/signals.py says what each means."""

    QUESTION = "question"
    SHARE = "share"
    FIRST_MESSAGE = "first_message"
    JOINED = "joined"
    NEVER_SPOKE = "never_spoke"
    BARE_CLAIM = "bare_claim"
    ABSTRACT_ADVICE = "abstract_advice"
    PUSH = "push"
    BURIED = "buried"
    SILENCE = "silence"
    RIPE_FOR_SUMMARY = "ripe_for_summary"
    RIPE_FOR_DISTILLING = "ripe_for_distilling"
    DECISION = "decision"
    CORRECTION = "correction"
    OUTCOME = "outcome"
    FLOOD = "flood"
    CHAIN = "chain"
    OFF_TOPIC = "off_topic"
    ADVERT = "advert"
    PERSONAL_DATA = "personal_data"
    INJECTION = "injection"
    PUT_DOWN = "put_down"
    CONFLICT = "conflict"
    DISAGREEMENT = "disagreement"
    DISTRESS = "distress"
    GRIEF = "grief"
    ILLNESS = "illness"
    PERFUNCTORY = "perfunctory"
    FADING = "fading"
    HELPER = "helper"
    BIRTHDAY = "birthday"
    LEAVING = "leaving"
    EARLY_CONSENSUS = "early_consensus"
    AGREEMENT = "agreement"
    ALIKE = "alike"
    MATCH = "match"
    UNRESOLVED = "unresolved"
    STUCK = "stuck"
    BARE_QUESTION = "bare_question"
    PROMISE = "promise"
    PROMISE_KEPT = "promise_kept"
    PROMISE_OPEN = "promise_open"
    RETURN = "return"
    DROPPED_PUSH = "dropped_push"
    HIGH_BAR = "high_bar"
    OFFENCE = "offence"
    JEST = "jest"
    HAZARD = "hazard"
    RUMOUR = "rumour"


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """One thing noticed. `message_ids` most important first, `member_ids` whom it is about.

    `confidence` is 0–1; below .5 nothing may be said of a person. `facts` are numbers and words
    read off by code (minutes waited, counts, spans), ready for a reason sentence.
    """

    kind: SignalKind
    message_ids: tuple[int, ...] = ()
    member_ids: tuple[int, ...] = ()
    confidence: float = 1.0
    facts: Mapping[str, Fact] = field(default_factory=dict[str, Fact])

    @property
    def member_id(self) -> int | None:
        """Whom it is about most; None where it is about nobody."""
        return self.member_ids[0] if self.member_ids else None


def author(message: Message) -> tuple[int, ...]:
    """Its author as the members of a signal."""
    return () if message.author_id is None else (message.author_id,)
