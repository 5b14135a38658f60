"""Whether a community has come to its end, so that nobody wants to be asked about its plan any more."""

from __future__ import annotations

import datetime as dt
import re

from cop_wizard.checks.rules.moments import speaks_of
from cop_wizard.checks.rules.reading import dated, over
from cop_wizard.plan.collaborative_plan import Meeting
from cop_wizard.plan.plan import Plan

_LONG_SINCE = 60
"""Days since the last meeting after which it is no break."""
_GOODBYE = re.compile(
    r"farewell|goodbye|good-bye|clos(e|ing)|last (meeting|session|gathering|time)|final (meeting|session|gathering)"
    r"|wrap|adieu|au revoir|cloture|derniere (rencontre|reunion|seance)"
)


def has_ended(plan: Plan, today: dt.date) -> bool:
    """Whether the last meeting was more than sixty days ago. What is left to say then is the business of COP808."""
    return over(plan, today) and any((today - on).days > _LONG_SINCE for _place, on, _meeting in dated(plan)[-1:])


def is_goodbye(meeting: Meeting) -> bool:
    """Whether a meeting was meant as the last one."""
    return speaks_of((meeting,), _GOODBYE)
