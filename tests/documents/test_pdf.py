"""PDF files: tagged, in reading order, complete in themselves, the same each time."""

from __future__ import annotations

import html
import logging
import random
import re
import warnings
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from cop_wizard.documents.brand import Brand, Logo
from cop_wizard.documents.formats import pdf_engine
from cop_wizard.documents.formats.pdf import _prepare, render_pdf
from cop_wizard.documents.formats.pdf_engine import PdfTrouble, engine
from cop_wizard.documents.subject import Subject, Wish
from cop_wizard.documents.templating.environment import built_in_templates
from cop_wizard.extras import ExtraMissing
from cop_wizard.guide.load import load_guide
from cop_wizard.yamltext.document import read
from documents.document_plans import RICH, SPARSE, meetings, people, subject_of, text_of
from documents.pdf_files import PdfFile
from documents.test_hostile_text import HOSTILE

_EXAMPLES = Path(__file__).parents[2] / "examples" / "valid"

PLANS: dict[str, dict[str, Any]] = {
    "rich": RICH,
    "sparse": SPARSE,
    "empty": {},
    "crowd": {"membership": {"roster": people(54)}, "collaborative_plan": {"meetings": meetings(33)}},
}


def _subject(name: str, **options: Any) -> Subject:
    if name in PLANS:
        return subject_of(PLANS[name], **options)
    data = read((_EXAMPLES / f"{name}.yaml").read_text(encoding="utf-8")).data
    assert isinstance(data, dict)
    language = str(data.get("language", "en"))
    return subject_of(data, load_guide("cass", language), **options)


@cache
def _file(name: str, document: str = "plan", sheet: str = "letter") -> PdfFile:
    return PdfFile(render_pdf(document, _subject(name, wish=Wish(sheet=sheet), final=name in ("rich", "crowd"))))


@pytest.mark.parametrize(("sheet", "size"), [("letter", (612, 792)), ("a4", (595.3, 841.9))])
def test_pages_have_the_size_of_the_sheet(sheet: str, size: tuple[float, float]) -> None:
    for page in _file("rich", "charter", sheet).reader.pages:
        assert (float(page.mediabox.width), float(page.mediabox.height)) == pytest.approx(size, abs=0.1)


def test_a_file_says_what_it_is() -> None:
    """The window shows the title, a reading voice knows the language, and the dates are those of the moment given."""
    file = _file("rich", "charter")
    about = file.reader.metadata
    assert about is not None
    assert about.title == "Charter: Early Numeracy Leaders' Circle"
    assert about.author == "Prairie Rivers School Division"
    assert about.creation_date_raw == about.modification_date_raw == "D:20261122090000+00'00"
    assert file.root["/Lang"] == "en"
    assert file.root["/MarkInfo"]["/Marked"]
    assert file.root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert b"pdfuaid" in file.root["/Metadata"].get_object().get_data()


@pytest.mark.parametrize(
    ("name", "document"), [("rich", "plan"), ("sparse", "plan"), ("crowd", "plan"), ("rich", "charter")]
)
def test_every_tag_stands_where_it_may(name: str, document: str) -> None:
    file = _file(name, document)
    assert file.misplaced == set()
    assert [tag.kind for tag in file.tags].count("H1") == 1


def test_pictures_are_told_in_full() -> None:
    page = text_of(_subject("rich", final=True))
    told = re.findall(r"<desc[^>]*>(.*?)</desc>", page)
    alts = [tag.alt for tag in _file("rich").tags if tag.kind == "Figure"]
    assert len(alts) == len(told) > 2
    assert all(alt.endswith(html.unescape(one)) for alt, one in zip(alts, told, strict=True))


def test_a_long_table_has_its_header_on_every_page() -> None:
    file = _file("crowd")
    pages = [text for text in file.texts if "number talks and what we hear in them" in text]
    assert len(pages) > 1
    headers = {re.sub(r".*?(?=Date)", "", text)[:10] for text in pages[1:]}
    assert all("Date" in text[:400] for text in pages[1:]), headers
    kinds = [(tag.kind, tag.within) for tag in file.tags]
    assert kinds.count(("THead", "Table")) == [kind for kind, _within in kinds].count("Table")


