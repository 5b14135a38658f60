"""Text from a file, made safe to show on a screen: what would steer the terminal is shown instead of sent."""

from __future__ import annotations

import re

_STEERING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # control characters, all but newline and tab
    "\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff"  # invisible ones, and those that turn text round
    "\ud800-\udfff\U000e0000-\U000e007f]"  # halves of characters, and invisible tags
)


def visible(text: str) -> str:
    """``text`` with control, invisible and direction-changing characters spelt out: ``␛``, ``\\u202e``.

    Newlines and tabs stay. Joiners stay too, because scripts and emoji need them.
    """
    return _STEERING.sub(_spelt, text)


def visible_line(text: str) -> str:
    """``text`` on one line, its white space folded, safe to show."""
    return visible(" ".join(text.split()))


def _spelt(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "␡"
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
