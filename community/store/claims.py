"""Claims and their citations as rows: read with their article, changed one by one."""

from collections.abc import Iterable, Mapping, Sequence
from typing import cast

from sqlalchemy import RowMapping, delete, insert, select, update

from community.distillation import Citation, Claim, ClaimKind, ClaimState
from community.store.engine import Tx
from community.store.tables import citations as citation_table
from community.store.tables import claims as claim_table
from community.store.tables import messages as message_table

_claim = claim_table.c
_citation = citation_table.c
_AT_ONCE = 500
_Cited = Mapping[bool, Sequence[Citation]]
"""The citations of a claim by whether they are set aside."""


def _values(claim: Claim) -> dict[str, object]:
    return {
        "text": claim.text,
        "kind": claim.kind.value,
        "state": claim.state.value,
        "supported": claim.supported,
        "problems": list(claim.problems),
        "own_words": claim.own_words,
        "original_text": claim.original_text,
        "reviewer_id": claim.reviewer_id,
        "reason": claim.reason,
        "holder_ids": list(claim.holder_ids),
        "expansions": list(claim.expansions),
        "side": claim.side,
    }


def _read(row: RowMapping, cited: _Cited) -> Claim:
    return Claim(
        id=row["id"],
        text=row["text"],
        kind=ClaimKind(row["kind"]),
        citations=tuple(cited.get(False, ())),
        set_aside=tuple(cited.get(True, ())),
        state=ClaimState(row["state"]),
        supported=row["supported"],
        problems=tuple(row["problems"]),
        own_words=row["own_words"],
        original_text=row["original_text"],
        reviewer_id=row["reviewer_id"],
        reason=row["reason"],
        holder_ids=tuple(row["holder_ids"] or ()),
        expansions=tuple(row["expansions"] or ()),
        side=row["side"],
    )


async def insert_claims(
    tx: Tx, distillation_id: int, claims: Iterable[Claim], *, start: int = 0
) -> None:
    """Keep claims of an article in order from a position on, each with its citations."""
    for position, claim in enumerate(claims, start):
        values = _values(claim) | {"distillation_id": distillation_id, "position": position}
        statement = insert(claim_table).values(values).returning(_claim.id)
        claim_id = cast("int", await tx.scalar(statement))
        await _insert_citations(tx, claim_id, claim.citations)
        await _insert_citations(tx, claim_id, claim.set_aside, aside=True)


async def _insert_citations(
    tx: Tx, claim_id: int, citations: Iterable[Citation], *, aside: bool = False
) -> None:
    rows = [
        {
            "claim_id": claim_id,
            "message_id": citation.message_id,
            "start": citation.start,
            "end": citation.end,
            "quote": citation.quote,
            "digest": citation.digest,
            "set_aside": aside,
        }
        for citation in citations
    ]
    if rows:
        await tx.execute(insert(citation_table), rows)


async def set_citations(
    tx: Tx,
    claim_id: int,
    citations: Iterable[Citation],
    set_aside: Iterable[Citation] = (),
) -> None:
    """Let a claim rest on these words and no others; what is set aside is only kept."""
    await tx.execute(delete(citation_table).where(_citation.claim_id == claim_id))
    await _insert_citations(tx, claim_id, citations)
    await _insert_citations(tx, claim_id, set_aside, aside=True)


async def insert_claims_after(
    tx: Tx, distillation_id: int, claim_id: int, claims: Sequence[Claim]
) -> None:
    """Keep more claims right behind one of the same article; later ones move down."""
    place = cast("int", await tx.scalar(select(_claim.position).where(_claim.id == claim_id)))
    await tx.execute(
        update(claim_table)
        .where(_claim.distillation_id == distillation_id, _claim.position > place)
        .values(position=_claim.position + len(claims))
    )
    await insert_claims(tx, distillation_id, claims, start=place + 1)


async def _citations_of(tx: Tx, claim_ids: Sequence[int]) -> dict[int, dict[bool, list[Citation]]]:
    found: dict[int, dict[bool, list[Citation]]] = {}
    for start in range(0, len(claim_ids), _AT_ONCE):
        some = claim_ids[start : start + _AT_ONCE]
        statement = select(citation_table).where(_citation.claim_id.in_(some))
        for row in (await tx.execute(statement.order_by(_citation.id))).mappings():
            citation = Citation(
                message_id=row["message_id"], start=row["start"], end=row["end"], quote=row["quote"]
            )
            cited = found.setdefault(row["claim_id"], {})
            cited.setdefault(row["set_aside"], []).append(citation)
    return found


async def claims_of(tx: Tx, distillation_ids: Sequence[int]) -> Mapping[int, tuple[Claim, ...]]:
    """The claims of articles by article id, each in its order."""
    rows: list[RowMapping] = []
    for start in range(0, len(distillation_ids), _AT_ONCE):
        some = distillation_ids[start : start + _AT_ONCE]
        statement = select(claim_table).where(_claim.distillation_id.in_(some))
        ordered = statement.order_by(_claim.distillation_id, _claim.position)
        rows.extend((await tx.execute(ordered)).mappings())
    cited = await _citations_of(tx, [row["id"] for row in rows])
    found: dict[int, list[Claim]] = {}
    for row in rows:
        claim = _read(row, cited.get(row["id"], {}))
        found.setdefault(row["distillation_id"], []).append(claim)
    return {id_: tuple(claims) for id_, claims in found.items()}


async def claim(tx: Tx, claim_id: int) -> Claim | None:
    """One claim."""
    statement = select(claim_table).where(_claim.id == claim_id)
    row = (await tx.execute(statement)).mappings().one_or_none()
    if row is None:
        return None
    cited = await _citations_of(tx, [claim_id])
    return _read(row, cited.get(claim_id, {}))


async def home_of(tx: Tx, claim_id: int) -> int | None:
    """The id of the article a claim belongs to."""
    statement = select(_claim.distillation_id).where(_claim.id == claim_id)
    return cast("int | None", await tx.scalar(statement))


async def save_claim(tx: Tx, changed: Claim, *, was: Claim) -> bool:
    """Write a changed claim; False where its words or state are no longer those of `was`."""
    result = await tx.execute(
        update(claim_table)
        .where(
            _claim.id == was.id,
            _claim.text == was.text,
            _claim.state == was.state.value,
        )
        .values(_values(changed))
    )
    return result.rowcount == 1


async def citing(tx: Tx, message_id: int) -> tuple[tuple[int, int], ...]:
    """Claims that rest on a message: (claim id, article id); what is set aside carries none."""
    statement = (
        select(_claim.id, _claim.distillation_id)
        .join(citation_table, _citation.claim_id == _claim.id)
        .where(_citation.message_id == message_id, _citation.set_aside.is_(False))
        .distinct()
        .order_by(_claim.id)
    )
    return tuple((row[0], row[1]) for row in await tx.execute(statement))


async def homes_citing_author(tx: Tx, member_id: int) -> tuple[int, ...]:
    """The ids of the articles with a claim on words of a member."""
    statement = (
        select(_claim.distillation_id)
        .join(citation_table, _citation.claim_id == _claim.id)
        .join(message_table, message_table.c.id == _citation.message_id)
        .where(message_table.c.author_id == member_id, _citation.set_aside.is_(False))
        .distinct()
        .order_by(_claim.distillation_id)
    )
    return tuple(await tx.scalars(statement))
