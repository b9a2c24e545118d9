"""Beginnings: a talk that a volunteer opens, a week that one of them hosts. All of them agreed."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from agent.appointments import Appointment, appointments_of, coming, spoken
from agent.moves.moment import Moment, speakers
from agent.moves.move import Chance, Move
from agent.moves.occasions import DAYTIME, is_touchy, is_warm_place, may_be_named
from agent.moves.people import FRIDAY, is_desk_time
from community.people import Member
from community.seed import RESTS, Seed, SeedState
from community.suggestion import Audience, Lane

SHORTEST = timedelta(hours=2)
"""So long before its hour nobody new is asked any more."""
WILLING = 2
"""Below this there is nothing to rotate."""
LATELY = timedelta(days=14)


def when_a_topic_nears(moment: Moment) -> Iterator[Chance]:
    """A topic is on tomorrow, or today in two hours and more: a volunteer may be asked to begin.

    Where a host turned the draft for one volunteer down the next in turn is asked.
    """
    for appointment, begins in _unseeded(moment):
        willing = _volunteers(moment, begins)
        for asked in willing[:1]:
            facts = {**_topic(appointment, begins, moment), "to": asked.name}
            passed = any(each.is_passed_over(moment.now) for each in _seeds(moment, begins))
            left = ("、" if moment.language == "zh" else ", ").join(m.name for m in willing[1:])
            after = ("seed_post_next" if left else "seed_post_last") if passed else ""
            facts |= {"left": left} if passed and left else {}
            yield Chance(confidence=0.9, facts=facts, to_id=asked.id, why=after)


def when_nobody_is_left(moment: Moment) -> Iterator[Chance]:
    """A topic nears and there is nobody who agreed to begin, or nobody who may be asked again."""
    for appointment, begins in _unseeded(moment):
        if next(iter(_volunteers(moment, begins)), None) is None:
            asked = _seeds(moment, begins)
            declined = sum(each.state is SeedState.DECLINED for each in asked)
            passed = sum(each.is_passed_over(moment.now) for each in asked)
            facts = {**_topic(appointment, begins, moment), "declined": declined, "passed": passed}
            why = "seed_nobody_passed" if passed and not declined else ""
            yield Chance(confidence=0.9, facts=facts, why=why)


def _unseeded(moment: Moment) -> Iterator[tuple[Appointment, datetime]]:
    """The topics of this zone on the day before, for which nobody is asked now."""
    talk = moment.talk
    appointments = [
        each for each in appointments_of(talk.community.settings) if each.zone_id == talk.zone.id
    ]
    if not appointments or moment.here.hour not in DAYTIME:
        return
    for appointment, begins in coming(appointments, moment.now, talk.community.timezone):
        asked = _seeds(moment, begins)
        settled = any(_stands(each, moment) or each.state is SeedState.DONE for each in asked)
        refused = any(_closes(each, moment) for each in asked)
        if not settled and not refused and begins - moment.now >= SHORTEST:
            yield appointment, begins


def _stands(seed: Seed, moment: Moment) -> bool:
    """Whether its volunteer may still begin: neither gone nor away since."""
    member = moment.talk.members.get(seed.member_id)
    return seed.is_open and member is not None and may_be_named(moment, member)


def _closes(seed: Seed, moment: Moment) -> bool:
    """Whether its draft was let go, and not for somebody else: the topic is left alone."""
    asked = seed.state is SeedState.ASKED and not seed.is_open
    return asked and not seed.is_passed_over(moment.now)


def _seeds(moment: Moment, begins: datetime) -> list[Seed]:
    zone_id = moment.talk.zone.id
    return [s for s in moment.talk.agreed.seeds if s.zone_id == zone_id and s.for_at == begins]


def _volunteers(moment: Moment, begins: datetime) -> list[Member]:
    """Who agreed and may be asked now, who was asked longest ago first."""
    agreed = moment.talk.agreed
    rests = {
        each.member_id
        for each in agreed.seeds
        if each.state is SeedState.DECLINED
        and each.answered_at is not None
        and each.answered_at > moment.now - RESTS
    }
    busy = {each.member_id for each in agreed.seeds if each.is_open}
    asked = {each.member_id for each in _seeds(moment, begins)}
    last = {each.member_id: each.asked_at for each in agreed.seeds}
    free = [
        member
        for member in (moment.talk.members.get(each) for each in agreed.volunteer_ids)
        if member is not None
        and may_be_named(moment, member)
        and member.id not in rests | busy | asked
    ]
    long_ago = datetime.min.replace(tzinfo=moment.now.tzinfo)
    return sorted(free, key=lambda each: (last.get(each.id, long_ago), each.id))


def _topic(appointment: Appointment, begins: datetime, moment: Moment) -> dict[str, str | bool]:
    return {
        "topic": appointment.topic,
        "clock": spoken(begins, moment.language),
        "warm": appointment.warm,
        "on": begins.astimezone(moment.now.tzinfo).isoformat(),
    }


def when_the_week_wants_a_host(moment: Moment) -> Iterator[Chance]:
    """Friday at the desk: of those who agreed to begin and spoke lately, whose turn it is."""
    if not is_warm_place(moment) or moment.here.weekday() != FRIDAY:
        return
    if not is_desk_time(moment) or is_touchy(moment):
        return
    spoke = speakers(moment.since(moment.now - LATELY))
    willing = sorted(
        each
        for each in set(moment.talk.agreed.volunteer_ids) & spoke
        if may_be_named(moment, moment.talk.members[each])
    )
    if len(willing) < WILLING:
        return
    week = (moment.here.date() - date.min).days // 7
    turn = moment.talk.members[willing[week % len(willing)]]
    facts = {
        "names": turn.name,
        "willing": len(willing),
        "on": moment.here.date().isoformat(),
        "week": "下周" if moment.language == "zh" else "next week",
    }
    yield Chance(confidence=0.8, facts=facts)


MOVES = (
    Move(
        id="seed_post",
        lane=Lane.CALENDAR,
        value=4.2,
        when=when_a_topic_nears,
        audience=Audience.PRIVATE,
        length=120,
        checks=("PRIV", "Q≤1"),
        scope="member",
        rest_hours=24,
        due_hours=36,
        social=True,
        solicited=True,
    ),
    Move(
        id="seed_nobody",
        lane=Lane.CALENDAR,
        value=4.1,
        when=when_nobody_is_left,
        audience=Audience.FACILITATOR,
        length=120,
        scope="message",
        due_hours=36,
        social=True,
        solicited=True,
    ),
    Move(
        id="host_week",
        lane=Lane.CALENDAR,
        value=3.0,
        when=when_the_week_wants_a_host,
        audience=Audience.FACILITATOR,
        length=120,
        scope="room",
        rest_hours=160,
        due_hours=72,
        social=True,
    ),
)
