"""The rows everything is kept in; whatever is not here can be rebuilt from here."""

from community.store.tables.agreed import consents, quote_consents, seeds
from community.store.tables.columns import EPOCH, Id, Moment, metadata
from community.store.tables.heard import contests, corrections, marks, pain_points, taps
from community.store.tables.learned import citations, claims, distillations, questions
from community.store.tables.outward import resources, tokens, webhook_deliveries, webhooks
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
from community.store.tables.proven import conflicts, feedbacks, trials, uses
from community.store.tables.reviewing import (
    author_questions,
    comments,
    hand_overs,
    review_passes,
    review_rounds,
)
from community.store.tables.talk import imports, links, messages, reactions, revisions
from community.store.tables.work import jobs, news, observations, outbox, reviews, suggestions

__all__ = [
    "EPOCH",
    "Id",
    "Moment",
    "accounts",
    "audits",
    "author_questions",
    "citations",
    "claims",
    "comments",
    "communities",
    "conflicts",
    "consents",
    "contests",
    "corrections",
    "distillations",
    "duties",
    "feedbacks",
    "hand_overs",
    "imports",
    "jobs",
    "links",
    "marks",
    "members",
    "messages",
    "metadata",
    "news",
    "obligations",
    "observations",
    "outbox",
    "pain_points",
    "questions",
    "quote_consents",
    "reactions",
    "reads",
    "resources",
    "review_passes",
    "review_rounds",
    "reviews",
    "revisions",
    "seeds",
    "signin_links",
    "spends",
    "suggestions",
    "tallies",
    "taps",
    "tokens",
    "trials",
    "uses",
    "webhook_deliveries",
    "webhooks",
    "zones",
]
