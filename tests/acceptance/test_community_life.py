"""The community's life in a real terminal: a log after a meeting, a look at the community, one's own reflection."""

from __future__ import annotations

import datetime as dt
import signal
from pathlib import Path
from typing import Any

import pytest

from cop_wizard.values import Data, value_at
from cop_wizard.yamltext.document import read
from support.terminal import Terminal

pytestmark = pytest.mark.timeout(120)
PLAN = """\
# ours
schema_version: 2
guide: cass
title: Us
membership:
  roster:
    - name: Ana Ruiz
    - name: Ben Okafor
collaborative_plan:
  meetings:
    - date: 2026-08-26
      topics: First interviews
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.yaml"
    path.write_text(PLAN, encoding="utf-8")
    return path


def _data(path: Path) -> Data:
    return read(path.read_text(encoding="utf-8")).data


def test_a_meeting_is_logged_in_a_few_keys(plan: Path) -> None:
    at = Terminal("log", "plan.yaml", cwd=plan.parent).wait("First interviews").send("enter")
    at.wait("Who came?").send("space", "down", "space", "enter")
    at.wait("what came of it?").send("We listened.", "alt-enter")
    at.wait("decided?").send("All schools do it", "alt-enter")
    at.wait("Who does what").send("Ben: send the sheet by 3 September", "alt-enter")
    at.wait("next agenda?").send("alt-enter")
    at.wait("Anything else?").send("enter")
    assert at.end() == 0
    meeting: Any = value_at(_data(plan), ("collaborative_plan", "meetings", 0))
    assert meeting["attended"] == ["Ana Ruiz", "Ben Okafor"]
    assert (meeting["status"], meeting["record"]) == ("held", "We listened.")
    assert value_at(_data(plan), ("todo", 0, "owner")) == "Ben Okafor"
    assert plan.read_text(encoding="utf-8").startswith("# ours\n")


def test_a_review_that_was_left_is_gone_on_with(plan: Path) -> None:
    at = Terminal("review", "plan.yaml", "six-elements", cwd=plan.parent).wait("Joint Enterprise")
    at.send("down", "enter").wait("says so?").send("Bread", "enter")
    at.wait("Mutual Engagement").send("ctrl-s")
    assert at.end() == 0
    again = Terminal("review", "plan.yaml", "six-elements", cwd=plan.parent).wait("2 of 6").send("ctrl-s")
    assert again.end() == 0
    ratings = value_at(_data(plan), ("reviews", 0, "ratings"))
    assert ratings == [{"item": "joint_enterprise", "level": "in_places", "evidence": "Bread"}]


def test_what_is_half_typed_survives_a_killed_session(plan: Path) -> None:
    at = Terminal("log", "plan.yaml", "2026-08-26", cwd=plan.parent).wait("Who came?").send("enter")
    at.wait("what came of it?").send("We were listening to")
    at.wait("listening to").signal(signal.SIGTERM)
    at.end()
    again = Terminal("log", "plan.yaml", "2026-08-26", cwd=plan.parent).wait("Who came?").send("enter")
    again.wait("We were listening to").send("ctrl-s")
    assert again.end() == 0


def test_a_reflection_is_for_oneself_alone(plan: Path) -> None:
    at = Terminal("reflect", "--for", "plan.yaml", cwd=plan.parent).wait("looking back at?").send("enter")
    at.wait("What did you learn?").send("They count on.", "alt-enter").wait("differently at work?").send("ctrl-s")
    assert at.end() == 0
    own = plan.with_name("reflections.yaml")
    assert value_at(_data(own), ("reflections", 0, "learned")) == "They count on."
    assert own.stat().st_mode & 0o077 == 0
    assert plan.read_text(encoding="utf-8") == PLAN


def test_what_people_answered_alone_is_brought_together(plan: Path) -> None:
    for name, keys in (("Ana Ruiz", ["down", "enter"]), ("Ben Okafor", ["down", "down", "enter"])):
        at = Terminal("review", "plan.yaml", "collaboration-levels", "--as", name, cwd=plan.parent)
        at.wait("Storytelling and scanning").send(*keys).wait("When was that?").send("ctrl-s")
        assert at.end() == 0
    assert plan.read_text(encoding="utf-8") == PLAN
    at = Terminal("review", "plan.yaml", "--gather", cwd=plan.parent).wait("Sometimes 1, Often 1")
    at.wait("Put 2 reviews into plan.yaml?").send("down", "enter")
    assert at.end() == 0
    reviews: Any = value_at(_data(plan), ("reviews",))
    assert [one["by"] for one in reviews] == ["Ana Ruiz", "Ben Okafor"]
    assert [one["ratings"][0]["level"] for one in reviews] == ["sometimes", "often"]


def test_who_answers_alone_can_choose_what_to_look_at(plan: Path) -> None:
    at = Terminal("review", "plan.yaml", "--as", "Ana Ruiz", cwd=plan.parent).wait("What would you like to look at?")
    at.send("enter").wait("1 of").send("ctrl-s")
    assert at.end() == 0
    assert plan.read_text(encoding="utf-8") == PLAN


def test_an_instrument_of_ones_own_is_offered_with_the_others(plan: Path) -> None:
    own = "title: How our mornings go\nlevels: [Not yet, Always]\nitems:\n  - We greet each other by name\n"
    plan.with_name("mornings.yaml").write_text(own, encoding="utf-8")
    at = Terminal("review", "plan.yaml", cwd=plan.parent).wait("What would you like to look at?").send("up")
    at.wait("How our mornings go · your own").send("enter").wait("We greet each other").send("ctrl-s")
    assert at.end() == 0


def test_a_team_that_is_there_already_becomes_the_next_community(plan: Path) -> None:
    teams = "further_application:\n  existing_teams:\n    - name: The falls committee\n      change: More watching\n"
    plan.write_text(PLAN + "launch:\n  rhythm: every month\n" + teams, encoding="utf-8")
    at = Terminal("new", "other.yaml", "--from", "plan.yaml", "--guide", "cass", cwd=plan.parent)
    at.wait("For which group is the new plan?").wait("More watching").send("enter")
    at.wait("What should the new plan take over").wait("How you meet").send("enter").wait("Which organisation").send(
        "ctrl-s"
    )
    assert at.end() == 0
    made = _data(plan.with_name("other.yaml"))
    assert value_at(made, ("title",)) == "The falls committee"
    assert value_at(made, ("launch", "rhythm")) == "every month"


def _anonymous(plan: Path) -> Terminal:
    return Terminal("review", "plan.yaml", "collaboration-levels", "--anonymous", cwd=plan.parent)


def test_nobody_sees_what_the_one_before_answered_unnamed(plan: Path) -> None:
    at = _anonymous(plan).wait("Storytelling").send("down", "enter").wait("When was that?").send("ctrl-s")
    assert at.end() == 0
    at = _anonymous(plan).wait("Is that you?").send("enter").wait("1 of 4").send("down", "down", "enter")
    assert at.wait("When was that?").send("ctrl-s").end() == 0
    files = sorted(plan.parent.glob("plan-collaboration-levels-anonymous-*.yaml"))
    levels = [value_at(_data(file), ("reviews", 0, "ratings", 0, "level")) for file in files]
    assert levels == ["sometimes", "often"]
    assert _anonymous(plan).wait("Is that you?").send("down", "enter").wait("2 of 4").send("ctrl-s").end() == 0
    at = _anonymous(plan).wait("Is that you?").send("enter").wait("1 of 4").send("ctrl-c")
    at.wait("Nothing was changed.").end()
    assert sorted(plan.parent.glob("plan-collaboration-levels-anonymous-*.yaml")) == files


def test_a_review_that_is_half_done_is_offered_first(plan: Path) -> None:
    today = dt.datetime.now(dt.UTC).astimezone().date()
    day = today - dt.timedelta(days=10)
    rating = "    ratings:\n      - {item: identity, level: not_yet}\n"
    plan.write_text(f"{PLAN}reviews:\n  - instrument: six-elements\n    on: {day}\n{rating}", encoding="utf-8")
    at = Terminal("review", "plan.yaml", cwd=plan.parent).wait("Six elements of effective communities (begun; go on)")
    at.send("enter").wait("You began this on").send("down", "enter")
    at.wait("1 of 6").send("down", "enter").wait("says so?").send("ctrl-s").wait("review plan.yaml six-elements")
    assert at.end() == 0
    reviews: Any = value_at(_data(plan), ("reviews",))
    assert [one["on"] for one in reviews] == [str(day), str(today)]


def test_a_meeting_that_nobody_had_planned_can_be_written_down(plan: Path) -> None:
    at = (
        Terminal("log", "plan.yaml", "2026-08-20", cwd=plan.parent)
        .wait("Was there one?")
        .send("enter")
        .wait("Who came?")
    )
    assert at.send("ctrl-s").end() == 0
    assert plan.read_text(encoding="utf-8") == PLAN  # nobody said anything of it
    at = (
        Terminal("log", "plan.yaml", "2026-08-20", cwd=plan.parent)
        .wait("Was there one?")
        .send("enter")
        .wait("Who came?")
    )
    assert at.send("space", "enter").wait("what came of it?").send("ctrl-s").end() == 0
    meeting = value_at(_data(plan), ("collaborative_plan", "meetings", 1))
    assert meeting == {"date": "2026-08-20", "attended": ["Ana Ruiz"]}


def test_a_todo_can_be_changed(plan: Path) -> None:
    plan.write_text(PLAN + "todo:\n  - note: Buy chalk\n", encoding="utf-8")
    at = Terminal("edit", "plan.yaml", "todo", cwd=plan.parent).wait("What is to be done?").wait("Buy chalk")
    assert at.send("ctrl-s").end() == 0


def test_a_second_thought_of_one_day_is_kept_beside_the_first(plan: Path) -> None:
    def think(*keys: str) -> None:
        at = Terminal("reflect", cwd=plan.parent)
        for key in keys[:-1]:
            at.wait(key) if key[:1].isupper() else at.send(key)
        assert at.wait("What did you learn?").send(keys[-1], "alt-enter").wait("differently").send("ctrl-s").end() == 0

    think("What are you looking back at?", "enter", "one thing")
    think("What would you like to do?", "down", "enter", "What are you looking back at?", "enter", "another")
    rows: Any = value_at(_data(plan.with_name("reflections.yaml")), ("reflections",))
    assert [one["learned"] for one in rows] == ["one thing", "another"]
