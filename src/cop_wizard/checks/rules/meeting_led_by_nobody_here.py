"""Meetings to come are led by somebody who does not take part any more, or whom the roster does not know."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import islice

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.names import MOST_NAMES, each_name, roster
from cop_wizard.checks.rules.reading import rows
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.checks.rules.spacing import coming
from cop_wizard.checks.rules.strangers import is_stranger
from cop_wizard.i18n import _
from cop_wizard.plan.plan import Plan
from cop_wizard.values import KeyPath
from cop_wizard.wording import date_words


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """Somebody who left or declined, or a stranger who leads more than once; who leads once may well be a guest."""
    led: dict[str, list[tuple[KeyPath, dt.date]]] = {}
    for place, on, meeting in coming(plan, today):
        for name in each_name(rows(meeting.led_by)):
            led.setdefault(name, []).append((("collaborative_plan", "meetings", place, "led_by"), on))
    for name, meetings in islice(led.items(), MOST_NAMES):
        if roster(plan).has_lost(name):
            message = (
                _("{name} said no, but is to lead the meeting of {date}.")
                if roster(plan).said_no(name)
                else _("{name} has left, but is to lead the meeting of {date}.")
            )
            hint = _("Ask who leads instead, or bring the `roster` up to date.")
        elif len(meetings) > 1 and is_stranger(plan, name):
            message = _("{name} is to lead {count} meetings, but is not on the roster.")
            hint = _("Add a row to the `roster`, so that invitations and thanks reach everybody who leads.")
        else:
            continue
        yield Advice(
            meetings[0][0],
            message.format(name=name, date=date_words(meetings[0][1]), count=len(meetings)),
            hint,
            tuple(path for path, _on in meetings[1:]),
        )


def reasons() -> Reasons:
    """Source: CASS guide items 3.2 and 3.3."""
    return Reasons(
        title=_("A meeting is led by somebody who has left or is not on the roster"),
        why=_(
            "A name stays in a plan long after its person has left, and everybody trusts that the meeting is looked "
            "after. Somebody who leads again and again belongs on the roster; a guest for one day does not."
        ),
        do=_("Ask somebody else to lead, or bring the roster up to date."),
        before="""\
membership:
  roster:
    - name: Amina Yusuf
    - name: Tomás Herrera
    - name: Devi Ramsaran
      status: alumni
collaborative_plan:
  meetings:
    - date: 2051-09-20
      topics: What counting meant to us
      led_by:
        - Devi Ramsaran
""",
        after="""\
membership:
  roster:
    - name: Amina Yusuf
    - name: Tomás Herrera
    - name: Devi Ramsaran
      status: alumni
collaborative_plan:
  meetings:
    - date: 2051-09-20
      topics: What counting meant to us
      led_by:
        - Tomás Herrera
""",
        source="cass-guide",
        where=_("page 7"),
    )


RULE = Rule("COP612", look, reasons)
