"""Signals about messages that wait for somebody: questions, shares, first messages, pushes."""

from collections.abc import Iterator
from datetime import timedelta

from agent.listening import cues
from agent.listening.asking import MAY_ASK, is_question
from agent.listening.contribution_cues import WELCOMES
from agent.listening.line import order
from agent.listening.replying import TOLD, answers_it, belongs_elsewhere, is_aside
from agent.listening.scene import Scene
from agent.listening.signal import Signal, SignalKind, author
from agent.listening.signals_pushes import is_push
from agent.listening.sorting import by_author
from agent.listening.words import is_han, words
from community.conversation import Message, MessageKind

OWED_FOR = timedelta(hours=72)
NEWCOMER_TAU = timedelta(hours=2)
NEW_FOR = timedelta(days=30)
KNOWN_BEFORE = timedelta(days=7)
_ANYWHERE = """有没 没有 有人 谁有 知道 请问 大家 怎么 什么 一下 老师 可以 我们 你们 今天 时候 现在
这个 那个 每天 昨天 明天 anyone anybody know need please time today week people thing"""
EVERYDAY = frozenset(_ANYWHERE.split())
SHARED = 3
SOON = timedelta(hours=24)
NEXT = 60
SURE_ANSWER = 0.5
PILE = 5
"""Guessed answers from which on they are more likely a talk about something else [D]."""


def questions(scene: Scene) -> Iterator[Signal]:
    """A question that stood longer than τ with no answer, no reaction and no thanks."""
    over = scene.over(questions)
    for message in scene.marked(MAY_ASK, OWED_FOR):
        if message.id in over or scene.age(message) < scene.tau:
            continue
        if not _asks(scene, message) or answered(scene, message):
            over.add(message.id)
            continue
        waited = scene.waited(message)
        if waited >= scene.tau:
            yield Signal(
                kind=SignalKind.QUESTION,
                message_ids=(message.id,),
                member_ids=author(message),
                confidence=0.9 if cues.SEEKS.search(scene.text(message)) else 0.7,
                facts=_waiting(scene, waited),
            )


def _asks(scene: Scene, message: Message) -> bool:
    """Whether it asks for something: read off its thread, while that is the same."""
    thread = scene.thread_of.get(message.id)
    return scene.of_thread(
        (_asks, message.id),
        thread,
        lambda: is_question(scene, message) and not is_push(scene, message),
    )


def shares(scene: Scene) -> Iterator[Signal]:
    """Something shared (a way of doing it, a result, a file) that nobody took up for τ."""
    over = scene.over(shares)
    for message in scene.saying(cues.SHARES, OWED_FOR):
        if message.id in over or scene.age(message) < scene.tau:
            continue
        if not is_share(scene, message) or answered(scene, message) or applauded(scene, message):
            over.add(message.id)
            continue
        waited = scene.waited(message)
        if waited >= scene.tau:
            yield Signal(
                kind=SignalKind.SHARE,
                message_ids=(message.id,),
                member_ids=author(message),
                confidence=0.6,
                facts=_waiting(scene, waited),
            )


def applauded(scene: Scene, message: Message) -> bool:
    """Whether somebody clapped, in a word or a picture: a share needs no more than that."""
    return any(cues.SUPPORTS.search(scene.text(reply)) for reply in replies_to(scene, message))


def first_messages(scene: Scene) -> Iterator[Signal]:
    """A newcomer's first message that stood for min(τ, 2 h) without an answer."""
    firsts = (line.said[0] for line in scene.filed(by_author).values())
    for message in sorted((m for m in firsts if scene.age(m) <= OWED_FOR), key=order):
        who = message.author_id
        if who is None:
            continue
        sure = newness(scene, message)
        if not sure or answered(scene, message):
            continue
        if (waited := scene.waited(message)) >= min(scene.tau, NEWCOMER_TAU):
            yield Signal(
                kind=SignalKind.FIRST_MESSAGE,
                message_ids=(message.id,),
                member_ids=(who,),
                confidence=sure,
                facts={**_waiting(scene, waited), "asks": is_question(scene, message)},
            )


def newness(scene: Scene, message: Message) -> float:
    """How sure it is that the author is new here: joined lately, says so, or never spoke before.

    A greeting with nothing else needs no answer where newcomers were greeted around that time, and
    one who answers a push is in already.
    """
    who = message.author_id or 0
    text = scene.text(message)
    intro = bool(cues.INTRODUCES.search(text))
    if who in scene.staff or who not in scene.talk.members:
        return 0.0
    if not cues.ASKS.search(text) and (_greeted(scene, message) or not scene.opens(message)):
        return 0.0
    came = scene.arrived.get(who)
    if came is not None and message.at - came <= NEW_FOR:
        return 0.95
    if intro:
        return 0.85
    asks = bool(cues.ASKS.search(text))
    return 0.6 if asks and message.at - scene.spoken[0].at >= KNOWN_BEFORE else 0.0


