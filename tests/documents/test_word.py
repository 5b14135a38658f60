"""A Word file says what the document says, and says it the way Word expects it."""

from __future__ import annotations

import datetime as dt
import re
import struct
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from markdown_it import MarkdownIt

from cop_wizard.documents.brand import Brand, Logo
from cop_wizard.documents.composing import compose
from cop_wizard.documents.content.paper import THINGS, Heading, Items, Room, words_of
from cop_wizard.documents.content.shapes import Block, Line, Table, Text
from cop_wizard.documents.formats.word import pictures, render_word
from cop_wizard.documents.formats.word.file import safe_address
from cop_wizard.documents.formats.word.tables import widths_for
from cop_wizard.documents.formats.word.writing import word_file
from cop_wizard.documents.pictures.measure import text_width
from cop_wizard.documents.register import DOCUMENTS, render
from cop_wizard.documents.subject import Wish
from cop_wizard.documents.trouble import NothingToShow
from cop_wizard.errors import CopError, FileTrouble
from cop_wizard.extras import ExtraMissing
from cop_wizard.wording import one_line
from documents.document_plans import RICH, SPARSE, subject_of, text_of
from documents.example_plans import EXAMPLES, example
from documents.test_hostile_text import HOSTILE
from documents.word_files import (
    DRAWING,
    SHEETS,
    TEXT,
    R,
    W,
    WordFile,
    cell,
    paper_of,
    paragraph,
    runs,
    text_in,
    words_in,
)

WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
DC = "{http://purl.org/dc/elements/1.1/}"
TERMS = "{http://purl.org/dc/terms/}"

AS_WORD = [name for name, document in DOCUMENTS.items() if "docx" in document.formats]


def file_of(*pieces: Any, subject: dict[str, Any] | None = None, **changes: Any) -> WordFile:
    """The pieces as a Word file; without any, every kind of piece there is."""
    return WordFile(word_file(paper_of(*pieces, **changes), subject_of(SPARSE, **(subject or {}))))


def properties(element: ElementTree.Element, path: str) -> list[str]:
    return [str(one.get(f"{W}val")) for one in element.iterfind("/".join(f"{W}{step}" for step in path.split("/")))]


# --- nothing is lost ------------------------------------------------------------------------------------------------


def words_of_markdown(text: str) -> Counter[str]:
    """How often each word is read in a Markdown file."""
    found: Counter[str] = Counter()
    for token in MarkdownIt("commonmark").enable("table").parse(text):
        if token.type == "inline":
            said = "".join(" " if one.type == "html_inline" else one.content or " " for one in token.children or ())
            found.update(words_in(said))
    return found


@pytest.mark.parametrize("document", AS_WORD)
@pytest.mark.parametrize("plan", EXAMPLES, ids=lambda path: path.stem)
def test_word_and_markdown_say_the_same(plan: Path, document: str) -> None:
    subject = example(plan)
    try:
        markdown = text_of(subject, document, "md")
    except NothingToShow:
        with pytest.raises(NothingToShow):
            render_word(document, subject)
        return
    file = WordFile(render(document=document, format="docx", subject=subject))
    said = Counter(file.words())
    for one in file.body().iter(f"{WP}docPr"):
        said.update(words_in(str(one.get("descr"))))
    for name in ("header-1", "header-2", "footer"):  # where paper has them, a text file begins and ends with them
        said.update(words_in(text_in(file.part(f"word/{name}.xml"))))
    if document != "one-page":  # of which Word shows what fits on its page
        assert not words_of_markdown(markdown) - said
    headings = [words_of(one.runs) for one in compose(document, subject).pieces if isinstance(one, Heading)]
    styles = ("Title", "heading1", "heading2", "heading3")
    written = [text_in(one) for one in file.body().iter(f"{W}p") if properties(one, "pPr/pStyle")[0] in styles]
    assert [words_in(one) for one in headings] == [words_in(one) for one in written if one in headings]


# --- styles, lists, tables ------------------------------------------------------------------------------------------


def test_headings_are_words_own() -> None:
    """So that the navigation, the contents and those who hear the page find them."""
    file = file_of()
    assert file.paragraphs("Title") == ["Charter"]
    assert file.paragraphs("heading1") == ["Words"]
    assert file.paragraphs("heading2") == ["Answers"]
    styles = file.part("word/styles.xml")
    named = {str(one.get(f"{W}styleId")): properties(one, "name")[0] for one in styles.iter(f"{W}style")}
    assert named["heading1"] == "heading 1"
    assert named["ListBullet"] == "List Bullet"
    used = {
        str(one.get(f"{W}val")) for tag in ("pStyle", "rStyle", "tblStyle") for one in file.body().iter(f"{W}{tag}")
    }
    assert used <= set(named)