@pytest.mark.parametrize("document", ["plan", "charter"])
def test_headings_are_bookmarks_and_come_in_their_order(document: str) -> None:
    file = _file("rich", document)
    page = text_of(_subject("rich", final=True), document)
    page = html.unescape(page)
    page = re.sub(r"<nav.*?</nav>", "", page, flags=re.DOTALL)  # the list of contents is no bookmark
    headings = [
        " ".join(re.sub(r"<[^>]+>", "", words).split())
        for words in re.findall(r"<h[1-4][^>]*>(.*?)</h[1-4]>", page, re.DOTALL)
    ]
    assert file.bookmarks == headings
    text, place = file.text, 0
    for heading in headings:
        place = text.index(heading, place)


def test_fonts_are_in_the_file() -> None:
    assert _file("rich").fonts
    assert all(_file("rich").fonts.values())


@pytest.mark.parametrize(
    ("name", "document"),
    [("rich", "plan"), ("sparse", "plan"), ("rich", "charter"), ("empty", "charter"), ("informal-lunch", "charter")],
)
def test_no_page_is_nearly_blank(name: str, document: str) -> None:
    file = _file(name, document)
    filled = [file.filled(number) for number in range(len(file.texts))]
    assert len(filled) == 1 or min(filled) > 0.2


def test_each_of_several_letters_has_numbers_of_its_own() -> None:
    """And one of a single page has none."""
    people = [{"name": name, "status": "potential"} for name in ("Ana", "Bo")]

    def ends(gain: str) -> list[str]:
        plan = {**RICH, "membership": {"roster": people}, "purpose": {"in_it_for_us": gain}}
        return [text[-5:] for text in PdfFile(render_pdf("invitation", subject_of(plan))).texts]

    assert ends("A good word. " * 400) == ["1 / 2", "2 / 2", "1 / 2", "2 / 2"]
    assert not any("/" in text for text in ends("A good word."))


def test_the_same_plan_gives_the_same_bytes() -> None:
    random.seed(1)
    first = render_pdf("charter", _subject("rich"))
    random.seed(2)
    assert render_pdf("charter", _subject("rich")) == first


def test_links_lead_to_the_web_or_to_a_mail() -> None:
    plan = {**RICH, "membership": {"roster": [{"name": "Ana", "level": "core", "email": "ana@example.org"}]}}
    plan["purpose"] = {"statement": "See https://example.org/a, not file:///etc/passwd nor javascript:alert(1)."}
    links = PdfFile(render_pdf("plan", subject_of(plan, final=True))).links
    assert {"https://example.org/a", "mailto:ana@example.org"} <= links
    assert all(link.startswith(("https://", "mailto:")) for link in links)


def test_nothing_is_loaded_even_where_a_template_asks_for_it(tmp_path: Path) -> None:
    """A picture or a style sheet beside the page stays out, whoever names it."""
    Image.new("RGB", (40, 40), "red").save(tmp_path / "red.png")
    (tmp_path / "shared").mkdir()
    address = (tmp_path / "red.png").as_uri()
    (tmp_path / "shared" / "page.html.j2").write_text(
        f'<html lang="en"><head><title>x</title><style>body {{ background: url({address}) }}</style></head>'
        f'<body><img src="{address}" alt="red"><p>Words</p></body></html>'
    )
    file = PdfFile(render_pdf("charter", _subject("rich", templates=tmp_path)))
    assert file.text == "Words red"
    assert not any(page.images for page in file.reader.pages)


def test_the_logo_is_there_and_told(tmp_path: Path) -> None:
    Image.new("RGB", (40, 10), "red").save(tmp_path / "red.png")
    brand = Brand("Coulee Ridge", Logo((tmp_path / "red.png").read_bytes(), "image/png"), "#7a1f4d")
    file = PdfFile(render_pdf("charter", _subject("rich", brand=brand)))
    assert next(tag.alt for tag in file.tags if tag.kind == "Figure") == "Coulee Ridge"
    assert len(file.reader.pages[0].images) == 1


def test_the_first_two_pictures_share_a_page() -> None:
    (page,) = (text for text in _file("early-numeracy").texts if "The community in pictures" in text and "Core" in text)
    assert "Circles of participation" in page


def test_text_of_a_plan_stays_text() -> None:
    plan = {**RICH, "title": "<b>x</b>", "purpose": {"statement": "\n\n".join(HOSTILE), "focus": "W" * 3000}}
    file = PdfFile(render_pdf("charter", subject_of(plan)))
    assert "<script>alert(1)</script>" in file.text
    assert file.misplaced == set()
    assert min(file.filled(number) for number in range(len(file.texts))) > 0.2


