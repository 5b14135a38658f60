"""A moment of looking back, in a person's own file: what was learned, and what changes at work."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from cop_wizard.i18n import _
from cop_wizard.progress import filled
from cop_wizard.values import Data, KeyPath
from cop_wizard.wizard.answers import ask_value
from cop_wizard.wizard.desk import Desk
from cop_wizard.wizard.forms import field_help
from cop_wizard.wizard.interview import SaveAndLeave
from cop_wizard.wizard.prompter import Ask, Leave, Option
from cop_wizard.wizard.showing import confirm, short
from cop_wizard.wizard.steps import WAYS, Reply, walk

REFLECTIONS: KeyPath = ("reflections",)
_FIELDS = ("occasion", "learned", "change", "by", "evidence", "practices", "standard")


def reflect(desk: Desk, occasions: Sequence[str] = ()) -> None:
    """Ask for today's reflection, or go on with it. Raises `SaveAndLeave`. ``occasions``: what it could be about."""
    row = _row(desk)
    walk(desk.prompter, [partial(_ask, desk, row, field, occasions) for field in _FIELDS])


def _ask(desk: Desk, row: int, field: str, occasions: Sequence[str]) -> Reply:
    path = (*REFLECTIONS, row, field)
    words = desk.field_words(path)
    default = occasions[0] if field == "occasion" and occasions else ""
    ask = Ask(
        question=words.prompt,
        where=_("Your own reflection"),
        help=field_help(words),
        default=default,
        proposed=bool(default),
        optional=True,
        ways=WAYS,
    )
    reply = ask_value(desk, path, ask)
    if filled(desk.value(path)) and not filled(desk.value((*REFLECTIONS, row, "on"))):
        desk.put((*REFLECTIONS, row, "on"), desk.today.isoformat())
    if not isinstance(reply, Leave):
        confirm(desk, path)
    return reply


def _row(desk: Desk) -> int:
    """The place of the reflection to work on: one of today, if the person says so; else a new one behind the last."""
    rows: Data = desk.value(REFLECTIONS)
    given = rows if isinstance(rows, list) else []
    todays = [n for n, row in enumerate(given) if isinstance(row, dict) and row.get("on") == desk.today.isoformat()]
    if not todays:
        return len(given)
    about = desk.value((*REFLECTIONS, todays[-1], "occasion")) or desk.value((*REFLECTIONS, todays[-1], "learned"))
    options = [
        Option("on", _("Go on with it"), short(str(about or ""))),
        Option("new", _("Write down another one")),
    ]
    ask = Ask(question=_("You wrote something down today already. What would you like to do?"), ways=frozenset())
    reply = desk.prompter.pick(ask, options)
    if isinstance(reply, Leave):
        raise SaveAndLeave
    return todays[-1] if reply == "on" else len(given)
