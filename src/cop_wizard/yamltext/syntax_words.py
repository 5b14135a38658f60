"""What is said about broken syntax, one function for each mistake people make."""

from __future__ import annotations

from cop_wizard.i18n import _
from cop_wizard.yamltext.words import Words


def _syntax(message: str, hint: str) -> Words:
    return Words("COP105", message, hint)


def not_understood() -> Words:
    """Nothing more precise is known."""
    return _syntax(
        _("This line cannot be understood."),
        _("Write one name, a colon, a space and an answer, as in “focus: reading”. Put the answer in quotation marks."),
    )


def tab() -> Words:
    """A tab among the spaces a line starts with."""
    return Words(
        "COP106",
        _("There is a tab here, but lines may only be indented with spaces."),
        _("Delete the tab and type two spaces for each level."),
    )


def colon_in_text() -> Words:
    """A second colon in the line."""
    return _syntax(
        _("A text with a colon and a space in it needs quotation marks."),
        _('Put quotation marks around the whole answer, as in: title: "Our group: the start"'),
    )


def indented_too_far() -> Words:
    """A key below a key that already has a text."""
    return _syntax(
        _("This line is indented further than the line above it, which already has its answer."),
        _("Start this line exactly below the name in the line above."),
    )


def missing_space_or_colon(line: str) -> Words:
    """A line with no key."""
    name, colon, rest = line.partition(":")
    if colon and rest:
        return _syntax(
            _("There is no space after the colon."),
            _("Write “{name}: {rest}”.").format(name=name[:40], rest=rest[:40].strip()),
        )
    return _syntax(
        _("This line has no name with a colon in front of its text."),
        _("If it continues the text above, indent it further than that line. Otherwise write it as “name: text”."),
    )


def name_missing() -> Words:
    """A line that starts with a colon."""
    return _syntax(_("There is no name in front of this colon."), _("Write a name before it, as in “focus: reading”."))


def name_too_long() -> Words:
    """A key longer than YAML allows."""
    return _syntax(_("The name in front of the colon is too long."), _("Choose a name of a few words."))


def text_after_quote(mark: str) -> Words:
    """Text behind a closing quotation mark."""
    hint = _(
        "A quotation mark inside the text needs a backslash before it, as in \\\". Or use ' around the whole text."
    )
    if mark == "'":
        hint = _("Write an apostrophe inside such a text twice, as in 'it''s'. Or use \" around the whole text.")
    return _syntax(_("The text goes on after its closing quotation mark."), hint)


def quote_never_closed(mark: str) -> Words:
    """The end of the file came before the closing quotation mark."""
    return _syntax(
        _("The quotation mark that opens here is never closed."),
        _("Add {mark} at the end of this text.").format(mark=mark),
    )


def bracket_never_closed(mark: str) -> Words:
    """A ``[`` or ``{`` without its partner."""
    closing = "}" if mark == "{" else "]"
    return _syntax(
        _("The bracket that opens here is not closed, or a comma is missing inside it."),
        _("Add {mark} at its end. If the bracket is part of a text, put the text in quotation marks.").format(
            mark=closing
        ),
    )


def colon_in_brackets() -> Words:
    """A second colon between brackets."""
    return _syntax(
        _("A text with a colon in it needs quotation marks, or a bracket further up is not closed."),
        _("Check the brackets before this place, or put the text in quotation marks."),
    )


def stray_bracket(mark: str) -> Words:
    """A closing bracket that nothing opened."""
    return _syntax(
        _("The bracket {mark} is one too many here.").format(mark=mark),
        _("Delete it, or put the whole text in quotation marks."),
    )


def cannot_start_with(mark: str) -> Words:
    """A character with a special meaning at the start of a text."""
    return _syntax(
        _("A text cannot start with {mark} unless it stands in quotation marks.").format(mark=mark),
        _("Put quotation marks around the whole text."),
    )


def exclamation_mark() -> Words:
    """A tag that means nothing."""
    return Words(
        "COP108",
        _("A text cannot start with an exclamation mark."),
        _("Put the whole text in quotation marks."),
    )


def percent_sign() -> Words:
    """A line that starts with ``%``, an order to the parser."""
    return _syntax(
        _("A line cannot start with a percent sign, and other orders to the program are not supported."),
        _("Put a # in front of this line; then it is a remark and does not count."),
    )


def question_mark() -> Words:
    """A text that starts with a question mark and a space."""
    return _syntax(
        _("A text cannot start with a question mark and a space."), _("Put quotation marks around the whole text.")
    )


def dash_in_text() -> Words:
    """A list that starts in the line of its key."""
    return _syntax(
        _("A list cannot start in the same line as its name."),
        _("Start the list in the next line. If the dash belongs to a text, put the text in quotation marks."),
    )


def backslash() -> Words:
    """An unknown escape."""
    return _syntax(
        _("A backslash has a special meaning inside these quotation marks."),
        _("Write two backslashes for one, or use ' instead of \" around the text."),
    )


def after_block_mark() -> Words:
    """Something wrong with ``|`` or ``>``."""
    return _syntax(
        _("The text marked | or > here is not written as it should be."),
        _("Nothing may stand behind the mark. Start the text in the next line, with spaces before each line of it."),
    )


def list_item_out_of_line() -> Words:
    """A dash that is not below the dash of the item before it."""
    return _syntax(
        _("This dash is not below the dashes of the list it belongs to."),
        _("Give all items of one list the same number of spaces before their dash."),
    )


def list_after_text() -> Words:
    """A list below a key that already has a text."""
    return _syntax(
        _("A list starts here, but the line above already has its answer."),
        _("Put a name above this list, as in “members:”."),
    )


def indented_less_than_list() -> Words:
    """A line among list items that is none."""
    return _syntax(
        _("This line does not fit the list above it: it is not indented as far as the item it belongs to."),
        _("If it belongs to the item above, start it below that item's text. If it is a new item, start it with “- ”."),
    )


def out_of_line() -> Words:
    """A key that is not below the other keys."""
    return _syntax(
        _("This line does not start below the lines it belongs to."),
        _("Give names that belong together the same number of spaces, and put a colon behind each."),
    )


def indented_less_than_start() -> Words:
    """A key further left than the first key of the file."""
    return _syntax(
        _("This line starts further left than the first line of the file."),
        _("Start the top names of the file all at the left margin."),
    )
