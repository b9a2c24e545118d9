"""A member agrees to something and takes it back; nobody can do either for them."""

import re
from collections.abc import Mapping
from datetime import date, datetime

from community.actions.seeds import withdraw_seeds
from community.agreement import Consent, ConsentKind, CreditShape
from community.errors import Conflict, Invalid
from community.people import Member
from community.seed import Seed
from community.store import consents
from community.store.audits import insert_audit
from community.store.engine import Tx

GIVEN, REVOKED = "consent_given", "consent_revoked"
LONGEST_NICKNAME = 40
LEAP = 2000
"""A year that has every day a birthday can fall on."""
_DAY = re.compile(r"(\d{2})-(\d{2})")


async def give_consent(
    tx: Tx, member: Member, kind: ConsentKind, now: datetime, value: Mapping[str, object]
) -> Consent:
    """Agree to something in one's own name; what was agreed before of this kind ends with it."""
    clean = _CLEAN[kind](value)
    await consents.set_revoked(tx, member.id, kind, now)
    kept = await consents.insert_consent(
        tx,
        Consent(
            id=0,
            community_id=member.community_id,
            member_id=member.id,
            kind=kind,
            value=clean,
            given_at=now,
        ),
    )
    await _note(tx, member, GIVEN, kind, now)
    return kept


async def revoke_consent(
    tx: Tx, member: Member, kind: ConsentKind, now: datetime
) -> tuple[Seed, ...]:
    """Take it back, from this moment on; the tasks that end with it are returned."""
    if not await consents.set_revoked(tx, member.id, kind, now):
        raise Conflict("consent_not_given")
    await _note(tx, member, REVOKED, kind, now)
    return await withdraw_seeds(tx, member, now) if kind is ConsentKind.SEED else ()


async def _note(tx: Tx, member: Member, action: str, kind: ConsentKind, at: datetime) -> None:
    await insert_audit(
        tx,
        at=at,
        action=action,
        subject=f"member:{member.id}",
        community_id=member.community_id,
        account_id=member.account_id,
        facts={"kind": kind.value},
    )


def _nothing(_value: Mapping[str, object]) -> dict[str, object]:
    return {}


def _days(value: Mapping[str, object]) -> dict[str, object]:
    birthday = value.get("birthday")
    if birthday is None or birthday == "":
        return {}
    found = _DAY.fullmatch(str(birthday).strip())
    if found is None:
        raise Invalid("birthday_unreadable", given=str(birthday)[:20])
    try:
        date(LEAP, int(found[1]), int(found[2]))
    except ValueError as error:
        raise Invalid("birthday_unreadable", given=found[0]) from error
    return {"birthday": found[0]}


def _credit(value: Mapping[str, object]) -> dict[str, object]:
    given = str(value.get("shape", ""))
    if given not in tuple(CreditShape):
        raise Invalid("credit_shape_unknown", given=given[:20])
    if given != CreditShape.NICKNAME:
        return {"shape": given}
    nickname = " ".join(str(value.get("nickname") or "").split())
    if not nickname:
        raise Invalid("nickname_empty")
    if len(nickname) > LONGEST_NICKNAME:
        raise Invalid("nickname_too_long", limit=LONGEST_NICKNAME)
    return {"shape": given, "nickname": nickname}


_CLEAN = {
    ConsentKind.SEED: _nothing,
    ConsentKind.MILESTONE: _days,
    ConsentKind.CREDIT: _credit,
}
