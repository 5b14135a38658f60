"""The table of cases: the few that are tried each time leave nothing out, and who gets nothing is told so."""

from __future__ import annotations

import pytest

from cop_wizard.documents.register import DOCUMENTS, formats
from cop_wizard.documents.trouble import NothingToShow
from documents.matrix.cases import NOTHING_TO_SHOW, Case, documents_as, every_case, sample
from documents.matrix.plans import PLANS


@pytest.mark.parametrize("format", formats())
def test_a_sample_has_every_document_of_the_format(format: str) -> None:  # noqa: A002  the word people type
    found = list(sample(format))
    assert {case.document for case in found} == set(documents_as(format))
    assert set(found) <= set(every_case(format))


@pytest.mark.parametrize("format", ["html", "md", "docx", "pdf"])
def test_a_sample_has_every_plan(format: str) -> None:  # noqa: A002  the word people type
    assert {case.plan for case in sample(format)} == set(PLANS)


@pytest.mark.parametrize(
    "case", [Case(document, plan) for plan, names in NOTHING_TO_SHOW.items() for document in names], ids=str
)
def test_a_document_without_a_subject_says_so(case: Case) -> None:
    """In every format alike: what is missing, and what to do."""
    for form in DOCUMENTS[case.document].formats:
        with pytest.raises(NothingToShow) as caught:
            case.made(form)
        assert caught.value.message
        assert caught.value.hint


@pytest.mark.parametrize("plan", PLANS)
def test_every_other_document_has_something_to_say(plan: str) -> None:
    """Whether or not it is in the sample."""
    for case in every_case("md"):
        assert case.plan != plan or case.paper.pieces, case
