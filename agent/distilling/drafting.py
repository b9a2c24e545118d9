"""What a language model is asked for when it distils, and how its reply becomes claims."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from agent.distilling.expansions import questions_of
from agent.distilling.figures import numbers_in
from agent.distilling.reducing import sided
from agent.distilling.sentences import sentences_in
from agent.distilling.support import AMBER, GREEN, recall
from agent.distilling.weights import asks
from agent.distilling.windows import Window
from agent.listening.words import plain, words
from community.conversation import Message
from community.distillation import ArticleKind, Citation, Claim, ClaimKind

LONGEST_QUOTE = 200
_SIGNS: Mapping[str, str] = MappingProxyType(
    {"“": '"', "”": '"', "‘": "'", "’": "'", "。": ".", "、": ","}
)
LONGEST_TITLE = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftedClaim:
    """One claim as a model words it: first what it rests on, to be found there verbatim."""

    ids: tuple[int, ...] = ()
    quotes: tuple[str, ...] = ()
    text: str
    kind: str = "fact"
    questions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftedArticle:
    """What a model returns for one window; `sides` are groups of places in `claims`, from 1."""

    title: str = ""
    kind: str = ""
    claims: tuple[DraftedClaim, ...] = ()
    sides: tuple[tuple[int, ...], ...] = ()
    open_questions: tuple[str, ...] = ()


def _located(quote: str, ids: Sequence[int], sources: Mapping[int, Message]) -> Citation | None:
    """The quote at its verbatim place in one of the messages named; None where it is not there.

    White space, line breaks (shown as a stroke) and the width of signs may differ: what is cited
    are the words of the message.
    """
    wanted = quote.strip()[:LONGEST_QUOTE].strip()
    for id_ in ids:
        text = sources[id_].text if id_ in sources else ""
        start = text.find(wanted) if wanted else -1
        stretch = (start, start + len(wanted)) if start >= 0 else _near(wanted, text)
        if stretch is not None:
            begin, end = stretch
            return Citation(message_id=id_, start=begin, end=end, quote=text[begin:end])
    return None


def _near(wanted: str, text: str) -> tuple[int, int] | None:
    """Where the same letters stand, whatever stands between them in white space and strokes."""
    bare = "".join(_plain(one) for one in wanted)
    places = [(at, sign) for at, one in enumerate(text) for sign in _plain(one)]
    start = "".join(sign for _, sign in places).find(bare)
    if not bare or start < 0:
        return None
    return places[start][0], places[start + len(bare) - 1][0] + 1


def _plain(letter: str) -> str:
    wide = unicodedata.normalize("NFKC", letter)
    return "" if wide.isspace() or wide == "/" else _SIGNS.get(wide, wide)


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
        expansions=questions_of(drafted.questions, drafted.text),
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


def claims_of(
    answers: Iterable[tuple[Window, DraftedArticle]],
    sources: Mapping[int, Message],
    left_out: Mapping[int, str],
) -> tuple[Claim, ...]:
    """What a model claimed of each window, resting on that window only; every claim once."""
    found: dict[str, Claim] = {}
    groups = 0
    for window, article in answers:
        shown = {id_: message for id_, message in sources.items() if id_ in window.ids}
        claims = sided([claim_of(one, shown, left_out) for one in article.claims], article.sides)
        for claim in claims:
            side = None if claim.side is None else claim.side + groups
            told = re.sub(r"\W+", "", claim.text).lower()
            if told not in found or (claim.supported and not found[told].supported):
                found[told] = replace(claim, side=side)
        groups += len(article.sides)
    return tuple(found.values())


def merged(articles: Sequence[DraftedArticle]) -> DraftedArticle:
    """Several windows as one: the first title and kind, every open question once."""
    first = next((article for article in articles if article.title), DraftedArticle())
    return DraftedArticle(
        title=first.title.strip()[:LONGEST_TITLE],
        kind=first.kind if first.kind in set(ArticleKind) else "",
        open_questions=tuple(
            dict.fromkeys(question for article in articles for question in article.open_questions)
        ),
    )
