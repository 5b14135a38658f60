"""Several exceptions for one date of a series, of which only one can be obeyed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from cop_wizard.i18n import _
from cop_wizard.plan.choices import DateChange
from cop_wizard.plan.launch import DateException
from cop_wizard.wording import clock_words, date_words


def several_on_a_day(exceptions: Sequence[DateException]) -> Iterator[str]:
    """Name the exceptions that share a day, and say which one is obeyed; an extra meeting is not about another."""
    by_day: dict[dt.date, list[DateException]] = {}
    for row in exceptions:
        if isinstance(row.date, dt.date) and row.change is not DateChange.EXTRA:
            by_day.setdefault(row.date, []).append(row)
    for day, rows in by_day.items():
        if len(rows) > 1:
            said = _("There are {count} exceptions for {day}: {said}. Only the last one is followed.")
            named = _("; ").join(_words(row) for row in rows)
            yield said.format(count=len(rows), day=date_words(day), said=named)


def _words(row: DateException) -> str:
    """An exception in a few words, with what tells it from another one."""
    if row.change is DateChange.CANCELLED:
        what = _("called off")
    elif row.change is DateChange.REPLACED:
        what = _("something else instead")
    elif isinstance(row.to, dt.date):
        what = _("moved to {day}").format(day=date_words(row.to))
    else:
        what = _("moved") if row.change is DateChange.MOVED else _("changed")
    start = clock_words(row.start) if isinstance(row.start, dt.time) else row.start
    more = [str(value) for value in (start, row.place, row.note) if value is not None]
    return _("{what} ({note})").format(what=what, note=_(", ").join(more)) if more else what
