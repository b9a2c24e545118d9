"""Adverts: handles and offers score high; questions, warnings and own free resources do not."""

import pytest

from agent.listening.adverts import FEATURES, START, advert, is_advert, shipped
from evals.task import Options
from evals.tasks.adverts import measure
from tests.agent.listening.test_offence import ODD


@pytest.mark.parametrize(
    "text",
    [
        "押题班限时99元,加V:abc123,名额有限",
        "瘦身茶效果特别好,想要的加薇❤",
        "代写论文,需要的➕我",
        "办信用卡的找我,卫星同号",
        "Coaching program, 40% off till Friday, DM me for the link",
        "sign up with my link, you get $20 https://x.example/?ref=9",
    ],
)
def test_an_advert_is_heard_with_its_words(text: str) -> None:
    judged = advert(text)
    assert judged.score >= 0.5
    assert judged.words
    assert judged.rules


@pytest.mark.parametrize(
    "text",
    [
        "别点刚才那个99元押题班,骗子",
        "这个押题班99元值不值?",
        "我自己录了个视频讲透视表,自取 https://v.example.com/p",
        "报名表周五交,费用学校出",
        "昨天客户说“限时优惠,加V:abc123”,我直接笑了",
        "My notes from the talk, feel free to copy https://n.example",
        "is that recruiter message a scam?",
    ],
)
def test_questions_warnings_quotations_and_free_resources_are_none(text: str) -> None:
    assert not is_advert(text)


def test_a_threshold_of_the_community_counts() -> None:
    text = "本群专享,打包价39,需要的加V"
    assert is_advert(text)
    assert not is_advert(text, threshold=1.0)
    assert START < 0


def test_hidden_signs_hide_nothing() -> None:
    assert is_advert("押题班99元,加\u200bV:abc123,名\u200b额有限")


def test_the_hand_made_set_is_kept_at_what_was_reached() -> None:
    figures = measure(Options())
    assert isinstance(figures["precision"], float)
    assert isinstance(figures["recall"], float)
    assert figures["precision"] >= 0.95
    assert figures["recall"] >= 0.9


def test_the_weights_belong_to_the_rules() -> None:
    assert tuple(shipped().by_name) == FEATURES


@pytest.mark.parametrize(
    "text",
    [
        "我们群下周六线下工作坊,每人80元含茶歇,在群里接龙就行",
        "转让一本书,九成新,15元,同城面交",
        "你问用什么投票?我用的是班级优化大师,高级版198,我没买",
        "Our own winter workshop is on Dec 9, 20 euros a head, reply here",
        "We use Kahoot, the free one is enough, paid is about $12 a month",
    ],
)
def test_prices_in_the_groups_own_business_are_none(text: str) -> None:
    assert not is_advert(text)


@pytest.mark.parametrize("name", ODD)
def test_odd_texts_are_no_adverts(name: str) -> None:
    assert advert(ODD[name]).score < 0.5
