"""Signals about saying yes: a point others share outright, and a yes that came too soon."""

import re
from collections.abc import Iterator
from datetime import timedelta

from agent.listening import accord_cues as accord
from agent.listening import cues
from agent.listening.contribution_cues import CHATTER
from agent.listening.line import order
from agent.listening.scene import Scene
from agent.listening.signal import Signal, SignalKind, author
from agent.listening.signals_answers import is_push
from agent.listening.words import is_han
from community.conversation import Message, MessageKind

LOOKED_BACK = timedelta(hours=12)
SOON = timedelta(minutes=10)
THOUGHT_OVER = timedelta(hours=2)
YES_MOST = 30
EARLY_LEAST = 3
SHARED_LEAST = 2
DISCUSSED = 2
NODDED_WITHIN = timedelta(minutes=75)
"""Later nobody asks what a verdict rests on."""
WHOEVER = re.compile(r"^\W*any(one|body) (who|that|caught|late)\b", re.IGNORECASE)
"""It names whom a verdict is about; elsewhere it begins a question."""
VERDICT_LEAST = 7
NOD_HAN, NOD_LATIN = 12, 32
MATTER_HAN = 12
MATTER_LATIN = 40


def early_consensus(scene: Scene) -> Iterator[Signal]:
    """Three or more said yes to the first proposal within ten minutes, and nobody weighed it.

    Silent where anybody gave a reason, a doubt, a question or another way, and on when and where
    people meet: that needs no thought.
    """
    for message in scene.saying(cues.PROPOSES, LOOKED_BACK):
        if not _is_proposal(scene, message) or _was_discussed(scene, message):
            continue
        followed = [m for m in _thread_after(scene, message) if m.at - message.at <= THOUGHT_OVER]
        yes = [m for m in followed if m.at - message.at <= SOON and _nods(scene, m)]
        people = {m.author_id: m for m in reversed(yes) if m.author_id != message.author_id}
        weighed = _gives_reason(scene, message) or accord.REVIEWED.search(scene.text(message))
        weighed = weighed or any(_weighs(scene, m) for m in followed)
        if len(people) < EARLY_LEAST or weighed or _wraps_up(message, followed):
            continue
        first = sorted(people.values(), key=lambda m: (m.at, m.id))
        yield Signal(
            kind=SignalKind.EARLY_CONSENSUS,
            message_ids=(message.id, *(m.id for m in first)),
            member_ids=author(message),
            confidence=min(0.85, 0.55 + 0.05 * len(first)),
            facts={
                "agreed": len(first),
                "minutes": int((first[-1].at - message.at).total_seconds() // 60),
            },
        )


def agreements(scene: Scene) -> Iterator[Signal]:
    """Two or more others say in so many words that a member's point is theirs too.

    A decision on what to do is another signal; silence is no consent, nor is a bare "ok".
    """
    agreed: dict[int, list[Message]] = {}
    for message in scene.saying(accord.WITH_YOU, LOOKED_BACK):
        link = scene.links.get(message.id)
        if link and link.parent_id is not None and _shares_view(scene, message):
            agreed.setdefault(link.parent_id, []).append(message)
    for parent, said in agreed.items():
        point = scene.by_id.get(parent)
        if point is None or not _is_point(scene, point):
            continue
        taken = {m.id for m in scene.answers(point)}
        people = {m.author_id: m for m in said if m.id in taken}
        differs = any(cues.DISAGREES.search(scene.text(m)) for m in scene.answers(point))
        if len(people) >= SHARED_LEAST and not differs:
            yield Signal(
                kind=SignalKind.AGREEMENT,
                message_ids=(point.id, *(m.id for m in people.values())),
                member_ids=author(point),
                confidence=min(0.9, 0.6 + 0.05 * len(people)),
                facts={"agreed": len(people)},
            )


def pile_ons(scene: Scene) -> Iterator[Signal]:
    """Three or more merely nod within ten minutes at what a member lays down, and no more is said.

    Whoever they answer by a link: a nod leans on the verdict it stands under. Silent where anybody
    weighed it, and once its author or somebody with a task here spoke on.
    """
    over = scene.over(pile_ons)
    nods = [nod for nod in scene.saying(accord.NODS, NODDED_WITHIN) if _merely_nods(scene, nod)]
    under = {each.id: each for nod in nods for each in _before(scene, nod)}
    for message in (each for each in under.values() if each.id not in over):
        if not _is_verdict(scene, message):
            over.add(message.id)
            continue
        followed = scene.later(message, THOUGHT_OVER)
        yes = [m for m in followed if m.at - message.at <= SOON and _merely_nods(scene, m)]
        people = {m.author_id: m for m in reversed(yes) if m.author_id != message.author_id}
        ended = any(scene.is_staff(m) or m.author_id == message.author_id for m in followed)
        if len(people) < EARLY_LEAST or ended or any(_weighs(scene, m) for m in followed):
            continue
        yield Signal(
            kind=SignalKind.AGREEMENT,
            message_ids=(message.id, *(m.id for m in reversed(people.values()))),
            member_ids=author(message),
            confidence=min(0.85, 0.6 + 0.05 * len(people)),
            facts={"agreed": len(people), "at_once": True},
        )


def _before(scene: Scene, nod: Message) -> tuple[Message, ...]:
    """What was said by somebody else in the minutes before a nod."""
    near = scene.between(nod.at - SOON, nod.at)
    return tuple(m for m in near if m.author_id != nod.author_id)


def _is_verdict(scene: Scene, message: Message) -> bool:
    """Whether a member lays down what ought to be, without a reason, and asks nobody."""
    text = WHOEVER.sub("", scene.text(message))
    if message.kind is not MessageKind.TEXT or scene.is_staff(message) or len(text) < VERDICT_LEAST:
        return False
    aside = (
        cues.ASKS,
        cues.NOTICE,
        cues.LAUGHS,
        cues.THANKS,
        accord.LOGISTICS,
        cues.BREAK,
        CHATTER,
    )
    aside += (cues.PROPOSES, cues.SHARES, cues.OUTCOME)
    if any(cue.search(text) for cue in aside) and not accord.VERDICT.search(text):
        return False
    merely = not any(cue.search(text) for cue in aside[:-3])
    return merely and not _merely_nods(scene, message) and not _gives_reason(scene, message)


def _merely_nods(scene: Scene, message: Message) -> bool:
    """Whether it is a yes and nothing else."""
    text = scene.text(message)
    short = len(text) <= (NOD_HAN if is_han(text) else NOD_LATIN)
    return short and bool(accord.NODS.search(text)) and not cues.ASKS.search(text)


def _thread_after(scene: Scene, message: Message) -> list[Message]:
    return [m for m in scene.in_thread(message) if order(m) > order(message)]


def _wraps_up(message: Message, followed: list[Message]) -> bool:
    """Whether its author closed it once the others had said yes: there is nothing left to weigh."""
    others = [at for at, m in enumerate(followed) if m.author_id != message.author_id]
    return bool(others) and any(
        m.author_id == message.author_id for m in followed[others[-1] + 1 :]
    )


def _was_discussed(scene: Scene, message: Message) -> bool:
    """Whether others had talked it over before: then it is no first proposal."""
    others = (m for m in scene.in_thread(message) if m.author_id != message.author_id)
    return sum(m.at < message.at for m in others) >= DISCUSSED


def _is_proposal(scene: Scene, message: Message) -> bool:
    """Whether it proposes something worth a thought: a matter, no date for a meal, no notice."""
    text = scene.text(message)
    if message.kind is not MessageKind.TEXT or not cues.PROPOSES.search(text):
        return False
    if len(text) < (MATTER_HAN if is_han(text) else MATTER_LATIN):
        return False
    aside = (cues.NOTICE, cues.LAUGHS, accord.LOGISTICS, accord.SETTLES, cues.BREAK)
    return not any(cue.search(text) for cue in aside) and not is_push(scene, message)


def _nods(scene: Scene, message: Message) -> bool:
    text = scene.text(message)
    return len(text) < YES_MOST and bool(cues.AGREES.search(text))


def _gives_reason(scene: Scene, message: Message) -> bool:
    text = scene.text(message)
    return bool(accord.WHY.search(text) or cues.DISAGREES.search(text))


def _weighs(scene: Scene, message: Message) -> bool:
    """Whether it gives a reason, a doubt or another way, or asks."""
    text = scene.text(message)
    asks = accord.ALTERNATIVE.search(text) or cues.ASKS.search(text)
    return bool(asks) or _gives_reason(scene, message)


def _shares_view(scene: Scene, message: Message) -> bool:
    text = scene.text(message)
    return (
        bool(accord.WITH_YOU.search(text))
        and not cues.ASKS.search(text)
        and not cues.DISAGREES.search(text)
    )


def _is_point(scene: Scene, message: Message) -> bool:
    """Whether it says something one may share: no question, notice, proposal or nod."""
    text = scene.text(message)
    if message.kind is not MessageKind.TEXT:
        return False
    if len(text) < (MATTER_HAN if is_han(text) else MATTER_LATIN):
        return False
    aside = (cues.ASKS, cues.NOTICE, cues.PROPOSES)
    return not any(cue.search(text) for cue in aside)
