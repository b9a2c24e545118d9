"""The best of a week: what answered and helped most in it, and what was signed; each says why."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from agent.quiet_week import monday_of, week_bounds
from community.distillation import Distillation
from community.feedback import FOR_THE_SIGNER, Feedback, FeedbackKind
from community.store import Tx
from community.store.feedbacks import feedbacks_of
from community.store.uses import uses_of
from server.shelving import Shelf

MOST = 4
"""Articles of the best of a week."""
LOOK_BACK = 1000
"""Words about answers that are read, newest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """What became of the articles in a week, by article: questions answered, thanks, objections.

    An objection counts as long as nobody who signs replied to it, from whatever week it is.
    """

    answered: Mapping[int, int]
    helped: Mapping[int, int]
    objected: frozenset[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Picked:
    """An article of the best of a week with what speaks for it."""

    article: Distillation
    answered: int
    helped: int
    fresh: bool

    @property
    def why(self) -> tuple[str, dict[str, int]]:
        """Why it is there, as a code and its counts (`print.picked_…`)."""
        if self.helped:
            return "picked_helped", {"answered": self.answered, "helped": self.helped}
        if self.answered:
            return "picked_answered", {"answered": self.answered}
        return "picked_fresh", {}


def week_of(now: datetime, timezone: str, day: date | None = None) -> date:
    """The Monday of the week a day is in; without one, of the week it is there now."""
    if day is not None:
        return day - timedelta(days=day.weekday())
    return monday_of(now, timezone)


async def week_in(tx: Tx, shelf: Shelf, monday: date) -> Week:
    """What became of each article of a shelf in a week."""
    since, until = week_bounds(monday, shelf.home.timezone)
    owner = {claim.id: article.id for article in shelf.articles for claim in article.claims}
    beginning = datetime.min.replace(tzinfo=since.tzinfo)
    uses = await uses_of(tx, shelf.home.id, since=beginning, until=until)
    pairs = {
        (owner[use.claim_id], use.question_id, use.at >= since)
        for use in uses
        if use.question_id is not None and use.claim_id in owner
    }
    told = await feedbacks_of(tx, shelf.home.id, limit=LOOK_BACK)
    asked: dict[int, set[int]] = {}
    for article_id, question_id, _ in pairs:
        asked.setdefault(question_id, set()).add(article_id)
    return Week(
        answered=Counter(article_id for article_id, _, now in pairs if now),
        helped=Counter(
            article_id
            for each in told
            if each.kind is FeedbackKind.HELPED and since <= each.at < until
            for article_id in asked.get(each.question_id, ())
        ),
        objected=frozenset(_objected(told, asked)),
    )


def _objected(told: Iterable[Feedback], asked: Mapping[int, set[int]]) -> Iterable[int]:
    for each in told:
        if each.kind in FOR_THE_SIGNER and each.answered_at is None:
            yield from asked.get(each.question_id, ())


def best_of(shelf: Shelf, monday: date, week: Week) -> tuple[Picked, ...]:
    """The articles signed in a week or used in it: who helped most first, then who answered most.

    What somebody called wrong or out of date is not praised before that is answered, and what is
    due is not either. A page takes the first MOST of which it has something to tell.
    """
    since, until = week_bounds(monday, shelf.home.timezone)
    chosen = [
        Picked(
            article=article,
            answered=week.answered.get(article.id, 0),
            helped=week.helped.get(article.id, 0),
            fresh=article.signed_at is not None and since <= article.signed_at < until,
        )
        for article in shelf.articles
        if article.id not in week.objected and not shelf.is_due(article)
    ]
    ranked = sorted(
        (each for each in chosen if each.fresh or each.answered),
        key=lambda each: (-each.helped, -each.answered, not each.fresh),
    )
    return tuple(ranked)
