"""Taking in uploaded files: one at a time each, beside the requests, with visible progress."""

import asyncio
import logging
import shutil
import tempfile
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from fastapi import UploadFile

from community.actions import importing
from community.errors import Fact, Invalid, SimmerError
from community.people import Community
from community.store.imports import finish_import
from connectors.exports import Wish, open_export
from connectors.intake import Intake, Phase, digest_of, import_export
from server.deps import Deps, Progress

log = logging.getLogger(__name__)
PIECE = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """A file that was received, in a folder of its own."""

    path: Path
    mapping: dict[str, str]

    def forget(self) -> None:
        """Delete the file and its folder."""
        shutil.rmtree(self.path.parent, ignore_errors=True)


async def begin_import(deps: Deps, home: Community, file: UploadFile, mapping: str | None) -> int:
    """Receive a file and begin to take it in; the result is the id of the import."""
    upload = Upload(path=await _received(deps, file), mapping=mapping_of(mapping))
    digest = await asyncio.to_thread(digest_of, upload.path)
    async with deps.changing() as change:
        import_id = await importing.begin_import(
            change.tx,
            deps.queue,
            community_id=home.id,
            name=upload.path.name,
            digest=digest,
            at=deps.clock(),
        )
        change.tell("import", home.id, import_id)
    task = asyncio.create_task(_take_in(deps, home, import_id, upload))
    deps.imports[import_id] = Progress(task=task)
    return import_id


def mapping_of(words: str | None) -> dict[str, str]:
    """`time=时间,sender=昵称` as a mapping; Invalid if it is not of this form."""
    pairs = [pair.partition("=") for pair in (words or "").split(",") if pair.strip()]
    if not all(equals and key.strip() and value.strip() for key, equals, value in pairs):
        raise Invalid("import_mapping_unreadable", words=words)
    return {key.strip(): value.strip() for key, _, value in pairs}


async def _received(deps: Deps, file: UploadFile) -> Path:
    """The file under its own name, in a new folder: a name never leads out of it."""
    uploads = deps.settings.data_dir / "uploads"
    uploads.mkdir(parents=True, exist_ok=True)
    folder = Path(await asyncio.to_thread(tempfile.mkdtemp, dir=uploads))
    name = Path((file.filename or "").replace("\\", "/")).name[-100:].replace("\x00", "")
    path = folder / (name if name not in ("", ".", "..") else "upload")
    size = 0
    with path.open("wb") as kept:
        while piece := await file.read(PIECE):
            size += len(piece)
            if size > deps.settings.import_limit:
                shutil.rmtree(folder, ignore_errors=True)
                limit = deps.settings.import_limit
                raise Invalid("import_too_large", megabytes=size // 10**6, limit=limit // 10**6)
            await asyncio.to_thread(kept.write, piece)
    return path


async def _take_in(deps: Deps, home: Community, import_id: int, upload: Upload) -> None:
    """Take the file in; what goes wrong is kept with the import, for a person to read."""
    progress = deps.imports[import_id]

    def told(_: Phase, done: int, total: int) -> None:
        progress.done, progress.total = done, total

    try:
        wish = Wish(timezone=home.timezone, mapping=upload.mapping)
        limit = deps.settings.import_limit
        export = await asyncio.to_thread(open_export, upload.path, wish, limit=limit)
        intake = Intake(community_id=home.id, import_id=import_id, scratch=upload.path.parent)
        async with lease_kept(deps, import_id):
            await import_export(
                deps.store, deps.queue, export, intake, now=deps.clock(), on_progress=told
            )
    except SimmerError as error:
        await _fail(deps, import_id, error.code, error.facts)
    except Exception:
        log.exception("import %s failed", import_id)
        await _fail(deps, import_id, "unforeseen", {})
    finally:
        upload.forget()
        async with deps.changing() as change:
            change.tell("import", home.id, import_id)


@asynccontextmanager
async def lease_kept(deps: Deps, import_id: int) -> AsyncGenerator[None]:
    """Renew the lease of an import as long as it is worked on here."""
    beating = asyncio.create_task(_beat(deps, import_id))
    try:
        yield
    finally:
        beating.cancel()


async def _beat(deps: Deps, import_id: int) -> None:
    while True:
        await asyncio.sleep(importing.BEAT.total_seconds())
        async with deps.store.write() as tx:
            await importing.renew_import(tx, import_id, deps.clock())


async def _fail(deps: Deps, import_id: int, code: str, facts: dict[str, Fact]) -> None:
    report: dict[str, object] = {"code": code, "facts": facts}
    async with deps.store.write() as tx:
        await finish_import(tx, import_id, state="failed", report=report, at=deps.clock())
