"""A closure or a term has a name and no first day, or a term has no last one: it shuts nothing and counts nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cop_wizard.checks.periods import period_in
from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.ending import has_ended
from cop_wizard.checks.rules.phrases import quoted
from cop_wizard.checks.rules.reading import day, rows, words
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.i18n import _
from cop_wizard.plan.plan import Plan
from cop_wizard.plan.shapes import Period
from cop_wizard.values import KeyPath

_TERMS: KeyPath = ("launch", "terms")
_CLOSURES: KeyPath = ("launch", "closures")


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """Closures and terms with a blank where a day belongs. Days in words are told as such, and kept."""
    for place, closure in enumerate(rows(plan.launch.closures)):
        if closure.begins is None:
            yield from _no_first_day((*_CLOSURES, place), closure, _("A closure"))
    for place, term in enumerate(rows(plan.launch.terms)):
        if term.begins is None:
            yield from _no_first_day((*_TERMS, place), term, _("A term"))
        elif term.ends is None and day(term.begins):
            yield Advice(
                (*_TERMS, place, "begins"),
                _("{name} has a first day and no last one, so it is left out of the dates.").format(
                    name=_name(term, _("A term"))
                ),
                _("Add its last day under `ends`."),
            )


def _no_first_day(path: KeyPath, period: Period, kind: str) -> Iterator[Advice]:
    if not words(period.name) and period.ends is None:
        return
    key = "name" if words(period.name) else "ends"
    days = period_in(words(period.name))
    hint = _("Add the day it begins under `begins`, and the last one under `ends`.")
    if days:
        said = ", ".join(f"{name}: {value}" for name, value in days.items())
        hint = _("Days have keys of their own: write `{{{row}}}`.").format(row=said)
    yield Advice(
        (*path, key),
        _("{name} has no first day, so it keeps no day free.").format(name=_name(period, kind))
        if path[: len(_CLOSURES)] == _CLOSURES
        else _("{name} has no first day, so it is left out of the dates.").format(name=_name(period, kind)),
        hint,
    )


def _name(period: Period, kind: str) -> str:
    return quoted(words(period.name)) if words(period.name) else kind


def reasons() -> Reasons:
    """Plain craft, without a source."""
    return Reasons(
        title=_("A closure or term without its days"),
        why=_(
            "A name alone looks settled on the page, yet no calendar knows when it is. Meetings are then planned right "
            "into the break, or the weeks of a term are never counted."
        ),
        do=_("Write the first day under `begins` and the last under `ends`. A closure of one day needs only `begins`."),
        before="""\
launch:
  closures:
    - name: 2051-02-06 to 2051-02-10
""",
        after="""\
launch:
  closures:
    - begins: 2051-02-06
      ends: 2051-02-10
""",
    )


RULE = Rule("COP625", look, reasons, unless=(has_ended,))
