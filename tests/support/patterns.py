"""Where values can stand in a model."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import BaseModel

from cop_wizard.plan.fields import inner_type, item_type, part_type

ITEM = "*"
"""Stands in a pattern for each item of a list."""


def patterns(model: type[BaseModel]) -> tuple[tuple[tuple[str, ...], Any], ...]:
    """Where single values can stand in a model, each with its type: paths of keys, with `ITEM` for items of a list."""
    return tuple(_patterns(model, ()))


def _patterns(found: Any, at: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Any]]:
    found = inner_type(found)
    inner, part = item_type(found), part_type(found)
    if inner is not None:
        yield from _patterns(inner, (*at, ITEM))
    elif part is not None:
        for name, field in part.model_fields.items():
            annotation = Annotated[(field.annotation, *field.metadata)] if field.metadata else field.annotation
            yield from _patterns(annotation, (*at, name))
    else:
        yield at, found
