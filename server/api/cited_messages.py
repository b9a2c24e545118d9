"""The messages a text cites by its marks, as the pages show them behind small numbers."""

from collections.abc import Collection, Mapping
from datetime import datetime

from pydantic import BaseModel

from community.citing import cited_ids
from community.conversation import Message
from community.people import Member


class CitedOut(BaseModel):
    """A message a text rests on; the pages number them in this order."""

    id: int
    author: str | None
    at: datetime
    text: str


def cited_in(
    text: str,
    evidence: Collection[int],
    known: Mapping[int, Message],
    members: Mapping[int, Member],
) -> list[CitedOut]:
    """What a text cites among its evidence; what was recalled or is private is not shown."""
    found = [known[id_] for id_ in cited_ids(text, evidence) if id_ in known]
    return [
        CitedOut(id=said.id, author=_name(said, members), at=said.at, text=said.text)
        for said in found
        if said.recalled_at is None and said.to_id is None
    ]


def _name(said: Message, members: Mapping[int, Member]) -> str | None:
    found = members.get(said.author_id or 0)
    return "Simmer" if said.by_simmer else found.name if found else None
