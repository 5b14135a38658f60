"""What is said about slips of the hand. Each hint can be followed to the letter, and no answer gets lost by it."""

from __future__ import annotations

from cop_wizard.i18n import _, ngettext
from cop_wizard.yamltext.words import Words

SHORT = 70
"""A corrected line up to this long is shown."""


def syntax(message: str, hint: str) -> Words:
    """A mistake in the syntax."""
    return Words("COP105", message, hint)


def _write(line: str) -> str:
    return _("Write: {line}").format(line=line)


def _in_quotes(text: str, line: str) -> str:
    """How to put a text in quotation marks: by example if it is short."""
    if len(line) <= SHORT:
        return _write(line)
    if '"' not in text and "\\" not in text:
        return _('Put a " in front of the whole answer and another behind it.')
    if "'" not in text:
        return _("Put a ' in front of the whole answer and another behind it.")
    return _("Put a ' in front of the whole answer and another behind it, and write each ' inside it twice: ''.")


def tab(spaces: int) -> Words:
    """A tab among the spaces a line starts with."""
    return Words(
        "COP106",
        _("There is a tab here, but lines may only be indented with spaces."),
        _("Delete what stands in front of the first word or dash")
        + (
            "."
            if not spaces
            else ngettext(", and put exactly {n} space there.", ", and put exactly {n} spaces there.", spaces).format(
                n=spaces
            )
        ),
    )


def tabs(count: int, size: int) -> Words:
    """Tabs among the spaces that several lines start with."""
    return Words(
        "COP106",
        ngettext(
            "There is a tab in front of {count} line from here on, but lines may only be indented with spaces.",
            "There are tabs in front of {count} lines from here on, but lines may only be indented with spaces.",
            count,
        ).format(count=count),
        _("Put {n} spaces in the place of each tab.").format(n=size),
    )


def quote_never_closed(mark: str, or_delete: bool) -> Words:
    """An odd quotation mark at the start of an answer."""
    hint = _("Put another {mark} at the end of this answer.").format(mark=mark)
    if or_delete:
        hint = _("Put another {mark} at the end of this answer, or delete this one.").format(mark=mark)
    return syntax(_("This quotation mark is never closed."), hint)


def curly_quotes(line: str) -> Words:
    """A text in the quotation marks of a word processor that needs real ones."""
    return syntax(
        _("Curly quotation marks do not count here, and this text needs straight ones."),
        _shown(line, _('Type " in the place of both.')),
    )


def curly_end(mark: str, line: str) -> Words:
    """A text that opens with a straight quotation mark and closes with a curly one."""
    return syntax(
        _("This quotation mark is never closed: the one at the end is a curly one."),
        _shown(line, _("Type {mark} in its place.").format(mark=mark)),
    )


def no_space_after_colon(line: str) -> Words:
    """``name:text``."""
    return syntax(_("There is no space after the colon."), _shown(line, _("Put a space behind the colon.")))


def wide_colon(line: str) -> Words:
    """A colon from a Chinese or Japanese keyboard."""
    return syntax(
        _("This colon is a wide one, which does not count here."),
        _shown(line, _("Type an ordinary colon and a space in its place.")),
    )


def no_space_after_dash(line: str) -> Words:
    """``-text``."""
    return syntax(_("There is no space after the dash."), _shown(line, _("Put a space behind the dash.")))


def wide_dash(line: str) -> Words:
    """``-  name: text``, with the other names of the row one space further left."""
    return syntax(
        _("There are too many spaces after the dash: this name is not in line with the names below it."),
        _shown(line, _("Leave one space behind the dash.")),
    )


def no_dash(line: str) -> Words:
    """A list item without its dash."""
    return syntax(
        _("There is no dash in front of this line, as there is in the other lines of its list."),
        _shown(line, _("Put a dash and a space in front of it.")),
    )


def no_colon(line: str, or_indent: int = 0) -> Words:
    """``name text``, or perhaps a text that goes on; ``or_indent`` says how far it would be indented."""
    name = line.partition(":")[0].removeprefix("- ")
    hint = _shown(line, _("Put a colon and a space behind “{name}”.").format(name=name))
    if or_indent:
        hint += " " + _("(Or put {n} spaces before it, if it goes on with the answer above.)").format(n=or_indent)
    return syntax(_("There is no colon behind this name."), hint)


def _shown(line: str, otherwise: str) -> str:
    return _write(line) if len(line) <= SHORT else otherwise


