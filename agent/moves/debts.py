"""Debts: questions, shares and pushes that nobody took up."""

import re
from collections.abc import Iterator
from datetime import timedelta

from agent.listening.contributions import begins, wants_answers
from agent.listening.signal import Signal, SignalKind
from agent.listening.signals_pushes import is_push
from agent.moves.moment import Moment, minutes, speakers
from agent.moves.move import Chance, Move, chance
from agent.moves.settling import SLOW
from community.conversation import Message
from community.people import Role
from community.suggestion import Audience, Lane

ANSWERED_WITHIN = timedelta(minutes=30)
FOLLOWING = ("followup_push", "host_first", "scaffold_public")
AGREED_WITHIN = timedelta(hours=2)
CALM_FOR = 60.0
"""Minutes of calm before a push is followed up a second time."""
BREATH = 8.0
"""Minutes without a word before a debt is named: what runs is not talked into [D]."""
HOST_BY = 30.0
"""Minutes within which a host who spoke is still by [D]."""
LONG_PAST = 2.0
"""So many times its patience is over, a debt is named into a talk that never ends too."""
FLOOR = 60.0
"""Minutes that a call to all is left the last word [D]."""
VOICES = 3
"""So many people who speak within half an hour of a question of the host answer it."""
EXPERT_MATTER = re.compile(
    r"返校|发烧|传染|用药|合同|法律|合规|规定|政策|流程|审批|批准|安全|隐私|数据(保存|保留)|保存多久|财务|报销|发票|工伤|赔|资质|证书|开除|仲裁"
    r"|\b(legal|law|gdpr|contract(or)?s?|compliance|policy|hr|approves?|sign(s|ed)? (it "
    r"|that )?off|retention|how long do we (have to )?keep|insurance|liab\w+"
    r"|assistance line|visa|tax|safety|privacy|consent)\b",
    re.IGNORECASE,
)

NO_NOUN = re.compile(
    r"批准|赔|保存多久|数据保(?:存|留)|approves?|sign.*|how long.*|hr|liab\w+", re.IGNORECASE
)
"""What tells such a matter and is no name for it."""


def when_question_waits(moment: Moment) -> Iterator[Chance]:
    """A question that stood longer than this group usually lets one stand."""
    for signal in waiting_questions(moment):
        yield chance(signal)


def when_share_waits(moment: Moment) -> Iterator[Chance]:
    """A way, a result or a file of somebody's own that nobody took up."""
    for signal in moment.of(SignalKind.SHARE):
        if not in_trouble(signal, moment) and not talked_on(moment, signal.message_ids[0]):
            yield chance(signal, why="share_waits")


def when_unanswered(moment: Moment) -> Iterator[Chance]:
    """Whatever waits for a word. Not into a running talk, nor while a host is by."""
    if moment.patience >= SLOW and _has_the_floor(moment):
        return
    running = moment.patience >= SLOW and _is_running(moment)
    for chance_of in (*when_question_waits(moment), *when_share_waits(moment)):
        waited = float(chance_of.facts.get("waited_minutes") or 0)
        patience = float(chance_of.facts.get("tau_minutes") or 0)
        if _host_is_by(moment, chance_of):
            continue
        if not running or waited >= LONG_PAST * patience:
            yield chance_of


def _host_is_by(moment: Moment, chance_of: Chance) -> bool:
    """Whether a host spoke after it, a moment ago: they have seen it, and it is theirs to take."""
    asked = moment.by_id[chance_of.anchor_ids[0]]
    return any(
        each.at > asked.at and moment.is_host(each.author_id)
        for each in moment.within(minutes=HOST_BY)
    )


def _is_running(moment: Moment) -> bool:
    """Whether people are talking with each other; who writes line after line alone is not."""
    return len(speakers(moment.within(minutes=BREATH))) > 1


def _has_the_floor(moment: Moment) -> bool:
    """Whether the last word is a fresh call of a host to all: nothing is put on top of it."""
    last = moment.last
    return last is not None and moment.still_minutes < FLOOR and is_push(moment.heard, last)


def when_asked_again(moment: Moment) -> Iterator[Chance]:
    """The same member asks the same thing a second time, and again nobody answers."""
    again = {
        signal.message_ids[0]: signal
        for signal in moment.of(SignalKind.STUCK)
        if signal.facts.get("form") == "again"
    }
    for signal in waiting_questions(moment):
        stuck = again.get(signal.message_ids[0])
        if stuck is not None:
            yield chance(signal, {"days": stuck.facts["days"]}, anchors=stuck.message_ids)


def when_left_open(moment: Moment) -> Iterator[Chance]:
    """A question of two days ago that is still not settled: it is brought up once more, once."""
    if moment.still_minutes < moment.settings.quiet_minutes or not moment.is_workday:
        return
    for signal in moment.of(SignalKind.UNRESOLVED):
        first = signal.message_ids[0]
        if not in_trouble(signal, moment) and not moment.offered("open_question", anchor=first):
            yield chance(signal, why="open_question_left")


def when_still_open(moment: Moment) -> Iterator[Chance]:
    """Asked again, or two days without an answer that helped."""
    yield from when_asked_again(moment)
    yield from when_left_open(moment)


def when_an_expert_must_say(moment: Moment) -> Iterator[Chance]:
    """A waiting question on law, health, money or a rule, for the expert: a guess would harm."""
    expert = _expert(moment)
    if expert is None:
        return
    yield from _hearsay(moment, expert)
    for signal in waiting_questions(moment):
        asked = moment.by_id[signal.message_ids[0]]
        if signal.facts.get("newcomer") or asked.author_id == expert:
            continue
        if found := EXPERT_MATTER.search(moment.heard.text(asked)):
            named = not NO_NOUN.fullmatch(found[0])
            matter = {"matter": found[0]} if named else {}
            why = "" if named else "expert_handoff_plain"
            yield chance(signal, matter, to=expert, why=why)


