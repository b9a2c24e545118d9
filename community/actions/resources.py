"""Resources put on the shelf, changed, taken off and put back."""

from dataclasses import replace
from datetime import datetime
from urllib.parse import urlsplit

from community.actions.topics import topic_of
from community.errors import Invalid, NotFound
from community.resource import Resource
from community.store import resources as rows
from community.store.engine import Tx

LONGEST_TITLE = 200
LONGEST_NOTE = 2000
LONGEST_ADDRESS = 600
LONGEST_RIGHTS = 200
LAST_WEEK = 104
SCHEMES = frozenset({"http", "https"})


async def add_resource(tx: Tx, new: Resource) -> Resource:
    """Put a resource on the shelf."""
    return await rows.insert_resource(tx, _sound(new))


async def edit_resource(tx: Tx, changed: Resource) -> Resource:
    """Change what a resource says; who added it and when stays."""
    known = await _known(tx, changed.id)
    kept = _sound(
        replace(
            changed,
            community_id=known.community_id,
            added_at=known.added_at,
            added_by_id=known.added_by_id,
            removed_at=known.removed_at,
        )
    )
    await rows.save_resource(tx, kept)
    return kept


async def remove_resource(tx: Tx, resource_id: int, at: datetime) -> Resource:
    """Take a resource off the shelf; `restore_resource` puts it back."""
    known = await _known(tx, resource_id)
    await rows.set_removed(tx, known.id, at)
    return known


async def restore_resource(tx: Tx, resource_id: int) -> Resource:
    """Put a resource back that was taken off."""
    known = await _known(tx, resource_id)
    await rows.set_removed(tx, known.id, None)
    return replace(known, removed_at=None)


async def _known(tx: Tx, resource_id: int) -> Resource:
    found = await rows.resource(tx, resource_id)
    if found is None:
        raise NotFound("resource_not_found", resource=resource_id)
    return found


def _sound(one: Resource) -> Resource:
    """A resource as it is kept: a title, and a link that opens a page or a note."""
    title = " ".join(one.title.split())[:LONGEST_TITLE]
    note = (one.note or "").strip()[:LONGEST_NOTE] or None
    url = (one.url or "").strip() or None
    if not title:
        raise Invalid("resource_needs_title")
    if url is None and note is None:
        raise Invalid("resource_needs_something")
    if url is not None and not _opens(url):
        raise Invalid("resource_address")
    if one.week is not None and not 1 <= one.week <= LAST_WEEK:
        raise Invalid("resource_week", most=LAST_WEEK)
    rights = " ".join(one.rights.split())[:LONGEST_RIGHTS]
    topic = topic_of(one.topic)
    return replace(one, title=title, note=note, url=url, rights=rights, topic=topic)


def _opens(url: str) -> bool:
    """Whether an address opens a page: nothing else may be behind a link others click."""
    if len(url) > LONGEST_ADDRESS or any(each.isspace() for each in url):
        return False
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme.lower() in SCHEMES and bool(parts.hostname)
