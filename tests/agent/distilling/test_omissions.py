"""What may never become a claim."""

from agent.distilling.extracting import read_thread
from community.people import Role
from tests.agent.distilling.threads import Line, a_thread
from tests.builders import a_member

MIN, LIN = a_member(2, "阿敏"), a_member(3, "小林", Role.EXPERT)


def left_out(lines: list[Line]) -> dict[int, str]:
    thread, talk = a_thread(lines)
    return dict(read_thread(thread, talk).left_out)


def test_putting_a_protection_out_of_use_is_taught_to_nobody() -> None:
    assert left_out(
        [
            (MIN, "燃气报警器一炒菜就叫,我拿塑料袋给它套上了,清净"),
            (LIN, "马上摘了,先关总阀开窗,报警器响一次报一次"),
        ]
    ) == {1: "hazard"}