def test_words_of_every_script_are_there() -> None:
    """Those that DejaVu has: a sign that no font has is read wrongly by pypdf, and all beside it as well."""
    plan = {
        "title": "שלום עולם",
        "purpose": {"statement": "مرحبا بالعالم"},
        "membership": {"roster": [{"name": "Zoë Ångström"}, {"name": "Ольга"}]},
    }
    file = PdfFile(render_pdf("plan", subject_of(plan, final=True)))
    assert "Zoë Ångström" in file.text
    assert "Ольга" in file.text
    assert set("שלום") <= set(file.text)


def test_what_reads_from_the_right_begins_there() -> None:
    def begins(title: str) -> float:
        found: list[float] = []

        def see(text: str, matrix: Any, inner: Any, *_: Any) -> None:
            if set(text) & set(title) - {" "}:
                found.append(inner[4] * matrix[0] + matrix[4])

        PdfFile(render_pdf("plan", subject_of({"title": title}, final=True))).reader.pages[0].extract_text(
            visitor_text=see
        )
        return found[0]

    assert begins("שלום עולם") > begins("Hello") + 200


def test_a_picture_with_text_from_the_right_is_painted_and_told() -> None:
    """Written letter by letter it would read backwards."""
    plan = {
        **RICH,
        "membership": {"roster": [{"name": "שלום כהן", "level": "core", "status": "member"}]},
        "leadership": {"duties": {"set_up_meetings": ["שלום כהן"]}},
    }
    file = PdfFile(render_pdf("plan", subject_of(plan)))
    figures = [tag.alt for tag in file.tags if tag.kind == "Figure"]
    assert any("שלום כהן" in alt for alt in figures)
    assert any(page.images for page in file.reader.pages)
    for number, page in enumerate(file.reader.pages):
        for box in file.painted(number):
            assert 0 <= box.left < box.right <= float(page.mediabox.width)
    assert not any(page.images for page in _file("rich").reader.pages)
    assert file.misplaced == set()


def test_a_missing_package_is_named_with_the_command_that_brings_it(monkeypatch: pytest.MonkeyPatch) -> None:
    import cop_wizard.extras as extras

    def missing(name: str) -> Any:
        raise ImportError(name)

    monkeypatch.setattr(extras, "import_module", missing)
    with pytest.raises(ExtraMissing) as raised:
        render_pdf("charter", _subject("rich"))
    assert 'pip install "cop-wizard[pdf]"' in raised.value.hint


def test_a_missing_library_is_named_with_the_way_to_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def missing(module: str, extra: str) -> Any:
        print("----- WeasyPrint could not import some external libraries -----")  # noqa: T201  as it does
        raise OSError("cannot load library 'libpango-1.0-0'")

    monkeypatch.setattr(pdf_engine, "needed", missing)
    with pytest.raises(PdfTrouble, match="Pango") as raised:
        render_pdf("charter", _subject("rich"))
    assert "apt install libpango-1.0-0 libpangoft2-1.0-0" in raised.value.hint
    assert capsys.readouterr().out == ""


def test_a_computer_without_fonts_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """WeasyPrint warns, and then the whole program ends in its C library."""

    def fontless(module: str, extra: str) -> Any:
        warnings.warn("No fonts configured in FontConfig. Expect ugly output.", stacklevel=1)

    monkeypatch.setattr(pdf_engine, "needed", fontless)
    with pytest.raises(PdfTrouble, match="font"):
        render_pdf("charter", _subject("rich"))


def test_the_log_stays_empty(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        render_pdf("charter", _subject("sparse"))
    assert [record.name for record in caplog.records if record.name.startswith(("weasyprint", "fontTools"))] == []
    assert not logging.getLogger("weasyprint").disabled


@pytest.mark.parametrize(("document", "place"), [("plan", ".//h1"), ("report", ".//*[@class='names']/p[last()]")])
def test_a_long_title_is_cut_where_it_stands_on_every_page(document: str, place: str) -> None:
    """Laid out on one line, again on each page, a whole one of 2000 letters takes minutes."""
    page = engine().HTML(string=text_of(subject_of({**RICH, "title": "Reading " * 250}), document)).etree_element
    _prepare(page)
    head = page.find(place).get("data-head")
    assert head.startswith("Reading Reading")
    assert head.endswith("…")
    assert len(head) <= 200
    assert "attr(data-head)" in (built_in_templates() / "shared/pdf.css").read_text(encoding="utf-8")
