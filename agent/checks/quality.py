"""The quality of a question to a group, 0–8 by code; from 6 on it may be offered (moves.md)."""

import re

from agent.checks.care import CRITICISES, YES_NO_TRAP
from agent.checks.shape import ANSWER_CHARACTERS, options_in, questions_in
from agent.checks.source import ALIKE, similarity
from agent.checks.subject import Subject
from agent.listening.words import plain, words

PUBLISHABLE = 6
SCENE_LONG = 8
"""Characters of a scene before the question, at least."""
CONCRETE = re.compile(
    r"[“\"「]|\d|今天|昨|上周|晚|早|周[一二三四五六日]|客户|学生|家长|同事|老板|新人|会上|群里|班|课|下班|截止|有人|一来|又"
    r"|病人|患者|家属|护士|学员|孩子|老人|夜里|线上|助教|评审|助手"
    r"|[一二两三四五六七八九十半百](?:天|个|回|次|条|周|小时|份|位|遍|套|组|针|项|节|轮|派|成|年)"
    r"|\b(monday|friday|yesterday|today|a client|customer|your (boss|team|report|lead)"
    r"|the (meeting|call|review|deadline|release)|somebody|someone|again|asks|says"
    r"|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|forty|half"
    r"|hours?|minutes?|days?|weeks?|night|morning"
    r"|pupils?|parents?|patients?|famil(?:y|ies)|relatives?|learners?|buyers?|clients?|colleagues?"
    r"|ward|nurse|juniors?|your (?:manager|class|senior|report))\b",
    re.IGNORECASE,
)


def question_quality(subject: Subject) -> int:
    """One point each: scene, options, cheap, single, own topic, no trap, no blame, new."""
    text = plain(subject.text)
    options = subject.options or options_in(subject.text)
    topics = words(plain(" ".join(subject.brief.topics)))
    before = re.split(r"[?？]", text)[0]
    points = (
        len(before) >= SCENE_LONG and bool(CONCRETE.search(text)),
        len(set(options)) >= 2,  # noqa: PLR2004
        bool(options) and all(len(option) <= ANSWER_CHARACTERS for option in options),
        questions_in(subject.text) <= 1,
        not topics or bool(topics & words(text)),
        bool(options) or not YES_NO_TRAP.search(text),
        not CRITICISES.search(text),
        all(similarity(text, other) < ALIKE for other in subject.own),
    )
    return sum(points)
