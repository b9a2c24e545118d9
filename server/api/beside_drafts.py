"""What stands beside a draft: comments, with whom it lies, who was asked, who is quoted."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Literal

from pydantic import BaseModel

from community.actions.beside import SIGNERS
from community.actions.withholding import authors_of, gone_words
from community.credit import QuoteConsent, Shape, Withheld, may_quote, rests_on
from community.distillation import Distillation
from community.people import Member
from community.reviewing import AuthorQuestion, Comment, HandOver
from community.store import Tx
from community.store import beside as rows
from community.store.quote_consents import quote_words
from community.suggestion import SuggestionState

_DRAFTS: Mapping[SuggestionState, Literal["waiting", "sent", "turned_down"]] = {
    SuggestionState.OFFERED: "waiting",
    SuggestionState.SNOOZED: "waiting",
    SuggestionState.ACCEPTED: "sent",
    SuggestionState.DISMISSED: "turned_down",
    SuggestionState.EXPIRED: "turned_down",
}


class CommentOut(BaseModel):
    """What an expert says about the article, or about one claim."""

    id: int
    claim_id: int | None
    author: str | None
    text: str
    at: datetime
    settled_by: str | None
    settled_at: datetime | None


class HandOverOut(BaseModel):
    """With whom the article lies, from whom, and why."""

    id: int
    from_id: int
    by: str | None
    to_id: int
    to: str | None
    note: str | None
    at: datetime


class AskedAuthorOut(BaseModel):
    """A question to an author: its draft `waiting`, `sent` or `turned_down`, and the answer."""

    id: int
    claim_id: int
    author: str | None
    asker: str | None
    text: str
    asked_at: datetime
    draft: Literal["waiting", "sent", "turned_down"]
    answer: str | None
    answered_at: datetime | None


class QuotedOut(BaseModel):
    """Somebody whose words are quoted; `shape` is what they answered for outside, if they did."""

    member_id: int
    name: str
    shape: Shape | None


class ColleagueOut(BaseModel):
    """Somebody of the community."""

    id: int
    name: str


class BesideOut(BaseModel):
    """Everything around a draft that is not the draft; `sources_gone`: no source is left."""

    comments: list[CommentOut]
    handed: HandOverOut | None
    asked: list[AskedAuthorOut]
    quoted: list[QuotedOut]
    colleagues: list[ColleagueOut]
    sources_gone: bool


def comment_out(each: Comment, names: Mapping[int, str]) -> CommentOut:
    """A comment with the names in it."""
    return CommentOut(
        id=each.id,
        claim_id=each.claim_id,
        author=names.get(each.author_id),
        text=each.text,
        at=each.at,
        settled_by=names.get(each.settled_by_id or 0),
        settled_at=each.settled_at,
    )


def handed_out(given: HandOver | None, names: Mapping[int, str]) -> HandOverOut | None:
    """A hand-over with the names in it."""
    if given is None:
        return None
    return HandOverOut(
        id=given.id,
        from_id=given.from_id,
        by=names.get(given.from_id),
        to_id=given.to_id,
        to=names.get(given.to_id),
        note=given.note,
        at=given.at,
    )


def _asked(
    asked: AuthorQuestion,
    draft: SuggestionState | None,
    names: Mapping[int, str],
    withheld: Withheld,
) -> AskedAuthorOut:
    silent = asked.author_id in {each.id for each in withheld.members}
    return AskedAuthorOut(
        id=asked.id,
        claim_id=asked.claim_id,
        author=None if silent else names.get(asked.author_id),
        asker=names.get(asked.asker_id),
        text="" if withheld.hides(asked.text) else asked.text,
        asked_at=asked.asked_at,
        draft="turned_down" if draft is None else _DRAFTS[draft],
        answer=None if silent else asked.answer,
        answered_at=asked.answered_at,
    )


def _quoted(
    each: Distillation,
    authors: Mapping[int, int | None],
    people: Mapping[int, Member],
    words: Mapping[int, QuoteConsent],
) -> list[QuotedOut]:
    quoted = {one: None for claim in each.approved for one in rests_on(claim, authors)}
    found: list[QuotedOut] = []
    for member_id in quoted:
        member, word = people.get(member_id), words.get(member_id)
        if member is None or member.left_at is not None or not may_quote(member, word):
            continue
        shape = word.shape if word is not None and word.answered_at is not None else None
        found.append(QuotedOut(member_id=member_id, name=member.name, shape=shape))
    return found


async def beside(
    tx: Tx, each: Distillation, everyone: Sequence[Member], withheld: Withheld
) -> BesideOut:
    """What stands beside a draft now; remarks that say withheld words or names are left out."""
    people = {member.id: member for member in everyone}
    names = {id_: member.name for id_, member in people.items()}
    authors = await authors_of(tx, each.claims)
    handed = (await rows.open_hand_overs(tx, [each.id])).get(each.id)
    asked = await rows.author_questions_on(tx, each.id)
    said = await rows.comments_on(tx, each.id)
    signers = [one for one in everyone if one.role in SIGNERS and one.left_at is None]
    return BesideOut(
        comments=[comment_out(one, names) for one in said if not withheld.hides(one.text)],
        handed=handed_out(handed, names),
        asked=[_asked(one, draft, names, withheld) for one, draft in asked],
        quoted=_quoted(each, authors, people, await quote_words(tx, each.id)),
        colleagues=[ColleagueOut(id=one.id, name=one.name) for one in signers],
        sources_gone=await gone_words(tx, each),
    )
