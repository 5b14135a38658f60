"""A plan as far as it can be read: what is broken in the file is missing from it, and asking for it says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import deepcopy

from pydantic import BaseModel, ValidationError

from cop_wizard.diagnostic import Diagnostic, Severity
from cop_wizard.plan.base import Part
from cop_wizard.plan.plan import SCHEMA_VERSION, Plan
from cop_wizard.values import Data, KeyPath, value_at


def as_far_as_readable(data: Data, findings: Iterable[Diagnostic], unread: Iterable[KeyPath] = ()) -> Plan | None:
    """The plan in ``data`` without the answers that ``findings`` and ``unread`` are about.

    Those answers are not blank but missing: reading one raises the error that `is_unreadable` knows. ``None`` where
    too little is left to speak of a plan.
    """
    if not isinstance(data, dict):
        return None
    broken = [*_broken(findings), *unread]
    kept = deepcopy(data)
    for path in broken:
        _take_out(kept, path)
    for finding in findings:
        if finding.code == _UNKNOWN_KEY:
            _take_out(kept, finding.path)
    kept["schema_version"] = str(SCHEMA_VERSION)
    try:
        plan = Plan.model_validate(kept)
    except ValidationError:
        return None
    for path in broken:
        _make_unreadable(plan, path)
    return plan


def is_unreadable(error: AttributeError) -> bool:
    """Whether this was raised because an answer that is broken in the file was asked for."""
    return isinstance(error.obj, Part) and error.name in type(error.obj).model_fields


_UNKNOWN_KEY = "COP201"


def _broken(findings: Iterable[Diagnostic]) -> Iterator[KeyPath]:
    """The answers that cannot be known: of a misspelt key the answer that was meant."""
    for finding in findings:
        if finding.severity is not Severity.ERROR or not finding.path:
            continue
        if finding.code != _UNKNOWN_KEY:
            yield _field(finding.path)
        elif finding.meant:
            yield (*finding.path[:-1], finding.meant)


def _field(path: KeyPath) -> KeyPath:
    """The field a path leads to: of an item of a list, the list."""
    while path and isinstance(path[-1], int):
        path = path[:-1]
    return path


def _take_out(data: Data, path: KeyPath) -> None:
    if not path:
        return
    holder = value_at(data, path[:-1])
    if isinstance(holder, dict):
        holder.pop(str(path[-1]), None)


def _make_unreadable(plan: Plan, path: KeyPath) -> None:
    holder: object = plan
    for part in path[:-1]:
        if isinstance(part, int):
            holder = holder[part] if isinstance(holder, list) and part < len(holder) else None
        else:
            holder = getattr(holder, part, None)
    if isinstance(holder, BaseModel):
        holder.__dict__.pop(str(path[-1]), None)
