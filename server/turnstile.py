"""How often a program may call."""

from collections import deque
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from server.clock import Clock
from server.errors import SlowDown

MINUTE = timedelta(minutes=1)


@dataclass(slots=True)
class Turnstile:
    """Counts the calls of each token within the last minute, in this process."""

    clock: Clock
    most: int
    _calls: dict[int, deque[datetime]] = field(default_factory=dict[int, deque[datetime]])

    def pass_through(self, token_id: int) -> None:
        """Count one call; raises SlowDown with the seconds to wait when there were too many."""
        now = self.clock()
        calls = self._calls.setdefault(token_id, deque())
        while calls and now - calls[0] >= MINUTE:
            calls.popleft()
        if len(calls) >= self.most:
            left = MINUTE - (now - calls[0])
            raise SlowDown("too_many_calls", most=self.most, seconds=int(left.total_seconds()) + 1)
        calls.append(now)
