import pytest

from community.citing import cited_ids, without_marks


@pytest.mark.parametrize(
    ("text", "ids", "left"),
    [
        pytest.param("先拆两页[353][354]。", (353, 354), "先拆两页。", id="two marks"),
        pytest.param("Split it [354], then [353].", (354, 353), "Split it, then.", id="in order"),
        pytest.param("[353] 说过[353]", (353,), " 说过", id="once each"),
        pytest.param("见[9]，第[1]条", (), "见[9]，第[1]条", id="no evidence of ours"),
        pytest.param("[笑哭] 没有", (), "[笑哭] 没有", id="a sign"),
    ],
)
def test_a_mark_counts_where_its_id_is_evidence(text: str, ids: tuple[int, ...], left: str) -> None:
    evidence = {353, 354}
    assert cited_ids(text, evidence) == ids
    assert without_marks(text, evidence) == left
