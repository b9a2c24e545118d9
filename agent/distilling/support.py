"""Claim checks in code: does what is cited carry what is claimed? A failing claim is shown."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from agent.distilling.adding import adds, called_none, misquotes, strange_things
from agent.distilling.attribution import put_in_a_mouth
from agent.distilling.bounds import turns_a_bound
from agent.distilling.corrections import settled
from agent.distilling.denying import denies_otherwise
from agent.distilling.figures import late_hours_in, measures_in, numbers_in
from agent.distilling.scope import goes_further
from agent.distilling.sentences import tidy
from agent.distilling.unsaid import unsaid
from agent.listening.words import plain, words
from community.conversation import Message
from community.distillation import Citation, Claim

UNSAID = "unsaid"
MOST_NAMED = 3
"""The problem of words that no source speaks of; so many of them stand behind its code."""
SHORT = 400
"""Characters of a message that says one thing: what it says beside the quote is evidence too."""
GREEN = 0.6
AMBER = 0.35
"""Weighted content recall (thresholds.md §4): above .6 green, above .35 amber, else red."""
BARE = 0.15
"""Up to here an expert's words are not those of the sources, whatever their parts are."""
_ONE = re.compile(
    r"(?<![\d.:])1(?![\d.:])|一[个天次周月年小分条道](?=[^，,。]{0,6}(?:内|以上|以下|最多|至少))"
)
"""One told as a number; a man, one of them, 有一天 are no measures."""
_BOTH = re.compile(
    r"两(?:人|位|边|方|家|个人)|\bthe two\b|\btwo (?:of them|sides)\b", re.IGNORECASE
)
"""Those who are cited, counted; no figure of the matter."""
_THINGS = "人班题道条张本"
_ONE_BY_ONE = {"个": tuple(_THINGS), **dict.fromkeys(_THINGS, ("个",))}
"""What is counted one by one is counted by 个 too."""
_DENIED = re.compile(r"(?:\bnot|不是|并非)\s?\d[\d.:]*", re.IGNORECASE)
"""A figure that is said not to be the one."""
_CLAUSE = re.compile(
    r"[，,。；;！!？?\n…：（）()]+|:(?!\d)|\.(?=\s|$)|\s(?:and|but|so|because|which)\s"
)
_SPEAKER = re.compile(r"(?:^|；|[…;?!] )((?:(?![.;?!…] )[^：:；…]){1,40})(?:：|: )")


class Light(StrEnum):
    """How well the words of a claim are found in what it cites."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"


@dataclass(frozen=True, slots=True, kw_only=True)
class Support:
    """What the checks found: codes for the locales (`problem.<code>`), and the recall 0–1."""

    problems: tuple[str, ...]
    recall: float

    @property
    def light(self) -> Light:
        """Green, amber or red by recall."""
        if self.recall > GREEN:
            return Light.GREEN
        return Light.AMBER if self.recall > AMBER else Light.RED


def _misplaced(citations: Iterable[Citation], sources: Mapping[int, Message]) -> set[str]:
    found: set[str] = set()
    for citation in citations:
        source = sources.get(citation.message_id)
        if source is None or source.recalled_at is not None:
            found.add("source_missing")
        elif source.text[citation.start : citation.end] != citation.quote or not citation.quote:
            found.add("not_verbatim")
    return found


def _speakers(text: str, names: Collection[str]) -> set[str]:
    return {match[1].strip() for match in _SPEAKER.finditer(text)} & set(names)


def _parts(text: str, names: Collection[str]) -> list[tuple[str, str]]:
    """Each part that is told as somebody's, with whose."""
    heads = [match for match in _SPEAKER.finditer(text) if match[1].strip() in names]
    ends = [*(match.start() for match in heads), len(text)][1:]
    return [
        (head[1].strip(), text[head.end() : end]) for head, end in zip(heads, ends, strict=True)
    ]


