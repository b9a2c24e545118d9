"""A handbook as Markdown and as one HTML file that prints well; member text is escaped in both."""

import re
from html import escape

from server.printing.handbook import Entry, Handbook, Section

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
blockquote { margin: .3rem 0; padding-left: .8rem; border-left: 3px solid #e4d9cb; color: #544940;
  font-size: .92em; }
@media print { body { background: none; font-size: 11pt; } h2 { break-before: page; }
  h3, li { break-inside: avoid; } a { text-decoration: none; }
  main { max-width: none; padding: 0; } }
"""


def markdown_of(book: Handbook) -> str:
    """The handbook as Markdown with links from contents and index to the articles."""
    lines = [f"# {plain(book.title)}", "", plain(book.note), "", f"## {plain(book.contents)}", ""]
    for chapter in book.chapters:
        lines.append(f"- {plain(chapter.topic)}")
        lines += [f"  - {_link(each)}" for each in chapter.sections]
    for chapter in book.chapters:
        lines += ["", f"## {plain(chapter.topic)}"]
        for section in chapter.sections:
            lines += _markdown_section(book, section)
    lines += ["", f"## {plain(book.index_title)}", ""]
    lines += [f"- {_link(each)}" for each in book.index]
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
    for at, entry in enumerate(section.entries, 1):
        remark = f" *({plain(entry.remark)})*" if entry.remark else ""
        lines.append(f"{at}. {plain(entry.text)}{remark}")
        for source in entry.sources:
            quote = f" — {plain(source.quote)}" if source.quote else ""
            lines.append(f"   > {plain(source.by)}{quote}")
            lines.append("")
    if section.open_questions:
        lines += ["", f"**{plain(book.still_open)}**", ""]
        lines += [f"- {plain(each)}" for each in section.open_questions]
    return lines


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
        f"<nav><h2>{escape(book.contents)}</h2><ul>{contents}</ul></nav>{chapters}"
        f'<section class="index"><h2>{escape(book.index_title)}</h2><ul>{index}</ul></section>'
        f'<p class="notes">{escape(book.origin)}</p></main></body></html>\n'
    )


def _entry_link(section: Section) -> str:
    return f'<li><a href="#a{section.number}">{section.number}. {escape(section.title)}</a></li>'


def _html_section(book: Handbook, section: Section) -> str:
    entries = "".join(f"<li>{_html_entry(each)}</li>" for each in section.entries)
    unanswered = "".join(f"<li>{escape(each)}</li>" for each in section.open_questions)
    left = f"<p>{escape(book.still_open)}</p><ul>{unanswered}</ul>" if unanswered else ""
    return (
        f'<article id="a{section.number}"><h3>{section.number}. {escape(section.title)}</h3>'
        f'<p class="notes">{escape(" · ".join(section.notes))}</p>'
        f"<ol>{entries}</ol>{left}</article>"
    )


def _html_entry(entry: Entry) -> str:
    remark = f' <span class="remark">({escape(entry.remark)})</span>' if entry.remark else ""
    sources = "".join(
        f"<blockquote>{escape(each.quote)}<figcaption>{escape(each.by)}</figcaption></blockquote>"
        for each in entry.sources
    )
    return f"{escape(entry.text)}{remark}{sources}"
