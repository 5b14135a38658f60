"""A new community takes over from an existing one what may serve it as well: ways of working, never people or days."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from pydantic import BaseModel

from cop_wizard.i18n import _
from cop_wizard.plan.fields import for_calendars, item_type, kind_of, part_type, type_at
from cop_wizard.plan.life import Risk
from cop_wizard.plan.plan import Plan
from cop_wizard.plan.types import SaysWho
from cop_wizard.progress import filled
from cop_wizard.values import NONE_ON_PURPOSE, Data, value_at
from cop_wizard.wizard.prompter import Ask, Leave, Option, Prompter

_SEEN_HERE = ((Risk, "sign"),)
"""Fields of rows that tell of one community alone."""
_ANOTHER = "\0another"
_LEFT_BEHIND = ("name", "date")
"""Kinds of values that belong to one community alone."""


def _offers() -> dict[str, tuple[str, tuple[str, ...]]]:
    """What can be taken over: how it is called, and the places of a plan that it stands for."""
    return {
        "organization": (_("The organisation and its values"), ("organization",)),
        "joining": (
            _("Whom you look for, how many, how people join and leave"),
            _under("membership", "ideal_member size invitation taking_part door joining entry exit"),
        ),
        "leadership": (
            _("How leadership is arranged, without the names"),
            _under("leadership", "structure rotation communication support succession"),
        ),
        "norms": (
            _("Norms, and how decisions are taken"),
            _under("norms", "process statements own decision_rules"),
        ),
        "meeting": (
            _("How you meet: rhythm, hours, place, tools"),
            _under(
                "launch",
                "rhythm start length zone format place in_breaks content experiences tools resources region"
                " knowledge_order outside_sources",
            ),
        ),
        "communication": (_("Channels and messages"), ("communication",)),
        "care": (_("Confidence and care"), ("care",)),
        "resources": (_("What it costs and is given"), ("resources",)),
        "results": (
            _("How you listen, and what you all look at"),
            _under("results", "feedback reflection shared_measures"),
        ),
        "practice": (_("How learning reaches each one’s own practice"), ("professional_practice",)),
        "risks": (_("Risks you watch for, without what was seen of them"), ("life.risks",)),
    }


def _under(section: str, keys: str) -> tuple[str, ...]:
    return tuple(f"{section}.{key}" for key in keys.split())


def offers(data: Data) -> list[Option]:
    """What of this plan a new one could take over."""
    return [Option(key, label) for key, (label, places) in _offers().items() if _carried(data, places)]


def choose(prompter: Prompter, title: str, options: Sequence[Option]) -> list[str] | None:
    """Let a person choose what is taken over; ``None`` where the person leaves."""
    question = _("What should the new plan take over from “{title}”?").format(title=title)
    ask = Ask(
        question=question,
        help=_("People and days in lists stay where they are. Read through what is written in your own words."),
        ways=frozenset(),
    )
    reply = prompter.tick(ask, options, [option.value for option in options])
    return None if isinstance(reply, Leave) else reply


def teams(data: Data) -> list[Option]:
    """The teams of this plan that could become communities, each with what would have to change (S0 9.2)."""
    rows = value_at(data, ("further_application", "existing_teams"))
    named = [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []
    return [
        Option(name, name, " ".join(str(row.get("change") or "").split()))
        for row in named
        if isinstance(name := row.get("name"), str)
    ]


def choose_team(prompter: Prompter, options: Sequence[Option]) -> str | None:
    """Let a person say for which of the teams the new plan is; "" for another one, ``None`` where the person leaves."""
    ask = Ask(question=_("For which group is the new plan?"), ways=frozenset())
    reply = prompter.pick(ask, [*options, Option(_ANOTHER, _("Another one"))])
    if isinstance(reply, Leave):
        return None
    return "" if reply == _ANOTHER else reply


def seed(data: Data, chosen: Collection[str]) -> dict[str, Data]:
    """What was chosen of a plan, as answers for a new one: without names of people, days, and what calendars need."""
    made: dict[str, Data] = {}
    for key, (_label, places) in _offers().items():
        if key in chosen:
            for place, value in _carried(data, places):
                _put(made, place, value)
    return made


def _carried(data: Data, places: Sequence[str]) -> list[tuple[tuple[str, ...], Data]]:
    found = []
    for place in places:
        path = tuple(place.split("."))
        value = _without_people(value_at(data, path), type_at(Plan, path))
        if value is NONE_ON_PURPOSE or filled(value):
            found.append((path, value))
    return found


def _put(made: dict[str, Data], path: Sequence[str], value: Data) -> None:
    inside: Any = made
    for key in path[:-1]:
        inside = inside.setdefault(key, {})
    inside[path[-1]] = value


def _without_people(value: Data, annotation: Any) -> Data:
    """A value without what names people or days; ``None`` where nothing else was in it."""
    part = part_type(annotation)
    if isinstance(value, dict) and part is not None:
        kept = {key: _of_field(part, key, inside) for key, inside in value.items()}
        return {key: inside for key, inside in kept.items() if inside is not None} or None
    if isinstance(value, list):
        of = item_type(annotation)
        rows = [_without_people(one, of) for one in value]
        return [one for one in rows if one is not None] or None
    return None if _is_personal(annotation) else value


def _of_field(part: type[BaseModel], key: str, value: Data) -> Data:
    if key not in part.model_fields or (part, key) in _SEEN_HERE:
        return None
    annotation = type_at(part, (key,))
    return None if _is_personal(annotation) else _without_people(value, annotation)


def _is_personal(annotation: Any) -> bool:
    inner = item_type(annotation) or annotation
    marks = getattr(inner, "__metadata__", ())
    who = any(isinstance(mark, SaysWho) for mark in marks)
    return who or for_calendars(annotation) or kind_of(inner) in _LEFT_BEHIND
