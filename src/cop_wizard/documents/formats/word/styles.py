"""The styles of a Word file. People change how a document looks by changing these, so nearly all looks are in them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from cop_wizard.documents.formats.word.looks import Looks
from cop_wizard.documents.formats.word.xml import Element, qn, w

TABLE_STYLE = "Community Table"


class Styles:
    """The styles of one file, by the names people see in Word.

    A file made by a Word in another language has ids of its own, but the names of built-in styles are the same.
    """

    def __init__(self, root: Element) -> None:
        self._root = root
        self._ids = {_name_of(style).casefold(): str(style.get(qn("w:styleId"))) for style in root.iter(qn("w:style"))}

    def id(self, name: str) -> str:
        """The id under which paragraphs and runs name this style."""
        return self._ids[name.casefold()]

    def add_missing(self, looks: Looks) -> None:
        """Every style that documents use and this file has not."""
        for name, make in _STYLES.items():
            if name.casefold() not in self._ids:
                self._ids[name.casefold()] = name.replace(" ", "")
                self._root.append(make(name, self, looks))


def _name_of(style: Element) -> str:
    name = style.find(qn("w:name"))
    return "" if name is None else str(name.get(qn("w:val"), ""))


def empty_styles(looks: Looks, languages: Element) -> Element:
    """The root of a file's styles: what holds for all text where no style says otherwise."""
    fonts, space = dict.fromkeys(("ascii", "hAnsi", "cs", "eastAsia"), looks.text_font), looks.spread.space
    return w(
        "styles",
        w(
            "docDefaults",
            w(
                "rPrDefault",
                w("rPr", w("rFonts", **fonts), *_size(10.5 * looks.spread.letters), languages),
            ),
            w("pPrDefault", w("pPr", w("spacing", after=round(120 * space), line=looks.spread.line, lineRule="auto"))),
        ),
    )


def _size(points: float) -> tuple[Element, Element]:
    return w("sz", val=round(points * 2)), w("szCs", val=round(points * 2))


def _fonts(font: str) -> Element:
    return w("rFonts", ascii=font, hAnsi=font, cs=font)


def _line(side: str, colour: str, eighths: int = 8, space: int = 0) -> Element:
    return w(side, val="single", sz=eighths, space=space, color=colour)


Made = Callable[[str, Styles, Looks], Element]


def _style(
    kind: str,
    name: str,
    styles: Styles,
    *parts: Element,
    based: str = "",
    following: str = "",
    quick: bool = True,
    own: bool = False,
) -> Element:
    made = w("style", type=kind, styleId=styles.id(name))
    if own:
        made.set(qn("w:customStyle"), "1")
    made.append(w("name", val=name))
    if based:
        made.append(w("basedOn", val=styles.id(based)))
    if following:
        made.append(w("next", val=styles.id(following)))
    if quick:
        made.append(w("qFormat"))
    made.extend(parts)
    return made


def _paragraph(
    *,
    before: int = 0,
    after: int = 0,
    keep: bool = False,
    borders: Callable[[Looks], Iterable[Element]] | None = None,
    indent: tuple[int, int] | None = None,
    outline: int | None = None,
    tight: bool = False,
    centred: bool = False,
    points: float = 0,
    strong: bool = False,
    emphasis: bool = False,
    colour: str = "",
    heading_font: bool = False,
    based: str = "Normal",
    following: str = "",
    own: bool = True,
) -> Made:
    """A paragraph style; ``colour`` is a name of `Looks`, lengths are twentieths of a point."""

    def make(name: str, styles: Styles, looks: Looks) -> Element:
        spread = looks.spread
        around = {"before": round(before * spread.space), "after": round(after * spread.space)}
        layout = [
            *((w("keepNext"), w("keepLines")) if keep else ()),
            w("pBdr", *borders(looks)) if borders else None,
            w("spacing", **around, **({"line": min(252, spread.line), "lineRule": "auto"} if tight else {})),
            w("ind", left=indent[0], right=indent[1]) if indent else None,
            w("jc", val="center") if centred else None,
            w("outlineLvl", val=outline) if outline is not None else None,
        ]
        letters = [
            _fonts(looks.heading_font) if heading_font else None,
            *((w("b"), w("bCs")) if strong else ()),
            *((w("i"), w("iCs")) if emphasis else ()),
            w("color", val=getattr(looks, colour)) if colour else None,
            *(_size(points * spread.letters) if points else ()),
        ]
        parts = (w("pPr", *layout), w("rPr", *letters))
        return _style("paragraph", name, styles, *parts, based=based, following=following, own=own)

    return make


def _heading(level: int, points: float, before: int, after: int, colour: str, serif: bool) -> Made:
    return _paragraph(
        before=before,
        after=after,
        keep=True,
        outline=level - 1,
        points=points,
        strong=True,
        colour=colour,
        heading_font=serif,
        following="Normal",
        own=False,
    )


def _normal(name: str, styles: Styles, looks: Looks) -> Element:
    # not among the defaults of all text, where LibreOffice takes it to mean more than the colour of a link in a table
    made = _style("paragraph", name, styles, w("rPr", w("color", val=looks.ink)))
    made.set(qn("w:default"), "1")
    return made


def _letters(name: str, styles: Styles, looks: Looks) -> Element:
    made = _style("character", name, styles, quick=False)
    made.set(qn("w:default"), "1")
    return made


