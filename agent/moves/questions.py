"""Questions to the group: rare, cheap to answer, tied to what hurt lately. Also its scaffolds."""

import re
from collections.abc import Iterator
from datetime import timedelta

from agent.listening import cues
from agent.listening.contribution_cues import AT_LENGTH, CONTRIBUTES
from agent.listening.signal import Signal, SignalKind
from agent.listening.words import words
from agent.moves.debts import open_pushes
from agent.moves.moment import Moment, minutes, speakers
from agent.moves.move import Chance, Move
from agent.moves.openings import when_silent
from community.conversation import Message
from community.people import Role
from community.suggestion import Audience, Lane, Speaker

MEMBERS_LEAST = 6
"""Below this a share of speakers says nothing."""
HISTORY = timedelta(days=14)
CALM_HOURS = 4.0
PEERS_FIRST = 8.0
"""Minutes in which a colleague may ask back before anything is offered."""
STILL_HERE = 60.0
"""Minutes an asker is taken to be still waiting."""
SECOND_ROUND = 20.0
"""Hours after a push when those who did not write may be asked for one tap."""
POSITION_WORDS = 5
"""Content words that make a line a position rather than a nod."""
WORKDAY = range(9, 19)
GRAVE = frozenset({"escalate", "mediate", "warn"})
HESITATES = re.compile(
    r"不知道(怎么(说|讲|写|开口|表达)|算不算|该不该说|从哪(说|讲)|说得对不对)|不太?会(说|讲|写|表达)|说不(好|清楚)|嘴笨"
    r"|不好意思(说|讲|发)|组织不好语言|想说又|憋了半天|有个事不知"
    r"|\b(not sure|don'?t know|no idea) how to (say|put|phrase|write|start|explain)\b"
    r"|\bhard to put into words\b"
    r"|\b(bad|terrible|not good) at (writing|explaining|putting)\b|\bnot sure (if )?(this|it"
    r"|that) counts\b",
    re.IGNORECASE,
)
"""Somebody has something to say and not the words for it."""
LISTED = re.compile(
    r"(?<![A-Za-z])[A-D][\s.、:)]?.{1,60}?(?<![A-Za-z])[B-D][\s.、:)]?\S|1[.、 ].{1,20}2[.、 ]"
)
"""A question that comes with its options."""
CLAUSES = re.compile(r"[。;；.\n]|:\s?(?=\S{6})|,(?=\s?\S{4})")


def when_lull_with_a_dispute(moment: Moment) -> Iterator[Chance]:
    """Two silent working days, an expert to host it, and a matter people really differ about.

    Where somebody was in danger or people quarrelled since, the room is woken lightly.
    """
    if not any(member.role is Role.EXPERT for member in moment.talk.members.values()):
        return
    for silent in when_silent(moment):
        positions = _positions(moment)
        if len(speakers(positions)) > 1 and not _was_grave_since(moment, positions[0]):
            anchors = tuple(each.id for each in positions[-2:])
            yield Chance(anchor_ids=anchors, confidence=silent.confidence, facts=silent.facts)


def _positions(moment: Moment) -> list[Message]:
    """Lines of the last two weeks that took a side about a matter, and what they differed with."""
    found: dict[int, Message] = {}
    for said in moment.within(days=HISTORY.days):
        before = moment.parent(said)
        if before is None or not cues.DISAGREES.search(moment.heard.text(said)):
            continue
        sides = (before, said)
        if all(_is_position(moment, each) for each in sides):
            found |= {each.id: each for each in sides}
    return list(found.values())


def _was_grave_since(moment: Moment, message: Message) -> bool:
    """Whether a person had to be called after it."""
    return any(GRAVE & set(moment.told.get(each.id, ())) for each in moment.after(message.id))


def _is_position(moment: Moment, message: Message) -> bool:
    long = len(words(moment.heard.text(message))) >= POSITION_WORDS
    return long and not moment.heard.is_staff(message)


def when_few_speak(moment: Moment) -> Iterator[Chance]:
    """In a room of two weeks and more less than a fifth spoke this week, and it is calm."""
    members = [each for each in moment.talk.members.values() if not each.left_at]
    spoken = moment.heard.spoken
    if len(members) < MEMBERS_LEAST or not spoken or moment.now - spoken[0].at < HISTORY:
        return
    share = len(speakers(moment.within(days=7))) / len(members)
    pushed = any(moment.is_host(each.author_id) for each in moment.within(hours=24))
    if share < moment.settings.speaker_share and not pushed and _is_calm_workday(moment):
        facts = {"share": round(100 * share), "members": len(members)}
        about = _hurts(moment) or spoken[-1].id
        yield Chance(anchor_ids=(about,), confidence=0.8, facts=facts)


def _hurts(moment: Moment) -> int | None:
    """The newest telling in this room of the first pain point that was not asked about yet."""
    for pain in moment.talk.pains:
        told = [each for each in pain.message_ids if each in moment.by_id]
        people = {each: moment.member(moment.by_id[each]) for each in told}
        named = [each for each in told if (who := people[each]) and not who.opted_out]
        if named and not any(moment.offered("low_cost_q", anchor=each) for each in told):
            return named[-1]
    return None


def when_the_bar_is_high(moment: Moment) -> Iterator[Chance]:
    """Messages grew long and speakers few: a question anybody can answer with a letter."""
    for signal in moment.of(SignalKind.HIGH_BAR):
        if _is_calm_workday(moment):
            yield Chance(
                anchor_ids=signal.message_ids[:1],
                confidence=0.8,
                facts=signal.facts,
                why="low_cost_q_bar",
            )


