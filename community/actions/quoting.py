"""Who is quoted is asked once, in private; a no takes effect at once."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from community.actions.consents import LONGEST_NICKNAME, give_consent
from community.actions.distillations import Check
from community.actions.unquoting import follow_author
from community.actions.withholding import authors_of
from community.agreement import ConsentKind
from community.credit import QuoteConsent, Shape, may_quote, rests_on
from community.distillation import Distillation
from community.errors import Invalid, NotFound
from community.jobs import JobQueue
from community.people import Member
from community.store import distillations as rows
from community.store import members
from community.store import quote_consents as consents
from community.store.engine import Tx


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteAnswer:
    """What a member chooses for one article; shape None takes the answer back.

    `always` keeps it as the standing choice for every article to come.
    """

    shape: Shape | None
    nickname: str | None = None
    always: bool = False


async def ask_quoted(tx: Tx, signed: Distillation, at: datetime) -> tuple[QuoteConsent, ...]:
    """Ask everybody whose words a signed article quotes, once; who was asked anew is returned.

    Who left or opted out is not asked. What somebody said about an earlier version holds.
    """
    authors = await authors_of(tx, signed.approved)
    quoted = {one: None for claim in signed.approved for one in rests_on(claim, authors)}
    words = await consents.quote_words(tx, signed.id)
    asked: list[QuoteConsent] = []
    for author_id in quoted:
        author = await members.member(tx, author_id)
        if author is None or author.left_at is not None or not may_quote(author):
            continue
        new = _asked(signed, author, words, at)
        kept = await consents.insert_quote_consent(tx, new)
        if kept is not None:
            asked.append(replace(new, id=kept))
    return tuple(asked)


def _asked(
    signed: Distillation, author: Member, words: Mapping[int, QuoteConsent], at: datetime
) -> QuoteConsent:
    earlier = words.get(author.id)
    new = QuoteConsent(
        id=0,
        community_id=signed.community_id,
        distillation_id=signed.id,
        member_id=author.id,
        shape=Shape.ANONYMOUS,
        asked_at=at,
    )
    if earlier is None or earlier.answered_at is None:
        return new
    return replace(
        new, shape=earlier.shape, nickname=earlier.nickname, answered_at=earlier.answered_at
    )


def _nickname(answer: QuoteAnswer) -> str | None:
    if answer.shape is not Shape.NICKNAME:
        return None
    said = " ".join((answer.nickname or "").split())
    if not said:
        raise Invalid("nickname_empty")
    if len(said) > LONGEST_NICKNAME:
        raise Invalid("nickname_too_long", limit=LONGEST_NICKNAME)
    return said


async def answer_quote(
    tx: Tx,
    queue: JobQueue[Tx],
    *,
    consent_id: int,
    by: Member,
    answer: QuoteAnswer,
    at: datetime,
    check: Check,
) -> tuple[QuoteConsent, tuple[Distillation, ...]]:
    """Keep how somebody wants to stand in an article; the articles it changes come with it.

    "Don't quote me" takes the claims on their words out of every version with this transaction
    (`follow_author`). A later yes lets an expert decide again.
    """
    found = await consents.quote_consent(tx, consent_id)
    if found is None or found.member_id != by.id:
        raise NotFound("not_found")
    shape = answer.shape or Shape.ANONYMOUS
    when = None if answer.shape is None else at
    await consents.set_shape(tx, found.id, shape, _nickname(answer), when)
    if answer.always and answer.shape is not None and shape is not Shape.WITHHELD:
        value = {"shape": shape.value, "nickname": answer.nickname}
        await give_consent(tx, by, ConsentKind.CREDIT, at, value)
    touched: tuple[Distillation, ...] = ()
    home = await rows.distillation(tx, found.distillation_id)
    if home is not None and Shape.WITHHELD in (shape, found.shape) and shape is not found.shape:
        versions = await rows.versions_of(tx, home.community_id, home.root_id)
        touched = await follow_author(
            tx, queue, member_id=by.id, homes=versions, at=at, check=check
        )
    kept = await consents.quote_consent(tx, found.id)
    assert kept is not None
    return kept, touched
