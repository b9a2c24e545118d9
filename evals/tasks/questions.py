"""Questions to the group as they would be worded each day, were the room silent then.

simmer eval questions --json                   both samples, a question a day after the first week
simmer eval questions --data FOLDER --json     one folder

The samples are lively, so the gate hardly ever asks; here it is made to, to read the questions.
"""

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from agent.checks.quality import question_quality
from agent.checks.source import ALIKE, similarity
from agent.decide import Decided, decide, linked
from agent.examine import subject_of
from agent.models.offline import OfflineModel
from agent.moves.catalogue import MOVES
from agent.replay import placeholder, remembered
from community.conversation import Talk
from community.review import Ledger
from community.suggestion import Candidate, Why
from evals.drafted import Drafted, as_of, worded_at
from evals.labelled import read_sample
from evals.scorers.drafts import mean, share, skeleton_share
from evals.task import Figures, Options
from evals.tasks.drafts import sample_talks
from prompts.packs import tensions

ASKS = ("low_cost_q", "provoke", "revive")
"""One after the other, a day each."""
FIRST = timedelta(days=7)


def measure(options: Options) -> Figures:
    """Quality 0–8, and how many were worded, passed, came from a pack, or came twice."""
    talks = [read_sample(options.data).talk] if options.data else asyncio.run(sample_talks())
    found = [asyncio.run(_asked(talk)) for talk in talks]
    worded = [each for asked in found for each in asked if each.draft]
    offered = [each for each in worded if each.offered]
    texts = [each.draft.text for each in offered if each.draft]
    scenes = [[one for each in asked if (one := _scene(each))] for asked in found]
    return {
        "asked": sum(map(len, found)),
        "worded": len(worded),
        "offered": len(offered),
        "quality": mean([_quality(each) for each in offered]),
        "quality_least": min(map(_quality, offered), default=0.0),
        "from_a_pack": share(_scene(each) is not None for each in offered),
        "other_work": sum(_strays(each) for each in offered),
        "scenes_twice": sum(len(each) - len(set(each)) for each in scenes),
        "duplicates": sum(
            any(similarity(text, other) >= ALIKE for other in texts[:at])
            for at, text in enumerate(texts)
        ),
        "skeleton_share": skeleton_share(texts),
    }


async def _asked(talk: Talk) -> list[Drafted]:
    whole, kept, found = linked(talk), Ledger(), list[Drafted]()
    for number, at in enumerate(_days(whole)):
        decided = _made_to_ask(decide(as_of(whole, at), kept, at), ASKS[number % len(ASKS)])
        if decided is None or decided.choice.candidate is None:
            continue
        asked = await worded_at(decided, at, OfflineModel())
        found.append(asked)
        text = asked.draft.text if asked.draft and asked.offered else ""
        offer = placeholder(decided.choice.candidate, whole, at)
        kept = remembered(kept, replace(offer, text=text), at)
    return found


def _days(talk: Talk) -> Iterator[datetime]:
    at, last = talk.messages[0].at + FIRST, talk.messages[-1].at
    while at <= last:
        yield at
        at += timedelta(days=1)


def _made_to_ask(decided: Decided, move: str) -> Decided | None:
    """The same look with this question as its choice, about the last that was said."""
    spoken = [each for each in decided.moment.heard.spoken if each.author_id is not None]
    if not spoken:
        return None
    anchors = tuple(each.id for each in spoken[-2:]) if move == "provoke" else (spoken[-1].id,)
    candidate = Candidate(
        move=move,
        lane=MOVES[move].lane,
        anchor_ids=anchors,
        value=MOVES[move].value,
        confidence=1.0,
        cost=0.0,
        why=Why(code=move, facts={}),
    )
    return replace(decided, choice=replace(decided.choice, candidate=candidate))


def _quality(asked: Drafted) -> float:
    assert asked.draft is not None
    subject = subject_of(MOVES[asked.move], asked.brief, asked.draft, asked.decided)
    return float(question_quality(subject))


def _scene(asked: Drafted) -> str | None:
    """The scene of a pack that the draft tells."""
    if asked.draft is None:
        return None
    told = asked.draft.text
    known = tensions(asked.brief.language)
    return next((each.scene for each in known if each.scene in told), None)


def _strays(asked: Drafted) -> bool:
    """Whether the scene is of work the community does not do."""
    scene = _scene(asked)
    known = tensions(asked.brief.language)
    domains = {each.domain for each in known if each.scene == scene}
    return bool(scene) and domains.isdisjoint(asked.brief.domains)
