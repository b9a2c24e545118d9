"""Signatures hold for a time: what is not verified again is marked as due, then answers no more."""

from community.actions.articles import age_articles
from server.work import Work


async def age(work: Work) -> None:
    """Age the articles of a community; a changed one is shelved anew, which plans its next age."""
    community_id = work.number("community")
    async with work.finishing() as change:
        moved = await age_articles(
            change.tx, work.deps.queue, community_id=community_id, now=work.now
        )
        for article_id in moved:
            change.tell("distillation", community_id, article_id)
