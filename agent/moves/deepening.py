"""Deepening: what all agree on is turned once, a long line is given back short, a when is named.

Rare by their conditions: nobody objects, nobody asked, the room is quiet, and it is not long ago.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from agent.hours import local
from agent.listening import cues
from agent.listening.signal import SignalKind
from agent.listening.words import is_han
from agent.moves.moment import Moment, minutes, speakers
from agent.moves.move import Chance, Move, chance
from agent.moves.people import DESK
from agent.moves.praising import TOUCHY
from community.conversation import Message, MessageKind
from community.suggestion import Audience, Lane

CALM = 12.0
"""Minutes without a word before an agreement is turned."""
NODDED = 2.0
"""The same where three merely nodded within ten minutes."""
FRESH = 60.0
"""Minutes within which the people of a talk are taken to be around."""
LONG = {True: 90, False: 320}
"""Characters from which a message is long, in Chinese and in English."""
READERS = 2
"""So many others took a long message up: it is read, and may be misread."""
THURSDAY = 3
SHOULD = re.compile(
    r"应该|应当|要(?=先|让|把|给|提前|有|每)|最好|不如|可以试"
    r"|\b(should|ought to|need to|have to|must|better to|worth (trying|doing)|why not)\b",
    re.IGNORECASE,
)
"""A shared view about what ought to be done."""
SIDES = {
    True: re.compile(
        r"家长|学生|孩子|客户|老板|领导|新人|新同事|用户|患者|病人|家属|学员|供应商|同事"
    ),
    False: re.compile(
        r"\b(parents?|students?|customers?|clients?|new (?:hires?|people|joiners?)|juniors?"
        r"|managers?|sales|patients?|learners?|support|users?|reviewers?)\b",
        re.IGNORECASE,
    ),
}
"""Who is spoken of and may see it otherwise."""
VAGUE = re.compile(
    r"尽快|抽空|有空(的时候|再|就)|回头(再|就|一起)?(?=[\u3400-\u9fff])|过段时间|过一?阵子?|早点(?!睡|休息|回)"
    r"|\b(soon|at some point|when we have time|one of these days|asap|sometime)\b",
    re.IGNORECASE,
)
"""A when that two people read in two ways."""
DATED = re.compile(
    r"\d|[周星]期?[一二三四五六日天]|今天|明天|后天|今晚|下周|月底|月初"
    r"|\b(mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?|sun)(day)?\b|\b(today|tomorrow|tonight)\b",
    re.IGNORECASE,
)
JOINT = re.compile(
    r"一起|咱们?|我们|大家|每(个|人|组|班)|\b(we|us|let'?s|everyone|everybody|all of us)\b",
    re.IGNORECASE,
)
"""Something several are to do."""


def when_a_when_is_vague(moment: Moment) -> Iterator[Chance]:
    """Something to be done together "soon": somebody said yes, and nobody said when."""
    if _is_stirred(moment):
        return
    for message in moment.within(minutes=FRESH):
        text = moment.heard.text(message)
        vague = VAGUE.search(text) and JOINT.search(text) and not DATED.search(text)
        if not vague or not _is_told(moment, message) or cues.ASKS.search(text):
            continue
        after = moment.after(message.id)
        open_still = not any(_names_a_when(moment, each) for each in after)
        nodded = [each for each in moment.heard.answers(message) if _nods(moment, each)]
        if nodded and open_still and not moment.offered(anchor=message.id):
            facts = {"agreed": len(speakers(nodded))}
            yield Chance(anchor_ids=(message.id,), confidence=0.7, facts=facts)


def when_a_long_one_is_read(moment: Moment) -> Iterator[Chance]:
    """A long way or case that two others took up, and nobody said it in short."""
    if _is_stirred(moment):
        return
    for message in moment.within(minutes=FRESH):
        text = moment.heard.text(message)
        if len(text) < LONG[is_han(text)] or not _is_told(moment, message):
            continue
        if not cues.REASON.search(text) or "?" in text:
            continue
        readers = speakers(moment.heard.answers(message)) | moment.heard.reacted.get(
            message.id, frozenset()
        )
        given_back = any(_asks_or_differs(moment, each) for each in moment.after(message.id))
        if len(readers - {message.author_id}) >= READERS and not given_back:
            facts = {"readers": len(readers), "minutes": round(minutes(message.at, moment.now))}
            yield Chance(anchor_ids=(message.id,), confidence=0.7, facts=facts)


def when_one_side_speaks(moment: Moment) -> Iterator[Chance]:
    """All share a view of somebody who is not here: how does it look from there."""
    for point, chance_of in _shared(moment):
        if side := _side(moment, point):
            yield replace(chance_of, facts={**chance_of.facts, "side": side})


def when_a_view_is_shared(moment: Moment) -> Iterator[Chance]:
    """Three hold the same and nobody else is spoken of: when does it not hold."""
    for point, chance_of in _shared(moment):
        if not _side(moment, point) and not _is_to_do(moment, point, chance_of):
            yield chance_of


def when_all_would_do_it(moment: Moment) -> Iterator[Chance]:
    """Three agree that it should be done, and nobody says what comes first."""
    for point, chance_of in _shared(moment):
        told = (point, *moment.after(point.id))
        begun = any(DATED.search(moment.heard.text(each)) for each in told)
        if _is_to_do(moment, point, chance_of) and not _side(moment, point) and not begun:
            yield chance_of


def _is_to_do(moment: Moment, point: Message, chance_of: Chance) -> bool:
    """Whether it is something to be done; of a verdict at which all nodded, something for "us"."""
    text = moment.heard.text(point)
    ours = not chance_of.facts.get("at_once") or JOINT.search(text)
    return bool(SHOULD.search(text) and ours)


def when_slower_did_not_help(moment: Moment) -> Iterator[Chance]:
    """Fewer pushes were proposed before and answers are still thin: one of them could go."""
    here = local(moment.now, moment.talk.community.timezone)
    calm = moment.still_minutes >= moment.settings.quiet_minutes
    if here.weekday() > THURSDAY or here.hour not in DESK or not calm:
        return
    proposed = any("slower_cadence" in moves for moves in moment.told.values())
    for signal in moment.of(SignalKind.PERFUNCTORY):
        if proposed and signal.facts.get("form") == "shrinks":
            yield chance(signal)


def _shared(moment: Moment) -> Iterator[tuple[Message, Chance]]:
    """Points of a member that two others share outright, lately, in a room gone quiet.

    Three who nod at once have said all they will: that is sooner over than a talk.
    """
    for signal in moment.of(SignalKind.AGREEMENT):
        if _is_stirred(moment, NODDED if signal.facts.get("at_once") else CALM):
            continue
        point = moment.by_id[signal.message_ids[0]]
        fresh = minutes(point.at, moment.now) <= FRESH
        weighed = any(_asks_or_differs(moment, each) for each in moment.after(point.id))
        if fresh and _is_told(moment, point) and not weighed:
            yield point, chance(signal, anchors=(point.id,))


def _is_stirred(moment: Moment, calm: float = CALM) -> bool:
    """Whether people still talk, or feel something a question would disturb."""
    touchy = (*TOUCHY, SignalKind.LEAVING, SignalKind.PUT_DOWN, SignalKind.DISAGREEMENT)
    return moment.still_minutes < calm or moment.hears(*touchy)


def _is_told(moment: Moment, message: Message) -> bool:
    """A member's own words to all: no staff, no file, no laugh."""
    text = moment.heard.text(message)
    told = message.kind is MessageKind.TEXT and not moment.heard.is_staff(message)
    return told and not cues.LAUGHS.search(text) and not cues.INJECTS.search(text)


