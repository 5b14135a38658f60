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
    "launch": {"start": "13:00"},
    "collaborative_plan": {"meetings": [{"date": "2026-12-09"}]},
    "todo": [{"question": "launch.place", "note": "Ask for the key"}],
}


def _message(audience: SeenBy, without: str = "") -> str:
    subject = for_audience(subject_of(PLAN, load_guide("cass")), audience)
    listed = [
        Listed(name, DOCUMENTS[name].title, DOCUMENTS[name].about, (("pdf", f"soup-{name}.pdf"),))
        for name in SHARED[audience]
        if name != without
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


def test_the_public_hears_what_came_of_it_only_where_a_report_says_so() -> None:
    assert "what has come of it so far" in _message(SeenBy.PUBLIC)
    assert "come of it" not in _message(SeenBy.PUBLIC, without="report")


def test_members_hear_when_they_meet_next() -> None:
    assert "Our next meeting: Wednesday 9 December 2026, 1:00 pm\n" in _message(SeenBy.MEMBERS)
    assert "next meeting" not in _message(SeenBy.PUBLIC)


def test_it_says_where_to_begin() -> None:
    assert "begin with the plan on one page." in _message(SeenBy.MEMBERS)
    assert "begin with" not in _message(SeenBy.MEMBERS, without="one-page")


def test_everybody_is_not_told_what_others_get_to_see() -> None:
    assert "Left out" in _message(SeenBy.MEMBERS)
    assert "eft out" not in _message(SeenBy.PUBLIC)
