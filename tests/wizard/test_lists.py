"""Rosters, meetings, forms: add, change, remove, reorder, paste, propose."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from cop_wizard.values import value_at
from cop_wizard.wizard.choosing import OWN
from cop_wizard.wizard.forms import DONE
from cop_wizard.wizard.prompter import Pasted
from cop_wizard.wizard.tables import ADD, ORDER, PASTE, PROPOSE
from cop_wizard.yamltext.splice import Operation
from support.scripted import BACK, ENTER, SAVE
from support.walking import walk_script

Begin = Callable[..., Any]
ROSTER = ("membership", "roster")
WHO = "who might belong"


def _names(sitting: Any) -> list[Any]:
    rows = value_at(sitting.desk.data, ROSTER)
    return [value_at(row, ("name",)) for row in rows] if isinstance(rows, list) else []


def _with_people(sitting: Begin, *names: str) -> None:
    text = "\n".join(names)
    begun = sitting((WHO, PASTE), ("one on each line", text), ("add", "yes"), (WHO, SAVE))
    walk_script(begun, "membership.roster")


def test_people_are_added_one_by_one(sitting: Begin) -> None:
    """A row is there from its first answer on; an empty name adds nobody."""
    begun = sitting(
        (WHO, ADD),
        ("name", "Amina Yusuf"),
        ("role", "Principal"),
        ("closely", "core"),
        (WHO, ADD),
        ("name", ""),
        (WHO, DONE),
        ("leadership arranged", SAVE),
    )
    walk_script(begun, "membership.roster")
    assert value_at(begun.desk.data, ROSTER) == [{"name": "Amina Yusuf", "role": "Principal", "level": "core"}]


def test_back_inside_a_row_goes_to_the_field_before(sitting: Begin) -> None:
    """The first field's answer is there to be changed, not asked for a second row."""
    begun = sitting((WHO, ADD), ("name", "Amna"), ("role", BACK), ("name", "Amina"), ("role", ""), ("closely", SAVE))
    walk_script(begun, "membership.roster")
    assert _names(begun) == ["Amina"]


def test_pasted_lines_become_people(sitting: Begin) -> None:
    """Addresses, levels and statuses find their fields; nothing pasted is lost."""
    _with_people(
        sitting,
        "1. Amina Yusuf <amina@example.org>, Principal, Hill School, core",
        "- José Ñúñez; Coach",
        "Wei Chen\tinvited",
    )
    begun = sitting((WHO, SAVE))
    rows = value_at(begun.desk.data, ROSTER)
    assert rows == [
        {
            "name": "Amina Yusuf",
            "role": "Principal",
            "organization": "Hill School",
            "email": "amina@example.org",
            "level": "core",
        },
        {"name": "José Ñúñez", "role": "Coach"},
        {"name": "Wei Chen", "status": "invited"},
    ]
    walk_script(begun, "membership.roster")


def test_pasted_people_are_saved_together(sitting: Begin, monkeypatch: pytest.MonkeyPatch) -> None:
    """Saving takes a moment, and many people would take many."""
    _with_people(sitting, "Zoe")
    saved: list[int] = []
    begun = sitting((WHO, PASTE), ("on each line", "Ana\nBen\nCho"), ("add", "yes"), (WHO, SAVE))
    change = begun.desk.file.change

    def counting(operations: Sequence[Operation]) -> None:
        saved.append(len(operations))
        change(operations)

    monkeypatch.setattr(begun.desk.file, "change", counting)
    walk_script(begun, "membership.roster")
    assert saved == [3]
    assert _names(begun) == ["Zoe", "Ana", "Ben", "Cho"]


def test_a_paste_into_the_name_becomes_many_people(sitting: Begin) -> None:
    """Whoever pastes a list where one name is asked gets a row for each line."""
    begun = sitting((WHO, ADD), ("name", Pasted("Ana\nBen\nCho")), ("add", "yes"), (WHO, SAVE))
    walk_script(begun, "membership.roster")
    assert _names(begun) == ["Ana", "Ben", "Cho"]


def test_a_person_is_changed_and_removed(sitting: Begin) -> None:
    """One row as a menu of fields, with removing at the end; removing asks first."""
    _with_people(sitting, "Ana", "Ben", "Cho")
    begun = sitting(
        (WHO, "1"),
        ("Ben", "role"),
        ("role", "Coach"),
        ("Ben", DONE),
        (WHO, "0"),
        ("Ana", "+remove"),
        ("remove", "yes"),
        (WHO, "0"),
        ("Ben", "+remove"),
        ("remove", ENTER),
        (WHO, SAVE),
    )
    walk_script(begun, "membership.roster")
    assert value_at(begun.desk.data, ROSTER) == [{"name": "Ben", "role": "Coach"}, {"name": "Cho"}]


