"""What somebody is called in passing: the name without its class, region, desk or role."""

from agent.wording.lexicon import pattern

SHORTEST = 2
"""Characters that a name must keep."""


def called(name: str, language: str) -> str:
    """A group's long handle as people say it ("七4许冉" 许冉, "Dana | LeadHub" Dana).

    Where nothing sayable would be left the handle stands. A mention by @ keeps it whole.
    """
    short = pattern("behind_name", language).sub("", name).strip()
    short = pattern("before_name", language).sub("", short).strip()
    return short if len(short) >= SHORTEST else name
