import pytest

from agent.moves.brief import Line
from agent.wording.deals import deal_in, is_dated, settled_in


@pytest.mark.parametrize(
    ("proposal", "language", "deal"),
    [
        (
            "超了找我,我去说。那就定:3月9号起三个班试两周,课代表写预计时间,总数超了报我",
            "zh",
            "3月9号起三个班试两周,课代表写预计时间,总数超了报我",
        ),
        (
            "@彭程 都别急着定。彭程班先试,柳青班不试,第6周各拿一次单元测对一下?我不站队,想看数",
            "zh",
            "彭程班先试,柳青班不试,第6周各拿一次单元测对一下",
        ),
        (
            "packet swap for next cycle? everyone brings one page. thu 9 april 15:00 lisbon",
            "en",
            "packet swap for next cycle: everyone brings one page. thu 9 april 15:00 lisbon",
        ),
    ],
)
def test_an_agreement_is_told_without_what_was_said_around_it(
    proposal: str, language: str, deal: str
) -> None:
    assert deal_in(proposal, language) == deal


def test_what_is_only_an_aside_settles_nothing() -> None:
    assert deal_in("都别急着定", "zh") is None


@pytest.mark.parametrize(
    ("what", "dated"), [("周三下午对一次", True), ("轮流写周报", False), ("from april 9 on", False)]
)
def test_an_agreement_without_a_when_is_known(what: str, *, dated: bool) -> None:
    assert is_dated(what) is dated


def test_who_says_that_it_works_has_agreed() -> None:
    lines = [
        Line(message_id=1, name="Abena", text="wednesday 19:00, question 3 first"),
        Line(message_id=2, name="hana", text="works"),
        Line(message_id=3, name="Sunil", text="is the room open?"),
    ]
    settled = settled_in(lines, "en", lines[0])
    assert settled is not None
    assert [line.name for line in settled[2]] == ["hana"]
