"""What an expert wants to know of an author, as a private draft that a person lets through."""

from dataclasses import replace
from datetime import datetime, timedelta

from agent.moves.errands import is_on
from community.actions.asking_authors import ask_author
from community.actions.suggestions import offer_suggestion
from community.distillation import Claim, Distillation
from community.errors import Conflict
from community.people import Community, Member, Role
from community.reviewing import AuthorQuestion
from community.store import Tx, members, messages
from community.store.beside import set_author_suggestion
from community.suggestion import Audience, Lane, Speaker, Suggestion, Why
from server.deps import Deps
from server.locales import sentence

MOVE = "ask_author"
LONGEST = 80
"""Characters of the author's own words that are quoted back to them."""
WORTH = timedelta(days=14)
"""How long such a draft is worth something."""


async def put_to_author(
    tx: Tx,
    deps: Deps,
    *,
    claim: Claim,
    home: Distillation,
    community: Community,
    by: Member,
    author_id: int,
    text: str,
) -> AuthorQuestion:
    """Keep the question and offer its draft: the expert's own name, or the facilitators'."""
    if not is_on(community.settings, MOVE):
        raise Conflict("move_switched_off", move=MOVE)
    now = deps.clock()
    asked = await ask_author(tx, claim_id=claim.id, author_id=author_id, by=by, text=text, at=now)
    author = await members.member(tx, author_id)
    assert author is not None
    quote = await _quoted(tx, claim, author)
    draft = _draft(asked, quote, home, community, by, author, now)
    kept = await offer_suggestion(tx, deps.queue, draft)
    if kept is None:
        return asked
    await set_author_suggestion(tx, asked.id, kept.id)
    return replace(asked, suggestion_id=kept.id)


async def _quoted(tx: Tx, claim: Claim, author: Member) -> str:
    """The author's own words in a claim, no longer than a line."""
    cited = tuple(each.message_id for each in claim.citations)
    said = await messages.messages_by_id(tx, cited)
    own = [
        each.quote
        for each in claim.citations
        if each.message_id in said and said[each.message_id].author_id == author.id
    ]
    words = " ".join((own[0] if own else claim.text).split())
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"


def _draft(
    asked: AuthorQuestion,
    quote: str,
    home: Distillation,
    community: Community,
    by: Member,
    author: Member,
    now: datetime,
) -> Suggestion:
    facts = {"name": author.name, "asker": by.name, "quote": quote, "text": asked.text}
    own = by.role is Role.EXPERT
    return Suggestion(
        id=0,
        community_id=community.id,
        zone_id=home.zone_id,
        key=f"{MOVE}:{asked.id}",
        move=MOVE,
        lane=Lane.MENTION,
        audience=Audience.PRIVATE,
        speaker=Speaker.EXPERT if own else Speaker.FACILITATOR,
        speaker_id=by.id if own else None,
        text=sentence(community.language, "relay.author", facts),
        language=community.language,
        anchor_ids=(),
        why=Why(code="author_question", facts={"name": author.name, "asker": by.name}),
        confidence=1.0,
        created_at=now,
        to_id=author.id,
        expires_at=now + WORTH,
    )
