"""A debt over time: missed, kept, opened again, and the same however often the talk is read."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from agent.decide import linked
from agent.listening.scene import scene_of
from agent.owing.obligations import due_of, owed_in
from community.obligation import (
    BEFORE_US,
    CHANGED,
    RECALLED,
    DebtKind,
    DebtState,
    Obligation,
    aged,
    first_kept,
    settled,
    without_recalled,
)
from evals.labelled import read_sample
from tests.agent.owing.talks import HOST, MIN, QUESTION, SETTINGS, XU, a_room, at, one
from tests.builders import MONDAY, said

SAMPLES = Path(__file__).parents[3] / "connectors" / "samples"


def test_nobody_is_missed_before_the_time_is_over() -> None:
    debt = one(a_room(said(1, XU, QUESTION)))
    assert aged(debt, debt.lapses_at - timedelta(seconds=1)) == debt
    missed = aged(debt, debt.lapses_at)
    assert (missed.state, missed.closed_at) == (DebtState.MISSED, debt.lapses_at)


def test_history_older_than_a_week_gives_no_open_debts() -> None:
    old = replace(one(a_room(said(1, XU, QUESTION))), from_history=True)
    before = first_kept(old, MONDAY + timedelta(days=8))
    assert (before.state, before.reason) == (DebtState.EXCUSED, BEFORE_US)
    young = first_kept(old, MONDAY + timedelta(days=5))
    assert young.state is DebtState.OPEN
    assert young.lapses_at == MONDAY + timedelta(days=6)
    live = first_kept(replace(old, from_history=False), MONDAY + timedelta(days=8))
    assert live.state is DebtState.MISSED


def test_what_a_person_excused_stays_and_an_answer_in_time_meets_even_a_missed_one() -> None:
    debt = one(a_room(said(1, XU, QUESTION)))
    met = one(a_room(said(1, XU, QUESTION), said(2, MIN, "第二天回", minutes=20, reply_to=1)))
    by_hand = replace(debt, state=DebtState.EXCUSED, reason="线下聊过了", closed_by_id=HOST.id)
    assert settled(by_hand, met, at(900)) == by_hand
    missed = aged(debt, debt.lapses_at)
    assert settled(missed, met, at(9000)).state is DebtState.MET
    late = replace(met, closed_at=debt.lapses_at + timedelta(hours=1))
    assert settled(missed, late, at(9000)) == missed


def test_an_answer_that_was_taken_back_opens_the_debt_again() -> None:
    asked, answer = said(1, XU, QUESTION), said(2, MIN, "第二天回", minutes=20, reply_to=1)
    met = one(a_room(asked, answer))
    gone = replace(answer, text="", recalled_at=at(30))
    assert settled(met, one(a_room(asked, gone)), at(60)).state is DebtState.OPEN


def test_a_recalled_message_is_owed_nothing_and_a_reworded_one_is_let_off() -> None:
    debt = one(a_room(said(1, XU, QUESTION)))
    (recalled,) = without_recalled([debt], {1: at(5)})
    assert (recalled.state, recalled.reason) == (DebtState.EXCUSED, RECALLED)
    assert settled(recalled, None, at(9)) == recalled
    assert settled(debt, None, at(9)).reason == CHANGED


def test_after_it_was_opened_again_only_new_words_meet_it() -> None:
    asked, first = said(1, XU, QUESTION), said(2, MIN, "第二天回", minutes=20, reply_to=1)
    reopened = {(1, DebtKind.QUESTION): at(60)}
    (still,) = owed_in(a_room(asked, first), at(90), SETTINGS, reopened=reopened)
    assert still.state is DebtState.OPEN
    second = said(3, HOST, "我也补充一下做法", minutes=80, reply_to=1)
    (met,) = owed_in(a_room(asked, first, second), at(90), SETTINGS, reopened=reopened)
    assert met.met_message_id == 3


def test_a_draft_is_due_when_its_debt_is() -> None:
    talk = a_room(said(1, XU, QUESTION), said(2, MIN, "今天食堂不错", minutes=1))
    scene = scene_of(talk, (), at(60))
    assert due_of(scene, talk.messages[0], SETTINGS) == at(60)
    assert due_of(scene, talk.messages[1], SETTINGS) is None


@pytest.mark.parametrize("folder", ["zh", "en"])
def test_reading_the_whole_talk_gives_the_same_ledger_as_reading_step_by_step(folder: str) -> None:
    """Three weeks of a sample, one look after every tenth message and one every day."""
    sample = read_sample(SAMPLES / folder).talk
    start = sample.messages[0].at
    whole = linked(sample)
    spoken = [m for m in whole.messages if m.at <= start + timedelta(days=21)]
    steps = [each.at for each in spoken[::10]]
    steps += [start + timedelta(days=each) for each in range(22)]
    kept: dict[tuple[int, DebtKind], Obligation] = {}
    for now in sorted(steps):
        known = replace(whole, messages=tuple(m for m in whole.messages if m.at <= now))
        found = {each.key: each for each in owed_in(known, now, SETTINGS, reach=None)}
        assert kept.keys() <= found.keys()
        kept = {
            key: settled(kept[key], each, now) if key in kept else first_kept(each, now)
            for key, each in found.items()
        }
    end = max(steps)
    known = replace(whole, messages=tuple(m for m in whole.messages if m.at <= end))
    at_once = {
        each.key: first_kept(each, end) for each in owed_in(known, end, SETTINGS, reach=None)
    }
    assert kept == at_once
    assert len(kept) > 20
    assert {each.state for each in kept.values()} >= {DebtState.MET, DebtState.MISSED}
