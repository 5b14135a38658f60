"""What a hurried reader of a real community's plan looks for stands where they look, and is right."""

from __future__ import annotations

import re
from typing import Any

import pytest

from cop_wizard.guide.load import load_guide
from cop_wizard.values import NONE_ON_PURPOSE
from documents.document_plans import TODAY, subject_of, text_of

SERIES = [{"title": "Book club", "start": "7:15", "length": "30 minutes"}]


def page(data: dict[str, Any], form: str = "md", final: bool = False) -> str:
    text = text_of(subject_of(data, load_guide("cass"), final=final), "plan", form)
    return text.replace("\\", "") if form == "md" else text


def fact(data: dict[str, Any], label: str) -> str:
    """A key fact as Markdown has it."""
    found = re.search(rf"^- \*\*{label}:\*\* (.*)$", page(data), re.MULTILINE)
    assert found
    return found[1]


def meetings(*rows: dict[str, Any], **launch: Any) -> dict[str, Any]:
    return {"launch": {"start": "16:00", "series": SERIES, **launch}, "collaborative_plan": {"meetings": list(rows)}}


def test_the_next_meeting_has_the_hour_of_its_series() -> None:
    """And says which series it is."""
    plan = meetings({"date": "2026-12-01", "series": "book club"}, {"date": "2026-12-02"})
    assert fact(plan, "Next meeting") == "1 Dec (Tuesday, 7:15 am, book club)"


def test_a_meeting_that_was_called_off_is_not_the_next() -> None:
    """The one after it is."""
    plan = meetings({"date": "2026-12-01", "status": "cancelled"}, {"date": "2026-12-02"})
    assert fact(plan, "Next meeting") == "2 Dec (Wednesday, 4:00 pm)"


def test_the_table_says_when_to_come() -> None:
    """Hour and length are those of the series, or of the community's own meetings, where a row leaves them blank."""
    plan = meetings({"date": "2026-12-01", "series": "Book club"}, {"date": "2026-12-02", "start": "after school"})
    assert "Tuesday 1 December 2026<br>7:15 am, 30 min" in page(plan)
    assert "Wednesday 2 December 2026<br>after school" in page(plan)


def test_the_line_of_meetings_shows_the_communitys_own() -> None:
    """Others have a lane below it, with their days but not with what happens there; those called off have none."""
    plan = meetings(
        {"date": "2026-12-01", "series": "Book club", "topics": "clubx"},
        {"date": "2026-12-02", "topics": "oursx"},
        {"date": "2026-12-03", "topics": "offx", "status": "cancelled"},
    )
    (drawn,) = re.findall(r'<figure class="figure figure-timeline">.*?</figure>', page(plan, "html"), re.DOTALL)
    assert "oursx" in drawn
    assert "clubx" not in drawn
    assert "offx" not in drawn
    assert "Book club: Tuesday 1 December 2026." in drawn


def test_who_leads_is_who_holds_an_office() -> None:
    """Duties are spread wider; an office that is not filled names nobody."""
    leadership = {
        "structure": "single",
        "offices": [{"role": "Chair", "filled_by": "Ana Li"}, {"role": "Secretary", "filled_by": "TBD"}],
        "duties": {"convene": ["Bo Ek", "Cy Orr"]},
    }
    assert fact({"leadership": leadership}, "Who leads") == "Ana Li (A single person)"
    del leadership["offices"]
    assert fact({"leadership": leadership}, "Who leads") == "Bo Ek (A single person)"
    assert fact({"leadership": {**leadership, "structure": "team"}}, "Who leads") == "A team"
    leadership = {"duties": {"convene": ["Bo Ek", "the host of the day"]}}
    assert fact({"leadership": leadership}, "Who leads") == "Bo Ek and the host of the day"
    roster = {"roster": [{"name": "Bo Ek"}]}
    assert fact({"leadership": leadership, "membership": roster}, "Who leads") == "Bo Ek"


def test_people_on_leave_are_told_apart() -> None:
    """They are members still."""
    roster = [{"name": "Ana Li", "status": "member"}, {"name": "Bo Ek", "status": "on_leave"}]
    assert fact({"membership": {"roster": roster}}, "Members") == "2 people (1 on leave)"


@pytest.mark.parametrize("form", ["md", "html"])
def test_an_approved_plan_says_so_and_is_no_draft(form: str) -> None:
    """Version, by whom, and when; the count of open questions is for those who plan."""
    document = {"version": "2.1", "status": "approved", "approved_by": "The council", "approved_on": "2026-08-06"}
    text = page({"title": "Us", "document": document}, form)
    assert "Version 2.1 · Approved by: The council · 6 August 2026" in text
    assert "Draft:" not in text


