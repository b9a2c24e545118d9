"""Runs of characters as places in a fixed table: no vocabulary to ship, nothing to look up.

A run of n characters is hashed by its code points (a polynomial, then the finalizer of splitmix64);
the place in the table is the hash modulo its size. Two runs may share a place: the table is large
enough that few common ones do.
"""

import numpy as np
from numpy.typing import NDArray

Places = NDArray[np.int64]
_BASE = np.uint64(0x100000001B3)
_FIRST = np.uint64(0xBF58476D1CE4E5B9)
_SECOND = np.uint64(0x94D049BB133111EB)


def places(text: str, longest: int, size: int, salt: int = 0) -> list[Places]:
    """For each length 1…`longest`, the place of the run that begins at each character."""
    codes = np.frombuffer(text.encode("utf-32-le", "replace"), dtype="<u4").astype(np.uint64)
    found: list[Places] = []
    rolled = np.zeros(len(codes), dtype=np.uint64)
    for length in range(1, longest + 1):
        if len(codes) < length:
            break
        count = len(codes) - length + 1
        rolled = rolled[:count] * _BASE + codes[length - 1 :] + np.uint64(1)
        found.append(_mixed(rolled + np.uint64(salt * 1009 + length), size))
    return found


def _mixed(values: NDArray[np.uint64], size: int) -> Places:
    values = (values ^ (values >> np.uint64(30))) * _FIRST
    values = (values ^ (values >> np.uint64(27))) * _SECOND
    return ((values ^ (values >> np.uint64(31))) % np.uint64(size)).astype(np.int64)
