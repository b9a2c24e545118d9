"""Everything of a community as one file, for its owner."""

import tempfile
from contextlib import ExitStack
from pathlib import Path

from fastapi import APIRouter
from fastapi.responses import FileResponse
from starlette.background import BackgroundTask

from server.auth import Inside
from server.deps import Given
from server.everything.archive import write_everything

router = APIRouter(tags=["library"])


@router.get("/communities/{community_id}/everything", response_class=FileResponse)
async def download_everything(community_id: int, here: Inside, deps: Given) -> FileResponse:
    """The zip of docs/export.md; who opted out is in it by a number alone."""
    now = deps.clock()
    with tempfile.NamedTemporaryFile(suffix=".zip", delete=False) as file:
        path = Path(file.name)
    with ExitStack() as undo:
        undo.callback(path.unlink, missing_ok=True)
        await write_everything(deps.store, here.community, path, now)
        undo.pop_all()
    return FileResponse(
        path,
        media_type="application/zip",
        filename=f"simmer-{community_id}-{now.date().isoformat()}.zip",
        background=BackgroundTask(path.unlink, missing_ok=True),
    )
