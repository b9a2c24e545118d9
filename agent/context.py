"""What one run of an agent is given: who words it, what is known, and the community's numbers."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime

from agent.gate_settings import GateSettings
from agent.listening.barriers import Reading
from agent.models.base import ChatModel

Similar = Callable[[str], Awaitable[tuple[str, ...]]]
"""Shelved passages that bear on a text, best first; () where the library knows nothing."""

Read = Callable[[int, datetime], Awaitable[Reading]]
"""What may be used of what is read of a member at a moment; nothing of what they contest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """One run. `settings` None means: read them from the community itself.

    `roomy` tells whether the day's budget allows several wordings of a draft; None: it does.
    """

    model: ChatModel
    similar: Similar | None = None
    reading: Read | None = None
    settings: GateSettings | None = None
    roomy: Callable[[], Awaitable[bool]] | None = None
