from agent.moves.brief import Brief, Line
from agent.wording.tallies import tally_of


def brief(language: str, *said: tuple[str, str]) -> Brief:
    talk = tuple(
        Line(message_id=at, name=name, text=text) for at, (name, text) in enumerate(said, 1)
    )
    return Brief(
        move="summary", language=language, community="c", zone="z", lines=talk, anchor=talk[0]
    )


def test_letters_are_gathered_under_who_chose_them() -> None:
    told = brief(
        "zh",
        ("周砚秋", "后排两个人一直说话,你多半会 A走过去站着 B点名 C停下来等。回字母"),
        ("罗一鸣", "A"),
        ("许冉", "C 但经常等不下来"),
        ("贺志强", "B。纪律就是要严"),
        ("曾佳", "A,手放他桌上"),
    )
    assert tally_of(told) == "· 选的：A 罗一鸣、曾佳，B 贺志强，C 许冉 [2]–[5]"


def test_numbers_stand_with_their_unit_and_nothing_else_is_counted() -> None:
    told = brief(
        "zh",
        ("周砚秋", "写得完作业的孩子你班有几成?报个数就行"),
        ("罗一鸣", "五成"),
        ("尹倩", "3成 我班磨蹭王多"),
        ("江楠", "九年级别问了"),
        ("孟晓蕾", "六成,留数学那天就没了"),
    )
    assert tally_of(told) == "· 报数：罗一鸣 五成、尹倩 3成、孟晓蕾 六成 [2]–[5]"


def test_two_answers_make_no_tally() -> None:
    told = brief(
        "en",
        ("Ines", "how many reports do you have. just the number"),
        ("Zeynep", "5 + one open role"),
        ("Rafael", "4! all older than me"),
    )
    assert tally_of(told) == ""
