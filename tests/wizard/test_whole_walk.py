"""Every question of every guide: asked, gone back from, answered with its own example, at each of the prompters."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from prompt_toolkit.input import create_pipe_input

from cop_wizard.guide.load import BUILT_IN, load_guide
from cop_wizard.guide.model import Guide
from cop_wizard.plan.fields import asked_keys, item_type, part_type, type_at
from cop_wizard.plan.plan import Plan
from cop_wizard.progress import State
from cop_wizard.skeleton import skeleton
from cop_wizard.structure import read_as
from cop_wizard.wizard.desk import Desk
from cop_wizard.wizard.draft import DraftKeeper
from cop_wizard.wizard.forms import ask_field
from cop_wizard.wizard.interview import walk
from cop_wizard.wizard.planfile import PlanFile
from cop_wizard.wizard.prompter import Ask
from cop_wizard.wizard.rescue import rescue
from cop_wizard.wizard.session import Session
from support.robot import BACK, Driven, PlainHands, QuickHands, Robot

LATER = dt.date(2030, 1, 1)
"""A day on which no question has time any more."""


def walked(path: Path, guide: Guide, prompter: Callable[[Robot], Any]) -> tuple[Session, Robot, str]:
    """The session and the text of a plan after the robot has walked through a guide."""
    robot = Robot(guide)
    desk = desk_at(path, guide, prompter(robot))
    session = Session(guide, desk.data, LATER)
    walk(desk, session)
    return session, robot, desk.file.text


def desk_at(path: Path, guide: Guide, prompter: Any) -> Desk:
    """A desk with a new plan on it."""
    return Desk(prompter, PlanFile.create(path, skeleton(guide)), guide, DraftKeeper(path), LATER, rescue)


@pytest.mark.parametrize("name", BUILT_IN)
def test_every_question_is_asked_and_takes_its_example(tmp_path: Path, name: str) -> None:
    """But for those that wait or do not apply; the plan that comes of it holds nothing wrong."""
    session, robot, text = walked(tmp_path / "plan.yaml", load_guide(name), lambda robot: robot)
    states = {standing.question.asks: standing.state for standing in session.standings}
    left = {asks for asks, state in states.items() if state not in (State.ANSWERED, State.DEEPER, State.NOT_ASKED)}
    assert not left
    assert robot.answered == {asks for asks, state in states.items() if state is State.ANSWERED}
    assert not read_as(Plan, text).problems
    if name == "cass-extended":
        assert State.DEEPER not in states.values()


def test_every_field_of_every_row_and_form_can_be_asked(tmp_path: Path) -> None:
    """Also those that a new row is not asked for; each takes the example that its help gives."""
    guide = load_guide("cass-extended")
    robot = Robot(guide)
    desk = desk_at(tmp_path / "plan.yaml", guide, robot)
    for question in guide.questions():
        annotation = type_at(Plan, question.path)
        part = part_type(item_type(annotation))
        place = (*question.path, 0) if part else question.path
        for key in asked_keys(Plan, place):
            while ask_field(desk, (*place, key), Ask(question.prompt)) == BACK:
                pass
            assert desk.value((*place, key)), f"{question.asks}: {key}"
    assert not read_as(Plan, desk.file.text).problems


def test_plain_lines_lead_to_the_same_plan(tmp_path: Path) -> None:
    """Whoever cannot see the screen can tell as much."""
    guide = load_guide("cass-extended")
    meant = walked(tmp_path / "meant.yaml", guide, lambda robot: robot)[2]
    hands = PlainHands()
    assert walked(tmp_path / "plain.yaml", guide, lambda robot: Driven(robot, hands))[2] == meant
    assert "Error" not in hands.said.getvalue()


@pytest.mark.slow
def test_keys_lead_to_the_same_plan(tmp_path: Path) -> None:
    """At the prompter with arrow keys, in chapters that ask in every way there is."""
    whole = load_guide("cass-extended")
    kept = [section for section in whole.sections if section.id in ("people", "calendar", "groups", "care")]
    guide = whole.model_copy(update={"sections": tuple(kept)})
    meant = walked(tmp_path / "meant.yaml", guide, lambda robot: robot)[2]
    with create_pipe_input() as pipe:
        hands = QuickHands(pipe)
        assert walked(tmp_path / "keys.yaml", guide, lambda robot: Driven(robot, hands))[2] == meant
