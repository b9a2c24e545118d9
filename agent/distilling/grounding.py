"""A model's claim rests on what it names: the question it answers is cited with the answer."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import replace

from agent.distilling.agreement import says_yes
from agent.distilling.figures import numbers_in
from agent.distilling.parents import Exchange
from agent.distilling.sentences import Sentence, joined, sentences_in
from agent.distilling.support import AMBER, nameless, recall
from agent.listening.words import plain, words
from community.conversation import Message
from community.distillation import Citation, Claim

ABOVE = 2
"""Replies up from a cited message to what it answers."""


def grounded(
    claim: Claim, exchange: Exchange, names: Mapping[str, int], hidden: Iterable[int]
) -> Claim:
    """The claim with those sentences above its sources that hold a number, a name or its matter.

    Only what the cited messages answer, the thread's first message and a yes of somebody named
    may stand beside them.
    """
    cited = {one.message_id: exchange.by_id.get(one.message_id) for one in claim.citations}
    known = [message for message in cited.values() if message is not None]
    missing = set(numbers_in(claim.text)).difference(*(numbers_in(one.text) for one in known))
    authors = {message.author_id for message in known}
    people = {id_ for name, id_ in names.items() if name in claim.text} - authors
    added: dict[int, tuple[Sentence, ...]] = {}
    left = frozenset(hidden) | cited.keys()
    matter = _unfounded(claim, known, names)
    for message in _above(known, exchange):
        told = tuple(
            one
            for one in sentences_in(message)
            if set(numbers_in(one.text)) & missing or words(plain(one.text)) & matter
        )
        if not told and message.author_id in people:
            told = sentences_in(message)[:1]
        if message.id not in left and told:
            added[message.id] = told
            missing.difference_update(*(numbers_in(one.text) for one in told))
            matter -= words(plain(" ".join(one.text for one in told)))
            people.discard(message.author_id or 0)
    for reply in _agreeing(known, exchange, people):
        if reply.id not in left:
            added.setdefault(reply.id, (_whole(reply),))
    return replace(claim, citations=(*claim.citations, *_citations(added, exchange)))


def _unfounded(claim: Claim, known: Iterable[Message], names: Mapping[str, int]) -> frozenset[str]:
    """Where most of a claim's words are not in what it cites, those words: what it is about."""
    said = nameless(claim.text, names)
    cited = "\n".join(message.text for message in known)
    return frozenset() if recall(said, cited) > AMBER else words(plain(said)) - words(plain(cited))


def _agreeing(
    known: Iterable[Message], exchange: Exchange, people: Container[int | None]
) -> list[Message]:
    """What those people said yes with to a cited message, be it one sign."""
    return [
        reply
        for message in known
        for reply in exchange.replies(message)
        if reply.author_id in people and says_yes(reply)
    ]


def _whole(message: Message) -> Sentence:
    text = message.text.strip()
    start = message.text.index(text)
    return Sentence(message_id=message.id, start=start, end=start + len(text), text=text)


def _above(known: Iterable[Message], exchange: Exchange) -> list[Message]:
    """What the cited messages answer, nearest first, then the first message of the thread."""
    found: dict[int, Message] = {}
    for message in known:
        above = exchange.parent(message)
        for _ in range(ABOVE):
            if above is not None:
                found.setdefault(above.id, above)
                above = exchange.parent(above)
    root = exchange.thread.messages[0]
    found.setdefault(root.id, root)
    return list(found.values())


def _citations(
    added: Mapping[int, tuple[Sentence, ...]], exchange: Exchange
) -> tuple[Citation, ...]:
    return tuple(
        Citation(message_id=one.message_id, start=one.start, end=one.end, quote=one.text)
        for id_, told in added.items()
        for one in joined(told, exchange.by_id[id_].text)
    )
