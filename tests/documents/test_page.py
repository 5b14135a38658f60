"""The page that documents share: letterhead, contents, footer, and every kind of piece."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path
from typing import Any

import pytest

from cop_wizard.documents.subject import Subject
from cop_wizard.plan.choices import SeenBy
from documents.document_plans import RICH, subject_of, text_of

EVERY_PIECE = """\
# Everything

{{ badge("Not yet agreed") }}

{{ badge("Agreed", false) }}

> A purpose in *one* sentence.

## Facts

{{ facts(view.facts) }}

## Tables

| One | Two |
|---|---|
| a | b |

{{ signatures([("Ana", "21 October 2026"), ("", "")]) }}

## Lists

- one
- two
  - within

1. first
2. second

{{ ticks(["Bread", ("Soup", "for eight")]) }}

## Room

{{ room(3, "What we noticed") }}

---

## Picture

{{ picture("circles") }}
"""


def own(folder: Path, words: str, plan: dict[str, Any] | None = None, **options: Any) -> Subject:
    """A plan with a charter that says what ``words`` say."""
    (folder / "charter").mkdir(exist_ok=True)
    (folder / "charter" / "charter.md.j2").write_text(words, encoding="utf-8")
    return subject_of(plan or RICH, templates=folder, **options)


def _page(folder: Path, words: str, **options: Any) -> str:
    return text_of(own(folder, words, **options), "charter")


def _told(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page[page.index("</style>") :]).split())


def test_every_kind_of_piece_is_written(tmp_path: Path) -> None:
    page = _page(tmp_path, EVERY_PIECE)
    for sign in (
        'class="badge badge-open"', 'class="badge"', "<blockquote>", 'class="facts"', '<table class="cards"',
        'class="signatures"', "<ul>", "<ol>", 'class="ticks"', 'class="room"', "<hr>", "<svg",
    ):  # fmt: skip
        assert sign in page, sign
    assert page.count('class="room-line"') == 3


def test_the_head_names_the_organisation_and_the_community(tmp_path: Path) -> None:
    head = re.search(r"<header.*?</header>", _page(tmp_path, "# x"), re.DOTALL)
    assert head
    assert re.findall(r">([^<>]+)</p>", head[0]) == [
        "Prairie Rivers School Division",
        "Early Numeracy Leaders&#39; Circle",
    ]


def test_a_community_without_an_organisation_is_named_once(tmp_path: Path) -> None:
    page = text_of(own(tmp_path, "# x", {"title": "Soup"}), "charter")
    assert _told(re.findall(r"</style>.*</header>", page, re.DOTALL)[0]).count("Soup") == 1


def test_every_letter_has_a_letterhead_and_the_page_one_title(tmp_path: Path) -> None:
    letter = "# Dear {name}\n\nWords.\n\n"
    breaks = "{{ page_break() }}\n\n"
    words = breaks.join(letter.format(name=name) for name in ("Ana", "Ben", "Cho"))
    page = _page(tmp_path, words)
    assert page.count('class="from"') == 3
    assert page.count("<h1") == 1
    assert re.findall(r'<h[12] (?:class="title" )?id="[^"]+" dir="auto">(.*?)</h', page) == [
        "Dear Ana",
        "Dear Ben",
        "Dear Cho",
    ]


def test_a_long_document_lists_its_parts_before_the_first(tmp_path: Path) -> None:
    parts = "".join(f"## Part {number}\n\nWords.\n\n" for number in range(7))
    page = _page(tmp_path, f"# Title\n\nBefore.\n\n{parts}")
    nav = page[page.index("<nav") : page.index("</nav>")]
    assert re.findall(r'href="#(part-\d)"', nav) == [f"part-{number}" for number in range(7)]
    assert page.index("Before.") < page.index("<nav") < page.index('id="part-0"')
    assert "<nav" not in _page(tmp_path, f"# Title\n\n{parts}".replace("## Part 6\n\nWords.", ""))


def test_headings_called_like_parts_of_the_page_do_not_clash(tmp_path: Path) -> None:
    words = "# x\n\n" + "".join(f"## {name}\n\n" for name in ("Content", "Contents", "Main", "Content", *"abcd"))
    ids = re.findall(r' id="([^"]+)"', _page(tmp_path, words))
    assert len(ids) == len(set(ids))


def test_tables_are_named_by_the_heading_they_stand_under(tmp_path: Path) -> None:
    page = _page(tmp_path, "# x\n\n## Who & what\n\n| a |\n|---|\n| b |\n")
    assert 'aria-label="Who &amp; what"' in page


def test_the_footer_says_when_whence_and_what_is_missing(tmp_path: Path) -> None:
    subject = own(
        tmp_path,
        "# x",
        home="https://example.org/plan",
        audience=SeenBy.PUBLIC,
        left_out=("12 e-mail addresses", "1 note"),
    )
    footer = text_of(subject, "charter").partition("<footer")[2]
    assert "Sunday 22 November 2026" in footer
    assert '<a href="https://example.org/plan"' in footer
    assert "12 e-mail addresses, 1 note" in footer


def test_the_policy_allows_the_style_and_nothing_else(tmp_path: Path) -> None:
    page = _page(tmp_path, EVERY_PIECE)
    style = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style[0].encode()).digest()).decode()
    assert len(style) == 1
    assert f"default-src &#39;none&#39;; style-src &#39;sha256-{digest}&#39;".replace("&#39;", "'") in page.replace(
        "&#39;", "'"
    )
    assert "<script" not in page
    assert not re.search(r"\sstyle=|\son\w+=", page)


@pytest.mark.parametrize("document", ["plan", "charter"])
def test_a_long_name_is_cut_in_the_head_of_the_page(document: str) -> None:
    page = text_of(subject_of({**RICH, "organization": {"name": "n" * 2000}}), document=document)
    head = page.split("<header", 1)[1].split("</header>")[0]
    assert "n" * 199 + "…" in head
    assert "n" * 200 not in head


@pytest.mark.parametrize("document", ["plan", "charter", "agenda"])
def test_a_name_that_is_none_does_not_fill_pages(document: str) -> None:
    page = text_of(subject_of({**RICH, "title": "W" * 20_000}), document=document)
    assert "W" * 499 + "…" in page
    assert "W" * 500 not in page
