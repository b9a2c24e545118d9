"""The shelves as the database has them: what is signed, and what may be shown at this moment."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from agent.answering.cite import related
from community.credit import named_inside
from community.distillation import Distillation, DistillationState
from community.question import Answer
from community.store import Store, Tx, communities, members, messages
from community.store.distillations import (
    LIVE,
    LiveClaim,
    live_claims,
    live_distillations,
    states_of,
)
from community.store.quote_consents import quote_words
from knowledge_base.library import Live
from knowledge_base.passages import Passage, passages_of
from knowledge_base.shelf import Hit

SPOKEN = 3
"""Words, pairs of Han characters counting as one, from which a search has a meaning of its own."""
_WORDS = re.compile(r"[㐀-鿿]{2}|[^\W\d_㐀-鿿]+")


def articles_found(hits: Sequence[Hit], words: str) -> dict[int, str]:
    """The articles a search shows, nearest first, each with its nearest passage.

    One word or two of another script, which no passage has, lie about equally near to everything.
    """
    says = len(_WORDS.findall(words)) >= SPOKEN
    found: dict[int, str] = {}
    for hit in related(hits):
        if not says and hit.evidence.foreign and not hit.lexical:
            continue
        found.setdefault(hit.passage.distillation_id, hit.passage.text)
    return found


async def signer_of(tx: Tx, article: Distillation) -> str:
    """The name an article is signed with."""
    signer = await members.member(tx, article.signed_by_id) if article.signed_by_id else None
    return signer.name if signer else ""


async def authors_in(tx: Tx, article: Distillation) -> dict[int, str]:
    """What the writers of cited messages are called here, by the id of the message; "" unnamed.

    What nobody wrote, an announcement or a text that was brought, is not among them.
    """
    cited = {one.message_id for claim in article.approved for one in claim.citations}
    said = await messages.messages_by_id(tx, tuple(sorted(cited)))
    people = {each.id: each for each in await members.members(tx, article.community_id)}
    asked = await quote_words(tx, article.id)
    return {
        id_: named_inside(people.get(each.author_id), asked.get(each.author_id)) or ""
        for id_, each in said.items()
        if each.author_id is not None
    }


async def shelved_passages(store: Store, community_id: int | None = None) -> list[Passage]:
    """Every passage that may answer, of one community or of all."""
    found: list[Passage] = []
    async with store.read() as tx:
        for home in await communities.all_communities(tx):
            if community_id not in (None, home.id):
                continue
            for article in await live_distillations(tx, home.id):
                found += await _passages(tx, article)
    return found


async def article_passages(tx: Tx, article: Distillation) -> tuple[Passage, ...]:
    """The passages of one article; none where it may not answer."""
    if article.state not in LIVE:
        return ()
    return await _passages(tx, article)


async def _passages(tx: Tx, article: Distillation) -> tuple[Passage, ...]:
    return passages_of(
        article, signed_by=await signer_of(tx, article), authors=await authors_in(tx, article)
    )


def live_in(store: Store) -> Live:
    """Ask the database which passages may be shown now: a withdrawal acts at its commit."""

    async def live(passages: Sequence[Passage]) -> set[str]:
        claim_ids = {claim for passage in passages for claim in passage.claim_ids}
        homes = {passage.community_id for passage in passages}
        known: dict[int, LiveClaim] = {}
        async with store.read() as tx:
            for home in homes:
                known |= await live_claims(tx, home, claim_ids)
        return {passage.id for passage in passages if _stands(passage, known)}

    return live


def _stands(passage: Passage, known: Mapping[int, LiveClaim]) -> bool:
    """Whether every claim of a passage is still signed, in this version and these words."""
    claims = [known.get(claim_id) for claim_id in passage.claim_ids]
    return all(
        claim is not None
        and claim.distillation_id == passage.distillation_id
        and claim.version == passage.version
        for claim in claims
    )


async def marked(store: Store, given: Answer) -> Answer:
    """The answer with those citations marked whose article is due to be looked at again."""
    if not given.citations:
        return given
    async with store.read() as tx:
        states = await states_of(tx, {each.distillation_id for each in given.citations})
    due = {id_ for id_, state in states.items() if state is DistillationState.DUE}
    citations = tuple(replace(each, due=each.distillation_id in due) for each in given.citations)
    return replace(given, citations=citations)
