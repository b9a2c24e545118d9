"""Chat text as a file: WhatsApp's _chat.txt, QQ's txt, and what people copy out of WeChat."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime

from community.conversation import MessageKind
from community.errors import Invalid
from connectors.base import Event, MemberSeen, MessagePosted, Skipped
from connectors.exports.base import Export, FileStart, Ordinals, Told, Wish, clean, nobody, short
from connectors.exports.lines import Line, lines_of
from connectors.exports.system_lines import coming_or_going
from connectors.exports.times import Clock, Order, day_orders, is_ambiguous, read_time
from connectors.exports.turns import Style, Turn, style_of, turns_of

FORMAT = "text"
SHOWN = 60
KINDS = (
    (
        MessageKind.STICKER,
        re.compile(r"^(?:\[(?:动画)?表情\]|<?sticker omitted>?)$", re.IGNORECASE),
    ),
    (MessageKind.FILE, re.compile(r"^(?:\[文件\].*|<?document omitted>?)$", re.IGNORECASE)),
    (
        MessageKind.MEDIA,
        re.compile(
            r"^(?:\[(?:图片|视频|语音|照片)\].{0,12}|<(?:media|图片|视频).{0,12}>|\u200e?(?:image|video|"
            r"audio|gif) omitted)$",
            re.IGNORECASE,
        ),
    ),
    (MessageKind.LINK, re.compile(r"^(?:\[链接\].*|https?://\S+)$")),
)


def kind_of(text: str) -> MessageKind:
    """What a message is made of, by the words an export puts in place of what it left out."""
    words = text.strip()
    return next((kind for kind, pattern in KINDS if pattern.match(words)), MessageKind.TEXT)


def recognise(start: FileStart, wish: Wish) -> Export | None:
    """An export if people speak in this text and every turn has its time."""
    lines = (start.text or "").splitlines()
    style = style_of(lines if start.whole else lines[:-1])
    if style is None:
        return None
    if style.kind in ("block", "inline"):
        if len(style.names) > 1:
            raise Invalid("import_no_times")
        return None
    order = _order(start, style, wish)
    written = datetime.fromtimestamp(start.path.stat().st_mtime, tz=UTC)
    clock = Clock(timezone=wish.timezone, now=wish.now or written, order=order)
    return Export(
        format=FORMAT,
        name=start.path.stem,
        size=start.size,
        read=lambda told: turn_events(_turns(start, style, told), clock, room=FORMAT),
    )


def _turns(start: FileStart, style: Style, told: Told) -> Iterator[Turn | Skipped]:
    bad: list[Skipped] = []

    def good() -> Iterator[Line]:
        for line in lines_of(start, told):
            if isinstance(line, Skipped):
                bad.append(line)
            else:
                yield line

    for turn in turns_of(good(), style):
        yield turn
        yield from bad
        bad.clear()
    yield from bad


def _order(start: FileStart, style: Style, wish: Wish) -> Order:
    """The order of day and month over the whole file; Invalid asks where two remain."""
    wanted = wish.mapping.get("order")
    if wanted in ("dmy", "mdy"):
        return "dmy" if wanted == "dmy" else "mdy"
    days: dict[str, str] = {}
    for turn in _turns(start, style, nobody):
        if isinstance(turn, Turn) and turn.stamp:
            days.setdefault(re.split(r"[,，\s]", turn.stamp)[0], turn.stamp)
    unsure = [stamp for stamp in days.values() if is_ambiguous(stamp)]
    clock = Clock(timezone="UTC", now=wish.now or datetime(2100, 1, 1, tzinfo=UTC))
    orders = day_orders([stamp for stamp in days.values() if _numeric(stamp)], clock)
    if len(orders) > 1 and unsure:
        raise Invalid("import_day_order", example=unsure[0][:SHOWN])
    return orders[0] if orders else "dmy"


def _numeric(stamp: str) -> bool:
    return re.match(r"\d{1,2}[-/.]\d{1,2}[-/.]", stamp) is not None


def turn_events(turns: Iterator[Turn | Skipped], clock: Clock, *, room: str) -> Iterator[Event]:
    """Members and messages of timed turns; a turn whose time nobody can read is left out."""
    names: set[str] = set()
    ordinals = Ordinals(room)
    at: datetime | None = None
    for turn in turns:
        if isinstance(turn, Skipped):
            yield turn
            continue
        at = read_time(turn.stamp, clock) if turn.stamp else at
        if at is None:
            yield Skipped(place=f"#{turn.number}", code="no_time")
            continue
        if turn.name is None:
            yield from system_events(turn, at, ordinals)
            continue
        name = clean(turn.name)[:200]
        if name not in names:
            names.add(name)
            yield MemberSeen(member=named(name), name=name)
        text = clean(turn.text)
        yield MessagePosted(
            key=ordinals.key(name, at, text),
            zone="",
            member=named(name),
            at=at,
            text=text,
            kind=kind_of(text),
        )


def system_events(turn: Turn, at: datetime, ordinals: Ordinals) -> Iterator[Event]:
    """A line of the platform, and who came or left by it."""
    text = clean(turn.text)
    yield from crossings(text, at)
    key = ordinals.key("", at, text)
    yield MessagePosted(key=key, zone="", member=None, at=at, text=text, kind=MessageKind.SYSTEM)


def crossings(text: str, at: datetime) -> Iterator[MemberSeen]:
    """Who came or left by a line of the platform."""
    crossing = coming_or_going(text)
    for name in crossing.names if crossing else ():
        came = crossing is not None and crossing.kind == "join"
        yield MemberSeen(
            member=named(name),
            name=name[:200],
            joined_at=at if came else None,
            left_at=None if came else at,
        )


def named(name: str) -> str:
    """The id of a member of whom only the name is known."""
    return short(f"name:{name}")
