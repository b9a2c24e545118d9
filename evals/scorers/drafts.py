"""What is said of drafts: checks passed, taken up, worth asking, not repeated."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from agent.checks import check
from agent.checks.quality import question_quality
from agent.checks.source import ALIKE, similarity
from agent.examine import subject_of
from agent.listening.words import plain, words
from agent.moves.catalogue import MOVES
from agent.wording.skeleton import skeleton
from community.conversation import Talk
from community.suggestion import Audience, Lane
from evals.drafted import Drafted
from evals.task import Figures

ASKING = ("OPT", "QUAL")
"""Checks of the moves that put a question to the group."""
STAFF = frozenset({"facilitator", "owner", "assistant"})
SELF = frozenset({"summary", "digest_kb", "decision_log"})
"""Drafts made of quotes: their skeleton is their layout."""
CONDUCT = frozenset({"rule_notice", "house_rule", "flood", "off_topic"})
"""Drafts about how it was said, which must not or need not repeat what was said."""


def judge_drafts(found: Sequence[Drafted], talks: Sequence[Talk]) -> Figures:
    """The figures of all drafts over the talks they were made in; shares are 0–1."""
    offered = [drafted for drafted in found if drafted.offered]
    texts = [drafted.draft.text for drafted in offered if drafted.draft]
    answering = [drafted for drafted in offered if _answers(drafted)]
    messages = sum(len(talk.messages) for talk in talks)
    chances = sum(MOVES[drafted.move].lane is Lane.OPPORTUNITY for drafted in offered)
    told = [drafted for drafted in offered if drafted.move not in SELF]
    return {
        "chosen": len(found),
        "offered": len(offered),
        "without_draft": share(not drafted.offered for drafted in found),
        "first_try": share(drafted.at_once for drafted in found),
        "anchored": share(_anchored(drafted) for drafted in answering),
        "opportunity_per_100": round(100 * chances / messages, 2) if messages else 0.0,
        "duplicates": _duplicates(texts),
        "skeleton_share": skeleton_share([drafted.draft.text for drafted in told if drafted.draft]),
        "question_quality": mean(qualities) if (qualities := _qualities(offered)) else None,
        "uptake": mean(_uptakes(offered)),
        "uptake_hosts": mean(host_uptakes(talks)),
        "dropped": ", ".join(sorted({drafted.move for drafted in found if not drafted.offered})),
    }


def skeleton_share(texts: Sequence[str]) -> float:
    """Share of drafts whose skeleton another one has as well."""
    counted = Counter(map(skeleton, texts))
    return share(counted[skeleton(text)] > 1 for text in texts)


def taken_up(said: str, reply: str) -> float:
    """Share of the content words of a message that a reply takes up (moves.md §0.7)."""
    content = words(plain(said))
    return len(content & words(plain(reply))) / len(content) if content else 0.0


def host_uptakes(talks: Iterable[Talk]) -> list[float]:
    """The same of the facilitators' own replies in these talks: what a draft has to beat."""
    found: list[float] = []
    for talk in talks:
        by_id = {message.id: message for message in talk.messages}
        for message in talk.messages:
            member = talk.members.get(message.author_id or 0)
            parent = by_id.get(message.reply_to_id or 0)
            if member is not None and parent is not None and member.role.value in STAFF:
                found.append(taken_up(parent.text, message.text))
    return found


def share(results: Iterable[bool]) -> float:
    """Share of True, 0 where there was nothing."""
    counted = list(results)
    return round(sum(counted) / len(counted), 4) if counted else 0.0


def mean(values: Sequence[float]) -> float:
    """The mean, 0 where there was nothing."""
    return round(sum(values) / len(values), 3) if values else 0.0


def _answers(drafted: Drafted) -> bool:
    """Whether a draft answers one message: not conduct, not a whole thread, not a desk note."""
    move = MOVES[drafted.move]
    desk = move.audience is Audience.FACILITATOR or move.id in SELF | CONDUCT
    return drafted.brief.anchor is not None and not desk


def _anchored(drafted: Drafted) -> bool:
    assert drafted.draft is not None
    subject = subject_of(MOVES[drafted.move], drafted.brief, drafted.draft, drafted.decided)
    return check(("ANCHOR",), subject)[0].passed


def _duplicates(texts: Sequence[str]) -> int:
    return sum(
        any(similarity(text, other) >= ALIKE for other in texts[:at])
        for at, text in enumerate(texts)
    )


def _qualities(offered: Iterable[Drafted]) -> list[float]:
    return [
        float(
            question_quality(
                subject_of(MOVES[drafted.move], drafted.brief, drafted.draft, drafted.decided)
            )
        )
        for drafted in offered
        if drafted.draft and set(ASKING) <= set(MOVES[drafted.move].checks)
    ]


def _uptakes(offered: Iterable[Drafted]) -> list[float]:
    """Over drafts that answer one message; what is quoted of many is no answer to one."""
    return [
        taken_up(drafted.brief.anchor.text, re.sub(r"\s+", " ", drafted.draft.text))
        for drafted in offered
        if drafted.draft and drafted.brief.anchor and drafted.move not in SELF
    ]
