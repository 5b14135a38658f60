"""What templates see of a plan."""

from __future__ import annotations

import datetime as dt

from cop_wizard import wording
from cop_wizard.documents.content.prose import blocks_of
from cop_wizard.documents.content.shapes import Block, Choices, Form, Table, Tables
from cop_wizard.documents.content.view import QuestionView, View
from documents.document_plans import RICH, SPARSE, small_guide, view_of


def _question(view: View, title: str) -> QuestionView:
    return next(one for section in view.sections for one in section.questions if one.title == title)


def test_dates_times_and_lengths_are_written_out() -> None:
    assert wording.date_words(dt.date(2026, 9, 15)) == "Tuesday 15 September 2026"
    assert [wording.clock_words(dt.time(*at)) for at in ((9, 5), (15, 30), (12, 0), (0, 0), (12, 30), (0, 10))] == [
        "9:05 am", "3:30 pm", "noon", "midnight", "12:30 pm", "12:10 am",
    ]  # fmt: skip
    assert [wording.length_words(dt.timedelta(minutes=minutes)) for minutes in (45, 60, 90)] == [
        "45 min", "1 h", "1 h 30 min",
    ]  # fmt: skip


def test_sections_come_in_the_guides_order_with_its_numbers() -> None:
    view = view_of(RICH)
    numbers = [section.number for section in view.sections]
    assert [section.title for section in view.sections][:3] == ["Organization", "Purpose", "Membership"]
    assert numbers == [str(number) for number in range(1, len(numbers) + 1)]


def test_a_draft_tells_open_put_off_and_later_apart() -> None:
    view = view_of(SPARSE)
    states = {gap.title: gap.state for section in view.sections for gap in section.gaps}
    assert states["Shared competence"] == "open"
    assert states["Roster"] == "to-do"
    assert states["Legacy"] == "later"
    assert "Focus" not in states


def test_a_final_document_has_no_gaps_to_dos_or_blanks() -> None:
    view = view_of(RICH, final=True)
    assert not any(section.gaps or section.todos for section in view.sections)
    assert not view.todos
    duties = _question(view, "Duties").answer
    assert isinstance(duties, Form)
    assert len(duties.rows) == 6
    seats = _question(view, "Required seats").answer
    assert isinstance(seats, Table)
    assert seats.rows[2][2].parts == ()


def test_people_who_are_no_members_stand_apart_and_are_not_counted() -> None:
    view = view_of(RICH)
    roster = _question(view, "Roster").answer
    assert isinstance(roster, Tables)
    assert [len(table.rows) for table in roster.tables] == [13, 1, 1]
    assert view.facts[0].value == "11 people"
    assert view.facts[0].note == "1 invited, 1 still to invite"


def test_empty_columns_are_left_out() -> None:
    view = view_of({"membership": {"roster": [{"name": "Ana"}, {"name": "Bo", "role": "Principal"}]}})
    roster = _question(view, "Roster").answer
    assert isinstance(roster, Table)
    assert roster.columns == ("Name", "Role")


def test_purposes_keep_their_order_of_importance() -> None:
    answer = _question(view_of(RICH), "Purposes").answer
    assert isinstance(answer, Choices)
    assert answer.ranked
    assert answer.items[0] == "Shared learning"


def test_meetings_are_the_guides_table_of_three_columns() -> None:
    meetings = _question(view_of(RICH), "Meetings").answer
    assert isinstance(meetings, Table)
    assert meetings.columns == ("Date & time", "Topics, activities, processes, content", "Resources")
    marks = [part.mark for part in meetings.rows[1][1].parts if part.mark]
    assert marks == ["reflection"]


def test_a_meeting_names_its_time_zone_where_it_is_its_own() -> None:
    """Beside the hour, which would be wrong without it."""
    launch = {"start": "16:00", "zone": "Europe/Berlin"}
    rows = [{"date": "2026-10-20"}, {"date": "2026-10-27", "start": "9:00", "zone": "Asia/Tokyo"}]
    table = _question(view_of({"launch": launch, "collaborative_plan": {"meetings": rows}}), "Meetings").answer
    assert isinstance(table, Table)
    times = [row[0].parts[1].blocks[0].lines for row in table.rows]
    assert times == [("4:00 pm (Berlin)",), ("9:00 am (Tokyo)",)]


def test_the_next_meeting_is_the_first_one_from_today_on() -> None:
    fact = view_of(RICH).facts[2]
    assert (fact.value, fact.note) == ("15 Dec", "Tuesday, 3:30 pm")
    assert view_of(RICH, today=dt.date(2026, 12, 15)).facts[2].value == "15 Dec"
    assert view_of(RICH, today=dt.date(2030, 1, 1)).facts[2].open


def test_text_is_read_as_paragraphs_and_lists() -> None:
    assert blocks_of("One\ntwo\n\n- a\n- b\n  more\n\n- c\nThree") == (
        Block("paragraph", ("One", "two")),
        Block("bullets", ("a", "b more", "c")),
        Block("paragraph", ("Three",)),
    )
    assert blocks_of("1. a\n2. b") == (Block("numbers", ("a", "b")),)
    assert blocks_of("12. September: start") == (Block("paragraph", ("12. September: start",)),)
    long = "words that go on until the line is as long as hand-wrapped lines are"
    assert blocks_of(f"{long}\nand on.") == (Block("paragraph", (f"{long} and on.",)),)


def test_headings_for_answers_the_guide_does_not_ask_come_from_the_whole_guide() -> None:
    short = small_guide(("results.legacy",))
    whole = small_guide()
    renamed = [
        section.model_copy(
            update={
                "questions": [
                    one.model_copy(update={"title": "What we leave"}) if one.asks == "results.legacy" else one
                    for one in section.questions
                ]
            }
        )
        for section in whole.sections
    ]
    view = view_of(RICH, short, whole=whole.model_copy(update={"sections": tuple(renamed)}))
    assert [question.title for question in view.more] == ["What we leave"]
    assert [question.title for question in view_of(RICH, short).more] == ["Legacy"]
