"""The plan is approved and nothing says by whom or when, or it is a draft that was approved."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.reading import day
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.i18n import _
from cop_wizard.plan.choices import DocumentStatus
from cop_wizard.plan.plan import Plan
from cop_wizard.wording import date_words


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """The status of the document held against who approved it and when."""
    given, on = plan.document, day(plan.document.approved_on)
    path = ("document", "status")
    if given.status is DocumentStatus.DRAFT and on and on <= today:
        yield Advice(
            path,
            _("The plan is a draft, and was approved on {date}.").format(date=date_words(on)),
            _("If it has changed since, take the day out. If not, it is `approved`."),
            (("document", "approved_on"),),
        )
    if given.status is not DocumentStatus.APPROVED:
        return
    if on and on > today:
        yield Advice(
            path,
            _("The plan is approved, by a day that is still to come: {date}.").format(date=date_words(on)),
            _("Until then it is a `draft`."),
            (("document", "approved_on"),),
        )
    elif given.approved_by is None or given.approved_on is None:
        missing = (
            _("nothing says by whom or when")
            if given.approved_by is given.approved_on
            else _("nothing says by whom")
            if given.approved_by is None
            else _("nothing says when")
        )
        yield Advice(
            path,
            _("The plan is approved, and {missing}.").format(missing=missing),
            _("Write it under `document.approved_by` and `document.approved_on`."),
        )


def reasons() -> Reasons:
    """Plain craft, without a source."""
    return Reasons(
        title=_("An approval without a name or a day"),
        why=_(
            "The word is there so that people can rely on it. Whoever relies on it will ask who said so, and whether "
            "that was before or after the budget."
        ),
        do=_("Note the name and the day together with the status."),
        before="""\
document:
  status: approved
""",
        after="""\
document:
  status: approved
  approved_by: The council of principals
  approved_on: 2020-10-01
""",
    )


RULE = Rule("COP814", look, reasons)
