"""A page of text in the terminal: headings, paragraphs, labelled lines, broken to a width that is easy to read."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from cop_wizard.cli import console
from cop_wizard.visible import visible, visible_line

WIDEST, NARROW = 80, 60
"""Longer lines are hard to read, however wide the screen; below ``NARROW`` there is no room for two columns."""

DOT = "·"
"""Stands before each item of a list."""


class Page:
    """Writes to stdout, a piece at a time."""

    def __init__(self) -> None:
        self._screen = console.rich_console()
        self._screen.width = min(self._screen.width, WIDEST)

    @property
    def width(self) -> int:
        """The columns of the page."""
        return self._screen.width

    def _print(self, *what: RenderableType) -> None:
        with self._screen.capture() as captured:
            self._screen.print(*what)
        console.result("\n".join(line.rstrip() for line in captured.get().split("\n")))

    def heading(self, title: str) -> None:
        """A heading with a line through the page."""
        self._print(Rule(Text(visible_line(title), style="bold cyan"), align="left", style="cyan"))

    def say(self, text: str, style: str = "", indent: int = 0) -> None:
        """A text, each of its lines a paragraph."""
        for line in visible(text).split("\n"):
            self._print(Padding(Text(line.strip(), style=style), (0, 0, 0, indent)))

    def marked(self, mark: str, text: Text | str) -> None:
        """A text with a mark to its left that stays alone there, indented where the mark is one of many."""
        row = Table.grid(padding=(0, 1, 0, 0))
        row.add_column(no_wrap=True)
        row.add_column()
        row.add_row(Text(mark, style="cyan"), Text(visible(text)) if isinstance(text, str) else text)
        self._print(Padding(row, (0, 0, 0, 4 if mark == DOT else 0)))

    def pairs(self, rows: Sequence[tuple[str, str]], style: str = "", indent: int = 2) -> None:
        """Names with something about each: side by side, or one below the other where the screen is narrow."""
        if self.width < NARROW:
            for name, text in rows:
                self.say(name, style, indent)
                if text:
                    self.say(text, "", indent + 2)
            return
        table = Table.grid(padding=(0, 2, 0, 0))
        table.add_column(no_wrap=True, style=style)
        table.add_column()
        for name, text in rows:
            table.add_row(Text(visible_line(name)), Text(visible_line(text)))
        self._print(Padding(table, (0, 0, 0, indent)))

    def whole(self, text: str, indent: int = 0) -> None:
        """A text that must not be broken, such as an address, so that it can still be clicked on or copied."""
        console.result(" " * indent + visible_line(text))

    def piece(self, text: str, style: str = "", indent: int = 4) -> None:
        """A piece of a file. Its lines are never broken: broken, they would mean something else."""
        for line in visible(text).splitlines():
            with self._screen.capture() as captured:
                self._screen.print(Text(" " * indent + line, style=style), soft_wrap=True)
            console.result(captured.get())

    def show(self, table: Table) -> None:
        """A table."""
        self._print(table)

    def gap(self) -> None:
        """An empty line."""
        console.result("")
