"""What a plan is made of before anyone knows what it means: plain data and the paths into it."""

from __future__ import annotations

import enum
from collections.abc import Sequence
from typing import Any, TypeAlias


class NoneOnPurpose(enum.Enum):
    """The answer "none, on purpose": written as the plain word ``none``, and unlike a blank it is an answer."""

    NONE = "none"

    def __repr__(self) -> str:
        return "NONE_ON_PURPOSE"


NONE_ON_PURPOSE = NoneOnPurpose.NONE

Data: TypeAlias = "str | NoneOnPurpose | list[Data] | dict[str, Data] | None"
"""One YAML value as plain data. Every scalar is text; ``None`` is a blank; types come later, from the models."""

KeyPath: TypeAlias = tuple[str | int, ...]
"""Keys and list positions from the top of a document to one value in it."""


def path_text(path: Sequence[str | int]) -> str:
    """A key path as people write it: ``membership.roster[2].level``, counting list items from 1."""
    text = ""
    for part in path:
        if isinstance(part, int):
            text += f"[{part + 1}]"
        else:
            text += f".{part}" if text else part
    return text


def value_at(data: Data, path: KeyPath) -> Data:
    """The value at a key path, or ``None`` where the path leads nowhere."""
    for part in path:
        if isinstance(part, int) and isinstance(data, list) and 0 <= part < len(data):
            data = data[part]
        elif isinstance(part, str) and isinstance(data, dict):
            data = data.get(part)
        else:
            return None
    return data


def rows(value: Any) -> list[Any]:
    """The items of a list, or none where the answer is blank or "none, on purpose"."""
    return value if isinstance(value, list) else []
