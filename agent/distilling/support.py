"""Claim checks in code: does what is cited carry what is claimed? A failing claim is shown."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from agent.distilling.corrections import settled
from agent.distilling.figures import denials_in, measures_in, numbers_in
from agent.distilling.sentences import tidy
from agent.listening.words import plain, words
from community.conversation import Message
from community.distillation import Citation, Claim

GREEN = 0.6
AMBER = 0.35
"""Weighted content recall (thresholds.md §4): above .6 green, above .35 amber, else red."""
_CLAUSE = re.compile(r"[，,。；;！!？?\n…]+|\.(?=\s|$)|\s(?:and|but|so|because|which)\s")
_SPEAKER = re.compile(r"(?:^|；|… )([^：:；…]{1,40})(?:：|: )")


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


def _said(text: str, names: Collection[str]) -> str:
    """The claim without the names it attributes its parts to."""
    speakers = _speakers(text, names)
    return _SPEAKER.sub(lambda match: "\n" if match[1].strip() in speakers else match[0], text)


def _wrong_numbers(said: str, quoted: str) -> set[str]:
    found: set[str] = set()
    claimed, cited = numbers_in(said), numbers_in(quoted)
    if set(claimed) - set(cited) or any(claimed[n] > cited[n] for n in claimed):
        found.add("number")
    units = {pair for pair in measures_in(said) if pair[1]} - set(measures_in(quoted))
    if "number" not in found and units:
        found.add("unit")
    return found


def _wrong_names(claim: Claim, sources: Mapping[int, Message], names: Mapping[str, int]) -> bool:
    """Whether somebody is named who neither said nor is named in what is cited."""
    cited = {sources[c.message_id].author_id for c in claim.citations if c.message_id in sources}
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


def _named(name: str, text: str) -> bool:
    if re.search(r"[\u3400-\u9fff]", name):
        return name in text
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE) is not None


def _clauses(text: str) -> list[str]:
    return [clause.strip() for clause in _CLAUSE.split(text) if clause.strip()]


def _denies_otherwise(said: str, quoted: str) -> bool:
    """Whether a clause says no where its nearest source says yes, or the other way round."""
    sources = [(words(plain(clause)), denials_in(clause)) for clause in _clauses(quoted)]
    for clause in _clauses(said):
        own = words(plain(clause))
        if not own or not sources:
            continue
        near = max(len(own & theirs) for theirs, _ in sources)
        best = [denials for theirs, denials in sources if len(own & theirs) == near]
        if near and all(denials_in(clause) % 2 != denials % 2 for denials in best):
            return True
    return False


def recall(said: str, quoted: str) -> float:
    """Share of the claim's content found in the quotes; words rare in the claim weigh more."""
    own = words(plain(said))
    if not own:
        return 1.0
    weight = Counter({word: len(word) for word in own})
    found = own & words(plain(quoted))
    return sum(weight[word] for word in found) / sum(weight.values())


def support_of(claim: Claim, sources: Mapping[int, Message], names: Mapping[str, int]) -> Support:
    """Check one claim against the messages it may cite (`sources`: the window, by id).

    `names` are the group's names → member ids.
    """
    if not claim.citations:
        return Support(problems=("no_source",), recall=0.0)
    quoted = "\n".join(tidy(citation.quote) for citation in claim.citations)
    said = _said(claim.text, names)
    problems = _misplaced(claim.citations, sources)
    problems |= _wrong_numbers(said, quoted)
    if _wrong_names(claim, sources, names):
        problems.add("name")
    if _denies_otherwise(said, f"{quoted}\n{settled(quoted)}"):
        problems.add("negation")
    share = recall(said, quoted)
    if share <= AMBER:
        problems.add("recall")
    return Support(problems=tuple(sorted(problems)), recall=round(share, 3))


def checked(claim: Claim, sources: Mapping[int, Message], names: Mapping[str, int]) -> Claim:
    """The claim with what the checks found; a failing one is unsupported, and says why."""
    found = support_of(claim, sources, names)
    problems = tuple(dict.fromkeys((*claim.problems, *found.problems)))
    return replace(claim, supported=not problems, problems=problems)
