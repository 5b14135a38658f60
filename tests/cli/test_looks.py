"""What the settings say of documents: own templates, letterhead, paper, brand; and what is refused."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from cli.conftest import Cop
from cop_wizard.documents.formats.pdf_engine import engine, has_font
from cop_wizard.documents.trouble import ComputerLacks
from cop_wizard.settings.find import forget, settings_for
from support.tools import missing

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415478da63f871fe0000054a02"
    "885dc93ef50000000049454e44ae426082"
)
_START, _SIZE = "ffe000104a46494600010100000100010000", "ffc0000b080001000101011100"
_SCAN = "ffda0008010100003f00d2cf20"
JPEG = bytes.fromhex(f"ffd8{_START}{_SIZE}{_SCAN}ffd9")


@pytest.fixture(autouse=True)
def anew() -> None:
    forget()


def test_what_is_settled_for_documents_is_known(tmp_path: Path) -> None:
    (tmp_path / "ours").mkdir()
    (tmp_path / "letterhead.docx").write_bytes(b"PK")
    (tmp_path / "logo.png").write_bytes(PNG)
    (tmp_path / "cop.toml").write_text(
        'templates = "ours"\nreference = "letterhead.docx"\npaper = "a4"\nhome = "https://example.org/plan"\n'
        '[brand]\nname = "Prairie Rose"\nlogo = "logo.png"\nmain = "#0d5c61"\nheading_font = "Georgia"\n',
        encoding="utf-8",
    )
    looks = settings_for(tmp_path / "below/plan.yaml").looks
    assert (looks.templates, looks.reference) == (tmp_path / "ours", tmp_path / "letterhead.docx")
    assert (looks.paper, looks.home) == ("a4", "https://example.org/plan")
    assert (looks.brand.name, looks.brand.main, looks.brand.heading_font) == ("Prairie Rose", "#0d5c61", "Georgia")
    assert looks.brand.logo is not None
    assert (looks.brand.logo.kind, looks.brand.logo.content) == ("image/png", PNG)


@pytest.mark.parametrize(
    ("text", "place", "hint"),
    [
        ('paper = "a5"\n', "cop.toml:1:1:", 'paper = "a4"'),
        ("home = 3\n", "cop.toml:1:1:", "home ="),
        ('brand = "blue"\n', "cop.toml:1:1:", "[brand]"),
        ('[brand]\ncolor = "#0d5c61"\n', "cop.toml:2:1:", "There are: name, logo, main"),
        ('[brand]\nmain = "blue"\n', "cop.toml:2:1:", 'main = "#0d5c61"'),
        ('[brand]\nmain = "#9fd4ff"\n', "cop.toml:2:9:", "Choose a darker one."),
        ('brand = {second = "#ffff00"}\n', "cop.toml:1:20:", "Choose a darker one."),
        ('[brand]\nlogo = "cop.toml"\n', "cop.toml:2:1:", "Save it as PNG"),
        ('[brand]\ntext_font = "Georgia; color: red"\n', "cop.toml:2:1:", 'text_font = "Georgia"'),
    ],
)
@pytest.mark.usefixtures("plan")
def test_a_look_that_cannot_be_is_told_with_its_place(
    cop: Cop, tmp_path: Path, text: str, place: str, hint: str
) -> None:
    (tmp_path / "cop.toml").write_text(text, encoding="utf-8")
    for command in ("render", "validate"):
        done = cop(command)
        assert done.code == 1
        assert place in done.err
        assert hint in done.err
    assert not Path("plan.html").exists()


@pytest.mark.parametrize(
    ("text", "place", "hint"),
    [
        ('templates = "nowhere"\n', "cop.toml:1:1:", "cop templates --eject"),
        ('reference = "nowhere.docx"\n', "cop.toml:1:1:", "Put it there"),
        ('[brand]\nlogo = "logo.gif"\n', "cop.toml:2:1:", "Put it there"),
    ],
)
@pytest.mark.usefixtures("plan")
def test_a_file_that_is_missing_is_told_only_where_a_document_needs_it(
    cop: Cop, tmp_path: Path, text: str, place: str, hint: str
) -> None:
    (tmp_path / "cop.toml").write_text(text, encoding="utf-8")
    assert cop("validate").code == cop("status").code == 0
    done = cop("render")
    assert done.code == 1
    assert place in done.err
    assert hint in done.err
    assert not Path("plan.html").exists()


@pytest.mark.usefixtures("plan")
def test_own_templates_of_the_settings_are_used(cop: Cop, tmp_path: Path) -> None:
    """A word changed in one template is changed in every format that is made of it."""
    assert cop("templates", "--eject", "charter").code == 0
    words = tmp_path / "templates/charter/charter.md.j2"
    words.write_text("# What we promised\n", encoding="utf-8")
    (tmp_path / "cop.toml").write_text('templates = "templates"\n', encoding="utf-8")
    for form in ("md", "html"):
        done = cop("render", "--document", "charter", "--format", form, "-o", "-")
        assert done.code == 0
        assert "What we promised" in done.out


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("logo.png", PNG[:40]),
        ("logo.png", PNG[:-1]),
        ("logo.png", PNG[:8] + b"\0" * 40),
        ("logo.png", PNG[:16] + b"\0" * 4 + PNG[20:]),
        ("logo.jpg", JPEG[:-2]),
        ("logo.jpg", JPEG.replace(bytes.fromhex(_SIZE), b"")),
        ("logo.jpg", JPEG[:5]),
        ("logo.jpg", JPEG[:3]),
    ],
)
@pytest.mark.usefixtures("plan")
def test_a_logo_that_is_cut_short_is_told(cop: Cop, tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    (tmp_path / "cop.toml").write_text(f'[brand]\nlogo = "{name}"\n', encoding="utf-8")
    done = cop("render")
    assert done.code == 1
    assert "COP122" in done.err
    assert "not a whole picture" in done.err


def test_a_logo_of_more_dots_than_any_paper_shows_is_told(cop: Cop, tmp_path: Path, plan: Path) -> None:
    """It would take gigabytes to draw."""
    (tmp_path / "logo.jpg").write_bytes(
        JPEG.replace(bytes.fromhex(_SIZE), bytes.fromhex(_SIZE[:10] + "ea60ea60" + _SIZE[18:]))
    )
    (tmp_path / "cop.toml").write_text('[brand]\nlogo = "logo.jpg"\n', encoding="utf-8")
    done = cop("render")
    assert done.code == 1
    assert "60000 by 60000 dots" in done.err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names here")
@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ('[brand]\nlogo = "pipe"', "“pipe” is not an ordinary file."),
        ('[brand]\nlogo = "."', "“.” is not an ordinary file."),
        ("[brand]\nlogo = 5", "`logo` is the name of a file, in quotation marks."),
        ('reference = "pipe"', "“pipe” is not an ordinary file."),
    ],
)
@pytest.mark.usefixtures("plan")
def test_what_is_no_file_is_told(cop: Cop, tmp_path: Path, setting: str, said: str) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "cop.toml").write_text(setting + "\n", encoding="utf-8")
    done = cop("render")
    assert done.code == 1
    assert said in done.err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names here")
@pytest.mark.parametrize(("name", "said"), [("pipe", "“pipe” is not a file."), (".", "“.” is not a file.")])
@pytest.mark.usefixtures("plan")
def test_a_letterhead_is_an_ordinary_file(cop: Cop, tmp_path: Path, name: str, said: str) -> None:
    """A pipe would be waited for, a device read without end."""
    os.mkfifo(tmp_path / "pipe")
    done = cop("render", "--document", "charter", "--format", "docx", "--reference", name)
    assert done.code == 3
    assert said in done.err


@pytest.mark.parametrize("content", [PNG, JPEG, JPEG + b"more", JPEG.replace(b"\xff\xe0", b"\xff\xff\xe0")])
@pytest.mark.usefixtures("plan")
def test_a_whole_logo_is_taken(cop: Cop, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "logo").write_bytes(content)
    (tmp_path / "cop.toml").write_text('[brand]\nlogo = "logo"\n', encoding="utf-8")
    assert cop("render").code == 0


@pytest.mark.usefixtures("plan")
def test_a_font_that_this_computer_lacks_is_told_where_it_matters(cop: Cop, tmp_path: Path) -> None:
    """A PDF holds its own fonts; who reads a page may have them."""
    try:
        engine()
    except ComputerLacks as lacking:
        missing(lacking.message)
    (tmp_path / "cop.toml").write_text('[brand]\nheading_font = "Nobodys Hand"\n', encoding="utf-8")
    assert "font" not in cop("render").err
    done = cop("render", "--document", "charter", "--format", "all", "-o", "out")
    assert done.code == 0
    assert done.err.count("This computer does not have the font “Nobodys Hand”") == 1
    assert has_font("Liberation Sans") or has_font("DejaVu Sans")


def test_a_sign_that_no_font_of_this_computer_has_is_told_where_it_matters(cop: Cop, tmp_path: Path) -> None:
    """A PDF would show a box and say nothing. Cuneiform is in no font that is usual."""
    (tmp_path / "plan.yaml").write_text("schema_version: 2\nguide: cass\ntitle: Circle é 𒀀\n", encoding="utf-8")
    assert "𒀀" not in cop("render", "--document", "charter", PYTHONUTF8="1").err
    done = cop("render", "--document", "charter", "--format", "pdf", PYTHONUTF8="1")
    assert done.code == 0
    assert done.err.count("No font of this computer has these signs, so the PDF shows boxes instead: 𒀀") == 1
