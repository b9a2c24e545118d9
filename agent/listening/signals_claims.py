"""Signals about claims that stand there bare: the raw material of a follow-up question."""

import re
from collections.abc import Iterator
from datetime import timedelta

from agent.listening import accord_cues as accord
from agent.listening import cues
from agent.listening import temper_cues as temper
from agent.listening.asking import MAY_ASK, is_question
from agent.listening.contribution_cues import CHATTER
from agent.listening.contributions import leans_back
from agent.listening.replying import TOLD
from agent.listening.scene import Scene
from agent.listening.signal import Signal, SignalKind, author
from agent.listening.signals_answers import minutes_of
from agent.listening.words import is_han, words
from community.conversation import Message, MessageKind

PRESENT = timedelta(minutes=30)
ASKED_BEFORE = timedelta(minutes=10)
MORE_HAN, MORE_LATIN = 12, 40
ASIDE = (
    *(cues.ASKS, cues.LAUGHS, cues.THANKS, temper.DISTRESS, temper.GRIEF),
    accord.GROUNDS,
)
CLAIM_LEAST = 7
CLAIM_MOST = 60
HERE = re.compile(r"(在|对)?(咱|我)们?(这(行|边|儿|里)?|店|班|组|公司|厂|院)")
STANDS_FOR = re.compile(
    r"\W*我(是)?(不|反对|支持|坚决|从来不|一直不)(认同|同意|赞成|看好|信|建议|喜欢|支持)?"
    r"|\W*i (don'?t|do not|never) (believe in|agree with|see the point)",
    re.IGNORECASE,
)
"""A line of oneself that is a stand all the same."""
OPINES = re.compile(
    r"我(个人)?(还是|就|真|一直|倒)?(觉得|认为|感觉)[,， ]?|个人(觉得|认为|感觉)"
    r"|(在我看来|要我说|依我看|说实话|讲真|暴论)[,， :：]?"
    r"|\b(i (still |really |just |honestly )?(think|reckon|believe|feel( like)?|find)( that)?"
    r"|in my (humble )?(opinion|view)|imh?o|honestly|frankly|(hot|unpopular) (take|opinion)"
    r"|(short|quick) one)\b[,:. ]*",
    re.IGNORECASE,
)
"""What makes a line an opinion by itself, whatever it holds; taken out, the claim is left."""


def bare_claims(scene: Scene) -> Iterator[Signal]:
    """An assertion without reason, number or case, its author still here, nobody asking yet."""
    for message in scene.within(PRESENT):
        text = scene.text(message)
        if not _is_claim(scene, message, text):
            continue
        abstract = bool(cues.ABSTRACT.search(text))
        opens = _opens(scene, message)
        yield Signal(
            kind=SignalKind.ABSTRACT_ADVICE if abstract else SignalKind.BARE_CLAIM,
            message_ids=(message.id,),
            member_ids=author(message),
            confidence=0.8 if opens else 0.55,
            facts={
                "opens_topic": opens,
                "minutes": minutes_of(scene.age(message)),
                "repeated": _repeats_it(scene, message),
            },
        )


def _opens(scene: Scene, message: Message) -> bool:
    """Whether it starts something; a guess that nothing in its words bears out is none."""
    if _is_asked_for(scene, message):
        return False
    if scene.opens(message):
        return True
    before = scene.parent(message)
    if before is None or scene.links[message.id].by in TOLD:
        return False
    text = scene.text(message)
    return not words(text) & words(scene.text(before)) and not leans_back(text)


def _is_asked_for(scene: Scene, message: Message) -> bool:
    """Whether somebody just asked: the next word is their answer, and what shares their words."""
    before = [m for m in scene.between(message.at - ASKED_BEFORE, message.at) if m.id != message.id]
    others = [
        m
        for m in before
        if m.author_id != message.author_id and (m.at, m.id) < (message.at, message.id)
    ]
    asked = [m for m in others if is_question(scene, m) or cues.ASKS.search(scene.text(m))]
    said = words(scene.text(message))
    return bool(asked) and (
        asked[-1] is others[-1] or any(said & words(scene.text(m)) for m in asked)
    )


def _repeats_it(scene: Scene, message: Message) -> bool:
    """Whether others spoke to it and its author only said it once more, without a reason."""
    answered = scene.answers(message)
    own = [m for m in scene.later(message, PRESENT) if m.author_id == message.author_id]
    again = [m for m in own if answered and (m.at, m.id) > (answered[0].at, answered[0].id)]
    texts = [scene.text(m) for m in again]
    return bool(texts) and not any(accord.GROUNDS.search(each) for each in texts)


def _is_claim(scene: Scene, message: Message, text: str) -> bool:
    if scene.is_staff(message) or message.kind is not MessageKind.TEXT:
        return False
    left = HERE.sub(" ", OPINES.sub(" ", text))
    says = (cues.CLAIM, accord.VERDICT, accord.WORTH)
    length = len(text) if is_han(text) else len(text.split()) * 3
    claims = bool(OPINES.search(text)) or any(cue.search(text) for cue in says)
    if not claims or not CLAIM_LEAST <= length <= CLAIM_MOST:
        return False
    if CHATTER.search(text) and not accord.WORTH.search(text):
        return False
    narrates = cues.NARRATES.search(left) and not STANDS_FOR.match(text)
    if narrates or cues.ACK.match(text) or any(cue.search(text) for cue in ASIDE):
        return False
    return _is_left(scene, message)


def _is_left(scene: Scene, message: Message) -> bool:
    """Whether its author said no more of it, and nobody asked, or only heard it once more."""
    own = [m for m in scene.later(message, PRESENT) if m.author_id == message.author_id]
    if any(_goes_on(scene, m) for m in own):
        return False
    asked = any(MAY_ASK(said) for said in scene.answers(message))
    return not asked or _repeats_it(scene, message)


def _goes_on(scene: Scene, said: Message) -> bool:
    """Whether the author says more of it, asks back, or lets it rest."""
    text = scene.text(said)
    long = len(text) >= (MORE_HAN if is_han(text) else MORE_LATIN)
    rests = cues.ACK.match(text) or cues.THANKS.search(text)
    return long or bool(rests) or bool(MAY_ASK(said))
