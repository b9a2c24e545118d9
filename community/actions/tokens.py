"""Tokens are made once, shown once, and end when somebody says so."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from community.actions.members import token_digest
from community.errors import Conflict, Invalid, NotFound
from community.people import Member
from community.store import tokens
from community.store.audits import insert_audit
from community.store.engine import Tx
from community.token import Right, Token

MOST = 20
"""Tokens a community may have at a time: more are forgotten ones."""
HINT = 4
LONGEST_NAME = 80


async def make_token(
    tx: Tx,
    *,
    by: Member,
    words: str,
    name: str,
    rights: Sequence[Right],
    at: datetime,
    days: int | None = None,
) -> Token:
    """A new token by its words, which nobody can guess and which are never kept."""
    clean = " ".join(name.split())[:LONGEST_NAME]
    if not clean:
        raise Invalid("token_name_empty")
    if not rights:
        raise Invalid("token_opens_nothing")
    if len(await tokens.tokens_of(tx, by.community_id)) >= MOST:
        raise Conflict("too_many_tokens", most=MOST)
    new = Token(
        id=0,
        community_id=by.community_id,
        name=clean,
        hint=words[-HINT:],
        rights=tuple(dict.fromkeys(rights)),
        created_by_id=by.id,
        created_at=at,
        expires_at=None if days is None else at + timedelta(days=days),
    )
    kept = await tokens.insert_token(tx, new, token_digest(words))
    await _note(tx, by, "token_made", kept, at)
    return kept


async def revoke_token(tx: Tx, *, token_id: int, by: Member, at: datetime) -> None:
    """End a token at once; whoever shows it from now on is turned away."""
    mine = {each.id: each for each in await tokens.tokens_of(tx, by.community_id)}
    if token_id not in mine or not await tokens.revoke_token(tx, token_id, at):
        raise NotFound("token_not_found", token=token_id)
    await _note(tx, by, "token_revoked", mine[token_id], at)


async def _note(tx: Tx, by: Member, action: str, one: Token, at: datetime) -> None:
    await insert_audit(
        tx,
        at=at,
        action=action,
        subject=f"token:{one.id}",
        community_id=by.community_id,
        account_id=by.account_id,
        facts={"name": one.name},
    )