def out_of_line(dash: bool, step: int, spaces: int) -> Words:
    """A dash or a name too far left (``step`` below zero) or right."""
    count = abs(step)
    if dash and step < 0:
        message = ngettext(
            "This dash stands one space further left than the other dashes of its list.",
            "This dash stands {count} spaces further left than the other dashes of its list.",
            count,
        )
    elif dash:
        message = ngettext(
            "This dash stands one space further right than the other dashes of its list.",
            "This dash stands {count} spaces further right than the other dashes of its list.",
            count,
        )
    elif step < 0:
        message = ngettext(
            "This name stands one space further left than the names it belongs to.",
            "This name stands {count} spaces further left than the names it belongs to.",
            count,
        )
    else:
        message = ngettext(
            "This name stands one space further right than the names it belongs to.",
            "This name stands {count} spaces further right than the names it belongs to.",
            count,
        )
    return syntax(message.format(count=count), exactly(spaces))


def block_out_of_line(dash: bool, step: int, spaces: int) -> Words:
    """A dash or a name too far left or right, and what belongs to it as well."""
    words, count = out_of_line(dash, step, spaces), abs(step)
    if step < 0:
        more = ngettext(
            "Move the lines that belong to it along with it: one space to the right.",
            "Move the lines that belong to it along with it: {count} spaces to the right.",
            count,
        )
    else:
        more = ngettext(
            "Move the lines that belong to it along with it: one space to the left.",
            "Move the lines that belong to it along with it: {count} spaces to the left.",
            count,
        )
    return Words(words.code, words.message, f"{words.hint} {more.format(count=count)}")


def exactly(spaces: int) -> str:
    """How far in a line should start."""
    if not spaces:
        return _("Delete all spaces before it, so that it starts at the left margin.")
    return ngettext("Put exactly {n} space before it.", "Put exactly {n} spaces before it.", spaces).format(n=spaces)


def text_runs_on(head: str, spaces: int) -> Words:
    """Several lines of text behind a name."""
    return syntax(
        _("The text of the answer above runs on here, but nothing says that it has several lines."),
        _below(head, spaces),
    )


def list_after_text(head: str, spaces: int) -> Words:
    """A list below a name that already has a text."""
    return syntax(
        _("A list starts here, but the name above already has an answer."),
        _("If it is a list of its own, put a name above it, as in “members:”. If it goes on with that answer:")
        + " "
        + _below(head, spaces),
    )


def text_behind_mark(head: str, spaces: int) -> Words:
    """Text in the same line as the ``|`` that announces it."""
    return syntax(_("The text marked | or > here is not written as it should be."), _below(head, spaces))


def _below(head: str, spaces: int) -> str:
    return _("Write “{head}”, start the text in the line below, and put {n} spaces before every line of it.").format(
        head=head, n=spaces
    )


def text_out_of_line(spaces: int) -> Words:
    """A line of a block text too far left."""
    return syntax(
        _("The text of the answer above goes on here, but too far left."),
        _("Put {n} spaces before this line, and before every line of the text that follows.").format(n=spaces),
    )


def line_too_far_left(spaces: int) -> Words:
    """A line that goes on with a text and starts left of it."""
    return syntax(
        _("The text of the answer above goes on here, but too far left."),
        ngettext("Put {n} space before it.", "Put {n} spaces before it.", spaces).format(n=spaces),
    )


def text_after_quote(text: str, line: str) -> Words:
    """Text behind a closing quotation mark."""
    return syntax(_("The answer goes on after its closing quotation mark."), _around(text, line))


def _around(text: str, line: str) -> str:
    if len(line) <= SHORT:
        return _write(line)
    return _("Take away the quotation marks around the whole, if there are any. ") + _in_quotes(text, line)


def colon_in_text(text: str, line: str) -> Words:
    """A second colon in the line."""
    return syntax(_("A text with a colon and a space in it needs quotation marks."), _in_quotes(text, line))


def cannot_start_with(mark: str, text: str, line: str) -> Words:
    """A character with a special meaning at the start of a text."""
    if mark == "!":
        return Words("COP108", _("A text cannot start with an exclamation mark."), _in_quotes(text, line))
    return syntax(
        _("A text cannot start with {mark} unless it stands in quotation marks.").format(mark=mark),
        _in_quotes(text, line),
    )


def bracket_never_closed(closing: str, or_delete: bool) -> Words:
    """A ``[`` or ``{`` without its partner; ``or_delete`` if what follows reads like a text."""
    hint = _("Put {mark} at the end of this line.")
    if or_delete:
        hint = _("Delete the bracket, or put {mark} at the end of this line if this is a list.")
    return syntax(_("This bracket is never closed."), hint.format(mark=closing))


def backslash(text: str, line: str) -> Words:
    """An unknown escape."""
    return syntax(_("A backslash has a special meaning inside these quotation marks."), _around(text, line))
