"""The day of the review has passed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.ending import has_ended
from cop_wizard.checks.rules.reading import day
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.i18n import _
from cop_wizard.plan.plan import Plan
from cop_wizard.wording import date_words


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """The day after, the plan should already know the next one."""
    on = day(plan.life.review_on)
    if on and on < today:
        yield Advice(
            ("life", "review_on"),
            _("The day to look back was {date}.").format(date=date_words(on)),
            _("If you did, write down the next day. If not, choose one soon. If the community has ended: `none`."),
        )


def reasons() -> Reasons:
    """Sources: CASS guide item 4.1 (when the purpose is achieved); Staempfli tool item S2.9, principle 1."""
    return Reasons(
        title=_("The day of the review has passed"),
        why=_(
            "A review that slips once slips again, because there is never a bad enough reason to hold it. The question "
            "whether to go on is easiest while things go well."
        ),
        do=_("Set the next day. If the community has ended, write `none`, and keep the plan as its memory."),
        before="""\
life:
  review_on: 2020-06-11
""",
        after="""\
life:
  review_on: 2051-06-10
""",
        source="killion-handout",
        where=_("Conditions for success"),
    )


RULE = Rule("COP804", look, reasons, unless=(has_ended,))
