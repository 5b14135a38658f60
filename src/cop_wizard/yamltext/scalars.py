"""One text as YAML, written the way a person would: plain if it can be, in quotes or as a block if it must."""

from __future__ import annotations

import re

from cop_wizard.yamltext.tree import MEANINGS, MERGE

_ESCAPED = re.compile("[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
"""Characters that only a double-quoted text can hold, among them the line breaks that nobody sees."""

_TO_ESCAPE = re.compile(rf'{_ESCAPED.pattern}|["\\\t\n]')
_NOT_PLAIN = re.compile(r"""^[,\[\]{}#&*!|>'"%@`\s]|^[-?:](?:\s|$)|:(?:\s|$)|\s\#|\s$|[\t\n]""")
_NOT_PLAIN_IN_FLOW = re.compile(r"""[,\[\]{}?"'#]|:(?![\w/])|^[-:]""")
_SOFT_SPACE = re.compile(r"(?<=[^ ]) (?=[^ ])")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r", "\0": "\\0"}


def is_plain(text: str, flow: bool = False) -> bool:
    """Whether the text means itself without quotation marks; ``flow`` if it stands inside brackets."""
    if not text or text in MEANINGS or _ESCAPED.search(text) or _NOT_PLAIN.search(text):
        return False
    if text.startswith(("---", "...")):
        return False
    return not (flow and _NOT_PLAIN_IN_FLOW.search(text))


def quoted(text: str) -> str:
    """The text in quotation marks: single ones where that saves escapes, double ones otherwise."""
    if ('"' in text or "\\" in text) and not _ESCAPED.search(text) and not re.search(r"[\t\n]", text):
        return "'" + text.replace("'", "''") + "'"
    return double_quoted(text)


def double_quoted(text: str) -> str:
    """The text in double quotation marks, in which every character can be written."""
    return f'"{_TO_ESCAPE.sub(_escape, text)}"'


def _escape(found: re.Match[str]) -> str:
    known = _ESCAPES.get(found[0])
    if known:
        return known
    code = ord(found[0])
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def key(name: str, flow: bool = False) -> str:
    """A key. Names that could be taken for something else are quoted."""
    return name if is_plain(name, flow) and name != MERGE else double_quoted(name)


def block_lines(text: str, indent: int) -> tuple[str, list[str]] | None:
    """The header and the lines of a text of several lines; ``None`` if it cannot be written as a block.

    Two newlines at the end would swallow the blank lines that follow in the file, so those are left to quotes.
    """
    body = text.rstrip("\n")
    if "\n" not in text or not body.strip() or text.endswith("\n\n") or _ESCAPED.search(text):
        return None
    if body.endswith((" ", "\t")) and not body.rpartition("\n")[2].strip():
        return None
    header = "|" + (str(indent) if body[0] in " \t\n" else "") + ("" if text.endswith("\n") else "-")
    return header, body.split("\n")


def folded_lines(text: str, width: int) -> list[str] | None:
    """The lines of one long paragraph; ``None`` if folding would change it or there is nothing to fold."""
    if not text or text != text.strip() or _ESCAPED.search(text) or re.search(r"[\t\n]", text):
        return None
    lines = [""]
    for word in _SOFT_SPACE.split(text):
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if lines[-1] and len(longer) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines if len(lines) > 1 else None


def printable(text: str) -> str:
    """The text without the characters that YAML does not allow or takes for a newline, for use in a comment."""
    return _ESCAPED.sub(" ", text)
