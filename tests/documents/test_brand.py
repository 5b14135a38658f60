"""An organisation's colours, fonts and logo: whatever they are, pages can be read; without them they are as ever."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cop_wizard.documents.brand import (
    Brand,
    Logo,
    contrast,
    dark_shades,
    is_readable,
    light_shades,
    picture_shades,
    print_shades,
)
from documents.document_plans import RICH, subject_of, text_of

_PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415478da63f871fe0000054a02"
    "885dc93ef50000000049454e44ae426082"
)
colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)
    assert is_readable("#0d5c61")
    assert not is_readable("#f2c200")


@given(colours, colours)
def test_text_can_be_read_whatever_the_colours(main: str, second: str) -> None:
    brand = Brand(main=main, second=second)
    light, dark, paper = light_shades(brand), dark_shades(brand), print_shades(brand)
    for shades, grounds in (
        (light, ("#f8f6f1", "#fffefb", light["tint"])),
        (dark, ("#111819", "#182123", dark["tint"])),
        (paper, ("#ffffff", paper["tint"])),
    ):
        pairs = [("on-accent", shades["accent"]), ("on-band", shades["band"]), ("band-soft", shades["band"])]
        pairs += [(name, ground) for name in ("accent", "deep", "faint") for ground in grounds]
        pairs += [("deep", shades[f"ring-{number}"]) for number in range(4)]
        low = [(name, ground) for name, ground in pairs if contrast(shades[name], ground) < 4.5]
        assert low == []
    assert contrast(light["second"], "#f8f6f1") >= 3
    assert contrast(dark["second"], "#182123") >= 3


@given(colours)
def test_a_picture_takes_the_same_colours(main: str) -> None:
    pictures = picture_shades(Brand(main=main))
    assert pictures["accent"] == pictures["second"] == light_shades(Brand(main=main))["accent"]
    assert contrast(pictures["on_second"], pictures["second"]) >= 4.5


def test_a_good_colour_is_left_as_it_is() -> None:
    assert light_shades(Brand(main="#0d5c61"))["accent"] == "#0d5c61"


def test_without_a_brand_nothing_changes() -> None:
    for document in ("plan", "charter"):
        page = text_of(subject_of(RICH), document)
        assert page.count(":root {") == text_of(subject_of(RICH, brand=Brand(name="Us")), document).count(":root {")
        assert "<img" not in page
    assert light_shades(Brand()) == dark_shades(Brand()) == print_shades(Brand()) == picture_shades(Brand()) == {}


@pytest.mark.parametrize("document", ["plan", "charter"])
def test_a_page_wears_the_brand(document: str) -> None:
    brand = Brand("Coulee Ridge", Logo(_PNG, "image/png"), "#7a1f4d", "#b35c00", "Georgia", "Verdana")
    page = text_of(subject_of({**RICH, "organization": {}}, brand=brand), document)
    assert 'src="data:image/png;base64,iVBORw0KGgo' in page
    assert 'alt="Coulee Ridge"' in page
    assert "--accent: #7a1f4d;" in page
    assert '--serif: "Georgia", var(--serif-fonts);' in page
    assert '--sans: "Verdana", var(--sans-fonts);' in page
    assert page.index("--accent: #7a1f4d;") > page.index("--accent: #0d5c61;")


def test_pictures_wear_the_brand() -> None:
    page = text_of(subject_of(RICH, brand=Brand(main="#7a1f4d")))
    assert 'fill="#7a1f4d"' in page
    assert 'fill="#0d5c61"' not in page


def test_the_organisation_of_the_plan_goes_before_the_brand() -> None:
    page = text_of(subject_of({**RICH, "organization": {"name": "Ours"}}, brand=Brand(name="Theirs")), "charter")
    assert ">Ours</p>" in page
    assert "Theirs" not in page


def test_a_logo_stands_beside_the_names_and_takes_the_place_of_none() -> None:
    brand = Brand(name="Ours", logo=Logo(_PNG, "image/png"))
    page = text_of(subject_of({**RICH, "organization": {"name": "Ours"}}, brand=brand), "charter")
    head = page[page.index('class="letterhead') : page.index("</header>")]
    assert re.findall(r'class="(from|community)"', head) == ["from", "community"]


@pytest.mark.parametrize("font", ['x"; } * { display: none', "</style><script>", "a\\", "a\nb", "Ubuntu, serif"])
def test_a_font_cannot_be_more_than_a_name(font: str) -> None:
    page = text_of(subject_of(RICH, brand=Brand(text_font=font)), "charter")
    assert re.search(r'--sans: "[\w .\\-]*", var\(--sans-fonts\);', page)
    assert page.count("</style>") == 1