def _hearsay(moment: Moment, expert: int) -> Iterator[Chance]:
    """Hearsay that takes people aback, about no matter of theirs that only the house can settle."""
    for signal in moment.of(SignalKind.RUMOUR):
        said = moment.by_id[signal.message_ids[0]]
        if signal.facts.get("about_work") is False and not in_trouble(signal, moment):
            waited = {"waited_minutes": round(minutes(said.at, moment.now))}
            why = "expert_handoff_hearsay"
            yield chance(signal, waited, anchors=(said.id,), to=expert, why=why)


def _expert(moment: Moment) -> int | None:
    """The id of the expert who is here and may be asked."""
    return min(
        (
            member.id
            for member in moment.talk.members.values()
            if member.role is Role.EXPERT and not member.left_at and not member.opted_out
        ),
        default=None,
    )


def when_a_push_falls_flat(moment: Moment) -> Iterator[Chance]:
    """A question to everybody with an answer or two, or a buried notice, after two hours."""
    buried = {each for signal in moment.of(SignalKind.BURIED) for each in signal.message_ids}
    for signal in open_pushes(moment):
        hidden = bool(buried & set(signal.message_ids))
        begun = bool(signal.facts.get("replies"))
        again = moment.offered(*FOLLOWING, anchor=signal.message_ids[0])
        if again and (hidden or moment.still_minutes < CALM_FOR or was_grave(moment)):
            continue
        asks = not begun and wants_answers(moment.heard.text(moment.by_id[signal.message_ids[0]]))
        notice = bool(signal.facts.get("notice"))
        if hidden or (asks if notice else begun):
            yield chance(signal)


def was_grave(moment: Moment) -> bool:
    """Whether people quarrelled or one was in danger today: nothing is pushed a second time."""
    today = (m.id for m in moment.within(hours=24))
    return any({"mediate", "escalate"} & set(moment.told.get(each, ())) for each in today)


def open_pushes(moment: Moment) -> Iterator[Signal]:
    """Pushes that fell flat: whoever spoke right after a question of the host has answered it."""
    decided = {signal.message_ids[0] for signal in moment.of(SignalKind.DECISION)}
    decided |= {each for each, told in moment.told.items() if "decision_log" in told}
    for signal in moment.of(SignalKind.PUSH):
        pushed = moment.by_id[signal.message_ids[0]]
        inside = {each.id for each in moment.heard.in_thread(pushed)}
        soon = [m for m in moment.heard.later(pushed, ANSWERED_WITHIN) if m.id in inside]
        voices = speakers(soon) - {pushed.author_id}
        if any(_closes(moment, pushed, each, inside) for each in decided):
            continue
        if signal.facts.get("notice") or len(voices) < VOICES:
            yield signal


def _closes(moment: Moment, pushed: Message, decided: int, inside: set[int]) -> bool:
    """Whether an agreement came of a call: in its talk, or put by who is in charge soon after."""
    said = moment.by_id.get(decided)
    if said is None:
        return False
    soon = pushed.at < said.at <= pushed.at + AGREED_WITHIN
    return soon and (decided in inside or moment.heard.is_staff(said))


def talked_on(moment: Moment, message_id: int) -> bool:
    """Whether several others spoke right after it: a share in a lively talk is not left alone."""
    said = moment.by_id[message_id]
    near = (moment.heard.later(said, ANSWERED_WITHIN), moment.heard.in_thread(said))
    return any(len(speakers(each) - {said.author_id}) >= VOICES for each in near)


def waiting_questions(moment: Moment) -> Iterator[Signal]:
    """Questions over the patience of this group that nothing graver stands behind."""
    return (signal for signal in moment.of(SignalKind.QUESTION) if not in_trouble(signal, moment))


def in_trouble(signal: Signal, moment: Moment) -> bool:
    """Whether the message stands in an advert, a quarrel or a cry for help: others see to that.

    What begins something by its own words only seems to stand there.
    """
    first = moment.by_id[signal.message_ids[0]]
    if first.id in moment.kept_out:
        return True
    if first.id not in moment.troubled and begins(moment.heard, first):
        return False
    thread = moment.thread_of.get(signal.message_ids[0])
    inside = (each.id for each in thread.messages) if thread else iter(signal.message_ids)
    return not moment.troubled.isdisjoint(inside)


MOVES = (
    Move(
        id="expert_handoff",
        lane=Lane.OBLIGATION,
        value=4.55,
        when=when_an_expert_must_say,
        audience=Audience.PRIVATE,
        length=120,
        checks=("PRIV", "ANCHOR"),
        scope="message",
        solicited=True,
    ),
    Move(
        id="open_question",
        lane=Lane.OBLIGATION,
        value=4.52,
        when=when_still_open,
        length=100,
        checks=("ANCHOR", "YESAND", "PLEDGE"),
        scope="message",
        solicited=True,
    ),
    Move(
        id="no_orphan",
        lane=Lane.OBLIGATION,
        value=4.5,
        when=when_unanswered,
        length=60,
        checks=("ANCHOR", "YESAND"),
        scope="message",
        solicited=True,
    ),
    Move(
        id="followup_push",
        lane=Lane.OBLIGATION,
        value=4.5,
        when=when_a_push_falls_flat,
        length=80,
        checks=("Q≤1", "LOW", "PLEDGE"),
        scope="message",
        rest_hours=20,
    ),
)
