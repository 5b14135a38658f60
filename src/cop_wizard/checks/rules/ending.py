"""Whether a community has come to its end, so that nobody wants to be asked about its plan any more."""

from __future__ import annotations

import datetime as dt
import re

from cop_wizard.checks.rules.moments import speaks_of
from cop_wizard.checks.rules.reading import dated, over
from cop_wizard.plan.choices import LifeStatus
from cop_wizard.plan.collaborative_plan import Meeting
from cop_wizard.plan.plan import Plan

_LONG_SINCE = 60
"""Days since the last meeting after which it is no break."""
_GOODBYE = re.compile(
    r"farewell|goodbye|good-bye|clos(e|ing)|last (meeting|session|gathering|time)|final (meeting|session|gathering)"
    r"|wrap|adieu|au revoir|cloture|derniere (rencontre|reunion|seance)"
)


def has_ended(plan: Plan, today: dt.date) -> bool:
    """Whether the plan says that the community has closed or sleeps, or the last meeting was more than sixty days ago.

    What is left to say in the second case is the business of COP808.
    """
    return is_at_rest(plan) or (
        over(plan, today) and any((today - on).days > _LONG_SINCE for _place, on, _meeting in dated(plan)[-1:])
    )


def is_at_rest(plan: Plan) -> bool:
    """Whether the community is dormant, merged or closed, by its status."""
    return plan.life.status in (LifeStatus.DORMANT, LifeStatus.MERGED, LifeStatus.CLOSED)


def is_goodbye(meeting: Meeting) -> bool:
    """Whether a meeting was meant as the last one."""
    return speaks_of((meeting,), _GOODBYE)
