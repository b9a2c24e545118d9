"""Setting a page in type: typst in a child of its own, so that nothing waits and all of it ends.

What members wrote goes to the template as values of a JSON text, never as source: a template sets
a value letter by letter, so markup in it is only letters.
"""

import asyncio
import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from community.errors import Conflict
from server.printing import child

Format = Literal["pdf", "png"]
Sheet = Mapping[str, object]
TEMPLATES = Path(__file__).parent / "templates"
LONGEST = 25.0
"""Seconds a child may work before it is ended."""
AT_ONCE = 2
"""Children that work at the same time; others wait for their turn."""
PPI = 200
_TURNS = asyncio.Semaphore(AT_ONCE)


async def typeset(
    template: str, sheet: Sheet, form: Format, *, longest: float = LONGEST, ppi: int = PPI
) -> bytes:
    """The page as a file; Conflict where typst fails or takes too long."""
    order = {
        "template": str(TEMPLATES / f"{template}.typ"),
        "root": str(TEMPLATES),
        "sheet": sheet,
        "form": form,
        "ppi": ppi,
    }
    async with _TURNS:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-I",
            child.__file__,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        written = json.dumps(order, ensure_ascii=False).encode("utf-8", "replace")
        try:
            made, said = await asyncio.wait_for(process.communicate(written), longest)
        except TimeoutError as error:
            raise Conflict("typesetting_too_long", seconds=int(longest)) from error
        finally:
            if process.returncode is None:
                process.kill()
                await process.wait()
    if process.returncode != 0 or not made:
        problem = said.decode("utf-8", "replace").strip().splitlines()[-1:] or ["–"]
        raise Conflict("typesetting_failed", problem=problem[0][:300])
    return made
