"""People: who could help whom, who carries the room, what was said wrongly and by whom."""

import re
from collections.abc import Iterator
from datetime import timedelta

from agent.listening import cues
from agent.listening.adverts import is_advert
from agent.listening.signal import SignalKind
from agent.listening.sorting import wording
from agent.listening.words import words
from agent.moves.debts import waiting_questions
from agent.moves.moment import Moment, minutes
from agent.moves.move import Chance, Move, chance
from community.conversation import Message
from community.people import Member, Role
from community.suggestion import Audience, Lane

NEAR_LEAST = 3
"""Content words of a question found again in what somebody once told."""
ASKED_HOURS = 4.0
"""A question named once waits so long before somebody silent is invited."""
DESK = range(16, 18)
"""Local hours for what only the facilitator reads: the end of the working day."""
FRIDAY = 4
NUMBER = re.compile(r"\d+(?:\.\d+)?")
NO_LONGER = re.compile(r"(?:不是|\bnot )\s*(\d+(?:\.\d+)?)", re.IGNORECASE)
RECENT = timedelta(hours=12)
SEEN_AFTER = 2.0
SEEN_BEFORE = 12.0
"""Hours within which a leader is shown what came of something: peers first, and not too late."""


def when_somebody_has_been_there(moment: Moment) -> Iterator[Chance]:
    """A waiting question, and a member whose own story told of just that."""
    lived = {signal.message_ids[0]: signal for signal in moment.of(SignalKind.MATCH)}
    for signal in waiting_questions(moment):
        match = lived.get(signal.message_ids[0])
        if match is not None:
            asked, told = (moment.by_id[each] for each in match.message_ids)
            names = {"names": moment.names_of(asked, told)}
            yield chance(signal, names, anchors=(asked.id, told.id))


def when_a_silent_one_knows(moment: Moment) -> Iterator[Chance]:
    """A question named hours ago, still open, and a member silent for two weeks who knows of it."""
    quiet = moment.now - timedelta(days=moment.settings.invite_days)
    speaking = {each.author_id for each in moment.since(quiet)}
    for signal in moment.of(SignalKind.QUESTION):
        asked = moment.by_id[signal.message_ids[0]]
        if not moment.offered(anchor=asked.id) or minutes(asked.at, moment.now) < 60 * ASKED_HOURS:
            continue
        told = _told_of(moment, asked, NEAR_LEAST, without=speaking)
        if told is not None:
            yield Chance(
                anchor_ids=(told.id, asked.id),
                confidence=0.7,
                facts={"days": moment.settings.invite_days},
                to_id=told.author_id,
            )


def _told_of(
    moment: Moment, asked: Message, least: int, without: set[int | None] | None = None
) -> Message | None:
    """The line of somebody else that shares most with a question; no question, no notice."""
    wanted = words(moment.heard.text(asked))
    best: tuple[int, Message] | None = None
    for said in moment.heard.spoken:
        if said.author_id == asked.author_id or said.author_id in (without or ()):
            continue
        text = moment.heard.text(said)
        shared = len(wanted & words(text))
        if said.at >= asked.at or shared < (best[0] + 1 if best else least):
            continue
        member = moment.member(said)
        if member is None or member.opted_out or cues.ASKS.search(text) or is_advert(said.text):
            continue
        best = (shared, said)
    return best[1] if best else None


def when_old_number_returns(moment: Moment) -> Iterator[Chance]:
    """A number that was corrected before is used again for the same matter."""
    recent = [each for each in moment.since(moment.now - RECENT) if NUMBER.search(each.text)]
    for right, wrong, matter in _corrections(moment) if recent else ():
        for said in recent:
            text = moment.heard.text(said)
            about = matter & words(text)
            uses = wrong & set(NUMBER.findall(text))
            if said.at > right.at and uses and len(about - uses) >= NEAR_LEAST:
                holds = set(NUMBER.findall(moment.heard.text(right))) - wrong
                knows = moment.heard.is_staff(said) or said.author_id == right.author_id
                if cues.CORRECTS.search(text) or knows or holds & set(NUMBER.findall(text)):
                    continue
                facts = {"number": min(uses)}
                yield Chance(
                    anchor_ids=(said.id, right.id),
                    confidence=0.7,
                    facts=facts,
                    to_id=said.author_id,
                )


def _corrections(moment: Moment) -> Iterator[tuple[Message, set[str], frozenset[str]]]:
    """Messages that put a number right, the numbers that do not hold, and what they are about."""
    for message in moment.heard.ever(wording(cues.CORRECTS)).said:
        text = moment.heard.text(message)
        numbers = set(NUMBER.findall(text))
        if not numbers:
            continue
        before = moment.parent(message)
        told = moment.heard.text(before) if before else ""
        matter = frozenset(words(text) | words(told))
        old = set(NUMBER.findall(told)) - numbers
        yield message, old | set(NO_LONGER.findall(text)), matter


