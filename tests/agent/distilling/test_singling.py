from agent.distilling.extracting import extract
from agent.distilling.sentences import tidy
from tests.agent.distilling.test_told_whole import KAI, LIN, MIN, ZHOU, Line, a_thread


def told(lines: list[Line]) -> list[str]:
    return [claim.text for claim in extract(*a_thread(lines))]


def test_a_name_inside_a_sentence_stays_and_one_called_goes() -> None:
    assert tidy("form lock like @Kofi does") == "form lock like Kofi does"
    assert tidy("@Malakai and @Rafael right?") == "Malakai and Rafael right?"
    assert tidy("@老陆 那校车的呢") == "那校车的呢"
    assert tidy("发给@小方 就行") == "发给小方就行"


def test_several_who_each_state_something_are_not_glued_into_one_claim() -> None:
    lines: list[Line] = [
        (MIN, "展板几个人布,怎么排班?"),
        (LIN, "每块展板必须两个人,一个人搬摔过3块", 1),
        (KAI, "两个人排不开,我们周末才4个人,按块头分就行,小的一个人", 2),
        (ZHOU, "这样:超过1米的两个人,不到1米的一个人加推车", 1),
    ]
    claims = told(lines)
    assert all(sum(name in one for name in (LIN.name, KAI.name, ZHOU.name)) < 3 for one in claims)
    assert any("推车" in one for one in claims)


def test_moods_and_kindness_are_no_claim_and_what_can_be_done_is() -> None:
    claims = told(
        [
            (MIN, "新来的请假走什么流程?"),
            (LIN, "先在OA里提,主管当天批,超过3天的还要人事签字", 1),
            (KAI, "我组也倒了两个,让他们多喝水", 1),
        ]
    )
    assert any("主管当天批" in one for one in claims)
    assert not any("多喝水" in one for one in claims)


def test_who_doubts_or_asks_is_not_counted_for_the_claim() -> None:
    thread, talk = a_thread(
        [
            (MIN, "晚上的消息几点前回?"),
            (LIN, "晚上9点半以后的第二天早上回,真急的打电话,一年只打来3次", 1),
            (KAI, "可以,但是有的家长10点才下班呢?", 2),
            (ZHOU, "同意", 2),
        ]
    )
    (claim,) = [one for one in extract(thread, talk) if "第二天早上回" in one.text]
    assert KAI.id not in claim.holder_ids
    assert {LIN.id, ZHOU.id} <= set(claim.holder_ids)
