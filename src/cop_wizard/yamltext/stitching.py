"""Operations as stitches: where the text becomes different for one of them, or for several that go together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cop_wizard.values import Data, KeyPath, NoneOnPurpose
from cop_wizard.yamltext import block, flow, layout, scalars, tree
from cop_wizard.yamltext.emit import Writer
from cop_wizard.yamltext.operations import Insert, Operation, Put, Remove, Rename, SpliceRefused, nested, nowhere
from cop_wizard.yamltext.place import Parts, Scene, odd, unshared
from cop_wizard.yamltext.stitch import Stitch


def runs(operations: Sequence[Operation]) -> Iterator[list[Operation]]:
    """The operations in their order, together those that one reading is enough for.

    They are neighbours that put new items into one list, or give a field to rows of one list, to each row once.
    """
    run: list[Operation] = []
    rows: set[int] = set()
    for operation in operations:
        goal, row = _goal(operation), _row(operation)
        if run and (goal is None or goal != _goal(run[0]) or row in rows):
            yield run
            run, rows = [], set()
        run.append(operation)
        if row is not None:
            rows.add(row)
    if run:
        yield run


def _goal(operation: Operation) -> tuple[bool, KeyPath] | None:
    """What neighbours have in common that go together; ``None`` for an operation that goes alone."""
    if isinstance(operation, Insert):
        return True, operation.path
    return None if _row(operation) is None else (False, operation.path[:-2])


def _row(operation: Operation) -> int | None:
    """The row of a list that gets or loses a field."""
    path = operation.path
    if not isinstance(operation, (Put, Remove)) or len(path) < 3 or not isinstance(path[-1], str):
        return None
    return row if isinstance(row := path[-2], int) else None


def stitches(text: str, root: tree.Mapping, run: Sequence[Operation], cautious: bool, tight: bool) -> list[Stitch]:
    """All that a run changes in a text. Raises ``SpliceRefused`` where it cannot be done."""
    scene = Scene(text, root, _writer(text, root, run, cautious), tight)
    inserts = [one for one in run if isinstance(one, Insert)]
    return _inserts(scene, inserts) if inserts else [_stitch(scene, one) for one in run]


def _writer(text: str, root: tree.Mapping, run: Sequence[Operation], cautious: bool) -> Writer:
    return Writer(
        list_step=layout.list_habit(text, root),
        step=layout.mapping_habit(text, root),
        cautious=cautious,
        comments={one.path: one.comment for one in run if isinstance(one, Put) and one.comment},
    )


def _stitch(scene: Scene, operation: Operation) -> Stitch:
    if isinstance(operation, Put):
        return _put(scene, operation.path, operation.value, operation.order)
    if isinstance(operation, Remove):
        return _remove(scene, operation.path)
    if isinstance(operation, Rename):
        return _rename(scene, operation)
    node = scene.node(operation.path)
    if not isinstance(node, tree.Sequence) or isinstance(operation, Insert):
        raise nowhere(operation.path)
    rearrange = flow.move if node.flow else block.move
    return rearrange(scene, node, operation.path, operation.from_index, operation.to_index)


def _replace(scene: Scene, path: KeyPath, value: Data) -> Stitch:
    """Another value at a path that exists."""
    if not path:
        # Only an empty document, written as a pair of braces, ever gets here.
        lines = scene.writer.lines(value, 0) if isinstance(value, (dict, list)) else []
        return Stitch(scene.root.start, scene.root.end, scene.newline.join(lines))
    place = scene.place(path)
    return flow.replace(scene, place, value) if place.flow else block.replace(scene, place, value)


def _put(scene: Scene, path: KeyPath, value: Data, order: tuple[str, ...]) -> Stitch:
    node: tree.Node = scene.root
    for depth, part in enumerate(path):
        below = tree.child(node, part)
        if below is None:
            return _put_new(scene, path, depth, value, order if depth == len(path) - 1 else ())
        node = below
    return _replace(scene, path, value)


def _put_new(scene: Scene, path: KeyPath, depth: int, value: Data, order: tuple[str, ...]) -> Stitch:
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
        return block.add_first(scene, parts, [lines], top=depth == 0)
    return block.add_after(scene, parts, after, [lines])


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


def _inserts(scene: Scene, inserts: Sequence[Insert]) -> list[Stitch]:
    """New items for one list; each stitch holds those that come between the same two old ones."""
    path = inserts[0].path
    try:
        node = scene.node(path)
    except SpliceRefused:
        node = None
    if not isinstance(node, tree.Sequence):
        return [_put(scene, path, _gaps(0, inserts)[0], ())]
    if node.anchored:
        unshared(node, path)
    gaps = _gaps(len(node.items), inserts)
    if not node.items:
        if node.flow and isinstance(inserts[0].value, (str, NoneOnPurpose)):
            return [Stitch(node.start, node.end, scene.writer.flow(gaps[0]))]
        return [_replace(scene, path, gaps[0])]
    if node.flow:
        return [_into_flow(scene, node, gap, values) for gap, values in gaps.items()]
    parts = scene.parts(node)
    return [_into_block(scene, parts, gap, values) for gap, values in gaps.items()]


def _gaps(count: int, inserts: Sequence[Insert]) -> dict[int, list[Data]]:
    """The new values by the number of old items, of ``count``, that stand before them."""
    line: list[Insert | None] = [None] * count
    for one in inserts:
        line.insert(one.index, one)
    gaps: dict[int, list[Data]] = {}
    gap = 0
    for place in line:
        if place is None:
            gap += 1
        else:
            gaps.setdefault(gap, []).append(place.value)
    return gaps


def _into_flow(scene: Scene, node: tree.Sequence, gap: int, values: Sequence[Data]) -> Stitch:
    written = ", ".join(map(scene.writer.flow, values))
    return flow.add_after(scene, node, gap - 1, written) if gap else flow.add_first(scene, node, written)


def _into_block(scene: Scene, parts: Parts, gap: int, values: Sequence[Data]) -> Stitch:
    column = layout.column(scene.text, parts.starts[0])
    new = [scene.writer.item(value, column) for value in values]
    return block.add_after(scene, parts, gap - 1, new) if gap else block.add_first(scene, parts, new, top=False)


def _remove(scene: Scene, path: KeyPath) -> Stitch:
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


def _rename(scene: Scene, operation: Rename) -> Stitch:
    holder = scene.node(operation.path[:-1])
    entry = holder.entry(str(operation.path[-1])) if isinstance(holder, tree.Mapping) else None
    if entry is None or not isinstance(holder, tree.Mapping):
        raise nowhere(operation.path)
    if holder.anchored:
        unshared(holder, operation.path)
    key = entry.key
    if key.anchored:
        raise odd(operation.path)
    quoted = key.style in ('"', "'")  # ``{"a":1}`` needs its quotes, and who wrote them may want them
    written = scalars.double_quoted(operation.name) if quoted else scalars.key(operation.name, flow=holder.flow)
    return Stitch(key.start, key.end, written)
