"""What stands where in a plan: the type at a key path, and values as they are written in a file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, TypeAdapter

from cop_wizard.plan.choices import SeenBy
from cop_wizard.plan.types import AnswerSchema, Choice, ForCalendars, Kind, Names, OrOwn, ReadBy
from cop_wizard.values import Data, KeyPath, NoneOnPurpose


def inner_type(annotation: Any) -> Any:
    """The annotation without `Answer`'s blank and "none, on purpose", metadata kept."""
    if get_origin(annotation) is Annotated and any(isinstance(part, AnswerSchema) for part in annotation.__metadata__):
        annotation = annotation.__origin__
    if get_origin(annotation) in (UnionType, Union):
        parts = [part for part in get_args(annotation) if part not in (NoneOnPurpose, type(None))]
        if len(parts) == 1:
            return parts[0]
    return annotation


def item_type(annotation: Any) -> Any:
    """The type of a list's items, or ``None`` for what is no list."""
    annotation = inner_type(annotation)
    if get_origin(annotation) is Annotated:
        annotation = annotation.__origin__
    return inner_type(get_args(annotation)[0]) if get_origin(annotation) is list else None


def part_type(annotation: Any) -> type[BaseModel] | None:
    """The model class an annotation stands for, or ``None`` for what is no mapping."""
    annotation = inner_type(annotation)
    return annotation if isinstance(annotation, type) and issubclass(annotation, BaseModel) else None


def type_at(model: type[BaseModel], path: KeyPath) -> Any:
    """The type of the value at ``path`` (any list position will do); ``None`` where the path leads out of the model."""
    found: Any = model
    for key in path:
        if isinstance(key, int):
            found = item_type(found)
        else:
            part = part_type(found)
            field = part.model_fields.get(key) if part else None
            if field is None:
                return None
            found = Annotated[(field.annotation, *field.metadata)] if field.metadata else field.annotation
    return inner_type(found)


def keys_at(model: type[BaseModel], path: KeyPath) -> tuple[str, ...]:
    """The keys that may stand in the mapping at ``path``, in their order."""
    part = part_type(type_at(model, path))
    return tuple(part.model_fields) if part else ()


def kind_of(annotation: Any) -> str:
    """The sort of value: line, paragraph, date, time, length, count, choice, part or list."""
    annotation = inner_type(annotation)
    if item_type(annotation) is not None:
        return "list"
    if part_type(annotation) is not None:
        return "part"
    if choices_of(annotation) is not None:
        return "choice"
    for mark in getattr(annotation, "__metadata__", ()):
        if isinstance(mark, Kind):
            return mark.name
    raise TypeError(f"no kind is known for {annotation!r}")


def choices_of(annotation: Any) -> type[Choice] | None:
    """The closed list behind an annotation (also where own words are allowed beside it), or ``None``."""
    annotation = inner_type(annotation)
    if isinstance(annotation, type) and issubclass(annotation, Choice):
        return annotation
    return next((mark.choices for mark in getattr(annotation, "__metadata__", ()) if isinstance(mark, OrOwn)), None)


def allows_own(annotation: Any) -> bool:
    """Whether own words may stand beside the items of the list."""
    return any(isinstance(mark, OrOwn) for mark in getattr(inner_type(annotation), "__metadata__", ()))


def names_of(annotation: Any) -> Names | None:
    """The list whose rows a line names, or ``None`` for what names nothing."""
    return next((mark for mark in getattr(inner_type(annotation), "__metadata__", ()) if isinstance(mark, Names)), None)


def asked_keys(model: type[BaseModel], path: KeyPath) -> tuple[str, ...]:
    """The keys at ``path`` that a person can be asked for: all but those that ``cop schedule`` writes."""
    return tuple(key for key in keys_at(model, path) if not for_calendars(type_at(model, (*path, key))))


def for_calendars(annotation: Any) -> bool:
    """Whether this is what ``cop schedule`` writes: bookkeeping, of which no person need know."""
    return any(isinstance(mark, ForCalendars) for mark in getattr(annotation, "__metadata__", ()))


def read_by(model: type[BaseModel], key: str) -> SeenBy:
    """Who may read what stands under a key of a part, whatever it is; single rows can be for fewer."""
    marks = model.model_fields[key].metadata
    return next((SeenBy(mark.circle) for mark in marks if isinstance(mark, ReadBy)), SeenBy.PUBLIC)


@lru_cache(maxsize=256)
def _adapter(model: type[BaseModel], path: tuple[str, ...]) -> TypeAdapter[Any]:
    # Rows of a list share one adapter, so positions are left out of the key and put back as 0 where a list begins.
    found: Any = model
    for key in path:
        found = item_type(found) or found
        part = part_type(found)
        if part is None:
            raise KeyError(key)
        field = part.model_fields[key]
        found = Annotated[(field.annotation, *field.metadata)] if field.metadata else field.annotation
    return TypeAdapter(found)


def convert(model: type[BaseModel], path: KeyPath, data: Data) -> Any:
    """``data`` as the type at ``path`` has it. Raises pydantic's ``ValidationError`` where the type refuses it."""
    names = tuple(key for key in path if isinstance(key, str))
    adapter = _adapter(model, names)
    if path and isinstance(path[-1], int):
        return adapter.validate_python([data])[0]
    return adapter.validate_python(data)


def as_data(value: Any) -> Data:
    """A value as it is written in the file: dates as ``2026-09-15``, times as ``15:30``, lengths in minutes."""
    if isinstance(value, Choice):
        return value.value
    if value is None or isinstance(value, str | NoneOnPurpose):
        return str(value) if isinstance(value, str) else value
    if isinstance(value, dt.time):
        return value.strftime("%H:%M")
    if isinstance(value, dt.timedelta):
        return f"{round(value.total_seconds() / 60)} minutes"
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return [as_data(item) for item in value]
    if isinstance(value, BaseModel):
        held = {name: getattr(value, name) for name in type(value).model_fields}
        return {name: as_data(item) for name, item in held.items() if item is not None}
    return str(value)


@dataclass(frozen=True, slots=True)
class Place:
    """What can stand under a key: a value of this ``kind``, or a list of them; ``part`` is what a mapping is."""

    annotation: Any
    kind: str
    part: type[BaseModel] | None


@lru_cache(maxsize=1024)
def place_of(model: type[BaseModel], key: str) -> Place | None:
    """What stands under a key of a part, in a list's place what its items are; ``None`` for an unknown key."""
    field = model.model_fields.get(key)
    if field is None:
        return None
    annotation = Annotated[(field.annotation, *field.metadata)] if field.metadata else field.annotation
    found = item_type(annotation) or inner_type(annotation)
    return Place(found, kind_of(found), part_type(found))


def single_texts(model: type[BaseModel], data: Data, path: KeyPath = ()) -> Iterator[tuple[KeyPath, str, Place]]:
    """Every text that stands in ``data`` where the model has a single value, with its path, in the data's order."""
    for key, value in data.items() if isinstance(data, dict) else ():
        place = place_of(model, key)
        if place is None:
            continue
        several = value if isinstance(value, list) else None
        for number, one in enumerate(several if several is not None else (value,)):
            here = (*path, key) if several is None else (*path, key, number)
            if place.part is not None:
                yield from single_texts(place.part, one, here)
            elif isinstance(one, str):
                yield here, one, place
