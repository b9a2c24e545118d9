"""What belongs to one thing is told with it, and what no longer holds is not told at all."""

from dataclasses import replace
from datetime import timedelta

from agent.distilling.extracting import claims_in, extract, read_thread
from agent.distilling.ripeness import QUIET, ripe
from agent.distilling.worth import promising, worthy
from community.conversation import Message, Talk, Thread
from community.people import Role
from tests.agent.distilling.threads import Line, a_thread
from tests.builders import a_member

ZHOU = a_member(1, "周姐", Role.FACILITATOR)
MIN, LIN, KAI = a_member(2, "阿敏"), a_member(3, "小林"), a_member(5, "阿凯")


def told(lines: list[Line], language: str = "zh") -> list[str]:
    """The claims of a thread as texts."""
    return [claim.text for claim in extract(*a_thread(lines, language=language))]


def later(thread: Thread, talk: Talk, place: int, days: int) -> tuple[Thread, Talk]:
    """The same, one message said days later in answer to nobody."""

    def moved(one: Message) -> Message:
        return replace(one, at=one.at + timedelta(days=days)) if one.id == place else one

    said = tuple(moved(one) for one in talk.messages)
    links = {
        id_: replace(link, parent_id=None) if id_ == place else link
        for id_, link in talk.links.items()
    }
    return replace(thread, messages=said), replace(talk, messages=said, links=links)


def test_a_procedure_told_message_by_message_is_one_claim_to_its_last_step() -> None:
    lines: list[Line] = [
        (MIN, "压条的苗怎么总烂,有谁压活过?"),
        (LIN, "第一 选去年的枝,弯到土里埋5公分,埋之前环剥一圈"),
        (LIN, "第二 盖10公分湿苔藓,外面包黑膜,两头扎紧别漏水"),
        (KAI, "苔藓要多湿"),
        (LIN, "捏一把不滴水"),
        (LIN, "第三 20天后开口看根,根到3公分再剪,剪口斜着下"),
        (LIN, "最后 上盆放阴处两周,不要施肥,叶子打掉一半"),
    ]
    (claim,) = [text for text in told(lines) if "第一" in text]
    assert all(word in claim for word in ("5公分", "黑膜", "3公分", "叶子打掉一半"))


def test_whoever_asked_and_tells_weeks_later_what_came_of_it_stands_with_the_answer() -> None:
    lines: list[Line] = [
        (MIN, "暖房的湿度总下不去,你们控到多少?"),
        (LIN, "湿度计挂中间,超过80就开侧窗,每天早上先通风20分钟", 1),
        (MIN, "侧窗开了一周,湿度计从92到71,灰霉没再长"),
    ]
    thread, talk = later(*a_thread(lines), 3, 8)
    (claim,) = extract(thread, talk)
    assert "超过80就开侧窗" in claim.text
    assert "从92到71" in claim.text


def test_a_way_between_two_who_differ_is_one_claim_and_what_each_held_are_others() -> None:
    lines: list[Line] = [
        (MIN, "展板几个人布,怎么排班?"),
        (LIN, "每块展板必须两个人,一个人搬摔过3块", 1),
        (KAI, "两个人排不开,我们周末才4个人,按块头分就行,小的一个人", 2),
        (ZHOU, "这样:超过1米的两个人,不到1米的一个人加推车", 1),
        (LIN, "可以", 4),
        (KAI, "同意", 4),
    ]
    claims = told(lines)
    (way,) = [text for text in claims if "推车" in text]
    assert "超过1米的两个人" in way
    assert not any(word in way for word in ("摔过3块", "周末才4个人"))
    assert all(any(word in one for one in claims) for word in ("摔过3块", "周末才4个人"))


