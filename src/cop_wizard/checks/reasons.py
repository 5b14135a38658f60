"""Why a check exists, for `cop explain` and the page of all checks."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reasons:
    """The whole reasoning behind one code.

    ``title`` names it in a few words, ``why`` says what experience is behind it, ``do`` what to do. ``before`` is a
    piece of a plan in which it is found, ``after`` the same piece put right; ``schema_version`` is left out of both.
    ``source`` is a key of the bibliography with ``where`` in it, both "" where the reason is plain craft.
    """

    title: str
    why: str
    do: str
    before: str
    after: str
    source: str = ""
    where: str = ""
