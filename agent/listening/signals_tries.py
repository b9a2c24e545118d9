"""Signals about trying: who said they would, what came of it, and what was never told."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from agent.listening import cues
from agent.listening import trial_cues as trial
from agent.listening.line import NOBODY
from agent.listening.scene import Scene
from agent.listening.signal import Signal, SignalKind, author
from agent.listening.signals_answers import EVERYDAY
from agent.listening.sorting import by_author, wording
from agent.listening.words import words
from community.conversation import LinkSource, Message, MessageKind

TELLS = wording(cues.OUTCOME, trial.TRIED)
PROMISED_FOR = timedelta(hours=24)
TOLD_FOR = timedelta(hours=24)
KEPT_WITHIN = timedelta(days=14)
OPEN_AFTER = timedelta(days=7)
OPEN_UNTIL = timedelta(days=12)
TOLD_LEAST = 8
LIKELY = 0.5
SHARED_LEAST = 2
_SOON = """明天 今晚 下周 这周 周末 回去 试试 试一 试下 一下 下节 下次
try tomorrow tonight week"""
SOON = frozenset(_SOON.split())
"""Words of any promise: they tie it to nothing."""


def promises(scene: Scene) -> Iterator[Signal]:
    """A member said in the last day that they will try it; with the advice it answers, if any."""
    for message in scene.saying(trial.TRIES, PROMISED_FOR):
        if is_promise(scene, message):
            advice = _advice(scene, message)
            yield Signal(
                kind=SignalKind.PROMISE,
                message_ids=(message.id, *((advice.id,) if advice else ())),
                member_ids=author(message),
                confidence=0.8 if advice else 0.65,
                facts={"hours": int(scene.age(message).total_seconds() // 3600)},
            )


def kept_promises(scene: Scene) -> Iterator[Signal]:
    """Somebody told today what came of what they had said they would try, up to 14 days ago."""
    over = scene.over(kept_promises)
    for message in (m for m in scene.marked(TELLS, TOLD_FOR) if m.id not in over):
        text = scene.text(message)
        tells = len(text) >= TOLD_LEAST and not cues.ASKS.search(text) and _tells(scene, message)
        promise = _promise_of(scene, message) if tells else None
        if promise is None:
            over.add(message.id)
            continue
        advice = _advice(scene, promise)
        yield Signal(
            kind=SignalKind.PROMISE_KEPT,
            message_ids=(message.id, promise.id, *((advice.id,) if advice else ())),
            member_ids=author(message),
            confidence=0.75,
            facts={"days": (message.at - promise.at).days},
        )


def open_promises(scene: Scene) -> Iterator[Signal]:
    """A try promised 7 to 12 days ago whose author spoke since and told nothing of it."""
    over = scene.over(open_promises)
    promised = scene.marked(wording(trial.TRIES), OPEN_UNTIL, scene.now - OPEN_AFTER)
    for message in (m for m in promised if m.id not in over):
        since = _own(scene, message, message.at, scene.now)
        own = [m for m in since if m.id != message.id]
        if not is_promise(scene, message) or any(_tells(scene, m) for m in own):
            over.add(message.id)
        elif own:
            advice = _advice(scene, message)
            yield Signal(
                kind=SignalKind.PROMISE_OPEN,
                message_ids=(message.id, *((advice.id,) if advice else ())),
                member_ids=author(message),
                confidence=0.6,
                facts={"days": scene.age(message).days},
            )


def _own(scene: Scene, message: Message, start: datetime, end: datetime) -> Sequence[Message]:
    """What its author said in a stretch."""
    return scene.filed(by_author).get(message.author_id, NOBODY).between(start, end)


def is_promise(scene: Scene, message: Message) -> bool:
    """Whether a member says that they will try it themselves."""
    text = scene.text(message)
    if message.kind is not MessageKind.TEXT or not trial.TRIES.search(text):
        return False
    if scene.is_staff(message) or scene.is_private(message.author_id):
        return False
    aside = (cues.LAUGHS, cues.INJECTS, cues.NOTICE, trial.TRIED)
    return not any(cue.search(text) for cue in aside) and not text.rstrip().endswith("?")


def _advice(scene: Scene, promise: Message) -> Message | None:
    """What somebody else had said that the promise answers."""
    parent = _likely_parent(scene, promise)
    return parent if parent is not None and parent.author_id != promise.author_id else None


def _likely_parent(scene: Scene, message: Message) -> Message | None:
    """What it answers, where the link is likely or told."""
    link = scene.links.get(message.id)
    sure = link is not None and (link.by is not LinkSource.MODEL or link.confidence >= LIKELY)
    return scene.parent(message) if sure else None


def _tells(scene: Scene, message: Message) -> bool:
    text = scene.text(message)
    return bool(cues.OUTCOME.search(text) or trial.TRIED.search(text))


def _promise_of(scene: Scene, outcome: Message) -> Message | None:
    """The promise an outcome keeps: two words in common, a reply to it, or a report in a week."""
    told = words(scene.text(outcome)) - EVERYDAY
    tried = trial.TRIED.search(scene.text(outcome))
    reports = trial.REPORTS.search(scene.text(outcome))
    since = _own(scene, outcome, outcome.at - KEPT_WITHIN, outcome.at)
    for promise in reversed(since):
        if promise.at >= outcome.at or not is_promise(scene, promise):
            continue
        advice = _advice(scene, promise)
        meant = words(scene.text(promise))
        if advice is not None:
            meant |= words(scene.text(advice))
        parent = _likely_parent(scene, outcome)
        answers_it = parent is not None and parent in (promise, advice)
        shared = len((told & meant) - EVERYDAY - SOON)
        lately = outcome.at - promise.at <= OPEN_AFTER
        likely = lately and (reports or (tried and shared))
        if likely or shared >= SHARED_LEAST or (tried and answers_it):
            return promise
    return None
