"""What a slip of the hand is, and where to look for one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from cop_wizard.yamltext.rows import Row
from cop_wizard.yamltext.words import Words


@dataclass(frozen=True, slots=True)
class Scene:
    """The rows around the place where the parser gave up; ``index`` is the row of that place."""

    rows: list[Row]
    index: int


@dataclass(frozen=True, slots=True)
class Slip:
    """What may have happened: the words for it, its row and column, and the rows that put it right.

    It is ``sure`` if this is plainly what was meant, so that a program may put it right by itself. Where the name of an
    answer is gone, the rows leave the answer out, and ``missing_at`` is the column in which the name stood. ``likely``
    is above zero if what stands around the row speaks for it, and below if that speaks against it.
    """

    words: Words
    row: int
    column: int
    lines: dict[int, str]
    sure: bool = False
    missing_at: int | None = None
    likely: int = 0


def near(scene: Scene, above: int, below: int) -> list[int]:
    """The row of the place, then some rows above it and some below it.

    Blank lines and remarks do not count, nor very long lines.
    """
    upwards = _telling(scene.rows, range(scene.index - 1, -1, -1))
    downwards = _telling(scene.rows, range(scene.index + 1, len(scene.rows)))
    return [scene.index, *islice(upwards, above), *islice(downwards, below)]


def _telling(rows: list[Row], places: Iterable[int]) -> Iterable[int]:
    return (index for index in places if rows[index].telling and not rows[index].long)
