"""The quarterly sheet of assets: what was signed, what it was good for, what was answered."""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Annotated
from zoneinfo import ZoneInfo

from fastapi import APIRouter, Path, Query, Response
from pydantic import BaseModel

from community.agreement import Consent, ConsentKind
from community.credit import credited
from community.distillation import ArticleKind, Distillation, DistillationState
from community.errors import Invalid
from community.people import Community, Member, Role
from community.store import Tx, members, messages, trials
from community.store.consents import active_consents
from community.store.quote_consents import quote_consents_in
from community.store.sheets import Reuse, asked_between, reuse_between, signed_between
from community.trials import FieldResult, field_result
from server.auth import Here, Inside
from server.deps import Given
from server.locales import sentence
from server.tongue import Tongue

router = APIRouter(tags=["library"])
_QUARTER = re.compile(r"(\d{4})-Q([1-4])")
MONTHS = 3


class AssetOut(BaseModel):
    """One signed article; names as their bearers agreed to be named outside.

    `unnamed` counts contributors who are not named. `tried` is how many members tried it,
    `worked` is null while they are fewer than three.
    """

    id: int
    title: str
    kind: ArticleKind
    state: DistillationState
    signed_at: datetime
    signed_by_role: Role | None
    signed_by: str
    contributors: list[str]
    unnamed: int
    sentences: int
    answers: int
    sheets: int
    people: int
    tried: int
    worked: int | None


class SheetOut(BaseModel):
    """A quarter's assets; `quarters` are those that can be shown, the newest first."""

    quarter: str
    quarters: list[str]
    first_day: date
    last_day: date
    signed: int
    sentences: int
    reused: int
    answers: int
    people: int
    asked: int
    answered_at_once: int
    answered_later: int
    waiting: int
    assets: list[AssetOut]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Names:
    """Who is who, and what they agreed to."""

    people: Mapping[int, Member]
    consents: Mapping[int, Consent]
    authors: Mapping[int, int | None]


@router.get("/communities/{community_id}/assets")
async def read_assets(
    _home: Annotated[int, Path(alias="community_id")],
    here: Inside,
    deps: Given,
    quarter: Annotated[str | None, Query(max_length=7)] = None,
) -> SheetOut:
    """What a quarter left: signed, reused, tried, answered."""
    async with deps.store.read() as tx:
        return await sheet(tx, here.community, quarter, deps.clock())


@router.get("/communities/{community_id}/assets.csv", response_class=Response)
async def download_assets(
    community_id: int,
    here: Inside,
    deps: Given,
    language: Tongue,
    quarter: Annotated[str | None, Query(max_length=7)] = None,
) -> Response:
    """The same as a table."""
    async with deps.store.read() as tx:
        found = await sheet(tx, here.community, quarter, deps.clock())
    written = io.StringIO()
    table = csv.writer(written)
    table.writerow([sentence(language, f"assets.column_{name}", {}) for name in COLUMNS])
    table.writerows(_lines(found, here, language))
    name = f"assets-{community_id}-{found.quarter}.csv"
    return Response(
        "\ufeff" + written.getvalue(),
        media_type="text/csv; charset=utf-8",
        headers={"content-disposition": f'attachment; filename="{name}"'},
    )


COLUMNS = (
    "title",
    "kind",
    "state",
    "signed_at",
    "signed_by",
    "contributors",
    "sentences",
    "answers",
    "sheets",
    "people",
    "tried",
    "worked",
)


def _lines(found: SheetOut, here: Here, language: str) -> Iterator[tuple[object, ...]]:
    zone = ZoneInfo(here.community.timezone)
    for each in found.assets:
        named = [*each.contributors]
        if each.unnamed:
            named.append(sentence(language, "assets.unnamed", {"count": each.unnamed}))
        role = sentence(language, f"role.{each.signed_by_role}", {}) if each.signed_by_role else ""
        yield (
            _cell(each.title),
            sentence(language, f"kind.{each.kind.value}", {}),
            sentence(language, f"state.{each.state.value}", {}),
            each.signed_at.astimezone(zone).date().isoformat(),
            _cell(" ".join(part for part in (role, each.signed_by) if part)),
            _cell("; ".join(named)),
            each.sentences,
            each.answers,
            each.sheets,
            each.people,
            each.tried,
            "" if each.worked is None else each.worked,
        )


