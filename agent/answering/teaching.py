"""What of a passage teaches: rules, ways to do it, what was decided; not the asking of it. Pure.

Whoever opened a talk tells how bad it is at theirs; the lesson comes after. What is told of a long
passage is chosen by what it teaches and what was asked, and never without what was decided in it
and what was said against it.
"""

import re
from collections.abc import Sequence

from agent.answering.turns import LEFT_OUT, Turn, joined, turns_of
from agent.distilling import cues
from knowledge_base.asked_about import only_asks
from knowledge_base.lexical import ASKING, asked, tokens
from knowledge_base.shelf import Hit

SENTENCES = 3
"""Sentences a long passage is looked up for, beside what was decided and was said against it."""
TURN = 3
"""Sentences up to which what one says is told whole; of more, each with those beside it."""
OPENING = 0.75
"""Share of a sentence that stands in the title, from which it only opens the talk."""
TEACHES, METHOD, SETTLES = 0.4, 0.3, 0.6
"""What it counts that a sentence teaches, names a way, was decided; the whole question counts 1."""
ENOUGH = 0.5
"""Share of what the nearest sentences hold of a question, from which what was decided is enough."""
LITTLE = 0.05
"""Share of a question below which what was decided is of something else."""
LEAST = 4
"""Words, or pairs of Han characters, below which a sentence is no more than a remark."""
AGREED = 24
"""Characters of a yes at most: what goes on after it is more than that."""
_CONFESSES = re.compile(
    r"我以前(?:[是就也都]|总|老)|我(?:上学期|去年|刚开始|一开始|之前)?也(?:是)?这样|跟我一样|头疼|发愁|愁死"
    r"|不知道(?:怎么|该)|受不了|没辙|崩溃|吐槽|^今[天晚早].{0,3}迟到\d"
    r"|\b(?:i used to|no idea how|don'?t know (?:how|what)"
    r"|struggl\w+ with|any(?:one|body) else|same here|i'?m stuck|drives me)\b",
    re.IGNORECASE,
)
_RESULT = re.compile(
    r"从.{1,14}[到降升变]|[降升涨减变少多]到|\bfrom .{1,24} to \S|->"
    r"|\b(?:median|average|on average)\b",
    re.IGNORECASE,
)
_METHOD = re.compile(
    r"办法|做法|步骤|流程|经验|规矩|分三步"
    r"|\b(?:what worked|what i do|what helped|what passes|here'?s how"
    r"|my (?:rule|way|trick)|the trick|the rule|we (?:now|let|use))\b",
    re.IGNORECASE,
)
_ASKED = re.compile(r"[?？]\s*(?:[(（][^()（）]{1,16}[)）])?\s*$")
_SETTLES = re.compile(
    r"那?就(?:这么)?定|(?<![固确一])定(?:了|下来)|决定|说好了?|统一(?:按|用|为)|^分(?:年级|情况|时候|场合|两|三)|月\d{1,2}[号日]起"
    r"|以后.{1,24}(?:都|要|一律|统一)|^都?按\d|更正|纠正|我(?:上周|之前|上次)?说的?.{0,8}错"
    r"|\b(?:decided|we agreed|agreed (?:for|on|to|in)|it counts from|from now on|correction"
    r"|i was wrong|so: )",
    re.IGNORECASE,
)


def teaches(sentence: str, title: str) -> bool:
    """Whether a sentence says what to do, what holds or what was decided."""
    if cues.QUESTION.search(sentence) or opens(sentence, title) or _CONFESSES.search(sentence):
        return False
    if _SETTLES.search(sentence):
        return True
    if len([one for one in tokens(sentence) if len(one) > 1 and not only_asks(one)]) < LEAST:
        return False
    found = (_RESULT, cues.HOW_TO, cues.OBLIGES, cues.CONDITION, cues.CONTRAST)
    return any(each.search(sentence) for each in found)


def opens(sentence: str, title: str) -> bool:
    """Whether a sentence says no more than the question its article is called by."""
    if not _ASKED.search(title):
        return False
    content = [one for one in tokens(sentence) if one not in ASKING]
    known = set(tokens(title))
    return bool(content) and sum(one in known for one in content) >= OPENING * len(content)


def lessons(question: str, sure: Sequence[Hit], found: Sequence[Hit], most: int) -> tuple[Hit, ...]:
    """The passages an answer is made of: none that only opens the talk of an article beside others.

    Where the best one does, or tells how bad it is, those of its article that were found take its
    place, the nearest to the question first. None of another case.
    """
    kept = [hit for hit in sure if not _only_opens(hit)]
    if not sure or not _only_opens(sure[0]):
        return tuple(kept[:most])
    home = sure[0].passage.distillation_id
    beside = [hit for hit in found if hit.passage.distillation_id == home]
    taught = [hit for hit in beside if _teaches(hit) and not hit.evidence.misfit]
    taught.sort(key=lambda hit: -_share(question, hit.passage.text))
    rest = [hit for hit in kept if hit not in taught]
    return tuple([*taught, *rest][:most]) or tuple(sure[:most])


