"""What a look hears: not again what a person said is wrong, and each signal once as a mark."""

from dataclasses import replace
from datetime import timedelta

from agent.decide import Decided, decide
from agent.listening.signal import Signal, SignalKind
from agent.look import marks_of
from agent.moves.moment import Moment
from community.conversation import Talk
from community.people import Role
from community.review import Ledger
from tests.builders import MONDAY, a_member, a_talk, said

ANN, BO = a_member(1, "许冉"), a_member(2, "林满", Role.FACILITATOR)
ASKED = said(7, ANN, "请问大家，家长群里有人半夜发长语音，你们第二天怎么回？")
NOW = MONDAY + timedelta(hours=5)


def _decided(talk: Talk) -> Decided:
    return decide(talk, Ledger(), NOW)


def _heard(talk: Talk) -> set[tuple[int, str]]:
    return {
        (signal.message_ids[0], signal.kind.value)
        for signal in _decided(talk).moment.signals
        if signal.message_ids
    }


def test_a_signal_a_person_refused_is_not_heard_at_that_message() -> None:
    talk = a_talk([ASKED], [ANN, BO])
    every = _heard(talk)
    assert (7, "question") in every
    assert _heard(replace(talk, refused=frozenset({(7, "question")}))) == every - {(7, "question")}
    assert _heard(replace(talk, refused=frozenset({(8, "question"), (7, "advert")}))) == every


def test_no_move_rests_on_a_refused_signal() -> None:
    talk = a_talk([ASKED], [ANN, BO])
    assert _decided(talk).choice.candidate is not None
    refused = frozenset(_heard(talk))
    assert _decided(replace(talk, refused=refused)).choice.candidate is None


def _moment(*signals: Signal) -> Moment:
    return replace(_decided(a_talk([ASKED], [ANN, BO])).moment, signals=signals)


def test_a_signal_is_a_mark_at_its_first_message_once_and_as_sure_as_its_surest() -> None:
    kind = SignalKind.QUESTION
    weak, sure = (
        Signal(kind=kind, message_ids=(7, 3), member_ids=(1,), confidence=one, facts={"at": one})
        for one in (0.4, 0.7)
    )
    (mark,) = marks_of(_moment(sure, weak, Signal(kind=SignalKind.SILENCE)))
    assert (mark.message_id, mark.kind, mark.confidence) == (7, "question", 0.7)
    assert (mark.noticed_at, mark.member_ids, mark.facts) == (NOW, (1,), {"at": 0.7})
