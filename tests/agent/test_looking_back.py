from dataclasses import replace
from datetime import timedelta

from agent.gate_settings import GateSettings
from agent.looking_back import BACK, instants
from community.conversation import Link, LinkSource, Message, Talk
from community.people import Role
from tests.builders import MONDAY, a_member, a_talk, said

HOST = a_member(1, "周老师", Role.FACILITATOR)
MIN, LI, WU = (a_member(i, n) for i, n in ((2, "小敏"), (3, "李想"), (4, "吴越")))
ALL = (HOST, MIN, LI, WU)
DAY = 24 * 60
BANTER = ("今天食堂有糖醋排骨", "来了来了", "操场的樱花开了", "下午谁打球", "我去", "算我一个")
QUESTION = said(50, MIN, "有没有人知道教师汇报课是第几周，要写详案吗？", minutes=DAY)


def a_week(*more: Message, after: Message = QUESTION) -> Talk:
    """Some talk, a question, and two days of talk about other things."""
    people = (LI, WU, HOST)
    before = [said(n + 1, people[n % 3], text, minutes=n) for n, text in enumerate(BANTER * 2)]
    later = [
        said(60 + n, people[n % 3], text, minutes=2 * DAY + n) for n, text in enumerate(BANTER)
    ]
    messages = sorted((*before, after, *more, *later), key=lambda m: (m.at, m.id))
    links = [
        Link(message_id=m.id, parent_id=m.reply_to_id, confidence=1, by=LinkSource.PLATFORM)
        for m in messages
    ]
    return a_talk(messages, ALL, links=links)


def moves_of(talk: Talk, *, days: float = 3) -> list[tuple[str, int]]:
    found = instants(talk, MONDAY + timedelta(days=days), GateSettings())
    return [(one.candidate.move, one.candidate.anchor_ids[0]) for one in found]


def test_a_question_nobody_answered_is_still_offered() -> None:
    assert QUESTION.id in {anchor for _, anchor in moves_of(a_week())}


def test_a_question_answered_since_is_left_out() -> None:
    answer = said(51, LI, "第十二周，要写详案，教研组会发表格", minutes=DAY + 200, reply_to=50)
    assert QUESTION.id not in {anchor for _, anchor in moves_of(a_week(answer))}


def test_what_is_older_than_three_weeks_rests() -> None:
    anchors = {anchor for _, anchor in moves_of(a_week(), days=BACK.days + 4)}
    assert QUESTION.id not in anchors


def test_never_more_than_the_setting_allows() -> None:
    few = replace(GateSettings(), history_drafts=0)
    assert instants(a_week(), MONDAY + timedelta(days=3), few) == ()
