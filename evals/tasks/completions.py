"""Drafts a capable language model once wrote for moments of both samples, told the requests alone.

simmer eval completions --json                      evals/datasets/completions
simmer eval completions --data FOLDER --requests OUT    and the repairs that still wait for a reply

Each completion is read as the product would read it: its wordings are checked and ranked, and one
that fails goes back with its faults, twice at most. The checks are today's, so a check that
changes is seen here. Shares are of what was written; to decline is an answer of its own.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from agent.completions import read_reply
from agent.examine import is_declined, revised
from agent.listening.uptake import uptake
from agent.look_state import REVISIONS
from agent.models.base import Completion, Request
from agent.models.batch import line_for, replies_in
from agent.models.rendering import rendered
from agent.moves.brief import Brief, Draft
from agent.moves.catalogue import MOVES
from agent.ranking import Graded, ranked
from agent.tokens import count
from agent.wording.writers import write
from community.errors import Invalid, ModelFailed
from evals.occasions import Occasion, read_occasions
from evals.scorers.drafts import mean, share
from evals.task import Figures, Options

HOME = Path(__file__).parents[1] / "datasets" / "completions"
MODEL = "any"


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What became of one occasion: each attempt, best wording first; `waiting` asks for the next.

    `own_first`: the wording the model itself put first passed. No attempt and nothing waiting: it
    declined.
    """

    occasion: Occasion
    attempts: tuple[tuple[Graded, ...], ...] = ()
    own_first: bool = False
    unread: bool = False
    waiting: str = ""

    @property
    def declined(self) -> bool:
        """Whether the model said that nothing is worth saying."""
        return not (self.attempts or self.unread or self.waiting)

    def passed_by(self, attempt: int) -> bool:
        """Whether one of the first so many attempts passed every check."""
        return any(not graded[0].failed for graded in self.attempts[:attempt])


def measure(options: Options) -> Figures:
    """Checks passed at first try and after repair, tokens, and uptake beside offline drafts."""
    home = options.data or HOME
    if not (home / "occasions.jsonl").is_file():
        raise Invalid("eval_needs", argument="--data")
    replies = replies_of(home, "completions.jsonl", "repair_completions.jsonl")
    found = [written(each, replies) for each in read_occasions(home / "occasions.jsonl")]
    if options.requests is not None:
        lines = "".join(f"{one.waiting}\n" for one in found if one.waiting)
        options.requests.write_text(lines, encoding="utf-8")
    return {**_figures(found), **_tokens(home, replies)}


def written(occasion: Occasion, replies: Mapping[str, str]) -> Written:
    """Read, check and rank the replies to one occasion; repairs are kept as KEY-1 and KEY-2."""
    move, brief = MOVES[occasion.move], occasion.subject.brief
    done = Written(occasion=occasion)
    for attempt in range(REVISIONS + 1):
        key = f"{occasion.key}-{attempt}" if attempt else occasion.key
        request = Request(
            purpose=f"move_{move.id}", variables=brief, result=Draft, language=brief.language
        )
        if key not in replies:
            return replace(done, waiting=line_for(request, MODEL, key))
        draft = _read(replies[key], request)
        if draft is None:
            return replace(done, unread=True)
        if is_declined(move, draft):
            return Written(occasion=occasion)
        subject = replace(occasion.subject, brief=brief, length=move.length)
        graded = ranked(move, Completion(value=draft, engine=MODEL), subject)
        own = next(one for one in graded if one.draft.text == draft.text)
        own_first = not own.failed if attempt == 0 else done.own_first
        done = replace(done, attempts=(*done.attempts, graded), own_first=own_first)
        if not graded[0].failed:
            return done
        brief = revised(brief, graded[0].draft, graded[0].checks)
    return done


def _read(text: str, request: Request[Draft]) -> Draft | None:
    try:
        return read_reply(text, request.result, request.purpose)
    except ModelFailed:
        return None


def replies_of(home: Path, *names: str) -> dict[str, str]:
    """The replies of some files of a folder, by custom_id; a file that is not there has none."""
    found: dict[str, str] = {}
    for name in names:
        if (home / name).is_file():
            found |= replies_in((home / name).read_text(encoding="utf-8").splitlines())
    return found


def _figures(found: Sequence[Written]) -> Figures:
    wrote = [one for one in found if one.attempts or one.unread]
    faults = Counter(code for one in wrote for code in _faults(one))
    kept = [one.attempts[-1][0] for one in wrote if one.passed_by(REVISIONS + 1)]
    at = [one.occasion.subject.brief for one in wrote if one.passed_by(REVISIONS + 1)]
    return {
        "occasions": len(found),
        "languages": dict(Counter(one.occasion.subject.language for one in found)),
        "declined": share(one.declined for one in found),
        "unread": sum(one.unread for one in found),
        "first_wording": share(one.own_first for one in wrote),
        "first_try": share(one.passed_by(1) for one in wrote),
        "after_repair": share(one.passed_by(REVISIONS + 1) for one in wrote),
        "waiting": sum(bool(one.waiting) for one in found),
        "faults": dict(faults.most_common()),
        "alternatives": mean([_alternatives(one) for one in wrote]),
        "uptake": mean(
            [_uptake(brief, one.draft.text) for brief, one in zip(at, kept, strict=True)]
        ),
        "uptake_offline": mean([_uptake(brief, told) for brief in at if (told := _offline(brief))]),
    }


def _faults(one: Written) -> tuple[str, ...]:
    return one.attempts[0][0].failed if one.attempts else ("unread",)


def _alternatives(one: Written) -> float:
    """Other wordings that passed beside the one offered."""
    return float(sum(not other.failed for other in one.attempts[-1][1:])) if one.attempts else 0.0


def _uptake(brief: Brief, text: str) -> float:
    return uptake(brief.anchor.text, text, brief.language) if brief.anchor else 0.0


def _offline(brief: Brief) -> str:
    draft = write(brief)
    return draft.text if draft else ""


def _tokens(home: Path, replies: Mapping[str, str]) -> Figures:
    """Mean tokens of a request (as it would be sent today) and of a reply."""
    briefs = [each.subject.brief for each in read_occasions(home / "occasions.jsonl")]
    prompts = [
        rendered(
            Request(purpose=f"move_{one.move}", variables=one, result=Draft, language=one.language)
        )
        for one in briefs
    ]
    return {
        "tokens_in": round(mean([float(count(one.system) + count(one.talk)) for one in prompts])),
        "tokens_out": round(mean([float(count(text)) for text in replies.values()])),
    }