def test_the_order_is_changed(sitting: Begin) -> None:
    """A row goes before another one, or to the end."""
    _with_people(sitting, "Ana", "Ben", "Cho")
    begun = sitting(
        (WHO, ORDER),
        ("which one", "2"),
        ("before", "0"),
        (WHO, ORDER),
        ("which one", "1"),
        ("before", DONE),
        (WHO, SAVE),
    )
    walk_script(begun, "membership.roster")
    assert _names(begun) == ["Cho", "Ben", "Ana"]


def test_meetings_are_proposed_from_the_rhythm(sitting: Begin) -> None:
    """What the launch section does not say yet is asked; the dates kept get its time and length."""
    text_steps = (
        ("what happens", PROPOSE),
        ("how often", "every_two_weeks"),
        ("first meeting", "15 September 2026"),
        ("how many", "4"),
        ("keep which", ["2026-09-15", "2026-09-29", "2026-10-27"]),
        ("what happens", DONE),
    )
    begun = sitting(*text_steps)
    question = begun.guide.question("collaborative_plan.meetings").prompt
    begun.prompter.steps = [(question if word == "what happens" else word, reply) for word, reply in text_steps]
    walk_script(begun, "collaborative_plan.meetings")
    meetings: Any = value_at(begun.desk.data, ("collaborative_plan", "meetings"))
    assert [value_at(meeting, ("date",)) for meeting in meetings] == ["2026-09-15", "2026-09-29", "2026-10-27"]


def test_a_form_is_asked_field_by_field_the_first_time(sitting: Begin) -> None:
    """Minimum, ideal and maximum one after another; afterwards a menu."""
    begun = sitting()
    fields = begun.guide.vocabulary.parts["Size"].fields
    begun.prompter.steps = [
        (fields["minimum"].prompt, "6"),
        (fields["ideal"].prompt, BACK),
        (fields["minimum"].prompt, "8"),
        (fields["ideal"].prompt, "12"),
        (fields["maximum"].prompt, "about 20"),
        ("invited", BACK),
        ("how many members", "ideal"),
        (fields["ideal"].prompt, "14"),
        ("how many members", DONE),
    ]
    walk_script(begun, "membership.size")
    assert value_at(begun.desk.data, ("membership", "size")) == {"minimum": "8", "ideal": "14", "maximum": "about 20"}


def test_duties_are_ticked_on_the_roster_and_others_can_be_typed(sitting: Begin) -> None:
    """The names of the roster are offered where somebody does something."""
    _with_people(sitting, "Ana", "Ben")
    begun = sitting()
    fields = begun.guide.vocabulary.parts["Duties"].fields
    begun.prompter.steps = [
        (fields["set_up_meetings"].prompt, ["Ana", OWN]),
        ("own words", "Zoë; Yann"),
        (fields["craft_questions"].prompt, SAVE),
    ]
    walk_script(begun, "leadership.duties")
    assert value_at(begun.desk.data, ("leadership", "duties", "set_up_meetings")) == ["Ana", "Zoë", "Yann"]


def test_the_planning_tool_offers_three_duties_and_the_rest_on_request(sitting: Begin) -> None:
    """Source: S4.4 and 3.2."""
    begun = sitting(guide="planning-tool")
    fields = begun.guide.vocabulary.parts["Duties"].fields
    begun.prompter.steps = [
        (fields["set_up_meetings"].prompt, ""),
        (fields["craft_questions"].prompt, ""),
        (fields["keep_on_track"].prompt, "Ana"),
        ("there are more", "+rest"),
        ("", SAVE),
    ]
    walk_script(begun, "leadership.duties")
    assert len(begun.prompter.options[-1]) == 8 + 1


def test_purposes_are_put_in_order(sitting: Begin) -> None:
    """Most important first; own ones beside the eight."""
    begun = sitting(
        ("what is the community for", ["sharing_knowledge", "solving_problems", OWN]),
        ("own words", "Welcoming newcomers"),
        ("most important first", "3, 2, 1"),
        ("purpose in one sentence", SAVE),
    )
    walk_script(begun, "purpose.purposes")
    assert value_at(begun.desk.data, ("purpose", "purposes")) == [
        "Welcoming newcomers",
        "solving_problems",
        "sharing_knowledge",
    ]


def test_going_on_in_the_middle_of_a_row(sitting: Begin) -> None:
    """A session that ended while a name was being typed goes on with that name."""
    begun = sitting()
    begun.draft.note((*ROSTER, 0, "name"), "Amina Yu")
    begun.draft.flush()
    again = sitting(("name", ENTER), ("role", SAVE))
    walk_script(again, "")
    assert _names(again) == ["Amina Yu"]
