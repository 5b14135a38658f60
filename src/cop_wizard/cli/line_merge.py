"""Two people's versions of one text brought together, line by line; where both changed the same, theirs stays."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass

_ANSWER = re.compile(r"[ ]*(?:- +)*(?:#.*|([\w-]+):.*)")


@dataclass(frozen=True, slots=True)
class Clash:
    """Both changed the same lines: what they were made into here and there."""

    mine: list[str]
    theirs: list[str]


@dataclass(frozen=True, slots=True)
class Merged:
    """The text with both persons' changes, less mine where they clash; ``some_of_mine``: there are others."""

    text: str
    clashes: tuple[Clash, ...] = ()
    some_of_mine: bool = False


@dataclass(frozen=True, slots=True)
class _Change:
    """The lines from one number up to another became these; ``answer`` if it is one answer on one line."""

    start: int
    end: int
    now: list[str]
    answer: bool = False

    def clashes(self, other: _Change) -> bool:
        """Whether they are about the same lines. Lines side by side belong together unless each is an answer."""
        if self.answer and other.answer:
            return self.start == other.start
        return self.start <= other.end and other.start <= self.end


def merged(base: str, mine: str, theirs: str) -> Merged:
    """Bring both persons' changes of ``base`` together."""
    lines = base.splitlines(keepends=True)
    own, others = _changes(lines, mine), _changes(lines, theirs)
    new = [change for change in own if change not in others]
    lost = [change for change in new if any(change.clashes(other) for other in others)]
    kept = [change for change in new if change not in lost]
    clashes = tuple(
        Clash(
            mine=[line.rstrip("\r\n") for line in change.now],
            theirs=[line.rstrip("\r\n") for other in others if change.clashes(other) for line in other.now],
        )
        for change in lost
    )
    for change in sorted([*kept, *others], key=lambda change: (change.start, change.end), reverse=True):
        lines[change.start : change.end] = change.now
    return Merged("".join(lines), clashes, bool(kept))


def _changes(base: list[str], text: str) -> list[_Change]:
    lines = text.splitlines(keepends=True)
    matcher = difflib.SequenceMatcher(a=base, b=lines, autojunk=False)
    found: list[_Change] = []
    for kind, start, end, new_start, new_end in matcher.get_opcodes():
        if kind == "equal":
            continue
        now = lines[new_start:new_end]
        if len(now) == end - start and all(map(_same_answer, base[start:end], now)):
            found += [
                _Change(start + step, start + step + 1, [line], answer=True)
                for step, line in enumerate(now)
                if line != base[start + step]
            ]
        else:
            found.append(_Change(start, end, now))
    return found


def _same_answer(before: str, now: str) -> bool:
    """Whether one line answers the same question in both versions."""
    was, became = _ANSWER.match(before), _ANSWER.match(now)
    return was is not None and became is not None and was[1] is not None and was[1] == became[1]
