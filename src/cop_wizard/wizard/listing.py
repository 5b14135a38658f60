"""Lists of plain values, changed item by item so that the comments beside them stay."""

from __future__ import annotations

import difflib
from collections.abc import Sequence

from cop_wizard.values import Data, KeyPath
from cop_wizard.wizard.desk import Desk
from cop_wizard.yamltext.splice import Insert, Operation, Put, Remove


def list_changes(path: KeyPath, old: Sequence[Data], new: Sequence[Data]) -> list[Operation]:
    """The fewest insertions and removals that turn one list of plain values into the other, last place first."""
    operations: list[Operation] = []
    matcher = difflib.SequenceMatcher(a=[repr(item) for item in old], b=[repr(item) for item in new], autojunk=False)
    for _tag, start, end, new_start, new_end in reversed(matcher.get_opcodes()):
        if _tag == "equal":
            continue
        common = min(end - start, new_end - new_start)
        operations += [Remove((*path, place)) for place in reversed(range(start + common, end))]
        operations += [Insert(path, end, item) for item in reversed(new[new_start + common : new_end])]
        operations += [Put((*path, start + step), new[new_start + step]) for step in range(common)]
    return operations


def save_list(desk: Desk, path: KeyPath, new: Sequence[Data]) -> None:
    """Give the list at ``path`` these items."""
    old = desk.value(path)
    if new and isinstance(old, list) and old:
        desk.change(*list_changes(path, old, new))
    else:
        desk.put(path, list(new) or None)
