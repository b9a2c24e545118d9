import re
from dataclasses import replace

import pytest

from agent.checks.shape import STIFF, questions_in
from agent.checks.source import similarity
from agent.moves.brief import Line
from agent.moves.catalogue import MOVES
from agent.wording.compose import SLOT
from agent.wording.skeleton import skeleton
from agent.wording.writers import write
from community.suggestion import Audience, Speaker
from prompts.wordings import moves, wording
from tests.agent.wording.briefs import a_brief, about

WHICH_WEEK = {"zh": "请问新教师汇报课是第几周呀", "en": "who approves the on-call morning off?"}
LANGUAGES = ("zh", "en")
HELPED = ("first_step", "invite_specific", "scaffold_private", "churn_check")
NAMES = frozenset(
    (
        *("phrase", "phrase2", "question", "about", "asked", "name", "to", "names", "number_id"),
        *("peer", "peer2", "peer_phrase", "other", "other_phrase", "other_question", "earlier"),
        *("before", "before_phrase", "host", "expert", "community", "zone", "social", "notice"),
        *("host_or", "expert_or", "other_one", "before_or", "topic", "topic2", "topic3"),
        *("option_a", "option_b", "options", "tension", "scene_text", "topical", "positions"),
        *("points", "who", "what", "ids", "with", "care", "harsh", "frame", "blanks", "mini"),
        *("draft", "occasion", "matter", "serves", "passage", "passage_1", "title", "signer"),
        *("signed_on", "answers", "people", "weeks", "now", "first", "undated", "distressed"),
        *("first_point", "second_point", "side", "clock", "warm", "declined", "willing", "passed"),
        *("rule", "rule_number", "to_expert", "to_host", "told", "here", "asked_on", "asked_then"),
        *("own_point", "file", "lonely", "id", "yes", "said_when", "numeric", "first_asked"),
        *("own", "to_self"),
    )
)
"""What every wording may name; a move's facts add their own."""
EVERY = [(move, language) for language in LANGUAGES for move in moves(language)]


def test_both_languages_word_the_same_moves_and_all_of_the_catalogue() -> None:
    assert moves("zh") == moves("en")
    assert set(MOVES) <= set(moves("zh"))


@pytest.mark.parametrize(("move", "language"), EVERY)
def test_a_wording_names_only_its_parts_and_the_slots_there_are(move: str, language: str) -> None:
    words = wording(move, language)
    entries = [*words.forms]
    for variants in words.parts.values():
        for entries_of in variants.values():
            entries += entries_of
    named = {name for entry in entries for name in SLOT.findall(entry)}
    assert named <= NAMES | words.parts.keys()
    assert words.parts.keys() <= named


@pytest.mark.parametrize("move", sorted(MOVES))
def test_a_wording_is_no_longer_than_its_move_allows(move: str) -> None:
    for language in LANGUAGES:
        assert wording(move, language).limit <= MOVES[move].length


@pytest.mark.parametrize(("move", "language"), EVERY)
def test_a_draft_reads_like_a_person_wrote_it(move: str, language: str) -> None:
    for variant in range(12):
        brief = a_brief(move, language, variant=variant)
        draft = write(about(brief, 14) if move == "praise" else brief)
        assert draft is not None
        text = draft.text
        assert len(text) <= wording(move, language).characters
        assert not re.search(r"[{}]|\bNone\b(?! of)|  \n", text)
        assert not STIFF.search(text)
        assert len(re.findall("[!！]", re.sub('“[^”]*”|"[^"]*"', "", text))) <= 1
        assert len(re.findall("[\U0001f300-\U0001faff]", text)) <= 1
        assert questions_in(text) <= 2
        assert all(span in text for span in (*draft.quoted, *draft.options))


