"""Bringing one's own talk: export files, and pasted chat text."""

from collections.abc import Mapping
from typing import Annotated, Literal, cast

from fastapi import APIRouter, File, Form, UploadFile
from pydantic import BaseModel, Field

from community.delivery import Delivery, DeliveryState
from community.errors import Fact, NotFound
from community.store import communities, outbox
from community.store.imports import import_row
from connectors.paste import import_pasted
from server.api.reports import ReportOut, report_of_row, report_out
from server.auth import Inside
from server.deps import Deps, Given
from server.importing import begin_import
from server.locales import sentence
from server.tongue import Tongue

router = APIRouter(tags=["import"])

LARGEST_UPLOAD = 2**40
"""No limit of the server: SIMMER_IMPORT_LIMIT is checked while the file is read."""

ImportState = Literal["running", "done", "failed"]


class ImportOut(BaseModel):
    """An import and how far it is; `failure` is a sentence."""

    id: int
    state: ImportState
    done: int
    total: int
    report: ReportOut | None
    failure: str | None


class ImportStartedOut(BaseModel):
    """The import that was begun."""

    id: int


class PasteIn(BaseModel):
    """Chat text as it was copied from a screen."""

    zone: int
    text: str = Field(min_length=1, max_length=200_000)


class PasteOut(BaseModel):
    """What was new in it, what was known, and which copied drafts were seen posted.

    Drafts that come of it arrive a moment later, told by the stream of news.
    """

    report: ReportOut
    confirmed: list[int]


@router.post("/communities/{community_id}/imports", status_code=202, max_body_size=LARGEST_UPLOAD)
async def start_import(
    here: Inside,
    deps: Given,
    community_id: int,
    file: Annotated[UploadFile, File()],
    mapping: Annotated[str | None, Form(max_length=2000)] = None,
) -> ImportStartedOut:
    """Begin to import one export file."""
    assert community_id == here.community.id
    return ImportStartedOut(id=await begin_import(deps, here.community, file, mapping))


@router.get("/imports/{import_id}")
async def read_import(import_id: int, _: Inside, deps: Given, language: Tongue) -> ImportOut:
    """How far an import is."""
    async with deps.store.read() as tx:
        row = await import_row(tx, import_id)
    if row is None:
        raise NotFound("not_found")
    progress = deps.imports.get(import_id)
    failed = row.state == "failed"
    return ImportOut(
        id=import_id,
        state=cast("ImportState", row.state),
        done=progress.done if progress else 0,
        total=progress.total if progress else 0,
        report=report_of_row(row.report, language) if row.state == "done" else None,
        failure=_failure(row.report, language) if failed else None,
    )


def _failure(report: Mapping[str, object], language: str) -> str:
    facts = cast("Mapping[str, Fact]", report.get("facts", {}))
    return sentence(language, f"error.{report.get('code', 'unforeseen')}", facts)


@router.post("/communities/{community_id}/paste")
async def paste_chat(
    community_id: int, body: PasteIn, _: Inside, deps: Given, language: Tongue
) -> PasteOut:
    """Take in the last screen of a chat that no program may listen to."""
    async with deps.store.read() as tx:
        zone = await communities.zone(tx, body.zone)
        copied = await outbox.copied_in(tx, body.zone)
    if zone is None or zone.community_id != community_id:
        raise NotFound("zone_not_found", zone=body.zone)
    awaiting = {each.suggestion_id: each.text for each in copied if each.suggestion_id is not None}
    told = await import_pasted(
        deps.store, deps.queue, zone, body.text, now=deps.clock(), awaiting=awaiting
    )
    await _confirm(deps, [each for each in copied if each.suggestion_id in told.confirmed])
    return PasteOut(report=report_out(told.report, language), confirmed=list(told.confirmed))


async def _confirm(deps: Deps, seen: list[Delivery]) -> None:
    """Note that what was posted by hand was seen in the room."""
    async with deps.changing() as change:
        for each in seen:
            await outbox.move_delivery(
                change.tx,
                each.id,
                was=DeliveryState.COPIED,
                to=DeliveryState.SENT,
                at=deps.clock(),
            )
            assert each.suggestion_id is not None
            change.tell("suggestion", each.community_id, each.suggestion_id, each.zone_id)
