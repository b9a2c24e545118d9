"""Marks such as [353] in a text: the ids of the messages it rests on, for the built-in pages only.

A mark counts where its id belongs to the evidence of the text; any other number in brackets is
left as it was written.
"""

import re
from collections.abc import Collection

MARK = re.compile(r"\s?\[(\d{1,18})\]")


def cited_ids(text: str, evidence: Collection[int]) -> tuple[int, ...]:
    """The ids a text cites, in the order of their first mark."""
    ids = (int(mark[1]) for mark in MARK.finditer(text))
    return tuple(dict.fromkeys(id_ for id_ in ids if id_ in evidence))


def without_marks(text: str, evidence: Collection[int]) -> str:
    """The text as it may leave the product: ids of ours mean nothing elsewhere."""
    return MARK.sub(lambda mark: "" if int(mark[1]) in evidence else mark[0], text)
