"""Made moments, three that call for each move and three that do not: 100 % is the floor.

`fresh` are eighty moments of other trades (nurses, shop managers, language learners, maintainers of
open source), written before the rules met them. On the first run of sixty, before any rule was
changed for them, `due_met` was .69 (25 of 36) and `quiet` 1.0 (24 of 24); of twenty more, harder
ones, written after that, .47 (7 of 15) and 1.0 (5 of 5). They have been worked on since.

`reworded` are 179 moments written in two goes to find out where wordings are too narrow. Before
anything was changed for them the first go (102) had due_met .41 (30 of 74) and quiet .93 (26 of
28), the second (77) .69 (37 of 54) and .91 (21 of 23). Some are still missed.

`unheard` are 162 moments written in three goes, each before a rule was changed for it: due_met .67
(39 of 58), .49 (18 of 37) and .64 (21 of 33), quiet .86 (12 of 14), .9 and .8 (8 of 10). They have
been worked on since; the third go was still at .64 after the first two were met, so that is what to
expect of words nobody has read.

simmer eval moves --json
"""

from collections import defaultdict
from pathlib import Path

from agent.moves.catalogue import MOVES
from evals.made import FRESH, HOME, REWORDED, UNHEARD, chosen, read_made
from evals.task import Figures, Options

SILENT = "stay_silent"


def measure(options: Options) -> Figures:
    """Per move how many of its moments fired and how many of the others stayed silent."""
    right: defaultdict[str, list[bool]] = defaultdict(list)
    silent: defaultdict[str, list[bool]] = defaultdict(list)
    wrong: list[str] = []
    for made in read_made(options.data or HOME):
        fired = (chosen(made) or SILENT) == made.move
        (right if made.fires else silent)[made.move].append(fired is made.fires)
        if fired is not made.fires:
            wrong.append(f"{made.move}: {made.case}")
    return {
        "moves": len(right),
        "without_moments": [move for move in MOVES if move not in right],
        "fired": _share(right),
        "silent": _share(silent),
        "wrong": list(wrong),
        "per_move": {
            move: {"fired": _part(right[move]), "silent": _part(silent[move])} for move in right
        },
        "fresh": _met(FRESH),
        "reworded": _met(REWORDED),
        "unheard": _met(UNHEARD),
    }


def _met(path: Path) -> Figures:
    """How many moments were met by an acceptable move, and how many others stayed silent."""
    met: list[bool] = []
    quiet: list[bool] = []
    for made in read_made(path):
        right = (chosen(made) or SILENT) in made.move.split("|")
        (quiet if made.move == SILENT else met).append(right)
    return {"due_met": _part(met), "quiet": _part(quiet)}


def _part(results: list[bool]) -> str:
    return f"{sum(results)}/{len(results)}"


def _share(results: dict[str, list[bool]]) -> float:
    every = [result for each in results.values() for result in each]
    return round(sum(every) / max(1, len(every)), 4)
