"""What people have in hand is left to them: a host who is by, an answer, a quarrel seen to."""

from dataclasses import replace

import pytest

from agent.listening.advert_reach import advert_score
from agent.listening.signal import SignalKind
from evals.made import Made, chosen, decided


def made(*lines: str, at: int, language: str = "zh") -> Made:
    """A moment of these lines, looked at after so many minutes."""
    return Made(move="", fires=True, case="", language=language, at=at, lines=lines)


@pytest.mark.parametrize(
    ("language", "asked", "host", "member"),
    [
        ("zh", "0 阿冉: 请问冷链车的温度记录要存几年", "周姐", "大强"),
        ("en", "0 Mei: does anyone know how long we keep the cold chain logs?", "Ines", "Bram"),
    ],
)
def test_a_debt_waits_while_a_host_is_by(language: str, asked: str, host: str, member: str) -> None:
    notice = {"zh": "周四的车改走北门", "en": "thursday's truck uses the north gate"}[language]
    seen = made(asked, f"60 {host}: {notice}", at=80, language=language)
    assert chosen(seen) not in {"no_orphan", "expert_handoff"}
    assert chosen(replace(seen, at=100)) in {"no_orphan", "first_reply", "expert_handoff"}
    peer = made(asked, f"60 {member}: {notice}", at=80, language=language)
    assert chosen(peer) in {"no_orphan", "first_reply", "expert_handoff"}


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("zh", ("0 佳佳: 有没有好用的麦克风推荐", "2 大强: 领夹麦几十块,比耳机管用")),
        ("en", ("0 Mei: what should we call the stall this year?", "2 Bram: that is the best one")),
    ],
)
def test_the_answer_to_a_question_is_no_bare_claim(language: str, lines: tuple[str, ...]) -> None:
    moment = decided(made(*lines, at=30, language=language)).moment
    assert not any(signal.facts["opens_topic"] for signal in moment.of(SignalKind.BARE_CLAIM))
    assert chosen(made(*lines, at=30, language=language)) != "press_reason"


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        (
            "zh",
            (
                "0 周姐: 欢迎新同学 @小何,每天12点前先看群公告第1条,不用补前面3天的",
                "2 小何>0: 谢谢周姐",
                "3 大强>0: 欢迎欢迎",
            ),
        ),
        (
            "zh",
            (
                "0 阿冉: 样品寄给客户走什么流程",
                "20 小方>0: 系统里提申请,5000以下主管批就行,必须下午4点前提,过了4点明天发",
                "22 阿冉>1: 谢谢小方",
            ),
        ),
        (
            "en",
            (
                "0 Mei: how do i send a sample to a client?",
                "20 Tomasz>0: file a request first, at most 2 days, then it is sent",
                "22 Mei>1: thanks Tomasz",
            ),
        ),
    ],
)
def test_a_welcome_or_an_answer_of_the_desk_is_no_talk_to_keep(
    language: str, lines: tuple[str, ...]
) -> None:
    assert chosen(made(*lines, at=55, language=language)) != "digest_kb"


def test_newcomers_are_not_greeted_into_a_talk_a_host_just_opened() -> None:
    came = ("0 *: 小何加入了群聊", "30 周姐: 第二周:找一个人开口要一笔赞助", "34 大强: 找我舅")
    assert chosen(replace(made(*came, at=36), joined={"小何": 0})) != "welcome"
    assert chosen(replace(made(*came, at=60), joined={"小何": 0})) == "welcome"


def test_who_was_stopped_by_a_host_is_not_warned_as_well() -> None:
    heat = made(*["0 佳佳: 明天的表我排好了", "2 大强: 这群垃圾家长,脑残"], at=3, language="zh")
    assert chosen(heat) == "warn"
    stopped = replace(heat, lines=(*heat.lines, "4 周姐: 到此为止,我分别找两位"), at=19)
    assert chosen(stopped) != "warn"


@pytest.mark.parametrize("said", ["we tested voice notes on whatsapp, 7 of 30 gave", "Telegram"])
def test_where_people_write_is_no_advert(said: str) -> None:
    assert advert_score(said)[0] == 0.0
    assert advert_score("great price on shoes, whatsapp me")[0] > 0.8


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        (
            "zh",
            (
                "0 阿冉: 我也来一段,昨天给客户讲了三分钟产品,他居然听完了还加了单",
                "3 大强>0: 先把参数弄明白再开口吧",
                "5 阿冉>1: 哦 好的",
            ),
        ),
        (
            "en",
            (
                "0 Mei: first time we ran a stall all by ourselves, two saturdays, 312 raised",
                "3 Bram>0: 312? i wouldn't call that fundraising",
                "6 Mei>1: ah. well. we were happy",
            ),
        ),
    ],
)
def test_who_is_made_small_and_was_only_happy_is_seen(
    language: str, lines: tuple[str, ...]
) -> None:
    assert chosen(made(*lines, at=10, language=language)) == "soften"