def _only_opens(hit: Hit) -> bool:
    """Whether a passage opens the talk, asks, or tells how bad it is, and teaches nothing."""
    turns = turns_of(hit.passage.text, hit.passage.speakers)
    return not _teaches(hit) and all(_begins(turn, hit.passage.title) for turn in turns)


def _begins(turn: Turn, title: str) -> bool:
    asks = all(cues.QUESTION.search(one) for one in turn.pieces)
    return asks or any(opens(one, title) or _CONFESSES.search(one) for one in turn.pieces)


def _teaches(hit: Hit) -> bool:
    passage = hit.passage
    turns = turns_of(passage.text, passage.speakers)
    return any(teaches(piece, passage.title) for turn in turns for piece in turn.pieces)


def chosen(question: str, title: str, turns: Sequence[Turn]) -> tuple[Turn, ...]:
    """The turns of a long passage with the sentences that are told of it.

    What was decided stands wherever it was said; alone where it holds what was asked.
    """
    spots = [(at, place) for at, turn in enumerate(turns) for place in range(len(turn.pieces))]
    settled = {spot for spot in spots if spot[1] < SENTENCES and _is_settled(turns, spot[0], title)}
    worth = {(at, n): _worth(question, title, turns[at].pieces[n]) for at, n in spots}
    best = sorted(spots, key=lambda spot: -worth[spot] - SETTLES * (spot in settled))[:SENTENCES]
    told = {spot for spot in best if worth[spot] > 0} or set(best[:1])
    if _held(question, turns, settled) >= max(LITTLE, ENOUGH * _held(question, turns, told)):
        told = settled
    told |= settled
    return _those(turns, _whole(turns, told | _against(turns, told)))


def _whole(turns: Sequence[Turn], told: set[tuple[int, int]]) -> set[tuple[int, int]]:
    """What is told with what stands beside it: a rule torn from its condition misleads."""
    found: set[tuple[int, int]] = set()
    for at, place in told:
        pieces = turns[at].pieces
        near = range(len(pieces)) if len(pieces) <= TURN else (place - 1, place, place + 1)
        found |= {
            (at, each)
            for each in near
            if 0 <= each < len(pieces)
            and (each == place or not pieces[max(each, place)].startswith(LEFT_OUT))
        }
    return found


def _is_settled(turns: Sequence[Turn], at: int, title: str) -> bool:
    """Whether a turn decides, sets right, or was agreed to by who spoke next."""
    said = turns[at]
    if all(not teaches(piece, title) for piece in said.pieces):
        return False
    if any(_SETTLES.search(piece) and not cues.QUESTION.search(piece) for piece in said.pieces):
        return True
    after = turns[at + 1] if at + 1 < len(turns) else None
    if after is None or after.speaker == said.speaker:
        return False
    yes = cues.AGREES.search(after.pieces[0])
    return bool(yes) and len(joined(after.pieces)) <= AGREED and not _opposes(after)


def _opposes(turn: Turn) -> bool:
    return any(cues.OPPOSES.search(piece) for piece in turn.pieces[:2])


def _against(turns: Sequence[Turn], told: set[tuple[int, int]]) -> set[tuple[int, int]]:
    """What the next one says against a turn that is told, and what its speaker says to that."""
    found: set[tuple[int, int]] = set()
    for at in {at for at, _ in told}:
        if at + 1 < len(turns) and _opposes(turns[at + 1]):
            found |= {(at + 1, place) for place in range(min(2, len(turns[at + 1].pieces)))}
            if at + 2 < len(turns) and turns[at + 2].speaker == turns[at].speaker:
                found |= {(at + 2, place) for place in range(min(2, len(turns[at + 2].pieces)))}
    return found


def _worth(question: str, title: str, sentence: str) -> float:
    if opens(sentence, title) or cues.QUESTION.search(sentence):
        return 0.0
    near, way = _share(question, sentence), METHOD * bool(_METHOD.search(sentence))
    return near + way + TEACHES * teaches(sentence, title) if near or way else 0.0


def _held(question: str, turns: Sequence[Turn], spots: set[tuple[int, int]]) -> float:
    return _share(question, "\n".join(turns[at].pieces[place] for at, place in sorted(spots)))


def _share(question: str, text: str) -> float:
    wanted, words = asked(question), set(tokens(text))
    said = {one: weight for one, weight in wanted.items() if len(one) > 1 and not only_asks(one)}
    wanted = said or wanted
    whole = sum(wanted.values())
    return sum(weight for one, weight in wanted.items() if one in words) / whole if whole else 0.0


def _those(turns: Sequence[Turn], told: set[tuple[int, int]]) -> tuple[Turn, ...]:
    kept = (
        Turn(
            speaker=turn.speaker,
            pieces=tuple(each for n, each in enumerate(turn.pieces) if (at, n) in told),
        )
        for at, turn in enumerate(turns)
    )
    return tuple(turn for turn in kept if turn.pieces)
