"""The replay of channel logs: what counts as early, missed, needless and left out."""

from datetime import timedelta
from pathlib import Path
from typing import cast

from agent.moves.waiting import HASTE
from evals.irc import read_log
from evals.task import Figures, Options
from evals.tasks.gate import Asked, Outcome, looks_at, measure, questions_of, rates
from tests.builders import MONDAY

CONTEXT = ["=== eve has joined the channel"] * 1000
STEPS = range(6, 80, 3)
TALK = [
    "[00:02] <bob> does anybody know where the old printer driver lives?",
    "[00:03] <cat> where do i set the proxy for apt?",
    "[00:05] <dan> cat: in /etc/apt/apt.conf, Acquire::http::Proxy",
    *[f"[{at // 60:02}:{at % 60:02}] <ann> and the log of step {at} is fine too" for at in STEPS],
]
ANNOTATION = [
    *("1000 1000 -", "1001 1001 -", "1001 1002 -"),
    *[f"{line} {line} -" for line in range(1003, 1003 + len(STEPS))],
]
AT = MONDAY


def an_outcome(answered: float | None, drafted: float | None, left: float = 600) -> Outcome:
    asked = Asked(
        id=1,
        at=AT,
        answered_at=None if answered is None else AT + timedelta(minutes=answered),
        ends_at=AT + timedelta(minutes=left),
        linked=True,
    )
    came = None if drafted is None else AT + timedelta(minutes=drafted)
    return Outcome(asked=asked, drafted_at=came, patience=timedelta(minutes=10))


def test_the_rates_are_counted_by_hand() -> None:
    outcomes = [
        an_outcome(answered=20, drafted=10),
        an_outcome(answered=20, drafted=30),
        an_outcome(answered=20, drafted=None),
        an_outcome(answered=20, drafted=None),
        an_outcome(answered=None, drafted=12),
        an_outcome(answered=None, drafted=None),
        an_outcome(answered=None, drafted=None, left=9),
    ]
    found = rates(outcomes)
    assert (found["fir"], found["needless"], found["mir"]) == (0.25, 0.25, 0.5)
    assert (found["answered"], found["orphans"], found["excluded"]) == (4, 2, 1)


def test_an_orphan_gets_a_draft_and_an_answered_question_none_before_its_answer() -> None:
    log = read_log("made", [*CONTEXT, *TALK], ANNOTATION)
    asked = {each.id: each for each in questions_of(log)}
    assert set(asked) == {1000, 1001}
    looks = looks_at(log)
    came = {anchor: at for at, anchor in reversed(looks.free)}
    assert came[1000] >= asked[1000].at + HASTE * looks.patience[asked[1000].at]
    assert 1001 not in came


def test_the_figures_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / "made.ascii.txt").write_text("\n".join([*CONTEXT, *TALK]))
    (tmp_path / "made.annotation.txt").write_text("\n".join(ANNOTATION))
    found = measure(Options(data=tmp_path))
    assert (found["fir"], found["mir"], found["questions"]) == (0.0, 0.0, 2)
    assert (found["answered"], found["orphans"], found["others_per_100"]) == (1, 1, 0.0)
    assert cast("Figures", found["floor"])["needless"] == 1.0
