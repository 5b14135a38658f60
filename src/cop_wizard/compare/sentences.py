"""A change in one sentence. People, meetings, norms, duties, seats and to-dos have sentences of their own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from pydantic import BaseModel

from cop_wizard.compare.change import Kind
from cop_wizard.compare.speaking import Words
from cop_wizard.i18n import _
from cop_wizard.plan.choices import Status
from cop_wizard.plan.collaborative_plan import Meeting
from cop_wizard.plan.leadership import Duties
from cop_wizard.plan.norms import OwnNorm, Statements
from cop_wizard.plan.plan import Todo
from cop_wizard.plan.shapes import Member, Seat
from cop_wizard.values import NONE_ON_PURPOSE

FieldSaying = Callable[[Words, str, Any, Any], str]
"""From the row's name (or the field's, in a form), the value before and the value after; "" for the general way."""

RowSaying = Callable[[Words, Mapping[str, Any], bool], str]
"""From a row and whether it came (or went)."""


def kind_of_change(before: Any, after: Any) -> Kind:
    """What happened to an answer."""
    if after is None:
        return Kind.TAKEN_AWAY
    if after is NONE_ON_PURPOSE:
        return Kind.NONE
    return Kind.ANSWERED if before is None else Kind.CHANGED


# --- the general way ----------------------------------------------------------------------------------------------


def answer_said(subject: str, kind: Kind, before: str, after: str) -> str:
    """An answer that changed; ``before`` and ``after`` are "" where there was or is none, or no room to tell it."""
    if kind is Kind.ANSWERED:
        said = _("{subject} is answered now: {after}") if after else _("{subject} is answered now.")
    elif kind is Kind.TAKEN_AWAY:
        said = _("{subject} has no answer any more.")
        if before:
            said = _("{subject} has no answer any more. Before: {before}")
    elif kind is Kind.NONE:
        said = _("{subject} is now none, on purpose.")
        if before:
            said = _("{subject} is now none, on purpose. Before: {before}")
    else:
        said = _("{subject}: {before} → {after}") if before and after else _("{subject} was reworded.")
    return said.format(subject=subject, before=before, after=after)


def row_said(words: Words, part: type[BaseModel], row: Mapping[str, Any], came: bool) -> str:
    """A row that came or went."""
    if part in _ROWS:
        return _ROWS[part](words, row, came)
    said = _("{thing} added: {name}{further}") if came else _("{thing} taken out: {name}{further}")
    return said.format(thing=words.thing(part), name=words.row(part, row), further=words.further(part, row))


def item_said(title: str, kind: Kind, item: str, place: int = 0) -> str:
    """An item of a list that came or went; ``place``, from 1, where it matters which number it has."""
    if kind is Kind.REMOVED:
        return _("“{title}”: taken out: {item}").format(title=title, item=item)
    if place:
        return _("“{title}”: added as number {place}: {item}").format(title=title, place=place, item=item)
    return _("“{title}”: added: {item}").format(title=title, item=item)


def own_key_said(key: str, kind: Kind) -> str:
    """A key that is the person's own, whose value is nobody else's business."""
    if kind is Kind.ADDED:
        return _("Your own key `{key}` was added.").format(key=key)
    if kind is Kind.REMOVED:
        return _("Your own key `{key}` was taken out.").format(key=key)
    return _("Your own key `{key}` was changed.").format(key=key)


# --- people -------------------------------------------------------------------------------------------------------


def _member(words: Words, row: Mapping[str, Any], came: bool) -> str:
    name = words.row(Member, row)
    if not came:
        return _("{name} is no longer on the roster.").format(name=name)
    joined = row.get("status") is Status.MEMBER
    wanted = ("role", "level") if joined else ("role", "level", "status")
    told = [words.value(row[key]) for key in wanted if key in row]
    said = _("{name} has joined{further}.") if joined else _("{name} was added to the roster{further}.")
    return said.format(name=name, further=f" ({'; '.join(told)})" if told else "")


def _status(words: Words, name: str, before: Any, after: Any) -> str:
    if after is Status.MEMBER:
        return _("{name} has joined.").format(name=name)
    if after is Status.ALUMNI:
        return _("{name} has left.").format(name=name)
    if after is Status.DECLINED:
        return _("{name} has declined.").format(name=name)
    return _from_to(words, name, before, after)


def _from_to(words: Words, name: str, before: Any, after: Any) -> str:
    if before is None or after is None:
        return ""
    return _("{name}: {before} → {after}").format(name=name, before=words.value(before), after=words.value(after))


def _renamed(words: Words, _name: str, before: Any, after: Any) -> str:
    if before is None or after is None:
        return ""
    return _("{before} is now called {after}.").format(before=words.value(before), after=words.value(after))


# --- meetings -----------------------------------------------------------------------------------------------------


def _meeting(words: Words, row: Mapping[str, Any], came: bool) -> str:
    said = _("{meeting} is new{further}.") if came else _("{meeting} was taken out{further}.")
    return said.format(meeting=words.row(Meeting, row), further=words.further(Meeting, row))


def _moved(words: Words, _name: str, before: Any, after: Any) -> str:
    if before is None or after is None:
        return ""
    old, new = words.value(before), words.value(after)
    return _("The meeting of {before} is now on {after}.").format(before=old, after=new)


# --- seats, duties, norms, to-dos ---------------------------------------------------------------------------------


def _seat_filled(words: Words, name: str, before: Any, after: Any) -> str:
    if NONE_ON_PURPOSE in (before, after):
        return ""
    if before is None:
        said = _("The seat “{name}” is filled: {after}")
    elif after is None:
        said = _("The seat “{name}” is vacant again. Before: {before}")
    else:
        said = _("The seat “{name}” has changed hands: {before} → {after}")
    return said.format(name=name, before=words.value(before), after=words.value(after))


def _duty(words: Words, name: str, before: Any, after: Any) -> str:
    if NONE_ON_PURPOSE in (before, after):
        return ""
    if before is None:
        said = _("“{name}” is now done by {after}")
    elif after is None:
        said = _("“{name}” is done by nobody any more. Before: {before}")
    elif isinstance(before, list) and isinstance(after, list) and not any(one in after for one in before):
        said = _("“{name}” has changed hands: {before} → {after}")
    else:
        said = _("“{name}” is now done by {after}. Before: {before}")
    return said.format(name=name, before=words.value(before), after=words.value(after))


def _norm(_words: Words, name: str, before: Any, after: Any) -> str:
    kind = kind_of_change(before, after)
    if kind is Kind.NONE:
        said = _("The norm “{name}” is now none, on purpose.")
    elif kind is Kind.TAKEN_AWAY:
        said = _("The norm “{name}” was taken out.")
    elif kind is Kind.ANSWERED:
        said = _("The norm “{name}” is new.")
    else:
        said = _("The norm “{name}” was reworded.")
    return said.format(name=name)


def _todo(words: Words, row: Mapping[str, Any], came: bool) -> str:
    if row.get("question"):
        said = _("Put off: “{name}”{further}") if came else _("Settled: “{name}” is no longer put off.")
    else:
        said = _("To do: “{name}”{further}") if came else _("“{name}” is no longer to be done.")
        rest = {key: value for key, value in row.items() if key not in ("note", "origin")}
        further = words.further(Todo, {"question": "", **rest})
        return said.format(name=words.row(Todo, row), further=further)
    return said.format(name=words.row(Todo, row), further=words.further(Todo, row))


# --- the register -------------------------------------------------------------------------------------------------

_ROWS: dict[type[BaseModel], RowSaying] = {Member: _member, Meeting: _meeting, Todo: _todo}
_FIELDS: dict[tuple[type[BaseModel], str], FieldSaying] = {
    (Member, "name"): _renamed,
    (Member, "level"): _from_to,
    (Member, "status"): _status,
    (Meeting, "date"): _moved,
    (Seat, "filled_by"): _seat_filled,
    (OwnNorm, "statement"): _norm,
}
_FORMS: dict[type[BaseModel], FieldSaying] = {Duties: _duty, Statements: _norm}


def field_saying(part: type[BaseModel], field: str) -> FieldSaying | None:
    """The sentence that this field of a row or a form has of its own."""
    return _FIELDS.get((part, field)) or (_FORMS.get(part) if field in part.model_fields else None)