@pytest.mark.parametrize(("form", "heading"), [("md", "#### How we eat"), ("html", ">How we eat</h4>")])
def test_a_free_section_has_its_own_heading(form: str, heading: str) -> None:
    """And its text below, with paragraphs and lists."""
    text = page({"sections": [{"title": "How we eat", "text": "Together.\n\n- soup\n- bread"}]}, form)
    assert heading in text
    assert text.index(heading) < text.index("Together.") < text.index("soup")


def test_a_form_names_only_the_blanks_that_matter() -> None:
    """A size with an ideal does not ask four more things of its reader."""
    text = page({"membership": {"size": {"ideal": "12"}}})
    assert "**Ideal:** 12" in text
    assert "The lower limit is" not in text


def test_how_firm_a_limit_is_stands_with_it() -> None:
    """And that there is none is said in so many words."""
    text = page({"membership": {"size": {"minimum": "6", "minimum_is": "hard", "maximum": NONE_ON_PURPOSE}}})
    assert "**At least:** 6 (Binding)" in text
    assert "**At most:** No upper limit" in text


def test_codes_are_told_in_words() -> None:
    """Those of a time zone, and of the place whose public holidays count."""
    series = [{"title": "Pacific hour", "rhythm": "monthly", "zone": "Asia/Tokyo"}]
    text = page({"launch": {"zone": "America/Edmonton", "region": "CA-AB", "series": series}})
    assert "Edmonton time (America/Edmonton)" in text
    assert "Tokyo time (Asia/Tokyo)" in text
    assert "Canada, Alberta" in text


def test_lists_are_read_without_stumbling() -> None:
    """Own words beside ours have a capital as well, and a comma within an item ends none."""
    goals = [{"text": "Count", "outcomes": ["acquire_and_apply", "work_collaboratively"]}]
    text = page({"purpose": {"why_now": ["advancing_initiatives", "two schools asked", "iPads came"], "goals": goals}})
    assert "- Two schools asked\n- iPads came" in text
    assert re.search(r"Métis, and Inuit; \w", text)


def test_the_end_says_where_the_questions_come_from() -> None:
    """And then lists those works."""
    text = page({"title": "Us"})
    assert "The questions answered here come from “The full guide”, which draws on:\n\n- CASS (2024)" in text
    assert "come from “The full guide”, which draws on:</p>" in page({"title": "Us"}, "html")


def test_people_meet_online_wherever_it_is_said() -> None:
    """Not here so and there otherwise."""
    text = page({"launch": {"format": "virtual", "rhythm": "monthly"}})
    assert "irtual" not in text
    assert "(online)" in text
    assert "### Way of meeting\n\nOnline\n" in text


def test_a_row_without_a_series_is_about_our_own_meetings() -> None:
    """In tables where other rows name one."""
    turns = [{"weekday": "monday"}, {"weekday": "friday", "series": "Book club"}]
    assert "our own meetings" in page({"launch": {"turns": turns}})


def test_names_beside_each_other_have_a_blank_between_them() -> None:
    """Also in Markdown, where most signs have to be escaped."""
    text = page(
        {
            "leadership": {"duties": {"convene": ["Ana Li", "Bo Ek"]}},
            "todo": [{"note": "Askx", "owner": "Bo", "by": "2026-12-01"}],
        }
    )
    assert "Ana Li, Bo Ek" in text
    assert "(who: Bo, by: " in text


def test_long_rows_are_folded() -> None:
    """Few columns, and everything else in one more, each under its name."""
    group = {
        "name": "Docs", "kind": "subgroup", "purpose": "to write", "members": ["Ana Li"], "led_by": ["Bo Ek"],
        "meets": "weekly", "status": "active", "since": "2025-02-06",
    }  # fmt: skip
    text = page({"groups": [group]})
    assert "| Group | Kind | What it is for | Details |" in text
    assert "**Members:** Ana Li · " in text
    assert "6 February 2025" in text
    assert TODAY.isoformat() not in text


@pytest.mark.parametrize("change", [{"change": "moved", "to": "2026-12-15"}, {"change": "cancelled"}])
def test_a_first_meeting_that_was_moved_or_called_off_is_not_the_next(change: dict[str, Any]) -> None:
    """Neither where an exception says so, nor where the list of meetings does."""
    exception = {"date": "2026-12-08", **change}
    plan = meetings({"date": "2026-12-15"}, first_meeting="2026-12-08", exceptions=[exception])
    assert fact(plan, "Next meeting").startswith("15 Dec")
    row = (
        {"id": "2026-12-08", "date": "2026-12-15"} if "to" in change else {"date": "2026-12-08", "status": "cancelled"}
    )
    plan = meetings(row, {"date": "2026-12-15"}, first_meeting="2026-12-08")
    assert fact(plan, "Next meeting").startswith("15 Dec")


def test_chapters_that_nobody_opened_are_not_listed_as_gaps() -> None:
    """Also where a guide walks through them."""
    subject = subject_of({"purpose": {"focus": "numbers"}}, load_guide("cass-extended"))
    text = text_of(subject, "plan", "md")
    assert "## Risks" not in text
    assert "Norms" in text
