"""An import nobody works on any more: its lease ran out, so it failed."""

from community.store.imports import fail_imports
from server.work import Work


async def import_lease(work: Work) -> None:
    """Say so where the import still runs; one that ended is left as it is."""
    async with work.finishing() as change:
        left = await fail_imports(change.tx, [work.number("import")], work.now)
        for import_id, community_id in left:
            change.tell("import", community_id, import_id)
