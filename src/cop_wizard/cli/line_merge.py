"""Two people's versions of one text brought together, line by line."""

from __future__ import annotations

import difflib
from typing import TypeAlias

_Change: TypeAlias = "tuple[int, int, list[str]]"
"""The lines from one number up to another became these."""


def merged(base: str, mine: str, theirs: str) -> str | None:
    """The text with both persons' changes; ``None`` where they changed the same lines, or lines side by side."""
    lines = base.splitlines(keepends=True)
    own, others = _changes(lines, mine), _changes(lines, theirs)
    new = [change for change in own if change not in others]
    if any(start <= other_end and other <= end for start, end, _now in new for other, other_end, _then in others):
        return None
    for start, end, now in sorted([*new, *others], key=lambda change: change[:2], reverse=True):
        lines[start:end] = now
    return "".join(lines)


def _changes(base: list[str], text: str) -> list[_Change]:
    lines = text.splitlines(keepends=True)
    matcher = difflib.SequenceMatcher(a=base, b=lines, autojunk=False)
    return [
        (start, end, lines[new_start:new_end])
        for kind, start, end, new_start, new_end in matcher.get_opcodes()
        if kind != "equal"
    ]
