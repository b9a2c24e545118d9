"""A quarrel told by who keeps at whom: you, a retort, and not one kind word."""

from agent.listening.signal import SignalKind
from tests.agent.listening.rooms import chat, noticed

AT_IT = (
    "0 小敏: 群文件谁删的",
    "1 李想>1: 我清的,满了",
    "2 小敏>2: 你清之前问一句不行吗",
    "3 李想>3: 问你你理吗,三天不回一条",
    "4 小敏>4: 我在干活,不像你天天挂着",
    "5 李想>5: 就你干活,你什么时候值过夜班",
)


def test_two_who_keep_at_each_others_person_quarrel_without_an_insult() -> None:
    assert SignalKind.CONFLICT in noticed(chat(*AT_IT), 7)


def test_one_kind_word_or_one_who_only_answers_makes_it_none() -> None:
    kind = (*AT_IT[:5], "5 李想>5: 对不起,我该先问你")
    assert SignalKind.CONFLICT not in noticed(chat(*kind), 7)
    helped = (
        "0 小敏: 扫码枪连不上电脑怎么办",
        "1 李想>1: 你装驱动了没",
        "2 小敏>2: 装了,还是没反应",
        "3 李想>3: 你换个口试试,别插前面",
        "4 小敏>4: 后面的口亮了",
    )
    assert SignalKind.CONFLICT not in noticed(chat(*helped), 7)