def numbers_of(file: WordFile) -> list[tuple[str, str, str]]:
    """Each item of a list: its number's id, its level, its text."""
    return [
        (properties(one, "pPr/numPr/numId")[0], properties(one, "pPr/numPr/ilvl")[0], text_in(one))
        for one in file.body().iter(f"{W}p")
        if properties(one, "pPr/numPr/numId")
    ]


def test_each_list_counts_from_one() -> None:
    first = Items(((paragraph("one"),), (paragraph("two"),)), numbered=True)
    second = Items(((paragraph("one again"),),), numbered=True)
    file = file_of(first, second)
    items = numbers_of(file)
    assert items[0][0] == items[1][0] != items[2][0]
    starts = {
        str(one.get(f"{W}numId")): properties(one, "lvlOverride/startOverride")
        for one in file.part("word/numbering.xml").iter(f"{W}num")
    }
    assert starts[items[0][0]] == starts[items[2][0]] == ["1"]


def test_lists_within_lists_and_more_than_a_line_in_an_item() -> None:
    inner = Items(((paragraph("inner"),),), numbered=True)
    file = file_of(Items(((paragraph("outer"), inner), (paragraph("next"), paragraph("more")))))
    assert [(level, text) for _number, level, text in numbers_of(file)] == [
        ("0", "outer"),
        ("1", "inner"),
        ("0", "next"),
    ]
    more = next(one for one in file.body().iter(f"{W}p") if text_in(one) == "more")
    assert [one.get(f"{W}left") for one in more.iterfind(f"{W}pPr/{W}ind")] == ["340"]


def test_lists_deeper_than_word_counts_stay_lists() -> None:
    nested = Items(((paragraph("deepest"),),))
    for _time in range(14):
        nested = Items(((nested,),))
    assert numbers_of(file_of(nested))[-1][1:] == ("8", "deepest")


def test_tables_repeat_their_headings_and_keep_rows_whole() -> None:
    for table in file_of().tables():
        rows = list(table.iterfind(f"{W}tr"))
        heads = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows]
        assert not any(heads[1:])
        if properties(table, "tr/tc/p/pPr/pStyle")[0] == "TableHeading" and len(rows) > 1:
            kept = [row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows]
            assert all(kept) or "one thing" in text_in(table)


def test_a_row_longer_than_a_page_may_go_on_over_it() -> None:
    """Else LibreOffice cuts it off."""
    rows = ((("word " * 900,),), (("short",),))
    table = Table(("What",), tuple((cell(*text),) for (text,) in rows))
    found = [row.find(f"{W}trPr/{W}cantSplit") is not None for row in file_of(table).body().iter(f"{W}tr")]
    assert found == [True, False, True]


@pytest.mark.parametrize("sheet", ["letter", "a4"])
def test_columns_and_cells_have_widths_that_fill_the_page(sheet: str) -> None:
    file = file_of(subject={"wish": Wish(sheet=sheet)})
    size, sides = file.body().find(f"{W}sectPr/{W}pgSz"), file.body().find(f"{W}sectPr/{W}pgMar")
    assert size is not None
    assert sides is not None
    assert size.get(f"{W}w") == {"letter": "12240", "a4": "11906"}[sheet]
    room = int(size.get(f"{W}w", 0)) - int(sides.get(f"{W}left", 0)) - int(sides.get(f"{W}right", 0))
    for table in file.body().iterfind(f"{W}tbl"):
        columns = [int(one.get(f"{W}w", 0)) for one in table.iterfind(f"{W}tblGrid/{W}gridCol")]
        assert room - 12 <= sum(columns) <= room
        for row in table.iterfind(f"{W}tr"):
            assert sum(int(one.get(f"{W}w", 0)) for one in row.iterfind(f"{W}tc/{W}tcPr/{W}tcW")) == sum(columns)


def test_a_landscape_paper_lies_on_its_side() -> None:
    size = file_of(paragraph("wide"), landscape=True).body().find(f"{W}sectPr/{W}pgSz")
    assert size is not None
    assert (size.get(f"{W}w"), size.get(f"{W}h"), size.get(f"{W}orient")) == ("15840", "12240", "landscape")


