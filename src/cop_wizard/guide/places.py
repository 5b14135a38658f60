"""The places in a plan that a question can ask for."""

from __future__ import annotations

from functools import lru_cache

from cop_wizard.plan.fields import asked_keys
from cop_wizard.plan.plan import Plan

UNASKED = ("schema_version", "guide", "language", "todo", "reviews")
"""What stands in a plan without being asked: the form's version, the guide in use, the language, things put off, and
what other commands than `cop new` and `cop edit` ask for."""


@lru_cache(maxsize=1)
def places() -> tuple[str, ...]:
    """Every key path that a question can ask, written with dots."""
    found = []
    for name in Plan.model_fields:
        inside = asked_keys(Plan, (name,))
        found += [f"{name}.{key}" for key in inside] if inside else [name]
    return tuple(path for path in found if path not in UNASKED)


def askable(asks: str) -> bool:
    """Whether a question can ask this key path: a field of a section, or the title."""
    return asks in places()
