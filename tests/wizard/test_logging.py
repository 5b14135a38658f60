"""The log of a meeting: who came, what came of it, who does what; everything saved as it is said."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from cop_wizard.wizard.interview import SaveAndLeave
from cop_wizard.wizard.logging_meeting import Log
from support.scripted import BACK, SAVE
from wizard.conftest import Sitting

PLAN = """\
schema_version: 2
title: Numbers
membership:
  roster:
    - name: Ana Ruiz
    - name: Ben Okafor
collaborative_plan:
  meetings:
    - date: 2026-08-26
      topics: First interviews
"""


def _log(sitting: Sitting, told: str = "") -> Log:
    return Log(sitting.desk, 0, "Wednesday 26 August 2026", lambda: told)


def _meeting(sitting: Sitting) -> dict[str, Any]:
    meeting: Any = sitting.desk.value(("collaborative_plan", "meetings", 0))
    return dict(meeting)


def test_the_short_form_is_five_questions(sitting: Callable[..., Sitting]) -> None:
    at = sitting(
        ("Who came", ["Ana Ruiz", "Ben Okafor"]),
        ("what came of it", "We listened."),
        ("decided", "All nine schools do it\n- We buy counters"),
        ("Who does what", "Ana: send the sheet, by 3 September 2026\nbook the room"),
        ("next agenda", "More recordings"),
        ("Anything else", "enough"),
        text=PLAN,
    )
    _log(at).ask()
    assert _meeting(at) == {
        "date": "2026-08-26",
        "topics": "First interviews",
        "status": "held",
        "record": "We listened.",
        "attended": ["Ana Ruiz", "Ben Okafor"],
        "decisions": [{"what": "All nine schools do it"}, {"what": "We buy counters"}],
        "next_time": ["More recordings"],
    }
    assert at.desk.value(("todo",)) == [
        {"note": "send the sheet", "owner": "Ana Ruiz", "by": "2026-09-03", "origin": "meeting, 2026-08-26"},
        {"note": "book the room", "origin": "meeting, 2026-08-26"},
    ]
    at.prompter.finished()


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Ana: send it", {"note": "send it", "owner": "Ana Ruiz"}),
        ("ana ruiz: send it by 1 October", {"note": "send it", "owner": "Ana Ruiz", "by": "2026-10-01"}),
        ("Jo: call", {"note": "call", "owner": "Jo"}),
        ("Note: remember the key", {"note": "Note: remember the key"}),
        ("Ana:", {"note": "Ana:"}),
        ("Ana: send it, by 3 March", {"note": "send it", "owner": "Ana Ruiz", "by": "2027-03-03"}),
        ("Ana: send it by 30 August", {"note": "send it", "owner": "Ana Ruiz", "by": "2026-08-30"}),
        ("l’appeler d’ici le 3 mars", {"note": "l’appeler", "by": "2027-03-03"}),
        ("write this: three lines", {"note": "write this: three lines"}),
        ("go by train", {"note": "go by train"}),
        ("Ben Okafor: go by bus by 2026-10-01", {"note": "go by bus", "owner": "Ben Okafor", "by": "2026-10-01"}),
    ],
)
def test_a_task_is_told_with_who_and_when(sitting: Callable[..., Sitting], line: str, expected: dict[str, str]) -> None:
    at = sitting(("", []), ("", ""), ("", ""), ("", line), ("", SAVE), text=PLAN)
    with pytest.raises(SaveAndLeave):
        _log(at).ask()
    todos: Any = at.desk.value(("todo",))
    (todo,) = todos
    assert todo == {**expected, "origin": "meeting, 2026-08-26"}


def test_guests_are_asked_for_where_there_were_some(sitting: Callable[..., Sitting]) -> None:
    at = sitting(("Who came", ["\0own"]), ("Who else", "Ms. Lee\nMr. Day"), ("", SAVE), text=PLAN)
    with pytest.raises(SaveAndLeave):
        _log(at).ask()
    assert _meeting(at)["guests"] == ["Ms. Lee", "Mr. Day"]


def test_one_can_go_back_and_change(sitting: Callable[..., Sitting]) -> None:
    at = sitting(
        ("Who came", ["Ana Ruiz"]), ("what came of it", BACK), ("Who came", ["Ben Okafor"]), ("", SAVE), text=PLAN
    )
    with pytest.raises(SaveAndLeave):
        _log(at).ask()
    assert _meeting(at)["attended"] == ["Ben Okafor"]


def test_who_has_time_is_asked_more(sitting: Callable[..., Sitting]) -> None:
    at = sitting(
        *[("", []), ("", ""), ("", ""), ("", ""), ("", "")],
        ("Anything else", "more"),
        ("learn", "They count on."),
        ("Which of these was there", ["inquiry"]),
        ("worth", "high"),
        ("people say", "I will try this\nToo long"),
        ("", ""),
        ("", ""),
        ("shows that it works", "14 calls a week"),
        ("find again", "The sheet, https://example.org/sheet\nHow Elk Valley began"),
        ("“The sheet”", "tool"),
        ("“How Elk Valley began”", "story"),
        text=PLAN,
    )
    _log(at).ask()
    found = _meeting(at)
    assert (found["learned"], found["emphases"], found["worth"]) == ("They count on.", ["inquiry"], "high")
    assert found["said"] == ["I will try this", "Too long"]
    assert at.desk.value(("results", "repertoire")) == [
        {"what": "The sheet", "kind": "tool", "link": "https://example.org/sheet", "meeting": "2026-08-26"},
        {"what": "How Elk Valley began", "kind": "story", "meeting": "2026-08-26"},
    ]
    assert at.desk.value(("results", "evidence")) == [{"what": "14 calls a week", "when": "2026-08-26"}]
    at.prompter.finished()


def test_who_has_left_is_not_asked_for(sitting: Callable[..., Sitting]) -> None:
    text = PLAN.replace("    - name: Ben Okafor\n", "    - name: Ben Okafor\n      status: alumni\n")
    at = sitting(("Who came", SAVE), text=text)
    with pytest.raises(SaveAndLeave):
        _log(at).ask()
    assert [option.label for option in at.prompter.options[0]] == ["Ana Ruiz", "Guests, or somebody else"]


def test_where_there_are_rules_it_is_told_whether_enough_were_there(sitting: Callable[..., Sitting]) -> None:
    rules = "norms:\n  decision_rules:\n    - subject: Spending\n      quorum: half\n"
    at = sitting(("", []), ("", ""), ("decided", "+done"), ("", SAVE), text=PLAN + rules)
    with pytest.raises(SaveAndLeave):
        _log(at, "Spending: only 1 were there").ask()
    assert any("only 1" in said for said in at.prompter.said)


def test_new_evidence_is_linked_to_the_purposes_it_speaks_for(sitting: Callable[..., Sitting]) -> None:
    text = PLAN + "purpose:\n  purposes: [shared_learning, Fewer calls]\nresults:\n  evidence:\n    - what: Old\n"
    at = sitting(
        *[("", []), ("", ""), ("", ""), ("", ""), ("", "")],
        ("Anything else", "more"),
        *[("", ""), ("", []), ("", "low"), ("", ""), ("", ""), ("", "")],
        ("shows that it works", "14 calls a week\nA list of seven"),
        ("Which of your purposes", ["Fewer calls"]),
        ("find again", ""),
        text=text,
    )
    _log(at).ask()
    assert at.desk.value(("results", "evidence")) == [
        {"what": "Old"},
        {"what": "14 calls a week", "when": "2026-08-26", "shows": ["Fewer calls"]},
        {"what": "A list of seven", "when": "2026-08-26", "shows": ["Fewer calls"]},
    ]


OPEN = "todo:\n  - note: Ask the schools\n    owner: Ben Okafor\n  - note: Old\n    done: 2026-01-01\n"


def test_what_is_done_by_now_is_ticked_off(sitting: Callable[..., Sitting]) -> None:
    at = sitting(
        *[("", []), ("", ""), ("", "")],
        ("What of this is done by now", ["0"]),
        ("Who does what", "Ana: buy chalk"),
        ("", SAVE),
        text=PLAN + OPEN,
    )
    with pytest.raises(SaveAndLeave):
        _log(at).ask()
    assert at.desk.value(("todo", 0, "done")) == "2026-08-26"
    assert at.desk.value(("todo", 2)) == {"note": "buy chalk", "owner": "Ana Ruiz", "origin": "meeting, 2026-08-26"}


def test_a_task_that_is_typed_again_is_the_same_task(sitting: Callable[..., Sitting]) -> None:
    there = "todo:\n  - note: buy chalk\n    owner: Ana Ruiz\n    origin: meeting, 2026-08-26\n"
    at = sitting(
        *[("", []), ("", ""), ("", "")],
        ("Who does what", "Ben: buy chalk, by 1 October"),
        ("", SAVE),
        text=PLAN + there,
    )
    with pytest.raises(SaveAndLeave):
        _log(at).ask()
    assert at.desk.value(("todo",)) == [
        {"note": "buy chalk", "owner": "Ben Okafor", "origin": "meeting, 2026-08-26", "by": "2026-10-01"}
    ]


def test_guests_on_one_line_are_several(sitting: Callable[..., Sitting]) -> None:
    at = sitting(("Who came", ["\0own"]), ("Who else", "Ms. Lee, Mr. Day"), ("", SAVE), text=PLAN)
    with pytest.raises(SaveAndLeave):
        _log(at).ask()
    assert _meeting(at)["guests"] == ["Ms. Lee", "Mr. Day"]


def test_a_decision_can_have_commas_and_is_not_pasted_twice(sitting: Callable[..., Sitting]) -> None:
    text = PLAN + "norms:\n  decision_rules:\n    - subject: How we meet\n"
    at = sitting(
        *[("", []), ("", "")],
        ("decided", "+paste"),
        ("Paste or type", "We print the sheet, laminate it and hang it up, by Easter"),
        ("Add this", "yes"),
        ("decided", "+paste"),
        ("Paste or type", "We go on; How we meet"),
        ("Add this", "yes"),
        ("decided", "+done"),
        ("", SAVE),
        text=text,
    )
    with pytest.raises(SaveAndLeave):
        _log(at).ask()
    assert _meeting(at)["decisions"] == [
        {"what": "We print the sheet, laminate it and hang it up, by Easter"},
        {"what": "We go on", "rule": "How we meet"},
    ]
    assert "+paste" not in str(at.desk.draft)


def test_the_meeting_is_kept_with_the_inquiries_it_spoke_of(sitting: Callable[..., Sitting]) -> None:
    cycles = "    - title: Over?\n      ends: 2026-01-01\n    - title: Fewer calls?\n"
    cycles += "    - title: Shorter?\n      meetings: [2026-08-26]\n"
    at = sitting(
        *[("", []), ("", ""), ("", ""), ("", ""), ("", "")],
        ("Anything else", "more"),
        *[("", ""), ("", []), ("", "low"), ("", ""), ("", ""), ("", "")],
        ("learning outcomes", ["engage"]),
        ("inquiries", ["1"]),
        ("shows that it works", ""),
        ("find again", ""),
        text=f"{PLAN}purpose:\n  goals:\n    - text: Read\n      outcomes: [engage]\nresults:\n  cycles:\n{cycles}",
    )
    _log(at).ask()
    rows: Any = at.desk.value(("results", "cycles"))
    assert [one.get("meetings") for one in rows] == [None, ["2026-08-26"], None]
    assert _meeting(at)["outcomes"] == ["engage"]


def test_without_a_roster_people_are_named(sitting: Callable[..., Sitting]) -> None:
    at = sitting(
        ("Who came?", "Ana Ruiz, Ben\nCat"),
        ("", SAVE),
        text="schema_version: 2\ncollaborative_plan:\n  meetings:\n    - date: 2026-08-26\n",
    )
    with pytest.raises(SaveAndLeave):
        _log(at).ask()
    assert _meeting(at)["attended"] == ["Ana Ruiz", "Ben", "Cat"]