def _link(name: str, styles: Styles, looks: Looks) -> Element:
    parts = w("rPr", w("color", val=looks.main), w("u", val="single"))
    return _style("character", name, styles, parts, based="Default Paragraph Font", quick=False)


def _quiet(name: str, styles: Styles, looks: Looks) -> Element:
    parts = w("rPr", w("color", val=looks.soft))
    return _style("character", name, styles, parts, based="Default Paragraph Font", own=True)


def _badge(name: str, styles: Styles, looks: Looks) -> Element:
    ground = w("shd", val="clear", color="auto", fill=looks.tint)
    parts = w("rPr", w("b"), w("bCs"), w("color", val=looks.main), *_size(10), ground)
    return _style("character", name, styles, parts, based="Default Paragraph Font", own=True)


def _open_badge(name: str, styles: Styles, looks: Looks) -> Element:
    frame = w("bdr", val="single", sz=6, space=0, color=looks.main)
    parts = w("rPr", w("b"), w("bCs"), w("color", val=looks.main), *_size(10), frame)
    return _style("character", name, styles, parts, based="Default Paragraph Font", own=True)


def _margins(left: int = 100, top: int = 50) -> Element:
    sides = (("top", top), ("left", left), ("bottom", top), ("right", left))
    return w("tblCellMar", *(w(side, w=size, type="dxa") for side, size in sides))


def _plain_table(name: str, styles: Styles, looks: Looks) -> Element:
    made = _style("table", name, styles, w("tblPr", w("tblInd", w=0, type="dxa"), _margins(108, 0)), quick=False)
    made.set(qn("w:default"), "1")
    return made


def _table(name: str, styles: Styles, looks: Looks) -> Element:
    borders = (
        _line("top", looks.main, 8),
        _line("bottom", looks.line, 6),
        _line("insideH", looks.line, 4),
    )
    head = w(
        "tblStylePr",
        w("rPr", w("b"), w("bCs"), w("color", val=looks.main)),
        w("tcPr", w("shd", val="clear", color="auto", fill=looks.tint)),
        type="firstRow",
    )
    layout = w("tblPr", w("tblBorders", *borders), _margins())
    return _style("table", name, styles, layout, head, based="Normal Table", own=True)


def _beside(looks: Looks) -> Iterator[Element]:
    yield _line("left", looks.second, 24, 10)


def _below(looks: Looks) -> Iterator[Element]:
    yield _line("bottom", looks.line, 6, 4)


def _to_write_on(looks: Looks) -> Iterator[Element]:
    yield _line("bottom", looks.faint, 6)


_STYLES: dict[str, Made] = {
    "Normal": _normal,
    "Default Paragraph Font": _letters,
    "Normal Table": _plain_table,
    "Title": _paragraph(
        before=120, after=80, keep=True, points=22, colour="main", heading_font=True, following="Normal", own=False
    ),
    "Subtitle": _paragraph(after=120, points=13, colour="soft", following="Normal", own=False),
    "heading 1": _heading(1, 16, 360, 110, "main", serif=True),
    "heading 2": _heading(2, 12.5, 260, 70, "ink", serif=False),
    "heading 3": _heading(3, 10.5, 160, 50, "main", serif=False),
    "heading 4": _heading(4, 10.5, 140, 40, "soft", serif=False),
    "List Bullet": _paragraph(after=50, own=False),
    "List Number": _paragraph(after=50, own=False),
    "List Continue": _paragraph(after=50, own=False),
    "Quote": _paragraph(
        before=60, after=120, borders=_beside, indent=(240, 240), points=13, heading_font=True, own=False
    ),
    "caption": _paragraph(before=200, after=60, keep=True, strong=True, colour="main", own=False),
    "header": _paragraph(points=9, colour="soft", own=False),
    "footer": _paragraph(points=9, colour="soft", own=False),
    "toc 1": _paragraph(tight=True, own=False),
    "Contents Heading": _paragraph(before=280, after=80, keep=True, points=12.5, strong=True),
    "Living Plan": _paragraph(after=200, points=9.5, colour="soft", borders=_below),
    "Line to Write On": _paragraph(borders=_to_write_on),
    "Missing": _paragraph(after=100, emphasis=True, colour="faint"),
    "Table Text": _paragraph(after=20, points=9.5, tight=True),
    "Table Heading": _paragraph(after=20, keep=True, points=9.5, strong=True, colour="main", tight=True),
    "Box Heading": _paragraph(after=20, keep=True, outline=0, points=9.5, strong=True, colour="main", tight=True),
    "Fact Label": _paragraph(before=60, keep=True, points=9, colour="soft", tight=True),
    "Fact Value": _paragraph(points=12, heading_font=True, strong=True, tight=True),
    "Fact Note": _paragraph(after=60, points=9, colour="soft", tight=True),
    "Legend": _paragraph(after=60, points=9, tight=True),
    "Picture": _paragraph(before=40, after=80, centred=True),
    "Small Print": _paragraph(after=30, points=8.5, tight=True, colour="soft"),
    "Gap": _paragraph(points=4),
    "Hyperlink": _link,
    "Quiet": _quiet,
    "Badge": _badge,
    "Open Badge": _open_badge,
    TABLE_STYLE: _table,
}
"""In this order: a style comes after the one it is based on."""
