"""Experts talk about a draft where it stands, and lay it on each other's desk."""

from datetime import datetime

from community.distillation import Distillation
from community.errors import Conflict, Invalid, NotAllowed, NotFound
from community.people import SIGNERS, Member, Role
from community.reviewing import Comment, HandOver
from community.store import beside as rows
from community.store import distillations, members
from community.store.engine import Tx

"""Who reviews and signs."""
LONGEST_COMMENT = 1000
LONGEST_NOTE = 300


async def _article(tx: Tx, distillation_id: int) -> Distillation:
    found = await distillations.distillation(tx, distillation_id)
    if found is None:
        raise NotFound("article_not_found", article=distillation_id)
    return found


def said(text: str, limit: int) -> str:
    """Words as they are kept; Invalid where there are none or too many."""
    clean = text.strip()
    if not clean:
        raise Invalid("words_empty")
    if len(clean) > limit:
        raise Invalid("words_too_long", characters=len(clean), limit=limit)
    return clean


async def write_comment(
    tx: Tx, *, distillation_id: int, claim_id: int | None, by: Member, text: str, at: datetime
) -> Comment:
    """Say something about an article or one of its claims, for those who review it."""
    home = await _article(tx, distillation_id)
    if claim_id is not None and all(claim.id != claim_id for claim in home.claims):
        raise NotFound("claim_not_found", claim=claim_id)
    new = Comment(
        id=0,
        community_id=home.community_id,
        distillation_id=home.id,
        claim_id=claim_id,
        author_id=by.id,
        text=said(text, LONGEST_COMMENT),
        at=at,
    )
    return await rows.insert_comment(tx, new)


async def settle_comment(
    tx: Tx, *, comment_id: int, by: Member, at: datetime, settled: bool
) -> Comment:
    """Settle a comment, or open it again; the text stays, with who settled it and when."""
    found = await rows.comment(tx, comment_id)
    if found is None:
        raise NotFound("not_found")
    when, who = (at, by.id) if settled else (None, None)
    if not await rows.set_settled(tx, comment_id, when, who):
        raise Conflict("comment_settled" if settled else "comment_open")
    kept = await rows.comment(tx, comment_id)
    assert kept is not None
    return kept


async def hand_over_article(
    tx: Tx, *, distillation_id: int, by: Member, to_id: int, note: str | None, at: datetime
) -> HandOver:
    """Lay an article on the desk of another expert; it leaves the desk it lay on before."""
    home = await _article(tx, distillation_id)
    other = await members.member(tx, to_id)
    here = other is not None and other.community_id == home.community_id and not other.left_at
    if other is None or not here or other.role not in SIGNERS:
        raise Invalid("hand_over_to_nobody")
    if other.id == by.id:
        raise Invalid("hand_over_to_yourself")
    await rows.end_hand_overs(tx, home.id, at)
    new = HandOver(
        id=0,
        community_id=home.community_id,
        distillation_id=home.id,
        from_id=by.id,
        to_id=other.id,
        note=said(note, LONGEST_NOTE) if note and note.strip() else None,
        at=at,
    )
    return await rows.insert_hand_over(tx, new)


async def end_hand_over(tx: Tx, *, hand_over_id: int, by: Member, at: datetime) -> HandOver:
    """Return an article one was handed, or take back what one handed over."""
    found = await rows.hand_over(tx, hand_over_id)
    if found is None:
        raise NotFound("not_found")
    if by.id not in (found.from_id, found.to_id) and by.role is not Role.OWNER:
        raise NotAllowed("hand_over_not_yours")
    if not await rows.end_hand_overs(tx, found.distillation_id, at):
        raise Conflict("hand_over_ended")
    return found
