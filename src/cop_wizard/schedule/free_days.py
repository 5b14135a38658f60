"""The days that decide whether a date of a series can take place: terms, closures and public holidays."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

from cop_wizard.i18n import _
from cop_wizard.plan.filler import is_filler
from cop_wizard.plan.plan import Plan
from cop_wizard.plan.shapes import Period
from cop_wizard.schedule.dates import MOST_YEARS, Stretch, years_later
from cop_wizard.schedule.holidays_of import NoSuchRegion, public_holidays

_MOST = 500
"""More periods than any plan has; each date is held against each of them."""


@dataclass
class FreeDays:
    """``terms`` in their order; what is ``closed``; ``region`` for public holidays; ``notes`` on what is not clear.

    The holidays of a year are looked up once, when a date of that year is asked for.
    """

    terms: tuple[Stretch, ...] = ()
    closed: tuple[Stretch, ...] = ()
    region: str = ""
    notes: list[str] = field(default_factory=list)
    _holidays: dict[int, dict[dt.date, str]] = field(default_factory=dict)

    def in_term(self, day: dt.date) -> bool:
        """Whether a day lies in a term; always, where the plan has none."""
        return not self.terms or any(day in term for term in self.terms)

    def why_closed(self, day: dt.date) -> str:
        """The name of the closure or public holiday on a day, or ""."""
        for closure in self.closed:
            if day in closure:
                return closure.name or _("closed")
        return self._holiday(day)

    def _holiday(self, day: dt.date) -> str:
        if self.region and day.year not in self._holidays:
            try:
                self._holidays[day.year] = public_holidays(self.region, [day.year])
            except NoSuchRegion as unknown:
                self.notes.append(_no_region(self.region, unknown.meant))
                self.region = ""
        return self._holidays.get(day.year, {}).get(day, "")


def free_days(plan: Plan) -> FreeDays:
    """What the plan says about terms, closures and holidays."""
    notes: list[str] = []
    closed = [_stretch(closure, True, notes) for closure in _rows(plan.launch.closures)]
    region = plan.launch.region if isinstance(plan.launch.region, str) and not is_filler(plan.launch.region) else ""
    return FreeDays(
        terms_of(plan.launch.terms, notes),
        tuple(closure for closure in closed if closure),
        region.strip(),
        notes,
    )


def terms_of(value: object, notes: list[str] | None = None) -> tuple[Stretch, ...]:
    """The terms that have dates, in their order; ``notes`` takes a remark on each of the others."""
    said = [] if notes is None else notes
    found = [_stretch(term, False, said) for term in _rows(value)]
    return tuple(sorted((term for term in found if term), key=lambda term: (term.begins, term.ends)))


def _rows(value: object) -> Sequence[Period]:
    return value[:_MOST] if isinstance(value, list) else ()


def _stretch(period: Period, one_day: bool, notes: list[str]) -> Stretch | None:
    """The days of a period, or ``None`` with a note where it has no dates yet; ``one_day``: it may lack an end."""
    name = period.name if isinstance(period.name, str) else ""
    begins, ends = period.begins, period.ends
    if ends is None and one_day:
        ends = begins
    if isinstance(begins, dt.date) and isinstance(ends, dt.date):
        if begins <= ends:
            return Stretch(begins, ends, name)
        said = _("“{name}” ends before it begins, so it is left aside.")
    else:
        said = _missing(begins, ends, one_day)
    notes.append(said.format(name=name or (_("A closure") if one_day else _("A term"))))
    return None


def _missing(begins: object, ends: object, one_day: bool) -> str:
    """What to say of a period that is not known from its first day to its last."""
    if isinstance(begins, dt.date):
        if one_day:
            return _("“{name}” has no date as its last day yet, so it is left aside.")
        return _("“{name}” has no last day yet, so it is left aside.")
    if isinstance(ends, dt.date) or one_day:
        return _("“{name}” has no first day yet, so it is left aside.")
    return _("“{name}” has no first and last day yet, so it is left aside.")


def _no_region(region: str, meant: str) -> str:
    said = _("No public holidays are known for the region “{region}”.").format(region=region)
    hint = _("Did you mean `{meant}`?").format(meant=meant) if meant else _("Write it like FR or CA-AB.")
    return f"{said} {hint}"


def last_day(first: dt.date, days: FreeDays) -> dt.date:
    """Where a series ends that does not say so: with the last term after ``first``, else a year from ``first``."""
    ends = [term.ends for term in days.terms if term.ends >= first]
    return min(max(ends), years_later(first, MOST_YEARS)) if ends else years_later(first, 1)
