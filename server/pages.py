"""The built web pages: files, one page for every address of ours, and a strict policy."""

from pathlib import Path

from fastapi import FastAPI, Request, Response
from fastapi.responses import FileResponse, HTMLResponse
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from community.errors import NotFound
from server.locales import sentence
from server.tongue import language_of

DIST = Path(__file__).parent / "web" / "dist"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
}


def guarded(app: ASGIApp) -> ASGIApp:
    """Give every response the headers that keep a page to itself."""

    async def run(scope: Scope, receive: Receive, send: Send) -> None:
        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        await app(scope, receive, sent)

    return run


def install(app: FastAPI, dist: Path = DIST) -> None:
    """Serve the pages; an address that is no file is answered by the one page."""
    app.add_middleware(guarded)

    async def page(request: Request, path: str) -> Response:
        if path == "api" or path.startswith("api/"):
            raise NotFound("not_found")
        file = _file(dist, path)
        if file is not None:
            lasting = "public, max-age=31536000, immutable" if path.startswith("assets/") else ""
            return FileResponse(file, headers={"Cache-Control": lasting or "no-cache"})
        if (dist / "index.html").is_file():
            return FileResponse(dist / "index.html", headers={"Cache-Control": "no-cache"})
        text = sentence(language_of(request), "page.not_built", {})
        return HTMLResponse(f"<!doctype html><meta charset=utf-8><p>{text}</p>", status_code=503)

    app.add_api_route("/{path:path}", page, methods=["GET", "HEAD"], include_in_schema=False)


def _file(dist: Path, path: str) -> Path | None:
    """The file of a path, if it lies inside the built pages."""
    wanted = (dist / path).resolve()
    return wanted if wanted.is_relative_to(dist.resolve()) and wanted.is_file() else None
