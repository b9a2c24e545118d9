from dataclasses import replace

from agent.distilling.coverage import Coverage, coverage_of
from community.distillation import ArticleKind, ClaimState, Distillation
from community.people import Role
from tests.agent.distilling.threads import a_thread
from tests.builders import a_member
from tests.drafts import a_claim

MIN, LIN = a_member(2, "阿敏"), a_member(3, "小林", Role.EXPERT)
HE, YU = a_member(4, "老何"), a_member(5, "小于")
THREAD, TALK = a_thread(
    [
        (MIN, "老客户账期到了不付款,一般怎么催?"),
        (YU, "先问清楚出纳每月几号排款,排款前两天打一次电话,就问排上没"),
        (HE, "我一般超过60天就停发货,停之前先跟他们老板说一声,之后没再拖过70天"),
        (LIN, "哈哈"),
    ]
)


def an_article(*places: int, rejected: tuple[int, ...] = ()) -> Distillation:
    claims = [a_claim(THREAD.messages[place]) for place in places]
    return Distillation(
        id=1,
        community_id=1,
        zone_id=1,
        root_id=1,
        title="怎么催款",
        kind=ArticleKind.FAQ,
        language="zh",
        claims=tuple(
            replace(claim, state=ClaimState.REJECTED) if place in rejected else claim
            for place, claim in zip(places, claims, strict=True)
        ),
        message_ids=tuple(each.id for each in THREAD.messages),
        created_at=THREAD.messages[-1].at,
    )


def cover(*places: int, rejected: tuple[int, ...] = (), silent: tuple[int, ...] = ()) -> Coverage:
    return coverage_of(an_article(*places, rejected=rejected), THREAD.messages, silent)


def test_each_message_names_the_claims_that_rest_on_it() -> None:
    assert cover(1, 2, 1).used == {2: (1, 3), 3: (2,)}


def test_what_teaches_and_is_in_no_claim_is_shown_with_who_vanished() -> None:
    found = cover(1)
    assert found.unused == (3,)
    assert found.vanished == (HE.id,)


def test_a_rejected_claim_covers_nothing() -> None:
    assert cover(1, 2, rejected=(2,)).unused == (3,)


def test_a_question_and_a_laugh_are_missed_by_nobody() -> None:
    assert cover(1, 2).unused == ()


def test_who_may_not_be_quoted_is_not_listed() -> None:
    found = cover(1, silent=(HE.id,))
    assert (found.unused, found.vanished) == ((), ())
