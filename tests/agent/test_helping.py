"""Help that suits a member's barrier: in private alone, never named, never kept by the recorder."""

from datetime import datetime, timedelta

import pytest

from agent.context import Context
from agent.graphs.facilitate import facilitate
from agent.helping import HELPING, HELPS
from agent.listening.barriers import Barrier, Reading
from agent.models.offline import OfflineModel
from agent.models.scripted import ScriptedModel
from agent.moves.brief import Brief, Draft
from agent.moves.catalogue import MOVES
from agent.wording.writers import write
from community.contest import HELP
from community.people import Role
from community.review import Ledger
from community.suggestion import Audience
from tests.agent.wording.briefs import a_brief
from tests.builders import MONDAY, a_member, a_talk, said

HOST = a_member(1, "周姐", Role.FACILITATOR)
LIN, MIN = a_member(2, "小林"), a_member(3, "阿敏")
BEFORE = [said(100 + n, HOST, f"第{n}层打印机修好了", minutes=-1500 + n) for n in range(12)]
STUCK = "有个客户的事,不知道怎么说"
PRIVATE = a_talk([*BEFORE, said(1, LIN, STUCK)], [HOST, LIN, MIN])
PUBLIC = a_talk([*BEFORE, said(1, LIN, "请问月底的报表交给谁,纸质还是电子版?")], [HOST, LIN, MIN])


def reads(barrier: Barrier, confidence: float = 0.7) -> Context:
    """A run to which this is known of everybody."""

    async def reading(member_id: int, now: datetime) -> Reading:
        assert now >= MONDAY
        return Reading(member_id=member_id, barrier=barrier, confidence=confidence)

    return Context(model=OfflineModel(), reading=reading)


@pytest.mark.parametrize(("barrier", "suits"), HELPS.items())
async def test_a_private_draft_is_worded_for_the_barrier_and_says_so(
    barrier: Barrier, suits: str
) -> None:
    look = await facilitate(PRIVATE, Ledger(), MONDAY + timedelta(minutes=5), reads(barrier))
    assert look.suggestion is not None
    assert look.suggestion.audience is Audience.PRIVATE
    assert look.suggestion.to_id == LIN.id
    assert look.suggestion.why.facts[HELP] == suits


async def test_the_flight_recorder_keeps_nothing_of_a_reading() -> None:
    at = MONDAY + timedelta(minutes=5)
    look = await facilitate(PRIVATE, Ledger(), at, reads(Barrier.NOT_DARING))
    said_of_it = repr(look.observation)
    assert HELP not in look.observation.why.facts
    assert not any(word in said_of_it for word in ("not_daring", "safety", "barrier"))


@pytest.mark.parametrize(
    ("barrier", "confidence"),
    [
        pytest.param(Barrier.UNKNOWN, 0.0, id="unknown"),
        pytest.param(Barrier.NOT_DARING, 0.49, id="unsure"),
    ],
)
async def test_an_unsure_reading_changes_nothing(barrier: Barrier, confidence: float) -> None:
    at = MONDAY + timedelta(minutes=5)
    plain = await facilitate(PRIVATE, Ledger(), at, Context(model=OfflineModel()))
    look = await facilitate(PRIVATE, Ledger(), at, reads(barrier, confidence))
    assert look.suggestion is not None
    assert look.suggestion == plain.suggestion


async def test_a_public_draft_is_never_told_of_a_reading() -> None:
    good = Draft(text="小林问“月底的报表交给谁”,还没人接,谁知道?")
    model = ScriptedModel({"move_no_orphan": (good,)})

    async def reading(member_id: int, now: datetime) -> Reading:
        raise AssertionError((member_id, now))

    ctx = Context(model=model, reading=reading)
    look = await facilitate(PUBLIC, Ledger(), MONDAY + timedelta(minutes=70), ctx)
    assert look.suggestion is not None
    brief = model.asked[0].variables
    assert isinstance(brief, Brief)
    assert brief.help is None
    assert HELP not in look.suggestion.why.facts


def test_only_private_moves_are_worded_by_the_kind_of_help() -> None:
    assert all(MOVES[each].audience is Audience.PRIVATE for each in HELPING)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("suits", sorted(HELPS.values()))
@pytest.mark.parametrize("move", sorted(HELPING))
def test_each_kind_of_help_has_its_own_words(move: str, suits: str, language: str) -> None:
    """They fit, differ from the plain ones, and never say why somebody is silent."""
    plain = {write(a_brief(move, language, variant=n)) for n in range(6)}
    for number in range(5):
        draft = write(a_brief(move, language, variant=number, help=suits))
        assert draft is not None
        assert draft not in plain
        assert len(draft.text) <= MOVES[move].length * (1 if language == "zh" else 2.5)
        telling = (
            "不敢",
            "不想讲",
            "不会讲",
            "害怕",
            "别怕",
            "丢人",
            "afraid",
            "shy",
            "dare",
            "barrier",
        )
        assert not any(word in draft.text for word in telling)
