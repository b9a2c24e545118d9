"""Signals about needs that linger: unresolved, asked again, told too thinly; tasks missed."""

from collections.abc import Hashable, Iterable, Iterator
from datetime import timedelta

from agent.listening import asking_cues, cues
from agent.listening import need_cues as need
from agent.listening.asking import is_question
from agent.listening.line import NOBODY
from agent.listening.scene import Scene
from agent.listening.signal import Signal, SignalKind, author
from agent.listening.signals_answers import EVERYDAY, answered, is_push
from agent.listening.sorting import NO, by_author, wording
from agent.listening.words import is_han, words
from community.conversation import Message, MessageKind

ASKED = wording(cues.ASKS)
ASKS_OR_THANKS = wording(cues.ASKS, asking_cues.UNMARKED, asking_cues.STUCK, cues.THANKS)
UNRESOLVED_AFTER = timedelta(hours=48)
UNRESOLVED_UNTIL = timedelta(days=4)
AGAIN_FOR = timedelta(hours=72)
REMEMBERED = timedelta(days=28)
SAME_SHARE = 0.5
MUCH_SHARED = 0.3
SAME_HAN = 3
SAME_LATIN = 2
BARE_FOR = timedelta(hours=12)
BARE_AFTER = timedelta(minutes=2)
ADDED_WITHIN = timedelta(minutes=15)
BARE_HAN = 16
BARE_LATIN = 10
LEFT_HAN = 2
LEFT_LATIN = 1
TASK_OVER = timedelta(hours=24)
TASKS_LEAST = 3
DID_LEAST = 3
MISSED = 2


