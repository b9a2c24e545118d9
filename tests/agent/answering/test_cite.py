from dataclasses import replace

from agent.answering.brief import CitedSentence
from agent.answering.cite import SURE, answer_of, likely, nearest, refusal
from knowledge_base.fusion import NOTHING
from knowledge_base.shelf import Hit, Search
from tests.knowledge_base.shelving import SIGNED, a_passage


def a_hit(article: int, score: float) -> Hit:
    passage = a_passage(article, f"第{article}条", title=f"题{article}")
    speaks = replace(NOTHING, cosine=0.6, matched=0.6)
    return Hit(passage=passage, score=score, lexical=1, cosine=0.5, evidence=speaks)


HITS = (a_hit(1, 0.6), a_hit(2, 0.3), a_hit(3, 0.1))


def test_only_sources_that_are_used_are_cited_and_each_keeps_its_number() -> None:
    sentences = [CitedSentence(text="乙", numbers=(3,)), CitedSentence(text="甲", numbers=(1, 3))]
    answer = answer_of(sentences, HITS, "offline")
    assert [one.numbers for one in answer.sentences] == [(3,), (1, 3)]
    assert [(one.number, one.distillation_id) for one in answer.citations] == [(1, 1), (3, 3)]


def test_a_citation_leads_to_article_signer_and_talk() -> None:
    answer = answer_of([CitedSentence(text="甲", numbers=(1,))], HITS, "offline")
    (cited,) = answer.citations
    assert (cited.title, cited.passage, cited.signed_by) == ("题1", "第1条", "周砚秋")
    assert (cited.signed_at, cited.message_ids, cited.claim_ids) == (SIGNED, (10,), (1,))


def test_a_passage_far_behind_the_best_is_no_source() -> None:
    assert [hit.passage.distillation_id for hit in nearest((a_hit(1, 0.95), a_hit(2, 0.02)))] == [1]
    assert nearest(()) == ()


def test_a_refusal_names_each_near_article_once_and_none_that_is_far() -> None:
    far = replace(a_hit(4, 0.9), evidence=NOTHING)
    answer = refusal((far, *HITS, a_hit(1, 0.1)), "offline")
    assert not answer.answered
    assert answer.nearest == ((1, "题1"), (2, "题2"), (3, "题3"))


def test_the_next_passage_stands_in_for_one_of_another_case_only_when_it_is_sure() -> None:
    best = a_hit(1, 0.6)
    other = replace(best, evidence=replace(best.evidence, misfit=1.0))
    weak = replace(a_hit(2, 0.3), evidence=replace(NOTHING, cosine=0.48))
    assert likely(Search(hits=(other, a_hit(2, 0.3)), evidence=other.evidence)) >= SURE
    assert likely(Search(hits=(other, weak), evidence=other.evidence)) == 0
    assert likely(Search(hits=(other,), evidence=other.evidence)) == 0
    assert likely(Search(hits=(weak,), evidence=weak.evidence)) > 0
