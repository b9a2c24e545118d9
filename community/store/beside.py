"""What stands beside a draft in review: comments, hand-overs, questions to authors."""

from collections.abc import Collection
from dataclasses import asdict, replace
from datetime import datetime
from typing import cast

from sqlalchemy import Table, func, insert, select, update

from community.distillation import ClaimState
from community.reviewing import AuthorQuestion, Comment, HandOver
from community.store.distillations import LIVE
from community.store.engine import Tx
from community.store.tables import (
    author_questions,
    comments,
    distillations,
    hand_overs,
    suggestions,
)
from community.store.tables import claims as claim_table
from community.suggestion import SuggestionState


async def _insert(tx: Tx, table: Table, new: Comment | HandOver | AuthorQuestion) -> int:
    values = {name: value for name, value in asdict(new).items() if name != "id"}
    return cast("int", await tx.scalar(insert(table).values(values).returning(table.c.id)))


async def insert_comment(tx: Tx, new: Comment) -> Comment:
    """Keep a comment; its id is given here."""
    return replace(new, id=await _insert(tx, comments, new))


async def comment(tx: Tx, comment_id: int) -> Comment | None:
    """The comment with this id."""
    found = await tx.execute(select(comments).where(comments.c.id == comment_id))
    row = found.mappings().one_or_none()
    return None if row is None else Comment(**row)


async def comments_on(tx: Tx, distillation_id: int) -> tuple[Comment, ...]:
    """Everything said about an article and its claims, oldest first."""
    statement = (
        select(comments)
        .where(comments.c.distillation_id == distillation_id)
        .order_by(comments.c.at, comments.c.id)
    )
    return tuple(Comment(**row) for row in (await tx.execute(statement)).mappings())


async def open_comments(tx: Tx, distillation_ids: Collection[int]) -> dict[int, int]:
    """How many comments wait on each article; articles without one are missing."""
    statement = (
        select(comments.c.distillation_id, func.count())
        .where(comments.c.distillation_id.in_(distillation_ids), comments.c.settled_at.is_(None))
        .group_by(comments.c.distillation_id)
    )
    return {row[0]: row[1] for row in await tx.execute(statement)}


async def is_talked_about(tx: Tx, distillation_id: int) -> bool:
    """Whether somebody said something about a draft, asked about it or handed it over."""
    asked = (
        select(author_questions.c.id)
        .join(claim_table, claim_table.c.id == author_questions.c.claim_id)
        .where(claim_table.c.distillation_id == distillation_id)
    )
    told = select(comments.c.id).where(comments.c.distillation_id == distillation_id)
    given = select(hand_overs.c.id).where(hand_overs.c.distillation_id == distillation_id)
    for statement in (told, given, asked):
        if await tx.scalar(statement.limit(1)) is not None:
            return True
    return False


async def set_settled(tx: Tx, comment_id: int, at: datetime | None, by: int | None) -> bool:
    """Settle an open comment, or open a settled one (both None); False where it was so before."""
    before = comments.c.settled_at.is_not(None) if at is None else comments.c.settled_at.is_(None)
    changed = await tx.execute(
        update(comments)
        .where(comments.c.id == comment_id, before)
        .values(settled_at=at, settled_by_id=by)
    )
    return changed.rowcount == 1


async def reopened_in(tx: Tx, community_id: int) -> tuple[int, ...]:
    """The signed articles of a community with a claim that is open again."""
    statement = (
        select(claim_table.c.distillation_id)
        .join(distillations, distillations.c.id == claim_table.c.distillation_id)
        .where(
            distillations.c.community_id == community_id,
            distillations.c.state.in_([state.value for state in LIVE]),
            claim_table.c.state == ClaimState.OPEN.value,
        )
        .distinct()
    )
    return tuple(await tx.scalars(statement))


async def insert_hand_over(tx: Tx, new: HandOver) -> HandOver:
    """Keep a hand-over; its id is given here."""
    return replace(new, id=await _insert(tx, hand_overs, new))


async def hand_over(tx: Tx, hand_over_id: int) -> HandOver | None:
    """The hand-over with this id."""
    found = await tx.execute(select(hand_overs).where(hand_overs.c.id == hand_over_id))
    row = found.mappings().one_or_none()
    return None if row is None else HandOver(**row)


async def open_hand_overs(tx: Tx, distillation_ids: Collection[int]) -> dict[int, HandOver]:
    """With whom articles lie now, by article; the latest of each."""
    statement = (
        select(hand_overs)
        .where(hand_overs.c.distillation_id.in_(distillation_ids), hand_overs.c.ended_at.is_(None))
        .order_by(hand_overs.c.id)
    )
    rows = (await tx.execute(statement)).mappings()
    return {row["distillation_id"]: HandOver(**row) for row in rows}


async def end_hand_overs(tx: Tx, distillation_id: int, at: datetime) -> int:
    """End every hand-over of an article; how many there were."""
    changed = await tx.execute(
        update(hand_overs)
        .where(hand_overs.c.distillation_id == distillation_id, hand_overs.c.ended_at.is_(None))
        .values(ended_at=at)
    )
    return changed.rowcount


async def insert_author_question(tx: Tx, new: AuthorQuestion) -> AuthorQuestion:
    """Keep a question to an author; its id is given here."""
    return replace(new, id=await _insert(tx, author_questions, new))


async def set_author_suggestion(tx: Tx, question_id: int, suggestion_id: int) -> None:
    """Note which draft brings a question to its author."""
    await tx.execute(
        update(author_questions)
        .where(author_questions.c.id == question_id)
        .values(suggestion_id=suggestion_id)
    )


async def author_question(tx: Tx, question_id: int) -> AuthorQuestion | None:
    """The question to an author with this id."""
    found = await tx.execute(select(author_questions).where(author_questions.c.id == question_id))
    row = found.mappings().one_or_none()
    return None if row is None else AuthorQuestion(**row)


async def author_questions_on(
    tx: Tx, distillation_id: int
) -> tuple[tuple[AuthorQuestion, SuggestionState | None], ...]:
    """What was asked about the claims of an article, and how its draft stands; oldest first."""
    statement = (
        select(author_questions, suggestions.c.state.label("draft"))
        .join(claim_table, claim_table.c.id == author_questions.c.claim_id)
        .outerjoin(suggestions, suggestions.c.id == author_questions.c.suggestion_id)
        .where(claim_table.c.distillation_id == distillation_id)
        .order_by(author_questions.c.id)
    )
    found: list[tuple[AuthorQuestion, SuggestionState | None]] = []
    for row in (await tx.execute(statement)).mappings():
        fields = dict(row)
        draft = fields.pop("draft")
        found.append((AuthorQuestion(**fields), SuggestionState(draft) if draft else None))
    return tuple(found)


async def author_questions_to(tx: Tx, member_id: int) -> tuple[AuthorQuestion, ...]:
    """What a member was asked and a person let through, newest first."""
    statement = (
        select(author_questions)
        .join(suggestions, suggestions.c.id == author_questions.c.suggestion_id)
        .where(
            author_questions.c.author_id == member_id,
            suggestions.c.state == SuggestionState.ACCEPTED.value,
        )
        .order_by(author_questions.c.id.desc())
    )
    return tuple(AuthorQuestion(**row) for row in (await tx.execute(statement)).mappings())


async def set_author_answer(
    tx: Tx, question_id: int, answer: str | None, at: datetime | None
) -> None:
    """Keep what the author says, or that they took it back (both None)."""
    await tx.execute(
        update(author_questions)
        .where(author_questions.c.id == question_id)
        .values(answer=answer, answered_at=at)
    )
