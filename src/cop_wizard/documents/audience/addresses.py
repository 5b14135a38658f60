"""Addresses and numbers in running text: what leads to a person's mailbox or telephone, or into a meeting on screen."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from cop_wizard.documents.audience.left_out import Kind, Tally, in_place_of

_MAIL = re.compile(
    r"[^\s@<>()\[\],;:\"“”«»]{1,64}@[^\s@<>()\[\],;:\"“”«».]{1,63}(?:\.[^\s@<>()\[\],;:\"“”«».]{1,63}){1,8}"
)
_WEB = re.compile(
    r"(?<![\w.])(?:[a-z][a-z0-9+.-]{1,20}://|www\.)[^\s<>\"“”«»]+"  # any scheme: some programs have one of their own
    r"|(?<![\w.@/-])(?:[\w-]{1,63}\.){1,8}[a-z]{2,24}/[^\s<>\"“”«»]+",  # zoom.us/j/123
    re.IGNORECASE,
)
_PHONE = re.compile(
    r"(?<![\w+])\+\d{1,3}[ ().\d\u00a0\u202f-]{6,20}\d(?!\w)"
    r"|(?<![\w-])(?:1[ .-])?(?:\(\d{3}\)|\d{3})[ .\u00a0-]?\d{3}[ .\u00a0-]\d{4}(?![\w-])"
    r"|(?<![\w-])0\d(?:[ .\u00a0\u202f]\d\d){4}(?![\w-])"
)
_AT_THE_END = ".,;:!?)]}'’"


def addresses(text: str) -> Iterator[str]:
    """The web and e-mail addresses in ``text``, each in small letters."""
    for pattern in (_WEB, _MAIL):
        for found in pattern.finditer(text):
            yield _bare(found[0]).casefold()


def _bare(address: str) -> str:
    return address.rstrip(_AT_THE_END)


class Hidden:
    """Takes addresses out of texts: all but those that are ``open_to_all``, and telephone numbers, also ``known`` ones
    that have no usual form.
    """

    def __init__(self, open_to_all: Iterable[str], known: Iterable[str]) -> None:
        self._open = frozenset(open_to_all)
        numbers = sorted({one for one in known if sum(map(str.isdigit, one)) >= 4}, key=len, reverse=True)
        self._known = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, numbers))})(?!\w)") if numbers else None

    def taken_out(self, text: str, tally: Tally) -> str:
        """``text`` with a word for each address in its place."""
        if "." in text or ":" in text:
            text = self._replaced(_WEB, text, Kind.WEB, tally)
        if "@" in text:
            text = self._replaced(_MAIL, text, Kind.MAIL, tally)
        for pattern in (self._known, _PHONE):
            if pattern is not None:
                text = self._replaced(pattern, text, Kind.PHONE, tally)
        return text

    def _replaced(self, pattern: re.Pattern[str], text: str, kind: Kind, tally: Tally) -> str:
        def instead(found: re.Match[str]) -> str:
            bare = _bare(found[0])
            if bare.casefold() in self._open:
                return found[0]
            tally.add(kind, bare.casefold())
            return in_place_of(kind) + found[0][len(bare) :]

        return pattern.sub(instead, text)
