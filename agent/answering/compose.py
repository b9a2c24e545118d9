"""The answer no model is needed for: the passages' own sentences, each with its number."""

import re

from agent.answering.brief import AnswerBrief, AnswerReply, CitedSentence, Source
from agent.distilling.cues import INJECTION
from knowledge_base.lexical import ASKING, asked, tokens
from knowledge_base.passages import sentences_of

WHOLE = 160
"""Characters up to which a passage is given whole: a condition cut off would mislead."""
SENTENCES = 3
"""Sentences taken from a longer passage at most."""
LONGEST = 6
"""Sentences of an answer at most, clauses between semicolons among them.

The best source speaks first and always to its end."""
SAID_AGAIN = 0.75
"""Share of what a question in a source says that is in the asker's, from which it is that again."""
_JOINT = re.compile(r"\s+(?=…\s)")
"""Between two messages that a passage joins."""
_LEFT_OUT = "… "
_ASKS = re.compile(r"(?:[?？]|[吗呢么]\s*[。!！]?)[\s;；”\"」]*$")
_SPEAKER = re.compile(r"^(?:…\s)?[^:：…]{1,40}[:：]\s*")
_TWICE = re.compile(r"^([^:：\s]{1,20})[:：]\s*(?=\1)")


def composed(brief: AnswerBrief) -> AnswerReply:
    """What answers the question in each source, best first, as far as an answer may be long."""
    sentences: list[CitedSentence] = []
    room = LONGEST
    for source in brief.sources:
        text = named_once(telling(brief.question, source))
        length = len(sentences_of(text))
        if text and (not sentences or length <= room):
            sentences.append(CitedSentence(text=text, numbers=(source.number,)))
            room -= length
    return AnswerReply(sentences=tuple(sentences))


def named_once(text: str) -> str:
    """Without the name before the colon where the sentence begins with it again."""
    return _TWICE.sub("", text)


def telling(question: str, source: Source) -> str:
    """The sentences of a source nearest to the question, in their own order.

    A sentence that speaks to a machine instead of to members is never taken over, nor is the
    question said again where another sentence tells.
    """
    every = pieces_in(source.text)
    sentences = [one for one in every if not INJECTION.search(one)]
    told = [one for one in sentences if not _asks_again(one, (question, source.title))]
    if any(not _ASKS.search(one) for one in told):
        sentences = told
    if len(source.text) <= WHOLE and sentences == every:
        return source.text
    if len(source.text) > WHOLE and len(sentences) > SENTENCES:
        sentences = _nearest(question, sentences)
    return _joined(sentences).removeprefix(_LEFT_OUT)


def pieces_in(text: str) -> list[str]:
    """The sentences of a text; where it joins messages each begins anew, after its “…”."""
    pieces: list[str] = []
    for sentence in sentences_of(text):
        for piece in _JOINT.split(sentence):
            if pieces and not any(each.isalnum() for each in piece):
                pieces[-1] += piece
            else:
                pieces.append(piece)
    return pieces


def _asks_again(piece: str, questions: tuple[str, ...]) -> bool:
    """Whether a piece asks what one of these questions asks, and no more."""
    if not _ASKS.search(piece):
        return False
    content = [one for one in tokens(_SPEAKER.sub("", piece)) if one not in ASKING]
    known = (set(tokens(question)) for question in questions)
    return any(sum(one in words for one in content) >= SAID_AGAIN * len(content) for words in known)


def _nearest(question: str, sentences: list[str]) -> list[str]:
    """The run of neighbouring sentences that holds most of what was asked."""
    wanted = asked(question)

    def worth(start: int) -> float:
        words = set(tokens(" ".join(sentences[start : start + SENTENCES])))
        return sum(weight for token, weight in wanted.items() if token in words)

    best = max(range(len(sentences) - SENTENCES + 1), key=lambda start: (worth(start), -start))
    return sentences[best : best + SENTENCES]


def _joined(sentences: list[str]) -> str:
    text = ""
    for sentence in sentences:
        apart = text[-1:].isascii() or sentence.startswith(_LEFT_OUT)
        text += (" " if text and apart else "") + sentence
    return text
