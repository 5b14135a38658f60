"""The whole plan in the guide's order. Its templates need no more than the view, and the pictures."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cop_wizard.documents.content.shapes import Text
from cop_wizard.documents.pictures.figures import draw_all
from cop_wizard.documents.subject import Subject


def gather(subject: Subject) -> Mapping[str, Any]:
    """The pictures, the purpose as an answer, and what was left out; all else is in the view."""
    return {
        "pictures": draw_all(subject.view.subjects, subject.final),
        "statement": Text(subject.view.statement),
        "left_out": subject.said_left_out,
    }
