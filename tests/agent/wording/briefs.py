"""Briefs as the listener makes them, from a few real lines in both languages."""

from dataclasses import replace

from agent.moves.brief import Brief, Line

SAID = {
    "zh": (
        (9, "罗一鸣", "早自习有没有跟我一样的。。7点20开始,到点坐好的不到30个(我班46)"),
        (
            13,
            "曾佳",
            "@罗一鸣 我上学期也这样。后来我7:12就站门口,不骂,发一张“晚到条”,攒三张跟我聊十分钟",
        ),
        (14, "曾佳", "两周从八九个降到2个。但是得天天站,断一天就弹回来"),
        (16, "许冉", "我扣过分,没用,还跟我吵"),
        (
            19,
            "老陆",
            "我的办法:7:15课代表上去领读,7:20小测,3个词或3道口算,7:25收。晚到的就空着,不扣分不补",
        ),
        (20, "孟晓蕾", "不太同意“不补”。我班5个坐校车的,校车7:25才到校门,这不等于罚校车么"),
        (25, "罗一鸣", "明天就试。周三起三个班都先试两周,超了找我"),
        (26, "许冉", "行"),
        (
            60,
            "沈雨桐",
            "想请教一下,学生上课一直趴着睡,叫醒了又睡,是先跟班主任说还是自己先处理呀……不好意思打扰大家了",
        ),
    ),
    "en": (
        (
            6,
            "Yusra",
            "6 people, did all six first 1:1s last week. how do you get out of status mode??",
        ),
        (10, "Bram", "kill the status part. i tell mine, if it's on the board i've read it"),
        (
            14,
            "Kofi",
            "what worked: three questions in the first one. #3 got the longest answers of all",
        ),
        (
            17,
            "Mei",
            "with 5 ppl i did 30 weekly. with 9 that was 4.5h of calls so i moved the seniors",
        ),
        (20, "Adaeze", "Say out loud once: this half hour is yours. Then survive the silence"),
        (
            23,
            "Yusra",
            "ok trying wednesday with the all good guy. everyone brings one page thu 9 april",
        ),
        (25, "Mei", "in"),
        (
            60,
            "Noor",
            "maybe a basic question, sorry. in my team nobody really talks in 1:1s. is it normal?",
        ),
    ),
}
TOPICS = {"zh": ("家长半夜发微信", "作业写到十二点"), "en": ("quiet 1:1s", "saying no to sales")}
FACTS = (
    ("matter", "返校"),
    ("answers", "12"),
    ("people", "5"),
    ("before", "6.0"),
    ("now", "2"),
    ("side", "家长"),
    ("clock", "周四20点"),
    ("topic", "老客户压价"),
    ("occasion", "year"),
    ("years", "2"),
    ("willing", "3"),
    ("declined", "1"),
    ("rule_number", "3"),
    ("broken", "links"),
    ("passage_1", "流感退烧后满48小时返校,先去校医室拿复课条"),
)


def a_brief(move: str, language: str, **changes: object) -> Brief:
    """Everything a brief may hold, about the last line of the talk unless told otherwise."""
    lines = tuple(Line(message_id=at, name=name, text=text) for at, name, text in SAID[language])
    brief = Brief(
        move=move,
        language=language,
        community="群" if language == "zh" else "room",
        zone="main",
        lines=lines,
        anchor=lines[-1],
        others=(lines[2], lines[0]),
        peers=(lines[1],),
        names=(lines[-1].name,),
        host="周砚秋" if language == "zh" else "Inês",
        expert="老陆" if language == "zh" else "Adaeze",
        topics=TOPICS[language],
        facts=FACTS,
    )
    return replace(brief, **changes)  # pyright: ignore[reportArgumentType]


def about(brief: Brief, message_id: int) -> Brief:
    """The same talk, another message to answer."""
    anchor = next(line for line in brief.lines if line.message_id == message_id)
    return replace(brief, anchor=anchor, names=(anchor.name,))
