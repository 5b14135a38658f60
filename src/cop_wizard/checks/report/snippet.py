"""The line of a file that a finding is about, with carets under the exact spot."""

from __future__ import annotations

from cop_wizard.cells import cells
from cop_wizard.diagnostic import Span
from cop_wizard.yamltext.lines import Lines

_NEAR = 4
"""So many times the width is looked at on either side, since some characters take no room."""

_WIDEST = 120
"""Where no width is given, longer lines are cut all the same: nobody reads a caret in column 4,000."""


def snippet(lines: Lines, span: Span, width: int | None) -> tuple[str, str]:
    """The line where ``span`` starts, cut around it to ``width`` columns, and the line of carets below it."""
    text = lines.text(span.start.line)
    begin = min(span.start.column - 1, len(text))
    end = span.end.column - 1 if span.end.line == span.start.line else len(text.rstrip())
    wide = width or _WIDEST
    # Only what can be seen is looked at closely: a line may be as long as the file.
    skipped = max(0, begin - _NEAR * wide)
    near = text[skipped : begin + _NEAR * wide]
    return _cut(cells(near), begin - skipped, min(max(end, begin) - skipped, len(near)), wide)


def _cut(shown: list[tuple[str, int]], begin: int, end: int, width: int) -> tuple[str, str]:
    before = sum(taken for _text, taken in shown[:begin])
    marked = sum(taken for _text, taken in shown[begin:end])
    first, last = 0, len(shown)
    if sum(taken for _text, taken in shown) > width:
        ahead = min(before, max(width // 3, width - marked - 4)) if marked < width else min(before, width // 4)
        first = _back(shown, begin, ahead - 1 if ahead < before else ahead)
        last = _fitting(shown, first, width - (1 if first else 0))
    line = ("…" if first else "") + "".join(text for text, _taken in shown[first:last])
    line += "…" if last < len(shown) else ""
    left = (1 if first else 0) + sum(taken for _text, taken in shown[first:begin])
    under = sum(taken for _text, taken in shown[begin : min(end, last)])
    return line.rstrip(), " " * left + "^" * max(1, under)


def _back(shown: list[tuple[str, int]], begin: int, columns: int) -> int:
    """The first character of so many columns before ``begin``."""
    first = begin
    while first > 0 and columns - shown[first - 1][1] >= 0:
        first -= 1
        columns -= shown[first][1]
    return first


def _fitting(shown: list[tuple[str, int]], first: int, width: int) -> int:
    """Where to stop so that the characters from ``first`` on take at most ``width`` columns, a cut mark included."""
    last, used = first, 0
    while last < len(shown) and used + shown[last][1] <= width - (1 if last < len(shown) - 1 else 0):
        used += shown[last][1]
        last += 1
    return last
