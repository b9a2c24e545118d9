"""An expert asks whose words a claim rests on; who was asked answers in private, or not at all."""

from datetime import datetime

from community.actions.beside import said
from community.credit import rests_on
from community.errors import Conflict, Invalid, NotAllowed, NotFound
from community.people import Member
from community.reviewing import AuthorQuestion
from community.store import beside as rows
from community.store import claims, distillations, members, messages
from community.store.engine import Tx
from community.suggestion import SuggestionState

LONGEST_QUESTION = 300
LONGEST_ANSWER = 1000
_GONE = frozenset({SuggestionState.DISMISSED, SuggestionState.EXPIRED})


def may_be_asked(member: Member | None, by: Member) -> bool:
    """Whether an author may be asked: still here, not opted out, and somebody else."""
    return (
        member is not None
        and member.id != by.id
        and member.left_at is None
        and not member.opted_out
    )


async def ask_author(
    tx: Tx, *, claim_id: int, author_id: int, by: Member, text: str, at: datetime
) -> AuthorQuestion:
    """Keep what an expert wants to know of the author of a claim's words; it reaches nobody yet.

    Who opted out or left is never asked, and nobody is asked twice at once about one claim.
    """
    found = await claims.claim(tx, claim_id)
    home = await distillations.distillation_of_claim(tx, claim_id)
    if found is None or home is None:
        raise NotFound("claim_not_found", claim=claim_id)
    cited = await messages.messages_by_id(tx, tuple(each.message_id for each in found.citations))
    authors = {message.id: message.author_id for message in cited.values()}
    author = await members.member(tx, author_id)
    if author is None or author.id not in rests_on(found, authors):
        raise Invalid("author_not_cited")
    if author.id == by.id:
        raise Invalid("author_is_you")
    if not may_be_asked(author, by):
        raise NotAllowed("author_not_asked")
    for other, draft in await rows.author_questions_on(tx, home.id):
        same = (other.claim_id, other.author_id) == (claim_id, author.id)
        if same and other.answered_at is None and draft not in _GONE:
            raise Conflict("author_asked_already")
    new = AuthorQuestion(
        id=0,
        community_id=home.community_id,
        claim_id=claim_id,
        asker_id=by.id,
        author_id=author.id,
        text=said(text, LONGEST_QUESTION),
        asked_at=at,
    )
    return await rows.insert_author_question(tx, new)


async def answer_as_author(
    tx: Tx, *, question_id: int, by: Member, text: str | None, at: datetime
) -> AuthorQuestion:
    """Answer what one was asked, change it, or take it back (None); it stands beside the claim."""
    mine = await rows.author_questions_to(tx, by.id)
    if all(each.id != question_id for each in mine):
        raise NotFound("not_found")
    words = None if text is None else said(text, LONGEST_ANSWER)
    await rows.set_author_answer(tx, question_id, words, at if words else None)
    kept = await rows.author_question(tx, question_id)
    assert kept is not None
    return kept
