"""Somebody on leave still has something to do, and nobody does it meanwhile."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.duty_phrases import duty_words
from cop_wizard.checks.rules.ending import has_ended
from cop_wizard.checks.rules.names import MOST_NAMES, each_name
from cop_wizard.checks.rules.phrases import quoted
from cop_wizard.checks.rules.reading import day, holders, people, rows, words
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.checks.rules.seats import holder_of
from cop_wizard.checks.rules.spacing import coming
from cop_wizard.i18n import _
from cop_wizard.plan.choices import SeatState, Status
from cop_wizard.plan.parsing import name_key
from cop_wizard.plan.plan import Plan
from cop_wizard.plan.shapes import Member
from cop_wizard.values import KeyPath
from cop_wizard.wording import date_words, some_of


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """What those on leave do alone, until the day they are back; whose day has passed, COP422 asks about."""
    for _place, one in people(plan)[: MOST_NAMES * 10]:
        back = day(one.back_on)
        if one.status is Status.ON_LEAVE and (back is None or back >= today):
            tasks = list(_tasks(plan, today, one))
            if tasks:
                yield Advice(
                    tasks[0][0],
                    _("{name} is on leave: meanwhile nobody {tasks}.").format(
                        name=words(one.name), tasks=some_of([task for _path, task in tasks], 3)
                    ),
                    _("Ask somebody to step in, and put the second name beside the first."),
                    tuple(path for path, _task in tasks[1:]),
                )


def _tasks(plan: Plan, today: dt.date, one: Member) -> Iterator[tuple[KeyPath, str]]:
    """Each place where this person stands alone, with what nobody does without them."""
    name, back = name_key(words(one.name)), day(one.back_on)

    def alone(names: list[str]) -> bool:
        return [name_key(other) for other in each_name(names)] == [name]

    for key, names in holders(plan).items():
        if alone(names):
            yield ("leadership", "duties", key), duty_words(key)
    for place, office in enumerate(rows(plan.leadership.offices)):
        if office.state is not SeatState.ACTING and words(office.role) and alone([holder_of(office)]):
            yield (
                ("leadership", "offices", place, "filled_by"),
                _("holds the office {office}").format(office=quoted(words(office.role))),
            )
    for place, on, meeting in coming(plan, today):
        if back and on < back and alone(rows(meeting.led_by)):
            yield (
                ("collaborative_plan", "meetings", place, "led_by"),
                _("leads the meeting of {date}").format(date=date_words(on)),
            )


def reasons() -> Reasons:
    """Source: CASS guide items 2.4 and 3.2."""
    return Reasons(
        title=_("Somebody on leave still has a duty"),
        why=_(
            "A leave is only a rest when the work rests with somebody else. Otherwise the invitations stop for half a "
            "year, or the one who is away writes them from the hospital."
        ),
        do=_("Ask who steps in, for how long, and say it at the next meeting."),
        before="""\
membership:
  roster:
    - name: Amina Yusuf
      status: member
    - name: Tomás Herrera
      status: on_leave
      back_on: 2051-03-01
leadership:
  duties:
    take_notes:
      - Tomás Herrera
""",
        after="""\
membership:
  roster:
    - name: Amina Yusuf
      status: member
    - name: Tomás Herrera
      status: on_leave
      back_on: 2051-03-01
leadership:
  duties:
    take_notes:
      - Tomás Herrera
      - Amina Yusuf
""",
        source="cass-guide",
        where=_("page 7"),
    )


RULE = Rule("COP507", look, reasons, unless=(has_ended,))
