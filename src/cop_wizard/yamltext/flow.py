"""Changes to values, keys and items between brackets and braces."""

from __future__ import annotations

import re

from cop_wizard.values import Data, KeyPath
from cop_wizard.yamltext import layout
from cop_wizard.yamltext.block import rearranged
from cop_wizard.yamltext.place import Place, Scene, empty, unshared
from cop_wizard.yamltext.tree import Mapping, Sequence

_COMMA = re.compile(r"[ \t]*,[ \t]*")


def replace(scene: Scene, place: Place, value: Data) -> str:
    """The text with another value in this place."""
    text, node = scene.text, place.node
    unshared(node, place.path)
    written = scene.writer.flow(value)
    if empty(node) and not place.dash and place.after < 0:
        return f"{text[: node.start]}: {written}{text[node.end :]}"
    space = " " if text[node.start - 1] == ":" else ""
    return text[: node.start] + space + written + text[node.end :]


def add_after(scene: Scene, node: Mapping | Sequence, index: int, written: str) -> str:
    """The text with something new behind one part of a flow collection."""
    end = _stretches(node)[index][1]
    space = " " if scene.text[end - 1] == ":" else ""
    return f"{scene.text[:end]}{space}, {written}{scene.text[end:]}"


def add_first(scene: Scene, node: Mapping | Sequence, written: str) -> str:
    """The text with something new before the first part of a flow collection."""
    start = _stretches(node)[0][0]
    return f"{scene.text[:start]}{written}, {scene.text[start:]}"


def remove(scene: Scene, node: Mapping | Sequence, index: int) -> str:
    """The text without one of several parts of a flow collection; comments between its lines stay."""
    text, stretches = scene.text, _stretches(node)
    start, end = stretches[index]
    comma = _COMMA.match(text, layout.skip_nothing(text, end))
    if index + 1 < len(stretches):
        return text[:start] + text[comma.end() if comma else end :]
    previous = stretches[index - 1][1]
    comma = _COMMA.match(text, layout.skip_nothing(text, previous))
    if comma is None:
        return text[:start] + text[end:]
    between = text[text.index(",", comma.start()) + 1 : start]
    return text[: comma.start()] + (between if "#" in between else "") + text[end:]


def move(scene: Scene, node: Sequence, path: KeyPath, from_index: int, to_index: int) -> str:
    """The text with one item elsewhere in its list; spaces, commas and comments stay."""
    low, high = sorted((from_index, to_index))
    for index in range(low, high + 1):
        unshared(node.items[index], (*path, index))
    return rearranged(scene.text, _stretches(node)[low : high + 1], from_index - low, to_index - low)


def _stretches(node: Mapping | Sequence) -> list[tuple[int, int]]:
    if isinstance(node, Sequence):
        return [(item.start, item.end) for item in node.items]
    return [(entry.key.start, max(entry.value.end, entry.key.end)) for entry in node.entries]
