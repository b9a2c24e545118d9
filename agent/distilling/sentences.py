"""Messages cut into sentences that keep their place, and the light touch a claim may get."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from community.conversation import Message

_HAN = re.compile(r"[\u3400-\u9fff]")
_END = re.compile(
    r"(?:[。！？；!?;]+|\.{2,}|…+|\n+|(?<=[^\d.]{3})\.(?=\s|$)|(?<=\d)\.(?=\s+\D|\s*$))[”’\"』」)）]*"
)
_QUOTED = re.compile(r"“[^”\n]{1,160}”|\"[^\"\n]{1,160}\"|「[^」\n]{1,160}」")
_SPOKEN_OF = re.compile(
    r"(?<=[\u3400-\u9fff:：,，、/])\s?[A-Z][A-Za-z'’]*(?:,? [A-Za-z'’]+)*[?!.]"
    r"(?=[\s,，、/]*[\u3400-\u9fffA-Z]|\s*$)"
)
"""A phrase of another language that a Chinese sentence tells to say; its mark asks nobody here."""
_SPOKEN_ABOUT = (
    r"(?!\s*(?:(?:and|or|is|was|has|had|said|says|did|does|will|can|asked|wrote|told|made)\b"
    r"|[&/、]|['’]s\b|[和跟与及或]\s?@|[的说讲写]))"
)
"""What follows a name at the beginning that is a word of the sentence and calls nobody."""
_CALLED = (
    rf"@[^\s@:：,，。、]{{1,40}}(?<!['’]s)(?![^\s@:：,，。、]){_SPOKEN_ABOUT}(?:\s|(?=[:：,，])|$)"
)
_LEAD = re.compile(rf"^(?:\s|{_CALLED}|[:：,，。、.…~·•\-])+")
_CALLS = re.compile(rf"^(?:\s*{_CALLED}[:：,，\s]*)+")
_EVERYBODY = re.compile(r"@(?:所有人|全体\S*|channel|everyone|here|all)\b", re.IGNORECASE)
_AT_LAST = re.compile(
    r"(?:(?<=[.!?。！？，,~～])|(?<=[\u3400-\u9fff])(?<![给找问跟和让叫由是像听按谢到])\s)"
    r"(?:\s*@[^\s@:：,，。]{1,40})+\s*$"
)
_BETWEEN = re.compile(r"\s@[^\s@:：,，。]{1,40}\s+(?=你|您|不好意思|抱歉|麻烦|谢)")
_AFTER_YES = re.compile(
    r"^((?:好的?|可以|行|对|嗯+|谢谢|ok(?:ay)?|yes|yep|no|thanks?|thx|hi|hey)[,，!！\s]*)"
    r"@[^\s@:：,，。]{1,40}(?=\s|[:：,，]|$)",
    re.IGNORECASE,
)
_NAMED = re.compile(r"(?<![A-Za-z0-9._%+-])@([^\s@:：,，。]{1,40})(?:\s(?=[\u3400-\u9fff]))?")
_STEP = re.compile(r"(?<![\d.:,：～~-])[1-9][.、)）]?\s*$")

EMOJI = re.compile(
    r"(?<![\w)\]\"'])\[[^\[\]\s\d\"'][^\[\]\"']{0,7}\]|(?<=[\u3400-\u9fff])\[[\u3400-\u9fff]{1,4}\]"
    r"|[\U0001F000-\U0001FAFF\u2600-\u27BF\uFE0F\u200D\U0001F1E6-\U0001F1FF]+"
)
_FILLER_ZH = re.compile(
    r"^(?:嗯+|哦+|噢+|啊+|额+|呃+|哈{2,}|那个|就是说?|其实|反正|话说|对了|说实话|讲真|怎么说呢|我先说|我说一下"
    r"|啊?我(?:记|看|说|写|搞|弄)(?:错|岔|混|反)了|(?:抱歉)+|(?:不好意思)+|对不起|打断一?下"
    r"|我说个不一样的|补充一下|更正(?:一下)?[^，,。：:]{0,12}(?=[：:])|更正一下|更正"
    r"|纠正一下|报告?|报一下|好的?|行|可以|对|是的?)(?=[，,、。：:！!\s～~]"
    r"|$)[，,、。：:！!\s～~]*"
)
_FILLER_EN = re.compile(
    r"^(?:(?:hm+|uh+|um+|oh|ok(?:ay)?|btw|imo|imho|tbh|fwiw|for what it'?s worth"
    r"|i mean|lol|haha\w*|oof|sorry|my bad|oops|whoops)\b[,.:!\s…-]+"
    r"|(?:well|so|yeah|yep|anyway|anyways|honestly|actually|basically|hey|hi|report"
    r"|update|same)\b\s*[,.:!…-]+\s*)",
    re.IGNORECASE,
)
_MENTION = re.compile(r"@[^\s@:：,，。]{1,40}")
_TAIL = re.compile(r"[\s,，、。.…~～]+$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A stretch of one message: `text == message.text[start:end]`."""

    message_id: int
    start: int
    end: int
    text: str


