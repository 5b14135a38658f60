"""Several documents together: which ones an audience gets, and what there is to say of each that was made, or not."""

from __future__ import annotations

from dataclasses import dataclass

from cop_wizard.plan.choices import SeenBy


@dataclass(frozen=True, slots=True)
class Listed:
    """One document of a set. ``files`` are pairs of a format and the name of its file beside the list; ``title``
    is what people call the document, ``about`` says in a line what it is. Where nothing was made, ``lacking`` says why.
    """

    name: str
    title: str
    about: str
    files: tuple[tuple[str, str], ...] = ()
    lacking: str = ""


_PUBLIC = ("one-page", "charter", "plan", "report", "calendar")
_MEMBERS = ("one-page", "plan", "charter", "leadership", "agenda", "calendar", "report", "feedback", "reflection")
_LEADERS = (*_MEMBERS, "roster", "invitation", "sponsor-brief", "sponsor-update")

SHARED: dict[SeenBy, tuple[str, ...]] = {
    SeenBy.PUBLIC: _PUBLIC,
    SeenBy.MEMBERS: _MEMBERS,
    SeenBy.LEADERS: _LEADERS,
}
"""The documents that each audience gets, the most telling first."""
