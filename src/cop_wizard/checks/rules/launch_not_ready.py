"""The first meeting is near, and one of the three things a launch should do is not ticked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cop_wizard.checks.reasons import Reasons
from cop_wizard.checks.rules.reading import first_day, rows
from cop_wizard.checks.rules.rule import Advice, Rule
from cop_wizard.i18n import _
from cop_wizard.plan.choices import LaunchTest
from cop_wizard.plan.plan import Plan
from cop_wizard.wording import date_words, listed

_NEAR = 28
"""Days: late enough to know, early enough to change something."""


def look(plan: Plan, today: dt.date) -> Iterator[Advice]:
    """Some of the three tests are ticked and others not. With none ticked, the question is merely open."""
    ticked = rows(plan.launch.readiness)
    first = first_day(plan) if ticked else None
    if first is None or not 0 <= (first[1] - today).days <= _NEAR:
        return
    said = {
        LaunchTest.ENGAGES_MEMBERS: _("draws members in"),
        LaunchTest.CAN_LAST: _("can be kept up"),
        LaunchTest.SERVES_PURPOSE: _("serves the purpose"),
    }
    missing = [words for test, words in said.items() if test not in ticked]
    if missing:
        yield Advice(
            ("launch", "readiness"),
            _("The first meeting is on {date}, and it is still open whether the launch {tests}.").format(
                date=date_words(first[1]), tests=listed(missing)
            ),
            _("Talk it over with those who lead; it may be a small thing. If it is fine, add it under `readiness`."),
            (first[0],),
        )


def reasons() -> Reasons:
    """Source: CASS guide item 5.4."""
    return Reasons(
        title=_("The first meeting is near, and the launch is not quite ready"),
        why=_(
            "People decide early whether coming back is worth it. A launch that draws them in, can be kept up and fits "
            "the purpose is hard to repair afterwards and easy to improve before."
        ),
        do=_(
            "Ask those who lead what it would take to be sure of the point that is open, and change that one thing. If "
            "it is fine, add it under `readiness`."
        ),
        before="""\
launch:
  first_meeting: 2026-12-03
  readiness:
    - engages_members
    - serves_purpose
""",
        after="""\
launch:
  first_meeting: 2026-12-03
  readiness:
    - engages_members
    - can_last
    - serves_purpose
""",
        source="cass-guide",
        where=_("page 9"),
    )


RULE = Rule("COP601", look, reasons)
