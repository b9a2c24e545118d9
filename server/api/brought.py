"""Bringing articles a community has already: each entry becomes a draft to sign."""

import asyncio
from typing import Annotated

from fastapi import APIRouter, File, UploadFile
from pydantic import BaseModel

from community.errors import Invalid
from connectors.articles.reading import LARGEST, read_articles
from server.auth import Inside
from server.bringing import bring_articles
from server.deps import Given

router = APIRouter(tags=["import"])


class BroughtOut(BaseModel):
    """How many drafts came of a file, and how many of its entries were known."""

    drafts: int
    known: int


@router.post("/communities/{community_id}/articles", status_code=201, max_body_size=2 * LARGEST)
async def bring_file(
    community_id: int, here: Inside, deps: Given, file: Annotated[UploadFile, File()]
) -> BroughtOut:
    """Take in one file of articles (Markdown, text, CSV, XLSX, DOCX, or a zip of them)."""
    assert community_id == here.community.id
    content = await file.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise Invalid("articles_too_large", megabytes=LARGEST // 1_000_000)
    entries = await asyncio.to_thread(read_articles, file.filename or "", content)
    async with deps.changing() as change:
        brought = await bring_articles(
            change.tx, here.community, entries, deps.clock(), file=file.filename or ""
        )
        for draft in brought.drafts[:1]:
            change.tell("distillation", community_id, draft)
    return BroughtOut(drafts=len(brought.drafts), known=brought.known)
