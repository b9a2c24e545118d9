"""Claims follow their authors: words that may not be quoted any more leave answers at once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from community.actions.distillations import Check, cited_by, names_of, shelve_job
from community.actions.withholding import WITHHELD, authors_of, withheld_in
from community.credit import rests_on, says_words_of, without_withheld
from community.distillation import Claim, ClaimState, Distillation, DistillationState
from community.jobs import JobQueue
from community.people import Member
from community.question import Answer
from community.store import claims as claim_rows
from community.store import distillations as rows
from community.store import messages, questions
from community.store.engine import Tx

AWAY = frozenset({DistillationState.ARCHIVED, DistillationState.WITHDRAWN})
"""Nobody decides on claims of such an article: freed, they stand as they were signed."""


@dataclass(frozen=True, slots=True)
class _Home:
    """One article, who wrote what it cites, and whose words it may not show."""

    article: Distillation
    authors: Mapping[int, int | None]
    withheld: frozenset[int]
    names: Mapping[str, int]
    check: Check


async def follow_author(
    tx: Tx,
    queue: JobQueue[Tx],
    *,
    member_id: int,
    homes: Iterable[Distillation],
    at: datetime,
    check: Check,
) -> tuple[Distillation, ...]:
    """Let every claim on a member's words follow what they say of being quoted now.

    A claim that rests on withheld words alone, or says them itself, is open again with the reason
    and leaves every answer that was kept; one that others carry stands without the quotation.
    Words that may be quoted again are for an expert to decide on. The articles that changed.
    """
    touched: list[Distillation] = []
    for article in homes:
        if article.state is DistillationState.REJECTED:
            continue
        authors = await authors_of(tx, article.claims)
        writers = {author for author in authors.values() if author is not None}
        withheld = await withheld_in(tx, article.id, writers)
        names = await names_of(tx, article.community_id)
        if await _follow(tx, _Home(article, authors, withheld, names, check), member_id):
            touched.append(article)
            if article.state in rows.LIVE:
                await queue.put(tx, shelve_job(article, at))
    return tuple(touched)


async def _follow(tx: Tx, home: _Home, member_id: int) -> bool:
    gone: list[int] = []
    changed = False
    for claim in home.article.claims:
        if claim.state is ClaimState.REJECTED or member_id not in rests_on(claim, home.authors):
            continue
        out = not await _stands(tx, claim, home)
        if out is (WITHHELD in claim.problems):
            continue
        fresh = _taken_out(claim) if out else _freed(claim, home.article)
        changed = await claim_rows.save_claim(tx, fresh, was=claim) or changed
        gone += [claim.id] if out else []
    await _forget_in_answers(tx, gone)
    return changed


async def _stands(tx: Tx, claim: Claim, home: _Home) -> bool:
    """Whether what may be shown carries the claim, and it says nobody's withheld words."""
    left = without_withheld(claim, home.authors, home.withheld)
    if left == claim:
        return True
    hidden = [each.quote for each in claim.citations if each not in left.citations]
    if says_words_of(claim.text, hidden, [each.quote for each in left.citations]):
        return False
    fresh = replace(left, problems=(), supported=True)
    return home.check(fresh, await cited_by(tx, left), home.names).supported


def _taken_out(claim: Claim) -> Claim:
    problems = (*claim.problems, WITHHELD)
    return replace(claim, state=ClaimState.OPEN, problems=problems, supported=False, reason=None)


def _freed(claim: Claim, article: Distillation) -> Claim:
    problems = tuple(code for code in claim.problems if code != WITHHELD)
    signed = article.state in AWAY and claim.reviewer_id is not None and not problems
    state = ClaimState.APPROVED if signed else ClaimState.OPEN
    return replace(claim, state=state, problems=problems, supported=not problems, reason=None)


async def _forget_in_answers(tx: Tx, claim_ids: list[int]) -> None:
    """Take the sentences that rest on these claims out of every answer that was kept."""
    for asked in await questions.questions_citing(tx, claim_ids):
        await questions.set_answer(tx, asked.id, _without(asked.answer, frozenset(claim_ids)))


def _without(answer: Answer, claim_ids: frozenset[int]) -> Answer:
    kept = tuple(each for each in answer.citations if not claim_ids & set(each.claim_ids))
    numbers = {each.number for each in kept}
    told = tuple(each for each in answer.sentences if set(each.numbers) <= numbers)
    return replace(answer, citations=kept, sentences=told)


async def forget_open_questions(tx: Tx, member: Member) -> None:
    """Take what a member asked and nobody answered out of every article that lists it."""
    listed = await rows.open_questions_in(tx, member.community_id)
    for article_id, (asked, message_ids) in listed.items():
        said = await messages.messages_by_id(tx, message_ids)
        theirs = [each.text for each in said.values() if each.author_id == member.id]
        others = [each.text for each in said.values() if each.author_id != member.id]
        left = tuple(one for one in asked if not _asked_by(one, theirs, others))
        if left != asked:
            await rows.set_open_questions(tx, article_id, left)


def _asked_by(question: str, theirs: list[str], others: list[str]) -> bool:
    within = any(question in text for text in theirs)
    return within or says_words_of(question, theirs, others)
