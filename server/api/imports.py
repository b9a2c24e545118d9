"""Bringing one's own talk: export files, and pasted chat text."""

from typing import Annotated, Literal

from fastapi import APIRouter, File, Form, UploadFile
from pydantic import BaseModel, Field

from server.auth import Inside
from server.deps import Given

router = APIRouter(tags=["import"])

LARGEST_UPLOAD = 2**40
"""No limit of the server: SIMMER_IMPORT_LIMIT is checked while the file is read."""

ImportState = Literal["waiting", "running", "done", "failed"]


class SkippedOut(BaseModel):
    """What was left out and why, in a sentence."""

    code: str
    text: str
    count: int


class ReportOut(BaseModel):
    """What an import brought."""

    format: str
    members: int
    messages: int
    replies: int
    joins: int
    known: int
    skipped: list[SkippedOut]


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
    """What was new in it, what was known, and the drafts that came of it."""

    report: ReportOut
    confirmed: list[int]
    suggestions: list[int]


@router.post("/communities/{community_id}/imports", status_code=202, max_body_size=LARGEST_UPLOAD)
async def start_import(
    community_id: int,
    here: Inside,
    deps: Given,
    file: Annotated[UploadFile, File()],
    mapping: Annotated[str | None, Form(max_length=2000)] = None,
) -> ImportStartedOut:
    """Begin to import one export file."""
    raise NotImplementedError


@router.get("/imports/{import_id}")
async def read_import(import_id: int, here: Inside, deps: Given) -> ImportOut:
    """How far an import is."""
    raise NotImplementedError


@router.post("/communities/{community_id}/paste")
async def paste_chat(community_id: int, body: PasteIn, here: Inside, deps: Given) -> PasteOut:
    """Take in the last screen of a chat that no program may listen to."""
    raise NotImplementedError
