"""Rows and forms with many fields: what is asked first, what is offered, what can be left blank."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from cop_wizard.values import value_at
from cop_wizard.wizard.choosing import BLANK, OWN
from cop_wizard.wizard.forms import DONE, MORE
from cop_wizard.wizard.section_review import change_question
from cop_wizard.wizard.tables import ADD, ORDER, PASTE, REMOVE
from support.scripted import BACK, ENTER

Begin = Callable[..., Any]
HEAD = "schema_version: 2\nguide: cass\n"
ROSTER = "membership:\n  roster:\n    - name: Amina Yusuf\n    - name: Ben Otto\n"
SERIES = "launch:\n  series:\n    - title: Newcomers' hour\n"


def changed(sitting: Begin, asks: str, *steps: tuple[str, Any], text: str = "") -> Any:
    """The sitting after one question was asked again."""
    begun = sitting(*steps, text=HEAD + text)
    change_question(begun.desk, begun.session, asks)
    begun.prompter.finished()
    return begun


def values(begun: Any, screen: int) -> list[str]:
    return [option.value for option in begun.prompter.options[screen]]


def test_a_wide_row_shows_what_is_asked_first_and_the_rest_on_request(sitting: Begin) -> None:
    """What is answered stands on top, too; nothing that only calendars need is ever asked."""
    meeting = "collaborative_plan:\n  meetings:\n    - date: 2026-10-20\n      place: Hill School\n      id: m1\n"
    begun = changed(
        sitting,
        "collaborative_plan.meetings",
        ("what happens when", "0"),
        ("Hill School", MORE),
        ("Hill School", "led_by"),
        ("who leads it", "Ana"),
        ("Hill School", DONE),
        ("what happens when", "0"),
        ("Hill School", DONE),
        ("what happens when", DONE),
        text=meeting,
    )
    assert values(begun, 1) == ["date", "start", "topics", "place", MORE, REMOVE, DONE]
    assert len(values(begun, 2)) == 30 + 2
    assert {"id", "scheduled", "revision"}.isdisjoint(values(begun, 2))
    assert values(begun, 5) == ["date", "start", "topics", "led_by", "place", MORE, REMOVE, DONE]
    assert value_at(begun.desk.data, ("collaborative_plan", "meetings", 0, "led_by")) == ["Ana"]


def test_rows_have_cells_under_headings(sitting: Begin) -> None:
    """The first fields are the columns; how wide they are is the prompter's business."""
    begun = changed(
        sitting,
        "membership.roster",
        ("who might belong", ORDER),
        ("move", "0"),
        ("before", BACK),
        ("", BACK),
        text=ROSTER,
    )
    assert begun.prompter.asked[0].columns == ("Name", "Role", "Level of participation")
    first = begun.prompter.options[0][0]
    assert (first.label, first.cells) == ("Amina Yusuf", ("Amina Yusuf", "", ""))
    assert begun.prompter.asked[1].columns == begun.prompter.asked[0].columns


def test_a_row_begins_with_a_choice(sitting: Begin) -> None:
    """Whatever its first field is: own words where the list allows them; nothing chosen and nothing said is no row."""
    begun = changed(
        sitting,
        "life.risks",
        ("what could go wrong", ADD),
        ("", OWN),
        ("own words", "TBD, we think"),
        ("", "A second person learns it"),
        ("", "Ben Otto"),
        ("what could go wrong", ADD),
        ("", BLANK),
        ("", ""),
        ("", BLANK),
        ("what could go wrong", DONE),
        text=ROSTER,
    )
    assert value_at(begun.desk.data, ("life", "risks")) == [
        {"risk": "TBD, we think", "response": "A second person learns it", "owner": "Ben Otto"}
    ]


def test_a_row_may_begin_with_its_second_field(sitting: Begin) -> None:
    """To choose no weekday is meant: what alternates is the place."""
    begun = changed(
        sitting,
        "launch.turns",
        ("take turns", ADD),
        ("weekday", BLANK),
        ("what time", ""),
        ("where", "Hill School"),
        ("take turns", DONE),
    )
    assert value_at(begun.desk.data, ("launch", "turns")) == [{"place": "Hill School"}]


def test_a_field_that_names_another_row_offers_the_rows_there_are(sitting: Begin) -> None:
    """Left blank unless one chooses; it is asked of a new row only where there is something to choose."""
    begun = changed(
        sitting,
        "launch.exceptions",
        ("", ADD),
        ("what day would", "2026-11-17"),
        ("different on that day", "moved"),
        ("which day is it moved", "2026-11-24"),
        ("which series", ENTER),
        ("", "0"),
        ("", "series"),
        ("which series", "Newcomers' hour"),
        ("", DONE),
        ("", DONE),
        text=SERIES,
    )
    assert values(begun, 2) == ["Newcomers' hour", OWN, BLANK]
    row: Any = value_at(begun.desk.data, ("launch", "exceptions", 0))
    assert row["series"] == "Newcomers' hour"
    alone = changed(
        sitting, "purpose.goal_changes", ("", ADD), ("goal", "Read more"), ("", ""), ("", ""), ("", DONE), text=SERIES
    )
    assert value_at(alone.desk.data, ("purpose", "goal_changes")) == [{"goal": "Read more"}]


def test_somebody_is_picked_on_the_roster_or_typed(sitting: Begin) -> None:
    """One name where one is asked; what stands there already is offered with the roster."""
    begun = changed(sitting, "leadership.gardener", ("keeps", OWN), ("own words", "Devi Ramsaran"), text=ROSTER)
    assert value_at(begun.desk.data, ("leadership", "gardener")) == "Devi Ramsaran"
    assert values(begun, 0) == ["Amina Yusuf", "Ben Otto", OWN]
    again = changed(sitting, "leadership.gardener", ("keeps", ENTER))
    assert values(again, 0) == ["Amina Yusuf", "Ben Otto", "Devi Ramsaran", OWN]


