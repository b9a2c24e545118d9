"""Whether a message asks for something: with a mark, without one, or by telling of a trouble."""

from agent.listening import asking_cues, cues
from agent.listening import temper_cues as temper
from agent.listening.contribution_cues import CHATTER
from agent.listening.contributions import begins
from agent.listening.scene import Scene
from agent.listening.sorting import wording
from community.conversation import Message, MessageKind

ASKED_LEAST = 15
MAY_ASK = wording(cues.ASKS, asking_cues.UNMARKED, asking_cues.STUCK)
"""No message of another kind asks for anything."""


def is_question(scene: Scene, message: Message) -> bool:
    """Whether it asks the room or a person for something it needs; no rhetoric, no banter."""
    text = scene.text(message)
    if message.kind not in (MessageKind.TEXT, MessageKind.LINK):
        return False
    if not cues.ASKS.search(text):
        return asks_unmarked(scene, message) or is_stuck(scene, message)
    if cues.RHETORICAL.search(text) and not cues.SEEKS.search(text):
        return False
    if scene.opens(message):
        return True
    directed = bool(scene.names_in(message)) and bool(cues.SEEKS.search(text))
    return directed or (len(text) >= ASKED_LEAST and _left_hanging(scene, message))


def asks_unmarked(scene: Scene, message: Message) -> bool:
    """Whether a member opens with a question that has no mark."""
    text = scene.text(message)
    if not scene.opens(message) or scene.is_staff(message) or "\n" in text:
        return False
    jests = cues.LAUGHS.search(text) or cues.NOTICE.search(text) or cues.RHETORICAL.search(text)
    return (
        bool(asking_cues.UNMARKED.search(text))
        and not jests
        and not asking_cues.POINTS_BACK.match(text)
    )


def is_stuck(scene: Scene, message: Message) -> bool:
    """Whether a member opens with a trouble of their own and no question; nothing solved."""
    text = scene.text(message)
    if not scene.opens(message) or scene.is_staff(message) or not asking_cues.STUCK.search(text):
        return False
    return len(text) >= ASKED_LEAST and not any(
        cue.search(text) for cue in (asking_cues.SOLVED, cues.LAUGHS, cues.NOTICE, temper.DISTRESS)
    )


def is_worried(scene: Scene, message: Message) -> bool:
    """Whether a member puts a worry of their own before the room; no joke, no one else's."""
    text = scene.text(message)
    if scene.is_staff(message) or not asking_cues.WORRIES.search(text) or len(text) < ASKED_LEAST:
        return False
    own = cues.FIRST_PERSON.search(text) and not cues.INJECTS.search(text)
    aside = (asking_cues.SOLVED, cues.NOTICE, temper.DISTRESS, cues.THANKS, CHATTER)
    return bool(own) and begins(scene, message) and not any(cue.search(text) for cue in aside)


def _left_hanging(scene: Scene, message: Message) -> bool:
    """Whether its thread ended with it: nobody else spoke there since."""
    thread = scene.thread_of.get(message.id)
    return thread is not None and not any(
        (m.at, m.id) > (message.at, message.id) and m.author_id != message.author_id
        for m in thread.messages
    )
