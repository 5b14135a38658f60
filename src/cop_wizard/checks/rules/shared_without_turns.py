"""Leadership is shared, and nothing says whose turn it is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.reading import dated, rows
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.i18n import _
from cop_wizard.plan.choices import Structure
from cop_wizard.plan.plan import Plan
from cop_wizard.wording import date_words

_SERIES = 2


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """Two or more meetings to come, none of all the meetings with a name, and no word on turns or how leading looks."""
    leadership = plan.leadership
    if leadership.structure is not Structure.SHARED or leadership.rotation is not None:
        return
    if leadership.description is not None or leadership.communication is not None:
        return
    if any(meeting.led_by is not None for meeting in rows(plan.collaborative_plan.meetings)):
        return
    ahead = [(place, on) for place, on, _meeting in dated(plan) if on >= today]
    if len(ahead) >= _SERIES:
        yield Advice(
            ("leadership", "rotation"),
            _("Leadership is shared, and nothing says whose turn it is on {date}.").format(
                date=date_words(ahead[0][1])
            ),
            _(
                "Put a name beside each of the next `collaborative_plan.meetings`, or write in one sentence how you "
                "take turns."
            ),
            tuple(("collaborative_plan", "meetings", place, "date") for place, _on in ahead),
        )


def reasons() -> Reasons:
    """Source: CASS guide item 3.3."""
    return Reasons(
        title=_("Leadership is shared, and nothing says whose turn it is"),
        why=_(
            "Where everybody leads, everybody waits, until the same two step in again. An order known in advance gives "
            "the quiet ones time to prepare, and lets the keen ones sit back."
        ),
        do=_("Draw the order for the year at one of your first meetings, in pairs if you like."),
        before="""\
leadership:
  structure: shared
collaborative_plan:
  meetings:
    - date: 2055-09-15
      topics: What a number interview shows us
    - date: 2055-10-20
      topics: Games that families can play
""",
        after="""\
leadership:
  structure: shared
collaborative_plan:
  meetings:
    - date: 2055-09-15
      topics: What a number interview shows us
      led_by:
        - Devi Ramsaran
    - date: 2055-10-20
      topics: Games that families can play
      led_by:
        - Tomás Herrera
""",
        source="cass-guide",
        where=_("page 7"),
    )


RULE = Rule("COP505", look, reasons, wish=True)