def test_a_choice_in_a_row_can_be_taken_back(sitting: Begin) -> None:
    """What was chosen by mistake need not stay."""
    row = "membership:\n  roster:\n    - name: Amina Yusuf\n      level: core\n"
    steps = (("who might", "0"), ("", "level"), ("closely", BLANK), ("", DONE), ("who might", DONE))
    begun = changed(sitting, "membership.roster", *steps, text=row)
    assert not value_at(begun.desk.data, ("membership", "roster", 0, "level"))


def test_lists_inside_a_row(sitting: Begin) -> None:
    """Names are ticked on the roster, labels from their list, own ones beside them."""
    begun = changed(
        sitting,
        "groups",
        ("which groups", ADD),
        ("called", "Night shift"),
        ("", "subgroup"),
        ("", ""),
        ("which groups", "0"),
        ("", MORE),
        ("", "members"),
        ("", ["Ben Otto", OWN]),
        ("own words", "Zoë; Yann"),
        ("", DONE),
        ("which groups", DONE),
        text=ROSTER,
    )
    assert value_at(begun.desk.data, ("groups",)) == [
        {"name": "Night shift", "kind": "subgroup", "members": ["Ben Otto", "Zoë", "Yann"]}
    ]
    steps = (("who might", "1"), ("", MORE), ("", "labels"), ("", ["coordinator", OWN]), ("own words", "Cook"))
    labelled = changed(sitting, "membership.roster", *steps, ("", DONE), ("who might", DONE))
    assert value_at(labelled.desk.data, ("membership", "roster", 1, "labels")) == ["coordinator", "Cook"]


def test_a_form_with_first_fields_asks_only_these(sitting: Begin) -> None:
    """Whether the limits bind is asked by nobody who has not come for it."""
    begun = changed(sitting, "membership.size", ("at least", "8"), ("best", "12"), ("at most", "20"))
    assert value_at(begun.desk.data, ("membership", "size")) == {"minimum": "8", "ideal": "12", "maximum": "20"}
    assert begun.prompter.said[-1] == "✓ Size: 8, 12, 20"
    menu = changed(sitting, "membership.size", ("how many members", "maximum_is"), ("", "hard"), ("", DONE))
    assert menu.prompter.asked[0].default == DONE
    assert value_at(menu.desk.data, ("membership", "size", "maximum_is")) == "hard"


@pytest.mark.parametrize(
    ("asks", "steps"),
    [
        ("purpose.focus", (("care about", "TBD"),)),
        ("launch.start", (("what time", "to be confirmed"),)),
        ("launch.zone", (("", "xxx"),)),
        ("launch.rhythm", (("how often", OWN), ("own words", "tba"))),
        ("membership.size", (("at least", "TBD"), ("best", ""), ("at most", ""))),
        ("leadership.handover", (("", "TBD\nxxx"),)),
    ],
)
def test_what_only_fills_a_blank_is_kept_and_the_question_stays_open(sitting: Begin, asks: str, steps: Any) -> None:
    """And the wizard says so, once and quietly."""
    begun = changed(sitting, asks, *steps)
    assert value_at(begun.desk.data, tuple(asks.split(".")))
    assert begun.session.standing(asks).state.value in ("open", "deeper")
    assert begun.prompter.said[-1].endswith("kept as written; the question stays open")


def test_a_time_in_words_is_kept_with_a_remark(sitting: Begin) -> None:
    """Calendars need the hour once it is known."""
    begun = changed(sitting, "launch.start", ("what time", "after the last bell"))
    assert any("give a time such as 15:30" in said for said in begun.prompter.said)


def test_a_row_half_typed_in_a_list_inside_is_taken_up_again(sitting: Begin) -> None:
    """The draft of own words beside ticked ones belongs to the field that holds them."""
    text = ROSTER + "groups:\n  - name: Night shift\n    members: [Ben Otto]\n"
    first = sitting(text=HEAD + text)
    first.draft.note(("groups", 0, "members", "+own"), "Zo")
    first.draft.flush()
    begun = changed(
        sitting, "groups", ("", ["Ben Otto", OWN]), ("own words", ENTER), ("", DONE), ("which groups", DONE)
    )
    assert value_at(begun.desk.data, ("groups", 0, "members")) == ["Ben Otto", "Zo"]


def test_pasted_lines_fill_wide_rows_as_they_are_asked(sitting: Begin) -> None:
    """Names and own words that come first; what names another row only where that row is there."""
    steps = (
        ("", PASTE),
        ("one on each line", "2026-10-20; 15:30; Newcomers' hour; Number talks; Pairs"),
        ("add", "yes"),
    )
    begun = changed(sitting, "collaborative_plan.meetings", *steps, ("", DONE), text=SERIES)
    assert value_at(begun.desk.data, ("collaborative_plan", "meetings", 0)) == {
        "date": "2026-10-20",
        "start": "15:30",
        "series": "Newcomers' hour",
        "topics": "Number talks",
        "activities": "Pairs",
    }
    steps = (("", PASTE), ("one on each line", "Everybody is tired; A shorter meeting; Ben Otto"), ("add", "yes"))
    risks = changed(sitting, "life.risks", *steps, ("", DONE))
    assert value_at(risks.desk.data, ("life", "risks")) == [
        {"risk": "Everybody is tired", "response": "A shorter meeting", "owner": "Ben Otto"}
    ]
