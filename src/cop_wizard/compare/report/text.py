"""The changes as text for a screen: under the guide's sections, each with a mark, as wide as there is room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from cop_wizard.cells import wrapped
from cop_wizard.compare.change import Change, Kind, Mark, Piece
from cop_wizard.i18n import _, ngettext
from cop_wizard.look import Look
from cop_wizard.visible import visible_line

_STYLES = {Mark.OLD: "went", Mark.NEW: "came", Mark.BOTH: ""}
_CAME, _WENT, _OTHER = "+", "−", "~"
_SIGNS = {Kind.ANSWERED: _CAME, Kind.ADDED: _CAME, Kind.REMOVED: _WENT, Kind.TAKEN_AWAY: _WENT}
_BELOW = "      "


def heading(old: str, new: str, count: int) -> str:
    """What is compared, and how much has changed."""
    said = ngettext("From {old} to {new}: {count} change", "From {old} to {new}: {count} changes", count)
    return said.format(old=visible_line(old), new=visible_line(new), count=count)


def nothing_changed(same_text: bool) -> str:
    """What is said where there is no change; ``same_text``: the files are alike to the letter."""
    if same_text:
        return _("The two plans say the same.")
    return _("Nothing changed but how the file is written.")


def render(found: Sequence[Change], old: str, new: str, look: Look) -> str:
    """All changes from the plan called ``old`` to the one called ``new``; there is at least one."""
    lines = [look.paint(line, "strong") for line in wrapped(heading(old, new, len(found)), look.width, "", "  ")]
    for section, group in groupby(found, key=lambda change: change.section):
        lines += ["", *(look.paint(line, "advice") for line in wrapped(visible_line(section), look.width))]
        for change in group:
            lines += _told(change, look)
    return "\n".join(lines)


def _told(change: Change, look: Look) -> Iterator[str]:
    sign = _SIGNS.get(change.kind, _OTHER)
    style = {_CAME: "came", _WENT: "went", _OTHER: "later"}[sign]
    first, *rest = wrapped(visible_line(change.said), look.width, f"  {sign} ", "    ")
    yield first.replace(sign, look.paint(sign, style), 1)
    yield from rest
    if any(piece.mark is Mark.BOTH for piece in change.pieces):
        yield from _within(change.pieces, look)
    else:
        for piece in change.pieces:
            yield from _alone(piece, look)


def _alone(piece: Piece, look: Look) -> Iterator[str]:
    """A text that came or went as a whole."""
    sign = _CAME if piece.mark is Mark.NEW else _WENT
    for line in wrapped(visible_line(piece.text), look.width, f"{_BELOW}{sign} ", f"{_BELOW}  "):
        yield _BELOW + look.paint(line.removeprefix(_BELOW), _STYLES[piece.mark])


def _within(pieces: Sequence[Piece], look: Look) -> Iterator[str]:
    """A text with what went and what came in brackets, so that colour is never the only sign of it."""
    shown = [(piece.mark, _bracketed(piece)) for piece in pieces]
    marks = [mark for mark, text in shown for character in text if character != " "]
    width = None if look.width is None else look.width - len(_BELOW)
    place = 0
    for line in wrapped(" ".join(text for _mark, text in shown), width):
        # Breaking a text into lines only adds and takes blanks, so the other characters come in their old order.
        of_line = []
        for character in line:
            place += character != " "
            around = set(marks[max(0, place - 1) : place + (character == " ")])
            of_line.append((around.pop() if len(around) == 1 else Mark.BOTH, character))
        yield _BELOW + "".join(_runs(of_line, look))


def _bracketed(piece: Piece) -> str:
    text = visible_line(piece.text)
    if piece.mark is Mark.BOTH:
        return text
    return f"[{_CAME if piece.mark is Mark.NEW else _WENT}{text}]"


def _runs(characters: Sequence[tuple[Mark, str]], look: Look) -> Iterator[str]:
    for mark, run in groupby(characters, key=lambda one: one[0]):
        yield look.paint("".join(character for _mark, character in run), _STYLES[mark])
