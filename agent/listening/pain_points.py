"""Recurring real problems of a community in its members' own words, with how many they touch.

Voices (troubles.py) are joined into one problem by their thread, by likeness of meaning and by
shared content words. Joining is shy: two problems in one are worse than one problem in two.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import combinations
from math import log

import numpy as np
from numpy.typing import NDArray

from agent.listening.pain_words import quoted, subject_of
from agent.listening.scene import Scene
from agent.listening.troubles import FOUNDING, Voice, members_silent_since, voices_of
from agent.listening.words import plain, words

Vectors = NDArray[np.float32]
Embed = Callable[[Sequence[str]], Vectors]
"""Unit vectors (n, d) of short texts."""
WINDOW = timedelta(days=28)
FRESH = timedelta(days=14)
STALE = 0.6
"""What a problem nobody named for two weeks counts."""
AROUND = 60
"""Other lines of the community whose mean is taken out of the vectors: what every line says."""
ALIKE = 0.50
"""Likeness (cosine after the mean is out) from which two voices speak of one problem."""
ALIKE_SHARED = 0.36
"""The same where they also share a telling content word."""
APART = 0.28
"""Mean likeness below which two groups stay apart even if one pair is alike."""
IN_THREAD = (-0.1, -0.1, 0.05)
"""Likeness a reply needs to the trouble one, two or three steps above it."""
TELLING = 2.5
"""Weight (logarithm of lines per line that has it) of a content word that tells a subject."""
AGAIN = timedelta(hours=6)
"""A question that comes back after so long was not answered."""
ANSWERED_MOST = 6
"""People who took a problem up that still add to its weight."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PainPoint:
    """One problem. `words` are verbatim of the message or tap they are from.

    `message_ids` are those that tell it, oldest first; `people` all who told it, also who may
    not be quoted; `silent` those touched by it who have said nothing in four weeks. `strength`
    orders them: people first, then who took it up, on how many days, how lately.
    """

    words: str
    words_from: int | None
    message_ids: tuple[int, ...]
    tap_ids: tuple[int, ...]
    people: tuple[int, ...]
    silent: tuple[int, ...]
    first_at: datetime
    last_at: datetime
    strength: float


def pain_points(
    scenes: Sequence[Scene],
    now: datetime,
    embed: Embed | None = None,
    taps: Sequence[Voice] = (),
) -> tuple[PainPoint, ...]:
    """The problems of the last 28 days, strongest first; the same input gives the same output.

    `scenes` are all rooms of one community. Without `embed` shared words alone join.
    """
    rooms, since = tuple(scenes), now - WINDOW
    told = [voice for scene in rooms for voice in voices_of(scene, since)]
    voices = [*sorted(told, key=lambda each: (each.at, each.message_id or 0)), *taps]
    alike = _likeness(voices, rooms, embed)
    silent = members_silent_since(rooms, since)
    found = [
        _point([voices[at] for at in group], rooms, silent, now)
        for group in _groups(voices, alike)
        if _is_problem([voices[at] for at in group])
    ]
    ranked = sorted((one for one in found if one), key=lambda each: (-each.strength, each.first_at))
    return tuple(ranked)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Likeness:
    """How near two voices are: by meaning (None where it is not known) and by telling words."""

    cosines: NDArray[np.float32] | None
    shared: Mapping[tuple[int, int], float]

    def meaning(self, one: int, other: int) -> float:
        """Cosine of two voices; by words alone where nothing embeds."""
        if self.cosines is None:
            return min(0.6, self.overlap(one, other) / (2 * TELLING) * ALIKE)
        return float(self.cosines[one, other])

    def overlap(self, one: int, other: int) -> float:
        """Weight of the telling words two voices share."""
        return self.shared.get((min(one, other), max(one, other)), 0.0)


