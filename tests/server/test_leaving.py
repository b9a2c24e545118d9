import pytest

from server.leaving import said_outside

NAMES = {"小尹": "", "老陆": "老陆"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("小尹：我手机24小时不敢静音", "一位成员：我手机24小时不敢静音"),
        ("小尹：门卫凭码放人", "门卫凭码放人"),
        ("小尹：凭码放人；老陆：先打电话", "一位成员：凭码放人；老陆：先打电话"),
    ],
)
def test_who_says_i_and_one_of_several_voices_stays_somebody(text: str, said: str) -> None:
    assert said_outside(NAMES, text, "一位成员") == said
