"""How quick many rows at once are: spliced into a list and checked, against reading the file they end up in."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from benchmarks.measure import compare

from cop_wizard.values import KeyPath
from cop_wizard.yamltext.document import Document, read
from cop_wizard.yamltext.splice import Insert, Operation, Put, changed

ROWS = 500
ROSTER: KeyPath = ("membership", "roster")
HEAD = "schema_version: 2\nmembership:\n  roster:\n"


def _spliced(document: Document, operations: Sequence[Operation]) -> Callable[[], float]:
    def run() -> float:
        begin = time.perf_counter()
        changed(document, operations)
        return time.perf_counter() - begin

    return run


def _read(text: str) -> Callable[[], float]:
    def run() -> float:
        begin = time.perf_counter()
        read(text)
        return time.perf_counter() - begin

    return run


def measure() -> list[bool]:
    """Print the figures; false for each aim that is missed."""
    few = read(HEAD + "".join(f"    - name: Person {number}\n      role: Teacher\n" for number in range(5)))
    new = [
        Insert(ROSTER, 5 + number, {"name": f"Newcomer {number}", "role": "Coach", "email": f"n{number}@example.org"})
        for number in range(ROWS)
    ]
    many = changed(few, new)
    roles = [Put((*ROSTER, number, "role"), "Principal") for number in range(ROWS)]
    return [
        compare(f"{ROWS} rows into a list of 5 : reading them once", 4.0, _spliced(few, new), _read(many.text)),
        compare(f"a field of {ROWS} rows : reading them once", 4.0, _spliced(many, roles), _read(many.text)),
    ]
