from datetime import timedelta

from community.proven import UseKind
from community.store.sheets import reuse_between
from community.store.uses import record_uses
from tests.builders import MONDAY
from tests.drafts import Draft, signed_of


async def test_a_handbook_uses_an_article_once_however_many_sentences_it_has(draft: Draft) -> None:
    article, home = await signed_of(draft), draft.group.community.id
    ids = [claim.id for claim in article.claims]
    assert len(ids) > 1
    async with draft.group.store.write() as tx:
        for minutes in (0, 5):
            now = MONDAY + timedelta(minutes=minutes)
            await record_uses(tx, home, ids, UseKind.HANDBOOK, now)
        await record_uses(tx, home, ids[:1], UseKind.POSTER, MONDAY)
    async with draft.group.store.read() as tx:
        found = await reuse_between(tx, home, MONDAY, MONDAY + timedelta(days=1))
    assert found[article.id].uses == {"handbook": 2, "poster": 1}
