"""article → library: signed ones become answerable, withdrawn ones answer nothing any more."""

from community.store.distillations import distillation
from server.library import article_passages
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
