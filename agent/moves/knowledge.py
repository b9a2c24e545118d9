"""Knowledge: what a talk taught is summed up, logged, distilled or handed to who knows."""

from collections.abc import Iterator, Sequence

from agent.listening import accord_cues as accord
from agent.listening import cues
from agent.listening.asking import is_question, is_stuck
from agent.listening.closing_cues import TAKES_IT
from agent.listening.signal import Signal, SignalKind
from agent.listening.signals_answers import answered
from agent.listening.words import words
from agent.moves.moment import Moment, minutes, speakers
from agent.moves.move import Chance, Move, chance
from agent.moves.settling import taken_up
from community.conversation import Message
from community.suggestion import Audience, Lane

CORRECTED_LEAST = 3
"""Messages of a thread in which a correction is a result."""
SOLID_WORDS = 6
SOLID_SHARE = 4
"""Every fourth message of a sitting has a reason, a case or a number in it."""
CHAIN_SHARE = 3
"""A thread of which every third message is a link of a chain is a list, not a talk."""
GRAVE = frozenset({"mediate", "escalate", "ad_removal", "rule_notice", "off_topic"})
"""A thread in which one of these was offered is nothing to sum up."""
TENDER = (SignalKind.GRIEF, SignalKind.DISTRESS, SignalKind.ILLNESS)
TENDER_FOR = 180.0
BACK_WITHIN = 60.0
"""Minutes that who called for help has to read what they were told [D]."""
CLOSED_MINUTES = 12.0
"""Of calm after which a short talk that came to its point is worth keeping."""
DECIDED_QUIET = 2.0
"""Minutes after the last yes before an agreement is written down that was called one."""
AGREED_QUIET = 6.0
"""The same where nobody closed it: somebody else may still have a condition [D]."""
WEIGHED_WITHIN = 60.0
"""Minutes within which an early yes can still be asked about."""


def when_ripe(moment: Moment) -> Iterator[Chance]:
    """A long talk of several people that has gone quiet a short while ago."""
    threads = tuple(_finished(moment, SignalKind.RIPE_FOR_SUMMARY))
    yield from threads or _evening(moment)


def _evening(moment: Moment) -> Iterator[Chance]:
    """One sitting of the whole room, where its threads could not be told apart."""
    settings = moment.settings
    if moment.still_minutes < settings.quiet_minutes or _still_asking(moment):
        return
    said = _sitting(moment)
    solid = sum(_is_solid(moment, each) for each in said)
    voices = len(speakers(said))
    long = len(said) >= settings.summary_messages and voices >= settings.summary_speakers
    free = not any(GRAVE & set(moment.told.get(each.id, ())) for each in said)
    touchy = moment.hears(SignalKind.GRIEF, SignalKind.DISTRESS)
    if long and free and not touchy and SOLID_SHARE * solid >= len(said):
        facts = {
            "messages": len(said),
            "speakers": voices,
            "quiet_minutes": int(moment.still_minutes),
        }
        yield Chance(anchor_ids=tuple(each.id for each in said), confidence=0.8, facts=facts)


def _sitting(moment: Moment) -> list[Message]:
    """The last run of messages without a pause of half an hour, if it ended lately."""
    found: list[Message] = []
    for message in reversed(moment.within(hours=12)):
        if found and minutes(message.at, found[-1].at) > moment.settings.quiet_minutes:
            break
        found.append(message)
    fresh = bool(found) and minutes(found[0].at, moment.now) <= moment.settings.ripe_minutes
    return list(reversed(found)) if fresh else []


def _is_solid(moment: Moment, message: Message) -> bool:
    """Whether it says something with a reason, a case or a number."""
    text = moment.heard.text(message)
    return len(words(text)) >= SOLID_WORDS and bool(cues.REASON.search(text))


def when_worth_keeping(moment: Moment) -> Iterator[Chance]:
    """A finished talk with substance, also one shorter than what calls for a summary."""
    yield from _finished(moment, SignalKind.RIPE_FOR_DISTILLING)
    yield from _finished(moment, SignalKind.RIPE_FOR_SUMMARY)
    yield from _put_right(moment)


def _put_right(moment: Moment) -> Iterator[Chance]:
    """A number was corrected and the talk is over: what is kept must hold the new one."""
    settings = moment.settings
    if moment.still_minutes < settings.quiet_minutes or _still_asking(moment):
        return
    for signal in moment.of(SignalKind.CORRECTION):
        said = moment.heard.in_thread(moment.by_id[signal.message_ids[0]])
        fresh = bool(said) and minutes(said[-1].at, moment.now) <= settings.ripe_minutes
        if fresh and len(said) >= CORRECTED_LEAST:
            facts = {"messages": len(said), "speakers": len(speakers(said))}
            anchors = tuple(each.id for each in said)
            yield Chance(anchor_ids=anchors, confidence=0.8, facts=facts, why="digest_corrected")