def unresolved(scene: Scene) -> Iterator[Signal]:
    """A question put two to four days ago that nobody took up, or whose asker says "still not".

    Answered and left by its asker without a word is unknown, and unknown is silent.
    """
    over = scene.over(unresolved)
    asked = scene.marked(ASKED, UNRESOLVED_UNTIL, scene.now - UNRESOLVED_AFTER)
    for message in (m for m in asked if m.id not in over):
        still = _still_needs(scene, message) if _is_need(scene, message) else None
        if still is None:
            over.add(message.id)
            continue
        replies = scene.answers(message)
        if still or not (replies or answered(scene, message)):
            yield Signal(
                kind=SignalKind.UNRESOLVED,
                message_ids=(message.id,),
                member_ids=author(message),
                confidence=0.8 if still else 0.7,
                facts={
                    "hours": int(scene.age(message).total_seconds() // 3600),
                    "answers": len(replies),
                },
            )


def _is_need(scene: Scene, message: Message) -> bool:
    text = scene.text(message)
    if not cues.ASKS.search(text) or is_push(scene, message) or cues.INJECTS.search(text):
        return False
    if "?" not in text and cues.SHARES.search(text):
        return False
    return scene.opens(message) and is_question(scene, message)


def _still_needs(scene: Scene, message: Message) -> bool | None:
    """Whether its asker says so; None where they were helped. Read again when they say more."""

    def read() -> bool | None:
        own = _said_on(scene, message)
        if any(_is_settled(scene, m) for m in own):
            return None
        return any(need.ELSE.search(scene.text(m)) for m in own)

    own = scene.by_author.get(message.author_id or 0)
    facts = (own, scene.thread_of.get(message.id), scene.replies.get(message.id))
    return scene.while_same((_still_needs, message.id), facts, read)


def _said_on(scene: Scene, message: Message) -> list[Message]:
    """What its author said after it, in its thread or to who answered."""
    thread = scene.thread_of.get(message.id)
    inside = {m.id for m in thread.messages} if thread else set[int]()
    helpers = {m.author_id for m in scene.answers(message)}
    return [
        m
        for m in scene.by_author.get(message.author_id or 0, ())
        if (m.at, m.id) > (message.at, message.id)
        and (m.id in inside or helpers & set(scene.names_in(m)) or _is_settled(scene, m))
    ]


def _is_settled(scene: Scene, message: Message) -> bool:
    text = scene.text(message)
    settled = cues.THANKS.search(text) or cues.RETRACTS.search(text) or cues.OUTCOME.search(text)
    return bool(settled) and not need.ELSE.search(text)


def stuck(scene: Scene) -> Iterator[Signal]:
    """A member asks the same a second time within four weeks, and did not give thanks between."""
    over = scene.over(stuck)
    for message in scene.marked(ASKED, AGAIN_FOR):
        if message.id in over:
            continue
        if scene.is_staff(message) or not _may_repeat(scene, message):
            over.add(message.id)
            continue
        before = _asked_before(scene, message)
        if before is not None:
            yield Signal(
                kind=SignalKind.STUCK,
                message_ids=(message.id, before.id),
                member_ids=author(message),
                confidence=0.75,
                facts={"form": "again", "days": (message.at - before.at).days},
            )


def _may_count(message: Message) -> Iterable[Hashable]:
    """Files what may ask for something or give thanks under its author."""
    return (message.author_id,) if ASKS_OR_THANKS(message) else NO


def _may_repeat(scene: Scene, message: Message) -> list[Message]:
    """What its author asked alike or gave thanks for in the four weeks before; none if no such."""
    looked = scene.kept.looked(_may_repeat, message.id)
    if not looked.count:
        text = scene.text(message)
        content, again = words(text) - EVERYDAY, need.ASKS_AGAIN.search(text) is not None
        line = scene.kept.filed_finely(_may_count, by_author).get(message.author_id, NOBODY)
        own = line.between(message.at - REMEMBERED, message.at)
        earlier = [(said, scene.text(said)) for said in own if said.id != message.id]
        same = {said.id for said, told in earlier if _is_same(content, told, again=again)}
        looked.count = 1
        if content and same:
            looked.open = [s for s, told in earlier if s.id in same or cues.THANKS.search(told)]
    return [said for said in looked.open if said.id in scene.by_id]


def _asked_before(scene: Scene, message: Message) -> Message | None:
    """The question of the same member that this one repeats, τ or more before it."""
    content = words(scene.text(message)) - EVERYDAY
    if not content or scene.is_private(message.author_id):
        return None
    if not is_question(scene, message):
        return None
    again = need.ASKS_AGAIN.search(scene.text(message)) is not None
    found: Message | None = None
    for said in _may_repeat(scene, message):
        if said.at > message.at - scene.tau:
            break
        if found is not None and cues.THANKS.search(scene.text(said)):
            found = None
        elif _is_same(content, scene.text(said), again=again) and is_question(scene, said):
            found = said
    return found


def _is_same(content: frozenset[str], text: str, *, again: bool) -> bool:
    """Whether two questions share half their content words, or a third where they share many.

    Who says that they ask `again` is believed at a word or two.
    """
    if content.isdisjoint(words(text)):
        return False
    other = words(text) - EVERYDAY
    shared = content & other
    least = SAME_HAN if is_han(text) else SAME_LATIN
    if again:
        return len(shared) >= least - 1
    share = SAME_SHARE if len(shared) <= least else MUCH_SHARED
    return len(shared) >= max(least, share * min(len(content), len(other)))


def missed_tasks(scene: Scene) -> Iterator[Signal]:
    """A member who did the tasks before missed the last two, though they were here to see them."""
    tasks_of = scene.ever(wording(need.TASK))
    lately = tasks_of.between(scene.times[0], scene.now) if scene.times else ()
    if not any(m.author_id in scene.staff and _is_task(scene, m) for m in lately):
        return
    past = tasks_of.between(scene.now - REMEMBERED, scene.now - TASK_OVER)
    tasks = [m for m in past if m.author_id in scene.staff and _is_task(scene, m)]
    if len(tasks) < TASKS_LEAST + MISSED:
        return
    done = [_doers(scene, task) for task in tasks]
    if min(len(each) for each in done[-MISSED:]) < DID_LEAST:
        return
    last = set[int].union(*done[-MISSED:])
    here = {m.author_id for m in scene.recent if m.at > tasks[-MISSED].at}
    for member in sorted(set[int].intersection(*done[-MISSED - TASKS_LEAST : -MISSED]) - last):
        if member in here and member not in scene.staff and not scene.is_private(member):
            yield Signal(
                kind=SignalKind.STUCK,
                message_ids=tuple(task.id for task in reversed(tasks[-MISSED:])),
                member_ids=(member,),
                confidence=0.6,
                facts={"form": "missed", "missed": MISSED},
            )


def _is_task(scene: Scene, message: Message) -> bool:
    return bool(need.TASK.search(scene.text(message))) and is_push(scene, message)


def _doers(scene: Scene, task: Message) -> set[int]:
    """Who answered a task: anything in its thread, or a "done" or a file within a day."""
    said = {m.author_id for m in scene.in_thread(task) if m.at > task.at}
    for message in scene.spoken_between(task.at, task.at + TASK_OVER):
        text = scene.text(message)
        handed = message.kind in (MessageKind.MEDIA, MessageKind.FILE, MessageKind.LINK)
        if handed or cues.DONE.search(text) or cues.CHAIN.match(text):
            said.add(message.author_id)
    return {each for each in said if each is not None and each != task.author_id}


def bare_questions(scene: Scene) -> Iterator[Signal]:
    """A call for help without what it is about: no context, no example, nothing added since."""
    for message in scene.saying(need.PLEA, BARE_FOR):
        if scene.age(message) >= BARE_AFTER and is_bare(scene, message):
            yield Signal(
                kind=SignalKind.BARE_QUESTION,
                message_ids=(message.id,),
                member_ids=author(message),
                confidence=0.7,
                facts={"length": len(scene.text(message))},
            )


def is_bare(scene: Scene, message: Message) -> bool:
    """Whether a member opens with a plea that names nothing, and adds nothing around it."""
    text = scene.text(message)
    if message.kind is not MessageKind.TEXT or not _is_plea(text):
        return False
    if scene.is_staff(message) or not scene.opens(message) or scene.names_in(message):
        return False
    near = scene.between(message.at - ADDED_WITHIN, message.at + ADDED_WITHIN)
    own = [m for m in near if m.author_id == message.author_id and m.id != message.id]
    return not any(_adds(scene, m) for m in own) and not scene.answers(message)


def _is_plea(text: str) -> bool:
    """Whether a plea is all there is: taken out, hardly a word is left."""
    han = is_han(text)
    length = len(text) if han else len(text.split())
    if length > (BARE_HAN if han else BARE_LATIN) or not need.PLEA.search(text):
        return False
    if cues.LAUGHS.search(text) or any(sign.isdigit() for sign in text) or "http" in text:
        return False
    left = text
    for cue in (need.PLEA, need.FILLERS):
        for match in cue.finditer(left):
            left = left.replace(match[0], " ", 1)
    kept = [sign for sign in left if sign.isalnum()]
    if han:
        return len(kept) <= LEFT_HAN
    return len([word for word in left.split() if any(map(str.isalnum, word))]) <= LEFT_LATIN


def _adds(scene: Scene, message: Message) -> bool:
    """Whether it could be the context: a picture, a file, or words that are no plea."""
    text = scene.text(message)
    return message.kind is not MessageKind.TEXT or (len(text) > LEFT_HAN and not _is_plea(text))
