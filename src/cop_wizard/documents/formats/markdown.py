"""A document as Markdown (GitHub's dialect): no text a person wrote can act as markup."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from cop_wizard.documents.composing import compose
from cop_wizard.documents.content.addresses import parted
from cop_wizard.documents.content.paper import (
    Aside,
    Badge,
    Box,
    Boxes,
    Facts,
    Grid,
    Heading,
    Items,
    Paper,
    Paragraph,
    Piece,
    Quote,
    Room,
    Run,
    Signatures,
    Ticks,
)
from cop_wizard.documents.content.shapes import (
    Block,
    Cell,
    CellPart,
    Choices,
    Form,
    Line,
    Lines,
    Nothing,
    Row,
    Table,
    Tables,
    Text,
    Titled,
)
from cop_wizard.documents.pictures.drawing import Drawing
from cop_wizard.documents.subject import Subject
from cop_wizard.i18n import _
from cop_wizard.markdown import markdown_escape
from cop_wizard.wording import one_line

_EDGES = re.compile(r"\A(\s*)(.*?)(\s*)\Z", re.DOTALL)
_BREAK = "\\\n"
_LINK = re.compile(
    r"https?://[\w./?#&=+,:@!()%~-]+"
    r"|[\w+-]+(?:\.[\w+-]+)*@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+",
    re.ASCII,
)
"""Addresses that every reader of Markdown takes as they are when they stand in ``<…>``."""
_WRITING_LINE = "…" * 30


def render_markdown(document: str, subject: Subject) -> str:
    """A document as Markdown. Raises `TemplateTrouble` and `NothingToShow`."""
    return markdown_of(compose(document, subject))


def markdown_of(paper: Paper) -> str:
    """A document as Markdown."""
    title = 1 if paper.pieces and isinstance(paper.pieces[0], Heading) else 0
    foot = list(_foot(paper))
    rest = [_below_the_first(piece) for piece in paper.pieces[title:]]
    parts = (_pieces(paper.pieces[:title]), _whose(paper), _pieces(rest), "---" if foot else "", *foot)
    text = "\n\n".join(part for part in parts if part)
    return "\n".join(line.rstrip() for line in text.split("\n")).strip("\n") + "\n"


def _below_the_first(piece: Piece) -> Piece:
    """A text has one title: those of further letters are one level below it."""
    return replace(piece, level=2) if isinstance(piece, Heading) and piece.level == 1 else piece


def _whose(paper: Paper) -> str:
    """The line below the title: whose document it is, where the title does not say so."""
    names = " · ".join(one for one in (paper.organization, paper.community) if one and one != paper.title)
    return f"*{_words(names)}*" if names else ""


def _foot(paper: Paper) -> Iterator[str]:
    """What stands below the text. The plan says at its own end of which day it is."""
    if paper.sources:
        yield _list(paper.sources, False)
    if paper.document != "plan":
        words = [_("As of {date}.").format(date=paper.date)]
        words += [_("The living plan: {place}").format(place=paper.home)] if paper.home else []
        yield f"*{_words(' '.join(words))}*"
    if paper.left_out:
        yield f"*{_words(_('Left out of this copy: {things}.').format(things=_(', ').join(paper.left_out)))}*"


def _pieces(pieces: Iterable[Piece], tight: bool = False) -> str:
    return ("\n" if tight else "\n\n").join(part for part in map(_piece, pieces) if part)


def _piece(piece: Any) -> str:
    return _WRITERS[piece.kind](piece).strip("\n")


def _words(text: str, begins: bool = True) -> str:
    """Words on one line, addresses in them as links; ``begins`` as in `_runs`."""
    made = ""
    for said, address in parted(one_line(text)):
        if address and _LINK.fullmatch(said):
            made += f"<{said}>"
        else:
            found = _EDGES.match(said)
            assert found is not None
            before, words, after = found.groups()
            made += before + markdown_escape(words, begins and not made) + after
    return made


# --- running text ---------------------------------------------------------------------------------------------------


def _runs(runs: Sequence[Run], begins: bool = True) -> str:
    """``begins``: at the beginning of a line, where dashes and numbers would make a list."""
    return "".join(_run(run, begins and not position) for position, run in enumerate(runs))


def _run(run: Run, first: bool) -> str:
    if run.text == "\n":
        return _BREAK
    found = _EDGES.match(run.text)
    assert found is not None
    before, words, after = found.groups()
    leads = bool(run.link) and not run.link.startswith("#")
    said = markdown_escape(words, begins=False) if leads else _words(words, first)
    if not said:
        return before or after
    if run.link == words and not re.search(r"[\s<>]", words):
        return f"{before}<{words}>{after}"
    if leads:
        said = f"[{said}](<{run.link.replace('<', '%3C').replace('>', '%3E')}>)"
    mark = "*" * (run.emphasis + 2 * run.strong)
    return f"{before}{mark}{said}{mark}{after}"


def _heading(piece: Heading) -> str:
    return "#" * piece.level + " " + _runs(piece.runs, begins=False).replace(_BREAK, " ")


def _paragraph(piece: Paragraph) -> str:
    return _runs(piece.runs)


def _items(piece: Items) -> str:
    return ("\n" if piece.tight else "\n\n").join(
        _item(_pieces(item, piece.tight), f"{number}. " if piece.numbered else "- ")
        for number, item in enumerate(piece.items, 1)
    )


def _item(text: str, sign: str) -> str:
    return sign + text.replace("\n", "\n" + " " * len(sign))


def _quote(piece: Quote) -> str:
    return "\n".join("> " + line for line in _pieces(piece.pieces).split("\n"))


def _grid(piece: Grid) -> str:
    return _table_lines(
        [_runs(column) for column in piece.columns],
        [[_runs(cell).replace(_BREAK, "<br>") for cell in row] for row in piece.rows],
    )


def _table_lines(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [columns, ["---"] * len(columns), *rows]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)


# --- answers --------------------------------------------------------------------------------------------------------


def _block(block: Block) -> str:
    lines = [_words(line) for line in block.lines]
    if block.kind == "paragraph":
        return _BREAK.join(lines)
    return "\n".join(
        _item(line, f"{number}. " if block.kind == "numbers" else "- ") for number, line in enumerate(lines, 1)
    )


def _blocks(blocks: Iterable[Block]) -> str:
    return "\n\n".join(map(_block, blocks))


def _text(piece: Text) -> str:
    return _blocks(piece.blocks)


def _line(piece: Line) -> str:
    return _words(piece.text)


def _list(items: Sequence[str], numbered: bool) -> str:
    return _block(Block("numbers" if numbered else "bullets", tuple(items)))


def _choices(piece: Choices) -> str:
    return _words(piece.items[0]) if len(piece.items) == 1 else _list(piece.items, piece.ranked)


def _lines(piece: Lines) -> str:
    return _list(piece.items, False)


def _table(piece: Table) -> str:
    heading = f"**{_words(piece.heading)}**\n\n" if piece.heading else ""
    columns = [_words(column) for column in piece.columns]
    return heading + _table_lines(columns, [[_cell(cell) for cell in row] for row in piece.rows]) if columns else ""


def _cell(cell: Cell) -> str:
    text = ""
    for position, part in enumerate(cell.parts):
        if position:
            text += " · " if part.brief and cell.parts[position - 1].brief else "<br>"
        text += _part(part, cell.muted)
    return text


def _part(part: CellPart, muted: bool) -> str:
    label = f"**{_words(part.label)}:** " if part.label else ""
    lines = []
    for block in part.blocks:
        for number, line in enumerate(block.lines, 1):
            sign = "• " if block.kind == "bullets" else f"{number}) " if block.kind == "numbers" else ""
            words = _words(line)
            lines.append(sign + (f"*{words}*" if muted and words else words))
    return label + "<br>".join(lines)


def _tables(piece: Tables) -> str:
    return "\n\n".join(map(_table, piece.tables))


def _titled(piece: Titled) -> str:
    return "\n\n".join(
        (f"#### {_words(title)}\n\n" if title else "") + _blocks(blocks) for title, blocks in piece.texts
    )


def _form(piece: Form) -> str:
    return "\n\n".join(map(_form_row, piece.rows))


def _form_row(row: Row) -> str:
    label, answer = f"**{_words(row.label)}:**", row.answer
    one_line = isinstance(answer, Text) and [block.kind for block in answer.blocks] == ["paragraph"]
    if isinstance(answer, Text | Table | Tables | Titled) and not one_line:
        return f"**{_words(row.label)}**\n\n{_piece(answer)}"
    if isinstance(answer, Lines | Choices):
        return f"{label} " + _(", ").join(map(markdown_escape, answer.items))
    return f"{label} {_piece(answer)}"


def _nothing(piece: Nothing) -> str:
    return f"*{_words(piece.words)}*"


# --- what only documents have ---------------------------------------------------------------------------------------


def _facts(piece: Facts) -> str:
    return "\n".join(
        f"- **{_words(fact.label)}:** {_words(fact.value)}" + (f" ({_words(fact.note, False)})" if fact.note else "")
        for fact in piece.facts
    )


def _badge(piece: Badge) -> str:
    return f"**{_words(piece.words)}**"


def _aside(piece: Aside) -> str:
    title = f"**{_words(piece.title)}**\n\n" if piece.title else ""
    return "\n".join("> " + line for line in (title + _pieces(piece.pieces)).split("\n"))


def _room(piece: Room) -> str:
    label = [f"**{_words(piece.label)}**"] if piece.label else []
    if not piece.columns:
        return "\n\n".join(label + [_WRITING_LINE] * piece.lines)
    rows = [[_words(name)] for name in piece.rows] + [[""] for _line in range(piece.lines)]
    columns = [_words(column) for column in piece.columns]
    return "\n\n".join([*label, _table_lines(columns, [row + [""] * (len(columns) - 1) for row in rows])])


def _boxes(piece: Boxes) -> str:
    return "\n\n".join(map(_box, (box for row in piece.rows for box in row)))


def _box(box: Box) -> str:
    note = f"*{_words(box.note)}*" if box.note else ""
    return "\n\n".join(filter(None, (f"## {_words(box.title)}", _pieces(box.pieces), note)))


def _ticks(piece: Ticks) -> str:
    return "\n".join(f"- [ ] {_words(words)}" + (f": {_words(note)}" if note else "") for words, note in piece.items)


def _signatures(piece: Signatures) -> str:
    line = _WRITING_LINE[:12]
    rows = [[_words(who) or line, line, _words(on) or line] for who, on in piece.rows]
    return _table_lines([_("Name"), _("Signature"), _("Date")], rows)


def _drawing(piece: Drawing) -> str:
    """A picture in words: a text file has no room for more."""
    said = f"**{_words(piece.title)}.** {_words(piece.description)}".strip()
    return said + (f"\n\n*{_words(piece.note)}*" if piece.note else "")


_WRITERS: dict[str, Callable[[Any], str]] = {
    "heading": _heading,
    "paragraph": _paragraph,
    "list": _items,
    "quote": _quote,
    "grid": _grid,
    "rule": lambda piece: "---",
    "page": lambda piece: "---",
    "text": _text,
    "line": _line,
    "choices": _choices,
    "lines": _lines,
    "table": _table,
    "tables": _tables,
    "titled": _titled,
    "form": _form,
    "nothing": _nothing,
    "facts": _facts,
    "badge": _badge,
    "aside": _aside,
    "room": _room,
    "ticks": _ticks,
    "boxes": _boxes,
    "signatures": _signatures,
    "drawing": _drawing,
}
