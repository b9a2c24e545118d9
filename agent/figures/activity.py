"""How many come, how often, and how much is said."""

from agent.figures.view import MONTH, NotObservable, Reading, Seen, View, share

WEEK = 7


def dau(view: View) -> Reading:
    """People who spoke or reacted on an average day: mean of |A_t| over 28 local days (§5)."""
    return _of_members(view, sum(len(day.active & view.present) for day in view.month) / MONTH)


def wau(view: View) -> Reading:
    """People who spoke or reacted in the last 7 days: |A_w| (§5)."""
    return _of_members(view, len(_active(view, WEEK)))


def mau(view: View) -> Reading:
    """People who spoke or reacted in the last 28 days: |A_28d| (§5)."""
    return _of_members(view, len(_active(view, MONTH)))


def stickiness(view: View) -> Reading:
    """mean(DAU) / MAU over 28 days (§5; Discourse DauByMau); below 1,000 members prefer W(k)."""
    everyone = len(_active(view, MONTH))
    days = sum(len(day.active & view.present) for day in view.month) / MONTH
    return share(days, everyone) if everyone else NotObservable(reason="nothing_said")


def speakers(view: View) -> Reading:
    """People who said something in the last 7 days: |S_w| (§5)."""
    return _of_members(view, len(_speakers(view)))


def speaker_rate(view: View) -> Reading:
    """|S_w| / N over 7 days (§5); a work group of 20-50 should come to .25 [D]."""
    return _share_of_members(view, len(_speakers(view)))


def silent_share(view: View) -> Reading:
    """1 − |S_28d| / N (§5)."""
    spoke = frozenset(view.said) & view.present
    return _share_of_members(view, len(view.present) - len(spoke))


def messages(view: View) -> Reading:
    """Messages of people in 28 days, Simmer's not counted."""
    return Seen(value=sum(day.messages for day in view.month), of=MONTH)


def interactions(view: View) -> Reading:
    """Messages and reactions of people in 28 days; what is only read cannot be seen."""
    if not view.reactions:
        return NotObservable(reason="no_reactions")
    return Seen(value=sum(day.messages + day.reactions for day in view.month), of=MONTH)


def simmer_share(view: View) -> Reading:
    """Simmer's own messages / all messages of 28 days; hard limit 15 % a day (thresholds §2)."""
    own = sum(day.simmer for day in view.month)
    whole = own + sum(day.messages for day in view.month)
    return share(own, whole) if whole else NotObservable(reason="nothing_said")


def _active(view: View, days: int) -> frozenset[int]:
    return frozenset[int]().union(*(day.active for day in view.last(days))) & view.present


def _speakers(view: View) -> frozenset[int]:
    return frozenset[int]().union(*(day.said for day in view.last(WEEK))) & view.present


def _of_members(view: View, count: float) -> Reading:
    if not view.present:
        return NotObservable(reason="no_members")
    return Seen(value=count, of=len(view.present))


def _share_of_members(view: View, count: int) -> Reading:
    if not view.present:
        return NotObservable(reason="no_members")
    return share(count, len(view.present))
