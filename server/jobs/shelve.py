"""article → library: signed ones become answerable, withdrawn ones answer nothing any more."""

from community.distillation import Distillation
from community.jobs import Job
from community.store.distillations import distillation
from community.verifying import GRACE
from server.jobs.reask import reask_job
from server.jobs.upkeep import SOON, upkeep_job
from server.library import article_passages
from server.telling import tell_of_article
from server.work import Work


async def shelve(work: Work) -> None:
    """Bring the shelf of one article to what the database says about it."""
    article_id = work.number("distillation")
    async with work.deps.store.read() as tx:
        article = await distillation(tx, article_id)
        passages = () if article is None else await article_passages(tx, article)
    library = (await work.deps.thinking()).library
    if passages:
        await library.shelve(passages)
    else:
        await library.withdraw(article_id)
    async with work.finishing() as change:
        if article is not None and passages and article.verify_by is not None:
            await work.deps.queue.put(change.tx, _age_job(article, work))
        if article is not None and passages:
            await work.deps.queue.put(change.tx, reask_job(work, article))
            later = upkeep_job(article.community_id, work.now + SOON)
            await work.deps.queue.put(change.tx, later)
        if article is not None:
            await tell_of_article(change, work, article, live=bool(passages))


def _age_job(article: Distillation, work: Work) -> Job:
    """When the signature of an article is to be looked at again."""
    assert article.verify_by is not None
    due = article.verify_by if work.now < article.verify_by else article.verify_by + GRACE
    return Job(
        name="age",
        key=f"age:{article.id}",
        room=f"library:{article.community_id}",
        due=due,
        payload={"community": article.community_id},
    )
