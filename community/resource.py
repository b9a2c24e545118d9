"""The resource shelf: texts, links and files elsewhere that belong to a topic or a week."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Readers(StrEnum):
    """Who sees a resource: the next cohort too, this community alone, or those who run it."""

    EVERYONE = "everyone"
    MEMBERS = "members"
    HOSTS = "hosts"


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """A link, a note or both. `rights` says in words who made it and what may be done with it.

    `week` is the week of the course it belongs to, from 1. `id` is 0 until it is kept.
    """

    id: int
    community_id: int
    title: str
    added_at: datetime
    audience: Readers = Readers.MEMBERS
    url: str | None = None
    note: str | None = None
    topic: str | None = None
    week: int | None = None
    rights: str = ""
    added_by_id: int | None = None
    removed_at: datetime | None = None
