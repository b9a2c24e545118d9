"""A draft under examination, with everything a check may compare it to."""

from dataclasses import dataclass

from agent.moves.brief import Brief
from community.errors import Fact
from community.suggestion import Audience, CheckResult


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """One worded move.

    `length` is the most Chinese characters. `namable` are the names and aliases of members who
    may be named, `unnamable` of those who opted out, `speaking` of whoever posts it. `own` are the
    last 30 texts of this room's suggestions, newest first. `guarded` are an expert's lines whose
    answer may not be given away.
    """

    text: str
    brief: Brief
    length: int
    audience: Audience = Audience.PUBLIC
    options: tuple[str, ...] = ()
    namable: frozenset[str] = frozenset()
    unnamable: frozenset[str] = frozenset()
    speaking: frozenset[str] = frozenset()
    own: tuple[str, ...] = ()
    guarded: tuple[str, ...] = ()
    untouchable: tuple[str, ...] = ()
    open_now: bool = True
    wakes: bool = False

    @property
    def language(self) -> str:
        """The language the draft should be in."""
        return self.brief.language

    @property
    def sources(self) -> str:
        """All text a draft may take a fact from, as one string."""
        brief = self.brief
        lines = (
            *brief.lines,
            *brief.others,
            *brief.peers,
            *((brief.anchor,) if brief.anchor else ()),
        )
        facts = (word for fact in brief.facts for word in fact)
        said = (part for line in lines for part in (line.name, line.text))
        fixed = (
            brief.community,
            brief.zone,
            brief.host or "",
            brief.expert or "",
            brief.scaffold or "",
        )
        return "\n".join((*said, *facts, *brief.names, *brief.topics, *brief.phrases, *fixed))


def passed(code: str, **facts: Fact) -> CheckResult:
    """The check found nothing."""
    return CheckResult(code=code, passed=True, facts=facts)


def failed(code: str, **facts: Fact) -> CheckResult:
    """The check found what the facts say."""
    return CheckResult(code=code, passed=False, facts=facts)


def result(code: str, ok: object, **facts: Fact) -> CheckResult:
    """Passed where `ok` holds, else failed with the facts."""
    return passed(code) if ok else failed(code, **facts)
