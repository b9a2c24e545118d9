from dataclasses import replace
from datetime import timedelta

from agent.context import Context
from agent.graphs.facilitate import facilitate
from agent.models.scripted import ScriptedModel
from agent.moves.brief import Brief, Draft
from community.errors import ModelFailed
from community.people import Role
from community.review import Ledger
from community.suggestion import Lane
from tests.builders import MONDAY, a_member, a_talk, said

HOST = a_member(1, "周姐", Role.FACILITATOR)
ASKER, PEER = a_member(2, "小林"), a_member(3, "阿敏")
ASKED = "请问月底的报表交给谁,纸质还是电子版?"
BEFORE = [said(100 + n, HOST, f"第{n}层打印机修好了", minutes=-1500 + n) for n in range(12)]
TALK = a_talk([*BEFORE, said(1, ASKER, ASKED)], [HOST, ASKER, PEER])
NOW = MONDAY + timedelta(minutes=70)
GOOD = Draft(text="小林问“月底的报表交给谁”,还没人接,谁知道?")
POOR = Draft(text="感谢您的宝贵分享!大家有什么问题吗?")


def scripted(*replies: object) -> ScriptedModel:
    return ScriptedModel({"move_no_orphan": replies})


async def test_a_debt_becomes_a_checked_suggestion_with_its_reason() -> None:
    look = await facilitate(TALK, Ledger(), NOW, Context(model=scripted(GOOD)))
    offer = look.suggestion
    assert offer is not None
    assert (offer.move, offer.lane, offer.anchor_ids) == ("no_orphan", Lane.OBLIGATION, (1,))
    assert offer.key == "no_orphan:1"
    assert offer.speaker_id == HOST.id
    assert all(result.passed for result in offer.checks)
    assert offer.due_at is not None
    assert offer.expires_at is not None
    assert look.observation.move == "no_orphan"
    assert look.observation.why.facts["waited_minutes"] == 70
    assert look.next_look_at is not None
    assert look.next_look_at > NOW


async def test_silence_is_kept_with_a_reason() -> None:
    look = await facilitate(TALK, Ledger(), MONDAY, Context(model=scripted()))
    assert look.suggestion is None
    assert look.observation.move == "stay_silent"
    assert look.observation.why.code == "leave_room"


async def test_a_draft_that_fails_is_written_anew_with_what_it_failed() -> None:
    model = scripted(POOR, GOOD)
    look = await facilitate(TALK, Ledger(), NOW, Context(model=model))
    assert look.suggestion is not None
    assert look.suggestion.text == GOOD.text
    second = model.asked[1].variables
    assert isinstance(second, Brief)
    assert {"ANCHOR", "TONE"} <= {note.code for note in second.notes}
    assert second.last == POOR.text


async def test_after_two_revisions_a_draft_is_dropped_with_its_reason() -> None:
    model = scripted(POOR, POOR, POOR, POOR)
    look = await facilitate(TALK, Ledger(), NOW, Context(model=model))
    assert look.suggestion is None
    assert look.observation.why.code == "draft_failed"
    assert len(model.asked) == 3


async def test_a_model_without_words_leaves_silence_and_its_failure() -> None:
    model = scripted(ModelFailed("model_timeout"))
    look = await facilitate(TALK, Ledger(), NOW, Context(model=model))
    assert look.observation.why.code == "no_words"
    assert look.observation.failure is not None
    assert look.observation.failure.code == "model_timeout"


async def test_a_model_may_say_that_nothing_is_worth_saying() -> None:
    model = scripted(Draft(text=" "), GOOD)
    look = await facilitate(TALK, Ledger(), NOW, Context(model=model))
    assert look.suggestion is None
    assert len(model.asked) == 1
    assert look.observation.why.code == "no_words"
    assert look.observation.failure is not None
    assert look.observation.failure.code == "model_declined"


async def test_after_a_move_was_declined_the_next_one_is_tried() -> None:
    second = said(2, PEER, "请问春游的大巴几点到学校门口?", minutes=6)
    talk = replace(TALK, messages=(*TALK.messages, second))
    look = await facilitate(talk, Ledger(), NOW, Context(model=scripted(Draft(text=""), GOOD)))
    assert look.suggestion is not None
    assert look.suggestion.anchor_ids == (1,)
    assert look.observation.failure is None


async def test_where_somebody_may_be_in_danger_silence_is_no_answer() -> None:
    dire = said(1, ASKER, "我真的撑不下去了，不想活了", minutes=0)
    talk = a_talk([*BEFORE, dire], [HOST, ASKER, PEER])
    model = ScriptedModel(
        {
            "move_escalate": [
                Draft(text=""),
                Draft(text="小林说“我真的撑不下去了”[1]，现在请您过去陪一下。"),
            ]
        }
    )
    look = await facilitate(talk, Ledger(), MONDAY + timedelta(minutes=2), Context(model=model))
    assert look.suggestion is not None
    assert look.suggestion.move == "escalate"
    assert len(model.asked) == 2


async def test_the_next_move_is_tried_where_the_first_finds_no_words() -> None:
    second = said(2, PEER, "请问春游的大巴几点到学校门口?", minutes=6)
    talk = replace(TALK, messages=(*TALK.messages, second))
    model = scripted(POOR, POOR, POOR, GOOD)
    look = await facilitate(talk, Ledger(), NOW, Context(model=model))
    assert look.suggestion is not None
    assert look.suggestion.anchor_ids == (1,)


async def test_what_the_library_knows_is_offered_before_anybody_is_asked() -> None:
    async def similar(text: str) -> tuple[str, ...]:
        assert "报表" in text
        return ("月底报表交前台,电子版。",)

    model = ScriptedModel({"move_supplement": [Draft(text="“月底的报表”有现成的:交前台,电子版。")]})
    at = MONDAY + timedelta(minutes=15)
    look = await facilitate(TALK, Ledger(), at, Context(model=model, similar=similar))
    assert look.suggestion is not None
    assert look.suggestion.move == "supplement"
