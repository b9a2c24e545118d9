"""The answer no model is needed for: the passages' own sentences, each with its number."""

import re

from agent.answering.brief import AnswerBrief, AnswerReply, CitedSentence, Source
from agent.answering.teaching import AGREED, chosen, opens
from agent.answering.turns import Turn, joined, turns_of
from agent.distilling import cues
from agent.distilling.cues import INJECTION
from knowledge_base.asked_about import asked_about, is_named
from knowledge_base.lexical import ASKING, tokens
from knowledge_base.passages import sentences_of

WHOLE = 160
"""Characters up to which a passage is given whole: a condition cut off would mislead."""
SENTENCES = 3
"""Sentences up to which a longer passage is given whole too."""
LONGEST = 6
"""Sentences of an answer at most, clauses between semicolons among them.

The best source speaks first and always to its end."""
SAID_AGAIN = 0.75
"""Share of what a question in a source says that is in the asker's, from which it is that again."""
_ASKS = re.compile(r"(?:[?？]|[吗呢么]\s*[。!！]?)[\s;；”\"」]*$")
_TWICE = re.compile(r"^([^:：\s]{1,20})[:：]\s*(?=\1)")


def composed(brief: AnswerBrief) -> AnswerReply:
    """What answers the question in each source, best first, as far as an answer may be long.

    Each voice has a sentence of its own.
    """
    sentences: list[CitedSentence] = []
    room = LONGEST
    for source in brief.sources:
        turns = told_of(brief.question, source)
        length = sum(len(sentences_of(turn.text)) for turn in turns)
        if turns and (not sentences or length <= room):
            texts = (named_once(text) for text in _told(source, turns))
            sentences += [CitedSentence(text=text, numbers=(source.number,)) for text in texts]
            room -= length
    return AnswerReply(sentences=tuple(sentences))


def _told(source: Source, turns: tuple[Turn, ...]) -> list[str]:
    """Each turn as a text; one voice that is told whole stands as it was signed, to the letter."""
    if len(turns) == 1 and turns == turns_of(source.text, source.speakers):
        return [source.text]
    return [turn.text for turn in turns]


def named_once(text: str) -> str:
    """Without the name before the colon where the sentence begins with it again."""
    return _TWICE.sub("", text)


def telling(question: str, source: Source) -> str:
    """What a source tells on a question, as one text."""
    return " ".join(_told(source, told_of(question, source)))


def told_of(question: str, source: Source) -> tuple[Turn, ...]:
    """The voices of a source, of a long one what it teaches about the question.

    A sentence that speaks to a machine instead of to members is never taken over, nor is the
    question said again where another sentence tells.
    """
    every = _of_the_asked(question, turns_of(source.text, source.speakers))
    turns = _only(every, [one for one in _pieces(every) if not INJECTION.search(one)])
    turns = _without_asking(turns)
    told = [one for one in _pieces(turns) if not _asks_again(one, (question, source.title))]
    if any(not _ASKS.search(one) for one in told):
        turns = _only(turns, told)
    if len(source.text) > WHOLE and len(_pieces(turns)) > SENTENCES:
        return chosen(question, source.title, turns)
    return turns


def _without_asking(turns: tuple[Turn, ...]) -> tuple[Turn, ...]:
    """Without who only asked before another told, and who only said yes at the end."""
    if len(turns) > 1 and all(cues.QUESTION.search(one) for one in turns[0].pieces):
        turns = turns[1:]
    if len(turns) > 1 and _only_agrees(turns[-1]):
        turns = turns[:-1]
    return turns


def _only_agrees(turn: Turn) -> bool:
    said = joined(turn.pieces)
    return len(said) <= AGREED and bool(cues.AGREES.search(said))


def _of_the_asked(question: str, turns: tuple[Turn, ...]) -> tuple[Turn, ...]:
    """Where a question names one who speaks here, what they say and what is said of them."""
    people = asked_about(question, (turn.speaker for turn in turns))
    theirs = tuple(turn for turn in turns if any(is_named(turn.text, name) for name in people))
    return theirs or turns


def _pieces(turns: tuple[Turn, ...]) -> list[str]:
    return [piece for turn in turns for piece in turn.pieces]


def _only(turns: tuple[Turn, ...], pieces: list[str]) -> tuple[Turn, ...]:
    """These turns with none but these pieces."""
    kept = (
        Turn(speaker=turn.speaker, pieces=tuple(one for one in turn.pieces if one in pieces))
        for turn in turns
    )
    return tuple(turn for turn in kept if turn.pieces)


def _asks_again(piece: str, questions: tuple[str, ...]) -> bool:
    """Whether a piece asks what one of these questions asks, and no more."""
    if not _ASKS.search(piece) and not (
        cues.QUESTION.search(piece) and opens(piece, questions[-1])
    ):
        return False
    content = [one for one in tokens(piece) if one not in ASKING]
    known = (set(tokens(question)) for question in questions)
    return any(sum(one in words for one in content) >= SAID_AGAIN * len(content) for words in known)
