"""Work to do later, put down in the transaction that causes it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol, TypeVar

TxT_contra = TypeVar("TxT_contra", contravariant=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A named function to run at or after `due`.

    Of waiting jobs with one `key` only the latest counts (debounce); of jobs with one `room`
    only one runs at a time.
    """

    name: str
    key: str
    room: str
    due: datetime
    payload: Mapping[str, str | int] = field(default_factory=dict[str, str | int])


class JobQueue(Protocol[TxT_contra]):
    """Where jobs wait; `put` joins the transaction of its cause."""

    async def put(self, tx: TxT_contra, job: Job) -> None:
        """Keep the job; replaces a waiting job with the same key."""
        ...
