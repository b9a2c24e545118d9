"""Which community a row belongs to, so that a door can be checked before the row is read."""

from collections.abc import Mapping

from sqlalchemy import Table, select

from community.store import tables
from community.store.engine import Tx

_TABLES: Mapping[str, Table] = {
    "zone_id": tables.zones,
    "message_id": tables.messages,
    "member_id": tables.members,
    "suggestion_id": tables.suggestions,
    "distillation_id": tables.distillations,
    "article_id": tables.distillations,
    "question_id": tables.questions,
    "feedback_id": tables.feedbacks,
    "import_id": tables.imports,
    "obligation_id": tables.obligations,
    "duty_id": tables.duties,
    "contest_id": tables.contests,
    "mark_id": tables.marks,
    "correction_id": tables.corrections,
    "pain_id": tables.pain_points,
    "tap_id": tables.taps,
    "resource_id": tables.resources,
    "conflict_id": tables.conflicts,
    "trial_id": tables.trials,
    "seed_id": tables.seeds,
    "comment_id": tables.comments,
    "hand_over_id": tables.hand_overs,
    "author_question_id": tables.author_questions,
    "quote_consent_id": tables.quote_consents,
    "round_id": tables.review_rounds,
    "token_id": tables.tokens,
    "webhook_id": tables.webhooks,
}

PARAMETERS = frozenset({*_TABLES, "community_id", "claim_id"})
"""The names under which ids of rows stand in paths."""


async def community_of(tx: Tx, parameter: str, value: int) -> int | None:
    """The id of the community a row named by a path parameter belongs to."""
    if parameter == "community_id":
        return value
    if parameter == "claim_id":
        of_claim = (
            select(tables.distillations.c.community_id)
            .join(tables.claims, tables.claims.c.distillation_id == tables.distillations.c.id)
            .where(tables.claims.c.id == value)
        )
        return await tx.scalar(of_claim)
    table = _TABLES[parameter]
    return await tx.scalar(select(table.c.community_id).where(table.c.id == value))
