"""Plans to compare: the smallest that show one change, and the example plans."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from cop_wizard.compare.change import Change
from cop_wizard.compare.changes import changes
from cop_wizard.guide.load import load_guide
from cop_wizard.yamltext.document import read

Compare = Callable[[str, str], tuple[Change, ...]]


@pytest.fixture
def compared() -> Compare:
    """``compared("title: A", "title: B")``: what changed from one plan to the other, under the full guide."""

    def run(old: str, new: str) -> tuple[Change, ...]:
        before, after = (read(text).data for text in (old, new))
        assert isinstance(before, dict)
        assert isinstance(after, dict)
        return changes(before, after, load_guide("cass"))

    return run


def said(found: tuple[Change, ...]) -> list[str]:
    """The sentences alone."""
    return [change.said for change in found]


def shown(change: Any) -> str:
    """The words of a change that needs more than a sentence, old ones in [], new ones in {}."""
    marks = {"both": "{}", "old": "[{}]", "new": "{{{}}}"}
    return " ".join(marks[piece.mark.value].format(piece.text) for piece in change.pieces)
