from dataclasses import replace

from agent.checks.subject import Subject
from agent.models.base import OFFLINE, Completion
from agent.moves.brief import Draft, Wording
from agent.moves.catalogue import MOVES
from agent.ranking import WORDINGS, ranked, wordings_of
from tests.agent.wording.briefs import a_brief

SAY_MORE = MOVES["say_more"]
BRIEF = a_brief("say_more", "zh")
SUBJECT = Subject(text="", brief=BRIEF, length=SAY_MORE.length)
GOOD = "“学生上课一直趴着睡”，说得很好。是哪一节最多？"
SHORTER = "“叫醒了又睡”，第几次了？"
STIFF = "感谢您的宝贵分享！大家有什么问题吗？"


def completion(*texts: str, engine: str = "openai:small") -> Completion[Draft]:
    others = tuple(Wording(text=text) for text in texts[1:])
    return Completion(value=Draft(text=texts[0], others=others), engine=engine)


def test_a_wording_that_passes_goes_before_the_one_the_model_liked_best() -> None:
    best, last = ranked(SAY_MORE, completion(STIFF, GOOD), SUBJECT)
    assert (best.draft.text, best.failed) == (GOOD, ())
    assert "TONE" in last.alternative.failed


def test_the_order_follows_uptake_and_then_length() -> None:
    found = ranked(SAY_MORE, completion("好，再说说？", GOOD), SUBJECT)
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)


def test_what_says_the_same_once_more_is_no_other_wording() -> None:
    assert len(ranked(SAY_MORE, completion(GOOD, GOOD + "。", " "), SUBJECT)) == 1


def test_the_offline_engine_keeps_its_own_order_where_its_first_passes() -> None:
    own = ranked(SAY_MORE, completion(SHORTER, GOOD, engine=OFFLINE), SUBJECT)
    assert own[0].draft.text == SHORTER
    failing = ranked(SAY_MORE, completion(STIFF, GOOD, engine=OFFLINE), SUBJECT)
    assert failing[0].draft.text == GOOD


def test_a_question_to_the_group_is_worth_its_quality_too() -> None:
    move = MOVES["low_cost_q"]
    brief = replace(a_brief("low_cost_q", "zh"), anchor=None, topics=("学生迟到怎么办",))
    subject = Subject(text="", brief=brief, length=move.length)
    plain = Wording(text="学生迟到，你怎么办？")
    lettered = Wording(
        text="早上又有三个学生迟到，你多半：A 记名 B 先聊 C 先不管？回字母就行。",
        options=("记名", "先聊", "先不管"),
    )
    draft = Draft(text=plain.text, others=(lettered,))
    scores = {
        one.draft.text: one.score
        for one in ranked(move, Completion(value=draft, engine="x"), subject)
    }
    assert scores[lettered.text] > scores[plain.text]


def test_what_is_urgent_long_or_for_the_desk_is_worded_once() -> None:
    many = {name: wordings_of(move) for name, move in MOVES.items()}
    assert many["say_more"] == many["no_orphan"] == WORDINGS
    assert many["escalate"] == many["summary"] == many["digest_kb"] == many["soften"] == 1
