"""What members will do with one another at the meetings to come: topics, forms of work, joint work.

Sources: Killion handout items S3.22 (joint work) and S3.23 (nine forms of work).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from cop_wizard.i18n import _
from cop_wizard.values import KeyPath
from cop_wizard.wizard.desk import Desk
from cop_wizard.wizard.forms import ask_field
from cop_wizard.wizard.prompter import Ask, Leave
from cop_wizard.wizard.showing import confirm
from cop_wizard.wizard.steps import WAYS, Reply, walk

_ASKED = ("topics", "forms", "joint_work")


def plan_activities(desk: Desk, meetings: Sequence[tuple[KeyPath, str]]) -> None:
    """Ask about each meeting, given with the words for its day. Raises `SaveAndLeave`."""
    walk(desk.prompter, [partial(_ask, desk, path, day, field) for path, day in meetings for field in _ASKED])


def _ask(desk: Desk, path: KeyPath, day: str, field: str) -> Reply:
    ask = Ask(question="", where=_("Meeting of {day}").format(day=day), ways=WAYS)
    reply = ask_field(desk, (*path, field), ask)
    if not isinstance(reply, Leave):
        confirm(desk, (*path, field))
    return reply
