"""The language a request is answered in."""

from typing import Annotated, cast

from fastapi import Depends, Request

from server.locales import preferred


def language_of(request: Request) -> str:
    """The language kept for the person, in this community first; else the browser's."""
    kept = cast("str | None", getattr(request.state, "language", None))
    return kept or preferred(request.headers.get("accept-language", ""))


Tongue = Annotated[str, Depends(language_of)]
"""The language an answer is worded in."""
