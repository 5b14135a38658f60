"""Changes to values, keys and items between brackets and braces."""

from __future__ import annotations

import re

from cop_wizard.values import Data, KeyPath
from cop_wizard.yamltext import layout
from cop_wizard.yamltext.block import rearranged
from cop_wizard.yamltext.place import Place, Scene, empty, unshared
from cop_wizard.yamltext.stitch import Stitch
from cop_wizard.yamltext.tree import Mapping, Sequence

_COMMA = re.compile(r"[ \t]*,[ \t]*")


def replace(scene: Scene, place: Place, value: Data) -> Stitch:
    """Another value in this place."""
    text, node = scene.text, place.node
    unshared(node, place.path)
    written = scene.writer.flow(value)
    if empty(node) and not place.dash and place.after < 0:
        return Stitch(node.start, node.end, f": {written}")
    space = " " if text[node.start - 1] == ":" else ""
    return Stitch(node.start, node.end, space + written)


def add_after(scene: Scene, node: Mapping | Sequence, index: int, written: str) -> Stitch:
    """Something new behind one part of a flow collection."""
    end = _stretches(node)[index][1]
    space = " " if scene.text[end - 1] == ":" else ""
    return Stitch(end, end, f"{space}, {written}")


def add_first(scene: Scene, node: Mapping | Sequence, written: str) -> Stitch:
    """Something new before the first part of a flow collection."""
    start = _stretches(node)[0][0]
    return Stitch(start, start, f"{written}, ")


def remove(scene: Scene, node: Mapping | Sequence, index: int) -> Stitch:
    """One of several parts of a flow collection goes; comments between its lines stay."""
    text, stretches = scene.text, _stretches(node)
    start, end = stretches[index]
    comma = _COMMA.match(text, layout.skip_nothing(text, end))
    if index + 1 < len(stretches):
        return Stitch(start, comma.end() if comma else end, "")
    previous = stretches[index - 1][1]
    comma = _COMMA.match(text, layout.skip_nothing(text, previous))
    if comma is None:
        return Stitch(start, end, "")
    between = text[text.index(",", comma.start()) + 1 : start]
    return Stitch(comma.start(), end, between if "#" in between else "")


def move(scene: Scene, node: Sequence, path: KeyPath, from_index: int, to_index: int) -> Stitch:
    """One item goes elsewhere in its list; spaces, commas and comments stay."""
    low, high = sorted((from_index, to_index))
    for index in range(low, high + 1):
        unshared(node.items[index], (*path, index))
    return rearranged(scene.text, _stretches(node)[low : high + 1], from_index - low, to_index - low)


def _stretches(node: Mapping | Sequence) -> list[tuple[int, int]]:
    if isinstance(node, Sequence):
        return [(item.start, item.end) for item in node.items]
    return [(entry.key.start, max(entry.value.end, entry.key.end)) for entry in node.entries]
