"""What a distillation leaves out, and why: jokes, adverts, instructions, grief, personal data."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import lru_cache

from agent.distilling import cues, occasions
from agent.distilling.belittling import belittled
from agent.distilling.parents import Exchange
from agent.distilling.sentences import sentences_in, size, unquoted
from agent.distilling.weights import TEACHES, asks, substance
from agent.listening import cues as heard
from agent.listening import risk_cues
from agent.listening import temper_cues as temper
from agent.listening.adverts import advert
from agent.listening.personal_data import personal_kinds
from community.conversation import Message, MessageKind, Talk

SPARED = timedelta(days=14)
ONE_THING = 120.0
"""Beyond this size a message says several things: one of them being a joke spoils that one."""
LONG_PASTE = 420
"""Characters (Chinese; words count two) beyond which a message is a document, not talk."""
SALES_TALK = 6
"""Replies up from an answer to the advert it belongs to."""
SELLS = 0.8
"""Chance of an advert from which a message is one: half of what it was calibrated on were."""
QUARREL = 2
"""Harsh messages, and people who wrote them, from which a thread is a quarrel."""
SIGNS = 2
"""Different signs of distress in what one person says from which it is no figure of speech."""
BESIDE = timedelta(minutes=10)
"""How near to each other two signs of distress stand."""
SPOKEN_MARKS = 4
"""A long message with fewer of the small words of speech was written elsewhere."""
_BOTH = re.compile(
    r"你们(?:俩|两个|二位)|(?:请|都)(?:先)?(?:停|打住)|\b(?:you both|both of you|stop here)\b",
    re.IGNORECASE,
)
_VOTE = re.compile(r"^\s*(?:\+1\b|[1１]\s*$)")


def _private(message: Message) -> str | None:
    text = message.text
    if personal_kinds(text):
        return "personal_data"
    return "private" if message.to_id is not None else None


def _quoted(message: Message) -> str | None:
    if cues.INJECTION.search(message.text) or heard.INJECTS.search(message.text):
        return "instruction"
    if cues.PASTED.search(message.text):
        return "pasted"
    long = size(message.text) > LONG_PASTE
    return "pasted" if long and len(cues.SPOKEN.findall(message.text)) < SPOKEN_MARKS else None


def _unserious(message: Message, exchange: Exchange) -> str | None:
    doubted = any(cues.JOKE_REPLY.search(reply.text) for reply in exchange.replies(message))
    return "joke" if doubted else None


def _commercial(message: Message, exchange: Exchange) -> str | None:
    """Whoever advertised answers questions about it: that is the advert going on."""
    above = exchange.parent(message)
    for _ in range(SALES_TALK):
        if above is None:
            return None
        if above.author_id == message.author_id and sells(above.text):
            return "advert"
        above = exchange.parent(above)
    return None


def _makes_peace(message: Message, exchange: Exchange) -> bool:
    """Settling a quarrel teaches nothing, unless a host restates the rule in doing so."""
    rule = exchange.hosted(message) and cues.DECIDES.search(message.text)
    calms = cues.PEACE.search(message.text) or (
        exchange.hosted(message) and _BOTH.search(message.text)
    )
    return bool(calms) and not rule


def _reason(message: Message, exchange: Exchange) -> str | None:
    author = exchange.members.get(message.author_id or 0)
    if message.kind not in (MessageKind.TEXT, MessageKind.LINK) or message.recalled_at:
        return "no_words"
    if author is None or author.opted_out or message.by_simmer:
        return "not_quotable"
    grave = _private(message) or _quoted(message) or _grave(message.text)
    if grave or size(message.text) > ONE_THING:
        return grave
    return (
        _hazardous(message, exchange)
        or _rumoured(message, exchange)
        or _commercial(message, exchange)
        or _unserious(message, exchange)
        or _unfit_here(message, exchange)
        or ("peace" if _makes_peace(message, exchange) else None)
    )


def _hazardous(message: Message, exchange: Exchange) -> str | None:
    """Whether a member tells that a protection was put out of use: nobody shall learn it here."""
    text = message.text
    told = risk_cues.DISARMS.search(text) and not risk_cues.WARNS.search(text)
    return "hazard" if told and not exchange.hosted(message) else None


def _rumoured(message: Message, exchange: Exchange) -> str | None:
    """Whether a member passes on what others say, and tells nothing else of their own."""
    if exchange.hosted(message) or not occasions.RUMOUR.search(message.text):
        return None
    own = (s for s in sentences_in(message) if not occasions.RUMOUR.search(s.text) and not asks(s))
    return None if any(substance(s.text) >= TEACHES for s in own) else "hearsay"


def _unfit_here(message: Message, exchange: Exchange) -> str | None:
    """What makes the message unfit, unless it greets before it teaches or answers a question."""
    reason = unfit(message.text)
    if reason == "notice" and exchange.hosted(message) and "http" not in message.text:
        return None
    if reason == "greeting":
        rest = [one.text for one in sentences_in(message) if not cues.GREETS.search(one.text)]
        taught = max((substance(text) for text in rest), default=0.0) >= TEACHES
        return next(filter(None, map(unfit, rest)), None) if taught else reason
    if reason == "advert" and _explains(message, exchange):
        return None
    return reason


def _explains(message: Message, exchange: Exchange) -> bool:
    """Whether it goes on from an answer to another member's question, and nobody is lured away."""
    if "http" in message.text or occasions.SELLS.search(message.text):
        return False
    root = exchange.thread.messages[0]
    asked = any(asks(one) for one in sentences_in(root))
    return asked and root.author_id != message.author_id and message.id != root.id


