"""What stands on paper of an article: each claim by its voices, with what set it right beside it.

A claim is left out whole, with the reason, where it only asks, where another signed claim says the
contrary and nobody settled it, or where what it says was set right later and the correction does
not leave with it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from community.distillation import Claim, Distillation
from server.printing.amending import Amendment, amendments_in, talk_of
from server.printing.lettering import breakable, has_words, printable
from server.printing.outside import Words, told_outside
from server.printing.spoken import Form, Told, told_of
from server.printing.typography import in_print
from server.printing.voices import Turn
from server.shelving import Shelf

LETTERS = "甲乙丙丁戊己庚辛"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What one voice says; `by` "" where there is only one and nobody says the contrary."""

    by: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One claim as it is set; `beside` are the corrections it must not stand without."""

    claim: Claim
    told: Told
    question: str
    lines: tuple[Line, ...]
    beside: tuple[str, ...] = ()
    beside_ids: tuple[int, ...] = ()

    @property
    def text(self) -> str:
        """All that is set of it."""
        said = (line.text for line in self.lines)
        return "\n".join(filter(None, (self.question, *said, *self.beside)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The claims of an article that stand, in its order, and why each other one does not."""

    entries: tuple[Entry, ...]
    left_out: Mapping[int, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What everything printed from one shelf is read with: names, and what was set right."""

    shelf: Shelf
    words: Words
    names: Mapping[str, int]
    amendments: tuple[Amendment, ...]
    leaving: Mapping[int, tuple[Distillation, Claim]]

    def standing(self, article: Distillation, *, disputed: bool = False) -> Standing:
        """What stands of an article on paper; sentences that rest on withheld words do not.

        With `disputed` also what another claim contradicts: the caller says so beside it.
        """
        entries: list[Entry] = []
        left: dict[int, str] = {}
        for claim in self.shelf.leaving(article).claims:
            if claim.id in self.shelf.contested and not disputed:
                left[claim.id] = "contested"
                continue
            entry = self._entry(article, claim)
            if isinstance(entry, Entry):
                entries.append(entry)
            else:
                left[claim.id] = entry
        return Standing(entries=tuple(entries), left_out=left)

    def amended_in(self, article: Distillation, claim: Claim, text: str) -> tuple[Amendment, ...]:
        """What set a text of a claim right after it was said."""
        own = {each.id for each in article.claims}
        return tuple(
            each
            for each in self.amendments
            if each.concerns(claim, text, self.shelf.said, together=bool(own & {*each.claim_ids}))
        )

    def set(self, article: Distillation, text: str, *, asks: bool = False) -> str:
        """A text as it leaves: nobody named who did not agree, signs as a printer sets them."""
        told = told_outside(self.shelf, article, text, self.words)
        return breakable(in_print(told, asks=asks)) if has_words(told) else ""

    def _entry(self, article: Distillation, claim: Claim) -> Entry | str:
        told = told_of(claim, self.shelf.said, self.names, article.title)
        if told is None:
            return "only_asks"
        lines = self.lines_of(article, told, disputed=claim.side is not None)
        if not lines:
            return "no_words"
        amended = self.amended_in(article, claim, f"{told.question}\n{told.text}")
        beside = [self._plainest(each) for each in amended]
        if None in beside:
            return "amended"
        shown = {id_: self._correction(id_) for id_ in beside if id_ is not None}
        return Entry(
            claim=claim,
            told=told,
            question=self.set(article, told.question, asks=True) if told.question else "",
            lines=lines,
            beside=tuple(filter(None, shown.values())),
            beside_ids=tuple(shown),
        )

    def _plainest(self, amendment: Amendment) -> int | None:
        """The claim that says least beside a correction; None where none of them leaves."""
        known = [id_ for id_ in amendment.claim_ids if id_ in self.leaving]
        return min(known, key=lambda id_: len(self.leaving[id_][1].citations), default=None)

    def _correction(self, claim_id: int) -> str:
        article, claim = self.leaving[claim_id]
        told = told_of(claim, self.shelf.said, self.names, article.title)
        return self.set(article, told.text.replace("\n", " ")) if told else ""

    def lines_of(self, article: Distillation, told: Told, *, disputed: bool) -> tuple[Line, ...]:
        """The voices of a claim as they are set, each with its name where there are several."""
        voices = self.voices(article, told.lines)
        several = told.form is Form.EXCHANGE or disputed
        lines = (
            Line(by=by if several else "", text=self.said_by(article, turn))
            for by, turn in zip(voices, told.lines, strict=True)
        )
        return tuple(line for line in lines if line.text)

    def said_by(self, article: Distillation, turn: Turn) -> str:
        """The words of a turn as they are set."""
        return self.set(article, turn.text, asks=turn.asks)

    def voices(self, article: Distillation, turns: Sequence[Turn]) -> list[str]:
        """Who speaks in each turn: a name by consent, else a letter where two have none."""
        known = dict.fromkeys(turn.author_id for turn in turns)
        named = {id_: self._name(article, id_) for id_ in known}
        nameless = [id_ for id_ in known if not named[id_]]
        if len(nameless) == 1:
            named[nameless[0]] = self.words.say("somebody_begins")
        else:
            for at, id_ in enumerate(nameless):
                letter = LETTERS[at % len(LETTERS)] if self.words.language == "zh" else chr(65 + at)
                named[id_] = self.words.say("member_lettered", letter=letter)
        return [named[turn.author_id] for turn in turns]

    def is_name(self, text: str) -> bool:
        """Whether a text is what a member is called."""
        return text.lower() in {name.lower() for name in self.names}

    def _name(self, article: Distillation, id_: int | None) -> str:
        return printable(self.shelf.named_outside(article, self.shelf.people.get(id_ or 0)))


def desk_of(shelf: Shelf, words: Words) -> Desk:
    """The desk of a shelf in one language."""
    names = {
        name: member.id
        for member in shelf.people.values()
        for name in (*member.aliases, member.name)
    }
    claims = [claim for article in shelf.articles for claim in article.claims]
    amendments = [
        each
        for zone in shelf.zones.values()
        for each in amendments_in(
            claims, talk_of(shelf.home, zone, shelf.people, shelf.said.values())
        )
    ]
    leaving = {
        claim.id: (article, claim)
        for article in shelf.articles
        for claim in shelf.leaving(article).claims
        if claim.id not in shelf.contested
    }
    return Desk(
        shelf=shelf, words=words, names=names, amendments=tuple(amendments), leaving=leaving
    )
