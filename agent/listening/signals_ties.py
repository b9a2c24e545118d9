"""Signals that tie members together: two ideas that are one, a need somebody has been through."""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from datetime import timedelta
from functools import lru_cache
from itertools import islice

from agent.listening import cues
from agent.listening import trial_cues as trial
from agent.listening.adverts import is_advert
from agent.listening.asking import MAY_ASK, is_question
from agent.listening.scene import Scene
from agent.listening.signal import Signal, SignalKind
from agent.listening.signals_answers import EVERYDAY, is_push
from agent.listening.signals_order import is_chain
from agent.listening.sorting import NO, YES, wording
from agent.listening.words import is_han, read, words
from community.conversation import LinkSource, Message, MessageKind

MAY_BE_IDEA = wording(cues.SHARES, cues.OUTCOME)
FRESH = timedelta(hours=12)
APART = timedelta(hours=24)
IDEAS_MOST = 60
IDEA_LEAST = 6
ALIKE_LEAST = 5
RUNS_LEAST = 2
COMMON = 4
NEED_FOR = timedelta(hours=72)
NEEDS_MOST = 3
REMEMBERED = timedelta(days=28)
MATCH_HAN = 5
MATCH_LATIN = 4
COVERED = 0.25

Pair = tuple[int, int, tuple[str, ...]]


def alike(scene: Scene) -> Iterator[Signal]:
    """Two members told of the same matter within a day, in separate talks, unaware of each other.

    They share five content words in at least two places (or a number and three), none of which
    half the room uses. Silent once either spoke to the other.
    """
    told = [m for m in scene.marked(MAY_BE_IDEA, APART) if _is_idea(scene, m)][-IDEAS_MOST:]
    for later, earlier, shared in _pairs(tuple(scene.text(m) for m in told)):
        late, early = told[later], told[earlier]
        if scene.age(late) > FRESH or not _unaware(scene, early, late):
            continue
        yield Signal(
            kind=SignalKind.ALIKE,
            message_ids=(late.id, early.id),
            member_ids=tuple(i for i in (late.author_id, early.author_id) if i is not None),
            confidence=min(0.85, 0.6 + 0.05 * (len(shared) - ALIKE_LEAST)),
            facts={"words": " · ".join(shared[:5]), "shared": len(shared)},
        )


def _is_idea(scene: Scene, message: Message) -> bool:
    """A way, a result or a case of a member's own, told at some length; it asks nothing."""
    text = scene.text(message)
    if not cues.SHARES.search(text) and not cues.OUTCOME.search(text):
        return False
    if scene.is_staff(message) or scene.is_private(message.author_id):
        return False
    aside = cues.NOTICE.search(text) or is_chain(scene, message) or scene.names_in(message)
    return not aside and len(words(text)) >= IDEA_LEAST and not is_advert(message.text)