def _nods(moment: Moment, message: Message) -> bool:
    return bool(cues.AGREES.search(moment.heard.text(message)))


def _names_a_when(moment: Moment, message: Message) -> bool:
    text = moment.heard.text(message)
    return bool(DATED.search(text) or cues.ASKS.search(text))


def _asks_or_differs(moment: Moment, message: Message) -> bool:
    text = moment.heard.text(message)
    return bool(cues.ASKS.search(text) or cues.DISAGREES.search(text))


def _side(moment: Moment, point: Message) -> str:
    """The word for those a shared view is about, where there is one."""
    text = moment.heard.text(point)
    found = SIDES[is_han(text)].search(text)
    return found[0] if found else ""


MOVES = (
    Move(
        id="clarify",
        lane=Lane.OPPORTUNITY,
        value=2.7,
        when=when_a_when_is_vague,
        length=80,
        checks=("Q1", "OPT", "ANCHOR", "LOW", "YESAND"),
        due_hours=6,
    ),
    Move(
        id="revoice",
        lane=Lane.OPPORTUNITY,
        value=2.6,
        when=when_a_long_one_is_read,
        length=110,
        checks=("Q1", "ANCHOR", "CITE", "YESAND"),
        due_hours=4,
    ),
    Move(
        id="implication",
        lane=Lane.OPPORTUNITY,
        value=2.7,
        when=when_all_would_do_it,
        length=80,
        checks=("Q1", "ANCHOR", "LOW", "YESAND"),
        due_hours=6,
    ),
    Move(
        id="perspective",
        lane=Lane.OPPORTUNITY,
        value=2.65,
        when=when_one_side_speaks,
        length=80,
        checks=("Q1", "ANCHOR", "NEUT", "YESAND"),
        due_hours=6,
        interrupts=True,
    ),
    Move(
        id="assumption",
        lane=Lane.OPPORTUNITY,
        value=2.6,
        when=when_a_view_is_shared,
        length=80,
        checks=("Q1", "ANCHOR", "NEUT", "YESAND"),
        due_hours=6,
        interrupts=True,
    ),
    Move(
        id="stop_proposal",
        lane=Lane.OPPORTUNITY,
        value=3.1,
        when=when_slower_did_not_help,
        audience=Audience.FACILITATOR,
        length=120,
        scope="room",
        rest_hours=672,
        due_hours=168,
    ),
)
