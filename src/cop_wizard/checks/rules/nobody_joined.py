"""Meetings have begun, and nobody has joined."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.reading import members, under_way
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.i18n import _
from cop_wizard.plan.choices import Status
from cop_wizard.plan.plan import Plan
from cop_wizard.wording import date_words


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """Everybody on the roster is still thought of or invited."""
    status = [one.status for _place, one in members(plan)]
    if not status or not all(one is Status.POTENTIAL or one is Status.INVITED for one in status):
        return
    if first := under_way(plan, today):
        yield Advice(
            ("membership", "roster"),
            _("You have been meeting since {date}, and by the roster nobody has joined yet.").format(
                date=date_words(first[1])
            ),
            _("Set the status of those who come to `joined`. If nobody came, ask one or two of them why."),
            (first[0],),
        )


def reasons() -> Reasons:
    """Source: CASS guide items 2.3 (how members are invited) and 2.4."""
    return Reasons(
        title=_("Meetings have begun, and nobody has joined"),
        why=_(
            "Most often the roster has simply been forgotten in the bustle of the beginning. Until it is "
            "brought up to date, nobody can see who still has to be asked."
        ),
        do=_("Go through the roster after the first meeting, and write down who is in."),
        before="""\
membership:
  roster:
    - name: Amina Yusuf
      status: invited
    - name: Tomás Herrera
      status: potential
launch:
  first_meeting: 2020-09-15
""",
        after="""\
membership:
  roster:
    - name: Amina Yusuf
      status: member
    - name: Tomás Herrera
      status: invited
launch:
  first_meeting: 2020-09-15
""",
        source="cass-guide",
        where=_("page 6"),
    )


RULE = Rule("COP421", look, reasons)
