"""Questions to be answered by hand, as a worksheet: those of the guide in use, or of an instrument."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cop_wizard.documents.subject import Subject
from cop_wizard.documents.worksheets import guide_worksheet, instrument_worksheet


def gather(subject: Subject) -> Mapping[str, Any]:
    """``worksheet`` is the set of questions, ``sources`` where those of an instrument come from."""
    if subject.instrument is not None:
        return {"worksheet": instrument_worksheet(subject.instrument), "sources": (subject.instrument.source,)}
    return {"worksheet": guide_worksheet(subject.guide)}
