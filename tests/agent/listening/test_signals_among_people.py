"""What is noticed: each kind of signal with talk that shows it and talk that does not."""

from dataclasses import replace

import pytest

from agent.listening.signal import SignalKind
from agent.listening.signals import signals_in
from community.conversation import LinkSource, MessageKind, Talk
from community.people import Purpose
from tests.agent.listening.rooms import ALL, HOST, LI, MIN, WU, noticed, room
from tests.builders import MONDAY, said

QUESTION = said(1, MIN, "有没有人用过分组讨论的计分表?")


def test_a_put_down_stands_until_somebody_stands_by_the_share() -> None:
    share = said(1, MIN, "分享我们班家长会的流程:先放录像,再分组聊二十分钟,最后写纸条")
    down = said(2, LI, "花架子,网上抄的吧", reply_to=1, minutes=2)
    assert noticed(room([share, down]), 5)[SignalKind.PUT_DOWN].message_ids == (2, 1)
    support = said(3, WU, "挺好啊,能看看话题卡吗", reply_to=1, minutes=4)
    assert SignalKind.PUT_DOWN not in noticed(room([share, down, support]), 5)


def test_a_quarrel_is_a_conflict_and_an_argument_is_not() -> None:
    quarrel = [
        said(1, MIN, "课被占了?"),
        said(2, LI, "一节课而已,至于吗", reply_to=1, minutes=1),
        said(3, MIN, "你凭什么每次都这样", reply_to=2, minutes=2),
        said(4, LI, "你自己班什么样,心里没数?", reply_to=3, minutes=3),
        said(5, MIN, "你这话说得出口", reply_to=4, minutes=4),
    ]
    assert set(noticed(room(quarrel), 5)[SignalKind.CONFLICT].member_ids) == {MIN.id, LI.id}
    argument = [
        said(1, MIN, "分层我反对,孩子会贴标签"),
        said(2, LI, "不同意,我们不写ABC", reply_to=1, minutes=1),
        said(3, MIN, "可是自选会选简单的", reply_to=2, minutes=2),
        said(4, LI, "所以两周看一次数", reply_to=3, minutes=3),
    ]
    found = noticed(room(argument), 5)
    assert SignalKind.CONFLICT not in found
    assert SignalKind.DISAGREEMENT in found


def _doubting(talk: Talk, confidence: float) -> Talk:
    """The same talk, its answers only guessed."""
    guessed = {
        id_: replace(link, confidence=confidence, by=LinkSource.MODEL)
        for id_, link in talk.links.items()
    }
    return replace(talk, links=guessed)


@pytest.mark.parametrize(("confidence", "named"), [(0.49, False), (0.5, True)])
def test_nobody_is_held_to_an_answer_that_is_only_guessed(
    confidence: float,
    *,
    named: bool,
) -> None:
    share = said(1, MIN, "分享我们班家长会的流程:先放录像,再分组聊二十分钟,最后写纸条")
    down = said(2, LI, "花架子,网上抄的吧", reply_to=1, minutes=2)
    quarrel = [
        said(1, MIN, "课被占了?"),
        said(2, LI, "一节课而已,至于吗", reply_to=1, minutes=1),
        said(3, MIN, "你凭什么每次都这样", reply_to=2, minutes=2),
        said(4, LI, "你自己班什么样,心里没数?", reply_to=3, minutes=3),
        said(5, MIN, "你这话说得出口", reply_to=4, minutes=4),
    ]
    for talk, kind in (
        (room([share, down]), SignalKind.PUT_DOWN),
        (room(quarrel), SignalKind.CONFLICT),
    ):
        assert (kind in noticed(_doubting(talk, confidence), 5)) is named


def test_distress_needs_two_signs_in_the_present() -> None:
    worn = [said(1, MIN, "睡不着,真不想干了")]
    assert noticed(room(worn), 2)[SignalKind.DISTRESS].member_ids == (MIN.id,)
    assert SignalKind.DISTRESS not in noticed(room([said(1, MIN, "昨晚睡不着")]), 2)


def test_scorn_for_a_first_try_is_a_put_down_also_under_its_picture() -> None:
    told = said(1, MIN, "第一次自己把静脉针扎上,手心全是汗,练了快一个月")
    picture = replace(said(2, MIN, "[图片]", minutes=1), kind=MessageKind.MEDIA)
    scorn = said(3, LI, "这也值得发?实习生都会", reply_to=2, minutes=3)
    assert noticed(room([told, picture, scorn]), 5)[SignalKind.PUT_DOWN].message_ids == (3, 1)
    cheer = said(3, LI, "厉害,第一次都这样", reply_to=2, minutes=3)
    assert SignalKind.PUT_DOWN not in noticed(room([told, picture, cheer]), 5)


def test_despair_told_of_somebody_else_is_no_distress_of_the_teller() -> None:
    own = said(1, MIN, "我坐在车里一直没上楼,觉得什么都没意思")
    assert SignalKind.DISTRESS in noticed(room([own]), 5)
    others = said(1, MIN, "那个客户说他失眠,心里堵")
    assert SignalKind.DISTRESS not in noticed(room([others]), 5)


def test_a_notice_about_a_leaver_is_no_goodbye() -> None:
    assert SignalKind.LEAVING in noticed(room([said(1, MIN, "今天是我最后一天,谢谢大家")]), 5)
    assert SignalKind.LEAVING not in noticed(room([said(1, MIN, "周五是李想最后一天,记得签字")]), 5)


def test_an_edited_message_is_read_again() -> None:
    before = said(1, MIN, "今天风大")
    after_edit = replace(before, text="我坐在车里一直没上楼,觉得什么都没意思")
    assert SignalKind.DISTRESS not in noticed(room([before]), 5)
    assert SignalKind.DISTRESS in noticed(room([after_edit]), 5)
    assert SignalKind.DISTRESS not in noticed(room([before]), 5)