@lru_cache(maxsize=256)
def _pairs(texts: tuple[str, ...]) -> tuple[Pair, ...]:
    """Which texts are about the same, by place: the later, the earlier, what they share."""
    said = [words(text) - EVERYDAY for text in texts]
    spread: dict[str, int] = {}
    for each in said:
        for word in each:
            spread[word] = spread.get(word, 0) + 1
    most = max(COMMON, len(texts) // COMMON)
    found: list[Pair] = []
    for later, content in enumerate(said):
        for earlier in range(later):
            shared = sorted(word for word in content & said[earlier] if spread[word] <= most)
            if _enough(shared, ALIKE_LEAST):
                found.append((later, earlier, tuple(shared)))
    return tuple(found)


def _enough(shared: list[str], least: int) -> bool:
    """Whether shared words say the same in more than one place; a number stands for two words."""
    numbers = sum(word[0].isdigit() and len(word) > 1 for word in shared)
    return len(shared) + numbers >= least and runs(shared) >= RUNS_LEAST


def runs(shared: Sequence[str]) -> int:
    """In how many places two texts meet: pairs of Han signs that overlap are one place."""
    ends = {word[-1] for word in shared if is_han(word)}
    return sum(not is_han(word) or word[0] not in ends for word in shared)


def weight(shared: Sequence[str]) -> int:
    """How much shared words say: a pair of Han signs one, a whole word or number among them two."""
    mixed = any(map(is_han, shared))
    return len(shared) + (sum(not is_han(word) for word in shared) if mixed else 0)


def _unaware(scene: Scene, earlier: Message, later: Message) -> bool:
    """Whether two authors speak of it apart and neither has turned to the other.

    That the linker guesses one to answer the other says only that they are alike.
    """
    if earlier.author_id == later.author_id or cues.TURNS_TO.search(scene.text(later)):
        return False
    link = scene.links.get(later.id)
    guessed = link is not None and link.by is LinkSource.MODEL and link.parent_id == earlier.id
    if not guessed and _talked_between(scene, earlier, later):
        return False
    both = {earlier.author_id, later.author_id}
    told = (*scene.answers(earlier), *scene.answers(later))
    if any(m.author_id in both and not (guessed and m.id == later.id) for m in told):
        return False
    met = {
        m.author_id
        for member in both
        for m in scene.addressed.get(member or 0, ())
        if m.at >= earlier.at
    }
    return not met & both


def _talked_between(scene: Scene, earlier: Message, later: Message) -> bool:
    """Whether both stand in one thread."""
    thread = scene.thread_of.get(earlier.id)
    return thread is not None and any(m.id == later.id for m in thread.messages)


def _is_told_reply(scene: Scene, message: Message) -> bool:
    """Whether it answers something for certain; a guess may only say that it is like a story."""
    link = scene.links.get(message.id)
    return link is not None and link.parent_id is not None and link.by is not LinkSource.MODEL


def matches(scene: Scene) -> Iterator[Signal]:
    """A need nobody answered, and a member who told of their own doing in the same within 28 days.

    Both must be here and not opted out. `message_ids` are the need, then the experience.
    """
    needs = tuple(islice(_needs(scene), NEEDS_MOST))
    alone = scene.over(matches)
    for need in (each for each in needs if each.id not in alone):
        best = _best(scene, need, scene.marked(_tells_of_life, REMEMBERED))
        if best is None:
            alone.add(need.id)
            continue
        said, shared = best
        yield Signal(
            kind=SignalKind.MATCH,
            message_ids=(need.id, said.id),
            member_ids=tuple(i for i in (need.author_id, said.author_id) if i is not None),
            confidence=min(0.9, 0.55 + 0.05 * (len(shared) - MATCH_LATIN)),
            facts={
                "words": " · ".join(shared[:5]),
                "shared": len(shared),
                "days": max(0, (need.at - said.at).days),
            },
        )


def _needs(scene: Scene) -> Iterator[Message]:
    """What is needed now, newest first."""
    over = scene.over(_needs)
    for message in reversed(scene.marked(MAY_ASK, NEED_FOR)):
        if message.id in over:
            continue
        if _is_need(scene, message):
            yield message
        else:
            over.add(message.id)


def _is_need(scene: Scene, message: Message) -> bool:
    """A member asks or is stuck, and nobody has answered yet."""
    text = scene.text(message)
    if message.kind is not MessageKind.TEXT or scene.answers(message):
        return False
    if _is_told_reply(scene, message) or scene.is_private(message.author_id):
        return False
    if scene.is_staff(message) and is_push(scene, message):
        return False
    tells = "?" not in text and bool(cues.SHARES.search(text))
    return not tells and not cues.INJECTS.search(text) and is_question(scene, message)


def _tells_of_life(message: Message) -> Iterable[Hashable]:
    """Files what tells of one's own doing."""
    return YES if lived(read(message.text)) else NO


@lru_cache(maxsize=8192)
def lived(text: str) -> frozenset[str]:
    """The content words of a text that tells of one's own doing; none of any other text."""
    tells = trial.EXPERIENCED.search(text) or cues.OUTCOME.search(text) or cues.SHARES.search(text)
    if not tells or cues.ASKS.search(text) or cues.INJECTS.search(text) or is_advert(text):
        return frozenset()
    return words(text) - EVERYDAY


def _best(
    scene: Scene, need: Message, told: Sequence[Message]
) -> tuple[Message, tuple[str, ...]] | None:
    """The experience that shares most with a need, told before it by somebody else."""
    wanted = words(scene.text(need)) - EVERYDAY
    least = MATCH_HAN if is_han(scene.text(need)) else MATCH_LATIN
    best: tuple[Message, tuple[str, ...]] | None = None
    for said in told:
        if said.at >= need.at or said.author_id == need.author_id:
            continue
        common = wanted & lived(scene.text(said))
        if 2 * len(common) < least:
            continue
        shared = sorted(common)
        more_shared = weight(shared) > (weight(best[1]) if best else least - 1)
        if not more_shared or runs(shared) < RUNS_LEAST or len(shared) < COVERED * len(wanted):
            continue
        if not scene.is_private(said.author_id):
            best = (said, tuple(shared))
    return best
