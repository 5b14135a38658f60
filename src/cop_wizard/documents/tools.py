"""What every template of words can call: each tool makes a piece, and tells a template what it cannot make."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import islice
from typing import Any

from jinja2 import Undefined

from cop_wizard.documents.content.facts import Fact
from cop_wizard.documents.content.paper import Badge, Facts, PageBreak, Room, Signatures, Ticks
from cop_wizard.documents.content.shapes import Nothing
from cop_wizard.documents.templating.words import plain_words
from cop_wizard.documents.trouble import ToolMisuse
from cop_wizard.i18n import _

MOST_LINES = 60
"""Empty lines in one place; a page has fewer."""

MOST_ITEMS = 1000
"""Facts, boxes to tick, or places to sign, in one piece."""


def _badge(words: Any, todo: Any = True) -> Badge:
    return Badge(_words("badge", words), bool(todo))


def _missing(words: Any) -> Nothing:
    return Nothing(_words("missing", words))


def _room(lines: Any, label: Any = "") -> Room:
    if isinstance(lines, bool) or not isinstance(lines, int) or not 1 <= lines <= MOST_LINES:
        raise ToolMisuse(_("room takes how many lines, from 1 to {most}").format(most=MOST_LINES))
    return Room(lines, _words("room", label))


def _facts(facts: Any) -> Facts:
    items = _items("facts", facts)
    if not all(isinstance(item, Fact) for item in items):
        raise ToolMisuse(_("facts takes a list of facts"))
    return Facts(tuple(items))


def _ticks(items: Any) -> Ticks:
    return Ticks(tuple(_pairs("ticks", items, alone=True)))


def _signatures(rows: Any) -> Signatures:
    return Signatures(tuple(_pairs("signatures", rows)))


def _words(tool: str, words: Any) -> str:
    if isinstance(words, Undefined):
        str(words)  # says what is not there
    if not isinstance(words, str):
        raise ToolMisuse(_("{tool} takes words").format(tool=tool))
    return plain_words(words)


def _items(tool: str, given: Any) -> list[Any]:
    if isinstance(given, str | Mapping) or not isinstance(given, Iterable):
        raise ToolMisuse(_("{tool} takes a list").format(tool=tool))
    items = list(islice(given, MOST_ITEMS + 1))
    if len(items) > MOST_ITEMS:
        raise ToolMisuse(_("{tool} takes no more than {most} at once").format(tool=tool, most=MOST_ITEMS))
    return items


def _pairs(tool: str, given: Any, alone: bool = False) -> Iterable[tuple[str, str]]:
    """Words in twos; where they may stand ``alone``, with nothing beside them."""
    for item in _items(tool, given):
        if alone and isinstance(item, str):
            yield _words(tool, item), ""
        elif isinstance(item, list | tuple) and len(item) == 2:
            yield _words(tool, item[0]), _words(tool, item[1])
        else:
            raise ToolMisuse(_("{tool} takes a list of words in twos").format(tool=tool))


TOOLS: Mapping[str, Callable[..., Any]] = {
    "badge": _badge,
    "facts": _facts,
    "missing": _missing,
    "page_break": PageBreak,
    "room": _room,
    "signatures": _signatures,
    "ticks": _ticks,
}
"""The tools by the names under which templates call them, beside what the document gathers."""
