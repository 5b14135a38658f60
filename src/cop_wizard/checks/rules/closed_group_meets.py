"""A group has closed, and its meetings go on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.phrases import quoted
from cop_wizard.checks.rules.reading import day, rows, words
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.checks.rules.spacing import coming
from cop_wizard.i18n import _
from cop_wizard.plan.choices import LifeStatus
from cop_wizard.plan.launch import Series
from cop_wizard.plan.parsing import name_key
from cop_wizard.plan.plan import Plan
from cop_wizard.plan.shapes import Group


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """A series of a group that has ended, with dates to come or no end of its own."""
    ended = {name_key(words(one.name)): one for one in rows(plan.groups) if words(one.name) and _has_ended(one, today)}
    if not ended:
        return
    dated = {name_key(words(meeting.series)) for _place, _on, meeting in coming(plan, today)}
    for place, series in enumerate(rows(plan.launch.series)):
        group = ended.get(name_key(words(series.group)))
        if group and (name_key(words(series.title)) in dated or _goes_on(plan, series, today)):
            yield Advice(
                ("launch", "series", place, "group"),
                _("{group} has come to its end, and its meetings go on.").format(group=quoted(words(group.name))),
                _("Give the series a `last_meeting`, and call off what is still to come."),
            )


def _has_ended(group: Group, today: dt.date) -> bool:
    on = day(group.until)
    return group.status in (LifeStatus.CLOSED, LifeStatus.MERGED) or (on is not None and on < today)


def _goes_on(plan: Plan, series: Series, today: dt.date) -> bool:
    """Whether a rhythm of its own runs on: no last day of the series, nor of the community's own meetings, is past."""
    last = day(series.last_meeting or plan.launch.last_meeting)
    return bool(words(series.rhythm)) and (last is None or last >= today)


def reasons() -> Reasons:
    """Plain craft, without a source."""
    return Reasons(
        title=_("A group has closed and still meets"),
        why=_(
            "Calendars do not read goodbyes. As long as the series runs on, it books a room and a reminder for a group "
            "that is no more."
        ),
        do=_("End the series on the day on which the group ended."),
        before="""\
groups:
  - name: Night shift circle
    kind: subgroup
    status: closed
launch:
  series:
    - title: Night shift hour
      group: Night shift circle
      rhythm: monthly
""",
        after="""\
groups:
  - name: Night shift circle
    kind: subgroup
    status: closed
launch:
  series:
    - title: Night shift hour
      group: Night shift circle
      rhythm: monthly
      last_meeting: 2020-06-10
""",
    )


RULE = Rule("COP813", look, reasons)
