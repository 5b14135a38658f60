"""Every format of a document says the same, and a second implementation reads it: nothing is lost, nothing is added."""

from __future__ import annotations

import pytest

from cop_wizard.documents.content.paper import Paper
from documents.matrix.cases import Case, cases
from documents.matrix.reading import READERS, Markdown, Page, Tree, Word, squeezed
from documents.word_files import words_in

CASES = [(form, case) for form in ("md", "html", "docx") for case in cases(form)]
_IDS = [f"{form}-{case}" for form, case in CASES]
_SAFE = ("http://", "https://", "mailto:", "#")

_AROUND = """Skip to the text. Skip to the plan. Contents. As of. The living plan: This is a copy. The living plan is.
Left out of this copy: Name, Signature, Date. One page: Community. Date. To be filled in by hand. Continued in the plan.
The purpose of this community, in one clear sentence, will stand here."""
"""What formats say besides the document: how to find one's way, and how things stand with this copy."""


def _around(paper: Paper) -> set[str]:
    own = (paper.community, paper.organization, paper.home, paper.date, *paper.left_out)
    return set(words_in("\n".join((_AROUND, *own))))


@pytest.mark.parametrize(("form", "case"), CASES, ids=_IDS)
def test_the_words_are_those_of_the_document(form: str, case: Case) -> None:
    tree, read = Tree(case.paper), READERS[form](case.made(form))
    shown, found = set(words_in(f"{tree.shown_by(read.text)}\n{tree.told}")), set(words_in(read.text))
    assert shown - found == set()
    assert found - set(words_in(f"{tree.text}\n{tree.told}\n{tree.beside}")) - _around(case.paper) == set()


@pytest.mark.parametrize(("form", "case"), CASES, ids=_IDS)
def test_the_headings_are_those_of_the_document_in_their_order(form: str, case: Case) -> None:
    tree, read = Tree(case.paper), READERS[form](case.made(form))
    said, found = ([one for one in headings if one not in tree.titles] for headings in (tree.headings, read.headings))
    assert [squeezed(one) for one in found] == [squeezed(one) for one in said]


@pytest.mark.parametrize("case", cases("md"), ids=str)
def test_markdown_holds_no_markup_but_ours(case: Case) -> None:
    page = Markdown(case.made("md"))
    assert not page.kinds & {"html_inline", "html_block", "image", "code_block", "code_inline", "fence", "s_open"}
    assert all(link.startswith(_SAFE) for link in page.links)


@pytest.mark.parametrize("case", cases("html"), ids=str)
def test_a_page_needs_nothing_and_does_nothing(case: Case) -> None:
    page = Page(case.made("html"))
    assert not {"script", "iframe", "object", "embed", "form", "link", "base"} & set(page.tags)
    assert not [name for name in page.attributes if name == "style" or name.startswith("on")]
    assert page.tags.count("h1") == page.tags.count("main") == 1
    assert all(source.startswith("data:image/") for source in page.sources)
    assert all(link.startswith(_SAFE) for link in page.links)


@pytest.mark.parametrize("case", cases("docx"), ids=str)
def test_word_knows_what_the_file_is(case: Case) -> None:
    """Its title and language, and what each picture shows."""
    file, paper = Word(case.made("docx")), case.paper
    about = file.document.core_properties
    assert squeezed(about.title) == squeezed(paper.title)
    assert about.language.split("-")[0] == paper.language
    assert "" not in file.told
