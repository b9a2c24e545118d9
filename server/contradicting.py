"""What an article says against the signed ones, told to who signs it before the signature."""

import asyncio
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from agent.comparing import Finding, Likeness
from agent.comparing_many import Told, matches_of
from community.actions.withholding import withheld_from
from community.conflict import ClaimConflict, ConflictKind, words_digest
from community.distillation import Claim, Distillation
from community.errors import Conflict
from community.store import Tx
from community.store.conflicts import add_conflicts
from community.store.distillations import live_distillations


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """A claim of the article in hand and a signed claim of another one; `seal` names the pair.

    `told` is False where either sentence says who may not be quoted: it stands, but is not shown.
    """

    mine: Claim
    theirs: Claim
    home: Distillation
    finding: Finding
    told: bool

    @property
    def seal(self) -> str:
        """Hash of the two sentences, the lower claim first, as a conflict keeps it."""
        first, second = sorted((self.mine, self.theirs), key=lambda each: each.id)
        return words_digest(first.text, second.text)

    @property
    def against(self) -> bool:
        """Whether the two contradict each other, not only say the same."""
        return self.finding.kind is Likeness.CONTRADICTION


async def clashes_of(tx: Tx, article: Distillation | None) -> tuple[Clash, ...]:
    """Its approved claims against all that may answer now, but for its own older versions."""
    if article is None:
        return ()
    live = await live_distillations(tx, article.community_id)
    others = [each for each in live if each.root_id != article.root_id]
    mine = {claim.id: claim for claim in article.approved}
    theirs = {claim.id: (claim, home) for home in others for claim in home.claims}
    signed = [told for home in others for told in _told(home, home.claims)]
    found = await asyncio.to_thread(matches_of, _told(article, article.approved), signed)
    clashes: list[Clash] = []
    for match in found:
        one, other = match.one_id, match.other_id
        here, there = (one, other) if one in mine else (other, one)
        claim, home = theirs[there]
        hidden = (await withheld_from(tx, article)).hides(mine[here].text) or (
            await withheld_from(tx, home)
        ).hides(claim.text)
        clashes.append(
            Clash(mine=mine[here], theirs=claim, home=home, finding=match.finding, told=not hidden)
        )
    return tuple(clashes)


def refuse_untold(clashes: Sequence[Clash], told: Collection[str]) -> None:
    """Nothing is signed against a signed sentence unless the signer was shown it."""
    untold = [each for each in clashes if each.against and each.told and each.seal not in told]
    if untold:
        raise Conflict("contradicts_signed", count=len(untold), title=untold[0].home.title)


async def keep_clashes(tx: Tx, community_id: int, clashes: Sequence[Clash], at: datetime) -> None:
    """What was signed all the same stands in upkeep at once."""
    found: list[ClaimConflict] = []
    for each in clashes:
        first, second = sorted((each.mine.id, each.theirs.id))
        found.append(
            ClaimConflict(
                id=0,
                community_id=community_id,
                claim_id=first,
                other_id=second,
                kind=ConflictKind(each.finding.kind.value),
                score=each.finding.score,
                digest=each.seal,
                found_at=at,
            )
        )
    await add_conflicts(tx, community_id, found)


def _told(home: Distillation, claims: Sequence[Claim]) -> list[Told]:
    return [
        Told(id=claim.id, home_id=home.id, text=claim.text, title=home.title) for claim in claims
    ]
