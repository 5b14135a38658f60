"""Web and e-mail addresses in text that people wrote: where they begin and end, and what a link to them says."""

from __future__ import annotations

import re
from collections.abc import Iterator

_ADDRESS = re.compile(
    r"(?P<web>https?://[^\s<>\"'`{}|\\^\[\]]+)"
    r"|(?<![\w.+-])(?P<mail>[A-Za-z0-9][\w.+-]{0,63}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,6})(?![\w@-])",
    re.ASCII,
)


def parted(text: str) -> Iterator[tuple[str, str]]:
    """``text`` in stretches, each with the address it leads to: "" for words, ``mailto:…`` for an e-mail address."""
    end = 0
    for found in _ADDRESS.finditer(text):
        address = found[0].rstrip(".,;:!?)")
        if found["web"] and len(address) <= len("https://"):
            continue
        if found.start() > end:
            yield text[end : found.start()], ""
        yield address, address if found["web"] else f"mailto:{address}"
        end = found.start() + len(address)
    if end < len(text):
        yield text[end:], ""
