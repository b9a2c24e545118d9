"""What meets a debt, and what excuses it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from community.conversation import Link, LinkSource, Message, Reaction, Talk
from community.obligation import (
    PERHAPS,
    DebtKind,
    DebtState,
    Posted,
    first_kept,
)
from community.people import Member
from tests.agent.owing.talks import (
    BAI,
    EXPERT,
    HOST,
    MIN,
    NEW,
    PUSH,
    QUESTION,
    SHARE,
    SHY,
    TRY,
    XU,
    a_room,
    at,
    one,
    owed,
)
from tests.builders import MONDAY, said


@pytest.mark.parametrize(
    "answer",
    [
        said(2, MIN, "我一般第二天早自习后回一句收到", minutes=20, reply_to=1),
        said(2, MIN, "@许冉 别当晚回，第二天电话", minutes=20),
        said(2, MIN, "半夜的长语音我都是第二天转文字再回家长", minutes=20),
        said(2, HOST, "我整理过一份回复话术", minutes=20, reply_to=1),
    ],
)
def test_a_persons_answer_meets_a_question(answer: Message) -> None:
    debt = one(a_room(said(1, XU, QUESTION), answer))
    assert (debt.state, debt.met_by_id, debt.met_message_id) == (DebtState.MET, answer.author_id, 2)
    assert debt.closed_at == answer.at


@pytest.mark.parametrize(
    "other",
    [
        said(2, MIN, "同问", minutes=20, reply_to=1),
        said(2, MIN, "今天食堂的红烧肉不错", minutes=20),
        said(2, XU, "顺便说一句是初二的班", minutes=1, reply_to=1),
    ],
)
def test_what_says_nothing_to_it_leaves_a_question_open(other: Message) -> None:
    assert one(a_room(said(1, XU, QUESTION), other)).state is DebtState.OPEN


def test_a_reaction_meets_what_was_shared_but_no_question() -> None:
    touch = (Reaction(message_id=1, member_id=MIN.id, emoji="👍", at=at(5)),)
    own = (Reaction(message_id=1, member_id=XU.id, emoji="👍", at=at(5)),)
    assert one(a_room(said(1, XU, SHARE), reactions=touch)).met_by_id == MIN.id
    assert one(a_room(said(1, XU, SHARE), reactions=own)).state is DebtState.OPEN
    assert one(a_room(said(1, XU, QUESTION), reactions=touch)).state is DebtState.OPEN


def test_a_newcomer_is_met_by_a_welcome() -> None:
    hello = said(1, NEW, "大家好，我是新来的沈雨桐，教历史")
    debt = one(a_room(hello, said(2, MIN, "欢迎欢迎", minutes=3)))
    assert (debt.kind, debt.met_by_id) == (DebtKind.FIRST_MESSAGE, MIN.id)


def test_thanks_say_that_it_was_answered_and_never_mind_that_it_need_not_be() -> None:
    asked = said(1, XU, QUESTION)
    thanks = one(a_room(asked, said(2, XU, "谢谢，明白了", minutes=9)))
    assert (thanks.state, thanks.met_by_id) == (DebtState.MET, None)
    solved = one(a_room(asked, said(2, XU, "不用了，自己解决了", minutes=9)))
    assert (solved.state, solved.reason) == (DebtState.EXCUSED, "withdrawn")


def test_who_is_asked_by_name_and_speaks_has_taken_it_up() -> None:
    asked = said(1, XU, "@顾老师 请问月考命题的难度比怎么定？")
    debt = one(a_room(asked, said(2, EXPERT, "七比二比一", minutes=30)))
    assert (debt.kind, debt.owner_id, debt.met_by_id) == (DebtKind.MENTION, EXPERT.id, EXPERT.id)


def test_a_notice_is_met_by_three_people_and_a_push_by_coming_back_to_it() -> None:
    push = said(1, HOST, PUSH)
    acks = [said(2 + n, who, "收到", minutes=9 + n, reply_to=1) for n, who in enumerate((XU, MIN))]
    assert one(a_room(push, *acks)).state is DebtState.OPEN
    three = one(a_room(push, *acks, said(9, BAI, "收到", minutes=30, reply_to=1)))
    assert (three.state, three.met_message_id) == (DebtState.MET, 9)
    back = said(9, HOST, "还差几位老师没填，填表要两分钟", minutes=100, reply_to=1)
    first, second = owed(a_room(push, *acks, back))
    assert (first.met_by_id, second.state) == (HOST.id, DebtState.OPEN)
    again = replace(back, id=10, at=at(1300))
    assert owed(a_room(push, *acks, back, again), 1400)[1].met_message_id == 10


def test_a_promise_is_met_by_a_report_or_by_asking() -> None:
    promised = said(1, XU, TRY)
    report = said(2, XU, "汇报：昨天试了，没交的只剩两个", minutes=2000)
    assert one(a_room(promised, report), 3000).met_by_id == XU.id
    asked = said(2, HOST, "@许冉 上次那个办法试得怎么样？", minutes=2000)
    assert one(a_room(promised, asked), 3000).met_by_id == HOST.id


def test_an_accepted_draft_that_went_out_meets_it_by_its_approver() -> None:
    out = (Posted(anchor_ids=(1,), at=at(90), by_id=HOST.id, message_id=8),)
    debt = one(a_room(said(1, XU, QUESTION)), posted=out)
    assert (debt.state, debt.met_by_id, debt.met_message_id) == (DebtState.MET, HOST.id, 8)


def test_a_draft_meets_only_what_it_answers_first() -> None:
    out = (Posted(anchor_ids=(9, 1), at=at(90), by_id=HOST.id, message_id=8),)
    assert one(a_room(said(1, XU, QUESTION)), posted=out).state is DebtState.OPEN


def test_the_library_meets_it_only_with_a_source() -> None:
    def reply(text: str) -> Talk:
        own = replace(said(2, None, text, minutes=1, reply_to=1), by_simmer=True)
        return a_room(said(1, XU, "@Simmer 请问家长会一般开多久？"), own)

    assert one(reply("四十分钟以内。[1]\n[1] 家长会怎么开")).state is DebtState.MET
    assert one(reply("这个问题知识库里还没有人签发过答案。")).state is DebtState.OPEN


@pytest.mark.parametrize(
    ("author", "text", "reason"),
    [
        (SHY, QUESTION, "opted_out"),
        (XU, "想提升副业收入的老师加微信 abc12345，免费领资料，名额有限，有没有人要？", "advert"),
    ],
)
def test_some_are_let_off_at_once(author: Member, text: str, reason: str) -> None:
    debt = one(a_room(said(1, author, text)))
    assert (debt.state, debt.reason, debt.closed_at) == (DebtState.EXCUSED, reason, MONDAY)


def test_a_guessed_reply_makes_nobody_late() -> None:
    guess = Link(message_id=2, parent_id=1, confidence=0.45, by=LinkSource.MODEL)
    talk = a_room(said(1, XU, QUESTION), said(2, MIN, "看情况吧", minutes=9), links=(guess,))
    debt = one(talk)
    assert (debt.state, debt.unsure) == (DebtState.OPEN, True)
    over = first_kept(debt, debt.lapses_at + timedelta(hours=1))
    assert (over.state, over.reason) == (DebtState.EXCUSED, PERHAPS)
