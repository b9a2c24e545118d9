"""Loading the samples once, with times shifted so that their fifth week has just been."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from community.debt_weeks import monday_of
from community.duty import Duty, DutyKind
from community.jobs import Job, JobQueue
from community.people import Account, Community, Role, Zone
from community.store import Store, Tx, communities, members
from community.store.duties import insert_duty
from connectors.base import Event, MemberSeen, MessagePosted, Skipped
from connectors.exports.base import Told
from connectors.exports.opening import open_export
from connectors.intake import Intake, import_export
from connectors.samples.dates import moved_text
from connectors.samples.sample import SAMPLES, TEACHERS, Sample

WEEK = timedelta(weeks=1)
ACCOUNTS: Mapping[Role, str] = {
    Role.OWNER: "群主 Owner",
    Role.FACILITATOR: "运营 Facilitator",
    Role.EXPERT: "专家 Expert",
    Role.MEMBER: "成员 Member",
}
LOADED = "sample_loaded"


class _NoQueue:
    async def put(self, tx: Tx, job: Job) -> None:
        """Nobody works here."""


async def load_samples(
    store: Store, now: datetime, queue: JobQueue[Tx] | None = None
) -> tuple[Community, ...]:
    """Load both samples, each once; what is there already stays as it is.

    With a queue, each main zone gets one look as of its last message. Four accounts, one per
    role of ACCOUNTS, are linked to a fitting member of both communities.
    """
    loaded: list[Community] = []
    for sample in SAMPLES:
        group = await _founded(store, sample, now)
        if not group.settings.get(LOADED):
            await _fill(store, queue or _NoQueue(), sample, group, now)
        loaded.append(group)
    return tuple(loaded)


async def sample_accounts(tx: Tx) -> dict[Role, Account]:
    """The accounts that come with the samples, by what they are there."""
    group = await communities.community_by_slug(tx, TEACHERS.slug)
    found: dict[Role, Account] = {}
    for role, external_id in TEACHERS.people.items() if group else ():
        one = await members.member_by_external_id(tx, group.id if group else 0, external_id)
        opened = await members.account(tx, one.account_id) if one and one.account_id else None
        if opened is not None:
            found[role] = opened
    return found


async def _founded(store: Store, sample: Sample, now: datetime) -> Community:
    async with store.write() as tx:
        known = await communities.community_by_slug(tx, sample.slug)
        if known is not None:
            return known
        new = Community(
            id=0,
            slug=sample.slug,
            name=sample.name,
            language=sample.language,
            timezone=sample.timezone,
            created_at=now,
            is_sample=True,
        )
        group = await communities.insert_community(tx, new)
        for key, name, purpose in sample.zones:
            zone = Zone(id=0, community_id=group.id, key=key, name=name, purpose=purpose)
            await communities.insert_zone(tx, zone)
    return group


async def _fill(
    store: Store, queue: JobQueue[Tx], sample: Sample, group: Community, now: datetime
) -> None:
    export = open_export(sample.chat)
    last = max(event.at for event in export.events() if not isinstance(event, MemberSeen | Skipped))
    weeks = (now - last) // WEEK

    def read(told: Told) -> Iterator[Event]:
        return _shifted(export.events(told), sample, weeks)

    intake = Intake(community_id=group.id, zone="main")
    await import_export(store, queue, replace(export, read=read), intake, now=now)
    async with store.write() as tx:
        await _set_roles(tx, sample, group)
        await _open_accounts(tx, sample, group, now)
        await _set_roster(tx, sample, group, now)
        await communities.set_settings(tx, group.id, _settings(sample, weeks))


def _settings(sample: Sample, weeks: int) -> dict[str, object]:
    """Its own holidays alone: the talk was moved to other weeks than those it tells of."""
    holidays = [(date.fromisoformat(day) + weeks * WEEK).isoformat() for day in sample.holidays]
    return {
        **sample.settings,
        LOADED: True,
        "calendar": {"slots": [asdict(slot) for slot in sample.slots]},
        "pain_topics": list(sample.pain_topics),
        "gate": {"holidays": holidays, "calendar": "none"},
    }


def _shifted(events: Iterator[Event], sample: Sample, weeks: int) -> Iterator[Event]:
    """The same events whole weeks later, at the same hour of the same weekday there.

    The dates they name move with them.
    """
    for event in events:
        match event:
            case Skipped():
                yield event
            case MemberSeen():
                joined, left = event.joined_at, event.left_at
                yield replace(
                    event,
                    joined_at=joined and later(joined, weeks, sample.timezone),
                    left_at=left and later(left, weeks, sample.timezone),
                )
            case MessagePosted():
                text = moved_text(event.text, sample.dates, sample.seasonal, weeks * WEEK)
                yield replace(event, at=later(event.at, weeks, sample.timezone), text=text)
            case _:
                yield replace(event, at=later(event.at, weeks, sample.timezone))


def later(at: datetime, weeks: int, timezone: str) -> datetime:
    """The same time of the clock on the wall, so many weeks later."""
    return (at.astimezone(ZoneInfo(timezone)) + weeks * WEEK).astimezone(at.tzinfo)


async def _set_roles(tx: Tx, sample: Sample, group: Community) -> None:
    for one in await members.members(tx, group.id):
        role = sample.roles.get(one.external_id or "", Role.MEMBER)
        if one.role is not role:
            await members.set_role(tx, one.id, role)


async def _set_roster(tx: Tx, sample: Sample, group: Community, now: datetime) -> None:
    """Put the shifts down for this week and the one before; the next is left to be copied."""
    this = monday_of(now, sample.timezone)
    known = {one.external_id: one.id for one in await members.members(tx, group.id)}
    for shift in sample.shifts:
        for monday in (this - WEEK, this):
            for day in shift.weekdays:
                midnight = datetime.combine(
                    monday + timedelta(days=day), time(0), tzinfo=ZoneInfo(sample.timezone)
                )
                new = Duty(
                    community_id=group.id,
                    member_id=known[shift.person],
                    kind=DutyKind.LEAVE if shift.away else DutyKind.DUTY,
                    starts_at=midnight + timedelta(hours=shift.hours[0]),
                    ends_at=midnight + timedelta(hours=shift.hours[1]),
                    created_at=now,
                    note=shift.note,
                )
                await insert_duty(tx, new)


async def _open_accounts(tx: Tx, sample: Sample, group: Community, now: datetime) -> None:
    opened = await sample_accounts(tx)
    for role, external_id in sample.people.items():
        one = await members.member_by_external_id(tx, group.id, external_id)
        if one is None or one.account_id is not None:
            continue
        account = opened.get(role) or await members.insert_account(
            tx, Account(id=0, name=ACCOUNTS[role]), now
        )
        await members.set_account(tx, one.id, account.id)
