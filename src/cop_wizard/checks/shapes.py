"""What to write where the answer has the wrong shape: a text for a row, rows without their heading, and the like."""

from __future__ import annotations

from dataclasses import replace

from cop_wizard.checks.periods import period_in
from cop_wizard.diagnostic import Diagnostic
from cop_wizard.i18n import _
from cop_wizard.plan.fields import item_type, keys_at, kind_of, part_type, type_at
from cop_wizard.plan.plan import Plan
from cop_wizard.plan.shapes import Period
from cop_wizard.values import Data, KeyPath
from cop_wizard.yamltext.document import Document

NOT_A_GROUP, NOT_A_LIST, NOT_ONE_VALUE = "COP202", "COP203", "COP204"
_SHORT = 60


def with_the_right_shape(finding: Diagnostic, given: Data, document: Document) -> Diagnostic:
    """The finding with a hint that shows how this very answer is written."""
    writer = {NOT_A_GROUP: _group, NOT_A_LIST: _list, NOT_ONE_VALUE: _one_value}[finding.code]
    hint = writer(finding.path, given, document)
    return replace(finding, hint=hint) if hint else finding


def as_row(path: KeyPath, given: Data) -> Data:
    """``given`` as a row of the list at ``path``: a name becomes the row's first answer. ``None`` if it says more.

    In a list of terms or closures, the days in it become the days of the row.
    """
    if (days := _days(path, given)) is not None:
        return days
    key = _first_key(path)
    plain = isinstance(given, str) and given.strip() and not set(given) & set(",;:()\n")
    return {key: given} if key and plain else None


def _group(path: KeyPath, given: Data, _document: Document) -> str:
    keys = keys_at(Plan, path)
    if isinstance(given, list) and (lost := _lost_heading(path, given)):
        return _("Above these rows a line `{key}:` seems to be missing.").format(key=lost)
    if not keys:
        return ""
    if isinstance(path[-1], int):
        example = _days_example(path[:-1], given) or f"- {_example(keys[0], given)}"
        said = _("Write it like: `{example}`").format(example=example)
    else:
        said = _("Write each on a line of its own, indented by two more spaces, like: `{example}`").format(
            example=_example(keys[0], "…")
        )
    return said + ". " + _("Here you can write: {keys}.").format(keys=", ".join(keys))


def _list(path: KeyPath, given: Data, _document: Document) -> str:
    if isinstance(given, dict):
        return _("Put a dash and a blank before the first of these lines, and two more blanks before the others.")
    key = _first_key(path)
    if not key:
        return ""
    example = _days_example(path, given) or f"- {_example(key, given)}"
    return _("Put each on a line of its own that begins with a dash, like: `{example}`.").format(example=example)


def _one_value(path: KeyPath, given: Data, document: Document) -> str:
    span = document.span(path)
    if isinstance(given, list) and span and document.text[span.start.offset] == "[":
        return _("Take the brackets away, or put the whole text in quotation marks.")
    return ""


def _days(path: KeyPath, given: Data) -> dict[str, Data] | None:
    """The days in a text that stands where a row of a list of periods belongs; ``None`` elsewhere, or without any."""
    items = item_type(type_at(Plan, path))
    part = part_type(items) if items is not None else None
    if part is None or not issubclass(part, Period) or not isinstance(given, str):
        return None
    found = period_in(given)
    return {**found} if found else None


def _days_example(path: KeyPath, given: Data) -> str:
    row = _days(path, given)
    if not row:
        return ""
    answers = [f"{key}: {value}" for key, value in row.items()]
    return f"- {answers[0]}" if len(answers) == 1 else f"- {{{', '.join(answers)}}}"


def _first_key(path: KeyPath) -> str:
    """The name of the first answer in a row of the list at ``path``, where that is a text; else ""."""
    items = item_type(type_at(Plan, path))
    part = part_type(items) if items is not None else None
    name = next(iter(part.model_fields), "") if part else ""
    return name if name and kind_of(type_at(Plan, (*path, 0, name))) in ("line", "name") else ""


def _example(key: str, given: Data) -> str:
    text = " ".join(given.split()) if isinstance(given, str) else ""
    return f"{key}: {text if 0 < len(text) <= _SHORT else '…'}"


def _lost_heading(path: KeyPath, rows: list[Data]) -> str:
    """The one list in the group at ``path`` whose rows look like these."""
    keys = {key for row in rows if isinstance(row, dict) for key in row}
    fitting = [
        name
        for name in keys_at(Plan, path)
        if item_type(type_at(Plan, (*path, name))) is not None and keys and keys <= set(keys_at(Plan, (*path, name, 0)))
    ]
    return fitting[0] if len(fitting) == 1 else ""