def _cell(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if text[:1] in {"=", "+", "-", "@", "\t"} else text


def quarter_of(day: date) -> str:
    """The quarter a day is in, as 2026-Q4."""
    return f"{day.year}-Q{(day.month - 1) // MONTHS + 1}"


def span_of(quarter: str) -> tuple[date, date]:
    """The first day of a quarter and the first one after it."""
    found = _QUARTER.fullmatch(quarter)
    if found is None:
        raise Invalid("quarter_unknown", quarter=quarter)
    year, number = int(found[1]), int(found[2])
    if not 1 <= year < date.max.year:
        raise Invalid("quarter_unknown", quarter=quarter)
    first = date(year, (number - 1) * MONTHS + 1, 1)
    after = date(year + number // 4, number % 4 * MONTHS + 1, 1)
    return first, after


def quarters_until(today: date, since: date, most: int = 12) -> list[str]:
    """The quarters from a day to today, the newest first."""
    found: list[str] = []
    day = today
    while day >= since.replace(day=1) and len(found) < most:
        found.append(quarter_of(day))
        first, _ = span_of(found[-1])
        day = date.fromordinal(first.toordinal() - 1)
    return found or [quarter_of(today)]


async def sheet(tx: Tx, home: Community, quarter: str | None, now: datetime) -> SheetOut:
    """The sheet of a quarter of a community; without one of the quarter it is."""
    zone = ZoneInfo(home.timezone)
    today = now.astimezone(zone).date()
    chosen = quarter or quarter_of(today)
    first, after = span_of(chosen)
    since, until = (datetime.combine(day, time(), zone) for day in (first, after))
    signed = await signed_between(tx, home.id, since, until)
    reuse = await reuse_between(tx, home.id, since, until)
    asked = await asked_between(tx, home.id, since, until)
    rows = await _rows(tx, home, signed, reuse)
    return SheetOut(
        quarter=chosen,
        quarters=quarters_until(today, home.created_at.astimezone(zone).date()),
        first_day=first,
        last_day=date.fromordinal(after.toordinal() - 1),
        signed=len(rows),
        sentences=sum(each.sentences for each in rows),
        reused=len(reuse),
        answers=sum(each.uses.get("answer", 0) for each in reuse.values()),
        people=sum(each.people for each in reuse.values()),
        asked=asked.asked,
        answered_at_once=asked.at_once,
        answered_later=asked.later,
        waiting=asked.waiting,
        assets=rows,
    )


async def _rows(
    tx: Tx, home: Community, signed: Sequence[Distillation], reuse: Mapping[int, Reuse]
) -> list[AssetOut]:
    people = {each.id: each for each in await members.members(tx, home.id)}
    given = await active_consents(tx, home.id, ConsentKind.CREDIT)
    cited = {c.message_id for one in signed for claim in one.approved for c in claim.citations}
    said = await messages.messages_by_id(tx, tuple(sorted(cited)))
    names = _Names(
        people=people,
        consents={each.member_id: each for each in given},
        authors={id_: each.author_id for id_, each in said.items()},
    )
    quotes = await quote_consents_in(tx, [one.id for one in signed])
    tried = await trials.trials_by_claim(tx, [claim.id for one in signed for claim in one.approved])
    found: list[AssetOut] = []
    for one in signed:
        asked = quotes.get(one.id, {})
        who = dict.fromkeys(
            names.authors.get(c.message_id) for claim in one.approved for c in claim.citations
        )
        called = [
            credited(people[id_], names.consents.get(id_), asked.get(id_))
            for id_ in who
            if id_ in people
        ]
        every = [each for claim in one.approved for each in tried.get(claim.id, ())]
        found.append(_asset(one, names, called, reuse.get(one.id), field_result(every)))
    return found


def _asset(
    one: Distillation,
    names: _Names,
    called: Sequence[str],
    reuse: Reuse | None,
    result: FieldResult,
) -> AssetOut:
    assert one.signed_at is not None
    signer = names.people.get(one.signed_by_id or 0)
    kinds = reuse.uses if reuse else {}
    return AssetOut(
        id=one.id,
        title=one.title,
        kind=one.kind,
        state=one.state,
        signed_at=one.signed_at,
        signed_by_role=signer.role if signer else None,
        signed_by=credited(signer, names.consents.get(signer.id)) if signer else "",
        contributors=list(dict.fromkeys(each for each in called if each)),
        unnamed=sum(not each for each in called),
        sentences=len(one.approved),
        answers=kinds.get("answer", 0),
        sheets=sum(many for kind, many in kinds.items() if kind != "answer"),
        people=reuse.people if reuse else 0,
        tried=result.tried,
        worked=result.worked if result.shown else None,
    )
