"""What a slip of the hand is, and where to look for one."""

from __future__ import annotations

from dataclasses import dataclass

from cop_wizard.yamltext.rows import Kind, Row
from cop_wizard.yamltext.words import Words


@dataclass(frozen=True, slots=True)
class Scene:
    """The rows around the place where the parser gave up; ``index`` is the row of that place."""

    rows: list[Row]
    index: int


@dataclass(frozen=True, slots=True)
class Slip:
    """What may have happened: the words for it, where it is, and the rows that put it right."""

    words: Words
    at: int
    lines: dict[int, str]

    def corrected(self, rows: list[Row]) -> str:
        """The text with this slip put right."""
        return "".join(self.lines.get(index, row.text) + row.newline for index, row in enumerate(rows))


def near(scene: Scene, above: int, below: int) -> list[int]:
    """The row of the place, then some rows above it and some below it; blank lines and remarks do not count."""
    upwards = [index for index in range(scene.index - 1, -1, -1) if _says_something(scene.rows[index])]
    downwards = [index for index in range(scene.index + 1, len(scene.rows)) if _says_something(scene.rows[index])]
    return [scene.index, *upwards[:above], *downwards[:below]]


def _says_something(row: Row) -> bool:
    return row.kind not in (Kind.NOTHING, Kind.REMARK, Kind.BLOCK)
