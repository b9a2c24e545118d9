"""What a program can check of a draft: one pure function for each code of moves.md §1.2."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from agent.checks import care, shape, source
from agent.checks.quality import PUBLISHABLE, question_quality
from agent.checks.subject import Subject, result
from community.suggestion import CheckResult

Check = Callable[[Subject], CheckResult]


def _worth_asking(subject: Subject) -> CheckResult:
    """QUAL: a question to the group scores at least 6 of 8."""
    points = question_quality(subject)
    return result("QUAL", points >= PUBLISHABLE, points=points)


CHECKS: Mapping[str, Check] = MappingProxyType(
    {
        "LEN": shape.in_bounds,
        "Q1": shape.one_question,
        "Q≤1": shape.at_most_one_question,
        "OPT": shape.has_options,
        "LOW": shape.cheap_to_answer,
        "TONE": shape.in_tone,
        "LANG": shape.in_language,
        "TIME": shape.in_hours,
        "LABEL": shape.labelled,
        "ANCHOR": source.anchored,
        "NAME": source.names_known,
        "SELF": source.addresses_others,
        "NOINV": source.nothing_invented,
        "CITE": source.cites,
        "NOANS": source.answer_kept_back,
        "DUP": source.not_repeated,
        "YESAND": care.yes_and,
        "NEUT": care.neutral,
        "PLEDGE": care.no_pledge,
        "PII": care.no_personal_data,
        "PRIV": care.kept_private,
        "RISK": care.without_risk,
        "QUAL": _worth_asking,
    }
)
ALWAYS = ("LEN", "NAME", "SELF", "NOINV", "PII", "TONE", "LANG", "DUP", "TIME")
"""What every draft is checked for, whatever its move."""


def check(codes: Iterable[str], subject: Subject) -> tuple[CheckResult, ...]:
    """The checks of a move and those of every draft, each once, in order."""
    return tuple(CHECKS[code](subject) for code in dict.fromkeys((*codes, *ALWAYS)))
