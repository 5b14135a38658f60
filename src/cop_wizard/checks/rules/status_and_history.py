"""The status of the community and the history of it do not agree, or nothing says since when it sleeps or is closed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.ending import is_at_rest
from cop_wizard.checks.rules.reading import day, rows
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.i18n import _
from cop_wizard.plan.choices import LifeStatus
from cop_wizard.plan.plan import Plan
from cop_wizard.values import NoneOnPurpose
from cop_wizard.wording import date_words


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """Today's status held against the last dated one; and an end or a sleep without a day."""
    status, history = plan.life.status, rows(plan.life.statuses)
    if not isinstance(status, LifeStatus) or isinstance(plan.life.statuses, NoneOnPurpose):
        return
    if is_at_rest(plan) and not any(one.status is status for one in history):
        yield Advice(
            ("life", "statuses"),
            _("The community is {status}, and nothing says since when.").format(status=_status_words(status)),
            _("Add a row with the `status`, the day under `on` and, if you like, the reason under `note`."),
            (("life", "status"),),
        )
        return
    known = [(on, place, one) for place, one in enumerate(history) if (on := day(one.on)) and on <= today]
    if not known or any(day(one.on) is None for one in history):
        return
    on, place, last = max(known, key=lambda one: (one[0], one[1]))
    if isinstance(last.status, LifeStatus) and last.status is not status:
        yield Advice(
            ("life", "status"),
            _("The community is {status}, and by its history it has been {other} since {date}.").format(
                status=_status_words(status), other=_status_words(last.status), date=date_words(on)
            ),
            _("Change the status, or add the latest change to `life.statuses`."),
            (("life", "statuses", place, "status"),),
        )


def _status_words(status: LifeStatus) -> str:
    """A status after "the community is"."""
    return {
        LifeStatus.PROPOSED: _("only proposed"),
        LifeStatus.ACTIVE: _("active"),
        LifeStatus.DORMANT: _("dormant"),
        LifeStatus.MERGED: _("merged into another"),
        LifeStatus.CLOSED: _("closed"),
    }[status]


def reasons() -> Reasons:
    """Source: Killion handout item S3.11 (the stages of a community)."""
    return Reasons(
        title=_("The status and its history disagree"),
        why=_(
            "Whoever opens the plan in three years wants to know one thing first: is there anybody? A status with its "
            "day answers at once. Two answers are worse than none."
        ),
        do=_("Keep the status and the last row of its history alike."),
        before="""\
life:
  status: active
  statuses:
    - status: active
      on: 2020-09-01
    - status: dormant
      on: 2021-07-01
""",
        after="""\
life:
  status: dormant
  statuses:
    - status: active
      on: 2020-09-01
    - status: dormant
      on: 2021-07-01
""",
        source="killion-handout",
        where=_("Stages of development"),
    )


RULE = Rule("COP809", look, reasons)
