"""Changes to values, keys and items that stand on lines of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence as Many
from dataclasses import dataclass

from cop_wizard.values import Data, KeyPath
from cop_wizard.yamltext import layout
from cop_wizard.yamltext.emit import Shape, Written
from cop_wizard.yamltext.place import Parts, Place, Scene, unshared
from cop_wizard.yamltext.stitch import Stitch
from cop_wizard.yamltext.tree import Mapping, Scalar, Sequence

_HEADER = re.compile(r"[|>][-+0-9]*")


@dataclass(frozen=True, slots=True)
class _Old:
    """What stands around a value that is to be replaced.

    ``lead`` are the spaces before it, ``remark`` the comment in the line of its key, ``inner`` the comment lines that
    stand between that line and the value, and ``rest`` is where the text goes on behind the value.
    """

    lead: str
    remark: str
    inner: str
    rest: int


def replace(scene: Scene, place: Place, value: Data) -> Stitch:
    """Another value in this place. Comments in the line of the key and below it stay."""
    text = scene.text
    unshared(place.node, place.path)
    old = _around(text, place)
    line = layout.line_start(text, place.after)
    used = place.after - line + len(old.lead)
    written = scene.writer.value(value, place.column, used, place.path, place.dash)
    lead = " " if written.shape is Shape.COLLECTION else old.lead
    if written.shape is Shape.INLINE or not old.inner.strip():
        head = lead + written.head if written.head else ""
        remark = old.remark if old.remark.strip() else ""
        lines = "".join(scene.newline + line for line in written.below)
        if written.shape is Shape.INLINE:
            lines = old.inner
        return Stitch(place.after, old.rest, head + remark + lines)
    below = _below_comments(scene, place, value, written)
    return Stitch(place.after, old.rest, old.remark + old.inner + below)


def _below_comments(scene: Scene, place: Place, value: Data, written: Written) -> str:
    """The lines of a value that has to start on a line of its own, since comments stand between it and its key."""
    lines = list(written.below)
    if written.shape is Shape.TEXT:
        lines.insert(0, " " * (place.column + 2) + written.head)
    elif place.dash and isinstance(value, (dict, list)):
        lines = scene.writer.lines(value, place.column + 2, place.path)
    return "".join(scene.newline + line for line in lines)


def _around(text: str, place: Place) -> _Old:
    node = place.node
    own_line = layout.first_break(text, place.after, node.start)
    collection = isinstance(node, (Mapping, Sequence)) and not node.flow
    if own_line < 0 and collection:
        # A mapping or list that starts behind its dash; remarks in its first line belong to its first part.
        return _Old(text[place.after : node.start], "", "", layout.deeper_comments(text, node.end, place.column))
    if own_line < 0:
        lead = text[place.after : node.start] or " "
        remark, stop = _remark(text, place)
        below = layout.deeper_comments(text, stop, place.column)
        return _Old(lead, remark, text[stop:below], below)
    remark = text[place.after : own_line]
    inner = text[own_line : layout.before_line(text, node.start)]
    if collection:
        return _Old(" ", remark, inner, layout.deeper_comments(text, node.end, place.column))
    tail, stop = _remark(text, place)
    below = layout.deeper_comments(text, stop, place.column)
    return _Old(" ", remark if remark.strip() else tail, inner + text[stop:below], below)


def _remark(text: str, place: Place) -> tuple[str, int]:
    """The comment behind a value in its line, and where that line, or the last line of a block text, ends."""
    node = place.node
    if isinstance(node, Scalar) and node.style in ("|", ">"):
        header = _HEADER.match(text, node.start)
        begin = header.end() if header else node.start
        return text[begin : layout.line_end(text, begin)], layout.line_end(text, node.end)
    stop = layout.line_end(text, node.end)
    return text[node.end : stop], stop


def add_after(scene: Scene, parts: Parts, index: int, new: Many[list[str]]) -> Stitch:
    """New parts, each as its lines, behind one part of a collection and the comments that belong to that part."""
    text, newline = scene.text, scene.newline
    column = layout.column(text, parts.starts[0])
    at = layout.deeper_comments(text, parts.ends[index], column)
    blank = newline if parts.airy else ""
    return Stitch(at, at, "".join(newline + blank + newline.join(lines) for lines in new))


def add_first(scene: Scene, parts: Parts, new: Many[list[str]], top: bool) -> Stitch:
    """New parts, each as its lines, before the first part of a collection.

    At the top of a document they go below the comments, which are likely to be about the whole file.
    """
    text, newline, start = scene.text, scene.newline, parts.starts[0]
    blank = newline if parts.airy else ""
    if layout.first_on_line(text, start):
        at = layout.line_start(text, start) if top else layout.attached_comments(text, start, 0)
        return Stitch(at, at, "".join(newline.join(lines) + newline + blank for lines in new))
    margin = " " * layout.column(text, start)
    added = "".join(newline.join(lines) + newline for lines in new) + margin
    if new[0][0].lstrip(" ").startswith("#"):
        return Stitch(len(text[:start].rstrip(" ")), start, newline + added)
    return Stitch(start, start, added.lstrip(" "))


def remove(scene: Scene, node: Mapping | Sequence, index: int, top: bool) -> Stitch:
    """One of several parts of a collection goes, and with it the comments that belong to it."""
    text, parts = scene.text, scene.parts(node)
    start, column = parts.starts[index], layout.column(text, parts.starts[0])
    stop = layout.deeper_comments(text, parts.ends[index], column)
    if layout.first_on_line(text, start):
        begin = layout.attached_comments(text, start, parts.floor(index))
        if top and index == 0:
            begin = layout.line_start(text, start)
        return Stitch(begin, _behind(scene, begin, stop), "")
    following = parts.starts[1]
    if text[stop:following].strip():
        return Stitch(len(text[:start].rstrip(" ")), stop, "")
    return Stitch(start, following, "")


def _behind(scene: Scene, begin: int, stop: int) -> int:
    """Where the text goes on behind removed lines: past the blank lines too if there were some before as well."""
    text = scene.text
    at = layout.next_line(text, stop)
    if not scene.tight and begin and text[layout.line_start(text, begin - 1) : begin].strip():
        return at
    while at < len(text) and not text[at : layout.line_end(text, at)].strip():
        at = layout.next_line(text, at)
    return at


def move(scene: Scene, node: Sequence, path: KeyPath, from_index: int, to_index: int) -> Stitch:
    """One item goes elsewhere in its list. Comments that belong to an item go with it; blank lines stay."""
    text, parts = scene.text, scene.parts(node)
    column = layout.column(text, parts.starts[0])
    low, high = sorted((from_index, to_index))
    stretches = []
    for index in range(low, high + 1):
        unshared(node.items[index], (*path, index))
        start = parts.starts[index]
        if layout.first_on_line(text, start):
            start = layout.attached_comments(text, start, parts.floor(index)) + column
        stretches.append((start, layout.deeper_comments(text, parts.ends[index], column)))
    return rearranged(text, stretches, from_index - low, to_index - low)


def rearranged(text: str, stretches: list[tuple[int, int]], from_index: int, to_index: int) -> Stitch:
    """One of the stretches of a text moves; what lies between the stretches stays where it is."""
    chunks = [text[start:stop] for start, stop in stretches]
    chunks.insert(to_index, chunks.pop(from_index))
    begin = at = stretches[0][0]
    pieces = []
    for (start, stop), chunk in zip(stretches, chunks, strict=True):
        pieces += [text[at:start], chunk]
        at = stop
    return Stitch(begin, at, "".join(pieces))
