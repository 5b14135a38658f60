"""Going through a plan, and through a copy of it in which something is different."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel

from cop_wizard.plan.base import SectionPart
from cop_wizard.plan.fields import inner_type, item_type
from cop_wizard.values import KeyPath

P = TypeVar("P", bound=BaseModel)

BOOKKEEPING = ("may_be_named", "consent", "seen_by", "open_to")
"""What says who may read the rest. It stays in every copy, as what is made of it goes by it."""

Change = Callable[[BaseModel, str, Any, Any, KeyPath], Any]
"""The part, the field, the type of the value, the value, where it stands: to the value that stands in the copy."""


def changed(part: P, change: Change, path: KeyPath = ()) -> P:
    """A copy of ``part`` in which ``change`` has been asked about every value that is neither blank nor a part.

    What it leaves blank in a list is no longer in it; a list or a part in which nothing is left is blank.
    """
    update = {}
    for name, field in type(part).model_fields.items():
        value = getattr(part, name)
        annotation = Annotated[(field.annotation, *field.metadata)] if field.metadata else field.annotation
        made = _changed(part, name, annotation, value, change, (*path, name))
        if made is not value:
            update[name] = made
    return part.model_copy(update=update) if update else part


def _changed(part: BaseModel, name: str, annotation: Any, value: Any, change: Change, path: KeyPath) -> Any:
    if isinstance(value, BaseModel):
        made = changed(value, change, path)
        emptied = says_something(value) and not says_something(made)
        return None if emptied and not isinstance(value, SectionPart) else made
    if isinstance(value, list):
        inner = item_type(annotation)
        items = [_changed(part, name, inner, one, change, (*path, place)) for place, one in enumerate(value)]
        return [one for one in items if one is not None] or None
    return value if value is None else change(part, name, inner_type(annotation), value, path)


def parts_of(part: BaseModel) -> Iterator[BaseModel]:
    """``part``, and every part in it."""
    yield part
    for name in type(part).model_fields:
        value = getattr(part, name)
        for one in value if isinstance(value, list) else (value,):
            if isinstance(one, BaseModel):
                yield from parts_of(one)


def says_something(part: BaseModel) -> bool:
    """Whether anything stands in a part, or in a part of it, beside what says who may read it."""
    values = (getattr(part, name) for name in type(part).model_fields if name not in BOOKKEEPING)
    return any(says_something(value) if isinstance(value, BaseModel) else value is not None for value in values)
