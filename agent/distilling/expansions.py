"""Questions that a claim answers, two to four, to be found by; no new fact stands in them.

Offline they are what was asked before it in the talk, in the words of who asked, then questions
made of its own best clauses.
"""

import re
from collections.abc import Iterable, Sequence

from agent.distilling import cues, occasions
from agent.distilling.cleaning import cleaned
from agent.distilling.figures import numbers_in
from agent.distilling.parents import Exchange
from agent.distilling.sentences import is_chinese, sentences_in, size
from agent.distilling.weights import asks, substance
from community.distillation import Claim

MOST = 4
LONGEST = 80
LEAST_ASKED = 6.0
"""Questions of one claim, characters of one, and size below which a question finds everything."""
ABOVE = 3
"""Replies up from a claim to what was asked."""
_SAID_BY = re.compile(r"(?:^|(?<=；)|(?<=[…;?!] ))[^：:；…，,\s]{1,20}(?:：|: )")
_LEADS = re.compile(
    r"^(?:所以|可是|但是?|不过|然后|而且|因为|and|but|so|then|or)\s*", re.IGNORECASE
)
_CLAUSES = re.compile(r"[，,。；;！!？?\n…：]+|: |\.(?=\s|$)")
CLAUSE = (5.0, 26.0)
"""Size of a clause that can be asked about."""
_ENDINGS = (
    (cues.CHANGED, "真的有用吗", "does that really work"),
    (cues.OUTCOME, "试下来怎么样", "how did that go"),
    (cues.REASON, "为什么", "why"),
    (cues.OBLIGES, "是规定吗", "is that a rule"),
    (cues.HOW_TO, "具体怎么做", "how exactly"),
    (cues.CONDITION, "什么情况下才行", "when does that hold"),
    (re.compile(""), "怎么说", "what about it"),
)


def questions_of(written: Iterable[str], claim: str) -> tuple[str, ...]:
    """A model's questions, each once, short enough, and with no number the claim does not have."""
    known = set(numbers_in(claim))
    plain = (" ".join(one.split()) for one in written)
    kept = (one for one in plain if 1 < len(one) <= LONGEST and set(numbers_in(one)) <= known)
    return tuple(dict.fromkeys(kept))[:MOST]


def expansions_of(claim: Claim, asked: Iterable[str], terms: Sequence[str]) -> tuple[str, ...]:
    """Two to four questions: those `asked` before it in the talk, then of its own best clauses.

    `terms` are the article's key terms, best first.
    """
    found: dict[str, None] = dict.fromkeys(claim.expansions)
    for question in asked:
        text = cleaned(question)
        if size(text) >= LEAST_ASKED and len(text) <= LONGEST and not _own_matter(text):
            found.setdefault(_question(text))
    endings = [(zh, en) for cue, zh, en in _ENDINGS if cue.search(claim.text)]
    known = " ".join(found)
    fresh = [one for one in _clauses(claim.text, terms) if one not in known]
    for clause, (zh, en) in zip(fresh, endings, strict=False):
        text = f"{clause}，{zh}" if is_chinese(clause) else f"{clause}: {en}"
        found.setdefault(_question(text))
    return tuple(found)[:MOST]


def _question(text: str) -> str:
    return f"{text}？" if is_chinese(text) else f"{text[0].upper()}{text[1:]}?"


def _clauses(text: str, terms: Sequence[str]) -> list[str]:
    """The clauses that hold most terms and teach most, the best two."""
    shortest, longest = CLAUSE
    found: dict[str, float] = {}
    for raw in _CLAUSES.split(_SAID_BY.sub("", text)):
        clause = _LEADS.sub("", cleaned(raw))
        if shortest <= size(clause) <= longest and not cues.QUESTION.search(clause):
            held = sum(term.lower() in clause.lower() for term in terms)
            found.setdefault(clause, held + substance(clause))
    return sorted(found, key=lambda one: -found[one])[:2]


def _own_matter(text: str) -> bool:
    """Whether it asks for a hand or tells of the asker: nobody else will ask so."""
    return any(cue.search(text) for cue in (cues.PERSONAL, cues.ERRAND, occasions.SMALL_TALK))


def asked_before(claim: Claim, exchange: Exchange, hidden: Iterable[int]) -> tuple[str, ...]:
    """The questions above what the claim cites, nearest first; none of a hidden message."""
    left = frozenset(hidden)
    found: dict[str, None] = {}
    for citation in claim.citations[:1]:
        above = exchange.by_id.get(citation.message_id)
        for _ in range(ABOVE):
            if above is None:
                break
            if above.id not in left:
                found |= dict.fromkeys(one.text for one in sentences_in(above) if asks(one))
            above = exchange.parent(above)
    return tuple(found)
