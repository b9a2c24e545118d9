"""What was agreed, and by whom: the sentences of a proposal that say it, and who said yes."""

import re
from collections.abc import Sequence

from agent.moves.brief import Line
from agent.wording.clauses import bare, blanked, clauses_of, size
from agent.wording.lexicon import pattern

SHORT = 12
"""A proposal says more than so many characters."""
LONGEST = {"zh": 66, "en": 36}
LEAST = {"zh": 8, "en": 3}
"""What a sentence must hold to be part of an agreement."""
NOD = {"zh": 12, "en": 8}
"""What an answer may hold that says yes in words of its own."""
MENTION = re.compile(r"@[^\s@,，:：。]+[ \u2005]?")
DATED = re.compile(
    r"\d{1,2}月\d{1,2}[号日]?|\d{1,2}\.\d{1,2}(?!\d|%)|第\d+周|下?周[一二三四五六日天]|\d{1,2}[号点](?!\w)"
    r"|\b\d{1,2}:\d\d\b|\b(?:mon|tue|wed|thu|fri|sat|sun)\w*\b|\bnext (?:week|cycle|sprint)\b"
    r"|\b\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\b",
    re.IGNORECASE,
)


def settled_in(
    lines: Sequence[Line], language: str, proposed: Line | None = None
) -> tuple[Line, str, tuple[Line, ...]] | None:
    """The proposal, what it settles, and who said yes to it in words.

    `proposed` where it is known; else the most concrete line of the talk.
    """
    if proposed is not None and (agreed := _agreed(proposed, lines, language)):
        what = deal_in(proposed.text, language)
        return (proposed, what, agreed) if what else None
    told = [
        line for line in lines if pattern("concrete").search(line.text) and len(line.text) > SHORT
    ]
    if not told:
        return None
    proposal = max(
        told, key=lambda line: (len(pattern("concrete").findall(line.text)), -lines.index(line))
    )
    what = deal_in(proposal.text, language)
    return (proposal, what, _agreed(proposal, lines, language)) if what else None


def deal_in(text: str, language: str) -> str | None:
    """The sentences of a proposal that say what is done, without asides, calls and question marks.

    From the first that names a when, a who or a how to the last, as many as fit a card.
    """
    shown = blanked(text)
    found = _sentences(text, language)
    telling = [at for at, each in enumerate(found) if _tells(text[slice(*each)], language)]
    opens = [at for at in telling if pattern("settles", language).search(text[slice(*found[at])])]
    telling = telling[telling.index(opens[0]) :] if opens else telling
    for last in reversed(telling):
        raw = shown[found[telling[0]][0] : found[last][1]]
        what = _plain(raw, language)
        if what and size(what, language) <= LONGEST[language]:
            return what
    return None


def is_dated(what: str) -> bool:
    """Whether an agreement says when."""
    return DATED.search(what) is not None


def _sentences(text: str, language: str) -> list[tuple[int, int]]:
    """From where to where each sentence reaches."""
    found: dict[int, tuple[int, int]] = {}
    for clause in clauses_of(text, language):
        start, _ = found.get(clause.sentence, (clause.start, clause.end))
        found[clause.sentence] = (start, clause.end)
    return list(found.values())


def _tells(sentence: str, language: str) -> bool:
    said = bare(MENTION.sub("", sentence), language)
    empty = pattern("empty", language).match(said) or pattern("undecided", language).search(said)
    return size(said, language) >= LEAST[language] and not empty


def _plain(raw: str, language: str) -> str:
    comma, colon = ("，", "，") if language == "zh" else (", ", ": ")
    text = re.sub(r"\s*\n\s*", comma, raw.strip())
    text = re.sub(r"[?？]+\s*(?=\S)", colon, text)
    return bare(text, language)


def _agreed(proposal: Line, lines: Sequence[Line], language: str) -> tuple[Line, ...]:
    """The first yes of each who gave one after the proposal."""
    after = lines[lines.index(proposal) + 1 :] if proposal in lines else ()
    yes = [line for line in after if line.name != proposal.name and _says_yes(line, language)]
    first = {line.name: line for line in reversed(yes)}
    return tuple(sorted(first.values(), key=lambda line: line.message_id))


def _says_yes(line: Line, language: str) -> bool:
    nods = size(line.text, language) <= NOD[language] and pattern("nods", language).search(
        line.text
    )
    return bool(pattern("yes").search(line.text) or nods)