def _said(text: str, names: Collection[str]) -> str:
    """The claim without the names it attributes its parts to."""
    speakers = _speakers(text, names)
    return _SPEAKER.sub(lambda match: "\n" if match[1].strip() in speakers else match[0], text)


def _evidence(claim: Claim, sources: Mapping[int, Message], quoted: str) -> str:
    """The quotes, and the whole of the short messages they stand in."""
    cited = dict.fromkeys(one.message_id for one in claim.citations)
    whole = [sources[id_].text for id_ in cited if id_ in sources]
    return "\n".join([quoted, *(tidy(text) for text in whole if len(text) <= SHORT)])


def nameless(said: str, names: Iterable[str]) -> str:
    """The claim without the group's names: 七6罗一鸣 tells no number."""
    for name in sorted(names, key=len, reverse=True):
        said = said.replace(name, " ")
    return said


def _days(claim: Claim, sources: Mapping[int, Message]) -> set[date]:
    """The days around those on which the cited messages were sent: 今天 and tomorrow are dates."""
    sent = {sources[c.message_id].at.date() for c in claim.citations if c.message_id in sources}
    return {day + timedelta(days=shift) for day in sent for shift in (-1, 0, 1)}


def _undated(said: str, days: Collection[date]) -> str:
    """The claim without those dates that its sources carry beside their words."""
    for day in days:
        spelt = "|".join(
            (
                f"(?:{day.year}年)?0?{day.month}月0?{day.day}[日号]",
                day.isoformat(),
                rf"\b{day:%b}[a-z]* {day.day}\b(?:,? {day.year})?",
                rf"\b{day.day} {day:%b}[a-z]*(?: {day.year})?\b",
            )
        )
        said = re.sub(rf"(?<!\d)(?:{spelt})(?!:?\d)", " ", said, flags=re.IGNORECASE)
    return said


def _wrong_numbers(said: str, quoted: str) -> set[str]:
    found: set[str] = set()
    claimed, cited = numbers_in(said), numbers_in(quoted)
    if not _ONE.search(said):
        claimed.pop("1", None)
    for number in _same_hours(said, quoted, cited):
        claimed.pop(number, None)
    held = set(numbers_in(_DENIED.sub(" ", said))) & set(claimed)
    denied = held - set(numbers_in(_DENIED.sub(" ", quoted)))
    if denied or set(claimed) - set(cited) or any(claimed[n] > cited[n] for n in claimed):
        found.add("number")
    measured = set(measures_in(quoted))
    told = {pair for pair in measures_in(said) if pair[1] and pair[0] in claimed}
    units = {
        (number, unit)
        for number, unit in told - measured
        if measured.isdisjoint((number, each) for each in ("", *_ONE_BY_ONE.get(unit, ())))
    }
    if "number" not in found and units:
        found.add("unit")
    return found


def _same_hours(said: str, quoted: str, cited: Collection[str]) -> set[str]:
    """The numbers of a claim that tell an hour of its source in another way: 16:00 for 下午4点."""
    told = {number for number, hour in late_hours_in(said).items() if hour in cited}
    return told | set(late_hours_in(quoted).values()) - set(cited)


def _wrong_names(claim: Claim, sources: Mapping[int, Message], names: Mapping[str, int]) -> bool:
    """Whether somebody is named who neither said nor is named in what is cited."""
    cited = _authors(claim, sources)
    quoted = " ".join(c.quote for c in claim.citations)
    whole = quoted + " ".join(
        sources[c.message_id].text for c in claim.citations if c.message_id in sources
    )
    for speaker in _speakers(claim.text, names):
        if names[speaker] not in cited:
            return True
    said = _said(claim.text, names)
    return any(
        _named(name, said) and not _named(name, whole) and names[name] not in cited
        for name in names
    )


def _authors(claim: Claim, sources: Mapping[int, Message]) -> set[int | None]:
    return {sources[c.message_id].author_id for c in claim.citations if c.message_id in sources}


def _named(name: str, text: str) -> bool:
    if re.search(r"[\u3400-\u9fff]", name):
        return name in text
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE) is not None


