"""Six weeks in the life of one member of a room, told line by line, for the tests of readings."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta

from agent.listening.barriers import Reading, reading_of
from agent.listening.scene import Scene, scene_of
from agent.listening.traces import backdrop_of
from community.conversation import Message, Reaction
from community.people import Member
from tests.agent.listening.rooms import HOST, LI, MIN, WU, after, linked
from tests.builders import MONDAY, a_talk, said

DAY = 24 * 60
WEEKS = 42
HER = MIN
CALL = "今晚聊聊:大家说说,你们班晚自习怎么管?写一句就行"
TICK = "这周的题:回个字母就行 A 让 B 不让 C 再看看,大家选一个"


@dataclass
class History:
    """Six weeks of a room, told line by line; the room itself goes on every other day."""

    who: Member = HER
    lines: list[Message] = field(default_factory=list[Message])
    given: list[Reaction] = field(default_factory=list[Reaction])

    def __post_init__(self) -> None:
        """Let the room go on."""
        for day in range(0, WEEKS, 2):
            first = self.say(WU, f"第{day}天的作业本我收齐了放在讲台", day=day, hour=1)
            self.say(LI, "好,我下午去拿", day=day, hour=2, reply_to=first)

    def say(
        self,
        author: Member,
        text: str,
        *,
        day: float,
        hour: float = 4,
        reply_to: int | None = None,
        **changes: object,
    ) -> int:
        """One message; its id."""
        new = said(
            len(self.lines) + 1,
            author,
            text,
            minutes=day * DAY + hour * 60,
            reply_to=reply_to,
        )
        self.lines.append(replace(new, **changes))  # pyright: ignore[reportArgumentType]
        return new.id

    def react(self, message_id: int, *, day: float, hour: float = 6) -> None:
        """A reaction of the member."""
        at = after(day * DAY + hour * 60)
        self.given.append(Reaction(message_id=message_id, member_id=self.who.id, emoji="👍", at=at))

    def scene(self, *, joined: float | None = None, day: float = WEEKS) -> Scene:
        """The room on a day."""
        came = None if joined is None else after(joined * DAY)
        members = [HOST, LI, WU, replace(self.who, joined_at=came)]
        ordered = sorted(self.lines, key=lambda each: (each.at, each.id))
        links = [linked(each, each.reply_to_id) for each in ordered]
        talk = a_talk(ordered, members, reactions=self.given, links=links)
        return scene_of(talk, (), MONDAY + timedelta(days=day))

    def read(self, *, joined: float | None = None) -> Reading:
        """What is said of the member."""
        return reading_of(self.who.id, [backdrop_of(self.scene(joined=joined))])


def passes_by() -> History:
    """Four calls let be, three more answered with a nod; in between she chats along."""
    told = History()
    for day in (4, 10, 16, 22, 26):
        told.say(HOST, CALL, day=day, hour=3)
        told.say(HER, "中午食堂排队真长", day=day, hour=12, reply_to=1)
    for day in (28, 31, 34, 37):
        named = told.say(HOST, f"@{HER.name} 你们班晚自习现在是怎么安排的?", day=day)
        told.say(HER, "食堂今天有鱼", day=day + 1, reply_to=named - 1)
    return told


def nods_and_thins() -> History:
    told = History()
    for day in range(1, 20, 2):
        told.say(HER, "我这边周三下午空,器材室钥匙在我手里", day=day, reply_to=1)
    for day in (21, 25, 29, 33, 37):
        call = told.say(HOST, CALL, day=day)
        if day > 21:
            told.say(HER, "都行", day=day, hour=5, reply_to=call)
    return told


def hedges_and_deletes() -> History:
    told = History()
    for day, text in (
        (3, "可能说得不对,我是先让他们站着读五分钟再坐下"),
        (12, "不知道对不对,我把晚到的名单贴在门后面"),
        (25, "班门弄斧一下,卷子我是分三摞改的"),
    ):
        told.say(HER, text, day=day, reply_to=1)
    for day in (15, 18, 29):
        told.say(HER, "", day=day, recalled_at=after(day * DAY + 300))
    return told


def put_down_and_silent() -> History:
    told = History()
    told.say(HER, "钥匙我带着呢,谁要开门找我", day=2, reply_to=1)
    told.say(HER, "周三的监考我可以换到下午", day=4, reply_to=1)
    for day in (6, 20):
        share = told.say(HER, "分享我自己做的分组讨论计分表,试了两节课,吵的少了", day=day)
        told.say(LI, "花架子,网上抄的吧", day=day, hour=5, reply_to=share)
    told.say(HER, "不知道对不对,先放这儿", day=20, hour=6, reply_to=share)
    told.say(HER, "说错了别笑,我下次不发表了", day=20, hour=7, reply_to=share)
    return told


def misses_words() -> History:
    told = History()
    told.say(HER, "我们组有个事,不知道怎么说", day=5, reply_to=1)
    told.say(HER, "想讲讲那次家访,说不清楚", day=13, reply_to=1)
    asked = told.say(HER, "那个表怎么弄啊,就是那个统计", day=20)
    told.say(LI, "哪个意思?能具体点吗", day=20, hour=5, reply_to=asked)
    asked = told.say(HER, "那个统计的表还是怎么弄不出来", day=27)
    told.say(WU, "没看懂,你说的是哪张", day=27, hour=5, reply_to=asked)
    return told


def ticks_only() -> History:
    told = History()
    for day in (3, 9, 15, 21):
        call = told.say(HOST, TICK, day=day)
        told.say(HER, "B", day=day, hour=5, reply_to=call)
    for day in (6, 12, 18):
        told.say(HOST, CALL, day=day, hour=3)
        told.say(HER, "中午食堂排队真长", day=day, hour=12, reply_to=1)
    told.say(HER, "这个我不太会讲", day=24, reply_to=1)
    told.say(HER, "憋了半天还是写不出来,说不好", day=30, reply_to=1)
    return told


def one_put_down() -> History:
    told = History()
    for day in (2, 4, 6):
        told.say(HER, "钥匙我带着呢,谁要开门找我", day=day, reply_to=1)
    share = told.say(HER, "分享我自己做的分组讨论计分表,试了两节课,吵的少了", day=8)
    told.say(LI, "花架子,网上抄的吧", day=8, hour=5, reply_to=share)
    return told


def polite() -> History:
    """Manners: a hedge now and then among much that is said straight."""
    told = History()
    for day in range(1, 40, 4):
        told.say(HER, "我这边周三下午空,器材室钥匙在我手里", day=day, reply_to=1)
    for day in (8, 30):
        told.say(HER, "可能说得不对,我是先让他们站着读", day=day, reply_to=1)
    return told


def one_day_of_doubt() -> History:
    told = History()
    for hour in (3, 4, 5, 6, 7):
        told.say(HER, "不知道对不对,我瞎说的,轻喷", day=20, hour=hour, reply_to=1)
    return told


def mixed() -> History:
    """Hedges as much as missing words: nobody can tell which."""
    told = misses_words()
    for day in (7, 15, 22, 33):
        told.say(HER, "可能说得不对,我是先让他们站着读五分钟", day=day, reply_to=1)
        told.say(HER, "", day=day + 1, recalled_at=after((day + 1) * DAY + 300))
    return told


def on_leave() -> History:
    told = nods_and_thins()
    told.say(HER, "我住院了,手术排在周三", day=20, reply_to=1)
    return told


def willing_but_busy() -> History:
    """Lets many calls be and answers others at length."""
    told = passes_by()
    for day in (7, 13, 19):
        call = told.say(HOST, CALL, day=day)
        told.say(HER, "我们班是前二十分钟自查再对答案,吵的少一半", day=day, hour=5, reply_to=call)
    told.lines = [each for each in told.lines if "@" not in each.text]
    return told


def only_reads() -> History:
    told = History()
    for day in (3, 9, 15, 21, 27, 33):
        told.react(1, day=day)
    return told


def self_driven_and_doubting() -> History:
    told = hedges_and_deletes()
    for day in (17, 24, 31, 38):
        told.say(HER, "我整理了一份家长会流程,先放录像再分组聊", day=day)
        told.say(WU, "流程收下了,录像能发我吗", day=day, hour=5, reply_to=len(told.lines))
    return told


def begins(days: Sequence[int]) -> History:
    told = History()
    for day in days:
        told.say(HER, "我整理了一份家长会流程,先放录像再分组聊", day=day)
    return told


def moved() -> History:
    told = History()
    for day in (20, 30):
        call = told.say(HOST, CALL, day=day)
        told.say(HER, "我们班是前二十分钟自查再对答案", day=day, hour=5, reply_to=call)
    return told