def is_chinese(text: str) -> bool:
    """Whether at least one in six of the letters is Han: one thread may hold two languages."""
    han = len(_HAN.findall(text))
    return han * 6 >= sum(character.isalpha() for character in text) > 0


def size(text: str) -> float:
    """How much is said, in Chinese characters; a Latin word weighs two."""
    latin = len(re.findall(r"[A-Za-z][A-Za-z'’-]*|\d+(?:[.:,]\d+)*", text))
    return len(_HAN.findall(text)) + 2 * latin


def sentences_in(message: Message) -> tuple[Sentence, ...]:
    """The sentences of a message in order, without leading mentions; spans are verbatim."""
    quoted = [found.span() for found in _phrases(message.text)]
    ends = (found.end() for found in _END.finditer(message.text))
    cuts = [
        0,
        *(end for end in ends if not any(a < end <= b for a, b in quoted)),
        len(message.text),
    ]
    found: list[Sentence] = []
    for start, end in pairwise(cuts):
        raw = message.text[start:end]
        lead = _LEAD.match(raw)
        begin = start + (lead.end() if lead else 0)
        stop = begin + len(message.text[begin:end].rstrip())
        if stop > begin and re.search(r"\w", message.text[begin:stop]):
            text = message.text[begin:stop]
            found.append(Sentence(message_id=message.id, start=begin, end=stop, text=text))
    return tuple(found)


def _phrases(text: str) -> list[re.Match[str]]:
    """What is quoted, by its signs or by its language."""
    foreign = _SPOKEN_OF.finditer(text) if is_chinese(text) else ()
    return [*_QUOTED.finditer(text), *foreign]


def joined(sentences: Iterable[Sentence], text: str, *, limit: int = 200) -> tuple[Sentence, ...]:
    """Neighbouring sentences of one message as one span, each span at most `limit` characters."""
    spans: list[Sentence] = []
    for sentence in sentences:
        last = spans[-1] if spans else None
        close = last is not None and not re.search(r"\w", text[last.end : sentence.start])
        if last is not None and close and sentence.end - last.start <= limit:
            spans[-1] = Sentence(
                message_id=last.message_id,
                start=last.start,
                end=sentence.end,
                text=text[last.start : sentence.end],
            )
        else:
            spans.append(sentence)
    return tuple(spans)


def unaddressed(text: str) -> str:
    """The text without @mentions: a name may hold digits and words that say nothing here."""
    return _MENTION.sub(" ", text)


def named(text: str) -> str:
    """The text without names called at its ends; a name inside it is a word, without its sign."""
    bare = _AT_LAST.sub("", _CALLS.sub("", _EVERYBODY.sub(" ", text)))
    return _NAMED.sub(r"\1", _AFTER_YES.sub(r"\1", _BETWEEN.sub(" ", bare)))


def unquoted(text: str) -> str:
    """The text without what stands in quotation marks: a quoted question asks nobody here."""
    bare = _QUOTED.sub("“”", text)
    return _SPOKEN_OF.sub("“”", bare) if is_chinese(bare) else bare


def tidy(text: str) -> str:
    """The same words without names called, smileys and opening fillers; nothing else changes."""
    words = EMOJI.sub(" ", named(text))
    words = re.sub(r"(?<=\w)\s*\n\s*", "; ", words.strip())
    words = re.sub(r"\s+", " ", words).strip()
    words = re.sub(r"(?<!@)\s+(?=[，。！？；：,.!?;:](?![\w@]))", "", words)
    previous = None
    while previous != words:
        previous = words
        words = _FILLER_EN.sub("", _FILLER_ZH.sub("", words)).lstrip(" ,，、。.:：!！?？;；")
    words = re.sub(r"(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff])", "，", words)
    return _TAIL.sub("", words)