def when_somebody_carries_the_room(moment: Moment) -> Iterator[Chance]:
    """The member who answered most these weeks: a role may be offered, never pressed."""
    if is_desk_time(moment):
        for signal in moment.of(SignalKind.HELPER):
            yield chance(signal)


def when_answers_grow_thin(moment: Moment) -> Iterator[Chance]:
    """Answers to pushes shrank or came by rote: fewer pushes, on a Friday, to the facilitator."""
    if is_desk_time(moment) and moment.here.weekday() == FRIDAY:
        for signal in moment.of(SignalKind.PERFUNCTORY):
            shrinks = signal.facts.get("form") == "shrinks"
            yield chance(signal, why="" if shrinks else "slower_cadence_rote")


def is_desk_time(moment: Moment) -> bool:
    """Whether the facilitator's working day ends, and the room is calm."""
    calm = moment.still_minutes >= moment.settings.quiet_minutes
    return moment.is_workday and moment.here.hour in DESK and calm


def when_a_leader_should_see(moment: Moment) -> Iterator[Chance]:
    """A member told today what came of it, and the leader has not spoken since: three lines."""
    leader = _leader(moment)
    if leader is None or not is_desk_time(moment):
        return
    for signal in moment.of(SignalKind.OUTCOME):
        told = moment.by_id[signal.message_ids[0]]
        hours = minutes(told.at, moment.now) / 60
        seen = any(each.author_id == leader.id for each in moment.after(told.id))
        staff = moment.heard.is_staff(told) or told.author_id == leader.id
        if not seen and not staff and SEEN_AFTER <= hours <= SEEN_BEFORE:
            yield Chance(
                anchor_ids=signal.message_ids[:1],
                confidence=signal.confidence,
                facts={"hours": round(hours)},
                to_id=leader.id,
            )


def _leader(moment: Moment) -> Member | None:
    """The leader who is here and may be written to."""
    leaders = [
        each
        for each in moment.talk.members.values()
        if each.role is Role.LEADER and each.left_at is None and not each.opted_out
    ]
    present = [each for each in leaders if each.id not in moment.talk.agreed.away_ids]
    return min(present, key=lambda each: each.id, default=None)


def when_the_library_knows(moment: Moment) -> Iterator[Chance]:
    """An open question to which the library holds a signed answer."""
    for message_id, passages in moment.known.items():
        if passages and message_id in moment.by_id:
            yield Chance(
                anchor_ids=(message_id,), confidence=0.8, facts={"passages": len(passages)}
            )


MOVES = (
    Move(
        id="supplement",
        lane=Lane.OBLIGATION,
        value=4.6,
        when=when_the_library_knows,
        length=140,
        checks=("ANCHOR", "YESAND"),
        scope="message",
        solicited=True,
    ),
    Move(
        id="bridge",
        lane=Lane.OBLIGATION,
        value=4.53,
        when=when_somebody_has_been_there,
        length=90,
        checks=("ANCHOR", "YESAND"),
        scope="message",
        solicited=True,
    ),
    Move(
        id="correct_gently",
        lane=Lane.OPPORTUNITY,
        value=3.6,
        when=when_old_number_returns,
        audience=Audience.PRIVATE,
        length=100,
        checks=("PRIV", "YESAND", "ANCHOR"),
        scope="member",
        rest_hours=72,
    ),
    Move(
        id="invite_specific",
        lane=Lane.OPPORTUNITY,
        value=3.0,
        when=when_a_silent_one_knows,
        audience=Audience.PRIVATE,
        length=90,
        checks=("PRIV", "ANCHOR", "LOW"),
        scope="member",
        rest_hours=336,
    ),
    Move(
        id="leader_comment",
        lane=Lane.OPPORTUNITY,
        value=3.0,
        when=when_a_leader_should_see,
        audience=Audience.PRIVATE,
        length=160,
        checks=("PRIV", "ANCHOR"),
        scope="member",
        rest_hours=72,
        due_hours=24,
    ),
    Move(
        id="onboard_role",
        lane=Lane.OPPORTUNITY,
        value=3.2,
        when=when_somebody_carries_the_room,
        audience=Audience.FACILITATOR,
        length=120,
        scope="room",
        rest_hours=672,
        due_hours=168,
    ),
    Move(
        id="slower_cadence",
        lane=Lane.OPPORTUNITY,
        value=3.2,
        when=when_answers_grow_thin,
        audience=Audience.FACILITATOR,
        length=120,
        scope="room",
        rest_hours=336,
        due_hours=168,
    ),
)
