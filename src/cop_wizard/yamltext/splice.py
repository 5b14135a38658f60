"""Change a YAML text without disturbing the rest of it: only the lines concerned become different.

Which comment belongs to what:

* a comment at the end of a line belongs to the value in that line and stays when the value is replaced;
* comment lines directly above a key or a dash, with the same indentation and no blank line between, belong to that key
  or list item: they move and go with it. Three exceptions: comments above the first key of the file are about the
  file and stay, comments above the last item left in a list stay below the list's key when that item goes, and a new
  first item is written above the comments of the one that was first;
* comment lines below a value and indented deeper than its key or dash belong to that value;
* all other comments belong to nobody and stay where they are.

Each operation is checked by reading the result: unless it says exactly what was asked for, nothing is changed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from cop_wizard.i18n import _
from cop_wizard.values import Data, KeyPath, NoneOnPurpose
from cop_wizard.yamltext import block, emit, flow, layout, scalars, tree
from cop_wizard.yamltext.document import Document, read
from cop_wizard.yamltext.emit import WIDTH, Writer
from cop_wizard.yamltext.operations import (
    Insert,
    Move,
    Operation,
    Put,
    Remove,
    Rename,
    SpliceRefused,
    edited,
    nested,
    nowhere,
)
from cop_wizard.yamltext.place import Scene, odd, unshared

__all__ = [
    "Insert",
    "Move",
    "Operation",
    "Put",
    "Remove",
    "Rename",
    "SpliceRefused",
    "apply",
    "changed",
    "edited",
    "write",
]


def apply(text: str, operations: Sequence[Operation]) -> str:
    """The text after the operations, each of which sees the work of those before it.

    Raises ``SpliceRefused`` if the text has problems, if an operation makes no sense for what is in the file, or if it
    cannot be done without touching more of it. The text given is never half changed.
    """
    return changed(read(text), operations).text


def changed(document: Document, operations: Sequence[Operation]) -> Document:
    """As `apply`, for a text that has been read already; what comes back has been read again, too."""
    for operation in operations:
        document = _applied(document, operation)
    return document


def write(
    data: Mapping[str, Data],
    comments: Mapping[KeyPath, str] | None = None,
    blank_before: Collection[KeyPath] = (),
    width: int = WIDTH,
) -> str:
    """A whole new file. ``comments`` stand above the keys they are for, the one for ``()`` at the top of the file,
    with a blank line below it.

    Raises ``SpliceRefused`` for data no YAML file can hold, such as half a character.
    """
    plain = dict(data)
    if not plain:
        return "{}\n"
    for cautious in (False, True):
        writer = Writer(width=width, cautious=cautious, comments=comments or {}, blank_before=blank_before)
        lines = writer.lines(plain, 0)
        title = emit.comment_lines((comments or {}).get((), ""), 0)
        if title:
            lines = [*title, *([""] if lines[0] else []), *lines]
        text = "\n".join(lines) + "\n"
        document = read(text)
        if not document.problems and document.data == plain:
            return text
    raise SpliceRefused(
        _("This plan holds a text that cannot be written to a file."),
        _("Look for strange characters in what you pasted last, and type it by hand."),
    )


def _applied(document: Document, operation: Operation) -> Document:
    if document.problems or not isinstance(document.root, tree.Mapping):
        raise SpliceRefused(
            _("The file has a problem that has to be solved before it can be changed from here."),
            document.problems[0].message if document.problems else "",
        )
    wanted = edited(document.data, operation)
    if wanted == document.data:
        return document
    for candidate in _candidates(document, operation):
        result = read(candidate)
        if not result.problems and result.data == wanted:
            return result
    raise odd(operation.path)


def _candidates(document: Document, operation: Operation) -> Iterator[str]:
    """Ways to write the change, the most natural first."""
    text = document.text
    for cautious, tight in ((False, False), (False, True), (True, True)):
        if text.endswith(("\n", "\r")):
            yield _changed(document, operation, cautious, tight)
            continue
        newline = layout.newline_of(text)
        for whole in (text + newline, _closed(document) + newline):
            changed = _changed(read(whole), operation, cautious, tight)
            yield changed.removesuffix(newline)
            yield changed


def _closed(document: Document) -> str:
    """A text that ends in the middle of a block text, changed so that a newline behind it adds nothing to that text.

    Without the newline at its end ``|`` means the same as ``|-``.
    """
    node: tree.Node | None = document.root
    while isinstance(node, (tree.Mapping, tree.Sequence)):
        below = node.items if isinstance(node, tree.Sequence) else [entry.value for entry in node.entries]
        node = below[-1] if below else None
    if not isinstance(node, tree.Scalar) or node.style not in ("|", ">"):
        return document.text
    header = document.text[node.start : layout.line_end(document.text, node.start)]
    mark, gap, remark = header.partition(" ")
    closed = mark.replace("+", "").replace("-", "") + "-" + gap + remark
    return document.text[: node.start] + closed + document.text[node.start + len(header) :]


def _changed(document: Document, operation: Operation, cautious: bool, tight: bool) -> str:
    root, text = document.root, document.text
    if not isinstance(root, tree.Mapping):
        raise odd(operation.path)
    comments = {operation.path: operation.comment} if isinstance(operation, Put) and operation.comment else {}
    writer = Writer(
        list_step=layout.list_habit(text, root),
        step=layout.mapping_habit(text, root),
        cautious=cautious,
        comments=comments,
    )
    scene = Scene(text, root, writer, tight)
    if isinstance(operation, Put):
        return _put(scene, operation.path, operation.value, operation.order)
    if isinstance(operation, Insert):
        return _insert(scene, operation)
    if isinstance(operation, Remove):
        return _remove(scene, operation.path)
    if isinstance(operation, Rename):
        return _rename(scene, operation)
    node = scene.node(operation.path)
    if not isinstance(node, tree.Sequence):
        raise nowhere(operation.path)
    rearrange = flow.move if node.flow else block.move
    return rearrange(scene, node, operation.path, operation.from_index, operation.to_index)


def _replace(scene: Scene, path: KeyPath, value: Data) -> str:
    """Another value at a path that exists."""
    if not path:
        # Only an empty document, written as a pair of braces, ever gets here.
        lines = scene.writer.lines(value, 0) if isinstance(value, (dict, list)) else []
        return scene.text[: scene.root.start] + scene.newline.join(lines) + scene.text[scene.root.end :]
    place = scene.place(path)
    return flow.replace(scene, place, value) if place.flow else block.replace(scene, place, value)


def _put(scene: Scene, path: KeyPath, value: Data, order: tuple[str, ...]) -> str:
    node: tree.Node = scene.root
    for depth, part in enumerate(path):
        below = tree.child(node, part)
        if below is None:
            return _put_new(scene, path, depth, value, order if depth == len(path) - 1 else ())
        node = below
    return _replace(scene, path, value)


def _put_new(scene: Scene, path: KeyPath, depth: int, value: Data, order: tuple[str, ...]) -> str:
    """A key that is missing, in the deepest mapping that is there."""
    node, name, value = scene.node(path[:depth]), str(path[depth]), nested(path[depth + 1 :], value)
    if not isinstance(node, tree.Mapping) or not node.entries:
        return _replace(scene, path[:depth], {name: value})
    if node.anchored:
        unshared(node, path)
    after = _neighbour(node, name, order)
    if node.flow:
        written = scene.writer.flow_entry(name, value)
        return flow.add_first(scene, node, written) if after < 0 else flow.add_after(scene, node, after, written)
    parts = scene.parts(node)
    lines = scene.writer.entry(name, value, layout.column(scene.text, parts.starts[0]), path[: depth + 1])
    if after < 0:
        return block.add_first(scene, parts, lines, top=depth == 0)
    return block.add_after(scene, parts, after, lines)


def _neighbour(node: tree.Mapping, name: str, order: tuple[str, ...]) -> int:
    """Which entry a new key goes behind; ``-1`` if it comes first."""
    last = len(node.entries) - 1
    if name not in order:
        return last
    rank = order.index(name)
    for earlier in reversed(order[:rank]):
        found = node.index(earlier)
        if found >= 0:
            return found
    later = [found for found in map(node.index, order[rank + 1 :]) if found >= 0]
    return min(later) - 1 if later else last


def _insert(scene: Scene, operation: Insert) -> str:
    path, index, value = operation.path, operation.index, operation.value
    try:
        node = scene.node(path)
    except SpliceRefused:
        node = None
    if not isinstance(node, tree.Sequence):
        return _put(scene, path, [value], ())
    if node.anchored:
        unshared(node, path)
    if not node.items:
        if node.flow and isinstance(value, (str, NoneOnPurpose)):
            return scene.text[: node.start] + scene.writer.flow([value]) + scene.text[node.end :]
        return _replace(scene, path, [value])
    if node.flow:
        written = scene.writer.flow(value)
        return flow.add_after(scene, node, index - 1, written) if index else flow.add_first(scene, node, written)
    parts = scene.parts(node)
    lines = scene.writer.item(value, layout.column(scene.text, parts.starts[0]), (*path, index))
    return block.add_after(scene, parts, index - 1, lines) if index else block.add_first(scene, parts, lines, top=False)


def _remove(scene: Scene, path: KeyPath) -> str:
    node, holder = scene.node(path), scene.node(path[:-1])
    unshared(node, path)
    if not isinstance(holder, (tree.Mapping, tree.Sequence)):
        raise nowhere(path)
    last = path[-1]
    if isinstance(holder, tree.Mapping):
        index, count = holder.index(str(last)), len(holder.entries)
    else:
        index, count = int(last), len(holder.items)
    if count == 1:
        return _replace(scene, path[:-1], None)
    if holder.flow:
        return flow.remove(scene, holder, index)
    return block.remove(scene, holder, index, top=len(path) == 1)


def _rename(scene: Scene, operation: Rename) -> str:
    holder = scene.node(operation.path[:-1])
    entry = holder.entry(str(operation.path[-1])) if isinstance(holder, tree.Mapping) else None
    if entry is None or not isinstance(holder, tree.Mapping):
        raise nowhere(operation.path)
    if holder.anchored:
        unshared(holder, operation.path)
    text, key = scene.text, entry.key
    if key.anchored:
        raise odd(operation.path)
    quoted = key.style in ('"', "'")  # ``{"a":1}`` needs its quotes, and who wrote them may want them
    written = scalars.double_quoted(operation.name) if quoted else scalars.key(operation.name, flow=holder.flow)
    return text[: key.start] + written + text[key.end :]
