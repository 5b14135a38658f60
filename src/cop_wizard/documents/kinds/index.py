"""The page that leads to all documents of a set."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cop_wizard.documents.content.doings import next_time
from cop_wizard.documents.subject import Subject
from cop_wizard.i18n import _


def gather(subject: Subject) -> Mapping[str, Any]:
    """``made`` and ``lacking`` are the documents of the set; ``link`` makes of a file's name an address.

    ``format_names`` are what people call formats.
    """
    from urllib.parse import quote

    return {
        "made": [one for one in subject.listed if one.files],
        "lacking": [one for one in subject.listed if one.lacking],
        "next_time": next_time(subject),
        "format_names": {
            "html": _("page"),
            "md": _("text"),
            "docx": "Word",
            "pdf": "PDF",
            "ics": _("calendar"),
            "csv": _("table"),
        },
        "audience": subject.audience.value,
        "link": lambda name: "./" + quote(name),
    }