def test_each_sheet_is_headed_as_the_first_page_is() -> None:
    file = file_of(*SHEETS)
    sections = list(file.body().iter(f"{W}sectPr"))
    assert len(sections) == 2
    assert all(one.find(f"{W}titlePg") is not None for one in sections)
    assert file.paragraphs("Title") == ["Dear Maria", "Dear Amrit"]


def test_boxes_can_be_ticked() -> None:
    raw = file_of().raw("word/document.xml")
    assert raw.count("<w14:checkbox") == 2
    assert "☐" in raw


def test_a_long_document_has_contents_that_lead_to_its_parts() -> None:
    file = WordFile(render_word("plan", example(EXAMPLES[1])))
    lines = file.paragraphs("toc1")
    assert len(lines) > 8
    places = {str(one.get(f"{W}name")) for one in file.body().iter(f"{W}bookmarkStart")}
    assert {str(one.get(f"{W}anchor")) for one in file.body().iter(f"{W}hyperlink") if one.get(f"{W}anchor")} <= places


# --- links and pictures ---------------------------------------------------------------------------------------------


def test_addresses_are_links() -> None:
    file = file_of(TEXT)
    targets = file.targets()
    links = {text_in(one): targets[str(one.get(f"{R}id"))] for one in file.body().iter(f"{W}hyperlink")}
    assert links == {
        "https://example.org/a?b=1": ("https://example.org/a?b=1", True),
        "maria@example.org": ("mailto:maria@example.org", True),
    }


@pytest.mark.parametrize(
    ("address", "written"),
    [
        ("https://exämple.org/ü?q=ß", "https://xn--exmple-cua.org/%C3%BC?q=%C3%9F"),
        ("https://user:word@example.org/%41", "https://user:word@example.org/%41"),
        ("mailto:maria@example.org", "mailto:maria@example.org"),
        ("https://example.org:99999999/", ""),
        ("http://exa!mple.org", ""),
        ("http://[::1", ""),
        ("javascript:alert(1)", ""),
        ("https://example.org/" + "x" * 3000, ""),
    ],
)
def test_addresses_that_word_cannot_read_are_left_as_text(address: str, written: str) -> None:
    assert safe_address(address) == written


def test_pictures_say_what_they_show() -> None:
    file = file_of(DRAWING)
    (shown,) = file.body().iter(f"{WP}docPr")
    assert (shown.get("title"), shown.get("descr")) == (DRAWING.title, DRAWING.description)
    (image,) = [name for name in file.names() if name.endswith(".png")]
    width, height = struct.unpack(">II", file.zip.read(image)[16:24])
    assert (width, height) == (1500, 750)
    extent = next(file.body().iter(f"{WP}extent"))
    assert int(extent.get("cx", 0)) == 600 * 15 * 635
    words = " ".join(file.paragraphs())
    assert "Core: MS Maria Santos (lead); AG Amrit Gill" in words
    assert "Nobody is at the edge yet." in words


def test_large_pictures_fit_the_page() -> None:
    file = file_of(replace(DRAWING, width=2000, height=6000))
    extent = next(file.body().iter(f"{WP}extent"))
    wide, high = (int(extent.get(name, 0)) / 635 for name in ("cx", "cy"))
    assert wide <= 9740
    assert high <= 15840 * 0.8
    assert wide * 3 == pytest.approx(high, rel=0.01)


def test_without_a_font_the_pictures_are_not_left_empty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "_has_fonts", lambda: False)
    with pytest.raises(CopError, match="no font on this computer") as caught:
        file_of(DRAWING)
    assert "fonts-dejavu" in caught.value.hint


# --- what the file says about itself --------------------------------------------------------------------------------


def test_language_title_author_and_dates() -> None:
    now = dt.datetime(2026, 11, 22, 9, 30, tzinfo=dt.timezone(dt.timedelta(hours=-7)))
    file = file_of(subject={"now": now}, language="fr")
    about = file.part("docProps/core.xml")
    said = {one.tag.rpartition("}")[2]: one.text for one in about}
    assert said == {
        "title": "Charter: Early Numeracy Network",
        "subject": "Early Numeracy Network",
        "creator": "Prairie Schools",
        "lastModifiedBy": "Prairie Schools",
        "language": "fr-CA",
        "created": "2026-11-22T16:30:00Z",
        "modified": "2026-11-22T16:30:00Z",
        "revision": "1",
    }
    assert [one.get(f"{W}val") for one in file.part("word/styles.xml").iter(f"{W}lang")] == ["fr-CA"]


