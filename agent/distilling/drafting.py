"""What a language model is asked for when it distils, and how its reply becomes claims."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from agent.distilling.figures import numbers_in
from agent.distilling.parents import Exchange
from agent.distilling.sentences import sentences_in
from agent.distilling.support import AMBER, GREEN, recall
from agent.distilling.weights import asks
from agent.listening.words import plain, words
from community.conversation import Message
from community.distillation import ArticleKind, Citation, Claim, ClaimKind

WINDOW = 80
"""Messages one request shows; a longer thread is asked about window by window."""
LONGEST_QUOTE = 200
LONGEST_TITLE = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class DistilBrief:
    """The variables of the prompt `distil`: members' words, quoted as material."""

    community: str
    talk: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftedClaim:
    """One claim as a model words it, with message ids and quotes to be found there verbatim."""

    text: str
    kind: str = "fact"
    ids: tuple[int, ...] = ()
    quotes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftedArticle:
    """What a model returns for one window."""

    title: str = ""
    kind: str = ""
    claims: tuple[DraftedClaim, ...] = ()
    open_questions: tuple[str, ...] = ()


def windows_of(exchange: Exchange, left_out: Mapping[int, str]) -> list[DistilBrief]:
    """The thread as lines `#id name > #parent: text`, without what may not be shown."""
    shown = [m for m in exchange.thread.messages if m.id not in left_out]
    return [
        DistilBrief(
            community="", talk="\n".join(_line(m, exchange) for m in shown[start : start + WINDOW])
        )
        for start in range(0, len(shown), WINDOW)
    ]


def _line(message: Message, exchange: Exchange) -> str:
    parent = exchange.parents.get(message.id)
    answers = f" > #{parent}" if parent else ""
    text = re.sub(r"\s*\n\s*", " / ", message.text.strip())
    return f"#{message.id} {exchange.name(message) or '-'}{answers}: {text}"


def _located(quote: str, ids: Sequence[int], sources: Mapping[int, Message]) -> Citation | None:
    """The quote at its verbatim place in one of the messages named; None where it is not there."""
    words = quote.strip()[:LONGEST_QUOTE].strip()
    for id_ in ids:
        start = sources[id_].text.find(words) if id_ in sources and words else -1
        if start >= 0:
            return Citation(message_id=id_, start=start, end=start + len(words), quote=words)
    return None


def claim_of(
    drafted: DraftedClaim, sources: Mapping[int, Message], left_out: Mapping[int, str]
) -> Claim:
    """The drafted claim with located quotes; what cannot be located is a problem, said openly."""
    problems: list[str] = []
    if any(id_ not in sources or id_ in left_out for id_ in drafted.ids):
        problems.append("source_missing")
    allowed = [id_ for id_ in drafted.ids if id_ in sources and id_ not in left_out]
    located = [_located(quote, allowed, sources) for quote in drafted.quotes]
    if None in located or not located:
        problems.append("not_verbatim")
    kind = drafted.kind if drafted.kind in set(ClaimKind) else ClaimKind.FACT
    citations = tuple(found for found in located if found is not None)
    return Claim(
        id=0,
        text=" ".join(drafted.text.split()),
        kind=ClaimKind(kind),
        citations=citations,
        problems=tuple(problems),
        supported=not problems,
        holder_ids=_holders(citations, sources),
    )


def _holders(citations: Iterable[Citation], sources: Mapping[int, Message]) -> tuple[int, ...]:
    authors = (sources[citation.message_id].author_id for citation in citations)
    return tuple(dict.fromkeys(author for author in authors if author is not None))


def title_kept(title: str, claims: Sequence[Claim], asked: str = "") -> str | None:
    """A model's title where supported claims or the thread's question carry it; else None.

    Its numbers must be theirs, and the question or half of the claims must share its words: an
    order that a message gave to the model stands in one claim at most.
    """
    told = [claim.text for claim in claims if claim.supported]
    text = " ".join(title.split())[:LONGEST_TITLE]
    own = words(plain(text))
    whole = "\n".join([*told, asked])
    if not text or not told or set(numbers_in(text)) - set(numbers_in(whole)):
        return None
    if asked and 2 * len(own & words(plain(asked))) >= len(own):
        return text
    sharing = sum(bool(own & words(plain(one))) for one in told)
    return text if 2 * sharing >= len(told) and recall(text, whole) > AMBER else None


def questions_kept(questions: Iterable[str], messages: Iterable[Message]) -> tuple[str, ...]:
    """The open questions that somebody put: each found in one asking sentence of the talk."""
    put = [one.text for message in messages for one in sentences_in(message) if asks(one)]
    return tuple(
        question for question in questions if any(recall(question, one) > GREEN for one in put)
    )


def merged(articles: Sequence[DraftedArticle]) -> DraftedArticle:
    """Several windows as one: the first title and kind, every claim once."""
    claims: dict[str, DraftedClaim] = {}
    for article in articles:
        for claim in article.claims:
            claims.setdefault(re.sub(r"\W+", "", claim.text).lower(), claim)
    first = next((article for article in articles if article.title), DraftedArticle())
    return DraftedArticle(
        title=first.title.strip()[:LONGEST_TITLE],
        kind=first.kind if first.kind in set(ArticleKind) else "",
        claims=tuple(claims.values()),
        open_questions=tuple(
            dict.fromkeys(question for article in articles for question in article.open_questions)
        ),
    )
