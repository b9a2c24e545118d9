"""What is known when a move is worded: the same for every engine, members' text as data."""

from dataclasses import dataclass

from community.suggestion import CheckResult


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One message as the wording engine sees it; `name` is what the group calls the author."""

    message_id: int
    name: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """Everything a draft may be made of; what is not in here may not be in the draft.

    `purpose` is what the zone is for (work, social, notice). `lines` are the messages around it,
    oldest first, `anchor` the one it answers. `peers` are active, consenting members it may hand
    over to, likeliest first, each with the line that shows why. `phrases` are short spans of the
    anchor (verbatim) worth taking up, best first: none with personal data, none with a number that
    was put right since. `topics` are recurring problems in members' words. `facts` are code-checked
    values by name (counts, dates, quotes). `accepted` are public drafts of this move as people here
    accepted or rewrote them, newest first; `avoid` are the last own texts, not to be repeated.
    `last` is the previous attempt and `notes` the checks it failed; `wordings` is how many are
    asked for at once. `help` is the kind of help that suits whom a private text is for (relevance,
    safety, scaffold), None in public. `level` is the rung 0–4 of who it is for (moves.md §3).
    `speaker` is the member in whose name it is posted, None where it is a note or Simmer's own.
    `domains` are the lines of work the community talks about, `asked` the questions put to it in
    90 days. `variant` varies the form, deterministic per anchor.
    """

    move: str
    language: str
    community: str
    zone: str
    lines: tuple[Line, ...]
    purpose: str = ""
    anchor: Line | None = None
    others: tuple[Line, ...] = ()
    peers: tuple[Line, ...] = ()
    names: tuple[str, ...] = ()
    host: str | None = None
    expert: str | None = None
    speaker: str | None = None
    phrases: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    scaffold: str | None = None
    level: int = 0
    help: str | None = None
    accepted: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    last: str = ""
    notes: tuple[CheckResult, ...] = ()
    wordings: int = 1
    variant: int = 0

    @property
    def above(self) -> Line | None:
        """What the author of the anchor wrote right above it, which it may lean on."""
        ids = [line.message_id for line in self.lines]
        at = (
            ids.index(self.anchor.message_id)
            if self.anchor and self.anchor.message_id in ids
            else 0
        )
        line = self.lines[at - 1] if at else None
        return line if line and self.anchor and line.name == self.anchor.name else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """Another way to say a draft, with the answers it offers."""

    text: str
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A worded move. `options` are the answers it offers, `quoted` the spans it took up.

    `others` say the same in another way, where more than one wording was asked for.
    """

    text: str
    options: tuple[str, ...] = ()
    quoted: tuple[str, ...] = ()
    others: tuple[Wording, ...] = ()