def when_easy_words_are_missing(moment: Moment) -> Iterator[Chance]:
    """Few speak, or the bar has grown too high for most."""
    yield from when_few_speak(moment)
    yield from when_the_bar_is_high(moment)


def _is_calm_workday(moment: Moment) -> bool:
    resting = any(cues.BREAK.search(moment.heard.text(each)) for each in moment.within(days=3))
    calm = moment.still_minutes >= 60 * CALM_HOURS
    return moment.is_workday and moment.here.hour in WORKDAY and calm and not resting


def when_few_answered(moment: Moment) -> Iterator[Chance]:
    """A question of yesterday with one or two answers: the others get one tap."""
    for signal in _open_pushes(moment):
        asked = moment.by_id[signal.message_ids[0]]
        late = minutes(asked.at, moment.now) >= 60 * SECOND_ROUND
        if late and signal.facts.get("replies") and moment.still_minutes >= 30:  # noqa: PLR2004
            yield Chance(anchor_ids=signal.message_ids, confidence=0.75, facts=signal.facts)


def when_nobody_dares(moment: Moment) -> Iterator[Chance]:
    """A wide topic of the host, without a question, that nobody took up: show a way to begin."""
    for signal in _open_pushes(moment):
        asked = moment.by_id[signal.message_ids[0]]
        if not signal.facts.get("replies") and not _is_direct(moment.heard.text(asked)):
            yield Chance(anchor_ids=signal.message_ids, confidence=0.8, facts=signal.facts)


def when_nobody_began(moment: Moment) -> Iterator[Chance]:
    """A direct question of the host and no answer at all: the host goes first."""
    for signal in _open_pushes(moment):
        asked = moment.by_id[signal.message_ids[0]]
        if not signal.facts.get("replies") and _is_direct(moment.heard.text(asked)):
            yield Chance(anchor_ids=signal.message_ids, confidence=0.85, facts=signal.facts)


def _is_direct(text: str) -> bool:
    """Whether one line can answer it: it has options, asks, or wants nothing told at length."""
    if LISTED.search(text) or "?" in text:
        return True
    asked = [each for each in CLAUSES.split(text) if CONTRIBUTES.search(each)] or [text]
    return any(not AT_LENGTH.search(each) for each in asked)


def _open_pushes(moment: Moment) -> Iterator[Signal]:
    return (each for each in open_pushes(moment) if not each.facts.get("notice"))


def when_words_are_missing(moment: Moment) -> Iterator[Chance]:
    """A member does not know how to say it: a private first attempt, in their words."""
    for message in moment.within(minutes=30):
        if HESITATES.search(moment.heard.text(message)) and not moment.heard.is_staff(message):
            waited = round(minutes(message.at, moment.now))
            yield Chance(
                anchor_ids=(message.id,),
                confidence=0.8,
                facts={"minutes": waited},
                to_id=message.author_id,
            )


def when_a_question_is_bare(moment: Moment) -> Iterator[Chance]:
    """A call for help that says nothing of its matter, still here: a private way to ask it."""
    for signal in moment.of(SignalKind.BARE_QUESTION):
        asked = moment.by_id[signal.message_ids[0]]
        waited = minutes(asked.at, moment.now)
        if PEERS_FIRST <= waited <= STILL_HERE and not moment.offered(anchor=asked.id):
            yield Chance(
                anchor_ids=signal.message_ids,
                confidence=signal.confidence,
                facts={"minutes": round(waited)},
                to_id=asked.author_id,
            )


MOVES = (
    Move(
        id="ask_better",
        lane=Lane.OPPORTUNITY,
        value=3.0,
        when=when_a_question_is_bare,
        audience=Audience.PRIVATE,
        length=200,
        checks=("PRIV", "YESAND"),
        scope="member",
        rest_hours=168,
        due_hours=4,
        solicited=True,
    ),
    Move(
        id="scaffold_private",
        lane=Lane.MENTION,
        value=5.0,
        when=when_words_are_missing,
        audience=Audience.PRIVATE,
        length=160,
        checks=("PRIV", "YESAND"),
        scope="member",
        rest_hours=168,
        due_hours=4,
        social=True,
        solicited=True,
    ),
    Move(
        id="host_first",
        lane=Lane.OBLIGATION,
        value=4.55,
        when=when_nobody_began,
        length=120,
        checks=("Q≤1",),
        scope="message",
    ),
    Move(
        id="scaffold_public",
        lane=Lane.OBLIGATION,
        value=4.55,
        when=when_nobody_dares,
        length=200,
        checks=("LABEL", "Q≤1"),
        scope="message",
    ),
    Move(
        id="provoke",
        lane=Lane.OPPORTUNITY,
        value=4.0,
        when=when_lull_with_a_dispute,
        speaker=Speaker.EXPERT,
        length=140,
        checks=("OPT", "NEUT", "RISK", "NOANS", "PLEDGE", "QUAL"),
        scope="room",
        rest_hours=72,
    ),
    Move(
        id="low_cost_q",
        lane=Lane.OPPORTUNITY,
        value=3.0,
        when=when_easy_words_are_missing,
        length=90,
        checks=("OPT", "LOW", "Q≤1", "PLEDGE", "QUAL"),
        scope="room",
        rest_hours=72,
    ),
    Move(
        id="poll",
        lane=Lane.CALENDAR,
        value=3.0,
        when=when_few_answered,
        length=100,
        checks=("OPT", "NEUT", "LOW", "PLEDGE"),
        scope="room",
        rest_hours=48,
        solicited=True,
    ),
)
