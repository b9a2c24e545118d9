"""Late answers that wait for a person's yes, as far as what they rest on still stands."""

from collections.abc import Collection

from community.actions.withholding import withheld_from
from community.question import Answer
from community.store import Tx
from community.store.distillations import LIVE, distillation


async def still_stands(tx: Tx, answer: Answer) -> bool:
    """Whether every article of an answer is signed still, and nothing it says was taken back."""
    for cited in answer.citations:
        article = await distillation(tx, cited.distillation_id)
        if article is None or article.state not in LIVE:
            return False
        if not _approved(cited.claim_ids, {each.id for each in article.approved}):
            return False
        withheld = await withheld_from(tx, article)
        if any(withheld.hides(each.text) for each in answer.sentences):
            return False
    return True


def _approved(cited: Collection[int], approved: Collection[int]) -> bool:
    return set(cited) <= set(approved)
