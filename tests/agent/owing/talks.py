"""A few people, what they say, and short ways to ask what is owed for it."""

from datetime import datetime, timedelta

from agent.gate_settings import GateSettings
from agent.owing.obligations import owed_in
from community.conversation import Link, LinkSource, Message, Reaction, Talk
from community.obligation import (
    Obligation,
    Posted,
)
from community.people import Role
from tests.builders import MONDAY, a_member, a_talk

SETTINGS = GateSettings()
HOST = a_member(1, "周砚秋", Role.FACILITATOR)
EXPERT = a_member(2, "顾老师", Role.EXPERT)
XU = a_member(3, "许冉", joined=MONDAY - timedelta(days=90))
MIN = a_member(4, "阿敏", joined=MONDAY - timedelta(days=90))
BAI = a_member(5, "白一诺", joined=MONDAY - timedelta(days=90))
NEW = a_member(6, "沈雨桐", joined=MONDAY - timedelta(days=1))
SHY = a_member(7, "龚玥", opted_out=True)
PEOPLE = (HOST, EXPERT, XU, MIN, BAI, NEW, SHY)
QUESTION = "请问家长半夜在群里发长语音，你们第二天怎么回？"
SHARE = "分享一下，我试了两周小组互查作业，每天早上五分钟，没交的从九个变成三个，表格我也做好了"
PUSH = "【通知】月考范围表请各位老师周五中午前填完，填好的回个收到"
POLL = "周三开放题：作业没交的，你是 A当天补 B记下来周五补。回个字母"
TRY = "好，我明天就试试这个办法"


def a_room(
    *messages: Message, reactions: tuple[Reaction, ...] = (), links: tuple[Link, ...] = ()
) -> Talk:
    """A talk in which every message starts a topic but where a link or a reply says otherwise."""
    given = {link.message_id for link in links}
    own = [
        Link(message_id=m.id, parent_id=m.reply_to_id, confidence=1.0, by=LinkSource.PLATFORM)
        for m in messages
        if m.id not in given
    ]
    return a_talk(messages, PEOPLE, reactions=reactions, links=(*own, *links))


def at(minutes: float) -> datetime:
    return MONDAY + timedelta(minutes=minutes)


def owed(talk: Talk, minutes: float = 600, posted: tuple[Posted, ...] = ()) -> list[Obligation]:
    return list(owed_in(talk, at(minutes), SETTINGS, posted))


def one(talk: Talk, minutes: float = 600, posted: tuple[Posted, ...] = ()) -> Obligation:
    return owed(talk, minutes, posted)[0]
