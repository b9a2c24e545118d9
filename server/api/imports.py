"""Bringing one's own talk: export files."""

from collections.abc import Mapping
from typing import Annotated, Literal, cast

from fastapi import APIRouter, File, Form, UploadFile
from pydantic import BaseModel

from community.errors import Fact, NotFound
from community.store.imports import import_row
from server.api.reports import ReportOut, report_of_row
from server.auth import Inside
from server.deps import Given
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
