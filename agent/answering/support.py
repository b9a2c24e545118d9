"""Whether the cited sources carry a sentence: checked by code, whoever wrote it. Pure."""

import re
from collections.abc import Sequence

from agent.answering.brief import AnswerReply, CitedSentence, Source
from agent.answering.turns import turns_of
from agent.distilling.cues import INJECTION
from agent.distilling.figures import denials_in, numbers_in
from knowledge_base.lexical import ASKING, plain, tokens

CARRIED = 0.6
"""Share of a sentence's content that stands in its sources, from which it is carried."""
_NAME = re.compile(r"(?<![\w.])@[^\s@,，。:：;；!！?？、()（）]+|\b[A-Z][\w'’-]+|\b[A-Z]{2,}\b")
_OPENING = re.compile(r"(?:^|[.!?:：]\s+|[“\"「])([A-Z][\w'’-]+)")
_LINK = re.compile(r"https?://\S+|\b[\w.+-]+@[\w-]+\.[\w.]+\b")
_MARK = re.compile(r"\s*[\[【]\s*\d+(?:\s*[,，]\s*\d+)*\s*[\]】]")


def kept(reply: AnswerReply, sources: Sequence[Source]) -> tuple[CitedSentence, ...]:
    """The sentences their sources carry; one citing what it was not given is not carried."""
    by_number = {source.number: source for source in sources}
    return tuple(
        CitedSentence(text=text, numbers=tuple(dict.fromkeys(sentence.numbers)))
        for sentence in reply.sentences
        if (text := _MARK.sub("", sentence.text).strip())
        and sentence.numbers
        and all(number in by_number for number in sentence.numbers)
        and not problems(text, [by_number[number] for number in sentence.numbers])
    )


def problems(sentence: str, sources: Sequence[Source]) -> tuple[str, ...]:
    """Codes of what speaks against a sentence: number, name, link, denial, words, command."""
    told = "\n".join(f"{source.title}\n{source.text}" for source in sources)
    text = "\n".join(source.text for source in sources)
    found = {
        "number": bool(numbers_in(sentence).keys() - numbers_in(text).keys()),
        "name": not _names(sentence) <= _words(told),
        "link": any(link not in told for link in _LINK.findall(sentence)),
        "denial": _denies(sentence, sources),
        "words": _share(sentence, told) < CARRIED,
        "command": bool(INJECTION.search(sentence)),
    }
    return tuple(code for code, wrong in found.items() if wrong)


def _names(sentence: str) -> set[str]:
    """Words written as names; one that only opens a sentence may be any word."""
    opening = set(_OPENING.findall(sentence))
    return {found.lstrip("@").lower() for found in _NAME.findall(sentence) if found not in opening}


def _words(text: str) -> set[str]:
    return {found.lstrip("@").lower() for found in re.findall(r"@?[\w'’-]+", text)}


def _denies(sentence: str, sources: Sequence[Source]) -> bool:
    """Whether the sentence says no where the part of a source it takes up says yes, or back.

    A source's own whole sentences deny nothing of it.
    """
    if any(_whole(sentence) <= _whole(one.text) for one in sources):
        return False
    near = max(
        (stretch for source in sources for stretch in _stretches(source.text, len(sentence))),
        key=lambda stretch: _share(sentence, stretch),
        default="",
    )
    return bool(denials_in(sentence)) != bool(denials_in(near))


def _whole(text: str) -> set[str]:
    """Its sentences, wherever it joins several messages by “…”."""
    said = (piece for turn in turns_of(text) for piece in turn.pieces)
    return {part.strip(" ；;。.") for one in said for part in re.split(r"(?:^|\s)…\s", one)}


def _stretches(text: str, length: int) -> list[str]:
    """The clauses of a text, joined until each stretch is as long as what is compared."""
    clauses = [part for part in re.split(r"(?<=[,，。;；!！?？\n])|(?<=\.)\s", text) if part]
    stretches: list[str] = []
    for start in range(len(clauses)):
        stretch = ""
        for clause in clauses[start:]:
            stretch += clause
            if len(stretch) >= length * 0.9:
                break
        stretches.append(stretch)
    return stretches


def _share(sentence: str, text: str) -> float:
    """Share of the sentence's content tokens that stand in the text, 0–1."""
    content = [token for token in tokens(plain(sentence)) if token not in ASKING]
    present = set(tokens(text))
    return sum(token in present for token in content) / len(content) if content else 0.0
