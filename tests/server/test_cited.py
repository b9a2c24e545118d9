import pytest

from community.actions.versions import revise_article
from community.credit import Shape
from community.people import Role
from community.store.quote_consents import quote_consents_in, set_shape
from server.cited import cited_words
from tests.server.house import House
from tests.server.shelved import RULE, article_of


@pytest.mark.slow
async def test_who_does_not_want_to_be_quoted_is_quoted_in_no_version(house: House) -> None:
    article = await article_of(house, "家长群几点回？", RULE)
    home, now = house.community.id, house.clock.now
    async with house.deps.store.write() as tx:
        (shown,) = (await cited_words(tx, home, [article])).values()
        begun = await revise_article(
            tx, article_id=article.id, by=house.people[Role.EXPERT], at=now
        )
        (asked,) = (await quote_consents_in(tx, [article.id]))[article.id].values()
        await set_shape(tx, asked.id, Shape.WITHHELD, None, now)
        hidden = await cited_words(tx, home, [article, begun])
    assert [each.author for each in shown] == ["阿敏"]
    assert list(hidden.values()) == [(), ()]
