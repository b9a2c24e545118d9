"""Marks as the room page shows them to who hosts the room; to members there are none."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Literal

from pydantic import BaseModel

from community.conversation import Message
from community.heard import Correction, Mark, MarkVerdict, may_see
from community.people import HOSTS
from community.store import Tx, corrections, marks
from server.auth import Here


class MarkOut(BaseModel):
    """What was heard at a message, how surely, and since when.

    `verdict` is 'right' where somebody said so, in the correction `correction_id`; what somebody
    said is wrong is not shown. Below a confidence of .5 it is a guess.
    """

    id: int
    kind: str
    confidence: float
    since: datetime
    verdict: Literal["right"] | None
    correction_id: int | None


async def marks_shown(tx: Tx, said: Sequence[Message], here: Here) -> Mapping[int, list[MarkOut]]:
    """The marks this reader may see at these messages of one zone, by message id."""
    role = here.me.role
    ids = [each.id for each in said if each.recalled_at is None and each.to_id is None]
    if role not in HOSTS or not ids:
        return {}
    standing = await marks.marks_of(tx, ids)
    marked = {mark.message_id for mark in standing}
    verdicts = await corrections.verdicts_of(tx, said[0].zone_id, marked)
    found: dict[int, list[MarkOut]] = {}
    for mark in standing:
        judged = verdicts.get((mark.message_id, mark.kind))
        if may_see(mark.kind, role) and not _refused(judged):
            found.setdefault(mark.message_id, []).append(_out(mark, judged))
    return found


def _refused(judged: Correction | None) -> bool:
    return judged is not None and judged.after.get("verdict") == MarkVerdict.WRONG


def _out(mark: Mark, judged: Correction | None) -> MarkOut:
    return MarkOut(
        id=mark.id,
        kind=mark.kind,
        confidence=mark.confidence,
        since=mark.noticed_at,
        verdict=None if judged is None else "right",
        correction_id=None if judged is None else judged.id,
    )
