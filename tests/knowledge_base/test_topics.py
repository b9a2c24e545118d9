from dataclasses import replace

from community.distillation import ArticleKind, Claim, ClaimKind, Distillation
from knowledge_base.topics import topics_of
from tests.builders import MONDAY


def an_article(id_: int, title: str, *claims: str, topic: str | None = None) -> Distillation:
    return Distillation(
        id=id_,
        community_id=1,
        zone_id=1,
        root_id=id_,
        title=title,
        kind=ArticleKind.FAQ,
        language="zh",
        claims=tuple(
            Claim(id=id_ * 10 + at, text=text, kind=ClaimKind.FACT, citations=())
            for at, text in enumerate(claims)
        ),
        message_ids=(),
        created_at=MONDAY,
        topic=topic,
    )


LATE = an_article(1, "坐校车迟到怎么办？", "校车晚点不算迟到。")
HOMEWORK = an_article(2, "作业写不完怎么办？", "作业按中等水平掐表。")
MARKS = an_article(3, "作业要不要分层？", "作业分三层,先说清楚。")
BUS = an_article(4, "校车名单谁来管？", "校车名单一周一换。")


def test_articles_that_share_a_word_share_a_topic() -> None:
    topics = topics_of([LATE, HOMEWORK, MARKS, BUS])
    assert topics[1] == topics[4] == "校车"
    assert topics[2] == topics[3] == "作业"


def test_what_a_signer_set_stands_whatever_the_words_say() -> None:
    topics = topics_of([replace(LATE, topic="纪律"), HOMEWORK, MARKS, BUS])
    assert topics[1] == "纪律"
    assert topics[2] == "作业"


def test_one_article_alone_has_no_topic_of_its_own_making() -> None:
    assert topics_of([LATE]) == {1: ""}
    assert topics_of([]) == {}


def test_a_verb_every_article_uses_is_no_topic_in_english() -> None:
    first = an_article(1, "How do I run the retro?", "I run the retro in two parts.")
    second = an_article(2, "Who should run standup?", "We run it by turns, the retro decides.")
    topics = topics_of([first, second])
    assert topics == {1: "retro", 2: "retro"}


def test_a_member_is_no_topic() -> None:
    told = [an_article(7, "作业谁来管？", "作业听语文组的。"), HOMEWORK, MARKS]
    assert set(topics_of(told).values()) == {"作业"}
    assert "作业" not in topics_of(told, ["七2作业"]).values()
