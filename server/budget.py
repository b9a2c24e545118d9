"""The limit of a community's day, and which day it is there."""

from datetime import datetime
from zoneinfo import ZoneInfo

from community.people import Community

LIMIT = "daily_tokens"
"""The setting of a community that holds its own limit."""


def limit_of(home: Community, most: int) -> int:
    """Tokens a community may spend in a day: its owner's limit, never above the server's."""
    own = home.settings.get(LIMIT)
    return min(own, most) if isinstance(own, int) and own >= 0 else most


def day_of(home: Community, now: datetime) -> str:
    """The day of a community's own calendar (ISO 8601)."""
    return now.astimezone(ZoneInfo(home.timezone)).date().isoformat()
