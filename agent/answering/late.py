"""May a question that waited be told what was signed since? Stricter than answering at once. Pure.

Who asks now reads an answer against their own question. Who asked a week ago is told that
theirs was answered, and nobody looks for an answer any more: a wrong one costs the question.
"""

from collections.abc import Collection
from enum import StrEnum

from community.question import Answer
from knowledge_base.fusion import answerable
from knowledge_base.shelf import Search

CERTAIN = 0.9
"""Probability of answering from which a late answer is told without a person's look.

Of 135 questions of five labelled communities, asked again after every signature, 86 were told by
the rule of asking and 43 of these wrongly; from here on 13 and none, from 0.85 on 26 and two.
"""


class Late(StrEnum):
    """What becomes of a late answer: told, shown to who looks after questions, or none."""

    TELL = "tell"
    PROPOSE = "propose"
    WAIT = "wait"


def late(given: Answer, article_id: int, chance: float, declined: Collection[int] = ()) -> Late:
    """Weigh what the library says now that this article was signed or changed.

    `chance` is how probably the article's passage answers. Only an answer that rests on the
    article counts, and none that a person said does not answer this question.
    """
    cited = {one.distillation_id for one in given.citations}
    if not given.answered or article_id not in cited or cited & set(declined):
        return Late.WAIT
    first = given.sentences[0].numbers if given.sentences else ()
    leads = any(one.distillation_id == article_id for one in given.citations if one.number in first)
    return Late.TELL if leads and chance >= CERTAIN else Late.PROPOSE


def chance_of(found: Search, article_id: int) -> float:
    """Probability that this article's best passage answers, 0 where it is of another case."""
    theirs = [hit for hit in found.hits if hit.passage.distillation_id == article_id]
    return max((answerable(hit.evidence) for hit in theirs), default=0.0)
