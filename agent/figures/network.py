"""Who answers whom, who helped whom, and who begins."""

from collections import Counter, defaultdict
from collections.abc import Mapping

from agent.figures.tally import Pair
from agent.figures.view import NotObservable, Reading, Seen, View, share, total

KNOWN = 2
"""Peers a member should know [D]."""
LEAST = 5


def reciprocity(view: View) -> Reading:
    """Σ min(w_ij, w_ji) / Σ w_ij over answers of 28 days, i ≠ j (§5)."""
    missing = view.unlinked()
    if missing:
        return missing
    answers = view.answers
    both = sum(min(times, answers.get((other, one), 0)) for (one, other), times in answers.items())
    return share(both, answers.total(), least=LEAST)


def density(view: View) -> Reading:
    """E / (n·(n − 1)): pairs (who answered, whom) of 28 days among n members here (§5)."""
    missing = view.unlinked()
    if missing:
        return missing
    count = len(view.present)
    edges = sum(one in view.present and other in view.present for one, other in view.answers)
    if count <= 1:
        return NotObservable(reason="one_member" if count else "no_members")
    return share(edges, count * (count - 1))


def isolates(view: View) -> Reading:
    """People who spoke in 28 days, answered nobody and were answered by nobody (§5)."""
    missing = view.unlinked()
    if missing:
        return missing
    linked = {who for pair in view.answers for who in pair}
    spoke = frozenset(view.said) & view.present
    return Seen(value=len(spoke - linked), of=len(spoke))


def facilitator_dependence(view: View) -> Reading:
    """1 − answers from member to member / all answers, staff being no members here (§5)."""
    missing = view.unlinked()
    if missing:
        return missing
    whole = view.answers.total()
    peers = sum(
        times
        for (one, other), times in view.answers.items()
        if one not in view.staff and other not in view.staff
    )
    return share(whole - peers, whole, least=LEAST)


def member_started(view: View) -> Reading:
    """Topics begun by members without a task / topics that somebody took up, 28 days [D]."""
    missing = view.unlinked()
    if missing:
        return missing
    taken = total({who: both[1] for who, both in day.opened.items()} for day in view.month)
    members = sum(times for who, times in taken.items() if who not in view.staff)
    return share(members, taken.total(), least=LEAST)


def helps(view: View) -> Counter[Pair]:
    """Who helped whom in 28 days: whom thanks answers, and who answered a question so closed."""
    return total(day.helps for day in view.month)


def help_edges(view: View) -> Reading:
    """Pairs (who helped, whom) seen in thanks and solved questions of 28 days [D]."""
    found = helps(view)
    return view.unlinked() or Seen(value=len(found), of=found.total())


def peers(view: View) -> Mapping[int, frozenset[int]]:
    """Whom each knows: they answered each other, or one helped the other, in 28 days [D]."""
    found: defaultdict[int, set[int]] = defaultdict(set)
    mutual = (pair for pair in view.answers if pair[::-1] in view.answers)
    for one, other in (*mutual, *helps(view)):
        if one != other:
            found[one].add(other)
            found[other].add(one)
    return {member: frozenset(known) for member, known in found.items()}


def connected(view: View) -> Reading:
    """Members here who know at least 2 others / members here [D]."""
    missing = view.unlinked()
    if missing:
        return missing
    known = peers(view)
    enough = sum(len(known.get(member, ())) >= KNOWN for member in view.present)
    return share(enough, len(view.present)) if view.present else NotObservable(reason="no_members")
