"""Where people outside find a page of ours."""

from community.people import Community
from server.settings import Settings


def article_address(settings: Settings, home: Community, article_id: int) -> str:
    """The page of an article, for those who may sign in."""
    return f"{settings.address}/c/{home.slug}/library/{article_id}"
