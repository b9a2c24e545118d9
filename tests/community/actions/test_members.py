from datetime import timedelta

import pytest

from community.actions import members as actions
from community.errors import Conflict, Invalid, NotAllowed
from community.people import Role
from community.store import members
from tests.builders import MONDAY
from tests.stores import Group


async def test_a_new_member_has_a_tidy_name_and_a_day_of_joining(group: Group) -> None:
    async with group.store.write() as tx:
        made = await actions.add_member(
            tx, community_id=group.community.id, name="  新 \n人 ", at=MONDAY
        )
        assert (made.name, made.joined_at) == ("新 人", MONDAY)
        with pytest.raises(Invalid):
            await actions.add_member(tx, community_id=group.community.id, name=" ", at=MONDAY)


async def test_a_community_keeps_an_owner(group: Group) -> None:
    async with group.store.write() as tx:
        with pytest.raises(Conflict):
            await actions.set_member_role(
                tx, member_id=group.owner.id, role=Role.MEMBER, by=group.owner
            )
        await actions.set_member_role(tx, member_id=group.ann.id, role=Role.OWNER, by=group.owner)
        changed = await actions.set_member_role(
            tx, member_id=group.owner.id, role=Role.MEMBER, by=group.owner
        )
    assert changed.role is Role.MEMBER


async def test_roles_are_given_by_those_above_them(group: Group) -> None:
    async with group.store.write() as tx:
        ann = await actions.set_member_role(
            tx, member_id=group.ann.id, role=Role.FACILITATOR, by=group.owner
        )
        bo = await actions.set_member_role(tx, member_id=group.bo.id, role=Role.EXPERT, by=ann)
        assert bo.role is Role.EXPERT
        for role in (Role.OWNER, Role.FACILITATOR):
            with pytest.raises(NotAllowed):
                await actions.set_member_role(tx, member_id=bo.id, role=role, by=ann)
        with pytest.raises(NotAllowed):
            await actions.set_member_role(tx, member_id=ann.id, role=Role.MEMBER, by=bo)


async def test_an_invitation_opens_one_account_however_often_it_is_sent(group: Group) -> None:
    async with group.store.write() as tx:
        first = await actions.invite_member(tx, member_id=group.ann.id, token="one", at=MONDAY)
        second = await actions.invite_member(
            tx, member_id=group.ann.id, token="two", at=MONDAY + timedelta(hours=1)
        )
        assert first == second
        digest = actions.token_digest("one")
        assert "one" not in digest
        assert await members.use_signin_link(tx, digest, MONDAY) == first.id


async def test_a_wish_not_to_be_named_is_kept_and_facts_can_be_forgotten(group: Group) -> None:
    async with group.store.write() as tx:
        changed = await actions.set_opt_out(tx, member_id=group.ann.id, opted_out=True)
        await actions.remember(tx, member_id=group.ann.id, facts={"grade": "七4", "city": "x"})
        await actions.remember(tx, member_id=group.ann.id, facts={"city": None})
        kept = await members.member(tx, group.ann.id)
    assert changed.opted_out
    assert kept is not None
    assert (kept.opted_out, kept.profile) == (True, {"grade": "七4"})
