from agent.moves.brief import Line
from agent.wording.deals import settled_in
from agent.wording.points import Card, points_of
from agent.wording.summaries import open_question_of

ZH = Card(language="zh", room=40)
EN = Card(language="en", room=24)


def lines(*said: tuple[str, str]) -> list[Line]:
    return [Line(message_id=at, name=name, text=text) for at, (name, text) in enumerate(said, 1)]


def test_a_number_that_was_taken_back_is_not_carried_on() -> None:
    talk = lines(
        ("罗一鸣", "不是有规定吗 初中书面作业一天不超过60分钟"),
        ("老陆", "我按中间那批算,后面十来个减题不加时"),
        ("孟晓蕾", "更正一下:初中书面作业是不超过90分钟,60分钟是小学三到六年级的"),
    )
    spans = " ".join(point.span for point in points_of(talk, ZH))
    assert "不超过60分钟" not in spans
    assert "90分钟" in spans


def test_the_corrected_number_of_a_result_is_the_one_that_stands() -> None:
    talk = lines(
        ("Kofi", "cut to 4 in january. first call to offer went from 41 days to 26"),
        ("Mei", "we did 30 weekly with 5 people and it worked"),
        ("Kofi", "correction to myself: the 26 is wrong, two offers were counted from the onsite"),
    )
    assert all("to 26" not in point.span for point in points_of(talk, EN))


def test_both_sides_of_a_disagreement_are_kept() -> None:
    talk = lines(
        ("老陆", "写够40分钟家长签字可以停笔,后面十来个减题不加时"),
        ("柳青", "不赞成签字停笔。签两周以后就天天签了"),
    )
    points = points_of(talk, ZH)
    assert [point.line.name for point in points] == ["老陆", "柳青"]
    assert points[1].differs


def test_who_came_round_does_not_differ_any_more() -> None:
    talk = lines(
        ("柳青", "40%一刀切我不同意。有的题错误率20%,不讲后面要还账"),
        ("江楠", "那加一条:核心题不看错误率都讲"),
        ("柳青", "这样可以"),
    )
    assert not points_of(talk, ZH)[0].differs


def test_only_a_last_question_nobody_took_up_is_open() -> None:
    asked = ("许冉", "账期换价的时候要不要重新签合同?")
    assert open_question_of(lines(("老陆", "先看月单稳不稳"), asked), "zh") is not None
    assert open_question_of(lines(asked, ("老陆", "要的,先签再发货")), "zh") is None


def test_an_agreement_is_a_proposal_and_who_said_yes_in_words() -> None:
    talk = lines(
        ("周砚秋", "那就定:3月9号起三个班试两周,总数超了报我"),
        ("曾佳", "👌"),
        ("罗一鸣", "好"),
        ("许冉", "食堂今天糖醋排骨"),
    )
    settled = settled_in(talk, "zh")
    assert settled is not None
    proposal, span, agreed = settled
    assert proposal.name == "周砚秋"
    assert "3月9号起" in span
    assert [line.name for line in agreed] == ["曾佳", "罗一鸣"]