def test_grief_hushes_for_two_days() -> None:
    talk = room([said(1, MIN, "我父亲昨天夜里走了,这周的课麻烦大家")])
    assert SignalKind.GRIEF in noticed(talk, 60 * 24)
    assert SignalKind.GRIEF not in noticed(talk, 60 * 50)


def test_a_long_thread_gone_quiet_is_ripe_and_a_chain_never_is() -> None:
    texts = [f"我们班试了{i}周,因为人多,每次{i * 3}分钟比较合适" for i in range(1, 16)]
    thread = [
        said(i, ALL[i % 4], text, reply_to=1 if i > 1 else None, minutes=i)
        for i, text in enumerate(texts, 1)
    ]
    assert SignalKind.RIPE_FOR_SUMMARY not in noticed(room(thread), 30)
    assert noticed(room(thread), 60)[SignalKind.RIPE_FOR_SUMMARY].facts["messages"] == 15
    chain = [replace(m, text=f"#接龙 1. 周 2. 敏 {m.id}") for m in thread]
    assert SignalKind.RIPE_FOR_SUMMARY not in noticed(room(chain), 60)


def test_a_decision_is_a_proposal_others_said_yes_to() -> None:
    plan = said(1, HOST, "那就定:3月9号起两个班试两周,超了报我")
    yes = [said(i, m, "好", reply_to=1, minutes=i) for i, m in ((2, MIN), (3, LI))]
    assert noticed(room([plan, *yes]), 6)[SignalKind.DECISION].facts["agreed"] == 2
    objection = said(4, WU, "我不同意,排不开", reply_to=1, minutes=5)
    assert SignalKind.DECISION not in noticed(room([plan, *yes, objection]), 6)


def test_silence_counts_working_days_and_knows_announced_breaks() -> None:
    friday = 4 * 24 * 60
    talk = room([said(1, MIN, "这周就到这", minutes=friday)])
    assert SignalKind.SILENCE not in noticed(talk, friday + 3 * 24 * 60)
    assert SignalKind.SILENCE in noticed(talk, friday + 4 * 24 * 60 + 60)
    holiday = room([said(1, HOST, "清明放假,下周见", minutes=friday)])
    assert SignalKind.SILENCE not in noticed(holiday, friday + 6 * 24 * 60)


def test_a_burst_of_banter_over_a_notice_is_off_topic_only_where_work_is_done() -> None:
    notice = said(1, HOST, "【通知】周三的会改到阶梯教室,请班主任带名单")
    burst = [
        said(i, ALL[i % 4], "哈哈哈好看", minutes=1 + i / 10, kind=MessageKind.TEXT)
        for i in range(2, 18)
    ]
    found = noticed(room([notice, *burst]), 4)
    assert found[SignalKind.OFF_TOPIC].facts["buried"] == 1
    assert SignalKind.BURIED in found
    social = room([notice, *burst], purpose=Purpose.SOCIAL)
    assert SignalKind.OFF_TOPIC not in noticed(social, 4)


def test_acknowledgements_in_a_row_are_a_chain() -> None:
    notice = said(1, HOST, "@所有人 今晚交表")
    row = [said(m.id, m, "收到", reply_to=1, minutes=m.id) for m in (MIN, LI, WU)]
    assert noticed(room([notice, *row]), 8)[SignalKind.CHAIN].facts["messages"] == 3


def test_one_author_flooding_is_noticed() -> None:
    flood = [said(i, MIN, f"第{i}条", minutes=i / 20) for i in range(1, 11)]
    assert noticed(room(flood), 1)[SignalKind.FLOOD].member_ids == (MIN.id,)


def test_a_regular_who_fell_silent_is_fading_and_a_mourner_is_not() -> None:
    days = [said(i, MIN, f"第{i}天的记录", minutes=i * 24 * 60) for i in range(9)]
    other = said(50, LI, "我还在", minutes=25 * 24 * 60)
    now = 26 * 24 * 60
    assert noticed(room([*days, other]), now)[SignalKind.FADING].member_ids == (MIN.id,)
    grief = replace(days[-1], text="我父亲去世了,请假一段时间")
    assert SignalKind.FADING not in noticed(room([*days[:-1], grief, other]), now)


def test_a_goodbye_waits_for_staff() -> None:
    bye = said(1, MIN, "各位,轮岗到期了,下周起不在群里,这两年蒙大家照顾")
    assert SignalKind.LEAVING in noticed(room([bye]), 10)
    thanks = said(2, HOST, "常回来", reply_to=1, minutes=3)
    assert SignalKind.LEAVING not in noticed(room([bye, thanks]), 10)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("长" * 100_000, id="a hundred thousand signs"),
        pytest.param("🎂" * 500, id="only emoji"),
        pytest.param("\u202eمرحبا\u202c", id="right to left"),
        pytest.param("\u200b\u200d", id="zero-width"),
        pytest.param("", id="nothing"),
    ],
)
def test_any_text_is_weighed_and_blames_nobody(text: str) -> None:
    kinds = {SignalKind.CONFLICT, SignalKind.PUT_DOWN, SignalKind.ADVERT, SignalKind.DISTRESS}
    talk = room([said(1, MIN, text), said(2, LI, text, reply_to=1, minutes=1)])
    assert not kinds & set(noticed(talk, 2))


def test_an_empty_room_and_a_clock_before_its_talk_give_no_signal() -> None:
    assert signals_in(room([]), MONDAY) == ()
    assert signals_in(room([said(1, MIN, "早", minutes=60)]), MONDAY) == ()
