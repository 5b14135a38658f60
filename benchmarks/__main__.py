"""Measures `cop`, each figure against a baseline in the same run: ``python -m benchmarks [feel|checking …]``.

Absolute times depend on the machine, so the aims are ratios; some are milliseconds because a person's patience is.
"""

from __future__ import annotations

import os
import sys

from benchmarks import calendars, checking, documents, feel, life, rows, scheduling

ALL = {
    "feel": feel.measure,
    "checking": checking.measure,
    "calendars": calendars.measure,
    "documents": documents.measure,
    "scheduling": scheduling.measure,
    "rows": rows.measure,
    "life": life.measure,
}


def main(names: list[str]) -> int:
    """Print the figures asked for, or all; 1 where an aim is missed."""
    os.environ["PYTHONDONTWRITEBYTECODE"] = ""
    met = [one for name in names or ALL for one in ALL[name]()]
    return 0 if all(met) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
