"""The message that goes with a set of documents, ready to be pasted into a mail."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cop_wizard.documents.content.facts import rows
from cop_wizard.documents.subject import Subject
from cop_wizard.plan.filler import is_filler
from cop_wizard.wording import one_line


def gather(subject: Subject) -> Mapping[str, Any]:
    """``made`` are the documents that go with it; ``sender`` is who leads, or ""."""
    offices = [one.filled_by for one in rows(subject.plan.leadership.offices) if isinstance(one.filled_by, str)]
    named = [one_line(name) for name in offices if not is_filler(name)]
    return {
        "made": [one for one in subject.listed if one.files],
        "left_out": subject.left_out,
        "audience": subject.audience.value,
        "sender": named[0] if named else "",
    }
