from evals.benches import figures
from evals.histories import history
from evals.task import Options
from evals.tasks import anomalies


def test_a_history_is_drawn_from_its_seed_alone() -> None:
    one, again = history(7, "drop"), history(7, "drop")
    assert one == again
    assert one.since == one.due
    assert history(7, "nothing").due is None


def test_alerts_are_judged_against_what_was_planted() -> None:
    drop = history(7, "drop")
    assert drop.since is not None
    found = anomalies.judged(drop, lambda one: [(one.since or anomalies.START, "fewer_speak")])
    assert (found.found, found.right_cause, found.false) == (True, True, 0)
    missed = anomalies.judged(drop, lambda _: [(anomalies.WATCHED_FROM, "fewer_speak")])
    assert (missed.found, missed.false) == (False, 1)


def test_the_eval_says_recall_and_false_alarms_beside_the_floor() -> None:
    measured = anomalies.measure(Options(size=2))
    assert measured["histories"] == 2
    assert {"recall", "false_per_quarter", "floor", "tuned"} <= set(measured)


def test_the_bench_counts_what_it_made() -> None:
    measured = figures.measure(Options(size=1500))
    assert measured["messages"] == 1500
    assert float(str(measured["report_ms"])) > float(str(measured["floor_json_ms"]))
