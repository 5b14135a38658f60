"""Countries and provinces are called as people call them."""

from __future__ import annotations

import sys

import pytest

from cop_wizard.plan.parsing import InWords
from cop_wizard.schedule import region_names
from cop_wizard.schedule.region_names import region_words
from cop_wizard.schedule.slots import zone_words


@pytest.mark.parametrize(
    ("region", "words"),
    [
        ("CA-AB", "Canada, Alberta"),
        ("ca-ab", "Canada, Alberta"),
        ("CA-BC", "Canada, British Columbia"),
        ("GB-SCT", "Britain (UK), Scotland"),
        ("FR", "France"),
        ("CA-XX", "Canada (CA-XX)"),
        ("TBD", "TBD"),
        ("our valley", "our valley"),
        ("", ""),
    ],
)
def test_a_code_is_told_as_a_name(region: str, words: str) -> None:
    assert region_words(region) == words


def test_without_the_package_the_code_stands_beside_the_country(monkeypatch: pytest.MonkeyPatch) -> None:
    region_names._parts_of.cache_clear()
    monkeypatch.setitem(sys.modules, "holidays", None)
    assert region_words("CA-AB") == "Canada (CA-AB)"
    region_names._parts_of.cache_clear()


@pytest.mark.parametrize(
    ("zone", "words"),
    [
        ("America/Edmonton", "Edmonton time (America/Edmonton)"),
        ("America/Argentina/Buenos_Aires", "Buenos Aires time (America/Argentina/Buenos_Aires)"),
        ("UTC", "UTC"),
        ("Etc/GMT+7", "Etc/GMT+7"),
        (InWords("mountain/valley"), "mountain/valley"),
    ],
)
def test_a_zone_is_told_by_its_city(zone: str, words: str) -> None:
    assert zone_words(zone) == words
