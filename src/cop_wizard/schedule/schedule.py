"""The whole schedule of a plan: every series with its dates, what would change, and the operations that change it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cop_wizard.i18n import _
from cop_wizard.plan.plan import Plan
from cop_wizard.schedule.changes import Sheet, What, compare
from cop_wizard.schedule.one_series import Dates
from cop_wizard.schedule.rows import MEETINGS, Row, rows_of
from cop_wizard.schedule.series import all_dates, series_of
from cop_wizard.schedule.writing import id_of, operations_for
from cop_wizard.values import Data
from cop_wizard.wording import listed
from cop_wizard.yamltext.operations import Operation, Put


@dataclass(frozen=True)
class Schedule:
    """``sheets`` are the series, the community's own first. ``notes`` are about none of them alone."""

    sheets: tuple[Sheet, ...]
    notes: tuple[str, ...]
    operations: tuple[Operation, ...]

    def count(self, what: What) -> int:
        """How many meetings this happens to."""
        return sum(change.what is what for sheet in self.sheets for change in sheet.changes)

    @property
    def named(self) -> int:
        """How many meetings of the plan get an id."""
        return sum(
            isinstance(one, Put) and one.path[:2] == MEETINGS and one.path[-1] == "id" for one in self.operations
        )


def schedule_of(plan: Plan, data: Data, today: dt.date, calendar_id: str) -> Schedule:
    """Turn the series, terms, closures and exceptions of a plan into dated meetings, and hold them against its own.

    ``data`` is the plan as it stands in the file; ``calendar_id`` a new lasting name for it, used if it has none.
    Raises `CopError` where public holidays are asked for and cannot be had.
    """
    found, notes = all_dates(plan)
    rows = rows_of(plan, data)
    by_series, strange = _by_series(rows, found)
    sheets = [compare(dates, by_series[dates.title], today, id_of(dates)) for dates in found]
    notes = [*notes, *(_("There is no series called “{title}”.").format(title=title) for title in strange)]
    notes += _maybe_renamed(strange, found, by_series)
    operations = operations_for(sheets, rows, data, calendar_id)
    return Schedule(tuple(sheets), tuple(dict.fromkeys(notes)), tuple(operations))


def _maybe_renamed(strange: Sequence[str], found: Sequence[Dates], rows: dict[str, list[Row]]) -> Iterator[str]:
    """What to do where a series may have got another title: its meetings still name the old one."""
    without = [dates.title for dates in found if dates.title and dates.occasions and not rows[dates.title]]
    for title in dict.fromkeys(strange) if without else ():
        said = _(
            "If “{old}” has a new title now ({new}), write it into `series` of its meetings before you go on; "
            "otherwise all its dates come a second time."
        )
        yield said.format(old=title, new=listed([_("“{words}”").format(words=name) for name in without]))


def _by_series(rows: Sequence[Row], found: Sequence[Dates]) -> tuple[dict[str, list[Row]], list[str]]:
    """The meetings by the title of their series, and the names that no series has: such meetings are left alone."""
    sorted_: dict[str, list[Row]] = {dates.title: [] for dates in found}
    known: dict[object, Dates | None] = {}
    strange: list[str] = []
    for row in rows:
        name = row.meeting.series
        if name not in known:
            known[name] = series_of(name, found)
        dates = known[name]
        if dates is None:
            strange.append(str(name))
        else:
            sorted_[dates.title].append(row)
    return sorted_, strange
