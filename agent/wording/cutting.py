"""A stretch of words made shorter where a person would: at a joint, at a word, never inside one."""

import re

import rjieba

from agent.wording.clauses import size
from agent.wording.lexicon import pattern

LONGEST = {"zh": 24, "en": 14}
"""Characters or words of a span that is taken up."""
IDEAL = {"zh": 12, "en": 8}
SLACK = {"zh": 4, "en": 2}
"""What a clause may be longer before it is cut."""
JOINT = re.compile(r"\s+(?:and|or|who|that|which|when|where|while|until|so|if)\s")
"""Where a long English clause may end."""


def trim(text: str, language: str, longest: int) -> str:
    """Cut at a word so that nothing dangles; the result is still a stretch of `text`."""
    text = text.strip()
    if size(text, language) <= longest:
        return text
    if language == "en":
        words = text.split()[:longest]
        while len(words) > 2 and pattern("loose", "en").fullmatch(words[-1]):  # noqa: PLR2004
            words.pop()
        end = text.find(words[0])
        for word in words:
            end = text.find(word, end) + len(word)
        return text[:end]
    kept: list[str] = []
    for word in rjieba.cut(text):
        if sum(map(len, kept)) + len(word) > longest:
            break
        kept.append(word)
    while len(kept) > 1 and pattern("loose", "zh").fullmatch(kept[-1]):
        kept.pop()
    return "".join(kept).strip() or text[:longest]


def shortened(clause: str, language: str) -> str:
    """A clause whole where it is hardly too long, else up to a joint in it, else cut at a word."""
    longest = LONGEST[language]
    if size(clause, language) <= longest + SLACK[language]:
        return clause
    cut = trim(clause, language, longest)
    joints = [each.start() for each in JOINT.finditer(cut)]
    kept = cut[: joints[-1]] if joints else ""
    return kept if size(kept, language) >= IDEAL[language] else cut
