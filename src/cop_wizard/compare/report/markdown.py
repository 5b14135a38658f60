"""The changes as Markdown (GitHub's dialect): no text a person wrote can act as markup."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from cop_wizard.compare.change import Change, Mark, Piece
from cop_wizard.compare.report.text import heading
from cop_wizard.i18n import _
from cop_wizard.markdown import markdown_escape


def render(found: Sequence[Change], old: str, new: str, nothing: str) -> str:
    """All changes as a page; ``nothing`` is said where there is none."""
    lines = ["# " + _("What changed"), ""]
    if not found:
        return "\n".join([*lines, nothing])
    lines.append(markdown_escape(heading(old, new, len(found))) + ".")
    for section, group in groupby(found, key=lambda change: change.section):
        lines += ["", f"## {markdown_escape(section)}", ""]
        for change in group:
            lines += _told(change)
    return "\n".join(lines)


def _told(change: Change) -> Iterator[str]:
    yield f"- {markdown_escape(change.said)}"
    if any(piece.mark is Mark.BOTH for piece in change.pieces):
        yield "  > " + " ".join(map(_marked, change.pieces))
    else:
        for number, piece in enumerate(change.pieces):
            if number:
                yield ""
            yield "  > " + _marked(piece)


def _marked(piece: Piece) -> str:
    text = markdown_escape(piece.text)
    return {Mark.OLD: f"~~{text}~~", Mark.NEW: f"**{text}**", Mark.BOTH: text}[piece.mark]
