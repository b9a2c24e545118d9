"""What speaks for a link in the messages that follow, where they are known already."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from agent.listening.memory import AUTHOR, NOBODY, Heard, Ints

AHEAD = 15
RETURNS_AT_ONCE = 9


def following(heard: Heard, table: Ints, ahead: Sequence[Heard], out: NDArray[np.float32]) -> None:
    """Who turns to whom in the messages that follow: one line of `out` for each thing to know.

    Where nothing has followed yet everybody "returns at once" and all else stays 0.
    """
    if not ahead:
        out[RETURNS_AT_ONCE] = 1
        return
    authors: list[int] = table[AUTHOR].tolist()
    me = heard.author
    mine = next((said for said in ahead if said.author == me), None)
    to_me = {said.author for said in ahead if me in said.mentions}
    first_to_me = next((said.author for said in ahead if me in said.mentions), NOBODY)
    from_me = {named for said in ahead if said.author == me for named in said.mentions}
    follow = mine.mentions if mine else ()
    returns = {
        author: next((at for at, said in enumerate(ahead) if said.author == author), len(ahead))
        for author in set(authors)
    }
    turned = {
        author: next(
            (said.mentions[0] for said in ahead if said.author == author and said.mentions), NOBODY
        )
        for author in set(authors)
    }
    columns = (
        [author in to_me for author in authors],
        [author == first_to_me for author in authors],
        [author in from_me for author in authors],
        [author in follow for author in authors],
        [bool(follow) and author not in follow for author in authors],
        [bool(to_me) and author not in to_me for author in authors],
        [turned[author] == me for author in authors],
        [turned[author] not in (me, NOBODY) for author in authors],
        [returns[author] / AHEAD for author in authors],
        [returns[author] == 0 for author in authors],
        [bool(ahead) and ahead[0].author == me for _ in authors],
        [bool(mine) for _ in authors],
    )
    out[:] = columns
