"""The dates run out, and nothing says how it goes on or how it ends."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.ending import has_ended, is_at_rest, is_goodbye
from cop_wizard.checks.rules.putting_off import is_put_off
from cop_wizard.checks.rules.reading import dated, day
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.checks.rules.spacing import undated
from cop_wizard.i18n import _
from cop_wizard.plan.plan import Plan
from cop_wizard.wording import date_words

_SOON = 21
_LONG_AGO = 365
"""Days after which a plan is a memory, and nobody wants to be asked about it."""


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """The last date is near or past, and it is no goodbye; a review still to come would see to it."""
    if not dates_run_out(plan, today):
        return
    place, last, _meeting = dated(plan)[-1]
    if last >= today:
        message = _("After {date}, no meeting is planned.")
        hint = _(
            "Agree on the next date while everybody is in the room, or make it a goodbye, and say so in its topics."
        )
    else:
        message = _("The last meeting was on {date}.")
        hint = _(
            "If the community goes on, add the next dates. If it has ended, write `none` under `life.review_on`, and "
            "keep the plan as its memory."
        )
    yield Advice(("collaborative_plan", "meetings", place, "date"), message.format(date=date_words(last)), hint)


def dates_run_out(plan: Plan, today: dt.date) -> bool:
    """Whether this rule speaks; what others say about the end of the dates would be said twice."""
    meetings = dated(plan)
    if not meetings or not -_LONG_AGO <= (meetings[-1][1] - today).days <= _SOON or undated(plan):
        return False
    if is_at_rest(plan):
        return False
    review = plan.life.review_on
    if review is not None and not (has_ended(plan, today) and (day(review) or today) < today):
        return False
    _place, last, meeting = meetings[-1]
    return (
        not is_goodbye(meeting)
        and (day(plan.launch.first_meeting) or last) <= last
        and not is_put_off(plan, "collaborative_plan.meetings", "life.review_on")
    )


def reasons() -> Reasons:
    """Sources: Killion handout items S3.6 (how communities are sustained) and S3.11; CASS guide item 4.1."""
    return Reasons(
        title=_("The dates run out"),
        why=_(
            "Communities rarely decide to stop. One date is not followed by another, and half a year later people are "
            "sorry about it. A next date keeps it alive, and a goodbye lets everybody be proud of it."
        ),
        do=_("Set the next dates, or a day to talk about going on, or plan a proper end."),
        before="""\
collaborative_plan:
  meetings:
    - date: 2026-11-25
      topics: First interviews
    - date: 2026-12-09
      topics: Games that families can play
""",
        after="""\
collaborative_plan:
  meetings:
    - date: 2026-11-25
      topics: First interviews
    - date: 2026-12-09
      topics: Games that families can play
    - date: in January, when the roads are clear
""",
        source="killion-handout",
    )


RULE = Rule("COP808", look, reasons)
