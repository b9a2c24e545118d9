"""Which questions have waited longer than this group lets one wait, and how long that is."""

import re
from collections.abc import Iterator
from datetime import timedelta

from agent.gate_settings import GateSettings
from agent.listening import asking_cues, cues
from agent.listening.asking import asks_unmarked, is_question, is_stuck
from agent.listening.cue import Cue
from agent.listening.replying import answers_it, begins_as_answer, belongs_elsewhere
from agent.listening.scene import Scene
from agent.listening.signal import Signal, SignalKind
from agent.listening.signals_answers import is_push, newness, replies_to
from agent.listening.signals_order import is_chain
from agent.listening.sorting import by_author, wording
from agent.listening.threads import GUESSED
from agent.listening.words import words
from community.conversation import LinkSource, Message, MessageKind

FADES = 8
"""So many answers of its own replace one assumed answer of a group."""
GOES_ON = 3
"""Content words from which a question inside a talk stands for itself."""
SLOW = 20.0
"""Minutes of patience from which a room is no busy channel."""
LIKELY = 0.85
"""From this confidence on a guessed link stands for an answer."""
PLAUSIBLE = 0.5
"""In a channel a guess counts from here on: below, every second question it seemed to answer was
open, from .9 on one in fifty [M: 3,159 questions of irc-train]."""
SHARED = 3
"""Content words of a question that somebody else's line shares when it is about it."""
LINK = re.compile(r"https?://\S+")
SIGN = re.compile(r"\[[^\[\]]{1,12}\]")
"""A picture or a sticker where the export has only its name."""
PICTURE = re.compile(
    r"图|照片|截图|文件|模板|\b(picture|photo|screenshot|file|template)\b", re.IGNORECASE
)
OWED_FOR = timedelta(hours=72)
"""A question older than this has had its time."""
ADDRESSED = timedelta(hours=3)
"""Who is asked by name and speaks within this has taken it up, linked or not."""
AT_ONCE = timedelta(minutes=2)
AROUND = 4
RESUMED = timedelta(minutes=20)
"""Who is asked in a running talk and goes on within this has taken it up."""
NEWCOMER = 120.0
"""A newcomer's first question waits two hours at most [O Joyce & Kraut; number D]."""
SURE = 0.5
SHORTEST = 6
"""Characters below which a question mark alone asks for nothing."""
PLAIN_ASKS = Cue(
    r"请问|请教|想问|问一?下|弱弱|谁(有|知道|能|来|去|要|会)|有没有|有人|求(助|推荐|一份)|怎么(办|弄|写|处理)|咋(办|弄)"
    r"|再问一?(次|遍|句|下)|(真|还)?没人(有|知道|会|能|管)?(吗|嘛)|还是没人"
    r"|\b(does|has|is|can|do|did) any ?(one|body)\b"
    r"|\bstill (nobody|no ?one|any ?(one|body))\b|\basking again\b|\basked (this )?(on )?"
    r"(mon|tues|wednes|thurs|fri|satur|sun)day\b|\basked (this )?(yesterday|last week|twice)\b"
    r"|\bany ?(one|body) (know|have|has|free|else|tried|using)\b"
    r"|\b(need (some )?(help|advice)|wondering (if|how|what)|any (tips|ideas|advice))\b",
)
"""Requests that need no question mark."""
CONFIRMS = Cue(r"(对吧|是吧|没错吧|没记错吧)\W*$|, (right|correct)\W*$")
"""Somebody wants to hear that they remember it rightly."""
MAY_WAIT = wording(cues.ASKS, asking_cues.UNMARKED, asking_cues.STUCK, CONFIRMS)
"""No message of another kind waits for anything."""
AFFIRMS = Cue(
    r"^\W*(对(啊|呀|的|对)?|就是(啊|说)?|没错|可不(是|嘛)?|是吧|说得对|懂我|真的)\W*$",
    r"^\W*(exactly|precisely|right|true|fair( enough)?|quite|told you|that'?s it)\W*$",
)
"""Who asked agrees with what they were told."""
EXCLAIMS = re.compile(r"[?!]{2,}")
PRESSES = re.compile(
    r"你?(为什么|凭什么)(觉得|这么|认为|说)|是让你判断|怎么(这么|会)(说|想)"
    r"|\b(what makes you|why do you|how can you) (say|think|believe)",
    re.IGNORECASE,
)
"""A question about somebody's opinion is theirs to answer or not."""


