"""What a plan still lacks."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from cop_wizard.checks.runner import Report, check
from cop_wizard.diagnostic import Diagnostic, Severity

HEAD = "schema_version: 2\nguide: cass\ntitle: Bridge Builders\n"
BEFORE, UNDER_WAY = dt.date(2026, 9, 1), dt.date(2026, 10, 1)


def found(text: str, code: str, today: dt.date = BEFORE) -> list[Diagnostic]:
    report: Report = check(HEAD + text, Path("plan.yaml"), today)
    assert report.errors == ()
    return [finding for finding in report.findings if finding.code == code]


def test_a_required_question_without_answer_is_told_with_its_line() -> None:
    """The place is the blank to fill in; where there is none, no place."""
    by_path = {finding.path: finding for finding in found("purpose:\n  focus:\n", "COP301")}
    focus = by_path["purpose", "focus"].span
    assert focus is not None
    assert focus.start.line == 5
    assert by_path["purpose", "audience"].span is None


@pytest.mark.parametrize("answer", ["reading", "none"])
def test_an_answered_question_is_silent_and_so_is_none_on_purpose(answer: str) -> None:
    """ "None, on purpose" is an answer."""
    assert ("purpose", "focus") not in [one.path for one in found(f"purpose:\n  focus: {answer}\n", "COP301")]


@pytest.mark.parametrize("blank", ["", "~", '""', "[]", "\n    - name:"])
def test_blanks_of_every_kind_are_open(blank: str) -> None:
    """A list of empty rows is no answer."""
    assert ("membership", "roster") in [one.path for one in found(f"membership:\n  roster: {blank}\n", "COP301")]


def test_optional_questions_are_one_note_for_each_section() -> None:
    """They are counted, not listed."""
    notes = found("", "COP304")
    assert {note.severity for note in notes} == {Severity.NOTE}
    assert len({note.path[0] for note in notes}) == len(notes)


def test_what_can_only_be_answered_later_is_no_gap_before_its_time() -> None:
    """Who agreed to the norms is asked once the community meets."""
    meetings = "collaborative_plan:\n  meetings:\n    - date: 2026-09-16\n    - date: 2027-06-09\n"
    norms = {
        day: [one.message for one in found(meetings, "COP304", day) if one.path[0] == "norms"]
        for day in (BEFORE, UNDER_WAY)
    }
    assert norms[BEFORE] != norms[UNDER_WAY]


def test_a_to_do_is_told_with_its_note_owner_and_date() -> None:
    """And it takes the place of the open question."""
    text = "todo:\n  - question: purpose.focus\n    note: ask Ines\n    owner: Paul\n    by: 2026-10-01\n"
    (todo,) = found(text, "COP302")
    assert "ask Ines (Paul, by 2026-10-01)" in todo.message
    assert todo.path == ("purpose", "focus")
    assert ("purpose", "focus") not in [one.path for one in found(text, "COP301")]


def test_a_to_do_without_a_note_is_told_as_its_question() -> None:
    """There is always something to read."""
    (todo,) = found("todo:\n  - question: purpose.focus\n", "COP302")
    assert todo.message.endswith("?")


def test_a_to_do_about_something_answered_is_a_note() -> None:
    """It may have been forgotten."""
    (note,) = found("purpose:\n  focus: reading\ntodo:\n  - question: purpose.focus\n", "COP305")
    assert note.severity is Severity.NOTE


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("launch:\n  first_meeting: after the holidays\n", Severity.UNFINISHED),
        ("collaborative_plan:\n  meetings:\n    - date: some time in May\n", Severity.UNFINISHED),
        ("results:\n  sharing_events:\n    - date: in spring\n", Severity.UNFINISHED),
        ("results:\n  evidence:\n    - when: at the end\n", Severity.NOTE),
        ("launch:\n  length: an hour or so\n", Severity.NOTE),
        ("membership:\n  size:\n    maximum: about twenty\n", Severity.NOTE),
    ],
)
def test_words_instead_of_a_date_or_number_are_told(text: str, severity: Severity) -> None:
    """Dates for the calendar are unfinished; the others are merely approximate."""
    (finding,) = found(text, "COP303")
    assert finding.severity is severity
    assert finding.span is not None


@pytest.mark.parametrize(
    "text",
    [
        "results:\n  feedback:\n    - when: after each meeting\n",
        "launch:\n  first_meeting: 16 September 2026\n",
        "launch:\n  first_meeting: none\n",
        "x-notes:\n  date: some day\n",
        "todo:\n  - question: purpose.focus\n    by: soon\n",
    ],
)
def test_dates_and_words_that_are_fine_are_not_told(text: str) -> None:
    """Feedback comes again and again; a to-do's own date is told with the to-do."""
    assert found(text, "COP303") == []


def test_words_that_keep_a_place_are_told_in_their_order_and_what_to_do_once() -> None:
    """Names are left out, since a seat without anybody is told as vacant; a date of a meeting is told as a date."""
    text = (
        "schema_version: 2\nlaunch:\n  start: TBD\n  place: to be announced\n  format: xxx\n"
        "membership:\n  required_seats:\n    - {role: Chair, filled_by: TBD, why: '...'}\n"
        "collaborative_plan:\n  meetings:\n    - {date: TBD}\n"
    )
    report = check(text, Path("plan.yaml"), dt.date(2026, 9, 1))
    assert report.errors == ()
    found = [one for one in report.findings if one.code == "COP306"]
    assert [one.span.start.line for one in found if one.span] == [3, 4, 5, 8]
    assert [bool(one.hint) for one in found] == [True, False, False, False]
    assert [one.message for one in report.findings if one.code == "COP303"] == ["`TBD` is not a date yet."]


def test_a_needed_question_stays_open_behind_words_that_keep_its_place() -> None:
    """And the finding says what stands there."""
    report = check("schema_version: 2\npurpose:\n  focus: TBD\n", Path("plan.yaml"), dt.date(2026, 9, 1))
    (found,) = [one for one in report.findings if one.path == ("purpose", "focus") and one.code == "COP301"]
    assert found.hint == "`TBD` only keeps the place."
