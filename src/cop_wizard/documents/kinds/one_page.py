"""The one-page planning tool: its seven boxes on one landscape page, filled from any plan, or empty to be filled in.

Source: CASS planning tool items S4.1 and S4.3.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from cop_wizard.documents.content.essence import Point, points
from cop_wizard.documents.content.fitting import (
    BETWEEN,
    GAP,
    INDENT,
    LINE,
    PADDING,
    SIZES,
    TITLE,
    Contents,
    Rows,
    fit,
    inner_width,
    lines_of,
    note,
)
from cop_wizard.documents.content.paper import Box, Boxes, Items, Paragraph, Piece, Quote, Room, Run
from cop_wizard.documents.content.shapes import Block, Nothing, Text
from cop_wizard.documents.pictures.measure import ARIAL, CALIBRI, shortened
from cop_wizard.documents.subject import Subject
from cop_wizard.documents.trouble import NothingToShow
from cop_wizard.guide.load import BUILT_IN, load_guide
from cop_wizard.guide.model import Guide, Section
from cop_wizard.i18n import _
from cop_wizard.wording import date_words, one_line

_ROWS = (
    ("purpose",),
    ("membership", "leadership", "guidelines"),
    ("implementation_plan", "results", "impact_on_practice"),
)

_MM = 72 / 25.4
_SHEETS = {"letter": (279.4 - 20, 215.9 - 20), "a4": (297 - 20, 210 - 20)}
"""How wide and high the page is within its margins of ten millimetres, as in ``letter.css`` and ``a4.css``."""

_WORD_SIZES = (16.0, 14.0, 13.0, 12.0, 11.5)
"""Sizes of type that are tried in Word before `SIZES`: a plan of few words fills its page there, too."""

_OVER, _TITLE, _FOOT = 9.0, 17.0, 8.0
"""The type of what stands over the title, of the title and of the foot, in points, as in ``page.css``."""


@dataclass(frozen=True, slots=True)
class _Head:
    """The top of the page: the organisation, and the title below it."""

    over: str
    title: str

    def height(self, width: float) -> float:
        """In points, with the space below it."""
        lines = (lines_of("", width / _OVER, self.over), lines_of("", width / _TITLE, self.title))
        return lines[0] * 14 + lines[1] * _TITLE * 1.2 + 10


def gather(subject: Subject) -> Mapping[str, Any]:
    """``boxes`` is the page, ``everything`` all that the plan says in them, ``foot`` what stands below.

    Raises `NothingToShow`.
    """
    tool = load_guide("planning-tool", subject.guide.language)
    width, height = (side * _MM for side in _SHEETS[subject.wish.sheet])
    blank = subject.wish.blank
    title = _("Planning tool for a community of practice") if blank else subject.view.title
    over = _("To be filled in by hand") if blank else subject.view.organization or subject.brand.name
    head = _Head(_a_few_lines(over or _("Community of practice"), width / _OVER), _a_few_lines(title, width / _TITLE))
    foot = "" if blank else _foot(subject)
    height -= head.height(width) + lines_of(foot, width / _FOOT) * _FOOT * LINE + 8
    rows = () if blank else _answers(subject, tool)
    make = partial(_blank, tool) if blank else partial(_filled, rows, subject.final)
    ours = 0.0 if subject.brand.text_font or subject.brand.heading_font else ARIAL
    boxes = make(width, height, ours)
    everything = boxes if blank else Boxes(_boxes(rows, subject.final), SIZES[0])
    in_word = make if blank else partial(make, sizes=(*_WORD_SIZES, *SIZES))
    return {
        "head": head,
        "boxes": boxes,
        "everything": replace(everything, fitted=_for_word(subject, in_word)),
        "title": title,
        "foot": foot,
        "blank": blank,
        "landscape": True,
    }


def _for_word(subject: Subject, make: Callable[[float, float, float], Boxes]) -> Callable[[float, float], Boxes]:
    """Makes the boxes for a page in Word."""
    own_font = subject.brand.text_font or subject.brand.heading_font or subject.wish.reference
    known = 0.0 if own_font else CALIBRI
    share = 0.9 if subject.wish.reference else 1.0  # a letterhead's own styles may be more generous than ours
    return lambda width, height: make(width, share * height, known)


def _foot(subject: Subject) -> str:
    words = [_("As of {date}").format(date=date_words(subject.today))]
    if subject.home:
        words.append(_("The living plan: {place}").format(place=one_line(subject.home)))
    if subject.said_left_out:
        words.append(_("Left out of this copy: {things}.").format(things=_(", ").join(subject.said_left_out)))
    return " · ".join(words)


def _a_few_lines(text: str, width: float) -> str:
    """``text``, cut only where it would take so much of the page that hardly any is left for the boxes."""
    return shortened(text[:500], width * 4, 1.0, bold=True)


# --- filled -----------------------------------------------------------------------------------------------------------


def _answers(subject: Subject, tool: Guide) -> Rows:
    guides = (tool, load_guide(BUILT_IN[0], tool.language))

    def contents(name: str) -> Contents:
        found = points(subject.plan, subject.answers, guides, name, subject.today)
        return Contents(_section(tool, name).title, found)

    rows = tuple(tuple(map(contents, row)) for row in _ROWS)
    if not any(box.points for row in rows for box in row):
        raise NothingToShow(
            _("The plan says nothing yet that its one page could show."),
            _("Answer a few questions first, or print the empty page with --blank."),
        )
    return rows


def _filled(
    rows: Rows, final: bool, width: float, height: float, known: float, sizes: Sequence[float] = SIZES
) -> Boxes:
    fitted = fit(rows, width, height, known, sizes)
    return Boxes(_boxes(fitted.rows, final), fitted.size, fitted.even)


def _boxes(rows: Rows, final: bool) -> tuple[tuple[Box, ...], ...]:
    return tuple(tuple(_box(box, final) for box in row) for row in rows)


def _section(tool: Guide, name: str) -> Section:
    return next(section for section in tool.sections if section.id == name)


def _box(box: Contents, final: bool) -> Box:
    pieces = tuple(piece for point in box.points for piece in _pieces(point))
    nothing = () if final or box.left else (Nothing(_("Not answered yet")),)
    return Box(box.title, pieces or nothing, box.share, note(box.left) if box.left else "")


def _pieces(point: Point) -> Iterator[Piece]:
    if point.lead:
        yield Quote((Text(point.blocks),))
        return
    title = point.title
    for block in point.blocks:
        if block.kind == "paragraph":
            yield Paragraph(tuple(_runs(block, title)))
        else:
            if title:
                yield Paragraph((Run(title, strong=True),))
            yield Items(tuple((Paragraph((Run(line),)),) for line in block.lines), block.kind == "numbers")
        title = ""


def _runs(block: Block, title: str) -> Iterator[Run]:
    if title:
        yield Run(_("{title}:").format(title=title), strong=True)
        yield Run(" ")
    for number, line in enumerate(block.lines):
        if number:
            yield Run("\n")
        yield Run(line)


# --- empty ------------------------------------------------------------------------------------------------------------

_SMALL, _SMALLEST = 8.0, 7.0
"""The type in which the questions of an empty box are set, and that where a letterhead takes much of the page."""
_WRITTEN = 2.5
"""How high a line to write on is, in font sizes, as in ``page.css``."""
_PURPOSE_LINES = 4
"""A line for each question about the purpose, all across the page; the rest of the page is for the other boxes."""
_SCARCE = 400.0
"""On a page with no more room than that, in points, the purpose gets one line: a letterhead takes the rest."""


def _blank(tool: Guide, width: float, height: float, known: float) -> Boxes:
    first, *others = ([_section(tool, name) for name in row] for row in _ROWS)
    small, purpose_lines = (_SMALL, _PURPOSE_LINES) if height > _SCARCE else (_SMALLEST, 1)
    asked = partial(_asked_height, width=width / small, known=known)
    top = max(asked(one, 12) for one in first) + purpose_lines * _WRITTEN
    each = ((height - len(others) * BETWEEN) / small - top) / len(others)
    rows = [tuple(_empty(one, 12, purpose_lines) for one in first)]
    for row in others:
        rooms = (int((each - asked(one, 12 // len(row))) / _WRITTEN) for one in row)
        rows.append(tuple(_empty(one, 12 // len(row), room) for one, room in zip(row, rooms, strict=True)))
    return Boxes(tuple(rows), small)


def _empty(section: Section, share: int, lines: int) -> Box:
    asked = Items(tuple((Paragraph((Run(prompt),)),) for prompt in _prompts(section)))
    return Box(section.title, (asked, Room(max(1, lines))), share)


def _asked_height(section: Section, share: int, width: float, known: float) -> float:
    inner = inner_width(share, width) - INDENT
    lines = sum(lines_of(prompt, inner, "", known) for prompt in _prompts(section))
    return TITLE + 2 * PADDING + lines * LINE + GAP


def _prompts(section: Section) -> Iterator[str]:
    """Of the questions the first for each item of the planning tool: as many as stand on its own page."""
    covered: set[str] = set()
    for question in section.questions:
        items = {item for item in question.covers if item.startswith("S4")}
        if items - covered:
            yield one_line(question.prompt)
        covered |= items
