"""A page is in the language of the program's words, and words of the plan in another one say so, in every format."""

from __future__ import annotations

import re

import pytest

from cop_wizard.documents.content.speech import speech_of
from cop_wizard.documents.formats.pdf import render_pdf
from cop_wizard.documents.formats.word import render_word
from cop_wizard.documents.subject import Subject
from cop_wizard.guide.load import load_guide
from cop_wizard.plan.plan import Plan
from cop_wizard.yamltext.document import read
from documents.document_plans import small_guide, subject_of, text_of
from documents.example_plans import EXAMPLES
from documents.pdf_files import PdfFile
from documents.word_files import W, WordFile

PLAN = {
    "language": "fr",
    "title": "Cercle de la phrase claire",
    "purpose": {"focus": "écrire aux gens", "statement": "Nous écrivons.\n\n- des lettres\n- des pages"},
    "membership": {"roster": [{"name": "Zoé", "role": "Apprentie", "status": "member"}]},
    "launch": {"rhythm": "premier jeudi du mois", "first_meeting": "2026-12-03", "format": "in_person"},
    "norms": {"own": [{"topic": "Le mot interdit", "statement": "Un mot par mois."}]},
}
OURS = ("Who it is for", "In person", "Thursday 3 December 2026", "Members", "December", "Not answered yet")
THEIRS = ("Nous écrivons.", "des lettres", "Zoé", "Apprentie", "Le mot interdit", "Un mot par mois.")


def _french() -> Subject:
    path = next(path for path in EXAMPLES if path.stem == "cercle-gouvernement")
    data = read(path.read_text(encoding="utf-8")).data
    assert isinstance(data, dict)
    return subject_of(data, load_guide("cass", "fr"))


def _marked(page: str) -> list[str]:
    """The words of a page that are in French."""
    found = re.findall(r'<(\w+)[^>]* lang="fr"[^>]*>(.*?)</\1>', page, re.DOTALL)
    return [" ".join(re.sub("<[^>]+>", "", words).split()) for _tag, words in found]


@pytest.mark.parametrize("document", ["plan", "charter", "one-page"])
def test_a_page_is_in_our_language_and_marks_the_plans_words(document: str) -> None:
    page = text_of(subject_of(PLAN, load_guide("cass", "fr")), document)
    marked = _marked(page)
    assert '<html lang="en">' in page
    assert "Nous écrivons." in marked
    assert "des lettres" in marked
    assert not [words for words in OURS if words in marked]


def test_every_word_of_the_plan_is_marked_where_it_stands_alone() -> None:
    marked = _marked(text_of(subject_of(PLAN, load_guide("cass", "fr"))))
    assert [words for words in THEIRS if words not in marked] == []
    assert "Écrire aux gens" in marked  # which has a capital there
    assert "Premier jeudi du mois" in marked


def test_a_name_in_a_heading_of_ours_is_marked() -> None:
    page = text_of(subject_of(PLAN, load_guide("cass", "fr")), "charter")
    assert '<span lang="fr">Cercle de la phrase claire</span>: our charter</h1>' in page


def test_a_plan_in_our_language_marks_nothing() -> None:
    assert " lang=" not in text_of(subject_of({**PLAN, "language": "en"})).partition("<head>")[2]
    assert " lang=" not in text_of(subject_of({**PLAN, "language": "en-CA"})).partition("<head>")[2]


def test_a_guide_of_ones_own_is_in_the_plans_language() -> None:
    speech = speech_of(Plan.model_validate({"schema_version": "2"}), small_guide(language="fr", name="guide.yaml"))
    assert speech.language_of("A small guide") == "fr"
    assert speech.language_of("Something else") == ""


def test_a_stretch_of_a_long_text_is_marked_and_a_short_word_is_not() -> None:
    plan = Plan.model_validate(
        {"schema_version": "2", "language": "fr", "norms": {"process": "Vote au mois de mai. " * 3}}
    )
    speech = speech_of(plan, load_guide("cass", "fr"))
    assert speech.language_of("Vote au mois de mai. Vote au mois de mai.") == "fr"
    assert speech.language_of("Vote") == ""


def test_word_checks_spelling_in_both_languages() -> None:
    file = WordFile(render_word("charter", _french()))
    runs = [(run, run.find(f"{W}rPr/{W}lang")) for run in file.body().iter(f"{W}r")]
    marked = ["".join(run.itertext()) for run, lang in runs if lang is not None and lang.get(f"{W}val") == "fr-CA"]
    assert "On barre des phrases, jamais des personnes." in marked
    assert "Signature" not in marked


def test_a_pdf_says_both_languages() -> None:
    file = PdfFile(render_pdf("charter", _french()))
    languages = {tag.language for tag in file.tags}
    assert file.root["/Lang"] == "en"
    assert languages == {"", "fr"}
    assert sum(tag.language == "fr" for tag in file.tags) > 30
    assert file.misplaced == set()
