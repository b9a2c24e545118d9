"""A handbook as Markdown and as one HTML file that prints well; member text is escaped in both."""

import re
from collections.abc import Sequence
from html import escape

from server.printing.handbook import Handbook, Passage, Section

_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~!])")
_BEGINNING = re.compile(r"^(\s*)([-+]|\d+[.)])(?=\s)", re.MULTILINE)
STYLE = """
:root { color-scheme: light; }
body { font: 17px/1.75 system-ui, "PingFang SC", "Noto Sans CJK SC", sans-serif; color: #2a231e;
  background: #faf6f0; margin: 0; }
main { max-width: 44rem; margin: 0 auto; padding: 2rem 1.2rem 4rem; overflow-wrap: anywhere; }
h1, h2, h3 { font-family: Georgia, "Songti SC", "Noto Serif CJK SC", serif; line-height: 1.35; }
h1 { font-size: 2rem; } h2 { margin-top: 3rem; color: #a1491b; } h3 { margin: 2rem 0 .3rem; }
nav a, .index a { color: inherit; }
.notes, figcaption, .remark { color: #6b5e52; font-size: .88em; }
ol { padding-left: 1.4rem; } li { margin: .6rem 0; }
.passage { margin: 1.2rem 0; } .passage p { margin: .35rem 0; }
.by { font-weight: 600; color: #8c3d13; }
.asked { color: #544940; }
.beside, blockquote { margin: .5rem 0; padding-left: .8rem; border-left: 3px solid #a1491b; }
blockquote { border-color: #e4d9cb; color: #544940; font-size: .92em; }
@media print { body { background: none; font-size: 11pt; } h2 { break-before: page; }
  h2, h3, .notes { break-after: avoid; } .passage, li { break-inside: avoid; }
  a { text-decoration: none; } p { orphans: 2; widows: 2; }
  main { max-width: none; padding: 0; } }
"""


def markdown_of(book: Handbook) -> str:
    """The handbook as Markdown with links from contents and index to the articles."""
    said = {code: plain(text) for code, text in book.said.items()}
    lines = [f"# {plain(book.title)}", "", plain(book.note), "", f"## {said['contents']}", ""]
    for chapter in book.chapters:
        lines.append(f"- {plain(chapter.topic)}")
        lines += [f"  - {_link(each)}" for each in chapter.sections]
    for chapter in book.chapters:
        lines += ["", f"## {plain(chapter.topic)}"]
        for section in chapter.sections:
            lines += _markdown_section(book, section)
    lines += ["", f"## {said['index']}", ""]
    lines += [f"- {_link(each)}" for each in book.index]
    if book.contributors or book.unnamed:
        lines += ["", f"## {said['contributors']}", ""]
        lines += [f"- {plain(each.name)} {_numbers(each.numbers)}" for each in book.contributors]
        lines += ["", plain(book.unnamed)]
    return "\n".join([*lines, "", plain(book.origin), ""])


def plain(text: str) -> str:
    """A text on one line in which no Markdown means anything."""
    flat = " ".join(text.split())
    return _BEGINNING.sub(r"\1\\\2", _MARKUP.sub(r"\\\1", flat))


def _link(section: Section) -> str:
    return f"[{section.number}. {plain(section.title)}](#a{section.number})"


def _markdown_section(book: Handbook, section: Section) -> list[str]:
    head = f'### <a id="a{section.number}"></a>{section.number}. {plain(section.title)}'
    lines = ["", head, "", f"*{plain(' · '.join(section.notes))}*", ""]
    for passage in section.passages:
        lines += [*_markdown_passage(book, passage), ""]
    if section.open_questions:
        lines += [f"**{plain(book.said['still_open'])}**", ""]
        lines += [*(f"- {plain(each)}" for each in section.open_questions), ""]
    if section.left_out:
        left = " · ".join(section.left_out)
        lines += [f"*{plain(book.said['left_out'])}: {plain(left)}*", ""]
    return lines


def _numbers(numbers: Sequence[int]) -> str:
    return " ".join(f"[{each}](#a{each})" for each in numbers)


