"""What an article is called where nobody asked: what was shared, or what it says in one clause.

A title is then a statement in the members' words, never a question nobody put.
"""

import re
from collections.abc import Sequence

from agent.distilling import cues, occasions
from agent.distilling.cleaning import cleaned
from agent.distilling.keyterms import Term
from agent.distilling.sentences import is_chinese, sentences_in, size
from agent.distilling.weights import substance
from community.conversation import Message
from community.distillation import Claim

LONGEST = 44
"""Characters of a Chinese title; an English one may have twice as many."""
CLAUSE = (5.0, 28.0)
"""Size (sentences.size) of a clause that can be a title."""
LEAST_ENGLISH = 8.0
MOST_LISTED = 3
_SHARES = re.compile(
    r"分享(?:一?[个下]|一?份|点)*(?:(?:我们?|自己|咱们?)[班组店科]?)?(?:[今明昨]天)?(?:的)?([^，,：:。！!?？]{3,20})"
    r"|\b(?:sharing|here(?:'s| is)) (?:the|my|our|a) ([^.,:;!?]{4,60})",
    re.IGNORECASE,
)
_ANNOUNCED = re.compile(
    r"^[^：:，,]{0,8}(?:刚发|刚说|发|说|讲)的?[：:]\s*"
    r"|^(?:我)?(?:说|讲|提|补充|通报)[下个一条]{1,2}[^：:，,]{0,4}[：:]\s*"
    r"|^(?:那(?:就)?|所以|然后|另外|以后|但是?|不过)(?=\S{5})|^(?:and|but|so|then|also|or)\s+",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"[（(][^（()）]{0,20}[)）]?|[)）]")
_CLAUSES = re.compile(r"[，,。；;！!？?\n…]+|\.(?=\s|$)|(?<=\w): ")
_SAID_BY = re.compile(r"(?:^|(?<=；)|(?<=[…;?!] ))[^：:；…，,\s]{1,20}(?:：|: )")
_MINE = re.compile(
    r"我|你|他|她|咱|自己班|这个|那个|这种|那种|上面"
    r"|\b(?:i|i'm|i'd|my|me|ours|that|this|it|she|he|you)\b",
    re.IGNORECASE,
)
_VAGUE = re.compile(r"这|那|事$|东西|经验$|心得$|\b(?:thing|stuff|one)s?\b")
_LEANS = re.compile(
    r"^(?:只要|只有|除非|如果|要是|一般|其实|就|才|也|都|又|再|还|怕|从)|^\d{1,2}[:：]\d\d|(?:的话|的时候|之后|以后)$"
    r"|^(?:only|if|when|unless|because|before|after|we had|there (?:is|are|was|were))\b"
    r"|^(?:one of (?:those|these|them))\b",
    re.IGNORECASE,
)


def shared_in(root: Message) -> str:
    """What somebody shares by name (分享一下…的流程); '' where nothing is named."""
    for sentence in sentences_in(root):
        found = _SHARES.search(sentence.text)
        name = (found[1] or found[2] or "").strip() if found else ""
        if name and not _MINE.search(name) and not _VAGUE.search(name):
            return name
    return ""


def stated(claims: Sequence[Claim], terms: Sequence[Term], root: Message) -> str:
    """What is shared, else the clause that says most, else the key terms side by side."""
    found = shared_in(root) or best_clause(claims, terms)
    if found:
        return _capital(found)
    chinese = is_chinese(" ".join(claim.text for claim in claims))
    listed = [term.text for term in terms][:MOST_LISTED]
    return _capital(("、" if chinese else ", ").join(listed)) or _capital(cleaned(claims[0].text))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:] if text and not is_chinese(text) else text


def best_clause(claims: Sequence[Claim], terms: Sequence[Term]) -> str:
    """The clause of the claims that holds most key terms and teaches most; '' where none does.

    What leans on other words (I, this, if …) or tells how a day went names nothing.
    """
    most = max((term.weight for term in terms), default=1.0) or 1.0
    found: dict[str, float] = {}
    for place, claim in enumerate(claims):
        for at, raw in enumerate(_CLAUSES.split(_ASIDE.sub("", _SAID_BY.sub("", claim.text)))):
            clause = _ANNOUNCED.sub("", cleaned(raw))
            least = CLAUSE[0] if is_chinese(clause) else LEAST_ENGLISH
            if not least <= size(clause) <= CLAUSE[1] or cues.QUESTION.search(clause):
                continue
            held = sum(term.weight for term in terms if term.text.lower() in clause.lower())
            points = substance(clause) + min(2.0, held / most) - 0.2 * place - 0.15 * min(at, 6)
            points -= 3.0 if _MINE.search(clause) else 0.0
            points -= 2.0 if _LEANS.search(clause) else 0.0
            points -= 1.5 if cues.OUTCOME.search(clause) or cues.FLEETING.search(clause) else 0.0
            points -= 1.5 if occasions.SMALL_TALK.search(clause) else 0.0
            found.setdefault(clause, points)
    best = max(found, key=lambda one: found[one], default="")
    return best if best and found[best] > 0 else ""
