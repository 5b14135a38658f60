"""Text from a plan is text on the page, whatever it looks like."""

from __future__ import annotations

import html as html_module
import random
import re
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from cop_wizard.documents.content.prose import blocks_of
from cop_wizard.documents.formats.html import linked
from cop_wizard.markdown import markdown_escape
from cop_wizard.wording import one_line
from documents.document_plans import subject_of, text_of

HOSTILE = (
    "<script>alert(1)</script>",
    "</style><img src=x onerror=alert(1)>",
    "{{ 7*7 }} {% for x in y %} {# #}",
    "# heading * star _under_ `code` ~~gone~~ ==mark==",
    "[link](javascript:alert(1)) ![img](http://x.example/a.png) <https://x.example>",
    "| a | b |",
    "--- \\ ends with a backslash \\",
    "1. one",
    "1) one",
    "- item",
    "+ item",
    "> quote",
    "=== us",
    "    code",
    "&amp; &lt; &#60; &copy;",
    "www.example.org https://example.org/a_b_c mailto:a@example.org a@example.org",
    ":smile: :: text",
    "\u202eright to left override\u202c \u2066isolate\u2069 zero\u200bwidth",
    "bell\x07 escape\x1b[31m null\x00",
    "漢字と仮名 한국어 שלום עולם مرحبا بالعالم",
    "👩‍👩‍👧‍👦 Zoë Ångström",
    "W" * 400,
    "[^1]: note $math$ %comment ^sup^ @mention #12",
    "\ud800 lone surrogate \ufffe",
)
_ENGINES = [MarkdownIt("commonmark"), MarkdownIt("gfm-like", {"linkify": False}), MarkdownIt("js-default")]
_PLAIN = {"paragraph_open", "paragraph_close", "inline", "text", "text_special"}


def _read(engine: MarkdownIt, markdown: str) -> tuple[set[str], str]:
    """The kinds of tokens in ``markdown``, and its plain text."""
    kinds: set[str] = set()
    words = ""
    for token in engine.parse(markdown):
        kinds.add(token.type)
        for child in token.children or []:
            kinds.add(child.type)
            words += child.content
    return kinds, words


@pytest.mark.parametrize("engine", _ENGINES)
@pytest.mark.parametrize("text", HOSTILE)
def test_markdown_readers_see_the_text_and_nothing_else(engine: MarkdownIt, text: str) -> None:
    kinds, words = _read(engine, markdown_escape(text) + "\n")
    assert kinds <= _PLAIN
    assert words == one_line(text)


@settings(max_examples=400, deadline=None)
@given(st.text(st.sampled_from("\\`*_[]{}<>|~&$@^#-+=:(%).!1a. \t\"'/w\u00a0é\n"), max_size=30))
def test_no_mixture_of_signs_gets_through(text: str) -> None:
    for engine in _ENGINES:
        kinds, words = _read(engine, markdown_escape(text) + "\n")
        assert kinds <= _PLAIN
        assert " ".join(words.split()) == one_line(text)


def _plan(text: str) -> dict[str, Any]:
    if blocks_of(text)[0].kind != "paragraph":
        text = f"x{text}"  # a list is what it should become
    return {
        "title": text,
        "organization": {"name": text, "values": f"{text}\n\n- {text}"},
        "purpose": {"focus": text, "statement": text, "learn_to": text, "purposes": [f"own {text}"]},
        "membership": {"roster": [{"name": text, "role": text, "level": "core"}, {"name": f"B {text}", "note": text}]},
        "collaborative_plan": {
            "meetings": [{"date": "2026-09-15", "topics": text, "led_by": [text]}, {"topics": text}]
        },
        "todo": [{"question": text, "note": text}, {"question": "norms.process", "note": text}],
    }


@pytest.mark.parametrize("text", HOSTILE)
def test_a_markdown_page_keeps_its_shape(text: str) -> None:
    """Same headings, same rows and columns as with harmless text, and no markup of its own."""

    def shape(words: str) -> list[str]:
        page = text_of(subject_of(_plan(words)), format="md")
        page.encode("utf-8")
        assert page.endswith("\n")
        engine = MarkdownIt("gfm-like", {"linkify": False})
        return [
            t.type for t in engine.parse(page) if t.type.startswith(("heading", "t", "list", "bullet", "quote", "html"))
        ]

    assert shape(text) == shape("harmless")


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.seen: list[tuple[str, tuple[str, ...]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag != "wbr":
            self.seen.append((tag, tuple(name for name, _value in attrs)))


def _tags(page: str) -> list[tuple[str, tuple[str, ...]]]:
    parser = _Tags()
    parser.feed(re.sub(r"<figure.*?</figure>", "", page, flags=re.DOTALL))  # pictures fit themselves to the words
    return [one for one in parser.seen if one[0] != "a"]


@pytest.mark.parametrize("text", HOSTILE)
def test_an_html_page_keeps_its_shape(text: str) -> None:
    page = text_of(subject_of(_plan(text)))
    page.encode("utf-8")
    assert _tags(page) == _tags(text_of(subject_of(_plan("harmless"))))
    assert "<script" not in page
    assert " style=" not in page
    assert one_line(text) in html_module.unescape(re.sub(r"</?a[^>]*>|<wbr>", "", page))
    assert not re.search("[\u202a-\u202e\u2066-\u2069\u200b\x00-\x08\x1b]", page)


def test_addresses_become_links_only_as_themselves() -> None:
    assert linked("see https://example.org/a?b=1&c=2, or <b>") == (
        'see <a href="https://example.org/a?b=1&amp;c=2" rel="noopener noreferrer">https://example.org/a?b=1&amp;c=2</a>'
        ", or &lt;b&gt;"
    )
    assert 'href="mailto:ana@example.org"' in linked("Ana (ana@example.org).")
    for text in ("javascript:alert(1)", "http://", "data:text/html,x", "a@b", "ftp://example.org"):
        assert "<a" not in linked(text)
    assert linked('https://example.org/"onmouseover="x').count('"') == 4


def test_the_same_plan_gives_the_same_bytes() -> None:
    random.seed(1)
    first = text_of(subject_of(_plan("same")))
    random.seed(2)
    assert text_of(subject_of(_plan("same"))) == first
