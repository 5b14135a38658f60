"""How text for a screen is shown: its width, and colour where it is wanted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cop_wizard.cells import wrapped

_STYLES = {
    "mistake": "1;31",
    "advice": "1;36",
    "later": "33",
    "good": "32",
    "came": "32",
    "went": "31",
    "strong": "1",
    "place": "1",
    "quiet": "2",
}


@dataclass(frozen=True)
class Look:
    """Lines of ``width`` columns (``None``: as long as they are), with or without ``colour``."""

    width: int | None = None
    colour: bool = False

    def paint(self, text: str, style: str) -> str:
        """``text`` in a style, where colour is wanted."""
        return f"\x1b[{_STYLES[style]}m{text}\x1b[0m" if self.colour and style and text else text

    def lines(self, text: str, style: str = "", first: str = "", rest: str = "") -> Iterator[str]:
        """``text`` broken to the width, the first line and the others indented, each painted."""
        for line in wrapped(text, self.width, first, rest):
            yield self.paint(line, style) if style else line