def _clauses(text: str) -> list[str]:
    return [clause.strip() for clause in _CLAUSE.split(text) if clause.strip()]


def recall(said: str, quoted: str) -> float:
    """Share of the claim's content found in the quotes; words rare in the claim weigh more."""
    own = words(plain(said))
    if not own:
        return 1.0
    weight = Counter({word: len(word) for word in own})
    found = own & words(plain(quoted))
    return sum(weight[word] for word in found) / sum(weight.values())


def _bare(claim: Claim, sources: Mapping[int, Message], names: Collection[str]) -> str:
    """The claim without names, and without days and counts of people its sources carry."""
    bare = _undated(nameless(_said(claim.text, names), names), _days(claim, sources))
    return _BOTH.sub(" ", bare) if len(_authors(claim, sources)) > 1 else bare


def support_of(claim: Claim, sources: Mapping[int, Message], names: Mapping[str, int]) -> Support:
    """Check one claim against the messages it may cite (`sources`: the window, by id).

    `names` are the group's names → member ids.
    """
    if not claim.citations:
        return Support(problems=("no_source",), recall=0.0)
    quoted = "\n".join(tidy(citation.quote) for citation in claim.citations)
    evidence = _evidence(claim, sources, quoted)
    problems = _misplaced(claim.citations, sources)
    bare = _bare(claim, sources, names)
    problems |= _wrong_numbers(bare, evidence)
    cited = [sources[c.message_id] for c in claim.citations if c.message_id in sources]
    own, held = _clauses(bare), settled(quoted)
    lines = [_clauses(line) for line in f"{quoted}\n{held}".splitlines()]
    found = {
        "name": _wrong_names(claim, sources, names),
        "negation": denies_otherwise(own, lines),
        "speaker": put_in_a_mouth(_parts(claim.text, names), cited, names),
        "bound": turns_a_bound(own, _clauses(f"{evidence}\n{held}")),
        "scope": goes_further(bare, evidence),
    }
    problems |= {problem for problem, wrong in found.items() if wrong}
    share = recall(bare, evidence)
    if claim.original_text is None:
        strays = share <= AMBER
        strange = unsaid(bare, evidence, "\n".join((*names, *claim.expansions)))
    else:
        strays, things = _reworded(claim, bare, sources, names)
        strange = tuple(dict.fromkeys((*unsaid(bare, evidence, "\n".join(names)), *things)))
    if strange:
        problems.add(f"{UNSAID}:{' · '.join(strange[:MOST_NAMED])}")
    if strays:
        problems.add("recall")
    return Support(problems=tuple(sorted(problems)), recall=round(share, 3))


def _reworded(
    claim: Claim, bare: str, sources: Mapping[int, Message], names: Mapping[str, int]
) -> tuple[bool, tuple[str, ...]]:
    """Whether an expert's words for a claim add to what it rests on; things it does not speak of.

    The question it answers counts as spoken of, and the words it was drafted in where its sources
    carry them.
    """
    quoted = "\n".join(tidy(citation.quote) for citation in claim.citations)
    heard = [_evidence(claim, sources, quoted), *claim.expansions]
    drafted = replace(claim, text=claim.original_text or "", original_text=None)
    if not support_of(drafted, sources, names).problems:
        heard.append(drafted.text)
    told, evidence = called_none(bare, names), "\n".join(heard)
    share = recall(told, evidence)
    strays = share <= AMBER and adds(told, evidence, bare=share <= BARE)
    return strays or misquotes(told, evidence), strange_things(_clauses(told), evidence)


def checked(claim: Claim, sources: Mapping[int, Message], names: Mapping[str, int]) -> Claim:
    """The claim with what the checks found; a failing one is unsupported, and says why."""
    found = support_of(claim, sources, names)
    problems = tuple(dict.fromkeys((*claim.problems, *found.problems)))
    return replace(claim, supported=not problems, problems=problems)
