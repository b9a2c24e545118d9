from agent.tokens import count, estimate


def test_tokens_are_counted_without_a_network() -> None:
    assert count("hello world") == 2
    assert count("") == 0


def test_the_estimate_is_not_below_the_count_on_ordinary_talk() -> None:
    for text in (
        "两周从八九个降到2个，但是得天天站，断一天就弹回来",
        "how do you get out of status mode",
    ):
        assert estimate(text) >= count(text)