def _markdown_passage(book: Handbook, passage: Passage) -> list[str]:
    """One claim as a list item: question and answer, or every voice, in lines of their own."""
    said = {code: plain(text) for code, text in book.said.items()}
    lines: list[str] = []
    if passage.question:
        lines.append(f"**{said['asked']}** {plain(passage.question)}")
    for line in passage.lines:
        lead = f"**{plain(line.by)}** " if line.by else ""
        if passage.question and not line.by:
            lead = f"**{said['answered']}** "
        lines.append(f"{lead}{plain(line.text)}")
    lines += [f"> **{said['corrected']}** {plain(each)}" for each in passage.beside]
    for each in passage.quotes:
        lines.append(f"> {plain(each.text)}{f' — {plain(each.by)}' if each.by else ''}")
    small = " · ".join(filter(None, (passage.credit, *passage.remarks)))
    lines += [f"*{plain(small)}*"] if small else []
    return [f"- {lines[0]}", *(part for line in lines[1:] for part in ("", f"  {line}"))]


def html_of(book: Handbook) -> str:
    """The handbook as one file without anything from elsewhere; it prints chapter by chapter."""
    tag = "zh-CN" if book.language == "zh" else book.language
    contents = "".join(
        f"<li>{escape(chapter.topic)}<ol>{''.join(_entry_link(each) for each in chapter.sections)}"
        "</ol></li>"
        for chapter in book.chapters
    )
    chapters = "".join(
        f"<h2>{escape(chapter.topic)}</h2>"
        + "".join(_html_section(book, each) for each in chapter.sections)
        for chapter in book.chapters
    )
    index = "".join(_entry_link(each) for each in book.index)
    return (
        f'<!doctype html><html lang="{tag}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(book.title)}</title><style>{STYLE}</style></head><body><main>"
        f"<h1>{escape(book.title)}</h1><p>{escape(book.note)}</p>"
        f"<nav><h2>{escape(book.said['contents'])}</h2><ul>{contents}</ul></nav>{chapters}"
        f'<section class="index"><h2>{escape(book.said["index"])}</h2><ul>{index}</ul></section>'
        f'{_html_contributors(book)}<p class="notes">{escape(book.origin)}</p>'
        "</main></body></html>\n"
    )


def _entry_link(section: Section) -> str:
    return f'<li><a href="#a{section.number}">{section.number}. {escape(section.title)}</a></li>'


def _html_contributors(book: Handbook) -> str:
    if not (book.contributors or book.unnamed):
        return ""
    names = "".join(
        f"<li>{escape(each.name)} "
        + " ".join(f'<a href="#a{one}">{one}</a>' for one in each.numbers)
        + "</li>"
        for each in book.contributors
    )
    return (
        f'<section class="index"><h2>{escape(book.said["contributors"])}</h2>'
        f"<ul>{names}</ul><p>{escape(book.unnamed)}</p></section>"
    )


def _html_section(book: Handbook, section: Section) -> str:
    passages = "".join(_html_passage(book, each) for each in section.passages)
    unanswered = "".join(f"<li>{escape(each)}</li>" for each in section.open_questions)
    left = f"<p>{escape(book.said['still_open'])}</p><ul>{unanswered}</ul>" if unanswered else ""
    if section.left_out:
        told = escape(f"{book.said['left_out']}: {' · '.join(section.left_out)}")
        left += f'<p class="notes">{told}</p>'
    return (
        f'<article id="a{section.number}"><h3>{section.number}. {escape(section.title)}</h3>'
        f'<p class="notes">{escape(" · ".join(section.notes))}</p>'
        f"{passages}{left}</article>"
    )


def _html_passage(book: Handbook, passage: Passage) -> str:
    parts: list[str] = []
    if passage.question:
        parts.append(
            f'<p class="asked"><span class="by">{escape(book.said["asked"])}</span> '
            f"{escape(passage.question)}</p>"
        )
    for line in passage.lines:
        by = line.by or (book.said["answered"] if passage.question else "")
        lead = f'<span class="by">{escape(by)}</span> ' if by else ""
        parts.append(f"<p>{lead}{escape(line.text)}</p>")
    parts += [
        f'<p class="beside"><span class="by">{escape(book.said["corrected"])}</span> '
        f"{escape(each)}</p>"
        for each in passage.beside
    ]
    parts += [
        f"<blockquote>{escape(each.text)}<figcaption>{escape(each.by)}</figcaption></blockquote>"
        for each in passage.quotes
    ]
    small = " · ".join(filter(None, (passage.credit, *passage.remarks)))
    parts += [f'<p class="notes">{escape(small)}</p>'] if small else []
    return f'<div class="passage">{"".join(parts)}</div>'
