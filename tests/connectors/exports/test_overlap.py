import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from community.conversation import Message
from connectors.base import MessagePosted
from connectors.exports.overlap import Heard, overlap
from connectors.exports.pasted import Pasted, Room, read_pasted
from connectors.exports.times import Clock
from tests.builders import a_member

NOW = datetime(2026, 3, 4, 12, 30, tzinfo=UTC)
PATIENT = settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
PEOPLE = [a_member(1, "许冉"), a_member(2, "Bo عبد"), a_member(3, "七6罗一鸣")]
HEAD = re.compile(r"\n[^:：\n]{1,20}[:：]")
"""A later line that looks like a name with a colon may as well begin another message."""
WORDS = st.text(st.sampled_from("好吗：嗯a b🙂مر哈。\n"), min_size=1, max_size=12).map(
    lambda text: re.sub(r"\s*\n\s*", "\n", text.strip())
)
"""Without blank lines: after one, a line with a colon may as well begin another block."""
TURNS = st.lists(
    st.tuples(
        st.sampled_from([0, 1, 2]), WORDS.filter(lambda text: text and not HEAD.search(text))
    ),
    min_size=2,
    max_size=14,
    unique_by=lambda turn: " ".join(turn[1].split()),
)


def _screen(turns: Sequence[tuple[int, str]], first: int, style: str) -> str:
    """What is copied from the room: these turns, of which the first is the `first` of all."""
    lines: list[str] = []
    for number, (who, words) in enumerate(turns, first):
        at = (datetime(2026, 3, 4, 19, 0) + timedelta(minutes=number)).strftime("%Y/%m/%d %H:%M")  # noqa: DTZ001
        head = f"{PEOPLE[who].name} {at}" if style == "timed" else f"{PEOPLE[who].name}:"
        lines += [head, words, ""]
    return "\n".join(lines)


def _paste(text: str, tail: Sequence[Message]) -> Pasted:
    room = Room(key="1", tail=tail, members={one.id: one for one in PEOPLE})
    return read_pasted(text, room, Clock(timezone="Asia/Shanghai", now=NOW))


def _kept(pasted: Pasted, tail: Sequence[Message]) -> list[Message]:
    new = [event for event in pasted.events if isinstance(event, MessagePosted)]
    ids = {f"name:{one.name}": one.id for one in PEOPLE}
    return [
        *tail,
        *(
            Message(
                id=len(tail) + n,
                community_id=1,
                zone_id=1,
                author_id=ids[event.member or ""],
                at=event.at,
                text=event.text,
            )
            for n, event in enumerate(new, 1)
        ),
    ]


@PATIENT
@given(
    turns=TURNS,
    cuts=st.tuples(st.integers(1, 14), st.integers(0, 13)),
    style=st.sampled_from(["timed", "blocks"]),
)
def test_overlapping_screens_add_up_to_the_talk(
    turns: list[tuple[int, str]], cuts: tuple[int, int], style: str
) -> None:
    """Two screens that share at least one message give every message once, in order."""
    end = min(cuts[0], len(turns))
    begin = min(cuts[1], end - 1)
    first = _kept(_paste(_screen(turns[:end], 0, style), []), [])
    both = _kept(_paste(_screen(turns[begin:], begin, style), first), first)
    assert [one.text for one in both] == [words for _, words in turns]
    assert [one.at for one in both] == sorted(one.at for one in both)


@PATIENT
@given(
    turns=st.lists(st.tuples(st.sampled_from([0, 1]), st.sampled_from(["好", "嗯", "收到了哈"])))
)
def test_the_same_screen_twice_adds_nothing_even_if_all_say_the_same(
    turns: list[tuple[int, str]],
) -> None:
    text = _screen([(2, "大家晚上好呀"), *turns], 0, "timed")
    first = _paste(text, [])
    again = _paste(text, _kept(first, []))
    assert again.events == ()
    assert again.known == len(turns) + 1


def _heard(words: str, name: str = "a", minute: int | None = None) -> Heard:
    at = None if minute is None else NOW + timedelta(minutes=minute)
    return Heard(names=frozenset({name}), words=words, at=at)


def test_a_chance_ok_far_back_is_no_overlap() -> None:
    known = [_heard("好"), *(_heard(f"这是第{n}条不同的话") for n in range(9))]
    assert overlap(known, [_heard("好"), _heard("新的一句话")]) == {}
    assert overlap(known, [_heard("好")]) == {}
    assert overlap([*known, _heard("好")], [_heard("好")]) == {0: 10}


def test_a_message_missed_in_between_is_new() -> None:
    known = [_heard("第一句话比较长"), _heard("第三句话比较长")]
    pasted = [known[0], _heard("第二句话比较长"), known[1], _heard("第四句话比较长")]
    assert overlap(known, pasted) == {0: 0, 2: 1}


def test_an_older_screen_is_recognised_where_it_was() -> None:
    known = [_heard(f"这是第{n}条不同的话") for n in range(9)]
    assert overlap(known, known[2:5]) == {0: 2, 1: 3, 2: 4}


def test_other_people_saying_the_same_are_other_messages() -> None:
    assert overlap([_heard("大家晚上好呀", "a")], [_heard("大家晚上好呀", "b")]) == {}
    assert overlap([_heard("好", "a", 0)], [_heard("好", "a", 60)]) == {}