def _greeted(scene: Scene, message: Message) -> bool:
    near = timedelta(hours=2)
    return any(
        m.author_id != message.author_id
        and cues.GREETS.search(scene.text(m))
        and (WELCOMES.search(scene.text(m)) or message.author_id in scene.names_in(m))
        for m in scene.between(message.at - near, message.at + near)
    )


def is_share(scene: Scene, message: Message) -> bool:
    """Whether somebody opens with something of their own: a way, a result, a file."""
    text = scene.text(message)
    long_enough = len(text) >= (20 if is_han(text) else 60)
    return (
        scene.opens(message)
        and not scene.is_staff(message)
        and not cues.NOTICE.search(text)
        and (long_enough and bool(cues.SHARES.search(text)))
    )


def answered(scene: Scene, message: Message) -> bool:
    """Whether anybody took it up, or its author needs nothing more.

    A reply, a reaction, a mention, or several shared words of somebody else; thanks or "wrong
    chat" of the author; a reply to what the author added. "Same question here" answers nothing.
    """
    over = scene.over(answered)
    if message.id not in over and _is_answered(scene, message):
        over.add(message.id)
    return message.id in over


def _is_answered(scene: Scene, message: Message) -> bool:
    if scene.reacted.get(message.id, frozenset()) - {message.author_id}:
        return True
    own = [
        message,
        *(m for m in scene.replies.get(message.id, ()) if m.author_id == message.author_id),
    ]
    who = message.author_id or 0
    after = (scene.by_author.get(who, ()), scene.addressed.get(who, ()))

    def read() -> bool:
        if any(_helps(scene, said, reply) for said in own for reply in replies_to(scene, said)):
            return True
        since = (message.at, message.id)
        later = (m for said in after for m in said if (m.at, m.id) > since)
        return any(_closes(scene, message, m) for m in later)

    facts = (*after, *(scene.replies.get(said.id) for said in own))
    if scene.while_same((_is_answered, message.id), facts, read):
        return True
    return scene.any_later(_speaks_of_it, message, SOON, NEXT)


def replies_to(scene: Scene, message: Message) -> tuple[Message, ...]:
    """What others said to it; of a pile of guesses only what shares its words.

    Where everything that followed is taken for an answer, people talk of something else over it.
    """
    said = scene.answers(message)
    guessed = [m for m in said if scene.links[m.id].by not in TOLD] if len(said) >= PILE else []
    if len(guessed) < PILE:
        return said
    own = words(scene.text(message)) - EVERYDAY
    aside = {m.id for m in guessed if not own & words(scene.text(m))}
    return tuple(m for m in said if m.id not in aside)


def _speaks_of_it(scene: Scene, message: Message, said: Message) -> bool | None:
    """Whether somebody else shares its words; None while that is a question itself."""
    shared = words(scene.text(message)) & words(scene.text(said))
    if said.author_id == message.author_id or len(shared - EVERYDAY) < SHARED:
        return False
    return None if is_question(scene, said) else True


def _helps(scene: Scene, asked: Message, reply: Message) -> bool:
    """Whether a linked message really takes it up; a guessed link must show it in its words."""
    text = scene.text(reply)
    link = scene.links.get(reply.id)
    if cues.ME_TOO.search(text):
        return False
    if link is None or link.by in TOLD or asked.author_id in scene.names_in(reply):
        return True
    if link.confidence < SURE_ANSWER or reply.kind is not MessageKind.TEXT:
        return False
    if (words(text) & words(scene.text(asked))) - EVERYDAY:
        return True
    if is_aside(text) or belongs_elsewhere(scene, asked, reply):
        return False
    return bool(words(text)) and answers_it(text)


def _closes(scene: Scene, message: Message, said: Message) -> bool:
    """Whether somebody else turned to its author, or the author gave thanks or took it back."""
    if said.author_id != message.author_id:
        return True
    text = scene.text(said)
    closed = cues.THANKS.search(text) or cues.RETRACTS.search(text)
    return bool(closed) and not cues.ASKS.search(text)


def _waiting(scene: Scene, waited: timedelta) -> dict[str, str | int | float | bool | None]:
    return {"waited_minutes": minutes_of(waited), "tau_minutes": minutes_of(scene.tau)}


def minutes_of(span: timedelta) -> int:
    """Whole minutes."""
    return int(span.total_seconds() // 60)