def _finished(moment: Moment, kind: SignalKind) -> Iterator[Chance]:
    """Threads that ended lately while the whole room is calm; no chain, no quarrel."""
    settings = moment.settings
    if _still_asking(moment) or _is_tender(moment):
        return
    for signal in moment.of(kind):
        least = CLOSED_MINUTES if signal.facts.get("closed") else settings.quiet_minutes
        if moment.still_minutes < least:
            continue
        said = [moment.by_id[each] for each in signal.message_ids if each in moment.by_id]
        grave = any(GRAVE & set(moment.told.get(each.id, ())) for each in said)
        chain = sum(bool(cues.CHAIN.match(moment.heard.text(each))) for each in said)
        fresh = minutes(said[-1].at, moment.now) <= settings.ripe_minutes
        if grave or CHAIN_SHARE * chain >= len(said) or _is_awaited(moment, said):
            continue
        if fresh and not (signal.facts.get("closed") and _leaves_open(moment, said)):
            yield chance(signal)


def _is_awaited(moment: Moment, said: Sequence[Message]) -> bool:
    """Whether who called for help has not come back to what peers told them: for an hour.

    Where somebody who knows has spoken, there is something to keep either way.
    """
    first, last = said[0], said[-1]
    if minutes(last.at, moment.now) >= BACK_WITHIN or any(map(moment.heard.is_staff, said)):
        return False
    own = [each for each in said[1:] if each.author_id == first.author_id]
    back = any(_takes_it(moment, each) for each in own) or (own and own[-1] is last)
    return not back and (is_question(moment.heard, first) or is_stuck(moment.heard, first))


def _takes_it(moment: Moment, message: Message) -> bool:
    """Whether it says that what others told is of use, or what came of it."""
    text = moment.heard.text(message)
    said = (cues.THANKS, cues.OUTCOME, TAKES_IT)
    return any(cue.search(text) for cue in said)


def _leaves_open(moment: Moment, said: Sequence[Message]) -> bool:
    """Whether a member asked something in it that nobody took up: it did not come to its point."""
    return any(
        is_question(moment.heard, each)
        and not moment.heard.is_staff(each)
        and not taken_up(moment.heard, each, moment.patience)
        for each in said
    )


def _is_tender(moment: Moment) -> bool:
    """Whether somebody told of a sorrow or an illness in the last hours: the rest can wait."""
    told = (moment.by_id[each.message_ids[0]] for kind in TENDER for each in moment.of(kind))
    return any(minutes(said.at, moment.now) < TENDER_FOR for said in told)


def _still_asking(moment: Moment) -> bool:
    """Whether the last word in the room is a question that nobody took up yet."""
    last = moment.last
    return (
        last is not None
        and is_question(moment.heard, last)
        and not answered(moment.heard, last)
        and minutes(last.at, moment.now) < moment.settings.ripe_minutes
    )


def when_agreed(moment: Moment) -> Iterator[Chance]:
    """A concrete proposal to which others said yes in words, and nobody is still talking.

    What was agreed before anybody weighed it may be asked about for an hour first.
    """
    early = {signal.message_ids[0] for signal in moment.of(SignalKind.EARLY_CONSENSUS)}
    for signal in moment.of(SignalKind.DECISION):
        proposed = moment.by_id[signal.message_ids[0]]
        member = not moment.heard.is_staff(proposed)
        rash = (
            member and proposed.id in early and minutes(proposed.at, moment.now) <= WEIGHED_WITHIN
        )
        least = DECIDED_QUIET if _is_concluded(moment, signal) else AGREED_QUIET
        if moment.still_minutes >= least and not rash:
            yield chance(signal)


def _is_concluded(moment: Moment, signal: Signal) -> bool:
    """Whether it was put as a conclusion, or its author came back after the last yes."""
    proposed, last = moment.by_id[signal.message_ids[0]], moment.by_id[signal.message_ids[-1]]
    text = moment.heard.text(proposed)
    if accord.SETTLES.search(text) and "?" not in text:
        return True
    own = moment.heard.by_author.get(proposed.author_id or 0, ())
    return any((m.at, m.id) > (last.at, last.id) for m in own)


MOVES = (
    Move(
        id="summary",
        lane=Lane.OPPORTUNITY,
        value=3.6,
        when=when_ripe,
        length=260,
        checks=("CITE", "NEUT", "Q≤1"),
        rest_hours=48,
        solicited=True,
    ),
    Move(
        id="digest_kb",
        lane=Lane.CALENDAR,
        value=3.0,
        when=when_worth_keeping,
        audience=Audience.FACILITATOR,
        length=160,
        checks=("CITE",),
        rest_hours=72,
        due_hours=72,
        solicited=True,
    ),
    Move(
        id="decision_log",
        lane=Lane.OPPORTUNITY,
        value=3.8,
        when=when_agreed,
        length=160,
        checks=("CITE", "NEUT"),
        rest_hours=24,
        solicited=True,
        interrupts=True,
    ),
)
