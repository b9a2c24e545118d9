"""The best of a week is what helped and answered most; what is objected to is not praised."""

from dataclasses import replace
from datetime import timedelta

import pytest

from community.people import Role
from server.printing.outside import Words
from server.shelving import shelf_of
from server.weekly import Week, best_of, week_in
from tests.builders import MONDAY
from tests.server.house import House
from tests.server.printing.sheets import ANN, a_desk, article_of
from tests.server.test_knowledge import ask, draft_of, sign

MONDAY_DAY = MONDAY.date()


def week(**fields: object) -> Week:
    given: dict[str, object] = {"answered": {}, "helped": {}, "objected": frozenset[int]()}
    return Week(**(given | fields))  # pyright: ignore[reportArgumentType]


def test_who_helped_most_comes_before_who_answered_most_and_before_what_is_new() -> None:
    first, messages = article_of("一", [(ANN, "先登记，再找他单独谈话")])
    old = replace(first, signed_at=MONDAY - timedelta(days=30))
    articles = (first, replace(old, id=2), replace(old, id=3), replace(old, id=4))
    shelf = replace(a_desk(first, messages).shelf, articles=articles)
    best = best_of(shelf, MONDAY_DAY, week(answered={2: 5, 3: 1}, helped={3: 1}))
    assert [each.article.id for each in best] == [3, 2, 1]
    assert [each.why[0] for each in best] == ["picked_helped", "picked_answered", "picked_fresh"]


def test_what_somebody_called_wrong_is_not_the_best_of_a_week() -> None:
    article, messages = article_of("一", [(ANN, "先登记，再找他单独谈话")])
    shelf = a_desk(article, messages).shelf
    assert best_of(shelf, MONDAY_DAY, week(objected=frozenset({1}))) == ()


@pytest.mark.slow
async def test_thanks_and_objections_are_read_from_the_answers(house: House) -> None:
    await sign(house, await draft_of(house))
    asked = await ask(house, "家长半夜发微信怎么回？")
    member = await house.as_role(Role.MEMBER)
    path = f"/api/questions/{asked['id']}/feedback"
    assert (await member.post(path, json={"feedback": "helpful"})).status_code == 204
    async with house.deps.store.read() as tx:
        shelf = await shelf_of(tx, house.community)
        found = await week_in(tx, shelf, MONDAY_DAY)
    (best,) = best_of(shelf, MONDAY_DAY, found)
    assert (best.answered, best.helped) == (1, 1)
    code, facts = best.why
    assert Words(language="zh").say(code, **facts) == "这周答了1个问题，1个人说有用"
    wrong = {"feedback": "wrong", "note": "不对"}
    assert (await member.post(path, json=wrong)).status_code == 204
    async with house.deps.store.read() as tx:
        assert (await week_in(tx, shelf, MONDAY_DAY)).objected == {best.article.id}