def test_there_is_nothing_in_it_about_where_it_was_made() -> None:
    names = file_of(paragraph("text")).names()
    assert names == [
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/core.xml",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/fontTable.xml",
        "word/footer.xml",
        "word/header-1.xml",
        "word/header-2.xml",
        "word/numbering.xml",
        "word/settings.xml",
        "word/styles.xml",
    ]


def test_the_first_page_says_where_the_living_plan_is() -> None:
    file = file_of(Heading(1, runs("Charter"), "charter"), paragraph("text"))
    assert file.paragraphs()[:3] == [
        "Charter",
        "Early Numeracy Network",
        "This is a copy. The living plan is numeracy/plan.yaml.",
    ]
    assert "living plan" not in " ".join(file_of(paragraph("text"), home="").paragraphs())


def test_head_and_foot() -> None:
    file = file_of(paragraph("text"))
    assert text_in(file.part("word/header-1.xml")) == "Prairie Schools"
    assert text_in(file.part("word/header-2.xml")) == "Charter: Early Numeracy Network"
    foot = file.part("word/footer.xml")
    assert text_in(foot) == "As of Sunday 22 November 2026\tPage 1 of 1"
    assert [one.text for one in foot.iter(f"{W}instrText")] == [" PAGE ", " NUMPAGES "]
    other = file_of(paragraph("text"), organization="", title="x" * 5000)
    assert text_in(other.part("word/header-1.xml")) == "Early Numeracy Network"
    assert len(text_in(other.part("word/header-2.xml"))) < 100


def test_what_was_left_out_and_the_sources_stand_at_the_end() -> None:
    file = file_of(paragraph("text"), sources=("A book",), left_out=("addresses", "notes"))
    assert file.paragraphs("SmallPrint") == ["A book", "Left out of this copy: addresses, notes."]


def test_what_leads_in_stays_with_what_it_introduces() -> None:
    pieces = (
        Heading(2, runs("Purpose"), "a"),
        paragraph("intro"),
        Heading(3, runs("Why?"), "b"),
        paragraph("about"),
        Room(2),
        Heading(3, runs("What?"), "c"),
        paragraph("an answer"),
        Heading(3, runs("When?"), "d"),
        paragraph("another answer"),
        Heading(2, runs("Members"), "e"),
    )
    file = file_of(*pieces, paragraph("alone"))
    kept = [text_in(one) for one in file.body().iter(f"{W}p") if one.find(f"{W}pPr/{W}keepNext") is not None]
    assert kept == ["intro", "about", ""]  # of two lines to write on, the first stays with the second


def test_a_greeting_stays_with_who_signs() -> None:
    file = file_of(paragraph("text"), paragraph("With regards"), Room(1), paragraph("Ann"), Room(1), paragraph("Bo"))
    kept = [text_in(one) for one in file.body().iter(f"{W}p") if one.find(f"{W}pPr/{W}keepNext") is not None]
    assert kept == ["With regards", "", "Ann", ""]


def test_a_worksheet_has_no_list_of_contents() -> None:
    headings = [Heading(3, runs(f"Question {number}"), f"q{number}") for number in range(30)]
    assert "Contents" in file_of(*headings).paragraphs("ContentsHeading")
    assert file_of(*headings, document="worksheet").paragraphs("ContentsHeading") == []


def test_an_hour_stays_on_one_line() -> None:
    assert file_of(paragraph("from 1:15 pm to 2:45 pm")).paragraphs("Normal") == ["from 1:15\u00a0pm to 2:45\u00a0pm"]


@pytest.mark.parametrize(("total", "few"), [(9740, True), (7000, False)])
def test_columns_are_as_wide_as_their_longest_word_in_a_wide_font(total: int, few: bool) -> None:
    address = "gwen.littlechild.of.sweetpine@example.org"
    texts = [("Time", "12:45 pm"), ("Member", "Yi-Ting Chen"), ("Reached", "x"), ("Further", f"word {address} " * 9)]
    widths = widths_for(texts, total)
    assert sum(widths) == total
    for words, width in zip(texts[:3], widths, strict=False):
        for word in words if few else (part for one in words for part in one.split()):
            assert text_width(word, 9.5) * 20 < width - 220 + 1
    assert widths_for([("Address", address), *texts[:1]], total)[0] > total * 0.4


LOGO = b'<svg xmlns="http://www.w3.org/2000/svg" width="200" height="60"><rect width="200" height="60"/></svg>'