def patience_of(scene: Scene, settings: GateSettings) -> float:
    """τ in minutes of waking hours: P90 of the group's own first answers, and a fifth more.

    `reply_prior_weight` answers at `reply_prior` minutes are taken as seen before, so that a
    young group has a pace too, one fewer for every eight of its own; clamped to reply_floor …
    reply_ceiling.
    """
    assumed = max(0, settings.reply_prior_weight - len(scene.minutes) // FADES)
    waits = sorted([*scene.minutes, *[settings.reply_prior] * assumed])
    observed = settings.reply_grace * waits[int(0.9 * len(waits))]
    return min(settings.reply_ceiling, max(settings.reply_floor, observed))


def waiting(scene: Scene, patience: float) -> Iterator[Signal]:
    """Questions that stood longer than `patience` with nobody taking them up, newest first."""
    over = scene.over((waiting, patience < SLOW))
    old_enough = scene.now - timedelta(minutes=min(patience, NEWCOMER))
    for message in reversed(scene.marked(MAY_WAIT, OWED_FOR, old_enough)):
        if message.id in over:
            continue
        new = is_first(scene, message) and newness(scene, message) >= SURE
        least = min(patience, NEWCOMER) if new else patience
        if scene.age(message) < timedelta(minutes=least):
            continue
        if not stands(scene, message, patience) or taken_up(scene, message, patience):
            over.add(message.id)
            continue
        waited = scene.waited(message).total_seconds() / 60
        if waited >= least:
            yield Signal(
                kind=SignalKind.QUESTION,
                message_ids=(message.id,),
                member_ids=() if message.author_id is None else (message.author_id,),
                confidence=0.9 if cues.SEEKS.search(scene.text(message)) else 0.7,
                facts={
                    "waited_minutes": int(waited),
                    "tau_minutes": int(least),
                    "newcomer": new,
                },
            )


def stands(scene: Scene, message: Message, patience: float) -> bool:
    """Whether it asks and nothing linked settles it; read off its thread while that stays."""

    def read() -> bool:
        asks = asks_for_something(scene, message) or (patience < SLOW and _marked(scene, message))
        return asks and not _is_settled(scene, message, patience)

    thread = scene.thread_of.get(message.id)
    return scene.of_thread((stands, message.id, patience < SLOW), thread, read)


def _is_settled(scene: Scene, message: Message, patience: float) -> bool:
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


def is_first(scene: Scene, message: Message) -> bool:
    """Whether its author had said nothing before it."""
    line = scene.filed(by_author).get(message.author_id)
    return line is not None and line.said[0].id == message.id


def asks_for_something(scene: Scene, message: Message) -> bool:
    """Whether a member asks for something they need; no outcry, no press, no push of a host."""
    text = scene.text(message)
    asks = is_question(scene, message) or _confirms(scene, message) or _goes_on(scene, message)
    if len(text) < SHORTEST or not asks or is_push(scene, message):
        return False
    if scene.is_staff(message) and not scene.names_in(message):
        return False
    if is_stuck(scene, message) or asks_unmarked(scene, message):
        return True
    marked = bool(re.search(r"\?\W*(\s|$|\S)", EXCLAIMS.sub("", text)))
    plainly = PLAIN_ASKS.search(text) or CONFIRMS.search(text)
    return (marked or bool(plainly)) and not PRESSES.search(text)


def _marked(scene: Scene, message: Message) -> bool:
    """Whether it says something and ends in a question: enough in a busy channel."""
    text = LINK.sub("", scene.text(message))
    return "?" in text and bool(re.search(r"[a-z]{2}|[\u3400-\u9fff]", text.lower()))


def _goes_on(scene: Scene, message: Message) -> bool:
    """Whether it asks on inside a talk, plainly and not in jest."""
    text = scene.text(message)
    long = len(words(text)) >= GOES_ON
    return (
        long and "?" in text and not cues.RHETORICAL.search(text) and not cues.LAUGHS.search(text)
    )


def _confirms(scene: Scene, message: Message) -> bool:
    """Whether it opens a topic by asking whether something is remembered rightly."""
    link = scene.links.get(message.id)
    opens = link is None or link.parent_id is None
    return opens and bool(CONFIRMS.search(scene.text(message)))


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
    if scene.of_thread(matter, thread, lambda: _is_settled(scene, message, patience)):
        return True
    if patience < SLOW:
        return _withdrawn(scene, message)
    if scene.any_later(_closes, message):
        return True
    named = set(scene.names_in(message))
    if named and any(said.author_id in named for said in scene.later(message, ADDRESSED)):
        return True
    return _resumed(scene, message)


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
    if cues.ME_TOO.search(text):
        return False
    link = scene.links.get(reply.id)
    if link is None or link.by is not LinkSource.MODEL:
        return True
    wants_picture = PICTURE.search(scene.text(message))
    if reply.kind is not MessageKind.TEXT or not words(SIGN.sub(" ", text)):
        return bool(wants_picture)
    shared = bool(words(text) & words(scene.text(message)))
    if is_chain(scene, reply) or is_question(scene, reply) or PLAIN_ASKS.search(text):
        return shared and not is_chain(scene, reply)
    if shared or (not quick and belongs_elsewhere(scene, message, reply)):
        return shared
    likely = link.confidence >= LIKELY and (quick or answers_it(text))
    plainly = not quick and begins_as_answer(text)
    return likely or plainly or bool(cues.YOU.search(text))


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
