"""Each formula beside a value worked out by hand."""

import math
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from agent.figures import activity, contents, equity, network, newcomers, replying
from agent.figures.tally import Call, Share
from agent.figures.view import NotObservable, Reading, Seen, View
from tests.agent.figures.days import NOON, day, owed, people, seen

TWO_DAYS = seen(
    day(0, said={1: 4, 2: 1}, acted={3: 2}),
    day(6, said={2: 3}),
    day(10, said={1: 2}),
    day(40, said={4: 9}),
    members=people(5),
)
"""In 28 days 1 said 6, 2 said 4, 3 only reacted; 4 spoke before that, 5 never did."""
WEB = seen(
    day(
        0,
        said={1: 5, 2: 5, 3: 5, 4: 1},
        answers={(1, 2): 3, (2, 1): 1, (3, 1): 4, (2, 3): 2},
        helps={(2, 1): 1, (3, 1): 2},
        opened={1: (4, 3), 2: (2, 1), 3: (1, 1)},
    ),
    members=people(4, staff=1),
)
"""1, 2, 3 talk; 4, the facilitator, spoke alone."""
HOSTED = replace(WEB, members=people(3, staff=1))


@pytest.mark.parametrize(
    ("formula", "view", "value"),
    [
        pytest.param(activity.dau, TWO_DAYS, (3 + 1 + 1) / 28, id="mean of 3, 1, 1 over 28 days"),
        pytest.param(activity.wau, TWO_DAYS, 3, id="1, 2 and 3 in 7 days"),
        pytest.param(activity.mau, TWO_DAYS, 3, id="the same in 28 days"),
        pytest.param(activity.stickiness, TWO_DAYS, 5 / 28 / 3, id="DAU / MAU"),
        pytest.param(activity.speakers, TWO_DAYS, 2, id="1 and 2 spoke this week"),
        pytest.param(activity.speaker_rate, TWO_DAYS, 2 / 5, id="2 of 5"),
        pytest.param(activity.silent_share, TWO_DAYS, 3 / 5, id="3, 4, 5 said nothing"),
        pytest.param(activity.messages, TWO_DAYS, 10, id="5 + 3 + 2"),
        pytest.param(activity.interactions, TWO_DAYS, 12, id="10 and 2 reactions"),
        pytest.param(activity.simmer_share, seen(day(0, said={1: 9}, simmer=1)), 0.1, id="1 of 10"),
        pytest.param(equity.top_share, TWO_DAYS, 1.0, id="two hold everything"),
        # x = 0 0 0 4 6, n 5, Σx 10: Σ(2i−6)x = 2·4 + 4·6 = 32; 32 / 50
        pytest.param(equity.talk_gini, TWO_DAYS, 0.64, id="Gini with the silent"),
        # 6 praised: a fifth rounded up is 2 people, who got 4 + 2 of 10
        pytest.param(
            equity.praise_share,
            replace(TWO_DAYS, praised={1: 4, 2: 2, 3: 1, 4: 1, 5: 1, 6: 1}),
            0.6,
            id="two of six got 6 of 10",
        ),
        pytest.param(
            equity.praise_share,
            replace(TWO_DAYS, praised=dict.fromkeys(range(1, 6), 1)),
            0.2,
            id="five got one each",
        ),
        pytest.param(
            equity.effective_speakers,
            TWO_DAYS,
            math.exp(-(0.6 * math.log(0.6) + 0.4 * math.log(0.4))),
            id="exp of the entropy of .6 and .4",
        ),
        # min(3,1) twice = 2, (3,1) and (2,3) have no return: 2 / 10
        pytest.param(network.reciprocity, WEB, 0.2, id="2 of 10 returned"),
        pytest.param(network.density, WEB, 4 / 12, id="4 of 4·3 pairs"),
        pytest.param(network.isolates, WEB, 1, id="4 spoke alone"),
        pytest.param(network.facilitator_dependence, HOSTED, 6 / 10, id="4 of 10 among peers"),
        pytest.param(network.member_started, HOSTED, 4 / 5, id="3 + 1 of 5 taken up"),
        pytest.param(network.help_edges, WEB, 2, id="2 → 1 and 3 → 1"),
        # 1 knows 2 and 3; 2 knows 1; 3 knows 1; 4 nobody
        pytest.param(network.connected, WEB, 1 / 4, id="only 1 knows two"),
    ],
)
def test_a_formula_gives_the_value_worked_out_by_hand(
    formula: Callable[[View], Reading], view: View, value: float
) -> None:
    reading = formula(view)
    assert isinstance(reading, Seen)
    assert reading.value == pytest.approx(value)


