"""Lists: each counts from its own beginning, at any depth, and lists in tables take less room."""

from __future__ import annotations

from cop_wizard.documents.formats.word.xml import Element, qn, w

DEEPEST = 8
STEP, STEP_IN_TABLE = 340, 220
_BULLETS = ("•", "–", "▪")
_COUNTS = ("decimal", "lowerLetter", "lowerRoman")


class Lists:
    """The lists of one file, added to what its part for numbering has already."""

    def __init__(self, root: Element) -> None:
        self._root = root
        self._kinds: dict[tuple[bool, int], int] = {}
        self._bullets: dict[int, int] = {}

    def new(self, numbered: bool, level: int, step: int = STEP) -> int:
        """The number of a list that begins here. All lists with dashes and dots are one, since they count nothing."""
        if not numbered and step in self._bullets:
            return self._bullets[step]
        kind = self._kind(numbered, step)
        number = 1 + max((int(one.get(qn("w:numId"), 0)) for one in self._root.iterchildren(qn("w:num"))), default=0)
        restart = w("lvlOverride", w("startOverride", val=1), ilvl=level) if numbered else None
        self._root.append(w("num", w("abstractNumId", val=kind), restart, numId=number))
        if not numbered:
            self._bullets[step] = number
        return number

    def _kind(self, numbered: bool, step: int) -> int:
        if (numbered, step) not in self._kinds:
            there = list(self._root.iterchildren(qn("w:abstractNum")))
            number = 1 + max((int(one.get(qn("w:abstractNumId"), 0)) for one in there), default=-1)
            levels = (_level(numbered, level, step) for level in range(DEEPEST + 1))
            made = w("abstractNum", w("multiLevelType", val="hybridMultilevel"), *levels, abstractNumId=number)
            self._root.insert(self._root.index(there[-1]) + 1 if there else 0, made)
            self._kinds[numbered, step] = number
        return self._kinds[numbered, step]


def _level(numbered: bool, level: int, step: int) -> Element:
    form = _COUNTS[level % len(_COUNTS)] if numbered else "bullet"
    sign = f"%{level + 1}." if numbered else _BULLETS[level % len(_BULLETS)]
    return w(
        "lvl",
        w("start", val=1),
        w("numFmt", val=form),
        w("lvlText", val=sign),
        w("lvlJc", val="left"),
        w("pPr", w("ind", left=step * (level + 1), hanging=step)),
        ilvl=level,
    )
