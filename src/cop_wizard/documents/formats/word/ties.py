"""What stays together where a page ends: no heading, row or item is left alone at its foot or at the top of the next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cop_wizard.documents.formats.word.xml import Element, qn, w

_KEPT_WHOLE = 200.0
"""In points: what is lower is moved to the next page as a whole. More would leave too much of the page empty."""
_FEW_LETTERS = 400
"""An item of a list with more letters can be alone on a page."""
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


def tie_rows(table: Element, heights: Sequence[float]) -> None:
    """Keep a low table whole. Of others the first rows stay together, and so do the last ones."""
    rows = table.findall(qn("w:tr"))
    together = set(range(len(rows) - 1)) if sum(heights) <= _KEPT_WHOLE else _at_the_ends(heights)
    for number in together:
        if number < len(rows) - 1:
            keep_with_next(rows[number].iter(qn("w:p")))


def _at_the_ends(heights: Sequence[float]) -> set[int]:
    """The rows that stay with the next one: the first two, as the first may be a heading, and the last but one."""
    made: set[int] = set()
    if sum(heights[:3]) <= _KEPT_WHOLE:
        made |= {0, 1}
    if sum(heights[-2:]) <= _KEPT_WHOLE:
        made.add(len(heights) - 2)
    return {number for number in made if number >= 0}


def tie_items(items: Sequence[Sequence[Element]]) -> None:
    """Keep the first two items of a list together, and the last two."""
    for number in {0, len(items) - 2} & set(range(len(items) - 1)):
        letters = sum(len(str(text.text or "")) for block in items[number] for text in block.iter(qn("w:t")))
        if letters <= _FEW_LETTERS:
            keep_with_next(items[number])


def tie_end(blocks: Sequence[Element], height: float) -> None:
    """Keep what ends a document together, if it is low."""
    if height <= _KEPT_WHOLE:
        keep_with_next(blocks[:-1])
