"""The message that goes with a set of documents is plain words for whoever gets it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from cop_wizard.documents.audience.seen import for_audience
from cop_wizard.documents.formats.text import render_text
from cop_wizard.documents.register import DOCUMENTS
from cop_wizard.documents.sharing import SHARED, Listed
from cop_wizard.guide.load import load_guide
from cop_wizard.plan.choices import SeenBy
from documents.document_plans import subject_of

PLAN: dict[str, Any] = {
    "title": "Tuesday Soup",
    "membership": {
        "roster": [
            {"name": "Ines Roy", "status": "member", "may_be_named": "no", "note": "Away in May"},
            {"name": "Ute Berg", "status": "member", "may_be_named": "yes", "email": "ute@example.org"},
        ]
    },
    "leadership": {"offices": [{"role": "Chair", "filled_by": "Ines Roy"}, {"role": "Cook", "filled_by": "Ute Berg"}]},
    "todo": [{"question": "launch.place", "note": "Ask for the key"}],
}


def _message(audience: SeenBy) -> str:
    subject = for_audience(subject_of(PLAN, load_guide("cass")), audience)
    listed = [
        Listed(name, DOCUMENTS[name].title, DOCUMENTS[name].about, (("pdf", f"soup-{name}.pdf"),))
        for name in SHARED[audience]
    ]
    return render_text("message", replace(subject, listed=listed))


def test_each_paper_is_called_what_people_call_it() -> None:
    message = _message(SeenBy.MEMBERS)
    assert "- the charter (soup-charter.pdf)\n" in message
    assert "- the plan on one page (soup-one-page.pdf)\n" in message
    assert DOCUMENTS["charter"].about not in message


@pytest.mark.parametrize("audience", SeenBy)
def test_it_is_from_somebody_who_leads_and_may_be_named(audience: SeenBy) -> None:
    message = _message(audience)
    assert "Ines" not in message
    assert "Ute Berg" in message


def test_everybody_is_not_told_what_others_get_to_see() -> None:
    assert "Left out" in _message(SeenBy.MEMBERS)
    assert "eft out" not in _message(SeenBy.PUBLIC)
