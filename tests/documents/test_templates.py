"""Own templates, and what a person is told when one of them is broken."""

from __future__ import annotations

from pathlib import Path

import pytest

from cop_wizard.documents import environment
from cop_wizard.documents.html import render_html
from cop_wizard.documents.markdown import render_markdown
from cop_wizard.documents.register import DOCUMENTS, FORMATS, render
from cop_wizard.documents.trouble import TemplateTrouble
from cop_wizard.errors import FileTrouble
from documents.document_plans import RICH, view_of


def _own(folder: Path, text: str, name: str = "plan.md.j2") -> Path:
    (folder / "plan").mkdir(exist_ok=True)
    (folder / "plan" / name).write_text(text, encoding="utf-8")
    return folder


def test_an_own_template_takes_the_place_of_one_and_the_others_stay(tmp_path: Path) -> None:
    own = _own(tmp_path, "body { color: #123 }", "page.css")
    page = render_html(view_of(RICH), own)
    assert "body { color: #123 }" in page
    assert "Early Numeracy" in page
    assert render_markdown(view_of(RICH), own) == render_markdown(view_of(RICH))


def test_what_an_own_template_prints_is_escaped(tmp_path: Path) -> None:
    view = view_of({"title": "*a* <b>"})
    assert render_markdown(view, _own(tmp_path, "{{ view.title }}")) == "\\*a\\* \\<b\\>\n"
    assert render_html(view, _own(tmp_path, "{{ view.title }}", "plan.html.j2")) == "*a* &lt;b&gt;\n"


def test_the_style_sheet_cannot_end_itself(tmp_path: Path) -> None:
    page = render_html(view_of({}), _own(tmp_path, "a{content:'</style><script>'}", "page.css"))
    assert page.count("</style>") == 1


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("one\n{% for x in %}", 2, "cannot be read"),
        ("one\n\n{{ view.titel }}", 3, "not there"),
        ("{{ nothing }}", 1, "not there"),
        ("one\n{{ view.title.__class__.__mro__ }}", 2, "may not do"),
        ("{% import 'plan/missing.j2' as m %}", 1, "a file that is missing"),
        ("{% macro again() %}{{ again() }}{% endmacro %}\n{{ again() }}", 1, "calls itself"),
        ("{% for a in range(1000000000) %}x{% endfor %}", 1, "more than"),
        ("{{ 'x' * 1000000000 }}", 1, "too large"),
        ("\n{{ 1 / 0 }}", 2, "ZeroDivisionError"),
        (
            "{% for a in range(99999) %}{% for b in range(99999) %}xxxxxxxxxxxxxxxxxxx{% endfor %}{% endfor %}",
            None,
            "end",
        ),
    ],
)
def test_a_broken_template_is_explained_with_its_line(tmp_path: Path, text: str, line: int | None, words: str) -> None:
    with pytest.raises(TemplateTrouble) as caught:
        render_markdown(view_of(RICH), _own(tmp_path, text))
    trouble = caught.value
    assert words in trouble.message
    assert "plan.md.j2" in trouble.message
    assert trouble.path == tmp_path / "plan" / "plan.md.j2"
    assert trouble.hint
    if line:
        assert trouble.line == line
        assert str(line) in trouble.message


def test_a_template_that_is_not_text_is_explained(tmp_path: Path) -> None:
    (tmp_path / "plan").mkdir()
    (tmp_path / "plan" / "page.css").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(TemplateTrouble, match="UTF-8"):
        render_html(view_of(RICH), tmp_path)


def test_a_folder_that_replaces_nothing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TemplateTrouble, match="No file") as caught:
        render_html(view_of(RICH), tmp_path)
    assert "plan/page.css" in caught.value.hint
    with pytest.raises(FileTrouble):
        render_html(view_of(RICH), tmp_path / "nowhere")


def test_every_document_has_a_template_for_every_format() -> None:
    names = environment.template_names()
    for document in DOCUMENTS:
        for form in FORMATS:
            assert f"{document}/{document}.{form}.j2" in names
            assert render(document=document, format=form, view=view_of({})).endswith("\n")


def test_gaps_show_in_a_draft_and_not_in_a_final_page() -> None:
    for form in FORMATS:
        draft = render(document="plan", format=form, view=view_of(RICH))
        final = render(document="plan", format=form, view=view_of(RICH, final=True))
        for words in ("Not there yet", "Draft:", "nobody yet", "Ask the literacy leads"):
            assert words in draft
            assert words not in final
        assert "Early Numeracy" in final
