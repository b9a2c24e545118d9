"""Where people outside find a page of ours."""

from community.people import Community
from server.settings import Settings


def article_address(settings: Settings, home: Community, article_id: int) -> str:
    """The page of an article, for those who may sign in."""
    return f"{settings.address}/c/{home.slug}/library/{article_id}"


def library_address(settings: Settings, home: Community, article_id: int | None = None) -> str:
    """Where an article, or the library, stands for people outside; "" without SIMMER_BASE_URL."""
    if not settings.base_url:
        return ""
    library = f"{settings.address}/c/{home.slug}/library"
    return library if article_id is None else f"{library}/{article_id}"
