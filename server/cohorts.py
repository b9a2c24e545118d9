"""What a cohort inherits from the one before: its library, and what it was stuck on, by week.

Nobody of the earlier cohort is named here unless they agreed to be named outside; who opted out
is not quoted, and their questions stay where they were asked.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from agent.answering.folding import folded
from agent.answering.showing import may_show, names_here
from community.credit import may_quote
from community.distillation import Distillation
from community.pains import Pain, PainState
from community.people import Community
from community.question import Question, QuestionState
from community.store import Tx, communities
from community.store.pains import pains_in
from community.store.questions import questions_of
from server.printing.lettering import cut, unnamed
from server.printing.outside import Words, told_outside
from server.shelving import Shelf, shelf_of

WEEK = timedelta(days=7)
MOST = 6
"""Things one week was stuck on that are told."""
LONGEST = 160
READ = 5000
"""Questions of the earlier cohort that are looked through, the newest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stuck:
    """Something a week of the earlier cohort was stuck on; `article` is the signed answer to it.

    `people` asked or told of it; they are counted, never named. `answer` is what the article says
    first, as it may leave its community; None without one.
    """

    words: str
    people: int
    article: Distillation | None = None
    answer: str | None = None


async def parent_of(tx: Tx, home: Community) -> Community | None:
    """The cohort before a community."""
    return await communities.community(tx, home.parent_id) if home.parent_id else None


def first_day(home: Community) -> date:
    """The first day of the first week: as it was set, else the day the community was made."""
    if home.began_on:
        return date.fromisoformat(home.began_on)
    return home.created_at.astimezone(ZoneInfo(home.timezone)).date()


def week_number(home: Community, now: datetime) -> int:
    """Which week of a community it is, from 1; before its first day 1 too."""
    today = now.astimezone(ZoneInfo(home.timezone)).date()
    return max(1, (today - first_day(home)).days // 7 + 1)


def span_of(home: Community, number: int) -> tuple[datetime, datetime]:
    """The first instant of a week of a community and of the next one."""
    start = datetime.combine(first_day(home), time(0), ZoneInfo(home.timezone))
    return start + WEEK * (number - 1), start + WEEK * number


async def stuck_in(tx: Tx, parent: Community, number: int) -> tuple[Stuck, ...]:
    """What the earlier cohort got stuck on in a week of its own, the widest first."""
    since, until = span_of(parent, number)
    shelf = await shelf_of(tx, parent)
    known = names_here(shelf.people.values())
    asked = [
        each
        for each in await questions_of(tx, parent.id, limit=READ)
        if since <= each.at < until
        and may_quote(shelf.people.get(each.member_id))
        and (each.passed_to or may_show(each.whole, known))
    ]
    hurt = [
        each
        for each in await pains_in(tx, parent.id, PainState.OPEN, PainState.PINNED)
        if each.first_at < until and each.last_at >= since
    ]
    found = [*_of_questions(shelf, asked), *_of_pains(shelf, hurt)]
    ranked = sorted(found, key=lambda each: (each.article is None, -each.people))
    return tuple(ranked[:MOST])


def _of_questions(shelf: Shelf, asked: Iterable[Question]) -> list[Stuck]:
    """Questions by the article that answers them; those without an answer by what they ask."""
    answered: dict[int, list[Question]] = {}
    waiting: list[Question] = []
    for each in asked:
        cited = (one.distillation_id for one in each.answer.citations)
        article = next((id_ for id_ in cited if shelf.article(id_) is not None), None)
        if article is not None:
            answered.setdefault(article, []).append(each)
        elif each.state is not QuestionState.ANSWERED:
            waiting.append(each)
    found = [
        Stuck(words=_words(shelf, those[-1].text), people=len({one.member_id for one in those}))
        for those in folded([(one, one.text) for one in waiting])
        if _may_be_told(those)
    ]
    for id_, those in answered.items():
        if not _may_be_told(those):
            continue
        people = len({each.member_id for each in those})
        words = _words(shelf, those[-1].text)
        found.append(_told(shelf, words, people, shelf.article(id_)))
    return found


def _may_be_told(asked: Collection[Question]) -> bool:
    """Whether the next cohort may read it: several asked, or one passed it on to others."""
    return len({each.member_id for each in asked}) > 1 or any(each.passed_to for each in asked)


def _of_pains(shelf: Shelf, hurt: Iterable[Pain]) -> list[Stuck]:
    """Pain points a facilitator put into words; a member's own words stay in their community."""
    return [
        _told(shelf, _words(shelf, each.own_words), len(each.people_ids), _answer_to(shelf, each))
        for each in hurt
        if each.own_words
    ]


def _told(shelf: Shelf, words: str, people: int, article: Distillation | None) -> Stuck:
    """One of them with its answer; an article that may not leave is none."""
    left = None if article is None else shelf.leaving(article)
    if left is None or not left.claims:
        return Stuck(words=words, people=people)
    said = told_outside(shelf, left, left.claims[0].text, Words(language=shelf.home.language))
    title = told_outside(shelf, left, left.title, Words(language=shelf.home.language))
    answer = cut(" ".join(said.split()), LONGEST)
    return Stuck(words=words, people=people, article=replace(left, title=title), answer=answer)


def _answer_to(shelf: Shelf, pain: Pain) -> Distillation | None:
    """The signed article made of the talk a pain point was told in."""
    told = set(pain.message_ids)
    return next((each for each in shelf.articles if told & set(each.message_ids)), None)


def _words(shelf: Shelf, text: str) -> str:
    names = {
        name: "" for member in shelf.people.values() for name in (member.name, *member.aliases)
    }
    somebody = "有人" if shelf.home.language == "zh" else "somebody"
    return cut(" ".join(unnamed(text, names, somebody).split()), LONGEST)
