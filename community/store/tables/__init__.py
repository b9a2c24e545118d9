"""The rows everything is kept in; whatever is not here can be rebuilt from here."""

from community.store.tables.columns import EPOCH, Id, Moment, metadata
from community.store.tables.learned import citations, claims, distillations, questions
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
    "distillations",
    "imports",
    "jobs",
    "links",
    "members",
    "messages",
    "metadata",
    "observations",
    "outbox",
    "questions",
    "reactions",
    "reads",
    "reviews",
    "revisions",
    "signin_links",
    "spends",
    "suggestions",
    "zones",
]
