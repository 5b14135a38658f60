"""What members said, by date; nobody is quoted against their will."""

from __future__ import annotations

from typing import Any

import pytest

from cop_wizard.documents.trouble import NothingToShow
from documents.document_plans import RICH, subject_of, text_of


def _page(data: dict[str, Any], format: str = "md", **options: Any) -> str:  # noqa: A002  the word people type
    return text_of(subject_of(data, **options), "feedback", format)


def _evidence(**what: Any) -> dict[str, Any]:
    return {"results": {"evidence": [{"what": "A walk", "kind": "learning", "when": "2026-06-05", **what}]}}


def test_what_was_said_stands_by_date() -> None:
    data = {
        "collaborative_plan": {
            "meetings": [
                {"date": "2026-10-21", "topics": "Second", "record": "Nine wrote a card."},
                {"date": "2026-03-17", "topics": "First", "reflection": "What surprised me?", "record": "Much did."},
                {"date": "2026-03-24", "topics": "Third", "reflection": "Only asked, never answered?"},
            ]
        },
        **_evidence(number="9", unit="teachers", base="of 12 asked", baseline="2 of 12"),
    }
    text = _page(data)
    order = [text.index(words) for words in ("17 March 2026", "5 June 2026", "21 October 2026")]
    assert order == sorted(order)
    assert text.startswith("# What members said\n")
    assert "9 teachers of 12 asked" in text
    assert "**Baseline:** 2 of 12" in text
    assert "Nine wrote a card." in text
    assert "Only asked" not in text  # what was planned to be asked is not what was said


def test_a_quote_needs_consent() -> None:
    assert "“I sleep again.”" in _page(_evidence(quote="I sleep again.", quoted="a nurse", consent="yes"))
    assert "a nurse" in _page(_evidence(quote="I sleep again.", quoted="a nurse", consent="yes"))
    unsaid = _page(_evidence(quote="I sleep again.", quoted="a nurse"))
    assert "I sleep again" in unsaid
    assert "a nurse" not in unsaid
    with pytest.raises(NothingToShow):
        _page(_evidence(quote="I sleep again.", quoted="a nurse", consent="no"))


def test_a_story_told_without_consent_stays_out() -> None:
    story = {"title": "The stamp", "told_by": "Côme", "on": "2026-05-22", "applied": "We took it off the form."}
    told = _page({"results": {"stories": [{**story, "consent": "yes"}]}})
    assert "We took it off the form." in told
    assert "Côme" in told
    with pytest.raises(NothingToShow):
        _page({"results": {"stories": [{**story, "consent": "no"}]}})


def test_what_is_still_to_come_was_not_said() -> None:
    data = {"collaborative_plan": {"meetings": [{"date": "2026-12-09", "reflection": "Are we done?"}]}}
    text = _page(data)
    assert "Along the way" not in text
    assert "- **9 December 2026:** Are we done?" in text
    with pytest.raises(NothingToShow):
        _page(_evidence(when="2027-06-05", collected_by="Bram"))


def test_what_is_due_and_not_written_down_says_so_and_who_has_it() -> None:
    row = next(line for line in _page(_evidence(collected_by="Bram")).splitlines() if "A walk" in line)
    assert "What it showed is not written down yet.<br>**Collected by:** Bram" in row


def test_a_story_is_told_under_plain_words() -> None:
    story = {
        "title": "the stamp",
        "on": "2026-05-22",
        "immediate": "We laughed.",
        "realised": "She came.",
        "consent": "yes",
    }
    text = _page({"results": {"stories": [story]}})
    assert (
        "| 22 May 2026 | The stamp | **What happened:** We laughed.<br>**What is better for it:** She came. |" in text
    )
    assert "value:" not in text.lower()


def test_products_are_nothing_that_was_said() -> None:
    with pytest.raises(NothingToShow):
        _page(_evidence(kind="product", number="40", unit="cards"))


def test_what_changed_is_told_with_what_it_was() -> None:
    change = {"goal": "Fewer nights", "on": "2026-05-19", "was": "No nights", "why": "Half like them"}
    data = {"purpose": {"goal_changes": [change]}, "document": {"history": [{"version": "2", "what": "Quorum halved"}]}}
    text = _page(data)
    assert "| 19 May 2026 | Fewer nights | **Was:** No nights<br>**Why:** Half like them |" in text
    assert "Quorum halved" in text


def test_ways_of_asking_alone_make_a_page_that_says_nothing_was_said_yet() -> None:
    data = {"results": {"feedback": [{"how": "A card at the door", "when": "every meeting", "who": "Tereza"}]}}
    assert "Nothing is written down yet." in _page(data)
    assert _page(data).startswith("# How members are heard\n")
    assert "| A card at the door | Every meeting | Tereza |" in _page(data)
    assert "Nothing is written down" not in _page(data, final=True)


def test_a_plan_without_feedback_says_what_to_do() -> None:
    with pytest.raises(NothingToShow) as caught:
        _page({"title": "Soup"})
    assert "cop edit" in caught.value.hint


def test_a_called_off_meeting_is_not_heard() -> None:
    meeting = {"date": "2026-06-16", "record": "No quorum.", "status": "cancelled"}
    with pytest.raises(NothingToShow):
        _page({"collaborative_plan": {"meetings": [meeting]}})


def test_the_full_plan_shows_how_members_are_heard() -> None:
    assert "## How we listen to one another" in _page(RICH)


@pytest.mark.parametrize("format", ["md", "html"])
def test_hostile_text_stays_text(format: str) -> None:  # noqa: A002  the word people type
    bad = "<script>x</script> | # *a* {{ 1234*3 }} \u202e"
    data = {**_evidence(what=bad, quote=bad, quoted=bad, consent="yes", number=bad)}
    data["results"]["feedback"] = [{"how": bad, "when": bad, "who": bad}]
    text = _page(data, format)
    assert "<script>" not in text.replace("\\<script>", "")
    assert "3702" not in text
    assert "\u202e" not in text


def test_who_asks_keeps_the_name_as_its_owner_writes_it() -> None:
    asked = [{"how": "a card", "when": "each time", "who": who} for who in ("bell hooks", "whoever leads")]
    text = _page({"membership": {"roster": [{"name": "bell hooks"}]}, "results": {"feedback": asked}})
    assert "| A card | Each time | bell hooks |" in text
    assert "| A card | Each time | Whoever leads |" in text
