import pytest

from agent.distilling.scope import goes_further


@pytest.mark.parametrize(
    ("said", "source"),
    [
        ("所有题不看错误率都讲", "核心题不看错误率都讲"),
        ("迟到的一律写条", "迟到的写条"),
        ("always send the notes first", "i sent the notes first and it helped"),
        ("every manager should do this", "new managers should do this"),
    ],
)
def test_a_claim_for_all_needs_a_source_for_all(said: str, source: str) -> None:
    assert goes_further(said, source)


@pytest.mark.parametrize(
    ("said", "source"),
    [
        ("核心题不看错误率都讲", "核心题不看错误率都讲"),
        ("每个人写一张", "每人一张，全部写"),
        ("nobody asked at all", "nobody asked"),
        ("all notes go first", "we send every note first"),
    ],
)
def test_what_goes_as_far_as_its_source_stands(said: str, source: str) -> None:
    assert not goes_further(said, source)
