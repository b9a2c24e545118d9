"""What has to be known before a signature: who may not sign, and what it would contradict."""

from collections.abc import Sequence

from fastapi import APIRouter
from pydantic import BaseModel

from community.actions.desk import bars_signing
from community.errors import NotFound
from community.store import distillations
from server.auth import Inside
from server.contradicting import Clash, clashes_of
from server.deps import Given
from server.locales import sentence
from server.tongue import Tongue

router = APIRouter(tags=["review"])


class ClashOut(BaseModel):
    """A sentence of the article in hand and the signed one it contradicts.

    `seal` is given back with the signature: it says that this pair was shown.
    """

    seal: str
    text: str
    reason: str | None
    article_id: int
    title: str
    signed: str


class SigningOut(BaseModel):
    """Whether the reader may sign it now, why not, and what it would contradict."""

    bar: str | None
    bar_text: str | None
    against: list[ClashOut]


@router.get("/distillations/{distillation_id}/signing")
async def read_signing(
    distillation_id: int, here: Inside, deps: Given, language: Tongue
) -> SigningOut:
    """What the signature bar has to say before anybody presses it."""
    async with deps.store.read() as tx:
        found = await distillations.distillation(tx, distillation_id)
        if found is None:
            raise NotFound("not_found")
        bar = await bars_signing(tx, found, here.me.id)
        clashes = await clashes_of(tx, found) if bar is None else ()
        facts = {"count": len(found.claims), "state": found.state.value}
    return SigningOut(
        bar=bar,
        bar_text=None if bar is None else sentence(language, f"error.{bar}", facts),
        against=clashes_out(clashes),
    )


def clashes_out(clashes: Sequence[Clash]) -> list[ClashOut]:
    """The contradictions among them that may be told."""
    return [
        ClashOut(
            seal=each.seal,
            text=each.mine.text,
            reason=each.finding.reason,
            article_id=each.home.id,
            title=each.home.title,
            signed=each.theirs.text,
        )
        for each in clashes
        if each.against and each.told
    ]
