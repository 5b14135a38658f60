"""Change a YAML text without disturbing the rest of it: only the lines concerned become different.

Which comment belongs to what:

* a comment at the end of a line belongs to the value in that line and stays when the value is replaced;
* comment lines directly above a key or a dash, with the same indentation and no blank line between, belong to that key
  or list item: they move and go with it. Three exceptions: comments above the first key of the file are about the
  file and stay, comments above the last item left in a list stay below the list's key when that item goes, and a new
  first item is written above the comments of the one that was first;
* comment lines below a value and indented deeper than its key or dash belong to that value;
* all other comments belong to nobody and stay where they are.

Each operation is checked by reading the result: unless it says exactly what was asked for, nothing is changed. Many
new items of one list, or one field of many of its rows, are written and checked together; where that does not come out
right, half of them at a time.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from cop_wizard.i18n import _
from cop_wizard.values import Data, KeyPath
from cop_wizard.yamltext import emit, layout, tree
from cop_wizard.yamltext.document import Document, read
from cop_wizard.yamltext.emit import WIDTH, Writer
from cop_wizard.yamltext.operations import (
    Insert,
    Move,
    Operation,
    Put,
    Remove,
    Rename,
    SpliceRefused,
    edited,
)
from cop_wizard.yamltext.place import odd
from cop_wizard.yamltext.stitch import sewn
from cop_wizard.yamltext.stitching import runs, stitches

__all__ = [
    "Insert",
    "Move",
    "Operation",
    "Put",
    "Remove",
    "Rename",
    "SpliceRefused",
    "apply",
    "changed",
    "edited",
    "write",
]


def apply(text: str, operations: Sequence[Operation]) -> str:
    """The text after the operations, each of which sees the work of those before it.

    Raises ``SpliceRefused`` if the text has problems, if an operation makes no sense for what is in the file, or if it
    cannot be done without touching more of it. The text given is never half changed.
    """
    return changed(read(text), operations).text


def changed(document: Document, operations: Sequence[Operation]) -> Document:
    """As `apply`, for a text that has been read already; what comes back has been read again, too."""
    for run in runs(operations):
        document = _applied(document, run)
    return document


def write(
    data: Mapping[str, Data],
    comments: Mapping[KeyPath, str] | None = None,
    blank_before: Collection[KeyPath] = (),
    width: int = WIDTH,
) -> str:
    """A whole new file. ``comments`` stand above the keys they are for, the one for ``()`` at the top of the file,
    with a blank line below it.

    Raises ``SpliceRefused`` for data no YAML file can hold, such as half a character.
    """
    plain = dict(data)
    if not plain:
        return "{}\n"
    for cautious in (False, True):
        writer = Writer(width=width, cautious=cautious, comments=comments or {}, blank_before=blank_before)
        lines = writer.lines(plain, 0)
        title = emit.comment_lines((comments or {}).get((), ""), 0)
        if title:
            lines = [*title, *([""] if lines[0] else []), *lines]
        text = "\n".join(lines) + "\n"
        document = read(text)
        if not document.problems and document.data == plain:
            return text
    raise SpliceRefused(
        _("This plan holds a text that cannot be written to a file."),
        _("Look for strange characters in what you pasted last, and type it by hand."),
    )


def _applied(document: Document, run: Sequence[Operation]) -> Document:
    """The document after operations that go together; where that does not come out right, half of them at a time."""
    if document.problems or not isinstance(document.root, tree.Mapping):
        raise SpliceRefused(
            _("The file has a problem that has to be solved before it can be changed from here."),
            document.problems[0].message if document.problems else "",
        )
    telling, wanted = _wanted(document.data, run)
    if not telling:
        return document
    for candidate in _candidates(document, telling):
        result = read(candidate)
        if not result.problems and result.data == wanted:
            return result
    if len(telling) == 1:
        raise odd(telling[0].path)
    half = len(telling) // 2
    return _applied(_applied(document, telling[:half]), telling[half:])


def _wanted(data: Data, run: Sequence[Operation]) -> tuple[list[Operation], Data]:
    """The operations that change anything, and the data after them."""
    telling = []
    for operation in run:
        before, data = data, edited(data, operation)
        if data != before:
            telling.append(operation)
    return telling, data


def _candidates(document: Document, run: Sequence[Operation]) -> Iterator[str]:
    """Ways to write the change, the most natural first; of several operations together only the most natural."""
    text = document.text
    try:
        for cautious, tight in ((False, False), (False, True), (True, True))[: 1 if len(run) > 1 else None]:
            if text.endswith(("\n", "\r")):
                yield _changed(document, run, cautious, tight)
                continue
            newline = layout.newline_of(text)
            for whole in (text + newline, _closed(document) + newline):
                changed = _changed(read(whole), run, cautious, tight)
                yield changed.removesuffix(newline)
                yield changed
    except (SpliceRefused, ValueError):
        if len(run) == 1:
            raise


def _changed(document: Document, run: Sequence[Operation], cautious: bool, tight: bool) -> str:
    root, text = document.root, document.text
    if not isinstance(root, tree.Mapping):
        raise odd(run[0].path)
    return sewn(text, stitches(text, root, run, cautious, tight))


def _closed(document: Document) -> str:
    """A text that ends in the middle of a block text, changed so that a newline behind it adds nothing to that text.

    Without the newline at its end ``|`` means the same as ``|-``.
    """
    node: tree.Node | None = document.root
    while isinstance(node, (tree.Mapping, tree.Sequence)):
        below = node.items if isinstance(node, tree.Sequence) else [entry.value for entry in node.entries]
        node = below[-1] if below else None
    if not isinstance(node, tree.Scalar) or node.style not in ("|", ">"):
        return document.text
    header = document.text[node.start : layout.line_end(document.text, node.start)]
    mark, gap, remark = header.partition(" ")
    closed = mark.replace("+", "").replace("-", "") + "-" + gap + remark
    return document.text[: node.start] + closed + document.text[node.start + len(header) :]
