"""The set of paraphrases is what it says it is."""

from evals.paraphrased import PARAPHRASES, read_paraphrases
from evals.tasks.paraphrases import library_of, shared_words

LEAST = 200


def test_no_question_shares_a_content_word_with_the_claim_that_answers_it() -> None:
    rows = read_paraphrases(PARAPHRASES)
    claims = {
        folder: {one.claim_ids[0]: one for one in library_of(folder)}
        for folder in {row["community"] for row in rows}
    }
    shared = {
        row["question"]: found
        for row in rows
        if (found := shared_words(row["question"], claims[row["community"]][row["claim"]]))
    }
    assert shared == {}


def test_there_are_enough_in_both_languages_and_none_twice() -> None:
    rows = read_paraphrases(PARAPHRASES)
    assert len({row["question"] for row in rows}) == len(rows) >= LEAST
    assert min(sum(row["language"] == one for row in rows) for one in ("zh", "en")) >= LEAST * 0.4
