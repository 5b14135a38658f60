"""The meetings as a table for a spreadsheet."""

from __future__ import annotations

import csv
import io
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from cop_wizard.guide.load import load_guide
from cop_wizard.plan.collaborative_plan import Meeting
from cop_wizard.rosters.cells import unguarded
from cop_wizard.wording import clean
from documents.document_plans import subject_of, text_of

GUIDE = load_guide("cass")


def rows(meetings: list[dict[str, Any]], **more: Any) -> list[dict[str, str]]:
    data = {"collaborative_plan": {"meetings": meetings}, **more}
    text = text_of(subject_of(data, GUIDE), "calendar", "csv")
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text[1:], newline=""), strict=True))


def test_a_row_says_when_and_where_it_really_is() -> None:
    """With what the meeting takes over from its series, in the order of the dates, and those without a date last."""
    launch = {
        "start": "15:30",
        "length": "90 minutes",
        "zone": "America/Edmonton",
        "place": "Room 12",
        "series": [{"title": "Book club", "start": "19:00", "format": "virtual", "certainty": "tentative"}],
    }
    found = rows(
        [
            {"date": "10th week of term", "start": "TBD"},
            {"date": "2026-11-03", "series": "Book club", "led_by": ["Ana", "Devi"], "status": "cancelled"},
            {"date": "2026-10-20", "topics": "Number talks\n\n- one\n- two"},
        ],
        launch=launch,
    )
    assert [(row["Date"], row["Weekday"], row["Start"], row["End"]) for row in found] == [
        ("2026-10-20", "Tuesday", "15:30", "17:00"),
        ("2026-11-03", "Tuesday", "19:00", "20:30"),
        ("10th week of term", "", "TBD", ""),
    ]
    assert {row["Place"] for row in found} == {"Room 12"}
    assert {row["Length"] for row in found} == {"1 h 30 min"}
    assert found[0]["Topics"] == "Number talks\n\n- one\n- two"
    labels = GUIDE.vocabulary.choices
    words = GUIDE.vocabulary.parts["Meeting"].fields
    series = found[1]
    assert series[words["led_by"].label] == "Ana; Devi"
    assert series[words["status"].label] == labels["MeetingStatus"]["cancelled"].label
    assert series[words["certainty"].label] == labels["Certainty"]["tentative"].label
    assert series[words["format"].label] == labels["MeetingFormat"]["virtual"].label


def test_a_time_zone_of_its_own_stands_in_the_one_column_of_zones() -> None:
    """Words in place of one, too."""
    launch = {"start": "15:30", "zone": "Europe/Berlin"}
    days = [{"date": "2026-10-20"}, {"date": "2026-10-21", "zone": "Asia/Tokyo"}, {"date": "2026-10-22", "zone": "TBD"}]
    found = rows(days, launch=launch)
    assert [row["Time zone"] for row in found] == ["Europe/Berlin", "Asia/Tokyo", "TBD"]
    assert list(found[0]).count("Time zone") == 1


def test_columns_in_which_nothing_stands_are_left_out() -> None:
    """And so is what only ``cop schedule`` needs."""
    (found,) = rows([{"date": "2026-10-20", "id": "2026-10-20", "scheduled": "2026-10-20 15:30", "revision": "1"}])
    assert list(found) == ["Date", "Weekday"]


def test_an_occasion_to_share_is_a_row_as_well() -> None:
    event = {"event": "Conference", "date": "2027-03-20", "ends": "2027-03-22", "what": "The kit"}
    (found,) = rows([], results={"sharing_events": [event, {"event": "No date"}]})
    assert (found["Date"], found["Last day"], found["Topics"], found["Content"]) == (
        "2027-03-20",
        "2027-03-22",
        "Conference",
        "The kit",
    )


@given(st.text(min_size=1).filter(str.strip))
@example("=HYPERLINK(1)")
@example("\r\n=1")
@example("-2+3+cmd|' /C calc'!A0")
@example('"=1"')
def test_no_words_become_a_formula(words: str) -> None:
    """And they are all there."""
    (found,) = rows([{"date": "2026-10-20", "topics": words, "place": words, "led_by": [words]}])
    for column in ("Topics", "Place", GUIDE.vocabulary.parts["Meeting"].fields["led_by"].label):
        assert not found.get(column, "").startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    assert unguarded(found["Topics"]).split() == clean(words).split()


def test_every_answer_of_a_meeting_is_in_the_table() -> None:
    """A column for each, but for what only programs read."""
    given: dict[str, Any] = {"date": "2026-10-20", "start": "9:00", "length": "1 h"}
    texts = ("series", "topics", "activities", "content", "resources", "place", "reflection", "celebration", "record")
    given |= {name: f"word {name}" for name in texts}
    given |= {"led_by": ["word led_by"], "outcomes": ["engage"], "principles": ["responsive"], "kind": "routine"}
    given |= {"forms": ["problem_solving"], "joint_work": ["mentoring"], "emphases": ["inquiry"], "worth": "high"}
    given |= {
        "attended": ["word attended"],
        "guests": ["word guests"],
        "said": ["word said"],
        "learned": "word learned",
    }
    given |= {"decisions": [{"what": "word what", "passed": "no"}], "next_time": ["word next"]}
    given |= {"format": "virtual", "certainty": "fixed", "status": "held", "zone": "Asia/Tokyo"}
    (found,) = rows([given])
    assert len(found) == len(Meeting.model_fields) - len(("id", "scheduled", "revision")) + len(("weekday", "end"))
    assert all(found.values())
    for name in (*texts, "attended", "guests", "said", "learned", "next"):
        assert f"word {name}" in found.values()
    assert "word what (Agreed: No)" in found.values()
