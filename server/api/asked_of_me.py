"""What a member is asked in private about their own words: by a reviewer, and how to be named."""

from datetime import datetime
from typing import Literal

from fastapi import APIRouter
from pydantic import BaseModel, Field

from agent.distilling.support import checked
from community.actions.asking_authors import LONGEST_ANSWER, answer_as_author
from community.actions.quoting import QuoteAnswer, answer_quote
from community.agreement import ConsentKind
from community.conversation import Message
from community.credit import QuoteConsent, Shape, shape_of
from community.distillation import Distillation, DistillationState
from community.people import Member
from community.reviewing import AuthorQuestion
from community.store import Tx, beside, claims, members, messages
from community.store import distillations as rows
from community.store.consents import consent_of
from community.store.quote_consents import quote_consent, quote_consents_of
from server.auth import Inside
from server.deps import Given

router = APIRouter(tags=["me"])
_OVER = frozenset({DistillationState.ARCHIVED, DistillationState.REJECTED})


class AskedOfMeOut(BaseModel):
    """What an expert wants to know about one's own words; only who reviews sees the answer."""

    id: int
    asker: str | None
    text: str
    quote: str
    claim: str
    asked_at: datetime
    answer: str | None
    answered_at: datetime | None


class QuoteOut(BaseModel):
    """A signed article that quotes one: the words, and how one stands outside with them.

    `waits`: nothing was answered, neither here nor once for all.
    """

    id: int
    article_id: int
    title: str
    quotes: list[str]
    shape: Shape
    nickname: str
    answered: bool
    waits: bool


class OwnWordsOut(BaseModel):
    """Everything one is asked about one's own words, the newest first."""

    questions: list[AskedOfMeOut]
    quotes: list[QuoteOut]


class AuthorAnswerIn(BaseModel):
    """The answer; None takes it back."""

    text: str | None = Field(default=None, max_length=LONGEST_ANSWER)


class QuoteAnswerIn(BaseModel):
    """How to be named outside, "withheld": not quoted at all; None takes the answer back."""

    shape: Literal["name", "nickname", "anonymous", "withheld"] | None
    nickname: str | None = Field(default=None, max_length=200)
    always: bool = False


@router.get("/communities/{community_id}/me/asked")
async def read_asked_of_me(community_id: int, here: Inside, deps: Given) -> OwnWordsOut:
    """What the person who asks was asked about their own words."""
    assert here.me.community_id == community_id
    async with deps.store.read() as tx:
        return await asked_of(tx, here.me)


async def asked_of(tx: Tx, me: Member) -> OwnWordsOut:
    """What a member was asked about their own words, and what they answered."""
    found = [await _quote(tx, each, me) for each in await quote_consents_of(tx, me.id)]
    return OwnWordsOut(
        questions=[
            await _question(tx, each) for each in await beside.author_questions_to(tx, me.id)
        ],
        quotes=[each for each in found if each is not None],
    )


@router.put("/author-questions/{author_question_id}/answer")
async def answer_author_question(
    author_question_id: int, body: AuthorAnswerIn, here: Inside, deps: Given
) -> AskedOfMeOut:
    """Answer in private, change the answer, or take it back."""
    async with deps.changing() as change:
        kept = await answer_as_author(
            change.tx, question_id=author_question_id, by=here.me, text=body.text, at=deps.clock()
        )
        home = await rows.distillation_of_claim(change.tx, kept.claim_id)
        if home is not None:
            change.tell("distillation", home.community_id, home.id, home.zone_id)
        return await _question(change.tx, kept)


@router.put("/quote-consents/{quote_consent_id}")
async def answer_quote_consent(
    quote_consent_id: int, body: QuoteAnswerIn, here: Inside, deps: Given
) -> QuoteOut | None:
    """Say how one stands in an article that quotes one; a no takes effect at once."""
    chosen = QuoteAnswer(
        shape=None if body.shape is None else Shape(body.shape),
        nickname=body.nickname,
        always=body.always,
    )
    async with deps.changing() as change:
        kept, touched = await answer_quote(
            change.tx,
            deps.queue,
            consent_id=quote_consent_id,
            by=here.me,
            answer=chosen,
            at=deps.clock(),
            check=checked,
        )
        for each in touched:
            change.tell("distillation", each.community_id, each.id, each.zone_id)
        fresh = await quote_consent(change.tx, kept.id)
        return None if fresh is None else await _quote(change.tx, fresh, here.me)


async def _question(tx: Tx, asked: AuthorQuestion) -> AskedOfMeOut:
    claim = await claims.claim(tx, asked.claim_id)
    asker = await members.member(tx, asked.asker_id)
    said: dict[int, Message] = {}
    if claim is not None:
        cited = tuple(each.message_id for each in claim.citations)
        said = await messages.messages_by_id(tx, cited)
    quotes = [
        each.quote
        for each in (claim.citations if claim else ())
        if each.message_id in said and said[each.message_id].author_id == asked.author_id
    ]
    return AskedOfMeOut(
        id=asked.id,
        asker=asker.name if asker else None,
        text=asked.text,
        quote=quotes[0] if quotes else "",
        claim=claim.text if claim else "",
        asked_at=asked.asked_at,
        answer=asked.answer,
        answered_at=asked.answered_at,
    )


async def _quote(tx: Tx, word: QuoteConsent, me: Member) -> QuoteOut | None:
    """An article that quotes me; None where it is over or no longer does."""
    home = await rows.distillation(tx, word.distillation_id)
    if home is None or home.state in _OVER:
        return None
    own = await _own_words(tx, home, me.id)
    if not own:
        return None
    standing = await consent_of(tx, me.id, ConsentKind.CREDIT)
    shape, nickname = shape_of(me, standing, word)
    return QuoteOut(
        id=word.id,
        article_id=home.id,
        title=home.title,
        quotes=own,
        shape=shape,
        nickname=nickname,
        answered=word.answered_at is not None,
        waits=word.answered_at is None and standing is None and not me.opted_out,
    )


async def _own_words(tx: Tx, home: Distillation, member_id: int) -> list[str]:
    cited = [each for claim in home.claims for each in claim.citations]
    said = await messages.messages_by_id(tx, tuple({each.message_id for each in cited}))
    own = [
        each.quote
        for each in cited
        if each.message_id in said and said[each.message_id].author_id == member_id
    ]
    return list(dict.fromkeys(own))