@pytest.mark.parametrize("move", ["say_more", "press_example", "press_reason", "relate"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_follow_up_asks_exactly_one_question(move: str, language: str) -> None:
    for variant in range(20):
        draft = write(about(a_brief(move, language, variant=variant), 14))
        assert draft is not None
        assert questions_in(draft.text) == 1


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("move", ["no_orphan", "first_reply", "say_more", "praise"])
def test_what_is_quoted_was_said_letter_by_letter(move: str, language: str) -> None:
    for message in (14,) if move == "praise" else (14, 60):
        brief = about(a_brief(move, language), message)
        draft = write(brief)
        assert draft is not None
        said = "\n".join([*(line.text for line in brief.lines), *brief.topics])
        assert draft.quoted
        assert all(span in said for span in draft.quoted)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("move", ["no_orphan", "say_more", "press_example", "first_reply"])
def test_one_skeleton_is_not_said_twice_among_the_last_thirty(move: str, language: str) -> None:
    avoid: list[str] = []
    for variant in range(30):
        draft = write(a_brief(move, language, variant=variant, avoid=tuple(avoid)))
        assert draft is not None
        avoid.append(draft.text)
    repeated = len(avoid) - len({skeleton(text) for text in avoid})
    assert repeated <= 1


def test_the_same_brief_gets_the_same_words() -> None:
    brief = a_brief("say_more", "zh", variant=5)
    assert write(brief) == write(brief)


def test_a_question_that_offers_its_own_answers_is_put_as_letters() -> None:
    drafts = [write(a_brief("first_reply", "zh", variant=variant)) for variant in range(12)]
    lettered = [draft for draft in drafts if draft and "A 先跟班主任说" in draft.text]
    assert lettered
    assert all("B 自己先处理" in draft.text for draft in lettered)


def test_a_summary_keeps_names_numbers_and_both_sides() -> None:
    draft = write(a_brief("summary", "zh"))
    assert draft is not None
    assert "曾佳：" in draft.text
    assert "[14]" in draft.text
    assert "孟晓蕾" in draft.text
    assert similarity(draft.text, "大家一致认为") < 0.1


def test_personal_data_is_never_taken_up() -> None:
    brief = a_brief("no_orphan", "zh")
    line = brief.lines[0]
    told = type(line)(message_id=1, name="许冉", text="妈妈13800138000打不通,谁知道他爸电话")
    for variant in range(8):
        draft = write(a_brief("rule_notice", "zh", anchor=told, names=("许冉",), variant=variant))
        assert draft is not None
        assert "138" not in draft.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_question_or_a_joke_is_nothing_to_praise(language: str) -> None:
    assert write(a_brief("praise", language)) is None


@pytest.mark.parametrize(
    ("language", "text", "never"),
    [
        ("zh", "听隔壁8期的说,结业证没过要交200补考费,不知道真的假的", "值得看|试试|别错过"),
        ("en", "i heard that they close the second site in may", "Worth a look|useful"),
        ("zh", "left join完行数从800变成1300,我以为left不会变多啊", "弄成|照着做|有结果"),
        ("zh", "下周让我带晨会,我一上台就抖,想推掉了", "直接问|用得上|照着做"),
    ],
)  # fmt: skip
def test_hearsay_a_puzzle_and_a_fear_are_not_passed_on_as_a_find(
    language: str, text: str, never: str
) -> None:
    whole = a_brief("no_orphan", language)
    anchor = replace(whole.lines[-1], text=text)
    for variant in range(12):
        draft = write(replace(whole, anchor=anchor, peers=(), variant=variant))
        assert draft is not None
        assert not re.search(never, draft.text)


def test_nobody_goes_first_on_what_asked_nothing() -> None:
    whole = a_brief("host_first", "en")
    told = "reminder + change: today's office hours are cancelled, bring your csv"
    assert write(replace(whole, anchor=replace(whole.lines[-1], text=told))) is None


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("move", sorted(MOVES))
def test_nobody_is_called_or_named_in_words_of_their_own(move: str, language: str) -> None:
    """The host speaks: of their own push too, and of a question that is theirs to settle."""
    if MOVES[move].audience is Audience.FACILITATOR:
        return
    whole = a_brief(move, language)
    speaker = whole.expert if MOVES[move].speaker is Speaker.EXPERT else whole.host
    asked = replace(whole.lines[-1], text=WHICH_WEEK[language])
    own = replace(whole.lines[-1], name=speaker or "")
    for anchor in (asked, own):
        to = () if move == "welcome" else (anchor.name,)
        for variant in range(8):
            given = replace(whole, anchor=anchor, names=to, variant=variant, speaker=speaker)
            draft = write(replace(given, peers=()))
            assert draft is None or f"@{speaker}" not in draft.text


def test_a_move_without_words_or_material_has_no_draft() -> None:
    assert write(a_brief("dance", "zh")) is None
    assert write(a_brief("summary", "zh", lines=())) is None
    assert write(a_brief("supplement", "zh", facts=())) is None


def test_a_mention_keeps_the_whole_handle_and_a_name_in_passing_does_not() -> None:
    told = Line(message_id=70, name="七4许冉", text="请问新教师汇报课是第几周")
    drafts = [
        write(a_brief("no_orphan", "zh", anchor=told, names=("七4许冉",), variant=variant))
        for variant in range(12)
    ]
    texts = [draft.text for draft in drafts if draft]
    assert texts
    assert all("七4许冉" not in text.replace("@七4许冉", "") for text in texts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_distress_is_never_worded_as_a_quarrel(language: str) -> None:
    quarrel = {"zh": "调解|过线|两边|警告", "en": "mediation|too far|separately|Warning"}[language]
    for variant in range(12):
        draft = write(a_brief("escalate", language, variant=variant, facts=()))
        assert draft is not None
        assert not re.search(quarrel, draft.text)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "move", ["first_step", "invite_specific", "scaffold_private", "churn_check"]
)
def test_each_kind_of_help_says_something_else(move: str, language: str) -> None:
    told = {
        kind: {
            draft.text
            for variant in range(8)
            if (draft := write(about(a_brief(move, language, variant=variant, help=kind), 14)))
        }
        for kind in ("relevance", "safety", "scaffold")
    }
    assert all(told.values())
    assert not told["relevance"] & told["safety"]
    assert not told["safety"] & told["scaffold"]
    assert all("____" in text for text in told["scaffold"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_fears_saying_it_badly_is_shown_that_half_a_line_will_do(language: str) -> None:
    imperfect = {
        "zh": "没弄|没坚持|没成|半|还没|不用说",
        "en": "didn't work|gave up|[Hh]alf|no idea|wrong",
    }
    for move in HELPED:
        for variant in range(6):
            brief = about(a_brief(move, language, variant=variant, help="safety"), 14)
            draft = write(brief)
            assert draft is not None
            assert re.search(imperfect[language], draft.text), draft.text


HEAVY = {"zh": "报名截止就是今天?我没赶上", "en": "wait, the deadline was TODAY?"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_playful_is_asked_right_after_what_weighs_on_somebody(language: str) -> None:
    light = a_brief("bonding", language)
    told = Line(message_id=990, name="Rui", text=HEAVY[language])
    heavy = replace(light, lines=(*light.lines, told))
    leads = wording("bonding", language).parts["lead"]["heavy"]
    for variant in range(6):
        draft = write(replace(heavy, variant=variant))
        assert draft is not None
        assert draft.text.startswith(leads)


@pytest.mark.parametrize(
    ("language", "yes"), [("zh", "可以,但题得一样"), ("en", "ok, only if paid")]
)
def test_a_yes_is_recorded_with_what_it_depends_on(language: str, yes: str) -> None:
    proposed = {"zh": "周三起三个班先试两周,超了找我", "en": "we start wed 9 april, two weeks"}
    lines = (
        Line(message_id=1, name="Ana", text=proposed[language]),
        Line(message_id=2, name="Bo", text=yes),
    )
    brief = replace(a_brief("decision_log", language), anchor=lines[0], lines=lines, others=())
    draft = write(brief)
    assert draft is not None
    assert yes.rsplit(",", 1)[1].strip().removeprefix("但") in draft.text


@pytest.mark.parametrize(
    ("language", "told", "asked"),
    [
        ("zh", "每周的排班表我都要手填三遍", "有没有更快的办法？"),
        ("en", "I copy the rota by hand each week", "Is there a faster way?"),
    ],
)
def test_a_question_about_anything_is_named_by_the_line_above_or_put_to_nobody(
    language: str, told: str, asked: str
) -> None:
    lines = (Line(message_id=70, name="A", text=told), Line(message_id=71, name="A", text=asked))
    brief = a_brief("no_orphan", language, others=(), names=("A",))
    for variant in range(6):
        known = replace(brief, lines=lines, anchor=lines[-1], variant=variant)
        with_line = write(known)
        alone = write(replace(known, lines=lines[1:]))
        assert with_line is not None
        assert alone is not None
        assert told in with_line.text
        assert "@" not in alone.text
