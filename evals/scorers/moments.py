"""Labelled moments: was something said when silence was wrong, and nothing when it was right."""

from collections.abc import Iterable

from agent.replay import Replayed, replay
from evals.labelled import Judged, Sample
from evals.task import Figures

SILENT = "stay_silent"


def judge_moments(sample: Sample) -> Figures:
    """due_met, quiet and blunders over all moments, each looked at without the future.

    What an earlier look offered counts as told: a debt is named once. `due_any` counts any
    draft at a moment where silence is wrong.
    """
    looks = replay(sample.talk, [moment.at for moment in sample.moments])
    judged = list(zip(sample.moments, looks, strict=True))
    due = [(moment, move_of(look)) for moment, look in judged if moment.due]
    still = [move_of(look) for moment, look in judged if moment.only_silence]
    return {
        "moments": len(judged),
        "due": len(due),
        "due_met": _share(move in moment.acceptable for moment, move in due),
        "due_any": _share(move != SILENT for _, move in due),
        "quiet": _share(move == SILENT for move in still),
        "blunders": _share(is_blunder(moment, look) for moment, look in judged),
        "spoke": sum(move_of(look) != SILENT for _, look in judged),
    }


def move_of(look: Replayed) -> str:
    """The move a look chose; silence is one."""
    return look.candidate.move if look.candidate else SILENT


def is_blunder(moment: Judged, look: Replayed) -> bool:
    """Whether the look chose what the label names as harm."""
    return move_of(look) in moment.unacceptable


def _share(results: Iterable[bool]) -> float:
    """The share of True, four digits; 1 where there was nothing to judge."""
    counted = list(results)
    return round(sum(counted) / len(counted), 4) if counted else 1.0
