import pytest

from agent.copying import worth_copying
from agent.decide import decide
from agent.moves.brief import Line
from community.conversation import Message
from community.people import Role
from community.review import Ledger
from tests.builders import a_member, a_talk, said

HOST = a_member(1, "周姐", Role.FACILITATOR)
LIN, MIN = a_member(2, "小林"), a_member(3, "阿敏")
NAMES = {1: "周姐", 2: "小林", 3: "阿敏"}
SHOWN = "孩子发烧了家长联系不上，请帮忙打王强爸爸13800138000，家里住在和平路12号"


def spans(move: str, *messages: Message, language: str = "zh") -> tuple[str, ...]:
    talk = a_talk(messages, [HOST, LIN, MIN], language=language)
    lines = tuple(
        Line(message_id=each.id, name=NAMES[each.author_id or 0], text=each.text)
        for each in messages
    )
    moment = decide(talk, Ledger(), messages[-1].at).moment
    return tuple(worth_copying(move, messages[0], lines, moment, language))


def test_what_shows_a_person_is_never_worth_copying() -> None:
    told = spans("no_orphan", said(1, LIN, SHOWN))
    assert told
    assert not any("1380" in span or "和平路" in span for span in told)


def test_of_a_line_that_should_not_stand_there_nothing_is_copied() -> None:
    assert spans("rule_notice", said(1, LIN, SHOWN)) == ()


@pytest.mark.parametrize(
    ("language", "first", "second"),
    [
        ("zh", "月底的报表周四17点之前交给前台，纸质的", "更正一下，报表不是17点，是15点之前交"),
        (
            "en",
            "the monthly report is due at 17, on paper",
            "correction: not 17, the report is due at 15",
        ),
    ],
)
def test_a_number_that_was_put_right_is_not_copied_save_to_say_so(
    language: str, first: str, second: str
) -> None:
    before, after = said(1, LIN, first), said(2, MIN, second, minutes=3, reply_to=1)
    assert any("17" in span for span in spans("no_orphan", before, language=language))
    assert not any("17" in span for span in spans("no_orphan", before, after, language=language))
    kept = spans("correct_gently", before, after, language=language)
    assert any("17" in span for span in kept)


def test_a_number_that_still_holds_is_copied() -> None:
    before = said(1, LIN, "上学期班里晚到的从9个降到2个")
    after = said(2, MIN, "我们班也是，站门口一周就见效", minutes=3, reply_to=1)
    assert any("9个" in span for span in spans("say_more", before, after))
