"""Who answers whom: what is given wins, and no input breaks the hearing."""

from dataclasses import replace
from datetime import timedelta

import pytest

from agent.listening.linker import Linker
from agent.listening.memory import KEPT, ROOM
from agent.listening.names import mentioned, named, names_of
from agent.listening.threads import link_anew, link_messages, threads_of
from community.conversation import Link, LinkSource, Message, MessageKind
from tests.builders import a_member, said

ANNA, BO, CHEN = a_member(1, "Anna"), a_member(2, "Bo"), a_member(3, "陈静")
ALL = (ANNA, BO, CHEN)


def parents(messages: list[Message]) -> dict[int, int | None]:
    return {link.message_id: link.parent_id for link in link_messages(messages, ALL)}


def test_a_native_reply_is_taken_as_the_platform_gave_it() -> None:
    talk = [said(1, ANNA, "开学啦"), said(2, BO, "谁有课表"), said(3, CHEN, "早", reply_to=1)]
    link = link_messages(talk, ALL)[2]
    assert (link.parent_id, link.by) == (1, LinkSource.PLATFORM)


def test_a_persons_correction_wins_over_a_native_reply() -> None:
    talk = [said(1, ANNA, "开学啦"), said(2, BO, "谁有课表"), said(3, CHEN, "我有", reply_to=1)]
    moved = Link(message_id=3, parent_id=2, confidence=1.0, by=LinkSource.PERSON)
    assert link_messages(talk, ALL, {3: moved})[2] == moved


def test_a_kept_link_is_not_judged_again() -> None:
    talk = [said(1, ANNA, "开学啦"), said(2, BO, "谁有课表", minutes=300)]
    kept = Link(message_id=2, parent_id=1, confidence=0.3, by=LinkSource.MODEL)
    assert link_messages(talk, ALL, {2: kept})[1] == kept


def test_who_is_named_is_answered() -> None:
    talk = [
        said(1, ANNA, "what do you use for minutes?"),
        said(2, BO, "lunch is here", minutes=2),
        said(3, CHEN, "@Anna a shared page, works well", minutes=4),
    ]
    link = link_messages(talk, ALL)[2]
    assert (link.parent_id, link.by) == (1, LinkSource.MENTION)


def test_the_first_message_and_system_lines_answer_nobody() -> None:
    joined = said(1, None, "Bo joined", kind=MessageKind.SYSTEM)
    assert parents([joined, said(2, ANNA, "大家早")]) == {1: None, 2: None}


def test_chances_of_one_message_are_a_confidence_between_nought_and_one() -> None:
    talk = [said(i, ALL[i % 3], f"第{i}句 作业 {i % 4}", minutes=i * 7) for i in range(1, 60)]
    assert all(0 < link.confidence <= 1 for link in link_messages(talk, ALL))


def test_later_messages_do_not_change_links_that_are_given() -> None:
    talk = [said(i, ALL[i % 3], f"第{i}句", minutes=i) for i in range(1, 20)]
    first = {link.message_id: link for link in link_messages(talk[:10], ALL)}
    again = link_messages(talk, ALL, first)
    assert again[:10] == tuple(first.values())


def test_messages_are_grouped_under_the_root_their_links_lead_to() -> None:
    talk = [said(1, ANNA, "a"), said(2, BO, "b"), said(3, CHEN, "c"), said(4, ANNA, "d")]
    links = [_link(1, None), _link(2, 1), _link(3, None), _link(4, 2)]
    threads = threads_of(talk, links)
    assert [(t.root_id, [m.id for m in t.messages]) for t in threads] == [(1, [1, 2, 4]), (3, [3])]


def test_a_circle_of_links_is_cut_at_its_oldest_message() -> None:
    talk = [said(1, ANNA, "a"), said(2, BO, "b")]
    threads = threads_of(talk, [_link(1, 2), _link(2, 1)])
    assert [[m.id for m in t.messages] for t in threads] == [[1, 2]]


def test_a_parent_that_is_not_here_starts_a_thread() -> None:
    assert threads_of([said(5, BO, "b")], [_link(5, 1)])[0].root_id == 5


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        pytest.param("@Anna look", (1,), id="an at"),
        pytest.param("＠Anna 看", (1,), id="a full-width at, folded by reading"),
        pytest.param("Bo: yes", (2,), id="a name and a colon"),
        pytest.param("@陈静你看", (3,), id="Han without a space"),
        pytest.param("@nobody hi", (), id="an unknown name"),
        pytest.param("mail me at a@b.example", (), id="a mail address"),
    ],
)
def test_a_name_after_an_at_means_a_member(text: str, meant: tuple[int, ...]) -> None:
    assert mentioned(text.replace("＠", "@"), names_of(ALL)) == meant