def _likeness(voices: Sequence[Voice], rooms: Sequence[Scene], embed: Embed | None) -> _Likeness:
    texts = [plain(voice.text) for voice in voices]
    lines = [scene.text(said) for scene in rooms for said in scene.spoken]
    counts = Counter(word for line in lines for word in words(line))
    content = [subject_of(text) for text in texts]
    shared = {
        (one, other): weight
        for one, other in combinations(range(len(texts)), 2)
        if (weight := _weight(content[one] & content[other], counts, len(lines))) > 0
    }
    if embed is None or not texts:
        return _Likeness(cosines=None, shared=shared)
    long = [line for line in lines if len(line) >= 12]  # noqa: PLR2004
    around = long[:: max(1, len(long) // AROUND)][:AROUND]
    vectors = embed([*texts, *around])
    centred = vectors - vectors.mean(axis=0)
    lengths = np.maximum(np.linalg.norm(centred, axis=1, keepdims=True), 1e-9)
    unit = (centred / lengths)[: len(texts)]
    return _Likeness(cosines=(unit @ unit.T).astype(np.float32), shared=shared)


def _weight(shared: Collection[str], counts: Mapping[str, int], lines: int) -> float:
    weights = (log((lines + 1) / (counts.get(word, 0) + 1)) for word in shared)
    return sum(weight for weight in weights if weight >= TELLING)


def _groups(voices: Sequence[Voice], alike: _Likeness) -> list[list[int]]:
    """Voices joined pair by pair, the surest first, while the groups they are in stay alike."""
    group = {at: [at] for at in range(len(voices))}
    for _, one, other, sure in sorted(
        _pairs(voices, alike), key=lambda pair: (-pair[0], *pair[1:])
    ):
        first, second = group[one], group[other]
        if first is second or not (sure or _are_alike(first, second, alike)):
            continue
        joined = sorted([*first, *second])
        group.update(dict.fromkeys(joined, joined))
    return list({id(each): each for each in group.values()}.values())


def _pairs(voices: Sequence[Voice], alike: _Likeness) -> Iterable[tuple[float, int, int, bool]]:
    """(how sure, one, other, whether nothing more is asked): pairs that may be one problem."""
    place = {voice.message_id: at for at, voice in enumerate(voices) if voice.message_id}
    for at, voice in enumerate(voices):
        steps = [step for step, each in enumerate(voice.near) if each in place]
        if not steps:
            continue
        above = place[voice.near[steps[0]]]
        score = alike.meaning(above, at)
        near = score >= IN_THREAD[steps[0]] or alike.overlap(above, at) > 0
        if (voice.same and steps[0] == 0) or (voice.worth > 0 and near):
            yield 1.0 + score, above, at, True
    for one, other in combinations(range(len(voices)), 2):
        score, shared = alike.meaning(one, other), alike.overlap(one, other)
        told = voices[one].says_it and voices[other].says_it
        if told and (score >= ALIKE or (shared > 0 and score >= ALIKE_SHARED)):
            yield score, one, other, False


def _are_alike(first: Sequence[int], second: Sequence[int], alike: _Likeness) -> bool:
    scores = [alike.meaning(one, other) for one in first for other in second]
    return sum(scores) / len(scores) >= APART


def _is_problem(group: Sequence[Voice]) -> bool:
    """Whether somebody plainly told a trouble, or a question came back."""
    if any(voice.worth >= FOUNDING or voice.tap_id for voice in group):
        return True
    asked = [voice for voice in group if voice.asks]
    return any(later.at - sooner.at >= AGAIN for sooner, later in combinations(asked, 2))


def _point(
    group: Sequence[Voice], rooms: Sequence[Scene], silent: frozenset[int], now: datetime
) -> PainPoint | None:
    """The problem a group of voices tells; None where nobody of them may be quoted."""
    spoken = quoted(group, rooms)
    if spoken is None:
        return None
    ids = tuple(voice.message_id for voice in group if voice.message_id)
    people = tuple(dict.fromkeys(voice.member_id for voice in group))
    reacted = {who for scene in rooms for each in ids for who in scene.reacted.get(each, ())}
    touched = tuple(sorted(silent & (reacted | set(people))))
    times = sorted(voice.at for voice in group)
    return PainPoint(
        words=spoken[0],
        words_from=spoken[1].message_id,
        message_ids=ids,
        tap_ids=tuple(voice.tap_id for voice in group if voice.tap_id),
        people=people,
        silent=touched,
        first_at=times[0],
        last_at=times[-1],
        strength=_strength(group, rooms, now) + 0.2 * len(touched),
    )


def _strength(group: Sequence[Voice], rooms: Sequence[Scene], now: datetime) -> float:
    people = {voice.member_id for voice in group}
    answered = {
        reply.author_id
        for scene in rooms
        for voice in group
        for reply in scene.replies.get(voice.message_id or 0, ())
        if reply.author_id not in people
    }
    days = {voice.at.date() for voice in group}
    plainness = max(min(voice.worth, 1.2) for voice in group)
    weight = len(people) + 0.25 * min(len(answered), ANSWERED_MOST) + 0.5 * (len(days) - 1)
    fresh = now - max(voice.at for voice in group) <= FRESH
    return weight * (0.4 + plainness) * (1.0 if fresh else STALE)
