"""Kind of error → HTTP status, in one table; the sentence comes from the locales."""

import logging
from collections.abc import Mapping

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel
from starlette.exceptions import HTTPException

from community.errors import (
    Conflict,
    Fact,
    Invalid,
    ModelFailed,
    NotAllowed,
    NotFound,
    SimmerError,
)
from server.locales import sentence
from server.tongue import language_of

log = logging.getLogger(__name__)


class SignInFirst(NotAllowed):
    """Nobody is signed in, so it is not known who asks."""


class SlowDown(NotAllowed):
    """Too many calls in a short time; the facts say how long to wait."""


STATUS: Mapping[type[SimmerError], int] = {
    SignInFirst: 401,
    SlowDown: 429,
    NotAllowed: 403,
    NotFound: 404,
    Conflict: 409,
    Invalid: 422,
    ModelFailed: 502,
}
HTTP_CODES = {404: "not_found", 405: "not_found", 413: "too_large"}


class Problem(BaseModel):
    """What went wrong: a code for programs, a sentence for people, and the facts in it."""

    code: str
    message: str
    facts: dict[str, str | int | float | bool | None]


PROBLEMS: dict[int | str, dict[str, object]] = {
    status: {"model": Problem} for status in sorted(STATUS.values())
}
"""What every endpoint may answer instead, for openapi.json."""


def status_of(error: SimmerError) -> int:
    """The HTTP status of an error, by its nearest kind."""
    return next(STATUS[kind] for kind in type(error).__mro__ if kind in STATUS)


def answer_problem(
    request: Request, status: int, code: str, facts: Mapping[str, Fact]
) -> JSONResponse:
    """One shape for every failure, said in the person's language."""
    message = sentence(language_of(request), f"error.{code}", facts)
    body = Problem(code=code, message=message, facts=dict(facts))
    return JSONResponse(body.model_dump(), status_code=status, headers=_told(status, facts))


def _told(status: int, facts: Mapping[str, Fact]) -> dict[str, str]:
    """What programs read in the head of an answer: how to be let in, and when to come again."""
    if status == STATUS[SignInFirst]:
        return {"WWW-Authenticate": "Bearer"}
    return {"Retry-After": str(facts["seconds"])} if status == STATUS[SlowDown] else {}


async def _simmer(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, SimmerError)
    return answer_problem(request, status_of(error), error.code, error.facts)


async def _invalid(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    first = error.errors()[0]
    if first["type"] == "json_invalid":
        return answer_problem(request, 422, "request_no_json", {})
    place = ".".join(str(part) for part in first["loc"][1:])
    facts: dict[str, Fact] = {"field": place, "problem": str(first["type"])}
    return answer_problem(request, 422, "request_invalid", facts)


async def _http(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    code = HTTP_CODES.get(error.status_code, "request_invalid")
    facts: dict[str, Fact] = {"field": "", "problem": str(error.status_code)}
    return answer_problem(request, error.status_code, code, facts)


async def _unforeseen(request: Request, error: Exception) -> JSONResponse:
    log.error("%s %s failed", request.method, request.url.path, exc_info=error)
    return answer_problem(request, 500, "unforeseen", {})


def install(app: FastAPI) -> None:
    """Give every failure of the app the one shape."""
    app.add_exception_handler(SimmerError, _simmer)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Exception, _unforeseen)
