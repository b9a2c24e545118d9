"""Whether a line that was only guessed to answer another sounds like an answer at all."""

from agent.listening import cues
from agent.listening.contribution_cues import CHATTER, RESPONDS
from agent.listening.scene import Scene
from agent.listening.words import words
from community.conversation import LinkSource, Message

TOLD = frozenset({LinkSource.PLATFORM, LinkSource.PERSON})
"""Links that nobody had to guess."""
DONE_WITHIN = 12
"""Characters at the head of a line in which it ticks something off."""
RESPONSES = (cues.YOU, cues.TEACHES, cues.SUPPORTS, cues.GREETS, cues.DISAGREES, cues.THANKS)


def begins_as_answer(text: str) -> bool:
    """Whether its first word is one with which people answer."""
    return bool(RESPONDS.match(text)) and not CHATTER.search(text)


def is_chatter(text: str) -> bool:
    """Whether it speaks of meals, the weather or the way home."""
    return bool(CHATTER.search(text))


def answers_it(text: str) -> bool:
    """Whether its words turn to somebody or to a matter; talk of meals and weather does not.

    Whoever speaks next after a question is easily taken to answer it: a guess without a word in
    common is believed only where the line itself sounds like an answer.
    """
    if CHATTER.search(text):
        return False
    turns = begins_as_answer(text) or cues.AGREES.search(text)
    return bool(turns) or any(cue.search(text) for cue in RESPONSES)


def is_aside(text: str) -> bool:
    """Whether a line asks for itself, laughs, or ticks something off."""
    done = cues.DONE.search(text[:DONE_WITHIN])
    return bool(done or cues.ASKS.search(text) or cues.LAUGHS.search(text))


def belongs_elsewhere(scene: Scene, asked: Message, reply: Message) -> bool:
    """Whether a line shares its words with what others said meanwhile, and none with the first."""
    own = words(scene.text(reply))
    if own & words(scene.text(asked)):
        return False
    between = (m for m in scene.later(asked) if (m.at, m.id) < (reply.at, reply.id))
    return any(
        m.author_id not in {asked.author_id, reply.author_id} and own & words(scene.text(m))
        for m in between
    )
