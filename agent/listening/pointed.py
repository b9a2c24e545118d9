"""Two who keep at each other's person: told by who says "you" to whom and how, not by insults."""

from collections import Counter
from collections.abc import Sequence
from datetime import timedelta

from agent.listening import cues
from agent.listening import temper_cues as temper
from agent.listening.cue import Cue
from agent.listening.scene import Scene
from community.conversation import Message

CHANNEL = timedelta(minutes=20)
"""A room that answers within less is a channel."""
QUARTER = timedelta(minutes=15)
ANSWERS_LEAST = 4
POINTED_LEAST = 2
KIND = (cues.THANKS, temper.SORRY, cues.LAUGHS, cues.SUPPORTS, temper.IMPROVES)
RETORTS = Cue(
    r"不|没|别|谁|什么|怎么|吗|天天|总|老|就你|像你|对对|还|才|\?",
    r"\b(no|not|never|don'?t|didn'?t|can'?t|wasn'?t|isn'?t|even|dare|always|every|about me)\b"
    r"|\bfrom some(one|body)\b|\?",
)
"""A no, a retort or a reproach."""


def is_pointed(scene: Scene, said: Sequence[Message]) -> bool:
    """Whether both sides keep at the other's person: "you" and a no or a retort, and no kind word.

    Two such lines from either side, of four and more mutual answers within a quarter of an hour.
    Not in a channel: there people help one another line by line, with "you" and "no" in each.
    """
    if scene.tau < CHANNEL:
        return False
    last = [m for m in said if said[-1].at - m.at <= QUARTER]
    texts = [scene.text(m) for m in last]
    if len(last) < ANSWERS_LEAST or any(cue.search(text) for text in texts for cue in KIND):
        return False
    sides = Counter(
        m.author_id
        for m, text in zip(last, texts, strict=True)
        if cues.YOU.search(text) and RETORTS.search(text)
    )
    return len(sides) > 1 and min(sides.values()) >= POINTED_LEAST
