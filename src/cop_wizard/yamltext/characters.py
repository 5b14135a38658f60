"""Characters that no editor shows: those that YAML forbids, and blanks that only look like spaces."""

from __future__ import annotations

import re

FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|(?<=\ufeff)\ufeff")
"""What YAML allows nowhere; and a second byte order mark, which the parser would swallow without counting it."""

BLANKS = "\u00a0\u202f\u2007\u2009\u2002\u2003\u3000"
"""Blanks of word processors and web pages, which YAML takes for text."""

ODD_INDENT = re.compile(rf"^[ \t]*[{BLANKS}][ \t{BLANKS}]*", re.MULTILINE)
"""Such a blank at the start of a line."""


_USUAL = bytes([9, 10, 13, *range(32, 127)])


def is_clean(text: str) -> bool:
    """Whether nothing of the kind is in the text, where it would do harm."""
    # Taking the usual characters away first is several times faster than looking at each of them.
    rest = text.encode("utf-8", "surrogatepass").translate(None, _USUAL).decode("utf-8", "surrogatepass")
    return not FORBIDDEN.search(rest) and not (rest and has_odd_indent(text))


def has_odd_indent(text: str) -> bool:
    """Whether a line starts with something that only looks like spaces."""
    return any(blank in text for blank in BLANKS) and bool(ODD_INDENT.search(text))
