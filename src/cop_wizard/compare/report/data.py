"""The changes as JSON, for other programs.

The form, which keeps its meaning (new keys may come): ``version`` (1), ``old`` and ``new`` (what was compared), and
``changes``, each with

- ``kind``: answered, taken_away, none, changed, added, removed or moved
- ``path``: the place, rows counted from 1, in the new plan; in the old one for what was removed or taken away
- ``section`` and ``title``: the guide's words for the section and the question
- ``before`` and ``after``: text, lists and groups as in a plan, dates as 2026-09-15; ``null`` for a blank, ``"none"``
  for none on purpose
- ``said``: the change in words
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

from cop_wizard.compare.change import Change
from cop_wizard.values import Data, NoneOnPurpose, path_text

VERSION = 1


def render(found: Sequence[Change], old: str, new: str, ascii_only: bool = False) -> str:
    """All changes as JSON. Characters that would steer a screen are written as JSON escapes them."""
    told = {"version": VERSION, "old": old, "new": new, "changes": [_change(change) for change in found]}
    text = json.dumps(told, ensure_ascii=ascii_only, indent=2)
    return re.sub(r"[^ -~\n]", lambda one: one[0] if one[0].isprintable() else json.dumps(one[0])[1:-1], text)


def _change(change: Change) -> dict[str, Any]:
    return {
        "kind": str(change.kind),
        "path": path_text(change.path),
        "section": change.section,
        "title": change.title,
        "before": _plain(change.before),
        "after": _plain(change.after),
        "said": change.said,
    }


def _plain(data: Data) -> Any:
    if isinstance(data, NoneOnPurpose):
        return data.value
    if isinstance(data, dict):
        return {key: _plain(value) for key, value in data.items()}
    return [_plain(item) for item in data] if isinstance(data, list) else data
