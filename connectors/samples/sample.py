"""What the two sample communities are called, who is who in them, and their weekly rhythm."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from community.people import Language, Purpose, Role

HOME = Path(__file__).parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """Something the group does every week; `weekday` 0 is Monday, `time` the group's own."""

    key: str
    weekday: int
    time: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """Who is on duty on which weekdays (0 is Monday), from one hour of the group's own to another.

    `away` says that they are on leave instead.
    """

    person: str
    weekdays: tuple[int, ...]
    hours: tuple[int, int] = (8, 22)
    away: bool = False
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A community invented for this project.

    `zones` are (key, name, purpose), the first takes the talk. `people` are the platform's ids
    of those who sign in, `roles` everybody's who is more than a member. `holidays` are dates of
    the original talk, ISO 8601. `shifts` are the roster of the week of loading and the one before.
    `dates` are the dates the talk names, as written, and the days they mean (ISO 8601); `seasonal`
    the words that hold in its own weeks alone, and what is said instead in others.
    """

    language: Language
    slug: str
    name: str
    timezone: str
    zones: tuple[tuple[str, str, Purpose], ...]
    people: Mapping[Role, str]
    roles: Mapping[str, Role]
    slots: tuple[Slot, ...]
    pain_topics: tuple[str, ...]
    shifts: tuple[Shift, ...] = ()
    holidays: tuple[str, ...] = ()
    settings: Mapping[str, object] = field(default_factory=dict[str, object])
    dates: Mapping[str, str] = field(default_factory=dict[str, str])
    seasonal: Mapping[str, str] = field(default_factory=dict[str, str])

    @property
    def chat(self) -> Path:
        """The talk, as ChatLab JSON."""
        return HOME / self.language / "chat.json"


TEACHERS = Sample(
    language="zh",
    slug="sample-zh",
    name="新手班主任教研互助群（示例）",
    timezone="Asia/Shanghai",
    zones=(
        ("main", "教研互助", Purpose.WORK),
        ("social", "饭搭子", Purpose.SOCIAL),
        ("notice", "通知", Purpose.NOTICE),
    ),
    people={
        Role.OWNER: "ztu01",
        Role.EXPERT: "ztu02",
        Role.FACILITATOR: "ztu03",
        Role.MEMBER: "ztu04",
    },
    roles={
        "ztu01": Role.OWNER,
        "ztu02": Role.EXPERT,
        "ztu03": Role.FACILITATOR,
        "ztu25": Role.LEADER,
        "ztu05": Role.ACTIVE_MEMBER,
        "ztu06": Role.ACTIVE_MEMBER,
        "ztu08": Role.ACTIVE_MEMBER,
    },
    slots=(
        Slot(key="open_question", weekday=2, time="20:00", title="周三开放题"),
        Slot(key="talk", weekday=3, time="20:00", title="周四晚8点线上聊"),
    ),
    pain_topics=(
        "早自习迟到",
        "家长夜里发微信",
        "分层作业",
        "作业总量",
        "课堂纪律",
        "磨课",
        "月考命题",
        "试卷讲评",
    ),
    shifts=(
        Shift(person="ztu03", weekdays=(0, 1, 2, 4, 5)),
        Shift(person="ztu01", weekdays=(3, 6)),
        Shift(person="ztu03", weekdays=(3,), hours=(0, 24), away=True, note="去分校听课"),
    ),
    holidays=("2026-04-04", "2026-04-05", "2026-04-06"),
    dates={
        "3月9号": "2026-03-09",
        "3.11": "2026-03-11",
        "3月18": "2026-03-18",
        "3.18": "2026-03-18",
        "3.26": "2026-03-26",
        "3月月考": "2026-03-26",
        "4.4": "2026-04-04",
        "4.6": "2026-04-06",
        "4月6号": "2026-04-06",
        "4.7": "2026-04-07",
    },
    seasonal={"清明": "小长假", "植树节": "今天", "春天来啦": "出太阳啦"},
)

MANAGERS = Sample(
    language="en",
    slug="sample-en",
    name="New EM circle (sample)",
    timezone="Europe/Lisbon",
    zones=(
        ("main", "new-em-circle", Purpose.WORK),
        ("social", "off-topic", Purpose.SOCIAL),
        ("notice", "announcements", Purpose.NOTICE),
    ),
    people={
        Role.OWNER: "U01INES",
        Role.EXPERT: "U02ADAE",
        Role.FACILITATOR: "U03TOMA",
        Role.MEMBER: "U06YUSR",
    },
    roles={
        "U01INES": Role.OWNER,
        "U02ADAE": Role.EXPERT,
        "U03TOMA": Role.FACILITATOR,
        "U04PRIY": Role.ACTIVE_MEMBER,
        "U05BRAM": Role.ACTIVE_MEMBER,
        "U08MEIH": Role.ACTIVE_MEMBER,
    },
    slots=(
        Slot(key="theme", weekday=0, time="09:30", title="Theme of the week"),
        Slot(key="talk", weekday=3, time="15:00", title="Thursday call"),
        Slot(key="open_question", weekday=4, time="14:30", title="Friday question"),
    ),
    pain_topics=(
        "first 1:1s",
        "hard feedback",
        "hiring loops",
        "take-homes",
        "estimates",
        "on-call load",
        "saying no",
        "skip-levels",
        "promo packets",
    ),
    shifts=(
        Shift(person="U03TOMA", weekdays=(0, 1, 2, 4, 5)),
        Shift(person="U01INES", weekdays=(3, 6)),
        Shift(
            person="U03TOMA", weekdays=(3,), hours=(0, 24), away=True, note="at the Porto office"
        ),
    ),
    holidays=("2026-04-03", "2026-04-06"),
    dates={
        "in january": "2026-01-15",
        "january event": "2026-01-15",
        "since january": "2026-01-15",
        "in february": "2026-02-15",
        "in feb": "2026-02-15",
        "the 9th": "2026-03-09",
        "in march": "2026-03-15",
        "the 16th": "2026-03-16",
        "the 19th": "2026-03-19",
        "24 march": "2026-03-24",
        "27 march": "2026-03-27",
        "sat 28th": "2026-03-28",
        "31 march": "2026-03-31",
        "the 31st": "2026-03-31",
        "1 april": "2026-04-01",
        "the 6th": "2026-04-06",
        "9 april": "2026-04-09",
        "in april": "2026-04-15",
        "in may": "2026-05-15",
    },
    seasonal={"easter": "long weekend"},
)

SAMPLES = (TEACHERS, MANAGERS)
