"""Answers in the one form in which two plans are compared, however a person has written them.

What means the same counts as the same: ``15 September 2026`` and ``2026-09-15``; ``90 minutes`` and ``1.5 hours``; a
blank, an empty list and a key that is not there; text with other spaces, where a field holds one line. The order of
rows and items counts only where a guide says that it means something. What ``cop schedule`` keeps for calendars is no
answer, and is left out. A value that its type refuses is compared as it is written, so that plans with mistakes can be
compared too.
"""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError

from cop_wizard.plan.fields import as_data, convert, for_calendars, inner_type, item_type, part_type
from cop_wizard.plan.plan import Plan
from cop_wizard.values import NONE_ON_PURPOSE, Data, KeyPath


def says(data: Data) -> bool:
    """Whether a value says anything; ``none`` does, and so does a person's own key."""
    if isinstance(data, dict):
        return any(says(value) for value in data.values())
    if isinstance(data, list):
        return any(says(item) for item in data)
    return data is NONE_ON_PURPOSE or (isinstance(data, str) and bool(data.strip()))


def settled(annotation: Any, path: KeyPath, data: Data) -> Any:
    """The value at ``path``, whose type is ``annotation`` (``None``: unknown), with every single value converted.

    Lists stay lists and mappings mappings, without their blanks; ``None`` where nothing is said.
    """
    if not says(data):
        return None
    if data is NONE_ON_PURPOSE:
        return NONE_ON_PURPOSE
    item, part = item_type(annotation), part_type(annotation)
    if isinstance(data, list):
        found = [settled(item, (*path, place), value) for place, value in enumerate(data)]
        return [value for value in found if value is not None] or None
    if isinstance(data, dict):
        types = {key: field_type(part, key) for key in data}
        values = {key: settled(types[key], (*path, key), data[key]) for key in data if not for_calendars(types[key])}
        return {key: value for key, value in values.items() if value is not None} or None
    if annotation is None or item is not None or part is not None:
        return str(data).strip()
    try:
        return convert(Plan, path, data)
    except ValidationError:
        return str(data).strip()


def field_type(part: Any, key: str) -> Any:
    """The type of a field of a part, or ``None`` for what the part has no place for."""
    field = part.model_fields.get(key) if part is not None else None
    return inner_type(field.annotation) if field is not None else None


def signature(value: Any, ordered: bool = False) -> Any:
    """Something to tell settled values apart by: equal, and of equal hash, for those that mean the same."""
    if isinstance(value, dict):
        return ("part", tuple((key, signature(value[key])) for key in sorted(value)))
    if isinstance(value, list):
        items = [signature(item) for item in value]
        return ("list", tuple(items if ordered else sorted(items, key=repr)))
    return value


def plain(value: Any) -> Data:
    """A settled value as plain data."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    return [plain(item) for item in value] if isinstance(value, list) else as_data(value)
