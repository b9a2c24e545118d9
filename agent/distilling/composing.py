"""From claims to a draft article: its title in the members' words, its kind, what stays open."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from agent.distilling import cues
from agent.distilling.expansions import asked_before, expansions_of
from agent.distilling.keyterms import Term, key_terms
from agent.distilling.parents import Exchange
from agent.distilling.sentences import Sentence, is_chinese, sentences_in, size, tidy, unquoted
from agent.distilling.titles import title_of
from agent.distilling.weights import asks, substance
from community.conversation import Message, Talk, Thread
from community.distillation import ArticleKind, Claim, ClaimKind, Distillation

MOST_OPEN = 5
LEAST_ASKED = 6
LEAST_REPLIED = 4
_STEPS = 3


def language_of(thread: Thread, fallback: str) -> str:
    """The language most of the thread is in."""
    votes = Counter(
        "zh" if is_chinese(message.text) else "en"
        for message in thread.messages
        if any(character.isalpha() for character in message.text)
    )
    return votes.most_common(1)[0][0] if votes else fallback


def _questions(messages: Sequence[Message], left_out: Mapping[int, str]) -> list[Sentence]:
    return [
        sentence
        for message in messages
        if message.id not in left_out
        for sentence in sentences_in(message)
        if (asks(sentence) or cues.ASKS.search(unquoted(sentence.text)))
        and size(tidy(sentence.text)) >= LEAST_ASKED
    ]


def _opposed(claims: Sequence[Claim]) -> int:
    return sum(1 for claim in claims if cues.OPPOSES.search(claim.text))


def kind_of(exchange: Exchange, claims: Sequence[Claim]) -> ArticleKind:
    """The shape that fits: debate, checklist, FAQ, case, lesson, method or resources."""
    text = "\n".join(claim.text for claim in claims)
    kinds = Counter(claim.kind for claim in claims)
    asked = any(asks(s) for m in exchange.thread.messages[:3] for s in sentences_in(m))
    rules = (
        (_opposed(claims) > 1 and len(claims) > 2, ArticleKind.DEBATE),  # noqa: PLR2004
        (len(cues.STEPS.findall(text)) >= _STEPS and len(claims) <= _STEPS, ArticleKind.CHECKLIST),
        ("http" in text and len(claims) <= 2, ArticleKind.RESOURCES),  # noqa: PLR2004
        (asked, ArticleKind.FAQ),
        (bool(cues.OUTCOME.search(text)) and len(claims) <= _STEPS, ArticleKind.CASE),
        (kinds[ClaimKind.EXPERIENCE] * 2 > len(claims), ArticleKind.LESSON),
    )
    return next((kind for fits, kind in rules if fits), ArticleKind.METHOD)


def open_questions_of(exchange: Exchange, left_out: Mapping[int, str]) -> tuple[str, ...]:
    """What was asked and not answered in words, at most five, as it was asked.

    What the thread began with counts as answered once anybody else said something.
    """
    found: dict[str, None] = {}
    root = exchange.thread.messages[0]
    told = any(
        message.author_id != root.author_id and substance(message.text) > 0
        for message in exchange.thread.messages
    )
    for message in exchange.thread.messages:
        others = [r for r in exchange.replies(message) if r.author_id != message.author_id]
        replied = any(size(tidy(reply.text)) >= LEAST_REPLIED for reply in others)
        if replied or (told and message.id == root.id):
            continue
        for sentence in _questions([message], left_out):
            if cues.ASKS.search(sentence.text):
                found.setdefault(tidy(sentence.text))
    return tuple(found)[:MOST_OPEN]


def _expanded(
    claims: Sequence[Claim],
    exchange: Exchange,
    left_out: Mapping[int, str],
    title: str,
    terms: Sequence[Term],
) -> tuple[Claim, ...]:
    """The claims with the questions they answer."""
    named = [term.text for term in terms]
    return tuple(
        replace(
            claim,
            expansions=expansions_of(
                claim, (*asked_before(claim, exchange, left_out), title), named
            ),
        )
        for claim in claims
    )


def compose(  # noqa: PLR0913 - each is a fact of the draft
    exchange: Exchange,
    talk: Talk,
    claims: Sequence[Claim],
    now: datetime,
    *,
    left_out: Mapping[int, str],
    engine: str = "offline",
    prompt_version: str = "",
    title: str | None = None,
    kind: ArticleKind | None = None,
    open_questions: tuple[str, ...] | None = None,
) -> Distillation:
    """The draft an expert reviews; `message_ids` are the thread and whatever else is cited."""
    thread = exchange.thread
    ids = {message.id for message in thread.messages}
    ids |= {citation.message_id for claim in claims for citation in claim.citations}
    if open_questions is None:
        open_questions = open_questions_of(exchange, left_out)
    terms = key_terms(claims, talk, thread.messages)
    title = title or title_of(exchange, claims, left_out, terms)
    return Distillation(
        id=0,
        community_id=talk.community.id,
        zone_id=talk.zone.id,
        root_id=thread.root_id,
        title=title,
        kind=kind or kind_of(exchange, claims),
        language=language_of(thread, talk.community.language),
        claims=_expanded(claims, exchange, left_out, title, terms),
        message_ids=tuple(sorted(ids)),
        created_at=now,
        open_questions=open_questions,
        engine=engine,
        prompt_version=prompt_version,
    )
