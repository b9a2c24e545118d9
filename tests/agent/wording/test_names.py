import pytest

from agent.wording.names import called


@pytest.mark.parametrize(
    ("handle", "language", "name"),
    [
        ("七4许冉", "zh", "许冉"),
        ("教科室小方", "zh", "小方"),
        ("华东卢强", "zh", "卢强"),
        ("江楠化学", "zh", "江楠"),
        ("杜可-信息", "zh", "杜可"),
        ("老陆", "zh", "老陆"),
        ("周砚秋", "zh", "周砚秋"),
        ("Dana | LeadHub", "en", "Dana"),
        ("Priit (TA)", "en", "Priit"),
        ("Lina H", "en", "Lina H"),
    ],
)
def test_a_handle_is_said_as_people_say_it(handle: str, language: str, name: str) -> None:
    assert called(handle, language) == name
