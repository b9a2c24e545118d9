"""`python -m server.openapi` writes the description of the API that the pages are typed from."""

import json
from pathlib import Path

from fastapi.openapi.utils import get_openapi

from server.app import api_routes

HOME = Path(__file__).parent / "web" / "openapi.json"


def description() -> str:
    """The API as OpenAPI JSON, the same text on every machine."""
    schema = get_openapi(title="Simmer", version="1", routes=api_routes())
    return json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


if __name__ == "__main__":
    HOME.parent.mkdir(parents=True, exist_ok=True)
    HOME.write_text(description(), encoding="utf-8")
