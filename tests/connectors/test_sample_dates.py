from datetime import timedelta

import pytest

from connectors.samples import SAMPLES, Sample
from connectors.samples.dates import moved_text

TEACHERS, MANAGERS = SAMPLES


@pytest.mark.parametrize(
    ("sample", "text", "later"),
    [
        (TEACHERS, "行 第6周就是4月6号那周吧", "行 第6周就是11月23号那周吧"),
        (TEACHERS, "3.18周三第三节", "11.4周三第三节"),
        (TEACHERS, "清明4.4—4.6放假,4.7正常上课", "小长假11.21—11.23放假,11.24正常上课"),
        (TEACHERS, "数学乘3不够,一般乘3.5,昨晚39.2", "数学乘3不够,一般乘3.5,昨晚39.2"),
        (TEACHERS, "3月月考监考安排表", "11月月考监考安排表"),
        (
            MANAGERS,
            "moved from tue 31 march to fri 27 march",
            "moved from tue 17 november to fri 13 november",
        ),
        (MANAGERS, "next thursday the 19th", "next thursday the 5th"),
        (MANAGERS, "9 april, not 19 april", "26 november, not 19 april"),
        (MANAGERS, "said yes 5 times in feb", "said yes 5 times in oct"),
        (MANAGERS, "happy easter, 4th floor", "happy long weekend, 4th floor"),
    ],
)
def test_a_date_moves_with_the_talk_and_what_is_none_stays(
    sample: Sample, text: str, later: str
) -> None:
    assert moved_text(text, sample.dates, sample.seasonal, timedelta(weeks=33)) == later
    assert moved_text(text, sample.dates, sample.seasonal, timedelta()) == text


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda each: each.slug)
def test_every_date_listed_stands_in_the_talk(sample: Sample) -> None:
    talk = sample.chat.read_text(encoding="utf-8")
    assert [each for each in (*sample.dates, *sample.seasonal) if each not in talk] == []
