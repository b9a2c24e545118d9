"""Rounds as rows: one row holds all of a round, and is locked while it is changed."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any, cast

from sqlalchemy import RowMapping, insert, select, update

from community.agenda import Because
from community.round import ReviewRound, RoundOutcome, RoundPoint, SettledPoint, TakenBack
from community.store.engine import Tx
from community.store.tables import review_rounds

_t = review_rounds.c


def _values(one: ReviewRound) -> dict[str, Any]:
    return {
        "community_id": one.community_id,
        "member_id": one.member_id,
        "points": [_point(each) for each in one.points],
        "present": list(one.present),
        "settled": [
            {
                "claim": each.claim_id,
                "outcome": each.outcome,
                "text": each.text,
                "decided": each.decided,
                "by": each.by,
            }
            for each in one.settled
        ],
        "votes": {
            str(claim): {str(member): agrees for member, agrees in said.items()}
            for claim, said in one.votes.items()
        },
        "began_at": one.began_at,
        "stood_seconds": one.stood.total_seconds(),
        "paused_at": one.paused_at,
        "ended_at": one.ended_at,
    }


def _point(each: RoundPoint) -> dict[str, Any]:
    back = {"by": each.back.by, "whose": each.back.whose} if each.back else None
    return {"claim": each.claim_id, "because": each.because, "back": back}


def _read(row: RowMapping) -> ReviewRound:
    votes = cast("Mapping[str, Mapping[str, bool]]", row["votes"])
    return ReviewRound(
        id=row["id"],
        community_id=row["community_id"],
        member_id=row["member_id"],
        points=tuple(
            RoundPoint(
                claim_id=each["claim"],
                because=Because(each["because"]),
                back=TakenBack(**each["back"]) if each.get("back") else None,
            )
            for each in row["points"]
        ),
        present=tuple(row["present"]),
        settled=tuple(
            SettledPoint(
                claim_id=each["claim"],
                outcome=RoundOutcome(each["outcome"]),
                text=each["text"],
                decided=each["decided"],
                by=each.get("by"),
            )
            for each in row["settled"]
        ),
        votes={
            int(claim): {int(member): agrees for member, agrees in said.items()}
            for claim, said in votes.items()
        },
        began_at=row["began_at"],
        stood=timedelta(seconds=row["stood_seconds"]),
        paused_at=row["paused_at"],
        ended_at=row["ended_at"],
    )


async def insert_round(tx: Tx, new: ReviewRound) -> ReviewRound:
    """Keep a round; its id is given here."""
    kept = await tx.scalar(insert(review_rounds).values(_values(new)).returning(_t.id))
    return replace(new, id=cast("int", kept))


async def round_in_hand(tx: Tx, round_id: int) -> ReviewRound | None:
    """A round to be changed in this transaction: two votes at once are both counted."""
    statement = select(review_rounds).where(_t.id == round_id).with_for_update()
    row = (await tx.execute(statement)).mappings().one_or_none()
    return None if row is None else _read(row)


async def latest_round(tx: Tx, community_id: int) -> ReviewRound | None:
    """The last round a community began."""
    statement = select(review_rounds).where(_t.community_id == community_id)
    row = (await tx.execute(statement.order_by(_t.id.desc()).limit(1))).mappings().one_or_none()
    return None if row is None else _read(row)


async def save_round(tx: Tx, changed: ReviewRound) -> None:
    """Write a round as it is now."""
    await tx.execute(update(review_rounds).where(_t.id == changed.id).values(_values(changed)))
