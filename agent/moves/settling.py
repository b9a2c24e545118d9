"""Whether a question was taken up: by a reply, a word of its author, or who it was put to."""

import re
from datetime import timedelta

from agent.listening import cues
from agent.listening.asking import is_question
from agent.listening.cue import Cue
from agent.listening.replying import answers_it, begins_as_answer, belongs_elsewhere
from agent.listening.scene import Scene
from agent.listening.signals_answers import replies_to
from agent.listening.signals_order import is_chain
from agent.listening.threads import GUESSED
from agent.listening.words import words
from community.conversation import LinkSource, Message, MessageKind

SLOW = 20.0
"""Minutes of patience from which a room is no busy channel."""
LIKELY = 0.85
"""From this confidence on a guessed link stands for an answer."""
PLAUSIBLE = 0.5
"""In a channel a guess counts from here on: below, every second question it seemed to answer was
open, from .9 on one in fifty [M: 3,159 questions of irc-train]."""
SHARED = 3
"""Content words of a question that somebody else's line shares when it is about it."""
SIGN = re.compile(r"\[[^\[\]]{1,12}\]")
"""A picture or a sticker where the export has only its name."""
PICTURE = re.compile(
    r"图|照片|截图|文件|模板|\b(picture|photo|screenshot|file|template)\b", re.IGNORECASE
)
ADDRESSED = timedelta(hours=3)
"""Who is asked by name and speaks within this has taken it up, linked or not."""
AT_ONCE = timedelta(minutes=2)
AROUND = 4
RESUMED = timedelta(minutes=20)
"""Who is asked in a running talk and goes on within this has taken it up."""
PLAIN_ASKS = Cue(
    r"请问|请教|想问|问一?下|弱弱|谁(有|知道|能|来|去|要|会|给|发|帮|借|带|管|负责|懂)|有没有|有人|求(助|推荐|一份)|怎么(办|弄|写|处理)|咋(办|弄)"
    r"|再问一?(次|遍|句|下)|(真|还)?没人(有|知道|会|能|管)?(吗|嘛)|还是没人"
    r"|\b(does|has|is|can|do|did) any ?(one|body)\b"
    r"|\bstill (nobody|no ?one|any ?(one|body))\b|\basking again\b|\basked (this )?(on )?"
    r"(mon|tues|wednes|thurs|fri|satur|sun)day\b|\basked (this )?(yesterday|last week|twice)\b"
    r"|\bany ?(one|body) (know|have|has|free|else|tried|using)\b"
    r"|\b(need (some )?(help|advice)|wondering (if|how|what)|any (tips|ideas|advice))\b",
)
"""Requests that need no question mark."""
TIMES = frozenset(
    ("每天", "今天", "昨天", "明天", "现在", "时候", "today", "tomorrow", "day", "days", "week")
)
"""Words that any two lines of a day may share."""
LAUGHED_IN = timedelta(minutes=10)
SMILES = re.compile(
    r"\W*((哈|嘿|呵|h|233)+|lol|haha\w*|ha|\[(捂脸|笑哭|偷笑|破涕为笑|流泪|呲牙|尴尬|汗)\]|[😅😂🤣😆😁🙈]\ufe0f?)+\W*",
    re.IGNORECASE,
)
"""A smile and no word."""
AFFIRMS = Cue(
    r"^\W*(对(啊|呀|的|对)?|就是(啊|说)?|没错|可不(是|嘛)?|是吧|说得对|懂我|真的)\W*$",
    r"^\W*(exactly|precisely|right|true|fair( enough)?|quite|told you|that'?s it)\W*$",
)
"""Who asked agrees with what they were told."""


def taken_up(scene: Scene, message: Message, patience: float = SLOW) -> bool:
    """Whether it was answered, its author needs no more, or who it was put to has gone on since.

    A guessed link counts where the line says something: buried under nods, pictures and other
    people's questions a question is still open. In a channel where answers take minutes people
    speak to each other about many things at once: there only a reply counts.
    """
    if scene.reacted.get(message.id, frozenset()) - {message.author_id}:
        return True
    thread = scene.thread_of.get(message.id)
    matter = (taken_up, message.id, patience < SLOW)
    if scene.of_thread(matter, thread, lambda: is_settled(scene, message, patience)):
        return True
    if patience < SLOW:
        return _withdrawn(scene, message)
    if scene.any_later(_closes, message) or _answered_above(scene, message):
        return True
    named = set(scene.names_in(message))
    if named and any(said.author_id in named for said in scene.later(message, ADDRESSED)):
        return True
    return _resumed(scene, message)


def _answered_above(scene: Scene, message: Message) -> bool:
    """Whether who knows has since spoken to what it asks about: both are answered by that."""
    above = scene.parent(message)
    if above is None or above.author_id == message.author_id:
        return False
    return any(
        scene.is_staff(said) and said.at > message.at and said.author_id != above.author_id
        for said in scene.answers(above)
    )


