"""Whatever bytes a plan is made of: reading, checking and reporting end with findings, never with an exception."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import Any

import yaml

from cop_wizard.checks.report.text import render
from cop_wizard.checks.runner import check
from cop_wizard.diagnostic import Span
from cop_wizard.look import Look
from cop_wizard.values import NONE_ON_PURPOSE, Data
from cop_wizard.yamltext.document import Document, read
from cop_wizard.yamltext.tree import MEANINGS

_DAY = dt.date(2026, 9, 1)
_NOWHERE = Path("/no-such-folder/plan.yaml")
_RAW = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


def try_out(content: bytes) -> None:
    """Raises ``AssertionError`` where a promise is broken, and lets every exception through."""
    text = content.decode("utf-8", "replace")
    document = read(text)
    _says_what_yaml_says(document)
    for finding in document.problems:
        _inside(finding.span, text)
    report = check(text, _NOWHERE, _DAY)
    assert report.plan is None or report.passes()
    for finding in report.findings:
        assert finding.code
        assert finding.message
        _inside(finding.span, text)
        for span in finding.further:
            _inside(span, text)
    for width in (None, 40):
        shown = render([report], Look(width))
        assert not _RAW.search(shown), shown


def _inside(span: Span | None, text: str) -> None:
    assert span is None or 0 <= span.start.offset <= span.end.offset <= len(text), span


def _says_what_yaml_says(document: Document) -> None:
    """A text without problems means what the plainest YAML loader reads in it, but for blanks and ``none``."""
    if document.problems:
        return
    plain = yaml.load(document.text.removeprefix("\ufeff"), Loader=yaml.CBaseLoader)
    assert _alike(document.data, plain), (document.data, plain)


def _alike(ours: Data, theirs: Any) -> bool:
    if isinstance(ours, dict):
        return (
            isinstance(theirs, dict)
            and list(ours) == list(theirs)
            and all(_alike(value, theirs[key]) for key, value in ours.items())
        )
    if isinstance(ours, list):
        return (
            isinstance(theirs, list)
            and len(ours) == len(theirs)
            and all(_alike(one, other) for one, other in zip(ours, theirs, strict=True))
        )
    if ours is None or ours is NONE_ON_PURPOSE:
        return isinstance(theirs, str) and theirs in MEANINGS and MEANINGS[theirs] is ours
    return bool(ours == theirs)
