"""The dates run out, and nothing says how it goes on or how it ends."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.moments import speaks_of
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
_GOODBYE = re.compile(
    r"farewell|goodbye|good-bye|clos(e|ing)|last (meeting|session|gathering|time)|final (meeting|session|gathering)"
    r"|wrap|adieu|au revoir|cloture|derniere (rencontre|reunion|seance)"
)


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """The last date is near or past; none is open, no review is set (if past, see COP804), and it is no goodbye."""
    meetings = dated(plan)
    if not meetings or not -_LONG_AGO <= (meetings[-1][1] - today).days <= _SOON:
        return
    if (
        plan.life.review_on is not None
        or undated(plan)
        or is_put_off(plan, "collaborative_plan.meetings", "life.review_on")
    ):
        return
    place, last, meeting = meetings[-1]
    first = plan.launch.first_meeting
    if speaks_of((meeting,), _GOODBYE) or (day(first) or last) > last:
        return
    if last >= today:
        message = _("After {date}, no meeting is planned.")
        hint = _(
            "Agree on the next date while everybody is in the room, or make it a goodbye, and say so in its topics."
        )
    else:
        message = _("The last meeting was on {date}, and nothing follows.")
        hint = _(
            "Ask those who came whether they want a next date. If it is over, thank them, and write none under "
            "`life.review_on`."
        )
    yield Advice(
        ("collaborative_plan", "meetings", place, "date"),
        message.format(date=date_words(last)),
        hint,
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
