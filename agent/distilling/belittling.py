"""Who was put down for what they told: nobody's word on that is knowledge, whatever its figures.

A reply counts as a put-down by what became of it: its author took it back, whoever had told lost
heart, or another stood by them. Somebody with a task who sets a thing right puts nobody down.
"""

import re
from collections.abc import Iterator

from agent.distilling.parents import Exchange
from agent.distilling.sentences import sentences_in, unaddressed, unquoted
from agent.distilling.weights import asks
from agent.listening import cues as heard
from agent.listening import temper_cues as temper
from community.conversation import Message

_TAKEN_BACK = re.compile(
    r"(?:话|语气|口气)[^，,。]{0,4}(?:重|冲|难听|不好听|过)了|说(?:得|的)?(?:太)?(?:重|冲|过)了"
    r"|(?:昨天|刚才|上次|前面)[^，,。]{0,10}(?:不该|说得不对|说过分)|不该(?:那么|这么|那样|这样)说"
    r"|\b(?:came (?:out|across) (?:badly|wrong|harsh\w*|rude\w*|mean)"
    r"|was (?:too )?(?:harsh|unkind|unfair|rude)|should(?:n'?t| not) have (?:said|written|put it)"
    r"|didn'?t mean it (?:like|that)|i take (?:it|that) back)\b",
    re.IGNORECASE,
)
_HEARTENS = re.compile(
    r"(?:挺|很|真|太|好|已经)(?:棒|好|厉害|了不起|不容易|勇敢|赞)|了不起|加油|别(?:灰心|往心里去|听他|理)"
    r"|敢(?:开口|发|说)[^，,。]{0,6}(?:就|已经|很)|佩服"
    r"|\b(?:well done|good (?:for you|on you|job|work)|bravo|brave|proud of|love (?:it|this|that)"
    r"|lovely|brilliant|amazing|that'?s (?:great|progress)|don'?t listen|keep (?:going|it up))\b",
    re.IGNORECASE,
)


def belittled(exchange: Exchange) -> dict[int, str]:
    """Message id → why: the put-down, its taking back, and what was said for whoever it hurt."""
    found: dict[int, str] = {}
    for message in exchange.thread.messages:
        told = exchange.parent(message)
        if told is None or not _may(message, told, exchange):
            continue
        back, hurt = list(_back(message, told, exchange)), list(_hurt(message, told, exchange))
        stood = list(_stood_by(message, told, exchange))
        if back or stood or (hurt and _scorns(message)):
            found[message.id] = "attack"
            found |= dict.fromkeys((one.id for one in (*back, *hurt, *stood)), "peace")
    return found


def _may(message: Message, told: Message, exchange: Exchange) -> bool:
    """Whether a member answers another's own tale, that asked for nothing, with a no in it."""
    if told.author_id == message.author_id or exchange.hosted(message) or exchange.hosted(told):
        return False
    if any(asks(one) for one in sentences_in(told)):
        return False
    own = heard.FIRST_PERSON.search(unquoted(told.text))
    return bool(own and temper.NEGATES.search(unaddressed(message.text)))


def _scorns(message: Message) -> bool:
    return bool(temper.BELITTLES.search(message.text) or temper.SCOFFS.search(message.text))


def _later(message: Message, exchange: Exchange) -> tuple[Message, ...]:
    return exchange.thread.messages[exchange.places[message.id] + 1 :]


def _back(message: Message, told: Message, exchange: Exchange) -> Iterator[Message]:
    """What its author says to take it back, to whoever it hurt."""
    for one in _later(message, exchange):
        above = exchange.parent(one)
        to = above is None or above.author_id in {told.author_id, message.author_id}
        if one.author_id == message.author_id and to and _TAKEN_BACK.search(one.text):
            yield one


def _hurt(message: Message, told: Message, exchange: Exchange) -> Iterator[Message]:
    """What whoever had told says in answer that gives it up."""
    answers = (one for one in _later(message, exchange) if one.author_id == told.author_id)
    first = next(answers, None)
    if first is not None and temper.DEFLATED.match(unaddressed(first.text)):
        yield first


def _stood_by(message: Message, told: Message, exchange: Exchange) -> Iterator[Message]:
    """What a third person says after it for whoever had told."""
    for one in _later(message, exchange):
        third = one.author_id not in {told.author_id, message.author_id}
        to = exchange.parents.get(one.id) in {told.id, message.id}
        if third and to and not exchange.hosted(one) and _HEARTENS.search(unaddressed(one.text)):
            yield one
