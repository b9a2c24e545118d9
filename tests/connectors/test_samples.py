from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from community.actions.duties import week_in
from community.debt_weeks import monday_of
from community.duty import WEEK, DutyKind, on_duty
from community.people import Role
from community.store import communities, members, messages
from community.store.duties import duties_in
from connectors.samples import SAMPLES, load_samples, sample_accounts
from tests.builders import MONDAY
from tests.stores import PutJobs, a_store

NOW = MONDAY + timedelta(days=120, hours=7, minutes=13)


async def test_the_fifth_week_of_the_samples_has_just_been(tmp_path: Path) -> None:
    async with a_store(tmp_path) as store:
        groups = await load_samples(store, NOW)
        for group, many in zip(groups, (391, 368), strict=True):
            async with store.read() as tx:
                main, *_ = await communities.zones(tx, group.id)
                said = await messages.messages_in(tx, main.id)
            assert len(said) == many
            assert timedelta() < NOW - said[-1].at < timedelta(weeks=1)
            first = said[0].at.astimezone(ZoneInfo(group.timezone))
            assert (first.weekday(), first.hour) in ((0, 7), (0, 8))
            assert all(message.from_history for message in said)


async def test_loading_again_on_another_day_adds_nothing(tmp_path: Path) -> None:
    async with a_store(tmp_path) as store:
        queue = PutJobs()
        first = await load_samples(store, NOW, queue)
        jobs = set(queue.jobs)
        async with store.read() as tx:
            before = [await messages.talk(tx, 1, now=NOW), await sample_accounts(tx)]
        again = await load_samples(store, NOW + timedelta(days=30), PutJobs())
        async with store.read() as tx:
            after = [await messages.talk(tx, 1, now=NOW), await sample_accounts(tx)]
    assert [group.id for group in again] == [group.id for group in first]
    assert before == after
    assert jobs == {"history:1", "history:4"}


async def test_four_people_sign_in_to_both_samples(tmp_path: Path) -> None:
    async with a_store(tmp_path) as store:
        await load_samples(store, NOW)
        async with store.read() as tx:
            opened = await sample_accounts(tx)
            names = {
                role: [(one.name, one.role) for one in await members.members_of_account(tx, a.id)]
                for role, a in opened.items()
            }
    assert names == {
        Role.OWNER: [("周砚秋", Role.OWNER), ("Inês", Role.OWNER)],
        Role.EXPERT: [("老陆", Role.EXPERT), ("Adaeze", Role.EXPERT)],
        Role.FACILITATOR: [("教科室小方", Role.FACILITATOR), ("Tomasz", Role.FACILITATOR)],
        Role.MEMBER: [("七4许冉", Role.MEMBER), ("Yusra", Role.MEMBER)],
    }


async def test_samples_say_that_they_are_samples(tmp_path: Path) -> None:
    async with a_store(tmp_path) as store:
        await load_samples(store, NOW)
        async with store.read() as tx:
            groups = await communities.all_communities(tx)
    assert [(group.slug, group.is_sample) for group in groups] == [
        (sample.slug, True) for sample in SAMPLES
    ]
    assert "示例" in groups[0].name
    assert "sample" in groups[1].name
    slots = [group.settings["calendar"] for group in groups]
    assert all(isinstance(slot, dict) for slot in slots)


async def test_the_roster_of_the_samples_covers_two_weeks_and_leaves_the_next_to_be_copied(
    tmp_path: Path,
) -> None:
    async with a_store(tmp_path) as store:
        for group in await load_samples(store, NOW):
            monday, sunday = week_in(group.timezone, monday_of(NOW, group.timezone))
            async with store.read() as tx:
                rows = await duties_in(tx, group.id, since=monday, until=sunday)
                later = await duties_in(tx, group.id, since=sunday, until=sunday + WEEK)
            assert len(rows) == 8
            assert later == ()
            assert {each.kind for each in rows} == {DutyKind.DUTY, DutyKind.LEAVE}
            assert len(on_duty(rows, monday + timedelta(days=3, hours=12))) == 1
