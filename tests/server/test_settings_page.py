"""Settings of a community over HTTP: facilitators read, the owner changes, each change is noted."""

from community.people import Role
from community.store import communities
from community.store.audits import audits_of
from server.locales import LANGUAGES, sentences
from tests.server.house import House


def _path(house: House) -> str:
    return f"/api/communities/{house.community.id}/settings"


async def test_the_owner_changes_and_the_others_may_not(house: House) -> None:
    owner = await house.as_role(Role.OWNER)
    facilitator = await house.as_role(Role.FACILITATOR)
    before = (await facilitator.get(_path(house))).json()
    assert before["chosen"] == before["defaults"]
    assert before["may_change"] is False
    assert (await facilitator.put(_path(house), json={"posts_per_day": 1})).status_code == 403
    assert (await (await house.as_role(Role.MEMBER)).get(_path(house))).status_code == 403

    after = (await owner.put(_path(house), json={"posts_per_day": 1, "off": ["poll"]})).json()
    assert after["may_change"] is True
    assert after["chosen"] == before["chosen"] | {"posts_per_day": 1, "off": ["poll"]}
    async with house.deps.store.read() as tx:
        kept = await communities.community(tx, house.community.id)
        noted = await audits_of(tx, house.community.id, "settings_changed")
    assert kept is not None
    assert kept.settings == {"gate": {"posts_per_day": 1, "off": ["poll"]}}
    assert [each.facts for each in noted] == [{"names": "off posts_per_day"}]
    assert noted[0].account_id == house.people[Role.OWNER].account_id or noted[0].account_id


async def test_a_refusal_says_what_is_wrong_and_changes_nothing(house: House) -> None:
    owner = await house.as_role(Role.OWNER)
    refused = await owner.put(_path(house), json={"open_from": 20, "open_until": 8})
    assert refused.status_code == 422
    assert refused.json()["message"] == "开始的钟点（20 点）要早于结束的钟点（8 点）。"
    assert (await owner.put(_path(house), json={"holidays": ["soon"]})).status_code == 422
    now = (await owner.get(_path(house))).json()
    assert now["chosen"] == now["defaults"]


async def test_every_move_has_its_name_and_purpose(house: House) -> None:
    owner = await house.as_role(Role.OWNER)
    moves = (await owner.get(_path(house))).json()["moves"]
    assert len(moves) > 20
    for language in LANGUAGES:
        known = sentences(language)
        missing = [one["id"] for one in moves if not known.get(f"purpose.{one['id']}")]
        assert missing == [], language


async def test_the_next_days_off_of_a_calendar_are_shown_before_it_is_chosen(house: House) -> None:
    owner = await house.as_role(Role.OWNER)
    path = f"/api/communities/{house.community.id}/days-off"
    ours = (await owner.get(path, params={"calendar": "auto"})).json()
    assert (ours["country"], [each["day"] for each in ours["next"]][:2]) == (
        "CN",
        ["2026-04-05", "2026-04-06"],
    )
    assert ours["makeup"] == "2026-05-09"
    assert (await owner.get(path, params={"calendar": "none"})).json()["next"] == []
    assert (await owner.put(_path(house), json={"calendar": "XX"})).status_code == 422
    kept = await owner.put(_path(house), json={"calendar": "GB"})
    assert kept.json()["chosen"]["calendar"] == "GB"


async def test_rules_on_the_page_say_what_of_them_is_heard_before_they_are_kept(
    house: House,
) -> None:
    path = f"/api/communities/{house.community.id}/house-rules/watched"
    rules = {"rules": ["不发链接", "互相帮助"]}
    owner = await house.as_role(Role.OWNER)
    heard = (await owner.post(path, json=rules)).json()["watched"]
    assert heard == [{"kinds": ["links"], "words": []}, {"kinds": [], "words": []}]
    member = await house.as_role(Role.MEMBER)
    assert (await member.post(path, json=rules)).status_code == 403
