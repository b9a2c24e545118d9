"""Openings: arrivals, first messages, departures, and the silence in between."""

from collections.abc import Iterator
from datetime import timedelta

from agent.hours import workdays
from agent.listening import cues
from agent.listening.signal import SignalKind
from agent.moves.debts import in_trouble, waiting_questions
from agent.moves.moment import Moment, minutes
from agent.moves.move import Chance, Move, chance
from agent.moves.settling import taken_up
from community.suggestion import Audience, Lane

HOST_HERE = 10.0
"""Minutes within which a host who spoke is taken to be in the room [D]."""
FAREWELL_AFTER = 20.0
"""Minutes that colleagues have for the first goodbye."""
WORKDAY = range(8, 22)
"""Local hours in which a silent room may be woken: people read their groups in the evening."""
DAYTIME = range(8, 20)
"""Local hours for a private word to somebody who has not spoken yet."""
TAP_CALM = 60.0
"""Minutes of calm before it: who is reading along is not disturbed."""
ADJOINS = 2
"""Days from a holiday within which a weekend belongs to it."""
BREAK_DAYS = 3
"""Days for which an announced break excuses silence."""
CERTAIN = 0.85
"""So sure it is that somebody is new: they joined lately or say so."""


def when_joined(moment: Moment) -> Iterator[Chance]:
    """People came and nobody greeted them; who advertises is not welcomed."""
    sellers = {who for signal in moment.of(SignalKind.ADVERT) for who in signal.member_ids}
    sellers |= moment.authors_of("ad_removal")
    if _host_is_at_it(moment):
        return
    for signal in moment.of(SignalKind.JOINED):
        came = [moment.talk.members[each] for each in signal.member_ids if each not in sellers]
        names = [member.name for member in came if not member.opted_out]
        if names and not any(moment.offered("welcome", anchor=each) for each in signal.message_ids):
            yield chance(signal, {"names": "、".join(names)})


def _host_is_at_it(moment: Moment) -> bool:
    """Whether a host just spoke and people go on from it: who came is theirs to greet."""
    lately = moment.within(minutes=HOST_HERE)
    hosts = [each for each in lately if moment.is_host(each.author_id)]
    return bool(hosts) and lately[-1].author_id != hosts[-1].author_id


def when_never_spoke(moment: Moment) -> Iterator[Chance]:
    """In the room for a day or more without a word: one private tap, no more, on no holiday."""
    if moment.is_holiday:
        return
    for signal in moment.of(SignalKind.NEVER_SPOKE):
        member = moment.talk.members[signal.member_ids[0]]
        calm = moment.still_minutes >= TAP_CALM and moment.here.hour in DAYTIME
        hours = float(signal.facts.get("hours") or 0)
        if not member.opted_out and calm and hours >= moment.settings.first_step_hours:
            yield chance(signal, anchors=(), to=member.id)


def when_first_message_waits(moment: Moment) -> Iterator[Chance]:
    """A newcomer's first question, or first words of any kind, that nobody took up."""
    for signal in waiting_questions(moment):
        if signal.facts.get("newcomer"):
            yield Chance(anchor_ids=signal.message_ids, confidence=0.95, facts=signal.facts)
    for signal in moment.of(SignalKind.FIRST_MESSAGE):
        sure = signal.confidence >= CERTAIN and not in_trouble(signal, moment)
        said = moment.by_id[signal.message_ids[0]]
        if sure and not signal.facts.get("asks") and not taken_up(moment.heard, said):
            yield Chance(anchor_ids=signal.message_ids, confidence=0.85, facts=signal.facts)


def when_somebody_leaves(moment: Moment) -> Iterator[Chance]:
    """A goodbye that the host has not answered yet."""
    for signal in moment.of(SignalKind.LEAVING):
        said = moment.by_id[signal.message_ids[0]]
        if minutes(said.at, moment.now) >= FAREWELL_AFTER:
            yield chance(signal)


def when_faded(moment: Moment) -> Iterator[Chance]:
    """Somebody who used to speak has been silent for two weeks, and nobody is on holiday."""
    told = any(cues.BREAK.search(moment.heard.text(m)) for m in moment.within(days=BREAK_DAYS))
    if told or _in_days_off(moment):
        return
    for signal in moment.of(SignalKind.FADING):
        silent = minutes(moment.by_id[signal.message_ids[0]].at, moment.now) / 1440
        if silent < moment.settings.churn_days:
            continue
        yield chance(signal, to=signal.member_id)


def _in_days_off(moment: Moment) -> bool:
    """Whether today is a holiday, or a weekend day next to one."""
    if moment.is_holiday:
        return True
    days = workdays(moment.settings, moment.talk.community.timezone)
    today, near = moment.here.date(), timedelta(days=ADJOINS)
    return not moment.is_workday and bool(days.off_between(today - near, today + near))


def when_silent(moment: Moment) -> Iterator[Chance]:
    """Nobody spoke for two working days, and it is a working hour of a working day."""
    lately = moment.now - timedelta(hours=48)
    working = moment.is_workday and moment.here.hour in WORKDAY
    for signal in moment.of(SignalKind.SILENCE):
        if working and moment.last and moment.last.at < lately:
            yield chance(signal)


MOVES = (
    Move(
        id="welcome",
        lane=Lane.CALENDAR,
        value=4.0,
        when=when_joined,
        length=120,
        checks=("Q≤1",),
        scope="message",
        rest_hours=1,
        social=True,
        solicited=True,
        interrupts=True,
    ),
    Move(
        id="first_step",
        lane=Lane.OPPORTUNITY,
        value=3.5,
        when=when_never_spoke,
        audience=Audience.PRIVATE,
        length=90,
        checks=("PRIV", "OPT", "LOW"),
        scope="member",
        rest_hours=720,
        due_hours=48,
    ),
    Move(
        id="first_reply",
        lane=Lane.OBLIGATION,
        value=4.6,
        when=when_first_message_waits,
        length=80,
        checks=("ANCHOR", "YESAND", "Q≤1"),
        scope="message",
    ),
    Move(
        id="farewell",
        lane=Lane.CALENDAR,
        value=4.0,
        when=when_somebody_leaves,
        length=90,
        checks=("YESAND", "Q≤1"),
        scope="message",
        social=True,
        solicited=True,
    ),
    Move(
        id="churn_check",
        lane=Lane.OPPORTUNITY,
        value=3.5,
        when=when_faded,
        audience=Audience.PRIVATE,
        length=100,
        checks=("PRIV", "OPT", "LOW"),
        scope="member",
        rest_hours=1440,
        due_hours=72,
    ),
    Move(
        id="revive",
        lane=Lane.CALENDAR,
        value=4.0,
        when=when_silent,
        length=90,
        checks=("OPT", "LOW", "PLEDGE", "QUAL", "Q≤1"),
        scope="room",
        rest_hours=48,
    ),
)
