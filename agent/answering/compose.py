"""The answer no model is needed for: the passages' own sentences, each with its number."""

import re

from agent.answering.brief import AnswerBrief, AnswerReply, CitedSentence, Source
from agent.distilling.cues import INJECTION
from knowledge_base.lexical import asked, tokens
from knowledge_base.passages import sentences_of

WHOLE = 160
"""Characters up to which a passage is given whole: a condition cut off would mislead."""
SENTENCES = 3
"""Sentences taken from a longer passage at most."""
LONGEST = 6
"""Sentences of an answer at most, clauses between semicolons among them.

The best source speaks first and always to its end."""
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

    A sentence that speaks to a machine instead of to members is never taken over.
    """
    if len(source.text) <= WHOLE and not INJECTION.search(source.text):
        return source.text
    sentences = [one for one in sentences_of(source.text) if not INJECTION.search(one)]
    if len(sentences) > SENTENCES:
        sentences = _nearest(question, sentences)
    return _joined(sentences)


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
        text += (" " if text and text[-1].isascii() else "") + sentence
    return text
