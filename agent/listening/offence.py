"""How offensive a message is: a calibrated chance, and the words that made it.

Chinese: logistic regression over runs of one to three characters, once as written and once with
the names of groups of people (regions, origins, genders) written as one sign, and over the ways in
which prejudice is refused (offence_cues); an outright refusal without an insult takes off a fixed
amount. Trained on COLD (weights/README.md). Speech in quotation marks is taken out first: who
reports an insult has not said it.
English: there is no trained model. Wordings aimed at a person or a group speak
(offence_words_cues.py); all else abstains (chance 0, `known` is False). How many they hear and how
often they are wrong: docs/listening.md.

Nothing is ever done with a score alone: it makes a signal for a person.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from agent.listening.grams import Places, places
from agent.listening.offence_cues import GROUPS, QUOTED, REFUSALS
from agent.listening.offence_words_cues import HARMLESS, HURTS
from agent.listening.words import plain

LONGEST = 3
TABLE = 1 << 19
CUES = tuple(REFUSALS)
THRESHOLD = 0.5
"""From which chance a message is more likely offensive than not; people are told of surer ones."""
REFUSED = 3.0
"""Log-odds taken off where prejudice is refused outright and nobody is insulted."""
REFUSING = frozenset({"against_prejudice", "not_all", "doubts"})
ATTACKING = frozenset({"insults", "blames_group"})
WORDS_MOST = 5

_HAN = re.compile(r"[\u3400-\u9fff]")
INSULT_CHANCE = 0.9
"""What a wording found in English is worth: the share of those that offend, on hand-made lines."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offence:
    """The chance that a message offends, the words that speak for it, whether we can judge it."""

    chance: float
    words: tuple[str, ...] = ()
    known: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """One weight for each place of the table, then one for each cue; the bias; the calibration."""

    table: NDArray[np.float32]
    bias: float
    slope: float
    offset: float


def offence(text: str) -> Offence:
    """Judge one message by itself. The chance is calibrated on held-out Chinese messages."""
    own = own_words(text)
    if not _HAN.search(own):
        return _in_english(own)
    weights = shipped()
    found = marks(own)
    values = weights.table[found]
    score = float(values.sum()) / np.sqrt(max(1, len(found))) + weights.bias
    odds = weights.slope * score + weights.offset - REFUSED * _refuses(found)
    chance = float(1 / (1 + np.exp(-odds)))
    return Offence(chance=chance, words=_speaking(own, weights))


def own_words(text: str) -> str:
    """The plain text without what stands in quotation marks; all of it where nothing is left."""
    read = plain(text)
    return QUOTED.sub(" ", read).strip()


def masked(text: str) -> str:
    """The text with every group of people written as the sign of its kind."""
    for sign, pattern in GROUPS.items():
        text = pattern.sub(sign, text)
    return text


def marks(text: str) -> Places:
    """The places of a text in the table: each run once, as written and masked, and its cues."""
    hidden = masked(text.lower())
    runs = places(text.lower(), LONGEST, TABLE) + places(hidden, LONGEST, TABLE, salt=1)
    cues = [TABLE + at for at, name in enumerate(CUES) if REFUSALS[name].search(hidden)]
    return np.unique(np.concatenate([*runs, np.array(cues, dtype=np.int64)]))


def cues_of(found: Places) -> frozenset[str]:
    """The names of the cues among the places of a text."""
    return frozenset(CUES[int(at) - TABLE] for at in found[found >= TABLE])


def _refuses(found: Places) -> bool:
    cues = cues_of(found)
    return bool(cues & REFUSING) and not cues & ATTACKING


@lru_cache(maxsize=1)
def shipped() -> Weights:
    """The weights that lie beside this file."""
    with (
        files("agent.listening").joinpath("weights", "offence.npz").open("rb") as file,
        np.load(file, allow_pickle=False) as arrays,
    ):
        bias, slope, offset = (float(each) for each in arrays["scalars"])
        table = arrays["table"].astype(np.float32)
    return Weights(table=table, bias=bias, slope=slope, offset=offset)


def _speaking(text: str, weights: Weights) -> tuple[str, ...]:
    """The runs that weigh most for an offence, longest first where they overlap."""
    lowered = text.lower()
    weigh: dict[str, float] = {}
    for length, found in enumerate(places(lowered, LONGEST, TABLE), start=1):
        for at in np.argsort(-weights.table[found])[: 2 * WORDS_MOST]:
            run = lowered[at : at + length]
            value = float(weights.table[found[at]])
            if value > 0 and run.strip() == run and len(run) > 1:
                weigh[run] = value
    chosen: list[str] = []
    for run in sorted(weigh, key=lambda each: -weigh[each]):
        if not any(set(run) & set(other) for other in chosen):
            chosen.append(run)
    return tuple(chosen[:WORDS_MOST])


def _in_english(text: str) -> Offence:
    """Words aimed at a person or a group; nothing of what is reported, reclaimed or refused."""
    hits = (hit for cue in HURTS.values() for hit in cue.finditer(text))
    found = dict.fromkeys(hit[0].strip().lower() for hit in hits)
    if not found or HARMLESS.search(text):
        return Offence(chance=0.0, known=False)
    return Offence(chance=INSULT_CHANCE, words=tuple(found)[:WORDS_MOST])
