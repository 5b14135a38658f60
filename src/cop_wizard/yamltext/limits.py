"""How much a file may hold. A real plan stays far below every one of these."""

MAX_BYTES = 2_000_000
"""Bytes in a file. The largest plan seen so far had 60,000."""

MAX_DEPTH = 64
"""Lists and mappings inside one another."""

MAX_ALIASED = 10_000
"""Values that aliases may add to a document, so that ten short lines cannot grow into a billion values."""
