"""What is said where the first line of an answer is gone, and its name or dash with it."""

from __future__ import annotations

from cop_wizard.i18n import _
from cop_wizard.yamltext.slip_words import SHORT, exactly, syntax
from cop_wizard.yamltext.words import Words


def name_of_list_missing(spaces: int) -> Words:
    """A list below a remark, with no name between them."""
    return syntax(_("The line with the name of this list is missing above it."), _name_back("members:", spaces))


def name_of_group_missing(spaces: int) -> Words:
    """Some names below a remark, with no name in between that they belong to."""
    return syntax(
        _("The line with the name of this group of answers is missing above it."), _name_back("size:", spaces)
    )


def name_of_text_missing(spaces: int, remark: bool = True) -> Words:
    """A text with no name above it; ``remark`` if there is one with the question."""
    hint = _name_back("values: |", spaces)
    if not remark:
        hint = f"{_('Write it above this line, as in “{example}”.').format(example='values: |')} {exactly(spaces)}"
    return syntax(_("The line with the name of this answer is missing above it."), hint)


def heading_missing(spaces: int) -> Words:
    """Some answers further right than those above, with their remarks."""
    hint = _("Above this line and its remark, write the name of their section and a colon in a line of its own.")
    return syntax(_("The heading of the answers from here on is missing above them."), f"{hint} {exactly(spaces)}")


def row_without_start(spaces: int, line: str = "") -> Words:
    """The rest of a row; ``line`` is how its first line could begin it."""
    hint = _("Write it above this line again, with its dash.")
    other = _("If only the dash got lost, write: {line}").format(line=line) if 0 < len(line) <= SHORT else ""
    return syntax(
        _("The first line of this row is missing above it, the one with the dash."),
        " ".join(part for part in (hint, exactly(spaces), other) if part),
    )


def _name_back(example: str, spaces: int) -> str:
    hint = _("Write it between the remark and this line, as in “{example}”.").format(example=example)
    return f"{hint} {exactly(spaces)} {_('The remark says what was asked.')}"