ANSWERED = seen(
    day(
        2,
        said={1: 7},
        contributions=(
            owed(1, hours=1),
            owed(2, hours=2),
            owed(3, hours=30),
            owed(4, reacted=True),
            owed(5, simmer=0.5),
            owed(6, days=0.5),
            owed(7, author=4, calls=True),
        ),
        shares=(
            Share(id=1, author_id=1, quick=3),
            Share(id=2, author_id=1, quick=2),
            *(Share(id=at, author_id=2, quick=4) for at in (3, 4, 5)),
        ),
        calls=(
            Call(id=8, author_id=4, voices=(1, 2, 3, 4)),
            Call(id=9, author_id=4, voices=(1, 2, 3)),
            Call(id=10, author_id=4, voices=(1, 4)),
            Call(id=11, author_id=1, voices=(2, 3, 4)),
        ),
    ),
    members=people(4, staff=1),
)
"""Six things said; the facilitator's call is owed nothing, one of the six is half a day old."""


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        pytest.param(replying.reply_rate, 2 / 5, id="2 of 5 within a day"),
        pytest.param(replying.reply_rate_with_simmer, 3 / 5, id="Simmer took one more"),
        pytest.param(replying.orphan_rate, 1 / 5, id="only the fifth met nobody"),
        pytest.param(replying.quick_shares, 4 / 5, id="four with three reactions"),
        pytest.param(replying.push_follow_up, 1 / 3, id="of three pushes one was followed up"),
        # n 6: at 1 h S = 5/6, at 2 h 4/6; at 12 h one is censored; at 30 h of 3 left S = 4/9
        pytest.param(replying.first_reply_median, 30 * 3600, id="Kaplan-Meier median"),
    ],
)
def test_what_is_owed_is_counted_by_hand(formula: Callable[[View], Reading], value: float) -> None:
    reading = formula(ANSWERED)
    assert isinstance(reading, Seen)
    assert reading.value == pytest.approx(value)


def test_a_time_that_too_few_waits_have_reached_is_no_number() -> None:
    assert replying.first_reply_p90(ANSWERED) == NotObservable(
        reason="not_reached", facts={"percent": 90}
    )


def test_orphans_are_what_met_neither_answer_nor_reaction() -> None:
    assert [one.id for one in replying.orphans(ANSWERED)] == [5, 6]


def joined(*days: float | None) -> View:
    members = tuple(
        replace(one, joined_at=None if since is None else NOON - timedelta(days=since))
        for one, since in zip(people(len(days)), days, strict=True)
    )
    return seen(
        day(60, said={5: 1}), day(38, said={1: 1}), day(35, said={1: 1}), day(33, said={2: 1}),
        day(31, said={3: 1}), day(12, said={2: 1}), day(9, said={3: 1}), members=members,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        # 1 came back after 3 days, 2 after 21, 3 after 22
        pytest.param(newcomers.d7, 1 / 3, id="only 1 within a week"),
        pytest.param(newcomers.d30, 1.0, id="all within 30 days"),
        pytest.param(newcomers.first_message_rate, 3 / 4, id="4 has not spoken"),
        # 1 after 2 days, 2 after 7, 3 after 9, 4 censored at 20: S = 3/4, 2/4
        pytest.param(newcomers.join_to_first_message, 7 * 86_400, id="half within 7 days"),
    ],
)
def test_newcomers_are_followed_by_hand(formula: Callable[[View], Reading], value: float) -> None:
    reading = formula(joined(40, 40, 40, 20, None))
    assert isinstance(reading, Seen)
    assert reading.value == pytest.approx(value)


def test_a_weeks_cohort_is_counted_when_it_comes_back() -> None:
    six = dict.fromkeys(range(1, 7), 1)
    view = seen(
        day(21, said=six), day(14, said={1: 1, 2: 1, 3: 1}), day(7, said={1: 1}), members=people(6)
    )
    grid = newcomers.cohorts(view, weeks=3)
    assert [one.people for one in grid] == [6, 3, 1]
    assert grid[0].returned == (0.5, pytest.approx(1 / 6))
    assert grid[1].returned == (None,)


def test_the_triangle_is_measured_against_its_wish() -> None:
    assert contents.kl((4, 4, 2), contents.TARGET) == pytest.approx(0)
    assert contents.kl((10, 0, 0), contents.TARGET) == pytest.approx(math.log(2.5))
    view = seen(
        day(1, said={1: 1}, contents={4: (4, 4, 2), 1: (9, 0, 0)}), members=people(4, staff=1)
    )
    found = contents.content_mix(view)
    assert isinstance(found, Seen)
    assert (found.value, found.of) == (pytest.approx(0), 10)


def test_drivers_are_even_where_all_four_show_alike() -> None:
    assert contents.evenness((3, 3, 3, 3)) == pytest.approx(1)
    assert contents.evenness((12, 0, 0, 0)) == 0
    view = seen(day(1, said={1: 1}, drivers=(4, 4, 0, 0)))
    found = contents.driver_balance(view)
    assert isinstance(found, Seen)
    assert (found.value, found.of) == (pytest.approx(0.5), 8)


def test_one_who_says_everything_comes_to_one_less_a_person() -> None:
    assert equity.gini([0, 0, 0, 8]) == pytest.approx(1 - 1 / 4)
    assert equity.gini([2, 2, 2]) == pytest.approx(0)
    assert equity.lorenz([1, 3]) == (0.25, 1.0)


def test_fewer_than_five_praises_say_nothing_about_their_spread() -> None:
    few = equity.praise_share(replace(TWO_DAYS, praised={1: 4}))
    assert few == NotObservable(reason="too_few", facts={"count": 4, "least": 5})