def test_the_brand_is_in_the_styles_and_its_logo_in_the_head() -> None:
    brand = Brand(
        main="#8a1538", second="#b07400", heading_font="Lato", text_font="Karla", logo=Logo(LOGO, "image/svg+xml")
    )
    file = file_of(paragraph("text"), subject={"brand": brand})
    styles = file.raw("word/styles.xml")
    for part in ("8A1538", "B07400", 'w:ascii="Lato"', 'w:ascii="Karla"'):
        assert part in styles
    assert "0D5C61" not in styles
    (shown,) = file.part("word/header-1.xml").iter(f"{WP}docPr")
    assert shown.get("descr") == "Logo: Prairie Schools"


@pytest.mark.parametrize("kind", ["image/png", "image/svg+xml", "image/webp"])
def test_a_logo_that_is_none_is_told(kind: str) -> None:
    with pytest.raises(FileTrouble, match="logo"):
        file_of(paragraph("text"), subject={"brand": Brand(logo=Logo(b"not a picture \xff", kind))})


# --- the same bytes, and any text -----------------------------------------------------------------------------------


def test_the_same_plan_makes_the_same_bytes() -> None:
    assert render_word("plan", subject_of(RICH)) == render_word("plan", subject_of(RICH))
    file = file_of()
    assert file.content == file_of().content
    assert {entry.date_time for entry in file.zip.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def runs_from_right(file: WordFile) -> list[tuple[str, bool]]:
    return [(text_in(one), one.find(f"{W}rPr/{W}rtl") is not None) for one in file.body().iter(f"{W}r") if text_in(one)]


def test_text_from_right_to_left_says_so() -> None:
    file = file_of(Line("שלום עולם (Peace), 12"), Line("Sara سارة الحداد joins"), home="")
    first, second = list(file.body().iter(f"{W}p"))[:2]
    assert first.find(f"{W}pPr/{W}bidi") is not None
    assert second.find(f"{W}pPr/{W}bidi") is None
    assert runs_from_right(file) == [
        ("שלום עולם (", True),
        ("Peace", False),
        ("), 12", True),
        ("Sara ", False),
        ("سارة الحداد", True),
        (" joins", False),
    ]


def test_east_asian_text_asks_for_its_fonts() -> None:
    file = file_of(Line("漢字と仮名, 한국어"), home="")
    hints = [one.get(f"{W}hint") for one in file.body().iter(f"{W}rFonts")]
    assert hints == ["eastAsia"]


@pytest.mark.parametrize("text", [*HOSTILE, "x" * 200_000, "\n" * 50, "א" * 5000 + "a" * 5000, "é" * 300, "", " "])
def test_no_text_breaks_the_file(text: str) -> None:
    """Every part can be read, and nothing in a text becomes an element, a field or a relation by itself."""
    table = Table((text, "What"), ((cell(text), cell(text, text, muted=True)),))
    shown = replace(DRAWING, title=one_line(text), description=one_line(text), note=text)
    block = Text((Block("bullets", (text,)), Block("paragraph", (text, text))))
    pieces = (Heading(1, runs(text), "a"), block, Line(text), table, shown)
    names: dict[str, Any] = {"title": text, "community": text, "organization": text, "home": text}
    file = file_of(*pieces, sources=(text,), **names)
    for name in file.names():
        if name.endswith((".xml", ".rels")):
            file.part(name)
    assert {one.text for one in file.body().iter(f"{W}instrText")} == set()
    assert all(target.startswith(("http", "mailto:")) for target, outside in file.targets().values() if outside)
    assert not re.search("[\u202a-\u202e\u2066-\u2069\u200b]", "".join(file.paragraphs()))


def test_plans_with_hostile_text_make_a_file() -> None:
    data = {"title": HOSTILE[0], "purpose": {"statement": "\n\n".join(HOSTILE[:-1]).replace("\x00", "")}}
    file = WordFile(render_word("plan", subject_of(data)))
    assert "<script>alert(1)</script>" in file.paragraphs("Title")


# --- the packages it needs ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("missing", ["docx", "resvg_py"])
def test_without_its_packages_the_command_that_installs_them_is_told(
    missing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, missing, None)
    with pytest.raises(ExtraMissing) as caught:
        render_word("charter", subject_of(SPARSE))
    assert '-m pip install "cop-wizard[docx]"' in caught.value.hint


def test_every_kind_of_piece_can_be_written() -> None:
    """All of them are in the sample, so that a new one is not forgotten here."""
    kinds = {one.kind for one in paper_of().pieces} | {"page"}
    assert {one.kind for one in THINGS} <= kinds
