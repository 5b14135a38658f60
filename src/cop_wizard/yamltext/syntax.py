"""What the parser's complaint means to a person who has never heard of YAML.

The parser says what it expected; a person needs to know what they wrote. So each complaint is matched by its words,
then by what stands at that place in the text.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import yaml

from cop_wizard.yamltext import syntax_words as say
from cop_wizard.yamltext.layout import indent_of, line_end, line_start
from cop_wizard.yamltext.words import Words, too_deep


@dataclass(frozen=True, slots=True)
class _Complaint:
    """What the parser said: where it gave up (``at``) and where the thing it was reading began (``origin``)."""

    text: str
    at: int
    origin: int

    @property
    def line(self) -> str:
        return self.text[line_start(self.text, self.at) : line_end(self.text, self.at)]

    @property
    def before(self) -> str:
        """The part of the line in front of the place."""
        return self.text[line_start(self.text, self.at) : self.at]

    @property
    def character(self) -> str:
        return self.text[self.at : self.at + 1]

    def line_above(self) -> str:
        """The nearest line above that says something."""
        at, top = line_start(self.text, self.at), line_start(self.text, 0)
        while at > top:
            at = line_start(self.text, at - 1)
            line = self.text[at : line_end(self.text, at)]
            if line.strip() and not line.lstrip().startswith("#"):
                return line
        return ""


_Explained = tuple[Words, int]


def explained(error: yaml.YAMLError, text: str) -> tuple[Words, int]:
    """What there is to say about a text the parser gave up on, and where: COP105, COP106 or COP108."""
    mark = getattr(error, "problem_mark", None)
    begin = getattr(error, "context_mark", None) or mark
    at = min(mark.index, len(text)) if mark else 0
    problem = f"{getattr(error, 'context', None) or ''} | {getattr(error, 'problem', None) or ''}"
    return _explain(problem, _Complaint(text, at, min(begin.index, len(text)) if begin else at))


def _explain(problem: str, complaint: _Complaint) -> _Explained:
    if "quoted scalar" not in problem and "flow" not in problem:
        tab = _tab(complaint)
        if tab >= 0:
            return say.tab(), tab
    for part, explain in _EXPLANATIONS:
        if part in problem:
            return explain(complaint)
    return say.not_understood(), complaint.at


def _tab(complaint: _Complaint) -> int:
    """Where a tab in the indentation of this line stands, or ``-1``."""
    if complaint.character == "\t":
        return complaint.at
    line = complaint.line
    white = len(line) - len(line.lstrip(" \t"))
    found = line.find("\t", 0, white)
    return found if found < 0 else line_start(complaint.text, complaint.at) + found


def _unexpected_colon(complaint: _Complaint) -> _Explained:
    if ":" in complaint.before or complaint.before.startswith("---"):
        return say.colon_in_text(), complaint.at
    above = complaint.line_above()
    deeper = indent_of(complaint.line) > indent_of(above)
    start = line_start(complaint.text, complaint.at) + indent_of(complaint.line)
    if len(complaint.before) > 1000:
        return say.name_too_long(), start
    if ": " not in above and not above.endswith(":"):
        return say.missing_space_or_colon(above.strip()), max(complaint.text.rfind(above, 0, start), 0)
    return (say.indented_too_far() if deeper else say.colon_in_text()), start


def _no_key(complaint: _Complaint) -> _Explained:
    before = complaint.before.rstrip()
    if before.strip():
        if before[-1:] in ("'", '"'):
            return say.text_after_quote(before[-1]), complaint.at
        if complaint.character in ("]", "}"):
            return say.stray_bracket(complaint.character), complaint.at
        return say.not_understood(), complaint.at
    if complaint.character in ("]", "}"):
        return say.stray_bracket(complaint.character), complaint.at
    if complaint.character == ":":
        return say.name_missing(), complaint.at
    if complaint.line.lstrip(" ").startswith("- ") and complaint.line_above().lstrip(" ").startswith("- "):
        return say.list_item_out_of_line(), complaint.at
    if complaint.line.lstrip(" ").startswith("- "):
        return say.list_after_text(), complaint.at
    return say.out_of_line(), complaint.at


def _no_dash(complaint: _Complaint) -> _Explained:
    return say.indented_less_than_list(), complaint.at


def _stray_character(complaint: _Complaint) -> _Explained:
    return say.cannot_start_with(complaint.character), complaint.at


def _no_content(complaint: _Complaint) -> _Explained:
    if complaint.character in ("]", "}"):
        return say.stray_bracket(complaint.character), complaint.at
    return say.cannot_start_with(complaint.character or ","), complaint.at


def _reference(complaint: _Complaint) -> _Explained:
    return say.cannot_start_with(complaint.text[complaint.origin : complaint.origin + 1]), complaint.origin


def _open_quote(complaint: _Complaint) -> _Explained:
    return say.quote_never_closed(complaint.text[complaint.origin : complaint.origin + 1]), complaint.origin


def _open_bracket(complaint: _Complaint) -> _Explained:
    if ":" in complaint.before and complaint.character == ":":
        return say.colon_in_brackets(), complaint.at
    return say.bracket_never_closed(complaint.text[complaint.origin : complaint.origin + 1]), complaint.origin


def _no_colon(complaint: _Complaint) -> _Explained:
    line = complaint.text[complaint.origin : line_end(complaint.text, complaint.origin)]
    return say.missing_space_or_colon(line.strip()), complaint.origin


def _new_start(complaint: _Complaint) -> _Explained:
    if complaint.character == ":":
        return say.colon_in_text(), complaint.at
    return say.indented_less_than_start(), complaint.at


def _at(words: Callable[[], Words]) -> Callable[[_Complaint], _Explained]:
    return lambda complaint: (words(), complaint.at)


def _from(words: Callable[[], Words]) -> Callable[[_Complaint], _Explained]:
    return lambda complaint: (words(), complaint.origin)


# Parts of the parser's message, the telling ones first; both parsers, in C and in Python, use these words.
_EXPLANATIONS: tuple[tuple[str, Callable[[_Complaint], _Explained]], ...] = (
    ("too deep", _at(too_deep)),
    ("mapping values are not allowed", _unexpected_colon),
    ("found unexpected end of stream", _open_quote),
    ("found unexpected document", _open_quote),
    ("unknown escape character", _at(say.backslash)),
    ("hexdecimal", _at(say.backslash)),
    ("invalid Unicode character escape", _at(say.backslash)),
    ("expected escape sequence", _at(say.backslash)),
    ("scanning an alias", _reference),
    ("scanning an anchor", _reference),
    ("block scalar", _from(say.after_block_mark)),
    ("undefined tag handle", _from(say.exclamation_mark)),
    ("scanning a tag", _from(say.exclamation_mark)),
    ("parsing a tag", _from(say.exclamation_mark)),
    ("flow sequence", _open_bracket),
    ("flow mapping", _open_bracket),
    ("cannot start any token", _stray_character),
    ("node content", _no_content),
    ("block sequence entries", _at(say.dash_in_text)),
    ("sequence entries are not allowed", _at(say.dash_in_text)),
    ("mapping keys are not allowed", _at(say.question_mark)),
    ("could not find expected ':'", _no_colon),
    ("block collection", _no_dash),
    ("block sequence", _no_dash),
    ("block mapping", _no_key),
    ("document start", _new_start),
    ("directive", _at(say.percent_sign)),
    ("YAML document", _at(say.percent_sign)),
)
