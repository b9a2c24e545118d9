"""A tip that worked for one and failed for another: the difference is what others need to know."""

from collections.abc import Iterator
from datetime import timedelta

from agent.listening.cue import Cue
from agent.listening.signal import SignalKind
from agent.listening.signals_answers import EVERYDAY, answered
from agent.listening.words import words
from agent.moves.moment import Moment, minutes
from agent.moves.move import Chance
from community.conversation import Message

FAILED = Cue(
    r"更(糟|差)|反而|崩|塌|裂|坏了|漏|烫|糊了?|焦|黄了|失败|翻车|投诉",
    r"不(行|灵|管用)|没(用|效果)|白(做|忙)|出(了)?(事|问题)",
    r"\b(worse|burn(t|ed)|broke(n)?|crack(ed)?|leak(ed|s)?|failed|no good)\b",
    r"\bdid ?n'?t (work|help|hold)\b",
    r"\b(went (wrong|yellow|bad|off)|put it back|backfired|complain(ed|ts))\b",
)
"""What came of it was no good."""
WORKED = Cue(
    r"成了|好(多|些)了|管用|有用|没再|不再|再也没|终于|总算|从.{1,8}(降|减|掉|涨|升|提|变)(到|成)|只剩",
    r"\b(worked|works|better|no more|never again|finally|helped|fixed)\b",
    r"\b(down (from|to)|from \d+.{0,20} to \d+)\b",
)
"""It was some good as well."""
SPARED = Cue(
    r"(零|没有?|不再|少了?|无|免了?|省了?).{0,6}$",
    r"\b(zero|no|fewer|less|without|not one|0)( \w+){0,2} $",
)
"""It did not come about, says what stands right before."""
TOLD_WITHIN = timedelta(days=21)
LEFT_FOR = (30.0, 360.0)
"""Minutes between which an unanswered failure is worth a word."""
SHARED_LEAST = 2


def failed(moment: Moment, said: Message) -> bool:
    """Whether a report tells of something that did not work."""
    text = moment.heard.text(said)
    return any(not SPARED.search(text[: hit.start()]) for hit in FAILED.finditer(text)) and not (
        WORKED.search(text)
    )


def when_it_failed_elsewhere(moment: Moment) -> Iterator[Chance]:
    """A member tried what another had told of, it went wrong, and nobody took it up."""
    least, most = LEFT_FOR
    for signal in moment.of(SignalKind.OUTCOME):
        said = moment.by_id[signal.message_ids[0]]
        waited = minutes(said.at, moment.now)
        if not least <= waited <= most or not failed(moment, said):
            continue
        told = None if answered(moment.heard, said) else _told_of_it(moment, said)
        if told is not None:
            yield Chance(
                anchor_ids=(said.id, told.id),
                confidence=0.75,
                facts={"names": moment.names_of(said, told)},
                why="relate_failed",
            )


def _told_of_it(moment: Moment, said: Message) -> Message | None:
    """What somebody else told before that shares most with it; one named in it needs less."""
    own = words(moment.heard.text(said)) - EVERYDAY
    best: tuple[int, Message] | None = None
    for before in moment.heard.spoken:
        member = moment.member(before)
        early = said.at - TOLD_WITHIN <= before.at < said.at
        if not early or member is None or member.opted_out or member.id == said.author_id:
            continue
        shared = len(own & words(moment.heard.text(before)))
        named = _names_in(moment, said, member.name)
        weight = shared + SHARED_LEAST if named and shared else shared
        if weight >= SHARED_LEAST and (best is None or weight > best[0]):
            best = (weight, before)
    return best[1] if best else None


def _names_in(moment: Moment, said: Message, name: str) -> bool:
    """Whether somebody is called by a part of their name, as people do."""
    text = moment.heard.text(said).lower()
    first = name.replace("-", " ").replace("@", " ").replace("(", " ").split()
    return any(len(part) > 1 and part.lower() in text for part in first)
