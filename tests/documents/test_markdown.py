"""What people wrote, in Markdown: it can be read as it stands, and no reader of Markdown takes it for markup."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from cop_wizard.documents.content.paper import Room
from cop_wizard.documents.content.shapes import Line
from cop_wizard.documents.formats.markdown import markdown_of
from cop_wizard.wording import one_line
from documents.word_files import paper_of

_ENGINES = [MarkdownIt("commonmark"), MarkdownIt("gfm-like", {"linkify": False}), MarkdownIt("js-default")]
_PLAIN = {"paragraph_open", "paragraph_close", "inline", "text", "text_special", "link_open", "link_close"}


def _written(text: str) -> str:
    """A line of a document, with nothing around it."""
    return markdown_of(paper_of(Line(text), title="", community="", organization="", document="plan")).strip()


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Meet at https://meet.example.org/a_b?c=1.", "Meet at <https://meet.example.org/a_b?c=1>."),
        ("r.bilodeau@example.org, or by telephone", "<r.bilodeau@example.org>, or by telephone"),
        ("St. Brannoc", "St. Brannoc"),
        ("Nr. 5", "Nr. 5"),
        ("1. one", "1\\. one"),
        ("iv. four", "iv\\. four"),
        ("é) one", "é\\) one"),
        ("@ana", "\\@ana"),
        ("a@-b.org", "a\\@-b.org"),
        ("https://example.org/&copy;x", "https\\://example.org/\\&copy;x"),
    ],
)
def test_only_what_would_act_is_escaped(text: str, written: str) -> None:
    assert _written(text) == written


def test_a_line_to_write_on_is_dots() -> None:
    assert re.search(r"^…+$", markdown_of(paper_of(Room(1, ""))), re.MULTILINE)
    assert "\\_" not in markdown_of(paper_of(Room(2, "")))


_PARTS = st.sampled_from(
    [
        *("https://", "example.org", "a@b.org", "mailto:", "&amp;", "/a_b", "?c=*d*", "x@", "<", ">", "](", "`"),
        *("*", "_", "\\", "[", "(", ")", ".", "-", "1", " ", "#", "|", "\n", "$", "~", ":", ";", "é"),
    ]
)


@settings(max_examples=400, deadline=None)
@given(st.lists(_PARTS, max_size=14).map("".join))
def test_addresses_among_signs_stay_addresses(text: str) -> None:
    written = _written(text)
    for engine in _ENGINES:
        kinds, words = set(), ""
        for token in engine.parse(written):
            kinds |= {token.type, *(child.type for child in token.children or [])}
            words += "".join(child.content for child in token.children or [])
        assert kinds <= _PLAIN
        assert " ".join(words.split()) == one_line(text)
