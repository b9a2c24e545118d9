from dataclasses import replace

import pytest

from community.distillation import ClaimState
from knowledge_base.passages import EXPANDED, QUOTED, passages_of, pieces_of, sentences_of
from tests.knowledge_base.shelving import a_claim, an_article


def test_every_approved_claim_is_a_passage_with_its_sources() -> None:
    article = an_article(a_claim(1, "退烧后满48小时"), a_claim(2, "先拿复课条"))
    first, second = passages_of(article, signed_by="周砚秋")
    assert (first.text, first.claim_ids, first.message_ids) == ("退烧后满48小时", (1,), (10,))
    assert (second.position, second.title) == (1, "退烧几天能回来上课?")
    assert first.signed_by == "周砚秋"
    assert first.signed_at == article.signed_at


@pytest.mark.parametrize("state", [ClaimState.OPEN, ClaimState.REJECTED])
def test_a_claim_nobody_approved_is_on_no_shelf(state: ClaimState) -> None:
    article = an_article(a_claim(1, "退烧后满48小时"), a_claim(2, "三天", state))
    assert [one.claim_ids for one in passages_of(article)] == [(1,)]


def test_an_unsigned_draft_has_no_passages() -> None:
    assert passages_of(an_article(a_claim(1, "退烧后满48小时"), signed=False)) == ()


def test_ids_are_unique_for_article_version_and_place() -> None:
    article = an_article(a_claim(1, "一。" * 900), a_claim(2, "二"))
    ids = [one.id for one in passages_of(article)]
    assert ids == ["7.2.0", "7.2.1", "7.2.2"]


def test_other_words_are_another_index_entry() -> None:
    one, other = (passages_of(an_article(a_claim(1, text)))[0] for text in ("48小时", "72小时"))
    assert one.id == other.id
    assert one.key != other.key


def test_the_words_of_the_talk_are_searched_but_are_not_the_text() -> None:
    (passage,) = passages_of(an_article(a_claim(1, "退烧后等两天")))
    assert "满48小时" in passage.words
    assert "满48小时" not in passage.text


def test_a_passage_means_what_it_says_under_its_title_and_as_it_was_said() -> None:
    (passage,) = passages_of(an_article(a_claim(1, "退烧后等两天")))
    alone, titled, said = passage.faces
    assert alone == passage.text
    assert titled == f"{passage.title}\n{passage.text}"
    assert said == "\n".join(passage.quotes)
    assert len(replace(passage, quotes=("长" * 900,)).faces[-1]) == QUOTED
    assert replace(passage, quotes=(), title="").faces == (passage.text,)


def test_the_questions_it_answers_count_half_together_and_are_no_text() -> None:
    (passage,) = passages_of(an_article(a_claim(1, "退烧后等两天")))
    asked = replace(passage, expansions=("几天能来？", "烧退了呢？"))
    assert [weight for _, weight in asked.weighed_faces[-2:]] == [EXPANDED / 2] * 2
    assert asked.words == passage.words
    assert asked.key != passage.key


def test_what_is_longer_than_a_claim_is_also_taken_sentence_by_sentence() -> None:
    (short,) = passages_of(an_article(a_claim(1, "先测。再写。")))
    (long,) = passages_of(an_article(a_claim(1, "先测。" + "长" * 120 + "。")))
    assert short.parts == ()
    assert len(long.parts) == 2


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        pytest.param("先测。再写!行吗?", ("先测。", "再写!", "行吗?"), id="chinese"),
        pytest.param(
            "Ask first. Then wait 1.5 h.", ("Ask first.", "Then wait 1.5 h."), id="english"
        ),
        pytest.param("一行\n两行", ("一行", "两行"), id="lines"),
        pytest.param(" \n ", (), id="nothing"),
    ],
)
def test_a_text_is_cut_at_its_full_stops(text: str, sentences: tuple[str, ...]) -> None:
    assert sentences_of(text) == sentences


def test_a_long_claim_is_cut_between_sentences_and_loses_nothing() -> None:
    text = "".join(f"第{n}条要先和班主任说清楚。" for n in range(40))
    pieces = pieces_of(text, 100)
    assert "".join(pieces) == text
    assert all(len(piece) <= 100 and piece.endswith("。") for piece in pieces)
