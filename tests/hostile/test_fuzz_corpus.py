"""What the fuzzers have found, and what they begin with, tried out in every run: no fuzzer is needed for that."""

from __future__ import annotations

from pathlib import Path

import pytest
from fuzz import loading, splicing

from cop_wizard.yamltext.document import read
from cop_wizard.yamltext.splice import Put

CORPUS = Path(__file__).parents[2] / "fuzz/corpus"


def inputs(kind: str) -> list[Path]:
    """The files of one kind."""
    return sorted((CORPUS / kind).iterdir())


@pytest.mark.parametrize("path", inputs("loading"), ids=lambda path: path.name)
def test_loading_keeps_its_promises(path: Path) -> None:
    """Findings instead of exceptions, in their places, and nothing that steers a terminal."""
    loading.try_out(path.read_bytes())


@pytest.mark.parametrize("path", inputs("splicing"), ids=lambda path: path.name)
def test_splicing_keeps_its_promises(path: Path) -> None:
    """Exactly what was asked for, and the rest as it was."""
    splicing.try_out(path.read_bytes())


def test_the_fuzzers_would_notice() -> None:
    """The harnesses can fail."""
    with pytest.raises(AssertionError):
        splicing._others_are_untouched(read("a: 1\nb: 2\n"), read("a: 3\nb: 02\n"), Put(("a",), "3"))
    with pytest.raises(AssertionError):
        loading._inside(read("a: 1\n").span(("a",)), "")
