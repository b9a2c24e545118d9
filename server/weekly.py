"""The best of a week: what was signed in it and what answered most."""

from collections import Counter
from collections.abc import Mapping
from datetime import date, datetime, timedelta

from agent.quiet_week import monday_of, week_bounds
from community.distillation import Distillation
from community.store import Tx
from community.store.uses import uses_of
from server.shelving import Shelf

MOST = 4
"""Articles of the best of a week."""


def week_of(now: datetime, timezone: str, day: date | None = None) -> date:
    """The Monday of the week a day is in; without one, of the week it is there now."""
    if day is not None:
        return day - timedelta(days=day.weekday())
    return monday_of(now, timezone)


async def answered_in(tx: Tx, shelf: Shelf, monday: date) -> Mapping[int, int]:
    """How many questions each article helped to answer in a week, by its id."""
    since, until = week_bounds(monday, shelf.home.timezone)
    owner = {claim.id: article.id for article in shelf.articles for claim in article.claims}
    answered = {
        (owner[use.claim_id], use.question_id)
        for use in await uses_of(tx, shelf.home.id, since=since, until=until)
        if use.question_id is not None and use.claim_id in owner
    }
    return Counter(article_id for article_id, _ in answered)


def best_of(shelf: Shelf, monday: date, answered: Mapping[int, int]) -> tuple[Distillation, ...]:
    """The articles signed in a week or used in it, those that answered most first."""
    since, until = week_bounds(monday, shelf.home.timezone)

    def is_fresh(article: Distillation) -> bool:
        return article.signed_at is not None and since <= article.signed_at < until

    chosen = [each for each in shelf.articles if is_fresh(each) or answered.get(each.id)]
    ranked = sorted(chosen, key=lambda each: (-answered.get(each.id, 0), not is_fresh(each)))
    return tuple(ranked[:MOST])
