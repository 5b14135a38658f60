"""The shapes of answers in Word."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from cop_wizard.documents.content.paper import Run
from cop_wizard.documents.content.prose import plain
from cop_wizard.documents.content.shapes import (
    Answer,
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
from cop_wizard.documents.formats.word.file import Place, WordFile
from cop_wizard.documents.formats.word.runs import Look
from cop_wizard.documents.formats.word.tables import Box, inside, table, too_long, widths_for
from cop_wizard.documents.formats.word.ties import tie_items
from cop_wizard.documents.formats.word.xml import Element, qn, w

_BREAK = Run("\n")


def written(answer: Answer, file: WordFile, place: Place) -> list[Element]:
    """An answer as blocks of the document."""
    return _WRITERS[answer.kind](answer, file, place)


def said(words: str, file: WordFile, place: Place, style: str = "", look: Look | None = None) -> Element:
    """Words as a paragraph."""
    return spoken((Run(words),), file, place, style, look)


def spoken(runs: Iterable[Run], file: WordFile, place: Place, style: str = "", look: Look | None = None) -> Element:
    """Runs as a paragraph."""
    return file.paragraph(style or place.style, runs, indent=place.indent, look=look or Look(size=place.size))


def list_of(
    items: Sequence[Sequence[Element]], numbered: bool, file: WordFile, place: Place, airy: bool = False
) -> list[Element]:
    """A list at ``place``; what is in the items was written one step deeper. ``airy``: with space between them."""
    number = file.lists.new(numbered, place.depth, place.step)
    usual = place.style in ("Normal", "List Continue") and not airy
    style = ("List Number" if numbered else "List Bullet") if usual else ""
    made: list[Element] = []
    tie_items(items)
    for item in items:
        first = item[0] if item else None
        if first is None or first.tag != qn("w:p") or first.find(f"{qn('w:pPr')}/{qn('w:numPr')}") is not None:
            first = file.paragraph(place.style, "")
            made.append(first)
        file.numbered(first, style, number, place.depth)
        made.extend(item)
    return made


def deeper(place: Place) -> Place:
    """The place within an item of a list."""
    style = "List Continue" if place.style == "Normal" else place.style
    return Place(max(place.width - place.step, 600), style, place.depth + 1, place.step, place.size)


def blocks(given: Iterable[Block], file: WordFile, place: Place, look: Look | None = None) -> list[Element]:
    """Paragraphs and lists that a person wrote."""
    made: list[Element] = []
    for block in given:
        if block.kind == "paragraph":
            made.append(spoken(_lines_as_runs(block.lines), file, place, "", look))
        else:
            items = [[said(line, file, deeper(place), "", look)] for line in block.lines]
            made += list_of(items, block.kind == "numbers", file, place)
    return made


def _lines_as_runs(lines: Sequence[str]) -> list[Run]:
    return [run for line in lines for run in (_BREAK, Run(line))][1:]


def _text(answer: Text, file: WordFile, place: Place) -> list[Element]:
    return blocks(answer.blocks, file, place)


def _line(answer: Line, file: WordFile, place: Place) -> list[Element]:
    return [said(answer.text, file, place)]


def _listed(items: Sequence[str], numbered: bool, file: WordFile, place: Place) -> list[Element]:
    if place.style == "Table Text" and not numbered:  # a few words each, which stand below each other in a cell
        return [said(item, file, place) for item in items]
    return list_of([[said(item, file, deeper(place))] for item in items], numbered, file, place)


def _choices(answer: Choices, file: WordFile, place: Place) -> list[Element]:
    if len(answer.items) == 1:
        return [said(answer.items[0], file, place)]
    return _listed(answer.items, answer.ranked, file, place)


def _lines(answer: Lines, file: WordFile, place: Place) -> list[Element]:
    return _listed(answer.items, False, file, place)


def _nothing(answer: Nothing, file: WordFile, place: Place) -> list[Element]:
    if place.style == "Normal":
        return [said(answer.words, file, place, "Missing")]
    return [said(answer.words, file, place, "", Look(emphasis=True, style=file.styles.id("Quiet"), size=place.size))]


def _titled(answer: Titled, file: WordFile, place: Place) -> list[Element]:
    made: list[Element] = []
    for title, given in answer.texts:
        if title:
            made.append(said(title, file, place, "heading 3"))
        made += blocks(given, file, place)
    return made


# --- tables ---------------------------------------------------------------------------------------------------------


def _tables(answer: Tables, file: WordFile, place: Place) -> list[Element]:
    return [element for one in answer.tables for element in _table(one, file, place)]


def _table(answer: Table, file: WordFile, place: Place) -> list[Element]:
    heading = [said(answer.heading, file, place, "heading 3")] if answer.heading else []
    if not answer.columns:
        return heading
    texts = [[_plain_cell(cell) for cell in row] for row in answer.rows]
    columns = [(name, *(row[at] for row in texts)) for at, name in enumerate(answer.columns)]
    widths = widths_for(columns, place.width, file.looks.letters)
    head = [Box([file.paragraph("Table Heading", column)]) for column in answer.columns]
    rows = [[_cell(cell, at, widths[at], file, place.size) for at, cell in enumerate(row)] for row in answer.rows]
    split = frozenset(number for number, row in enumerate(texts, 1) if too_long(row, widths))
    return heading + table(file, widths, [head, *rows], first_column=True, split=split)


def _plain_cell(cell: Cell) -> str:
    return "\n".join(f"{part.label} {plain(part.blocks)}".strip() for part in cell.parts)


def _cell(cell: Cell, column: int, width: int, file: WordFile, size: float) -> Box:
    place = inside(width, size)
    made: list[Element] = []
    brief: list[Run] = []
    for position, part in enumerate(cell.parts):
        look = _part_look(cell, strong=column == 0 and position == 0, file=file, size=size)
        if part.brief:
            brief += [Run(" · ")] * bool(brief) + _label(part) + [Run(plain(part.blocks))]
        else:
            made += _brief(brief, file, place) + _part(part, file, place, look)
            brief = []
    return Box(made + _brief(brief, file, place))


def _brief(runs: Sequence[Run], file: WordFile, place: Place) -> list[Element]:
    return [spoken(runs, file, place)] if runs else []


def _part_look(cell: Cell, strong: bool, file: WordFile, size: float) -> Look:
    if cell.muted:
        return Look(emphasis=True, style=file.styles.id("Quiet"), size=size)
    return Look(strong=strong, size=size)


def _label(part: CellPart) -> list[Run]:
    return [Run(f"{part.label}: ", strong=True)] if part.label else []


def _part(part: CellPart, file: WordFile, place: Place, look: Look) -> list[Element]:
    first, *rest = part.blocks or (Block("paragraph", ("",)),)
    if not part.label or first.kind != "paragraph":
        label = [spoken([Run(part.label, strong=True)], file, place, "", look)] if part.label else []
        made = label + blocks(part.blocks, file, place, look)
    else:
        made = [spoken([*_label(part), *_lines_as_runs(first.lines)], file, place, "", look)]
        made += blocks(rest, file, place, look)
    return [_beside_a_bar(one, file) for one in made] if part.mark else made


def _beside_a_bar(paragraph: Element, file: WordFile) -> Element:
    """A kind of moment is marked by a bar, as on the page."""
    properties = paragraph[0]
    bar = w("left", val="single", sz=18, space=6, color=file.looks.second)
    after = sum(child.tag in (qn("w:pStyle"), qn("w:numPr")) for child in properties)
    properties.insert(after, w("pBdr", bar))
    return paragraph


# --- forms ----------------------------------------------------------------------------------------------------------


def _form(answer: Form, file: WordFile, place: Place) -> list[Element]:
    """Labels beside their answers. An answer that is a table itself stands below its label, in the whole width."""
    made: list[Element] = []
    beside: list[Row] = []
    for row in answer.rows:
        if isinstance(row.answer, Table | Tables | Form):
            made += _beside(beside, file, place)
            made += [said(row.label, file, place, "heading 3"), *written(row.answer, file, place)]
            beside = []
        else:
            beside.append(row)
    return made + _beside(beside, file, place)


def _beside(rows: Sequence[Row], file: WordFile, place: Place) -> list[Element]:
    if not rows:
        return []
    label = min(round(place.width * 0.3), 2600)
    widths = [label, place.width - label]
    quiet = Look(style=file.styles.id("Quiet"), size=place.size)
    boxes = [
        (
            Box([file.paragraph("Table Text", row.label, look=quiet)]),
            Box(written(row.answer, file, inside(widths[1], place.size))),
        )
        for row in rows
    ]
    split = frozenset(at for at, row in enumerate(rows) if too_long(["", _as_text(row.answer)], widths))
    return table(file, widths, boxes, head=False, first_column=True, split=split)


def _as_text(answer: Any) -> str:
    match answer.kind:
        case "text":
            return "\n".join(line for block in answer.blocks for line in block.lines)
        case "choices" | "lines":
            return "\n".join(answer.items)
        case "titled":
            return "\n".join(line for _title, given in answer.texts for block in given for line in block.lines)
        case _:
            return ""


_WRITERS: dict[str, Callable[[Any, WordFile, Place], list[Element]]] = {
    "text": _text,
    "line": _line,
    "choices": _choices,
    "lines": _lines,
    "table": _table,
    "tables": _tables,
    "titled": _titled,
    "form": _form,
    "nothing": _nothing,
}
