"""What is said about a file that cannot be read as it stands: code, message and hint of each finding."""

from __future__ import annotations

from typing import NamedTuple

from cop_wizard.i18n import _, ngettext
from cop_wizard.yamltext.limits import MAX_BYTES, MAX_DEPTH, MAX_FINDINGS, MAX_LINES, MAX_PARTS


class Words(NamedTuple):
    """A finding before it has a place."""

    code: str
    message: str
    hint: str


def more_may_show() -> str:
    """Behind the hint where reading stopped: what is below has not been looked at."""
    return _("More may show once this is put right.")


def too_large() -> Words:
    """More text than any plan needs."""
    return Words(
        "COP102",
        _("This file is too large: it holds more than {size} megabytes, or {lines} lines.").format(
            size=MAX_BYTES // 1_000_000, lines=MAX_LINES
        ),
        _("A plan is a few pages of text. Please check that this is the right file."),
    )


def too_many_parts() -> Words:
    """More names and values than any plan needs."""
    return Words(
        "COP102",
        _("This file is too large: up to here it holds {count} names and values.").format(count=MAX_PARTS),
        _("A plan is a few pages of text. Please check that this is the right file."),
    )


def too_many_findings() -> Words:
    """So much is wrong that this can hardly be a plan."""
    return Words(
        "COP102",
        _("Up to here, more than {count} things are wrong with how this file is written.").format(count=MAX_FINDINGS),
        _("Please check that this is the right file. If it is, begin with the first lines, then check again."),
    )


def empty() -> Words:
    """Nothing to read, or comments only."""
    return Words(
        "COP103",
        _("This file is empty."),
        _("Please check that it is the right file. If its text got lost, look beside it for a copy ending in “.bak”."),
    )


def only_text(looks_like_pair: bool) -> Words:
    """The top level is one text."""
    hint = _("Start with a name, a colon, a space and an answer, as in “name: Reading circle”.")
    if looks_like_pair:
        hint = _("Put a space after the colon, as in “name: Reading circle”.")
    return Words("COP104", _("The file should hold names with answers, but it is one piece of text."), hint)


def only_list() -> Words:
    """The top level is a list."""
    return Words(
        "COP104",
        _("The file should hold names with answers, but it starts as a list."),
        _("Put a name and a colon above the list, as in “members:”, and indent the list below it."),
    )


def twice(name: str, line: int) -> Words:
    """The same key a second time in one mapping; ``line`` is where the first one stands."""
    return Words(
        "COP107",
        _("“{name}” stands here a second time; the first is in line {line}.").format(name=name, line=line),
        _("Keep one of the two and delete the other, or give it another name."),
    )


def twice_below(name: str, line: int, heading: str, at: int, spaces: int) -> Words:
    """The same where a name with nothing behind it, in line ``at``, may be the heading of what stands below it."""
    words = twice(name, line)
    right = _("If it belongs below “{heading}:” in line {line}, that line stands too far right:").format(
        heading=heading, line=at
    )
    move = ngettext(
        "put exactly {count} space before that line.", "put exactly {count} spaces before that line.", spaces
    ).format(count=spaces)
    move = move if spaces else _("delete all spaces before that line.")
    return words._replace(hint=f"{right} {move} {_('Else keep one of the two and delete the other.')}")


def row_twice(name: str, line: int) -> Words:
    """The same in a row of a list: often the first line of the next row got lost, and with it the dash."""
    words = twice(name, line)
    dash = _("If a new row begins here, put a dash in front of it, exactly below the dash above.")
    return words._replace(hint=f"{dash} {_('Else keep one of the two and delete the other.')}")


def tagged(tag: str) -> Words:
    """A text that starts with an exclamation mark, which YAML takes for a tag."""
    return Words(
        "COP108",
        _("A text cannot start with an exclamation mark, as “{tag}” does.").format(tag=tag),
        _("Put the whole text in quotation marks, or delete this word."),
    )


def too_many_aliases() -> Words:
    """Aliases that blow up the document, or an alias inside the value it repeats."""
    return Words(
        "COP109",
        _("Repeating this place with an asterisk makes the file far too large."),
        _("Write the text out instead of repeating it with “*”."),
    )


def too_deep() -> Words:
    """More nesting than ``MAX_DEPTH``."""
    return Words(
        "COP110",
        _("There are too many lists inside lists here: more than {depth} levels.").format(depth=MAX_DEPTH),
        _("Check the brackets and the indentation of this line."),
    )


def second_document() -> Words:
    """A line of three dashes with another document behind it."""
    return Words(
        "COP111",
        _("A second document starts here, and a file can hold only one."),
        _("Delete the line of three dashes, or move what follows it to a file of its own."),
    )


def control_character(code_point: int) -> Words:
    """A character that YAML allows nowhere."""
    return Words(
        "COP112",
        _("There is an invisible control character here (U+{code}).").format(code=f"{code_point:04X}"),
        _("Delete it: place the cursor behind it and press Backspace. It often comes with copied text."),
    )


def odd_indent() -> Words:
    """Blanks in front of a name or a dash that are no spaces, as word processors and web pages have them."""
    return Words(
        "COP106",
        _("The blanks in front of this line only look like spaces."),
        _("Delete them, and type ordinary spaces in their place. They often come with copied text."),
    )


def not_a_name() -> Words:
    """A key that is no plain text."""
    return Words(
        "COP113",
        _("What stands in front of a colon has to be a simple name."),
        _("Write it as in “focus: reading”. A text with braces or brackets needs quotation marks around it."),
    )


def merge() -> Words:
    """The key ``<<``, which takes over the keys of another place. Refused: no person would guess what it does."""
    return Words(
        "COP114",
        _("“<<” would take over the keys of another place, and that is not supported."),
        _("Write out the keys you want to have here, and delete this one."),
    )


def unknown_alias(name: str) -> Words:
    """An alias without an anchor: nearly always a text that starts with an asterisk."""
    return Words(
        "COP105",
        _("A text cannot start with an asterisk, as “*{name}” does.").format(name=name),
        _("Put the whole text in quotation marks."),
    )
