"""What stays together where a page ends, so that no row or item is alone at its foot or at the top of the next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cop_wizard.documents.formats.word.xml import Element, qn, w

_KEPT_WHOLE = 130.0
"""In points: what is lower is moved to the next page as a whole. More would leave too much of the page empty."""
_FEW_LETTERS = 400
"""An item of a list with more letters can be alone on a page."""
_FEW_LINES = 12
"""More small print than that may go on over the page."""
_BEFORE_BREAK = (qn("w:pStyle"), qn("w:keepNext"), qn("w:keepLines"))


def keep_with_next(blocks: Iterable[Element]) -> None:
    """Let paragraphs stand on the page of what follows them."""
    for block in blocks:
        properties = block.find(qn("w:pPr"))
        if properties is not None and properties.find(qn("w:keepNext")) is None:
            properties.insert(1, w("keepNext"))


def begin_page(block: Element) -> None:
    """Let a paragraph stand at the top of a page."""
    properties = block.find(qn("w:pPr"))
    if properties is not None:
        place = sum(child.tag in _BEFORE_BREAK for child in properties)
        properties.insert(place, w("pageBreakBefore"))


def tie_rows(table: Element, heights: Sequence[float], head: bool) -> None:
    """Keep a low table whole. Of others the first rows stay together, and so do the last ones.

    ``head``: the first row is the heading of those that follow.
    """
    rows = table.findall(qn("w:tr"))
    last = len(rows) - 1
    together = range(last) if sum(heights) <= _KEPT_WHOLE else (*range(1 + head), last - 1)
    for number in together:
        if 0 <= number < last and sum(heights[number : number + 2]) <= _KEPT_WHOLE:
            keep_with_next(rows[number].iter(qn("w:p")))


def tie_items(items: Sequence[Sequence[Element]]) -> None:
    """Keep the first two items of a list together, and the last two."""
    for number in {0, len(items) - 2} & set(range(len(items) - 1)):
        letters = sum(len(str(text.text or "")) for block in items[number] for text in block.iter(qn("w:t")))
        if letters <= _FEW_LETTERS:
            keep_with_next(items[number])


def tie_end(text: Sequence[Element], end: Sequence[Element]) -> None:
    """Let some of the ``text`` stand on the page of the small print at its ``end``, which is kept together."""
    if 0 < len(end) <= _FEW_LINES:
        keep_with_next([*text[-1:], *end[:-1]])
