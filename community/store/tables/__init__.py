"""The rows everything is kept in; whatever is not here can be rebuilt from here."""

from community.store.tables.columns import EPOCH, Id, Moment, metadata
from community.store.tables.heard import contests, corrections, marks, pain_points, taps
from community.store.tables.learned import citations, claims, distillations, questions
from community.store.tables.owed import duties, obligations, tallies
from community.store.tables.people import (
    accounts,
    audits,
    communities,
    members,
    reads,
    signin_links,
    spends,
    zones,
)
from community.store.tables.talk import imports, links, messages, reactions, revisions
from community.store.tables.work import jobs, observations, outbox, reviews, suggestions

__all__ = [
    "EPOCH",
    "Id",
    "Moment",
    "accounts",
    "audits",
    "citations",
    "claims",
    "communities",
    "contests",
    "corrections",
    "distillations",
    "duties",
    "imports",
    "jobs",
    "links",
    "marks",
    "members",
    "messages",
    "metadata",
    "obligations",
    "observations",
    "outbox",
    "pain_points",
    "questions",
    "reactions",
    "reads",
    "reviews",
    "revisions",
    "signin_links",
    "spends",
    "suggestions",
    "tallies",
    "taps",
    "zones",
]