def _grave(text: str) -> str | None:
    return "distress" if cues.DISTRESS.search(text) or temper.GRAVE.search(text) else None


def _despairs(message: Message, exchange: Exchange) -> bool:
    """Whether it is a cry for help, by itself or with what its author says beside it."""
    if _grave(message.text):
        return True
    own = (one.text for one in exchange.thread.messages if one.author_id == message.author_id)
    signs = {found[0].lower() for text in own for found in temper.DISTRESS.finditer(text)}
    return len(signs) >= SIGNS and bool(temper.DISTRESS.search(message.text))


def unfit(text: str) -> str | None:
    """Why a short message, or one sentence of a long one, teaches nothing."""
    reasons = (
        ("joke", cues.JOKE),
        ("joke", cues.SARCASM),
        ("attack", cues.ATTACK),
        ("notice", cues.NOTICE),
        ("greeting", cues.GREETS),
        ("prompt", cues.PROMPT),
        ("care", cues.CARE),
        ("vote", _VOTE),
    )
    found = next((reason for reason, cue in reasons if cue.search(text)), None)
    return "advert" if found is None and sells(text) else found


def sells(text: str) -> bool:
    """Whether it advertises, or lures people elsewhere."""
    return bool(occasions.LURES.search(text)) or advert(text).score >= SELLS


def omissions_in(exchange: Exchange, talk: Talk) -> Mapping[int, str]:
    """Message id → why it may not become a claim: joke, advert, instruction, distress."""
    found: dict[int, str] = dict.fromkeys(after_distress(exchange, talk), "distress")
    for message in exchange.thread.messages:
        reason = _reason(message, exchange)
        if reason:
            found[message.id] = reason
    return belittled(exchange) | found | _quarrel(exchange, found)


def _quarrel(exchange: Exchange, found: Mapping[int, str]) -> dict[int, str]:
    """Harsh words of two people, or some that a host had to stop: what those who quarrel say."""
    said = exchange.thread.messages
    attacks = [m for m in said if found.get(m.id) == "attack" or _harsh(m.text)]
    hot = [m for m in said if m in attacks or temper.ACCUSES.search(unquoted(m.text))]
    people = {message.author_id for message in hot}
    mutual = max(len(people), len(attacks)) >= QUARREL
    if not attacks or not (mutual or _stopped(attacks[-1], exchange)):
        return {}
    people |= {above.author_id for one in hot if (above := exchange.parent(one)) is not None}
    told = {message.id: "attack" for message in attacks}
    for message in said:
        after = message.id > hot[0].id or message.author_id in people
        if after and not exchange.hosted(message) and message.id not in found:
            told.setdefault(message.id, "quarrel")
    return told


def _stopped(attack: Message, exchange: Exchange) -> bool:
    """Whether somebody with a task in the community stepped in after it."""
    later = exchange.thread.messages[exchange.places[attack.id] + 1 :]
    return any(
        exchange.hosted(one) and (temper.CALMS.search(one.text) or cues.PEACE.search(one.text))
        for one in later
    )


def _harsh(text: str) -> bool:
    """Whether it is harsh and meant for a person who is there; a long turn says more than that."""
    said = unquoted(text)
    return (
        size(said) <= ONE_THING and bool(temper.HARSH.search(said)) and bool(heard.YOU.search(said))
    )


def after_distress(exchange: Exchange, talk: Talk) -> set[int]:
    """What somebody says in the two weeks after a cry for help, and what is said to it."""
    cried: dict[int, datetime] = {}
    cries: set[int] = set()
    for message in talk.messages:
        if message.author_id is not None and _cries(message, talk):
            cried.setdefault(message.author_id, message.at)
            cries.add(message.id)
    spared = {
        message.id
        for message in exchange.thread.messages
        if (since := cried.get(message.author_id or 0)) is not None
        and since <= message.at <= since + SPARED
    }
    answers = {one.id for one in exchange.thread.messages if one.id in cries}
    for message in exchange.thread.messages:
        if exchange.parents.get(message.id) in answers:
            answers.add(message.id)
    return spared | answers


@lru_cache(maxsize=8192)
def _signs(text: str) -> frozenset[str]:
    """The signs of distress in a message, read once for the many threads of one talk."""
    found = (
        hit[0].lower() for cue in (temper.DISTRESS, temper.WEARY) for hit in cue.finditer(text)
    )
    return frozenset(found)


def _cries(message: Message, talk: Talk) -> bool:
    """Whether it is a cry for help: by its words, or by two signs beside each other."""
    text = message.text
    if cues.DISTRESS.search(text) or cues.BEREAVED.search(text) or temper.GRAVE.search(text):
        return True
    if not _signs(text):
        return False
    start = bisect_left(talk.messages, message.at - BESIDE, key=lambda one: one.at)
    end = bisect_right(talk.messages, message.at + BESIDE, key=lambda one: one.at)
    near = (one for one in talk.messages[start:end] if one.author_id == message.author_id)
    return len(frozenset[str]().union(*(_signs(one.text) for one in near))) >= SIGNS


def untouchable(exchange: Exchange) -> bool:
    """Whether the whole thread is somebody's grief or distress: nothing is made of it."""
    root = exchange.thread.messages[0]
    if cues.GRIEF.search(root.text) or _despairs(root, exchange):
        return True
    sad = sum(1 for message in exchange.thread.messages if cues.GRIEF.search(message.text))
    return sad > 1