def test_a_name_that_two_members_carry_means_nobody() -> None:
    renamed = replace(BO, name="Anna")
    assert mentioned("@Anna 谢谢", names_of((ANNA, renamed, CHEN))) == ()
    assert named("anna said so", names_of((ANNA, renamed, CHEN))) == ()


def test_a_member_renamed_to_anothers_name_is_not_blamed_for_their_words() -> None:
    renamed = replace(BO, name="Anna")
    talk = [said(1, ANNA, "请把表交给我"), said(2, BO, "午饭"), said(3, CHEN, "@Anna 好的")]
    link = link_messages(talk, (ANNA, renamed, CHEN))[2]
    assert link.by is LinkSource.MODEL


def _link(message_id: int, parent_id: int | None) -> Link:
    return Link(message_id=message_id, parent_id=parent_id, confidence=0.9, by=LinkSource.MODEL)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("长" * 100_000, id="a hundred thousand signs"),
        pytest.param("word " * 20_000, id="twenty thousand words"),
        pytest.param("🎂🎂👨‍👩‍👧‍👦🥲", id="only emoji"),
        pytest.param("\u202eمرحبا بكم في المجموعة\u202c", id="right to left"),
        pytest.param("\u200b\u200d\ufeff", id="only zero-width"),
        pytest.param("", id="nothing"),
        pytest.param("@" * 5_000, id="only ats"),
    ],
)
def test_any_text_is_heard(text: str) -> None:
    talk = [said(1, ANNA, "早"), said(2, BO, text), said(3, CHEN, text, minutes=1)]
    assert len(link_messages(talk, ALL)) == 3


def test_a_clock_that_jumps_back_is_no_time() -> None:
    talk = [said(1, ANNA, "问题一?", minutes=500), said(2, BO, "@Anna 有的", minutes=0)]
    assert parents(talk)[2] == 1


def test_ten_thousand_messages_in_one_second_are_heard_and_forgotten() -> None:
    linker = Linker(ALL)
    message = said(1, ANNA, "刷屏")
    for id_ in range(1, 10_001):
        given = Link(
            message_id=id_, parent_id=id_ - 1 or None, confidence=1, by=LinkSource.PLATFORM
        )
        author = ALL[id_ % 3].id
        linker.hear(linker.read(replace(message, id=id_, author_id=author)), given)
    last = linker.hear(linker.read(said(10_001, BO, "@陈静 好")))
    assert last.parent_id is not None
    assert last.parent_id > 10_000 - ROOM - KEPT


def test_a_reply_to_something_long_forgotten_keeps_its_parent() -> None:
    talk = [said(i, ALL[i % 3], f"第{i}句", reply_to=i - 1 or None) for i in range(1, 1200)]
    late = replace(said(1200, ANNA, "回第一句", reply_to=1), at=talk[-1].at + timedelta(hours=1))
    linker = Linker(ALL)
    links = [linker.hear(linker.read(message)) for message in [*talk, late]]
    assert links[-1].parent_id == 1


def _guess(message_id: int, parent_id: int | None, confidence: float) -> Link:
    return Link(
        message_id=message_id, parent_id=parent_id, confidence=confidence, by=LinkSource.MODEL
    )


QUARREL = [
    said(1, ANNA, "what do you use for minutes?"),
    said(2, BO, "lunch is here", minutes=1),
    said(3, CHEN, "@Anna a shared page, works well", minutes=2),
    said(4, ANNA, "@陈静 thanks, will try", minutes=3),
]


def test_a_late_message_lets_the_last_guesses_be_judged_again() -> None:
    kept = {1: _guess(1, None, 0.9), 2: _guess(2, None, 0.9), 3: _guess(3, 2, 0.1)}
    links = link_anew(QUARREL, ALL, kept)
    assert links[3].parent_id == 1
    assert links[3].confidence > kept[3].confidence
    assert set(links) == {1, 2, 3, 4}


@pytest.mark.parametrize(
    ("kept", "messages"),
    [
        pytest.param(_guess(3, 2, 1.0), QUARREL, id="surer than what is judged now"),
        pytest.param(replace(_guess(3, 2, 0.1), by=LinkSource.PERSON), QUARREL, id="a person's"),
        pytest.param(
            replace(_guess(3, 2, 0.1), by=LinkSource.PLATFORM), QUARREL, id="the platform's"
        ),
        pytest.param(_guess(3, 2, 0.1), QUARREL[:3], id="nothing came since"),
        pytest.param(
            _guess(3, 2, 0.1),
            [*QUARREL[:3], said(4, ANNA, "@陈静 thanks", minutes=30)],
            id="longer ago than five minutes",
        ),
    ],
)
def test_a_link_stays_that_is_surer_given_or_old(kept: Link, messages: list[Message]) -> None:
    known = {1: _guess(1, None, 0.9), 2: _guess(2, None, 0.9), 3: kept}
    assert link_anew(messages, ALL, known)[3] == kept
