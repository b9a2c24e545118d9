"""The eval of threads measures what its name says, on a log small enough to count by hand."""

from pathlib import Path

import pytest

from community.errors import Invalid
from evals.irc import CONTEXT, read_log, read_logs
from evals.scorers.clusters import clusters, exact_f1, link_score, scaled_vi
from evals.task import Options
from evals.tasks.threads import measure, mention_rule, previous

LINES = [
    *["[10:00] <anna> so"] * CONTEXT,
    "[23:58] <anna> does sound work for anybody?",
    "=== bo [~bo@host]  has joined #room",
    "[23:59] <bo> anna: yes, with alsa",
    "=== bo is now known as bobo",
    "[00:01] <bobo> and pulse",
]
ANNOTATION = [
    "1000 1000 -",
    "1001 1001 -",
    "1000 1002 -",
    "1003 1003 -",
    "1002 1004 -",
    "17 900 -",
]


def written(folder: Path) -> Path:
    (folder / "a.ascii.txt").write_text("\n".join(LINES))
    (folder / "a.annotation.txt").write_text("\n".join(ANNOTATION))
    return folder


def test_context_lines_are_read_and_not_scored() -> None:
    log = read_log("a", LINES, ANNOTATION)
    assert len(log.messages) == CONTEXT + 5
    assert set(log.parents) == {1000, 1001, 1002, 1003, 1004}


def test_a_renamed_nick_is_the_same_person_and_midnight_goes_on() -> None:
    log = read_log("a", LINES, ANNOTATION)
    assert log.messages[1002].author_id == log.messages[1004].author_id
    times = [message.at for message in log.messages]
    assert times == sorted(times)


def test_the_floors_follow_their_rules() -> None:
    log = read_log("a", LINES, ANNOTATION)
    assert previous(log)[1002] == 1000
    assert mention_rule(log)[1002] == 1000
    assert mention_rule(log)[1004] == 1002


def test_links_are_counted_with_every_annotated_parent() -> None:
    score = link_score({1: 1, 2: 1}, {1: frozenset({1}), 2: frozenset({0, 1})})
    assert (score.right, score.guessed, score.annotated) == (2, 2, 3)
    assert score.f1 == pytest.approx(0.8)


def test_the_same_threads_score_full_and_one_heap_does_not() -> None:
    kept = [("a", line) for line in range(4)]
    two = clusters([(kept[0], kept[1]), (kept[2], kept[3])], kept)
    heap = clusters([(kept[0], key) for key in kept], kept)
    assert (scaled_vi(two, two), exact_f1(two, two)) == (1.0, 1.0)
    assert scaled_vi(two, heap) == pytest.approx(0.5)
    assert exact_f1(two, heap) == 0.0


def test_the_eval_reports_every_figure_of_its_contract(tmp_path: Path) -> None:
    figures = measure(Options(data=written(tmp_path)))
    assert figures["messages"] == CONTEXT + 5
    contract = {"precision", "recall", "f1", "clusters_vi", "exact_f1", "ms_per_message"}
    assert contract <= set(figures)
    assert figures["f1"] == 100.0


def test_a_folder_without_logs_is_refused(tmp_path: Path) -> None:
    assert list(read_logs(tmp_path)) == []
    with pytest.raises(Invalid):
        measure(Options(data=tmp_path))
