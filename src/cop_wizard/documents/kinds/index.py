"""The page that leads to all documents of a set."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cop_wizard.documents.subject import Subject


def gather(subject: Subject) -> Mapping[str, Any]:
    """``made`` and ``lacking`` are the documents of the set; ``link`` makes of a file's name an address."""
    from urllib.parse import quote

    return {
        "made": [one for one in subject.listed if one.files],
        "lacking": [one for one in subject.listed if one.lacking],
        "left_out": subject.left_out,
        "audience": subject.audience.value,
        "link": lambda name: "./" + quote(name),
    }
