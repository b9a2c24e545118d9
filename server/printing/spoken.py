"""How a claim is told on paper: a statement, a question with its answer, or several voices. Pure.

Nothing that only asks is told as knowledge, no two voices are run into one, and a yes beside a
statement is no voice of its own.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from agent.distilling import cues
from agent.distilling.sentences import size
from agent.distilling.weights import TEACHES, substance
from community.conversation import Message
from community.distillation import Claim, ClaimKind
from server.printing.voices import Turn, is_question, letter_pairs, only_agrees, turns_of

LEAST_SAID = 3.0
"""Size from which a piece says something (agent/distilling)."""
_UNSURE = re.compile(r"吧[。！~～]*$|[?？]|\b(?:maybe|perhaps|i guess)\b", re.IGNORECASE)
TITLED, PARTLY = 0.8, 0.3
"""Share of a title's pairs of letters a voice holds that asks it, and each sentence it is of."""


class Form(StrEnum):
    """One voice; one voice after a question of another; several, each with a line of its own."""

    STATEMENT = "statement"
    PAIR = "pair"
    EXCHANGE = "exchange"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A claim as it stands on paper; `question` "" but for a pair."""

    claim_id: int
    form: Form
    question: str
    lines: tuple[Turn, ...]

    @property
    def text(self) -> str:
        """Everything it says, without who says it."""
        return "\n".join(line.text for line in self.lines)


def told_of(
    claim: Claim, said: Mapping[int, Message], names: Mapping[str, int], title: str = ""
) -> Told | None:
    """How a claim is told; None where it only asks.

    The question a title asks is not said again under it.
    """
    turns = _under(title, turns_of(claim, said, names))
    if not turns:
        return None
    if len(turns) == 1:
        only = turns[0]
        return None if only.asks else _as(claim, Form.STATEMENT, "", (only,))
    turns = _without_yes(turns)
    deciding = _deciding(claim, turns)
    if deciding is not None:
        return _as(claim, Form.STATEMENT, "", (deciding,))
    stating = [turn for turn in turns if not turn.asks]
    if not stating:
        return None
    if len({turn.author_id for turn in stating}) == 1:
        return _answered(claim, turns)
    return _as(claim, Form.EXCHANGE, "", _from_statement(turns))


def _as(claim: Claim, form: Form, question: str, lines: tuple[Turn, ...]) -> Told:
    return Told(claim_id=claim.id, form=form, question=question, lines=lines)


def _under(title: str, turns: tuple[Turn, ...]) -> tuple[Turn, ...]:
    """The turns without the sentences a title was made of, where it is a question."""
    wanted = letter_pairs(title)
    if not wanted or not (is_question(title) or cues.ASKS.search(title)):
        return turns
    kept: list[Turn] = []
    for turn in turns:
        told = len(wanted & letter_pairs(turn.text)) / len(wanted)
        asks = any(is_question(each) or cues.ASKS.search(each) for each in turn.pieces)
        pieces = turn.pieces
        if asks and told >= TITLED:
            pieces = tuple(
                each for each in pieces if len(wanted & letter_pairs(each)) / len(wanted) < PARTLY
            )
        if pieces:
            kept.append(replace(turn, pieces=pieces))
    return tuple(kept)


def _without_yes(turns: Sequence[Turn]) -> tuple[Turn, ...]:
    """The turns without a yes between them; neighbours of one voice become one."""
    kept: list[Turn] = []
    for turn in turns:
        if only_agrees(turn.text) and not turn.asks:
            continue
        if kept and kept[-1].author_id == turn.author_id:
            kept[-1] = replace(kept[-1], pieces=(*kept[-1].pieces, *turn.pieces))
        else:
            kept.append(turn)
    return tuple(kept)


def _deciding(claim: Claim, turns: Sequence[Turn]) -> Turn | None:
    """The last word of a decision, where it says what was decided and nobody speaks against it."""
    if claim.kind is not ClaimKind.DECISION or len(turns) == 1:
        return None
    last = len(turns) - 1 if _concludes(turns[-1]) else None
    at = max((at for at, turn in enumerate(turns) if _decides(turn)), default=last)
    if at is None or any(cues.OPPOSES.search(turn.text) for turn in turns[at + 1 :]):
        return None
    return _stated(turns[at])


def _decides(turn: Turn) -> bool:
    return bool(cues.DECIDES.search(turn.text)) and substance(turn.text) >= TEACHES


def _concludes(turn: Turn) -> bool:
    """Whether the last voice says how it will be, though not that it is decided."""
    text = turn.text
    plans = cues.PLAN.search(text) and substance(text) >= TEACHES
    open_ = turn.asks or cues.OPPOSES.search(text) or _UNSURE.search(text)
    return bool(plans) and not open_


def _stated(turn: Turn) -> Turn:
    """A turn without what it asks."""
    kept = tuple(piece for piece in turn.pieces if not is_question(piece))
    return replace(turn, pieces=kept or turn.pieces)


def _answered(claim: Claim, turns: Sequence[Turn]) -> Told:
    """One voice that states, after the last question another put before it."""
    first = next(at for at, turn in enumerate(turns) if not turn.asks)
    author = turns[first].author_id
    before = [turn for turn in turns[:first] if turn.author_id != author]
    between = [turn for turn in turns[first:] if turn.author_id != author]
    if between:
        return _as(claim, Form.EXCHANGE, "", _from_statement(turns))
    own = tuple(piece for turn in turns if turn.author_id == author for piece in turn.pieces)
    line = _stated(Turn(author_id=author, pieces=own))
    if not before:
        return _as(claim, Form.STATEMENT, "", (line,))
    return _as(claim, Form.PAIR, before[-1].pieces[-1], (line,))


def _from_statement(turns: Sequence[Turn]) -> tuple[Turn, ...]:
    """Voices as they followed each other; a question nobody answers after it is left out."""
    last = max(at for at, turn in enumerate(turns) if not turn.asks)
    return tuple(turn for turn in turns[: last + 1] if size(turn.text) >= LEAST_SAID)