def test_what_a_host_overrules_or_its_author_gives_up_is_no_claim() -> None:
    overruled: list[Line] = [
        (MIN, "以后逾期一律每天罚2块,超过7天停借"),
        (LIN, "支持", 1),
        (ZHOU, "没定啊,别照这个执行。逾期只提醒;超过30天由馆长打电话", 1),
    ]
    claims = told(overruled)
    assert not any("罚2块" in text for text in claims)
    assert any("30天" in text for text in claims)
    given_up: list[Line] = [
        (MIN, "泡种子的水温多少合适?"),
        (LIN, "六十度,我们一直用六十度,泡到水凉", 1),
        (KAI, "六十度烫死一半。50度泡15分钟,再换30度泡8小时", 2),
        (LIN, "我那是老黄历了,听阿凯的", 3),
    ]
    claims = told(given_up)
    assert any("50度泡15分钟" in text for text in claims)
    assert not any("一直用六十度" in text for text in claims)


def test_a_reminder_of_a_hosts_figures_is_not_told_again() -> None:
    rule = "暖房:超过35度开天窗,低于12度关风口,每天看两次"
    lines: list[Line] = [
        (ZHOU, rule, 0),
        (MIN, "天窗是超过32度开对吧", 0),
        (ZHOU, "别记错,暖房超过35度开天窗,低于12度关风口", 2),
    ]
    whole, talk = a_thread(lines)
    again = Thread(root_id=2, messages=whole.messages[1:])
    assert extract(again, talk) == ()
    alone = replace(talk, messages=talk.messages[1:])
    assert "超过35度开天窗" in extract(again, alone)[0].text


def test_what_somebody_shares_unasked_is_worth_it_where_figures_say_what_came_of_it() -> None:
    def worth(text: str) -> bool:
        thread, talk = a_thread([(MIN, text), (LIN, "今天食堂的汤好咸", 0)])
        reading = read_thread(thread, talk)
        return worthy(claims_in(reading, talk), reading.exchange, talk, reading.left_out)

    assert worth("还书车以前一天推8趟,后来先按楼层放好再推,改成每天3趟就够了,但是周一不行,要5趟")
    assert not worth("还书车真是越来越难推了,每次转弯都要两个人抬")


def test_a_model_is_asked_where_many_spoke_of_something_and_not_for_small_talk() -> None:
    def asked(*said: str) -> bool:
        thread, talk = a_thread([(MIN if at % 2 else LIN, text) for at, text in enumerate(said)])
        return promising((), read_thread(thread, talk).exchange, {})

    assert asked("海报谁贴", "门口那块给我", "别贴玻璃,撕不掉", "那用磁铁")
    assert not asked("早啊", "早", "今天好冷", "是的")


def test_a_share_with_its_figures_is_ripe_though_nobody_took_it_up() -> None:
    def waits(text: str) -> bool:
        thread, talk = a_thread([(MIN, text)])
        return bool(ripe([thread], talk.messages[-1].at + QUIET))

    assert waits("还书车以前一天推8趟,后来先按楼层放好再推,改成每天3趟就够了,但是周一不行,要5趟")
    assert not waits("还书车今天推了8趟,累死了")


def test_a_bare_no_with_as_many_figures_puts_them_in_the_place_of_the_old() -> None:
    lines: list[Line] = [
        (MIN, "when is the side gate of the depot open for deliveries?"),
        (LIN, "side gate is open 22 till 06, ring the bell twice and wait", 1),
        (KAI, "no no, 06 till 10. they changed it", 2),
        (MIN, "thanks!", 3),
    ]
    claims = told(lines, language="en")
    assert any("side gate is open 06 till 10" in text for text in claims)
    assert not any("22" in text for text in claims)
    zh: list[Line] = [
        (MIN, "石膏线多久能刷漆?"),
        (LIN, "石膏线干3天就能刷,先打磨再上底漆", 1),
        (KAI, "不对,7天,3天里面还是潮的", 2),
    ]
    assert any("干3天就能刷" in text for text in told(zh)), "one view against another"
    zh.append((LIN, "对,是7天,我那次天热", 3))
    assert not any("干3天就能刷" in text for text in told(zh))
