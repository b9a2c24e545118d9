"""The title of an article: the matter as a question a colleague would search for."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from agent.distilling import cues, occasions
from agent.distilling.cleaning import SUBJECT_ZH, cleaned
from agent.distilling.keyterms import Term
from agent.distilling.naming import CLAUSE, LONGEST, stated
from agent.distilling.parents import Exchange
from agent.distilling.sentences import Sentence, is_chinese, sentences_in, size, tidy, unquoted
from agent.distilling.weights import asks
from agent.listening.words import plain, words
from community.conversation import Message
from community.distillation import Claim

SHORT_QUESTION = 12.0
"""Size below which a first question leans on the words around it."""
LONG_QUESTION = 16.0
"""Size from which a question put inside a thread may open a matter of its own."""
LEAST_ASKED = 8.0
"""Size (sentences.size) from which a question names its matter."""
READ = 400
"""Messages of a thread that are read for its question."""
_SAYABLE = frozenset({"prompt", "greeting", "notice"})
"""Reasons for which a message teaches nothing and may still put the thread's question."""
_WHETHER = re.compile(
    r"([\u3400-\u9fff])不\1|(?:^|[，,])(?:怎么|如何|为啥|为什么|该不该|要怎么|哪|不知道[^，,。]{0,4}[哪怎多])|怎么(?:比|会|还|就|变)"
)
_LISTED = re.compile(r"^\s*(?:\d[.、)）]?|[①-⑨])\s*\S")
_STARRED = re.compile(r"^\s*\*\S|\S\*\s*$")
_SOON = re.compile(r"\s*\b(?:tmrw|tomorrow|tonight|today)(: what helps)$", re.IGNORECASE)
_CLAUSES = re.compile(r"[，,。；;！!？?\n…]+|\.(?=\s|$)")
_MINE = re.compile(
    r"我|你|他|她|咱|自己班|这个|那个|这种|那种|上面|\b(?:i|i'm|i'd|my|me|ours|that|this|it|she|he)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question somebody put, cleaned; how well it fits; whether a term must lead it."""

    text: str
    score: float
    led: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """What a title is chosen by: the claims' words, their messages and the terms they share."""

    exchange: Exchange
    taught: tuple[frozenset[str], ...]
    cited: frozenset[int]
    terms: tuple[Term, ...]


def title_of(
    exchange: Exchange,
    claims: Sequence[Claim],
    left_out: Mapping[int, str],
    terms: tuple[Term, ...],
) -> str:
    """The thread's best question in its members' words, else a question made of its key terms."""
    thread = exchange.thread.messages
    matter = Matter(
        exchange=exchange,
        taught=tuple(words(plain(_quoted(claim))) for claim in claims),
        cited=frozenset(
            one.message_id
            for claim in claims
            for one in claim.citations
            if not cues.QUESTION.search(one.quote)
        ),
        terms=terms,
    )
    found = [
        asked
        for message in thread[:READ]
        if left_out.get(message.id) in (None, *_SAYABLE) and not _STARRED.search(message.text)
        for asked in _questions(message, matter)
    ]
    best = max(found, key=lambda one: one.score, default=None)
    if best is None or best.score < 1:
        return _trouble(matter, left_out) or stated(claims, terms, thread[0])
    return _named(best, matter)


def _quoted(claim: Claim) -> str:
    return "\n".join(citation.quote for citation in claim.citations)


def _questions(message: Message, matter: Matter) -> list[Asked]:
    sentences = sentences_in(message)
    found: list[Asked] = []
    for at, sentence in enumerate(sentences):
        if not _puts_question(sentence):
            continue
        text = cleaned(sentence.text)
        if message.id == matter.exchange.thread.root_id:
            text = _whole(text, sentences, at)
        if size(text) >= LEAST_ASKED and words(plain(text)):
            found.append(_asked(_helps(text, sentence), sentence, message, matter))
    return found


def _whole(text: str, sentences: Sequence[Sentence], at: int) -> str:
    """A first message's short question with what it names before, or tells after it."""
    if size(text) >= SHORT_QUESTION:
        return text
    chinese = is_chinese(sentences[at].text)
    after = sentences[at + 1] if at + 1 < len(sentences) else None
    if size(text) < LEAST_ASKED and after is not None and not _puts_question(after):
        told = _first(cleaned(after.text), LONGEST - len(text) - 4 if chinese else 2 * LONGEST)
        if not text:
            return f"{told}，怎么办" if chinese else f"{told}: what helps"
        return f"{text}：{told}，怎么办" if chinese else f"{text}: {told}, what helps"
    if at == 0 or not text:
        return text
    said = sentences[at - 1].text
    before = cleaned(_CLAUSES.split(said)[0] if chinese else said)
    named = LEAST_ASKED <= size(before) <= CLAUSE[1] and not _MINE.search(before)
    return (f"{before}，{text}" if chinese else f"{before}: {text}") if named else text


def _helps(text: str, sentence: Sentence) -> str:
    """An English call for advice that is no question becomes one."""
    if is_chinese(text) or asks(sentence) or cues.QUESTION.search(text):
        return text
    return text if text.endswith("what helps") else f"{text}: what helps"


def _asked(text: str, sentence: Sentence, message: Message, matter: Matter) -> Asked:
    own = words(plain(text))
    shared = sum(bool(own & one) for one in matter.taught)
    named = _held(text, matter.terms)
    place = _place(sentence, message, matter)
    place += 1.5 if sentence.text.rstrip()[-1:] in "?？" else 0.0
    place -= 2.0 if not asks(sentence) and _asks_beside(sentence, message) else 0.0
    place -= 2.0 if len(text) > LONGEST * (1 if is_chinese(text) else 2) else 0.0
    rooted = message.id == matter.exchange.thread.root_id
    score = shared + 2.0 * min(2, named) + place
    return Asked(text=text, score=score, led=not shared and not rooted)


def _asks_beside(sentence: Sentence, message: Message) -> bool:
    """Whether another sentence of the message asks outright."""
    return any(
        asks(one) and size(cleaned(one.text)) >= LEAST_ASKED
        for one in sentences_in(message)
        if one.start != sentence.start
    )


def _held(text: str, terms: Sequence[Term]) -> int:
    return sum(term.text.lower() in text.lower() for term in terms)


def _puts_question(sentence: Sentence) -> bool:
    text = unquoted(sentence.text)
    if any(cue.search(text) for cue in (occasions.SMALL_TALK, cues.ERRAND, cues.JOKE)):
        return False
    if occasions.SUGGESTS.search(cleaned(text)):
        return False
    if text.rstrip()[-1:] not in "?？" and len(text) > LONGEST * (1 if is_chinese(text) else 1.5):
        return bool(_WHETHER.search(text))
    listed = cues.PROMPT.search(text) and cleaned(text).endswith("怎么做")
    return asks(sentence) or bool(listed or cues.ASKS.search(text) or _WHETHER.search(text))


def _place(sentence: Sentence, message: Message, matter: Matter) -> float:
    """The first message asks for the thread; asking back or objecting clears up a detail."""
    exchange, cited = matter.exchange, message.id in matter.cited
    if message.id == exchange.thread.root_id:
        return 4.0
    if _LISTED.match(sentence.text) or (cited and cues.OPPOSES.search(message.text)):
        return -8.0
    parent = exchange.parent(message)
    said = tidy(message.text)
    opens = bool(cues.ASKS_FIRST.search(said) or SUBJECT_ZH.search(said))
    if parent is None or parent.author_id == message.author_id:
        return -3.0 if cited else 1.0 + opens
    if cues.OPPOSES.search(message.text) or cues.ASKS_BACK.search(message.text):
        return -8.0
    return 0.0 if opens and not cited and size(message.text) > LONG_QUESTION else -5.0


def _trouble(matter: Matter, left_out: Mapping[int, str]) -> str:
    """What somebody had trouble with, where they told it and asked nothing; '' else."""
    root = matter.exchange.thread.messages[0]
    if matter.exchange.hosted(root) or left_out.get(root.id) not in (None, *_SAYABLE):
        return ""
    told = [
        text
        for one in sentences_in(root)
        if occasions.TROUBLE.search(one.text)
        and not occasions.SMALL_TALK.search(one.text)
        and size(text := cleaned(one.text)) >= LEAST_ASKED
    ]
    best = max(told, key=lambda text: (_held(text, matter.terms), size(text)), default="")
    if not _held(best, matter.terms):
        return ""
    text = _first(best, LONGEST if is_chinese(best) else 2 * LONGEST)
    return f"{text}，怎么办？" if is_chinese(best) else f"{text[0].upper()}{text[1:]}"


def _named(asked: Asked, matter: Matter) -> str:
    """The question, led by what it is about where no claim shares a word with it."""
    chinese = is_chinese(asked.text)
    text = _shortened(asked.text)
    mark = "？" if chinese else "?"
    most = max(2, len(matter.taught) // 2)
    lead = next((term.text for term in matter.terms if term.claims >= most), "")
    if not asked.led or not lead or is_chinese(lead) != chinese:
        return (text if chinese else text[:1].upper() + text[1:]) + mark
    return f"{lead}：{text}{mark}" if chinese else f"{lead[0].upper()}{lead[1:]}: {text}{mark}"


def _shortened(text: str) -> str:
    """The text, or as much of its end as fits in whole clauses: a question is put last."""
    chinese = is_chinese(text)
    limit = LONGEST if chinese else 2 * LONGEST
    rest = _SOON.sub(r"\1", text)
    cuts = [found.end() for found in re.finditer(r"[，,；;:：]\s*" if chinese else r"[,;:] ", rest)]
    whole = next((rest[cut:] for cut in [0, *cuts] if len(rest) - cut <= limit), "")
    if size(whole) >= LEAST_ASKED:
        return whole.strip()
    cut = rest.rfind(" ", 0, limit)
    return rest[: cut if cut > limit // 2 else limit].rstrip("，,。；; ") + "…"


def _first(text: str, limit: int) -> str:
    """As much of the beginning as fits in whole clauses."""
    if len(text) <= limit:
        return text
    cut = max(text.rfind(sign, 0, limit) for sign in "，,。；; ")
    return text[: cut if cut > limit // 2 else limit].rstrip("，,。；; ")
