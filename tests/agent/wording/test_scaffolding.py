import pytest

from agent.wording.scaffolding import BLANK, compose
from prompts.scaffolding import scaffolds

TIMID = "七8有个一直睡觉的男生,我照曾老师那个办法跟他走了一圈,他说是晚上在家帮着看店。这两天没睡了"


def test_what_was_typed_is_kept_word_for_word_and_nothing_is_added() -> None:
    composed = compose(TIMID, "starter", "zh")
    values = [slot.value for slot in composed.slots if slot.value]
    assert all(value in TIMID for value in values)
    assert "".join(values).replace(",", "") == TIMID.replace(",", "")


def test_a_slot_nothing_was_said_about_stays_open() -> None:
    composed = compose("我班值日老有人溜", "starter", "zh")
    assert [slot.value for slot in composed.slots] == ["我班值日老有人溜", None, None]
    assert composed.draft.count(BLANK) == 2


@pytest.mark.parametrize(
    ("text", "language", "scaffold"),
    [
        pytest.param(
            "请问学生带手机来被收了,家长要当天拿回去,怎么办", "zh", "help_five", id="a question"
        ),
        pytest.param("我觉得作业关键看效率不看时长", "zh", "prep", id="an opinion"),
        pytest.param("我那个客户是老同事介绍回来的", "zh", "starter", id="a start"),
        pytest.param("how do you say no to a candidate", "en", "help_five", id="asking"),
    ],
)
def test_the_lightest_scaffold_that_suits_is_suggested(
    text: str, language: str, scaffold: str
) -> None:
    assert compose(text, None, language).scaffold == scaffold


def test_a_question_is_told_apart_from_its_background() -> None:
    text = "新接的班,有个孩子上课一直睡,叫醒过两次,不知道先找班主任还是先问家里?"
    filled = {slot.key: slot.value for slot in compose(text, "help_five", "zh").slots}
    assert filled["background"] is not None
    assert "叫醒过两次" in (filled["tried"] or "")
    assert "先找班主任还是先问家里" in f"{filled['stuck']}{filled['expected']}"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_any_text_goes_through_every_scaffold_without_loss(language: str) -> None:
    text = (
        TIMID
        if language == "zh"
        else "I tried it on monday. He said no. Now two of three come on time"
    )
    for frame in scaffolds(language):
        said = "".join(slot.value or "" for slot in compose(text, frame.id, language).slots)
        assert set(said) - set(" ,，。.") <= set(text)
        assert len(said) >= 0.8 * len(text)


def test_who_is_new_gets_no_more_than_one_blank_and_no_named_model() -> None:
    opinion = "我觉得作业关键看效率不看时长"
    assert compose(opinion, None, "zh").scaffold == "prep"
    new = compose(opinion, None, "zh", level=0)
    assert new.scaffold == "starter"
    assert new.draft.count(BLANK) == 1
    assert compose(opinion, None, "zh", level=2).draft.count(BLANK) == 2
    assert compose(opinion, None, "zh", level=3).scaffold == "prep"
    assert compose(opinion, "prep", "zh", level=0).scaffold == "prep"


def test_the_example_is_of_the_work_the_community_does() -> None:
    assert compose("好", "starter", "zh", domains=("sales",)).example.startswith("我遇到：老客户")
    assert "学生" not in compose("好", "starter", "zh").example


def test_an_unknown_scaffold_is_not_made_up() -> None:
    with pytest.raises(LookupError):
        compose("好", "tango", "zh")
