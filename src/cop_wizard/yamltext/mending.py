"""A text put right for reading, which knows where each of its characters stood before."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from cop_wizard.diagnostic import Edit, Position
from cop_wizard.yamltext.lines import Lines

_LONG = 400
"""Stretches longer than this are replaced whole rather than compared character by character."""


class Mending:
    """What a text is read as, and the way back from every place in it to the text as it was written."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._origins: list[tuple[int, int, int]] = [(0, 0, len(text))]  # place here, place there, how many characters

    def edited(self, edits: Sequence[Edit]) -> Mending:
        """The same with some more edits. They are in the order of the text and do not overlap."""
        result = Mending.__new__(Mending)
        pieces: list[str] = []
        origins: list[tuple[int, int, int]] = []
        at = made = 0
        for edit in (*edits, Edit(len(self.text), len(self.text), "")):
            origins += self._kept(at, edit.start, made)
            pieces += [self.text[at : edit.start], edit.text]
            made += edit.start - at + len(edit.text)
            at = edit.end
        result.text = "".join(pieces)
        result._origins = origins or [(0, 0, 0)]
        return result

    def _kept(self, start: int, end: int, made: int) -> list[tuple[int, int, int]]:
        """The runs of untouched characters in a stretch that comes to stand at ``made``."""
        found = []
        for here, there, count in self._origins[max(bisect_right(self._origins, (start + 1,)) - 1, 0) :]:
            if here >= end:
                break
            first, last = max(here, start), min(here + count, end)
            if first < last:
                found.append((made + first - start, there + first - here, last - first))
        return found

    def origin(self, offset: int) -> int:
        """Where a place in the mended text was before; for what was put in, the place where it is missing."""
        runs = self._origins
        index = max(bisect_right(runs, (offset + 1,)) - 1, 0)
        here, there, count = runs[index]
        if offset > here + count and index + 1 < len(runs):
            return runs[index + 1][1]
        return there + max(min(offset - here, count), 0)

    def original(self, edit: Edit) -> Edit | None:
        """An edit of the mended text as one of the text before; ``None`` if it changes what was put in."""
        start, end = self.origin(edit.start), self.origin(edit.end)
        if end - start != edit.end - edit.start:
            return None
        return Edit(start, end, edit.text)


class MendedLines(Lines):
    """The lines of the text as it was written, for places in the mended one."""

    def __init__(self, text: str, mending: Mending) -> None:
        super().__init__(text)
        self._mending = mending

    def position(self, offset: int) -> Position:
        """The line and column of one character of the mended text, as they are in the text before."""
        return super().position(self._mending.origin(offset))


def smallest_edits(old: str, new: str, at: int) -> list[Edit]:
    """What has to change to make ``new`` of ``old``, which stands at offset ``at``: only the characters concerned."""
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    before, after = old[head : len(old) - tail], new[head : len(new) - tail]
    start = at + head
    if before == after:
        return []
    inside = after.find(before) if before else -1
    if inside >= 0:
        end = start + len(before)
        around = (Edit(start, start, after[:inside]), Edit(end, end, after[inside + len(before) :]))
        return [edit for edit in around if edit.text]
    if len(before) + len(after) > _LONG or not before or not after:
        return [Edit(start, start + len(before), after)]
    from difflib import SequenceMatcher  # takes a while to load, and few need it

    steps = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    return [Edit(start + a, start + b, after[c:d]) for kind, a, b, c, d in steps if kind != "equal"]
