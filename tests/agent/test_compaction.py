from dataclasses import replace

from agent.compaction import EXAMPLES, MEMORY, compacted, fitting
from agent.models.rendering import values_of
from agent.moves.brief import Brief, Line
from agent.tokens import count
from agent.transcript import transcript

ANCHOR = Line(message_id=50, name="许冉", text="课代表怎么收作业,收到几点算几点?")
BRIEF = Brief(move="say_more", language="zh", community="c", zone="z", lines=(), anchor=ANCHOR)


def test_a_topic_that_has_nothing_to_do_with_the_message_is_left_out() -> None:
    topics = ("录播室钥匙在谁那", "课代表收作业总收不齐")
    assert compacted(replace(BRIEF, topics=topics)).topics == (topics[1],)


def test_a_question_to_the_group_is_told_every_topic() -> None:
    topics = ("录播室钥匙在谁那", "课代表收作业总收不齐")
    assert compacted(replace(BRIEF, move="low_cost_q", topics=topics)).topics == topics


def test_what_was_posted_lately_stays_as_far_as_it_bears_on_the_message() -> None:
    near = "“收到几点算几点”，课代表自己怎么看？"
    far = tuple(f"第{n}回：周末去哪里走走，谁来报个名字，我先来一个" for n in range(30))
    kept = compacted(replace(BRIEF, avoid=(*far, near))).avoid
    assert kept[0] == near
    assert sum(map(count, kept)) <= MEMORY


def test_an_example_too_long_is_passed_over_for_one_that_fits() -> None:
    long = "长" * 2 * EXAMPLES
    assert fitting((long, "短"), EXAMPLES) == ("短",)


def test_numbers_that_only_decided_whether_to_speak_are_not_told() -> None:
    facts = (("tau_minutes", "60"), ("minutes", "70"))
    assert compacted(replace(BRIEF, facts=facts)).facts == facts[1:]


def test_of_a_long_talk_what_belongs_to_the_message_goes_before_what_is_merely_near() -> None:
    chat = [Line(message_id=at, name="甲", text=f"哈哈哈{at}") for at in range(10, 60)]
    told = Line(message_id=11, name="乙", text="课代表收作业我是收到七点半")
    lines = [told if one.message_id == 11 else one for one in chat]
    lines = [ANCHOR if one.message_id == 50 else one for one in lines]
    text = transcript(lines, budget=170, anchor_id=50)
    assert "七点半" in text
    assert "[12]" not in text
    assert "[30]" not in text


def test_lines_beside_the_talk_share_its_budget() -> None:
    long = "一段很长的话" * 60
    others = tuple(Line(message_id=at, name="甲", text=long) for at in range(100, 140))
    values = values_of(replace(BRIEF, lines=(ANCHOR,), others=others))
    assert count(values["others"]) < 900


def test_an_empty_part_is_not_sent_at_all() -> None:
    values = values_of(BRIEF)
    assert values["avoid"] == "-"
    assert values["peers"] == "（没有）"
