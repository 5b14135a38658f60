"""The purpose sentence, composed from its three blanks. Source: CASS guide item 1.2 and S4.2, said in our own words."""

from __future__ import annotations

from cop_wizard.i18n import _
from cop_wizard.plan.choices import FocusKind
from cop_wizard.values import Data, KeyPath, value_at

STATEMENT: KeyPath = ("purpose", "statement")
BLANKS: tuple[KeyPath, ...] = (
    ("purpose", "focus_kind"),
    ("purpose", "focus"),
    ("purpose", "audience"),
    ("purpose", "learn_to"),
)
_BLANK = "_____"


def compose(data: Data, typed: dict[KeyPath, str] | None = None) -> str:
    """The sentence with the plan's blanks filled in, ``typed`` ones taking the place of stored ones."""
    kind, focus, audience, learn_to = (
        str((typed or {}).get(path) or _text(value_at(data, path)) or _BLANK).rstrip(" .") for path in BLANKS
    )
    if kind == FocusKind.CONCERN:
        pattern = _("We bring together {audience} who share a concern about {focus}, to learn how best to {learn_to}.")
    else:
        pattern = _("We bring together {audience} who share an interest in {focus}, to learn how best to {learn_to}.")
    return pattern.format(audience=audience, focus=focus, learn_to=learn_to)


def complete(data: Data) -> bool:
    """Whether the three blanks are filled, so that the sentence can stand."""
    return all(_text(value_at(data, path)) for path in BLANKS[1:])


def _text(value: Data) -> str:
    return value if isinstance(value, str) else ""
