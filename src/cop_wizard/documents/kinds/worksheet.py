"""The plan to be filled in by hand: the guide in use, as a worksheet."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cop_wizard.documents.subject import Subject
from cop_wizard.documents.worksheets import guide_worksheet


def gather(subject: Subject) -> Mapping[str, Any]:
    """``worksheet`` is the set of questions."""
    return {"worksheet": guide_worksheet(subject.guide)}
