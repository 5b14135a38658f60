"""How much a file may hold. A real plan stays far below every one of these."""

MAX_BYTES = 2_000_000
"""Bytes in a file. The largest plan seen so far had 60,000."""

MAX_LINES = 20_000
"""Lines in a file. The largest plan seen so far had 1,700."""

MAX_PARTS = 60_000
"""Keys, values, and beginnings and ends of lists and groups in a file."""

MAX_FINDINGS = 100
"""Mistakes of one sort that are told at once. Nobody reads further, and finding words for each takes time."""

MAX_DEPTH = 64
"""Lists and mappings inside one another."""

MAX_ALIASED = 10_000
"""Values that aliases may add to a document, so that ten short lines cannot grow into a billion values."""


def fits(text: str) -> bool:
    """Whether a text is small enough to be read."""
    breaks = text.count("\n") + text.count("\r") - text.count("\r\n")
    return len(text) <= MAX_BYTES and breaks < MAX_LINES
