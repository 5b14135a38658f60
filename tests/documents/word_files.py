"""Word files to look into, and a paper that holds every piece there is."""

from __future__ import annotations

import datetime as dt
import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from xml.etree import ElementTree

from cop_wizard.documents.content.facts import Fact
from cop_wizard.documents.content.paper import (
    Aside,
    Badge,
    Box,
    Boxes,
    Facts,
    Grid,
    Heading,
    Items,
    PageBreak,
    Paper,
    Paragraph,
    Quote,
    Room,
    Rule,
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
from cop_wizard.documents.pictures.drawing import Disc, Drawing, Key, Legend, Words

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


class WordFile:
    """What is in a Word file, by the names of its parts."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.zip = zipfile.ZipFile(BytesIO(content))
        assert self.zip.testzip() is None

    def names(self) -> list[str]:
        return self.zip.namelist()

    def raw(self, name: str) -> str:
        return self.zip.read(name).decode()

    def part(self, name: str) -> ElementTree.Element:
        return ElementTree.fromstring(self.zip.read(name))

    def body(self) -> ElementTree.Element:
        body = self.part("word/document.xml").find(f"{W}body")
        assert body is not None
        return body

    def paragraphs(self, style: str = "") -> list[str]:
        """The text of all paragraphs, or those of one style (its id)."""
        found = self.body().iter(f"{W}p")
        return [text_in(one) for one in found if not style or style_of(one) == style]

    def words(self) -> list[str]:
        """All words of the text, in order."""
        return words_in("\n".join(self.paragraphs()))

    def tables(self) -> list[ElementTree.Element]:
        return list(self.body().iter(f"{W}tbl"))

    def targets(self, part: str = "word/_rels/document.xml.rels") -> dict[str, tuple[str, bool]]:
        """Where the relations of a part lead, and whether out of the file."""
        return {
            str(one.get("Id")): (str(one.get("Target")), one.get("TargetMode") == "External") for one in self.part(part)
        }


def text_in(element: ElementTree.Element) -> str:
    """The text of an element; a line break is a newline."""
    made = ""
    for one in element.iter():
        if one.tag == f"{W}t":
            made += one.text or ""
        elif one.tag == f"{W}br":
            made += "\n"
        elif one.tag == f"{W}tab" and not one.attrib:  # with attributes it says where tabs stop
            made += "\t"
    return made


def style_of(paragraph: ElementTree.Element) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if style is None else str(style.get(f"{W}val"))


def words_in(text: str) -> list[str]:
    """Letters and digits, whatever stands between them."""
    return re.findall(r"[^\W_]+", text)


def runs(text: str, **look: Any) -> tuple[Run, ...]:
    return (Run(text, **look),)


def paragraph(text: str) -> Paragraph:
    return Paragraph(runs(text))


def cell(*texts: str, **how: Any) -> Cell:
    return Cell(tuple(CellPart((Block("paragraph", (text,)),)) for text in texts), **how)


DRAWING = Drawing(
    "rings",
    "Who takes part",
    "Two circles, one in the other: Maria in the middle.",
    600,
    300,
    (Disc(300, 150, 120, "ring-1"), Disc(300, 150, 50, "person"), Words(300, 155, "MS", 20, "person-name")),
    note="Nobody is at the edge yet.",
    legends=(Legend("Core", (Key("MS", "Maria Santos", "lead"), Key("AG", "Amrit Gill"))),),
)

TEXT = Text(
    (
        Block("paragraph", ("A first line,", "and a second.")),
        Block("bullets", ("one thing", "another thing")),
        Block("numbers", ("first", "second")),
        Block("paragraph", ("See https://example.org/a?b=1 or write to maria@example.org.",)),
    )
)

TABLE = Table(
    ("Name", "What they do"),
    (
        (cell("Maria Santos"), cell("Convenes the meetings and keeps an eye on time")),
        (
            cell("Amrit Gill"),
            Cell(
                (
                    CellPart((Block("paragraph", ("Keeps notes",)),), "Duty", brief=True),
                    CellPart((Block("paragraph", ("since May",)),), brief=True),
                    CellPart((Block("bullets", ("notes", "links")),), "Brings"),
                    CellPart((Block("paragraph", ("A cake",)),), "Celebration", mark="celebration"),
                )
            ),
        ),
        (cell("Nobody"), cell("vacant", muted=True)),
    ),
    "Who does what",
)


def every_piece() -> Iterator[Any]:
    """One of each kind."""
    yield Heading(1, runs("Charter"), "charter")
    yield Badge("Not yet agreed")
    yield Badge("Agreed", open=False)
    yield Quote((paragraph("To make fractions a pleasure."),))
    yield Facts(tuple(Fact(f"Fact {number}", f"Value {number}", "a note", open=number == 2) for number in range(1, 6)))
    yield Heading(2, runs("Words"), "words")
    yield Paragraph((Run("Plain, "), Run("strong", strong=True), Run(" and "), Run("both", strong=True, emphasis=True)))
    yield Paragraph(
        (
            Run("before"),
            Run("\n"),
            Run("the words", link="#words"),
            Run(", "),
            Run("a site", link="https://example.org/"),
        )
    )
    inner = Items(((paragraph("inner one"),), (paragraph("inner two"),)), numbered=True)
    yield Items(((paragraph("outer"), inner), (paragraph("outer again"), paragraph("and more of it"))), tight=False)
    yield Items(((paragraph("counted"),), (paragraph("counted on"),)), numbered=True)
    yield Items(((paragraph("counted anew"),),), numbered=True)
    yield Heading(3, runs("Answers"), "answers")
    yield TEXT
    yield Line("A line of a few words")
    yield Choices(("Only one",))
    yield Choices(("The most important", "the next"), ranked=True)
    yield Lines(("this", "that"))
    yield Nothing("Nothing yet")
    yield Titled((("A title of its own", (Block("paragraph", ("and its text",)),)),))
    yield TABLE
    yield Tables((TABLE,))
    yield Form((Row("Label", Line("answer")), Row("People", Lines(("a", "b"))), Row("Table", TABLE), Row("Text", TEXT)))
    yield Grid((runs("Left"), runs("Right")), ((runs("a cell"), runs("b", strong=True)),))
    yield Heading(4, runs("What only documents have"), "documents")
    yield Rule()
    yield Aside("Aside", (paragraph("Said in a box."), Lines(("in", "there"))))
    yield Room(3, "Your thoughts")
    yield Room(2, "A table to fill in", ("When", "What"))
    yield Ticks((("Bring chairs", "Maria"), ("Bring cake", "")))
    yield Signatures((("Maria Santos", "2 May 2026"), ("", "")))
    yield DRAWING
    yield Boxes(
        (
            (Box("Purpose", (TEXT,), 8, "from the guide"), Box("People", (Lines(("a", "b")),), 4)),
            (Box("All", (paragraph("the rest"),), 12),),
        ),
        8.5,
    )


def paper_of(*pieces: Any, **changes: Any) -> Paper:
    """A paper with these pieces, or with every kind of piece."""
    given: dict[str, Any] = {
        "document": "charter",
        "language": "en",
        "title": "Charter: Early Numeracy Network",
        "community": "Early Numeracy Network",
        "organization": "Prairie Schools",
        "day": dt.date(2026, 11, 22),
        "home": "numeracy/plan.yaml",
        "pieces": pieces or tuple(every_piece()),
    }
    return Paper(**{**given, **changes})


SHEETS = (
    Heading(1, runs("Dear Maria"), "maria"),
    paragraph("Come and join us."),
    PageBreak(),
    Heading(1, runs("Dear Amrit"), "amrit"),
    paragraph("Come and join us as well."),
)
