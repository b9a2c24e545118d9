"""The shapes of an answer as whoever asked reads it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from pydantic import BaseModel

from community.feedback import Feedback, FeedbackKind
from community.question import Answer, AnswerCitation, AnswerSentence, Question, QuestionState
from community.store import Tx, communities, messages
from community.store.distillations import communities_of
from community.store.trials import trials_by_claim
from community.trials import FieldResult, field_result


class SentenceOut(BaseModel):
    """A sentence and the numbers of the citations it rests on."""

    text: str
    numbers: list[int]


class TalkOut(BaseModel):
    """The message a citation rests on first, where the reader may open it in the room."""

    zone: str
    message_id: int


class AnswerCitationOut(BaseModel):
    """A numbered passage of a signed article; `due` ones are to be looked at again.

    `tried` members tried what it says and for `worked` of them it worked; 0 while too few did.
    An `inherited` article stands in the library of the cohort before. `talk` is null where none
    of the messages can be opened: recalled, private, or brought along as a text.
    """

    number: int
    article_id: int
    title: str
    passage: str
    signed_by: str
    signed_at: datetime
    message_ids: list[int]
    due: bool
    tried: int
    worked: int
    inherited: bool
    talk: TalkOut | None


class DifferenceOut(BaseModel):
    """Citations that contradict each other, unsettled, and who verifies their articles.

    A single number is contradicted by an article that may not be shown.
    """

    numbers: list[int]
    keepers: list[str]


class NearestOut(BaseModel):
    """A signed article near a question that could not be answered."""

    id: int
    title: str
    inherited: bool


class SaidOfItOut(BaseModel):
    """What the asker said of the answer, and what was replied; `unseen` until they saw it."""

    id: int
    kind: FeedbackKind
    note: str | None
    reply: str | None
    replied_by: str | None
    replied_at: datetime | None
    unseen: bool


class PassedOut(BaseModel):
    """Who an own question was passed on to, and when; not `named`: without one's name."""

    to: str
    at: datetime
    expert: str | None
    named: bool


class AnswerOut(BaseModel):
    """A cited answer; where `answered` is False nothing signed supports one.

    `understood` is the question as it was made whole by the one before it, '' where it stood on
    its own. `failure` is the code of why a model's words were not used and the articles' own
    stand here, else ''. `waiting` is set where one passed this or the same question on before and
    nobody answered yet; `late` where the answer came later and one has not said whether it is one.
    """

    id: int
    text: str
    at: datetime
    follows_id: int | None
    understood: str
    failure: str
    answered: bool
    sentences: list[SentenceOut]
    citations: list[AnswerCitationOut]
    differences: list[DifferenceOut]
    nearest: list[NearestOut]
    state: QuestionState
    passed_to: str | None
    waiting: PassedOut | None
    late: bool
    feedback: SaidOfItOut | None


class SourcesOut(BaseModel):
    """What an answer that is being written is made of."""

    citations: list[AnswerCitationOut]


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What stands around the citations of answers: how their claims went, where one can go."""

    fields: Mapping[int, FieldResult]
    homes: Mapping[int, int]
    talk: Mapping[int, TalkOut]

    def inherited(self, article_id: int, community_id: int) -> bool:
        """Whether an article belongs to another community than the one that asks."""
        return self.homes.get(article_id, community_id) != community_id


async def around_answers(tx: Tx, community_id: int, asked: Sequence[Question]) -> Around:
    """What stands around these answers of one community."""
    cited = [one for each in asked for one in each.answer.citations]
    near = {id_ for each in asked for id_, _ in each.answer.nearest}
    return await around_citations(tx, community_id, cited, near)


async def around_citations(
    tx: Tx, community_id: int, cited: Sequence[AnswerCitation], near: Iterable[int] = ()
) -> Around:
    """What stands around these citations; every message of a zone may be read by every member."""
    claims = {claim for each in cited for claim in each.claim_ids}
    ids = tuple(sorted({id_ for each in cited for id_ in each.message_ids}))
    zones = {zone.id: zone.key for zone in await communities.zones(tx, community_id)}
    said = await messages.messages_by_id(tx, ids)
    return Around(
        fields={
            id_: field_result(each) for id_, each in (await trials_by_claim(tx, claims)).items()
        },
        homes=await communities_of(tx, {*near, *(each.distillation_id for each in cited)}),
        talk={
            id_: TalkOut(zone=zones[each.zone_id], message_id=id_)
            for id_, each in said.items()
            if each.zone_id in zones and each.to_id is None and each.recalled_at is None
        },
    )


def answer_out(
    kept: Question,
    said: Feedback | None = None,
    by: str | None = None,
    *,
    around: Around,
    waiting: PassedOut | None = None,
) -> AnswerOut:
    """A kept question with its answer, for the one who asked."""
    answer: Answer = kept.answer
    home = kept.community_id
    return AnswerOut(
        id=kept.id,
        text=kept.text,
        at=kept.at,
        follows_id=kept.follows_id,
        understood=answer.understood,
        failure=answer.failure,
        answered=answer.answered,
        sentences=[sentence_out(each) for each in answer.sentences],
        citations=[citation_out(each, home, around) for each in answer.citations],
        differences=[
            DifferenceOut(numbers=list(each.numbers), keepers=list(each.keepers))
            for each in answer.differences
        ],
        nearest=[
            NearestOut(id=id_, title=title, inherited=around.inherited(id_, home))
            for id_, title in answer.nearest
        ],
        state=kept.state,
        passed_to=kept.passed_to,
        waiting=waiting,
        late=kept.told_at is not None and said is None,
        feedback=None if said is None else _said_out(said, by),
    )


def sentence_out(said: AnswerSentence) -> SentenceOut:
    """One sentence."""
    return SentenceOut(text=said.text, numbers=list(said.numbers))


def citation_out(cited: AnswerCitation, community_id: int, around: Around) -> AnswerCitationOut:
    """One source, as members of a community see it."""
    results = [around.fields[claim] for claim in cited.claim_ids if claim in around.fields]
    shown = [each for each in results if each.shown]
    inherited = around.inherited(cited.distillation_id, community_id)
    return AnswerCitationOut(
        number=cited.number,
        article_id=cited.distillation_id,
        title=cited.title,
        passage=cited.passage,
        signed_by=cited.signed_by,
        signed_at=cited.signed_at,
        message_ids=list(cited.message_ids),
        due=cited.due,
        tried=sum(each.tried for each in shown),
        worked=sum(each.worked for each in shown),
        inherited=inherited,
        talk=next((around.talk[id_] for id_ in cited.message_ids if id_ in around.talk), None),
    )


def _said_out(said: Feedback, by: str | None) -> SaidOfItOut:
    return SaidOfItOut(
        id=said.id,
        kind=said.kind,
        note=said.note,
        reply=said.answer,
        replied_by=by,
        replied_at=said.answered_at,
        unseen=said.answered_at is not None and said.seen_at is None,
    )