def _resumed(scene: Scene, message: Message) -> bool:
    """Whether who it was put to in a running talk has gone on since, or answered at once."""
    asked = _asked_of(scene, message)
    gone_on = asked is not None and any(
        said.author_id == asked for said in scene.later(message, RESUMED)
    )
    return gone_on or _answered_at_once(scene, message)


def _answered_at_once(scene: Scene, message: Message) -> bool:
    """Whether who spoke last before it said the next word within two minutes, and asked nothing."""
    after = scene.later(message, AT_ONCE, 1)
    before = [m for m in scene.between(message.at - RESUMED, message.at) if m.id != message.id]
    others = [m for m in before if m.author_id != message.author_id]
    if not after or not others or after[0].author_id == message.author_id:
        return False
    talking = {m.author_id for m in others[-AROUND:]}
    return after[0].author_id in talking and not cues.ASKS.search(scene.text(after[0]))


def _linked(scene: Scene, message: Message) -> list[Message]:
    """What others said to it, or to what its author added."""
    added = [
        each for each in scene.replies.get(message.id, ()) if each.author_id == message.author_id
    ]
    return [reply for said in (message, *added) for reply in replies_to(scene, said)]


def settles(scene: Scene, message: Message, reply: Message, *, quick: bool = False) -> bool:
    """Whether a linked line takes a question up; `quick` in a channel that answers in minutes."""
    text = scene.text(reply)
    if cues.ME_TOO.search(text) or _is_laughed_off(scene, message, reply):
        return False
    link = scene.links.get(reply.id)
    if link is None or link.by is not LinkSource.MODEL:
        return True
    wants_picture = PICTURE.search(scene.text(message))
    if reply.kind is not MessageKind.TEXT or not words(SIGN.sub(" ", text)):
        return bool(wants_picture)
    shared = bool(words(text) & words(scene.text(message)) - TIMES)
    if is_chain(scene, reply) or is_question(scene, reply) or PLAIN_ASKS.search(text):
        return shared and not is_chain(scene, reply)
    if shared or (not quick and belongs_elsewhere(scene, message, reply)):
        return shared
    likely = link.confidence >= LIKELY and (quick or answers_it(text))
    plainly = not quick and begins_as_answer(text)
    return likely or plainly or bool(cues.YOU.search(text))


def _is_laughed_off(scene: Scene, message: Message, reply: Message) -> bool:
    """Whether who asked had nothing but a smile for it: it was a joke."""
    own = (m for m in scene.later(reply, LAUGHED_IN) if m.author_id == message.author_id)
    said = next((scene.text(m) for m in own), None)
    return said is not None and bool(SMILES.fullmatch(said))


def _withdrawn(scene: Scene, message: Message) -> bool:
    """Whether its author took it back soon after."""
    return scene.any_later(_takes_back, message, RESUMED)


def _takes_back(scene: Scene, message: Message, said: Message) -> bool:
    """Whether its author takes it back."""
    own = said.author_id == message.author_id
    return own and cues.RETRACTS.search(scene.text(said)) is not None


def _closes(scene: Scene, message: Message, said: Message) -> bool | None:
    """Thanks or "wrong chat" of the author, a mention of them, or several of their words.

    None while somebody shares the words and asks as well.
    """
    text = scene.text(said)
    if said.author_id == message.author_id:
        closed = cues.THANKS.search(text) or cues.RETRACTS.search(text) or AFFIRMS.match(text)
        return bool(closed) and not cues.ASKS.search(text)
    if message.author_id in scene.names_in(said):
        return True
    shared = words(scene.text(message)) & words(text)
    if len(shared) < SHARED:
        return False
    return None if is_question(scene, said) else True


def _asked_of(scene: Scene, message: Message) -> int | None:
    """The author of what it replies to, in a running talk."""
    link = scene.links.get(message.id)
    parent = message.reply_to_id or (link.parent_id if link else None)
    thread = scene.thread_of.get(message.id)
    before = next((each for each in thread.messages if each.id == parent), None) if thread else None
    return before.author_id if before and before.author_id != message.author_id else None


def is_settled(scene: Scene, message: Message, patience: float) -> bool:
    """Whether a linked line of somebody else settles it, surely enough for this room."""
    least = PLAUSIBLE if patience < SLOW else 0.0
    return any(
        settles(scene, message, said, quick=patience < SLOW) and _sureness(scene, said) >= least
        for said in _linked(scene, message)
    )


def _sureness(scene: Scene, reply: Message) -> float:
    """How sure it is what a line answers; 1 where nobody had to guess."""
    link = scene.links.get(reply.id)
    guessed = link is not None and link.by in GUESSED
    return link.confidence if link is not None and guessed else 1.0
