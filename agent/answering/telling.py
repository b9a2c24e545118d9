"""An answer while it is written: its sources first, then every sentence its sources carry."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from agent.answering.brief import AnswerBrief, AnswerReply
from agent.answering.cite import citation_of
from agent.answering.growing import whole_sentences
from agent.answering.support import kept
from community.question import AnswerCitation, AnswerSentence
from knowledge_base.shelf import Hit

Heard = tuple[AnswerCitation, ...] | AnswerSentence
"""A piece of an answer: its sources, then its sentences one by one."""
Tell = Callable[[Heard], None]


def silent(_: Heard) -> None:
    """Nobody listens."""


@dataclass(slots=True)
class Telling:
    """What was told so far of an answer made of these hits; a hit's number is its place from 1.

    Sources told once more begin the answer anew: so it is where a sentence rests on one that was
    not shown yet, and where what was said is not how the answer begins.
    """

    hits: tuple[Hit, ...]
    tell: Tell = silent
    shown: set[int] = field(default_factory=set[int])
    told: list[AnswerSentence] = field(default_factory=list[AnswerSentence])

    def show(self, numbers: Sequence[int]) -> None:
        """Tell the sources of these numbers, with those told before."""
        self.shown |= set(numbers)
        self.tell(tuple(citation_of(at, self.hits[at - 1]) for at in sorted(self.shown)))

    def say(self, said: AnswerSentence) -> None:
        """Tell one sentence, its sources before it."""
        self.told.append(said)
        if self.shown.issuperset(said.numbers):
            self.tell(said)
            return
        self.show(said.numbers)
        for each in self.told:
            self.tell(each)

    def finish(self, whole: tuple[AnswerSentence, ...]) -> None:
        """Tell what was not told of the whole answer, all of it where it begins otherwise."""
        if whole[: len(self.told)] != tuple(self.told):
            self.told.clear()
            self.show([number for each in whole for number in each.numbers])
        for each in whole[len(self.told) :]:
            self.say(each)


@dataclass(slots=True)
class Listening:
    """A reply while it is written: every sentence is checked as soon as it is whole."""

    brief: AnswerBrief
    telling: Telling
    read: int = 0

    def hear(self, text: str) -> None:
        """Read the reply as far as it has come."""
        found = whole_sentences(text)
        for sentence in kept(AnswerReply(sentences=found[self.read :]), self.brief.sources):
            self.telling.say(AnswerSentence(text=sentence.text, numbers=sentence.numbers))
        self.read = max(self.read, len(found))
