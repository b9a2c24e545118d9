from dataclasses import replace
from datetime import timedelta

import pytest

from community.actions.consents import GIVEN, REVOKED, give_consent, revoke_consent
from community.agreement import ConsentKind
from community.errors import Conflict, Invalid
from community.people import Account
from community.store import consents, members
from community.store.audits import audits_of
from tests.builders import MONDAY
from tests.stores import Group

LATER = MONDAY + timedelta(days=9)


async def test_what_was_agreed_holds_until_it_is_taken_back_and_stays_on_record(
    group: Group,
) -> None:
    async with group.store.write() as tx:
        await give_consent(tx, group.ann, ConsentKind.SEED, MONDAY, {"anything": 1})
        await give_consent(tx, group.bo, ConsentKind.SEED, MONDAY, {})
        await revoke_consent(tx, group.ann, ConsentKind.SEED, LATER)
        now = await consents.active_consents(tx, group.community.id, ConsentKind.SEED)
        assert [each.member_id for each in now] == [group.bo.id]
        assert await consents.consent_of(tx, group.ann.id, ConsentKind.SEED) is None
        (kept,) = await consents.consents_of(tx, group.ann.id)
        assert (kept.given_at, kept.revoked_at, kept.value) == (MONDAY, LATER, {})


async def test_each_giving_and_taking_back_leaves_a_row_of_who_and_what(group: Group) -> None:
    async with group.store.write() as tx:
        account = await members.insert_account(tx, Account(id=0, name=group.ann.name), MONDAY)
        ann = replace(group.ann, account_id=account.id)
        await give_consent(tx, ann, ConsentKind.MILESTONE, MONDAY, {"birthday": "02-29"})
        await revoke_consent(tx, ann, ConsentKind.MILESTONE, LATER)
        for action, at in ((GIVEN, MONDAY), (REVOKED, LATER)):
            (noted,) = await audits_of(tx, group.community.id, action)
            assert (noted.at, noted.account_id) == (at, account.id)
            assert (noted.subject, noted.facts) == (f"member:{ann.id}", {"kind": "milestone"})


async def test_agreeing_anew_replaces_what_was_agreed_before(group: Group) -> None:
    async with group.store.write() as tx:
        await give_consent(tx, group.ann, ConsentKind.CREDIT, MONDAY, {"shape": "name"})
        wished = {"shape": "nickname", "nickname": "  冉  冉 "}
        await give_consent(tx, group.ann, ConsentKind.CREDIT, LATER, wished)
        holds = await consents.consent_of(tx, group.ann.id, ConsentKind.CREDIT)
        assert holds is not None
        assert holds.value == {"shape": "nickname", "nickname": "冉 冉"}
        old, new = await consents.consents_of(tx, group.ann.id)
        assert (old.revoked_at, new.revoked_at) == (LATER, None)


async def test_what_was_never_given_cannot_be_taken_back(group: Group) -> None:
    async with group.store.write() as tx:
        with pytest.raises(Conflict, match="consent_not_given"):
            await revoke_consent(tx, group.ann, ConsentKind.SEED, MONDAY)


@pytest.mark.parametrize(
    ("kind", "value", "code"),
    [
        (ConsentKind.MILESTONE, {"birthday": "02-30"}, "birthday_unreadable"),
        (ConsentKind.MILESTONE, {"birthday": "1990-05-03"}, "birthday_unreadable"),
        (ConsentKind.MILESTONE, {"birthday": "13-01"}, "birthday_unreadable"),
        (ConsentKind.CREDIT, {}, "credit_shape_unknown"),
        (ConsentKind.CREDIT, {"shape": "titled"}, "credit_shape_unknown"),
        (ConsentKind.CREDIT, {"shape": "nickname", "nickname": " "}, "nickname_empty"),
        (ConsentKind.CREDIT, {"shape": "nickname", "nickname": "x" * 41}, "nickname_too_long"),
    ],
)
async def test_what_cannot_be_meant_is_refused_and_nothing_is_kept(
    group: Group, kind: ConsentKind, value: dict[str, object], code: str
) -> None:
    async with group.store.write() as tx:
        with pytest.raises(Invalid, match=code):
            await give_consent(tx, group.ann, kind, MONDAY, value)
        assert await consents.consents_of(tx, group.ann.id) == ()
