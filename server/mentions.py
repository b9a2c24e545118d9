"""Which messages of the room ask the library, and what they ask."""

import re
from datetime import datetime

from community.conversation import Message
from community.jobs import Job

_CALL = re.compile(
    r"[@＠]\s*(?:simmer(?![a-z0-9_])|小火慢炖)|问知识库|ask the library", re.IGNORECASE
)
_EDGES = " \t\n,，:：、。!！-—"
SHORTEST = 2
"""Characters below which nothing was asked."""


def question_in(text: str) -> str | None:
    """What a message asks the library; None where it asks nothing."""
    if not _CALL.search(text):
        return None
    asked = _CALL.sub(" ", text).strip(_EDGES)
    return asked if len(asked) >= SHORTEST else None


def answer_job(said: Message, due: datetime | None = None) -> Job | None:
    """The job that answers a message out of the library, where it asks for that."""
    if said.to_id is not None or said.recalled_at or question_in(said.text) is None:
        return None
    return Job(
        name="answer",
        key=f"answer:{said.id}",
        room=f"answer:{said.zone_id}",
        due=due or said.at,
        payload={"message": said.id},
    )
