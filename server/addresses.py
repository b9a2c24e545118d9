"""Where people outside find a page of ours."""

from urllib.parse import urlsplit

from community.people import Community
from server.settings import Settings


def article_address(settings: Settings, home: Community, article_id: int) -> str:
    """The page of an article, for those who may sign in."""
    return f"{settings.address}/c/{home.slug}/library/{article_id}"


def ask_address(settings: Settings, home: Community) -> str:
    """The page where a member asks, and says whether a late answer was one."""
    return f"{settings.address}/c/{home.slug}/ask"


def library_address(
    settings: Settings, home: Community, article_id: int | None = None, *, reached: str = ""
) -> str:
    """Where an article, or the library, stands for people outside; "" where nobody knows.

    That is under SIMMER_BASE_URL, else under the address a page was `reached` by, unless that is
    one of this machine alone.
    """
    base = settings.base_url or ("" if _is_of_this_machine(reached) else reached)
    if not base:
        return ""
    library = f"{base.rstrip('/')}/c/{home.slug}/library"
    return library if article_id is None else f"{library}/{article_id}"


def _is_of_this_machine(address: str) -> bool:
    host = urlsplit(address).hostname or "localhost"
    return host in {"localhost", "0.0.0.0", "::1"} or host.startswith("127.")  # noqa: S104
