"""The child that sets one page: an order as JSON comes in, the file goes out.

It stands alone: it imports nothing of ours, so that it starts in the time typst needs.
"""

import json
import sys
from pathlib import Path

import manimgx_fonts_cjk
import pylopdf_fonts_zh_cn
import typst

FAILED = 3


def main() -> int:
    """Set what is ordered; the result is the exit code."""
    order = json.loads(sys.stdin.buffer.read())
    homes = [Path(str(each.__file__)).parent for each in (manimgx_fonts_cjk, pylopdf_fonts_zh_cn)]
    fonts = typst.Fonts(include_system_fonts=False, font_paths=homes)
    try:
        made = typst.compile(
            order["template"],
            root=order["root"],
            font_paths=fonts,
            format=order["form"],
            ppi=float(order["ppi"]),
            sys_inputs={"sheet": json.dumps(order["sheet"], ensure_ascii=False)},
            timestamp=0,
        )
    except RuntimeError as error:
        sys.stderr.write(str(error))
        return FAILED
    sys.stdout.buffer.write(made)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
