from community.versions import Change, Pair, Stretch, side_by_side

OLD = ("7:20小测3个词。", "晚到的大课间补。", "扣分没用。")


def _words(pairs: tuple[Pair, ...]) -> list[tuple[Change, str, str]]:
    def changed(side: tuple[Stretch, ...]) -> str:
        return "".join(each.text for each in side if each.changed)

    return [(each.change, changed(each.before), changed(each.after)) for each in pairs]


def test_a_changed_number_is_all_that_is_marked() -> None:
    pairs = side_by_side(OLD, ("7:25小测3个词。", *OLD[1:]))
    assert _words(pairs)[0] == (Change.CHANGED, "7:20", "7:25")
    assert [each.change for each in pairs[1:]] == [Change.SAME, Change.SAME]


def test_what_went_stands_where_it_stood_and_what_came_where_it_stands() -> None:
    pairs = side_by_side(OLD, (OLD[0], OLD[2], "周五公布名单。"))
    assert _words(pairs) == [
        (Change.SAME, "", ""),
        (Change.REMOVED, "晚到的大课间补。", ""),
        (Change.SAME, "", ""),
        (Change.ADDED, "", "周五公布名单。"),
    ]


def test_both_sides_give_back_their_sentences_whatever_changed() -> None:
    new = ("Check the date on Mondays, not on Fridays.", "扣分没用,还会吵。")
    for before, after in ((OLD, new), (new, OLD), ((), OLD), (OLD, ())):
        pairs = side_by_side(before, after)
        left = ["".join(one.text for one in each.before) for each in pairs if each.before]
        right = ["".join(one.text for one in each.after) for each in pairs if each.after]
        assert sorted(left) == sorted(before)
        assert right == list(after)
