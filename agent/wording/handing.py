"""Whom a question may be put to, and the span of somebody's line that speaks of the same thing."""

from collections.abc import Mapping

from agent.listening.words import plain, words
from agent.moves.brief import Brief, Line
from agent.wording.lexicon import pattern
from agent.wording.marks import marks_in
from agent.wording.phrases import phrases_in, size

LIVED = frozenset({"result", "tried", "failure", "steps", "said", "repair"})
"""Marks of a line in which somebody tells what they went through."""
NEAR = {"zh": 2, "en": 3}
"""Content words that another's line shares with the one answered to speak of the same."""
HANDS_OVER = frozenset({"no_orphan", "first_reply", "open_question"})
"""Moves that hand a question to one person: only to who knows, by what they told or are."""
BY_WORK = frozenset({"ask_how", "ask_have", "ask_thing"})
"""Marks of a question that is answered from one's own work, not from a rule."""
SMALL = {"zh": 1, "en": 3}
"""Characters of a word that names no matter."""


def to_ask(brief: Brief, anchor: Line) -> tuple[list[Line], dict[str, str]]:
    """Who may be asked, likeliest first, and whether that is the expert or the host.

    A question goes to a member who told of the same thing as done or gave notice of it; a word
    in common makes nobody know. Else what is answered from experience goes to the
    expert; rules, dates and places to the host, who finds out where the words are their own.
    """
    peers = [peer for peer in brief.peers if peer.name != anchor.name]
    if brief.move not in HANDS_OVER:
        return peers, {}
    noticed = marks_in(anchor.text, brief.language)
    ruled = pattern("ruled").search(anchor.text)
    staff = {brief.host, brief.expert}
    know = [
        peer
        for peer in peers
        if (peer.name not in staff and _same_matter(peer.text, anchor.text, brief.language))
        or (ruled and "notice" in marks_in(peer.text, brief.language))
    ]
    if know or "ask" not in noticed:
        return know, {}
    by_work = BY_WORK & set(noticed) or not pattern("asks_fact").search(anchor.text)
    both = (("to_expert", brief.expert), ("to_host", brief.host))
    for mark, name in both if by_work and not ruled else both[::-1]:
        if name and name == brief.speaker:
            return [], {"to_self": "1"}
        if name and name != anchor.name:
            return [Line(message_id=0, name=name, text="")], {mark: "1"}
    return [], {}


def _same_matter(text: str, asked: str, language: str) -> str:
    """The span in which somebody tells of the same thing; a number in common is no matter."""
    span = lived(text, asked, language)
    shared = words(plain(asked)) & words(plain(span))
    told = [word for word in shared if not word.isdigit() and len(word) > SMALL[language]]
    return span if len(told) > 1 else ""


def lived(text: str, asked: str, language: str) -> str:
    """The span in which somebody tells of the same thing as done, not asked or announced."""
    told = LIVED & set(marks_in(text, language))
    return _near(text, asked, language) if told else ""


def beside(text: str, asked: str, language: str) -> str:
    """The span of another line that speaks of the same thing, else its best."""
    return _near(text, asked, language) or best(text, language)


def _near(text: str, asked: str, language: str) -> str:
    """The span of somebody else's line that speaks of the same thing; '' where none does."""
    wanted = words(plain(asked))
    least = min(NEAR[language], len(wanted))
    found = [
        span for span in phrases_in(text, language) if len(wanted & words(plain(span))) >= least > 0
    ]
    return _shortest_cut(tuple(found), language)


def best(text: str, language: str) -> str:
    """The span of a line that says most in few words."""
    return _shortest_cut(phrases_in(text, language), language)


def _shortest_cut(found: tuple[str, ...], language: str) -> str:
    longest = 16 if language == "zh" else 9
    fitting = [span for span in found if size(span, language) <= longest]
    return next(iter(fitting or found), "")


def worth_handing_on(brief: Brief) -> Mapping[str, str] | None:
    """Nothing for a joke: who answers it late spoils it."""
    text = brief.anchor.text if brief.anchor else ""
    joke = pattern("jokes").search(text) and "ask_how" not in marks_in(text, brief.language)
    return None if joke else {}
